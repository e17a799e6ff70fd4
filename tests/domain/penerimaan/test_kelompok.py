"""Indicators of units side by side; means and places by hand."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID, uuid4

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.penerimaan.kelompok import (
    find_before,
    fold_sebutan,
    group_indikator,
    rank,
)
from kinerja_desktop.domain.penerimaan.rekap import BarisRekap, PaketRekap
from kinerja_desktop.domain.penerimaan.ringkas import IndikatorMasuk

A, B, C = uuid4(), uuid4(), uuid4()


def indikator(
    uraian: str, capaian: str | None = "100", satuan: str = "%", key: str = ""
) -> IndikatorMasuk:
    found = None if capaian is None else Decimal(capaian)
    return IndikatorMasuk(
        key or uraian, "", "S", uraian, satuan, Decimal(90), found, Keadaan.NILAI, found, found,
        "", "",
    )  # fmt: skip


def paket(unit: UUID, *items: IndikatorMasuk, tahun: int = 2024) -> PaketRekap:
    return PaketRekap(unit, f"Unit {unit}", Periode(tahun), 1, "K", "", items, {})


def lines(*packages: PaketRekap) -> list[BarisRekap]:
    return [BarisRekap(item, one) for item in packages for one in item.indikator]


def names(groups: Iterable[object]) -> list[str]:
    return [getattr(group, "nama") for group in groups]  # noqa: B009


def test_hands_that_differ_in_case_and_spaces_mean_the_same() -> None:
    found = group_indikator(
        lines(paket(A, indikator("Indeks  Kepuasan")), paket(B, indikator("INDEKS kepuasan"))), {}
    )
    assert [(group.nama, len(group.baris)) for group in found] == [("Indeks  Kepuasan", 2)]
    assert found[0].sebutan == (("Indeks  Kepuasan", "%"), ("INDEKS kepuasan", "%"))


def test_another_unit_of_measure_is_another_indicator() -> None:
    found = group_indikator(lines(paket(A, indikator("IKM"), indikator("IKM", satuan="Nilai"))), {})
    assert [group.satuan for group in found] == ["%", "Nilai"]


def test_what_bappeda_joined_stands_under_its_name_with_all_units_of_measure() -> None:
    padanan = {
        fold_sebutan("IKM", "Nilai"): "Kepuasan",
        fold_sebutan("Survei", "Indeks"): "Kepuasan",
    }
    found = group_indikator(
        lines(
            paket(A, indikator("Lain"), indikator("IKM", satuan="Nilai")),
            paket(B, indikator("survei", satuan="indeks")),
        ),
        padanan,
    )
    # Two units before one.
    assert [(group.nama, group.satuan) for group in found] == [
        ("Kepuasan", "Nilai, indeks"), ("Lain", "%"),
    ]  # fmt: skip


def test_the_mean_is_of_what_could_be_computed() -> None:
    # (98,54 + 106,93 + 100) / 3 = 101,8233…; (0,005 + 0) / 2 is half of a hundredth, and up.
    units = [paket(uuid4(), indikator("X", value)) for value in ("98.54", None, "106.93", "100")]
    (group,) = group_indikator(lines(*units), {})
    assert (group.rata_rata, group.terhitung, len(group.baris)) == (Decimal("101.82"), 3, 4)
    (none,) = group_indikator(lines(paket(A, indikator("Y", None))), {})
    assert (none.rata_rata, none.terhitung) == (None, 0)


def test_equal_ones_share_a_place_and_no_figure_has_none() -> None:
    units = [paket(uuid4(), indikator("X", value)) for value in ("90", "110", None, "110", "80")]
    assert rank(lines(*units)) == [3, 1, None, 1, 4]


def test_the_year_before_is_found_by_key_then_by_words() -> None:
    padanan = {fold_sebutan("Baru", "%"): "X", fold_sebutan("Lama", "%"): "X"}
    (line,) = lines(paket(A, indikator("Baru", key="k1")))
    renamed, by_words = indikator("Lain", key="k1"), indikator("Lama", key="k2")
    lalu = lines(paket(A, by_words, renamed, tahun=2023))
    assert find_before(line, lalu, padanan) is renamed
    assert find_before(line, lalu[:1], padanan) is by_words
    assert find_before(line, lalu[:1], {}) is None
