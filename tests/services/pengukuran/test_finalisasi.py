from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.finals import FinalCancelledError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.finalisasi import list_before_final, reopen
from kinerja_desktop.services.pengukuran.ukur import (
    find_status,
    list_kekurangan,
    list_versi,
    measure_periode,
    set_keterangan,
    set_realisasi,
)
from kinerja_desktop.store.records import Pengukuran, RencanaAksi, RencanaAksiBulanan
from tests.conftest import Clock
from tests.finals import finalize
from tests.stopping import Counter, stop_at
from tests.tampering import lose_file

TAHUN = Periode(2024)
TANGGAL = date(2025, 1, 31)
PRINT = Permintaan("pengukuran-kinerja", TAHUN)


def indikator(office: Office, kode: str) -> UUID:
    (row,) = list_rows(office, "indikator", kode=kode)
    key: UUID = row["id"]
    return key


def test_a_final_measurement_has_a_kode_over_its_data(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    assert row.kode == compute_kode(row.snapshot)
    status = find_status(muncar, TAHUN)
    assert (status.is_final, status.versi, status.kode) == (True, 1, row.kode)
    assert status.perubahan == ()


def test_making_it_final_is_stopped_until_it_is_stored(muncar: Office) -> None:
    asked = Counter()
    state = muncar.journal.state()
    for cancelled, last_call in ((stop_at(1), asked), (asked, lambda: True)):
        with pytest.raises(FinalCancelledError, match="Dokumennya tetap draf"):
            finalize(muncar, TAHUN, TANGGAL, cancelled=cancelled, last_call=last_call)
        assert muncar.journal.state() == state
        assert not find_status(muncar, TAHUN).is_final
    finalize(muncar, TAHUN, TANGGAL, cancelled=asked, last_call=asked)
    assert find_status(muncar, TAHUN).versi == 1


def test_a_reprint_is_equal_byte_for_byte(muncar: Office) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    first = documents.build_pdf(muncar, PRINT)
    change_field(muncar, "indikator", indikator(muncar, "IKU-1"), "uraian", "Lain")
    assert documents.build_pdf(muncar, PRINT) == first


def test_a_lost_print_is_made_again_from_the_frozen_data(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    first = documents.build_pdf(muncar, PRINT)
    lose_file(muncar, row.pdf)
    assert documents.build_pdf(muncar, PRINT) == first


def test_if_data_changes_after_signing_the_program_says_so(muncar: Office) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    change_field(muncar, "indikator", indikator(muncar, "IKU-1"), "satuan", "Indeks")
    assert find_status(muncar, TAHUN).perubahan == (
        "Indeks Kepuasan Masyarakat: satuan 'Nilai' menjadi 'Indeks'",
    )


def test_rules_of_a_later_release_do_not_seem_to_be_changes(muncar: Office) -> None:
    """Signed by the first edition, which knew neither targets of months nor quotients.

    `docs/sakip.md` §4.14.
    """
    final = finalize(muncar, TAHUN, TANGGAL)
    key = indikator(muncar, "IKU-1")
    profil = {name: value for name, value in final.snapshot["profil"].items() if name != "aturan"}
    snapshot = {**final.snapshot, "profil": profil}
    with muncar.engine.begin() as connection:
        values = {"snapshot": snapshot, "kode": compute_kode(snapshot)}
        connection.execute(update(Pengukuran).values(values))
    with muncar.journal.action("Menambah target bulanan") as session:
        plan = select(RencanaAksi).where(
            RencanaAksi.indikator_id == key, RencanaAksi.tahun == TAHUN.tahun
        )
        assert session.exec(plan).all() == []
        months: dict[str, Any] = {f"b{number}": Decimal(90) for number in range(1, 13)}
        session.add(RencanaAksiBulanan(indikator_id=key, tahun=TAHUN.tahun, **months))
    assert find_status(muncar, TAHUN).perubahan == ()


def test_a_final_period_takes_no_other_realisasi(muncar: Office) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match="sudah final"):
        set_realisasi(muncar, indikator(muncar, "IKU-1"), TAHUN, Decimal(1))
    with pytest.raises(KinerjaError, match="sudah final"):
        set_keterangan(muncar, indikator(muncar, "IKU-1"), TAHUN, pendorong="x")
    with pytest.raises(KinerjaError, match="sudah final"):
        finalize(muncar, TAHUN, TANGGAL)


def test_reopening_needs_a_reason_and_keeps_the_old_version(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match="Alasan membuka kembali"):
        reopen(muncar, row.id, "  ")
    reopen(muncar, row.id, "salah ketik")
    with pytest.raises(KinerjaError, match="sudah dibuka"):
        reopen(muncar, row.id, "lagi")
    assert find_status(muncar, TAHUN).versi == 1
    set_realisasi(muncar, indikator(muncar, "IKU-1"), TAHUN, Decimal("95"))
    second = finalize(muncar, TAHUN, TANGGAL)
    assert second.kode != row.kode
    old, new = sorted(list_versi(muncar, TAHUN), key=lambda version: version.versi)
    assert (old.versi, old.alasan_dibuka, new.versi) == (1, "salah ketik", 2)
    assert old.snapshot == row.snapshot


def test_what_left_the_office_cannot_be_undone(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    while muncar.journal.undo_label:
        with suppress(KinerjaError):
            muncar.journal.undo()
    assert [(item.kode, item.dibuka) for item in list_versi(muncar, TAHUN)] == [(row.kode, None)]


def test_something_missing_blocks_the_end(muncar: Office) -> None:
    set_realisasi(muncar, indikator(muncar, "IKU-1"), TAHUN, None)
    with pytest.raises(DataProblemsError) as caught:
        finalize(muncar, TAHUN, TANGGAL)
    assert [str(p) for p in caught.value.problems] == [
        "Indeks Kepuasan Masyarakat: realisasi belum diisi"
    ]
    assert not find_status(muncar, TAHUN).is_final


def test_without_a_camat_nothing_can_be_signed(muncar: Office) -> None:
    (post,) = list_rows(muncar, "penempatan", peran="camat")
    change_field(muncar, "penempatan", post["id"], "selesai", date(2024, 12, 31))
    messages = [problem.message for problem in list_kekurangan(muncar, TAHUN)]
    assert any("Belum ada Camat" in message for message in messages)


def test_nobody_signs_on_a_day_without_a_camat(muncar: Office) -> None:
    """The Camat of today was not in office on the day that was typed."""
    (post,) = list_rows(muncar, "penempatan", peran="camat")
    change_field(muncar, "penempatan", post["id"], "mulai", date(2025, 1, 3))
    with pytest.raises(DataProblemsError) as caught:
        finalize(muncar, TAHUN, date(2025, 1, 2))
    assert [problem.message for problem in caught.value.problems] == [
        "Tidak ada Camat yang menjabat pada 2 Januari 2025: ganti tanggal dokumennya, atau isi "
        "Pengaturan → Penempatan"
    ]
    assert not find_status(muncar, TAHUN).is_final
    finalize(muncar, TAHUN, date(2025, 1, 3))
    assert find_status(muncar, TAHUN).is_final


def test_a_nip_that_can_be_none_is_told_before_it_is_printed(muncar: Office) -> None:
    (post,) = list_rows(muncar, "penempatan", peran="camat")
    change_field(muncar, "pejabat", post["pejabat_id"], "nip", "1970123")
    (told,) = [p for p in list_kekurangan(muncar, TAHUN) if "NIP" in p.message]
    assert "NIP terdiri dari 18 angka, ini 7 tanda" in told.message
    assert told.is_warning


def test_a_capaian_that_bappeda_will_ask_about_is_told(muncar: Office) -> None:
    """Three times the target, by whatever rumus; 200 itself is below what an index may reach."""
    key = indikator(muncar, "IKU-1")
    assert not any("akan ditanyakan Bappeda" in str(p) for p in list_before_final(muncar, TAHUN))
    (target,) = list_rows(muncar, "target_tahunan", indikator_id=key, tahun=2024)
    change_field(muncar, "target_tahunan", target["id"], "nilai", Decimal(60))
    set_realisasi(muncar, key, TAHUN, Decimal(180))
    (told,) = [p for p in list_before_final(muncar, TAHUN) if "akan ditanyakan" in p.message]
    assert "capaian 300% di atas 150%" in told.message
    assert (told.is_warning, told.about) == (True, str(key))


def test_a_plh_signs_while_the_camat_is_away(muncar: Office, clock: Clock) -> None:
    (pejabat,) = list_rows(muncar, "pejabat", nama="NAMA SEKRETARIS")
    add_row(
        muncar,
        "penempatan",
        {"pejabat_id": pejabat["id"], "jabatan": "Camat Muncar", "peran": "camat", "status": "plh",
         "mulai": date(2025, 1, 20), "selesai": date(2025, 2, 5)},
    )  # fmt: skip
    row = finalize(muncar, TAHUN, TANGGAL)
    assert row.snapshot["camat"]["nama"] == "NAMA SEKRETARIS"
    assert row.snapshot["camat"]["awalan"] == "Plh."
    clock.moment += timedelta(days=60)
    reopen(muncar, row.id, "uji")
    later = finalize(muncar, TAHUN, date(2025, 3, 1))
    assert later.snapshot["camat"]["nama"] == "NAMA CAMAT"


def test_pagu_above_other_pagu_is_remarked_on(muncar: Office) -> None:
    (program,) = list_rows(muncar, "mata_anggaran", kode="7.01.01")
    child = add_row(
        muncar,
        "mata_anggaran",
        {
            "kode": "7.01.01.2.01",
            "nama": "Kegiatan",
            "jenis": "kegiatan",
            "induk_id": program["id"],
        },
    )
    add_row(muncar, "pagu", {"mata_anggaran_id": child, "tahun": 2024, "murni": Decimal(5)})
    messages = [problem.message for problem in list_kekurangan(muncar, TAHUN)]
    assert any(message.startswith("Pagu 7.01.01 tidak dihitung") for message in messages)


def test_the_promise_of_the_year_goes_before_the_renstra(muncar: Office) -> None:
    key = indikator(muncar, "IKU-1")
    for ke, target in ((0, "80"), (1, "85")):
        agreement = add_row(
            muncar,
            "perjanjian_kinerja",
            {"kode": f"PK-{ke}", "tahun": 2024, "perubahan_ke": ke, "alasan": "mutasi"},
        )
        add_row(
            muncar,
            "butir_perjanjian",
            {"perjanjian_kinerja_id": agreement, "indikator_id": key, "target": Decimal(target)},
        )
    (item,) = [x for x in measure_periode(muncar, TAHUN).indikator if x.bahan.kode == "IKU-1"]
    assert item.utama.target == 85
    assert item.bahan.sumber_target == "Perjanjian Kinerja Perubahan ke-1"


def test_a_reason_is_asked_for_what_does_not_apply(muncar: Office) -> None:
    key = indikator(muncar, "IKU-1")
    with pytest.raises(KinerjaError, match="Alasannya belum ditulis"):
        set_keterangan(muncar, key, TAHUN, tidak_berlaku=True)
    set_keterangan(muncar, key, TAHUN, tidak_berlaku=True, alasan="tidak disurvei")
    (item,) = [x for x in measure_periode(muncar, TAHUN).indikator if x.bahan.kode == "IKU-1"]
    assert item.utama.capaian.alasan == "tidak disurvei"


def test_who_signs_before_the_period_is_over_is_told(muncar: Office, clock: Clock) -> None:
    words = "Tahun 2024 belum berakhir"
    assert not any(words in str(problem) for problem in list_before_final(muncar, TAHUN))
    clock.moment = datetime(2024, 12, 31, 2, tzinfo=UTC)
    first = list_before_final(muncar, TAHUN)[0]
    assert first.message.startswith(words)
    assert first.is_warning


def test_what_the_table_marks_as_odd_is_told_before_it_is_signed(muncar: Office) -> None:
    key = indikator(muncar, "IKU-1")
    assert not any("900" in str(problem) for problem in list_before_final(muncar, TAHUN))
    set_realisasi(muncar, key, TAHUN, Decimal(900))
    (told, *_) = [p for p in list_before_final(muncar, TAHUN) if "900" in p.message]
    # Ten times its target, and no index reaches it: likely a comma in the wrong place.
    (row,) = list_rows(muncar, "indikator", kode="IKU-1")
    assert told.message.startswith(f"{row['uraian']}: realisasi 900")
    assert (told.is_warning, told.needs_reason, told.about) == (True, False, str(key))


def test_more_spent_than_there_was_is_remarked_on(muncar: Office) -> None:
    (pagu, *_) = list_rows(muncar, "pagu", tahun=2024)
    key = pagu["mata_anggaran_id"]
    (spent,) = list_rows(muncar, "realisasi_anggaran", mata_anggaran_id=key, tahun=2024)
    told = "realisasi anggaran melebihi pagunya"
    assert not any(told in str(problem) for problem in list_kekurangan(muncar, TAHUN))
    too_much = (pagu["perubahan"] or pagu["murni"]) + 1
    change_field(muncar, "realisasi_anggaran", spent["id"], "tahunan", too_much)
    (problem,) = (item for item in list_kekurangan(muncar, TAHUN) if told in str(item))
    assert problem.is_warning


def test_a_line_that_is_over_is_named_though_its_program_is_not(muncar: Office) -> None:
    """A sub kegiatan with a pagu of 10 that spent 11, in a program with 100 more."""
    program = add_line(muncar, "7.01.99", "program", None)
    kegiatan = add_line(muncar, "7.01.99.2.01", "kegiatan", program)
    for kode, pagu, spent in (("7.01.99.2.01.0001", 10, 11), ("7.01.99.2.01.0002", 100, 0)):
        key = add_line(muncar, kode, "sub_kegiatan", kegiatan)
        add_row(muncar, "pagu", {"mata_anggaran_id": key, "tahun": 2024, "murni": Decimal(pagu)})
        spending = {"mata_anggaran_id": key, "tahun": 2024, "tahunan": Decimal(spent)}
        add_row(muncar, "realisasi_anggaran", spending)
    found = [str(item) for item in list_kekurangan(muncar, TAHUN) if "melebihi" in str(item)]
    assert [text.split(":")[0] for text in found] == ["7.01.99.2.01.0001 Nama 7.01.99.2.01.0001"]


def add_line(office: Office, kode: str, jenis: str, induk: UUID | None) -> UUID:
    row = {"kode": kode, "nama": f"Nama {kode}", "jenis": jenis, "induk_id": induk}
    return add_row(office, "mata_anggaran", row)
