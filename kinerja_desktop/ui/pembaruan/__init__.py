"""Updating the program from a stick, what came of it, and the way back."""
