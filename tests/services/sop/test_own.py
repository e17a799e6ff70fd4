"""SOPs in the office's own words: new, copied, one of the five made its own."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.suntingan import edit_langkah, suntingan_of
from kinerja_desktop.errors import DataProblemsError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.library import (
    list_attached,
    list_sop,
    read_seed,
    read_sop_kantor,
)
from kinerja_desktop.services.sop.own import (
    draft_copy,
    draft_new,
    draft_own,
    list_jabatan,
    list_pemilik,
    save_new,
    save_own,
)
from kinerja_desktop.services.sop.papers import compose_sop
from kinerja_desktop.store.records import Penempatan
from tests.services.dokumen.papers import read_text
from tests.services.sop.office import PASRUJAMBE, PENGUKURAN, find_sop, start


def written(office: Office, nama: str = "Pelayanan Surat") -> Sop:
    """A new SOP with all that must be filled in."""
    sop = draft_new(office)
    for step in sop.langkah:
        words = replace(suntingan_of(step), uraian=f"Melakukan hal {step.sequence}")
        sop = edit_langkah(sop, step.sequence, words)
    return replace(sop, identitas=replace(sop.identitas, nama_sop=Isian(nama)))


def test_a_sixth_sop_is_made_from_nothing(muncar: Office) -> None:
    sop_id = save_new(muncar, written(muncar))
    item = read_sop_kantor(muncar, sop_id)
    assert (item.versi, item.aktif, item.sumber) == (1, True, None)
    assert (item.nama, item.sop.id) == ("Pelayanan Surat (Muncar)", "MUNCAR-PELAYANAN-SURAT")
    assert item.id in [other.id for other in list_attached(muncar)]
    paper = read_text(compose_sop(muncar, sop_id))
    for words in ("PEMERINTAH KABUPATEN", "KECAMATAN MUNCAR", "NAMA CAMAT", "Melakukan hal 2"):
        assert words in paper
    for words in ("disimpulkan", "teks sesuai sumber", "*"):
        assert words not in paper
    muncar.journal.undo()
    assert sop_id not in [other.id for other in list_sop(muncar, semua_versi=True)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("tanggal_pembuatan", "Tanggal pembuatan"), ("tanggal_revisi", "Tanggal revisi"),
        ("tanggal_efektif", "Tanggal efektif"), ("tanggal_pengesahan", "Tanggal pengesahan"),
    ],
)  # fmt: skip
def test_a_day_that_there_is_not_is_not_kept(muncar: Office, name: str, label: str) -> None:
    sop = written(muncar)
    days: dict[str, Any] = {name: Isian("32 Februari 2026")}
    with pytest.raises(DataProblemsError) as caught:
        save_new(muncar, replace(sop, identitas=replace(sop.identitas, **days)))
    (told,) = [item for item in caught.value.problems if not item.is_warning]
    assert told.message.startswith(f"{label}: '32 Februari 2026'")
    sop_id = save_new(muncar, sop)
    with pytest.raises(DataProblemsError):
        save_own(muncar, sop_id, replace(sop, identitas=replace(sop.identitas, **days)))
    days = {name: Isian("28 Pebruari 2026")}
    save_own(muncar, sop_id, replace(sop, identitas=replace(sop.identitas, **days)))


def test_two_sops_of_one_name_have_kode_of_their_own(muncar: Office) -> None:
    save_new(muncar, written(muncar))
    second = read_sop_kantor(muncar, save_new(muncar, written(muncar)))
    assert second.sop.id == "MUNCAR-PELAYANAN-SURAT-2"


def test_what_is_not_filled_in_is_not_kept(muncar: Office) -> None:
    before = len(list_sop(muncar))
    with pytest.raises(DataProblemsError) as caught:
        save_new(muncar, draft_new(muncar))
    assert "Nama SOP belum diisi." in [item.message for item in caught.value.problems]
    sop_id = save_new(muncar, written(muncar))
    with pytest.raises(DataProblemsError):
        save_own(muncar, sop_id, replace(written(muncar), langkah=()))
    assert len(list_sop(muncar)) == before + 1


def test_one_of_the_five_becomes_the_office_s_own_with_its_source_beside_it(
    muncar: Office,
) -> None:
    before = find_sop(muncar, PENGUKURAN)
    case_id = start(muncar, PENGUKURAN)
    assert before.id not in [item.id for item in list_attached(muncar)]
    own = draft_own(muncar, before.id, pakai_usulan=True)
    sop_id = save_own(muncar, before.id, own)
    item = read_sop_kantor(muncar, sop_id)
    assert (item.sop.id, item.versi) == (PENGUKURAN, 2)
    assert item.sumber == read_seed("lumajang_pengukuran_2024")
    assert item.id in [other.id for other in list_attached(muncar)]
    assert "KECAMATAN LUMAJANG" not in read_text(compose_sop(muncar, sop_id))
    assert "KECAMATAN LUMAJANG" in read_text(compose_sop(muncar, sop_id, sumber=True))
    # The running case keeps its version; the source goes on with the next version.
    assert read_case(muncar, case_id).sop.versi == 1
    again = draft_own(muncar, sop_id, pakai_usulan=False)
    assert again == item.sop
    named = replace(again, identitas=replace(again.identitas, nomor_sop=Isian("1/2025")))
    third = read_sop_kantor(muncar, save_own(muncar, sop_id, named))
    assert (third.versi, third.sumber) == (3, item.sumber)


def test_a_copy_leaves_its_model_alone(muncar: Office) -> None:
    model = find_sop(muncar, PASRUJAMBE)
    copy = draft_copy(muncar, model.id)
    item = read_sop_kantor(muncar, save_new(muncar, copy))
    assert item.sop.id == "MUNCAR-SOP-PENGUMPULAN-DATA-KINERJA"
    assert find_sop(muncar, PASRUJAMBE) == model


def test_an_sop_without_a_source_prints_itself_as_its_source(muncar: Office) -> None:
    item = find_sop(muncar, PENGUKURAN)
    assert compose_sop(muncar, item.id, sumber=True) == compose_sop(muncar, item.id)


def test_who_is_in_post_can_sign_and_be_a_column(muncar: Office) -> None:
    pemilik = list_pemilik(muncar)
    assert pemilik[0].nama == "NAMA CAMAT"
    assert {item.kecamatan for item in pemilik} == {"Muncar"}
    assert set(list_jabatan(muncar)) == {item.jabatan for item in pemilik}


def test_an_office_without_officials_signs_with_a_blank(muncar: Office) -> None:
    with muncar.journal.action("Kosongkan") as session:
        for row in session.exec(select(Penempatan)):
            row.selesai = date(2024, 12, 31)
    (nobody,) = list_pemilik(muncar)
    assert (nobody.nama, nobody.jabatan) == ("", "")
