"""Manual IKU: a sheet for each, and what is missing in it."""

from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.documents import build_naskah
from kinerja_desktop.services.kantor.data_entry import (
    change_field,
    list_rows,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from tests.services.kantor.small import fill_kantor
from tests.services.rencana.cascading import PERIODE, state, text_of


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
