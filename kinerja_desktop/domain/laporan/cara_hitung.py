"""*Cara hitung*: how every figure of a measurement came about, in words, for screen and paper.

`docs/architecture.md` §2.1: definition, inputs, rule, rounding, source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, Ukuran
from kinerja_desktop.domain.capaian.rasio import explain_rasio
from kinerja_desktop.domain.laporan.kop import FINAL, Tanda
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    TIDAK_BERLAKU,
    TIDAK_DAPAT_DIHITUNG,
    BarisProgram,
    JumlahAnggaran,
    PejabatDiukur,
    RataTercetak,
    angka_persen,
)
from kinerja_desktop.domain.sections.indikator import AKUMULASI

BELUM_DIISI, BELUM_ADA = "Belum diisi", "Belum ada"
#: A word for each state that has no kategori (`docs/architecture.md` §2.2).
_KEADAAN = {
    Keadaan.BELUM_DIISI: BELUM_DIISI,
    Keadaan.TIDAK_BERLAKU: TIDAK_BERLAKU,
    Keadaan.TIDAK_DAPAT_DIHITUNG: TIDAK_DAPAT_DIHITUNG,
}


@dataclass(frozen=True)
class Keterangan:
    """What is known of an indicator beyond its figures, for *Lihat cara hitung*.

    `docs/sakip.md` §3.1.

    Attributes:
        definisi_operasional: what exactly is measured.
        alasan: why this indicator was chosen.
        formula: how the office computes the realisasi.
        sumber_data: where the figures come from.
        penanggung_jawab: who answers for them.
        is_dari_bulan: the targets of its triwulan follow from those of the months.
        pembilang: what is counted, where the realisasi is a quotient.
        penyebut: what it is counted against.
        selesai: when the tindak lanjut of this period was done; None while it was not.
    """

    definisi_operasional: str = ""
    alasan: str = ""
    formula: str = ""
    sumber_data: str = ""
    penanggung_jawab: str = ""
    is_dari_bulan: bool = False
    pembilang: str = ""
    penyebut: str = ""
    selesai: date | None = None


@dataclass(frozen=True)
class UkuranDijelaskan:
    """One capaian of an indicator and how it was computed, line by line.

    Attributes:
        judul: which it is: "Capaian Triwulan II Tahun 2025", "S.d. Triwulan II".
        angka: "90,5% – Tinggi", or the word of its state.
        langkah: inputs, rule, rounding; or why there is no figure.
    """

    judul: str
    angka: str
    langkah: tuple[str, ...]

    @property
    def kepala(self) -> str:
        """Title and figure on one line."""
        return f"{self.judul}: {self.angka}"


@dataclass(frozen=True)
class CaraHitung:
    """How the figures of one indicator came about.

    Attributes:
        ukuran: its capaian of the period; of a triwulan also s.d. and against the year.
        keterangan: source, definition and the like: label and words, what is known only.
    """

    ukuran: tuple[UkuranDijelaskan, ...]
    keterangan: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BarisCaraHitung:
    """An indicator on the attachment."""

    hasil: HasilIndikator
    cara: CaraHitung


@dataclass(frozen=True)
class CaraHitungTercetak:
    """The attachment of a Pengukuran Kinerja that tells how its figures came about.

    Attributes:
        skpd: "Kecamatan Lumajang".
        kelompok: each sasaran with its indicators and its mean, None where it has one only.
        rata_rata: the mean of all.
        program: with pagu, realisasi and serapan.
        anggaran: their sum; None for an official's IKI.
        aturan: how means, limits and kategori are found: the office's profile.
        kode: of the final Pengukuran Kinerja; empty for a draft.
        pejabat: whose IKI it is; None for the office.
    """

    skpd: str
    periode: Periode
    kelompok: tuple[tuple[str, tuple[BarisCaraHitung, ...], RataTercetak | None], ...]
    rata_rata: RataTercetak
    program: tuple[BarisProgram, ...]
    anggaran: JumlahAnggaran | None
    aturan: tuple[str, ...]
    kode: str = ""
    pejabat: PejabatDiukur | None = None
    tanda: Tanda = FINAL


def explain(item: HasilIndikator, periode: Periode, keterangan: Keterangan) -> CaraHitung:
    """Return how the figures of an indicator came about."""
    bahan = item.bahan
    ukuran = [_measured(f"Capaian {periode.label}", item.utama)]
    if item.sd_triwulan and item.terhadap_tahunan:
        ukuran.append(_measured(f"S.d. Triwulan {periode.romawi}", item.sd_triwulan))
        ukuran.append(_measured("Terhadap target setahun", item.terhadap_tahunan))
    known: Mapping[str, str] = {
        "Sumber target": _source(bahan.sumber_target, periode, keterangan),
        "Perhitungan triwulan": AKUMULASI[bahan.akumulasi],
        "Asal realisasi": _origin(item, periode),
        "Definisi operasional": keterangan.definisi_operasional,
        "Formula perhitungan": keterangan.formula,
        "Alasan pemilihan": keterangan.alasan,
        "Sumber data": keterangan.sumber_data,
        "Penanggung jawab": keterangan.penanggung_jawab,
    }
    return CaraHitung(tuple(ukuran), tuple((key, text) for key, text in known.items() if text))


def write_capaian(capaian: Capaian) -> str:
    """Write a capaian in % for a column whose head says %; a dash where there is no figure."""
    return angka_persen(capaian.tampil).teks


def write_kategori(capaian: Capaian) -> str:
    """Return the word of a capaian: its kategori, or its state."""
    return capaian.kategori or _KEADAAN.get(capaian.keadaan, "")


def _source(sumber: str, periode: Periode, keterangan: Keterangan) -> str:
    if periode.triwulan is None:
        return sumber
    return "Rencana Aksi, dari target bulanan" if keterangan.is_dari_bulan else "Rencana Aksi"


def _measured(title: str, ukuran: Ukuran) -> UkuranDijelaskan:
    capaian = ukuran.capaian
    word = write_kategori(capaian)
    figure = f"{write_capaian(capaian)}% – {word}" if capaian.tampil is not None else word
    if capaian.langkah:
        return UkuranDijelaskan(title, figure, capaian.langkah)
    target = format_nilai(ukuran.target) or BELUM_ADA.lower()
    realisasi = format_nilai(ukuran.realisasi) or BELUM_DIISI.lower()
    lines = [f"Target {target}; realisasi {realisasi}"]
    if capaian.keadaan is not Keadaan.BELUM_DIISI:
        lines.append(f"Sebabnya: {capaian.alasan}")
    return UkuranDijelaskan(title, figure, tuple(lines))


def _origin(item: HasilIndikator, periode: Periode) -> str:
    """Tell whether a figure was computed, typed, or made of triwulan."""
    isian = item.bahan.isian_of(periode.triwulan)
    if told := explain_rasio(isian, item.bahan.satuan):
        return told[0].lower() + told[1:].removesuffix(".")
    if periode.triwulan is not None or item.bahan.isian_tahunan.nilai is not None:
        return ""
    return "dihitung dari isian triwulan" if item.utama.realisasi is not None else ""
