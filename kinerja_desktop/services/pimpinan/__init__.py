"""What a Camat and a Sekretaris read: a page on paper, and the slides of *Mode baca*."""
