import pytest

from kinerja_desktop.paths import resource
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.shell.pages import PAGES


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: str(entry.KEY))
def test_a_page_is_listed_under_its_own_name(entry: LazyPage) -> None:
    page = entry.load()
    assert page.ENTRY is entry
    listed = (entry.KEY, entry.TITLE, entry.ICON, entry.GROUP, entry.TABLES)
    assert listed == (page.KEY, page.TITLE, page.ICON, page.GROUP, page.TABLES)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: str(entry.KEY))
def test_every_page_has_its_icon(entry: LazyPage) -> None:
    assert resource(f"icons/{entry.ICON}.svg").exists()


def test_the_menu_is_that_of_the_design() -> None:
    """`docs/architecture.md` §4.4."""
    assert [entry.KEY for entry in PAGES] == [
        "beranda", "renstra", "perjanjian", "rencana_aksi", "anggaran", "pengumpulan",
        "pengukuran", "evaluasi", "lkjip", "lke", "sop", "surat", "dokumen", "kirim",
        "riwayat", "pengaturan",
    ]  # fmt: skip


def test_a_page_depends_on_tables_that_there_are() -> None:
    assert [entry.KEY for entry in PAGES if not set(RECORDS) >= entry.TABLES] == []
