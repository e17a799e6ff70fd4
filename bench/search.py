"""What Ctrl+K takes for a letter typed into it, in an office of a thousand indicators."""

import time
from collections.abc import Iterator
from pathlib import Path

from bench.offices import LAST_YEAR, make_office
from bench.timing import Line
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.bantuan.indeks import read_indeks
from kinerja_desktop.ui.cari.box import SearchBox
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.pages import PAGES

_MOST_MS = 50
#: Words that much is found by, some, and nothing; and a question with a slip.
_TYPED = (
    "layanan ke", "persentase layanan ke-512", "pengukuran", "surat", "zzz",
    "bagaimana mencetak pengukruan",
)  # fmt: skip


def measure_search(folder: Path) -> Iterator[Line]:
    """Type letter by letter, the list shown each time; the slowest letter counts."""
    from PySide6.QtWidgets import QMainWindow

    application = make_application()
    office = make_office(folder / "cari", 1000, 1)
    window = QMainWindow()
    window.resize(1280, 700)
    window.show()
    box = SearchBox(window)
    titles = {page.KEY: page.TITLE for page in PAGES}
    start = time.perf_counter()
    index = read_indeks(office, Periode(LAST_YEAR), titles, is_bappeda=False)
    read_ms = (time.perf_counter() - start) * 1000
    box.open()
    box.show_index(index)
    slowest = 0.0
    for words in _TYPED:
        for length in range(1, len(words) + 1):
            start = time.perf_counter()
            box.line.setText(words[:length])
            application.processEvents()
            slowest = max(slowest, (time.perf_counter() - start) * 1000)
    window.close()
    office.close()
    yield Line("Ctrl+K: huruf yang paling lambat, 1.000 indikator", slowest, None, _MOST_MS,
               "ms", f"membaca isinya di belakang layar {read_ms:.0f} ms")  # fmt: skip
