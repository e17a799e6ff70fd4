from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.capaian.pengukuran import Narasi
from kinerja_desktop.domain.laporan.lkjip import (
    LaporanLkjip,
    LkjipBeku,
    compose_lkjip,
    find_blank_attachments,
    freeze_drafts,
)
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip, FotoBukti, PejabatStruktur
from kinerja_desktop.domain.lkjip.checklist import fill_checklist
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import (
    BagianTerisi,
    IsianBagian,
    KeadaanBagian,
    count_filled,
    find_kekurangan,
    is_writable,
    may_be_absent,
)
from tests.domain.lkjip.contoh import BAHAN, IKM, LAMPIRAN, S1, SAKIP, beku, ukur, with_year

D = Decimal
ONLY_PEOPLE = (
    "wilayah", "aparatur", "sarana", "isu_strategis", "inovasi", "tindak_lanjut_evaluasi",
    "publikasi",
)  # fmt: skip


def report(bahan: BahanLkjip = BAHAN, **tulisan: IsianBagian) -> LaporanLkjip:
    texts = tuple((key.replace("__", "@"), text) for key, text in tulisan.items())
    return compose_lkjip(replace(beku(bahan), tulisan=texts))


def section(laporan: LaporanLkjip, kunci: str) -> BagianTerisi:
    return next(item for item in laporan.bagian if item.cetak.kunci == kunci)


def messages(item: BagianTerisi) -> list[str]:
    return [problem.message for problem in item.kekurangan]


def test_an_untouched_section_prints_its_draft() -> None:
    item = section(report(), "latar_belakang")
    assert item.keadaan is KeadaanBagian.DRAF
    assert "Bupati Lumajang" in item.teks


def test_where_only_people_know_there_is_nothing() -> None:
    item = section(report(), "isu_strategis")
    assert item.keadaan is KeadaanBagian.KOSONG
    assert messages(item) == [
        "belum diisi: tulis isu strategis kecamatan dan permasalahan utama yang dihadapi pada "
        "tahun laporan, atau nyatakan tidak ada dengan alasannya"
    ]


def test_dots_to_fill_in_are_pointed_out() -> None:
    instansi = replace(BAHAN.instansi, kabupaten="Banyuwangi")
    item = section(report(replace(BAHAN, instansi=instansi)), "dasar_hukum")
    assert [(p.message, p.is_warning) for p in item.kekurangan] == [
        ("masih ada titik-titik (………): lengkapi", True)
    ]
    typed = report(
        replace(BAHAN, instansi=instansi), dasar_hukum=IsianBagian("Perbup 5/2020", item.draf)
    )
    assert section(typed, "dasar_hukum").kekurangan == ()


def test_the_offices_text_stands_for_the_draft() -> None:
    draft = section(report(), "latar_belakang").draf
    item = section(report(latar_belakang=IsianBagian("Teks kami", draft)), "latar_belakang")
    assert (item.keadaan, item.teks) == (KeadaanBagian.DITULIS, "Teks kami")
    assert item.kekurangan == ()


def test_a_text_whose_figures_moved_is_marked() -> None:
    draft = section(report(), "analisis_1@s1").draf
    moved = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(89)))
    item = section(report(moved, analisis_1__s1=IsianBagian("Teks", draft)), "analisis_1@s1")
    assert (item.keadaan, item.teks) == (KeadaanBagian.ANGKA_BERUBAH, "Teks")
    assert [problem.is_warning for problem in item.kekurangan] == [True]


def test_a_section_may_be_declared_absent_with_a_reason() -> None:
    item = section(
        report(isu_strategis=IsianBagian(alasan_tidak_ada="belum dibahas")), "isu_strategis"
    )
    assert (item.keadaan, item.kekurangan) == (KeadaanBagian.TIDAK_ADA, ())
    assert item.teks == "Bagian ini tidak diuraikan karena belum dibahas."


