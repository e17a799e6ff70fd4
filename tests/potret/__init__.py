"""Pictures of every page of the window and of every printed page, for people to look at.

`./dev potret` writes them into `build/potret/`. They are no tests: whether a page is good is
for eyes to decide.
"""
