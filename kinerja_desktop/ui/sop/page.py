"""Prosedur (SOP): running cases and their next step, one case with its table, the office's SOPs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import (
    Kasus,
    RingkasanKasus,
    find_case,
    list_cases,
    list_pelaku,
    start_case,
)
from kinerja_desktop.services.sop.library import SopKantor, list_sop
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.sop.case_dialogs import StartDialog
from kinerja_desktop.ui.sop.case_list import CaseList
from kinerja_desktop.ui.sop.case_view import CaseView
from kinerja_desktop.ui.sop.entry import SOP_PAGE
from kinerja_desktop.ui.sop.office_copies import OfficeCopies
from kinerja_desktop.ui.sop.reading_table import widen_tabs

_EMPTY = (
    "Belum ada pelaksanaan SOP.\n\n"
    "Pilih tahun dan triwulan di atas, lalu tekan “Mulai SOP…”. Program menunjukkan langkah "
    "berikutnya, siapa pelaksananya dan kapan tenggatnya, dan mencatat yang nyata terjadi."
)
_NO_SOP = (
    "Kantor belum memakai satu SOP pun.\n\n"
    "Buka “SOP kantor” di kanan atas, lalu tekan “Pakai SOP bawaan…”."
)
_LEAST = (480, 240)
_Read = tuple[list[RingkasanKasus], list[SopKantor], list[str], Kasus | KinerjaError | None]


class SopPage(Page):
    """The list of cases, one case, or the SOPs themselves."""

    ENTRY = SOP_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._case_id: UUID | None = None
        self._copies: Sequence[SopKantor] = ()
        self.start = QPushButton("Mulai SO&P…")
        writes(self.start)
        self.start.setObjectName("utama")
        self.start.setIcon(style.icon("tambah", "ON_ACCENT"))
        self.start.clicked.connect(self._start)
        self.sections = QTabBar()
        self.sections.setDrawBase(False)
        widen_tabs(self.sections)
        self.sections.addTab("Pelaksanaan")
        self.sections.addTab("SOP kantor")
        self.sections.currentChanged.connect(lambda _: self._show_section())
        self.buttons.addWidget(self.start)
        self.buttons.addWidget(self.sections)
        self.cases = CaseList()
        self.cases.clicked.connect(lambda index: self.open_case(self.cases.case_at(index)))
        self.cases.activated.connect(lambda index: self.open_case(self.cases.case_at(index)))
        self.empty = EmptyState()
        self.case = CaseView(context)
        self.case.closed.connect(self.close_case)
        self.copies = OfficeCopies(context)
        self.stack = QStackedWidget()
        # The window's least size must not change with what is shown.
        self.stack.setMinimumSize(*_LEAST)
        for widget in (self._make_list(), _scrolling(self.case), self.copies):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)

    def reload(self) -> None:
        """Read the cases, the SOPs and the open case on the worker."""
        tahun, case_id = self.context.periode.tahun, self._case_id

        def read(office: Office) -> _Read:
            cases = list_cases(office, tahun)
            copies = list_sop(office, semua_versi=True)
            return cases, copies, list_pelaku(office), _find_case(office, case_id)

        self.context.load(self, read, lambda found: self._show(found, case_id))

    def receive(self, argument: Any) -> None:
        """Open the case with this id, or take in the SOP of a file that was dropped."""
        if isinstance(argument, Path):
            self.sections.setCurrentIndex(1)
            self.copies.take_file(argument)
        else:
            self.open_case(argument)

    def open_case(self, case_id: UUID) -> None:
        """Show one case."""
        self._case_id = case_id
        self.sections.setCurrentIndex(0)
        self.reload()

    def close_case(self) -> None:
        """Show all cases again."""
        self._case_id = None
        self._show_section()
        self.cases.setFocus()

    def _make_list(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.cases, 1)
        layout.addWidget(self.empty, 1)
        return holder

    def _show(self, found: _Read, case_id: UUID | None) -> None:
        """Show what was read while the case `case_id` was open."""
        cases, self._copies, people, open_case = found
        has_sop = any(copy.aktif for copy in self._copies)
        self.start.setEnabled(has_sop)
        self.cases.set_rows(cases)
        self.cases.setVisible(bool(cases))
        self.empty.setVisible(not cases)
        self.empty.setText(_EMPTY if has_sop else _NO_SOP)
        self.copies.show_copies(self._copies)
        # Meanwhile another case may have been opened; its own reload comes next.
        if case_id == self._case_id:
            self._show_case(open_case, people)

    def _show_case(self, kasus: Kasus | KinerjaError | None, people: Sequence[str]) -> None:
        if kasus is None or isinstance(kasus, KinerjaError):
            self._case_id = None
            self._show_section()
            if kasus is not None:
                self.context.explain(self, kasus)
            return
        is_other = self.case.kasus is None or self.case.kasus.id != kasus.id
        self.case.show_case(kasus, people)
        self._show_section()
        if is_other:
            self.case.focus_next()

    def _show_section(self) -> None:
        if self.sections.currentIndex() == 1:
            self.stack.setCurrentWidget(self.copies)
        else:
            self.stack.setCurrentIndex(int(self._case_id is not None))

    def _start(self) -> None:
        active = [copy for copy in self._copies if copy.aktif]
        office, periode = self.context.office, self.context.periode
        started: list[UUID] = []

        def start(dialog: StartDialog) -> bool:
            case_id = self.context.attempt(
                dialog,
                lambda: start_case(
                    office, dialog.sop.currentData(), periode, dialog.judul.text(),
                    terjadi=dialog.kapan.moment(),
                ),
            )  # fmt: skip
            started.extend([case_id] if case_id else [])
            return case_id is not None

        StartDialog(self, active, periode, office.today(), start).exec()
        if started:
            self.open_case(started[0])


def _find_case(office: Office, case_id: UUID | None) -> Kasus | KinerjaError | None:
    """Return the open case, or why it is unreadable: the list beside it is shown all the same."""
    try:
        return find_case(office, case_id) if case_id else None
    except KinerjaError as error:
        return error


def _scrolling(widget: QWidget) -> QScrollArea:
    """Return an area that scrolls in a low window, so that nothing is pressed together."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
