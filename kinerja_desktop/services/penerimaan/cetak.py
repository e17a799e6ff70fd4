"""The recap on paper: PDF to be signed, or DOCX to be worked on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.papers.rekap import build_rekap
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.angka import format_angka, format_persen
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.laporan.dari_snapshot import make_penandatangan
from kinerja_desktop.domain.laporan.kop import Pengesahan
from kinerja_desktop.domain.laporan.rekap import BarisUnit, RekapTercetak, TabelIndikator
from kinerja_desktop.domain.penerimaan.anggaran import AnggaranUnit
from kinerja_desktop.domain.penerimaan.banding import describe_capaian
from kinerja_desktop.domain.penerimaan.kejanggalan import JenisKejanggalan, Kejanggalan
from kinerja_desktop.domain.penerimaan.kelompok import KelompokIndikator
from kinerja_desktop.domain.penerimaan.rekap import HANYA_CONTOH, BarisPenyampaian
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kantor.paper_frame import place_of, tanda_of
from kinerja_desktop.services.penerimaan.kertas import find_head, letterhead_of
from kinerja_desktop.services.penerimaan.pandangan import (
    PandanganRekap,
    RekapCancelledError,
    read_pandangan,
    write_rekap,
)
from kinerja_desktop.services.penerimaan.rekap import Rekap
from kinerja_desktop.services.penerimaan.unit import require_bappeda
from kinerja_desktop.store.queries.pejabat import find_by_jabatan

_NONE = "–"
_XLSX, _PDF, _DOCX = ".xlsx", ".pdf", ".docx"


def write_rekap_file(office: Office, path: Path, tahun: int, triwulan: int | None = None) -> Rekap:
    """Write the recap as a workbook, PDF or DOCX, by the name's ending, and return it.

    Raises:
        KinerjaError: see `write_rekap_paper`.
    """
    require_output(office, path, (_XLSX, _PDF, _DOCX))
    write = write_rekap if path.suffix.lower() == _XLSX else write_rekap_paper
    return write(office, path, tahun, triwulan)


def write_rekap_paper(
    office: Office,
    path: Path,
    tahun: int,
    triwulan: int | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Rekap:
    """Write the recap as a PDF or DOCX, by the name's ending, and return it.

    Args:
        office: the open office.
        path: the file.
        tahun: the year.
        triwulan: the triwulan; None for the year with all of them.
        progress: told of packages and pages.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        RekapCancelledError: the clerk does; nothing is written.
        KinerjaError: the place cannot be written, is the data folder, or the name ends otherwise;
            or this office does not receive packages.
    """
    require_output(office, path, (_PDF, _DOCX))
    advance = stoppable(progress, cancelled, RekapCancelledError)
    isi = read_pandangan(office, tahun, triwulan, advance)
    naskah = build_rekap(compose_rekap(office, isi))
    render = render_pdf if path.suffix.lower() == _PDF else render_docx
    write_file(path, render(naskah, advance), lambda: advance(0, 0, f"Menyimpan {path.name}…"))
    return isi.rekap


def compose_rekap(office: Office, isi: PandanganRekap) -> RekapTercetak:
    """Return what the paper says of a recap.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    instansi = require_bappeda(office)
    today = office.today()
    with office.journal.reading() as session:
        jabatan = find_head(session, instansi, today).jabatan
        head = find_by_jabatan(session, jabatan, today)
    return RekapTercetak(
        kop=letterhead_of(office, instansi),
        periode=isi.label.upper(),
        ringkasan=list(_summarize(isi)),
        penyampaian=[
            (f"{row.unit}{_period(isi, row)}", describe_penyampaian(row))
            for row in isi.rekap.penyampaian
        ],
        indikator=[_tabulate(group) for group in isi.kelompok],
        anggaran=_list_anggaran(isi.anggaran),
        kejanggalan=list(_ask(isi.kejanggalan)),
        pengesahan=Pengesahan(place_of(instansi, today), make_penandatangan(head, jabatan)),
        tanda=tanda_of(instansi),
    )


