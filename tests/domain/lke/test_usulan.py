"""What data prove of each criterion, and that they never say more (`docs/sakip.md` §11.3)."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kinerja_desktop.domain.lke.bahan import (
    BahanLke,
    DialogAda,
    PerubahanPk,
    PublikasiAda,
    RenstraAda,
    SopAda,
)
from kinerja_desktop.domain.lke.berkas import read_lembar
from kinerja_desktop.domain.lke.hitungan import Hitungan
from kinerja_desktop.domain.lke.lembar import Kriteria, LembarKriteria
from kinerja_desktop.domain.lke.petunjuk import BukuPetunjuk, Petunjuk, read_petunjuk
from kinerja_desktop.domain.lke.skala import SKALA
from kinerja_desktop.domain.lke.usulan import ATURAN, propose
from kinerja_desktop.paths import resource
from tests.domain.lke.sheets import shipped

RENSTRA = RenstraAda("Renstra 2020–2024", 2020, 2024, "050/1", date(2020, 2, 3), "188/2",
                     date(2020, 3, 4))  # fmt: skip
PENUH = Hitungan(4, 4)
KOSONG = BahanLke(2024)


def lembar() -> LembarKriteria:
    found, problems = read_lembar(shipped(), "bawaan")
    assert found is not None, problems
    return found


def petunjuk_data() -> Any:
    return json.loads(resource("lke/petunjuk.json").read_text("utf-8"))


def buku() -> BukuPetunjuk:
    return read_petunjuk(petunjuk_data(), lembar())


def judge(aturan: str, **facts: Any) -> tuple[Fraction, str] | None:
    found = ATURAN[aturan](replace(KOSONG, **facts))
    return None if found is None else (found.bagian, found.alasan)


def test_every_criterion_says_what_proves_it() -> None:
    data = petunjuk_data()
    assert list(data) == [item.kode for item in lembar().list_kriteria()]
    for row in data.values():
        assert row["pemasok"]
        assert row.get("aturan") or row.get("dokumen") or row.get("pembuktian")


def test_every_rule_serves_a_criterion_and_every_name_is_a_rule() -> None:
    used = {row["aturan"] for row in petunjuk_data().values() if "aturan" in row}
    assert used == set(ATURAN) - {"lkjip-analisis-7"}


def test_data_that_are_silent_propose_nothing() -> None:
    assert propose(lembar(), buku(), SKALA["aa-e"], KOSONG) == {}


def test_a_proposal_is_on_the_offices_scale() -> None:
    facts = replace(KOSONG, definisi=Hitungan(9, 9), berbukti=Hitungan(4, 5))
    found = propose(lembar(), buku(), SKALA["aa-e"], facts)
    assert {kode: (item.jawaban, item.alasan) for kode, item in found.items()} == {
        "2.1.2": ("BB", "9 dari 9 indikator mempunyai definisi operasional"),
        "2.2.2": ("B", "4 dari 5 realisasi disertai berkas bukti"),
    }
    on_y_t = propose(lembar(), buku(), SKALA["y-t"], facts)
    assert {kode: item.jawaban for kode, item in on_y_t.items()} == {"2.1.2": "Y", "2.2.2": "T"}


def test_the_same_kode_with_other_words_is_not_answered_by_accident() -> None:
    other = Kriteria("2.1.2", "Terdapat gedung kantor.", ("Foto", "IMB"))
    assert buku().of(other) == Petunjuk(pembuktian="Foto, IMB")
    again = Kriteria("9.9", "terdapat Definisi Operasional yang jelas atas kinerja dan cara "
                     "mengukur  indikator kinerja")  # fmt: skip
    assert buku().of(again).aturan == "definisi"


def test_a_kode_that_the_petunjuk_lack_is_left_out() -> None:
    assert read_petunjuk({}, lembar()).isi == {}


def test_the_renstra_is_named_with_number_and_day() -> None:
    assert judge("renstra") is None
    assert judge("renstra", renstra=RENSTRA) == (
        1, "Renstra 2020–2024 nomor 050/1 tanggal 3 Februari 2020"
    )  # fmt: skip
    plain = RenstraAda("Kecamatan Muncar", 2020, 2024)
    assert judge("renstra", renstra=plain) == (1, "Renstra Kecamatan Muncar 2020–2024")


def test_the_short_plans_are_iku_and_every_agreement() -> None:
    assert judge("jangka-pendek") is None
    assert judge("jangka-pendek", iku=3, pk_pejabat=PENUH) == (
        1, "3 IKU ditetapkan; Perjanjian Kinerja 4 dari 4 pejabat sudah ditandatangani"
    )  # fmt: skip
    assert judge("jangka-pendek", iku=3, pk_pejabat=Hitungan(1, 4)) == (
        Fraction(1, 2), "3 IKU ditetapkan; Perjanjian Kinerja baru 1 dari 4 pejabat"
    )  # fmt: skip


def test_who_has_no_agreement_is_named() -> None:
    assert judge("pk-pejabat") is None
    assert judge("pk-pejabat", pk_pejabat=PENUH) == (
        1, "4 dari 4 pejabat sudah menandatangani Perjanjian Kinerja"
    )  # fmt: skip
    few = judge("pk-pejabat", pk_pejabat=Hitungan(3, 4), belum_pk=("Ani",))
    assert few == (
        Fraction(3, 4), "3 dari 4 pejabat sudah menandatangani Perjanjian Kinerja; belum: Ani"
    )  # fmt: skip
    many = judge("pk-pejabat", pk_pejabat=Hitungan(0, 5), belum_pk=tuple("ABCDE"))
    assert many is not None
    assert many[1].endswith("belum: A, B, C, D …")


def test_formal_means_number_and_date() -> None:
    assert judge("formal") is None
    assert judge("formal", renstra=RENSTRA, pk_pejabat=PENUH) == (
        1,
        "Renstra nomor 050/1 tanggal 3 Februari 2020; Penetapan IKU nomor 188/2 tanggal "
        "4 Maret 2020; Perjanjian Kinerja 4 dari 4 pejabat ditandatangani",
    )
    bare = judge("formal", renstra=RenstraAda("R", 2020, 2024))
    assert bare == (
        0,
        "nomor atau tanggal Renstra belum diisi; nomor atau tanggal penetapan IKU belum diisi; "
        "Perjanjian Kinerja baru 0 dari 0 pejabat",
    )


def test_publication_counts_what_was_written_down_with_a_day() -> None:
    web = PublikasiAda("renstra", date(2024, 1, 5), "https://x")
    assert judge("publikasi-rencana") is None
    assert judge("publikasi-rencana", publikasi=(replace(web, tanggal=None),)) is None
    assert judge("publikasi-rencana", publikasi=(web,)) == (
        Fraction(1, 4),
        "Renstra tanggal 5 Januari 2024; IKU belum dicatat publikasinya; Perjanjian Kinerja belum "
        "dicatat publikasinya; Rencana Aksi belum dicatat publikasinya",
    )


def test_an_iku_that_stays_is_stable() -> None:
    assert judge("iku-tetap", iku=4) is None
    assert judge("iku-tetap", renstra=RENSTRA) is None
    assert judge("iku-tetap", renstra=RENSTRA, iku=4) == (
        1, "4 IKU tidak diganti selama 2020–2024"
    )  # fmt: skip
    assert judge("iku-tetap", renstra=RENSTRA, iku=4, iku_diganti=("IKU-5",)) == (
        Fraction(3, 5), "selama 2020–2024 IKU ini ditambah atau diganti: IKU-5"
    )  # fmt: skip


def test_cascading_needs_all_three_levels() -> None:
    assert judge("cascading") is None
    whole = judge("cascading", iki=PENUH, sasaran=PENUH, program=PENUH)
    assert whole == (
        1,
        "4 dari 4 sasaran mempunyai IKU; 4 dari 4 program mendukung sasaran; 4 dari 4 pejabat "
        "mempunyai IKI",
    )
    partly = judge("cascading", iki=Hitungan(1, 4))
    assert partly is not None
    assert partly[0] == 0


def test_counts_are_told_as_they_are() -> None:
    half = Hitungan(2, 4)
    for aturan, facts, words in (
        ("rencana-aksi", {"rencana_aksi": half}, "indikator mempunyai target triwulan"),
        ("pk-pegawai", {"pk_pegawai": half}, "pejabat dan staf"),
        ("smart", {"smart": half}, "IKU mempunyai satuan"),
        ("anggaran-mengacu", {"program": half}, "program berpagu"),
        ("aktivitas", {"aktivitas": half}, "baris Rencana Aksi"),
        ("tercapai", {"tercapai": half}, "indikator mencapai target 2024"),
        ("iki", {"iki": half}, "pejabat mempunyai IKI"),
        ("berjenjang", {"iki_final": half}, "Pengukuran IKI yang final"),
        ("tindak-lanjut", {"tindak_lanjut": half}, "sudah selesai"),
        ("lhe-ditindaklanjuti", {"rekomendasi": half}, "rekomendasi LHE atas 2023"),
    ):
        found = judge(aturan, **facts)
        assert found is not None, aturan
        assert found[0] == Fraction(1, 2)
        assert found[1].startswith("2 dari 4 ")
        assert words in found[1]


def test_a_budget_is_proved_by_its_day() -> None:
    assert judge("anggaran") is None
    assert judge("anggaran", dpa=date(2024, 1, 2)) == (1, "DPA ditetapkan tanggal 2 Januari 2024")
    assert judge("anggaran-perubahan") is None
    found = judge("anggaran-perubahan", dppa=date(2024, 9, 30))
    assert found == (1, "DPPA ditetapkan tanggal 30 September 2024")


def test_a_changed_agreement_tells_its_reason() -> None:
    assert judge("pk-perubahan") is None
    rows = (
        PerubahanPk("Ani", 1, date(2024, 10, 1), "strategi"),
        PerubahanPk("Budi", 1, None, ""),
    )
    assert judge("pk-perubahan", perubahan_pk=rows) == (
        1,
        "Perjanjian Kinerja Perubahan: perubahan ke-1 Ani tanggal 1 Oktober 2024 karena perubahan "
        "strategi yang memengaruhi tujuan/sasaran; perubahan ke-1 Budi (tanpa tanggal) (alasan "
        "belum diisi)",
    )
    assert judge("strategi", perubahan_pk=rows[1:]) is None
    found = judge("strategi", perubahan_pk=rows)
    assert found is not None
    assert found[1].endswith("tanggal 1 Oktober 2024")


def test_measuring_is_regular_when_four_triwulan_are_final() -> None:
    days = {1: date(2024, 4, 5), 2: date(2024, 7, 4), 3: date(2024, 10, 3), 4: date(2025, 1, 6)}
    assert judge("berkala") is None
    assert judge("berkala", final_triwulan=days) == (
        1,
        "Pengukuran TW I–IV final tanggal 5 April 2024, tanggal 4 Juli 2024, tanggal 3 Oktober "
        "2024, tanggal 6 Januari 2025",
    )
    assert judge("berkala", final_triwulan={2: date(2024, 7, 4)}) == (
        Fraction(1, 4), "Pengukuran final 1 dari 4 triwulan: TW II tanggal 4 Juli 2024"
    )  # fmt: skip


def test_the_evaluation_of_a_renja_is_proved_by_its_berita_acara() -> None:
    some = {1: date(2024, 4, 10), 2: None}
    assert judge("dipantau") is None
    assert judge("dipantau", evaluasi=some) == (
        Fraction(1, 2),
        "Evaluasi Renja (E.81) 2 dari 4 triwulan: TW I tanggal 10 April 2024, TW II (tanpa "
        "tanggal)",
    )
    assert judge("berita-acara") is None
    plain = judge("berita-acara", evaluasi=some)
    done = judge("berita-acara", evaluasi=some, tindak_lanjut=Hitungan(1, 2))
    assert plain is not None
    assert done == (plain[0], f"{plain[1]}; tindak lanjut selesai 1 dari 2")


def test_six_things_make_collecting_reliable() -> None:
    assert judge("mekanisme", sop=(SopAda("SOP Pengukuran"),)) is None
    sop = SopAda("SOP Pengumpulan Data Kinerja", 2, 1)
    whole = judge(
        "mekanisme", sop=(sop,), sumber=PENUH, formulir=Hitungan(5, 6), penanggung_jawab=PENUH,
        ditolak=3,
    )  # fmt: skip
    assert whole is not None
    assert whole[0] == 1
    assert "data yang salah dikembalikan menurut SOP (3 isian)" in whole[1]
    only_forms = judge("mekanisme", formulir=Hitungan(0, 6))
    assert only_forms is not None
    assert only_forms[0] == Fraction(2, 6)
    assert "SOP pengumpulan data belum ada" in only_forms[1]


def test_the_camat_decides_in_dialogues_with_advice() -> None:
    held = DialogAda(1, date(2024, 4, 8), True, True, True)
    silent = replace(held, triwulan=2, has_rekomendasi=False, selesai=False)
    assert judge("pimpinan", dialog=(silent,)) is None
    found = judge("pimpinan", dialog=(held, silent))
    assert found is not None
    assert found[0] == Fraction(1, 4)
    assert judge("peduli-unit") is None
    assert judge("peduli-unit", dialog=(held, silent)) == (
        Fraction(1, 2), "1 dari 2 tindak lanjut Dialog Kinerja sudah selesai"
    )  # fmt: skip


def test_the_program_itself_is_the_application() -> None:
    assert judge("aplikasi-kumpul") is None
    assert judge("aplikasi-kumpul", formulir=Hitungan(0, 3)) == (
        0, "0 dari 3 formulir elektronik kembali dan dibaca Kinerja Desktop"
    )  # fmt: skip
    sent = judge("aplikasi-kumpul", formulir=Hitungan(1, 3))
    assert sent is not None
    assert sent[0] == 1
    assert judge("aplikasi-ukur") is None
    found = judge(
        "aplikasi-ukur", final_tahun=date(2025, 2, 1), final_triwulan={1: date(2024, 4, 1)}
    )
    assert found == (1, "2 Pengukuran Kinerja final dihitung Kinerja Desktop")
    assert judge("aplikasi-evaluasi") is None
    found = judge("aplikasi-evaluasi", terjawab=Hitungan(2, 80))
    assert found == (1, "2 dari 80 kriteria dinilai sendiri dengan Kinerja Desktop")


@pytest.mark.parametrize(
    ("capaian", "serapan", "bagian"),
    [("100", "80", 1), ("80", "100", Fraction(4, 5)), ("-5", "50", 0)],
)
def test_efficiency_is_more_capaian_than_money(capaian: str, serapan: str, bagian: object) -> None:
    found = judge("efisiensi", rata_capaian=Decimal(capaian), serapan=Decimal(serapan))
    assert found is not None
    assert found[0] == bagian


def test_efficiency_needs_both_figures() -> None:
    assert judge("efisiensi", rata_capaian=Decimal(90)) is None
    assert judge("efisiensi", serapan=Decimal(90)) is None
    assert judge("efisiensi", rata_capaian=Decimal(90), serapan=Decimal(0)) is None


def test_the_lkjip_is_in_time_on_the_last_day_of_february() -> None:
    """`docs/sakip.md` §2.3: two months after the year; 2025 is no leap year."""
    assert judge("lkjip-tepat-waktu") is None
    assert judge("lkjip-tepat-waktu", lkjip_kirim=date(2025, 2, 12)) == (
        1, "LKjIP dikirim 12 Februari 2025, batas 28 Februari 2025"
    )  # fmt: skip
    last = judge("lkjip-tepat-waktu", lkjip_kirim=date(2025, 2, 28))
    late = judge("lkjip-tepat-waktu", lkjip_kirim=date(2025, 3, 1))
    assert last is not None
    assert late is not None
    assert (last[0], late[0]) == (1, 0)


def test_the_lkjip_is_made_when_it_is_final() -> None:
    day = date(2025, 2, 10)
    assert judge("lkjip-disusun") is None
    assert judge("lkjip-disusun", lkjip_final=day) == (
        1, "LKjIP 2024 final tanggal 10 Februari 2025"
    )  # fmt: skip
    assert judge("lkjip-berkala") is None
    found = judge("lkjip-berkala", lkjip_final=day, final_triwulan={1: day, 2: day})
    assert found is not None
    assert found[0] == Fraction(3, 5)
    only_tw = judge("lkjip-berkala", final_triwulan={1: day})
    assert only_tw is not None
    assert only_tw[0] == Fraction(1, 5)


def test_the_lkjip_is_public_where_that_is_written_down() -> None:
    web = PublikasiAda("LKjIP", date(2025, 3, 1), "https://kec.go.id")
    assert judge("lkjip-publikasi") is None
    assert judge("lkjip-publikasi", publikasi=(web,)) == (
        1, "LKjIP dipublikasikan tanggal 1 Maret 2025 di https://kec.go.id"
    )  # fmt: skip
    bare = judge("lkjip-publikasi", publikasi=(replace(web, tanggal=None, tempat=""),))
    assert bare == (1, "LKjIP dipublikasikan (tanpa tanggal)")


def test_the_comparisons_are_counted_by_sasaran() -> None:
    rows = {1: Hitungan(3, 4), 4: Hitungan(1, 9)}
    assert judge("lkjip-mengungkap") is None
    whole = judge("lkjip-mengungkap", analisis=rows)
    assert whole == (Fraction(4, 13), "4 dari 13 bagian perbandingan LKjIP terisi")
    assert judge("lkjip-analisis-2", analisis=rows) is None
    assert judge("lkjip-analisis-1", analisis=rows) == (
        Fraction(3, 4), "3 dari 4 sasaran di LKjIP memuat perbandingan dengan target tahunan"
    )  # fmt: skip
    assert judge("lkjip-analisis-4", analisis=rows) == (
        Fraction(1, 9), "1 dari 9 indikator mempunyai standar nasional sebagai pembanding"
    )  # fmt: skip


def test_minutes_and_the_lhe_are_named() -> None:
    assert judge("notulen") is None
    held = {"naskah-notulen": (date(2024, 7, 9), date(2024, 4, 8))}
    assert judge("notulen", naskah=held) == (
        1, "2 notulen rapat final: 8 April 2024, 9 Juli 2024"
    )  # fmt: skip
    assert judge("lhe-ada") is None
    assert judge("lhe-ada", nomor_lhe="700/1", nilai_lhe=Decimal("68.4")) == (
        1, "LHE atas 2023 nomor 700/1, nilai 68,40"
    )  # fmt: skip
    assert judge("lhe-ada", nilai_lhe=Decimal(70)) == (1, "LHE atas 2023, nilai 70,00")
    assert judge("lhe-ada", nomor_lhe="700/1") == (1, "LHE atas 2023 nomor 700/1")


@pytest.mark.parametrize(("now", "before", "bagian"), [("70", "65", 1), ("65", "65", 0)])
def test_the_lhe_rises_only_when_it_is_higher(now: str, before: str, bagian: int) -> None:
    found = judge("lhe-meningkat", nilai_lhe=Decimal(now), nilai_lhe_lalu=Decimal(before))
    assert found is not None
    assert found[0] == bagian
    assert judge("lhe-meningkat", nilai_lhe=Decimal(now)) is None
    assert judge("lhe-meningkat", nilai_lhe_lalu=Decimal(before)) is None
