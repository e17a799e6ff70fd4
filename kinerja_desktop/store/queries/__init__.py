"""Reads that take more than one table, returning plain values of the domain."""
