"""A reader's window: what would write is grey and says why; nothing is refused after the deed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import context as base_context
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.base.reading_only import note_reader
from kinerja_desktop.ui.base.writing import READER_REASON, writes
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from tests.journeys.all_tabs import walk
from tests.journeys.clerk import Clerk, at_work
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import take
from tests.ui.pengumpulan.window import drop
from tests.ui.window import current_page, open_window

__all__ = ["bappeda", "sent", "sticks"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def put(window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    writes(*widgets)
    window.show()


def test_a_button_is_grey_and_says_why_whatever_its_page_says(window: QWidget) -> None:
    note_reader(window, may_write=False)
    button, box = QPushButton("Hapus"), QCheckBox("Ya")
    put(window, button, box)
    for widget in (button, box):
        assert not widget.isEnabled()
        assert widget.toolTip() == READER_REASON
        widget.setEnabled(True)
        assert not widget.isEnabled()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.click()
    assert pressed == []


def test_one_that_is_let_free_with_its_panel_is_held_back_as_well(window: QWidget) -> None:
    note_reader(window, may_write=False)
    panel = QWidget()
    button = QPushButton("Hapus", panel)
    writes(button)
    panel.setEnabled(False)
    put(window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(panel)
    panel.show()
    panel.setEnabled(True)
    assert not button.isEnabled()


def test_texts_are_read_and_dates_open_no_calendar(window: QWidget) -> None:
    note_reader(window, may_write=False)
    text, line, day = QPlainTextEdit("Banjir"), QLineEdit("Kasi"), DateField()
    put(window, text, line, day)
    for field in (text, line, day):
        assert field.isEnabled(), "it can be chosen and copied"
        assert field.isReadOnly()
        field.setReadOnly(False)
        assert field.isReadOnly()
        assert field.toolTip() == READER_REASON
    day.open_calendar()
    assert QApplication.activePopupWidget() is None


def test_who_may_write_is_hindered_by_nothing(window: QWidget) -> None:
    button, line = QPushButton("Hapus"), QLineEdit()
    put(window, button, line)
    assert button.isEnabled()
    assert button.toolTip() == ""
    assert not line.isReadOnly()
    button.setEnabled(False)
    button.setEnabled(True)
    assert button.isEnabled()


#: Beginnings of the words on buttons that a reader may press: they show, print, copy or lead on.
SHOWING = (
    "?", "Apa artinya", "Baca", "Berkas", "Buat cadangan", "Buka", "Cetak", "Cocokkan", "Dokumen",
    "Ekspor", "Formulir kosong", "Isi tenggat", "Jalur", "Kriteria", "Lihat", "Mode baca",
    "Naskah sumber", "Nomor berikutnya", "Paket bukti", "Peringkat", "Periksa", "Pilih tabel",
    "Pindahkan ke", "Pindaian", "Pratinjau", "Rekap", "Salin laporan", "Segarkan", "Simpan",
    "Surat lain", "Surat pengantar", "Surat pengingat", "Tampilkan", "Tanda terima",
    "Tulis komentar", "Cari", "Pilih folder", "Pilih ZIP", "Perbarui dari flashdisk",
    "Pilih berkas pemasang",
)  # fmt: skip
#: Fields in which a reader may type: what is looked for, from when to when, the kode of a paper.
LOOKING = (
    "Cari ", "tindakan atau pelaku", "XXXX-", "Misalnya banjir", "Kosong: diisi dengan tangan",
)  # fmt: skip
#: Panels whose fields choose what is shown, by their kind or their name.
CHOOSING = ("TrailTab", "ChoiceBox", "Tahun buku")


def list_open(clerk: Clerk, pages: Sequence[LazyPage]) -> Iterator[str]:
    """Tell what a reader could still press or type in, on every page and tab."""
    for where in walk(clerk, pages):
        page = current_page(clerk.window)
        for button in page.findChildren(QPushButton):
            words = button.text().replace("&&", "&").replace("&", "")
            is_remark = words[:1].isdigit()
            if _is_open(button) and not is_remark and not words.startswith(SHOWING):
                yield f"{where}: tombol {words}"
        fields: list[QLineEdit | QPlainTextEdit | QTextEdit] = [
            *page.findChildren(QLineEdit),
            *page.findChildren(QPlainTextEdit),
            *page.findChildren(QTextEdit),
        ]
        for field in fields:
            hint = field.placeholderText()
            panel = field.parentWidget()
            holder = type(panel).__name__
            name = panel.accessibleName() if panel else ""
            is_choosing = bool({holder, name} & set(CHOOSING))
            is_looking = hint.startswith(LOOKING) or is_choosing
            if _is_open(field) and not field.isReadOnly() and not is_looking:
                yield f"{where}: isian {field.accessibleName() or hint or holder}"


def _is_open(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


@pytest.fixture
def as_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server says so of a role; here every office does."""
    monkeypatch.setattr(base_context, "may_write", lambda _: False)


@pytest.mark.usefixtures("as_reader")
def test_in_a_kecamatan_nothing_offers_to_be_written(
    qtbot: QtBot, latihan: Office, tmp_path: Path
) -> None:
    with at_work(qtbot, latihan, Periode(2025, 3)) as clerk:
        assert sorted(set(list_open(clerk, PAGES))) == []
        clerk.window.open_page("pengukuran")
        page = current_page(clerk.window)
        assert isinstance(page, PengukuranPage)
        assert page.line.text() == "Ctrl+C menyalin untuk Excel · Ctrl+F mencari"
        clerk.window.open_page("dokumen")
        clerk.wait()
        said: list[str] = []
        clerk.window.context.said.connect(said.append)
        for name in ("formulir.xlsx", "tertanda.png"):
            drop(clerk.window, [tmp_path / name])
        qtbot.waitUntil(lambda: len(said) == 2)
        assert set(said) == {READER_REASON}
        assert current_page(clerk.window).KEY == "dokumen"


@pytest.mark.usefixtures("as_reader")
def test_at_bappeda_neither(qtbot: QtBot, bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as window:
        assert sorted(set(list_open(Clerk(qtbot, window), PAGES_BAPPEDA))) == []
