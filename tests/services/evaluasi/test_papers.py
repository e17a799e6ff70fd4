"""The papers of an Evaluasi Renja: printed, reckoned again by LibreOffice, kept, sent."""

import subprocess
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_docx, build_pdf, build_xlsx
from kinerja_desktop.services.dokumen.isi_surat import (
    KirimanSurat,
    list_dokumen_paket,
    name_kiriman,
)
from kinerja_desktop.services.evaluasi.dokumen import BERITA_ACARA, DOKUMEN, EVALUASI, TINDAK_LANJUT
from kinerja_desktop.services.evaluasi.isi import set_isian
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final, reopen_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.kiriman.delivery import read_kesiapan
from kinerja_desktop.services.kiriman.proof import Cara
from tests.finals import finalize
from tests.services.dokumen.papers import read_text
from tests.services.evaluasi.office import S1, S3, TW3, K, add_realisasi, fill_evaluasi
from tests.services.kantor.small import fill_kantor

DAY = date(2025, 10, 6)
E81 = Permintaan("evaluasi-renja", TW3, tanggal=DAY)
BA = Permintaan("berita-acara-evaluasi", TW3)
RTL = Permintaan("tindak-lanjut-evaluasi", TW3)
#: Columns 12 to 15, K and Rp, of the rows in order; by hand in `test_baca.py`.
BY_HAND = {
    "Indikator F": (None, "150000000", None, "62.50", None, "280000000", "83.33", "37.33"),
    "Indikator D": ("8", "150000000", "80.00", "62.50", "8", "280000000", "40.00", "37.33"),
    "Indikator E": ("6", None, "50.00", None, "6", None, "40.00", None),
    "Indikator A": ("9", "120000000", "75.00", "66.67", "18", "210000000", "50.00", "35.00"),
    "Indikator B": ("81", None, "95.29", None, "81", None, "90.00", None),
    "Indikator C": ("4.5", "30000000", "87.50", "50.00", "4.5", "70000000", "50.00", "46.67"),
}


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_evaluasi(office)


def tell(office: Office, ids: dict[str, UUID]) -> None:
    """Write a tindak lanjut of one indicator."""
    (entry,) = list_rows(office, "realisasi", indikator_id=ids["A"], tahun=2025, triwulan=3)
    for name, value in (
        ("penghambat", "Data terlambat"), ("tindak_lanjut", "Menagih data"),
        ("penanggung_jawab", "Kasi PMD"), ("batas_waktu", date(2025, 10, 31)),
    ):  # fmt: skip
        change_field(office, "realisasi", entry["id"], name, value)


def recompute(workbook: bytes, folder: Path) -> bytes:
    """Let LibreOffice reckon every formula, and write the workbook again with its values."""
    source = folder / "evaluasi.xlsx"
    source.write_bytes(workbook)
    subprocess.run(
        [
            "soffice", "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            "--convert-to", "xlsx", "--outdir", str(folder / "dihitung"), str(source),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )  # fmt: skip
    return (folder / "dihitung" / "evaluasi.xlsx").read_bytes()


def rounded(value: object, like: str) -> str | None:
    if not isinstance(value, int | float):
        return None
    places = Decimal(like) if "." not in like else Decimal(1).scaleb(-len(like.partition(".")[2]))
    step = places if "." in like else Decimal(1)
    return str(Decimal(repr(value)).quantize(step, ROUND_HALF_UP))


def test_the_workbook_reckons_what_the_form_says(
    office: Office, ids: dict[str, UUID], tmp_path: Path
) -> None:
    made = build_xlsx(office, E81)
    plain = load_workbook(BytesIO(made))["Formulir E.81"]
    sheet = load_workbook(BytesIO(recompute(made, tmp_path)), data_only=True)["Formulir E.81"]
    found, formulas = {}, 0
    for row in range(1, sheet.max_row + 1):
        name = str(sheet.cell(row, 4).value or "").split(" (")[0]
        if name in BY_HAND:
            wanted = BY_HAND[name]
            cells = [sheet.cell(row, 19 + place).value for place in range(8)]
            found[name] = tuple(
                None if want is None else rounded(cell, want)
                for cell, want in zip(cells, wanted, strict=True)
            )
            formulas += sum(plain.cell(row, 19 + n).data_type == "f" for n in range(8))
    assert found == BY_HAND
    # 13 to 15 of F are words, its 83,33 a score: the value stands there instead of a formula.
    assert formulas == sum(want is not None for row in BY_HAND.values() for want in row) - 1
    mean = next(r for r in range(1, 40) if str(sheet.cell(r, 1).value).startswith("Rata-rata"))
    assert str(plain.cell(mean, 21).value).startswith("=AVERAGE(U")
    assert [rounded(sheet.cell(mean, column).value, "0.00") for column in (21, 25)] == [
        "77.56", "58.89",
    ]  # fmt: skip


def test_the_flat_sheet_has_each_amount_once(office: Office, ids: dict[str, UUID]) -> None:
    sheet = load_workbook(BytesIO(build_xlsx(office, E81)))["Data"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, (c.value for c in row), strict=True)) for row in sheet.iter_rows(2)]
    assert [row["(12) Rp"] for row in rows] == [
        150_000_000, 150_000_000, None, 120_000_000, None, 30_000_000, 0,
    ]  # fmt: skip
    assert [row["(8) K"] for row in rows] == ["Belum diisi", 8, 8, 3, 70, 5, None]


