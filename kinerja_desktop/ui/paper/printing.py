"""Print a PDF: the bytes of the preview, page by page, on the paper they were made for."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.paper import print_dialog
from kinerja_desktop.ui.paper.print_dialog import PrintOrder
from kinerja_desktop.ui.paper.sheet import Sheet, read_sheets, set_sheet, sheet_of

#: Four pages take under a second; at Qt's own 1200 dpi about ten.
RESOLUTION = 300


def print_pdf(
    parent: QWidget,
    strip: WorkStrip,
    pdf: bytes,
    title: str,
    printed: Callable[[], None] = lambda: None,
) -> None:
    """Ask for a printer and print on it, with progress.

    Args:
        parent: the page that shows the document.
        strip: shows the progress.
        pdf: the document.
        title: its name in the printer's queue.
        printed: called once it has gone to the printer.
    """
    printers = list_printers()
    if not printers:
        dialogs.explain(
            parent,
            KinerjaError(
                "Tidak ada printer yang terpasang di komputer ini.",
                "Pasang printernya lewat pengaturan sistem, atau pakai 'Simpan PDF' "
                "lalu cetak dari komputer lain.",
            ),
        )
        return
    with opened(pdf) as document:
        sheets = read_sheets(document)
    order = print_dialog.ask_order(parent, printers, find_usual_printer(), sheets)
    if order is None:
        return
    wanted = [sheets[page] for page in order.pages]
    printer = make_printer(order, title)
    # After the dialog again: drivers like to come back with their own A4 (qcad #201).
    set_sheet(printer, wanted[0], supported_sizes(order.printer))
    other = find_other_paper(printer, wanted)
    if other and not dialogs.confirm(
        parent, other, "Tetap cetak", "Isi halaman akan diperkecil agar muat."
    ):
        return

    def done(count: int) -> None:
        printed()
        strip.context.say(f"{count} halaman dikirim ke {order.printer}.")

    strip.run(
        f"Mencetak di {order.printer}…",
        lambda task: paint_pages(pdf, printer, order, task),
        done=done,
        failed=lambda error: strip.context.explain(parent, error),
    )


def list_printers() -> list[str]:
    """Return the names of the printers of this PC."""
    return list(QPrinterInfo.availablePrinterNames())


def find_usual_printer() -> str:
    """Return the name of the printer that is used by default, empty when there is none."""
    return str(QPrinterInfo.defaultPrinterName())


def supported_sizes(name: str) -> Sequence[QPageSize]:
    """Return the paper sizes that a printer's driver knows."""
    return QPrinterInfo.printerInfo(name).supportedPageSizes()


def make_printer(order: PrintOrder, title: str) -> QPrinter:
    """Return the printer of an order, set up for crisp text."""
    printer = QPrinter(QPrinterInfo.printerInfo(order.printer))
    printer.setResolution(RESOLUTION)
    printer.setDocName(title)
    printer.setCreator("Kinerja Desktop")
    if printer.supportsMultipleCopies():
        printer.setCopyCount(order.copies)
        printer.setCollateCopies(True)
    return printer


def find_other_paper(printer: QPrinter, wanted: Sequence[Sheet]) -> str:
    """Say which paper the printer takes instead of the document's; empty when it obeys."""
    present = sheet_of(printer)
    other = next((sheet for sheet in wanted if not sheet.fits(present)), None)
    if other is None:
        return ""
    return (
        f"Printer memakai {present.name}, dokumen {other.name}. "
        f"Masukkan kertas itu dan pilih ukurannya di pengaturan printer, lalu ulangi."
    )


def paint_pages(pdf: bytes, printer: QPrinter, order: PrintOrder, task: Task) -> int:
    """Print pages of a document on the worker thread; return how many sheets that were.

    Raises:
        CancelledError: the clerk stopped it.
        KinerjaError: the printer takes nothing.
    """
    own_copies = 1 if printer.copyCount() == order.copies else order.copies
    pages = order.pages * own_copies
    with opened(pdf) as document:
        sheets = read_sheets(document)
        keep_size = _Paper(printer)
        keep_size.ask_for(sheets[pages[0]])
        painter = QPainter()
        if not painter.begin(printer):
            raise _refused(order.printer)
        try:
            for step, page in enumerate(pages):
                task.report(step, len(pages), f"Mencetak halaman {step + 1} dari {len(pages)}")
                if task.is_cancelled():
                    printer.abort()
                    raise CancelledError(
                        "Pencetakan dibatalkan.",
                        "Yang sudah diterima printer mungkin tetap tercetak.",
                    )
                if step:
                    keep_size.ask_for(sheets[page])
                    if not printer.newPage():
                        raise _refused(order.printer)
                _paint(document, page, printer, painter)
        finally:
            painter.end()
    return len(pages)


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """Open a PDF from memory, and close it afterwards."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()


class _Paper:
    """Turns the printer's own paper upright or across, page by page."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self._base = sheet_of(printer)

    def ask_for(self, sheet: Sheet) -> None:
        """Ask for a sheet; on other paper than the document's, only for its orientation."""
        same = sheet.fits(self._base)
        wanted = sheet if same else Sheet(self._base.width, self._base.height, sheet.is_landscape)
        set_sheet(self._printer, wanted, [self._printer.pageLayout().pageSize()])


def _paint(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    points = document.pagePointSize(page)
    size = points.scaled(paper.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    image = _flatten(document.render(page, size), size)
    place = QRect(
        (paper.width() - size.width()) // 2,
        (paper.height() - size.height()) // 2,
        size.width(),
        size.height(),
    )
    painter.drawImage(place, image)


def _flatten(image: QImage, size: QSize) -> QImage:
    """Lay a page on white: some drivers print what is transparent black."""
    flat = QImage(size, QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _refused(name: str) -> KinerjaError:
    return KinerjaError(
        f"Printer {name} tidak menerima cetakan.",
        "Periksa apakah printer menyala, terhubung dan berkertas, lalu ulangi.",
    )