def describe_penyampaian(row: BarisPenyampaian) -> str:
    """Return where a unit stands with a period, as a line of the paper."""
    late = f" ({row.hari} hari kalender)" if row.hari else ""
    if row.pertama is None:
        return f"{row.keadaan}{late}" + (f", {HANYA_CONTOH}" if row.contoh else "")
    versi = f", versi {row.versi}" if row.versi and row.versi > 1 else ""
    return f"{row.keadaan}, {format_tanggal(row.pertama)}{late}{versi}"


def _period(isi: PandanganRekap, row: BarisPenyampaian) -> str:
    """Name the period only where the recap has several."""
    periods = {item.periode for item in isi.rekap.penyampaian}
    return f", {row.periode.label}" if len(periods) > 1 else ""


def _summarize(isi: PandanganRekap) -> Iterator[tuple[str, str]]:
    rows = isi.rekap.penyampaian
    came = sum(row.pertama is not None for row in rows)
    yield "Paket yang diterima", f"{came} dari {len(rows)}"
    yield "Terlambat atau lewat tenggat", str(sum(bool(row.hari) for row in rows))
    lines = [row for group in isi.kelompok for row in group.baris]
    if isi.dibandingkan is not None:
        yield "Indikator", f"{len(lines)} ({isi.dibandingkan.label})"
    kinds = Counter(row.indikator.kategori for row in lines if row.indikator.kategori)
    if kinds:
        yield (
            "Kategori capaian",
            ", ".join(f"{name} {count}" for name, count in kinds.most_common()),
        )


def _tabulate(group: KelompokIndikator) -> TabelIndikator:
    lines = [
        BarisUnit(
            paket.unit,
            format_nilai(item.target) or _NONE,
            format_nilai(item.realisasi) or _NONE,
            describe_capaian(item),
            item.kategori or _NONE,
            item.capaian,
        )
        for paket, item in group.baris
    ]
    mean = ""
    if group.rata_rata is not None:
        mean = (
            f"Rata-rata capaian {format_angka(group.rata_rata)}% "
            f"({group.terhitung} dari {len(lines)} yang dapat dihitung)."
        )
    return TabelIndikator(group.nama, group.satuan, lines, mean)


def _list_anggaran(rows: Sequence[AnggaranUnit]) -> list[tuple[str, str, str, str]]:
    """Return a line for each unit and their sum: of its last period, which tells the most."""
    latest = {row.paket.unit_id: row for row in rows}.values()
    lines = [_rupiah(row.paket.unit, row.pagu, row.realisasi) for row in latest]
    pagu = add_up([row.pagu for row in latest])
    realisasi = add_up([row.realisasi for row in latest])
    return [*lines, _rupiah("Jumlah", pagu, realisasi)] if lines else []


def _ask(items: Sequence[Kejanggalan]) -> Iterator[tuple[str, str, str]]:
    """Yield what units are asked; what lacks evidence is counted, as it often is nearly all."""
    bare: dict[tuple[str, str], int] = {}
    for item in items:
        if item.jenis is JenisKejanggalan.BUKTI:
            key = item.baris.paket.unit, item.apa
            bare[key] = bare.get(key, 0) + 1
        else:
            yield item.baris.paket.unit, item.baris.indikator.uraian, item.apa
    for (unit, text), count in bare.items():
        yield unit, f"{count} indikator", text


def _rupiah(
    label: str, pagu: Decimal | None, realisasi: Decimal | None
) -> tuple[str, str, str, str]:
    serapan = compute_serapan(pagu, realisasi)
    return (
        label,
        _NONE if pagu is None else format_angka(pagu, 0),
        _NONE if realisasi is None else format_angka(realisasi, 0),
        _NONE if serapan is None else format_persen(serapan),
    )
