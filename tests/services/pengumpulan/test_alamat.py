"""Whom the nota dinas permintaan data goes to: named above, or once in its table when many."""

from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlmodel import select

from kinerja_desktop.services.dokumen.documents import build_pdf
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.papan import read_papan
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.store.records import Indikator, MataAnggaran
from tests.services.pengumpulan.office import PERIODE, give_holders, send


@pytest.mark.parametrize(
    ("holders", "address"),
    [
        (1, "Yth. : Seksi 0 Dari"),
        (8, "Yth. : 1. Seksi 0 2. Seksi 1 3. Seksi 2"),
        (9, "Yth. : Para pemegang data pada daftar di bawah ini Dari"),
    ],
)
def test_many_are_named_once(muncar: Office, tmp_path: Path, holders: int, address: str) -> None:
    give_holders(muncar)
    with muncar.journal.action("Membagi lagi") as session:
        rows = sorted(session.exec(select(Indikator)), key=lambda row: row.kode)
        for number, row in enumerate(rows):
            row.pengumpul_data = f"Seksi {number % holders}"
        for line in session.exec(select(MataAnggaran)):
            line.penanggung_jawab = "Seksi 0"
    send(muncar, tmp_path / "keluar")
    pdf = build_pdf(muncar, Permintaan("permintaan-data", PERIODE))
    words = " ".join(" ".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())
    assert address in words
    assert all(f"Seksi {number}" in words for number in range(holders))


def test_a_reminder_does_not_change_the_day_that_the_request_named(
    muncar: Office, tmp_path: Path
) -> None:
    give_holders(muncar)
    send(muncar, tmp_path / "keluar")
    keys = [UUID(row.formulir_id) for row in read_papan(muncar, PERIODE).belum]
    write_teguran(muncar, PERIODE, keys, date(2025, 1, 16), date(2025, 1, 23))
    for kunci in ("permintaan-data", "daftar-formulir"):
        pdf = build_pdf(muncar, Permintaan(kunci, PERIODE))
        words = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
        assert "10 Juli 2024" in words
        assert "23 Januari 2025" not in words
