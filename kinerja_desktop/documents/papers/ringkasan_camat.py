"""*Ringkasan untuk Camat* on one upright page; what does not fit is counted, never left unsaid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.angka.periode import ROMAWI, Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.capaian.tindak_lanjut import write_penanggung_jawab
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_capaian
from kinerja_desktop.domain.laporan.ringkasan_camat import (
    TIDAK_ADA,
    BandingSasaran,
    RingkasanCamat,
    join_within,
    judul_menunggu,
    list_belum_diisi,
    shorten,
    write_lalu,
    write_rata,
    write_selisih,
    write_serapan,
)

_MARGINS = Margins(top=12, bottom=15, left=20, right=15)
_SIZE, _SMALL = 10.0, 8.5
_NOTHING = "belum ditulis"


@dataclass(frozen=True)
class Muatan:
    """How much of each list is printed, and of how many letters a text is at most."""

    sasaran: int
    tertinggal: int
    menunggu: int
    teks: int


#: From all that a page could ever hold to what it holds with the longest words. A sentence that
#: is cut says less than a line that is counted: lists are shortened before words are.
MUATAN = (
    Muatan(16, 6, 8, 500), Muatan(16, 6, 6, 320), Muatan(16, 5, 6, 240), Muatan(16, 5, 5, 200),
    Muatan(16, 4, 5, 200), Muatan(16, 4, 4, 200), Muatan(16, 3, 4, 200), Muatan(16, 3, 3, 200),
    Muatan(16, 3, 3, 160), Muatan(12, 3, 3, 160), Muatan(10, 3, 3, 160), Muatan(9, 3, 3, 140),
    Muatan(8, 3, 3, 120), Muatan(8, 3, 3, 100), Muatan(6, 3, 3, 80), Muatan(4, 2, 2, 60),
)  # fmt: skip


def build_ringkasan_camat(data: RingkasanCamat, muatan: Muatan) -> Naskah:
    """Lay the page out.

    Args:
        data: all that could be said.
        muatan: how much of it is.
    """
    blocks: tuple[Block, ...] = (
        *letterheads(data.kop),
        Heading("RINGKASAN KINERJA UNTUK CAMAT", 0),
        Heading(f"{data.skpd}, {data.periode.label}".upper(), 0),
        KeyValues(_head(data), size=_SIZE),
        *_sasaran(data, muatan),
        *_tertinggal(data, muatan),
        *_menunggu(data, muatan),
    )
    name = f"Ringkasan untuk Camat {data.periode.label}"
    return make_naskah(
        name,
        blocks,
        data.tanda,
        font_size=_SIZE,
        margins=_MARGINS,
        footer_note=f"{name}, keadaan {format_tanggal(data.tanggal)}",
        is_paged_alone=False,
        author=data.skpd,
        tanggal=data.tanggal,
    )


def _head(data: RingkasanCamat) -> tuple[tuple[str, str], ...]:
    rata = data.hasil.rata_rata
    mean = write_rata(rata, data.hasil.indikator)
    if rata.tampil is not None:
        mean = f"{mean}%, {rata.kategori}"
    rows = [("Angka", data.keadaan), ("Rata-rata capaian", f"{mean} ({rata.keterangan})")]
    before = write_lalu(data.lalu.rata_rata)
    if before != TIDAK_ADA:
        change = write_selisih(rata, data.lalu.rata_rata)
        before = f"{before}%" + (f", selisih {change} poin" if change else "")
    rows.append(("Tahun lalu", f"{before} ({_before(data.periode)})"))
    rows.append(("Serapan anggaran", write_serapan(data.anggaran)))
    return tuple(rows)


def _before(periode: Periode) -> str:
    return Periode(periode.tahun - 1, periode.triwulan).label


def _sasaran(data: RingkasanCamat, muatan: Muatan) -> Iterator[Block]:
    """Yield the table of sasaran, then that of programs with indicators; sasaran come first."""
    left = muatan.sasaran
    for what, is_program in (("sasaran", False), ("program", True)):
        rows = [row for row in data.sasaran if row.is_program == is_program]
        if rows:
            yield from _banding(data, what, rows, min(left, len(rows)), muatan.teks)
            left = max(0, left - len(rows))


def _write_before(periode: Periode) -> str:
    """Return the same period a year before, short enough for a narrow column."""
    tw = f"TW {ROMAWI[periode.triwulan - 1]} " if periode.triwulan else ""
    return f"{tw}{periode.tahun - 1}"


def _banding(
    data: RingkasanCamat, what: str, rows: Sequence[BandingSasaran], most: int, teks: int
) -> tuple[Block, ...]:
    columns = (
        Column("No", 0.4, "center"),
        Column(what.capitalize(), 4.3),
        Column("Capaian (%)", 1.15, "right"),
        Column("Kategori", 1.15),
        Column(f"{_write_before(data.periode)} (%)", 0.85, "right"),
        Column("Selisih", 0.75, "right"),
    )
    lines = [
        (str(number), shorten(row.uraian, teks), row.capaian, row.kategori, row.lalu, row.selisih)
        for number, row in enumerate(rows[:most], start=1)
    ]
    table = (_table(columns, lines),) if lines else ()
    return (_title(f"Capaian per {what}"), *table, *_rest(len(rows) - most, f"{what} lain"))


def _tertinggal(data: RingkasanCamat, muatan: Muatan) -> tuple[Block, ...]:
    title = _title("Yang paling tertinggal dari target")
    blank = list_belum_diisi(data.hasil)
    below: list[Block] = []
    if blank:
        uraian = [item.bahan.uraian for item in blank]
        names = join_within(uraian, muatan.teks, "indikator lain")
        below.append(_line(f"Belum diisi {len(blank)} indikator: {names}"))
    if not data.tertinggal:
        return (title, _line("Tidak ada indikator yang terisi di bawah target."), *below)
    columns = (
        Column("Indikator", 2), Column("Realisasi dari target", 1),
        Column("Capaian (%)", 0.8, "right"), Column("Penghambat", 2.7),
        Column("Tindak lanjut", 3.4),
    )  # fmt: skip
    rows = [_indikator(item, muatan.teks) for item in data.tertinggal[: muatan.tertinggal]]
    rest = _rest(len(data.tertinggal) - muatan.tertinggal, "indikator lain di bawah target")
    return (title, _table(columns, rows), *rest, *below)


def _indikator(item: HasilIndikator, most: int) -> tuple[str, ...]:
    utama, narasi = item.utama, item.narasi
    plan = narasi.tindak_lanjut if says_something(narasi.tindak_lanjut) else ""
    who = write_penanggung_jawab(narasi.penanggung_jawab, narasi.batas_waktu) if plan else ""
    told = shorten(plan, most) or _NOTHING
    return (
        shorten(item.bahan.uraian, most),
        f"{format_nilai(utama.realisasi)} dari {format_nilai(utama.target)}",
        angka_capaian(utama.capaian).teks,
        shorten(narasi.penghambat, most) if says_something(narasi.penghambat) else _NOTHING,
        f"{told} ({shorten(who, most)})" if who else told,
    )


def _menunggu(data: RingkasanCamat, muatan: Muatan) -> tuple[Block, ...]:
    title = _title(judul_menunggu(data.periode, data.tanggal))
    if not data.menunggu:
        return (title, _line("Tidak ada yang terlambat atau menunggu."))
    columns = (Column("Apa", 3.9), Column("Siapa", 1.8), Column("Sampai kapan", 2.9))
    rows = [
        (
            shorten(item.apa, muatan.teks),
            shorten(item.siapa, muatan.teks),
            # The heading of the column says it.
            item.keterangan.removeprefix("batas waktu "),
        )
        for item in data.menunggu[: muatan.menunggu]
    ]
    return (title, _table(columns, rows), *_rest(len(data.menunggu) - muatan.menunggu, "hal lain"))


def _title(text: str) -> Block:
    return Paragraph(text, bold=True, keep_with_next=True, space_after=2)


def _line(text: str) -> Block:
    return Paragraph(text, size=_SMALL, space_after=4)


def _rest(count: int, what: str) -> tuple[Block, ...]:
    return (_line(f"dan {count} {what}."),) if count > 0 else (Spacer(1.5),)


def _table(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> Table:
    lines = tuple(Row(tuple(Cell(text) for text in row)) for row in rows)
    return Table(columns, lines, size=_SMALL, space_after=2)
