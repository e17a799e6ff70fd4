"""The office's SOPs and the cases that run by them."""
