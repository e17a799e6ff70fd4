"""A scan of the signed paper is attached on the page where the paper is printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.tertanda import list_tertanda
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.store.queries.pengukuran import find_final
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.dokumen import signed
from tests.documents.pictures.scans import LAIN, photograph
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL, TW1, finalize_triwulan
from tests.services.lkjip.office import complete
from tests.ui.dokumen.reading import state_of
from tests.ui.dokumen.test_page import Opened, wait
from tests.ui.speech import Speech
from tests.ui.stopping import last_state, press_batal

LEFT = Qt.MouseButton.LeftButton
WANTED = Permintaan("pengukuran-kinerja", TAHUN)


def photo(path: Path, *kode: str) -> Path:
    photograph(*kode, size=(1400, 900), side=150).save(path)
    return path


@pytest.fixture
def pick(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What is picked when files are asked for."""

    def answer(*paths: Path) -> None:
        monkeypatch.setattr(dialogs, "choose_files", lambda *_: list(paths))

    return answer


def test_a_draft_offers_none(opened: Opened) -> None:
    _, page = opened
    assert page.signed.isHidden()


def test_it_is_attached_seen_taken_away_and_brought_back(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    tmp_path: Path,
    pick: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, page = opened
    final = finalize(muncar, TAHUN, TANGGAL)
    wait(qtbot, opened)
    assert page.signed.isVisible()
    assert "Lampirkan pindaian atau fotonya" in page.signed.note.text()
    assert page.signed.open_button.isHidden()
    pick()
    QTest.mouseClick(page.signed.attach_button, LEFT)
    pick(photo(tmp_path / "tertanda.png", final.kode))
    QTest.mouseClick(page.signed.attach_button, LEFT)
    wait(qtbot, opened)
    (kept,) = list_tertanda(muncar, WANTED)
    assert kept.nama == "tertanda.png"
    assert page.signed.note.text().startswith("Ditandatangani: tertanda.png, dilampirkan ")
    assert page.signed.note.text().endswith(f"kode {final.kode} terbaca.")
    assert state_of(page.side.list, WANTED.kunci).startswith("Final, ditandatangani")
    shown: list[object] = []
    monkeypatch.setattr(signed, "open_kept_file", lambda *words: shown.append(words[-1]))
    QTest.mouseClick(page.signed.open_button, LEFT)
    assert shown == [kept.id]
    QTest.mouseClick(page.signed.remove_button, LEFT)
    wait(qtbot, opened)
    assert list_tertanda(muncar, WANTED) == []
    window.top.undo_action.trigger()
    wait(qtbot, opened)
    assert list_tertanda(muncar, WANTED) == [kept]
    assert "tertanda.png" in page.signed.note.text()


@pytest.mark.parametrize("at", [1, 2])
def test_attaching_is_stopped_although_the_kode_was_read(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    tmp_path: Path,
    speech: Speech,
    pick: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    at: int,
) -> None:
    """What had been read until *Batal* used to be attached all the same."""
    window, page = opened
    final = finalize(muncar, TAHUN, TANGGAL)
    wait(qtbot, opened)
    state = muncar.journal.state()
    # The second, chosen together with it, is not read either.
    pick(photo(tmp_path / "tertanda.png", final.kode), photo(tmp_path / "lagi.png", final.kode))
    press_batal(monkeypatch, page.strip, at)
    QTest.mouseClick(page.signed.attach_button, LEFT)
    wait(qtbot, opened)
    assert last_state(window) is WorkState.CANCELLED
    assert window.statusBar().currentMessage().startswith("Pelampiran dibatalkan.")
    assert list_tertanda(muncar, WANTED) == []
    assert muncar.journal.state() == state
    assert speech.said == []


def test_another_paper_is_refused_and_an_unreadable_one_asked_about(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    tmp_path: Path,
    speech: Speech,
    pick: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, page = opened
    finalize(muncar, TAHUN, TANGGAL)
    wait(qtbot, opened)
    pick(photo(tmp_path / "lain.png", LAIN))
    QTest.mouseClick(page.signed.attach_button, LEFT)
    wait(qtbot, opened)
    assert f"memuat kode {LAIN}" in page.signed.refused.note.text()
    assert not page.signed.refused.there_button.isVisible()
    dark = photo(tmp_path / "gelap.png")
    for answer, count in ((False, 0), (True, 1)):
        monkeypatch.setattr(dialogs, "confirm", lambda *_words, said=answer: said)
        pick(dark)
        QTest.mouseClick(page.signed.attach_button, LEFT)
        wait(qtbot, opened)
        assert len(list_tertanda(muncar, WANTED)) == count


def test_a_scan_that_is_dropped_finds_its_paper(
    qtbot: QtBot, opened: Opened, muncar: Office, tmp_path: Path, speech: Speech
) -> None:
    window, page = opened
    final = finalize(muncar, TAHUN, TANGGAL)
    page.side.list.choose("sop")
    wait(qtbot, opened)
    assert not page.take_dropped([tmp_path / "buku.xlsx"])
    assert not page.take_dropped([])
    assert page.take_dropped([photo(tmp_path / "tertanda.png", LAIN, final.kode)])
    wait(qtbot, opened)
    assert len(list_tertanda(muncar, WANTED)) == 1
    assert "Pengukuran Kinerja Tahun 2024" in window.statusBar().currentMessage()
    # Nothing is chosen that it could be, and it bears no kode of this office.
    page.side.list.choose("sop")
    wait(qtbot, opened)
    assert page.take_dropped([photo(tmp_path / "asing.png", LAIN)])
    wait(qtbot, opened)
    assert "Tidak ada dokumen final kantor ini" in page.signed.refused.note.text()
    QTest.mouseClick(page.signed.refused.close_button, LEFT)
    assert page.signed.refused.isHidden()
    assert speech.said == []


def test_several_photos_come_at_once_and_any_of_them_is_seen_or_taken_off(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    tmp_path: Path,
    pick: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, page = opened
    final = finalize(muncar, TAHUN, TANGGAL)
    wait(qtbot, opened)
    said: list[str] = []
    window.context.said.connect(said.append)
    names = [f"halaman{number}.png" for number in (1, 2, 3)]
    # Two photos of one paper are never the same dots.
    pick(*(photo(tmp_path / name, final.kode, *[LAIN] * n) for n, name in enumerate(names)))
    QTest.mouseClick(page.signed.attach_button, LEFT)
    qtbot.waitUntil(lambda: len(list_tertanda(muncar, WANTED)) == 3)
    wait(qtbot, opened)
    choice = page.signed.choice
    assert [choice.itemText(row) for row in range(choice.count())] == [
        f"{number} dari 3 · {name}" for number, name in enumerate(names, start=1)
    ]
    assert choice.currentIndex() == 2
    choice.setCurrentIndex(0)
    assert page.signed.note.text().startswith("Ditandatangani: halaman1.png, ")
    shown: list[object] = []
    monkeypatch.setattr(signed, "open_kept_file", lambda *words: shown.append(words[-1]))
    QTest.mouseClick(page.signed.open_button, LEFT)
    assert shown == [list_tertanda(muncar, WANTED)[0].id]
    QTest.mouseClick(page.signed.remove_button, LEFT)
    wait(qtbot, opened)
    assert [item.nama for item in list_tertanda(muncar, WANTED)] == names[1:]
    assert said[-1] == "halaman1.png dilepas dari dokumen ini; Ctrl+Z mengembalikannya."


def test_pages_that_come_with_the_page_of_the_kode_are_of_its_paper(
    qtbot: QtBot, opened: Opened, muncar: Office, tmp_path: Path, speech: Speech
) -> None:
    _, page = opened
    year = finalize(muncar, TAHUN, TANGGAL)
    finalize_triwulan(muncar)
    # Another paper is shown than the one whose pages come.
    page.side.list.choose("sop")
    wait(qtbot, opened)
    first, last = tmp_path / "p-1.png", photo(tmp_path / "p-2.png", year.kode)
    photograph(size=(800, 600), side=150).save(first)
    assert page.take_dropped([first, last])
    qtbot.waitUntil(lambda: len(list_tertanda(muncar, WANTED)) == 2)
    wait(qtbot, opened)
    kept = {item.nama: item.keterangan for item in list_tertanda(muncar, WANTED)}
    assert kept == {"p-1.png": "kode tidak terbaca", "p-2.png": f"kode {year.kode} terbaca"}
    assert page.signed.refused.isHidden()
    assert speech.said == []


def test_a_page_without_kode_beside_two_papers_is_refused(
    qtbot: QtBot, opened: Opened, muncar: Office, tmp_path: Path, speech: Speech
) -> None:
    _, page = opened
    year = finalize(muncar, TAHUN, TANGGAL)
    quarter = finalize_triwulan(muncar)
    page.side.list.choose("sop")
    wait(qtbot, opened)
    blank = tmp_path / "p-1.png"
    photograph(size=(800, 600), side=150).save(blank)
    both = [photo(tmp_path / f"{final.kode}.png", final.kode) for final in (year, quarter)]
    assert page.take_dropped([blank, *both])
    qtbot.waitUntil(lambda: page.signed.refused.isVisibleTo(page))
    wait(qtbot, opened)
    assert "QR yang terbaca pada p-1.png" in page.signed.refused.note.text()
    assert len(list_tertanda(muncar, WANTED)) == 1


def test_one_file_that_is_refused_does_not_keep_the_others_out(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    tmp_path: Path,
    speech: Speech,
    pick: Callable[..., None],
) -> None:
    _, page = opened
    final = finalize(muncar, TAHUN, TANGGAL)
    wait(qtbot, opened)
    broken = tmp_path / "rusak.png"
    broken.write_bytes(b"bukan gambar")
    pick(broken, photo(tmp_path / "baik.png", final.kode))
    QTest.mouseClick(page.signed.attach_button, LEFT)
    qtbot.waitUntil(lambda: len(list_tertanda(muncar, WANTED)) == 1)
    assert "rusak.png bukan foto atau pindaian" in page.signed.refused.note.text()
    assert speech.said == []


def test_the_scan_of_a_report_that_holds_the_paper_too_is_asked_about(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    tmp_path: Path,
    pick: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An LKjIP has the Pengukuran in its annex, with the kode of both."""
    _, page = opened
    complete(muncar)
    with muncar.journal.reading() as session:
        final = find_final(session, TAHUN, None)
    assert final is not None
    report = finalize_lkjip(muncar, TAHUN.tahun, TANGGAL)
    wait(qtbot, opened)
    asked: list[str] = []

    def answer(_parent: object, question: str, *_words: str) -> bool:
        asked.append(question)
        return len(asked) > 1

    monkeypatch.setattr(dialogs, "confirm", answer)
    pick(photo(tmp_path / "lkjip.png", report.kode, final.kode))
    for count in (0, 1):
        QTest.mouseClick(page.signed.attach_button, LEFT)
        wait(qtbot, opened)
        assert len(list_tertanda(muncar, WANTED)) == count
    assert asked == [f"lkjip.png memuat kode {LKJIP.judul} Tahun 2024."] * 2


def test_the_scan_of_another_paper_is_attached_there_at_a_press(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    tmp_path: Path,
    speech: Speech,
    pick: Callable[..., None],
) -> None:
    window, page = opened
    finalize(muncar, TAHUN, TANGGAL)
    kode = finalize_triwulan(muncar).kode
    wait(qtbot, opened)
    name = "Pengukuran Kinerja Triwulan I Tahun 2024"
    pick(photo(tmp_path / "tw1.png", kode))
    QTest.mouseClick(page.signed.attach_button, LEFT)
    wait(qtbot, opened)
    refused = page.signed.refused
    assert f"tw1.png adalah kertas {name}, bukan Pengukuran" in refused.note.text()
    assert refused.there_button.text() == f"Lampirkan pada {name}"
    QTest.mouseClick(refused.there_button, LEFT)
    wait(qtbot, opened)
    assert len(list_tertanda(muncar, Permintaan("pengukuran-kinerja", TW1))) == 1
    assert refused.isHidden()
    # The paper that has it now is shown, with its triwulan.
    assert window.context.periode == TW1
    assert page.signed.note.text().startswith("Ditandatangani: tw1.png")
    assert speech.said == []


def test_what_is_dropped_shows_the_paper_and_year_that_have_it_now(
    qtbot: QtBot, opened: Opened, muncar: Office, tmp_path: Path
) -> None:
    window, page = opened
    kode = finalize(muncar, TAHUN, TANGGAL).kode
    window.context.set_periode(Periode(2025))
    wait(qtbot, opened)
    assert page.take_dropped([photo(tmp_path / "s_foto.png", kode)])
    wait(qtbot, opened)
    assert window.context.periode == TAHUN
    assert page.permintaan() == WANTED
    assert page.signed.note.text().startswith("Ditandatangani: s_foto.png")
