"""F1: the help beside the page, its shortcuts, and what a field asks for."""
