"""What an office's own table can be, and what its columns can mean, with the words for them.

The words are data: as offices, SIPD and the forms of `docs/sakip.md` head their columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kinerja_desktop.domain.angka.periode import ROMAWI, TAHUN, TRIWULAN
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Kind


@dataclass(frozen=True)
class Slot:
    """What a column can mean.

    Attributes:
        field: how its cells are read; its name is the slot's.
        words: folded phrases that name it in a heading; one of a single word or sign that means
            something only when it is all there is stands in `alone`.
        alone: phrases that must be the whole heading.
        without: words that speak against it.
        per_year: the column is one of several, each for the year in its heading.
    """

    field: Field
    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    per_year: bool = False

    @property
    def name(self) -> str:
        """Key by which mappings name it."""
        return self.field.name

    @property
    def label(self) -> str:
        """What people read."""
        return self.field.label


@dataclass(frozen=True)
class TableKind:
    """A kind of table that can be taken in.

    Attributes:
        key: key of the section that it fills first.
        title: for people.
        slots: what its columns can mean, by name.
        needed: of each group at least one must have its column.
        by_year: the year comes from the clerk where no column or heading tells it.
        by_triwulan: so does the triwulan.
        is_budget: its rows are known by the kode of a budget line.
        stand_in: a word of headings, and the one that it stands for where none has that.
    """

    key: str
    title: str
    slots: Mapping[str, Slot]
    needed: tuple[tuple[str, ...], ...]
    by_year: bool = True
    by_triwulan: bool = False
    is_budget: bool = False
    stand_in: tuple[str, str] | None = None

    def label(self, name: str) -> str:
        """Return what people call a slot."""
        return self.slots[name].label


KODE_PARTS = tuple(f"kode{number}" for number in range(1, 7))
_TRIWULAN = ("triwulan", "tribulan", "tw", "trw")
_BEFORE_SIGN = (*_TRIWULAN, *(f"{word} ke" for word in _TRIWULAN))
TW = tuple(f"tw{number}" for number in TRIWULAN)
REFERENCE = ("kode_indikator", "indikator")

_TAHUN = Slot(
    Field("tahun", "Tahun", Kind.BULAT, batas=TAHUN), (), ("tahun anggaran", "tahun", "thn", "ta")
)
_INDIKATOR = (
    Slot(
        Field("kode_indikator", "Kode indikator"),
        ("kode indikator", "kode iku", "kode ikk", "no iku"),
        ("kode", "kode indikator kinerja"),
        ("rekening", "program", "kegiatan"),
    ),
    Slot(
        Field("indikator", "Indikator (kata-katanya)", Kind.LONG_TEXT),
        ("indikator kinerja", "indikator", "uraian indikator", "nama indikator"),
        ("uraian", "iku", "ikk"),
        ("kode", "target", "realisasi", "satuan", "jenis"),
    ),
)


def _field(section: str, name: str) -> Field:
    # Whether it must be filled is asked row by row, where it is known whether the row is new.
    return replace(SECTIONS[section].field(name), required=False)


def _triwulan(section: str, name: str, label: str, without: tuple[str, ...]) -> list[Slot]:
    """Return the four triwulan columns of a section, or of one field for each triwulan."""
    slots = []
    for number, roman in zip(TRIWULAN, ROMAWI, strict=True):
        signs = (roman.casefold(), str(number))
        words = tuple(f"{word} {sign}" for word in _BEFORE_SIGN for sign in signs)
        words += tuple(f"tw{sign}" for sign in signs)
        field = replace(
            _field(section, name or f"tw{number}"), name=f"tw{number}", label=f"{label} TW {roman}"
        )
        slots.append(Slot(field, words, (roman.casefold(),), without))
    return slots


def _plain(section: str, **words: tuple[str, ...]) -> list[Slot]:
    return [Slot(_field(section, name), phrases) for name, phrases in words.items()]


def _by_name(*slots: Slot) -> dict[str, Slot]:
    return {slot.name: slot for slot in slots}


def _kode_slots() -> list[Slot]:
    """Return the kode in one cell, and in parts as SIPD lays them out."""
    parts = ("urusan", "bidang urusan", "program", "kegiatan", "sub kegiatan", "")
    return [
        Slot(
            Field("kode", "Kode"),
            ("kode rekening", "no rekening", "kode program kegiatan", "kode mata anggaran"),
            ("kode", "rekening"),
        ),
        *(
            Slot(Field(name, f"Kode bagian ke-{number}"), (f"kode {part}",) if part else ())
            for number, (name, part) in enumerate(zip(KODE_PARTS, parts, strict=True), start=1)
        ),
    ]


_NO_FIGURE = ("capaian", "persen", "persentase", "prosentase", "sisa", "selisih", "tingkat")
_PENANGGUNG_JAWAB = ("penanggung jawab", "pelaksana", "pj")

_INDIKATOR_KIND = TableKind(
    "indikator",
    "Indikator",
    _by_name(
        Slot(_field("indikator", "kode"), ("kode indikator", "kode iku", "kode ikk"), ("kode",)),
        Slot(
            _field("indikator", "uraian"),
            ("indikator kinerja", "uraian indikator", "nama indikator", "indikator"),
            ("uraian", "iku"),
            ("kode", "jenis"),
        ),
        *_plain(
            "indikator",
            jenis=("jenis indikator", "jenis"),
            level=("tingkat indikator", "level"),
            tujuan_id=("tujuan",),
            sasaran_id=("sasaran strategis", "sasaran"),
            mata_anggaran_id=("program kegiatan",),
            satuan=("satuan",),
            arah=("arah", "polaritas"),
            akumulasi=("perhitungan triwulan", "akumulasi"),
            bobot=("bobot",),
            definisi_operasional=("definisi operasional", "definisi"),
            alasan=("alasan pemilihan", "alasan"),
            formula=("formula perhitungan", "formulasi", "formula", "cara perhitungan", "rumus"),
            pembilang=("pembilang",),
            penyebut=("penyebut",),
            frekuensi=("frekuensi",),
            sumber_data=("sumber data",),
            bukti=("bukti", "data dukung"),
            penanggung_jawab=_PENANGGUNG_JAWAB,
            pengumpul_data=("pengumpul data",),
            baseline_tahun=("tahun baseline", "tahun dasar"),
            baseline_nilai=("baseline", "kondisi awal", "nilai dasar"),
            catatan=("catatan", "keterangan"),
        ),
    ),
    needed=(("kode", "uraian"),),
    by_year=False,
)
_TARGET_KIND = TableKind(
    "target_tahunan",
    "Target tahunan",
    _by_name(
        *_INDIKATOR,
        _TAHUN,
        Slot(
            _field("target_tahunan", "nilai"),
            ("target", "target #", "target tahun #", "target kinerja"),
            ("#", "tahun #"),
            ("realisasi", *_TRIWULAN, *_NO_FIGURE),
            per_year=True,
        ),
    ),
    needed=(REFERENCE, ("nilai",)),
)
_RENCANA_AKSI_KIND = TableKind(
    "rencana_aksi",
    "Rencana aksi",
    _by_name(
        *_INDIKATOR,
        _TAHUN,
        *_triwulan("rencana_aksi", "", "Target", ("realisasi", *_NO_FIGURE)),
        *_plain(
            "rencana_aksi",
            aktivitas=("rencana aksi", "aktivitas", "uraian kegiatan", "langkah kerja"),
            penanggung_jawab=_PENANGGUNG_JAWAB,
        ),
    ),
    needed=(REFERENCE, (*TW, "aktivitas")),
)
_NO_KINERJA = ("target", "anggaran", "rp", "keuangan", *_NO_FIGURE)
_REALISASI_KIND = TableKind(
    "realisasi",
    "Realisasi",
    _by_name(
        *_INDIKATOR,
        _TAHUN,
        Slot(_field("realisasi", "triwulan"), (), ("triwulan", "tribulan", "tw")),
        Slot(_field("realisasi", "nilai"), ("realisasi", "realisasi kinerja"), (), _NO_KINERJA),
        *_triwulan("realisasi", "nilai", "Realisasi", _NO_KINERJA),
        *_plain(
            "realisasi",
            pembilang=("pembilang",),
            penyebut=("penyebut",),
            pendorong=("faktor pendorong", "pendorong", "faktor pendukung"),
            penghambat=("faktor penghambat", "penghambat", "permasalahan", "kendala"),
            tindak_lanjut=("rencana tindak lanjut", "tindak lanjut", "solusi", "upaya"),
        ),
    ),
    needed=(REFERENCE, ("nilai", *TW, "pembilang", "pendorong", "penghambat", "tindak_lanjut")),
    by_triwulan=True,
    stand_in=("capaian", "realisasi"),
)
_NO_PAGU = ("realisasi", "sisa", "persen", "kode", "serapan", "capaian")
_BUDGET_KIND = TableKind(
    "mata_anggaran",
    "Program, kegiatan, sub kegiatan dan pagu",
    _by_name(
        *_kode_slots(),
        Slot(
            _field("mata_anggaran", "nama"),
            ("uraian", "nama program", "nama kegiatan", "nama sub kegiatan", "nomenklatur",
             "program kegiatan", "program kegiatan sub kegiatan"),
            ("nama", "program", "kegiatan", "sub kegiatan"),
            ("kode",),
        ),
        *_plain("mata_anggaran", penanggung_jawab=_PENANGGUNG_JAWAB),
        _TAHUN,
        Slot(
            _field("pagu", "murni"),
            ("pagu murni", "anggaran murni", "pagu anggaran", "pagu", "anggaran", "dpa", "apbd"),
            ("jumlah rp", "jumlah"),
            ("perubahan", "renstra", *_NO_PAGU),
        ),
        Slot(
            _field("pagu", "perubahan"),
            ("pagu perubahan", "anggaran perubahan", "perubahan", "dppa", "p apbd",
             "setelah perubahan"),
            without=("renstra", "sebelum", *_NO_PAGU),
        ),
        Slot(_field("pagu", "renstra"), ("pagu renstra", "anggaran renstra"), without=_NO_PAGU),
    ),
    needed=(("kode", *KODE_PARTS), ("nama", "murni", "perubahan", "renstra")),
    is_budget=True,
)  # fmt: skip
_NO_REALISASI = ("pagu", "target", "sisa", "fisik", *_NO_FIGURE)
_REALISASI_ANGGARAN_KIND = TableKind(
    "realisasi_anggaran",
    "Realisasi anggaran",
    _by_name(
        *_kode_slots(),
        _TAHUN,
        Slot(
            replace(_field("realisasi_anggaran", "tw1"), name="jumlah", label="Realisasi (Rp)"),
            ("realisasi", "realisasi anggaran", "realisasi keuangan", "realisasi sd",
             "realisasi rp", "sp2d"),
            without=_NO_REALISASI,
        ),
        *_triwulan("realisasi_anggaran", "", "Realisasi", _NO_REALISASI),
    ),
    needed=(("kode", *KODE_PARTS), ("jumlah", *TW)),
    by_triwulan=True,
    is_budget=True,
)  # fmt: skip

KINDS: Mapping[str, TableKind] = {
    kind.key: kind
    for kind in (
        _INDIKATOR_KIND, _TARGET_KIND, _RENCANA_AKSI_KIND, _REALISASI_KIND, _BUDGET_KIND,
        _REALISASI_ANGGARAN_KIND,
    )
}  # fmt: skip
