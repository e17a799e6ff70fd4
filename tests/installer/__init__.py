"""The builder of the Windows installer, on folders of a few files."""
