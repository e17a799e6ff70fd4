"""The office's own Excel: choosing what its columns mean."""
