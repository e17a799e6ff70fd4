import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.awal.grafik import read_serapan, read_tren
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.cards import make_columns
from kinerja_desktop.ui.beranda.charts import CAPAIAN, SERAPAN, SOP, TREN, ChartCard
from tests.conftest import Clock
from tests.finals import finalize

TAHUN = Periode(2024)
_IMPORT = """
import sys
import kinerja_desktop.ui.shell.main_window
from kinerja_desktop.ui.shell.pages import PAGES
PAGES[0].load()
print([name for name in sys.modules if name.startswith("kinerja_desktop.documents")])
"""
_OPEN = """
import sys, time
from pathlib import Path
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.ui.window import current_page

application = make_application()
office = open_office(Path(sys.argv[1]))
fill_sample(office)
context = Context(office)
window = MainWindow(context)
window.resize(1366, 728)
window.show()
window.open_page("beranda")
page = current_page(window)
for tab in range(4):
    page.chart.tabs.setCurrentIndex(tab)
    while context.tasks.pending:
        application.processEvents()
        time.sleep(0.01)
    window.grab()
assert page.chart.view.chart is None, "no case runs"
heavy = [n for n in ("reportlab", "openpyxl", "docx", "PySide6.QtSvgWidgets") if n in sys.modules]
window.close()
context.close()
office.close()
print(heavy)
"""


def test_beranda_with_all_its_charts_loads_nothing_of_paper(tmp_path: Path) -> None:
    """In a process of its own, as other tests have loaded it here."""
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(tmp_path / "data")], capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.stdout == "[]\n", done.stderr


def test_no_room_of_papers_is_imported_for_the_first_page() -> None:
    """Each module costs the start a millisecond; papers and workbooks are of other pages."""
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=False
    )
    assert done.stdout == "[]\n", done.stderr


def shown(qtbot: QtBot, context: Context, periode: Periode = TAHUN) -> ChartCard:
    card = ChartCard(context)
    qtbot.addWidget(card)
    card.resize(560, 420)
    card.show()
    card.show_beranda(read_beranda(context.office, periode))
    return card


def look_at(qtbot: QtBot, card: ChartCard, tab: int) -> None:
    card.tabs.setCurrentIndex(tab)
    qtbot.waitUntil(lambda: card.context.tasks.pending == 0)
    qtbot.wait(20)


def test_each_chart_is_read_when_it_is_looked_at(qtbot: QtBot, sample: Context) -> None:
    card = shown(qtbot, sample)
    assert card.view.chart == read_beranda(sample.office, TAHUN).grafik
    assert card.words.text().startswith("Rata-rata capaian 102,88%")
    look_at(qtbot, card, SERAPAN)
    assert card.view.chart == read_serapan(sample.office, TAHUN)
    look_at(qtbot, card, TREN)
    trends = read_tren(sample.office, TAHUN.tahun)
    assert card.view.chart == trends[0]
    card.indikator.setFocus()
    qtbot.keyClick(card.indikator, Qt.Key.Key_Down)
    assert card.view.chart == trends[1]
    card.show_beranda(read_beranda(sample.office, TAHUN))
    qtbot.waitUntil(lambda: sample.tasks.pending == 0)
    qtbot.wait(20)
    assert card.view.chart == trends[1]
    look_at(qtbot, card, CAPAIAN)
    assert not card.indikator.isVisible()


def test_a_point_of_a_trend_says_of_which_period_it_is(
    qtbot: QtBot, sample: Context, clock: Clock
) -> None:
    for periode, year, told in (
        (TAHUN, 2025, "Setiap titik adalah satu tahun."),
        (
            Periode(2024, 3), 2024,
            "Setiap titik adalah satu tahun, juga selama Triwulan III dipilih. Tahun 2024 belum "
            "berakhir: realisasinya sejauh yang sudah diisi, targetnya target setahun.",
        ),
    ):  # fmt: skip
        clock.moment = datetime(year, 10, 13, 2, 0, tzinfo=UTC)
        sample.set_periode(periode)
        card = shown(qtbot, sample, periode)
        look_at(qtbot, card, TREN)
        assert card.words.text() == told


