"""Paper: which sheet a PDF page wants, and whether the printer will use that sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

_MM_PER_POINT = 25.4 / 72
#: Windows drivers know F4 as Folio, 215,9 × 330,2 mm; any other sheet is farther away.
_TOLERANCE = 3.0
_KNOWN = {"F4": (215.0, 330.0), "A4": (210.0, 297.0), "A3": (297.0, 420.0),
          "Letter": (215.9, 279.4), "Legal": (215.9, 355.6)}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """A sheet held upright, in millimetres, and whether it is printed across."""

    width: float
    height: float
    is_landscape: bool = False

    @property
    def name(self) -> str:
        """What people call it: ``F4 (215 × 330 mm)``, or only its size."""
        size = f"{self.width:.0f} × {self.height:.0f} mm"
        for name, (width, height) in _KNOWN.items():
            if self.fits(Sheet(width, height)):
                return f"{name} ({size})"
        return size

    def fits(self, other: "Sheet") -> bool:
        """Tell whether two sheets are the same paper."""
        return (
            abs(self.width - other.width) <= _TOLERANCE
            and abs(self.height - other.height) <= _TOLERANCE
        )


def read_sheets(document: QPdfDocument) -> list[Sheet]:
    """Return the sheet of each page of a document."""
    sizes = (document.pagePointSize(page) for page in range(document.pageCount()))
    return [_sheet(size.width() * _MM_PER_POINT, size.height() * _MM_PER_POINT) for size in sizes]


def set_sheet(printer: QPrinter, sheet: Sheet, supported: Sequence[QPageSize] = ()) -> None:
    """Ask the printer for a sheet; whether it obeys, `sheet_of` tells.

    Args:
        printer: which is to print.
        sheet: what the page wants.
        supported: sizes of the driver; its own name for the sheet is preferred to ours.
    """
    own = (size for size in supported if sheet.fits(_sheet_of_size(size)))
    size = next(own, None) or QPageSize(
        QSizeF(sheet.width, sheet.height),
        QPageSize.Unit.Millimeter,
        sheet.name,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    across, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, across if sheet.is_landscape else upright, QMarginsF()))


def sheet_of(printer: QPrinter) -> Sheet:
    """Return the sheet that the printer is going to use."""
    layout = printer.pageLayout()
    sheet = _sheet_of_size(layout.pageSize())
    is_landscape = layout.orientation() == QPageLayout.Orientation.Landscape
    return Sheet(sheet.width, sheet.height, is_landscape)


def describe_sheets(sheets: Sequence[Sheet]) -> str:
    """Say which paper is needed: ``F4 (215 × 330 mm), 2 halaman tegak, 1 mendatar``."""
    names = list(dict.fromkeys(sheet.name for sheet in sheets))
    across = sum(sheet.is_landscape for sheet in sheets)
    parts = [f"{len(sheets) - across} halaman tegak", f"{across} halaman mendatar"]
    return ", ".join([*names, *(part for part in parts if not part.startswith("0 "))])


def _sheet_of_size(size: QPageSize) -> Sheet:
    millimetres = size.size(QPageSize.Unit.Millimeter)
    return _sheet(millimetres.width(), millimetres.height())


def _sheet(width: float, height: float) -> Sheet:
    return Sheet(min(width, height), max(width, height), width > height)
