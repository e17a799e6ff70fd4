"""Settings: everything the wizard asked for can be changed here (`docs/architecture.md` §4.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.domain.sections.instansi import INSTANSI
from kinerja_desktop.services.awal.setup import add_holidays, read_logo_of, set_logo
from kinerja_desktop.services.kantor.data_entry import Row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.latihan.keluar import can_begin_again
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.begin_again import Farewell, ask_to_leave, is_in_folder
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.pembaruan.update_tab import UpdateTab
from kinerja_desktop.ui.pengaturan.about_tab import AboutTab
from kinerja_desktop.ui.pengaturan.entry import PENGATURAN_PAGE
from kinerja_desktop.ui.tables.data_page import DataPage
from kinerja_desktop.ui.tables.record_form import RecordForm
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_LOGO_HEIGHT = 64
#: What letterhead and signatures of every paper need of the office's row.
_PRINTED = ("alamat", "tempat", "bupati")
_AGAIN = Farewell(
    "Ulangi panduan awal?",
    "Ulangi panduan awal",
    "Program menanyakan kantor Anda dari awal. Semua yang sudah diisi disimpan dulu dalam folder "
    "kantor-lama-… di dalam folder data, dan dapat dibuka lagi dari sana.",
)
#: Short enough that all eight tabs fit at 150 %.
_TITLES = {
    "pejabat": "Pejabat",
    "penempatan": "Penempatan",
    "unit_kerja": "Unit Kerja",
    "profil_rumus": "Rumus",
    "hari_libur": "Hari Libur",
}
#: What tells people and units apart beside their names.
_COLUMNS = {
    "pejabat": ("nama", "nip", "pangkat"),
    "penempatan": ("pejabat_id", "jabatan", "mulai", "selesai"),
    "unit_kerja": ("nama", "jenis"),
}


class PengaturanPage(DataPage):
    """Tabs: office, people, posts, units, formula profile, holidays, update, about."""

    ENTRY = PENGATURAN_PAGE
    #: What of the office's row is shown.
    KANTOR: Section = replace(
        INSTANSI, fields=tuple(field for field in INSTANSI.fields if field.name != "contoh")
    )
    #: The tables, each on a tab.
    TABEL: Mapping[str, str] = _TITLES
    #: What of a table's rows is asked for, where that is not all.
    ISIAN: Mapping[str, Sequence[str]] = {}

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.office_tab = KantorTab(context, self.KANTOR)
        self.add_tab("instansi", "Kantor", lambda: self.office_tab)
        for key, title in self.TABEL.items():
            self.add_tab(key, title, partial(self._make_editor, key))
        self.holidays = QPushButton("Isi libur nasional tahun ini")
        writes(self.holidays)
        self.holidays.clicked.connect(self._fill_holidays)
        self.add_tab("pembaruan", "Pembaruan", lambda: UpdateTab(context))
        self.about = AboutTab(context)
        self.add_tab("tentang", "Tentang", lambda: self.about)

    def _make_editor(self, key: str) -> SectionEditor:
        columns = _COLUMNS.get(key, ())
        editor = SectionEditor(
            self.context,
            SECTIONS[key],
            columns=columns,
            names=self.ISIAN.get(key),
            first=self._is_holiday_of_year,
        )
        if key == "hari_libur":
            editor.add_button(self.holidays)
        return editor

    def _is_holiday_of_year(self, row: Row) -> bool:
        return "tanggal" in row and row["tanggal"].year == self.context.periode.tahun

    def _fill_holidays(self) -> None:
        tahun = self.context.periode.tahun
        added = self.context.attempt(self, lambda: add_holidays(self.context.office, tahun))
        if added is not None:
            self.context.say(f"{added} hari libur tahun {tahun} ditambahkan.")


class KantorTab(QWidget):
    """The office's own row and its logo."""

    def __init__(self, context: Context, section: Section) -> None:
        super().__init__()
        self.context = context
        self.form = RecordForm(section, self._save, lambda key: [])
        self.setFocusProxy(self.form.editors[_PRINTED[0]])
        self._row: dict[str, Any] | None = None
        self.logo = QLabel()
        pick = QPushButton("&Ganti logo…")
        writes(pick)
        pick.clicked.connect(self._pick_logo)
        head = QHBoxLayout()
        self.problem = QLabel()
        style.set_tone(self.problem, "bahaya")
        head.addWidget(self.logo)
        head.addWidget(pick)
        head.addWidget(self.problem)
        head.addStretch()
        self.again_button = QPushButton("&Ulangi panduan awal…")
        self.again_button.setToolTip("Salah memilih kantor: selama baru sedikit yang diisi")
        self.again_button.clicked.connect(lambda: ask_to_leave(self, context, _AGAIN))
        self.again_button.hide()
        head.addWidget(self.again_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addLayout(head)
        layout.addWidget(self.form, 1)

    def reload(self) -> None:
        """Read the office's row and logo again."""
        self.context.load(self, _read_office, self._show)

    def _show(self, found: "_Kantor") -> None:
        is_first = self._row is None
        self._row, logo = found.row, found.logo
        self.again_button.setVisible(found.may_begin_again and is_in_folder(self.context))
        if self._row and self._row["id"] == self.form.row_id():
            self.form.refresh_row(self._row)
        else:
            self.form.show_row(self._row)
        self._aim(move=is_first)
        picture = QPixmap()
        if logo and picture.loadFromData(logo):
            mode = Qt.TransformationMode.SmoothTransformation
            self.logo.setPixmap(picture.scaledToHeight(_LOGO_HEIGHT, mode))
        else:
            self.logo.setText("Belum ada logo pada kop.")

    def _aim(self, *, move: bool) -> None:
        """Let whoever comes to fill in what papers need begin with what is blank of it."""
        row = self._row or {}
        blank = next((name for name in _PRINTED if not row.get(name)), _PRINTED[0])
        was_there = self.hasFocus()
        self.setFocusProxy(self.form.editors[blank])
        if was_there and move:
            self.setFocus()

    def _save(self, name: str, value: Any) -> Stored | bool:
        row = self._row
        if row is None:
            return False

        office, mark = self.context.office, self.form.mark(name, value)
        deed = partial(change_field, office, "instansi", row["id"], name, value)
        return self.context.store(self, deed, mark)

    def _pick_logo(self) -> None:
        path = dialogs.choose_file(self, "Pilih logo", "Gambar (*.png *.jpg *.jpeg)")
        if path is not None:
            self.set_logo(path)

    def set_logo(self, path: Path) -> None:
        """Take a picture into the letterhead; say so when it is none."""
        is_picture = not QPixmap(str(path)).isNull()
        told = (
            f"{path.name} bukan gambar, atau terlalu besar. Pilih PNG atau JPEG yang lebih kecil."
        )
        self.problem.setText("" if is_picture else told)
        if not is_picture:
            return
        self.context.store(self, lambda: set_logo(self.context.office, path))
        self.reload()


@dataclass(frozen=True)
class _Kantor:
    """The office's row, its logo, and whether the wizard may ask for it again."""

    row: dict[str, Any] | None
    logo: bytes | None
    may_begin_again: bool


def _read_office(office: Office) -> _Kantor:
    rows = list_rows(office, "instansi")
    return _Kantor(rows[0] if rows else None, read_logo_of(office), can_begin_again(office))
