"""The same services without a screen, for tests, benches and IT staff (stable)."""
