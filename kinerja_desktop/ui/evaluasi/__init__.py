"""The page Evaluasi Renja."""
