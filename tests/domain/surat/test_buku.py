from datetime import date

from kinerja_desktop.domain.surat.buku import BUKU_BAWAAN, BarisAgenda, list_remarks, name_buku
from kinerja_desktop.domain.surat.nomor import Agenda, check_pola


def line(urut: int | None, day: date | None = None, nomor: str = "", **more: str) -> BarisAgenda:
    return BarisAgenda(Agenda(urut) if urut else None, day, nomor, more.get("pihak", ""), **{
        key: value for key, value in more.items() if key != "pihak"
    })  # fmt: skip


def test_the_books_that_ship_have_sound_patterns() -> None:
    for buku in BUKU_BAWAAN:
        if buku.arah == "keluar":
            check_pola(buku.pola)
    assert [buku.kunci for buku in BUKU_BAWAAN] == ["masuk", "keluar", "nota_dinas", "keputusan"]


def test_a_letter_without_a_book_is_counted_by_that_of_its_direction() -> None:
    assert name_buku("", "keluar") == "keluar"
    assert name_buku("keputusan", "keluar") == "keputusan"


def test_a_book_in_order_has_no_remarks() -> None:
    rows = [line(1, date(2024, 1, 2), "a"), line(2, date(2024, 1, 2), "b")]
    assert list_remarks(rows) == []
    assert list_remarks([]) == []


def test_gaps_are_told_with_their_numbers() -> None:
    assert list_remarks([line(1), line(4)]) == [
        "Nomor urut yang tidak ada: 2, 3. Catat suratnya, atau catat batalnya."
    ]


def test_many_gaps_are_counted() -> None:
    (told,) = list_remarks([line(20)])
    assert told.startswith("Nomor urut yang tidak ada: 1, 2, 3, 4, 5 dan 14 lainnya.")


def test_a_book_that_begins_later_has_no_gap_before() -> None:
    assert list_remarks([line(100)], mulai=100) == []


def test_doubles_of_numbers_and_letters_are_told() -> None:
    rows = [
        line(1, nomor="050/1", pihak="Bappeda"),
        line(1, nomor="050/1", pihak="BAPPEDA"),
        line(2, nomor="050/1", pihak="Inspektorat"),
    ]
    assert list_remarks(rows) == [
        "Nomor urut 1 tercatat 2 kali.",
        "Surat bernomor 050/1 tercatat 2 kali. Periksa, lalu hapus yang keliru.",
    ]


def test_an_office_numbers_each_of_its_letters_once_and_senders_may_number_alike() -> None:
    def book(arah: str) -> list[BarisAgenda]:
        return [
            line(1, nomor="700/1/2025", pihak="Bappeda", arah=arah),
            line(2, nomor="700/ 1/2025", pihak="Inspektorat", arah=arah),
        ]

    assert list_remarks(book("keluar")) == [
        "Surat bernomor 700/ 1/2025 tercatat 2 kali. Periksa, lalu hapus yang keliru."
    ]
    assert list_remarks(book("masuk")) == []


def test_a_number_that_is_older_than_the_one_before_is_told() -> None:
    rows = [line(1, date(2024, 2, 5)), line(2, date(2024, 1, 31)), line(3, date(2024, 2, 6))]
    assert list_remarks(rows) == [
        "Nomor urut 2 bertanggal 31 Januari 2024, lebih awal daripada nomor 1 (5 Februari 2024)."
    ]


def test_what_was_cancelled_is_no_slip_of_the_order() -> None:
    rows = [line(1, date(2024, 2, 5)), line(2, date(2024, 1, 31), dibatalkan="salah ketik")]
    assert list_remarks(rows) == []


def test_letters_without_a_running_number_are_counted() -> None:
    assert list_remarks([line(None), line(None)]) == ["2 surat belum mempunyai nomor urut."]
