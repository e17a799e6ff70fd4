from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.kalender_tahun import ButirKalender
from kinerja_desktop.ui.beranda.calendar import YearCard
from kinerja_desktop.ui.shell.application import make_application

LATE = ButirKalender(
    "LKjIP 2024", date(2025, 2, 28), "terlambat 3 hari kerja", False, True,
    "tertanggal 20 Februari 2024", "lkjip",
)  # fmt: skip
DONE = ButirKalender("PK 2025", date(2025, 2, 2), "sudah ditandatangani", True, False, "", "x")
OPEN = ButirKalender("Rencana Aksi 2025", None, "aturan tidak menyebut batasnya", False, False, "",
                     "x")  # fmt: skip


def texts(card: YearCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]


def test_each_line_says_when_how_it_stands_and_what_was_last_year(qtbot: QtBot) -> None:
    make_application()
    card = YearCard()
    qtbot.addWidget(card)
    card.show()
    card.show_year(2025, [])
    assert card.isHidden()
    card.show_year(2025, [LATE, DONE, OPEN])
    assert not card.isHidden()
    found = texts(card)
    assert found[0] == "Kalender 2025"
    # A state is a sign and words, never a colour alone.
    assert {
        "28 Feb", "■ terlambat 3 hari kerja", "Tahun lalu tertanggal 20 Februari 2024",
        "✓ sudah ditandatangani", "–", "aturan tidak menyebut batasnya",
    } <= set(found)  # fmt: skip
    card.show_year(2025, [LATE, DONE, OPEN])
    assert texts(card) == found
    card.show_year(2025, [DONE])
    assert "28 Feb" not in texts(card)


def test_a_long_year_is_shown_wholly_when_it_is_asked_for(qtbot: QtBot) -> None:
    make_application()
    card = YearCard()
    qtbot.addWidget(card)
    card.show()
    card.show_year(2025, [replace(DONE, apa=f"Butir {number}") for number in range(12)])
    assert "Butir 9" not in texts(card)
    assert card.more.text() == "Tampilkan semua (12)"
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    assert "Butir 11" in texts(card)
    assert not card.more.isVisible()
