"""What can happen in a case that follows an SOP.

A case is the list of its kejadian, and the list only grows: nothing is edited or taken out, but for
the slip of a hand within ten seconds, which the trail tells (`services.sop.taking_back`). Where
the case stands is computed from the list (`perjalanan`, `posisi`), so that it cannot disagree with
its history (`docs/sakip.md` §8.2, tracker rule 4).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JenisKejadian(StrEnum):
    """The kinds of kejadian."""

    MULAI = "mulai"
    """Starts the case; later it marks that work on the running step has begun."""
    SELESAI = "selesai"
    SETUJU = "setuju"
    KEMBALIKAN = "kembalikan"
    BUKTI = "bukti"
    CATATAN = "catatan"
    BUKA_KEMBALI = "buka_kembali"
    BATAL = "batal"


#: What is only written beside a step, and leaves the case where it stands.
CATATAN_SAJA = frozenset({JenisKejadian.BUKTI, JenisKejadian.CATATAN})


@dataclass(frozen=True)
class Kejadian:
    """Something done in a case.

    Attributes:
        saat: when it happened; aware. A case counts by this moment.
        langkah: sequence of the step it is about; for `BUKA_KEMBALI` the step to start again.
        pelaku: who did it, as name or jabatan.
        alasan: why, or the note itself.
        putaran: the round it belongs to; None for the running round, or the latest of the step.
        bukti: keys of the evidence.
        dicatat: when it was written down, where that was later than it happened; None for at once.
        pengecualian: why a step ended although what it signs or sends is missing (`syarat`).
    """

    saat: datetime
    jenis: JenisKejadian
    langkah: int
    pelaku: str
    alasan: str = ""
    putaran: int | None = None
    bukti: tuple[str, ...] = ()
    dicatat: datetime | None = None
    pengecualian: str = ""

    def __post_init__(self) -> None:
        if self.saat.tzinfo is None or (self.dicatat and self.dicatat.tzinfo is None):
            raise ValueError("the moments of a kejadian must be aware")
