"""Evaluasi Hasil Renja: Formulir E.81, reckoned (`docs/sakip.md` §12)."""
