"""Penerimaan: what came from the kecamatan, who they are, and until when they deliver."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QPushButton

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.kantor.pindaian import are_scans
from kinerja_desktop.services.penerimaan.komentar import Dikomentari
from kinerja_desktop.services.penerimaan.pengingat import (
    UnitKurang,
    list_kurang,
    name_berkas,
    propose_isi,
    save_pengingat,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.button_deed import run_in_strip
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.paper.match_tab import MatchTab
from kinerja_desktop.ui.penerimaan.comment_tab import CommentTab
from kinerja_desktop.ui.penerimaan.entry import PENERIMAAN_PAGE
from kinerja_desktop.ui.penerimaan.receive_tab import ReceiveTab
from kinerja_desktop.ui.penerimaan.reminder_dialog import ReminderDialog
from kinerja_desktop.ui.tables.data_page import DataPage
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_NO_UNIT = (
    "Belum ada unit. Tekan Tambah, atau ambil daftar unit dari buku kerja lewat Riwayat & Cadangan."
)
_NO_TENGGAT = (
    "Belum ada tenggat. Tekan Tambah, lalu isi tahun, triwulan dan tanggal paling lambat; periode "
    "yang diminta dihitung dari sini."
)

_REMIND = "Surat &pengingat…"
_NOBODY = (
    "Tidak ada yang lewat tenggat. Untuk menagih sebelum tenggatnya, pilih triwulannya di atas."
)
_LETTERS = "PDF (*.pdf);;Word (*.docx)"


class PenerimaanPage(DataPage):
    """Tabs: packages that come in, kode of papers, comments, units, deadlines."""

    ENTRY = PENERIMAAN_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._owing: Sequence[UnitKurang] = ()
        self.remind_button = QPushButton(style.icon("dokumen"), _REMIND)
        writes(self.remind_button)
        self.remind_button.clicked.connect(self._remind)
        self.remind_button.setEnabled(False)
        self.buttons.addWidget(self.remind_button)
        self.add_tab("terima", "Paket masu&k", lambda: ReceiveTab(context))
        self.add_tab("cocokkan", "&Cocokkan kertas", lambda: MatchTab(context))
        self.add_tab("komentar", "K&omentar", lambda: CommentTab(context))
        self.add_tab("unit", "&Unit", partial(self._make_editor, "perangkat_daerah", _NO_UNIT))
        self.add_tab(
            "tenggat", "Ten&ggat", partial(self._make_editor, "tenggat_pelaporan", _NO_TENGGAT)
        )

    def reload(self) -> None:
        """Read the visible tab again, and who has not delivered."""
        super().reload()
        periode = self.context.periode

        def show(owing: Sequence[UnitKurang]) -> None:
            if self.context.periode == periode:
                self._owing = owing
                self.remind_button.setText(f"{_REMIND} ({len(owing)})" if owing else _REMIND)
                self.remind_button.setEnabled(bool(owing))
                self.remind_button.setToolTip("" if owing else _NOBODY)

        self.context.load(
            self, lambda office: list_kurang(office, periode.tahun, periode.triwulan), show
        )

    def receive(self, argument: Any) -> None:
        """Open a tab by its key, let a delivery be commented on, or look for packages."""
        if isinstance(argument, list):
            self._look(argument)
            return
        if not isinstance(argument, Dikomentari):
            super().receive(argument)
            return
        super().receive("komentar")
        tab = self.tab("komentar")
        assert isinstance(tab, CommentTab)
        tab.begin(argument)

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Match photos and scans with what was delivered; in all else look for packages."""
        self._look(paths)
        return True

    def _look(self, paths: list[Path]) -> None:
        if are_scans(paths):
            super().receive("cocokkan")
            matching = self.tab("cocokkan")
            assert isinstance(matching, MatchTab)
            matching.match_files(paths)
            return
        super().receive("terima")
        receiving = self.tab("terima")
        assert isinstance(receiving, ReceiveTab)
        receiving.look(paths)

    def _remind(self) -> None:
        """Write the letters to all who have not delivered."""
        office, periode = self.context.office, self.context.periode
        dialog = ReminderDialog(self, self._owing, propose_isi(office))
        if dialog.exec() != QDialog.DialogCode.Accepted or (isi := dialog.isi()) is None:
            return
        name = f"{name_berkas(periode.tahun, periode.triwulan)}.pdf"
        target = dialogs.choose_save_file(self, "Simpan surat pengingat", name, _LETTERS)
        if target is None:
            return
        run_in_strip(
            self.context,
            self,
            self.remind_button,
            lambda task: save_pengingat(
                office, target, isi, periode.tahun, periode.triwulan, task.report,
                task.is_cancelled,
            ),
            lambda _: self.context.say_written(f"Tersimpan: {target}", target.parent),
        )  # fmt: skip

    def _make_editor(self, key: str, empty: str) -> SectionEditor:
        return SectionEditor(self.context, SECTIONS[key], empty=empty)
