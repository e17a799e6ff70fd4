"""The identity page of an SOP that is being written: name, number, office, dates, signer, cells."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.kantor import KOTAK, Pemilik, read_kotak, sign_by, write_kotak
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.syarat import PENGUKURAN, PENGUMPULAN, PERENCANAAN
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.sop.draft import Draft

_FIELDS = (
    ("nama_sop", "&Nama SOP"),
    ("nomor_sop", "No&mor SOP"),
    ("pemerintah", "Pemerintah"),
    ("perangkat_daerah", "Perangkat daerah"),
    ("unit", "Unit, bila ada"),
    ("tanggal_pembuatan", "Tanggal pembuatan"),
    ("tanggal_revisi", "Tanggal revisi"),
    ("tanggal_efektif", "Tanggal efektif"),
    ("tanggal_pengesahan", "Tanggal pengesahan"),
    ("judul_sampul", "Judul sampul, bila ada"),
)
#: Without a word they do not stand on the paper at all.
_ONLY_WHEN_FILLED = {"unit", "tanggal_pengesahan", "judul_sampul"}
_PROSES = {
    "": "Lainnya",
    PERENCANAAN: "Perencanaan kinerja",
    PENGUMPULAN: "Pengumpulan data kinerja",
    PENGUKURAN: "Pengukuran kinerja",
}
_HEIGHT = 96


class IdentityTab(QWidget):
    """Writes into the draft at every key."""

    def __init__(self, draft: Draft, signers: Sequence[Pemilik]) -> None:
        super().__init__()
        self._draft, self._signers = draft, signers
        self.fields = {name: self._make_field(name) for name, _ in _FIELDS}
        self.signer = ChoiceBox()
        for item in signers:
            self.signer.addItem(f"{item.nama} ({item.jabatan})" if item.nama else "(belum ada)")
        identitas = draft.sop.identitas
        names = [item.nama for item in signers]
        name = identitas.disahkan_oleh_nama.read()
        if name not in names:
            self.signer.insertItem(0, name or "(belum dipilih)")
            self._signers = (Pemilik("", "", identitas.disahkan_oleh_jabatan.read(), name,
                                     identitas.disahkan_oleh_nip.read()), *signers)  # fmt: skip
            self.signer.setCurrentIndex(0)
        else:
            self.signer.setCurrentIndex(names.index(name))
        self.signer.currentIndexChanged.connect(self._sign)
        self.proses = ChoiceBox()
        for key, word in _PROSES.items():
            self.proses.addItem(word, key)
        self.proses.setCurrentIndex(max(0, self.proses.findData(draft.sop.proses)))
        self.proses.currentIndexChanged.connect(self._set_proses)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field, caption in _FIELDS:
            form.addRow(caption, self.fields[field])
        form.addRow("&Disahkan oleh", self.signer)
        form.addRow("&Proses", self.proses)
        note = QLabel(
            "Tanggal ditulis seperti yang akan tercetak, misalnya 5 Januari 2026. Proses "
            "menentukan dokumen yang ditanyakan program sebelum langkah tanda tangan dan kirim."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        form.addRow(note)

    def _make_field(self, name: str) -> QLineEdit:
        line = QLineEdit(getattr(self._draft.sop.identitas, name).read())
        line.textChanged.connect(lambda text: self._write(name, text))
        return line

    def _write(self, name: str, text: str) -> None:
        words = Isian(text.strip() or (None if name in _ONLY_WHEN_FILLED else ""))

        def change(sop: Sop) -> Sop:
            field: dict[str, Isian] = {name: words}
            return replace(sop, identitas=replace(sop.identitas, **field))  # type: ignore[arg-type]

        self._draft.change(change)

    def _sign(self, row: int) -> None:
        self._draft.change(lambda sop: sign_by(sop, self._signers[row]))

    def _set_proses(self, row: int) -> None:
        self._draft.change(lambda sop: replace(sop, proses=self.proses.itemData(row)))


class CellsTab(QWidget):
    """The six cells, each with its items one a line."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.cells: dict[str, QPlainTextEdit] = {}
        grid = QGridLayout()
        for n, (name, box) in enumerate(zip(KOTAK, draft.sop.kotak, strict=True)):
            cell = QPlainTextEdit(read_kotak(box))
            cell.setTabChangesFocus(True)
            cell.setMinimumHeight(_HEIGHT)
            cell.setAccessibleName(KOTAK[name])
            cell.textChanged.connect(self._writer(name, cell))
            label = QLabel(box.judul.read() or KOTAK[name])
            label.setBuddy(cell)
            grid.addWidget(label, n // 2 * 2, n % 2)
            grid.addWidget(cell, n // 2 * 2 + 1, n % 2)
            self.cells[name] = cell
        note = QLabel(
            "Satu butir satu baris; nomornya ikut ditulis, misalnya “1. Perpres 29/2014”."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.SMALL)
        layout.addWidget(note)
        layout.addLayout(grid, 1)

    def _writer(self, name: str, cell: QPlainTextEdit) -> Callable[[], None]:
        def write() -> None:
            def change(sop: Sop) -> Sop:
                box = {name: write_kotak(getattr(sop, name), cell.toPlainText())}
                return replace(sop, **box)  # type: ignore[arg-type]

            self._draft.change(change)

        return write
