from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.naskah.blocks import KeyValues, Naskah, SignatureBlock
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.papers.pengukuran_kinerja import build_pengukuran_kinerja
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.typeset import Style, set_text
from kinerja_desktop.domain.capaian.profil import Aturan, ProfilRumus
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM,
    LENGKAP,
    Angka,
    KelompokSasaran,
    Kolom,
    PengukuranKinerja,
    RataTercetak,
)
from tests.documents.papers.samples import IKI, KODE, RINCI, TAHUNAN, TRIWULANAN, indikator
from tests.documents.reading import texts

TIGA = ProfilRumus(aturan=Aturan.TIGA)


def read(data: PengukuranKinerja) -> list[str]:
    return texts(PdfReader(BytesIO(render_pdf(build_pengukuran_kinerja(data)))))


def table_of(naskah: Naskah) -> Table:
    return next(block for block in naskah.blocks if isinstance(block, Table))


def test_the_yearly_form_says_what_the_official_form_says() -> None:
    # The words of `docs/sakip.md` §5.
    (page,) = read(TAHUNAN)
    for words in (
        "PENGUKURAN KINERJA",
        "SKPD : Kecamatan Muncar",
        "Tahun Anggaran : 2024",
        "Sasaran Strategis",
        "Indikator Kinerja",
        "Target",
        "Realisasi",
        "Program",
        "Anggaran",
        "Pagu",
        "(1) (2) (3) (4) (5) (6) (7) (8) (9)",
        "Jumlah Anggaran Tahun 2024 : Rp 3.831.102.351",
        "Jumlah Realisasi Anggaran Tahun 2024 : Rp 3.361.311.356 (87,74%)",
        "Muncar, 15 Januari 2025",
        "CAMAT MUNCAR,",
        "Drs. BUDI SANTOSO, M.Si.",
        "Pembina Tingkat I",
        "NIP 19701218 199101 1 002",
    ):
        assert words in page


def test_the_form_is_landscape_f4_and_can_be_a4() -> None:
    naskah = build_pengukuran_kinerja(TAHUNAN)
    assert (naskah.paper.name, naskah.landscape) == ("F4", True)
    naskah = build_pengukuran_kinerja(replace(TAHUNAN, tanda=Tanda(kertas="A4")))
    assert naskah.paper.name == "A4"


def test_a_sasaran_is_merged_over_its_indicators_and_a_program_beside_them() -> None:
    rows = table_of(build_pengukuran_kinerja(TAHUNAN)).rows
    first = rows[0].cells
    assert (first[0].text, first[0].row_span) == ("Meningkatnya kualitas pelayanan publik", 2)
    assert first[5].row_span == 2
    # Four indicators and two programs: the second program stands beside the last three.
    spans = [(plain(c.text)[:12], c.row_span) for row in rows[3:7] for c in row.cells]
    assert ("Meningkatnya", 4) in spans
    assert ("Program Penu", 1) in spans
    assert ("Program Pemb", 3) in spans


def test_figures_carry_their_numbers_for_a_spreadsheet() -> None:
    cells = table_of(build_pengukuran_kinerja(TAHUNAN)).rows[0].cells
    assert [cell.number for cell in cells] == [
        None, None, Decimal("91.33"), Decimal("97.66"), Decimal("106.93"), None,
        Decimal(159280900), Decimal(157559350), Decimal("98.92"),
    ]  # fmt: skip


def test_the_four_states_are_told_and_explained() -> None:
    (page,) = read(TAHUNAN)
    assert "Tidak dapat dihitung 1)" in page
    assert "Tidak berlaku 2)" in page
    assert "1) target 0, capaian tidak dapat dihitung" in page
    assert "2) kecamatan tidak mempunyai kelurahan" in page
    assert "- belum diisi" in page


def test_the_number_of_a_note_may_stand_alone_but_never_breaks() -> None:
    narrow = replace(TAHUNAN, kolom=LENGKAP, tanda=Tanda(kertas="A4"))
    for data in (narrow, replace(narrow, profil=TIGA)):
        cells = [
            cell for row in table_of(build_pengukuran_kinerja(data)).rows for cell in row.cells
        ]
        (cell,) = [cell for cell in cells if plain(cell.text).startswith("Tidak dapat")]
        lines = set_text(plain(cell.text), 32, Style(7)).lines
        last = "".join(part.text for part in lines[-1].fragments)
        assert last == ("1)" if data is narrow else ")")


def test_a_blank_is_explained_once() -> None:
    blank = replace(TAHUNAN, catatan=())
    assert " ".join(read(blank)).count("belum diisi") == 1


