"""An office's data on a PostgreSQL server (15 or later), which several people use at once."""
