"""The page Pengumpulan Data."""
