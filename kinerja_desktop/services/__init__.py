"""One function for each thing a clerk does."""
