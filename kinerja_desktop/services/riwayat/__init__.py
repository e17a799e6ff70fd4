"""What was done and kept: the audit trail, backups, the whole office as a workbook."""
