"""Whatever is dropped finds the page that it is for, from wherever it is dropped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.services.dokumen.tertanda import list_tertanda
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.pengukuran.bukti import list_bukti
from kinerja_desktop.services.riwayat.workbook import export_workbook
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengukuran.dropped import are_evidence
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.shell.dropping import find_page
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.documents.pictures.scans import photograph
from tests.finals import finalize
from tests.services.dokumen.papers import TANGGAL
from tests.ui.pengumpulan.window import drop
from tests.ui.speech import Speech
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TAHUN = Periode(2024)
WANTED = Permintaan("pengukuran-kinerja", TAHUN)


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, muncar: Office, speech: Speech) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, PAGES, TAHUN) as opened:
        yield opened


def photo(path: Path, *kode: str) -> Path:
    photograph(*kode, size=(1400, 900), side=150).save(path)
    return path


def indikator(office: Office, kode: str) -> TempatIndikator:
    (row,) = list_rows(office, "indikator", kode=kode)
    return TempatIndikator(TAHUN, row["id"], None)


@pytest.mark.parametrize("page", ["beranda", "riwayat", "lkjip"])
def test_a_scan_finds_its_final_from_any_page(
    qtbot: QtBot, window: MainWindow, muncar: Office, tmp_path: Path, page: str
) -> None:
    kode = finalize(muncar, TAHUN, TANGGAL).kode
    window.open_page(page)
    settle(qtbot, window)
    drop(window, [photo(tmp_path / "tertanda.png", kode)])
    qtbot.waitUntil(lambda: bool(list_tertanda(muncar, WANTED)), timeout=20_000)
    settle(qtbot, window)
    assert current_page(window).KEY == "dokumen"


def test_a_photo_that_shows_no_final_says_where_it_belongs(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, speech: Speech
) -> None:
    drop(window, [photo(tmp_path / "rapat.png")])
    qtbot.waitUntil(lambda: isinstance(current_page(window), DokumenPage), timeout=20_000)
    page = current_page(window)
    assert isinstance(page, DokumenPage)
    qtbot.waitUntil(page.signed.refused.isVisible, timeout=20_000)
    assert "jatuhkan di Pengukuran, pada indikatornya" in page.signed.refused.note.text()
    # It stands in the page; no box has to be closed.
    assert speech.said == []
    settle(qtbot, window)


def test_on_a_figure_it_is_its_evidence(
    qtbot: QtBot, window: MainWindow, muncar: Office, tmp_path: Path
) -> None:
    place = indikator(muncar, "IKU-2")
    window.open_page("pengukuran", place)
    settle(qtbot, window)
    drop(window, [photo(tmp_path / "survei.png")], on_the_line_of(window, place))
    qtbot.waitUntil(lambda: bool(list_bukti(muncar, place.indikator, TAHUN)), timeout=20_000)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    assert page.panel.tabs.currentWidget() is page.panel.evidence
    # What is final takes no more evidence: what comes then is a scan of the signed paper.
    kode = finalize(muncar, TAHUN, TANGGAL).kode
    settle(qtbot, window)
    drop(window, [photo(tmp_path / "tertanda.png", kode)])
    qtbot.waitUntil(lambda: bool(list_tertanda(muncar, WANTED)), timeout=20_000)
    assert len(list_bukti(muncar, place.indikator, TAHUN)) == 1
    settle(qtbot, window)


def on_the_line_of(window: MainWindow, place: TempatIndikator, column: int = 1) -> QPoint:
    """Return where in the window the line of an indicator stands."""
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    index = page.model.entry_index(str(place.indikator)).siblingAtColumn(column)
    page.table.scrollTo(index)
    lines = page.table.viewport()
    return lines.mapTo(window, page.table.visualRect(index).center())


def test_evidence_belongs_to_the_figure_on_which_it_is_dropped(
    qtbot: QtBot, window: MainWindow, muncar: Office, tmp_path: Path
) -> None:
    chosen, meant = indikator(muncar, "IKU-1"), indikator(muncar, "IKU-3")
    window.open_page("pengukuran", chosen)
    settle(qtbot, window)
    drop(window, [photo(tmp_path / "survei.png")], on_the_line_of(window, meant))
    qtbot.waitUntil(lambda: bool(list_bukti(muncar, meant.indikator, TAHUN)), timeout=20_000)
    settle(qtbot, window)
    assert list_bukti(muncar, chosen.indikator, TAHUN) == []
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    item = page.model.indikator_at(page.table.currentIndex())
    assert item is not None
    assert item.bahan.id == str(meant.indikator), "the panel tells of it"
    # On the panel it is the figure of which that tells.
    panel = page.panel.mapTo(window, page.panel.rect().center())
    other = tmp_path / "foto.png"
    photograph(size=(900, 700), side=150).save(other)
    drop(window, [other], panel)
    qtbot.waitUntil(lambda: len(list_bukti(muncar, meant.indikator, TAHUN)) == 2, timeout=20_000)
    settle(qtbot, window)


def test_of_a_mixed_bunch_on_a_line_what_can_be_evidence_is(
    qtbot: QtBot, window: MainWindow, muncar: Office, tmp_path: Path, speech: Speech
) -> None:
    meant = indikator(muncar, "IKU-3")
    window.open_page("pengukuran", meant)
    settle(qtbot, window)
    names = {"virus.exe": b"MZ", "nol.pdf": b"", "catatan.txt": b"rapat 3 Oktober"}
    for name, content in names.items():
        (tmp_path / name).write_bytes(content)
    bunch = [tmp_path / name for name in names] + [photo(tmp_path / "foto.png")]
    drop(window, bunch, on_the_line_of(window, meant))
    qtbot.waitUntil(lambda: bool(speech.said), timeout=20_000)
    settle(qtbot, window)
    assert current_page(window).KEY == "pengukuran"
    found = [bukti.nama for bukti in list_bukti(muncar, meant.indikator, TAHUN)]
    assert sorted(found) == ["catatan.txt", "foto.png"]
    # All that was refused stands in one box.
    (said,) = speech.said
    assert "virus.exe" in said
    assert "nol.pdf" in said
    told = window.statusBar().currentMessage()
    assert told.startswith("2 dari 4 berkas dilampirkan pada ")


@pytest.mark.parametrize(
    ("name", "is_evidence"),
    [
        ("rapat.docx", True),
        ("catatan.txt", True),
        ("FORM.XLSX", False),
        ("tabel.csv", False),
        ("kantor.sop.json", False),
        ("TANDA_TERIMA_MUNCAR_2024.json", False),
        ("map", False),
    ],
)
def test_what_has_a_page_of_its_own_is_no_evidence(
    tmp_path: Path, name: str, is_evidence: bool
) -> None:
    path = tmp_path / name
    if path.suffix:
        path.write_text("{}", encoding="utf-8")
    else:
        path.mkdir()
    assert are_evidence([path]) is is_evidence
    # Beside a photo all of it was meant for the line.
    assert are_evidence([path, tmp_path / "foto.png"])


def test_evidence_on_a_heading_belongs_to_no_figure(
    qtbot: QtBot, window: MainWindow, muncar: Office, tmp_path: Path
) -> None:
    chosen = indikator(muncar, "IKU-1")
    window.open_page("pengukuran", chosen)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    heading = page.table.visualRect(page.model.index(0, 1)).center()
    assert page.model.indikator_at(page.model.index(0, 0)) is None
    drop(window, [photo(tmp_path / "foto.png")], page.table.viewport().mapTo(window, heading))
    qtbot.wait(50)
    settle(qtbot, window)
    told = "Bukti belum dilampirkan: jatuhkan pada baris indikatornya."
    assert window.statusBar().currentMessage() == told
    assert list_bukti(muncar, chosen.indikator, TAHUN) == []


def test_the_offices_workbook_opens_in_its_tab(
    qtbot: QtBot, window: MainWindow, muncar: Office, tmp_path: Path
) -> None:
    path = tmp_path / "buku.xlsx"
    export_workbook(muncar, path)
    drop(window, [path])
    qtbot.waitUntil(lambda: current_page(window).KEY == "pengumpulan", timeout=20_000)
    page = current_page(window)
    assert isinstance(page, PengumpulanPage)
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == 2, timeout=20_000)
    settle(qtbot, window)
    assert page.open_workbook().shown.isVisible()


def test_a_package_is_checked(
    qtbot: QtBot, window: MainWindow, muncar: Office, tmp_path: Path, speech: Speech
) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    package = send_package(muncar, compose_package(muncar, TAHUN), tmp_path)
    drop(window, [package])
    qtbot.waitUntil(lambda: bool(speech.said), timeout=60_000)
    settle(qtbot, window)
    assert current_page(window).KEY == "kirim"
    assert f"Paket {package.name} utuh" in speech.said[-1]
    # A folder that is none is looked through for what Bappeda gave back, from any page.
    reply = tmp_path / "TANDA_TERIMA_MUNCAR_2024.json"
    reply.write_text("{}", encoding="utf-8")
    for dropped in (tmp_path, reply):
        speech.said.clear()
        window.open_page("beranda")
        settle(qtbot, window)
        drop(window, [dropped])
        qtbot.waitUntil(lambda: bool(speech.said), timeout=20_000)
        settle(qtbot, window)
        assert current_page(window).KEY == "kirim"
        assert "0 hal dicatat dari Bappeda" in speech.said[-1]
    reply.unlink()
    drop(window, [tmp_path])
    qtbot.waitUntil(lambda: "tanda terima atau komentar" in speech.said[-1], timeout=20_000)
    settle(qtbot, window)


def test_what_was_not_read_is_gone_with_the_next_drop(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_page("pengumpulan")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengumpulanPage)
    for name in ("satu.xlsx", "dua.xlsx"):
        (tmp_path / name).write_bytes(b"bukan buku kerja")
        drop(window, [tmp_path / name])
        qtbot.wait(20)
        settle(qtbot, window)
    assert page.forms.receive.files_model.rowCount() == 1


@pytest.mark.parametrize(
    ("names", "page"),
    [
        (["a.jpg", "b.PDF"], "dokumen"),
        (["a.jpg", "formulir.xlsx"], "pengumpulan"),
        (["formulir.ods"], "pengumpulan"),
        (["sop.sop.json"], "sop"),
        (["map"], "pengumpulan"),
    ],
)
def test_files_are_told_apart_by_what_they_are(tmp_path: Path, names: list[str], page: str) -> None:
    assert find_page([tmp_path / name for name in names]) == page