def test_the_short_form_tells_the_satuan_behind_the_indicator() -> None:
    def first(data: PengukuranKinerja) -> str:
        return plain(table_of(build_pengukuran_kinerja(data)).rows[0].cells[1].text)

    assert first(TAHUNAN) == "Indeks Kepuasan Masyarakat (Nilai)"
    assert first(replace(TAHUNAN, profil=TIGA)) == "Indeks Kepuasan Masyarakat"
    assert "Masyarakat (" not in " ".join(read(RINCI))
    bare = replace(TAHUNAN.kelompok[0].indikator[0], satuan="")
    assert first(replace(TAHUNAN, kelompok=(KelompokSasaran("S", (bare,)),))) == bare.indikator


def test_a_program_in_its_second_place_says_where_its_amounts_are() -> None:
    once = TAHUNAN.kelompok[0]
    again = replace(once.program[0], pagu=Angka(""), realisasi=Angka(""), serapan=Angka(""),
                    rujukan="lihat sasaran ke-1")  # fmt: skip
    data = replace(TAHUNAN, kelompok=(once, replace(once, program=(again,))))
    rows = table_of(build_pengukuran_kinerja(data)).rows
    amounts = [plain(cell.text) for cell in rows[3].cells[-3:]]
    assert amounts == ["lihat sasaran ke-1", "", ""]


def test_the_mean_of_a_triwulan_says_of_which_column_it_is() -> None:
    (page,) = read(TRIWULANAN)
    assert "Rata-rata capaian sasaran Triwulan II" in page
    assert "Rata-rata capaian kinerja Triwulan II : " in page
    # Capaian (%) of the triwulan is the seventh column of the form.
    assert "rata-rata kolom (7), bukan s.d. Triwulan II" in page
    (old,) = read(replace(TRIWULANAN, profil=TIGA))
    assert "Rata-rata capaian kinerja : " in old
    assert "kolom (7)" not in old
    unknown = replace(TRIWULANAN, rata_rata=RataTercetak(BELUM, "", "0 dari 6 indikator"))
    assert "kolom (7)" not in " ".join(read(unknown))
    chosen = replace(TRIWULANAN, kolom=(Kolom.INDIKATOR, Kolom.CAPAIAN_SD))
    assert "kolom (" not in " ".join(read(chosen))


def test_a_zero_is_printed_as_zero() -> None:
    row = table_of(build_pengukuran_kinerja(TAHUNAN)).rows[4]
    assert [plain(cell.text) for cell in row.cells][1] == "0"


def test_the_same_reason_has_one_number() -> None:
    group = TAHUNAN.kelompok[1]
    naskah = build_pengukuran_kinerja(replace(TAHUNAN, kelompok=(group, group)))
    marks = [
        plain(cell.text)
        for row in table_of(naskah).rows
        for cell in row.cells
        if plain(cell.text).startswith("Tidak dapat")
    ]
    assert marks == ["Tidak dapat dihitung 1)"] * 2


def test_means_say_of_how_many_indicators() -> None:
    (page,) = read(TAHUNAN)
    assert "Rata-rata capaian sasaran 109,02 Sangat Tinggi – 2 dari 2 indikator" in page
    assert "Rata-rata capaian kinerja : 105,93% – Sangat Tinggi (3 dari 6 indikator)" in page


def test_a_mean_that_cannot_be_computed_is_told_in_words() -> None:
    empty = RataTercetak(BELUM, "", "0 dari 6 indikator")
    (page,) = read(replace(TAHUNAN, rata_rata=empty))
    assert "belum dapat dihitung (0 dari 6 indikator)" in page
    bare = RataTercetak(TAHUNAN.rata_rata.capaian, "", "3 dari 6 indikator")
    assert "105,93% (3 dari 6 indikator)" in read(replace(TAHUNAN, rata_rata=bare))[0]


def test_the_formula_profile_stands_below_the_table() -> None:
    (page,) = read(TAHUNAN)
    assert "Indikator makin besar makin baik: realisasi ÷ target × 100." in page
    assert "Permendagri 86/2017" in page


def test_a_final_form_bears_its_kode_at_the_foot_and_beside_the_signature() -> None:
    (page,) = read(TAHUNAN)
    assert page.count(KODE) == 2
    assert "DRAF" not in page


def test_the_fuller_form_has_its_columns_and_the_kop() -> None:
    page = " ".join(read(RINCI))
    for words in ("KECAMATAN LUMAJANG", "No", "Satuan", "Capaian (%)", "Kategori", "Keterangan"):
        assert words in page
    assert "Sangat Tinggi 2 dari 2 indikator" in page


