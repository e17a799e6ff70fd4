"""The page Evaluasi SAKIP."""
