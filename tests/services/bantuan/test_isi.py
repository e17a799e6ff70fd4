"""Finding one's way in the help that travels with the program."""

import pytest

from kinerja_desktop.errors import Problem
from kinerja_desktop.services.bantuan.isi import (
    find_place,
    list_chapters,
    meaning_of,
    meanings_of,
    page_sheet,
    picture_path,
)


def test_a_page_may_mean_something_else_at_bappeda() -> None:
    office, bappeda = page_sheet("beranda"), page_sheet("beranda", is_bappeda=True)
    assert office is not None
    assert bappeda is not None
    assert (office.kunci, bappeda.kunci) == ("halaman/beranda", "halaman/beranda_bappeda")
    shared = page_sheet("dokumen", is_bappeda=True)
    assert shared is page_sheet("dokumen")
    assert page_sheet("tidak-ada") is None


def test_a_link_leads_to_a_sheet_or_a_section_of_it() -> None:
    sheet, section = find_place("istilah#capaian")
    assert (sheet.kunci, section and section.judul) == ("istilah", "Capaian")
    assert find_place("bab/memulai")[1] is None
    with pytest.raises(KeyError):
        find_place("bab/hilang")


def test_the_manual_begins_at_the_beginning() -> None:
    assert [sheet.kunci for sheet in list_chapters()][:2] == ["bab/memulai", "bab/setahun"]


def test_warnings_are_explained_once_for_each_kind() -> None:
    problems = [
        Problem("IKM: realisasi belum diisi"),
        Problem("Nilai SAKIP: realisasi belum diisi"),
        Problem("Ini tidak dikenal bantuan"),
        Problem("IKM: di bawah target, isi faktor penghambat dan rencana tindak lanjut"),
    ]
    assert [arti.judul for arti in meanings_of(problems)] == [
        "Realisasi belum diisi", "Di bawah target tanpa cerita"
    ]  # fmt: skip
    assert meaning_of("Ini tidak dikenal bantuan") is None


def test_a_picture_lies_beside_the_help() -> None:
    assert picture_path("beranda.png").is_file()
