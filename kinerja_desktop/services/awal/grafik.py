"""The charts of the first page, each read when it is looked at."""

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilPengukuran, measure_indikator
from kinerja_desktop.domain.laporan.grafik import BarChart, SerapanChart, TrendChart
from kinerja_desktop.domain.laporan.grafik_kinerja import (
    chart_capaian,
    chart_serapan,
    chart_sop,
    chart_tren,
    sebab_tanpa_angka,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import list_program
from kinerja_desktop.services.sop.cases import list_cases


def draw_capaian(hasil: HasilPengukuran) -> BarChart | None:
    """Return capaian per sasaran of a measured period; None when there is nothing to draw."""
    if not hasil.sasaran:
        return None
    judul = f"Capaian per sasaran, {hasil.periode.label}"
    return chart_capaian(judul, hasil.sasaran, sebab_tanpa_angka)


def read_serapan(office: Office, periode: Periode) -> SerapanChart | None:
    """Return the serapan of each program s.d. a period; None without a pagu."""
    program = list_program(office, periode)
    return chart_serapan(
        f"Serapan anggaran per program, {periode.label}",
        ((row.nama, row.pagu, row.realisasi) for row in program),
    )


def read_tren(office: Office, tahun: int) -> list[TrendChart]:
    """Return target and realisasi over the years of each indicator that has two of them.

    The years are those that the LKjIP compares, measured as it measures them.
    """
    # Only who looks at the trend needs what the report is made of.
    from kinerja_desktop.services.lkjip.bahan import TAHUN_BANDING, read_measured

    with office.journal.reading() as session:
        years = [read_measured(session, year) for year in range(tahun - TAHUN_BANDING, tahun + 1)]
    known: dict[str, dict[int, tuple[Nilai | None, Nilai | None]]] = {}
    for year in years:
        for bahan in year.bahan:
            utama = measure_indikator(Periode(year.tahun), bahan, year.profil).utama
            if year.tahun == tahun or utama.target is not None or utama.realisasi is not None:
                known.setdefault(bahan.id, {})[year.tahun] = (utama.target, utama.realisasi)
    charts = (chart_tren(bahan.uraian, bahan.satuan, known[bahan.id]) for bahan in years[-1].bahan)
    return [chart for chart in charts if chart is not None]


def tell_draft(office: Office, *, is_final: bool) -> str:
    """Return what a chart that leaves its page says while its period is no final; else nothing."""
    if is_final:
        return ""
    return f"Draf, keadaan {format_tanggal(office.today())}; masih dapat berubah"


def read_kemajuan_sop(office: Office) -> BarChart | None:
    """Return how far each running case has come; None when none runs."""
    cases = [
        (f"{case.sop.nama}, {case.periode.label}", case.posisi)
        for case in list_cases(office)
        if case.is_running
    ]
    return chart_sop("Kemajuan SOP yang berjalan", cases) if cases else None
