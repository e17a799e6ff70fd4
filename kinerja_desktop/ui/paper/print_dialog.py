"""Which printer, how many copies, which pages: asked in Indonesian, as Qt's own dialog cannot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.number_box import NumberBox
from kinerja_desktop.ui.paper.sheet import Sheet, describe_sheets

_MOST_COPIES = 50
_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")


@dataclass(frozen=True)
class PrintOrder:
    """What the print dialog was asked for: printer, copies, pages.

    Attributes:
        printer: name of the printer.
        copies: how many.
        pages: which pages, counted from 0.
    """

    printer: str
    copies: int
    pages: tuple[int, ...]


def parse_pages(text: str, count: int) -> tuple[int, ...]:
    """Read ``1-3, 5`` as pages counted from 0; blank means all.

    Raises:
        ValueError: says in Indonesian what is wrong.
    """
    if not text.strip():
        return tuple(range(count))
    pages: set[int] = set()
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"'{part.strip()}' bukan nomor halaman: tulis seperti 1-3, 5")
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            raise ValueError(f"halaman {part.strip()} tidak ada: dokumen ini 1 sampai {count}")
        pages.update(range(first - 1, last))
    return tuple(sorted(pages))


class PrintDialog(QDialog):
    """Asks once, and says below the field what cannot be."""

    def __init__(
        self,
        parent: QWidget | None,
        printers: Sequence[str],
        usual: str,
        sheets: Sequence[Sheet],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cetak")
        self.setMinimumWidth(440)
        self._sheets = sheets
        self.printer = ChoiceBox()
        self.printer.addItems(list(printers))
        self.printer.setCurrentText(usual)
        self.copies = NumberBox()
        self.copies.setRange(1, _MOST_COPIES)
        self.pages = QLineEdit()
        self.pages.setPlaceholderText(f"Semua (1-{len(sheets)})")
        self.paper = QLabel(describe_sheets(sheets))
        self.paper.setWordWrap(True)
        self.note = QLabel()
        self.note.setObjectName("bahaya")
        self.note.setWordWrap(True)
        form = QFormLayout()
        form.addRow("&Printer", self.printer)
        form.addRow("&Rangkap", self.copies)
        form.addRow("&Halaman", self.pages)
        form.addRow("Kertas", self.paper)
        buttons, self.accept_button = make_buttons(self, "&Cetak")
        self.pages.textChanged.connect(self._check)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self._check()

    def order(self) -> PrintOrder:
        """Return what was asked for."""
        pages = parse_pages(self.pages.text(), len(self._sheets))
        return PrintOrder(self.printer.currentText(), self.copies.value(), pages)

    def _check(self) -> None:
        try:
            parse_pages(self.pages.text(), len(self._sheets))
            problem = ""
        except ValueError as error:
            problem = f"Halaman: {error}."
        self.note.setText(problem)
        self.accept_button.setEnabled(not problem)


def ask_order(
    parent: QWidget, printers: Sequence[str], usual: str, sheets: Sequence[Sheet]
) -> PrintOrder | None:
    """Ask how to print; None when the clerk turns away."""
    dialog = PrintDialog(parent, printers, usual, sheets)
    return dialog.order() if dialog.exec() == QDialog.DialogCode.Accepted else None
