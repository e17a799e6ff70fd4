"""A stand-in for the Windows Python, for tests under Wine; never shipped."""
