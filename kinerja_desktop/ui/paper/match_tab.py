"""Cocokkan: the kode of a signed paper, typed, scanned or photographed, and what it belongs to."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.connection import is_connection_lost
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import MOST_PAGES, Pindaian, read_pindaian
from kinerja_desktop.services.penerimaan.cocokkan import HasilCocok, cocokkan, tell_unknown
from kinerja_desktop.services.penerimaan.pindaian import cocokkan_pindaian
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.toned_text import TonedText
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.paper.pages import render_pages

_HINT = (
    "Ketik kode verifikasi di kaki halaman, atau pindai kode QR-nya dengan pemindai USB; sesudah "
    "Enter kolom ini siap untuk kertas berikutnya. Foto atau pindaian (PNG, JPEG, PDF) juga dapat "
    "diseret ke sini: semua kode QR di dalamnya dicari."
)
_FILES = "Foto atau pindaian (*.pdf *.png *.jpg *.jpeg)"

_Found = list[tuple[str, list[HasilCocok]]]


class MatchTab(QWidget):
    """A USB scanner types like a hand, and ends with Enter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.kode = QLineEdit()
        self.kode.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.kode.setAccessibleName("Kode verifikasi")
        self.kode.returnPressed.connect(self.match)
        self.kode.textEdited.connect(lambda _: self._forget())
        label = QLabel("Kod&e pada kertas")
        label.setBuddy(self.kode)
        self.file_button = QPushButton("Buka &foto atau pindaian…")
        self.file_button.clicked.connect(self._pick)
        hint = QLabel(_HINT)
        hint.setObjectName("redup")
        hint.setWordWrap(True)
        self.text = TonedText()
        self.text.setAccessibleName("Hasil pencocokan")
        self.text.setPlaceholderText("Belum ada kode yang dicocokkan.")
        # Else it would take a file that is dropped for an address to be opened.
        self.text.setAcceptDrops(False)
        # What is being looked up; its result is shown only while nothing else is asked.
        self._asked = ""
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(lambda: self.file_button.setEnabled(not self.strip.is_busy))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.kode, 1)
        row.addWidget(self.file_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addLayout(row)
        layout.addWidget(hint)
        layout.addWidget(self.strip)
        layout.addWidget(self.text, 1)

    def reload(self) -> None:
        """What was matched stays until the next kode."""

    def open_find(self) -> None:
        """Put the cursor where a kode is typed."""
        self.kode.setFocus()
        self.kode.selectAll()

    def match(self) -> None:
        """Look up what was typed, and be ready for the next paper."""
        kode = self.kode.text().strip()
        self.kode.selectAll()
        if not kode:
            return
        self._forget()
        self._asked = kode
        self.context.load(
            self, lambda office: _match(office, kode), lambda parts: self._show(kode, parts)
        )

    def match_files(self, paths: Sequence[Path]) -> None:
        """Look up every kode in photos and scans; a file that cannot be read stops none of them."""
        if self.strip.is_busy:
            self.context.say("Tunggu sampai berkas sebelumnya selesai dibaca.")
            return
        self._forget()
        # What was typed before is not what the files will be said to be.
        self.kode.clear()
        office, chosen = self.context.office, list(paths)

        def work(task: Task) -> list[str]:
            parts = []
            for path in chosen:
                parts.append(f"<h2>{escape(path.name)}</h2>")
                try:
                    found = read_pindaian(path, render_pages, task.report, task.is_cancelled)
                    matched = cocokkan_pindaian(office, found, path.name)
                except KinerjaError as error:
                    parts.append(_say(str(error), "bahaya"))
                    continue
                parts += _tell_file(office, found, matched)
                if task.is_cancelled():
                    parts.append(_say("Dihentikan sebelum semua dibaca.", "ingat"))
                    break
            return parts

        self.strip.run(
            f"Membaca {chosen[0].name}…",
            work,
            done=lambda parts: self.text.setHtml("".join(parts)),
            failed=lambda error: self.context.explain(self, error),
        )

    def _pick(self) -> None:
        if paths := dialogs.choose_files(self, "Pilih foto atau pindaian kertas", _FILES):
            self.match_files(paths)

    def _forget(self) -> None:
        """Empty the result: it must not stand below the kode of another paper."""
        self._asked = ""
        self.text.setHtml("")

    def _show(self, kode: str, parts: Sequence[str]) -> None:
        if kode == self._asked:
            self.text.setHtml("".join(parts))


def _match(office: Office, kode: str) -> list[str]:
    """Return what a typed kode belongs to, or why it is none: the next paper waits already."""
    try:
        return list(_tell_kode(office, kode, cocokkan(office, kode)))
    except KinerjaError as error:
        if is_connection_lost(error):
            raise
        return [_say(str(error), "bahaya")]


def _tell_file(office: Office, found: Pindaian, matched: _Found) -> Iterator[str]:
    for kode, items in matched:
        yield _say(f"Kode {kode}", "")
        yield from _tell_kode(office, kode, items)
    if found.lain:
        yield _say(f"{found.lain} kode QR lain bukan kode verifikasi.", "ingat")
    if found.halaman >= MOST_PAGES and found.has_more:
        yield _say(f"Hanya {MOST_PAGES} halaman pertama yang dibaca.", "ingat")


def _tell_kode(office: Office, kode: str, found: Sequence[HasilCocok]) -> Iterator[str]:
    if not found:
        yield _say(tell_unknown(office, kode), "bahaya")
    for item in found:
        yield from _tell(item)


def _tell(item: HasilCocok) -> Iterator[str]:
    yield f"<h3>{escape(item.judul)}</h3>"
    if item.masalah:
        for line in item.masalah:
            yield _say(f"{line}.", "bahaya")
    else:
        yield (
            '<p class="baik"><b>Cocok:</b> semua angka sesuai dengan kode ini. '
            "Bandingkan dengan kertasnya:</p>"
        )
    yield "<p>" + "<br>".join(map(escape, item.rincian)) + "</p>"
    for line in item.peringatan:
        yield _say(f"{line}.", "ingat")


def _say(text: str, tone: str) -> str:
    return f'<p class="{tone}">{escape(text)}</p>'
