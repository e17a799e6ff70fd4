"""The year's Laporan Kinerja: outline, texts, preview, final report."""
