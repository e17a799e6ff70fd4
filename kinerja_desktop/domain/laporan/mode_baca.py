"""The slides of *Mode baca*: a period cut into pages that a meeting can read from afar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilPengukuran, HasilSasaran
from kinerja_desktop.domain.laporan.grafik import Bar, BarChart
from kinerja_desktop.domain.laporan.grafik_kinerja import SETAHUN_SEKALI, is_out_of_turn
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_capaian, angka_nilai
from kinerja_desktop.domain.laporan.ringkasan_camat import BandingSasaran

#: As many indicators with their stories as are legible at once.
PER_LEMBAR = 3


@dataclass(frozen=True)
class AngkaTampil:
    """The figures of an indicator as a meeting saw them."""

    realisasi: str
    capaian: str


@dataclass(frozen=True)
class LembarBaca:
    """One slide: a sasaran, or a part of one that has many indicators.

    Attributes:
        judul: words of the sasaran.
        bagian: ``1 dari 2``; empty where the sasaran has one slide.
        banding: its mean against last year.
        warna: the role of its kategori.
    """

    judul: str
    bagian: str
    banding: BandingSasaran
    warna: str
    indikator: tuple[HasilIndikator, ...]


def list_lembar(
    hasil: HasilPengukuran, banding: Sequence[BandingSasaran]
) -> tuple[LembarBaca, ...]:
    """Return the slides of a period, in the order of the form.

    Args:
        hasil: the measured period.
        banding: its sasaran against last year, in the same order.
    """
    return tuple(
        slide
        for group, row in zip(hasil.sasaran, banding, strict=True)
        for slide in _cut(group, row)
    )


def _cut(group: HasilSasaran, banding: BandingSasaran) -> list[LembarBaca]:
    count = -(-len(group.indikator) // PER_LEMBAR)
    return [
        LembarBaca(
            banding.uraian,
            f"{number + 1} dari {count}" if count > 1 else "",
            banding,
            group.rata_rata.warna,
            group.indikator[number * PER_LEMBAR : (number + 1) * PER_LEMBAR],
        )
        for number in range(count)
    ]


def chart_lembar(lembar: LembarBaca) -> BarChart:
    """Return the capaian of a slide's indicators as bars, in the numbers that they bear there."""
    bars = tuple(
        Bar(
            f"{number}. {item.bahan.uraian}",
            item.utama.capaian.tampil,
            "" if item.utama.capaian.tampil is not None else name_keadaan(item),
        )
        for number, item in enumerate(lembar.indikator, start=1)
    )
    # Beside the table, whose figures are written as they were rounded.
    figures = [-int(bar.value.as_tuple().exponent) for bar in bars if bar.value is not None]
    return BarChart(f"Capaian {lembar.judul}", bars, digits=max(figures, default=None))


def name_keadaan(item: HasilIndikator) -> str:
    """Say in words why an indicator has no capaian: belum diisi, diukur setahun sekali, …."""
    if is_out_of_turn(item):
        return SETAHUN_SEKALI
    return item.utama.capaian.keadaan.value.replace("_", " ")


def list_angka(hasil: HasilPengukuran) -> dict[str, AngkaTampil]:
    """Return the figures that are shown, by id of the indicator."""
    return {
        item.bahan.id: AngkaTampil(
            angka_nilai(item.utama.realisasi).teks, angka_capaian(item.utama.capaian).teks
        )
        for item in hasil.indikator
    }


def find_changed(
    kini: Mapping[str, AngkaTampil], dulu: Mapping[str, AngkaTampil]
) -> dict[str, AngkaTampil]:
    """Return the old figures of what reads differently now; what was not there is not named."""
    return {key: old for key, old in dulu.items() if key in kini and kini[key] != old}
