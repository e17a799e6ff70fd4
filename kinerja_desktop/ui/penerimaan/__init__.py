"""The page Penerimaan of Bappeda: packages that come in, units, deadlines."""