def test_the_print_has_every_figure_and_both_signers(office: Office, ids: dict[str, UUID]) -> None:
    set_isian(office, TW3, "penghambat", "Anggaran bergeser.")
    pdf = build_pdf(office, E81)
    text = read_text(pdf)
    for words in (
        "EVALUASI TERHADAP HASIL RENJA", "TRIWULAN III TAHUN 2025", "2024–2026", "95,29", "66,67",
        "750.000.000", "K: posisi akhir", "77,56", "58,89", "Tinggi", "Rendah",
        "Anggaran bergeser.", "Disusun,", "CAMAT UJI,", "Dievaluasi,",
        "KEPALA BAPPEDA KABUPATEN LUMAJANG,", "Lumajang, 6 Oktober 2025", "pagu 0",
    ):  # fmt: skip
        assert words in text
    first = PdfReader(BytesIO(pdf)).pages[0].mediabox
    # F4 across, in points: 330 × 215 mm.
    assert (round(first.width), round(first.height)) == (935, 609)
    assert build_docx(office, E81).startswith(b"PK")


def test_the_head_returns_and_the_signature_never_stands_alone(
    office: Office, ids: dict[str, UUID]
) -> None:
    """With as many lines as a kecamatan has: forty sub kegiatan, a row each."""
    for number in range(10, 50):
        kode = f"7.01.01.2.01.00{number}"
        key = add_row(office, "mata_anggaran", {
            "kode": kode, "nama": "Penyediaan Jasa Surat Menyurat dan Administrasi Lainnya",
            "jenis": "sub_kegiatan", "induk_id": ids[K]})  # fmt: skip
        pagu = {"mata_anggaran_id": key, "tahun": 2025, "murni": Decimal("1234567890")}
        add_row(office, "pagu", pagu)
    pages = [page.extract_text() for page in PdfReader(BytesIO(build_pdf(office, E81))).pages]
    with_rows = [page for page in pages if "Penyediaan Jasa" in page]
    assert len(with_rows) > 1
    assert all("Kode (2)" in page and "(15)" in page for page in with_rows)
    (signed,) = [page for page in pages if "Dievaluasi," in page]
    assert "Tindak lanjut yang diperlukan dalam Renja berikutnya" in signed


def test_the_berita_acara_says_day_place_who_and_result(
    office: Office, ids: dict[str, UUID]
) -> None:
    blank = read_text(build_pdf(office, BA))
    assert "Pada hari ini ..." in blank
    for name, value in (
        ("nomor", "700/12/427.83/2025"), ("tempat", "Pendopo Kecamatan"), ("catatan", "Lengkap."),
        ("tindak_lanjut_renja", "Menambah indikator."),
    ):  # fmt: skip
        set_isian(office, TW3, name, value)
    set_isian(office, TW3, "tanggal", date(2025, 10, 3))
    text = read_text(build_pdf(office, BA))
    for words in (
        "Nomor: 700/12/427.83/2025",
        "Pada hari ini, Jumat, tanggal tiga bulan Oktober tahun dua ribu dua puluh lima "
        "(03-10-2025), bertempat di Pendopo Kecamatan",
        "1 program, 1 kegiatan, dan 3 sub kegiatan, dengan 6 indikator",
        "77,56% – Tinggi (5 dari 6 indikator)",
        "58,89% – Rendah (6 dari 6 indikator)",
        "Rp240.000.000.", "Rp150.000.000 (62,5% dari pagu)", "Menambah indikator.", "Lengkap.",
        "Lumajang, 3 Oktober 2025", "Camat Uji",
    ):  # fmt: skip
        assert words in text


