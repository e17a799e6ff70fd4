"""Whom the nota dinas permintaan data goes to: named above, or once in its table when many."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlmodel import select

from kinerja_desktop.services.dokumen.documents import build_pdf
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
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
