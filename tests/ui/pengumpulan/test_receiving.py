"""Forms come back: read, looked through, taken in, sent back; and all that comes between."""

from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.formulir_read import read_formulir
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import open_entries, set_realisasi
from kinerja_desktop.services.pengumpulan import berkas, terima
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.papan import read_riwayat
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.pengumpulan.receive import ReceivePanel
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    indikator_of,
)
from tests.ui.pengumpulan.window import Heart, answer, collecting, drop, drop_data, press
from tests.ui.speech import Speech
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def filled(kantor: Office, forms: dict[str, Path]) -> dict[str, Path]:
    """The Kasi's form: one good row with evidence, one that must be mended; the other's: good."""
    first, second, _ = indikator_of(kantor, KASI)
    (forms[KASI].parent / "foto.pdf").write_bytes(b"%PDF-1")
    Filler(forms[KASI]).fill(first.id, pembilang=90, penyebut=100, bukti="foto.pdf").fill(
        second.id, nilai="1.234"
    ).save()
    other = indikator_of(kantor, KASUBBAG)[0]
    Filler(forms[KASUBBAG]).fill(other.id, nilai=95, penghambat="Hujan").save()
    return forms


def realisasi(office: Office) -> dict[str, str]:
    """What is entered for the period, by kode; the pembilang where the figure is computed."""
    names = {row["id"]: row["kode"] for row in list_rows(office, "indikator")}
    rows = list_rows(office, "realisasi", tahun=PERIODE.tahun, triwulan=PERIODE.triwulan)
    return {names[row["indikator_id"]]: str(row["nilai"] or row["pembilang"]) for row in rows}


def lines(panel: ReceivePanel) -> list[list[str]]:
    model = panel.model
    return [
        [str(model.index(row, n).data() or "") for n in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]


def boxes(panel: ReceivePanel) -> list[bool | None]:
    """For each line whether its box is ticked; None where it has none."""
    found = [
        panel.model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole)
        for row in range(panel.model.rowCount())
    ]
    return [None if one is None else one == Qt.CheckState.Checked for one in found]


def statuses(panel: ReceivePanel) -> list[str]:
    model = panel.files_model
    return [model.index(row, 3).data() for row in range(model.rowCount())]


def test_a_folder_is_read_looked_through_taken_in_and_taken_back(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], stick: Path, speech: Speech
) -> None:
    speech.answers |= {"choose_folder": stick, "confirm": False}
    with collecting(qtbot, kantor) as (window, tab):
        press(qtbot, window, tab.folder_button)
        panel = tab.receive
        assert panel.isVisible()
        assert not tab.bar.isVisible()
        assert statuses(panel) == ["baru", "baru"]
        assert [row[2:5] for row in lines(panel)] == [
            ["Pembilang", "–", "90"], ["Penyebut", "–", "100"], ["", "", ""],
            ["Realisasi", "–", "95"], ["Faktor penghambat", "–", "Hujan"],
        ]  # fmt: skip
        assert boxes(panel) == [True, None, None, True, None]
        assert panel.take_button.text() == "&Masukkan 2 baris"
        assert panel.take_button.hasFocus()
        assert "2 formulir dibaca: 2 baris dapat masuk, 1 harus diperbaiki" in panel.words.text()
        assert window.context.diary.works[-1].result == panel.words.text()
        wrong = panel.model.index(2, 6)
        assert wrong.data(Qt.ItemDataRole.BackgroundRole).name() == style.DANGER_SOFT.lower()
        panel.table.setFocus()
        panel.table.setCurrentIndex(wrong)
        assert "1.234" in panel.detail.text()
        panel.files.setFocus()
        QTest.keyClick(panel.files, Qt.Key.Key_Down)
        assert panel.detail.text().startswith(filled[KASUBBAG].name)
        assert realisasi(kantor) == {}, "nothing is changed before Masukkan"
        QTest.keyClick(panel.take_button, Qt.Key.Key_Space)
        settle(qtbot, window)
        first, other = indikator_of(kantor, KASI)[0], indikator_of(kantor, KASUBBAG)[0]
        assert realisasi(kantor) == {first.kode: "90", other.kode: "95"}
        assert window.statusBar().currentMessage() == (
            "2 baris masuk dari 2 formulir, 1 bukti; 1 baris harus diperbaiki pemegangnya. "
            "Ctrl+Z membatalkan semuanya."
        )
        assert tab.bar.isVisible()
        assert tab.board.table.hasFocus()
        assert tab.board.model.index(0, 1).data() == "masuk sebagian"
        QTest.keySequence(window, "Ctrl+Z")
        settle(qtbot, window)
        assert realisasi(kantor) == {}
        assert read_riwayat(kantor, PERIODE) == []
        assert tab.board.model.index(0, 1).data() == "terlambat"