def test_a_berita_acara_without_amounts_says_so(office: Office, ids: dict[str, UUID]) -> None:
    for section in ("realisasi_anggaran", "pagu"):
        for row in list_rows(office, section):
            for name in ("murni", "perubahan", "renstra", "tw1", "tw2", "tw3", "tw4", "tahunan"):
                if name in row:
                    change_field(office, section, row["id"], name, None)
    text = read_text(build_pdf(office, BA))
    assert "Pagu anggaran: belum diisi." in text
    assert "Realisasi anggaran s.d. Triwulan III: belum diisi." in text


def test_tindak_lanjut_is_a_table(office: Office, ids: dict[str, UUID]) -> None:
    with pytest.raises(KinerjaError, match="Belum ada penghambat atau tindak lanjut"):
        build_pdf(office, RTL)
    tell(office, ids)
    text = read_text(build_pdf(office, RTL))
    for words in ("Indikator A", "Data terlambat", "Menagih data", "Kasi PMD", "31 Oktober 2025"):
        assert words in text


def test_a_year_or_an_office_without_budget_has_no_paper(office: Office) -> None:
    fill_kantor(office)
    for periode, words in ((Periode(2025), "pilih Triwulan"), (TW3, "Belum ada")):
        states = list_keadaan(office, periode)
        for dokumen in DOKUMEN:
            assert words in states[dokumen.kunci].kosong
            with pytest.raises(KinerjaError):
                build_pdf(office, Permintaan(dokumen.kunci, periode))


def test_where_the_papers_stand(office: Office, ids: dict[str, UUID]) -> None:
    tell(office, ids)
    states = list_keadaan(office, TW3)
    assert states["evaluasi-renja"].keadaan == "Draf"
    assert "1 dari 5 program" in states["evaluasi-renja"].catatan
    assert states["tindak-lanjut-evaluasi"].keadaan == "1 indikator"


def test_what_should_be_done_before_it_is_signed_is_named(
    office: Office, ids: dict[str, UUID]
) -> None:
    told = EVALUASI.describe(office, TW3).catatan.splitlines()
    assert told[1:] == [
        "2 dari 6 indikator belum punya realisasi Triwulan III Tahun 2025: Indikator D, "
        "Indikator E. Isi di Pengukuran.",
        "Pagu Renstra 1 dari 5 program, kegiatan, dan sub kegiatan belum diisi: isi di Anggaran.",
        "Pengukuran Kinerja Triwulan III Tahun 2025 masih draf, jadi realisasinya masih dapat "
        "berubah.",
    ]
    # Of TW IV also what is measured once a year is asked for; three are named.
    last = BERITA_ACARA.describe(office, Periode(2025, 4)).catatan.splitlines()[1]
    assert "4 dari 6 indikator" in last
    assert last.count("Indikator ") == 3
    assert "…" in last
    add_realisasi(office, ids["F"], Periode(2025), "BB")
    assert "3 dari 6 indikator" in EVALUASI.describe(office, Periode(2025, 4)).catatan


def test_nothing_is_named_once_it_is_done(office: Office, ids: dict[str, UUID]) -> None:
    for kode in "DE":
        add_realisasi(office, ids[kode], TW3, Decimal(9))
    off = {"tidak_berlaku": True, "alasan": "Diukur setahun sekali."}
    add_realisasi(office, ids["F"], TW3, None, **off)
    for kode in "ABCDE":
        row = {"indikator_id": ids[kode], "tahun": 2025, "tw3": Decimal(9)}
        add_row(office, "rencana_aksi", row)
    (pagu,) = list_rows(office, "pagu", mata_anggaran_id=ids[S3], tahun=2025)
    change_field(office, "pagu", pagu["id"], "renstra", Decimal(1))
    finalize(office, TW3, DAY)
    (told,) = EVALUASI.describe(office, TW3).catatan.splitlines()
    assert told.startswith("1 dari 5 program")


