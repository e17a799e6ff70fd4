"""Ask for what a new row needs, and add it only when it is whole."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections.fields import Kind, Section
from kinerja_desktop.domain.sections.new_rows import (
    propose_kode,
    propose_place,
    takes_only_choice,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.tables.record_form import RecordForm
from kinerja_desktop.ui.tables.section_words import SectionWords

#: Explains why a row was refused.
Tell = Callable[[KinerjaError], None]
#: Adds a row; False when refused (and explained).
Add = Callable[[dict[str, Any], Tell], bool]
_UNFINISHED = "Isian ini belum ditambahkan. Buang?"

_KODE = "kode"
#: What the next of several rows has in common with the one before.
_KEPT = (Kind.PILIHAN, Kind.ACUAN)


class AddDialog(QDialog):
    """Stays open until the row is in, or the clerk turns away.

    Enter adds, and Ctrl+Enter does so from a text of several lines; *Tambah lagi* adds and asks
    for the next.
    """

    def __init__(
        self,
        parent: QWidget,
        section: Section,
        values: Mapping[str, Any],
        words: SectionWords,
        add: Add,
        names: Sequence[str] | None = None,
        others: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Make the dialog.

        Args:
            parent: above what.
            section: of which kind the row is.
            values: what it begins with.
            words: for the rows that it may refer to.
            add: adds it.
            names: fields that are asked for; all when not given.
            others: the rows that are there, for the next kode.
        """
        super().__init__(parent)
        self.setWindowTitle(f"Tambah {section.title}")
        resize_within(self, 560, 480)
        self._section, self._words = section, words
        self._blank, self._values = dict(values), dict(values)
        self._others = [dict(row) for row in others]
        self._proposed, self._place = "", 0
        self._add = add
        self.form = RecordForm(section, self._note, words.choices, names=names)
        self.form.committed.connect(self._follow)
        self.hint = QLabel()
        self.hint.setObjectName("bidang")
        self.hint.setAccessibleName("Bantuan isian yang sedang diisi")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        # Two lines from the beginning: the buttons below it must not move as one types.
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().lineSpacing() + style.SMALL)
        self.told = QLabel()
        self.told.setObjectName("baik")
        self.refused = QLabel()
        self.refused.setObjectName("bahaya")
        self.refused.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton("&Tambah", QDialogButtonBox.ButtonRole.AcceptRole)
        self.more_button = buttons.addButton("Tambah &lagi", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.setDefault(True)
        self.accept_button.setToolTip("Enter, atau Ctrl+Enter dari isian yang berbaris-baris")
        self.more_button.setAutoDefault(False)
        self.more_button.setToolTip("Tambahkan ini, lalu isi yang berikutnya (Ctrl+Shift+Enter)")
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        self.more_button.clicked.connect(self._try_more)
        for keys, deed in (
            ("Ctrl+Return", self._try), ("Ctrl+Enter", self._try),
            ("Ctrl+Shift+Return", self._try_more), ("Ctrl+Shift+Enter", self._try_more),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_head())
        layout.addWidget(self.form, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.told)
        layout.addWidget(self.refused)
        layout.addWidget(buttons)
        for label in (self.told, self.refused):
            label.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self._begin()

    def _make_head(self) -> QHBoxLayout:
        """What the star means, and the way to the help; the window's own F1 is out of reach."""
        self.help_button = QToolButton()
        self.help_button.setObjectName("bantuan")
        self.help_button.setText("?")
        self.help_button.setAccessibleName("Bantuan isian")
        self.help_button.setToolTip("Arti setiap isian di jendela ini (F1)")
        self.help_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        star = QLabel("Yang bertanda * harus diisi. F1: arti setiap isian.")
        star.setObjectName("redup")
        head = QHBoxLayout()
        head.addWidget(star, 1)
        head.addWidget(self.help_button)
        return head

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Say below the form what the field under the cursor asks for."""
        if now is not None and self.form.isAncestorOf(now):
            name, hint = now.accessibleName(), now.toolTip()
            self.hint.setText(f"{name}: {hint}" if name and hint else "")

    def _begin(self) -> None:
        """Show a new row with what can be known of it, the cursor in its first field."""
        self._propose()
        self.form.show_row(self._values, self._words.describe, self._words.resolve)
        self._begun = self.form.texts()
        self.form.focus_first()

    def _propose(self) -> None:
        names = self.form.names()
        if _KODE in names and self._values.get(_KODE) in (None, "", self._proposed):
            self._proposed = propose_kode(self._section.key, self._values, self._others)
            self._values[_KODE] = self._proposed
        self._propose_place()
        unused = self.form.list_unused(self._values)
        for name in names:
            if self._values.get(name) is None and takes_only_choice(self._section, name):
                only = self._words.choices(self._section.field(name).acuan)
                if len(only) == 1 and name not in unused:
                    acuan = self._section.field(name).acuan
                    self._values[name] = self._words.resolve(acuan, only[0])

    def _propose_place(self) -> None:
        found = propose_place(self._section.key, self._values, self._others)
        if found and self._values.get(found[0]) in (None, 0, self._place):
            name, self._place = found
            self._values[name] = self._place

    def _note(self, name: str, value: Any) -> bool:
        self._values[name] = value
        return True

    def _follow(self) -> None:
        """Another kind of row has another kode, and other references."""
        before = dict(self._values)
        self._propose()
        if self._values != before:
            texts = self.form.texts()
            self.form.refresh_row(self._values, self._words.describe, self._words.resolve)
            # What the program proposes anew was not typed.
            proposed = {k: text for k, text in self.form.texts().items() if text != texts[k]}
            self._begun |= proposed

    def _add_row(self) -> bool:
        self.refused.hide()
        if not (self.form.commit_all() and self._add(self._values, self._tell_refused)):
            return False
        self._others.append(dict(self._values))
        return True

    def _tell_refused(self, error: KinerjaError) -> None:
        """Say above the buttons why it cannot be added; what was typed stays to be mended."""
        self.refused.setText(str(error))
        self.refused.show()

    def reject(self) -> None:
        """Ask before what was typed is thrown away: Escape is pressed easily."""
        is_typed = self.form.texts() != self._begun
        if not is_typed or dialogs.confirm(self, _UNFINISHED, "Buang isian"):
            super().reject()

    def _try(self) -> None:
        if self._add_row():
            self.accept()

    def _try_more(self) -> None:
        if not self._add_row():
            return
        kode = self._values.get(_KODE)
        self.told.setText(f"{self._section.title} {kode or ''} ditambahkan.".replace("  ", " "))
        self.told.show()
        # The field that is left would complain that it is empty, had it been emptied already.
        self.form.focus_first()
        kept = {f.name: self._values.get(f.name) for f in self._section.fields if f.kind in _KEPT}
        self._values = {**self._blank, **kept}
        self._proposed, self._place = "", 0
        self._begin()
