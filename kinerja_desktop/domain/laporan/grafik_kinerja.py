"""The charts of performance, made of figures: the LKjIP prints them, Beranda shows them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.angka.angka import round_half_up
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilSasaran
from kinerja_desktop.domain.laporan.grafik import (
    Bar,
    BarChart,
    Serapan,
    SerapanChart,
    Series,
    TrendChart,
)
from kinerja_desktop.domain.sop.posisi import Posisi

#: The name of indicators that stand below no sasaran.
TANPA_SASARAN = "Tanpa sasaran"
BELUM_DIISI, TANPA_ANGKA = "belum diisi", "tidak dapat dihitung"
SETAHUN_SEKALI = "diukur setahun sekali"


def tanpa_angka(_: HasilSasaran) -> str:
    """Say that a group has no mean, as the LKjIP prints it."""
    return "belum ada angka"


def sebab_tanpa_angka(group: HasilSasaran) -> str:
    """Say why a group has no mean, for whoever can still mend it."""
    return name_sebab(group.indikator)


def name_sebab(indikator: Sequence[HasilIndikator]) -> str:
    """Say why some indicators together have no mean."""
    states = {item.utama.capaian.keadaan for item in indikator if not is_out_of_turn(item)}
    if indikator and not states:
        return SETAHUN_SEKALI
    if Keadaan.BELUM_DIISI in states:
        return BELUM_DIISI
    return "tidak berlaku" if states == {Keadaan.TIDAK_BERLAKU} else TANPA_ANGKA


def is_out_of_turn(item: HasilIndikator) -> bool:
    """Tell whether an indicator is measured once a year, and this is a triwulan without it."""
    bahan, utama = item.bahan, item.utama
    return (
        bahan.akumulasi is Akumulasi.TAHUNAN_SAJA
        and utama.capaian.keadaan in (Keadaan.BELUM_DIISI, Keadaan.TIDAK_BERLAKU)
        # Of the year itself it would be held against the target of the year.
        and utama.target is None
        and bahan.target is not None
    )


def chart_capaian(
    judul: str,
    groups: Iterable[HasilSasaran],
    word: Callable[[HasilSasaran], str] = tanpa_angka,
    digits: int | None = None,
) -> BarChart:
    """Return the mean capaian of each group as bars.

    Args:
        judul: printed above the chart.
        groups: as they were measured.
        word: says why there is no number.
        digits: decimals of all figures; see `BarChart`.
    """
    bars = (
        Bar(
            group.uraian or TANPA_SASARAN,
            group.rata_rata.tampil,
            "" if group.rata_rata.tampil is not None else word(group),
        )
        for group in groups
    )
    return BarChart(judul, tuple(bars), digits=digits)


def chart_serapan(
    judul: str, rows: Iterable[tuple[str, Decimal | None, Decimal | None]]
) -> SerapanChart | None:
    """Return name, pagu and realisasi (rupiah) of programs; None when none has a pagu."""
    bars = tuple(
        Serapan(nama, pagu, realisasi, compute_serapan(pagu, realisasi))
        for nama, pagu, realisasi in rows
        if pagu is not None
    )
    return SerapanChart(judul, bars) if bars else None


def chart_tren(
    uraian: str, satuan: str, known: Mapping[int, tuple[Nilai | None, Nilai | None]]
) -> TrendChart | None:
    """Return target and realisasi of an indicator over the years.

    Args:
        uraian: of the indicator.
        satuan: its unit.
        known: target and realisasi by year.

    Returns:
        None until there are two years of numbers.
    """
    years = tuple(sorted(known))
    targets = tuple(_number(known[year][0]) for year in years)
    reached = tuple(_number(known[year][1]) for year in years)
    if sum(value is not None for value in reached) < 2:
        return None
    series = (Series("Realisasi", reached), Series("Target", targets))
    unit = satuan if satuan == "%" else ""
    return TrendChart(uraian, tuple(map(str, years)), series, unit)


def chart_sop(judul: str, cases: Sequence[tuple[str, Posisi]]) -> BarChart:
    """Return how far each running case of an SOP has come: steps done, in whole % of all."""
    bars = (
        Bar(
            f"Langkah {posisi.langkah_selesai + 1} dari {posisi.jumlah_langkah}: {nama}",
            round_half_up(Decimal(100 * posisi.langkah_selesai) / posisi.jumlah_langkah, 0),
        )
        for nama, posisi in cases
    )
    return BarChart(judul, tuple(bars), target=None)


def _number(value: Nilai | None) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