def test_ticks_by_mouse_and_space_bar_and_only_one_of_two_answers(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], speech: Speech
) -> None:
    first = indikator_of(kantor, KASI)[0]
    twin = filled[KASI].with_name("kedua.xlsx")
    Filler(filled[KASI]).fill(first.id, pembilang=91).save(twin)
    speech.answers["choose_files"] = [filled[KASI], twin]
    with collecting(qtbot, kantor) as (window, tab):
        press(qtbot, window, tab.take_button)
        panel, table = tab.receive, tab.receive.table
        # Two answers to one question: the clerk takes one of them.
        assert boxes(panel) == [False, None, None, False, None, None]
        assert "jawaban berbeda" in lines(panel)[0][5]
        assert panel.take_button.text() == "&Catat saja"
        box = table.visualRect(panel.model.index(0, 0))
        # The box stands at the left of its cell.
        spot = box.center()
        spot.setX(box.left() + 12)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert boxes(panel)[0] is True
        table.setCurrentIndex(panel.model.index(4, 4))
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert boxes(panel) == [False, None, None, True, None, None], "ticking one unticks its twin"
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert boxes(panel) == [False, None, None, False, None, None]
        table.setCurrentIndex(panel.model.index(2, 1))
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert panel.take_button.text() == "&Catat saja", "what must be mended stays out"
        panel.files.selectRow(1)
        assert panel.all_button.isEnabled()
        press(qtbot, window, panel.all_button)
        assert boxes(panel)[3] is True
        assert not panel.all_button.isEnabled(), "nothing more of this form"
        press(qtbot, window, panel.take_button)
        assert realisasi(kantor)[first.kode] == "91"


def test_a_form_of_which_nothing_is_new_is_recorded(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path], speech: Speech
) -> None:
    second = indikator_of(kantor, KASI)[1]
    set_realisasi(kantor, second.id, PERIODE, Decimal(80))
    speech.answers["choose_files"] = [Filler(forms[KASI]).fill(second.id, nilai=80).save()]
    with collecting(qtbot, kantor) as (window, tab):
        press(qtbot, window, tab.take_button)
        assert tab.receive.words.text().endswith("Tidak ada isian yang berubah.")
        assert tab.receive.take_button.text() == "&Catat saja"
        press(qtbot, window, tab.receive.take_button)
        (line,) = read_riwayat(kantor, PERIODE)
        assert (line.pemegang, line.masuk, line.tetap) == (KASI, 0, 1)
        # The same file once more: nothing to record.
        press(qtbot, window, tab.take_button)
        assert statuses(tab.receive) == ["sudah pernah masuk"]


def test_a_form_that_nobody_filled_in_is_not_taken_for_one_that_came_back(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path], stick: Path
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        assert "belum diisi" in tab.receive.detail.text()
        assert not tab.receive.take_button.isEnabled()
        press(qtbot, window, tab.receive.drop_button)
        assert tab.board.model.index(0, 5).data() == "–"


def test_a_form_that_came_back_before_offers_nothing_to_record(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path]
) -> None:
    """Ctrl+Z after it took back the first time that it came."""
    terima.take_in(kantor, plan_terima(kantor, [filled[KASUBBAG]], PERIODE))
    panel = ReceivePanel()
    qtbot.addWidget(panel)
    panel.show_rencana(plan_terima(kantor, [filled[KASUBBAG]], PERIODE), PERIODE)
    assert (panel.take_button.text(), panel.take_button.isEnabled()) == ("&Catat saja", False)


def test_turning_away_changes_nothing(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], stick: Path
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        press(qtbot, window, tab.receive.drop_button)
        assert tab.board.isVisible()
        assert tab.receive.rencana is None
        assert realisasi(kantor) == {}
        assert read_riwayat(kantor, PERIODE) == []
        # The window may close while a preview is shown.
        tab.read([stick])
        settle(qtbot, window)
        window.close()
    assert realisasi(kantor) == {}


