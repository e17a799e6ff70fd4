from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import (
    add_row,
    change_field,
    list_rows,
    list_warnings,
    remove_row,
)
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.kantor.office import Office


def find(office: Office, section: str, **where: Any) -> dict[str, Any]:
    (row,) = list_rows(office, section, **where)
    return row


def add_periode(office: Office, nama: str = "2025–2029") -> UUID:
    values = {"nama": nama, "tahun_awal": 2025, "tahun_akhir": 2029}
    return add_row(office, "periode_renstra", values)


def test_a_row_is_added_and_listed(office: Office) -> None:
    key = add_periode(office)
    assert find(office, "periode_renstra")["id"] == key
    assert office.journal.undo_label == "Menambah Periode Renstra"


def test_rows_can_be_listed_by_their_values(muncar: Office) -> None:
    assert len(list_rows(muncar, "target_tahunan", tahun=2024)) == 9


def test_a_field_is_changed_and_its_deed_named(office: Office) -> None:
    key = add_periode(office)
    change_field(office, "periode_renstra", key, "nomor", "12")
    assert find(office, "periode_renstra")["nomor"] == "12"
    assert office.journal.undo_label == "Mengubah Periode Renstra: Nomor dokumen"


def test_a_required_field_cannot_be_emptied(office: Office) -> None:
    key = add_periode(office)
    with pytest.raises(KinerjaError, match="Nama periode harus diisi"):
        change_field(office, "periode_renstra", key, "nama", "")
    assert find(office, "periode_renstra")["nama"] == "2025–2029"


def test_a_row_must_not_contradict_itself(office: Office) -> None:
    key = add_periode(office)
    with pytest.raises(KinerjaError, match="Tahun akhir mendahului tahun awal"):
        change_field(office, "periode_renstra", key, "tahun_akhir", 2020)


def test_two_rows_cannot_have_the_same_key(office: Office) -> None:
    add_periode(office)
    other = add_periode(office, "2030–2034")
    with pytest.raises(KinerjaError, match="dengan Nama periode yang sama sudah ada"):
        add_periode(office)
    with pytest.raises(KinerjaError, match="sudah ada"):
        change_field(office, "periode_renstra", other, "nama", "2025–2029")


def test_a_row_that_is_used_cannot_be_removed(muncar: Office) -> None:
    sasaran = find(muncar, "sasaran", kode="S1")
    with pytest.raises(KinerjaError, match="Sasaran ini masih dipakai di Indikator"):
        remove_row(muncar, "sasaran", sasaran["id"])


def test_of_several_rows_the_one_that_is_used_is_named(muncar: Office) -> None:
    used = find(muncar, "sasaran", kode="S1")
    free = add_row(
        muncar, "sasaran", {"kode": "S9", "uraian": "Bebas", "tujuan_id": used["tujuan_id"]}
    )
    with pytest.raises(KinerjaError, match="Sasaran S1 masih dipakai di Indikator"):
        remove_row(muncar, "sasaran", free, used["id"])
    assert find(muncar, "sasaran", kode="S9")["id"] == free


def test_an_indicator_with_history_is_retired_instead(muncar: Office) -> None:
    """`docs/sakip.md` §4.11."""
    indikator = find(muncar, "indikator", kode="IKU-1")
    with pytest.raises(KinerjaError) as caught:
        remove_row(muncar, "indikator", indikator["id"])
    assert "menonaktifkannya" in caught.value.remedy


def test_an_unused_row_is_removed_and_comes_back(office: Office) -> None:
    key = add_periode(office)
    remove_row(office, "periode_renstra", key)
    assert list_rows(office, "periode_renstra") == []
    office.journal.undo()
    assert find(office, "periode_renstra")["id"] == key


def test_oddities_are_told_but_kept(office: Office) -> None:
    assert [p.is_warning for p in list_warnings("pejabat", {"nip": "123"})] == [True]
    add_row(office, "pejabat", {"nama": "Ani", "nip": "123"})


def test_the_single_row_of_the_office_can_be_changed(muncar: Office) -> None:
    row = find(muncar, "instansi")
    change_field(muncar, "instansi", row["id"], "alamat", "Jl. Raya 1")
    assert muncar.require_instansi().alamat == "Jl. Raya 1"


def test_choices_stand_in_order(muncar: Office) -> None:
    with muncar.journal.reading() as session:
        assert list(Directory(session).choices("sasaran").values()) == ["S1", "S2", "S3"]


def test_words_lead_to_rows_and_back(muncar: Office) -> None:
    with muncar.journal.reading() as session:
        directory = Directory(session)
        key = directory.resolve("sasaran", "  s1 ")
        assert key is not None
        assert directory.describe("sasaran", key) == "S1"
        assert directory.resolve("sasaran", "S9") is None
        assert directory.describe("sasaran", None) == ""


def test_figures_keep_their_kind(office: Office) -> None:
    line = add_row(
        office, "mata_anggaran", {"kode": "7.01.01", "nama": "Program", "jenis": "program"}
    )
    add_row(
        office,
        "pagu",
        {"mata_anggaran_id": line, "tahun": 2025, "murni": Decimal("10.50"),
         "tanggal_murni": date(2025, 1, 2)},
    )  # fmt: skip
    row = find(office, "pagu")
    assert (row["murni"], row["tanggal_murni"]) == (Decimal("10.50"), date(2025, 1, 2))
