"""One criterion: what it asks, what data propose, the answer, a note, its evidence."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.lke.lembar import Kriteria
from kinerja_desktop.domain.lke.usulan import UsulanLke
from kinerja_desktop.progress import Progress
from kinerja_desktop.services.lke.baca import IsiLke
from kinerja_desktop.services.lke.isi import attach_bukti, set_catatan, set_jawaban
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.steady import SteadyKeeping
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.lke.answer_box import AnswerBox
from kinerja_desktop.ui.lke.evidence import EvidenceBox

_NO_EVIDENCE = "Belum ada berkas bukti yang dilampirkan."
_NOTE_HEIGHT, _NARROWEST = 54, 310


class CriterionPane(QScrollArea):
    """Everything about the criterion under the cursor; its note is kept while written."""

    def __init__(self, context: Context, go_on: Callable[[], None]) -> None:
        super().__init__()
        self.setAccessibleName("Kriteria yang dipilih")
        self._context = context
        self._isi: IsiLke | None = None
        self._kode = ""
        self._content = QWidget()
        self._usulan: UsulanLke | None = None
        self.question = _label("subjudul")
        self.proofs = _label("redup")
        self.proposal = _label("")
        self.accept_button = QPushButton(style.icon("centang"), "Ter&ima usulan")
        self.accept_button.clicked.connect(self._accept)
        self.wrong = _label("bahaya")
        self.wrong.hide()
        self.answer = AnswerBox()
        self.answer.answered.connect(self._store_answer)
        self.answer.finished.connect(go_on)
        self.answer.refused.connect(self._tell_wrong)
        self.answer.answered.connect(lambda: self.wrong.hide())
        self.before = _label("redup")
        self.note = QPlainTextEdit()
        writes(self.accept_button, self.answer, self.note)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setAccessibleName("Catatan")
        self.note.installEventFilter(self)
        SteadyKeeping(self, self.commit).follow(self.note)
        self._stored_note = ""
        self.evidence = EvidenceBox(context, _NO_EVIDENCE)
        self._arrange()

    def show_kriteria(self, isi: IsiLke, kode: str, usulan: UsulanLke | None) -> None:
        """Show a criterion; what is being typed of the same one stays."""
        is_same = kode == self._kode and self._isi is not None and isi.tahun == self._isi.tahun
        if not is_same:
            self.commit()
            self.wrong.hide()
        kriteria = next((k for k in isi.berlaku.lembar.list_kriteria() if k.kode == kode), None)
        self._isi, self._kode = isi, kode
        self._content.setEnabled(kriteria is not None)
        if kriteria is None:
            self.question.setText("Pilih satu kriteria di sebelah kiri.")
            self.evidence.show_files([], None)
            self.answer.show_answer(isi.berlaku.skala, "", "")
            return
        written = isi.isian_of(kode)
        self.question.setText(f"{kode}  {kriteria.uraian}")
        self.proofs.setText(_describe_proofs(isi, kriteria))
        self.answer.show_answer(isi.berlaku.skala, kode, written.jawaban)
        self._show_before(isi)
        if not (is_same and self.note.hasFocus()) and self.note.toPlainText() != written.catatan:
            self.note.setPlainText(written.catatan)
        self._stored_note = written.catatan
        attach = partial(self._attach, isi.tahun, kode)
        self.evidence.show_files(written.bukti, attach, f"kriteria {kode}")
        self.show_usulan(usulan)

    def show_usulan(self, usulan: UsulanLke | None) -> None:
        """Show what data propose of the criterion."""
        self._usulan = usulan
        answer = self._isi.isian_of(self._kode).jawaban if self._isi else ""
        is_taken = usulan is not None and answer == usulan.jawaban
        self.accept_button.setVisible(usulan is not None and not is_taken)
        if usulan is None:
            self.proposal.setText("Usulan dari data: belum ada, jawab menurut bukti yang ada.")
        else:
            taken = " (sudah menjadi jawaban)" if is_taken else ""
            self.proposal.setText(f"Usulan dari data: {usulan.jawaban}{taken}. {usulan.alasan}.")

    def commit(self) -> None:
        """Keep what was chosen and typed."""
        self.answer.commit()
        text = self.note.toPlainText().strip()
        if self._isi is None or not self._kode or text == self._stored_note:
            return
        before, self._stored_note = self._stored_note, text
        office, tahun, kode = self._context.office, self._isi.tahun, self._kode
        if not self._context.store(self, lambda: set_catatan(office, tahun, kode, text)):
            self._stored_note = before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _tell_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()

    def _accept(self) -> None:
        if self._usulan is not None:
            self._store_answer(self._kode, self._usulan.jawaban)

    def _store_answer(self, kode: str, jawaban: str) -> None:
        if self._isi is None:
            return
        office, tahun = self._context.office, self._isi.tahun
        self._context.store(self, lambda: set_jawaban(office, tahun, kode, jawaban))

    def _attach(self, tahun: int, kode: str, source: Path, progress: Progress) -> None:
        attach_bukti(self._context.office, tahun, kode, source, progress)

    def _show_before(self, isi: IsiLke) -> None:
        lalu = isi.jawaban_lalu.get(self._kode)
        self.before.setText(f"Jawaban tahun {isi.tahun - 1}: {lalu}" if lalu else "")
        self.before.setVisible(bool(lalu))

    def _arrange(self) -> None:
        self.setWidgetResizable(True)
        # Nobody would see it as a stop of Tab; its fields are the stops.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_NARROWEST)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(style.MEDIUM, 0, style.SMALL, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.question)
        layout.addWidget(self.proofs)
        layout.addWidget(self.proposal)
        row = QHBoxLayout()
        row.addWidget(self.accept_button)
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(_buddy("&Jawaban", self.answer))
        layout.addWidget(self.answer)
        layout.addWidget(self.wrong)
        layout.addWidget(self.before)
        layout.addWidget(_buddy("&Catatan", self.note))
        layout.addWidget(self.note)
        layout.addWidget(_buddy("B&ukti", self.evidence.files))
        layout.addWidget(self.evidence)
        layout.addStretch()
        self.setWidget(self._content)


def _describe_proofs(isi: IsiLke, kriteria: Kriteria) -> str:
    petunjuk = isi.buku.of(kriteria)
    lines = []
    if kriteria.contoh_bukti:
        lines.append(f"Contoh bukti: {', '.join(kriteria.contoh_bukti)}.")
    if petunjuk.pembuktian:
        lines.append(f"Perlu dilampirkan: {petunjuk.pembuktian} ({petunjuk.pemasok}).")
    return "\n".join(lines)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _buddy(caption: str, widget: QWidget) -> QLabel:
    label = QLabel(caption)
    label.setBuddy(widget)
    return label
