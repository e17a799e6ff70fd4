"""Charts drawn with ReportLab, for paper, screen and DOCX alike."""
