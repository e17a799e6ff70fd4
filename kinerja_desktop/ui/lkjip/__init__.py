"""The parts of the page LKjIP."""
