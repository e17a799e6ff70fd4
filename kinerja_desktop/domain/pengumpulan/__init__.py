"""Collecting data: what stands on a form, and what came back on it."""
