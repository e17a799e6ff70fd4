"""Windows on an office whose data is on a server."""
