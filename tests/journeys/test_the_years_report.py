"""The LKjIP from first draft to the signed file: standards, texts, figures that move, final."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import BarisBagian, read_lkjip
from kinerja_desktop.services.pengukuran.ukur import set_keterangan
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.lkjip.page import LkjipPage
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from tests.finals import finalize
from tests.journeys.clerk import Clerk, at_work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TAHUN = 2024


def tell_stories(office: Office) -> None:
    """Say of every indicator what helped and what hindered, as Pengukuran asks for it."""
    for row in list_rows(office, "indikator"):
        set_keterangan(
            office, row["id"], Periode(TAHUN), pendorong="Kerja sama antarseksi.",
            penghambat="Bukti dukung terlambat.", tindak_lanjut="Menata arsip bukti.",
        )  # fmt: skip


def blocking(office: Office) -> list[BarisBagian]:
    return [row for row in read_lkjip(office, TAHUN).bagian if row.kekurangan and row.tampil]


def words_of(page: DokumenPage) -> str:
    if not page.preview.pdf:
        return ""
    return "\n".join(p.extract_text() for p in PdfReader(BytesIO(page.preview.pdf)).pages)


def test_the_report_of_a_year(
    qtbot: QtBot, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_stories(muncar)
    finalize(muncar, Periode(TAHUN), date(2025, 1, 10))
    with at_work(qtbot, muncar, Periode(TAHUN)) as clerk:
        page = clerk.go(LkjipPage)
        enter_standard(clerk, page)
        write_what_is_missing(clerk, page, muncar, monkeypatch)
        make_final(clerk, page, monkeypatch)
        clerk.press(page.lifecycle.preview_button)
        paper = clerk.here(DokumenPage)
        clerk.until(lambda: bool(words_of(paper)))
        text = " ".join(words_of(paper).split())
    kode = read_lkjip(muncar, TAHUN).status.kode
    assert kode in text
    assert "Jaringan internet desa belum merata." in text
    assert "Bagian ini tidak diuraikan karena sudah dimuat dalam Bab III." in text
    assert "99,87" in text


def enter_standard(clerk: Clerk, page: LkjipPage) -> None:
    """The national standard of the first indicator, and that the others have none."""
    clerk.turn_to(page.tabs, page.years)
    grid = page.years.grid
    grid.table.setFocus()
    first = next(iter(page.years._rows))
    grid.table.setCurrentIndex(grid.model.find(first, "nilai:nasional"))
    clerk.type_cell(grid.table, "99,87", Qt.Key.Key_Tab)
    clerk.type_cell(grid.table, "RPJMN")
    for other in list(page.years._rows)[1:]:
        grid.table.setCurrentIndex(grid.model.find(other, "tidak_ada:nasional"))
        clerk.type_cell(grid.table, "Ya")
    clerk.turn_to(page.tabs, page.columns)


def write_what_is_missing(
    clerk: Clerk, page: LkjipPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Type one section, declare another absent, and type the rest."""
    reason = "Sudah dimuat dalam Bab III."
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: reason)
    rows = [row for row in blocking(office) if row.boleh_ditulis]
    absent = [row for row in rows if row.boleh_tidak_ada][-1]
    for row in rows:
        page.outline.choose(row.kunci)
        if row is absent:
            clerk.press(page.pane.absent_button)
            continue
        QTest.keyClick(page.outline.tree, Qt.Key.Key_Return)
        assert page.pane.editor.hasFocus()
        # What the draft leaves to fill in, such as the number of the Perbup, is written over.
        page.pane.editor.selectAll()
        QTest.keyClicks(page.pane.editor, "Jaringan internet desa belum merata.")
        # Leaving the field is enough.
        page.outline.tree.setFocus()
    clerk.wait()
    assert [row.judul for row in blocking(office) if row.boleh_ditulis] == []


def make_final(clerk: Clerk, page: LkjipPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[FinalDialog] = []

    def accept(dialog: FinalDialog) -> Any:
        asked.append(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FinalDialog, "exec", accept)
    clerk.press(page.lifecycle.final_button)
    assert asked[0].blocking == []
    assert page.pane.editor.isReadOnly()
    assert "Final versi 1" in page.band.label.text()
