"""Keeps rows: tables, journal, migrations, backup."""
