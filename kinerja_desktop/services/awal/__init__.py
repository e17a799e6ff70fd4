"""Where work begins: setting up an office, the sample, Beranda, the self-check."""
