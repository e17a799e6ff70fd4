"""The letters written here: which there are, what stands in one, how it becomes final."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian
from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import read_status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.services.surat.dokumen import kunci_of
from kinerja_desktop.services.surat.langkah import SuratLangkah
from kinerja_desktop.services.surat.penanda import list_posts
from kinerja_desktop.services.surat.tulis import (
    NaskahKantor,
    begin_naskah,
    change_isi,
    list_naskah,
    open_for_step,
    remove_naskah,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.paper.finality import PaperFinality
from kinerja_desktop.ui.surat.letter_form import LetterForm
from kinerja_desktop.ui.surat.letter_head import LetterHead
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_COLUMNS = (
    Column[NaskahKantor]("Tanggal", lambda row: _day(row), 84, key=lambda row: row.tanggal),
    Column[NaskahKantor]("Surat", lambda row: row.nama),
    Column[NaskahKantor]("Keadaan", lambda row: _state(row), 140),
)
_EMPTY = (
    "Belum ada surat untuk tahun ini. Tekan Surat baru, atau buka langkah SOP di Prosedur: "
    "suratnya sudah terisi dari langkah itu."
)
_DAMAGED = (
    "Isi surat ini diubah di luar program dan tidak dapat dibaca. Pulihkan dari cadangan, atau "
    "hapus draf ini dan buat surat baru."
)
_LIST_WIDTH, _FORM_WIDTH = 440, 700


class LettersTab(QWidget):
    """A list, and beside it the fields of the letter under the cursor."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._wanted: UUID | None = None
        self._letter: NaskahKantor | None = None
        self._posts: Sequence[str] = ()
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Surat yang dibuat di sini")
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.form: LetterForm[UUID] = LetterForm(self._save)
        self.head = LetterHead(context)
        self.finality = PaperFinality(context, self._make_ready)
        self.finality.note.setObjectName("redup")
        self.empty = EmptyState(_EMPTY)
        self._make_buttons()
        self._arrange()

    def reload(self) -> None:
        """Read the letters of the chosen year again; the cursor stays."""
        periode = self.context.periode

        def read(office: Office) -> tuple[list[NaskahKantor], Sequence[str]]:
            return list_naskah(office, periode.tahun), list_posts(office, office.today())

        wanted = self._wanted
        self.context.load(self, read, lambda found: self._show(found, wanted))

    def open_find(self) -> None:
        """Look for a letter."""
        self.table.open_find()

    def open_letter(self, naskah_id: UUID) -> None:
        """Put the cursor on a letter, which may have come just now."""
        self._wanted = naskah_id
        self.table.show_all()
        self.reload()

    def open_for(self, wanted: SuratLangkah) -> None:
        """Open the letter of a step of a case; begin it when there is none."""
        if self._letter is not None and not self.commit():
            return
        self.context.set_periode(wanted.periode)
        office = self.context.office
        found = self.context.attempt(
            self, lambda: open_for_step(office, wanted.jenis, wanted.periode, wanted.tempat)
        )
        if found is not None:
            self.open_letter(found)

    def commit(self) -> bool:
        """Keep what was typed, date and number too; False when it cannot be kept."""
        kept = all([self.form.commit(), self.head.commit()])
        if not kept:
            self.context.say("Perbaiki dulu isian yang salah pada surat ini.")
        return kept

    def _make_ready(self) -> Permintaan | None:
        """Keep what is still being typed: the paper is made final as it stands on the screen."""
        if self._letter is None or not self.commit():
            return None
        return replace(self._request(self._letter), tanggal=self.head.day())

    def _make_buttons(self) -> None:
        self.new_button = QPushButton(style.icon("tambah"), "Surat &baru")
        self.kinds = QMenu(self.new_button)
        self.kinds.setToolTipsVisible(True)
        for kunci, jenis in JENIS.items():
            action = self.kinds.addAction(jenis.nama)
            action.setToolTip(jenis.keterangan)
            action.triggered.connect(partial(self.begin, kunci))
        self.new_button.setMenu(self.kinds)
        self.remove_button = QPushButton(style.icon("hapus"), "&Hapus draf")
        writes(self.new_button, self.remove_button)
        self.remove_button.clicked.connect(self._remove)
        self.preview_button = QPushButton(style.icon("dokumen"), "&Pratinjau dan cetak")
        self.preview_button.clicked.connect(self._preview)

    def begin(self, jenis: str, _checked: bool = False) -> None:
        """Begin a letter of a kind, filled in from what the office has."""
        if self._letter is not None and not self.commit():
            return
        office, periode = self.context.office, self.context.periode
        found = self.context.attempt(
            self, lambda: begin_naskah(office, jenis, periode, office.today())
        )
        if found is not None:
            self.open_letter(found)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.new_button)
        top.addWidget(self.remove_button)
        top.addStretch()
        left = _column()
        _layout_of(left).addLayout(top)
        _layout_of(left).addWidget(self.table, 1)
        deeds = QHBoxLayout()
        deeds.addWidget(self.preview_button)
        deeds.addWidget(self.finality)
        deeds.addStretch()
        right = _column()
        _layout_of(right).addLayout(deeds)
        for part in (self.head, self.finality.note, self.form.problem):
            _layout_of(right).addWidget(part)
        _layout_of(right).addWidget(self.form, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(right)
        self.stack.addWidget(self.empty)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.stack)
        split.setSizes([_LIST_WIDTH, _FORM_WIDTH])
        split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*style.TAB)
        whole.addWidget(split)

    def _show(
        self, found: tuple[list[NaskahKantor], Sequence[str]], wanted: UUID | None = None
    ) -> None:
        """Show letters.

        Args:
            found: the letters, and who may sign.
            wanted: the letter that was asked for before they were read; one that was asked for
                since then comes with the next reading.
        """
        letters, self._posts = found
        kept = wanted or (self._letter.id if self._letter else None)
        if wanted == self._wanted:
            self._wanted = None
        self.model.set_rows(letters)
        self.stack.setCurrentIndex(0 if letters else 1)
        self.table.choose(lambda row: row.id == kept)
        self._choose()

    def _choose(self) -> None:
        letter, before = self.table.current(), self._letter
        is_other = before is not None and (letter is None or letter.id != before.id)
        if (
            before is not None
            and is_other
            and not self.commit()
            and any(row.id == before.id for row in self.model.given)
        ):
            self._go_back(before.id)
            return
        self._letter = letter
        is_open = letter is not None and not letter.is_final and not letter.is_damaged
        self.remove_button.setEnabled(letter is not None and not letter.is_final)
        self.preview_button.setEnabled(letter is not None and not letter.is_damaged)
        if letter is None:
            self.form.forget()
            self.head.forget()
            return
        self.form.show_isi(letter.id, letter.jenis, letter.isi, self._posts, editable=is_open)
        self.head.show_letter(letter, editable=is_open)
        self.head.align(self.form.caption_width())
        if letter.is_damaged:
            self.finality.forget()
            self.form.tell(_DAMAGED)
        else:
            self._show_finality(letter)

    def _go_back(self, letter_id: UUID) -> None:
        """Put the cursor back on the letter that cannot be left: what is wrong stands there."""

        def choose() -> None:
            self.table.show_all()
            self.table.choose(lambda row: row.id == letter_id)

        # Of a click the table chooses the row once more when it has told of it.
        QTimer.singleShot(0, self, choose)

    def _show_finality(self, letter: NaskahKantor) -> None:
        wanted = self._request(letter)
        dokumen = get_dokumen(wanted.kunci)
        self.finality.forget()

        def show(status: StatusFinal) -> None:
            if self._letter == letter:
                self.finality.show_status(wanted, status)

        self.context.load(self, lambda office: read_status(office, dokumen, wanted), show)

    def _request(self, letter: NaskahKantor) -> Permintaan:
        place = letter.tempat
        return Permintaan(
            kunci_of(letter.jenis.kunci),
            Periode(letter.tahun),
            letter.id,
            letter.tanggal,
            untuk=(place.case_id, place.langkah) if place else None,
        )

    def _save(self, naskah_id: UUID, isi: IsiNaskah) -> Stored | bool:
        office = self.context.office
        return self.context.store(self, lambda: change_isi(office, naskah_id, isi))

    def _remove(self) -> None:
        letter, office = self._letter, self.context.office
        if letter is None:
            return
        if dialogs.confirm(self, f"Hapus draf {letter.nama}?", "Hapus draf"):
            self.context.store(self, lambda: remove_naskah(office, letter.id))

    def _preview(self) -> None:
        if self._letter is not None and self.commit():
            self.context.open_page("dokumen", self._request(self._letter))


def _column() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SMALL)
    return holder


def _layout_of(holder: QWidget) -> QVBoxLayout:
    layout = holder.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout


def _day(letter: NaskahKantor) -> str:
    return format_tanggal_isian(letter.tanggal) if letter.tanggal else ""


def _state(letter: NaskahKantor) -> str:
    if letter.is_damaged:
        return "Rusak"
    if letter.is_final:
        return f"Final {letter.nomor}".strip()
    return f"Draf {letter.nomor}".strip()
