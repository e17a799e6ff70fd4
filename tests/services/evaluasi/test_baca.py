"""Formulir E.81 of a small office, every figure reckoned by hand (`docs/sakip.md` §12).

Rp, in millions, TW III of 2025, Renstra 2024–2026:

- S1: 5 = 100+200+300 = 600; 6 = 90 (only the year was entered); 7 = 180, because the change to 210
  is in force from 1 October; 8–10 = 30, 40, 50; 12 = 120; 13 = 120/180 = 66,67; 14 = 90+120 = 210;
  15 = 210/600 = 35,00. What was spent in TW IV does not count yet.
- S2: 5 = 150; 6 = 40; 7 = 60; 9, 10 = 15, 15; 12 = 30; 13 = 50,00; 14 = 70; 15 = 70/150 = 46,67.
- S3: pagu 0 and nothing else: no percentage.
- Kegiatan and program: the sums 750, 130, 240, 30, 55, 65, 150; 13 = 150/240 = 62,50; 14 = 280;
  15 = 280/750 = 37,33.

K:

- A (akumulasi): 5 = 10+12+14 = 36; 6 = 2+2+2+3 = 9; 12 = 3+4+2 = 9; 13 = 9/12 = 75,00;
  14 = 9+9 = 18; 15 = 18/36 = 50,00.
- B (posisi akhir): 5 = 90 of 2026; 6 = 78; 12 = 81 of TW III; 13 = 81/85 = 95,29; 14 = 81;
  15 = 81/90 = 90,00.
- C (rata-rata, falling, (2T − R)/T): 5 = 3; 6 = (6+4)/2 = 5; 12 = (5+4+4,5)/3 = 4,5;
  13 = (8−4,5)/4 = 87,50; 14 = 4,5; 15 = (6−4,5)/3 = 50,00.
- D (tertinggi): 5 = 20; 6 = 9; 12 = 8; 13 = 8/10 = 80,00; 14 = 8; 15 = 8/20 = 40,00.
- E (terendah): 5 = 15; 6 = 7; 12 = 6; 13 = 6/12 = 50,00; 14 = 6; 15 = 6/15 = 40,00.
- F (tahunan saja, predikat D=1 … AA=7): 5 = A; 6 = BB; unknown before TW IV; 14 = BB;
  15 = 5/6 = 83,33.
- Means: 13 = (75 + 95,2941… + 87,5 + 80 + 50)/5 = 77,56, Tinggi; 15 = (50+90+50+40+40+83,3…)/6 =
  58,89, Rendah.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.evaluasi_renja import BarisTercetak, EvaluasiTercetak
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.evaluasi.baca import (
    ANGGARAN,
    RENSTRA,
    gather_evaluasi,
    gather_tindak_lanjut,
    read_evaluasi,
)
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from tests.services.evaluasi.office import (
    S1,
    S2,
    S3,
    TW3,
    K,
    P,
    add_realisasi,
    fill_evaluasi,
)
from tests.services.kantor.small import fill_kantor

JT = ".000.000"


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_evaluasi(office)


def gather(office: Office, periode: Periode = TW3) -> EvaluasiTercetak:
    with office.journal.reading() as session:
        return gather_evaluasi(session, periode)


def row_of(evaluasi: EvaluasiTercetak, indikator: str) -> BarisTercetak:
    return next(b for b in evaluasi.baris if b.indikator.startswith(f"Indikator {indikator}"))


def line_of(evaluasi: EvaluasiTercetak, kode: str) -> BarisTercetak:
    return next(b for b in evaluasi.baris if b.kode == kode and b.tinggi)


def change(office: Office, section: str, cells: list[tuple[UUID, str, Any]]) -> None:
    for key, name, value in cells:
        change_field(office, section, key, name, value)


def k_of(baris: BarisTercetak) -> list[str]:
    return [angka.teks for angka in baris.kinerja]


def rp_of(baris: BarisTercetak) -> list[str]:
    return [angka.teks.removesuffix(JT) for angka in baris.rupiah]


def test_a_line_takes_a_row_for_each_indikator_and_stands_without(
    office: Office, ids: dict[str, UUID]
) -> None:
    evaluasi = gather(office)
    assert [(b.nomor, b.kode, b.tinggi, b.indikator) for b in evaluasi.baris] == [
        (1, P, 1, "Indikator F (predikat)"),
        (2, K, 2, "Indikator D (skor)"),
        (2, K, 0, "Indikator E (skor)"),
        (3, S1, 2, "Indikator A (laporan)"),
        (3, S1, 0, "Indikator B (%)"),
        (4, S2, 1, "Indikator C (hari)"),
        (5, S3, 1, ""),
    ]
    assert evaluasi.renstra == "2024–2026"


def test_the_rp_of_every_line_is_a_sum(office: Office, ids: dict[str, UUID]) -> None:
    evaluasi = gather(office)
    top = ["750", "130", "240", "30", "55", "65", "", "150", "62,50", "280", "37,33"]
    assert rp_of(line_of(evaluasi, P)) == top
    assert rp_of(line_of(evaluasi, K)) == top
    assert rp_of(line_of(evaluasi, S1)) == [
        "600", "90", "180", "30", "40", "50", "", "120", "66,67", "210", "35,00",
    ]  # fmt: skip
    assert rp_of(line_of(evaluasi, S2)) == [
        "150", "40", "60", "-", "15", "15", "", "30", "50,00", "70", "46,67",
    ]  # fmt: skip
    bare = line_of(evaluasi, S3)
    assert rp_of(bare) == ["-", "-", "0", "0", "-", "-", "", "0", "-", "0", "-"]
    assert [angka.alasan for angka in bare.rupiah if angka.alasan] == ["pagu 0"]
    assert k_of(bare) == [""] * 11


@pytest.mark.parametrize(
    ("kode", "figures", "rule"),
    [
        ("A", ["36", "9", "12", "3", "4", "2", "", "9", "75,00", "18", "50,00"], "K: akumulasi"),
        ("B", ["90", "78", "85", "70", "-", "81", "", "81", "95,29", "81", "90,00"],
         "K: posisi akhir"),
        ("C", ["3", "5", "4", "5", "4", "4,5", "", "4,5", "87,50", "4,5", "50,00"],
         "K: rata-rata; capaian: makin kecil makin baik (a)"),
        ("D", ["20", "9", "10", "8", "6", "-", "", "8", "80,00", "8", "40,00"], "K: tertinggi"),
        ("E", ["15", "7", "12", "8", "6", "-", "", "6", "50,00", "6", "40,00"], "K: terendah"),
        ("F", ["A", "BB", "A", "-", "-", "-", "", "-", "-", "BB", "83,33"],
         "K: tahunan saja; capaian: predikat"),
    ],
)  # fmt: skip
def test_k_follows_the_kind_of_accumulation(
    office: Office, ids: dict[str, UUID], kode: str, figures: list[str], rule: str
) -> None:
    row = row_of(gather(office), kode)
    assert (k_of(row), row.keterangan) == (figures, rule)


def test_the_means_are_of_unrounded_k_with_their_predikat(
    office: Office, ids: dict[str, UUID]
) -> None:
    form = gather(office).formulir
    assert (form.rata_renja.tampil, form.rata_renja.kategori) == (Decimal("77.56"), "Tinggi")
    assert form.rata_renja.keterangan == "5 dari 6 indikator"
    assert (form.rata_renstra.tampil, form.rata_renstra.kategori) == (Decimal("58.89"), "Rendah")
    assert form.rata_renstra.keterangan == "6 dari 6 indikator"


def test_in_tw_iv_all_quarters_and_the_years_own_figure_count(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_realisasi(office, ids["F"], Periode(2025), "AA")
    evaluasi = gather(office, Periode(2025, 4))
    # 120 + 60 of TW IV, against the pagu of 210 that is in force since October: 180/210.
    assert rp_of(line_of(evaluasi, S1))[6:9] == ["60", "180", "85,71"]
    assert rp_of(line_of(evaluasi, S1))[2] == "210"
    # 9 + 9 in TW IV; 14 = 9 + 18.
    assert k_of(row_of(evaluasi, "A"))[6:] == ["9", "18", "150,00", "27", "75,00"]
    # AA of A: 7/6.
    assert k_of(row_of(evaluasi, "F"))[7:] == ["AA", "116,67", "AA", "116,67"]


def test_the_unit_comes_from_the_line_the_line_above_or_the_indikator(
    office: Office, ids: dict[str, UUID]
) -> None:
    evaluasi = gather(office)
    assert (row_of(evaluasi, "A").unit, row_of(evaluasi, "C").unit) == (
        "Sekretariat", "Kasi Pelayanan",
    )  # fmt: skip
    change(office, "mata_anggaran", [(ids[P], "penanggung_jawab", "")])
    change(office, "indikator", [(ids["A"], "penanggung_jawab", "Kasubbag Program")])
    assert row_of(gather(office), "A").unit == "Kasubbag Program"


def test_the_first_year_of_a_renstra_has_no_year_before(
    office: Office, ids: dict[str, UUID]
) -> None:
    row = row_of(gather(office, Periode(2024, 4)), "A")
    assert (k_of(row)[1], row.kinerja[1].alasan) == ("Tidak berlaku", "tahun pertama Renstra")
    # 14 is then the year alone: 9 of 36.
    assert k_of(row)[7:] == ["9", "90,00", "9", "25,00"]


def test_a_sum_of_fewer_targets_is_no_target(office: Office, ids: dict[str, UUID]) -> None:
    rows = list_rows(office, "target_tahunan", indikator_id=ids["A"])
    key = next(row["id"] for row in rows if row["tahun"] == 2026)
    change(office, "target_tahunan", [(key, "nilai", None)])
    row = row_of(gather(office), "A")
    assert (k_of(row)[0], row.kinerja[0].alasan) == ("-", "target Renstra 2026 belum diisi")
    assert (k_of(row)[10], row.kinerja[10].alasan) == (
        "Tidak dapat dihitung", "target belum ditetapkan",
    )  # fmt: skip


def test_a_blank_year_before_is_left_out_and_told(office: Office, ids: dict[str, UUID]) -> None:
    for entry in list_rows(office, "realisasi", indikator_id=ids["A"], tahun=2024):
        change(office, "realisasi", [(entry["id"], "nilai", None)])
    row = row_of(gather(office), "A")
    assert (k_of(row)[1], row.kinerja[1].alasan) == ("-", "realisasi 2024 belum diisi")
    assert k_of(row)[9] == "9"


def test_what_does_not_apply_says_why(office: Office, ids: dict[str, UUID]) -> None:
    (entry,) = list_rows(office, "realisasi", indikator_id=ids["F"])
    cells = [(entry["id"], "nilai", None), (entry["id"], "tidak_berlaku", True),
             (entry["id"], "alasan", "belum dinilai")]  # fmt: skip
    change(office, "realisasi", cells)
    add_realisasi(office, ids["F"], Periode(2025), None, tidak_berlaku=True, alasan="ditunda")
    row = row_of(gather(office, Periode(2025, 4)), "F")
    assert [(row.kinerja[i].teks, row.kinerja[i].alasan) for i in (1, 7, 8, 9, 10)] == [
        ("Tidak berlaku", "belum dinilai"), *[("Tidak berlaku", "ditunda")] * 4,
    ]  # fmt: skip


def test_a_year_that_did_not_apply_keeps_what_was_reached_before(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_realisasi(office, ids["F"], Periode(2025), None, tidak_berlaku=True, alasan="ditunda")
    assert k_of(row_of(gather(office, Periode(2025, 4)), "F"))[7:10] == [
        "Tidak berlaku", "Tidak berlaku", "BB",
    ]  # fmt: skip


def test_without_a_renstra_columns_5_and_15_are_blank_and_say_why(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_row(office, "target_tahunan",
            {"indikator_id": ids["A"], "tahun": 2030, "nilai": Decimal(5)})  # fmt: skip
    row = row_of(gather(office, Periode(2030, 1)), "A")
    assert row.kinerja[0].alasan == "belum ada periode Renstra yang memuat 2030"
    assert row.kinerja[2].teks == "5"
    assert [item.halaman for item in read_evaluasi(office, Periode(2030, 1)).kekurangan] == [
        RENSTRA, ANGGARAN,
    ]  # fmt: skip


def test_a_budget_that_is_only_known_for_the_year_says_so(
    office: Office, ids: dict[str, UUID]
) -> None:
    (spent,) = list_rows(office, "realisasi_anggaran", mata_anggaran_id=ids[S3], tahun=2025)
    change(office, "realisasi_anggaran",
                 [(spent["id"], "tw1", None), (spent["id"], "tahunan", Decimal(7))])  # fmt: skip
    line = line_of(gather(office, Periode(2025, 4)), S3)
    assert line.keterangan == "realisasi anggaran hanya diisi setahun, tidak per triwulan"
    assert [angka.teks for angka in line.rupiah[3:8]] == ["-", "-", "-", "-", "7"]
    # Before the year is over nobody knows what of it was spent.
    assert line_of(gather(office), S3).rupiah[7].teks == "-"


def test_in_tw_iv_the_figure_of_the_year_goes_before_the_triwulan(
    office: Office, ids: dict[str, UUID]
) -> None:
    """As in Pengukuran Kinerja; of what is added up only where no triwulan was filled."""
    for kode in "AB":
        add_realisasi(office, ids[kode], Periode(2025), Decimal(88))
    before, after = gather(office, TW3), gather(office, Periode(2025, 4))
    assert (k_of(row_of(before, "B"))[7], k_of(row_of(after, "B"))[7]) == ("81", "88")
    assert row_of(after, "B").keterangan == "K: posisi akhir, realisasi setahun"
    assert k_of(row_of(after, "A"))[7] == "18"
    for entry in list_rows(office, "realisasi", indikator_id=ids["A"], tahun=2025):
        if entry["triwulan"]:
            change(office, "realisasi", [(entry["id"], "nilai", None)])
    assert k_of(row_of(gather(office, Periode(2025, 4)), "A"))[7] == "88"


def test_an_amount_above_others_is_not_counted_twice(office: Office, ids: dict[str, UUID]) -> None:
    """The kegiatan has 5 of its own in TW I (`docs/sakip.md` §4.9)."""
    values = {"mata_anggaran_id": ids[K], "tahun": 2025, "tw1": Decimal(5)}
    add_row(office, "realisasi_anggaran", values)
    assert rp_of(line_of(gather(office), K))[3:8] == ["30", "55", "65", "", "150"]


def test_what_is_missing_is_said_with_its_page(office: Office, ids: dict[str, UUID]) -> None:
    (lack,) = read_evaluasi(office, TW3).kekurangan
    assert lack.halaman == RENSTRA
    assert lack.teks.startswith(
        "1 dari 5 program, kegiatan, dan sub kegiatan belum punya indikator"
    )
    for pagu in list_rows(office, "pagu"):
        change(office, "pagu", [(pagu["id"], "renstra", None)])
    assert [item.halaman for item in read_evaluasi(office, TW3).kekurangan] == [RENSTRA, ANGGARAN]


def test_a_year_as_a_whole_has_no_form(office: Office, ids: dict[str, UUID]) -> None:
    isi = read_evaluasi(office, Periode(2025))
    assert isi.evaluasi is None
    assert "pilih Triwulan I, II, III, atau IV" in isi.kosong
    with office.journal.reading() as session:
        for gather_it in (gather_evaluasi, gather_tindak_lanjut):
            with pytest.raises(KinerjaError, match="tidak ada untuk setahun"):
                gather_it(session, Periode(2025))


def test_an_office_without_a_budget_is_told_what_to_fill(office: Office) -> None:
    fill_kantor(office)
    isi = read_evaluasi(office, TW3)
    assert isi.evaluasi is None
    assert "isi program, kegiatan, dan sub kegiatan" in isi.kosong
    assert [item.halaman for item in isi.kekurangan] == [ANGGARAN]


def test_the_rules_are_printed(office: Office, ids: dict[str, UUID]) -> None:
    notes = gather(office).catatan
    assert notes[0].startswith("K kolom 12 = 8+9+10+11 dan kolom 14 = 6+12 pada baris akumulasi.")
    assert any("paling rendah 0%" in note for note in notes)
    for kode in "BCDEF":
        change(office, "indikator", [(ids[kode], "akumulasi", "akumulasi")])
    assert gather(office).catatan[0] == "K kolom 12 = 8+9+10+11 dan kolom 14 = 6+12."


def test_tindak_lanjut_names_who_does_it_until_when(office: Office, ids: dict[str, UUID]) -> None:
    (entry,) = list_rows(office, "realisasi", indikator_id=ids["A"], tahun=2025, triwulan=3)
    values = {
        "penghambat": "Data terlambat", "tindak_lanjut": "Menagih", "penanggung_jawab": "Kasi PMD",
        "batas_waktu": date(2025, 10, 31), "selesai": date(2025, 10, 20),
    }  # fmt: skip
    change(office, "realisasi", [(entry["id"], n, v) for n, v in values.items()])
    with office.journal.reading() as session:
        (butir,) = gather_tindak_lanjut(session, TW3).butir
    assert (butir.indikator, butir.penghambat, butir.tindak_lanjut) == (
        "Indikator A", "Data terlambat", "Menagih",
    )  # fmt: skip
    assert (butir.penanggung_jawab, butir.batas_waktu) == ("Kasi PMD", date(2025, 10, 31))
    assert butir.keterangan == "Selesai 20 Oktober 2025"
    assert replace(butir, keterangan="").keterangan == ""
