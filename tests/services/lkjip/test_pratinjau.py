import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.kerangka import show_section
from kinerja_desktop.services.lkjip.pratinjau import preview_section
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.services.sop.own import draft_own, save_own
from tests.documents.reading import pages_of
from tests.services.lkjip.office import PERIODE, TAHUN


def test_the_chapter_of_a_section_is_shown_with_unsaved_text(muncar: Office) -> None:
    shown = preview_section(muncar, TAHUN, "kesimpulan", "Belum disimpan")
    assert "PENUTUP" in pages_of(shown.pdf)[0]
    assert "Belum disimpan" in pages_of(shown.pdf)[0]
    assert (shown.halaman, 0 < shown.atas < 1) == (0, True)


def test_the_chapter_is_page_for_page_that_of_the_whole_report(muncar: Office) -> None:
    write_text(muncar, TAHUN, "latar_belakang", "Teks " * 900)
    whole = pages_of(documents.build_pdf(muncar, Permintaan("lkjip", PERIODE)))
    first = next(n for n, page in enumerate(whole) if "PENDAHULUAN" in page and n > 3)
    shown = pages_of(preview_section(muncar, TAHUN, "dasar_hukum", None).pdf)
    assert len(shown) >= 2
    assert shown == whole[first : first + len(shown)]


def test_lists_of_contents_name_the_pages_of_the_whole_report(muncar: Office) -> None:
    (page,) = pages_of(preview_section(muncar, TAHUN, "daftar_isi", None).pdf)
    assert "3.3 Realisasi Anggaran" in page


def test_a_hidden_section_shows_the_front_of_its_chapter(muncar: Office) -> None:
    show_section(muncar, TAHUN, "kesimpulan", False)
    show_section(muncar, TAHUN, "lampiran_struktur", False)
    shown = preview_section(muncar, TAHUN, "kesimpulan", None)
    assert shown.halaman == 0
    assert "PENUTUP" in pages_of(shown.pdf)[0]
    assert len(pages_of(shown.pdf)) == 1


def test_a_later_section_is_found_on_its_page(muncar: Office) -> None:
    shown = preview_section(muncar, TAHUN, "anggaran", None)
    assert "3.3 Realisasi Anggaran" in pages_of(shown.pdf)[shown.halaman]


@pytest.mark.parametrize("kunci", ["sampul", "daftar_isi", "lampiran_sop", "lampiran_checklist"])
def test_every_piece_has_a_preview(muncar: Office, kunci: str) -> None:
    assert preview_section(muncar, TAHUN, kunci, None).pdf.startswith(b"%PDF")


def test_a_section_that_is_gone_is_said(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="sudah tidak ada"):
        preview_section(muncar, TAHUN, "hilang", None)


def test_an_attached_sop_has_the_legend_of_what_is_no_symbol_of_sop_ap(muncar: Office) -> None:
    """`docs/sakip.md` §8.1: anything but the five symbols that is drawn needs a legend."""
    sop_id = next(item.id for item in list_sop(muncar) if item.sop.id == "LMJ-UKUR-2024")
    save_own(muncar, sop_id, draft_own(muncar, sop_id, pakai_usulan=True))
    show_section(muncar, TAHUN, "lampiran_sop", True)
    text = " ".join(pages_of(preview_section(muncar, TAHUN, "lampiran_sop", None).pdf))
    assert "KECAMATAN MUNCAR" in text
    assert "Kotak kecil pada diagram alir: " in text
    assert "disimpulkan" not in text
