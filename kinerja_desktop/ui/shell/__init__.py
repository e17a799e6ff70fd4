"""The window around the pages, and starting and ending the program."""
