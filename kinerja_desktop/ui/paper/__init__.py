"""The sheet on screen: preview and printing."""
