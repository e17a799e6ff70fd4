"""The criteria of a year with their scores: the tree, the criterion under the cursor, the total."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.lke.usulan import UsulanLke
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import IsiLke, read_lke, read_usulan
from kinerja_desktop.services.lke.isi import accept_usulan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.dropped_at import is_on
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.lke.criteria_tree import CriteriaTree
from kinerja_desktop.ui.lke.criterion_pane import CriterionPane

_SEARCH_WIDTH = 220
_ON_A_CRITERION = "Bukti belum dilampirkan: jatuhkan pada baris kriterianya."


class CriteriaTab(QWidget):
    """Reads the answers first, so that they are there at once; proposals follow.

    Signals:
        shown: a year was read and is shown.
    """

    shown = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.isi: IsiLke | None = None
        self.usulan: Mapping[str, UsulanLke] = {}
        self.total = QLabel()
        self.total.setWordWrap(True)
        self.accept_all_button = QPushButton(style.icon("centang"), "Terima &semua usulan")
        writes(self.accept_all_button)
        self.accept_all_button.clicked.connect(self._accept_all)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Cari kriteria…")
        self.search.setToolTip("Kode, kata, atau jawaban; Enter: berikutnya")
        self.search.setAccessibleName("Cari kriteria")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.textEdited.connect(lambda _: self._find(with_current=True))
        self.search.returnPressed.connect(lambda: self._find(with_current=False))
        band = QFrame()
        band.setObjectName("pita")
        row = QHBoxLayout(band)
        row.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        row.addWidget(self.total, 1)
        row.addWidget(self.search)
        row.addWidget(self.accept_all_button)
        self.tree = CriteriaTree()
        self.pane = CriterionPane(context, self._go_on)
        self.tree.chosen.connect(self._show_kriteria)
        self.tree.entered.connect(self.pane.answer.setFocus)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.pane)
        splitter.setSizes([1400, 900])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.SMALL)
        layout.addWidget(band)
        layout.addWidget(splitter, 1)

    def reload(self) -> None:
        """Read the chosen year again."""
        tahun = self._context.periode.tahun
        self._context.load(self, lambda office: read_lke(office, tahun), self._show)

    def open_find(self) -> None:
        """Put the cursor where a criterion is looked for."""
        self.search.setFocus()
        self.search.selectAll()

    def take_dropped(self, paths: Sequence[Path], at: QPoint) -> bool:
        """Attach files to the criterion on which they were dropped; False beside them all."""
        lines = self.tree.viewport()
        if is_on(lines, at):
            kode = self.tree.kode_at(lines.mapFromGlobal(at))
            if not kode:
                self._context.say(_ON_A_CRITERION)
                return True
            self.tree.choose(kode)
        elif not is_on(self.pane, at):
            return False
        if self.pane.evidence.attach_button.isEnabled():
            self.pane.evidence.attach(*paths)
        else:
            self._context.say(_ON_A_CRITERION)
        return True

    def _find(self, *, with_current: bool) -> None:
        text = self.search.text().strip()
        if text and not self.tree.search(text, with_current=with_current):
            self._context.say(f"Tidak ada kriteria yang memuat “{text}”.")

    def _show(self, isi: IsiLke) -> None:
        if isi.tahun != self._context.periode.tahun:
            return
        if self.isi is None or self.isi.tahun != isi.tahun:
            self.usulan = {}
        self.isi = isi
        self.total.setText(describe_total(isi))
        self.tree.show_isi(isi)
        self._show_kriteria(self.tree.current_kode())
        self.shown.emit(isi)

        def read(office: Office) -> Mapping[str, UsulanLke]:
            return read_usulan(office, isi)

        self._context.load(self, read, lambda found: self._show_usulan(isi, found))

    def _show_usulan(self, isi: IsiLke, usulan: Mapping[str, UsulanLke]) -> None:
        if self.isi is not isi:
            return
        self.usulan = usulan
        self.tree.show_usulan(usulan)
        self.pane.show_usulan(usulan.get(self.tree.current_kode()))
        count = len(self.open_usulan())
        self.accept_all_button.setText(f"Terima &semua usulan ({count})")
        self.accept_all_button.setEnabled(count > 0)

    def open_usulan(self) -> dict[str, str]:
        """Return the proposals for what nobody has answered."""
        isi = self.isi
        if isi is None:
            return {}
        skala = isi.berlaku.skala
        return {
            kode: item.jawaban
            for kode, item in self.usulan.items()
            if skala.find(isi.isian_of(kode).jawaban) is None
        }

    def _accept_all(self) -> None:
        isi, answers, office = self.isi, self.open_usulan(), self._context.office
        if isi is None or not answers:
            return
        stored = self._context.store(self, lambda: accept_usulan(office, isi.tahun, answers))
        if stored is Stored.DONE:
            self._context.say(f"{len(answers)} usulan menjadi jawaban. Ctrl+Z membatalkannya.")

    def _show_kriteria(self, kode: str) -> None:
        if self.isi is not None:
            self.pane.show_kriteria(self.isi, kode, self.usulan.get(kode))

    def _go_on(self) -> None:
        self.tree.choose_next()
        self.pane.answer.setFocus()


def describe_total(isi: IsiLke) -> str:
    """Say the score, what is missing for it, and what last year and the LHE said."""
    nilai, predikat = isi.nilai.nilai, isi.nilai.predikat
    lowest = format_angka(nilai.tampil_terendah, 2)
    words = f"{predikat.kode} – {predikat.arti}"
    if nilai.is_complete:
        parts = [f"Nilai <b>{lowest}</b>, predikat <b>{words}</b>"]
    else:
        known = "–" if nilai.tampil is None else format_angka(nilai.tampil, 2)
        parts = [
            f"Terjawab <b>{nilai.terjawab} dari {nilai.jumlah}</b>",
        ]
        # Nothing answered yet is no score, and no predikat either.
        if nilai.terjawab:
            parts.append(f"nilai dari yang terjawab <b>{known}</b>")
            parts.append(f"sekurang-kurangnya <b>{lowest}</b>, predikat <b>{words}</b>")
    if isi.lalu is not None and isi.lalu.nilai.tampil is not None:
        parts.append(f"mandiri {isi.tahun - 1}: {format_angka(isi.lalu.nilai.tampil, 2)}")
    for lhe, tahun in ((isi.lhe, isi.tahun), (isi.lhe_lalu, isi.tahun - 1)):
        if lhe is not None and lhe.nilai is not None:
            parts.append(f"LHE {tahun}: {format_angka(lhe.nilai, 2)}")
    return " · ".join(parts)
