"""*Data tidak berubah*: every table before and after the update."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.update import UpdateReport
from kinerja_desktop.services.pembaruan.update_return import VersionBefore
from kinerja_desktop.services.pembaruan.update_words import (
    BarisLaporan,
    describe_report,
    describe_tables,
    describe_versions,
)
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_COLUMNS = (
    Column[BarisLaporan]("Bagian", lambda row: row.bagian),
    Column[BarisLaporan]("Baris sebelum", lambda row: row.sebelum, 110, is_number=True),
    Column[BarisLaporan]("Baris sesudah", lambda row: row.sesudah, 110, is_number=True),
    Column[BarisLaporan]("Sidik isi sebelum", lambda row: row.sidik_sebelum, 130),
    Column[BarisLaporan]("Sidik isi sesudah", lambda row: row.sidik_sesudah, 130),
    Column[BarisLaporan]("Hasil", lambda row: row.hasil, 90),
)


class ReportDialog(QDialog):
    """Shows the report; one button leads back to the version before, when it is still there.

    Attributes:
        return_button: pressed, it closes the dialog; None when there is no way back.
        wants_return: whether it was pressed.
    """

    def __init__(
        self, parent: QWidget | None, report: UpdateReport, before: VersionBefore | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sesudah pembaruan")
        resize_within(self, 880, 560)
        self.wants_return = False
        self.versions = QLabel(describe_versions(report))
        self.verdict = QLabel(describe_report(report))
        # What is not known is neither good nor bad.
        look = "baik" if report.is_unchanged else "bahaya"
        self.verdict.setObjectName(look if report.tables else "")
        note = QLabel(
            "Sidik isi dihitung dari semua isian sebuah bagian: satu huruf saja berbeda, sidiknya "
            "berbeda."
        )
        note.setObjectName("redup")
        for label in (self.versions, self.verdict, note):
            label.setWordWrap(True)
        self.model = PlainTableModel(_COLUMNS)
        self.model.set_rows(describe_tables(report))
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        for widget in (self.versions, self.verdict, note):
            layout.addWidget(widget)
        layout.addWidget(PlainTable(self.model, "Tabel sebelum dan sesudah pembaruan"), 1)
        layout.addWidget(self._make_buttons(before))
        self.close_button.setFocus()

    def _make_buttons(self, before: VersionBefore | None) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.close_button = box.addButton("Tutup", QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        self.return_button: QPushButton | None = None
        if before is not None:
            self.return_button = box.addButton(
                f"&Kembali ke versi {before.version}…", QDialogButtonBox.ButtonRole.ActionRole
            )
            self.return_button.clicked.connect(self._ask_return)
        box.rejected.connect(self.reject)
        return box

    def _ask_return(self) -> None:
        self.wants_return = True
        self.accept()
