"""The columns of the entry table, for a year and for a triwulan (`docs/architecture.md` §4.4)."""

from collections.abc import Callable
from dataclasses import dataclass

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, RataCapaian, Ukuran
from kinerja_desktop.domain.laporan.cara_hitung import (
    BELUM_ADA,
    BELUM_DIISI,
    write_capaian,
    write_kategori,
)
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    TIDAK_BERLAKU,
    angka_persen,
)

#: As wide as an icon.
_SIGN = "000"


@dataclass(frozen=True)
class EntryColumn:
    """A column of the entry table.

    Attributes:
        judul: its heading.
        teks: what stands in the line of an indicator.
        contoh: a text as wide as the column must be at least.
        kata: what may be wider in the line of an indicator, such as words for a figure;
            None where nothing is.
        rata: what stands in the line of a sasaran.
        is_angka: figures, aligned on the right.
        is_isian: typed in by the clerk.
        ukuran: whose state the cell tells.
    """

    judul: str
    teks: Callable[[HasilIndikator], str]
    contoh: str = ""
    kata: Callable[[HasilIndikator], str] | None = None
    rata: Callable[[RataCapaian], str] = lambda rata: ""
    is_angka: bool = True
    is_isian: bool = False
    ukuran: Callable[[HasilIndikator], Ukuran | None] = lambda item: None


def list_kolom(periode: Periode) -> tuple[EntryColumn, ...]:
    """Return the columns for a period; the number and the name stand in the first two."""
    if periode.triwulan is None:
        return (*_HEAD, _target("Target"), _realisasi("Realisasi"), *_CAPAIAN)
    tw = f"TW {periode.romawi}"
    return (*_HEAD, _target(f"Target\n{tw}"), _realisasi(f"Realisasi\n{tw}"), *_CAPAIAN,
            *_sampai(tw))  # fmt: skip


def _realisasi_teks(ukuran: Ukuran) -> str:
    if ukuran.capaian.keadaan is Keadaan.TIDAK_BERLAKU and ukuran.realisasi is None:
        return TIDAK_BERLAKU
    return format_nilai(ukuran.realisasi) or BELUM_DIISI


def _instead(ukuran: Ukuran | None) -> str:
    """Return the words that stand for a realisasi that there is not."""
    is_out = ukuran is not None and ukuran.capaian.keadaan is Keadaan.TIDAK_BERLAKU
    return TIDAK_BERLAKU if is_out else ""


def _kategori_kata(item: HasilIndikator) -> str:
    """Return the word of a line, with room for the sign that its story is missing."""
    return write_kategori(item.utama.capaian) + (_SIGN if item.lacks_story else "")


def _target(judul: str) -> EntryColumn:
    return EntryColumn(judul, lambda item: format_nilai(item.utama.target) or BELUM_ADA, BELUM_ADA)


def _realisasi(judul: str) -> EntryColumn:
    return EntryColumn(
        judul,
        lambda item: _realisasi_teks(item.utama),
        "00.000.000",
        lambda item: _instead(item.utama),
        is_isian=True,
        ukuran=lambda item: item.utama,
    )


def _sampai(tw: str) -> tuple[EntryColumn, ...]:
    """Return s.d. triwulan against its own target, and against the target of the year.

    `docs/sakip.md` §4.4.
    """
    return (
        EntryColumn(
            f"Realisasi\ns.d. {tw}",
            lambda item: _realisasi_teks(item.sd_triwulan) if item.sd_triwulan else "",
            "00.000.000",
            lambda item: _instead(item.sd_triwulan),
        ),
        EntryColumn(
            f"Capaian (%)\ns.d. {tw}",
            lambda item: write_capaian(item.sd_triwulan.capaian) if item.sd_triwulan else "",
            "Capaian (%)",
            ukuran=lambda item: item.sd_triwulan,
        ),
        EntryColumn(
            "Target\nsetahun",
            lambda item: format_nilai(item.bahan.target) or BELUM_ADA,
            "00.000.000",
        ),
        EntryColumn(
            "Terhadap\nsetahun",
            lambda item: (
                write_capaian(item.terhadap_tahunan.capaian) if item.terhadap_tahunan else ""
            ),
            "Terhadap ",
            ukuran=lambda item: item.terhadap_tahunan,
        ),
    )


_HEAD = (
    EntryColumn("No", lambda item: "", "000", is_angka=True),
    EntryColumn("Indikator", lambda item: item.bahan.uraian, is_angka=False),
    EntryColumn("Satuan", lambda item: item.bahan.satuan, "Persentase", is_angka=False),
)
_CAPAIAN = (
    EntryColumn(
        "Capaian\n(%)",
        lambda item: write_capaian(item.utama.capaian),
        "0.000,00",
        rata=lambda rata: angka_persen(rata.tampil).teks,
        ukuran=lambda item: item.utama,
    ),
    EntryColumn(
        "Kategori",
        lambda item: write_kategori(item.utama.capaian),
        "Sangat Tinggi",
        _kategori_kata,
        lambda rata: rata.kategori or rata.keterangan,
        is_angka=False,
        ukuran=lambda item: item.utama,
    ),
)
