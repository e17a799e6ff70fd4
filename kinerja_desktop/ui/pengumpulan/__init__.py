"""The page Pengumpulan Data: forms out and back, the board of holders."""
