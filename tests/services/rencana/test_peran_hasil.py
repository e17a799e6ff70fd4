"""Matriks Peran Hasil: who contributes what to which result."""

from datetime import date
from uuid import UUID

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.documents import build_naskah
from kinerja_desktop.services.kantor.data_entry import (
    add_row,
    change_field,
    list_rows,
    remove_row,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.peran_hasil import gather_peran_hasil
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.services.rencana.cascading import (
    DAY,
    PERIODE,
    add_line,
    state,
    support,
    text_of,
)


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


def test_the_kegiatan_of_a_program_serve_every_sasaran_of_the_program(
    office: Office, ids: dict[str, UUID]
) -> None:
    support(office, ids["P"], ids["B"])
    change_field(office, "mata_anggaran", ids["P"], "penanggung_jawab", "")
    change_field(office, "mata_anggaran", ids["K"], "penanggung_jawab", "Kasi Uji")
    kegiatan = ("7.01.01.2.01 Kegiatan Loket",)
    assert peran(office)["Kasi Pelayanan"] == (kegiatan, kegiatan)


def test_an_official_with_degrees_answers_beside_another(
    office: Office, ids: dict[str, UUID]
) -> None:
    (kasi,) = list_rows(office, "pejabat", nama="Kasi Uji")
    change_field(office, "pejabat", kasi["id"], "nama", "Dr. Uji, S.Sos., M.Si.")
    change_field(office, "indikator", ids["B1"], "penanggung_jawab", "Dr. Uji, S.Sos., M.Si.")
    change_field(office, "indikator", ids["B2"], "penanggung_jawab", "Kasi Pemerintahan")
    assert peran(office)["Kasi Pelayanan"][1] == ("Penanggung jawab hasil ini",)


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