def test_a_report_of_the_first_edition_says_it_as_it_was_signed() -> None:
    texts = (("isu_strategis", IsianBagian(alasan_tidak_ada="belum dibahas")),)
    signed = compose_lkjip(replace(beku(), tulisan=texts, edisi=Edisi.SATU))
    assert section(signed, "isu_strategis").teks == "Tidak ada: belum dibahas."


def test_the_report_cannot_do_without_its_ikhtisar() -> None:
    item = section(report(ikhtisar=IsianBagian(alasan_tidak_ada="malas")), "ikhtisar")
    assert item.keadaan is KeadaanBagian.DRAF
    assert not may_be_absent(item.cetak)


def test_headings_lists_and_attachments_are_written_by_the_program() -> None:
    laporan = report()
    for kunci in ("sampul", "daftar_isi", "bab_1", "sasaran@s1", "lampiran_checklist"):
        assert section(laporan, kunci).keadaan is KeadaanBagian.OTOMATIS
        assert not is_writable(section(laporan, kunci).cetak)


def test_an_attachment_of_the_offices_own_is_written() -> None:
    outline = beku().kerangka.add("lampiran_sop", "tambahan-1", "Berita Acara")
    laporan = compose_lkjip(replace(beku(), kerangka=outline))
    assert section(laporan, "tambahan-1").keadaan is KeadaanBagian.KOSONG


def test_a_national_standard_must_be_given_or_said_not_to_exist() -> None:
    """`docs/sakip.md` §7.3, table 3.4."""
    unknown = replace(BAHAN, indikator=())
    text = (
        "standar nasional 1 (satu) indikator belum diisi: isi di 'Capaian tahun sebelumnya', atau "
        "nyatakan di sana bahwa standarnya tidak ada"
    )
    item = section(report(unknown), "analisis_4@s1")
    assert [(p.message, p.is_warning) for p in item.kekurangan] == [(text, False)]
    typed = report(unknown, analisis_4__s1=IsianBagian("Standarnya 90.", item.draf))
    assert [p.is_warning for p in section(typed, "analisis_4@s1").kekurangan] == [True]
    assert section(report(), "analisis_4@s1").kekurangan == ()


def test_a_missed_target_needs_obstacle_and_solution() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(100), D(90)))
    assert messages(section(report(bahan), "analisis_5@s1")) == [
        f"{IKM} di bawah target: isi faktor penghambat dan tindak lanjut di Pengukuran"
    ]


def test_a_met_target_needs_what_helped() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(90)))
    item = section(report(bahan), "analisis_5@s1")
    assert messages(item) == [f"{IKM} mencapai target: isi faktor pendorong di Pengukuran"]
    assert not item.kekurangan[0].is_warning


def test_a_dash_is_no_story() -> None:
    dash = Narasi(penghambat="-", tindak_lanjut="-", pendorong="-")
    for target in (D(100), D(88)):
        bahan = with_year(BAHAN, ukur("i1", IKM, S1, target, D(90), dash))
        assert len(messages(section(report(bahan), "analisis_5@s1"))) == 1


def test_whoever_typed_the_causes_is_only_reminded() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(90)))
    item = section(report(bahan, analisis_5__s1=IsianBagian("Karena pelatihan.")), "analisis_5@s1")
    assert [problem.is_warning for problem in item.kekurangan] == [True]


def test_what_is_not_measured_needs_no_story() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), None))
    assert messages(section(report(bahan), "analisis_5@s1")) == [
        "belum diisi: tulis teksnya, atau nyatakan tidak ada dengan alasannya"
    ]


def test_a_told_story_leaves_nothing_missing() -> None:
    assert section(report(), "analisis_5@s2").kekurangan == ()


