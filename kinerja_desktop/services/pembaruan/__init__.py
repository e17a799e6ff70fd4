"""Another version of the program from a stick, and the way back."""
