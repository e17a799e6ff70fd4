"""What is handed to Bappeda: the package on the stick and the log of deliveries."""
