from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.awal.penutupan import close_tenggat
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.riwayat.second_place import back_up_elsewhere, choose_second_place
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.page import BerandaPage
from tests.conftest import Clock
from tests.finals import finalize
from tests.tampering import began

TAHUN = Periode(2024)


@pytest.fixture
def page(qtbot: QtBot, sample: Context) -> BerandaPage:
    """On an office that owes nothing of earlier years."""
    items = [i for i in read_beranda(sample.office, TAHUN).tenggat if i.lampau]
    close_tenggat(sample.office, items, "dikerjakan dengan Word")
    made = BerandaPage(sample)
    qtbot.addWidget(made)
    return made


def show(qtbot: QtBot, page: BerandaPage) -> None:
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: page.context.tasks.pending == 0)
    # Widgets added to a shown page appear with the next layout.
    qtbot.wait(20)


def words(card: QWidget) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def click(qtbot: QtBot, card: QWidget, text: str) -> None:
    button = next(b for b in card.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_called_empty_before_it_was_read(qtbot: QtBot, page: BerandaPage) -> None:
    """On a slow PC one would think that all is lost."""
    page.resize(1100, 700)
    page.show()
    for card in (page.due, page.steps, page.missing, page.chart):
        assert "Membaca data…" in words(card)
        assert "Belum ada" not in words(card)
        assert not [button for button in card.findChildren(QPushButton) if button.isVisible()]
    qtbot.waitUntil(lambda: page.context.tasks.pending == 0)
    qtbot.wait(20)
    for card in (page.due, page.steps, page.missing, page.chart):
        shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
        assert "Membaca data…" not in shown


def test_a_late_tindak_lanjut_leads_to_its_line(qtbot: QtBot, page: BerandaPage) -> None:
    office = page.context.office
    (row,) = list_rows(office, "indikator", kode="IKU-1")
    set_keterangan(
        office, row["id"], TAHUN, tindak_lanjut="Menambah petugas", batas_waktu=date(2025, 1, 10)
    )
    opened: list[tuple[str, object]] = []
    page.context.page_wanted.connect(lambda key, argument: opened.append((key, argument)))
    show(qtbot, page)
    # Friday to Wednesday: Monday, Tuesday and Wednesday are hari kerja.
    assert "terlambat 3 hari kerja" in words(page.due)
    assert "Menambah petugas" in words(page.due)
    click(qtbot, page.due, "Buka")
    assert opened == [("pengukuran", TempatIndikator(TAHUN, row["id"], is_narasi=True))]


def test_the_cards_tell_how_the_year_stands(qtbot: QtBot, page: BerandaPage) -> None:
    show(qtbot, page)
    assert "Tidak ada yang jatuh tempo" in words(page.due)
    assert "Belum ada SOP yang dijalankan." in words(page.steps)
    assert "Rata-rata capaian 102,88% (Sangat Tinggi), 9 dari 9 indikator." in words(page.chart)
    assert "△ Nilai SAKIP Kecamatan: di bawah target" in words(page.missing)


@pytest.mark.parametrize(
    ("card", "button", "key"),
    [("steps", "Mulai SOP…", "sop"), ("missing", "Buka Pengukuran", "pengukuran")],
)
def test_every_card_leads_to_its_page(
    qtbot: QtBot, page: BerandaPage, card: str, button: str, key: str
) -> None:
    show(qtbot, page)
    wanted: list[str] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append(name))
    click(qtbot, getattr(page, card), button)
    assert wanted == [key]


def test_what_is_late_is_said_in_working_days(
    qtbot: QtBot, page: BerandaPage, clock: Clock
) -> None:
    clock.moment += timedelta(days=60)
    show(qtbot, page)
    assert "28 Februari 2025, terlambat" in words(page.due)
    wanted: list[str] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append(name))
    click(qtbot, page.due, "Buka")
    assert wanted == ["lkjip"]


def test_running_sops_show_their_next_step(qtbot: QtBot, page: BerandaPage) -> None:
    office = page.context.office
    for triwulan in (None, 1, 2, 3):
        for item in list_sop(office)[:2]:
            start_case(office, item.id, Periode(2024, triwulan))
    show(qtbot, page)
    assert "dan 5 pelaksanaan lain." in words(page.steps)
    wanted: list[object] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append((name, argument)))
    click(qtbot, page.steps, "Buka")
    assert isinstance(wanted[0], tuple)
    assert wanted[0][0] == "sop"
    assert wanted[0][1] is not None


def test_a_final_year_can_be_sent(qtbot: QtBot, page: BerandaPage) -> None:
    finalize(page.context.office, TAHUN, date(2025, 1, 31))
    show(qtbot, page)
    assert "sudah final" in words(page.missing)
    click(qtbot, page.missing, "Kirim ke Bappeda")


def test_a_long_list_of_gaps_is_cut_and_counted(qtbot: QtBot, page: BerandaPage) -> None:
    office = page.context.office
    for row in list_rows(office, "indikator"):
        set_realisasi(office, row["id"], TAHUN, None)
    show(qtbot, page)
    assert "dan 3 hal lain." in words(page.missing)
    assert "9 data belum ada pengumpulnya: isi Pengumpul data" in words(page.missing)


def test_a_complete_year_says_so(qtbot: QtBot, page: BerandaPage) -> None:
    page.context.set_periode(Periode(2023))
    show(qtbot, page)
    assert "lengkap dan dapat dijadikan final" in words(page.missing)


