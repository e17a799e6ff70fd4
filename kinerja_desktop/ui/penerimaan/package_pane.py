"""One package before it is taken in: what it is, what differs, what speaks against it."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.services.penerimaan.calon import CalonPaket
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.toned_text import TonedText
from kinerja_desktop.ui.base.writing import writes

_MOST_DIFFERENCES = 200


class PackagePane(QWidget):
    """Shows the package under the cursor, and asks for a reason where one is needed.

    Signals:
        reason_typed: the reason was changed.
    """

    reason_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.text = TonedText()
        self.text.setAccessibleName("Isi dan penilaian paket")
        self.text.setOpenLinks(False)
        self.text.setPlaceholderText("Isi dan penilaian paket yang dipilih di kiri tampil di sini.")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Mengapa tetap diterima; tercatat bersama paketnya")
        self.reason.setAccessibleName("Alasan menerima")
        self.reason.textEdited.connect(self.reason_typed)
        self.label = QLabel("A&lasan menerima")
        self.label.setBuddy(self.reason)
        self.comment_button = QPushButton("Tul&is komentar…")
        self.add_button = QPushButton(style.icon("tambah"), "Tambahkan ke daftar unit")
        writes(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.label)
        layout.addWidget(self.reason)
        layout.addWidget(self.comment_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_package(None, "")

    def show_package(self, calon: CalonPaket | None, reason: str) -> None:
        """Show a package; None for none."""
        asks = calon is not None and calon.can_take and calon.needs_reason
        self.label.setVisible(asks)
        self.reason.setVisible(asks)
        self.reason.setText(reason)
        # Only what is in can be commented on.
        self.comment_button.setVisible(calon is not None and calon.sudah is not None)
        is_unknown = calon is not None and calon.ringkas is not None and calon.unit_id is None
        self.add_button.setVisible(is_unknown)
        self.text.setHtml("".join(_tell(calon)) if calon else "")


def _tell(calon: CalonPaket) -> Iterator[str]:
    yield f"<p><b>{escape(calon.tempat.nama)}</b></p>"
    for problem in calon.problems:
        tone = "ingat" if problem.is_warning else "bahaya"
        yield f'<p class="{tone}">{escape(str(problem))}</p>'
    if calon.sebelumnya and calon.sudah is None:
        if calon.beda:
            yield "<p><b>Beda dengan versi sebelumnya:</b></p><ul>"
            for item in calon.beda[:_MOST_DIFFERENCES]:
                yield f"<li>{escape(item.kalimat)}</li>"
            yield "</ul>"
            if more := len(calon.beda) - _MOST_DIFFERENCES:
                yield f"<p>dan {more} beda lain.</p>" if more > 0 else ""
        else:
            yield "<p>Angka dan berkasnya sama dengan versi sebelumnya.</p>"
    # Last, as it is long: what counts stands above it.
    if calon.paket is not None:
        yield "<p>" + "<br>".join(map(escape, calon.paket.rincian)) + "</p>"