def test_the_triwulan_form_has_both_measures_and_what_people_know() -> None:
    (page,) = read(TRIWULANAN)
    for words in (
        "TRIWULAN II TAHUN 2024",
        "Triwulan II",
        "s.d. Triwulan II",
        "Faktor pendorong",
        "Faktor penghambat",
        "Rencana tindak lanjut",
        "Bukti/Sumber data",
        "Jumlah Realisasi Anggaran s.d. Triwulan II Tahun 2024",
        "DRAF",
    ):
        assert words in page


def test_the_iki_form_names_the_pejabat_and_is_signed_by_two() -> None:
    naskah = build_pengukuran_kinerja(IKI)
    head = next(block for block in naskah.blocks if isinstance(block, KeyValues))
    assert ("Nama", "SITI RAHAYU, S.E.") in head.rows
    assert ("NIP", "19800315 200501 2 003") in head.rows
    assert ("Jabatan", "Kasi Pelayanan Umum") in head.rows
    block = naskah.blocks[-1]
    assert isinstance(block, SignatureBlock)
    assert block.left is not None
    assert block.left.head == ("Atasan langsung,", "CAMAT MUNCAR,")
    assert block.right.name == "SITI RAHAYU, S.E."
    assert "Jumlah Anggaran" not in read(IKI)[0]


def test_columns_can_be_chosen() -> None:
    data = replace(TAHUNAN, kolom=(Kolom.INDIKATOR, Kolom.CAPAIAN))
    assert [column.title for column in table_of(build_pengukuran_kinerja(data)).columns] == [
        "Indikator Kinerja", "%",
    ]  # fmt: skip
    without = replace(TAHUNAN, kolom=(Kolom.SASARAN, Kolom.PROGRAM), catatan=())
    rows = table_of(build_pengukuran_kinerja(without)).rows
    assert not any(row.is_total for row in rows)


def test_a_mean_as_last_column_has_no_words_behind_it() -> None:
    data = replace(TAHUNAN, kolom=(Kolom.INDIKATOR, Kolom.CAPAIAN))
    total = next(row for row in table_of(build_pengukuran_kinerja(data)).rows if row.is_total)
    assert [plain(cell.text) for cell in total.cells] == ["Rata-rata capaian sasaran", "109,02"]


def test_a_sasaran_without_indicators_or_programs_has_empty_cells() -> None:
    data = replace(TAHUNAN, kelompok=(KelompokSasaran("Sasaran kosong", ()),), catatan=())
    naskah = build_pengukuran_kinerja(data)
    (row,) = table_of(naskah).rows
    assert [plain(cell.text) for cell in row.cells] == ["Sasaran kosong", *[""] * 8]
    assert "Keterangan:" not in " ".join(read(data))


def test_unknown_amounts_are_a_dash() -> None:
    assert TAHUNAN.anggaran is not None
    unknown = replace(TAHUNAN.anggaran, realisasi=BELUM, serapan=BELUM)
    (page,) = read(replace(TAHUNAN, anggaran=unknown))
    assert "Jumlah Realisasi Anggaran Tahun 2024 : -" in page


@pytest.mark.parametrize("count", range(1, 61))
def test_the_page_of_the_signature_always_shows_indicators(count: int) -> None:
    rows = tuple(indikator(f"<{n}>", "90", "91", "101.11") for n in range(count))
    group = KelompokSasaran("Sasaran", rows, rata_rata=TAHUNAN.kelompok[0].rata_rata)
    pages = read(replace(TAHUNAN, kelompok=(group,)))
    assert "BUDI SANTOSO" in pages[-1]
    assert pages[-1].count("<") >= 1
    assert sum(page.count("<") for page in pages) == count


def with_reasons(count: int) -> list[str]:
    group = TAHUNAN.kelompok[1]
    row = group.indikator[1]
    rows = tuple(
        replace(row, indikator=f"<{n}>", capaian=replace(row.capaian, alasan=f"sebab ke-{n}"))
        for n in range(count)
    )
    return read(replace(TAHUNAN, kelompok=(replace(group, indikator=rows),)))


def test_more_reasons_than_fit_beside_the_signature_stand_above_it() -> None:
    last = with_reasons(12)[-1]
    assert "12) sebab ke-11" in last
    assert "<11>" in last
    assert last.index("sebab ke-11") < last.index("BUDI SANTOSO")


def test_more_reasons_than_fit_on_a_page_leave_two_lines_to_the_signature() -> None:
    pages = with_reasons(60)
    assert all(f"{n + 1}) sebab ke-{n}" in " ".join(pages) for n in range(60))
    assert "BUDI SANTOSO" in pages[-1]
    assert all(note[:30] in pages[-1] for note in TAHUNAN.catatan[-2:])


def test_equal_data_gives_equal_bytes() -> None:
    first = render_pdf(build_pengukuran_kinerja(TAHUNAN))
    assert first == render_pdf(build_pengukuran_kinerja(replace(TAHUNAN)))
