"""A form as it was found in a file: every cell with its address, nothing judged yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from kinerja_desktop.errors import Problem


class SelTerbaca(NamedTuple):
    """A cell: what stands in it, where, and why it cannot be read (empty when it can)."""

    isi: Any
    alamat: str
    cacat: str = ""


@dataclass(frozen=True)
class BarisTerbaca:
    """A row of a form.

    Attributes:
        kunci: the hidden key that stood in it; empty when it is lost.
        nomor: number of the row on its sheet.
        sel: its cells by the name of their column.
    """

    kunci: str
    nomor: int
    sel: Mapping[str, SelTerbaca]

    def text(self, name: str) -> str:
        """Return the words of a cell; nothing for a blank one."""
        found = self.sel.get(name)
        return "" if found is None or found.isi is None else str(found.isi).strip()


@dataclass(frozen=True)
class IdentitasFormulir:
    """What a form's hidden sheet says of it."""

    id: str = ""
    instansi_id: str = ""
    kecamatan: str = ""
    pemegang: str = ""
    tahun: int = 0
    triwulan: int | None = None
    definisi: str = ""
    segel: str = ""


@dataclass(frozen=True)
class LembarTerbaca:
    """One filled sheet.

    Attributes:
        judul: the sheet's name.
        identitas: what the file says of it; None when that is lost.
        baris: the rows of its indicators.
        rupiah: the rows of its budget lines.
        pengisi: who filled it in.
        masalah: what is wrong with the sheet as a whole.
    """

    judul: str
    identitas: IdentitasFormulir | None
    baris: tuple[BarisTerbaca, ...] = ()
    rupiah: tuple[BarisTerbaca, ...] = ()
    pengisi: str = ""
    masalah: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True)
class BerkasTerbaca:
    """A file that came back.

    Attributes:
        path: where it lies; evidence is looked for beside it.
        sha256: of its bytes.
        disimpan: when the file says that it was saved last; None when it does not say.
        lembar: the forms in it.
    """

    path: Path
    sha256: str
    disimpan: datetime | None
    lembar: tuple[LembarTerbaca, ...]