def test_a_sasaran_without_indicators_is_said_once() -> None:
    lone = replace(BAHAN.sasaran[1], indikator=())
    laporan = report(replace(BAHAN, sasaran=(BAHAN.sasaran[0], lone)))
    assert messages(section(laporan, "sasaran@s2")) == [
        "belum mempunyai indikator: isi di Renstra & IKU, atau nyatakan tidak ada"
    ]
    below = [section(laporan, f"analisis_{n}@s2") for n in range(1, 8)]
    assert [item.kekurangan for item in below] == [()] * 7
    assert not any(item.is_counted or item.is_printed for item in below)
    assert section(laporan, "sasaran@s2").is_printed


def test_programs_alone_are_no_comparison() -> None:
    lone = replace(BAHAN.sasaran[0], indikator=())
    laporan = report(replace(BAHAN, sasaran=(lone,)))
    assert section(laporan, "analisis_7@s1").draf == ""


def test_what_was_written_below_a_sasaran_without_indicators_is_printed() -> None:
    lone = replace(BAHAN.sasaran[1], indikator=())
    laporan = report(replace(BAHAN, sasaran=(lone,)), analisis_7__s2=IsianBagian("Teks"))
    assert section(laporan, "analisis_7@s2").is_printed


def test_a_sasaran_without_indicators_may_be_declared() -> None:
    lone = replace(BAHAN.sasaran[1], indikator=())
    bahan = replace(BAHAN, sasaran=(lone,))
    laporan = report(bahan, sasaran__s2=IsianBagian(alasan_tidak_ada="baru tahun depan"))
    assert section(laporan, "sasaran@s2").kekurangan == ()


def test_what_is_hidden_misses_nothing_and_is_not_counted() -> None:
    outline = beku().kerangka.show("isu_strategis", False)
    item = section(compose_lkjip(replace(beku(), kerangka=outline)), "isu_strategis")
    assert (item.kekurangan, item.is_counted) == ((), False)


def test_an_attachment_without_data_says_so() -> None:
    item = section(report(), "lampiran_foto")
    assert messages(item) == ["belum ada datanya, jadi tidak dicetak"]
    assert item.kekurangan[0].is_warning


def test_the_meter_counts_what_people_fill() -> None:
    """25 sections outside the comparisons and 14 comparisons.

    Empty: susunan pejabat, wilayah, aparatur, sarana, isu strategis, inovasi, IKU (none is
    determined), tindak lanjut evaluasi, publikasi (the office has no laman), and 3.2.2 butir 6
    and 7 (no program supports S2).
    """
    outside = ["kata_pengantar", "ikhtisar", "latar_belakang", "tujuan", "gambaran_umum",
               "tugas_fungsi", "susunan_pejabat", "isu_strategis", "dasar_hukum", "sistematika",
               "rencana_strategis", "perjanjian", "capaian", "evaluasi", "anggaran", "kesimpulan",
               "strategi_perencanaan", "strategi_masalah", "wilayah", "aparatur", "sarana",
               "inovasi", "iku", "tindak_lanjut_evaluasi", "publikasi"]  # fmt: skip
    assert count_filled(report().bagian) == (len(outside) + 14 - 11, len(outside) + 14)


def test_the_red_list_names_place_and_remedy_and_blocks_first() -> None:
    bahan = replace(with_year(BAHAN, *BAHAN.ukur[-1].bahan), camat=None, renstra=None)
    year = replace(bahan.ukur[-1], kode="")
    laporan = report(replace(bahan, ukur=(*bahan.ukur[:-1], year)))
    lines = find_kekurangan(laporan.bagian, laporan.analisis)
    texts = [str(line) for line in lines]
    assert "Pengukuran Kinerja 2024 belum final: buka Pengukuran, Jadikan final" in texts
    assert "Belum ada Camat yang menjabat: isi Pengaturan → Penempatan" in texts
    assert "Tidak ada Renstra yang mencakup 2024: isi Renstra & IKU" in texts
    assert any(text.startswith("3.2.2 butir 6: belum diisi") for text in texts)
    flags = [line.is_warning for line in lines]
    assert flags == sorted(flags)


def test_the_report_follows_only_what_was_written_and_measured() -> None:
    assert compose_lkjip(beku()) == compose_lkjip(beku())


