"""From an empty PC to a signed Pengukuran Kinerja, a verified stick, and what comes after."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import verify_package
from kinerja_desktop.services.pengukuran.ukur import list_versi
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.rencana.target_matrix import TargetMatrix
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.wizard import SetupWizard
from tests.conftest import Clock
from tests.journeys.clerk import Clerk, at_work, fill_workbook
from tests.ui.sop.window import answer, give_reason
from tests.ui.speech import Speech

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TAHUN = Periode(2025)
NO, INDIKATOR, SATUAN, TARGET, REALISASI, CAPAIAN, KATEGORI = range(7)
RENSTRA: dict[str, list[dict[str, Any]]] = {
    "Periode Renstra": [{"nama": "2025–2029", "tahun_awal": 2025, "tahun_akhir": 2029}],
    "Tujuan": [{"periode_renstra_id": "2025–2029", "kode": "T1", "uraian": "Pelayanan prima"}],
    "Sasaran": [
        {"tujuan_id": "T1", "kode": "S1", "uraian": "Meningkatnya kualitas pelayanan"},
        {"tujuan_id": "T1", "kode": "S2", "uraian": "Meningkatnya peran desa"},
    ],
    "Program, Kegiatan, Sub Kegiatan": [
        {"kode": "7.01.02", "nama": "Program Pelayanan Publik", "jenis": "Program"}
    ],
    "Program Pendukung Sasaran": [{"mata_anggaran_id": "7.01.02", "sasaran_id": "S1"}],
    "Pagu": [{"mata_anggaran_id": "7.01.02", "tahun": 2025, "murni": 200_000_000}],
    "Realisasi Anggaran": [
        {"mata_anggaran_id": "7.01.02", "tahun": 2025, "tw1": 90_000_000, "tw2": 60_000_000}
    ],
    "Indikator": [
        {"kode": kode, "uraian": uraian, "jenis": "IKU", "level": "Sasaran", "sasaran_id": sasaran,
         "satuan": satuan, "arah": arah, "akumulasi": "Posisi akhir"}
        for kode, uraian, sasaran, satuan, arah in (
            ("IKU-1", "Indeks kepuasan masyarakat", "S1", "Indeks", "Makin besar makin baik"),
            ("IKU-2", "Lama layanan", "S1", "Hari", "Makin kecil makin baik"),
            ("IKU-3", "Desa yang tertib administrasi", "S2", "%", "Makin besar makin baik"),
        )
    ],
    "Target Tahunan": [
        {"indikator_id": kode, "tahun": 2025, "nilai": target}
        for kode, target in (("IKU-1", 90), ("IKU-2", 10), ("IKU-3", 80))
    ],
}  # fmt: skip


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


def set_up_by_wizard(qtbot: QtBot, office: Office) -> None:
    """Fill in the wizard's five pages: Lumajang, its Camat, the year 2025."""
    make_application()
    context = Context(office)
    wizard = SetupWizard(context)
    qtbot.addWidget(wizard)
    wizard.show()

    def press(button: QWizard.WizardButton) -> None:
        QTest.mouseClick(wizard.button(button), Qt.MouseButton.LeftButton)

    press(QWizard.WizardButton.NextButton)
    qtbot.keyClicks(wizard.office_page.kecamatan.lineEdit(), "Lumajang")
    press(QWizard.WizardButton.NextButton)
    camat = wizard.people.rows[0]
    qtbot.keyClicks(camat["nama"], "Drs. Budi Santoso, M.Si")
    qtbot.keyClicks(camat["nip"], "197012181991011002")
    camat["mulai"].clear()
    qtbot.keyClicks(camat["mulai"], "01-02-2024")
    press(QWizard.WizardButton.NextButton)
    wizard.formula.year.setValue(TAHUN.tahun)
    press(QWizard.WizardButton.NextButton)
    press(QWizard.WizardButton.FinishButton)
    assert not wizard.isVisible()
    context.close()


def fill_and_import(clerk: Clerk, speech: Speech, path: Path) -> None:
    """Write the empty workbook, fill it as in Excel, and take it in."""
    page = clerk.go(PengumpulanPage).open_workbook()
    speech.answers["choose_save_file"] = path
    clerk.press(page.blank_button)
    fill_workbook(path, RENSTRA)
    speech.answers["choose_file"] = path
    clerk.press(page.import_button)
    assert "14 baris baru, 0 baris berubah" in page.words.text(), page.words.text()
    clerk.press(page.apply_button)
    assert "sudah masuk" in page.words.text()


def cell(page: PengukuranPage, row: int, column: int) -> str:
    return str(page.model.index(row, column).data())


