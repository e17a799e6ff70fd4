"""From a frozen measurement to the form of `docs/sakip.md` §5; figures by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, Narasi
from kinerja_desktop.domain.capaian.profil import (
    ATURAN_KINI,
    Aturan,
    PembandingTriwulan,
    ProfilRumus,
)
from kinerja_desktop.domain.capaian.rumus import Arah, Rumus
from kinerja_desktop.domain.capaian.snapshot import (
    BarisAnggaran,
    IdentitasInstansi,
    IdentitasPejabat,
    SnapshotPengukuran,
)
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop, make_pengukuran_kinerja
from kinerja_desktop.domain.laporan.kop import NIP_KOSONG
from kinerja_desktop.domain.laporan.pengukuran_kinerja import LENGKAP, PEJABAT, RINGKAS, TRIWULAN

INSTANSI = IdentitasInstansi(
    "Lumajang", "Lumajang", "Jawa Timur", alamat="Jl. Raya 1", telepon="(0334) 1", kode_pos="67316",
    laman="lumajang.go.id", pos_el="kec@lumajang.go.id", tempat="Lumajang",
)  # fmt: skip
CAMAT = IdentitasPejabat("Edwi", "Camat Lumajang", "197012181991011002", "Pembina", "Plt.")


def bahan(key: str, kelompok: str, realisasi: str | None) -> BahanUkur:
    return BahanUkur(
        key,
        f"Indikator {key}",
        kelompok,
        satuan="%",
        target=Decimal(100),
        isian_tahunan=IsianRealisasi(None if realisasi is None else Decimal(realisasi)),
        narasi={None: Narasi("a", "b", "c")},
    )


SNAPSHOT = SnapshotPengukuran(
    Periode(2024),
    INSTANSI,
    ProfilRumus(cap_capaian=Decimal(120)),
    (bahan("1", "S1", "90"), bahan("2", "S1", "150"), bahan("3", "S2", None)),
    (
        BarisAnggaran("7.01.01", "PROGRAM A", Decimal(200), Decimal(150), ("S1", "S2")),
        BarisAnggaran("7.01.02", "PROGRAM B", Decimal(100), Decimal(90)),
    ),
    CAMAT,
    date(2025, 1, 31),
)


def test_the_form_says_whose_it_is_and_who_signs() -> None:
    form = make_pengukuran_kinerja(SNAPSHOT, draf=False, kode="ABCD")
    assert form.skpd == "Kecamatan Lumajang"
    assert form.pengesahan.tempat_tanggal == "Lumajang, 31 Januari 2025"
    assert form.pengesahan.kanan.jabatan == ("Plt. CAMAT LUMAJANG,",)
    assert form.pengesahan.kiri is None
    assert (form.tanda.draf, form.tanda.kode, form.tanda.kertas) == (False, "ABCD", "F4")


def test_without_a_camat_there_is_a_line_to_sign_on() -> None:
    form = make_pengukuran_kinerja(replace(SNAPSHOT, camat=None), draf=True)
    assert form.pengesahan.kanan.jabatan == ("CAMAT LUMAJANG,",)
    assert form.pengesahan.kanan.nama == ""


def test_a_signer_without_nip_has_a_line_for_it_and_the_bupati_none() -> None:
    dots = f"NIP {NIP_KOSONG}"
    unknown = replace(SNAPSHOT, camat=IdentitasPejabat("Edwi", "Camat Lumajang"))
    for snapshot in (unknown, replace(SNAPSHOT, camat=None)):
        assert make_pengukuran_kinerja(snapshot, draf=True).pengesahan.kanan.below == (dots,)
        signed = replace(snapshot, profil=replace(snapshot.profil, aturan=Aturan.TIGA))
        assert make_pengukuran_kinerja(signed, draf=False).pengesahan.kanan.below == ()
    bupati = IdentitasPejabat("", "Bupati Lumajang")
    iki = replace(SNAPSHOT, pejabat=CAMAT, atasan=bupati, anggaran=())
    above = make_pengukuran_kinerja(iki, draf=True).pengesahan.kiri
    assert above is not None
    assert above.below == ()


def test_a_program_of_two_sasaran_counts_once() -> None:
    form = make_pengukuran_kinerja(SNAPSHOT, draf=True)
    first, second, rest = form.kelompok
    assert [p.pagu.teks for p in (*first.program, *second.program)] == ["200", ""]
    assert [p.rujukan for p in (*first.program, *second.program)] == ["", "lihat sasaran ke-1"]
    assert (rest.sasaran, [p.nama for p in rest.program]) == (
        "Program lainnya", ["7.01.02 PROGRAM B"],
    )  # fmt: skip
    assert form.anggaran is not None
    assert (form.anggaran.pagu.teks, form.anggaran.realisasi.teks) == ("300", "240")
    assert form.anggaran.serapan.teks == "80,00"


def test_figures_stand_in_their_states() -> None:
    form = make_pengukuran_kinerja(SNAPSHOT, draf=True)
    first, second = form.kelompok[0].indikator
    assert (first.capaian.teks, first.kategori) == ("90,00", "Tinggi")
    assert (second.capaian.teks, second.keterangan) == (
        "120,00", "hasil hitung 150,00%, dicatat 120% sesuai batas atas",
    )  # fmt: skip
    assert form.kelompok[1].indikator[0].realisasi.teks == "-"
    assert form.rata_rata.keterangan == "2 dari 3 indikator"
    assert form.rata_rata.capaian.teks == "105,00"


def test_a_group_of_one_needs_no_mean() -> None:
    first, second, _ = make_pengukuran_kinerja(SNAPSHOT, draf=True).kelompok
    assert first.rata_rata is not None
    assert first.rata_rata.capaian.teks == "105,00"
    assert second.rata_rata is None


def test_what_was_limited_and_left_out_is_noted() -> None:
    notes = make_pengukuran_kinerja(SNAPSHOT, draf=True).catatan
    assert "Indikator 2: hasil hitung 150,00%, dicatat 120% sesuai batas atas." in notes
    # The sign is explained by the form itself; told here as well it stood there twice.
    assert not any("belum diisi" in note for note in notes)
    signed = replace(SNAPSHOT, profil=replace(SNAPSHOT.profil, aturan=Aturan.TIGA))
    old = make_pengukuran_kinerja(signed, draf=False).catatan
    assert "Tanda - berarti belum diisi (1 indikator)." in old


def test_the_rule_of_falling_indicators_is_told_where_there_are_any() -> None:
    def is_told(arah: Arah, rumus: Rumus | None = None, aturan: Aturan = ATURAN_KINI) -> bool:
        item = replace(bahan("1", "S1", "90"), arah=arah, rumus=rumus)
        profil = replace(SNAPSHOT.profil, aturan=aturan)
        snapshot = replace(SNAPSHOT, bahan=(item,), profil=profil)
        notes = make_pengukuran_kinerja(snapshot, draf=True).catatan
        return any(note.startswith("Indikator makin kecil makin baik") for note in notes)

    assert is_told(Arah.TURUN)
    assert is_told(Arah.NAIK, Rumus.MIN_2T)
    assert not is_told(Arah.NAIK)
    assert is_told(Arah.NAIK, aturan=Aturan.TIGA)


def test_each_form_has_its_columns() -> None:
    def columns(snapshot: SnapshotPengukuran) -> object:
        return make_pengukuran_kinerja(snapshot, draf=True).kolom

    assert columns(SNAPSHOT) == RINGKAS
    assert columns(replace(SNAPSHOT, bentuk="lengkap")) == LENGKAP
    assert columns(replace(SNAPSHOT, periode=Periode(2024, 2))) == TRIWULAN
    assert columns(replace(SNAPSHOT, pejabat=CAMAT)) == PEJABAT


def test_an_iki_is_signed_by_the_official_and_the_superior() -> None:
    kasi = IdentitasPejabat("Ani", "Kasi Pemerintahan")
    iki = replace(SNAPSHOT, pejabat=kasi, atasan=CAMAT, anggaran=())
    form = make_pengukuran_kinerja(iki, draf=True)
    assert form.pengesahan.kanan.nama == "Ani"
    assert form.pengesahan.kiri is not None
    assert form.pengesahan.kiri.nama == "Edwi"
    assert form.pejabat is not None
    assert form.pejabat.jabatan == "Kasi Pemerintahan"
    assert form.anggaran is None
    alone = make_pengukuran_kinerja(replace(iki, atasan=None), draf=True)
    assert alone.pengesahan.kiri is None


def test_a_triwulan_shows_what_was_reached_so_far() -> None:
    item = replace(
        bahan("1", "S1", None),
        target_triwulan={1: Decimal(20), 2: Decimal(40)},
        isian_triwulan={1: IsianRealisasi(Decimal(10)), 2: IsianRealisasi(Decimal(30))},
    )
    snapshot = replace(SNAPSHOT, periode=Periode(2024, 2), bahan=(item,))
    (row,) = make_pengukuran_kinerja(snapshot, draf=True).kelompok[0].indikator
    assert (row.capaian.teks, row.capaian_sd.teks) == ("75,00", "75,00")
    assert (row.target_sd.teks, row.realisasi_sd.teks) == ("40", "30")


def test_what_so_far_was_compared_with_is_printed_when_it_is_the_year() -> None:
    item = replace(
        bahan("1", "S1", None),
        target_triwulan={1: Decimal(20)},
        isian_triwulan={1: IsianRealisasi(Decimal(10)), 2: IsianRealisasi(Decimal(30))},
    )
    snapshot = replace(SNAPSHOT, periode=Periode(2024, 2), bahan=(item,))
    note = (
        f"{item.uraian}: s.d. TW II dibandingkan dengan target tahunan "
        f"{format_nilai(item.target)}, karena target TW II belum ditetapkan."
    )
    assert note in make_pengukuran_kinerja(snapshot, draf=True).catatan
    signed = replace(snapshot, profil=replace(snapshot.profil, aturan=Aturan.SATU))
    assert note not in make_pengukuran_kinerja(signed, draf=False).catatan


def test_the_target_of_the_year_never_stands_under_the_name_of_a_triwulan() -> None:
    """Of every kind of accumulation, and by the office's own choice; `docs/sakip.md` §4.4."""

    def shown(aturan: Aturan = ATURAN_KINI, **changes: object) -> tuple[str, str]:
        pembanding = changes.pop("pembanding", PembandingTriwulan.TARGET_TRIWULAN)
        item = replace(
            bahan("1", "S1", None),
            target=Decimal("91.33"),
            isian_triwulan={1: IsianRealisasi(Decimal("97.66"))},
            **changes,  # type: ignore[arg-type]
        )
        profil = ProfilRumus(aturan=aturan, pembanding_triwulan=pembanding)  # type: ignore[arg-type]
        snapshot = replace(SNAPSHOT, periode=Periode(2024, 1), bahan=(item,), profil=profil)
        form = make_pengukuran_kinerja(snapshot, draf=True)
        (row,) = form.kelompok[0].indikator
        assert row.capaian_sd.teks == "106,93"
        return row.target_sd.teks, form.catatan[-1]

    note = "Target Tahunan yang dipakai s.d. triwulan ini: Indikator 1 91,33."
    why = "Indikator 1: s.d. TW I dibandingkan dengan target tahunan 91,33, karena target TW I"
    first = {1: Decimal("91.33")}
    by_choice = PembandingTriwulan.TARGET_TAHUNAN
    assert shown() == ("Target Tahunan", f"{why} belum ditetapkan.")
    assert shown(akumulasi=Akumulasi.AKUMULASI) == ("Target Tahunan", f"{why} belum ditetapkan.")
    assert shown(akumulasi=Akumulasi.RATA_RATA) == ("Target Tahunan", note)
    assert shown(pembanding=by_choice, target_triwulan=first) == ("Target Tahunan", note)
    assert shown(target_triwulan=first)[0] == "91,33"
    assert shown(Aturan.TIGA)[0] == "91,33"


