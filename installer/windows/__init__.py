"""The steps that make the program folder for Windows."""
