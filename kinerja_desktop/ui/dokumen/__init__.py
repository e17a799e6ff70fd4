"""What the page Dokumen is made of."""
