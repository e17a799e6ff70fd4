"""What is told before a letter becomes final, and what the register then knows of it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlmodel import select

from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.kept_papers import list_before_keeping, reopen_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.books import add_books
from kinerja_desktop.services.surat.register import propose_nomor
from kinerja_desktop.services.surat.tulis import change_isi, change_nomor, read_naskah
from kinerja_desktop.store.records import BukuSurat, Surat
from tests.services.surat.letters import DAY, ROW, begin, finish, numbers, wanted

TODAY = date(2025, 1, 20)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Office, "today", lambda _office: TODAY)


def told(office: Office, key: UUID, day: date | None = DAY) -> list[str]:
    request = replace(wanted(office, key), tanggal=day)
    problems = list_before_keeping(office, get_dokumen(request.kunci), request)
    assert all(problem.is_warning and not problem.needs_reason for problem in problems)
    return [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 2, 20), []),
        (date(2025, 2, 21), ["Tanggal surat 21 Februari 2025 lebih dari 31 hari lagi: periksa "
                             "tanggalnya."]),
        (date(2099, 12, 1), ["Tanggal surat 1 Desember 2099 lebih dari 31 hari lagi: periksa "
                             "tanggalnya."]),
        (date(2024, 1, 1), []),
        (date(2023, 12, 31), ["Tanggal surat 31 Desember 2023 bukan tahun ini atau tahun lalu: "
                              "periksa tanggalnya."]),
    ],
)  # fmt: skip
def test_a_strange_day_is_told(lumajang: Office, day: date, expected: list[str]) -> None:
    assert told(lumajang, begin(lumajang, "nota-perintah"), day) == expected
    assert told(lumajang, begin(lumajang, "daftar-hadir"), day) == expected


def test_a_letter_is_asked_about_by_its_own_day(lumajang: Office) -> None:
    assert told(lumajang, begin(lumajang, "nota-perintah"), None) == []


def test_a_number_behind_a_later_day_is_told(lumajang: Office) -> None:
    """Before the only letter of a book there is no number: the next one is right, but told."""
    finish(lumajang, begin(lumajang, "nota-dinas", hal="Satu"), date(2025, 1, 18))
    key = begin(lumajang, "nota-dinas", hal="Dua")
    assert told(lumajang, key, date(2025, 1, 18)) == []
    assert told(lumajang, key) == [
        "Nomor urut 2 menyusul nomor surat yang tanggalnya sesudah 15 Januari 2025: pastikan "
        "tanggalnya benar."
    ]
    finish(lumajang, key)
    # What is open again has its number already.
    request = wanted(lumajang, key)
    reopen_paper(lumajang, get_dokumen(request.kunci), request, "Salah")
    assert told(lumajang, key) == []


def test_what_is_put_in_stays_there_although_another_book_has_that_number(
    muncar: Office,
) -> None:
    """Two books with one pattern: 10.1 is taken by the other, so 10.2 follows and not 12."""
    add_books(muncar)
    with muncar.journal.action("Pola sama") as session:
        for row in session.exec(select(BukuSurat)):
            row.pola = "{klasifikasi}/{urut}/{tahun}" if row.arah == "keluar" else ""
    for agenda, day, buku in (
        ("10", 14, "nota_dinas"), ("11", 18, "nota_dinas"), ("10.1", 14, "keluar"),
    ):  # fmt: skip
        line = {**ROW, "buku": buku, "agenda": agenda, "nomor": f"700/{agenda}/2025"}
        add_row(muncar, "surat", {**line, "hal": agenda, "tanggal": date(2025, 1, day)})
    with muncar.journal.reading() as session:
        agenda_15, nomor = propose_nomor(session, "nota_dinas", date(2025, 1, 15))
    assert (str(agenda_15), nomor) == ("10.2", "700/10.2/2025")


def test_a_number_that_the_pattern_does_not_read_is_told(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    change_nomor(lumajang, key, "090/ND-A.5/2025")
    assert told(lumajang, key) == [
        "Nomor urut tidak terbaca dari 090/ND-A.5/2025, karena buku Nota Dinas menulis "
        "{klasifikasi}/{urut}/ND/{unit}/{tahun}. Sesudah final, isi nomor urutnya di Register."
    ]
    change_nomor(lumajang, key, "700/9/nd/427.90/2025")
    assert told(lumajang, key) == []


def test_parts_of_the_pattern_that_are_not_filled_are_told(muncar: Office) -> None:
    key = begin(muncar, "nota-perintah")
    (unit,) = told(muncar, key)
    assert unit.startswith("Nomornya menjadi 700/1/ND/2025, tanpa kode unit. Bila kantor")
    add_books(muncar)
    with muncar.journal.action("Tanpa klasifikasi") as session:
        for row in session.exec(select(BukuSurat)):
            row.klasifikasi = ""
    assert told(muncar, key)[1].startswith("Nomornya menjadi 1/ND/2025, tanpa klasifikasi.")
    with muncar.journal.action("Pola sendiri") as session:
        for row in session.exec(select(BukuSurat)):
            row.pola = "{urut}/ND/{tahun}" if row.arah == "keluar" else ""
    assert told(muncar, key) == []


@pytest.mark.parametrize(
    ("sifat", "expected"), [("Segera", "segera"), ("sangat  segera", "sangat_segera"), ("X", "")]
)
def test_the_register_keeps_what_the_letter_says_of_itself(
    lumajang: Office, sifat: str, expected: str
) -> None:
    key = begin(lumajang, "surat", hal="Undangan", sifat=sifat, lampiran="1 (satu) berkas")
    finish(lumajang, key)
    with lumajang.journal.reading() as session:
        (row,) = session.exec(select(Surat)).all()
    assert (row.klasifikasi, row.sifat, row.lampiran) == ("700", expected, "1 (satu) berkas")
    request = wanted(lumajang, key)
    reopen_paper(lumajang, get_dokumen(request.kunci), request, "Sifat keliru")
    isi = read_naskah(lumajang, key).isi
    change_isi(lumajang, key, replace(isi, sifat="Rahasia"))
    finish(lumajang, key)
    with lumajang.journal.reading() as session:
        assert session.exec(select(Surat)).one().sifat == "rahasia"


def test_a_kind_without_sifat_has_none_in_the_register(lumajang: Office) -> None:
    finish(lumajang, begin(lumajang, "sk-tim"))
    with lumajang.journal.reading() as session:
        row = session.exec(select(Surat)).one()
    assert (row.klasifikasi, row.sifat) == ("188.45", "")
    assert numbers(lumajang, "keputusan") == [("1", "188.45/1/427.90/2025")]


def test_what_a_letter_lacks_is_told_before_its_date_is_asked_for(lumajang: Office) -> None:
    key = begin(lumajang, "nota-dinas", hal="", yth=(), pembuka=())
    request = wanted(lumajang, key)
    problems = list_before_keeping(lumajang, get_dokumen(request.kunci), request)
    lacks = [problem.message for problem in problems if not problem.is_warning]
    assert [text.partition(" belum diisi;")[0] for text in lacks] == ["Hal", "Yth.", "Pembuka"]
