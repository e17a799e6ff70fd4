"""The help: what its Markdown says, what its words mean, and how something is looked for."""
