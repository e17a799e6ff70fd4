"""Reads and writes Excel workbooks and USB packages."""
