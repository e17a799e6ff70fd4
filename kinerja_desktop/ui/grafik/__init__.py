"""Charts drawn by Qt from the descriptions that paper prints."""
