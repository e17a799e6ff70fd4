"""The page Beranda."""