def test_what_must_be_mended_is_written_for_its_holder(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    tmp_path: Path,
    speech: Speech,
) -> None:
    target = tmp_path / "kembali"
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        # Turned away from the folder: nothing is written.
        press(qtbot, window, tab.receive.return_button)
        assert speech.said == []
        speech.answers["choose_folder"] = target
        press(qtbot, window, tab.receive.return_button)
        assert speech.said.pop().startswith("galat: ")
        target.mkdir()
        press(qtbot, window, tab.receive.return_button)
        assert [path.name for path in target.iterdir()] == [
            "Formulir_2024-TW2_Kasi_Pelayanan_Umum_perbaiki.xlsx"
        ]
        assert speech.said == []
        assert window.foot.result.label.text() == (
            f"1 berkas ditulis ke {target}. Kembalikan kepada pemegangnya; alasan ada di "
            "samping tiap sel yang merah."
        )
        # Asked once more after taking in.
        speech.answers["confirm"] = True
        press(qtbot, window, tab.receive.take_button)
        settle(qtbot, window)
        assert len(list(target.iterdir())) == 2
        assert tab.board.isVisible()


def test_behind_the_question_nothing_is_read_again(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    shown: list[bool] = []

    def refuse(box: QMessageBox) -> None:
        # As long as a clerk thinks: what the deed changed arrives meanwhile.
        QTest.qWait(300)
        shown.append(tab.board.isVisible())
        box.reject()

    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        window.context.said.connect(said.append)
        answer(refuse)
        QTest.mouseClick(tab.receive.take_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
        settle(qtbot, window)
        assert shown == [True]
        assert said == [
            "2 baris masuk dari 2 formulir, 1 bukti; 1 baris harus diperbaiki pemegangnya. "
            "Ctrl+Z membatalkan semuanya."
        ]


def test_files_dropped_on_any_page_are_read(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], stick: Path
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        window.open_page("beranda")
        settle(qtbot, window)
        assert drop(window, [filled[KASI]]) == [True, True, True]
        qtbot.waitUntil(lambda: tab.receive.rencana is not None, timeout=20_000)
        assert isinstance(current_page(window), PengumpulanPage)
        assert tab.isVisible()
        assert statuses(tab.receive) == ["baru"]
        # A second drop is looked through with the first.
        drop(window, [stick])
        qtbot.waitUntil(lambda: len(statuses(tab.receive)) == 2, timeout=20_000)
        settle(qtbot, window)


def test_files_that_are_no_forms_are_told(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path], tmp_path: Path
) -> None:
    stray = tmp_path / "rapat.docx"
    stray.write_bytes(b"PK")
    empty = tmp_path / "kosong"
    empty.mkdir()
    with collecting(qtbot, kantor) as (window, tab):
        drop(window, [stray])
        qtbot.waitUntil(lambda: tab.receive.rencana is not None, timeout=20_000)
        panel = tab.receive
        assert statuses(panel) == ["tidak dapat dibaca"]
        assert panel.words.text().startswith("Tidak ada formulir di antaranya")
        assert "Excel kantor" in panel.words.text()
        assert panel.detail.text().count("rapat.docx") == 1
        assert not panel.take_button.isEnabled()
        assert panel.files.hasFocus()
        drop(window, [empty])
        settle(qtbot, window)
        press(qtbot, window, panel.drop_button)
        drop(window, [empty])
        qtbot.waitUntil(lambda: tab.receive.rencana is not None, timeout=20_000)
        assert panel.words.text().startswith("Tidak ada formulir di antaranya. ")


def test_text_and_addresses_are_not_taken_for_files(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path]
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        words, web = QMimeData(), QMimeData()
        words.setText("Kecamatan")
        web.setUrls([QUrl("https://example.go.id/a.xlsx")])
        for data in (words, web):
            assert drop_data(window, data)[2] is False
        settle(qtbot, window)
        assert tab.receive.rencana is None


def test_nothing_is_taken_under_an_open_dialog(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path]
) -> None:
    accepted: list[bool] = []
    with collecting(qtbot, kantor) as (window, tab):

        def try_it(dialog: object) -> None:
            accepted.extend(drop(window, [forms[KASI]]))
            dialog.reject()  # type: ignore[attr-defined]

        answer(try_it)
        press(qtbot, window, tab.warn_button)
        settle(qtbot, window)
        assert accepted == [False, False, False]
        assert tab.receive.rencana is None


def test_another_period_chosen_above_holds_the_preview_anew(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], stick: Path
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        assert tab.receive.take_button.text() == "&Masukkan 2 baris"
        window.context.set_periode(Periode(2024, 3))
        settle(qtbot, window)
        settle(qtbot, window)
        assert statuses(tab.receive) == ["periode lain", "periode lain"]
        assert tab.receive.take_button.text() == "&Catat saja", "only by the clerk's own choice"
        assert "Triwulan III Tahun 2024" in tab.receive.words.text()
        window.context.set_periode(PERIODE)
        settle(qtbot, window)
        settle(qtbot, window)
        assert statuses(tab.receive) == ["baru", "baru"]


