from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlmodel import select

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.isi import BagianNaskah, Penanda, Tabel
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.domain.surat.templat import BELUM
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.nilai import Tempat, write_tanggal_terbilang
from kinerja_desktop.services.surat.penanda import list_posts
from kinerja_desktop.services.surat.prefill import list_people
from kinerja_desktop.services.surat.register import take_in
from kinerja_desktop.services.surat.tulis import (
    begin_naskah,
    change_isi,
    change_nomor,
    change_tanggal,
    list_naskah,
    open_for_step,
    read_naskah,
    remove_naskah,
)
from kinerja_desktop.store.records import Instansi, NaskahDinas, Pejabat, Penempatan
from tests.services.dokumen.about import find_about
from tests.services.sop.office import PASRUJAMBE, PENGUKURAN, give_sop, start
from tests.services.surat.letters import DAY, EDARAN, TAHUN, begin, compose, finish, words


@pytest.mark.parametrize("jenis", JENIS)
def test_every_kind_begins_filled_in_and_prints_in_both_formats(muncar: Office, jenis: str) -> None:
    naskah = compose(muncar, begin(muncar, jenis))
    assert "KECAMATAN MUNCAR" in words(naskah)
    assert render_pdf(naskah).startswith(b"%PDF")
    assert render_docx(naskah).startswith(b"PK")


