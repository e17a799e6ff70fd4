"""Collecting data: forms out and back, who has not handed in."""
