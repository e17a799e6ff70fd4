"""What the papers of Evaluasi SAKIP say: the answered sheet, and the matrix of follow-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.lke.nilai import NilaiLke
from kinerja_desktop.domain.lke.skala import SkalaLke


@dataclass(frozen=True)
class KriteriaTercetak:
    """What was written of a criterion: its note, and the names of its evidence."""

    catatan: str = ""
    bukti: tuple[str, ...] = ()


@dataclass(frozen=True)
class LkeTercetak:
    """A year's self-check as it is printed.

    Attributes:
        skpd: "Kecamatan Lumajang".
        lembar: name of the sheet of criteria.
        isian: what was written, by kode of the criterion.
    """

    skpd: str
    tahun: int
    lembar: str
    skala: SkalaLke
    nilai: NilaiLke
    isian: Mapping[str, KriteriaTercetak]


@dataclass(frozen=True)
class ButirRekomendasi:
    """A recommendation and what became of it; `status` in words, `is_done` whether it is over."""

    rekomendasi: str
    rencana: str
    penanggung_jawab: str
    batas_waktu: date | None
    status: str
    selesai: date | None
    keterangan: str
    is_done: bool
    bukti: tuple[str, ...] = ()


@dataclass(frozen=True)
class MatriksLhe:
    """The follow-up of the LHE over a year's performance.

    Attributes:
        tahun: the year that was evaluated.
        lhe: each LHE as "Nomor …, tanggal …, nilai …".
    """

    skpd: str
    tahun: int
    lhe: tuple[str, ...]
    butir: tuple[ButirRekomendasi, ...]


@dataclass(frozen=True)
class BuktiKriteria:
    """What the pack holds for a criterion.

    Attributes:
        jawaban: what was answered; empty for nothing.
        ada: each file: its name, and what it is.
        kurang: what is missing.
        pemasok: who can supply that.
    """

    kode: str
    uraian: str
    jawaban: str
    ada: tuple[tuple[str, str], ...]
    kurang: tuple[str, ...]
    pemasok: str


@dataclass(frozen=True)
class DaftarBukti:
    """The listing of a pack, by criterion."""

    skpd: str
    tahun: int
    lembar: str
    kriteria: tuple[BuktiKriteria, ...]
