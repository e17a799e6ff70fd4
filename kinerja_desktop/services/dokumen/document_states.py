"""The words in which the page *Dokumen* tells where a kind of document stands."""

from dataclasses import dataclass
from uuid import UUID

FINAL, DRAF, BELUM_ADA = "Final", "Draf", "Belum ada"


@dataclass(frozen=True)
class Subjek:
    """Whom or what a document can be about, and where that document stands.

    Attributes:
        id: of an official, SOP, case or agreement; None for the office itself.
    """

    id: UUID | None
    nama: str
    keadaan: str = ""


@dataclass(frozen=True)
class KeadaanDokumen:
    """Where a kind of document stands for a period.

    Attributes:
        keadaan: in words: final with its kode, draf, belum ada.
        subjek: whom it can be about, for kinds that need one.
        kosong: why there is none and what to do; empty when there is one.
        catatan: what should be mended before it is printed; empty for nothing.
    """

    keadaan: str
    subjek: tuple[Subjek, ...] = ()
    kosong: str = ""
    catatan: str = ""
