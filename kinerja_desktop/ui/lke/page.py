"""Evaluasi SAKIP: the self-check, the LHE and what it asks, publications, the evidence pack."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from kinerja_desktop.domain.lke.skala import SKALA
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import Dokumen, Permintaan
from kinerja_desktop.services.lke.dokumen import LEMBAR_LKE, MATRIKS_LHE
from kinerja_desktop.services.lke.lembar import (
    JawabanAdaError,
    choose_skala,
    export_lembar,
    import_lembar,
    reset_lembar,
)
from kinerja_desktop.services.paket_lke.isi import compose_paket
from kinerja_desktop.services.paket_lke.layar import list_layar
from kinerja_desktop.services.paket_lke.tulis import describe_broken, find_paket, write_paket
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.lke.advice_tab import AdviceTab
from kinerja_desktop.ui.lke.criteria_tab import CriteriaTab
from kinerja_desktop.ui.lke.entry import LKE_PAGE
from kinerja_desktop.ui.lke.screens import ScreenTaker
from kinerja_desktop.ui.tables.data_page import DataPage
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_PAPERS = (("&Lembar evaluasi mandiri", LEMBAR_LKE), ("&Matriks tindak lanjut LHE", MATRIKS_LHE))
_READ = "Kriteria LKE (*.json *.xlsx *.ods *.xls)"
_WRITTEN = "Buku kerja Excel (*.xlsx);;JSON (*.json)"
_NO_LHE = "Belum ada LHE. Tekan Tambah, lalu isi nomor, tanggal dan nilainya."
_NO_PUBLIKASI = (
    "Belum ada catatan publikasi tahun ini. Tekan Tambah, lalu isi dokumen, tanggal terbit dan "
    "alamat lamannya."
)
_CLEARED = (
    "Jawaban itu dihapus supaya tidak terbaca lain; catatan dan berkas buktinya tetap ada. Ctrl+Z "
    "mengembalikan semuanya."
)

_TAKING = "Mengambil gambar halaman program untuk bukti 2.2.6–2.2.7…"


class LkePage(DataPage):
    """Four tabs below the papers, the criteria and the pack."""

    ENTRY = LKE_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.screens = ScreenTaker(context, self)
        self._is_taking = False
        self._make_buttons()
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.result = QLabel()
        self.result.setWordWrap(True)
        self.result.hide()
        self.body.insertWidget(0, self.strip)
        self.body.insertWidget(1, self.result)
        self.add_tab("kriteria", "&Kriteria", lambda: CriteriaTab(context))
        self.add_tab("lhe", "&LHE", partial(self._make_editor, "lhe", (), _NO_LHE))
        self.add_tab("rekomendasi", "Rek&omendasi LHE", lambda: AdviceTab(context))
        self.add_tab("publikasi", "&Publikasi", self._make_publikasi)

    @property
    def criteria(self) -> CriteriaTab:
        """The tab of the criteria."""
        tab = self.tab("kriteria")
        assert isinstance(tab, CriteriaTab)
        return tab

    def find_here(self) -> bool:
        """Look for something in the tab that is shown."""
        for key in ("kriteria", "lhe", "rekomendasi", "publikasi"):
            holder = self._places[key]
            if holder is self.tabs.currentWidget():
                content = holder.content()
                assert isinstance(content, CriteriaTab | SectionEditor | AdviceTab)
                content.open_find()
        return True

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Attach evidence to the criterion or recommendation on which it was dropped."""
        if at is None or not self.context.may_write:
            return False
        shown = self.tabs.currentWidget()
        for key in ("kriteria", "rekomendasi"):
            if self._places[key] is shown:
                tab = self.tab(key)
                assert isinstance(tab, CriteriaTab | AdviceTab)
                return tab.take_dropped(paths, at)
        return False

    def write_pack(self, folder: Path) -> None:
        """Take pictures of the pages, print, gather, and write the pack."""
        tahun = self.context.periode.tahun
        self._show_result(_TAKING, "redup")
        self._is_taking = True
        self._enable()
        self.context.load(
            self,
            lambda office: list_layar(office, tahun),
            lambda wanted: self.screens.take(wanted, partial(self._write_pack, folder, tahun)),
        )

    def work_strip(self) -> WorkStrip:
        """Return its own, which other buttons watch as well."""
        return self.strip

    def take_criteria(self, path: Path) -> None:
        """Put the criteria of a file in place of those in force, from the chosen year on."""
        office, tahun = self.context.office, self.context.periode.tahun
        self._change(
            lambda hapus: (
                f"Kriteria LKE diganti: "
                f"{import_lembar(office, path, tahun, hapus_jawaban=hapus).nama}."
            )
        )

    def _make_buttons(self) -> None:
        self.papers = QMenu(self)
        for caption, dokumen in _PAPERS:
            action = self.papers.addAction(caption)
            action.triggered.connect(partial(self._open_document, dokumen))
        papers = QPushButton(style.icon("dokumen"), "&Dokumen")
        papers.setMenu(self.papers)
        self.buttons.addWidget(papers)
        self.sheet = QMenu(self)
        self.sheet.addAction("&Ganti kriteria dari berkas…", self._ask_criteria)
        self.sheet.addAction("&Simpan templat…", self._ask_template)
        self.sheet.addAction("&Kembali ke kriteria bawaan", self._reset)
        self.scales = self.sheet.addMenu("Skala &jawaban")
        for kode, skala in SKALA.items():
            self.scales.addAction(skala.nama, partial(self._choose_skala, kode))
        self.criteria_button = QPushButton("Kriteria")
        self.criteria_button.setMenu(self.sheet)
        self.buttons.addWidget(self.criteria_button)
        self.pack_button = QPushButton(style.icon("simpan"), "Pak&et bukti…")
        self.pack_button.clicked.connect(self._ask_pack)
        self.buttons.addWidget(self.pack_button)

    def _make_editor(self, key: str, columns: Sequence[str], empty: str) -> SectionEditor:
        return SectionEditor(self.context, SECTIONS[key], columns=columns, empty=empty)

    def _make_publikasi(self) -> SectionEditor:
        return SectionEditor(
            self.context,
            SECTIONS["publikasi_dokumen"],
            columns=("dokumen", "tanggal", "tempat"),
            names=("dokumen", "tanggal", "tempat", "keterangan"),
            where=lambda: {"tahun": self.context.periode.tahun},
            empty=_NO_PUBLIKASI,
        )

    def _open_document(self, dokumen: Dokumen) -> None:
        self.context.open_page("dokumen", Permintaan(dokumen.kunci, self.context.periode))

    def _ask_criteria(self) -> None:
        path = dialogs.choose_file(self, "Ganti kriteria LKE", _READ)
        if path is not None:
            self.take_criteria(path)

    def _ask_template(self) -> None:
        name = f"kriteria-lke-{self.context.periode.tahun}.xlsx"
        target = dialogs.choose_save_file(self, "Simpan templat kriteria", name, _WRITTEN)
        if target is None:
            return
        office, tahun = self.context.office, self.context.periode.tahun
        self.strip.run(
            f"Menulis {target.name}…",
            lambda task: export_lembar(office, target, tahun),
            done=lambda _: self.context.say_written(f"Tersimpan: {target}", target.parent),
            failed=lambda error: self.context.explain(self, error),
            can_cancel=False,
        )

    def _reset(self) -> None:
        office, tahun = self.context.office, self.context.periode.tahun

        def deed(hapus: bool) -> str:
            reset_lembar(office, tahun, hapus_jawaban=hapus)
            return "Kriteria bawaan berlaku lagi. Ctrl+Z membatalkannya."

        self._change(deed)

    def _choose_skala(self, kode: str) -> None:
        office, tahun = self.context.office, self.context.periode.tahun

        def deed(hapus: bool) -> str:
            choose_skala(office, tahun, kode, hapus_jawaban=hapus)
            return f"Skala jawaban: {SKALA[kode].nama}. Ctrl+Z membatalkannya."

        self._change(deed)

    def _change(self, deed: Callable[[bool], str], hapus: bool = False) -> None:
        """Change what answers are measured by; ask before answers that were given are cleared.

        Args:
            deed: told whether such answers are cleared; returns what to say afterwards.
            hapus: whether the clerk agreed.
        """

        def work() -> str | JawabanAdaError:
            try:
                return deed(hapus)
            except JawabanAdaError as error:
                return error

        def done(told: str | JawabanAdaError) -> None:
            if isinstance(told, str):
                self.context.say(told)
            elif dialogs.confirm(self, told.message, "Ganti dan hapus jawaban", _CLEARED):
                self._change(deed, True)

        # What is still being typed is an answer too.
        self.criteria.pane.commit()
        self.context.store_behind(self, work, done)

    def _ask_pack(self) -> None:
        folder = dialogs.choose_folder(self, "Pilih flashdisk atau folder untuk paket bukti")
        if folder is not None:
            self.write_pack(folder)

    def _write_pack(self, folder: Path, tahun: int, pictures: dict[str, bytes]) -> None:
        office, self._is_taking = self.context.office, False
        self._enable()
        self.result.hide()

        def work(task: Task) -> tuple[Path, str]:
            isi = compose_paket(
                office, tahun, pictures, progress=task.report, cancelled=task.is_cancelled
            )
            known = find_paket(
                office, isi, folder, progress=task.report, cancelled=task.is_cancelled
            )
            if known is not None:
                return known, f"<b>Paket bukti ini sudah ada dan sama:</b> {len(isi.berkas)} berkas"
            broken = describe_broken(office, isi, folder)
            path = write_paket(
                office, isi, folder, progress=task.report, cancelled=task.is_cancelled
            )
            written = "<b>Paket bukti selesai ditulis dan dibaca ulang:</b>"
            told = f"{escape(broken)}, jadi ditulis paket baru. " if broken else ""
            return path, f"{told}{written} {len(isi.berkas)} berkas"

        self.strip.run(f"Menyiapkan paket bukti {tahun}…", work, self._tell_written, self._tell)

    def _tell_written(self, written: tuple[Path, str]) -> None:
        path, what = written
        self._show_result(
            f"{what} di {path}. Buka daftar_bukti.pdf di dalamnya untuk melihat apa yang masih "
            "kurang.",
            "baik",
        )
        self.context.say_written(f"Paket bukti: {path.name}", path)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, KinerjaError):
            raise error
        self._show_result(str(error), "bahaya")

    def _show_result(self, text: str, tone: str) -> None:
        style.set_tone(self.result, tone)
        self.result.setText(text)
        self.result.show()

    def _enable(self) -> None:
        is_busy = self._is_taking or self.strip.is_busy
        for button in (self.pack_button, self.criteria_button):
            button.setEnabled(not is_busy)
