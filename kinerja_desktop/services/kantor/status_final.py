"""Where a paper stands that can be made final: Pengukuran Kinerja and LKjIP alike."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class StatusFinal:
    """Where a paper stands (`docs/architecture.md` §2.5–2.6).

    Attributes:
        id: the final version in force; None while it is a draft.
        versi: its number; 0 while there never was one.
        kode: its kode verifikasi.
        dibuat: when it was made final.
        perubahan: what would read differently now; empty when paper and data agree.
        tanggal: the date on the paper.
    """

    id: UUID | None = None
    versi: int = 0
    kode: str = ""
    dibuat: datetime | None = None
    perubahan: tuple[str, ...] = ()
    tanggal: date | None = None

    @property
    def is_final(self) -> bool:
        """Whether a final version is in force."""
        return self.id is not None
