"""The failures that a clerk can meet and mend; everything else is a bug and may rise."""

from dataclasses import dataclass


class KinerjaError(Exception):
    """What happened and what to do, in one or two Indonesian sentences.

    Args:
        message: what happened, naming the file or the thing.
        remedy: what the clerk can do next.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(f"{message} {remedy}".strip())


@dataclass(frozen=True)
class Problem:
    """What is wrong in data that came from outside, and where, in words for the clerk.

    Wrong data is no exception: all problems are gathered and shown at once.

    Attributes:
        message: one Indonesian sentence: what is wrong and what to write instead.
        file: the file's name, when there is one.
        sheet: the worksheet's name.
        cell: the cell's address such as ``C7``.
        is_warning: the data can be taken in all the same.
    """

    message: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    is_warning: bool = False

    def __str__(self) -> str:
        where = " · ".join(part for part in (self.file, self.sheet, self.cell) if part)
        return f"{where}: {self.message}" if where else self.message


class DataProblemsError(KinerjaError):
    """The data cannot be taken in; `problems` says why, line by line."""

    def __init__(self, problems: "list[Problem]") -> None:
        self.problems = problems
        count = len([problem for problem in problems if not problem.is_warning])
        super().__init__(
            f"Ada {count} hal yang harus diperbaiki, dan tidak ada data yang diubah.",
            "Perbaiki yang tertulis di bawah ini, lalu ulangi.",
        )
