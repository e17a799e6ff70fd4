"""Measuring a period, entering realisasi with its evidence, making it final."""
