from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.domain.surat.isi import BagianNaskah, Penanda, Tindak
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.dokumen.documents import build_pdf
from kinerja_desktop.services.kantor import kept_papers
from kinerja_desktop.services.kantor.kept_papers import (
    freeze_paper,
    make_final,
    read_status,
    reopen_paper,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.books import add_books
from kinerja_desktop.services.surat.register import cancel_nomor, read_buku
from kinerja_desktop.services.surat.tulis import (
    begin_naskah,
    change_isi,
    change_nomor,
    change_tanggal,
    read_naskah,
    remove_naskah,
)
from kinerja_desktop.store.records import BukuSurat, Instansi, NaskahDinas, Penempatan, Surat, Tugas
from tests.services.surat.letters import DAY, TAHUN, begin, compose, finish, numbers, wanted, words


def test_a_letter_takes_its_number_when_it_becomes_final(lumajang: Office) -> None:
    first, second = begin(lumajang, "nota-perintah"), begin(lumajang, "nota-pengantar-draf")
    assert numbers(lumajang) == []
    finish(lumajang, second)
    finish(lumajang, first)
    assert numbers(lumajang) == [("1", "700/1/ND/427.90/2025"), ("2", "700/2/ND/427.90/2025")]
    assert "700/2/ND/427.90/2025" in words(compose(lumajang, first))


def test_the_number_on_the_kept_print_is_that_of_the_register(lumajang: Office) -> None:
    key = begin(lumajang, "sk-tim")
    finish(lumajang, key)
    assert numbers(lumajang, "keputusan") == [("1", "188.45/1/427.90/2025")]
    status = read_status(lumajang, get_dokumen("naskah-sk-tim"), wanted(lumajang, key))
    assert status.is_final
    assert not status.perubahan


def test_a_kind_without_a_book_takes_no_number(lumajang: Office) -> None:
    finish(lumajang, begin(lumajang, "daftar-hadir"))
    with lumajang.journal.reading() as session:
        assert session.exec(select(Surat)).all() == []


def test_a_number_given_by_hand_is_kept_and_counted(lumajang: Office) -> None:
    first = begin(lumajang, "nota-perintah")
    change_nomor(lumajang, first, "  800.1/7/ND/427.90 / 2025 ")
    finish(lumajang, first)
    finish(lumajang, begin(lumajang, "nota-pengantar-draf"))
    assert numbers(lumajang) == [("7", "800.1/7/ND/427.90/2025"), ("8", "700/8/ND/427.90/2025")]


def test_a_number_of_another_pattern_has_no_running_number(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    change_nomor(lumajang, key, "045.2/tanpa-pola")
    finish(lumajang, key)
    book = read_buku(lumajang, 2025, "nota_dinas")
    assert [(row.agenda, row.nomor) for row in book.baris] == [("", "045.2/tanpa-pola")]
    assert book.catatan == ("1 surat belum mempunyai nomor urut.",)


def test_a_number_that_is_taken_is_refused_at_every_door(lumajang: Office) -> None:
    finish(lumajang, begin(lumajang, "nota-perintah"))
    other = begin(lumajang, "nota-pengantar-draf")
    with pytest.raises(KinerjaError, match=r"700/1/ND/427\.90/2025 sudah dipakai surat 'Perintah"):
        change_nomor(lumajang, other, "700/1/ND/427.90/2025")
    with lumajang.journal.action("Di luar aturan") as session:
        row = session.get_one(NaskahDinas, other)
        row.isi = {**row.isi, "nomor": "700/1/ND/427.90/2025"}
    with pytest.raises(KinerjaError, match="sudah dipakai surat"):
        finish(lumajang, other)
    # The running number alone is taken, too.
    with lumajang.journal.action("Di luar aturan") as session:
        row = session.get_one(NaskahDinas, other)
        row.isi = {**row.isi, "nomor": "900/1/ND/427.90/2025"}
    with pytest.raises(TerkunciError, match="Nomor urut 1 tahun 2025 sudah dipakai"):
        finish(lumajang, other)
    assert len(numbers(lumajang)) == 1
    change_nomor(lumajang, other, "")
    finish(lumajang, other)
    assert numbers(lumajang)[1] == ("2", "700/2/ND/427.90/2025")


def test_a_letter_of_yesterday_is_put_in(lumajang: Office) -> None:
    for day in (date(2025, 1, 13), date(2025, 1, 15)):
        finish(lumajang, begin(lumajang, "nota-dinas", hal=f"Hal {day}"), day)
    finish(lumajang, begin(lumajang, "nota-dinas", hal="Sisipan"), date(2025, 1, 14))
    assert [agenda for agenda, _ in numbers(lumajang)] == ["1", "1.1", "2"]


def test_a_letter_that_is_opened_again_keeps_its_number(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    finish(lumajang, key)
    with pytest.raises(TerkunciError, match="sudah final"):
        change_tanggal(lumajang, key, date(2025, 1, 20))
    with (
        pytest.raises(TerkunciError, match="sudah final"),
        lumajang.journal.action("Menghapus") as session,
    ):
        session.delete(session.get_one(NaskahDinas, key))
    request = wanted(lumajang, key)
    reopen_paper(lumajang, get_dokumen(request.kunci), request, "Salah alamat")
    isi = read_naskah(lumajang, key).isi
    change_isi(lumajang, key, replace(isi, yth=("Kasi Pemerintahan",)))
    with pytest.raises(KinerjaError, match="sudah bernomor, jadi tetap tercatat"):
        remove_naskah(lumajang, key)
    with pytest.raises(KinerjaError, match="bernomor di buku tahun 2025"):
        change_tanggal(lumajang, key, date(2026, 1, 2))
    with pytest.raises(KinerjaError, match="bernomor di buku tahun 2025"):
        finish(lumajang, key, date(2026, 1, 2))
    finish(lumajang, key, date(2025, 1, 16))
    (row,) = read_buku(lumajang, 2025, "nota_dinas").baris
    assert (row.nomor, row.pihak, row.tanggal) == (
        "700/1/ND/427.90/2025", "Kasi Pemerintahan", date(2025, 1, 16),
    )  # fmt: skip


def test_the_number_of_a_letter_that_is_open_again_may_be_corrected(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    finish(lumajang, key)
    request = wanted(lumajang, key)
    reopen_paper(lumajang, get_dokumen(request.kunci), request, "Nomor keliru")
    change_nomor(lumajang, key, "700/9/ND/427.90/2025")
    finish(lumajang, key)
    assert numbers(lumajang) == [("1", "700/1/ND/427.90/2025"), ("9", "700/9/ND/427.90/2025")]
    (first, _) = read_buku(lumajang, 2025, "nota_dinas").baris
    assert first.dibatalkan == "Diganti dengan nomor 700/9/ND/427.90/2025"


def test_the_same_number_typed_again_leaves_the_register(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    finish(lumajang, key)
    request = wanted(lumajang, key)
    reopen_paper(lumajang, get_dokumen(request.kunci), request, "Kata keliru")
    change_nomor(lumajang, key, "700 / 1/ND/427.90/2025")
    (line,) = read_buku(lumajang, 2025, "nota_dinas").baris
    assert (line.nomor, line.dibatalkan) == ("700/1/ND/427.90/2025", "")
    other = begin(lumajang, "nota-dinas", hal="Lain")
    with pytest.raises(KinerjaError, match="sudah dipakai"):
        change_nomor(lumajang, other, "700/1/ND/427.90/2025")


def test_the_line_of_a_final_letter_stays_in_the_register(lumajang: Office) -> None:
    finish(lumajang, begin(lumajang, "nota-perintah"))
    with lumajang.journal.reading() as session:
        key = session.exec(select(Surat.id)).one()
    with (
        pytest.raises(TerkunciError, match="sudah final, jadi catatannya di register tetap"),
        lumajang.journal.action("Mengubah") as session,
    ):
        session.get_one(Surat, key).agenda = "5"
    with pytest.raises(TerkunciError), lumajang.journal.action("Menghapus") as session:
        session.delete(session.get_one(Surat, key))
    with lumajang.journal.action("Keterangan") as session:
        session.get_one(Surat, key).keterangan = "Diantar Budi"


@pytest.mark.parametrize("penanda", [Penanda("lurah"), Penanda("", "Kasi Antariksa")])
def test_a_letter_that_nobody_signs_on_its_day_is_not_final(
    muncar: Office, penanda: Penanda
) -> None:
    key = begin(muncar, "nota-dinas", hal="Uji", penanda=penanda)
    with pytest.raises(KinerjaError, match=r"^Tidak ada .* pada 15 Januari 2025"):
        finish(muncar, key)
    assert numbers(muncar) == []


def test_the_left_signer_is_missed_as_well(muncar: Office) -> None:
    key = begin(muncar, "nota-dinas", hal="Uji", penanda_kiri=Penanda("lurah"))
    with pytest.raises(KinerjaError, match="Tidak ada Lurah pada"):
        finish(muncar, key)


def test_nobody_runs_sakip_on_a_day_before_anybody_was_named(muncar: Office) -> None:
    with muncar.journal.action("Tanpa pengelola") as session:
        for row in session.exec(select(Penempatan)):
            row.pengelola_kinerja = False
    key = begin(muncar, "nota-dinas", hal="Uji", penanda=Penanda("pengelola"))
    with pytest.raises(KinerjaError, match="Tidak ada Pengelola kinerja pada"):
        finish(muncar, key)


def test_a_letter_that_is_signed_by_hand_leaves_a_line(muncar: Office) -> None:
    finish(muncar, begin(muncar, "nota-dinas", hal="Uji", penanda=Penanda("")))
    assert len(numbers(muncar)) == 1


def test_open_places_are_no_letter(muncar: Office) -> None:
    key = begin(muncar, "disposisi")
    with pytest.raises(
        KinerjaError, match=r"belum lengkap: Nomor agenda|belum lengkap: titik-titik"
    ):
        finish(muncar, key)


def test_a_letter_belongs_to_the_year_it_is_about(muncar: Office) -> None:
    key = begin(muncar, "nota-perintah")
    request = wanted(muncar, key)
    other = replace(request, periode=replace(TAHUN, tahun=2023))
    with pytest.raises(KinerjaError, match="Surat ini tentang tahun 2024"):
        make_final(muncar, get_dokumen(request.kunci), other, DAY)


def test_what_was_agreed_becomes_tasks_once(muncar: Office) -> None:
    agreed = (Tindak("Melengkapi data", "Kasi", DAY + timedelta(days=9)), Tindak("Menyusun draf"))
    parts = (BagianNaskah("Pembahasan", ("x",)),)
    key = begin(muncar, "notulen", bagian=parts, tindak_lanjut=agreed)
    finish(muncar, key)
    request = wanted(muncar, key)
    reopen_paper(muncar, get_dokumen(request.kunci), request, "Kurang satu")
    isi = read_naskah(muncar, key).isi
    change_isi(muncar, key, replace(isi, tindak_lanjut=(*agreed, Tindak("Mencetak", "Staf"))))
    finish(muncar, key)
    with muncar.journal.reading() as session:
        tasks = session.exec(select(Tugas)).all()
    assert sorted((row.uraian, row.penanggung_jawab) for row in tasks) == [
        ("Melengkapi data", "Kasi"), ("Mencetak", "Staf"), ("Menyusun draf", ""),
    ]  # fmt: skip
    assert {row.naskah_id for row in tasks} == {key}


def test_a_final_letter_prints_from_what_was_kept(muncar: Office, tmp_path: Path) -> None:
    key = begin(muncar, "nota-perintah")
    finish(muncar, key)
    before = build_pdf(muncar, wanted(muncar, key))
    with muncar.journal.action("Pindah") as session:
        session.exec(select(Instansi)).one().alamat = "Jl. Baru 1"
    assert build_pdf(muncar, wanted(muncar, key)) == before


def test_a_number_of_a_letter_that_is_open_again_stays_in_the_register(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    finish(lumajang, key)
    request = wanted(lumajang, key)
    reopen_paper(lumajang, get_dokumen(request.kunci), request, "Salah")
    line = read_naskah(lumajang, key).surat_id
    for name, value in (("agenda", "5"), ("nomor", "x/5"), ("buku", "keluar"), ("tahun", 2024),
                        ("arah", "masuk")):  # fmt: skip
        with (
            pytest.raises(TerkunciError, match="milik surat yang dibuat di sini"),
            lumajang.journal.action("Register") as session,
        ):
            setattr(session.get_one(Surat, line), name, value)
    with (
        pytest.raises(TerkunciError, match="milik surat yang dibuat di sini"),
        lumajang.journal.action("Hapus") as session,
    ):
        session.delete(session.get_one(Surat, line))
    assert line is not None
    cancel_nomor(lumajang, line, "batal kirim")
    with pytest.raises(KinerjaError, match="sudah dibatalkan: batal kirim"):
        finish(lumajang, key)


def test_no_two_letters_bear_one_number_whatever_book_counts_them(muncar: Office) -> None:
    """Without a kode unit, and with one pattern for two books (found by trying)."""
    add_books(muncar)
    with muncar.journal.action("Pola sama") as session:
        for row in session.exec(select(BukuSurat)):
            row.pola = "{klasifikasi}/{urut}/{unit}/{tahun}" if row.arah == "keluar" else ""
    finish(muncar, begin(muncar, "nota-dinas", hal="Satu"))
    by_hand = begin(muncar, "nota-dinas", hal="Dua")
    change_nomor(muncar, by_hand, "700/2/2025")
    finish(muncar, by_hand)
    for hal in ("Tiga", "Empat"):
        finish(muncar, begin(muncar, "nota-dinas", hal=hal))
        finish(muncar, begin(muncar, "surat", hal=hal))
    taken = [nomor for buku in ("nota_dinas", "keluar") for _, nomor in numbers(muncar, buku)]
    assert len(taken) == len(set(taken)) == 6


@pytest.mark.parametrize("typed", ["", "tanpa angka", "7/" + "x" * 100])
def test_what_is_no_number_is_told(muncar: Office, typed: str) -> None:
    key = begin(muncar, "nota-dinas", hal="Uji")
    if not typed:
        change_nomor(muncar, key, typed)
        assert read_naskah(muncar, key).nomor == ""
        return
    with pytest.raises(KinerjaError, match=r"^Nomor surat: "):
        change_nomor(muncar, key, typed)


@pytest.mark.parametrize(
    ("jenis", "missing"),
    [
        ("surat", "Hal, Yth., Pembuka"),
        ("nota-dinas", "Hal, Yth., Pembuka"),
        ("undangan", "Hari/tanggal"),
        ("notulen", "Pembahasan, Keputusan"),
        ("berita-acara", "Dengan hasil sebagai berikut:"),
    ],
)
def test_what_would_print_as_dots_is_asked_for(muncar: Office, jenis: str, missing: str) -> None:
    key = begin_naskah(muncar, jenis, TAHUN, DAY)
    if jenis == "surat":
        isi = read_naskah(muncar, key).isi
        change_isi(muncar, key, replace(isi, yth=()))
    with pytest.raises(KinerjaError, match=f"belum lengkap: {missing} belum diisi"):
        finish(muncar, key)


def test_another_day_stands_in_the_words_as_well(muncar: Office) -> None:
    result = (BagianNaskah("Hasil", ("Disepakati.",)),)
    key = begin(muncar, "berita-acara", bagian=result)
    change_tanggal(muncar, key, date(2025, 1, 14))
    assert "Selasa, tanggal empat belas bulan Januari" in words(compose(muncar, key))
    finish(muncar, key, date(2025, 1, 13))
    text = words(compose(muncar, key))
    assert "Senin, tanggal tiga belas bulan Januari" in text
    assert "empat belas" not in text
    assert read_naskah(muncar, key).tanggal == date(2025, 1, 13)
    request = wanted(muncar, key)
    status = read_status(muncar, get_dokumen(request.kunci), request)
    assert not status.perubahan
    attendance = begin(muncar, "daftar-hadir")
    change_tanggal(muncar, attendance, date(2025, 1, 20))
    assert "Senin, 20 Januari 2025" in words(compose(muncar, attendance))


def test_tasks_follow_what_was_agreed_in_the_end(muncar: Office) -> None:
    parts = (BagianNaskah("Pembahasan", ("x",)),)
    agreed = (Tindak("Satu", "Kasi", DAY), Tindak("Dua", "Kasi"), Tindak("Tiga", "Kasi"))
    key = begin(muncar, "notulen", bagian=parts, tindak_lanjut=agreed)
    finish(muncar, key)
    with muncar.journal.action("Selesai") as session:
        for row in session.exec(select(Tugas)):
            row.selesai = DAY if row.uraian == "Tiga" else None
    request = wanted(muncar, key)
    reopen_paper(muncar, get_dokumen(request.kunci), request, "Diubah")
    later = DAY + timedelta(days=5)
    isi = read_naskah(muncar, key).isi
    change_isi(muncar, key, replace(isi, tindak_lanjut=(Tindak("Satu", "Kasi", later),)))
    finish(muncar, key)
    with muncar.journal.reading() as session:
        rows = session.exec(select(Tugas)).all()
    assert sorted((row.uraian, row.batas_waktu) for row in rows) == [
        ("Satu", later),
        ("Tiga", None),
    ]


def test_two_equal_follow_ups_stay_two_tasks(muncar: Office) -> None:
    key = begin(muncar, "notulen", bagian=(BagianNaskah("Pembahasan", ("x",)),))
    twice = (Tindak("Melengkapi data", "Kasi"), Tindak("Melengkapi data", "Kasi"))
    change_isi(muncar, key, replace(read_naskah(muncar, key).isi, tindak_lanjut=twice))
    request = wanted(muncar, key)
    for _ in range(3):
        finish(muncar, key)
        with muncar.journal.reading() as session:
            assert len(session.exec(select(Tugas)).all()) == 2
        reopen_paper(muncar, get_dokumen(request.kunci), request, "Diperiksa lagi")


def test_a_letter_that_was_final_is_not_taken_away(muncar: Office) -> None:
    """A notulen has no number; its print and its tasks are about it all the same."""
    key = begin(muncar, "notulen", bagian=(BagianNaskah("Pembahasan", ("x",)),))
    isi = read_naskah(muncar, key).isi
    change_isi(muncar, key, replace(isi, tindak_lanjut=(Tindak("Melengkapi data", "Kasi"),)))
    finish(muncar, key)
    request = wanted(muncar, key)
    reopen_paper(muncar, get_dokumen(request.kunci), request, "Diubah")
    with pytest.raises(KinerjaError, match="pernah final"):
        remove_naskah(muncar, key)
    assert read_naskah(muncar, key).isi.tindak_lanjut


def test_a_number_that_another_letter_took_meanwhile_is_no_refusal(
    lumajang: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = begin(lumajang, "nota-perintah"), begin(lumajang, "nota-pengantar-draf")
    others = [first]

    def freeze_slowly(*arguments: Any, **words: Any) -> Any:
        row = freeze_paper(*arguments, **words)
        if others:
            finish(lumajang, others.pop())
        return row

    monkeypatch.setattr(kept_papers, "freeze_paper", freeze_slowly)
    finish(lumajang, second)
    assert numbers(lumajang) == [("1", "700/1/ND/427.90/2025"), ("2", "700/2/ND/427.90/2025")]
