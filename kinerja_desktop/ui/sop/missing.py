"""What a step that signs or sends still waits for: go there, or go on with a reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.syarat import NaskahSop, Syarat, name_naskah
from kinerja_desktop.services.dokumen.jenis_surat import PENGANTAR_LKJIP, SURAT_PENGANTAR
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.sop.syarat import Kurang
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.flow_layout import FlowLayout
from kinerja_desktop.ui.base.typed_dialog import TypedDialog
from kinerja_desktop.ui.sop.step_link import StepLink

_WIDTH, _REASON_HEIGHT = 520, 90
_PAGES = {NaskahSop.PENGUKURAN: "pengukuran", NaskahSop.LKJIP: "lkjip"}


class MissingDialog(TypedDialog):
    """Says what is missing and offers the pages where it is done.

    Attributes:
        chosen: the page that the clerk wants to go to; None for none.
    """

    def __init__(self, parent: QWidget | None, langkah: int, kurang: Sequence[Kurang]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Belum lengkap")
        self.setMinimumWidth(_WIDTH)
        self.chosen: StepLink | None = None
        lines = "\n".join(f"•  {item.kalimat[0].upper()}{item.kalimat[1:]}." for item in kurang)
        head = QLabel(f"Langkah {langkah} belum dapat diselesaikan begitu saja:\n{lines}")
        head.setWordWrap(True)
        ask = QLabel(
            "&Alasan bila tetap dilanjutkan; tercatat pada riwayat dan cetakannya, misalnya: "
            "ditandatangani di atas kertas sebelum memakai program ini."
        )
        ask.setWordWrap(True)
        ask.setObjectName("redup")
        self.alasan = QPlainTextEdit()
        self.alasan.setTabChangesFocus(True)
        self.alasan.setMaximumHeight(_REASON_HEIGHT)
        self.alasan.setAccessibleName("Alasan")
        ask.setBuddy(self.alasan)
        buttons, self.go_on = make_buttons(self, "&Lanjutkan dengan alasan")
        self.go_on.setEnabled(False)
        self.alasan.textChanged.connect(lambda: self.go_on.setEnabled(bool(self.reason())))
        places = FlowLayout()
        self.links = [self._add_link(places, item) for item in kurang]
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(head)
        layout.addLayout(places)
        for widget in (ask, self.alasan, buttons):
            layout.addWidget(widget)

    def reason(self) -> str:
        """Return the reason that was typed."""
        return self.alasan.toPlainText().strip()

    def _add_link(self, places: FlowLayout, kurang: Kurang) -> QPushButton:
        link = link_of(kurang)
        button = QPushButton(link.label)
        places.addWidget(button)

        def go() -> None:
            self.chosen = link
            self.reject()

        button.clicked.connect(lambda: go())
        return button


def link_of(kurang: Kurang) -> StepLink:
    """Return the page on which something missing is done."""
    match kurang.syarat:
        case Syarat.KIRIM:
            return StepLink("Buka &Kirim", "kirim", sets_periode=True)
        case Syarat.NOMOR:
            is_report = kurang.naskah is NaskahSop.LKJIP
            letter = PENGANTAR_LKJIP if is_report else SURAT_PENGANTAR
            return StepLink(
                "Buka &surat pengantar", "dokumen", Permintaan(letter.kunci, kurang.periode)
            )
    assert kurang.naskah is not None, "only a paper of ours can be final"
    name = name_naskah(kurang.naskah)
    if kurang.naskah is NaskahSop.RENCANA_KINERJA:
        wanted = Permintaan(kurang.naskah.value, kurang.periode)
        return StepLink(f"&Buka {name}", "dokumen", wanted)
    return StepLink(f"&Buka {name}", _PAGES[kurang.naskah], sets_periode=True)
