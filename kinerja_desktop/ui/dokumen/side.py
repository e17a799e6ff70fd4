"""The left side of the page Dokumen: which document, about whom, under which number."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.services.dokumen.document_list import needs_subject
from kinerja_desktop.services.kantor.dokumen import FINAL, Dokumen, KeadaanDokumen
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.meaning import MeaningLink
from kinerja_desktop.ui.dokumen.listing import DocumentList

#: The pages that notes name, by the words of the notes.
_PAGES = {
    "Renstra & IKU": "renstra", "Anggaran": "anggaran", "Rencana Aksi": "rencana_aksi",
    "Pengukuran": "pengukuran", "Evaluasi SAKIP": "lke", "Pengaturan": "pengaturan",
    "halaman Surat": "surat", "Perjanjian Kinerja": "perjanjian",
    "Pengumpulan Data": "pengumpulan", "Prosedur (SOP)": "sop", "halaman Penerimaan": "penerimaan",
}  # fmt: skip
#: Where that of a kind of document is filled in whose notes name no page.
_OWN_PAGES = {"perjanjian-kinerja": "Perjanjian Kinerja"}
#: The tabs of such a page that notes name.
_TABS = {"tab Penempatan": "penempatan"}
_ELSEWHERE = "Yang dibuka dari halaman lain"


class DocumentSide(QWidget):
    """Remembers for each kind of document whom it was about last.

    Signals:
        chosen: another kind of document, or the same about somebody else.
        nomor_entered: the number of the letter was typed.
        nomor_wanted: the next number of the register is to be proposed.
        page_wanted: the page on which is filled in what a paper lacks, by its key, and which of its
            tabs; None for the first one.
    """

    chosen = Signal()
    nomor_entered = Signal(str)
    nomor_wanted = Signal()
    page_wanted = Signal(str, object)

    def __init__(self, daftar: Mapping[str, Dokumen]) -> None:
        super().__init__()
        self._daftar = daftar
        self._keadaan: Mapping[str, KeadaanDokumen] = {}
        self._nomor: Mapping[str, str] = {}
        self._subjects: dict[str, UUID | None] = {}
        self._place: tuple[str, str | None] = ("", None)
        self.list = DocumentList(daftar)
        self.list.currentRowChanged.connect(self._change_kind)
        self.purpose, self.note = _wrapped("redup"), _wrapped("bahaya")
        self.subject = ChoiceBox()
        self.subject.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.subject.activated.connect(self._change_subject)
        # Its label is empty where there is one kind of subject only.
        self.subject.setAccessibleName("Untuk siapa atau tentang apa")
        self.subject_label = QLabel()
        self.subject_label.setBuddy(self.subject)
        self.nomor = QLineEdit()
        self.nomor.setPlaceholderText("Kosong: diisi dengan tangan")
        self.nomor.editingFinished.connect(
            lambda: self.nomor_entered.emit(self.nomor.text().strip())
        )
        self.next_button = QPushButton("Nomor &berikutnya")
        self.next_button.setToolTip("Nomor berikutnya dari buku surat keluar")
        self.next_button.clicked.connect(self.nomor_wanted)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.addRow(self.subject_label, self.subject)
        self._form.addRow("&Nomor surat", self.nomor)
        self._form.addRow(self.next_button)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, style.MEDIUM, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.purpose)
        layout.addLayout(self._form)
        layout.addWidget(self.note)
        # What the note asks for: what it means, and where it is filled in.
        self.meaning, self.fill_button = MeaningLink(), QPushButton()
        self.fill_button.hide()
        self.fill_button.clicked.connect(lambda: self.page_wanted.emit(*self._place))
        layout.addWidget(self.meaning)
        layout.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignLeft)

    def add_note(self, note: QWidget) -> None:
        """Show another note below all others."""
        self._column.addWidget(note)

    @property
    def kunci(self) -> str:
        """The chosen kind of document."""
        return self.list.current_kunci()

    @property
    def tentang(self) -> UUID | None:
        """Whom or what it is about, for kinds that need one."""
        return self.subject.currentData() if needs_subject(self.kunci, self._daftar) else None

    @property
    def subject_name(self) -> str:
        """The name of whom it is about, empty for kinds that need none."""
        return self.subject.currentText().split(" · ")[0] if self.tentang else ""

    def show_states(self, keadaan: Mapping[str, KeadaanDokumen], nomor: Mapping[str, str]) -> None:
        """Show where every document stands for the period, and the numbers of the letters."""
        self._keadaan, self._nomor = keadaan, nomor
        self.list.show_states(keadaan)
        self._show_kind()

    def choose(self, kunci: str, tentang: UUID | None) -> None:
        """Choose a document for another page; nothing is announced."""
        if tentang is not None:
            self._subjects[kunci] = tentang
        self.list.blockSignals(True)
        self.list.choose(kunci)
        self.list.blockSignals(False)
        if self._keadaan:
            self._show_kind()

    def _change_kind(self) -> None:
        if self._keadaan:
            self._show_kind()
            self.chosen.emit()

    def _change_subject(self) -> None:
        self._subjects[self.kunci] = self.subject.currentData()
        self.subject.setToolTip(self.subject.currentText())
        self.chosen.emit()

    def _show_kind(self) -> None:
        keadaan = self._keadaan[self.kunci]
        self.purpose.setText(self._daftar[self.kunci].keterangan)
        self.note.setText(keadaan.catatan)
        self.note.setVisible(bool(keadaan.catatan))
        self.meaning.show_for(keadaan.catatan.splitlines())
        self._fill_subjects(keadaan)
        # Where there is no paper, what is said in its place leads on as well.
        self._offer_page(keadaan.catatan or ("" if self.tentang else keadaan.kosong))
        caption = needs_subject(self.kunci, self._daftar)
        self.subject_label.setText(caption)
        self._form.setRowVisible(self.subject, bool(caption) and self.subject.count() > 0)
        # The number of a final letter stays, and looks so.
        self.nomor.setEnabled(not keadaan.keadaan.startswith(FINAL))
        if not (self.nomor.hasFocus() and self.nomor.isEnabled()):
            self.nomor.setText(self._nomor.get(self.kunci, ""))
        has_nomor = self._daftar[self.kunci].has_nomor
        self._form.setRowVisible(self.nomor, has_nomor)
        open_one = has_nomor and self.nomor.isEnabled() and not self.nomor.text()
        self._form.setRowVisible(self.next_button, open_one)

    def _offer_page(self, catatan: str) -> None:
        """Offer the page that the first line names, else the own page of the kind."""
        first = catatan.partition("\n")[0]
        if first and self.kunci in _OWN_PAGES:
            first = f"{first} {_OWN_PAGES[self.kunci]}"
        name = next((name for name in _PAGES if name in first), "")
        tab = next((key for words, key in _TABS.items() if words in first), None)
        self._place = _PAGES.get(name, ""), tab
        self.fill_button.setText(f"Buka {name.replace('&', '&&')}")
        self.fill_button.setVisible(bool(name))

    def _fill_subjects(self, keadaan: KeadaanDokumen) -> None:
        self.subject.clear()
        for item in keadaan.subjek:
            text = f"{item.nama} · {item.keadaan}"
            self.subject.addItem(text, item.id)
            self.subject.setItemData(self.subject.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        wanted = self._subjects.get(self.kunci)
        if wanted is not None:
            # Not findData: it takes two equal ids for different ones.
            known = [item.id for item in keadaan.subjek]
            if wanted not in known:
                self.subject.addItem(_ELSEWHERE, wanted)
                known.append(wanted)
            self.subject.setCurrentIndex(known.index(wanted))
        self.subject.setToolTip(self.subject.currentText())


def _wrapped(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
