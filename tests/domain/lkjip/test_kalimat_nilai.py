"""Targets, realisasi and their distance in words (`docs/sakip.md` §7.8)."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.lkjip.kalimat_nilai import (
    judge_target,
    name_value,
    tell_realisasi,
    tell_target,
    tell_value,
)

D = Decimal


@pytest.mark.parametrize(
    ("nilai", "satuan", "name"),
    [("B", "", "predikat B"), ("WTP", "", "opini WTP"), ("Ya", "", "Ya"), (D(-5), "%", "−5%")],
)
def test_a_value_is_named(nilai: Nilai, satuan: str, name: str) -> None:
    assert name_value(nilai, satuan) == name


def test_ya_and_tidak_are_told_by_what_was_wanted() -> None:
    assert tell_target("Ya", "") == "ditargetkan terpenuhi"
    assert tell_target("Tidak", "") == "ditargetkan tidak terjadi"
    assert tell_target("BB", "") == "ditargetkan memperoleh predikat BB"
    assert tell_realisasi("Ya", "Ya", "") == "terpenuhi"
    assert tell_realisasi("Tidak", "Ya", "") == "tidak terpenuhi"
    assert tell_realisasi("Ya", "Tidak", "") == "terjadi"
    assert tell_realisasi("Tidak", "Tidak", "") == "tidak terjadi"
    assert tell_value("Tidak", "Ya", "") == "tidak terpenuhi"
    assert tell_value(D(3), D(3), "Hari") == "3 hari"


@pytest.mark.parametrize(
    ("target", "realisasi", "satuan", "tercapai", "first", "second"),
    [
        (
            D(5), D(4), "Hari", 1,
            "Target tercapai: realisasi 1 hari lebih cepat daripada target.",
            "Target tercapai dengan realisasi 1 hari lebih cepat daripada target.",
        ),
        (
            D(5), D(7), "Hari", -1,
            "Target belum tercapai: realisasi melebihi batas target selama 2 hari.",
            "Batas target terlampaui selama 2 hari, sehingga target belum tercapai.",
        ),
        (
            D(10), D(25), "Pengaduan", -1,
            "Target belum tercapai: realisasi melebihi batas target sebanyak 15 pengaduan.",
            "Batas target terlampaui sebanyak 15 pengaduan, sehingga target belum tercapai.",
        ),
        (
            D(10), D(12), "%", -1,
            "Target belum tercapai: realisasi melebihi batas target sebesar 2 poin persen.",
            "Batas target terlampaui sebesar 2 poin persen, sehingga target belum tercapai.",
        ),
        (D(5), D(5), "Hari", 0, "Target tercapai.", "Dengan demikian, target terpenuhi."),
    ],
)  # fmt: skip
def test_falling_indicators(
    target: Decimal, realisasi: Decimal, satuan: str, tercapai: int, first: str, second: str
) -> None:
    found = [
        judge_target(target, realisasi, satuan, Arah.TURUN, tercapai=tercapai, bentuk=bentuk)
        for bentuk in (0, 1)
    ]
    assert found == [first, second]


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "tercapai", "first", "second"),
    [
        (
            D(88), D(90), Arah.NAIK, 1,
            "Target terlampaui: realisasi 2 poin di atas target.",
            "Realisasi tersebut melampaui target sebesar 2 poin.",
        ),
        (
            D(90), D(88), Arah.NAIK, -1,
            "Target belum tercapai: realisasi 2 poin di bawah target.",
            "Realisasi tersebut 2 poin di bawah target, sehingga target belum tercapai.",
        ),
        (
            D(90), D(95), Arah.STABIL, -1,
            "Target belum tercapai: realisasi 5 poin di atas target.",
            "Realisasi tersebut 5 poin di atas target, sehingga target belum tercapai.",
        ),
        (
            D(-5), D(-6), Arah.NAIK, 1,
            "Target terlampaui: realisasi 1 poin di bawah target.",
            "Realisasi tersebut 1 poin di bawah target, sehingga target terlampaui.",
        ),
        ("BB", "A", Arah.PREDIKAT, 1, "Target terlampaui.", "Dengan demikian, target terlampaui."),
    ],
)  # fmt: skip
def test_all_others(
    target: Nilai, realisasi: Nilai, arah: Arah, tercapai: int, first: str, second: str
) -> None:
    found = [
        judge_target(target, realisasi, "Nilai", arah, tercapai=tercapai, bentuk=bentuk)
        for bentuk in (0, 1)
    ]
    assert found == [first, second]
