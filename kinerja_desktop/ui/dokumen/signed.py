"""The signed paper of a final: its scan attached, looked at, taken away again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.services.dokumen.tertanda import (
    ENDINGS,
    TanpaKodeError,
    Tertanda,
    attach_by_kode,
    attach_tertanda,
    find_by_kode,
    remove_tertanda,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.pindaian import Pindaian, read_pindaian
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.attaching import follow_attaching
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.kept_file import open_kept_file
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.paper.pages import render_pages

_FILES = f"Foto atau pindaian ({' '.join(f'*{ending}' for ending in ENDINGS)})"
_NONE = (
    "Kertasnya sudah ditandatangani? Lampirkan pindaian atau fotonya: tersimpan bersama dokumen "
    "ini, ikut paket dan bukti LKE."
)


def are_scans(paths: Sequence[Path]) -> bool:
    """Tell whether all files may be photos or scans of signed papers."""
    return bool(paths) and all(path.suffix.lower() in ENDINGS for path in paths)


class SignedPaper(QWidget):
    """Hidden while what is shown is a draft; the page shows by itself what has changed."""

    def __init__(self, context: Context, strip: WorkStrip) -> None:
        """Make it.

        Args:
            context: what the page works with.
            strip: shows the progress of reading.
        """
        super().__init__()
        self._context, self._strip = context, strip
        self._wanted: Permintaan | None = None
        self._scans: list[Tertanda] = []
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.attach_button = QPushButton(style.icon("tambah"), "L&ampirkan…")
        self.attach_button.clicked.connect(self._choose)
        self.open_button = QPushButton("L&ihat")
        self.open_button.clicked.connect(self._open)
        self.remove_button = QPushButton("L&epas")
        writes(self.attach_button, self.remove_button)
        self.remove_button.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        for button in (self.attach_button, self.open_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        self.show_scans(None, None)

    def show_scans(self, wanted: Permintaan | None, scans: list[Tertanda] | None) -> None:
        """Show the scans of a final; nothing of a draft, which is None."""
        self._wanted = wanted if scans is not None else None
        self._scans = scans or []
        self.setVisible(scans is not None)
        self.note.setText("\n".join(map(_tell, self._scans)) or _NONE)
        for button in (self.open_button, self.remove_button):
            button.setVisible(bool(self._scans))

    def take(self, path: Path) -> None:
        """Attach a scan to the papers whose kode stand in it, else to the one that is shown."""
        self._read(path, is_dropped=True)

    def _choose(self) -> None:
        path = dialogs.choose_file(self, "Pilih pindaian kertas yang ditandatangani", _FILES)
        if path is not None:
            self._read(path, is_dropped=False)

    def _read(self, path: Path, *, is_dropped: bool) -> None:
        wanted, office = self._wanted, self._context.office

        def work(task: Task) -> str | tuple[Pindaian, TanpaKodeError]:
            found = read_pindaian(path, render_pages, task.report, task.is_cancelled)
            # What was read until then is no reason to attach it.
            advance = follow_attaching(task)
            advance(0, 0, f"Melampirkan {path.name}…")
            if wanted is None or (is_dropped and find_by_kode(office, found)):
                return ", ".join(attach_by_kode(office, path, found, advance))
            try:
                attach_tertanda(office, wanted, path, found, progress=advance)
            except TanpaKodeError as error:
                return found, error
            return "dokumen ini"

        def done(result: str | tuple[Pindaian, TanpaKodeError]) -> None:
            if isinstance(result, str):
                self._say_attached(path, result)
            elif wanted is not None:
                self._ask(wanted, path, *result)

        self._strip.run(
            f"Membaca {path.name}…",
            work,
            done=done,
            failed=lambda error: self._context.explain(self, error),
        )

    def _ask(self, wanted: Permintaan, path: Path, found: Pindaian, error: TanpaKodeError) -> None:
        """Let the clerk say that it is this paper, whose kode could not be read."""
        if not dialogs.confirm(self, error.message, "Lampirkan", error.remedy):
            return
        office = self._context.office
        self._strip.run(
            f"Melampirkan {path.name}…",
            lambda task: attach_tertanda(
                office, wanted, path, found, is_sure=True, progress=follow_attaching(task)
            ),
            done=lambda _: self._say_attached(path, "dokumen ini"),
            failed=lambda failure: self._context.explain(self, failure),
        )

    def _say_attached(self, path: Path, names: str) -> None:
        self._context.say(f"{path.name} dilampirkan pada {names}.")

    def _open(self) -> None:
        open_kept_file(self._context, self, self._scans[-1].id)

    def _remove(self) -> None:
        last, office = self._scans[-1], self._context.office
        self._context.store(self, lambda: remove_tertanda(office, last.id))


def _tell(scan: Tertanda) -> str:
    day = format_tanggal(local_date(scan.ditambahkan))
    return f"Ditandatangani: {scan.nama}, dilampirkan {day}, {scan.keterangan}."
