"""The page Rekap of Bappeda: who has delivered what, and all figures side by side."""
