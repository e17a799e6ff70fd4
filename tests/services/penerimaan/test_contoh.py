"""A practice office's package that Bappeda took in: told everywhere, counted nowhere."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.penerimaan.rekap import LEWAT
from kinerja_desktop.services.awal.beranda_bappeda import read_beranda_bappeda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.cetak import describe_penyampaian
from kinerja_desktop.services.penerimaan.dokumen import REKAP
from kinerja_desktop.services.penerimaan.pandangan import write_rekap
from kinerja_desktop.services.penerimaan.pengingat import list_kurang
from kinerja_desktop.services.penerimaan.rekap import read_rekap
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.store.records import Instansi, PaketMasuk
from tests.services.dokumen.papers import read_text
from tests.services.penerimaan.senders import rows, take

TAHUN = Periode(2024)
UNIT = "Kecamatan Candipuro"


@pytest.fixture
def sampled(bappeda: Office, sticks: Path) -> Office:
    """The period is due, and a practice office's package is all that came of Candipuro."""
    set_tenggat(bappeda, TAHUN, date(2025, 2, 7))
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    with bappeda.journal.action("Dari kantor latihan") as session:
        came = session.get_one(PaketMasuk, row.id)
        came.contoh, came.alasan = True, "uji coba"
    return bappeda


def test_the_recap_tells_it_and_counts_it_not(sampled: Office, tmp_path: Path) -> None:
    rekap = read_rekap(sampled, 2024)
    assert rekap.paket == ()
    (line,) = [row for row in rekap.penyampaian if row.unit == UNIT]
    assert (line.keadaan, line.pertama, line.contoh) == (LEWAT, None, True)
    assert line.alasan == "hanya DATA CONTOH: uji coba"
    said = "Belum, lewat tenggat (3 hari kalender), hanya DATA CONTOH"
    assert describe_penyampaian(line) == said
    write_rekap(sampled, tmp_path / "rekap.xlsx", 2024)
    book = load_workbook(tmp_path / "rekap.xlsx")
    assert book["Data"].max_row == 1
    words = [cell for row in book["Penyampaian"].iter_rows(values_only=True) for cell in row]
    assert line.alasan in words


def test_it_is_still_owed(sampled: Office) -> None:
    (row,) = rows(sampled)
    assert row.perangkat_id in [item.unit_id for item in list_kurang(sampled, 2024)]
    assert REKAP.describe(sampled, TAHUN).kosong
    beranda = read_beranda_bappeda(sampled, TAHUN)
    assert [(item.sudah, UNIT in item.belum) for item in beranda.status] == [(0, True)]
    assert [item.unit for item in beranda.terakhir] == [f"{UNIT} (DATA CONTOH)"]


def test_a_real_package_counts_whatever_the_practice_office_sent(
    sampled: Office, sticks: Path
) -> None:
    take(sampled, sticks / "v2")
    (paket,) = read_rekap(sampled, 2024).paket
    assert paket.versi == 2
    (line,) = [row for row in read_rekap(sampled, 2024).penyampaian if row.unit == UNIT]
    assert (line.banyaknya, line.contoh, line.alasan) == (1, False, "")


def test_in_a_practice_bappeda_it_counts(sampled: Office) -> None:
    with sampled.journal.action("Latihan") as session:
        session.exec(select(Instansi)).one().contoh = True
    assert len(read_rekap(sampled, 2024).paket) == 1


def test_the_receipt_bears_contoh_and_the_reason(sampled: Office, sticks: Path) -> None:
    (row,) = rows(sampled)
    paper, _ = write_tanda_terima(sampled, row.id, sticks / "v1")
    text = read_text(paper.read_bytes())
    assert "CONTOH" in text.replace("DATA CONTOH", "")
    assert (
        "Paket ini berisi DATA CONTOH, bukan data resmi. Diterima dengan alasan: uji coba" in text
    )
    with sampled.journal.action("Tanpa alasan") as session:
        session.get_one(PaketMasuk, row.id).alasan = ""
    paper, _ = write_tanda_terima(sampled, row.id, sticks / "v1")
    assert "alasan" not in read_text(paper.read_bytes())
