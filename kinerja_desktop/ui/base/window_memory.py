"""Where the window was left: period, page, size, splitters and columns, kept beside the data.

Not in the database: it is no data of the office, so it is not in the trail, backup or package.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import EARLIEST_YEAR, LATEST_YEAR

FILE_NAME = "jendela.ini"
_FOLLOWED = "ingatan"
_ARRANGED = "menyusun"
_NARROWEST, _WIDEST = 20, 2000


class WindowMemory(QObject):
    """A damaged or foreign file is as good as none: every value is checked before it is used."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = folder / FILE_NAME
        self._settings = QSettings(str(self._path), QSettings.Format.IniFormat)

    def periode(self) -> Periode | None:
        """Return the year and triwulan that were chosen last; None when not known."""
        tahun, triwulan = self._number("jendela/tahun"), self._number("jendela/triwulan")
        if tahun is None or not EARLIEST_YEAR <= tahun <= LATEST_YEAR:
            return None
        return Periode(tahun, triwulan if triwulan in (1, 2, 3, 4) else None)

    def page(self) -> str:
        """Return the key of the page that was shown last; empty when not known."""
        return str(self._settings.value("jendela/halaman", ""))

    def place(self) -> QByteArray | None:
        """Return place and size of the window as Qt keeps them; None when not known."""
        value = self._settings.value("jendela/letak")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep(self, periode: Periode, page: str, place: QByteArray) -> None:
        """Remember where the window is left."""
        for name, value in (("halaman", page), ("letak", place)):
            self._settings.setValue(f"jendela/{name}", value)
        self.keep_periode(periode)

    def keep_periode(self, periode: Periode) -> None:
        """Remember the year and triwulan at once: after a power cut one works on in them."""
        self._settings.setValue("jendela/tahun", periode.tahun)
        self._settings.setValue("jendela/triwulan", periode.triwulan or 0)
        self.write()

    def is_folded(self, room: str) -> bool | None:
        """Return whether the clerk folded a part of a page; None when it was never touched."""
        return {"ya": True, "tidak": False}.get(str(self._settings.value(f"lipat/{room}", "")))

    def fold(self, room: str, *, is_folded: bool) -> None:
        """Remember that a part of a page was folded, or shown again."""
        self._settings.setValue(f"lipat/{room}", "ya" if is_folded else "tidak")

    def note(self, key: str) -> str:
        """Return what a room kept under a name of its own; empty when nothing is known."""
        value = self._settings.value(f"catatan/{key}", "")
        return value if isinstance(value, str) else ""

    def keep_note(self, key: str, text: str) -> None:
        """Keep a text for a room, until it is kept anew."""
        self._settings.setValue(f"catatan/{key}", text)

    def write(self) -> None:
        """Write everything down; a disk that is full forgets, and nothing else happens."""
        self._settings.sync()
        with suppress(OSError):
            self._path.chmod(0o600)

    def follow(self, widget: QWidget, room: str) -> None:
        """Give splitters and columns the sizes that they were left with, and remember new ones.

        Args:
            widget: what was just built; what it already held before is followed once only.
            room: names it, the same at every start.
        """
        splitters = [item for item in widget.findChildren(QSplitter) if _is_new(item)]
        for number, splitter in enumerate(splitters):
            self._follow_splitter(splitter, f"bagi/{room}.{number}")
        headers = [item for item in widget.findChildren(QHeaderView) if _is_new(item)]
        for number, header in enumerate(headers):
            if _list_draggable(header):
                self._follow_header(header, f"kolom/{room}.{number}")

    def _follow_splitter(self, splitter: QSplitter, key: str) -> None:
        sizes = self._numbers(key)
        if len(sizes) == splitter.count() and sum(sizes) > 0:
            splitter.setSizes(sizes)
        splitter.splitterMoved.connect(lambda: self._set_numbers(key, splitter.sizes()))

    def _follow_header(self, header: QHeaderView, key: str) -> None:
        places, sizes = _list_draggable(header), self._numbers(key)
        if len(sizes) == len(places):
            for place, size in zip(places, sizes, strict=True):
                header.resizeSection(place, min(max(size, _NARROWEST), _WIDEST))

        def remember(place: int) -> None:
            if is_arranging(header):
                return
            now = _list_draggable(header)
            if place in now:
                self._set_numbers(key, [header.sectionSize(column) for column in now])

        header.sectionResized.connect(remember)

    def _number(self, key: str) -> int | None:
        found = str(self._settings.value(key, ""))
        return int(found) if found.isdecimal() else None

    def _numbers(self, key: str) -> list[int]:
        parts = str(self._settings.value(key, "")).split("/")
        return [int(part) for part in parts] if all(part.isdecimal() for part in parts) else []

    def _set_numbers(self, key: str, numbers: list[int]) -> None:
        self._settings.setValue(key, "/".join(map(str, numbers)))


@contextmanager
def arranging(header: QHeaderView) -> Iterator[None]:
    """Resize columns in here where the program does it: these are no widths to remember."""
    header.setProperty(_ARRANGED, True)
    try:
        yield
    finally:
        header.setProperty(_ARRANGED, False)


def is_arranging(header: QHeaderView) -> bool:
    """Whether columns are resized by the program just now, not by the clerk."""
    return bool(header.property(_ARRANGED))


def _is_new(widget: QWidget) -> bool:
    if widget.property(_FOLLOWED):
        return False
    widget.setProperty(_FOLLOWED, True)
    return True


def _list_draggable(header: QHeaderView) -> list[int]:
    """Return the columns whose width is the clerk's to choose."""
    return [
        place
        for place in range(header.count())
        if header.sectionResizeMode(place) == QHeaderView.ResizeMode.Interactive
        and header.orientation() is Qt.Orientation.Horizontal
        and not (header.stretchLastSection() and place == header.count() - 1)
    ]
