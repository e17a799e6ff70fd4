"""Every document of the office: which there are, their state, composing and printing."""
