"""One section: its text, what is missing there, and what can be done with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.services.lkjip.laporan import BarisBagian
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.steady import SteadyKeeping
from kinerja_desktop.ui.base.waiting import WAITING_WORDS
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.lkjip.changes import ChangesDialog
from kinerja_desktop.ui.lkjip.editor import MarkdownEditor
from kinerja_desktop.ui.lkjip.writing_bar import WritingBar

PATIENCE = 1000  # milliseconds without a stroke, then the text is stored
MOST = 5000  # milliseconds of steady typing, then it is stored in between
_WRITTEN = (KeadaanBagian.DITULIS, KeadaanBagian.ANGKA_BERUBAH)
_AUTOMATIC = (
    "Bagian ini diisi program dari data, jadi tidak ada yang perlu ditulis. "
    "Hasilnya tampak di pratinjau."
)
_HIDDEN = "Bagian ini disembunyikan, jadi tidak dicetak. Tampilkan lagi lewat Susun bagian."
_MOVED = "Angka dalam draf berubah sesudah teks ini ditulis."
_HINT = "Kosong: yang dicetak adalah draf dari data, bila ada."
# The focus is only lent: to the menu of the field, to another window.
_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_UNSAVED, _SAVED, _REFUSED = "Belum tersimpan…", "Tersimpan", "Tidak dapat disimpan"

#: Takes in the text of a section; it answers by `confirm` when it is stored.
Save = Callable[[str, str], None]


class SectionPane(QWidget):
    """Stores what is typed after a pause and when it is left; knows nothing of the office.

    Signals:
        typed: the text has changed under the clerk's hands.
        wanted: a deed on the section: "draf", "tetap", "tidak_ada", "ada".
        picture_wanted: a file with a picture, for this section.
        picture_pasted: bytes of a picture, and a name for it.
    """

    typed = Signal()
    wanted = Signal(str)
    picture_wanted = Signal(Path)
    picture_pasted = Signal(bytes, str)

    def __init__(self, save: Save) -> None:
        super().__init__()
        self._save = save
        self._row: BarisBagian | None = None
        self._locked = False
        #: The text that the office has or is being given; ``None`` after it refused one.
        self._stored: str | None = ""
        self._is_showing = False
        self._keeping = SteadyKeeping(self, self.flush, PATIENCE, MOST)
        self.title = QLabel()
        self.title.setObjectName("subjudul")
        self.title.setWordWrap(True)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.missing = QLabel()
        self.missing.setObjectName("bahaya")
        self.missing.setWordWrap(True)
        self.editor = MarkdownEditor()
        self.editor.setPlaceholderText(_HINT)
        self.editor.setReadOnly(True)
        self.editor.textChanged.connect(self._notice)
        self.editor.installEventFilter(self)
        self.editor.picture_dropped.connect(self.picture_wanted)
        self.editor.picture_pasted.connect(self.picture_pasted)
        self.bar = WritingBar(self.editor)
        self.bar.picture_chosen.connect(self.picture_wanted)
        self.band = self._make_band()
        self.draft_button = QPushButton("Pakai &draf dari data")
        self.absent_button = QPushButton()
        writes(self.editor, self.bar, self.draft_button, self.absent_button)
        self.state = QLabel()
        self.state.setObjectName("redup")
        self.draft_button.clicked.connect(self._ask_draft)
        self.absent_button.clicked.connect(self._ask_absent)
        self._arrange()

    @property
    def kunci(self) -> str:
        """The section that is shown; empty before there is one."""
        return self._row.kunci if self._row else ""

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that was not handed over yet."""
        return self._row is not None and self.editor.toPlainText() != self._stored

    def text(self) -> str | None:
        """Return the text when people write here; ``None`` for what the program fills."""
        return None if self.editor.isReadOnly() else self.editor.toPlainText()

    def show_row(self, row: BarisBagian, *, locked: bool, keep_text: bool) -> None:
        """Show a section, or its newer state.

        Args:
            row: the section.
            locked: the report is final.
            keep_text: what is in the field is newer than the row.
        """
        if row.kunci != self.kunci:
            self.flush()
            self._row, self._locked = row, locked
            self._put_text(row.teks)
            self.editor.go_to_start()
            self.state.clear()
        else:
            self._row, self._locked = row, locked
            typing = self.is_unsaved or keep_text or self._is_emptied()
            if (locked or not typing) and row.teks != self._stored:
                self._put_text(row.teks)
        self._show_state()

    def confirm(self, kunci: str, text: str) -> None:
        """Hear that a text is stored."""
        if kunci == self.kunci and text == self.editor.toPlainText():
            self.state.setText(_SAVED)

    def refuse(self, kunci: str) -> None:
        """Hear that a text could not be stored; it is handed over again when it is left."""
        if kunci == self.kunci:
            self._stored = None
            self.state.setText(_REFUSED)

    def wait(self, kunci: str) -> None:
        """Hear that a text waits for the server; it is stored when that is back."""
        if kunci == self.kunci:
            self.state.setText(WAITING_WORDS.capitalize())

    def yield_text(self, kunci: str) -> None:
        """Hear that somebody else's text is to stand here; it comes with the next reading."""
        if kunci == self.kunci:
            self._keeping.rest()
            self._stored = self.editor.toPlainText()
            self.state.clear()

    def forget(self) -> None:
        """Hand over what is typed and show no section: another report comes."""
        self.flush()
        self._row = None
        self._lock(True)
        self.state.clear()

    def flush(self) -> None:
        """Hand over at once what is typed and not stored yet."""
        self._keeping.rest()
        if self._row is None or not self.is_unsaved or self.editor.isReadOnly():
            return
        self._stored = text = self.editor.toPlainText()
        self._save(self._row.kunci, text)

    def insert(self, markdown: str) -> None:
        """Put a picture at the cursor."""
        self.editor.insert_block(markdown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.flush()
            if event.reason() not in _COMES_BACK:
                self._refill()
        return super().eventFilter(watched, event)

    def _notice(self) -> None:
        if self._is_showing or self.editor.isReadOnly():
            return
        self.state.setText(_UNSAVED if self.is_unsaved else "")
        self._keeping.notice()
        self.typed.emit()

    def _lock(self, is_locked: bool) -> None:
        if self.editor.isReadOnly() != is_locked:
            self.editor.setReadOnly(is_locked)
            # Only so does the style sheet look again: else what can be typed in looks locked.
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def _put_text(self, text: str) -> None:
        self._is_showing = True
        self._stored = text
        self.editor.show_text(text)
        # The field may write line ends in its own way; that is nothing typed.
        self._stored = self.editor.toPlainText()
        self._is_showing = False

    def _is_emptied(self) -> bool:
        """Whether the clerk has emptied the field to begin anew: the draft must not jump in."""
        return self.editor.hasFocus() and not self.editor.toPlainText().strip()

    def _refill(self) -> None:
        """Show the draft again in a field that was left empty."""
        row = self._row
        emptied = not self.editor.isReadOnly() and not self.editor.toPlainText().strip()
        if row and emptied and row.draf.strip():
            self._put_text(row.draf)
            self.typed.emit()

    def _show_state(self) -> None:
        row = self._row
        assert row is not None
        absent = row.keadaan is KeadaanBagian.TIDAK_ADA
        writable = row.boleh_ditulis and not absent and not self._locked
        self.title.setText(row.judul)
        self.note.setText(_explain(row))
        self.note.setVisible(bool(self.note.text()))
        moved = row.keadaan is KeadaanBagian.ANGKA_BERUBAH and not self._locked
        lines = [f"{text[:1].upper()}{text[1:]}." for text in row.kekurangan]
        self.missing.setText("\n".join(lines))
        # Of moved figures the band below speaks already.
        self.missing.setVisible(len(lines) > moved and not self._locked)
        self._lock(not writable)
        self.editor.setVisible(row.boleh_ditulis or bool(row.teks))
        self.bar.setVisible(row.boleh_ditulis)
        self.bar.setEnabled(writable)
        self.band.setVisible(moved)
        self.draft_button.setVisible(row.boleh_ditulis and not self._locked)
        self.draft_button.setEnabled(row.keadaan in _WRITTEN)
        self.absent_button.setText("Ternyata &ada" if absent else "Tidak &ada…")
        self.absent_button.setVisible(row.boleh_tidak_ada and not self._locked)

    def _show_changes(self) -> None:
        row = self._row
        assert row is not None
        ChangesDialog(self, row.judul, row.dasar, row.draf).exec()

    def _ask_draft(self) -> None:
        self.flush()
        if dialogs.confirm(
            self,
            "Ganti teks yang sudah ditulis dengan draf dari data?",
            "Pakai draf",
            "Teks yang sekarang dapat dikembalikan dengan Ctrl+Z.",
        ):
            self.wanted.emit("draf")

    def _ask_absent(self) -> None:
        self.flush()
        absent = self._row is not None and self._row.keadaan is KeadaanBagian.TIDAK_ADA
        self.wanted.emit("ada" if absent else "tidak_ada")

    def _make_band(self) -> QFrame:
        band = QFrame()
        band.setObjectName("pita")
        words = QLabel(_MOVED)
        words.setWordWrap(True)
        self.changes_button = QPushButton("Lihat perubahan an&gka…")
        self.changes_button.clicked.connect(self._show_changes)
        self.keep_button = QPushButton("Tetap pakai te&ks saya")
        writes(self.keep_button)
        self.keep_button.clicked.connect(lambda: self.wanted.emit("tetap"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.changes_button)
        buttons.addWidget(self.keep_button)
        buttons.addStretch()
        layout = QVBoxLayout(band)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(words)
        layout.addLayout(buttons)
        return band

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.draft_button)
        foot.addWidget(self.absent_button)
        foot.addStretch()
        foot.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        for widget in (self.title, self.note, self.missing, self.band, self.bar):
            layout.addWidget(widget)
        layout.addWidget(self.editor, 1)
        layout.addStretch()
        layout.addLayout(foot)
        for widget in (self.note, self.missing, self.band):
            widget.hide()


def _explain(row: BarisBagian) -> str:
    if not row.tampil:
        return _HIDDEN
    if row.keadaan is KeadaanBagian.TIDAK_ADA:
        return f"Dinyatakan tidak ada: {row.alasan_tidak_ada}"
    return "" if row.boleh_ditulis else _AUTOMATIC
