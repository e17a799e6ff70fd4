"""LKjIP: the outline on the left, the text in the middle, the page as it prints on the right."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QSplitter, QStackedWidget, QTabWidget, QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.connection import ChangedMeanwhileError, is_connection_lost
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.kerangka import set_report_name
from kinerja_desktop.services.lkjip.laporan import BarisBagian, IsiLkjip, read_lkjip
from kinerja_desktop.services.lkjip.pratinjau import preview_section
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.meeting import Choice
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.sight import keep_sight
from kinerja_desktop.ui.base.storing import choose_about, know
from kinerja_desktop.ui.lkjip.earlier_years import EarlierYears
from kinerja_desktop.ui.lkjip.entry import LKJIP_PAGE
from kinerja_desktop.ui.lkjip.lifecycle import LkjipButtons
from kinerja_desktop.ui.lkjip.live_preview import LivePreview
from kinerja_desktop.ui.lkjip.outbox import Outbox, RefusedTextError
from kinerja_desktop.ui.lkjip.outline import Outline
from kinerja_desktop.ui.lkjip.outline_deeds import OutlineDeeds
from kinerja_desktop.ui.lkjip.section_deeds import SectionDeeds
from kinerja_desktop.ui.lkjip.section_pane import SectionPane
from kinerja_desktop.ui.pengukuran.status_band import StatusBand

#: Below this width of the page there is no room for three columns.
_ROOMY = 900
_WIDTHS = (340, 420, 370)
_TEXTS = {"naskah_lkjip"}


class LkjipPage(Page):
    """Texts are stored as they are typed; the preview follows a moment later."""

    ENTRY = LKJIP_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._isi: IsiLkjip | None = None
        self._rows: dict[str, BarisBagian] = {}
        self._is_reading = self._read_again = False
        self._sight: int | None = None
        #: The preview is out of date for sure: something else than texts has changed, or it could
        #: not be asked for while it was out of sight.
        self._is_moved = False
        #: The clerk has chosen whether the preview stands there; the width does not any more.
        self._has_chosen = False
        self.outbox = Outbox(write_text)
        self.lifecycle = LkjipButtons(context)
        self.preview_button = QCheckBox("Tampilkan prat&injau")
        self.buttons.addWidget(self.lifecycle)
        self.band = StatusBand()
        self.outline = Outline()
        self.pane = SectionPane(self._put)
        self.live = LivePreview(context)
        self.live.hide()
        self.years = EarlierYears(context)
        self.outline_deeds = OutlineDeeds(self, self.outline, self._run)
        self.section_deeds = SectionDeeds(self.pane, self._run)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.columns = self._make_columns()
        self.tabs.addTab(self.columns, "&Naskah")
        self.tabs.addTab(self.years, "Tahun sebel&umnya && standar")
        self.tabs.setCornerWidget(self.preview_button)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.band)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def reload(self) -> None:
        """Read the report of the chosen year again; one reading at a time."""
        self._load_years()
        if self._is_reading:
            self._read_again = True
            return
        self._is_reading = True
        self._sight = self.context.office.journal.sight()
        tahun = self.context.periode.tahun
        self.context.tasks.run(
            lambda task: read_lkjip(self.context.office, tahun),
            done=self._finish_reading,
            failed=self._fail_reading,
        )

    def receive(self, argument: Any) -> None:
        """Show the year that another page asks for."""
        if isinstance(argument, Periode):
            self.context.set_periode(argument)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_chosen:
            self.preview_button.setChecked(self._is_roomy())
        self._share_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed; when the whole window goes, before anything else."""
        super().hideEvent(event)
        is_last = not self.window().isVisible()
        if is_last and self.context.has_unstored:
            return  # given up by the clerk, who was asked
        self.pane.flush()
        if is_last:
            self.context.finish(self, self._drain_now)

    def is_handing_over(self) -> bool:
        """Store what is open at once; only what the worker was refused is still to be heard of."""
        self.pane.flush()
        waiting = self.outbox.waiting()
        if not self.outbox.is_refused and self.context.finish(self, self._drain_now) and waiting:
            # What the disk did not take before is stored now.
            self.context.has_unstored = False
        return self.outbox.is_refused

    def _connect(self) -> None:
        self.lifecycle.leaving.connect(self.pane.flush)
        self.lifecycle.section_wanted.connect(self.outline.choose)
        self.context.line.back.connect(self._store_waiting)
        self.outline.chosen.connect(self._show_section)
        self.outline.tree.itemActivated.connect(lambda *_: self.pane.editor.setFocus())
        self.outline.name_chosen.connect(self._name_report)
        self.outline.problems_wanted.connect(self._show_problems)
        self.pane.typed.connect(self._preview)
        for keys, words, forwards in (
            ("Ctrl+PgDown", "Bagian berikutnya", True),
            ("Ctrl+PgUp", "Bagian sebelumnya", False),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(words)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.outline.step, forwards))
        self.preview_button.clicked.connect(self._choose_preview)
        self.preview_button.toggled.connect(self._show_preview)
        self.live.shown.connect(self._preview_if_moved)
        self.tabs.currentChanged.connect(self._load_years)

    def _make_columns(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for place, part in enumerate((self.outline, self.pane, self.live)):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, _WIDTHS[place])
        splitter.setSizes(_WIDTHS)
        splitter.setCollapsible(1, False)
        splitter.setHandleWidth(style.MEDIUM)
        return splitter

    # Reading

    def _load_years(self) -> None:
        if self.years.isVisible():
            self.years.reload()

    def _finish_reading(self, isi: IsiLkjip) -> None:
        self._is_reading = False
        if isi.tahun == self.context.periode.tahun:
            self._show(isi)
            keep_sight(self, self._sight)
        self._reload_if_asked()

    def _fail_reading(self, error: Exception) -> None:
        """Say in place of the report why there is none, such as before the office is set up."""
        self._is_reading = False
        if not isinstance(error, KinerjaError):
            raise error
        self.empty.setText(f"{error.message}\n{error.remedy}")
        self.stack.setCurrentWidget(self.empty)
        self.lifecycle.setEnabled(False)
        self._reload_if_asked()

    def _reload_if_asked(self) -> None:
        if self._read_again:
            self._read_again = False
            self.reload()

    def _show(self, isi: IsiLkjip) -> None:
        if self._isi is None or self._isi.tahun != isi.tahun:
            self.pane.forget()
            self._is_moved = True
        self.stack.setCurrentWidget(self.tabs)
        self._isi = isi
        self._rows = {row.kunci: row for row in isi.bagian}
        self.band.show_status(isi.status)
        self.lifecycle.show_isi(isi)
        self.outline.show_isi(isi)
        self.outline_deeds.show_isi(isi)
        self._show_section(self.outline.current())

    def _show_section(self, kunci: str) -> None:
        isi = self._isi
        if isi is None or kunci not in self._rows:
            return
        is_other = kunci != self.pane.kunci
        self.pane.show_row(
            self._rows[kunci],
            locked=isi.status.is_final,
            keep_text=self.outbox.holds(isi.tahun, kunci),
        )
        if is_other or self._is_moved:
            self._preview()

    # What is typed

    def _put(self, kunci: str, teks: str) -> None:
        """Store a text on the worker, in the order in which texts were typed."""
        assert self._isi is not None
        tahun = self._isi.tahun
        self.outbox.put(tahun, kunci, teks, know(self.context, self.pane))
        self._drain(tahun, kunci, teks)

    def _drain(self, tahun: int, kunci: str, teks: str) -> None:
        office = self.context.office

        def done(_: object) -> None:
            self.outbox.settle(tahun, kunci)
            self.context.has_unstored = False
            self.pane.confirm(kunci, teks)

        def failed(error: Exception) -> None:
            self.outbox.settle(tahun, kunci)
            if isinstance(error, RefusedTextError):
                self._settle_refused(error)
            else:
                self.pane.refuse(kunci)
                self.context.explain(self, error)

        self.context.tasks.run(lambda task: self.outbox.drain(office), done=done, failed=failed)

    def _settle_refused(self, refused: RefusedTextError) -> None:
        """Keep a text while the server is away; let who meets somebody else's text choose."""
        error, kunci = refused.error, refused.kunci
        if is_connection_lost(error):
            self.outbox.put_back(refused.tahun, kunci, refused.teks, refused.knowledge)
            self.pane.wait(kunci)
            self.context.wait_for_server()
            return
        if not isinstance(error, ChangedMeanwhileError):
            self.pane.refuse(kunci)
            self.context.has_unstored = True
            self.context.tell_refused(self, error)
            return
        choice = choose_about(self.context, self, error, Choice.THEIRS, Choice.MINE, Choice.BACK)
        match choice:
            case Choice.MINE:
                knowledge = refused.knowledge.accept(error.meetings)
                self.outbox.put(refused.tahun, kunci, refused.teks, knowledge)
                self._drain(refused.tahun, kunci, refused.teks)
            case Choice.BACK:
                self.pane.refuse(kunci)
            case Choice.THEIRS:
                self.pane.yield_text(kunci)

    def _store_waiting(self) -> None:
        """Store what was typed while the server was away."""
        for tahun, kunci, teks in self.outbox.waiting():
            self.outbox.hold(tahun, kunci)
            self._drain(tahun, kunci, teks)

    def _drain_now(self) -> None:
        """Store everything before the window goes.

        Raises:
            KinerjaError: a text was refused.
        """
        try:
            self.outbox.drain(self.context.office)
        except RefusedTextError as refused:
            self.outbox.put_back(refused.tahun, refused.kunci, refused.teks, refused.knowledge)
            self.outbox.is_refused = False
            raise refused.error from refused

    def _preview(self) -> None:
        """Ask for the chapter with the section as it reads in the field."""
        isi, kunci = self._isi, self.pane.kunci
        self._is_moved = not self.live.isVisible()
        if isi is None or not kunci or self._is_moved:
            return
        tahun, text = isi.tahun, self.pane.text() if self.pane.is_unsaved else None
        self.live.ask(kunci, lambda office: preview_section(office, tahun, kunci, text))

    def _preview_if_moved(self) -> None:
        if self._is_moved:
            self._preview()

    def _choose_preview(self) -> None:
        self._has_chosen = True

    def _show_preview(self, visible: bool) -> None:
        self.live.setVisible(visible)
        self._share_room()
        if visible:
            self._preview()

    def _is_roomy(self) -> bool:
        return self.width() >= _ROOMY

    def _share_room(self) -> None:
        """Where two columns must do, the preview takes the place of the outline."""
        self.outline.setVisible(self._is_roomy() or not self.preview_button.isChecked())

    # Deeds

    def _run(
        self,
        deed: Callable[[Office, int], Any],
        done: Callable[[Any], None] = lambda _: None,
    ) -> None:
        """Do something to the report on the worker, after what is still to be stored."""
        assert self._isi is not None
        self.pane.flush()
        tahun = self._isi.tahun
        self.context.tasks.run(
            lambda task: deed(self.context.office, tahun),
            done=done,
            failed=lambda error: self.context.explain(self, error),
        )

    def _name_report(self, nama: str) -> None:
        self._run(lambda office, tahun: set_report_name(office, tahun, nama))

    def _show_problems(self) -> None:
        assert self._isi is not None
        isi = self._isi
        heading = f"Yang masih kurang sebelum {isi.nama} {isi.tahun} dapat dijadikan final:"
        dialogs.show_problems(self, heading, isi.kekurangan)

    def _hear(self, tables: set[str]) -> None:
        if tables & self.TABLES - _TEXTS:
            self._is_moved = True
        super()._hear(tables)
