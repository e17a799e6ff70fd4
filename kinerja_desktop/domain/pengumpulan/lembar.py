"""A form for a holder of data: what stands on it, and what is to be filled in.

The paper of the SOPs' step "menyampaikan format pengumpulan data" (`docs/sakip.md` §8.5, seeds 003
and 004): the indicators that one unit reports on, and the budget lines that it answers for.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import clean_text
from kinerja_desktop.domain.capaian.freezing import Maps, freeze
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Kind

#: The cells of an indicator that a holder fills in, as everywhere else in the program.
ISIAN: tuple[Field, ...] = tuple(
    SECTIONS["realisasi"].field(name)
    for name in ("pembilang", "penyebut", "nilai", "pendorong", "penghambat", "tindak_lanjut")
)
#: Names of the files that prove it; they lie beside the form.
BUKTI = Field("bukti", "Bukti dukung (nama berkas)", Kind.LONG_TEXT)
#: The cell of a budget line.
RUPIAH = Field("rupiah", "Realisasi (Rp)", Kind.RUPIAH)


@dataclass(frozen=True)
class IndikatorDitanya:
    """An indicator on a form: what is printed, and what was known when it was written.

    Attributes:
        id: key of the indicator.
        kode: its short code.
        uraian: its text.
        definisi: its definisi operasional.
        formula: how the realisasi is computed.
        pembilang: what is counted, empty where the indicator has no such parts.
        penyebut: what it is counted against.
        satuan: unit of target and realisasi.
        cara: what is to be entered, by how its triwulan make up the year.
        target: target of the period, as printed.
        lalu: realisasi of the period before, as printed.
        pilihan: the words that are answers, where the target is a word.
        terisi: what was entered already, by field, as a cell holds it.
    """

    id: str
    kode: str
    uraian: str
    definisi: str = ""
    formula: str = ""
    pembilang: str = ""
    penyebut: str = ""
    satuan: str = ""
    cara: str = ""
    target: str = ""
    lalu: str = ""
    pilihan: tuple[str, ...] = ()
    terisi: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_rasio(self) -> bool:
        """Whether pembilang and penyebut are asked for."""
        return bool(self.pembilang and self.penyebut)

    @property
    def makna(self) -> tuple[str, ...]:
        """What the figure means: where this has changed, the answer may be to another question."""
        return (
            self.uraian, self.definisi, self.formula, self.pembilang, self.penyebut, self.satuan,
            self.cara,
        )  # fmt: skip


@dataclass(frozen=True)
class AnggaranDitanya:
    """A budget line on a form.

    Attributes:
        id: key of the line.
        kode: its code.
        nama: its name.
        pagu: the ceiling in force, as printed.
        lalu: what was spent in the triwulan before this one, as printed.
        terisi: what was entered already, as a cell holds it.
    """

    id: str
    kode: str
    nama: str
    pagu: str = ""
    lalu: str = ""
    terisi: str = ""


@dataclass(frozen=True)
class LembarFormulir:
    """One form: whose it is, for when, and its rows.

    Attributes:
        id: key of the form, by which it is recognised wherever its file's name went.
        instansi_id: key of the office.
        kecamatan: the office.
        pemegang: the holder, as indicators or budget lines name it.
        menurut: by which attribute of an indicator: ``pengumpul_data`` or ``penanggung_jawab``.
        periode: what is asked for.
        tenggat: the last day for handing it in.
        lalu_label: the period before, above the figures of then.
        baris: the indicators.
        rupiah: the budget lines.
    """

    id: str
    instansi_id: str
    kecamatan: str
    pemegang: str
    menurut: str
    periode: Periode
    tenggat: date
    lalu_label: str = ""
    baris: tuple[IndikatorDitanya, ...] = ()
    rupiah: tuple[AnggaranDitanya, ...] = ()

    @property
    def definisi(self) -> str:
        """The version of the definitions: 16 hex digits over all that tells what is asked."""
        said = [[item.id, *item.makna] for item in self.baris]
        return _digest([said, [[line.id, line.kode, line.nama] for line in self.rupiah]])

    @property
    def segel(self) -> str:
        """The checksum of everything on the form that its holder must not change."""
        data = freeze(self, Maps.OBJECTS)
        for item in data["baris"]:
            item.pop("terisi")
        for line in data["rupiah"]:
            line.pop("terisi")
        return _digest(data)


@lru_cache(4096)
def fold(text: str) -> str:
    """Return a text as it is compared: without case and stray signs."""
    return clean_text(text).casefold()


def _digest(data: object) -> str:
    plain = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]
