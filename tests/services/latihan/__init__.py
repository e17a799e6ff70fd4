"""The practice office, and the way out of it."""
