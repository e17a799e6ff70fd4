"""Evaluasi Hasil Renja per triwulan."""
