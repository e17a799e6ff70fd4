"""Evaluasi Renja: Formulir E.81 of a triwulan, reckoned from what was measured."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.evaluasi_renja import EvaluasiTercetak, write_rata
from kinerja_desktop.services.evaluasi.baca import ANGGARAN, RENSTRA, IsiEvaluasi, read_evaluasi
from kinerja_desktop.services.evaluasi.dokumen import BERITA_ACARA, EVALUASI, TINDAK_LANJUT
from kinerja_desktop.services.evaluasi.isi import set_isian
from kinerja_desktop.services.kantor.dokumen import Dokumen, Permintaan
from kinerja_desktop.services.kantor.kept_papers import read_status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.evaluasi.choose_triwulan import ChooseTriwulan
from kinerja_desktop.ui.evaluasi.dialog_window import DialogKinerjaWindow
from kinerja_desktop.ui.evaluasi.entry import EVALUASI_PAGE
from kinerja_desktop.ui.evaluasi.foot import FootEditor
from kinerja_desktop.ui.evaluasi.table import EvaluasiModel, EvaluasiTable
from kinerja_desktop.ui.paper.finality import PaperFinality
from kinerja_desktop.ui.tables.find_bar import FindBar

_BUTTONS = {RENSTRA: "Buka &Renstra & IKU", ANGGARAN: "Buka An&ggaran"}
_PAPERS = (
    ("Prati&njau", "dokumen", EVALUASI),
    ("&Cetak", "cetak", EVALUASI),
)
#: The papers that go with it, below one button: the page must fit a small screen.
_OTHERS = (("&Berita acara", BERITA_ACARA), ("&Tindak lanjut", TINDAK_LANJUT))
_FOOT_HEIGHT = 110
Read = tuple[IsiEvaluasi, StatusFinal]


class EvaluasiPage(Page):
    """One triwulan: the form, what it lacks, and the texts below it."""

    ENTRY = EVALUASI_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: Periode | None = None
        self.paper_buttons: list[QPushButton] = []
        for caption, icon, dokumen in _PAPERS:
            button = QPushButton(style.icon(icon), caption)
            button.clicked.connect(partial(self._open_document, dokumen))
            self.paper_buttons.append(button)
            self.buttons.addWidget(button)
        others = QPushButton(style.icon("dokumen"), "&Surat lain")
        self.others = QMenu(others)
        for caption, dokumen in _OTHERS:
            action = self.others.addAction(caption)
            action.triggered.connect(lambda _=False, dokumen=dokumen: self._open_document(dokumen))
        self.dialog_action = self.others.addAction("&Dialog kinerja…")
        self.dialog_action.triggered.connect(lambda _=False: self._open_dialog())
        others.setMenu(self.others)
        self.others_button = others
        self.buttons.addWidget(others)
        self.finality = PaperFinality(context, is_main=True)
        self.buttons.addWidget(self.finality)
        self.means = QLabel()
        self.means.setWordWrap(True)
        self.lacks = QLabel()
        self.lack_buttons: dict[str, QPushButton] = {}
        self.band = self._make_band()
        self.model = EvaluasiModel()
        self.table = EvaluasiTable(self.model)
        self.finder = FindBar(self.table)
        self.foot = FootEditor(self._save)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._make_upper())
        splitter.addWidget(self.foot)
        # The figures take what room there is; the texts below grow when they are drawn up.
        splitter.setSizes([2000, _FOOT_HEIGHT])
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        self.empty = ChooseTriwulan(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(splitter)
        self.stack.addWidget(self.empty)
        self.finality.note.setObjectName("redup")
        self.body.addWidget(self.means)
        self.body.addWidget(self.band)
        self.body.addWidget(self.finality.note)
        self.body.addWidget(self.stack, 1)

    def reload(self) -> None:
        """Read the form of the chosen triwulan again."""
        periode = self.context.periode
        self.finality.forget()

        def read(office: Office) -> Read:
            isi = read_evaluasi(office, periode)
            wanted = Permintaan(EVALUASI.kunci, periode)
            status = read_status(office, EVALUASI, wanted) if isi.evaluasi else StatusFinal()
            return isi, status

        def show(found: Read) -> None:
            if periode == self.context.periode:
                self._show(periode, *found)

        self.context.load(self, read, show)

    def find_here(self) -> bool:
        """Look for a program, an indicator or a figure in the table."""
        if not self.table.isVisible():
            return False
        self.finder.open()
        return True

    def _make_upper(self) -> QWidget:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.table, 1)
        column.addWidget(self.finder)
        return upper

    def _make_band(self) -> QFrame:
        band = QFrame()
        band.setObjectName("pita")
        self.lacks.setWordWrap(True)
        row = QHBoxLayout(band)
        row.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        row.addWidget(self.lacks, 1)
        for key, caption in _BUTTONS.items():
            button = QPushButton(caption.replace(" & ", " && "))
            button.clicked.connect(partial(self.context.open_page, key))
            self.lack_buttons[key] = button
            row.addWidget(button)
        band.hide()
        return band

    def _show(self, periode: Periode, isi: IsiEvaluasi, status: StatusFinal) -> None:
        is_same, self._shown = periode == self._shown, periode
        has_form = isi.evaluasi is not None
        for button in self.paper_buttons:
            button.setEnabled(has_form)
        # A dialog needs the figures only, not the form.
        self.others_button.setEnabled(periode.triwulan is not None)
        for action in self.others.actions():
            action.setEnabled(has_form or action is self.dialog_action)
        self.lacks.setText("\n".join(item.teks for item in isi.kekurangan))
        self.band.setVisible(bool(isi.kekurangan))
        for key, button in self.lack_buttons.items():
            button.setVisible(any(item.halaman == key for item in isi.kekurangan))
        self.means.setVisible(has_form)
        self.empty.say(isi.kosong, periode)
        self.stack.setCurrentIndex(0 if has_form else 1)
        if isi.evaluasi is None:
            return
        self.means.setText(_describe_means(isi.evaluasi))
        self.table.show_evaluasi(isi.evaluasi)
        self.foot.show_isi(isi, is_same=is_same)
        self.finality.show_status(Permintaan(EVALUASI.kunci, periode), status)
        self.finality.note.setVisible(status.is_final)

    def _open_document(self, dokumen: Dokumen) -> None:
        self.foot.commit()
        self.context.open_page("dokumen", Permintaan(dokumen.kunci, self.context.periode))

    def _open_dialog(self) -> None:
        """Type what the Camat says of this triwulan, and print it when asked to."""
        if self._shown is None:
            return
        self.foot.commit()
        window = DialogKinerjaWindow(self, self.context, self._shown)
        window.exec()
        window.deleteLater()
        if window.wanted is not None:
            self.context.open_page("dokumen", window.wanted)

    def _save(self, name: str, value: str | date | None) -> Stored | bool:
        """Keep a text of the triwulan that is shown, whatever was chosen meanwhile."""
        periode, office = self._shown, self.context.office
        if periode is None:
            return False
        return self.context.store(self, lambda: set_isian(office, periode, name, value))


def _describe_means(evaluasi: EvaluasiTercetak) -> str:
    form = evaluasi.formulir
    return (
        f"Rata-rata capaian kinerja Renja: <b>{write_rata(form.rata_renja)}</b> · "
        f"terhadap akhir Renstra: <b>{write_rata(form.rata_renstra)}</b>"
    )
