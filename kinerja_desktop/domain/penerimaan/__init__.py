"""What Bappeda receives: what a package says, which version counts, whose it is."""
