"""The builders of both packages, on folders of a few files."""
