from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, measure
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.laporan.grafik import Bar, Serapan, Series
from kinerja_desktop.domain.laporan.grafik_kinerja import (
    chart_capaian,
    chart_serapan,
    chart_sop,
    chart_tren,
    sebab_tanpa_angka,
)
from kinerja_desktop.domain.sop.posisi import Posisi, Status

IKM = BahanUkur(
    "1", "IKM", "Layanan", target=Decimal(80), isian_tahunan=IsianRealisasi(Decimal(84))
)


def test_a_group_without_a_mean_is_a_word() -> None:
    items = [
        IKM,
        replace(IKM, id="2", kelompok="", isian_tahunan=IsianRealisasi()),
        replace(IKM, id="3", kelompok="Nol", target=Decimal(0)),
    ]
    groups = measure(Periode(2024), items, ProfilRumus()).sasaran
    # 84 of 80 are 105 % (`docs/sakip.md` §4.2).
    assert chart_capaian("Capaian", groups).bars == (
        Bar("Layanan", Decimal("105.00")),
        Bar("Tanpa sasaran", None, "belum ada angka"),
        Bar("Nol", None, "belum ada angka"),
    )
    reasons = [bar.word for bar in chart_capaian("Capaian", groups, sebab_tanpa_angka).bars]
    assert reasons == ["", "belum diisi", "tidak dapat dihitung"]


def test_only_what_has_a_pagu_is_drawn() -> None:
    rows = [("A", Decimal(200), Decimal(50)), ("B", None, Decimal(5)), ("C", Decimal(9), None)]
    chart = chart_serapan("Serapan", rows)
    assert chart is not None
    assert chart.rows == (
        Serapan("A", Decimal(200), Decimal(50), Decimal(25)), Serapan("C", Decimal(9), None, None),
    )  # fmt: skip
    assert chart_serapan("Serapan", rows[1:2]) is None


def test_a_trend_needs_two_years_of_numbers() -> None:
    known: dict[int, tuple[Nilai | None, Nilai | None]] = {
        2024: (Decimal(3), Decimal(4)),
        2022: (Decimal(1), Decimal(2)),
        2023: ("A", "B"),
    }
    chart = chart_tren("IKM", "%", known)
    assert chart is not None
    assert (chart.title, chart.years, chart.unit) == ("IKM", ("2022", "2023", "2024"), "%")
    assert chart.series == (
        Series("Realisasi", (Decimal(2), None, Decimal(4))),
        Series("Target", (Decimal(1), None, Decimal(3))),
    )
    other = chart_tren("IKM", "Nilai", known)
    assert other is not None
    assert other.unit == ""
    assert chart_tren("IKM", "%", {2024: (Decimal(3), Decimal(4)), 2023: (None, None)}) is None


def test_a_case_has_come_as_far_as_its_steps() -> None:
    posisi = Posisi(None, 1, Status.TEPAT_WAKTU, None, None, 0, 3, 12, None)
    chart = chart_sop("SOP", [("Pengukuran, Tahun 2024", posisi)])
    assert chart.bars == (Bar("Langkah 4 dari 12: Pengukuran, Tahun 2024", Decimal(25)),)
    assert chart.target is None
    # 4 of 7 are 57,14 %: a share of steps is told in whole percents.
    chart = chart_sop("SOP", [("x", replace(posisi, langkah_selesai=4, jumlah_langkah=7))])
    assert chart.bars[0].value == Decimal(57)
