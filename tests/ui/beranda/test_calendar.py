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
TODAY = date(2025, 2, 1)
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
    card.show_year(TODAY, [])
    assert card.isHidden()
    card.show_year(TODAY, [LATE, DONE, OPEN])
    assert not card.isHidden()
    found = texts(card)
    assert found[0] == "Kalender 2025"
    # A state is a sign and words, never a colour alone.
    assert {
        "28 Feb", "■ terlambat 3 hari kerja", "Tahun lalu tertanggal 20 Februari 2024",
        "✓ sudah ditandatangani", "–", "aturan tidak menyebut batasnya",
    } <= set(found)  # fmt: skip
    card.show_year(TODAY, [LATE, DONE, OPEN])
    assert texts(card) == found
    card.show_year(TODAY, [DONE])
    assert "28 Feb" not in texts(card)


def test_a_long_year_is_shown_wholly_when_it_is_asked_for(qtbot: QtBot) -> None:
    make_application()
    card = YearCard()
    qtbot.addWidget(card)
    card.show()
    card.show_year(TODAY, [replace(DONE, apa=f"Butir {number}") for number in range(12)])
    assert "Butir 9" not in texts(card)
    assert card.more.text() == "Tampilkan semua (12)"
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    assert "Butir 11" in texts(card)
    assert not card.more.isVisible()


def test_what_comes_next_stands_first_and_what_is_over_is_folded(qtbot: QtBot) -> None:
    """In November all of this year may be over; the next days are those after New Year."""
    november = date(2025, 11, 28)
    skipped = ButirKalender(
        "TW I", date(2025, 4, 30), "sebelum kantor memakai program ini", False, False, "", "x"
    )
    coming = ButirKalender(
        "LKjIP 2025", date(2026, 2, 28), "64 hari kerja lagi", False, False, "", "lkjip"
    )
    make_application()
    card = YearCard()
    qtbot.addWidget(card)
    card.show()
    card.show_year(november, [DONE, LATE, skipped, coming])
    found = texts(card)
    assert found[0] == "Kalender 2025–2026"
    assert {"LKjIP 2024", "LKjIP 2025", "28 Feb 2026"} <= set(found), "what is late stays"
    assert not {"PK 2025", "TW I"} & set(found)
    assert card.more.text() == "Tampilkan semua (4, 2 sudah lewat)"
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    assert {"PK 2025", "TW I", "LKjIP 2025"} <= set(texts(card))
    later = YearCard()
    qtbot.addWidget(later)
    later.show()
    later.show_year(november, [DONE, skipped])
    assert "Tidak ada yang jatuh tempo dalam setengah tahun ini." in texts(later)
