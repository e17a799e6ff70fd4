"""Settings: everything the wizard asked for can be changed here (`desain.md` §5)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.data_entry import change_field, list_rows
from kinerja_desktop.services.office import Office
from kinerja_desktop.services.self_check import check_program, describe_program
from kinerja_desktop.services.setup import add_holidays, read_logo_of, set_logo
from kinerja_desktop.ui import dialogs, style
from kinerja_desktop.ui.context import Context
from kinerja_desktop.ui.pages.page import Page
from kinerja_desktop.ui.record_form import RecordForm
from kinerja_desktop.ui.section_editor import SectionEditor

_LOGO_HEIGHT = 64
_HIDDEN = ("contoh",)


class PengaturanPage(Page):
    """Tabs: office, people, posts, units, formula profile, holidays, about."""

    KEY = "pengaturan"
    TITLE = "Pengaturan"
    ICON = "pengaturan"
    TABLES: ClassVar[frozenset[str]] = frozenset(
        {"instansi", "pejabat", "penempatan", "unit_kerja", "profil_rumus", "hari_libur"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tabs = QTabWidget()
        self.office_tab = KantorTab(context)
        self.tabs.addTab(self.office_tab, "Kantor && kop")
        self.editors: dict[str, SectionEditor] = {}
        for key in ("pejabat", "penempatan", "unit_kerja", "profil_rumus", "hari_libur"):
            editor = SectionEditor(context, SECTIONS[key])
            self.editors[key] = editor
            self.tabs.addTab(editor, SECTIONS[key].title)
        self.holidays = QPushButton("Isi libur nasional tahun ini")
        self.holidays.clicked.connect(self._fill_holidays)
        self.editors["hari_libur"].add_button(self.holidays)
        self.about = TentangTab(context)
        self.tabs.addTab(self.about, "Tentang && pemeriksaan")
        self.tabs.currentChanged.connect(self._reload_tab)
        self.body.addWidget(self.tabs)

    def reload(self) -> None:
        self._reload_tab()

    def receive(self, argument: Any) -> None:
        """Open the tab of a section."""
        if argument in self.editors:
            self.tabs.setCurrentWidget(self.editors[argument])

    def _reload_tab(self) -> None:
        current = self.tabs.currentWidget()
        if isinstance(current, KantorTab | SectionEditor):
            current.reload()

    def _fill_holidays(self) -> None:
        tahun = self.context.periode.tahun
        added = self.context.attempt(self, lambda: add_holidays(self.context.office, tahun))
        if added is not None:
            self.context.say(f"{added} hari libur tahun {tahun} ditambahkan.")


class KantorTab(QWidget):
    """The office's own row and its logo."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        section = SECTIONS["instansi"]
        names = [field.name for field in section.fields if field.name not in _HIDDEN]
        self.form = RecordForm(section, self._save, lambda key: [], names=names)
        self._row: dict[str, Any] | None = None
        self.logo = QLabel()
        pick = QPushButton("&Ganti logo…")
        pick.clicked.connect(self._pick_logo)
        head = QHBoxLayout()
        head.addWidget(self.logo)
        head.addWidget(pick)
        head.addStretch()
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.form, 1)

    def reload(self) -> None:
        """Read the office's row and logo again."""
        self.context.load(self, _read_office, self._show)

    def _show(self, found: tuple[dict[str, Any] | None, bytes | None]) -> None:
        self._row, logo = found
        if self._row and self._row["id"] == self.form.row_id():
            self.form.refresh_row(self._row)
        else:
            self.form.show_row(self._row)
        picture = QPixmap()
        if logo and picture.loadFromData(logo):
            mode = Qt.TransformationMode.SmoothTransformation
            self.logo.setPixmap(picture.scaledToHeight(_LOGO_HEIGHT, mode))
        else:
            self.logo.setText("Belum ada logo pada kop.")

    def _save(self, name: str, value: Any) -> bool:
        row = self._row
        if row is None:
            return False

        def change() -> bool:
            change_field(self.context.office, "instansi", row["id"], name, value)
            return True

        return bool(self.context.attempt(self, change))

    def _pick_logo(self) -> None:
        path = dialogs.choose_file(self, "Pilih logo", "Gambar (*.png *.jpg *.jpeg)")
        if path is not None:
            self.set_logo(path)

    def set_logo(self, path: Path) -> None:
        """Take a picture into the letterhead; say so when it is none."""
        if QPixmap(str(path)).isNull():
            dialogs.inform(self, f"{path.name} bukan gambar.", "Pilih berkas PNG atau JPEG.")
            return
        self.context.attempt(self, lambda: set_logo(self.context.office, path))
        self.reload()


class TentangTab(QWidget):
    """What is installed, and whether it is whole."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setPlainText("\n".join(describe_program(context.office.folder)))
        self.check = QPushButton("&Periksa program")
        self.check.setObjectName("utama")
        self.check.clicked.connect(self._check)
        copy = QPushButton("&Salin laporan")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        buttons = QHBoxLayout()
        buttons.setSpacing(style.MEDIUM)
        buttons.addWidget(self.check)
        buttons.addWidget(copy)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.context.load(self, lambda office: check_program(), self._show)

    def _show(self, problems: Sequence[Problem]) -> None:
        self.check.setEnabled(True)
        lines = [str(problem) for problem in problems] or ["Semua bagian program bekerja."]
        self.report.appendPlainText("\n".join(["", *lines]))


def _read_office(office: Office) -> tuple[dict[str, Any] | None, bytes | None]:
    rows = list_rows(office, "instansi")
    return (rows[0] if rows else None), read_logo_of(office)
