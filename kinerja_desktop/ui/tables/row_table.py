"""The table beside a form: whole rows are chosen, long texts are shown whole."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kinerja_desktop.domain.sections.fields import Field, Kind
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.table_menu import copying_deeds, open_menu
from kinerja_desktop.ui.tables.sort_header import let_sort

#: Making lines as high as their texts takes too long for more of them.
_MANY = 100


class RowTable(QTableView):
    """Sorts by a click on a heading; the longest column takes the width that is left."""

    def __init__(self, model: QAbstractItemModel, fields: Sequence[Field]) -> None:
        super().__init__()
        self.setModel(model)
        let_sort(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setResizeContentsPrecision(_MANY)
        longest = [place for place, field in enumerate(fields) if field.kind is Kind.LONG_TEXT]
        stretched = longest[0] if longest else len(fields) - 1
        for place in range(len(fields)):
            header.setSectionResizeMode(
                place,
                QHeaderView.ResizeMode.Stretch
                if place == stretched
                else QHeaderView.ResizeMode.ResizeToContents,
            )
        self._stretched = stretched
        model.modelReset.connect(self.fit_rows)

    def fit_rows(self) -> None:
        """Make each row high enough to show its texts whole."""
        header = self.verticalHeader()
        if header.count() > _MANY:
            return
        self.resizeRowsToContents()
        for row in range(header.count()):
            header.resizeSection(row, header.sectionSize(row) + style.MEDIUM)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, copying_deeds(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not copy_on_key(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_stretched()
        self.fit_rows()

    def _fit_stretched(self) -> None:
        """The column that takes what is left never takes less than its heading."""
        header, place = self.horizontalHeader(), self._stretched
        if header.count() <= place:
            return
        others = sum(header.sectionSize(n) for n in range(header.count()) if n != place)
        least = header.sectionSizeFromContents(place).width()
        if self.viewport().width() - others < least:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(place, least)
        else:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
