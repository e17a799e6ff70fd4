"""The pieces of the page Pengukuran."""
