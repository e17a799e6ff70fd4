"""Penerimaan: packages looked for, judged, taken in with their receipt; units and deadlines."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.services.penerimaan import reception
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.store.records import PerangkatDaerah
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.penerimaan import receive_tab
from kinerja_desktop.ui.penerimaan.page import PenerimaanPage
from kinerja_desktop.ui.penerimaan.receive_tab import ReceiveTab
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA, pages_of
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.services.penerimaan.senders import rows
from tests.ui.window import current_page, open_window, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, bappeda: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as opened:
        opened.open_page("penerimaan")
        settle(qtbot, opened)
        yield opened


@pytest.fixture
def tab(window: MainWindow) -> ReceiveTab:
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    found = page.tab("terima")
    assert isinstance(found, ReceiveTab)
    return found


def look(qtbot: QtBot, window: MainWindow, tab: ReceiveTab, *places: Path) -> None:
    tab.look(places)
    settle(qtbot, window)


def judged(tab: ReceiveTab) -> list[tuple[str, str]]:
    model = tab.model
    return [
        (str(model.index(row, 0).data()), str(model.index(row, 3).data()))
        for row in range(model.rowCount())
    ]


def take(qtbot: QtBot, window: MainWindow, tab: ReceiveTab) -> None:
    qtbot.mouseClick(tab.take_button, LEFT)
    settle(qtbot, window)


def test_bappeda_has_pages_of_its_own(window: MainWindow) -> None:
    assert [page.KEY for page in pages_of("bappeda")] == [
        "beranda", "penerimaan", "rekap", "dokumen", "riwayat", "pengaturan",
    ]  # fmt: skip
    assert pages_of("kecamatan")[0].KEY == "beranda"


def test_packages_are_found_judged_and_taken_in(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, bappeda: Office, sticks: Path
) -> None:
    assert not tab.take_button.isEnabled()
    look(qtbot, window, tab, sticks / "v1", sticks / "klakah")
    assert sorted(judged(tab)) == [("Kecamatan Candipuro", "Baru"), ("Kecamatan Klakah", "Baru")]
    assert "Kode paket" in tab.pane.text.toPlainText()
    assert tab.take_button.text() == "Terim&a (2)"
    tab.receiver.setText("Sri Rahayu")
    take(qtbot, window, tab)
    assert "2 paket diterima; 2 tanda terima" in tab.result.text()
    for kind in ("pdf", "json"):
        assert sorted(path.name for path in sticks.glob(f"*/TANDA_TERIMA_*.{kind}")) == [
            f"TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.{kind}",
            f"TANDA_TERIMA_KLAKAH_2024_TAHUNAN.{kind}",
        ]
    look(qtbot, window, tab, sticks / "v1", sticks / "v2")
    states = [state for _, state in judged(tab)]
    assert "Sudah diterima" in states
    assert any(state.startswith("Versi baru, ") for state in states)
    tab.table.selectRow(next(i for i, state in enumerate(states) if state.startswith("Versi")))
    assert "Beda dengan versi sebelumnya" in tab.pane.text.toPlainText()


def test_a_package_that_does_not_hold_is_refused_in_words(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, sticks: Path
) -> None:
    (package,) = (path for path in (sticks / "v1").iterdir() if path.name.startswith("SAKIP_"))
    data = package / "data" / "data.json"
    data.write_bytes(data.read_bytes() + b" ")
    look(qtbot, window, tab, sticks / "v1")
    assert judged(tab) == [(package.name, "Tidak dapat diterima")]
    assert "berubah atau rusak" in tab.pane.text.toPlainText()
    assert not tab.take_button.isEnabled()


def test_an_unknown_sender_is_added_and_judged_again_at_once(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, bappeda: Office, sticks: Path
) -> None:
    assert "tampil di sini" in tab.pane.text.placeholderText()
    with bappeda.journal.action("Menghapus") as session:
        unit = session.exec(select(PerangkatDaerah).where(PerangkatDaerah.nama == "Klakah")).one()
        session.delete(unit)
    look(qtbot, window, tab, sticks / "klakah")
    assert judged(tab)[0][1] == "Tidak dapat diterima"
    assert tab.pane.add_button.isVisible()
    qtbot.mouseClick(tab.pane.add_button, LEFT)
    settle(qtbot, window)
    assert judged(tab) == [("Kecamatan Klakah", "Baru")]
    assert not tab.pane.add_button.isVisible()
    assert tab.take_button.isEnabled()


def test_what_came_of_another_year_says_where_to_look(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, sticks: Path
) -> None:
    written: list[Path] = []
    window.context.written.connect(lambda _, folder: written.append(folder))
    look(qtbot, window, tab, sticks / "v1")
    window.context.set_periode(Periode(2026))
    settle(qtbot, window)
    take(qtbot, window, tab)
    said = "Paketnya untuk Tahun 2024, di atas terpilih Tahun 2026"
    assert said in tab.result.text()
    # The folder of the receipt opens from the line below, as of all that is written.
    assert written == [sticks / "v1"]
    window.context.set_periode(Periode(2024))
    look(qtbot, window, tab, sticks / "klakah")
    take(qtbot, window, tab)
    assert "di atas terpilih" not in tab.result.text()


def test_a_period_that_is_not_asked_for_needs_a_reason(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, bappeda: Office, sticks: Path
) -> None:
    set_tenggat(bappeda, Periode(2024, 4), bappeda.today())
    look(qtbot, window, tab, sticks / "v1")
    assert judged(tab)[0][1] == "Perlu alasan"
    assert not tab.take_button.isEnabled()
    assert tab.pane.reason.isVisible()
    qtbot.keyClicks(tab.pane.reason, "Diminta lewat telepon")
    assert tab.take_button.isEnabled()
    take(qtbot, window, tab)
    assert [row.alasan for row in rows(bappeda)] == ["Diminta lewat telepon"]


def test_zips_folders_and_sticks_are_ways_in(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, sticks: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    archive = shutil.make_archive(str(sticks / "kirim"), "zip", sticks / "klakah")
    monkeypatch.setattr(dialogs, "choose_files", lambda *_: [Path(archive)])
    qtbot.mouseClick(tab.zip_button, LEFT)
    settle(qtbot, window)
    assert judged(tab) == [("Kecamatan Klakah", "Baru")]
    folder = tab.model.rows[0].tempat.folder
    assert folder.is_dir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: sticks / "v1")
    qtbot.mouseClick(tab.folder_button, LEFT)
    settle(qtbot, window)
    assert judged(tab) == [("Kecamatan Candipuro", "Baru")]
    qtbot.waitUntil(lambda: not folder.exists())
    drives: list[Sequence[Drive]] = [[], [Drive(sticks / "klakah", "E", 1, True)]]
    monkeypatch.setattr(receive_tab, "list_drives", lambda: drives.pop(0))
    qtbot.mouseClick(tab.stick_button, LEFT)
    settle(qtbot, window)
    assert "Tidak ada flashdisk" in tab.result.text()
    qtbot.mouseClick(tab.stick_button, LEFT)
    qtbot.waitUntil(lambda: judged(tab) == [("Kecamatan Klakah", "Baru")], timeout=20_000)


def test_a_place_without_packages_says_what_a_package_is(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, tmp_path: Path
) -> None:
    (tmp_path / "kosong").mkdir()
    look(qtbot, window, tab, tmp_path / "kosong")
    assert "diawali SAKIP_" in tab.result.text()


def test_a_receipt_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, tab: ReceiveTab, sticks: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    look(qtbot, window, tab, sticks / "v1")

    def fail(*_: object) -> None:
        raise KinerjaError("Flashdisk hanya dapat dibaca.")

    with monkeypatch.context() as patch:
        patch.setattr(reception, "write_tanda_terima", fail)
        take(qtbot, window, tab)
    assert "1 paket diterima; 0 tanda terima" in tab.result.text()
    assert "Flashdisk hanya dapat dibaca" in tab.result.text()
    # With a stick that can be written the receipt follows.
    look(qtbot, window, tab, sticks / "v1")
    assert tab.take_button.text() == "Tulis tanda terim&a"
    take(qtbot, window, tab)
    assert tab.result.text().startswith("0 paket diterima; 1 tanda terima")
    assert (sticks / "v1" / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.json").exists()


def test_units_and_deadlines_are_tables(qtbot: QtBot, window: MainWindow) -> None:
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    for key, count in (("unit", 21), ("tenggat", 0)):
        page.receive(key)
        settle(qtbot, window)
        editor = page.tab(key)
        assert isinstance(editor, SectionEditor)
        assert editor.model.rowCount() == count
