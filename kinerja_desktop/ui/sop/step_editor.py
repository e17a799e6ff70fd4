"""Ask for all that a clerk can change of a step in the office's own copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.langkah import Keterlibatan, Satuan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.suntingan import Suntingan
from kinerja_desktop.ui.base.dialogs import make_buttons

_TEXT_HEIGHT = 62
# Of the dialog, and what window frame and task bar take.
_HEIGHT, _AROUND = 620, 60
_LONGEST = 100_000
_ABSENT = "tidak ikut"


class StepEditor(QDialog):
    """Shows a step with the words accepted so far; the words of the source stay kept."""

    def __init__(
        self, parent: QWidget | None, sop: Sop, title: str, langkah: Suntingan, last: int
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        room = self.screen().availableGeometry().height() - _AROUND
        self.resize(600, min(_HEIGHT, room))
        self._sop = sop
        self.no, self.keterangan = QLineEdit(langkah.no), QLineEdit(langkah.keterangan)
        self.uraian = _text(langkah.uraian)
        self.kelengkapan, self.output = _text(langkah.kelengkapan), _text(langkah.output)
        self.waktu, self.satuan = QSpinBox(), QComboBox()
        self.waktu.setRange(0, _LONGEST)
        self.waktu.setValue(langkah.waktu)
        self.satuan.addItems([satuan.value for satuan in Satuan])
        self.satuan.setCurrentText(langkah.satuan.value)
        self.utama = QComboBox()
        for peran in sop.kolom:
            self.utama.addItem(peran.nama, peran.kode)
        main = next((k for k, part in langkah.peran if part is Keterlibatan.PELAKSANA), "")
        self.utama.setCurrentIndex(max(0, self.utama.findData(main)))
        self.lain = self._make_others(langkah, main)
        self.keputusan, self.kembali = QCheckBox("&Keputusan: bila tidak, kembali ke"), QSpinBox()
        self.kembali.setPrefix("langkah ")
        self.kembali.setRange(1, max(1, last))
        self.kembali.setValue(langkah.kembali_ke or 1)
        self.keputusan.setChecked(langkah.kembali_ke is not None)
        self.kembali.setEnabled(self.keputusan.isChecked())
        self.keputusan.toggled.connect(self.kembali.setEnabled)
        self._compose()

    def suntingan(self) -> Suntingan:
        """Return what was typed."""
        main = self.utama.currentData()
        parts = [(main, Keterlibatan.PELAKSANA)]
        parts += [
            (kode, Keterlibatan(box.currentText()))
            for kode, box in self.lain.items()
            if kode != main and box.currentText() != _ABSENT
        ]
        return Suntingan(
            no=self.no.text(),
            uraian=self.uraian.toPlainText(),
            kelengkapan=self.kelengkapan.toPlainText(),
            output=self.output.toPlainText(),
            keterangan=self.keterangan.text(),
            peran=tuple(parts),
            waktu=self.waktu.value(),
            satuan=Satuan(self.satuan.currentText()),
            kembali_ke=self.kembali.value() if self.keputusan.isChecked() else None,
        )

    def _make_others(self, langkah: Suntingan, main: str) -> dict[str, QComboBox]:
        """Return a choice for each peran, in the order in which they stand in the step."""
        parts = dict(langkah.peran)
        order = [*parts, *(peran.kode for peran in self._sop.peran if peran.kode not in parts)]
        boxes = {}
        for kode in order:
            boxes[kode] = QComboBox()
            boxes[kode].addItems([_ABSENT, *(part.value for part in Keterlibatan)])
            if kode in parts and kode != main:
                boxes[kode].setCurrentText(parts[kode].value)
        return boxes

    def _hide_main(self) -> None:
        """Hide the main pelaksana among the other roles of the step."""
        for kode, box in self.lain.items():
            self._form.setRowVisible(box, kode != self.utama.currentData())

    def _compose(self) -> None:
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("&Nomor", self.no)
        form.addRow("&Uraian", self.uraian)
        form.addRow("Pelaksana u&tama", self.utama)
        for kode, box in self.lain.items():
            form.addRow(self._sop.get_peran(kode).nama, box)
        form.addRow("Ke&lengkapan", self.kelengkapan)
        form.addRow("&Waktu", _side_by_side(self.waktu, self.satuan))
        form.addRow("&Output", self.output)
        if self._sop.kepala_tabel.has_keterangan:
            form.addRow("K&eterangan", self.keterangan)
        form.addRow(_side_by_side(self.keputusan, self.kembali))
        self.utama.currentIndexChanged.connect(lambda _: self._hide_main())
        self._hide_main()
        body = QWidget()
        body.setLayout(form)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        note = QLabel(
            "Teks tercetak tetap disimpan; yang ditulis di sini tampil pada “Teks dirapikan”. "
            "Pelaksanaan yang sedang berjalan tetap memakai versi lama."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        buttons, self.save = make_buttons(self, "&Simpan")
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(note)
        layout.addWidget(buttons)


def _text(words: str) -> QPlainTextEdit:
    editor = QPlainTextEdit(words)
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(_TEXT_HEIGHT)
    return editor


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    holder.setFocusProxy(widgets[0])
    return holder
