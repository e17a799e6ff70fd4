"""An SOP is written from nothing, as a copy, or made the office's own; given and taken in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.kantor import Pemilik, make_sop, own_sop
from kinerja_desktop.domain.sop.langkah import Keterlibatan, Tindakan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.library import list_sop, read_sop_kantor
from kinerja_desktop.services.sop.own import draft_own, save_new, save_own
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.shell.dropping import watch_drops
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop.page import SopPage
from kinerja_desktop.ui.sop.sop_editor import SopEditor
from tests.domain.sop.contoh import PENGUKURAN as PENGUKURAN_FILE
from tests.domain.sop.contoh import load
from tests.services.sop.office import PENGUKURAN, find_sop
from tests.services.sop.test_own import written
from tests.ui.sop.window import answer, dismiss, press, sop_window
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Window = tuple[MainWindow, SopPage]
OWNER = Pemilik("Muncar", "Banyuwangi", "Camat Muncar", "BUDI", "19700101 199001 1 001")
OTHER = Pemilik("Muncar", "Banyuwangi", "Plt. Camat", "SITI", "")


@pytest.fixture
def opened(qtbot: QtBot, muncar: Office) -> Iterator[Window]:
    with sop_window(qtbot, muncar) as found:
        window, page = found
        page.sections.setCurrentIndex(1)
        settle(qtbot, window)
        yield found


@pytest.fixture
def editor(qtbot: QtBot) -> SopEditor:
    sop = make_sop("BARU", "", OWNER, ("Camat", "Sekretaris", "Staf"))
    made = SopEditor(None, "SOP baru", sop, (OWNER, OTHER), ("Camat", "Kasi Trantib"))
    qtbot.addWidget(made, before_close_func=_forget)
    made.show()
    made.tabs.setCurrentIndex(3)
    return made


def _forget(editor: SopEditor) -> None:
    """Else it would ask whether to close without saving."""
    editor.draft.before = editor.draft.sop


def write(editor: SopEditor, *uraian: str) -> None:
    """Give the steps from the first on these words."""
    for n, words in enumerate(uraian, 1):
        editor.steps.table.choose(n)
        editor.steps.form.uraian.setPlainText(words)


def test_what_is_missing_is_said_until_it_can_be_kept(editor: SopEditor) -> None:
    assert not editor.save.isEnabled()
    assert "Nama SOP belum diisi." in editor.state.text()
    editor.identity.fields["nama_sop"].setText("Pelayanan Surat")
    write(editor, "Menerima berkas", "Menyerahkan surat")
    assert editor.save.isEnabled()
    assert "Nomor SOP belum diisi." in editor.state.text()
    editor.identity.fields["nomor_sop"].setText("000.8/1/2026")
    write(editor, "Menerima berkas")
    editor.steps.form.lain["P2"].setCurrentText("penerima")
    assert editor.state.text().startswith("Lengkap.")


def test_the_flowchart_is_drawn_as_it_is_typed(qtbot: QtBot, editor: SopEditor) -> None:
    write(editor, "Menerima berkas", "Menyerahkan surat")
    editor.steps.table.choose(1)
    editor.steps.add.click()
    form = editor.steps.form
    form.uraian.setPlainText("Memeriksa berkas")
    form.utama.setCurrentText("Sekretaris")
    form.keputusan.setChecked(True)
    form.kembali.setValue(1)
    form.waktu.setValue(30)
    form.satuan.setCurrentText("menit")
    form.lain["P1"].setCurrentText("mendampingi")
    form.tindakan.setCurrentIndex(form.tindakan.findData(Tindakan.KOREKSI))
    qtbot.waitUntil(lambda: _shown(editor)[1] == "Memeriksa berkas")
    content = editor.steps.table.content
    assert content is not None
    assert [(back.dari, back.ke) for back in content.diagram.kembali] == [(1, 0)]
    step = editor.sop.get_langkah(2)
    assert [(part.peran, part.sebagai) for part in step.peran] == [
        ("P2", Keterlibatan.PELAKSANA), ("P1", Keterlibatan.MENDAMPINGI),
    ]  # fmt: skip
    assert (step.waktu.teks, step.tindakan) == ("30 menit", Tindakan.KOREKSI)
    assert not any(row.is_disimpulkan for row in content.diagram.baris)


def test_steps_are_doubled_moved_and_taken_out(editor: SopEditor) -> None:
    write(editor, "Menerima berkas", "Menyerahkan surat")
    editor.steps.table.choose(1)
    editor.steps.twin.click()
    assert _words(editor) == ["Menerima berkas", "Menerima berkas", "Menyerahkan surat"]
    editor.steps.down.click()
    assert _words(editor) == ["Menerima berkas", "Menyerahkan surat", "Menerima berkas"]
    assert editor.steps.form.uraian.toPlainText() == "Menerima berkas"
    editor.steps.down.click()
    assert "sudah di akhir" in editor.state.text()
    editor.steps.up.click()
    editor.steps.remove.click()
    assert _words(editor) == ["Menerima berkas", "Menyerahkan surat"]


def test_columns_are_added_named_moved_and_taken_out(editor: SopEditor) -> None:
    columns = editor.columns
    editor.tabs.setCurrentIndex(2)
    columns.name.setCurrentText("Kasi Trantib")
    columns.add.click()
    assert [peran.nama for peran in editor.sop.kolom] == [
        "Camat", "Sekretaris", "Staf", "Kasi Trantib",
    ]  # fmt: skip
    columns.left.click()
    columns.left.click()
    columns.right.click()
    columns.name.setCurrentText("Kasi Ketertiban")
    columns.rename.click()
    assert [peran.nama for peran in editor.sop.kolom] == [
        "Camat", "Sekretaris", "Kasi Ketertiban", "Staf",
    ]  # fmt: skip
    columns.remove.click()
    assert [peran.nama for peran in editor.sop.kolom] == ["Camat", "Sekretaris", "Staf"]
    columns.list.setCurrentRow(0)
    columns.remove.click()
    assert "satu-satunya yang mengerjakan langkah 1" in editor.state.text()
    # The steps offer the columns as they are now.
    columns.name.setCurrentText("Kasi Trantib")
    columns.add.click()
    editor.tabs.setCurrentIndex(3)
    assert editor.steps.form.utama.findText("Kasi Trantib") >= 0


def test_identity_and_cells_are_written(editor: SopEditor) -> None:
    editor.identity.fields["tanggal_pengesahan"].setText("5 Januari 2026")
    editor.identity.signer.setCurrentIndex(1)
    editor.identity.proses.setCurrentIndex(3)
    editor.cells.cells["dasar_hukum"].setPlainText("1. Perpres 29/2014\n2. Perbup")
    identitas = editor.sop.identitas
    assert identitas.tanggal_pengesahan.read() == "5 Januari 2026"
    assert (identitas.disahkan_oleh_jabatan.read(), identitas.disahkan_oleh_nama.read()) == (
        "PLT. CAMAT", "SITI",
    )  # fmt: skip
    assert editor.sop.proses == "pengukuran_kinerja"
    assert [item.penanda for item in editor.sop.dasar_hukum.butir] == ["1.", "2."]
    editor.identity.fields["tanggal_pengesahan"].setText("")
    assert editor.sop.identitas.tanggal_pengesahan.tercetak is None


def test_who_signed_before_is_offered_though_not_in_post_any_more(qtbot: QtBot) -> None:
    sop = own_sop(load(PENGUKURAN_FILE), OWNER)
    made = SopEditor(None, "SOP", sop, (OTHER,), ())
    qtbot.addWidget(made, before_close_func=_forget)
    assert made.identity.signer.currentText() == "BUDI"
    made.identity.signer.setCurrentIndex(1)
    made.identity.signer.setCurrentIndex(0)
    assert made.sop.identitas.disahkan_oleh_nama.read() == "BUDI"


def test_what_was_written_is_not_lost_without_a_question(
    editor: SopEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(dialogs, "confirm", lambda *_: answers.pop(0))
    editor.identity.fields["nama_sop"].setText("Pelayanan")
    editor.reject()
    assert editor.isVisible()
    editor.reject()
    assert not editor.isVisible()


def test_a_sixth_sop_is_made_on_the_page(qtbot: QtBot, opened: Window) -> None:
    window, page = opened

    def fill(dialog: SopEditor) -> None:
        dialog.identity.fields["nama_sop"].setText("Pelayanan Surat")
        write(dialog, "Menerima berkas", "Menyerahkan surat")
        dialog.accept()

    answer(fill)
    press(qtbot, window, page.copies.new)
    chosen = page.copies.chosen()
    assert chosen is not None
    assert chosen.nama == "Pelayanan Surat (Muncar)"
    assert page.copies.own.text() == "Ubah S&OP ini…"
    assert not page.copies.reading.isVisible()
    window.context.office.journal.undo()
    settle(qtbot, window)
    assert len(list_sop(window.context.office)) == 5


def test_an_sop_is_copied_and_another_made_the_office_s_own(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    office = window.context.office
    _pick(page, PENGUKURAN)
    answer(lambda dialog: dialog.accept())
    press(qtbot, window, page.copies.copy)
    copy = page.copies.chosen()
    assert copy is not None
    assert copy.sop.id.startswith("MUNCAR-PROSEDUR")
    _pick(page, PENGUKURAN)
    replies = [None, "Pakai usulan"]
    monkeypatch.setattr(dialogs, "choose", lambda *_: replies.pop(0))
    press(qtbot, window, page.copies.own)
    assert find_sop(office, PENGUKURAN).versi == 1
    answer(lambda dialog: dialog.accept())
    press(qtbot, window, page.copies.own)
    own = page.copies.chosen()
    assert own is not None
    assert (own.sop.is_kantor, own.versi, own.sumber is not None) == (True, 2, True)
    # The verbatim source stays in sight and on paper.
    press(qtbot, window, page.copies.source)
    assert "KECAMATAN" not in page.copies.table.accessibleDescription()
    assert not page.copies.edit.isEnabled()
    press(qtbot, window, page.copies.print)
    other: Any = current_page(window)
    assert other.asked == Permintaan("sop-sumber", page.context.periode, tentang=own.id)


def test_what_the_office_has_in_its_own_words_is_changed_there(
    qtbot: QtBot, opened: Window
) -> None:
    window, page = opened
    office = window.context.office
    sop_id = save_new(office, written(office))
    settle(qtbot, window)
    page.copies._show_saved(sop_id)
    settle(qtbot, window)

    def name(dialog: SopEditor) -> None:
        dialog.identity.fields["nomor_sop"].setText("7/2026")
        dialog.accept()

    answer(name)
    press(qtbot, window, page.copies.own)
    chosen = page.copies.chosen()
    assert chosen is not None
    assert (chosen.versi, chosen.sop.identitas.nomor_sop.read()) == (2, "7/2026")

    def turn_away(dialog: QDialog) -> None:
        dialog.reject()

    answer(turn_away)
    press(qtbot, window, page.copies.own)
    assert len(list_sop(office, semua_versi=True)) == 7


def test_an_sop_is_given_and_taken_in_by_buttons_and_by_dropping(
    qtbot: QtBot, opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    office = window.context.office
    sop_id = save_new(office, written(office))
    settle(qtbot, window)
    page.copies._show_saved(sop_id)
    places: list[Path | None] = [None, tmp_path / "Surat.sop.json"]
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: places.pop(0))
    press(qtbot, window, page.copies.give)
    press(qtbot, window, page.copies.give)
    path = tmp_path / "Surat.sop.json"
    assert path.exists()
    office.journal.undo()
    settle(qtbot, window)
    files: list[Path | None] = [None, path]
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: files.pop(0))
    press(qtbot, window, page.copies.take)
    agreed = [False, True]
    monkeypatch.setattr(dialogs, "confirm", lambda *_: agreed.pop(0))
    press(qtbot, window, page.copies.take)
    assert len(list_sop(office)) == 5
    page.receive(path)
    settle(qtbot, window)
    assert len(list_sop(office)) == 6
    chosen = page.copies.chosen()
    assert chosen is not None
    assert chosen.nama == "Pelayanan Surat (Muncar)"
    # The very same again is refused in words; another of that kode asks how.
    said: list[str] = []
    answer(dismiss(said))
    page.receive(path)
    settle(qtbot, window)
    assert "sudah dipakai kantor" in said[0]
    own = draft_own(office, chosen.id, pakai_usulan=False)
    changed = read_sop_kantor(office, save_own(office, chosen.id, _renamed(own)))
    settle(qtbot, window)
    replies = [None, "Sebagai versi berikutnya"]
    monkeypatch.setattr(dialogs, "choose", lambda *_: replies.pop(0))
    for _ in range(2):
        page.receive(path)
        settle(qtbot, window)
    assert find_sop(office, changed.sop.id).versi == 3


def test_a_dropped_sop_goes_to_its_page_and_forms_to_theirs(
    qtbot: QtBot, opened: Window, tmp_path: Path
) -> None:
    window, _ = opened
    asked: list[tuple[str, object]] = []
    window.context.page_wanted.disconnect()
    window.context.page_wanted.connect(lambda key, what: asked.append((key, what)))
    taker = watch_drops(window, window.context, {"pengumpulan", "sop"})
    assert taker is not None
    for names in (["A.SOP.json"], ["a.xlsx"], ["a.sop.json", "b.sop.json"]):
        taker._take([tmp_path / name for name in names], QPoint())
    assert [key for key, _ in asked] == ["sop", "pengumpulan", "pengumpulan"]
    assert asked[0][1] == tmp_path / "A.SOP.json"


def _renamed(sop: Sop) -> Sop:
    return replace(sop, identitas=replace(sop.identitas, nomor_sop=Isian("9/2026")))


def _pick(page: SopPage, kode: str) -> None:
    ids = [copy.sop.id for copy in page.copies._copies]
    page.copies.choice.setCurrentIndex(ids.index(kode))
    page.copies._show_chosen()


def _words(editor: SopEditor) -> list[str]:
    return [step.uraian.read() for step in editor.sop.langkah]


def _shown(editor: SopEditor) -> list[str]:
    content = editor.steps.table.content
    assert content is not None
    return ["".join(run.text for run in row.cells[1]) for row in content.rows]


def test_no_two_buttons_that_can_be_seen_share_a_letter(opened: Window) -> None:
    _, page = opened
    for tab in range(page.copies.tabs.count()):
        page.copies.tabs.setCurrentIndex(tab)
        buttons = [page.start, *page.copies.findChildren(QPushButton)]
        words = [button.text() for button in buttons if button.isVisible() and "&" in button.text()]
        letters = [text.partition("&")[2][:1].upper() for text in words]
        letters += ["T", "R"]  # the year and the triwulan at the top of the window
        assert "U" in letters
        assert sorted(letters) == sorted(set(letters)), words


def test_a_new_sop_begins_in_its_name(qtbot: QtBot) -> None:
    sop = make_sop("BARU", "", OWNER, ("Camat", "Staf"))
    made = SopEditor(None, "SOP baru", sop, (OWNER,), ("Camat",))
    qtbot.addWidget(made, before_close_func=_forget)
    made.show()
    assert made.focusWidget() is made.identity.fields["nama_sop"]


def test_a_name_in_use_is_warned_of_but_can_be_kept(qtbot: QtBot, muncar: Office) -> None:
    sop = written(muncar)
    made = SopEditor(None, "SOP baru", sop, (OWNER,), ("Camat",), ("SOP Arsip",))
    qtbot.addWidget(made, before_close_func=_forget)
    made.identity.fields["nama_sop"].setText("sop  arsip ")
    assert "SOP lain yang dipakai juga bernama SOP Arsip." in made.state.text()
    assert made.save.isEnabled()
    made.identity.fields["nama_sop"].setText("SOP Arsip Surat")
    assert "juga bernama" not in made.state.text()


def test_the_names_of_the_other_sops_reach_the_editor(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened
    office = page.context.office
    names = {item.id: item.sop.identitas.nama_sop.read() for item in list_sop(office)}
    seen: list[Any] = []

    def turn_away(editor: SopEditor) -> int:
        seen.append(editor.others)
        return 0

    monkeypatch.setattr(SopEditor, "exec", turn_away)
    page.copies.new.click()
    chosen = page.copies.chosen()
    assert chosen is not None
    monkeypatch.setattr(dialogs, "choose", lambda *_: "Seperti tercetak")
    page.copies.own.click()
    del names[chosen.id]
    assert len(seen[0]) == len(names) + 1
    assert sorted(seen[1]) == sorted(names.values())
