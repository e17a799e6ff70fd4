"""Bappeda: find packages, judge them, take them in, tell who has delivered what."""
