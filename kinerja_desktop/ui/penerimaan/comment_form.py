"""A new comment: which delivery, what of it, and what is said."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.services.penerimaan.komentar import (
    SELURUHNYA,
    Dikomentari,
    Sasaran,
    list_tentang,
    tulis_komentar,
)
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.typed_dialog import mark_draft
from kinerja_desktop.ui.base.writing import writes

_NO_PACKAGE = "Belum ada paket tahun ini yang diterima, jadi belum ada yang dapat dikomentari."


class CommentForm(QWidget):
    """What is being written stays until it is stored, whatever else is read again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._meant = ""
        self.package, self.about = _make_box("Paket yang dikomentari"), ChoiceBox()
        self.package.currentIndexChanged.connect(lambda _: self._load_about())
        self.package.editTextChanged.connect(lambda _: self._enable())
        self.about.setAccessibleName("Tentang")
        self.about.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        mark_draft(self.text, "komentar untuk unit")
        self.text.setAccessibleName("Komentar")
        self.text.setPlaceholderText("Apa yang harus diperbaiki atau dijelaskan unit ini")
        self.text.textChanged.connect(self._enable)
        self.note = QLabel(_NO_PACKAGE)
        self.note.setObjectName("redup")
        self.note.setWordWrap(True)
        self.save_button = QPushButton(style.icon("tambah", "ON_ACCENT"), "S&impan komentar")
        self.save_button.setObjectName("utama")
        writes(self.text, self.save_button)
        self.save_button.clicked.connect(self._save)
        self._arrange()
        self._enable()

    def show_packages(self, packages: Sequence[Sasaran], wanted: Dikomentari | None) -> None:
        """Offer the deliveries of the year; the choice stays, unless another is wanted."""
        kept = self.chosen()
        self.package.blockSignals(True)
        self.package.clear()
        for item in packages:
            self.package.addItem(f"{item.unit}, {item.periode.label}", item)
        meant = [
            place
            for place, item in enumerate(packages)
            if (item == kept if wanted is None else _is_meant(item, wanted))
        ]
        self.package.setCurrentIndex(next(iter(meant), 0 if packages else -1))
        self.package.blockSignals(False)
        self.package.setEnabled(bool(packages))
        self.note.setVisible(not packages)
        if wanted is not None:
            self._meant = wanted.tentang
            if wanted.isi and not self.text.toPlainText().strip():
                self.text.setPlainText(wanted.isi)
        if self.chosen() != kept or not self.about.count() or self._meant:
            self._load_about()

    def chosen(self) -> Sasaran | None:
        """Return the delivery that is meant; None while what is typed there names none."""
        place = self.package.currentIndex()
        if place < 0 or self.package.currentText() != self.package.itemText(place):
            return None
        found: Sasaran = self.package.itemData(place)
        return found

    def _load_about(self) -> None:
        """Offer what the chosen package consists of."""
        chosen = self.chosen()
        self.about.clear()
        self.about.addItem(SELURUHNYA, "")
        self._enable()
        if chosen is None:
            return

        def show(names: list[str]) -> None:
            if self.chosen() == chosen and self.about.count() == 1:
                for name in names:
                    self.about.addItem(name, name)
                meant, self._meant = self._meant, ""
                if meant in names:
                    self.about.setCurrentIndex(self.about.findData(meant))

        self.context.load(
            self, lambda office: list_tentang(office, chosen.unit_id, chosen.periode), show
        )

    def _save(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        office, isi, about = self.context.office, self.text.toPlainText(), self.about.currentData()
        stored = self.context.attempt(
            self, lambda: tulis_komentar(office, chosen.unit_id, chosen.periode, isi, about)
        )
        if stored is not None:
            self.text.clear()
            self.context.say(f"Komentar untuk {chosen.unit} disimpan. Ctrl+Z membatalkannya.")

    def _enable(self) -> None:
        has_text = bool(self.text.toPlainText().strip())
        self.save_button.setEnabled(has_text and self.chosen() is not None)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, 0, 0, 0)
        heading = QLabel("Komentar baru")
        heading.setObjectName("subjudul")
        layout.addWidget(heading)
        layout.addWidget(self.note)
        for caption, widget in (
            ("P&aket", self.package), ("Tenta&ng", self.about), ("Isi ko&mentar", self.text),
        ):  # fmt: skip
            label = QLabel(caption)
            label.setBuddy(widget)
            layout.addWidget(label)
            layout.addWidget(widget, int(widget is self.text))
        layout.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)


def _make_box(name: str) -> QComboBox:
    """Make a box in which one of thousands is found by typing a part of it."""
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(24)
    completer = QCompleter(box.model(), box)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCompleter(completer)
    return box


def _is_meant(item: Sasaran, wanted: Dikomentari) -> bool:
    return (item.unit_id, item.periode) == (wanted.unit_id, wanted.periode)
