"""The locks: what pip installs, file by file; and the proof that nothing is left to chance."""
