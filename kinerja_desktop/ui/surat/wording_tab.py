"""The wording of letters: what the office says in each kind, once and for all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.domain.surat.templat import ISIAN
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.penanda import list_posts
from kinerja_desktop.services.surat.wording import read_templat, reset_templat, save_templat
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.surat.letter_form import LetterForm

_HINT = (
    "Kata-kata ini dipakai setiap surat baru; surat yang sudah dibuat tidak berubah. Isian yang "
    "diisi program ditulis dalam kurung kurawal: "
)


class WordingTab(QWidget):
    """One kind at a time; a change is kept as the next version."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown = ""
        self.kind = ChoiceBox()
        self.kind.setAccessibleName("Jenis surat")
        for kunci, jenis in JENIS.items():
            self.kind.addItem(jenis.nama, kunci)
        self.kind.currentIndexChanged.connect(self._change_kind)
        self.version = QLabel()
        self.version.setObjectName("redup")
        self.reset_button = QPushButton(style.icon("kembali"), "Kembalikan ke ba&waan")
        writes(self.reset_button)
        self.reset_button.clicked.connect(self._reset)
        self.hint = QLabel(_HINT + ", ".join(f"{{{name}}}" for name in ISIAN) + ".")
        self.hint.setToolTip("\n".join(f"{{{name}}}: {text}" for name, text in ISIAN.items()))
        self.hint.setObjectName("redup")
        self.hint.setWordWrap(True)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form: LetterForm[str] = LetterForm(self._save)
        top = QHBoxLayout()
        label = QLabel("&Jenis surat")
        label.setBuddy(self.kind)
        for widget in (label, self.kind, self.version):
            top.addWidget(widget)
        top.addStretch()
        top.addWidget(self.reset_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.SMALL)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.form.problem)
        layout.addWidget(self.form, 1)

    def reload(self) -> None:
        """Read the wording of the chosen kind again."""
        jenis = str(self.kind.currentData())

        def read(office: Office) -> tuple[IsiNaskah, int, Sequence[str]]:
            return *read_templat(office, jenis), list_posts(office, office.today())

        def show(found: tuple[IsiNaskah, int, Sequence[str]]) -> None:
            if jenis != self.kind.currentData():
                return
            isi, versi, posts = found
            self.version.setText(f"Versi kantor {versi}" if versi else "Seperti bawaan")
            self.reset_button.setEnabled(bool(versi))
            self._shown = jenis
            self.form.show_isi(jenis, JENIS[jenis], isi, posts, editable=True)

        self.context.load(self, read, show)

    def _change_kind(self) -> None:
        """Show another kind, once what was typed into this one is kept."""
        if self._shown and not self.form.commit():
            self.kind.blockSignals(True)
            self.kind.setCurrentIndex(self.kind.findData(self._shown))
            self.kind.blockSignals(False)
            return
        self.form.forget()
        self.reload()

    def _save(self, jenis: str, isi: IsiNaskah) -> Stored | bool:
        office = self.context.office
        return self.context.store(self, lambda: save_templat(office, jenis, isi))

    def _reset(self) -> None:
        office, jenis = self.context.office, str(self.kind.currentData())
        question = f"Kembalikan kata-kata {JENIS[jenis].nama} ke bawaan program?"
        if dialogs.confirm(self, question, "Kembalikan", "Ctrl+Z mengembalikannya lagi."):
            self.context.store(self, lambda: reset_templat(office, jenis))
