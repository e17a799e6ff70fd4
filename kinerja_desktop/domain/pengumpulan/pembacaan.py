"""What a form that came back says, once it is read: answers, and why some cannot be taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja_desktop.domain.pengumpulan.lembar import BUKTI


@dataclass(frozen=True)
class Alasan:
    """Why a row cannot be taken in: the field and cell that must be mended, and what is wrong."""

    field: str
    alamat: str
    teks: str


@dataclass(frozen=True)
class JawabanBaris:
    """What a form says of one indicator or budget line.

    Attributes:
        id: its key.
        nama: what people call it.
        nomor: number of the row on the sheet; 0 where the row is missing.
        isi: every cell that is filled, as it was found, by field.
        nilai: what is answered, by field: only what says otherwise than the form did when it was
            written.
        alamat: addresses of the cells, by field.
        alasan: why the row cannot be taken in.
        catatan: what is remarkable but no hindrance.
        terisi: whether the figure that was asked for stands there.
        is_rupiah: whether it is a budget line.
    """

    id: str
    nama: str
    nomor: int = 0
    isi: Mapping[str, Any] = field(default_factory=dict)
    nilai: Mapping[str, Any] = field(default_factory=dict)
    alamat: Mapping[str, str] = field(default_factory=dict)
    alasan: tuple[Alasan, ...] = ()
    catatan: tuple[str, ...] = ()
    terisi: bool = False
    is_rupiah: bool = False

    @property
    def bukti(self) -> tuple[str, ...]:
        """The names of the files that are said to prove it."""
        text = str(self.nilai.get(BUKTI.name) or self.isi.get(BUKTI.name) or "")
        names = (name.strip() for name in text.replace(";", "\n").splitlines())
        return tuple(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True)
class Pembacaan:
    """What a whole form says.

    Attributes:
        baris: one for each row of the form, in its order.
        diubah: the locked cells that were changed, in words.
        asing: the filled rows that are not on the form: put in by the filler.
    """

    baris: tuple[JawabanBaris, ...]
    diubah: tuple[str, ...] = ()
    asing: tuple[Alasan, ...] = ()
