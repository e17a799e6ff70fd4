"""Whose an SOP is (`docs/sakip.md` §8): Lumajang is the name of a kecamatan and a kabupaten."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.milik import belongs_to
from tests.domain.sop.contoh import PENGUKURAN, load


@pytest.mark.parametrize(
    ("kecamatan", "kabupaten", "is_own"),
    [
        ("Lumajang", "Lumajang", True),
        ("Kecamatan  LUMAJANG", "Kab. Lumajang", True),
        ("Muncar", "Banyuwangi", False),
        ("Lumajang", "Banyuwangi", False),
        ("", "", False),
    ],
)
def test_an_sop_belongs_to_the_office_whose_names_it_bears(
    kecamatan: str, kabupaten: str, is_own: bool
) -> None:
    assert belongs_to(load(PENGUKURAN), kecamatan, kabupaten) is is_own


def test_a_paper_that_names_no_kabupaten_belongs_to_the_kecamatan() -> None:
    sop = load(PENGUKURAN)
    silent = replace(sop, identitas=replace(sop.identitas, pemerintah=Isian()))
    assert belongs_to(silent, "Lumajang", "Banyuwangi")
    assert not belongs_to(silent, "Candipuro", "Lumajang")
