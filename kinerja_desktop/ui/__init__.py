"""What the clerk sees: PySide6 and nothing but showing and asking."""
