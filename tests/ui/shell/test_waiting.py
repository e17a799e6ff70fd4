"""What is typed while the worker writes: shown at once, marked, stored in its turn."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlmodel import col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.store.records import Pejabat, Perubahan, Transaksi
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.waiting import Mark, Stored
from kinerja_desktop.ui.pengaturan import page as settings
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran import saving
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.anggaran_page import AnggaranPage
from kinerja_desktop.ui.rencana.budget_dates import BudgetDates
from kinerja_desktop.ui.rencana.rencana_aksi_page import RencanaAksiPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PERIODE = Periode(TAHUN)


class LongDeed:
    """A deed of the worker that holds the right to write until it is let go."""

    LABEL = "Mengimpor buku kerja panjang.xlsx"

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window
        self._started, self._go = Event(), Event()

    def begin(self) -> None:
        office = self._window.context.office

        def work(_task: object) -> None:
            with office.journal.action(self.LABEL) as session:
                session.add(Pejabat(nama="Dari buku kerja"))
                session.flush()
                self._started.set()
                assert self._go.wait(20)

        self._window.context.tasks.run(work, done=lambda _: None, failed=_raise)
        assert self._started.wait(20)

    def end(self) -> None:
        self._go.set()
        context = self._window.context
        self._qtbot.waitUntil(
            lambda: context.waiting.is_idle and context.tasks.pending == 0, timeout=20_000
        )


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


@pytest.fixture
def window(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> Iterator[MainWindow]:
    pages = (PengukuranPage, RencanaAksiPage, AnggaranPage, PengaturanPage)
    with open_window(qtbot, office, pages) as opened:
        yield opened


@pytest.fixture
def long(qtbot: QtBot, window: MainWindow) -> Iterator[LongDeed]:
    deed = LongDeed(qtbot, window)
    deed.begin()
    yield deed
    deed.end()


@pytest.fixture
def page(window: MainWindow) -> PengukuranPage:
    found = current_page(window)
    assert isinstance(found, PengukuranPage)
    return found


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: heard.append(error.message))
    return heard


def enter(page: PengukuranPage, *figures: tuple[UUID, int]) -> Stored | bool:
    """Store figures as the table does."""
    cells = [(page.model.entry_index(str(key)), Decimal(figure)) for key, figure in figures]
    return page.model.store_cells(cells)


def shown(page: PengukuranPage, key: UUID, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
    return page.model.entry_index(str(key)).data(role)


def stored(office: Office) -> dict[UUID, Any]:
    return {row["indikator_id"]: row["nilai"] for row in list_rows(office, "realisasi")}


def trail(office: Office, count: int) -> list[str]:
    with office.journal.reading() as session:
        labels = session.exec(select(Transaksi.label).order_by(col(Transaksi.id))).all()
    return list(labels[-count:])


def figures(office: Office) -> list[Any]:
    """The realisasi in the trail, in the order in which they were stored."""
    with office.journal.reading() as session:
        changes = session.exec(
            select(Perubahan).where(Perubahan.tabel == "realisasi").order_by(col(Perubahan.id))
        ).all()
    return [(change.baru or {}).get("nilai") for change in changes]


def test_what_is_typed_is_shown_at_once_and_stored_in_its_turn(
    window: MainWindow, page: PengukuranPage, long: LongDeed, ids: dict[str, UUID]
) -> None:
    office = window.context.office
    assert enter(page, (ids["A1"], 40))
    assert enter(page, (ids["B1"], 50))
    assert enter(page, (ids["A1"], 60))
    assert (shown(page, ids["A1"]), shown(page, ids["B1"])) == ("60", "50")
    assert shown(page, ids["A1"], Qt.ItemDataRole.ToolTipRole) == "Menunggu disimpan"
    amber = shown(page, ids["A1"], Qt.ItemDataRole.BackgroundRole).color().name()
    assert amber == style.WARNING_SOFT.lower()
    assert window.foot.waiting_label.isVisible()
    assert window.foot.waiting_label.text() == "3 isian menunggu disimpan"
    assert stored(office) == {}

    long.end()
    assert stored(office) == {ids["A1"]: Decimal(60), ids["B1"]: Decimal(50)}
    assert shown(page, ids["A1"], Qt.ItemDataRole.ToolTipRole) != "Menunggu disimpan"
    assert not window.foot.waiting_label.isVisible()
    assert trail(office, 4) == [LongDeed.LABEL] + ["Mengisi realisasi Tahun 2025"] * 3
    assert figures(office) == ["40", "50", "60"]


def test_what_is_refused_in_its_turn_is_told_and_the_old_value_returns(
    window: MainWindow,
    page: PengukuranPage,
    ids: dict[str, UUID],
    qtbot: QtBot,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office = window.context.office
    enter(page, (ids["A1"], 10))
    settle(qtbot, window)

    def refusing(office: Office, key: UUID, periode: Periode, nilai: Any) -> None:
        if nilai == 40:
            raise KinerjaError("Ditolak.")
        set_realisasi(office, key, periode, nilai)

    monkeypatch.setattr(saving, "set_realisasi", refusing)
    long = LongDeed(qtbot, window)
    long.begin()
    enter(page, (ids["A1"], 40))
    enter(page, (ids["B1"], 50))
    assert shown(page, ids["A1"]) == "40"
    assert told == []
    long.end()
    assert told == ["Ditolak."]
    assert shown(page, ids["A1"]) == "10"
    assert stored(office) == {ids["A1"]: Decimal(10), ids["B1"]: Decimal(50)}


def test_closing_waits_for_what_was_typed(
    window: MainWindow, page: PengukuranPage, long: LongDeed, ids: dict[str, UUID], qtbot: QtBot
) -> None:
    enter(page, (ids["A1"], 40))
    window.close()
    assert window.isVisible()
    assert "menunggu disimpan" in window.statusBar().currentMessage()
    window.close()
    assert window.foot.waiting_label.text() == "1 isian menunggu disimpan"
    enter(page, (ids["B1"], 50))
    long.end()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert stored(window.context.office) == {ids["A1"]: Decimal(40), ids["B1"]: Decimal(50)}


def test_a_refusal_keeps_the_window_open(
    window: MainWindow,
    page: PengukuranPage,
    long: LongDeed,
    ids: dict[str, UUID],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: Any) -> None:
        raise KinerjaError("Ditolak.")

    monkeypatch.setattr(saving, "set_realisasi", refuse)
    enter(page, (ids["A1"], 40))
    window.close()
    long.end()
    assert told == ["Ditolak."]
    assert window.isVisible()


def test_undo_waits_its_turn(
    window: MainWindow, page: PengukuranPage, long: LongDeed, ids: dict[str, UUID]
) -> None:
    office = window.context.office
    enter(page, (ids["A1"], 40))
    enter(page, (ids["B1"], 50))
    assert window.top.undo_action.isEnabled()
    window.top.undo_action.trigger()
    enter(page, (ids["B2"], 70))
    long.end()
    assert stored(office) == {ids["A1"]: Decimal(40), ids["B2"]: Decimal(70)}
    filled = "Mengisi realisasi Tahun 2025"
    assert trail(office, 4) == [filled, filled, f"Batalkan: {filled}", filled]


def test_a_pasted_block_and_what_is_typed_keep_their_order(
    window: MainWindow, page: PengukuranPage, long: LongDeed, ids: dict[str, UUID]
) -> None:
    enter(page, (ids["A1"], 1))
    enter(page, (ids["A1"], 2), (ids["B1"], 3))
    enter(page, (ids["B1"], 4))
    assert (shown(page, ids["A1"]), shown(page, ids["B1"])) == ("2", "4")
    long.end()
    assert stored(window.context.office) == {ids["A1"]: Decimal(2), ids["B1"]: Decimal(4)}


def test_a_long_undo_is_not_overtaken_by_typing(
    window: MainWindow, page: PengukuranPage, ids: dict[str, UUID], qtbot: QtBot
) -> None:
    office = window.context.office
    with office.journal.action("Banyak") as session:
        for number in range(40):
            session.add(Pejabat(nama=f"Orang {number}"))
    settle(qtbot, window)
    window.top.undo_action.trigger()
    enter(page, (ids["A1"], 40))
    qtbot.waitUntil(lambda: window.context.waiting.is_idle, timeout=20_000)
    settle(qtbot, window)
    assert trail(office, 2)[0] == "Batalkan: Banyak"
    assert stored(office) == {ids["A1"]: Decimal(40)}


def test_texts_of_a_figure_wait_and_stay_shown(
    window: MainWindow, page: PengukuranPage, long: LongDeed, ids: dict[str, UUID]
) -> None:
    page.table.setCurrentIndex(page.model.entry_index(str(ids["A1"])))
    story = page.panel.story
    story.boxes["pendorong"].setPlainText("Warga rajin")
    story.commit()
    assert not story.waiting.isHidden()
    # To another line and back: what waits is what was typed.
    page.table.setCurrentIndex(page.model.entry_index(str(ids["B1"])))
    assert story.boxes["pendorong"].toPlainText() == ""
    assert story.waiting.isHidden()
    page.table.setCurrentIndex(page.model.entry_index(str(ids["A1"])))
    assert story.boxes["pendorong"].toPlainText() == "Warga rajin"
    long.end()
    assert story.waiting.isHidden()
    assert story.boxes["pendorong"].toPlainText() == "Warga rajin"
    rows = list_rows(window.context.office, "realisasi")
    assert [row["pendorong"] for row in rows] == ["Warga rajin"]


def test_a_figure_goes_to_the_period_that_it_was_typed_in(
    window: MainWindow, page: PengukuranPage, long: LongDeed, ids: dict[str, UUID], qtbot: QtBot
) -> None:
    enter(page, (ids["A1"], 40))
    window.context.set_periode(Periode(TAHUN, 2))
    long.end()
    rows = list_rows(window.context.office, "realisasi")
    assert [(row["triwulan"], row["nilai"]) for row in rows] == [(None, Decimal(40))]
    settle(qtbot, window)
    assert shown(page, ids["A1"]) != "40"


def test_cells_and_fields_of_a_year_wait_for_that_year(
    window: MainWindow, ids: dict[str, UUID], qtbot: QtBot
) -> None:
    context = window.context
    context.open_page("rencana_aksi")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, RencanaAksiPage)
    long = LongDeed(qtbot, window)
    long.begin()
    model, key = page.grid.model, str(ids["A1"])
    cell = model.find(key, "tw2")
    assert model.store_cells([(cell, Decimal(30))])
    assert (cell.data(), cell.data(Qt.ItemDataRole.ToolTipRole)) == ("30", "Menunggu disimpan")
    context.set_periode(Periode(TAHUN + 1))
    long.end()
    settle(qtbot, window)
    rows = list_rows(context.office, "rencana_aksi")
    assert [(row["tahun"], row["tw2"]) for row in rows] == [(TAHUN, Decimal(30))]
    assert cell.data() != "30"


def test_a_field_of_a_form_waits_below_its_words(
    window: MainWindow, qtbot: QtBot, told: list[str]
) -> None:
    context = window.context
    context.open_page("pengaturan")
    settle(qtbot, window)
    page = current_page(window)
    line = page.findChild(QLineEdit, "alamat")
    assert isinstance(line, QLineEdit)
    before = line.text()
    long = LongDeed(qtbot, window)
    long.begin()
    line.setText("Jl. Menunggu 1")
    line.returnPressed.emit()
    form = next(parent for parent in _parents(line) if hasattr(parent, "commit"))
    note = form._notes["alamat"]
    assert (line.text(), note.isHidden(), note.text()) == (
        "Jl. Menunggu 1",
        False,
        "Menunggu disimpan",
    )
    form.refresh_row({**form._values, "alamat": before})
    assert line.text() == "Jl. Menunggu 1"
    long.end()
    assert note.isHidden()
    assert line.text() == "Jl. Menunggu 1"
    assert context.office.require_instansi().alamat == "Jl. Menunggu 1"


def _parents(widget: Any) -> Iterator[Any]:
    while widget is not None:
        yield widget
        widget = widget.parent()


def test_a_refused_field_shows_the_old_words_again(
    window: MainWindow, qtbot: QtBot, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise KinerjaError("Ditolak.")

    monkeypatch.setattr(settings, "change_field", refuse)
    window.context.open_page("pengaturan")
    settle(qtbot, window)
    line = current_page(window).findChild(QLineEdit, "alamat")
    assert isinstance(line, QLineEdit)
    before = line.text()
    long = LongDeed(qtbot, window)
    long.begin()
    line.setText("Jl. Menunggu 1")
    line.returnPressed.emit()
    long.end()
    assert (told, line.text()) == (["Ditolak."], before)


def test_what_needs_its_result_at_once_is_put_off_in_words(
    window: MainWindow, long: LongDeed, told: list[str]
) -> None:
    context = window.context
    deed: list[int] = []
    assert context.attempt(window, lambda: deed.append(1)) is None
    assert deed == []
    assert told == ["Belum dapat dilakukan: program masih menyimpan pekerjaan yang panjang."]
    long.end()
    assert context.attempt(window, lambda: 5) == 5


def test_dates_of_the_budget_wait(window: MainWindow, qtbot: QtBot) -> None:
    dates = BudgetDates(lambda name, day: True, lambda: date(2026, 1, 1))
    qtbot.addWidget(dates)
    name = next(iter(dates.lines))
    dates.show_dates(TAHUN, dict.fromkeys(dates.lines))
    day = date(2025, 1, 6)
    mark = dates.mark(TAHUN, name, day)
    mark.wait()
    dates.show_dates(TAHUN, dict.fromkeys(dates.lines))
    assert (dates.lines[name].day(), dates.lines[name].toolTip()) == (day, "Menunggu disimpan")
    dates.show_dates(TAHUN + 1, dict.fromkeys(dates.lines))
    assert dates.lines[name].day() is None
    mark.settle(True)
    assert dates.lines[name].day() is None
    dates.show_dates(TAHUN, {**dict.fromkeys(dates.lines), name: day})
    refused = dates.mark(TAHUN, name, None)
    refused.wait()
    assert dates.lines[name].day() is None
    refused.settle(False)
    assert (dates.lines[name].day(), dates.lines[name].toolTip()) == (day, "")


def test_a_bug_in_its_turn_does_not_leave_a_mark(
    window: MainWindow, page: PengukuranPage, ids: dict[str, UUID], qtbot: QtBot
) -> None:
    long = LongDeed(qtbot, window)
    long.begin()
    settled: list[bool] = []

    def fail() -> None:
        raise RuntimeError("bug")

    outcome = window.context.store(window, fail, Mark(settle=settled.append))
    assert outcome is Stored.WAITING
    enter(page, (ids["A1"], 40))
    with qtbot.captureExceptions() as risen:
        long.end()
    assert [str(error) for _, error, _ in risen] == ["bug"]
    assert settled == [False]
    assert stored(window.context.office) == {ids["A1"]: Decimal(40)}