def test_attachments_with_data_are_printed() -> None:
    bahan = replace(
        BAHAN,
        pejabat=(PejabatStruktur("camat", "Camat", "BUDI"),),
        foto=(FotoBukti("0" * 64, "Rapat", IKM),),
    )
    full = LkjipBeku(bahan, beku().kerangka, (), replace(LAMPIRAN, sop=("{}",)))
    assert find_blank_attachments(full) == {
        "lampiran_iku", "lampiran_rkt", "lampiran_pk", "lampiran_rencana_aksi", "lampiran_pohon",
    }  # fmt: skip


def ticks(laporan: LaporanLkjip) -> set[tuple[str, int]]:
    found = fill_checklist(laporan.analisis, laporan.bagian)
    return {(item.kelompok, item.nomor) for item in found if item.terjawab}


def test_the_checklist_has_all_statements_of_the_form() -> None:
    """`docs/sakip.md` §7.6: six, seven and ten."""
    laporan = report()
    counts: dict[str, int] = {}
    for item in fill_checklist(laporan.analisis, laporan.bagian):
        counts[item.kelompok] = counts.get(item.kelompok, 0) + 1
    assert counts == {"Format": 6, "Mekanisme penyusunan": 7, "Substansi": 10}


def test_what_data_proves_is_ticked() -> None:
    promised = [replace(item, sumber_target="Perjanjian Kinerja") for item in BAHAN.ukur[-1].bahan]
    assert ticks(report(with_year(BAHAN, *promised))) == {
        ("Format", 2), ("Format", 3), ("Format", 5), ("Format", 6),
        ("Substansi", 1), ("Substansi", 2), ("Substansi", 4),
    }  # fmt: skip


def test_what_data_does_not_prove_is_left_to_a_person() -> None:
    bahan = replace(with_year(BAHAN), sasaran=(), belanja=(), renstra=None)
    assert ticks(report(bahan)) == set()


def test_a_missing_target_unticks_the_targets() -> None:
    bahan = with_year(BAHAN, ukur("i2", SAKIP, "x", None, D(1)))
    assert ("Format", 2) not in ticks(report(bahan))


def test_a_whole_report_has_an_empty_red_list() -> None:
    laporan = report(
        replace(BAHAN, sasaran=BAHAN.sasaran[:1]),
        susunan_pejabat=IsianBagian("Lengkap."),
        **{kunci: IsianBagian("Ditulis.") for kunci in ONLY_PEOPLE},
        iku=IsianBagian("Dua IKU."),
        strategi_masalah=IsianBagian("Tidak ada masalah."),
    )
    lines = find_kekurangan(laporan.bagian, laporan.analisis)
    assert [str(line) for line in lines if not line.is_warning] == []
    filled, number = count_filled(laporan.bagian)
    assert filled == number


def test_what_the_regulation_asks_for_is_missed_when_it_is_hidden() -> None:
    outline = beku().kerangka.show("analisis_4", False).show("kata_pengantar", False)
    laporan = compose_lkjip(replace(beku(), kerangka=outline.show("sistematika", False)))
    lines = [str(line) for line in find_kekurangan(laporan.bagian, laporan.analisis)]
    hidden = [line for line in lines if "disembunyikan" in line]
    assert [line.split(":")[0] for line in hidden] == [
        "KATA PENGANTAR",
        "Membandingkan realisasi kinerja tahun ini dengan standar nasional",
    ]


def test_a_signed_report_keeps_its_drafts_whatever_a_later_program_writes() -> None:
    signed = freeze_drafts(compose_lkjip(beku()))
    later = replace(signed, draf=(("latar_belakang", "Kata lama"),))
    assert section(compose_lkjip(signed), "kesimpulan").teks == section(report(), "kesimpulan").teks
    assert section(compose_lkjip(later), "latar_belakang").teks == "Kata lama"
    assert section(compose_lkjip(later), "kesimpulan").teks == ""
