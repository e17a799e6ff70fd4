"""What belongs to the current line: how it was computed, its story, exceptions, evidence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilPengukuran, HasilSasaran
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.laporan.cara_hitung import Keterangan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.pengukuran.evidence import EvidenceList
from kinerja_desktop.ui.pengukuran.exception import ExceptionEditor
from kinerja_desktop.ui.pengukuran.explanation import explain_figure, explain_group
from kinerja_desktop.ui.pengukuran.follow_up import FollowUpEditor
from kinerja_desktop.ui.pengukuran.ratio import RatioEditor
from kinerja_desktop.ui.pengukuran.saving import SheetSaver
from kinerja_desktop.ui.pengukuran.story import StoryEditor


class FigurePanel(QWidget):
    """What is known of the chosen figure, below the entry table."""

    def __init__(self, context: Context, saver: SheetSaver) -> None:
        super().__init__()
        self.heading = QLabel()
        self.heading.setObjectName("subjudul")
        self.explanation = QTextBrowser()
        self.explanation.setFrameStyle(0)
        self.explanation.setAccessibleName("Cara hitung")
        self.explanation.setMinimumHeight(60)
        self.story = StoryEditor(lambda key, texts: saver.save_columns(key, dict(texts)))
        self.ratio = RatioEditor(saver.save_rasio)
        self.follow_up = FollowUpEditor(saver.save_columns, saver.save_done)
        self.exception = ExceptionEditor(saver.save_columns)
        self.evidence = EvidenceList(context)
        self.tabs = QTabWidget()
        self.counted = _stack(self.ratio, self.explanation)
        self.tabs.addTab(self.counted, "Cara &hitung")
        self.told = _stack(self.story, self.follow_up)
        self.tabs.addTab(self.told, "&Faktor dan tindak lanjut")
        self.tabs.addTab(self.exception, "Tidak b&erlaku")
        self.tabs.addTab(self.evidence, "Bu&kti")
        #: For the menu of the table above.
        self.count_action = QAction("&Lihat cara hitung", self)
        self.count_action.triggered.connect(self._show_counting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.setCornerWidget(self.heading)
        self.tabs.currentChanged.connect(self._make_room)
        self._make_room()

    def _show_counting(self) -> None:
        self.tabs.setCurrentWidget(self.counted)
        self.explanation.setFocus()

    def open_story(self) -> None:
        """Bring faktor and tindak lanjut to the front, the cursor where something is missing."""
        self.tabs.setCurrentWidget(self.told)
        missing = self.story.first_missing() or self.follow_up.done
        missing.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(
        self,
        item: HasilIndikator | None,
        number: int,
        hasil: HasilPengukuran,
        keterangan: Keterangan,
        bukti: int,
        *,
        locked: bool,
    ) -> None:
        """Show what belongs to a line; None for the line of a sasaran."""
        self.story.commit()
        self.ratio.commit()
        self.follow_up.commit()
        periode, profil = hasil.periode, hasil.profil
        self.tabs.setEnabled(item is not None)
        self._name(f"{number}. {item.bahan.uraian}" if item else "Pilih satu indikator")
        self.explanation.setHtml(explain_figure(item, periode, keterangan) if item else "")
        self.ratio.show_item(item, periode, keterangan, locked=locked)
        self.story.show_item(item, periode, locked=locked)
        self.follow_up.show_item(item, keterangan.selesai, locked=locked)
        self.exception.show_item(item, periode, profil, locked=locked)
        self.evidence.show_item(item, periode, locked=locked)
        due = item is not None and not locked and item.lacks_story
        # A mark, and no more: a tab that comes to the front by itself takes the clerk's clicks.
        place = self.tabs.indexOf(self.told)
        self.tabs.setTabToolTip(place, "Faktor penghambat dan tindak lanjut belum diisi" * due)
        self.tabs.setTabIcon(place, style.icon("peringatan", "WARNING") if due else QIcon())
        self.tabs.setTabText(self.tabs.indexOf(self.evidence), f"Bu&kti ({bukti})")

    def show_group(self, group: HasilSasaran, profil: ProfilRumus) -> None:
        """Say what a heading stands for, and where its figures are."""
        self._name("Judul: pilih indikator di bawahnya")
        self.explanation.setHtml(explain_group(group, profil))

    def _make_room(self) -> None:
        """Let only the tab in front say how low the panel may be: on a small screen rows count."""
        for page in (self.counted, self.told, self.exception, self.evidence):
            policy = page.sizePolicy()
            is_front = page is self.tabs.currentWidget()
            kinds = QSizePolicy.Policy
            policy.setVerticalPolicy(kinds.Preferred if is_front else kinds.Ignored)
            page.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name(self.heading.toolTip())

    def _name(self, text: str) -> None:
        """Name the line beside the tabs, as far as there is room."""
        room = self.width() - self.tabs.tabBar().sizeHint().width() - style.LARGE
        self.heading.setToolTip(text)
        self.heading.setText(
            self.heading.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        )


def _stack(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first)
    column.addWidget(second)
    return holder
