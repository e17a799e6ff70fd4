"""The tab *Tentang & pemeriksaan*: what is installed, and whether it is whole."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.progress import stop_if
from kinerja_desktop.services.awal.self_check import Finding, check_program, describe_program
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import CheckCancelledError
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.paper.printing import list_printers


class AboutTab(QWidget):
    """A report that can be copied for whoever helps."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        heading = QLabel("Tentang & pemeriksaan")
        heading.setObjectName("subjudul")
        self.verdict = QLabel(
            "Periksa program mencoba setiap bagiannya: huruf, ikon, SOP, basis data, buku kerja, "
            "PDF, DOCX, paket, printer, folder data, ruang kosong dan jam komputer."
        )
        self.verdict.setObjectName("redup")
        self.verdict.setWordWrap(True)
        self.report = QPlainTextEdit()
        # To be read, not a field that is locked.
        self.report.setObjectName("bacaan")
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setPlainText("\n".join(describe_program(context.office.folder)))
        self.report.setAccessibleName("Laporan pemeriksaan")
        self.check = QPushButton("&Periksa program")
        self.check.setObjectName("utama")
        self.check.clicked.connect(self._check)
        self.copy = QPushButton("&Salin laporan")
        self.copy.clicked.connect(self._copy)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(lambda: self.check.setEnabled(not self.strip.is_busy))
        buttons = QHBoxLayout()
        buttons.setSpacing(style.MEDIUM)
        buttons.addWidget(self.check)
        buttons.addWidget(self.copy)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addWidget(heading)
        layout.addWidget(self.verdict)
        layout.addWidget(self.report, 1)
        layout.addWidget(self.strip)
        layout.addLayout(buttons)

    def _check(self) -> None:
        # Qt is asked here: its printers belong to this thread.
        printers = list_printers()
        office = self._context.office

        def check(task: Task) -> list[Finding]:
            return check_all(office, printers, task)

        self.strip.run("Memeriksa…", check, self._show, self._tell_failure)

    def _show(self, findings: Sequence[Finding]) -> None:
        wrong = [finding for finding in findings if finding.problem is not None]
        if wrong:
            self.verdict.setText(f"{len(wrong)} bagian perlu diperbaiki; lihat di bawah.")
        else:
            self.verdict.setText("Semua bagian program bekerja.")
        self.verdict.setObjectName("bahaya" if wrong else "baik")
        self.verdict.style().polish(self.verdict)
        marks = (f"{'SALAH' if f.problem else 'baik '}  {f}" for f in findings)
        lines = [*describe_program(self._context.office.folder), "", *marks]
        self.report.setPlainText("\n".join(lines))

    def _tell_failure(self, error: Exception) -> None:
        self._context.explain(self, error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._context.say("Laporan disalin. Tempelkan di pesan kepada pembuat program.")


def check_all(office: Office, printers: Sequence[str], task: Task) -> list[Finding]:
    """Check part by part, telling how far it is.

    Raises:
        CheckCancelledError: the clerk stopped it.
    """
    findings = []
    for finding in check_program(office.folder, lambda: printers, office.now):
        findings.append(finding)
        stop_if(task.is_cancelled, CheckCancelledError)
        task.report(0, 0, f"{finding.name} selesai diperiksa…")
    return findings
