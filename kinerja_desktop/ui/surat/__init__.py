"""The page of letters."""
