"""*Ringkasan untuk Camat*: what a leader must know of a period, on one page.

Its figures are those of `domain.capaian.pengukuran.measure`; here is only chosen and compared.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.pengukuran import (
    HasilIndikator,
    HasilPengukuran,
    RataCapaian,
)
from kinerja_desktop.domain.laporan.grafik_kinerja import (
    TANPA_SASARAN,
    is_out_of_turn,
    name_sebab,
)
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Tanda
from kinerja_desktop.domain.laporan.pengukuran_kinerja import JumlahAnggaran, angka_persen

#: In place of a figure of last year that there is not.
TIDAK_ADA = "tidak ada"


@dataclass(frozen=True)
class BandingSasaran:
    """A sasaran with what it reached, and how that stands against the year before.

    Attributes:
        capaian: its mean in %, or why there is none.
        kategori: in words; empty without a mean.
        lalu: the mean of the same period a year ago, or `TIDAK_ADA`.
        selisih: in points of %, with its sign; empty where one of the two is missing.
        is_program: whether it is no sasaran but a program that has indicators of its own.
    """

    uraian: str
    capaian: str
    kategori: str
    lalu: str
    selisih: str
    is_program: bool = False


@dataclass(frozen=True)
class ButirMenunggu:
    """Something that is overdue, open, or waits for the Camat.

    Attributes:
        siapa: who does it; empty for nobody named.
        keterangan: until when, and how late it is.
        tanggal: by which it is sorted; None stands last.
    """

    apa: str
    siapa: str
    keterangan: str
    tanggal: date | None = None


@dataclass(frozen=True)
class RingkasanCamat:
    """All that the page may say; what does not fit on it is counted there.

    Attributes:
        keadaan: whether the figures are final.
        hasil: the measured period.
        lalu: the same period a year before.
        sasaran: every sasaran and program with indicators, in the order of the form.
        tertinggal: the indicators below target, the furthest behind first.
        menunggu: what is overdue or waits, the oldest first.
        tanggal: the day of which this tells.
    """

    kop: Kop | None
    skpd: str
    periode: Periode
    keadaan: str
    hasil: HasilPengukuran
    lalu: HasilPengukuran
    sasaran: tuple[BandingSasaran, ...]
    tertinggal: tuple[HasilIndikator, ...]
    anggaran: JumlahAnggaran | None
    menunggu: tuple[ButirMenunggu, ...]
    tanggal: date
    tanda: Tanda = field(default=FINAL)


def judul_menunggu(periode: Periode, day: date) -> str:
    """Return the heading of what waits: of today, also below the figures of another year."""
    today = "" if periode.tahun == day.year else f" saat ini, {format_tanggal(day)}"
    return f"Terlambat atau menunggu{today}"


def compare_sasaran(
    hasil: HasilPengukuran, lalu: HasilPengukuran, program: Collection[str] = ()
) -> tuple[BandingSasaran, ...]:
    """Hold each sasaran against the one of the same words a year before.

    Args:
        hasil: the measured period.
        lalu: the same period a year before.
        program: the names of programs: what is grouped by one of them is no sasaran.
    """
    before: Mapping[str, RataCapaian] = {group.uraian: group.rata_rata for group in lalu.sasaran}
    return tuple(
        BandingSasaran(
            group.uraian or TANPA_SASARAN,
            write_rata(group.rata_rata, group.indikator),
            group.rata_rata.kategori,
            write_lalu(before.get(group.uraian)),
            write_selisih(group.rata_rata, before.get(group.uraian)),
            group.uraian in program,
        )
        for group in hasil.sasaran
    )


def write_rata(rata: RataCapaian, indikator: Sequence[HasilIndikator]) -> str:
    """Write a mean in %, or why there is none."""
    if rata.tampil is not None:
        return angka_persen(rata.tampil).teks
    return name_sebab(indikator)


def write_lalu(lalu: RataCapaian | None) -> str:
    """Write the mean of a year before, or that there is none."""
    return TIDAK_ADA if lalu is None or lalu.tampil is None else angka_persen(lalu.tampil).teks


def write_selisih(kini: RataCapaian, lalu: RataCapaian | None) -> str:
    """Write by how many points of % a mean has changed, of the figures as they are shown."""
    if lalu is None or kini.tampil is None or lalu.tampil is None:
        return ""
    change = kini.tampil - lalu.tampil
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{format_angka(abs(change), _digits(kini.tampil, lalu.tampil))}"


def write_serapan(anggaran: JumlahAnggaran | None) -> str:
    """Write the serapan in % with its amounts, or what is missing of it."""
    if anggaran is None or anggaran.pagu.nilai is None:
        return "pagu belum diisi"
    if anggaran.realisasi.nilai is None:
        return f"realisasi belum diisi, pagu Rp{anggaran.pagu.teks}"
    share = f"{anggaran.serapan.teks}%, " if anggaran.serapan.nilai is not None else ""
    return f"{share}Rp{anggaran.realisasi.teks} dari Rp{anggaran.pagu.teks}"


def _digits(*figures: Decimal) -> int:
    return max(-int(figure.as_tuple().exponent) for figure in figures)


def list_tertinggal(hasil: HasilPengukuran) -> tuple[HasilIndikator, ...]:
    """Return the indicators below target, the furthest behind first."""
    behind = [
        (tepat, item)
        for item in hasil.indikator
        if (tepat := item.utama.capaian.tepat) is not None and tepat < 100
    ]
    return tuple(item for _, item in sorted(behind, key=lambda pair: pair[0]))


def list_belum_diisi(hasil: HasilPengukuran) -> tuple[HasilIndikator, ...]:
    """Return the indicators of which nothing is entered, though their turn has come."""
    return tuple(
        item
        for item in hasil.indikator
        if item.utama.capaian.keadaan is Keadaan.BELUM_DIISI and not is_out_of_turn(item)
    )


def shorten(text: str, most: int) -> str:
    """Return a text on one line of at most so many letters; what is cut shows as ``…``."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    cut = words[:most]
    whole = (cut if words[most] == " " else cut.rpartition(" ")[0]) or cut
    if whole.count("(") > whole.count(")"):
        # What stands in brackets says where, or of what: half of it says nothing.
        before = whole.rpartition("(")[0].rstrip()
        whole = before or whole
    return f"{whole.rstrip(' ,.;:(')}…"


def join_within(names: Sequence[str], most: int, what: str) -> str:
    """Return as many names as stand whole within so many letters; the others are counted.

    Args:
        names: at least one; the first is shortened where even it has no room.
        most: letters.
        what: of the others: ``indikator lain``.
    """
    told = [shorten(names[0], most)]
    for name in names[1:]:
        if len("; ".join([*told, name])) > most:
            break
        told.append(name)
    rest = len(names) - len(told)
    return "; ".join(told) + (f"; dan {rest} {what}" if rest else "")