def test_a_period_chosen_while_files_are_read_counts(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on = slow_reading(monkeypatch)
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        qtbot.waitUntil(begun.is_set, timeout=20_000)
        window.context.set_periode(Periode(2024, 3))
        go_on.set()
        settle(qtbot, window)
        settle(qtbot, window)
        assert statuses(tab.receive) == ["periode lain", "periode lain"]


def test_data_that_changed_since_is_read_again(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], stick: Path
) -> None:
    other = indikator_of(kantor, KASUBBAG)[0]
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        set_realisasi(kantor, other.id, PERIODE, Decimal(70))
        settle(qtbot, window)
        settle(qtbot, window)
        old = {row[4]: row[3] for row in lines(tab.receive)}
        assert old["95"] == "70"
        assert tab.receive.words.text().startswith("Data berubah sesudah")


def test_what_is_taken_back_is_told_while_forms_are_looked_at(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], stick: Path
) -> None:
    other = indikator_of(kantor, KASUBBAG)[0]
    with collecting(qtbot, kantor) as (window, tab):
        set_realisasi(kantor, other.id, PERIODE, Decimal(70))
        tab.read([stick])
        settle(qtbot, window)
        window.top.undo_action.trigger()
        settle(qtbot, window)
        settle(qtbot, window)
        assert window.statusBar().currentMessage().startswith("Dibatalkan: ")
        assert tab.receive.words.text().startswith("Data berubah sesudah")


def test_what_held_no_form_is_not_read_again_and_tells_only_of_itself(
    qtbot: QtBot, kantor: Office, tmp_path: Path
) -> None:
    other = indikator_of(kantor, KASUBBAG)[0]
    note, folder = tmp_path / "catatan.txt", tmp_path / "map"
    note.write_text("rapat", encoding="utf-8")
    folder.mkdir()
    with collecting(qtbot, kantor) as (window, tab):
        window.context.say("Bukti b2.jpg dilampirkan pada Indikator A.")
        tab.read([note])
        settle(qtbot, window)
        assert window.statusBar().currentMessage() == ""
        assert "catatan.txt" in tab.receive.detail.text()
        tab.read([folder])
        settle(qtbot, window)
        assert tab.receive.detail.text() == ""
        set_realisasi(kantor, other.id, PERIODE, Decimal(70))
        settle(qtbot, window)
        assert "Data berubah" not in tab.receive.words.text()


def test_data_that_changes_while_it_is_taken_in_keeps_the_forms_out(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)

        def stale(*_: object) -> None:
            raise terima.StalePlanError

        monkeypatch.setattr("kinerja_desktop.ui.pengumpulan.forms_tab.take_in", stale)
        press(qtbot, window, tab.receive.take_button)
        settle(qtbot, window)
        assert tab.receive.isVisible(), "read again, to be looked at"
        assert speech.said == []
        assert tab.receive.words.text().startswith("Data berubah sesudah")