@pytest.mark.parametrize(
    ("periode", "day"),
    [(Periode(2026), "1 Januari 2026"), (Periode(2025, 2), "1 April 2025"),
     (Periode(2025, 4), "1 Oktober 2025")],
)  # fmt: skip
def test_what_has_not_begun_is_no_arrears(
    qtbot: QtBot, page: BerandaPage, periode: Periode, day: str
) -> None:
    """The office's day is 15 January 2025."""
    page.context.set_periode(periode)
    show(qtbot, page)
    said = words(page.missing)
    assert f"{periode.label} baru mulai {day}, jadi belum ada yang perlu diisi" in said
    for arrears in ("■", "△", "belum diisi", "Belum menyerahkan", "belum ada pengumpulnya"):
        assert arrears not in said
    wanted: list[str] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append(name))
    click(qtbot, page.missing, "Buka Perjanjian Kinerja")
    assert wanted == ["perjanjian"]


def test_what_has_begun_today_tells_what_is_missing(
    qtbot: QtBot, page: BerandaPage, clock: Clock
) -> None:
    page.context.set_periode(Periode(2025, 2))
    clock.moment = clock.moment.replace(month=4, day=1)
    show(qtbot, page)
    assert "baru mulai" not in words(page.missing)


def test_an_empty_year_says_what_to_do(qtbot: QtBot, page: BerandaPage) -> None:
    page.context.set_periode(Periode(2019))
    show(qtbot, page)
    assert "Belum ada indikator untuk periode ini." in words(page.chart)


def test_the_page_follows_the_data(qtbot: QtBot, page: BerandaPage) -> None:
    show(qtbot, page)
    start_case(page.context.office, list_sop(page.context.office)[0].id, TAHUN)
    qtbot.waitUntil(lambda: "Tahun 2024" in words(page.steps))


# -- earlier years


def test_what_was_never_met_is_shown_until_it_is_closed(
    qtbot: QtBot, page: BerandaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.context.office.journal.undo()
    began(page.context.office, date(2020, 1, 15))
    show(qtbot, page)
    items = read_beranda(page.context.office, TAHUN).tenggat
    assert len(items) > 10
    assert lines(page) == [item.apa for item in items[:10]]
    click(qtbot, page.due, f"Tampilkan semua ({len(items)})")
    qtbot.wait(20)
    assert lines(page) == [item.apa for item in items]
    reasons: list[str | None] = [None, "dikerjakan dengan Word", "sama"]
    asked: list[str] = []

    def ask(parent: object, title: str, question: str, yes: str) -> str | None:
        asked.append(question)
        return reasons.pop(0)

    monkeypatch.setattr(dialogs, "ask_reason", ask)
    click(qtbot, page.due, "Tutup dengan alasan…")
    assert items[0].apa in asked[0]
    click(qtbot, page.due, "Tutup dengan alasan…")
    qtbot.waitUntil(lambda: lines(page) == [item.apa for item in items[1:]])
    qtbot.wait(20)
    click(qtbot, page.due, f"Tutup {len(items) - 1} tenggat tahun lalu…")
    qtbot.waitUntil(lambda: "Tidak ada yang jatuh tempo" in words(page.due))


def lines(page: BerandaPage) -> list[str]:
    names = [
        button.accessibleName().removeprefix("Buka: ")
        for button in page.due.findChildren(QPushButton)
        if button.text() == "Buka" and not button.isHidden()
    ]
    return [name for name in names if name]


# -- a second place for backups


def test_beranda_reminds_of_the_second_place(
    qtbot: QtBot, page: BerandaPage, tmp_path: Path, clock: Clock
) -> None:
    office, stick = page.context.office, tmp_path / "stik"
    stick.mkdir()
    show(qtbot, page)
    assert page.reminder.isVisible()
    assert "hanya ada di komputer ini" in page.reminder.label.text()
    wanted: list[tuple[str, object]] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append((name, argument)))
    qtbot.mouseClick(page.reminder.button, Qt.MouseButton.LeftButton)
    assert wanted == [("riwayat", "cadangan")]
    choose_second_place(office, stick)
    reload(qtbot, page)
    assert page.reminder.label.text() == f"Belum pernah dicadangkan ke {stick}."
    back_up_elsewhere(office)
    reload(qtbot, page)
    assert not page.reminder.isVisible()
    clock.moment += timedelta(days=8)
    reload(qtbot, page)
    assert page.reminder.isVisible()
    assert "15 Januari 2025, sudah lebih dari tujuh hari" in page.reminder.label.text()


def reload(qtbot: QtBot, page: BerandaPage) -> None:
    page.reload()
    qtbot.waitUntil(lambda: page.context.tasks.pending == 0)


def test_cards_end_with_their_lines(qtbot: QtBot, page: BerandaPage) -> None:
    """The last card at the left was stretched down to the end of the chart, and empty."""
    show(qtbot, page)
    page.resize(1400, 1400)
    qtbot.wait(50)
    for card in (page.due, page.year, page.missing):
        assert card.height() <= card.heightForWidth(card.width()) + 2, card.objectName()


def test_a_final_that_the_data_has_left_is_told(qtbot: QtBot, page: BerandaPage) -> None:
    office = page.context.office
    finalize(office, Periode(2023), date(2024, 1, 31))
    page.context.set_periode(Periode(2023))
    show(qtbot, page)
    assert "sudah final." in words(page.missing)
    (row,) = list_rows(office, "indikator", kode="IKU-1")
    (target,) = list_rows(office, "target_tahunan", indikator_id=row["id"], tahun=2023)
    change_field(office, "target_tahunan", target["id"], "nilai", target["nilai"] + 1)
    show(qtbot, page)
    said = words(page.missing)
    assert "sudah final, tetapi" in said
    assert "kertas yang ditandatangani tidak lagi sama" in said
    wanted: list[str] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append(name))
    click(qtbot, page.missing, "Buka Pengukuran")
    assert wanted == ["pengukuran"]
