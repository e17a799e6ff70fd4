"""Printing, on a printer that writes a PDF; its pages are read back with another program."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.paper import print_dialog, printing
from kinerja_desktop.ui.paper.print_dialog import PrintDialog, PrintOrder, parse_pages
from kinerja_desktop.ui.paper.printing import paint_pages, print_pdf
from kinerja_desktop.ui.paper.sheet import (
    Sheet,
    describe_sheets,
    read_sheets,
    set_sheet,
    sheet_of,
)
from tests.ui.paper.pdf_pages import A4, F4, F4_ACROSS, make_pdf

MIXED = make_pdf(F4, F4_ACROSS, F4)
NAME = "Epson"


def order(*pages: int, copies: int = 1) -> PrintOrder:
    return PrintOrder(NAME, copies, pages)


def quiet_task() -> Task:
    return Task(lambda *_: None)


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    """A printer that writes a PDF."""
    device = QPrinter()
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "cetak.pdf"))
    device.setResolution(printing.RESOLUTION)
    return device


def printed(folder: Path) -> list[tuple[float, float]]:
    """The sizes of the printed pages in millimetres."""
    pages = PdfReader(folder / "cetak.pdf").pages
    boxes = (page.mediabox for page in pages)
    return [(float(b.width) * 25.4 / 72, float(b.height) * 25.4 / 72) for b in boxes]


def sheets_of(pdf: bytes) -> list[Sheet]:
    with printing.opened(pdf) as document:
        return read_sheets(document)


def test_every_page_is_printed_on_its_own_paper_upright_or_across(
    printer: QPrinter, tmp_path: Path
) -> None:
    set_sheet(printer, sheets_of(MIXED)[0])
    assert paint_pages(MIXED, printer, order(0, 1, 2), quiet_task()) == 3
    for size, wanted in zip(printed(tmp_path), (F4, F4_ACROSS, F4), strict=True):
        assert size == pytest.approx(wanted, abs=0.5)


def test_what_is_printed_stands_where_it_stands_in_the_document(
    qtbot: QtBot, printer: QPrinter, tmp_path: Path
) -> None:
    pdf = make_pdf(F4)
    set_sheet(printer, sheets_of(pdf)[0])
    paint_pages(pdf, printer, order(0), quiet_task())
    document = QPdfDocument()
    document.load(str(tmp_path / "cetak.pdf"))
    page = document.render(0, document.pagePointSize(0).toSize())

    def is_black(x: float, y: float) -> bool:
        # Millimetres from the upper left corner; the bar is 60 × 10 mm, 20 mm from the lower left.
        return page.pixelColor(round(x * 72 / 25.4), round(y * 72 / 25.4)).lightness() < 40

    assert is_black(50, 305)
    assert is_black(22, 308)
    assert not is_black(50, 290)
    assert not is_black(90, 305)
    document.close()


def test_only_the_wanted_pages_are_printed_and_as_often_as_wanted(
    printer: QPrinter, tmp_path: Path
) -> None:
    set_sheet(printer, sheets_of(MIXED)[1])
    assert printer.copyCount() == 1
    assert paint_pages(MIXED, printer, order(1, copies=2), quiet_task()) == 2
    assert [size[0] > size[1] for size in printed(tmp_path)] == [True, True]


def test_progress_is_told_page_by_page(printer: QPrinter) -> None:
    told: list[tuple[int, int, str]] = []
    task = Task(lambda *state: told.append(state))
    paint_pages(MIXED, printer, order(0, 2), task)
    assert told == [(0, 2, "Mencetak halaman 1 dari 2"), (1, 2, "Mencetak halaman 2 dari 2")]


def test_printing_can_be_stopped(printer: QPrinter) -> None:
    task = quiet_task()
    task.cancel()
    with pytest.raises(CancelledError):
        paint_pages(MIXED, printer, order(0), task)


def test_on_other_paper_the_page_is_made_smaller_and_still_turned(
    printer: QPrinter, tmp_path: Path
) -> None:
    set_sheet(printer, Sheet(*A4))
    paint_pages(MIXED, printer, order(0, 1), quiet_task())
    first, second = printed(tmp_path)
    assert first == pytest.approx(A4, abs=0.5)
    assert second == pytest.approx(A4[::-1], abs=0.5)


def test_a_printer_that_takes_nothing_is_told(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "begin", lambda *_: False)
        with pytest.raises(KinerjaError, match="Printer Epson tidak menerima"):
            paint_pages(MIXED, printer, order(0), quiet_task())
    monkeypatch.setattr(QPrinter, "newPage", lambda *_: False)
    with pytest.raises(KinerjaError, match="tidak menerima"):
        paint_pages(MIXED, printer, order(0, 1), quiet_task())


def test_a_driver_with_other_paper_is_told_in_words(printer: QPrinter) -> None:
    sheets = sheets_of(MIXED)
    set_sheet(printer, sheets[0])
    assert printing.find_other_paper(printer, sheets) == ""
    # What a Windows driver does behind the program's back (qcad #201).
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert printing.find_other_paper(printer, sheets).startswith(
        "Printer memakai A4 (210 × 297 mm), dokumen F4 (215 × 330 mm)."
    )


def test_the_drivers_own_name_for_the_paper_is_used(printer: QPrinter) -> None:
    # Folio as Windows drivers know it: 8,5 × 13 inches.
    folio = QPageSize(QSizeF(8.5, 13), QPageSize.Unit.Inch, "Folio")
    supported = [QPageSize(QPageSize.PageSizeId.A4), folio]
    set_sheet(printer, Sheet(*F4, is_landscape=True), supported)
    assert printer.pageLayout().pageSize().name() == "Folio"
    assert sheet_of(printer).fits(Sheet(*F4))
    assert sheet_of(printer).is_landscape


def test_paper_is_named_as_people_name_it() -> None:
    assert Sheet(*F4).name == "F4 (215 × 330 mm)"
    assert Sheet(215.9, 330.2).name == "F4 (216 × 330 mm)"
    assert Sheet(100, 150).name == "100 × 150 mm"
    assert describe_sheets(sheets_of(MIXED)) == (
        "F4 (215 × 330 mm), 2 halaman tegak, 1 halaman mendatar"
    )
    assert describe_sheets([Sheet(*A4)]) == "A4 (210 × 297 mm), 1 halaman tegak"


@pytest.mark.parametrize(
    ("text", "pages"),
    [("", (0, 1, 2, 3, 4)), ("  ", (0, 1, 2, 3, 4)), ("2", (1,)), ("4, 1-2", (0, 1, 3)),
     ("1-3,2", (0, 1, 2))],
)  # fmt: skip
def test_page_ranges_are_read_as_typed(text: str, pages: tuple[int, ...]) -> None:
    assert parse_pages(text, 5) == pages


@pytest.mark.parametrize(
    ("text", "told"),
    [("x", "'x' bukan nomor halaman"), ("0", "halaman 0 tidak ada"), ("3-2", "halaman 3-2"),
     ("2-9", "dokumen ini 1 sampai 5"), ("1,,2", "'' bukan nomor halaman")],
)  # fmt: skip
def test_page_ranges_that_cannot_be_are_told(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_pages(text, 5)


@pytest.fixture
def dialog(qtbot: QtBot) -> PrintDialog:
    widget = PrintDialog(None, ["Canon", NAME], NAME, sheets_of(MIXED))
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_the_dialog_begins_with_the_usual_printer_and_all_pages(dialog: PrintDialog) -> None:
    assert dialog.order() == order(0, 1, 2)
    assert "F4" in dialog.paper.text()


def test_the_dialog_is_filled_in_by_keyboard(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.printer.setFocus()
    qtbot.keyClick(dialog.printer, Qt.Key.Key_Up)
    dialog.copies.selectAll()
    qtbot.keyClicks(dialog.copies, "2")
    qtbot.keyClicks(dialog.pages, "1-2")
    assert dialog.order() == PrintOrder("Canon", 2, (0, 1))


def test_the_dialog_says_what_cannot_be_and_waits(qtbot: QtBot, dialog: PrintDialog) -> None:
    qtbot.keyClicks(dialog.pages, "7")
    assert dialog.note.text() == "Halaman: halaman 7 tidak ada: dokumen ini 1 sampai 3."
    assert not dialog.accept_button.isEnabled()
    dialog.pages.clear()
    assert dialog.note.text() == ""
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.result() == PrintDialog.DialogCode.Accepted


def test_asking_gives_the_order_or_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer, expected in (
        (PrintDialog.DialogCode.Accepted, order(0)),
        (PrintDialog.DialogCode.Rejected, None),
    ):
        monkeypatch.setattr(PrintDialog, "exec", lambda _, answer=answer: answer)
        parent = QWidget()
        qtbot.addWidget(parent)
        assert print_dialog.ask_order(parent, [NAME], NAME, [Sheet(*F4)]) == expected


class Desk:
    """A page with a strip of work, and everything that was said to the clerk."""

    def __init__(self, context: Context) -> None:
        self.widget = QWidget()
        self.context = context
        self.strip = WorkStrip(context)
        self.strip.setParent(self.widget)
        self.said: list[str] = []

    def print(self, pdf: bytes) -> None:
        print_pdf(self.widget, self.strip, pdf, "Pengukuran Kinerja")


@pytest.fixture
def desk(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch, printer: QPrinter
) -> Iterator[Desk]:
    context = Context(office)
    desk = Desk(context)
    qtbot.addWidget(desk.widget)

    def hear(name: str, answer: Any = None) -> Callable[..., Any]:
        def speak(_parent: QWidget, what: object, *_: object) -> Any:
            desk.said.append(f"{name}: {what}")
            return answer

        return speak

    monkeypatch.setattr(dialogs, "explain", hear("galat"))
    context.said.connect(lambda text: desk.said.append(f"kabar: {text}"))
    monkeypatch.setattr(dialogs, "confirm", hear("tanya", answer=False))
    monkeypatch.setattr(printing, "list_printers", lambda: [NAME])
    monkeypatch.setattr(printing, "make_printer", lambda *_: printer)
    monkeypatch.setattr(print_dialog, "ask_order", lambda *_: order(0, 1))
    yield desk
    context.close()


def test_a_document_is_printed_with_a_word_at_the_end(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.print(MIXED)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said == ["kabar: 2 halaman dikirim ke Epson."]
    assert len(printed(tmp_path)) == 2


def test_without_a_printer_there_is_a_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "list_printers", list)
    desk.print(MIXED)
    (said,) = desk.said
    assert said.startswith("galat: Tidak ada printer yang terpasang di komputer ini.")
    assert "Simpan PDF" in said


def test_nothing_is_printed_when_the_clerk_turns_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "ask_order", lambda *_: None)
    desk.print(MIXED)
    assert desk.said == []
    assert not desk.strip.is_busy


def test_other_paper_is_asked_about_before_printing(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # A driver that knows nothing but A4.
    monkeypatch.setattr(printing, "set_sheet", lambda device, *_: set_sheet(device, Sheet(*A4)))
    desk.print(MIXED)
    (said,) = desk.said
    assert said.startswith("tanya: Printer memakai A4")
    assert not desk.strip.is_busy

    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    desk.print(MIXED)
    qtbot.waitUntil(lambda: len(desk.said) == 2)
    assert printed(tmp_path)[0] == pytest.approx(A4, abs=0.5)


def test_a_failing_printer_is_explained(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPainter, "begin", lambda *_: False)
    desk.print(MIXED)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[0].startswith("galat: Printer Epson tidak menerima cetakan.")


def test_stopping_is_no_failure(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> int:
        raise CancelledError

    monkeypatch.setattr(printing, "paint_pages", stop)
    desk.print(MIXED)
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said == ["kabar: Dibatalkan. Tidak ada yang ditulis atau berubah."]


def test_a_real_printer_is_set_up_for_crisp_text(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = printing.make_printer(order(0, copies=2), "Pengukuran Kinerja")
    assert device.resolution() == printing.RESOLUTION
    assert device.docName() == "Pengukuran Kinerja"
    if not device.supportsMultipleCopies():
        assert device.copyCount() == 1
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _: True)
    assert printing.make_printer(order(0, copies=2), "a").copyCount() == 2


def test_the_system_is_asked_for_its_printers(qtbot: QtBot) -> None:
    assert isinstance(printing.list_printers(), list)
    assert isinstance(printing.find_usual_printer(), str)
    assert list(printing.supported_sizes("tidak ada")) == []


def test_a_white_page_is_laid_on_white(qtbot: QtBot) -> None:
    with printing.opened(make_pdf(A4)) as document:
        size = document.pagePointSize(0).toSize()
        flat = printing._flatten(document.render(0, size), size)
    assert not flat.hasAlphaChannel()
    assert flat.pixelColor(5, 5) == Qt.GlobalColor.white
    assert PdfReader(BytesIO(make_pdf(A4))).pages[0].extract_text().strip() == "Halaman 1"
