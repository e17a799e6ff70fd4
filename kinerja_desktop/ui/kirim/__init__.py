"""What the page Kirim ke Bappeda is made of."""
