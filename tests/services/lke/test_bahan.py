"""The facts of a year as an evaluator would count them by hand."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.lke.bahan import (
    BahanLke,
    PublikasiAda,
)
from kinerja_desktop.domain.lke.hitungan import Hitungan
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.bahan import gather_bahan
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.store.records import (
    DialogKinerja,
    DokumenFinal,
    EvaluasiRenja,
    Formulir,
    Indikator,
    KejadianSop,
    Kiriman,
    Lkjip,
    PelaksanaanSop,
    PenerimaanFormulir,
    Pengukuran,
    Realisasi,
    Sop,
)
from tests.services.dokumen.papers import indikator_id, sign_perjanjian
from tests.services.lke.office import TAHUN, give_lhe, give_rekomendasi, make_file

NOW = datetime(2025, 1, 15, 2, tzinfo=UTC)


def put(office: Office, *rows: Any) -> None:
    with office.journal.action("Mengisi") as session:
        for row in rows:
            session.add(row)
            session.flush()


def first_id(office: Office, section: str) -> UUID:
    return UUID(str(list_rows(office, section)[0]["id"]))


def bahan(office: Office) -> BahanLke:
    return gather_bahan(office, TAHUN)


def test_an_empty_office_has_no_facts(office: Office) -> None:
    found = bahan(office)
    assert found.renstra is None
    assert found.analisis == {}
    assert found.sop == ()
    assert (found.iku, found.serapan, found.lkjip_final, found.lkjip_kirim) == (0, None, None, None)


def test_the_plan_of_the_sample_is_counted(muncar: Office) -> None:
    """Muncar has nine indicators, four of them IKU, three sasaran (`docs/sakip.md` §14)."""
    found = bahan(muncar)
    assert found.renstra is not None
    assert (found.renstra.tahun_awal, found.renstra.tahun_akhir) == (2020, 2024)
    assert (found.iku, found.iku_diganti) == (4, ())
    assert found.sasaran == Hitungan(3, 3)
    assert found.definisi == Hitungan(0, 4)
    assert found.sumber == Hitungan(4, 4)
    assert found.rencana_aksi == Hitungan(0, 9)
    assert found.pk_pejabat == Hitungan(0, 4)
    assert found.analisis[4] == Hitungan(0, 4)
    assert found.analisis[1].dari == 4
    # SOPs of other kecamatan ship with the program; they are not this office's.
    assert found.sop == ()


def iku_of(office: Office) -> list[Indikator]:
    with office.journal.reading() as session:
        rows = session.exec(select(Indikator)).all()
        return sorted((row for row in rows if row.jenis == "IKU"), key=lambda row: row.kode)


def test_what_an_iku_has_is_counted(muncar: Office) -> None:
    first, second, *_ = iku_of(muncar)
    for name, text in (
        ("definisi_operasional", "Nilai survei"), ("penanggung_jawab", "Kasi"),
        ("formula", "Jumlah ÷ responden"),
    ):  # fmt: skip
        change_field(muncar, "indikator", first.id, name, text)
    change_field(muncar, "indikator", second.id, "pengumpul_data", "Kasi")
    found = bahan(muncar)
    assert found.definisi == Hitungan(1, 4)
    assert found.penanggung_jawab == Hitungan(2, 4)
    assert found.smart == Hitungan(1, 4)


def test_an_iku_that_came_or_went_within_the_renstra_is_named(muncar: Office) -> None:
    first, second, third, fourth = iku_of(muncar)
    change_field(muncar, "indikator", first.id, "berlaku_dari", 2022)
    change_field(muncar, "indikator", second.id, "berlaku_sampai", 2022)
    change_field(muncar, "indikator", third.id, "berlaku_dari", 2020)
    change_field(muncar, "indikator", fourth.id, "berlaku_sampai", 2024)
    assert bahan(muncar).iku_diganti == (first.kode, second.kode)


def test_targets_per_triwulan_or_month_are_a_rencana_aksi(muncar: Office) -> None:
    first, second, third, _ = iku_of(muncar)
    add_row(muncar, "rencana_aksi", {"indikator_id": first.id, "tahun": TAHUN, "aktivitas": "Rapat",
                                     "tw1": Decimal(1)})  # fmt: skip
    add_row(muncar, "rencana_aksi", {"indikator_id": second.id, "tahun": TAHUN, "aktivitas": " "})
    add_row(muncar, "rencana_aksi_bulanan", {"indikator_id": third.id, "tahun": TAHUN,
                                             "b3": Decimal(1)})  # fmt: skip
    found = bahan(muncar)
    assert found.rencana_aksi == Hitungan(2, 9)
    assert found.aktivitas == Hitungan(1, 2)


def test_agreements_are_counted_by_who_signed(muncar: Office) -> None:
    key = sign_perjanjian(muncar)
    pejabat = next(
        row["pejabat_id"] for row in list_rows(muncar, "perjanjian_kinerja") if row["id"] == key
    )
    found = bahan(muncar)
    assert found.pk_pejabat == Hitungan(1, 4)
    assert len(found.belum_pk) == 3
    add_row(muncar, "perjanjian_kinerja", {
        "kode": "PK-P1", "tahun": TAHUN, "perubahan_ke": 1, "alasan": "strategi",
        "tanggal": date(2024, 10, 1), "ditandatangani": True,
    })  # fmt: skip
    add_row(muncar, "perjanjian_kinerja", {
        "kode": "PK-P2", "tahun": TAHUN, "perubahan_ke": 2, "pejabat_id": pejabat,
        "alasan": "mutasi", "ditandatangani": True,
    })  # fmt: skip
    (own, his) = bahan(muncar).perubahan_pk
    assert (own.nama, own.alasan, own.tanggal) == ("Camat", "strategi", date(2024, 10, 1))
    assert (his.ke, his.nama != "Camat") == (2, True)


def test_who_has_iki_and_whose_are_measured_is_counted(muncar: Office) -> None:
    camat, other = (UUID(str(row["id"])) for row in list_rows(muncar, "pejabat")[:2])
    put(
        muncar,
        Indikator(kode="IKI-1", uraian="Laporan", jenis="IKI", pejabat_id=camat),
        Indikator(kode="IKI-2", uraian="Lama", jenis="IKI", pejabat_id=other, berlaku_sampai=2023),
        Pengukuran(tahun=TAHUN, pejabat_id=camat, versi=1, tanggal=date(2025, 1, 9), dibuat=NOW,
                   kode="x", snapshot={}),
    )  # fmt: skip
    found = bahan(muncar)
    assert found.iki == Hitungan(1, 4)
    assert found.iki_final == Hitungan(1, 4)
    assert found.final_tahun is None


def test_finals_of_the_office_are_dated(muncar: Office) -> None:
    final: dict[str, Any] = {"tahun": TAHUN, "versi": 1, "dibuat": NOW, "kode": "x", "snapshot": {}}
    put(
        muncar,
        Pengukuran(triwulan=1, tanggal=date(2024, 4, 4), **final),
        Pengukuran(triwulan=2, tanggal=date(2024, 7, 4), dibuka=NOW, **final),
        Pengukuran(tanggal=date(2025, 1, 9), **final),
        DokumenFinal(kunci="berita-acara-evaluasi", triwulan=3, tanggal=date(2024, 10, 9), **final),
        DokumenFinal(kunci="evaluasi-renja", triwulan=1, tanggal=date(2024, 4, 30), **final),
        DokumenFinal(kunci="naskah-notulen", tanggal=date(2024, 5, 2), **final),
        DokumenFinal(kunci="naskah-notulen", tanggal=date(2024, 6, 2), **final),
        DokumenFinal(kunci="naskah-notulen", tanggal=None, **final),
        EvaluasiRenja(tahun=TAHUN, triwulan=1, tanggal=date(2024, 4, 10)),
        EvaluasiRenja(tahun=TAHUN, triwulan=2),
    )
    found = bahan(muncar)
    assert found.final_triwulan == {1: date(2024, 4, 4)}
    assert found.final_tahun == date(2025, 1, 9)
    assert found.evaluasi == {1: date(2024, 4, 10), 3: date(2024, 10, 9)}
    # Finals that were made without the program prove nothing: its LKjIP is not read from them.
    assert found.analisis == {4: Hitungan(0, 4)}
    assert found.naskah["naskah-notulen"] == (date(2024, 5, 2), date(2024, 6, 2))


def test_the_lkjip_was_delivered_after_it_was_final(muncar: Office) -> None:
    early, late = datetime(2025, 1, 20, 2, tzinfo=UTC), datetime(2025, 2, 12, 2, tzinfo=UTC)
    kiriman: dict[str, Any] = {"tahun": TAHUN, "nama": "x", "tempat": "x", "berkas": 1, "ukuran": 1}
    put(muncar, Kiriman(waktu=early, **kiriman))
    assert bahan(muncar).lkjip_kirim is None
    lkjip: dict[str, Any] = {"tahun": TAHUN, "kode": "x", "snapshot": {}}
    put(
        muncar,
        Lkjip(versi=1, tanggal=date(2025, 2, 1), dibuat=datetime(2025, 2, 1, tzinfo=UTC),
              dibuka=late, **lkjip),
        Kiriman(waktu=late, **kiriman),
    )  # fmt: skip
    found = bahan(muncar)
    assert (found.lkjip_final, found.lkjip_kirim) == (None, date(2025, 2, 12))
    with muncar.journal.action("Tanda terima") as session:
        row = session.exec(select(Kiriman).where(Kiriman.waktu == late)).one()
        row.tanggal_terima = date(2025, 2, 14)
    assert bahan(muncar).lkjip_kirim == date(2025, 2, 14)


def test_money_is_counted_by_program(muncar: Office) -> None:
    program = first_id(muncar, "mata_anggaran")
    found = bahan(muncar)
    assert found.serapan is not None
    assert found.program.ada == 0
    add_row(muncar, "program_sasaran", {
        "mata_anggaran_id": program, "sasaran_id": first_id(muncar, "sasaran"),
    })  # fmt: skip
    child = add_row(muncar, "mata_anggaran", {
        "kode": "7.01.01.2.99", "nama": "Kegiatan lain", "jenis": "kegiatan", "induk_id": program,
    })  # fmt: skip
    add_row(muncar, "pagu", {
        "mata_anggaran_id": child, "tahun": TAHUN, "murni": Decimal(100),
        "tanggal_murni": date(2024, 1, 2), "perubahan": Decimal(90),
        "tanggal_perubahan": date(2024, 9, 30),
    })  # fmt: skip
    again = bahan(muncar)
    assert again.program == Hitungan(1, found.program.dari)
    assert (again.dpa, again.dppa) == (date(2024, 1, 2), date(2024, 9, 30))


def test_dialogues_forms_and_evidence_are_counted(muncar: Office, tmp_path: Path) -> None:
    formulir = Formulir(
        tahun=TAHUN, triwulan=1, pemegang="Kasi", dibuat=NOW, tenggat=date(2024, 4, 5), nama="f",
        definisi="x", isi={},
    )  # fmt: skip
    other = formulir.model_copy(update={"id": UUID(int=7)})
    put(
        muncar,
        DialogKinerja(tahun=TAHUN, triwulan=1, rekomendasi="Percepat", tindak_lanjut=" ",
                      selesai=date(2024, 5, 1)),
        formulir,
        Formulir(**other.model_dump()),
        PenerimaanFormulir(formulir_id=formulir.id, waktu=NOW, nama="f", sha256="0" * 64, isi={},
                           ditolak=2),
    )  # fmt: skip
    attach_bukti(muncar, indikator_id(muncar), Periode(TAHUN), make_file(tmp_path))
    with muncar.journal.action("Janji") as session:
        row = session.exec(select(Realisasi).where(Realisasi.tahun == TAHUN)).first()
        assert row is not None
        row.tindak_lanjut = "Menagih data"
    found = bahan(muncar)
    assert (found.formulir, found.ditolak) == (Hitungan(1, 2), 2)
    assert found.berbukti == Hitungan(1, 9)
    assert found.tindak_lanjut == Hitungan(0, 1)
    (held,) = found.dialog
    assert (held.has_rekomendasi, held.has_tindak_lanjut, held.selesai) == (True, False, True)


def test_the_lhe_before_and_the_one_before_that(muncar: Office) -> None:
    lhe = give_lhe(muncar, 2023, "70")
    give_lhe(muncar, 2022, "65")
    give_rekomendasi(muncar, lhe, 1, status="selesai")
    give_rekomendasi(muncar, lhe, 2, status="proses")
    add_row(muncar, "publikasi_dokumen", {"dokumen": "lkjip", "tahun": TAHUN, "tempat": "laman"})
    found = gather_bahan(muncar, TAHUN, Hitungan(3, 80))
    assert (found.nomor_lhe, found.nilai_lhe, found.nilai_lhe_lalu) == ("700/2023", 70, 65)
    assert found.rekomendasi == Hitungan(1, 2)
    assert found.publikasi == (PublikasiAda("lkjip", None, "laman"),)
    assert found.terjawab == Hitungan(3, 80)


def test_a_national_standard_counts_with_its_value(muncar: Office) -> None:
    first, second, *_ = iku_of(muncar)
    standard: dict[str, Any] = {"tahun": TAHUN, "tingkat": "nasional"}
    add_row(muncar, "pembanding", {"indikator_id": first.id, "nilai": Decimal(80), **standard})
    add_row(muncar, "pembanding", {"indikator_id": second.id, **standard})
    assert bahan(muncar).analisis[4] == Hitungan(1, 4)


@pytest.mark.parametrize("walked", [True, False])
def test_the_offices_own_sop_is_told_with_its_cases(muncar: Office, walked: bool) -> None:
    with muncar.journal.action("SOP sendiri") as session:
        row = session.exec(select(Sop)).all()[-1]
        isi = {**row.isi, "id": "milik_sendiri"}
        own = Sop(kode="milik_sendiri", nama="SOP Pengumpulan Data Muncar", isi=isi)
        session.add(own)
        session.flush()
        case = PelaksanaanSop(sop_id=own.id, tahun=TAHUN)
        session.add(case)
        session.flush()
        if walked:
            session.add(KejadianSop(pelaksanaan_id=case.id, urutan=1, waktu=NOW, jenis="mulai",
                                    langkah=1))  # fmt: skip
    (found,) = bahan(muncar).sop
    assert (found.nama, found.kasus, found.selesai) == (
        "SOP Pengumpulan Data Muncar", 1, int(walked)
    )  # fmt: skip
