"""Ctrl+K: one line in which anything is looked for."""
