"""What taking in forms would do, form by form and cell by cell; nothing is changed yet."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.pengumpulan.lembar import LembarFormulir
from kinerja_desktop.domain.pengumpulan.pembacaan import JawabanBaris, Pembacaan
from kinerja_desktop.errors import Problem


class StatusFormulir(StrEnum):
    """What is to be known of a form before it is taken in."""

    BARU = "baru"
    SUDAH_PERNAH = "sudah pernah masuk"
    LEBIH_LAMA = "lebih lama dari yang masuk"
    PERIODE_LAIN = "periode lain"
    KANTOR_LAIN = "kantor lain"
    DEFINISI_BERUBAH = "definisi berubah"
    TERKUNCI_DIUBAH = "sel terkunci diubah"
    TIDAK_TERCATAT = "tidak tercatat dikirim"
    FINAL = "periode sudah final"


#: A form of which nothing is taken unless the clerk says so.
DITAHAN = frozenset(
    {
        StatusFormulir.SUDAH_PERNAH, StatusFormulir.LEBIH_LAMA, StatusFormulir.PERIODE_LAIN,
        StatusFormulir.KANTOR_LAIN, StatusFormulir.TIDAK_TERCATAT,
    }
)  # fmt: skip


@dataclass(frozen=True)
class SelMasuk:
    """A cell that would change: its field, what it is called, what stands there, what would."""

    field: str
    label: str
    lama: str
    baru: str
    nilai: Any


@dataclass(frozen=True)
class BarisMasuk:
    """What a form says of one indicator or budget line, against the present data.

    Attributes:
        jawaban: what the form says.
        sel: what would change.
        bukti: the files beside the form that would be attached.
        alasan: why it cannot be taken in; empty when it can.
        catatan: what is remarkable but no hindrance.
        ragu: why it is not taken in unless the clerk chooses it.
    """

    jawaban: JawabanBaris
    sel: tuple[SelMasuk, ...] = ()
    bukti: tuple[Path, ...] = ()
    alasan: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    ragu: str = ""

    @property
    def can_go_in(self) -> bool:
        """Whether there is something to take in, and nothing against it."""
        return not self.alasan and bool(self.sel or self.bukti)


@dataclass(frozen=True)
class FormulirMasuk:
    """One form that came back.

    Attributes:
        path: the file.
        sha256: of its bytes.
        disimpan: when it was saved last, as it says itself.
        judul: name of its sheet.
        lembar: the form as it was handed out; None when nothing is known of it.
        status: what is to be known of it.
        sebab: each status in a sentence.
        baris: its rows against the present data.
        pembacaan: what it says; None when nothing can be read.
        pengisi: who filled it in.
        masalah: what is wrong with it as a whole; nothing of it goes in then.
        tercatat: whether its row is in this data; else it is adopted when it is taken in.
    """

    path: Path
    sha256: str
    disimpan: datetime | None
    judul: str
    lembar: LembarFormulir | None = None
    status: tuple[StatusFormulir, ...] = (StatusFormulir.BARU,)
    sebab: tuple[str, ...] = ()
    baris: tuple[BarisMasuk, ...] = ()
    pembacaan: Pembacaan | None = None
    pengisi: str = ""
    masalah: tuple[Problem, ...] = ()
    tercatat: bool = True

    @property
    def pemegang(self) -> str:
        """Whose it is; the file's name where that is unknown."""
        return self.lembar.pemegang if self.lembar else self.path.name

    @property
    def is_held(self) -> bool:
        """Whether nothing of it is taken unless the clerk says so."""
        return bool(DITAHAN & set(self.status))

    @property
    def is_untouched(self) -> bool:
        """Whether it lies there as it was handed out: its holder has not handed it in.

        A stick is read whole, with the forms on it that nobody has filled in yet.
        """
        answers = [row.jawaban for row in self.baris]
        said = any(item.nilai or item.alasan or item.bukti or item.catatan for item in answers)
        strange = bool(self.pembacaan and (self.pembacaan.asing or self.pembacaan.diubah))
        return not (said or strange or self.pengisi)

    @property
    def is_recordable(self) -> bool:
        """Whether it is known to have come back, although nothing of it may go in."""
        return self.lembar is not None and not (self.is_held or self.masalah or self.is_untouched)

    @property
    def has_rejects(self) -> bool:
        """Whether there is something that its holder must mend."""
        wrong = any(row.jawaban.alasan for row in self.baris)
        return self.lembar is not None and (wrong or bool(self.pembacaan and self.pembacaan.asing))


#: A row of a plan: the place of its form, and its key.
Kunci = tuple[int, str]


@dataclass(frozen=True)
class RencanaTerima:
    """What taking in a handful of files would do.

    Attributes:
        formulir: the forms in them.
        gagal: the files that are no forms or cannot be read.
        dilewati: how many other files lay in the folders.
        buku: the files that are the office's whole workbook; told in `gagal` too.
        keadaan: the seal of the state of the data that it was made of.
    """

    formulir: tuple[FormulirMasuk, ...]
    gagal: tuple[Problem, ...] = ()
    dilewati: int = 0
    keadaan: str = field(default="", repr=False)
    buku: tuple[Path, ...] = ()

    def rows(self) -> Iterator[tuple[Kunci, BarisMasuk]]:
        """Go through all rows of all forms."""
        for place, form in enumerate(self.formulir):
            for row in form.baris:
                yield (place, row.jawaban.id), row

    def chosen(self) -> frozenset[Kunci]:
        """Return the rows that are taken in unless the clerk says otherwise."""
        return frozenset(
            key
            for key, row in self.rows()
            if row.can_go_in and not row.ragu and not self.formulir[key[0]].is_held
        )

    def twins(self, key: Kunci) -> frozenset[Kunci]:
        """Return the rows of other forms that answer for the same: only one of them goes in."""
        return frozenset(self._answers.get(self._asked(key), ())) - {key}

    @cached_property
    def _answers(self) -> dict[tuple[Periode | None, str], list[Kunci]]:
        """The rows that can go in, by what they answer: one look through a whole stick."""
        answers = defaultdict(list)
        for key, row in self.rows():
            if row.can_go_in:
                answers[self._asked(key)].append(key)
        return dict(answers)

    def _asked(self, key: Kunci) -> tuple[Periode | None, str]:
        form = self.formulir[key[0]].lembar
        return (form.periode if form else None), key[1]
