"""S2 stands before S10 and IKU-6 before IKU-10 in every document, whatever its room."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import build_pdf, build_xlsx
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.perjanjian import create_murni
from kinerja_desktop.store.records import (
    Indikator,
    Instansi,
    MataAnggaran,
    Pagu,
    Pejabat,
    Penempatan,
    PeriodeRenstra,
    ProgramSasaran,
    Realisasi,
    RencanaAksi,
    Sasaran,
    TargetTahunan,
    Tujuan,
)
from tests.documents.reading import pages_of

TAHUN = 2024
_NUMBERS = range(12, 0, -1)
_KINDS = ("Ind", "Sas", "Tuj", "Pro")


@pytest.fixture
def twelve(office: Office) -> Office:
    """Twelve of everything, entered the last first."""
    with office.journal.action("Kantor dengan dua belas sasaran") as session:
        session.add(Instansi(kecamatan="Uji", tempat="Uji", alamat="Jl. Uji 1"))
        camat = Pejabat(nama="BUDI")
        session.add(camat)
        session.add(
            Penempatan(pejabat_id=camat.id, jabatan="Camat Uji", peran="camat",
                       mulai=date(2020, 1, 1))
        )  # fmt: skip
        renstra = PeriodeRenstra(nama="Uji", tahun_awal=2022, tahun_akhir=2026)
        session.add(renstra)
        for number in _NUMBERS:
            goal = Tujuan(periode_renstra_id=renstra.id, kode=f"T{number}", uraian=f"Tuj{number}z")
            sasaran = Sasaran(tujuan_id=goal.id, kode=f"S{number}", uraian=f"Sas{number}z")
            program = MataAnggaran(kode=f"7.01.{number:02}", nama=f"Pro{number}z")
            row = Indikator(kode=f"IKU-{number}", uraian=f"Ind{number}z", sasaran_id=sasaran.id)
            session.add_all([goal, sasaran, program, row])
            session.add_all(
                [
                    ProgramSasaran(mata_anggaran_id=program.id, sasaran_id=sasaran.id),
                    Pagu(mata_anggaran_id=program.id, tahun=TAHUN, murni=Decimal(10)),
                    TargetTahunan(indikator_id=row.id, tahun=TAHUN, nilai=Decimal(90)),
                    RencanaAksi(indikator_id=row.id, tahun=TAHUN, tw4=Decimal(90)),
                    Realisasi(indikator_id=row.id, tahun=TAHUN, triwulan=1, nilai=Decimal(80)),
                ]
            )
    (person,) = list_rows(office, "pejabat")
    create_murni(office, TAHUN, person["id"])
    return office


def in_order(text: str, kind: str) -> list[int]:
    """The numbers of a kind as they first appear."""
    return list(dict.fromkeys(int(found) for found in re.findall(rf"{kind}(\d+)z", text)))


@pytest.mark.parametrize(
    ("kunci", "triwulan"),
    [
        ("penetapan-iku", None), ("rencana-kinerja-tahunan", None), ("perjanjian-kinerja", None),
        ("rencana-aksi", None), ("pengukuran-kinerja", None), ("pengukuran-kinerja", 1),
        ("evaluasi-renja", 1), ("lkjip", None),
    ],
)  # fmt: skip
def test_every_paper_counts_as_people_do(twelve: Office, kunci: str, triwulan: int | None) -> None:
    wanted = Permintaan(kunci, Periode(TAHUN, triwulan))
    about = DOKUMEN[kunci].describe(twelve, wanted.periode).subjek
    if about:
        wanted = Permintaan(kunci, wanted.periode, about[0].id)
    texts = ["\n".join(pages_of(build_pdf(twelve, wanted)))]
    if DOKUMEN[kunci].build_xlsx:
        book = load_workbook(BytesIO(build_xlsx(twelve, wanted)))
        texts += [
            "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
            for sheet in book
        ]
    seen = [in_order(text, kind) for text in texts for kind in _KINDS]
    assert any(seen)
    assert all(numbers == sorted(numbers) for numbers in seen)
