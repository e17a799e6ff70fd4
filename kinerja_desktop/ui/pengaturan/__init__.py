"""The page Pengaturan."""