def test_a_final_form_keeps_its_print_and_its_workbook(
    office: Office, ids: dict[str, UUID]
) -> None:
    make_final(office, EVALUASI, E81, DAY)
    pdf, xlsx = build_pdf(office, E81), build_xlsx(office, E81)
    (pagu,) = [r for r in list_rows(office, "pagu", mata_anggaran_id=ids[S1]) if r["tahun"] == 2025]
    change_field(office, "pagu", pagu["id"], "murni", Decimal(1))
    assert (build_pdf(office, E81), build_xlsx(office, E81)) == (pdf, xlsx)
    reopen_paper(office, EVALUASI, E81, "salah pagu")
    assert build_xlsx(office, E81) != xlsx


def test_the_package_takes_what_is_signed_and_proves_it(
    office: Office, ids: dict[str, UUID], tmp_path: Path
) -> None:
    tell(office, ids)
    for kode in "ABCDEF":
        target = "A" if kode == "F" else Decimal(10)
        add_row(office, "rencana_aksi",
                {"indikator_id": ids[kode], "tahun": 2025, "tw3": target})  # fmt: skip
    for kode, value in (("D", Decimal(7)), ("E", Decimal(7)), ("F", "A")):
        add_realisasi(office, ids[kode], TW3, value)
    finalize(office, TW3, DAY)
    gap = "Evaluasi Renja Triwulan III Tahun 2025 belum final, jadi tidak disertakan"
    assert any(gap in str(problem) for problem in read_kesiapan(office, TW3).peringatan)
    for dokumen in DOKUMEN:
        make_final(office, dokumen, Permintaan(dokumen.kunci, TW3), DAY)
    assert not any(gap in str(problem) for problem in read_kesiapan(office, TW3).peringatan)
    stems = {
        "03_EVALUASI_RENJA/Evaluasi_Renja_2025-TW3.pdf",
        "03_EVALUASI_RENJA/Evaluasi_Renja_2025-TW3.xlsx",
        "03_EVALUASI_RENJA/Berita_Acara_Evaluasi_Renja_2025-TW3.pdf",
        "03_EVALUASI_RENJA/Tindak_Lanjut_Evaluasi_Renja_2025-TW3.pdf",
    }
    listed = [(b.kunci, b.judul) for b in list_dokumen_paket(office, TW3)]
    assert listed[1:4] == [(d.kunci, f"{d.judul} Triwulan III Tahun 2025") for d in DOKUMEN]
    # Of the plans none is final, so none goes along.
    assert name_kiriman(office, TW3, KirimanSurat.PAKET) == (
        "Pengukuran Kinerja Triwulan III Tahun 2025 dan Evaluasi Renja Triwulan III Tahun 2025"
    )
    path = transfer.send_package(office, transfer.compose_package(office, TW3), tmp_path)
    files = {str(p.relative_to(path / "data")) for p in (path / "data").rglob("*") if p.is_file()}
    assert {name for name in files if name.startswith("03_EVALUASI")} == stems
    words = (path / "BACA_SAYA.txt").read_text(encoding="utf-8")
    assert "Evaluasi Renja (Formulir E.81), berita acara, dan tindak lanjutnya" in words
    info, problems = transfer.verify_package(path)
    assert problems == []
    assert info is not None
    assert {info.cara[name] for name in stems} == {Cara.SIDIK}


def test_the_years_package_takes_every_signed_triwulan(
    office: Office, ids: dict[str, UUID]
) -> None:
    make_final(office, EVALUASI, E81, DAY)
    paket = EVALUASI.paket
    assert paket is not None
    assert [s.nama for s in paket.list_salinan(office, Periode(2025))] == [
        "Evaluasi_Renja_2025-TW3.pdf", "Evaluasi_Renja_2025-TW3.xlsx",
    ]  # fmt: skip
    assert list(paket.list_salinan(office, Periode(2025, 1))) == []
    assert paket.describe_gap(office, Periode(2025), False) == ""
    assert BERITA_ACARA.bentuk == TINDAK_LANJUT.bentuk == ("pdf", "docx")