def tell_story(clerk: Clerk, page: PengukuranPage, row: int) -> None:
    """Say what stood in the way and what is done about it, where the panel asks for it."""
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, REALISASI))
    clerk.wait()
    story = page.panel.story
    page.panel.tabs.setCurrentWidget(page.panel.told)
    assert story.request.isVisible()
    clerk.type_text(story.boxes["penghambat"], "Petugas kurang")
    clerk.type_text(story.boxes["tindak_lanjut"], "Menambah petugas")
    assert not story.request.isVisible()


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_from_an_empty_pc_to_a_signed_paper_and_a_verified_package(
    qtbot: QtBot, office: Office, clock: Clock, tmp_path: Path, speech: Speech
) -> None:
    clock.moment = clock.moment.replace(year=2026)
    set_up_by_wizard(qtbot, office)
    with at_work(qtbot, office, TAHUN) as clerk:
        fill_and_import(clerk, speech, tmp_path / "isian.xlsx")
        page = clerk.go(PengukuranPage)

        # Realisasi, typed one below the other; lines 0 and 3 are the headings of the sasaran.
        page.table.setFocus()
        page.table.setCurrentIndex(page.model.index(1, REALISASI))
        for figure in ("81", "8", "44"):
            clerk.type_cell(page.table, figure)
        # `docs/sakip.md` §4.2: 81/90; (2×10−8)/10; 44/80. §4.7: 90 Tinggi (76–90], 55 Rendah.
        shown = [(cell(page, row, CAPAIAN), cell(page, row, KATEGORI)) for row in (1, 2, 4)]
        assert shown == [("90,00", "Tinggi"), ("120,00", "Sangat Tinggi"), ("55,00", "Rendah")]
        # §4.6: (90 + 120)/2; 55; (90 + 120 + 55)/3 = 88,333…
        assert [cell(page, row, CAPAIAN) for row in (0, 3)] == ["105,00", "55,00"]
        assert "88,33% (Tinggi), 3 dari 3 indikator" in page.mean.text()
        for row in (1, 4):
            tell_story(clerk, page, row)

        # Final: nothing is missing, so there is only the date to confirm.
        missing: list[object] = []

        def agree(dialog: FinalDialog) -> None:
            missing.extend(dialog.blocking)
            QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

        answer(agree)
        clerk.press(page.lifecycle.final_button)
        clerk.until(page.band.isVisible)
        assert missing == []
        (final,) = list_versi(office, TAHUN)
        assert final.kode in page.band.label.text()
        assert "data masih sama dengan kertas" in page.band.label.text()
        QTest.keyClicks(page.table, "1")
        assert cell(page, 1, REALISASI) == "81"

        # Paper: the preview, the saved PDF and the workbook tell the same.
        clerk.press(page.lifecycle.preview_button)
        paper = clerk.here(DokumenPage)
        clerk.until(lambda: bool(paper.preview.pdf))
        words = text_of(paper.preview.pdf)
        for said in (final.kode, "Drs. Budi Santoso, M.Si", "197012", "88,33", "120,00", "55,00"):
            assert said in words, said
        assert "DRAF" not in words
        speech.answers["choose_save_file"] = tmp_path / "pengukuran.pdf"
        clerk.press(paper.pdf_button)
        assert (tmp_path / "pengukuran.pdf").read_bytes() == paper.preview.pdf
        speech.answers["choose_save_file"] = tmp_path / "pengukuran.xlsx"
        clerk.press(paper.xlsx_button)
        sheet = load_workbook(tmp_path / "pengukuran.xlsx").worksheets[0]
        values = [value for line in sheet.iter_rows(values_only=True) for value in line]
        assert sheet.oddFooter is not None
        assert final.kode in str(sheet.oddFooter.left.text)
        assert {81, 8, 44} <= {value for value in values if isinstance(value, int | float)}

        # The stick.
        sent = clerk.go(KirimPage)
        clerk.until(lambda: final.kode in sent.contents.summary.text())
        stick = tmp_path / "flashdisk"
        stick.mkdir()
        speech.answers["choose_folder"] = stick
        clerk.press(sent.destination.folder_button)
        clerk.press(sent.destination.write_button)
        clerk.until(lambda: sent.result.isVisible())
        assert "sudah dibaca ulang" in sent.result.text()
        (folder,) = stick.iterdir()
        package, problems = verify_package(folder)
        assert problems == []
        assert package is not None
        assert [kode for _, kode in package.dokumen] == [final.kode]
        assert (folder / "BACA_SAYA.txt").exists()
        (copy,) = folder.rglob("Pengukuran_Kinerja_*.pdf")
        assert copy.read_bytes() == paper.preview.pdf

        # Later a target is changed: the program says that paper and data no longer agree.
        plan = clerk.go(RenstraPage)
        matrix = plan.tab("target_tahunan")
        assert isinstance(matrix, TargetMatrix)
        clerk.turn_to(plan.tabs, matrix)
        indikator = {row["kode"]: row["id"] for row in list_rows(office, "indikator")}
        matrix.grid.table.setFocus()
        target = matrix.grid.model.find(indikator["IKU-3"], "2025")
        matrix.grid.table.setCurrentIndex(target)
        clerk.type_cell(matrix.grid.table, "60")
        page = clerk.go(PengukuranPage)
        assert "1 data berubah" in page.band.label.text()
        speech.said.clear()
        clerk.press(page.band.changes_button)
        assert "Desa yang tertib administrasi" in speech.said[0]
        paper = clerk.go(DokumenPage)
        clerk.until(lambda: bool(paper.preview.pdf))
        assert paper.preview.pdf == copy.read_bytes(), "what was signed never changes"

        # And it is opened again, with a reason that is kept.
        page = clerk.go(PengukuranPage)
        answer(give_reason("Target IKU-3 salah ketik"))
        clerk.press(page.lifecycle.reopen_button)
        clerk.until(page.lifecycle.final_button.isVisible)
        assert "Versi 1 pernah final" in page.band.label.text()
        (kept,) = list_versi(office, TAHUN)
        assert kept.alasan_dibuka == "Target IKU-3 salah ketik"
        # 44 of 60 = 73,333…
        assert (cell(page, 4, CAPAIAN), cell(page, 4, KATEGORI)) == ("73,33", "Sedang")
        clerk.shortcut("Ctrl+Z")
        assert list_rows(office, "target_tahunan", nilai=Decimal(60)), "a reopening ends undoing"