def test_a_copied_chart_names_its_period_and_whose_it_is(qtbot: QtBot, sample: Context) -> None:
    start_case(sample.office, list_sop(sample.office)[0].id, TAHUN)
    card = shown(qtbot, sample)
    found = {}
    for tab in (CAPAIAN, TREN, SERAPAN, SOP):
        look_at(qtbot, card, tab)
        found[tab], asal, *_ = card.view._heading
        assert asal.endswith("CONTOH: data latihan, bukan data resmi")
    assert found[CAPAIAN] == "Capaian per sasaran, Tahun 2024"
    assert found[TREN].endswith("–2024")
    assert found[SERAPAN] == "Serapan anggaran per program, Tahun 2024"
    assert found[SOP].startswith("Kemajuan SOP yang berjalan, ")


def test_a_copied_chart_says_that_its_period_is_not_final(
    qtbot: QtBot, sample: Context, clock: Clock
) -> None:
    """Of the trend the year counts, whatever triwulan is chosen; a case of an SOP has no final."""
    clock.moment = datetime(2024, 10, 13, 2, 0, tzinfo=UTC)
    start_case(sample.office, list_sop(sample.office)[0].id, TAHUN)
    draft = "Draf, keadaan 13 Oktober 2024; masih dapat berubah"
    assert told_of(qtbot, sample, TAHUN, draft) == {CAPAIAN, TREN, SERAPAN}
    finalize(sample.office, TAHUN, sample.office.today())
    assert told_of(qtbot, sample, TAHUN, draft) == set()
    assert told_of(qtbot, sample, Periode(2024, 3), draft) == {CAPAIAN, SERAPAN}


def told_of(qtbot: QtBot, context: Context, periode: Periode, draft: str) -> set[int]:
    """Return the charts whose copied picture says that it is a draft."""
    card = shown(qtbot, context, periode)
    found = set()
    for tab in (CAPAIAN, TREN, SERAPAN, SOP):
        look_at(qtbot, card, tab)
        assert card.view.chart is not None
        if card.view._heading[-1] == draft:
            found.add(tab)
    return found


def test_copying_a_chart_is_told_in_the_quiet_line(qtbot: QtBot, sample: Context) -> None:
    card = shown(qtbot, sample)
    said: list[str] = []
    sample.said.connect(said.append)
    qtbot.keyClick(card.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert said == ["Grafik disalin sebagai gambar. Tempelkan di laporan dengan Ctrl+V."]


def test_what_cannot_be_drawn_says_where_it_is_filled_in(qtbot: QtBot, sample: Context) -> None:
    card = shown(qtbot, sample, Periode(2019))
    opened: list[str] = []
    sample.page_wanted.connect(lambda key, argument: opened.append(key))
    for tab in (CAPAIAN, TREN, SERAPAN, SOP):
        look_at(qtbot, card, tab)
        assert card.view.chart is None
        qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert opened == ["renstra", "lkjip", "anggaran", "sop"]


def test_running_cases_are_drawn(qtbot: QtBot, sample: Context) -> None:
    start_case(sample.office, list_sop(sample.office)[0].id, TAHUN)
    card = shown(qtbot, sample)
    look_at(qtbot, card, SOP)
    assert card.view.chart is not None
    assert not card.button.isVisible()


def test_an_answer_that_comes_late_is_not_shown(qtbot: QtBot, sample: Context) -> None:
    card = shown(qtbot, sample)
    card.tabs.setCurrentIndex(SERAPAN)
    look_at(qtbot, card, CAPAIAN)
    assert card.view.chart == read_beranda(sample.office, TAHUN).grafik


def test_a_card_is_as_high_as_its_chart(qtbot: QtBot, sample: Context) -> None:
    """Beside a long column of cards neither white nor a stretched line stands in it."""
    above, long = QWidget(), QWidget()
    long.setMinimumHeight(1500)
    card = ChartCard(sample)
    columns = make_columns(above, (long,), (card,))
    qtbot.addWidget(columns)
    columns.resize(1000, 600)
    columns.show()
    card.show_beranda(read_beranda(sample.office, TAHUN))
    for tab in (CAPAIAN, TREN, SERAPAN):
        look_at(qtbot, card, tab)
        assert card.view.height() == card.view.minimumHeight()
        assert card.height() < 700
