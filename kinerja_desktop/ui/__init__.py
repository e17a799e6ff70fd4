"""What the clerk sees: PySide6 and nothing but showing and asking."""

import builtins

import PySide6.QtCore  # noqa: F401, replaces the import that is put back below

# From here on PySide6 would read the source text of every module that is imported, in search of
# `__feature__`. Nothing here uses that; it costs time at the start and memory for ever.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
