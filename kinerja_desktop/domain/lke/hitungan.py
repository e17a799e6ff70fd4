"""How many of so many: what the criteria are judged by."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Hitungan:
    """So many of so many."""

    ada: int = 0
    dari: int = 0

    @property
    def bagian(self) -> Fraction:
        """The share, 0 when there is nothing to count."""
        return Fraction(self.ada, self.dari) if self.dari else Fraction(0)

    def __str__(self) -> str:
        return f"{self.ada} dari {self.dari}"


#: Nothing to count.
NIHIL = Hitungan()
