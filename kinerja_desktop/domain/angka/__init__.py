"""Figures, dates, periods and working days as the office writes and reads them."""
