"""The fields of one step of an SOP: what it is, who does it, how long, and where it leads."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.langkah import Keterlibatan, Satuan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.suntingan import Suntingan
from kinerja_desktop.domain.sop.tindakan import NAMA_TINDAKAN
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.number_box import NumberBox

_TEXT_HEIGHT = 62
_LONGEST = 100_000
_ABSENT = "tidak ikut"
_NARROW = 8  # letters that a choice needs at least


class StepForm(QWidget):
    """Shows a step, and says what was typed.

    Signals:
        changed: something was typed or chosen by hand.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_filling = False
        self.no, self.keterangan = QLineEdit(), QLineEdit()
        self.uraian, self.kelengkapan, self.output = _text(), _text(), _text()
        self.waktu, self.satuan = NumberBox(), ChoiceBox()
        self.waktu.setRange(0, _LONGEST)
        self.satuan.addItems([satuan.value for satuan in Satuan])
        self.utama = _choice()
        self.lain: dict[str, QComboBox] = {}
        self.keputusan, self.kembali = QCheckBox("&Keputusan: bila tidak, kembali ke"), NumberBox()
        self.kembali.setPrefix("langkah ")
        self.keputusan.toggled.connect(self.kembali.setEnabled)
        self.tindakan = _choice()
        for tindakan, name in NAMA_TINDAKAN.items():
            self.tindakan.addItem(name, tindakan)
        self._compose()
        self._listen()

    def fill(self, sop: Sop, langkah: Suntingan, last: int) -> None:
        """Show a step of an SOP.

        Args:
            sop: whose columns can do it.
            langkah: the step.
            last: how many steps there are, for the way back of a decision.
        """
        with self._filling():
            self.no.setText(langkah.no)
            self.keterangan.setText(langkah.keterangan)
            for editor, words in (
                (self.uraian, langkah.uraian),
                (self.kelengkapan, langkah.kelengkapan),
                (self.output, langkah.output),
            ):
                editor.setPlainText(words)
            self.waktu.setValue(langkah.waktu)
            self.satuan.setCurrentText(langkah.satuan.value)
            self.tindakan.setCurrentIndex(max(0, self.tindakan.findData(langkah.tindakan)))
            self.kembali.setRange(1, max(1, last))
            self.kembali.setValue(langkah.kembali_ke or 1)
            self.keputusan.setChecked(langkah.kembali_ke is not None)
            self.kembali.setEnabled(self.keputusan.isChecked())
            self._fill_people(sop, langkah)
        self._form.setRowVisible(self.no, not sop.is_kantor)
        self._form.setRowVisible(self.keterangan, sop.kepala_tabel.has_keterangan)

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
            tindakan=self.tindakan.currentData(),
        )

    def _fill_people(self, sop: Sop, langkah: Suntingan) -> None:
        """Give a choice to each peran, in the order in which they stand in the step."""
        self.utama.clear()
        for peran in sop.kolom:
            self.utama.addItem(peran.nama, peran.kode)
        main = next((k for k, part in langkah.peran if part is Keterlibatan.PELAKSANA), "")
        self.utama.setCurrentIndex(max(0, self.utama.findData(main)))
        while self._people.rowCount():
            self._people.removeRow(0)
        parts = dict(langkah.peran)
        order = [*parts, *(peran.kode for peran in sop.peran if peran.kode not in parts)]
        self.lain = {}
        for kode in order:
            box = self.lain[kode] = _choice()
            box.addItems([_ABSENT, *(part.value for part in Keterlibatan)])
            if kode in parts and kode != main:
                box.setCurrentText(parts[kode].value)
            box.currentIndexChanged.connect(self._tell)
            self._people.addRow(sop.get_peran(kode).nama, box)
        self._hide_main()

    def _hide_main(self) -> None:
        """Hide the main pelaksana among the other roles of the step."""
        for kode, box in self.lain.items():
            self._people.setRowVisible(box, kode != self.utama.currentData())

    def _compose(self) -> None:
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        people = QWidget()
        self._people = QFormLayout(people)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("&Nomor", self.no)
        form.addRow("&Uraian", self.uraian)
        form.addRow("Pelaksana utam&a", self.utama)
        form.addRow(people)
        form.addRow("Ke&lengkapan", self.kelengkapan)
        form.addRow("&Waktu", _side_by_side(self.waktu, self.satuan))
        form.addRow("&Output", self.output)
        form.addRow("K&eterangan", self.keterangan)
        form.addRow(_side_by_side(self.keputusan, self.kembali))
        form.addRow("Dalam &program", self.tindakan)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addStretch()

    def _listen(self) -> None:
        for line in (self.no, self.keterangan):
            line.textChanged.connect(self._tell)
        for editor in (self.uraian, self.kelengkapan, self.output):
            editor.textChanged.connect(self._tell)
        for number in (self.waktu, self.kembali):
            number.valueChanged.connect(self._tell)
        for box in (self.satuan, self.utama, self.tindakan):
            box.currentIndexChanged.connect(self._tell)
        self.keputusan.toggled.connect(self._tell)
        self.utama.currentIndexChanged.connect(self._hide_main)

    @contextmanager
    def _filling(self) -> Iterator[None]:
        self._is_filling = True
        try:
            yield
        finally:
            self._is_filling = False

    def _tell(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def _text() -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(_TEXT_HEIGHT)
    return editor


def _choice() -> QComboBox:
    """Return a choice that a long name does not make wide."""
    box = ChoiceBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_NARROW)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    holder.setFocusProxy(widgets[0])
    return holder
