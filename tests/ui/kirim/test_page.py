import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.kantor.data_entry import change_field
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.services.kiriman.komentar import CATATAN, KOMENTAR
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.ui.base.sizes import format_ukuran
from kinerja_desktop.ui.kirim import page as kirim_page
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    TW1,
    attach_scan,
    indikator_id,
    keep_plans,
    sign_perjanjian,
)
from tests.services.lkjip.office import complete
from tests.ui.speech import Speech
from tests.ui.window import current_page, open_window

Opened = tuple[MainWindow, KirimPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One stick that can be written, and one that is locked."""
    folder = tmp_path / "STIK"
    folder.mkdir()
    drives = [
        Drive(tmp_path / "KUNCI", "LAMA", 5_000_000_000, is_writable=False),
        Drive(folder, "SAKIP", 3_200_000_000),
    ]
    monkeypatch.setattr(kirim_page, "list_drives", lambda: drives)
    return folder


@pytest.fixture
def opened(qtbot: QtBot, muncar: Office, speech: Speech, stick: Path) -> Iterator[Opened]:
    finalize(muncar, TAHUN, TANGGAL)
    with open_page(qtbot, muncar) as opened:
        yield opened


def open_page(qtbot: QtBot, office: Office, periode: Periode = TAHUN) -> Any:
    from contextlib import contextmanager

    @contextmanager
    def opening() -> Iterator[Opened]:
        with open_window(qtbot, office, (KirimPage,), periode) as window:
            page = current_page(window)
            assert isinstance(page, KirimPage)
            wait(qtbot, (window, page))
            yield window, page

    return opening()


def wait(qtbot: QtBot, opened: Opened) -> None:
    window, page = opened
    tasks = window.context.tasks
    qtbot.waitUntil(lambda: not page._timer.isActive() and tasks.pending == 0, timeout=20_000)


def cells(page: KirimPage, row: int) -> list[str]:
    model = page.log.model
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_a_draft_cannot_be_sent_and_leads_to_pengukuran(
    qtbot: QtBot, muncar: Office, speech: Speech, stick: Path
) -> None:
    with open_page(qtbot, muncar) as (window, page):
        assert "belum final" in page.contents.summary.text()
        assert not page.destination.write_button.isEnabled()
        assert page.contents.table.isHidden()
        wanted: list[str] = []
        window.context.page_wanted.disconnect()
        window.context.page_wanted.connect(lambda key, _: wanted.append(key))
        qtbot.mouseClick(page.contents.open_button, LEFT)
        assert wanted == ["pengukuran"]


def test_what_goes_in_is_listed_with_sizes_and_what_is_missing(opened: Opened) -> None:
    _, page = opened
    model = page.contents.model
    rows = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert rows == [
        "Surat pengantar · 00_SURAT_PENGANTAR.pdf",
        "Pengukuran Kinerja (PDF) · Pengukuran_Kinerja_2024.pdf",
        "Pengukuran Kinerja (Excel) · Pengukuran_Kinerja_2024.xlsx",
        "Data · data.json",
    ]
    assert model.data(model.index(0, 1)).endswith(" kB")
    assert "Surat pengantar belum bernomor" in page.contents.warnings.text()
    assert page.contents.open_button.isHidden()


def test_nothing_missing_is_said_when_nothing_is_missing(
    qtbot: QtBot, muncar: Office, speech: Speech, stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(muncar, indikator_id(muncar), TAHUN, tmp_path / "Survei.pdf")
    surat.set_nomor(muncar, TAHUN, "065/1")
    sign_perjanjian(muncar)
    complete(muncar)
    keep_plans(muncar)
    finalize_lkjip(muncar, TAHUN.tahun, TANGGAL)
    with open_page(qtbot, muncar) as (_, page):
        # The print goes along; the page that was signed does not, and the page explains that.
        assert page.contents.warnings.text() == (
            "• Pengukuran Kinerja Tahun 2024 yang ditandatangani belum dilampirkan: lampirkan "
            "pindaian atau fotonya di Dokumen."
        )
        assert not page.contents.meaning.isHidden()
    attach_scan(muncar, tmp_path)
    with open_page(qtbot, muncar) as (_, page):
        assert page.contents.warnings.isHidden()


def test_a_locked_stick_is_shown_but_not_chosen(opened: Opened, stick: Path) -> None:
    _, page = opened
    texts = [page.destination.list.item(row).text() for row in range(2)]
    assert "dikunci dari penulisan" in texts[0]
    assert "SAKIP" in texts[1]
    assert "sisa 3,2 GB" in texts[1]
    assert page.destination.path() == stick
    assert page.destination.write_button.isEnabled()


def test_a_package_is_written_and_read_back_and_logged(
    qtbot: QtBot, opened: Opened, stick: Path, muncar: Office
) -> None:
    _, page = opened
    qtbot.mouseClick(page.destination.write_button, LEFT)
    assert page.strip.isVisible()
    assert not page.destination.write_button.isEnabled()
    wait(qtbot, opened)
    path = stick / "SAKIP_MUNCAR_2024_TAHUNAN_20250115"
    assert "sudah dibaca ulang" in page.result.text()
    assert str(path) in page.result.text()
    assert transfer.verify_package(path)[1] == []
    assert page.strip.isHidden()
    assert page.destination.write_button.isEnabled()
    (row,) = transfer.list_kiriman(muncar)
    assert row.kode in page.result.text()
    assert cells(page, 0)[1:4] == ["Tahun 2024", path.name, str(stick)]
    assert cells(page, 0)[-2:] == [row.kode, "belum dicatat"]


def test_cancelling_leaves_nothing_on_the_stick(
    qtbot: QtBot, opened: Opened, stick: Path, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened
    send = transfer.send_package

    def send_and_press(office: Any, isi: Any, folder: Any, report: Any, cancelled: Any) -> Path:
        report(1, 9, "Menulis 00_SURAT_PENGANTAR.pdf")
        qtbot.waitUntil(cancelled)
        return send(office, isi, folder, report, cancelled)

    monkeypatch.setattr(kirim_page, "send_package", send_and_press)
    qtbot.mouseClick(page.destination.write_button, LEFT)
    qtbot.waitUntil(lambda: page.strip.label.text().startswith("Menulis"))
    assert page.strip.bar.maximum() == 9
    qtbot.mouseClick(page.strip.cancel_button, LEFT)
    assert page.strip.label.text() == "Membatalkan…"
    assert not page.strip.cancel_button.isEnabled()
    wait(qtbot, opened)
    assert page.result.text() == (
        "Penulisan paket dibatalkan. Tidak ada yang tertinggal di flashdisk."
    )
    assert list(stick.iterdir()) == []
    assert transfer.list_kiriman(muncar) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [(errno.ENOSPC, "penuh"), (errno.EROFS, "dikunci"), (errno.EIO, "terlepas atau rusak")],
)
def test_a_stick_that_fails_is_told_in_one_sentence(
    qtbot: QtBot,
    opened: Opened,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    told: str,
) -> None:
    _, page = opened
    mkdir = Path.mkdir

    def fail(self: Path, *arguments: Any, **options: Any) -> None:
        if self.is_relative_to(stick):
            raise OSError(code, "x", str(self))
        mkdir(self, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", fail)
    qtbot.mouseClick(page.destination.write_button, LEFT)
    wait(qtbot, opened)
    assert told in page.result.text()
    assert list(stick.iterdir()) == []
    assert page.destination.write_button.isEnabled()


def test_a_folder_can_be_chosen_and_stays_after_refreshing(
    qtbot: QtBot, opened: Opened, speech: Speech, stick: Path, tmp_path: Path
) -> None:
    _, page = opened
    qtbot.mouseClick(page.destination.folder_button, LEFT)
    assert page.destination.path() == stick
    speech.answers["choose_folder"] = tmp_path
    qtbot.mouseClick(page.destination.folder_button, LEFT)
    assert page.destination.path() == tmp_path
    qtbot.mouseClick(page.destination.refresh_button, LEFT)
    wait(qtbot, opened)
    assert page.destination.path() == tmp_path


def test_without_a_stick_the_page_says_what_to_do(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened
    monkeypatch.setattr(kirim_page, "list_drives", list)
    qtbot.mouseClick(page.destination.refresh_button, LEFT)
    wait(qtbot, opened)
    assert page.destination.list.isHidden()
    assert "Colokkan" in page.destination.empty.text()
    assert not page.destination.write_button.isEnabled()
    page._write()
    assert not page.strip.is_busy


def test_a_package_that_is_whole_is_called_whole(
    qtbot: QtBot, opened: Opened, speech: Speech, stick: Path, muncar: Office
) -> None:
    _, page = opened
    qtbot.mouseClick(page.destination.write_button, LEFT)
    wait(qtbot, opened)
    path = stick / "SAKIP_MUNCAR_2024_TAHUNAN_20250115"
    page.tabs.setCurrentWidget(page.log)
    speech.answers["choose_folder"] = path
    qtbot.mouseClick(page.log.check_button, LEFT)
    wait(qtbot, opened)
    (said,) = speech.said
    assert said.startswith(f"masalah: Paket {path.name} utuh: 4 berkas")
    assert "perlu diperhatikan" not in said
    for words in (
        f"Final: Pengukuran Kinerja Tahun 2024 · kode {transfer.list_kiriman(muncar)[0].kode}",
        "Pengirim: Kecamatan Muncar, Kabupaten Banyuwangi",
        "Tidak dibuktikan oleh kode, hanya tercatat dalam kode paket: 00_SURAT_PENGANTAR.pdf",
    ):
        assert words in said


def test_a_package_with_changed_files_is_told_line_by_line(
    qtbot: QtBot, opened: Opened, speech: Speech, stick: Path
) -> None:
    _, page = opened
    qtbot.mouseClick(page.destination.write_button, LEFT)
    wait(qtbot, opened)
    path = stick / "SAKIP_MUNCAR_2024_TAHUNAN_20250115"
    (path / "data" / "00_SURAT_PENGANTAR.pdf").write_bytes(b"lain")
    (path / "data" / "tambahan.txt").write_bytes(b"x")
    speech.answers["choose_folder"] = path
    qtbot.mouseClick(page.log.check_button, LEFT)
    wait(qtbot, opened)
    (said,) = speech.said
    assert said.startswith(f"masalah: Paket {path.name} tidak utuh:")
    assert "00_SURAT_PENGANTAR.pdf" in said
    assert "tambahan.txt" in said


def test_checking_can_be_turned_away(qtbot: QtBot, opened: Opened, speech: Speech) -> None:
    _, page = opened
    qtbot.mouseClick(page.log.check_button, LEFT)
    assert not page.strip.is_busy
    assert speech.said == []


def test_who_received_it_is_noted_by_keyboard(
    qtbot: QtBot, opened: Opened, speech: Speech, muncar: Office
) -> None:
    window, page = opened
    page._note_receipt()
    assert speech.asked == []
    qtbot.mouseClick(page.destination.write_button, LEFT)
    wait(qtbot, opened)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert page.tabs.currentWidget() is page.log
    assert "penerima: belum dicatat" in page.log.detail.text()
    qtbot.mouseClick(page.log.receipt_button, LEFT)
    assert transfer.list_kiriman(muncar)[0].penerima == ""
    speech.answers["ask_text"] = "Siti Aminah"
    page.log.table.doubleClicked.emit(page.log.model.index(0, 0))
    wait(qtbot, opened)
    assert cells(page, 0)[-1] == "Siti Aminah"
    assert "Siti Aminah" in page.log.detail.text()
    speech.answers["ask_text"] = " "
    qtbot.mouseClick(page.log.receipt_button, LEFT)
    assert speech.said == ["galat: Nama penerima belum ditulis. Tulis nama pada tanda terima."]


def test_the_letters_are_opened_on_their_page(qtbot: QtBot, opened: Opened) -> None:
    window, page = opened
    wanted: list[tuple[str, Any]] = []
    window.context.page_wanted.disconnect()
    window.context.page_wanted.connect(lambda *what: wanted.append(what))
    for button in (page.letter_button, page.receipt_button):
        qtbot.mouseClick(button, LEFT)
    assert wanted == [
        ("dokumen", Permintaan("surat-pengantar", TAHUN)),
        ("dokumen", Permintaan("tanda-terima", TAHUN)),
    ]


def test_another_page_can_ask_for_a_period(qtbot: QtBot, opened: Opened) -> None:
    window, page = opened
    window.open_page("kirim", TW1)
    wait(qtbot, opened)
    assert page.contents.heading.text() == "Isi paket Triwulan I Tahun 2024"
    assert "belum final" in page.contents.summary.text()


def test_a_bug_is_not_shown_as_a_full_stick(opened: Opened) -> None:
    _, page = opened
    with pytest.raises(ZeroDivisionError):
        page._tell(ZeroDivisionError())


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 kB"), (1_200, "1,2 kB"), (42_300, "42 kB"), (1_200_000, "1,2 MB"),
     (3_200_000_000, "3,2 GB"), (5_000_000_000_000_000, "5.000 TB")],
)  # fmt: skip
def test_sizes_are_written_as_on_a_stick(count: int, text: str) -> None:
    assert format_ukuran(count) == text


def test_what_nobody_looks_at_is_not_built(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    window, page = opened
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")
    page.hide()
    wait(qtbot, opened)
    busy: list[int] = []
    window.context.tasks.busy_changed.connect(busy.append)
    page.show()
    wait(qtbot, opened)
    assert busy


def test_who_is_led_to_what_bappeda_said_goes_on_there_by_keyboard(opened: Opened) -> None:
    window, page = opened
    window.top.tahun.setFocus()
    page.receive(KOMENTAR)
    assert page.tabs.currentWidget() is page.comments
    assert page.comments.read_button.hasFocus()
    page.receive(CATATAN)
    assert page.tabs.currentWidget() is page.log
