"""What a builder can meet and mend."""


class BuildError(Exception):
    """The build cannot go on: what is wrong, with which file, and what to do, in Indonesian."""
