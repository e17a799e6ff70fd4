"""SOPs in the office's own words."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.sop.berkas import read_sop, sop_to_json
from kinerja_desktop.domain.sop.diagram import plan_diagram
from kinerja_desktop.domain.sop.formulir import Isian, Kotak
from kinerja_desktop.domain.sop.kantor import (
    Pemilik,
    make_sop,
    own_sop,
    read_kotak,
    sign_by,
    write_kotak,
)
from kinerja_desktop.domain.sop.kolom import (
    MAKS_KOLOM,
    add_kolom,
    move_kolom,
    remove_kolom,
    rename_kolom,
)
from kinerja_desktop.domain.sop.langkah import Keterlibatan, Satuan, Tindakan, Waktu
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa_kantor import check_bounds, check_sop_kantor
from kinerja_desktop.domain.sop.suntingan import (
    Suntingan,
    add_langkah,
    duplicate_langkah,
    edit_langkah,
    move_langkah,
    suntingan_of,
)
from kinerja_desktop.domain.sop.tindakan import NAMA_TINDAKAN
from kinerja_desktop.domain.sop.usulan import list_usulan
from kinerja_desktop.errors import KinerjaError
from tests.domain.sop.contoh import (
    CANDIPURO,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    load,
)

MUNCAR = Pemilik("Muncar", "Banyuwangi", "Camat Muncar", "BUDI, S.Sos.", "19700101 199001 1 001")
ALL = (PERENCANAAN, PENGUMPULAN, PENGUKURAN, CANDIPURO, PASRUJAMBE)


def new() -> Sop:
    return make_sop("MUNCAR-1", "Pelayanan Surat", MUNCAR, ("Camat", "Sekretaris", "Staf"))


def filled() -> Sop:
    """The new SOP with an uraian in each step."""
    sop = new()
    for n in (1, 2):
        words = replace(suntingan_of(sop.get_langkah(n)), uraian=f"Melakukan hal {n}")
        sop = edit_langkah(sop, n, words)
    return sop


def messages(sop: Sop) -> list[str]:
    return [item.message for item in check_sop_kantor(sop) if not item.is_warning]


def test_a_new_sop_has_the_form_of_sop_ap() -> None:
    sop = new()
    assert sop.is_kantor
    assert [box.judul.read() for box in sop.kotak] == [
        "Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan", "Peralatan/Perlengkapan",
        "Peringatan", "Pencatatan dan Pendataan",
    ]  # fmt: skip
    assert sop.identitas.perangkat_daerah.read() == "KECAMATAN MUNCAR"
    assert sop.identitas.disahkan_oleh_nama.read() == "BUDI, S.Sos."
    assert (sop.langkah[0].is_start, sop.langkah[-1].is_end) == (True, True)
    assert messages(sop) == [
        "Langkah 1: uraiannya belum diisi.", "Langkah 2: uraiannya belum diisi.",
    ]  # fmt: skip
    assert messages(filled()) == []
    assert messages(replace(filled(), identitas=replace(sop.identitas, nama_sop=Isian(" ")))) == [
        "Nama SOP belum diisi."
    ]


def test_what_should_be_told_but_does_not_hinder_is_a_warning() -> None:
    nobody = sign_by(filled(), Pemilik("Muncar", "Banyuwangi"))
    told = [item.message for item in check_sop_kantor(nobody) if item.is_warning]
    assert "Yang mengesahkan belum dipilih." in told
    assert "Nomor SOP belum diisi." in told
    assert "Kolom Sekretaris tidak dipakai oleh langkah mana pun" in told


@pytest.mark.parametrize("name", ALL)
def test_each_of_the_five_becomes_the_office_s_own(name: str) -> None:
    before = load(name)
    sop = own_sop(before, MUNCAR, pakai_usulan=True)
    text = sop_to_json(sop)
    assert read_sop(text) == sop
    for word in ("Lumajang", "Candipuro", "Pasrujambe", "LUMAJANG", "CANDIPURO", "SUPRAPTO"):
        assert f"Kecamatan {word}" not in text
        assert f"KECAMATAN {word}" not in text
    assert list_usulan(sop) == []
    assert not any(row.is_disimpulkan for row in plan_diagram(sop).baris)
    assert [step.no.read() for step in sop.langkah] == [
        str(n) for n in range(1, len(before.langkah) + 1)
    ]
    assert [step.kembali_ke for step in sop.langkah] == [step.kembali_ke for step in before.langkah]
    assert [step.tindakan for step in sop.langkah] == [step.tindakan for step in before.langkah]
    assert sop.identitas.nomor_sop.read() == ""
    assert messages(sop) == []


def test_words_that_were_accepted_count_then_the_printed_ones() -> None:
    before = load(CANDIPURO)
    kept, read = own_sop(before, MUNCAR), own_sop(before, MUNCAR, pakai_usulan=True)
    assert kept.kepala_tabel.mutu_baku.read() == "MUTU BUKU"
    assert read.kepala_tabel.mutu_baku.read() == "MUTU BAKU"
    assert kept.identitas.nama_sop.read() == "Pengukuran Data Kinerja Kecamatan Muncar"
    accepted = replace(before.kepala_tabel, mutu_baku=Isian("MUTU BUKU", diterima="MUTU"))
    own = own_sop(replace(before, kepala_tabel=accepted), MUNCAR, pakai_usulan=True)
    assert own.kepala_tabel.mutu_baku.read() == "MUTU"
    assert own.tanda_tangan is not None
    assert own.tanda_tangan.nama.read() == "BUDI, S.Sos."


def test_a_number_without_its_unit_gets_it_as_the_head_loses_it() -> None:
    own = own_sop(load(PASRUJAMBE), MUNCAR)
    assert own.kepala_tabel.waktu.read() == "Waktu"
    assert own.langkah[0].waktu == Waktu("3 menit", 3, Satuan.MENIT)


def test_a_copy_stands_under_a_kode_of_its_own() -> None:
    copy = own_sop(load(PENGUKURAN), MUNCAR, kode="SALINAN")
    assert (copy.id, copy.versi) == ("SALINAN", 1)


def test_the_steps_of_an_own_sop_are_numbered_by_their_order() -> None:
    sop = filled()
    step = Suntingan(
        no="", uraian="Memeriksa", kelengkapan="", output="", keterangan="",
        peran=(("P2", Keterlibatan.PELAKSANA),), waktu=2, satuan=Satuan.JAM, kembali_ke=1,
        tindakan=Tindakan.KOREKSI,
    )  # fmt: skip
    sop = duplicate_langkah(add_langkah(sop, 1, step), 2)
    assert [item.no.read() for item in sop.langkah] == ["1", "2", "3", "4"]
    assert [item.uraian.read() for item in sop.langkah] == [
        "Melakukan hal 1", "Memeriksa", "Memeriksa", "Melakukan hal 2",
    ]  # fmt: skip
    assert sop.get_langkah(3).tindakan is Tindakan.KOREKSI
    assert sop.get_langkah(3).kembali_ke == 1
    assert sop.get_langkah(2).catatan_sumber == ""
    moved = move_langkah(sop, 4, -3)
    assert [item.kembali_ke for item in moved.langkah] == [None, None, 2, 2]


def test_columns_are_added_named_moved_and_taken_out() -> None:
    sop = add_kolom(filled(), "  Kasi   Pemerintahan ")
    assert [peran.nama for peran in sop.kolom] == [
        "Camat", "Sekretaris", "Staf", "Kasi Pemerintahan",
    ]  # fmt: skip
    sop = move_kolom(sop, "P4", -2)
    assert [peran.kode for peran in sop.kolom] == ["P1", "P4", "P2", "P3"]
    assert move_kolom(sop, "P1", -1) == sop
    sop = rename_kolom(sop, "P4", "Kasi Trantib")
    assert sop.get_peran("P4").tercetak == "Kasi Trantib"
    sop = remove_kolom(sop, "P2")
    assert [peran.kode for peran in sop.kolom] == ["P1", "P4", "P3"]
    assert add_kolom(sop, "Tamu").get_peran("P2").nama == "Tamu"


def test_a_role_without_a_column_can_be_named_and_stays_without() -> None:
    sop = rename_kolom(own_sop(load(PERENCANAAN), MUNCAR), "KASI", "Kepala Seksi")
    assert sop.get_peran("KASI").tercetak is None
    assert sop.get_peran("KASI").nama == "Kepala Seksi"


def test_a_column_that_is_needed_stays() -> None:
    sop = filled()
    with pytest.raises(KinerjaError, match="satu-satunya yang mengerjakan langkah 1"):
        remove_kolom(sop, "P1")
    alone = make_sop("X", "Y", MUNCAR, ("Camat",))
    with pytest.raises(KinerjaError, match="paling sedikit satu"):
        remove_kolom(alone, "P1")
    with pytest.raises(KinerjaError, match="masih kosong"):
        add_kolom(sop, "  ")
    with pytest.raises(KinerjaError, match="CAMAT sudah ada"):
        add_kolom(sop, "CAMAT")
    assert rename_kolom(sop, "P1", "CAMAT").get_peran("P1").nama == "CAMAT"
    for n in range(4, MAKS_KOLOM + 1):
        sop = add_kolom(sop, f"Staf {n}")
    with pytest.raises(KinerjaError, match="paling banyak 12"):
        add_kolom(sop, "Satu lagi")


def test_a_cell_is_written_as_lines_and_read_back() -> None:
    box = Kotak(Isian("Dasar Hukum"), ())
    text = "1. UU 23 Tahun 2014\n2) PP 17 Tahun 2018\na. Perbup\n- Surat\nTanpa tanda"
    written = write_kotak(box, f"\n {text} \n\n")
    assert read_kotak(written) == text
    assert [item.penanda for item in written.butir] == ["1.", "2)", "a.", "-", ""]
    assert written.butir[0].isi.read() == "UU 23 Tahun 2014"


def test_what_is_too_large_to_print_gets_a_sentence() -> None:
    sop = filled()
    step = sop.langkah[0]
    many = tuple(replace(step, sequence=n) for n in range(1, 202))
    long = replace(step, uraian=Isian("a" * 5_001), waktu=Waktu("", 100_001, Satuan.HARI))
    box = write_kotak(sop.dasar_hukum, "butir\n" * 101)
    broken = replace(
        sop, langkah=(long,), dasar_hukum=box,
        identitas=replace(sop.identitas, nama_sop=Isian("n" * 301)),
    )  # fmt: skip
    assert [item.message for item in check_bounds(replace(sop, langkah=many))] == [
        "Ada 201 langkah, paling banyak 200."
    ]
    assert [item.message for item in check_bounds(broken)] == [
        "Waktu sebuah langkah paling banyak 100000.",
        "Isi satu kotak paling banyak 100 butir.",
        "Nama SOP paling panjang 300 huruf.",
        "Satu isian paling panjang 5000 huruf.",
    ]
    wide = replace(sop, peran=tuple(replace(sop.peran[0], kode=f"P{n}") for n in range(13)))
    assert "Ada 13 kolom pelaksana, paling banyak 12." in [
        item.message for item in check_bounds(wide)
    ]


def test_every_deed_of_the_program_has_its_words() -> None:
    assert set(NAMA_TINDAKAN) == set(Tindakan)
