"""Turns plain data into documents: naskah, PDF, XLSX."""