def test_where_nothing_is_compared_no_target_of_the_year_is_told() -> None:
    snapshot = replace(SNAPSHOT, periode=Periode(2024, 1), bahan=(bahan("1", "S1", None),))
    notes = make_pengukuran_kinerja(snapshot, draf=True).catatan
    assert not any(note.startswith("Target Tahunan") for note in notes)
    bare = replace(snapshot, bahan=(replace(snapshot.bahan[0], target=None),))
    (row,) = make_pengukuran_kinerja(bare, draf=True).kelompok[0].indikator
    assert row.target_sd.teks == "-"


def test_the_letterhead_gathers_what_is_known() -> None:
    kop = make_kop(INSTANSI, b"logo")
    assert (kop.pemerintah, kop.nama) == ("PEMERINTAH KABUPATEN LUMAJANG", "KECAMATAN LUMAJANG")
    assert kop.alamat == (
        "Jl. Raya 1 Telp. (0334) 1 Kode Pos 67316",
        "laman lumajang.go.id pos-el kec@lumajang.go.id",
    )
    bare = IdentitasInstansi("Tekung", "Lumajang", "Jawa Timur")
    assert make_kop(bare).alamat == ()
    assert make_pengukuran_kinerja(replace(SNAPSHOT, instansi=bare), draf=True).kop is None


def test_who_does_the_tindak_lanjut_stands_on_the_form() -> None:
    story = Narasi("", "", "Menambah petugas", "Kasi Trantib", date(2025, 3, 3))
    item = replace(bahan("1", "S1", "90"), penanggung_jawab="Sekcam", narasi={None: story})
    plain = replace(item, narasi={})
    form = make_pengukuran_kinerja(replace(SNAPSHOT, bahan=(item, plain)), draf=True)
    first, second = form.kelompok[0].indikator
    assert first.penanggung_jawab_tercetak == "Kasi Trantib, paling lambat 3 Maret 2025"
    assert second.penanggung_jawab_tercetak == "Sekcam"
