"""From target and realisasi to capaian, means and the frozen Pengukuran Kinerja."""
