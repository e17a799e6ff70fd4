"""How a choice of the wizard looks on paper: kop, signature, table; drawn by Qt alone."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, write_tempat_tanggal
from kinerja_desktop.ui.base import style

_INK, _PAPER, _EDGE = "#000000", "#ffffff", "#b8c2cf"
_LOGO_SIZE = QSize(160, 48)
#: Room for a signature in ink, in lines.
_ROOM = 2


class PaperSample(QWidget):
    """A piece of paper with a word above it; paper is white in any theme."""

    def __init__(self, title: str) -> None:
        super().__init__()
        heading = QLabel(title)
        heading.setObjectName("redup")
        self.paper = QFrame()
        self.paper.setObjectName("kertas")
        self.paper.setStyleSheet(
            f"QFrame#kertas {{ background: {_PAPER}; border: 1px solid {_EDGE}; }}"
            f"QFrame#kertas QLabel {{ color: {_INK}; background: transparent; }}"
        )
        around = QVBoxLayout(self.paper)
        around.setContentsMargins(0, 0, 0, 0)
        self._sheet = QWidget()
        around.addWidget(self._sheet)
        self.lines = _lay_out(self._sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self.paper)
        layout.addStretch()

    def words(self) -> list[str]:
        """Return what stands on the paper, line by line."""
        labels = self._sheet.findChildren(QLabel)
        return [label.text() for label in labels if label.text() and not label.isHidden()]

    def clear(self) -> None:
        """Take another sheet.

        As a whole: widgets taken out of their layouts one by one, at each key that is pressed, end
        the program after some hundred keys (PySide frees the same memory twice).
        """
        around = self.paper.layout()
        assert around is not None
        fresh = QWidget()
        around.replaceWidget(self._sheet, fresh)
        self._sheet.hide()
        self._sheet.deleteLater()
        self._sheet, self.lines = fresh, _lay_out(fresh)

    def describe(self) -> None:
        """Tell who hears the screen what the paper says."""
        self.paper.setAccessibleName("Contoh di kertas")
        self.paper.setAccessibleDescription("; ".join(self.words()))


def _lay_out(sheet: QWidget) -> QVBoxLayout:
    lines = QVBoxLayout(sheet)
    lines.setContentsMargins(*[style.LARGE] * 4)
    lines.setSpacing(1)
    return lines


class KopSample(PaperSample):
    """The letterhead as every paper begins with it."""

    def __init__(self) -> None:
        super().__init__("Kop semua dokumen")

    def show_kop(self, kop: Kop, logo: Path | None) -> None:
        """Show a letterhead."""
        self.clear()
        # A layout is put where it belongs before it is filled, so that it owns nothing by itself.
        head = QHBoxLayout()
        self.lines.addLayout(head)
        if logo is not None:
            picture = QLabel()
            mode = Qt.TransformationMode.SmoothTransformation
            shape = Qt.AspectRatioMode.KeepAspectRatio
            picture.setPixmap(QPixmap(str(logo)).scaled(_LOGO_SIZE, shape, mode))
            head.addWidget(picture)
        column = QVBoxLayout()
        head.addLayout(column, 1)
        column.setSpacing(1)
        column.addWidget(paper_line(kop.pemerintah, 10))
        column.addWidget(paper_line(kop.nama, 13, bold=True))
        for line in kop.alamat:
            column.addWidget(paper_line(line, 8))
        for height in (3, 1):
            rule = QFrame()
            rule.setFixedHeight(height)
            rule.setStyleSheet(f"background: {_INK};")
            self.lines.addWidget(rule)
        self.describe()


class SignatureSample(PaperSample):
    """The end of a paper: place and date, post, name, pangkat, NIP."""

    def __init__(self) -> None:
        super().__init__("Di bawah dokumen bertanggal hari ini")

    def show_signer(self, signer: Penandatangan, tempat: str, today: date) -> None:
        """Show how somebody signs."""
        self.clear()
        for text in (write_tempat_tanggal(tempat, today), *signer.jabatan):
            self.lines.addWidget(paper_line(text, 9))
        for _ in range(_ROOM):
            self.lines.addWidget(paper_line("", 9))
        self.lines.addWidget(paper_line(signer.nama or "…" * 12, 9, bold=True))
        for text in signer.below:
            self.lines.addWidget(paper_line(text, 9))
        self.describe()


class TableSample(PaperSample):
    """A few measured rows with what is printed below them."""

    def __init__(self) -> None:
        super().__init__("Tabel Pengukuran Kinerja (angka contoh)")

    def show_table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str]
    ) -> None:
        """Show a table; the last row is its sum."""
        self.clear()
        grid = QGridLayout()
        self.lines.addLayout(grid)
        grid.setHorizontalSpacing(style.MEDIUM)
        grid.setColumnStretch(0, 1)
        for place, row in enumerate((head, *rows)):
            is_bold = place in (0, len(rows))
            for column, text in enumerate(row):
                label = paper_line(text, 9, bold=is_bold, centred=False)
                if 0 < column < len(row) - 1:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(label, place, column)
        for text in notes:
            self.lines.addWidget(paper_line(text, 8, centred=False))
        self.describe()


class StepsSample(PaperSample):
    """The first steps of an SOP, as they were printed."""

    def __init__(self) -> None:
        super().__init__("Langkah pertamanya")

    def show_steps(self, title: str, steps: Sequence[str], more: int) -> None:
        """Show the title and steps of an SOP, and how many follow."""
        self.clear()
        self.lines.addWidget(paper_line(title, 9, bold=True))
        for number, text in enumerate(steps, start=1):
            self.lines.addWidget(paper_line(f"{number}. {text}", 8, centred=False))
        if more > 0:
            self.lines.addWidget(paper_line(f"dan {more} langkah lain", 8, centred=False))
        self.describe()


def paper_line(text: str, size: int, *, bold: bool = False, centred: bool = True) -> QLabel:
    """Return a line of a paper; sizes in points."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSize(size)
    font.setBold(bold)
    label.setFont(font)
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    return label
