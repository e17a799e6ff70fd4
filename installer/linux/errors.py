"""What makes a build of the .deb fail, said so that whoever builds it can mend it."""


class BuildError(Exception):
    """The package would be incomplete, or a tool for making it is missing."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
