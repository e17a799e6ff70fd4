"""Pohon Kinerja, its matrices, Manual IKU and IKI, from the data of an office."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja, SimpulKinerja
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_docx, build_naskah, build_xlsx
from kinerja_desktop.services.kantor.data_entry import (
    add_row,
    change_field,
    list_rows,
    remove_row,
)
from kinerja_desktop.services.kantor.dokumen import KeadaanDokumen, Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.salinan import list_salinan
from kinerja_desktop.services.rencana.peran_hasil import gather_peran_hasil
from kinerja_desktop.services.rencana.pohon import gather_pohon
from kinerja_desktop.store.records import MataAnggaran
from tests.services.dokumen.papers import read_text
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor

PERIODE = Periode(TAHUN)
DAY = date(2025, 6, 1)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    """Set up the small office with a program for sasaran A, a kegiatan and a sub kegiatan."""
    found = fill_kantor(office)
    found["P"] = add_line(office, "7.01.01", "Program Pelayanan", "program")
    found["K"] = add_line(office, "7.01.01.2.01", "Kegiatan Loket", "kegiatan", found["P"])
    found["S"] = add_line(office, "7.01.01.2.01.01", "Sub Loket", "sub_kegiatan", found["K"])
    change_field(office, "mata_anggaran", found["P"], "penanggung_jawab", "Kepala Seksi Pelayanan")
    found["IP"] = add_indikator(
        office, "C1", jenis="IKK", level="program", mata_anggaran_id=found["P"]
    )
    support(office, found["P"], found["A"])
    add_row(
        office, "pagu", {"mata_anggaran_id": found["S"], "tahun": TAHUN, "murni": Decimal(1000)}
    )
    return found


def add_line(office: Office, kode: str, nama: str, jenis: str, induk: UUID | None = None) -> UUID:
    values: dict[str, Any] = {"kode": kode, "nama": nama, "jenis": jenis, "induk_id": induk}
    return add_row(office, "mata_anggaran", values)


def support(office: Office, program: UUID, sasaran: UUID) -> None:
    add_row(office, "program_sasaran", {"mata_anggaran_id": program, "sasaran_id": sasaran})


def pohon(office: Office) -> PohonKinerja:
    with office.journal.reading() as session:
        return gather_pohon(session, TAHUN, DAY)


def branches(simpul: SimpulKinerja) -> Any:
    """Return a tree as nested words."""
    return (simpul.kinerja, [branches(child) for child in simpul.anak])


def state(office: Office, kunci: str, tahun: int = TAHUN) -> KeadaanDokumen:
    return list_keadaan(office, Periode(tahun))[kunci]


def text_of(office: Office, kunci: str, tentang: UUID | None = None) -> str:
    return read_text(build_naskah(office, Permintaan(kunci, PERIODE, tentang, DAY)))


# Pohon Kinerja


def test_the_tree_goes_from_tujuan_to_sub_kegiatan(office: Office, ids: dict[str, UUID]) -> None:
    data = pohon(office)
    (tujuan,) = data.akar
    kegiatan: Any = ("7.01.01.2.01 Kegiatan Loket", [("7.01.01.2.01.01 Sub Loket", [])])
    assert branches(tujuan) == (
        "Tujuan",
        [("Sasaran A", [("7.01.01 Program Pelayanan", [kegiatan])]), ("Sasaran B", [])],
    )
    assert data.lepas == 0
    owners = {simpul.kinerja: simpul.pemilik for simpul in data.semua}
    # The Camat answers for the sasaran, a line for those below it (`docs/sakip.md` §3.3).
    assert owners["Tujuan"] == "Kecamatan Uji"
    assert owners["Sasaran A"] == "Camat Uji"
    assert owners["7.01.01.2.01.01 Sub Loket"] == "Kepala Seksi Pelayanan"


def test_an_indicator_says_who_answers_for_it(office: Office, ids: dict[str, UUID]) -> None:
    change_field(office, "indikator", ids["B1"], "penanggung_jawab", "Kasi A")
    change_field(office, "indikator", ids["B2"], "penanggung_jawab", "Kasi B")
    owners = {simpul.kinerja: simpul.pemilik for simpul in pohon(office).semua}
    assert owners["Sasaran B"] == "Kasi A, Kasi B"


def test_a_program_of_two_sasaran_has_its_kegiatan_once(
    office: Office, ids: dict[str, UUID]
) -> None:
    support(office, ids["P"], ids["B"])
    names = [simpul.kinerja for simpul in pohon(office).semua]
    assert names.count("7.01.01 Program Pelayanan") == 2
    assert names.count("7.01.01.2.01 Kegiatan Loket") == 1
    second = [simpul for simpul in pohon(office).semua if simpul.tingkat == "program"][1]
    assert second.catatan == "rinciannya pada sasaran sebelumnya"
    assert second.pemilik == "Kepala Seksi Pelayanan"


def test_an_induk_connects_a_program_as_well(office: Office, ids: dict[str, UUID]) -> None:
    loose = add_line(office, "7.01.02", "Program Desa", "program")
    kegiatan = add_line(office, "7.01.02.2.01", "Kegiatan Desa", "kegiatan", loose)
    below = add_indikator(office, "D1", level="kegiatan", mata_anggaran_id=kegiatan)
    assert pohon(office).lepas == 1
    change_field(office, "indikator", below, "induk_id", ids["B1"])
    assert pohon(office).lepas == 0
    names = [simpul.kinerja for simpul in pohon(office).akar[0].anak[1].anak]
    assert names == ["7.01.02 Program Desa"]


def test_what_hangs_on_nothing_is_drawn_and_told(office: Office, ids: dict[str, UUID]) -> None:
    add_line(office, "7.01.09", "Program tanpa pagu", "program")
    loose = add_line(office, "7.01.02", "Program Desa", "program")
    add_indikator(office, "D1", level="program", mata_anggaran_id=loose)
    add_indikator(office, "X1", level="sasaran")
    data = pohon(office)
    assert [simpul.kinerja for simpul in data.lepasan] == [
        "7.01.02 Program Desa",
        "Indikator yang belum terhubung ke tujuan, sasaran, atau program",
    ]
    assert "Indikator X1" in text_of(office, "pohon-kinerja")
    assert "Belum terhubung dengan sasaran: 7.01.02 Program Desa; Indikator yang" in (
        state(office, "pohon-kinerja").catatan
    )


def test_a_line_that_is_its_own_ancestor_does_not_hold_the_tree(
    office: Office, ids: dict[str, UUID]
) -> None:
    one = add_line(office, "7.01.05", "Putar 1", "program")
    other = add_line(office, "7.01.06", "Putar 2", "program", one)
    below = add_indikator(office, "D1", level="program", mata_anggaran_id=other)
    change_field(office, "indikator", below, "induk_id", ids["B1"])
    with office.journal.action("Uji") as session:
        session.get_one(MataAnggaran, one).induk_id = other
    uraian = [item.uraian for simpul in pohon(office).semua for item in simpul.indikator]
    assert uraian.count("Indikator D1") == 1


def test_a_tree_without_a_renstra_takes_every_tujuan(office: Office, ids: dict[str, UUID]) -> None:
    with office.journal.reading() as session:
        data = gather_pohon(session, 2040, DAY)
    assert [simpul.kinerja for simpul in data.akar] == ["Tujuan"]


def test_the_tree_of_another_renstra_is_not_drawn(office: Office, ids: dict[str, UUID]) -> None:
    later = add_row(
        office, "periode_renstra", {"nama": "2030–2034", "tahun_awal": 2030, "tahun_akhir": 2034}
    )
    add_row(office, "tujuan", {"periode_renstra_id": later, "kode": "T9", "uraian": "Kelak"})
    assert [simpul.kinerja for simpul in pohon(office).akar] == ["Tujuan"]


def test_a_pohon_is_signed_by_the_camat(office: Office, ids: dict[str, UUID]) -> None:
    text = text_of(office, "pohon-kinerja")
    for told in (
        "POHON KINERJA KECAMATAN UJI", "TAHUN 2025", "SUB KEGIATAN", "Indikator A1 (100%)",
        "Garis berarti sebab-akibat", "Lumajang, 1 Juni 2025", "CAMAT UJI,",
    ):  # fmt: skip
        assert told in text, told
    assert build_docx(office, Permintaan("pohon-kinerja", PERIODE)).startswith(b"PK")


@pytest.mark.parametrize("kunci", ["pohon-kinerja", "matriks-cascading"])
def test_without_indicators_there_is_no_tree(office: Office, kunci: str) -> None:
    fill_kantor(office)
    for row in list_rows(office, "indikator"):
        change_field(office, "indikator", row["id"], "berlaku_sampai", 2020)
    assert state(office, kunci).kosong.startswith("Belum ada indikator untuk 2025")
    with pytest.raises(KinerjaError, match="Belum ada indikator untuk 2025"):
        build_naskah(office, Permintaan(kunci, PERIODE))


def test_the_matrix_has_a_row_for_each_indicator_and_real_numbers(
    office: Office, ids: dict[str, UUID]
) -> None:
    text = text_of(office, "matriks-cascading")
    for told in (
        "Level",
        "Penanggung Jawab",
        "Program Pelayanan",
        "Kegiatan Loket",
        "Indikator B3",
    ):
        assert told in text, told
    book = openpyxl.load_workbook(
        BytesIO(build_xlsx(office, Permintaan("matriks-cascading", PERIODE)))
    )
    rows = list(book["Data"].iter_rows(values_only=True))
    assert rows[0][2:7] == ("Level", "Kinerja", "Indikator", "Satuan", "Target")
    assert ("Program", "7.01.01 Program Pelayanan", "Indikator C1", "%", 100) in [
        row[2:7] for row in rows
    ]


# Matriks Peran Hasil


def peran(office: Office) -> dict[str, tuple[tuple[str, ...], ...]]:
    with office.journal.reading() as session:
        data = gather_peran_hasil(session, TAHUN, DAY)
    assert data.hasil == ("Sasaran A", "Sasaran B")
    return {item.jabatan: item.sumbangan for item in data.pejabat}


def test_an_official_contributes_what_he_answers_for(office: Office, ids: dict[str, UUID]) -> None:
    found = peran(office)
    assert found["Camat Uji"] == (("Penanggung jawab hasil ini",), ("Penanggung jawab hasil ini",))
    # The topmost of the branch is enough.
    assert found["Kasi Pelayanan"] == (("7.01.01 Program Pelayanan",), ())


def test_what_stands_below_another_is_found_too(office: Office, ids: dict[str, UUID]) -> None:
    change_field(office, "mata_anggaran", ids["P"], "penanggung_jawab", "")
    change_field(office, "mata_anggaran", ids["K"], "penanggung_jawab", "Kasi Uji")
    assert peran(office)["Kasi Pelayanan"] == (("7.01.01.2.01 Kegiatan Loket",), ())


def test_iki_goes_before_programs(office: Office, ids: dict[str, UUID]) -> None:
    (kasi,) = list_rows(office, "pejabat", nama="Kasi Uji")
    own = {"jenis": "IKI", "pejabat_id": kasi["id"]}
    add_indikator(office, "I1", mata_anggaran_id=ids["S"], kinerja="Loket cepat", **own)
    add_indikator(office, "I2", mata_anggaran_id=ids["S"], kinerja="Loket cepat", **own)
    add_indikator(office, "I3", sasaran_id=ids["B"], **own)
    add_indikator(office, "I4", induk_id=ids["B2"], kinerja="Lewat induk", **own)
    assert peran(office)["Kasi Pelayanan"] == (("Loket cepat",), ("Lewat induk", "Indikator I3"))


def test_a_team_is_who_works_in_the_unit(office: Office, ids: dict[str, UUID]) -> None:
    unit = add_row(office, "unit_kerja", {"nama": "Seksi Pelayanan", "jenis": "seksi"})
    staf = add_row(office, "pejabat", {"nama": "Staf Uji"})
    post = {"peran": "staf", "status": "definitif", "mulai": date(2024, 1, 1)}
    add_row(
        office, "penempatan",
        {"pejabat_id": staf, "jabatan": "Pelaksana", "unit_kerja_id": unit, **post},
    )  # fmt: skip
    (kasi,) = list_rows(office, "penempatan", jabatan="Kasi Pelayanan")
    change_field(office, "penempatan", kasi["id"], "unit_kerja_id", unit)
    change_field(office, "penempatan", kasi["id"], "status", "plt")
    with office.journal.reading() as session:
        data = gather_peran_hasil(session, TAHUN, DAY)
    assert [(item.jabatan, item.tim) for item in data.pejabat] == [
        ("Camat Uji", ()),
        ("Plt. Kasi Pelayanan", ("Staf Uji",)),
    ]
    assert "Tim: Staf Uji" in text_of(office, "matriks-peran-hasil")


def test_who_has_no_part_is_told(office: Office, ids: dict[str, UUID]) -> None:
    found = state(office, "matriks-peran-hasil")
    assert (found.keadaan, found.catatan) == ("2 pejabat, 2 hasil", "")
    change_field(office, "mata_anggaran", ids["P"], "penanggung_jawab", "")
    assert state(office, "matriks-peran-hasil").catatan.startswith(
        "Belum tampak perannya: Kasi Pelayanan."
    )


def test_many_results_go_on_to_further_pages(office: Office, ids: dict[str, UUID]) -> None:
    for number in range(4):
        loose = add_line(office, f"7.02.{number:02}", f"Program Lepas {number}", "program")
        add_indikator(office, f"L{number}", level="program", mata_anggaran_id=loose)
    change_field(office, "mata_anggaran", ids["S"], "penanggung_jawab", "Kasi Pelayanan")
    text = text_of(office, "matriks-peran-hasil")
    assert "Hasil 1–5 dari 6" in text
    assert "Hasil 6–6 dari 6" in text
    assert text.count("Kasi Uji") == 2


def test_several_contributions_are_listed(office: Office, ids: dict[str, UUID]) -> None:
    more = add_line(office, "7.01.03", "Program Kedua", "program")
    add_indikator(office, "E1", level="program", mata_anggaran_id=more)
    support(office, more, ids["A"])
    change_field(office, "mata_anggaran", more, "penanggung_jawab", "Kasi Pelayanan")
    assert "• 7.01.03 Program Kedua" in text_of(office, "matriks-peran-hasil")


def test_without_officials_the_matrix_has_a_line_to_fill(
    office: Office, ids: dict[str, UUID]
) -> None:
    for row in list_rows(office, "penempatan"):
        remove_row(office, "penempatan", row["id"])
    found = state(office, "matriks-peran-hasil")
    assert found.catatan == "Belum ada pejabat yang menjabat: isi Pengaturan."
    text = text_of(office, "matriks-peran-hasil")
    assert "CAMAT UJI," in text
    assert "Sasaran A" in text


def test_without_results_there_is_no_matrix(office: Office) -> None:
    fill_kantor(office)
    for row in list_rows(office, "indikator"):
        change_field(office, "indikator", row["id"], "sasaran_id", None)
    for row in list_rows(office, "sasaran"):
        remove_row(office, "sasaran", row["id"])
    assert state(office, "matriks-peran-hasil").kosong.startswith("Belum ada sasaran atau program")
    with pytest.raises(KinerjaError, match="Belum ada sasaran atau program untuk 2025"):
        build_naskah(office, Permintaan("matriks-peran-hasil", PERIODE))


# Manual IKU


def test_a_manual_has_a_page_for_each_iku_and_lines_for_what_is_missing(
    office: Office, ids: dict[str, UUID]
) -> None:
    change_field(office, "indikator", ids["A1"], "definisi_operasional", "Yang dihitung")
    change_field(office, "indikator", ids["A1"], "baseline_tahun", 2024)
    change_field(office, "indikator", ids["A1"], "baseline_nilai", Decimal("87.5"))
    text = text_of(office, "manual-iku")
    assert text.count("MANUAL INDIKATOR KINERJA UTAMA") == 4
    for told in (
        "IKU 1 dari 4 – A1", "Yang dihitung", "2024: 87,5", "Makin besar makin baik",
        "Posisi akhir", "TAHUN 2025 – 2029", "Pengumpul data", "." * 60,
    ):  # fmt: skip
        assert told in text, told
    # An IKK has no sheet.
    assert "Indikator C1" not in text


def test_the_gaps_of_a_manual_are_told(office: Office, ids: dict[str, UUID]) -> None:
    found = state(office, "manual-iku")
    assert found.keadaan == "4 IKU"
    lines = found.catatan.splitlines()
    assert lines[0].startswith("4 IKU belum lengkap, jadi tercetak titik-titik")
    assert lines[1] == (
        "A1: definisi operasional, formula perhitungan, frekuensi pelaporan, sumber data, bukti, "
        "penanggung jawab, pengumpul data."
    )
    assert lines[-1] == "Dan 1 IKU lain."


def test_a_complete_manual_has_nothing_to_tell(office: Office, ids: dict[str, UUID]) -> None:
    for kode in ("B2", "B3"):
        change_field(office, "indikator", ids[kode], "berlaku_sampai", 2020)
    words = {
        "definisi_operasional": "D", "formula": "F", "frekuensi": "tahunan", "sumber_data": "S",
        "bukti": "B", "penanggung_jawab": "P", "pengumpul_data": "K",
    }  # fmt: skip
    for name, value in words.items():
        change_field(office, "indikator", ids["A1"], name, value)
    found = state(office, "manual-iku")
    assert found.catatan.splitlines()[0].startswith("1 IKU belum lengkap")
    assert not any(line.startswith(("A1", "Dan")) for line in found.catatan.splitlines())
    for name, value in words.items():
        change_field(office, "indikator", ids["B1"], name, value)
    assert state(office, "manual-iku").catatan == ""


def test_without_iku_there_is_no_manual(office: Office) -> None:
    fill_kantor(office)
    for row in list_rows(office, "indikator"):
        change_field(office, "indikator", row["id"], "berlaku_sampai", 2020)
    assert state(office, "manual-iku").kosong.startswith("Belum ada IKU yang berlaku pada 2025")
    with pytest.raises(KinerjaError, match="Belum ada IKU yang berlaku pada 2025"):
        build_naskah(office, Permintaan("manual-iku", PERIODE))


def test_a_manual_of_an_iku_without_a_place_or_kode_is_printed(office: Office) -> None:
    ids = fill_kantor(office)
    change_field(office, "indikator", ids["A1"], "sasaran_id", None)
    assert "IKU 1 dari 4" in text_of(office, "manual-iku")


# IKI


def give_iki(office: Office, nama: str, **values: Any) -> UUID:
    (row,) = list_rows(office, "pejabat", nama=nama)
    add_indikator(office, f"I-{nama}", jenis="IKI", pejabat_id=row["id"], **values)
    key: UUID = row["id"]
    return key


def test_the_form_of_an_iki_is_signed_by_both(office: Office, ids: dict[str, UUID]) -> None:
    kasi = give_iki(
        office, "Kasi Uji", kinerja="Loket cepat", formula="Selesai ÷ masuk", sumber_data="Buku"
    )
    text = text_of(office, "iki", kasi)
    for told in (
        "INDIKATOR KINERJA INDIVIDU (IKI)", "TAHUN 2025", "Kasi Pelayanan", "Loket cepat",
        "Selesai ÷ masuk", "Buku", "KASI PELAYANAN,", "CAMAT UJI,", "." * 150,
    ):  # fmt: skip
        assert told in text, told
    assert state(office, "iki").keadaan == "1 pejabat"
    assert "bertarget" not in state(office, "iki").catatan


def test_the_camat_has_the_tugas_of_the_office_and_the_bupati_above(
    office: Office, ids: dict[str, UUID]
) -> None:
    (row,) = list_rows(office, "instansi")
    change_field(office, "instansi", row["id"], "tugas", "Memimpin kecamatan")
    change_field(office, "instansi", row["id"], "fungsi", "Koordinasi")
    text = text_of(office, "iki", give_iki(office, "Camat Uji", kinerja="Hasil"))
    assert "Memimpin kecamatan" in text
    assert "Koordinasi" in text
    assert "BUPATI LUMAJANG," in text


def test_an_iki_without_a_target_is_told(office: Office, ids: dict[str, UUID]) -> None:
    give_iki(office, "Kasi Uji", target=None)
    assert "Belum semua IKI bertarget 2025: Kasi Uji." in state(office, "iki").catatan


def test_without_iki_there_is_no_form(office: Office, ids: dict[str, UUID]) -> None:
    assert state(office, "iki").kosong.startswith("Belum ada IKI untuk 2025")
    (kasi,) = list_rows(office, "pejabat", nama="Kasi Uji")
    with pytest.raises(KinerjaError, match="belum mempunyai IKI untuk 2025"):
        build_naskah(office, Permintaan("iki", PERIODE, kasi["id"]))
    with pytest.raises(KinerjaError, match="belum dipilih untuk siapa"):
        build_naskah(office, Permintaan("iki", PERIODE))


# The package


def test_only_the_final_paper_goes_along_to_bappeda(office: Office, ids: dict[str, UUID]) -> None:
    def sent() -> set[str]:
        return {path for path in list_salinan(office, Periode(TAHUN, 1)) if "00_" in path}

    before = sent()
    for kunci in ("manual-iku", "pohon-kinerja"):
        make_final(office, get_dokumen(kunci), Permintaan(kunci, PERIODE), DAY)
    assert sent() - before == {
        "00_PERENCANAAN/Manual_IKU_2025.pdf",
        "00_PERENCANAAN/Pohon_Kinerja_2025.pdf",
    }
