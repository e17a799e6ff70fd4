"""Naskah tables as Excel workbooks."""
