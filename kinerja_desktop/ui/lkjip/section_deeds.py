"""What the buttons of a section do: draft, own text, tidak ada, pictures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.gambar import add_picture, add_picture_bytes
from kinerja_desktop.services.lkjip.teks import declare_absent, keep_text, use_draft
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.lkjip import writing
from kinerja_desktop.ui.lkjip.section_pane import SectionPane

#: Deeds on a section that need nothing but its kunci.
_DEEDS: dict[str, Callable[[Office, int, str], None]] = {
    "draf": use_draft,
    "tetap": keep_text,
    "ada": partial(declare_absent, alasan=""),
}


class Run(Protocol):
    """Does a deed on the report on the worker, and hands its result on."""

    def __call__(
        self, deed: Callable[[Office, int], Any], done: Callable[[Any], None] = ..., /
    ) -> None:
        """Do the deed on the chosen section."""


class SectionDeeds:
    """Runs the buttons of a section, after asking for a reason or a confirmation."""

    def __init__(self, pane: SectionPane, run: Run) -> None:
        self._pane = pane
        self._run = run
        pane.wanted.connect(self._do)
        pane.picture_wanted.connect(self._add_picture)
        pane.picture_pasted.connect(self._paste_picture)

    def _do(self, name: str) -> None:
        kunci = self._pane.kunci
        if name in _DEEDS:
            self._run(lambda office, tahun: _DEEDS[name](office, tahun, kunci))
            return
        reason = dialogs.ask_reason(
            self._pane,
            "Nyatakan tidak ada",
            f"Mengapa '{self._pane.title.text()}' tidak ada? Alasan ini tercetak di laporan.",
            "Nyatakan tidak ada",
        )
        if reason is not None:
            self._run(lambda office, tahun: declare_absent(office, tahun, kunci, reason))

    def _add_picture(self, source: Path) -> None:
        self._insert(source.stem, lambda office, tahun: add_picture(office, tahun, source))

    def _paste_picture(self, content: bytes, nama: str) -> None:
        self._insert("", lambda office, tahun: add_picture_bytes(office, tahun, content, nama))

    def _insert(self, words: str, add: Callable[[Office, int], str]) -> None:
        """Ask what the picture shows, keep it, and put it where the cursor is."""
        kunci = self._pane.kunci
        if self._pane.text() is None:
            return
        caption = dialogs.ask_text(
            self._pane, "Keterangan gambar", "Apa yang tampak pada gambar ini?", words
        )
        if caption is None:
            return

        def insert(address: str) -> None:
            if self._pane.kunci == kunci:
                self._pane.insert(writing.make_picture(address, caption))

        self._run(add, insert)
