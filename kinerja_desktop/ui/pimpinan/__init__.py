"""*Mode baca*: what a meeting is shown on the projector, in large print."""