def slow_reading(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """Let each file wait: the first event tells that one is read, the second lets them go on."""
    begun, go_on = Event(), Event()
    whole = read_formulir

    def read(path: Path) -> object:
        begun.set()
        go_on.wait(20)
        return whole(path)

    monkeypatch.setattr(berkas, "read_formulir", read)
    return begun, go_on


def test_reading_can_be_stopped_and_blocks_what_would_meet_it(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on = slow_reading(monkeypatch)
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        qtbot.waitUntil(begun.is_set, timeout=20_000)
        buttons = (tab.send_button, tab.take_button, tab.folder_button, tab.warn_button)
        assert not any(button.isEnabled() for button in buttons)
        heart = Heart()
        qtbot.wait(60)
        assert heart.longest < 50
        drop(window, [filled[KASI]])
        qtbot.waitUntil(
            lambda: window.statusBar().currentMessage().startswith("Pekerjaan sebelumnya")
        )
        QTest.mouseClick(tab.strip.cancel_button, Qt.MouseButton.LeftButton)
        go_on.set()
        settle(qtbot, window)
        assert tab.board.isVisible()
        assert "dibatalkan" in window.statusBar().currentMessage()
        assert speech.said == []
        assert all(button.isEnabled() for button in buttons)


def test_the_preview_waits_while_it_is_taken_in(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on = Event(), Event()
    whole = open_entries

    def slow(*arguments: object) -> object:
        begun.set()
        go_on.wait(20)
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(terima, "open_entries", slow)
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        panel = tab.receive
        QTest.mouseClick(panel.take_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(begun.is_set, timeout=20_000)
        for button in (panel.take_button, panel.return_button, panel.drop_button, panel.all_button):
            assert not button.isEnabled()
        assert tab.strip.cancel_button.isVisible()
        heart = Heart()
        qtbot.wait(60)
        assert heart.longest < 50
        go_on.set()
        settle(qtbot, window)
        assert len(realisasi(kantor)) == 2


def test_taking_in_is_stopped_and_done_again(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        panel, state = tab.receive, kantor.journal.state()
        with monkeypatch.context() as pressed:
            # At the second form, when the first is written.
            press_batal(pressed, tab.strip, at=3)
            press(qtbot, window, panel.take_button)
        assert last_state(window) is WorkState.CANCELLED
        assert window.statusBar().currentMessage().startswith("Pengambilan formulir dibatalkan.")
        assert (kantor.journal.state(), realisasi(kantor)) == (state, {})
        assert panel.isVisible()
        assert panel.take_button.isEnabled()
        assert boxes(panel) == [True, None, None, True, None]
        press(qtbot, window, panel.take_button)
        assert last_state(window) is WorkState.DONE
        assert len(realisasi(kantor)) == 2


def test_writing_what_is_to_be_mended_is_stopped(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    speech: Speech,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "perbaiki"
    folder.mkdir()
    speech.answers |= {"choose_folder": folder}
    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        press_batal(monkeypatch, tab.strip, at=2)
        press(qtbot, window, tab.receive.return_button)
        assert last_state(window) is WorkState.CANCELLED
        assert list(folder.iterdir()) == []
        assert tab.receive.isVisible()


@pytest.mark.parametrize("gone", ["folder", "evidence"])
def test_a_stick_that_is_gone_is_explained(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    speech: Speech,
    gone: str,
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        if gone == "folder":
            filled[KASI].unlink()
            tab.read([filled[KASI]])
            settle(qtbot, window)
            assert statuses(tab.receive) == ["tidak dapat dibaca"]
            return
        tab.read([stick])
        settle(qtbot, window)
        (filled[KASI].parent / "foto.pdf").unlink()
        press(qtbot, window, tab.receive.take_button)
        assert len(speech.said) == 1
        assert speech.said[0].startswith("galat: ")
        assert realisasi(kantor) == {}
        assert tab.receive.isVisible(), "what was ticked stays"
        assert tab.receive.take_button.isEnabled()


def test_a_full_disk_while_taking_in_changes_nothing(
    qtbot: QtBot,
    kantor: Office,
    filled: dict[str, Path],
    stick: Path,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_path: Path, *_: object) -> None:
        raise KinerjaError("Disk penuh.", "Kosongkan 12 MB lalu ulangi.")

    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        monkeypatch.setattr(kantor.evidence, "put", full)
        press(qtbot, window, tab.receive.take_button)
        assert speech.said == ["galat: Disk penuh. Kosongkan 12 MB lalu ulangi."]
        assert realisasi(kantor) == {}
        assert read_riwayat(kantor, PERIODE) == []


def texts_of_line(table: QTableView) -> list[str]:
    """What stands in the line under the cursor."""
    at = table.currentIndex()
    columns = range(table.model().columnCount())
    return [str(at.siblingAtColumn(column).data()) for column in columns]


def test_ctrl_f_and_copying_in_the_preview(
    qtbot: QtBot, kantor: Office, filled: dict[str, Path], stick: Path
) -> None:
    from PySide6.QtGui import QGuiApplication

    with collecting(qtbot, kantor) as (window, tab):
        tab.read([stick])
        settle(qtbot, window)
        QTest.keySequence(window, "Ctrl+F")
        QTest.keyClicks(window.focusWidget(), "pembilang")
        assert "Pembilang" in texts_of_line(tab.receive.table)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert tab.receive.table.hasFocus()
        tab.receive.files.setFocus()
        QTest.keySequence(window, "Ctrl+F")
        assert window.focusWidget() is tab.receive.files.finder.field
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        tab.receive.table.selectRow(0)
        QTest.keySequence(tab.receive.table, "Ctrl+C")
        assert "Pembilang\t–\t90" in QGuiApplication.clipboard().text()
