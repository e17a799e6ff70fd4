"""A year in four triwulan: Rencana Aksi, four entries, s.d. and year, paper of TW II, an IKI."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows, remove_row
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import list_kekurangan
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.rencana_aksi_page import RencanaAksiPage
from tests.finals import finalize
from tests.journeys.clerk import Clerk, at_work
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

REALISASI, CAPAIAN = 4, 5
SD, CAPAIAN_SD, SETAHUN, TERHADAP = 7, 8, 9, 10
#: kode → (akumulasi, target of the year, targets TW I–IV, realisasi TW I–IV)
PLAN: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "Q1": ("akumulasi", "40", ("10", "10", "10", "10"), ("8", "12", "5", "15")),
    "Q2": ("posisi_akhir", "80", ("50", "60", "70", "80"), ("45", "60", "63", "84")),
    "Q3": ("rata_rata", "90", ("90", "90", "90", "90"), ("81", "90", "99", "90")),
}


def fill_office(office: Office) -> dict[str, UUID]:
    """Three indicators that are added up, taken last and averaged; one IKI of the Kasi."""
    ids = fill_kantor(office)
    for kode in ("A1", "B1", "B2", "B3"):
        for row in list_rows(office, "target_tahunan", indikator_id=ids[kode]):
            remove_row(office, "target_tahunan", row["id"])
        remove_row(office, "indikator", ids[kode])
    for kode, (akumulasi, target, _, _) in PLAN.items():
        ids[kode] = add_indikator(
            office, kode, Decimal(target), sasaran_id=ids["A"], akumulasi=akumulasi
        )
    (kasi,) = [row for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji"]
    ids["IKI"] = add_indikator(
        office, "IKI-1", Decimal(20), jenis="IKI", pejabat_id=kasi["id"], akumulasi="akumulasi"
    )
    return ids


def cell(page: PengukuranPage, kode: str, column: int) -> str:
    rows = range(page.model.rowCount())
    row = next(row for row in rows if page.model.row_label(row) == f"Indikator {kode}")
    return str(page.model.index(row, column).data())


def enter(clerk: Clerk, page: PengukuranPage, figures: list[str]) -> None:
    """Type figures one below the other, from the first line on."""
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, REALISASI))
    for figure in figures:
        clerk.type_cell(page.table, figure)


def column(page: PengukuranPage, place: int) -> list[str]:
    return [cell(page, kode, place) for kode in PLAN]


def words_of(page: DokumenPage) -> str:
    if not page.preview.pdf:
        return ""
    return "\n".join(p.extract_text() for p in PdfReader(BytesIO(page.preview.pdf)).pages)


def test_a_year_of_four_triwulan(qtbot: QtBot, office: Office) -> None:
    ids = fill_office(office)
    with at_work(qtbot, office, Periode(TAHUN, 1)) as clerk:
        # Rencana Aksi: the four targets, with Tab from cell to cell.
        plan = clerk.go(RencanaAksiPage)
        plan.grid.table.setFocus()
        for kode, (_, _, targets, _) in PLAN.items():
            plan.grid.table.setCurrentIndex(plan.grid.model.find(str(ids[kode]), "tw1"))
            for target in targets:
                clerk.type_cell(plan.grid.table, target, Qt.Key.Key_Tab)
        assert plan.summary.text() == "", "every plan adds up to the year's target"

        page = clerk.go(PengukuranPage)
        for triwulan in (1, 2, 3, 4):
            clerk.choose_periode(TAHUN, triwulan)
            assert column(page, REALISASI) == ["Belum diisi"] * 3
            enter(clerk, page, [reached[triwulan - 1] for *_, reached in PLAN.values()])

        # TW II by hand (`docs/sakip.md` §4.4). Its own capaian: 12/10, 60/60, 90/90.
        clerk.choose_periode(TAHUN, 2)
        assert column(page, CAPAIAN) == ["120,00", "100,00", "100,00"]
        # s.d.: 8+12 of 10+10; 60 of 60; (81+90)/2 = 85,5 of 90 = 95.
        assert column(page, SD) == ["20", "60", "85,5"]
        assert column(page, CAPAIAN_SD) == ["100,00", "100,00", "95,00"]
        # Against the year: 20/40, 60/80, 85,5/90.
        assert column(page, SETAHUN) == ["40", "80", "90"]
        assert column(page, TERHADAP) == ["50,00", "75,00", "95,00"]

        # The year: 8+12+5+15 = 40 of 40; 84 of 80 = 105; (81+90+99+90)/4 = 90 of 90.
        clerk.choose_periode(TAHUN)
        assert column(page, REALISASI) == ["40", "84", "90"]
        assert column(page, CAPAIAN) == ["100,00", "105,00", "100,00"]
        # (100 + 105 + 100)/3 = 101,666…
        assert "101,67%" in page.mean.text()

        # The paper of TW II.
        clerk.choose_periode(TAHUN, 2)
        clerk.press(page.lifecycle.preview_button)
        paper = clerk.here(DokumenPage)
        clerk.until(lambda: bool(paper.preview.pdf))
        words = words_of(paper)
        for said in ("TRIWULAN II", "120,00", "95,00", "85,5"):
            assert said in words, f"{said} in {words}"

        # The IKI of the Kasi: 15 of a year's 20.
        page = clerk.go(PengukuranPage)
        clerk.choose_periode(TAHUN)
        clerk.pick(page.whose, page.whose.itemText(1))
        assert "Kasi Uji" in page.whose.currentText()
        enter(clerk, page, ["15"])
        assert cell(page, "IKI-1", CAPAIAN) == "75,00"
        clerk.press(page.lifecycle.preview_button)
        paper = clerk.here(DokumenPage)
        clerk.until(lambda: "Kasi Uji" in words_of(paper))
        assert "75,00" in words_of(paper)


def test_the_next_triwulan_does_not_contradict_the_signed_one(qtbot: QtBot, office: Office) -> None:
    """What is entered for TW II says nothing about the paper of TW I.

    `docs/architecture.md` §2.6.
    """
    ids = fill_office(office)
    for kode, (_, _, targets, _) in PLAN.items():
        values = {f"tw{number}": Decimal(text) for number, text in enumerate(targets, start=1)}
        add_row(office, "rencana_aksi", {"indikator_id": ids[kode], "tahun": TAHUN, **values})
    with at_work(qtbot, office, Periode(TAHUN, 1)) as clerk:
        page = clerk.go(PengukuranPage)
        enter(clerk, page, ["10", "50", "90"])
        assert list_kekurangan(office, Periode(TAHUN, 1)) == []
        finalize(office, Periode(TAHUN, 1), date(2025, 4, 7))
        clerk.wait()
        assert "data masih sama dengan kertas" in page.band.label.text()
        clerk.choose_periode(TAHUN, 2)
        enter(clerk, page, ["10", "60", "90"])
        clerk.choose_periode(TAHUN, 1)
        assert "data masih sama dengan kertas" in page.band.label.text()
