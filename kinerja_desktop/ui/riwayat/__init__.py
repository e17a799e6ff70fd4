"""What the page Riwayat & Cadangan is made of."""
