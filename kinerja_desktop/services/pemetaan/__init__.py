"""The office's own tables, read by a mapping of their columns."""