def test_a_lembar_disposisi_tells_the_letter_behind_its_case(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    take_in(muncar, EDARAN, case)
    text = words(compose(muncar, begin(muncar, "disposisi", Tempat(case, 2, 1))))
    for told in (
        "Bappeda", "050/12/427.55/2025", "10 Januari 2025", "13 Januari 2025", "1",
        "Pengukuran Kinerja 2024", "Sekretaris Kecamatan", "Kasi Pemerintahan",
    ):  # fmt: skip
        assert text.count(f"\n{told}\n") >= 2, told


def test_without_a_letter_behind_it_the_places_stay_open(muncar: Office) -> None:
    assert BELUM in read_naskah(muncar, begin(muncar, "disposisi")).isi.hal


def test_a_letter_of_a_step_names_its_document_and_its_last_day(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PASRUJAMBE)
    order = read_naskah(muncar, begin(muncar, "nota-perintah", Tempat(case, 1, 1)))
    assert order.isi.hal == (
        "Perintah Penyusunan Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2024"
    )
    asked = read_naskah(muncar, begin(muncar, "nota-permintaan", Tempat(case, 1, 1)))
    assert asked.isi.penutup[0].endswith("paling lambat tanggal 15 Januari 2025.")
    assert asked.tempat == Tempat(case, 1, 1)


def test_the_letter_of_a_step_is_begun_once(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    place = Tempat(case, 1, 1)
    first = open_for_step(muncar, "disposisi", TAHUN, place)
    assert open_for_step(muncar, "disposisi", TAHUN, place) == first
    assert open_for_step(muncar, "undangan", TAHUN, place) != first
    assert open_for_step(muncar, "disposisi", TAHUN, replace(place, putaran=2)) != first


def test_a_lembar_disposisi_goes_on_from_step_to_step(muncar: Office) -> None:
    """Forwarding a letter and disposing of it are two steps with one sheet (seed 000, 2 and 3)."""
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    first = open_for_step(muncar, "disposisi", TAHUN, Tempat(case, 2, 1))
    assert open_for_step(muncar, "disposisi", TAHUN, Tempat(case, 3, 1)) == first


def test_the_people_of_the_office_stand_on_a_daftar_hadir_with_blank_lines(
    muncar: Office,
) -> None:
    rows = read_naskah(muncar, begin(muncar, "daftar-hadir")).isi.tabel.baris
    assert [row[1] for row in rows[:2]] == ["NAMA CAMAT", "NAMA SEKRETARIS"]
    assert rows[-5:] == tuple((f"{n}.", "", "", "") for n in range(len(rows) - 4, len(rows) + 1))


def test_whoever_holds_two_posts_stands_once(muncar: Office) -> None:
    with muncar.journal.action("Rangkap jabatan") as session:
        who = session.exec(select(Pejabat)).first()
        assert who
        session.add(
            Penempatan(pejabat_id=who.id, jabatan="Plt. Kasi", peran="kasi", mulai=date(2024, 1, 1))
        )
    names = [row[1] for row in read_naskah(muncar, begin(muncar, "daftar-bagi")).isi.tabel.baris]
    assert len(names) == len(set(names))


def test_what_stands_in_for_another_post_is_told_beside_the_own_one(muncar: Office) -> None:
    with muncar.journal.action("Pelaksana tugas") as session:
        who = session.exec(select(Pejabat).where(Pejabat.nama == "NAMA SEKRETARIS")).one()
        for status in ("plt", "definitif"):
            session.add(
                Penempatan(
                    pejabat_id=who.id, jabatan=f"Kasi {status}", peran="kasi", status=status,
                    mulai=date(2024, 1, 1),
                )
            )  # fmt: skip
    with muncar.journal.reading() as session:
        (post,) = [
            post for post, who in list_people(session, date(2025, 1, 15))
            if who.nama == "NAMA SEKRETARIS"
        ]  # fmt: skip
    assert post.jabatan.startswith("Sekretaris Kecamatan")
    assert "Kasi plt" in post.jabatan
    assert "Kasi definitif" not in post.jabatan


def test_a_letter_written_otherwise_by_another_program_is_told(muncar: Office) -> None:
    key = begin(muncar, "undangan")
    damaged: tuple[Any, ...] = ([1, 2], {"asing": "x"})
    for wrong in damaged:
        with muncar.journal.action("Merusak") as session:
            session.get_one(NaskahDinas, key).isi = wrong
        with pytest.raises(KinerjaError, match="Isi Undangan Rapat tidak dapat dibaca"):
            read_naskah(muncar, key)
        assert [letter.is_damaged for letter in list_naskah(muncar, 2024)] == [True]


def test_another_day_keeps_the_number_that_was_typed(muncar: Office) -> None:
    key = begin(muncar, "undangan")
    change_nomor(muncar, key, "005/7/2025")
    change_tanggal(muncar, key, date(2025, 1, 20))
    letter = read_naskah(muncar, key)
    assert (letter.nomor, letter.tanggal) == ("005/7/2025", date(2025, 1, 20))


def test_the_team_has_its_seats(muncar: Office) -> None:
    rows = read_naskah(muncar, begin(muncar, "sk-tim")).isi.tabel_lampiran.baris
    assert [(row[1], row[3]) for row in rows] == [
        ("NAMA CAMAT", "Pengarah"), ("NAMA SEKRETARIS", "Ketua"),
        ("NAMA KASI PEMERINTAHAN", "Anggota"), ("NAMA KASUBBAG KEUANGAN", "Sekretaris"),
    ]  # fmt: skip


def test_a_surat_tugas_sends_who_runs_sakip(muncar: Office) -> None:
    rows = read_naskah(muncar, begin(muncar, "surat-tugas")).isi.tabel.baris
    assert [row[1] for row in rows] == ["NAMA KASUBBAG KEUANGAN"]


def test_who_signs_is_who_holds_the_post_on_the_day_of_the_letter(muncar: Office) -> None:
    key = begin(muncar, "nota-perintah")
    with muncar.journal.action("Pelaksana harian") as session:
        who = Pejabat(nama="Ani Wijaya", nip="197001011990012001")
        session.add(who)
        session.add(
            Penempatan(pejabat_id=who.id, jabatan="Camat Muncar", peran="camat", status="plh",
                       mulai=date(2025, 1, 16), selesai=date(2025, 1, 20))
        )  # fmt: skip
    assert "NAMA CAMAT" in words(compose(muncar, key))
    change_tanggal(muncar, key, date(2025, 1, 17))
    text = words(compose(muncar, key))
    assert "Ani Wijaya" in text
    assert "Plh. CAMAT MUNCAR," in text
    assert "\nPlh. Camat Muncar\n" in text


def test_a_letter_is_signed_on_behalf_and_through(muncar: Office) -> None:
    key = begin(
        muncar, "surat", hal="Uji",
        penanda=Penanda("", "Kasi Pemerintahan", "Camat Muncar", "Sekretaris Kecamatan"),
    )  # fmt: skip
    lines = words(compose(muncar, key)).splitlines()
    place = lines.index("a.n. CAMAT MUNCAR")
    assert lines[place : place + 5] == [
        "a.n. CAMAT MUNCAR", "SEKRETARIS KECAMATAN", "u.b.", "KASI PEMERINTAHAN,",
        "NAMA KASI PEMERINTAHAN",
    ]  # fmt: skip


def test_a_post_that_nobody_holds_leaves_a_line_in_a_draft(muncar: Office) -> None:
    for penanda, told in (
        (Penanda("lurah"), "LURAH,"),
        (Penanda("", "Kasi Antariksa"), "KASI ANTARIKSA,"),
        (Penanda("camat"), "CAMAT MUNCAR,"),
        (Penanda("pengelola"), "PENGELOLA KINERJA,"),
    ):
        key = begin(muncar, "nota-dinas", day=date(1999, 1, 4), hal="Uji", penanda=penanda)
        assert told in words(compose(muncar, key))


def test_what_is_typed_is_kept_and_a_number_stays_beside_it(muncar: Office) -> None:
    key = begin(muncar, "nota-perintah")
    change_nomor(muncar, key, "700/5/2025")
    isi = replace(read_naskah(muncar, key).isi, hal="Perintah")
    change_isi(muncar, key, isi)
    change_isi(muncar, key, isi)
    letter = read_naskah(muncar, key)
    assert (letter.isi, letter.nomor, letter.nama) == (
        isi, "700/5/2025", "Nota Dinas Perintah: Perintah",
    )  # fmt: skip
    muncar.journal.undo()
    assert read_naskah(muncar, key).isi.hal != "Perintah"


def test_a_text_that_is_too_long_changes_nothing(muncar: Office) -> None:
    key = begin(muncar, "nota-perintah")
    before = read_naskah(muncar, key).isi
    with pytest.raises(KinerjaError, match=r"^Hal: teksnya"):
        change_isi(muncar, key, replace(before, hal="x" * 1001))
    assert read_naskah(muncar, key).isi == before


def test_a_kind_without_a_book_takes_no_number_by_hand(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Daftar Hadir tidak bernomor"):
        change_nomor(muncar, begin(muncar, "daftar-hadir"), "1")


def test_a_draft_can_be_taken_away_and_come_back(muncar: Office) -> None:
    key = begin(muncar, "nota-perintah")
    remove_naskah(muncar, key)
    with pytest.raises(KinerjaError, match="Surat ini tidak ada lagi"):
        read_naskah(muncar, key)
    muncar.journal.undo()
    assert read_naskah(muncar, key).jenis is JENIS["nota-perintah"]


def test_a_letter_of_a_kind_that_is_not_known_is_none(muncar: Office) -> None:
    with muncar.journal.action("Program lain") as session:
        row = NaskahDinas(jenis="pantun", tahun=2024, isi={}, dibuat=muncar.now())
        session.add(row)
    with pytest.raises(KinerjaError, match="tidak ada lagi"):
        read_naskah(muncar, row.id)
    assert list_naskah(muncar, 2024) == []


def test_letters_are_listed_by_the_year_they_are_about(muncar: Office) -> None:
    key = begin(muncar, "undangan")
    other = begin_naskah(muncar, "undangan", Periode(2025), DAY)
    assert [item.id for item in list_naskah(muncar, 2024)] == [key]
    assert [item.id for item in list_naskah(muncar, 2025, "undangan")] == [other]
    assert list_naskah(muncar, 2025, "notulen") == []


def test_the_page_of_documents_tells_the_letters_of_a_kind(muncar: Office) -> None:
    assert list_keadaan(muncar, TAHUN)["naskah-undangan"].kosong.startswith("Belum ada Undangan")
    key = begin(muncar, "undangan", hal="Rapat satu", rincian=())
    change_tanggal(muncar, key, None)
    state = list_keadaan(muncar, TAHUN)["naskah-undangan"]
    assert [(item.nama, item.keadaan) for item in state.subjek] == [
        ("Rapat satu", "draf, tanpa tanggal")
    ]
    finish(muncar, key)
    state = list_keadaan(muncar, TAHUN)["naskah-undangan"]
    assert state.subjek[0].keadaan.startswith("Final 15 Januari 2025 · kode ")
    assert find_about(muncar, "naskah-undangan", TAHUN, "rapat SATU ") == key
    with pytest.raises(KinerjaError, match="Tidak ada Undangan Rapat 'lain' tahun 2024"):
        find_about(muncar, "naskah-undangan", TAHUN, "lain")


def test_the_number_is_told_where_there_is_one(muncar: Office) -> None:
    key = begin(muncar, "undangan", hal="Rapat", rincian=())
    change_nomor(muncar, key, "005/3/2025")
    state = list_keadaan(muncar, TAHUN)["naskah-undangan"]
    assert state.subjek[0].keadaan == "005/3/2025, 15 Januari 2025"


def test_a_letter_needs_to_be_chosen(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="belum dipilih"):
        DOKUMEN["naskah-undangan"].compose(muncar, Permintaan("naskah-undangan", TAHUN))


def test_a_letter_changed_outside_is_told(muncar: Office) -> None:
    key = begin(muncar, "undangan")
    with muncar.journal.action("Merusak") as session:
        session.get_one(NaskahDinas, key).isi = {"tabel": 5}
    with pytest.raises(KinerjaError, match="Isi Undangan Rapat tidak dapat dibaca"):
        read_naskah(muncar, key)


def test_sixty_copies_and_ten_pages_of_notulen_print(muncar: Office) -> None:
    sixty = tuple(f"Kepala Desa ke-{n}" for n in range(1, 61))
    for jenis in ("undangan", "nota-dinas"):
        text = words(compose(muncar, begin(muncar, jenis, hal="Uji", tembusan=sixty)))
        assert all(name in text for name in sixty)

    long = BagianNaskah(
        "Pembahasan", tuple(f"Butir {n}: " + "uraian panjang " * 30 for n in range(100))
    )
    naskah = compose(muncar, begin(muncar, "notulen", bagian=(long,)))
    assert len(PdfReader(BytesIO(render_pdf(naskah))).pages) >= 10


def test_a_table_that_is_typed_prints(muncar: Office) -> None:
    key = begin(muncar, "surat-pengantar", tabel=Tabel(("No", "Naskah"), (("1.", "LKjIP"),)))
    assert "LKjIP" in words(compose(muncar, key))


def test_the_posts_that_can_sign_are_those_of_the_day(muncar: Office) -> None:
    assert list_posts(muncar, DAY)[0] == "Camat Muncar"
    assert list_posts(muncar, date(1999, 1, 1)) == ()


def test_a_day_is_written_in_words() -> None:
    assert write_tanggal_terbilang(date(2025, 1, 15)) == (
        "lima belas bulan Januari tahun dua ribu dua puluh lima"
    )


def test_the_office_says_where_its_letters_go(muncar: Office) -> None:
    with muncar.journal.action("Tujuan") as session:
        session.exec(select(Instansi)).one().tujuan_surat = "Kepala Bagian Organisasi"
    assert read_naskah(muncar, begin(muncar, "surat")).isi.yth == ("Kepala Bagian Organisasi",)


def test_a_letter_that_is_gone_cannot_be_read(muncar: Office) -> None:
    with pytest.raises(KinerjaError):
        read_naskah(muncar, uuid4())
