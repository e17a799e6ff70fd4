"""Cocokkan: the kode of a signed paper, typed or scanned, and the package that it belongs to."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from kinerja_desktop.services.penerimaan.cocokkan import HasilCocok, cocokkan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context

_HINT = (
    "Ketik kode verifikasi di kaki halaman, atau pindai kode QR-nya dengan pemindai USB; sesudah "
    "Enter kolom ini siap untuk kertas berikutnya."
)


class MatchTab(QWidget):
    """A USB scanner types like a hand, and ends with Enter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.kode = QLineEdit()
        self.kode.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.kode.setAccessibleName("Kode verifikasi")
        self.kode.returnPressed.connect(self.match)
        label = QLabel("&Kode pada kertas")
        label.setBuddy(self.kode)
        hint = QLabel(_HINT)
        hint.setObjectName("redup")
        hint.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Hasil pencocokan")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.kode, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.SMALL, 0, 0)
        layout.addLayout(row)
        layout.addWidget(hint)
        layout.addWidget(self.text, 1)

    def reload(self) -> None:
        """What was matched stays until the next kode."""

    def open_find(self) -> None:
        """Put the cursor where a kode is typed."""
        self.kode.setFocus()
        self.kode.selectAll()

    def match(self) -> None:
        """Look up what was typed, and be ready for the next paper."""
        kode = self.kode.text().strip()
        self.kode.selectAll()
        if kode:
            self.context.load(
                self, lambda office: cocokkan(office, kode), lambda found: self._show(kode, found)
            )

    def _show(self, kode: str, found: Sequence[HasilCocok]) -> None:
        if not found:
            text = f"Tidak ada paket dengan kode {kode}. Periksa ketikannya, atau terima paketnya."
            self.text.setHtml(f'<p style="color:{style.DANGER}">{escape(text)}</p>')
            return
        self.text.setHtml("".join(part for item in found for part in _tell(item)))


def _tell(item: HasilCocok) -> Iterator[str]:
    yield f"<h3>{escape(item.judul)}</h3>"
    if item.masalah:
        for line in item.masalah:
            yield f'<p style="color:{style.DANGER}">{escape(line)}.</p>'
    else:
        yield (
            f'<p style="color:{style.GOOD}"><b>Cocok:</b> semua angka sesuai dengan kode ini. '
            "Bandingkan dengan kertasnya:</p>"
        )
    for line in item.peringatan:
        yield f'<p style="color:{style.WARNING}">{escape(line)}.</p>'
    yield "<p>" + "<br>".join(map(escape, item.rincian)) + "</p>"
