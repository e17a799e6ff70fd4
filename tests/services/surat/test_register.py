from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.domain.surat.nomor import Agenda
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows, remove_row
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.services.surat.books import add_books
from kinerja_desktop.services.surat.register import (
    SuratMasuk,
    attach_scan,
    begin_case_by,
    cancel_nomor,
    list_buku,
    list_scans,
    propose_for_today,
    propose_masuk,
    propose_nomor,
    read_buku,
    take_in,
)
from kinerja_desktop.store.records import BukuSurat, Surat
from tests.services.sop.office import PENGUKURAN, give_sop, start
from tests.services.surat.letters import EDARAN, ROW


def agenda(office: Office, buku: str, tahun: int = 2025) -> list[str]:
    return [row.agenda for row in read_buku(office, tahun, buku).baris]


def test_a_letter_that_came_gets_the_next_number_of_its_day(muncar: Office) -> None:
    take_in(muncar, EDARAN)
    take_in(muncar, SuratMasuk("2", None, date(2025, 1, 14), "Inspektorat", "LHE"))
    take_in(muncar, SuratMasuk("3", None, date(2025, 1, 13), "Camat lain", "Sisipan"))
    assert agenda(muncar, "masuk") == ["1", "1.1", "2"]


def test_a_letter_of_last_year_goes_into_the_book_of_that_year(muncar: Office) -> None:
    take_in(muncar, SuratMasuk("9", None, date(2024, 12, 30), "Bappeda", "Edaran"))
    assert agenda(muncar, "masuk", 2024) == ["1"]
    assert agenda(muncar, "masuk") == []


@pytest.mark.parametrize(("pihak", "hal"), [("", "Edaran"), ("Bappeda", " ")])
def test_a_letter_that_says_nothing_is_refused(muncar: Office, pihak: str, hal: str) -> None:
    with pytest.raises(KinerjaError, match="Pengirim dan hal"):
        take_in(muncar, SuratMasuk("1", None, date(2025, 1, 13), pihak, hal))


def test_a_number_is_never_given_twice_at_any_door(muncar: Office) -> None:
    key = add_row(muncar, "surat", ROW)
    taken = "Nomor urut 0?16 tahun 2025 sudah dipakai surat 'Undangan'"
    with pytest.raises(TerkunciError, match=taken):
        add_row(muncar, "surat", {**ROW, "hal": "Lain"})
    with pytest.raises(TerkunciError, match=taken):
        add_row(muncar, "surat", {**ROW, "hal": "Lain", "agenda": "016"})
    other = add_row(muncar, "surat", {**ROW, "hal": "Lain", "agenda": "17", "nomor": "700/17/2025"})
    with pytest.raises(TerkunciError, match=taken):
        change_field(muncar, "surat", other, "agenda", "16")
    with (
        pytest.raises(TerkunciError, match="Nomor urut 20"),
        muncar.journal.action("Dua sekaligus") as session,
    ):
        session.add_all(Surat(**{**ROW, "hal": hal, "agenda": "20"}) for hal in ("a", "b"))
    # Other books, years and directions count for themselves.
    add_row(muncar, "surat", {**ROW, "buku": "keputusan", "nomor": "188.45/16/427.90/2025"})
    add_row(muncar, "surat", {**ROW, "tahun": 2024})
    add_row(muncar, "surat", {**ROW, "arah": "masuk", "buku": "masuk"})
    remove_row(muncar, "surat", key)
    removal = muncar.journal.last
    assert removal
    add_row(muncar, "surat", {**ROW, "hal": "Lain lagi"})
    with pytest.raises(TerkunciError, match="sudah dipakai surat 'Lain lagi'"):
        muncar.journal.take_back(removal)


def test_an_imported_double_stays_out_and_the_rest_goes_in(muncar: Office, tmp_path: Path) -> None:
    add_row(muncar, "surat", ROW)
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    book = load_workbook(path)
    sheet = book["Register Surat"]
    first = [cell.value for cell in sheet[sheet.max_row]]
    names = [cell.value for cell in next(row for row in sheet.iter_rows() if "agenda" in [
        cell.value for cell in row])]  # fmt: skip
    double = list(first)
    double[names.index("hal")] = "Surat lain"
    fresh = list(double)
    fresh[names.index("agenda")] = "18"
    fresh[names.index("nomor")] = "700/18/427.90/2025"
    sheet.append(double)
    sheet.append(fresh)
    book.save(path)
    plan = plan_import(muncar, path)
    told = [str(problem) for problem in plan.problems]
    assert any("Nomor urut 16 tahun 2025 sudah dipakai" in text for text in told)
    apply_import(muncar, plan)
    assert agenda(muncar, "keluar") == ["16", "18"]


def test_books_can_be_changed_and_joined_by_others(muncar: Office) -> None:
    assert add_books(muncar) == 4
    with pytest.raises(KinerjaError, match="sudah ada semua"):
        add_books(muncar)
    with muncar.journal.action("Pola") as session:
        row = next(b for b in session.exec(select(BukuSurat)) if b.kunci == "keluar")
        row.pola, row.mulai = "{klasifikasi}/{urut}/{bulan}/{tahun}", 100
        session.add(BukuSurat(kunci="sk", nama="SK lain", pola="{urut}", arah="keluar"))
    with muncar.journal.reading() as session:
        assert propose_nomor(session, "keluar", date(2025, 12, 1)) == (
            Agenda(100), "700/100/XII/2025",
        )  # fmt: skip
    assert [buku.kunci for buku in list_buku(muncar)] == [
        "masuk", "keluar", "nota_dinas", "keputusan", "sk",
    ]  # fmt: skip


LAIN = {
    "kunci": "sk", "nama": "SK lain", "arah": "keluar", "pola": "{urut}/{tahun}",
    "klasifikasi": "", "mulai": 1,
}  # fmt: skip


def test_a_book_with_letters_keeps_its_key_and_direction(muncar: Office, tmp_path: Path) -> None:
    book = add_row(muncar, "buku_surat", LAIN)
    change_field(muncar, "buku_surat", book, "kunci", "sk-lain")
    change_field(muncar, "buku_surat", book, "kunci", "sk")
    letter = add_row(muncar, "surat", ROW | {"buku": "sk"})
    for name, value in (("kunci", "lain"), ("arah", "masuk")):
        with pytest.raises(TerkunciError, match="Buku 'sk' sudah berisi 1 surat"):
            change_field(muncar, "buku_surat", book, name, value)
    with pytest.raises(TerkunciError, match="Buku 'sk' sudah berisi 1 surat"):
        remove_row(muncar, "buku_surat", book)
    change_field(muncar, "buku_surat", book, "nama", "SK Camat")
    path = tmp_path / "buku.xlsx"
    export_workbook(muncar, path)
    workbook = load_workbook(path)
    sheet = workbook["Buku Surat"]
    sheet.cell(5, 3, "Surat masuk")
    workbook.save(path)
    plan = plan_import(muncar, path)
    assert plan.rows == []
    assert "Buku 'sk' sudah berisi 1 surat" in str(plan.problems[0])
    remove_row(muncar, "surat", letter)
    change_field(muncar, "buku_surat", book, "arah", "masuk")


def test_a_book_that_ships_is_no_other_while_letters_stand_in_it(muncar: Office) -> None:
    add_row(muncar, "surat", ROW | {"buku": "keluar"})
    with pytest.raises(TerkunciError, match="Buku 'keluar' sudah berisi 1 surat"):
        add_row(muncar, "buku_surat", LAIN | {"kunci": "keluar", "arah": "masuk"})
    book = add_row(muncar, "buku_surat", LAIN | {"kunci": "keluar"})
    # Without it the shipped one of the same key holds the letter.
    remove_row(muncar, "buku_surat", book)
    muncar.journal.undo()
    muncar.journal.undo()


def test_a_pattern_that_gives_no_number_is_refused(muncar: Office) -> None:
    row = {"kunci": "x", "nama": "X", "arah": "keluar", "pola": "{nomer}", "klasifikasi": "",
           "mulai": 1}  # fmt: skip
    with pytest.raises(KinerjaError, match=r"tanda \{nomer\} tidak dikenal"):
        add_row(muncar, "buku_surat", row)


def test_there_is_no_such_book(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Buku surat 'gaib' tidak ada"):
        read_buku(muncar, 2025, "gaib")


def test_the_number_of_today_is_proposed_and_of_another_year_the_next(muncar: Office) -> None:
    add_row(muncar, "surat", ROW)
    assert propose_for_today(muncar, "keluar", 2025) == "17"
    assert propose_for_today(muncar, "keluar", 2024) == "1"


def test_what_was_cancelled_stays_and_its_number_is_taken(muncar: Office) -> None:
    key = add_row(muncar, "surat", ROW)
    with pytest.raises(KinerjaError, match="Alasan pembatalan"):
        cancel_nomor(muncar, key, " ")
    cancel_nomor(muncar, key, "Salah ketik")
    assert propose_for_today(muncar, "keluar", 2025) == "17"
    assert read_buku(muncar, 2025, "keluar").baris[0].dibatalkan == "Salah ketik"


def test_a_scan_is_kept_once_and_counted(muncar: Office, tmp_path: Path) -> None:
    key = add_row(muncar, "surat", ROW)
    scan, again = tmp_path / "pindaian.pdf", tmp_path / "sama.pdf"
    for path in (scan, again):
        path.write_bytes(b"%PDF-1.4")
    attach_scan(muncar, key, scan)
    with pytest.raises(KinerjaError, match=r"sama dengan yang sudah dilampirkan: pindaian\.pdf"):
        attach_scan(muncar, key, again)
    assert [name for _, name in list_scans(muncar, key)] == ["pindaian.pdf"]
    assert read_buku(muncar, 2025, "keluar").baris[0].berkas == 1
    with pytest.raises(KinerjaError, match="program"):
        attach_scan(muncar, key, tmp_path / "virus.exe")


def test_a_letter_of_the_register_can_begin_a_case(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    key = take_in(muncar, EDARAN)
    begun, known = propose_masuk(muncar, "Edaran")
    assert begun == SuratMasuk(
        "", None, date(2025, 1, 15), "Bappeda Kabupaten Banyuwangi", "Edaran"
    )
    assert known == [(key, "1 · Bappeda · Pengukuran Kinerja 2024")]
    begin_case_by(muncar, key, case)
    assert propose_masuk(muncar, "")[1] == []


def test_an_office_that_is_not_set_up_proposes_nobody(office: Office) -> None:
    assert propose_masuk(office, "")[0].pihak == ""
    with office.journal.reading() as session:
        assert propose_nomor(session, "keluar", date(2025, 1, 2)) == (Agenda(1), "700/1/2025")


def test_letters_without_a_number_come_last(muncar: Office) -> None:
    add_row(muncar, "surat", {**ROW, "agenda": "", "nomor": "", "hal": "Tanpa nomor"})
    add_row(muncar, "surat", ROW)
    assert agenda(muncar, "keluar") == ["16", ""]


def test_two_rows_of_a_workbook_with_one_running_number(muncar: Office, tmp_path: Path) -> None:
    """The second is named with its cell; the rest of the book goes in."""
    path = tmp_path / "buku.xlsx"
    export_workbook(muncar, path)
    book = load_workbook(path)
    sheet = book["Register Surat"]
    names = [cell.value for cell in next(row for row in sheet.iter_rows() if "agenda" in [
        cell.value for cell in row])]  # fmt: skip
    first = sheet.max_row + 1
    for agenda, buku, hal in (
        ("5", "", "Satu"), ("005", "masuk", "Dua"), ("6", "", "Tiga"), (None, "", "Empat"),
    ):  # fmt: skip
        row = {"tahun": 2025, "arah": "masuk", "buku": buku, "agenda": agenda, "hal": hal}
        sheet.append([row.get(str(name)) for name in names])
    book.save(path)
    plan = plan_import(muncar, path)
    (problem,) = plan.problems
    assert problem.is_warning
    assert f"nomor urut 5 sudah dipakai baris {first}" in problem.message
    assert (problem.sheet, problem.cell) == ("Register Surat", f"D{first + 1}")
    apply_import(muncar, plan)
    told = {row["hal"] for row in list_rows(muncar, "surat")}
    assert told == {"Satu", "Tiga", "Empat"}


def test_a_letter_is_not_taken_in_before_its_own_day(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Tanggal surat sesudah tanggal diterimanya"):
        take_in(muncar, SuratMasuk("1", date(2025, 1, 14), date(2025, 1, 13), "Bappeda", "Edaran"))
    assert agenda(muncar, "masuk") == []


def test_a_book_that_only_its_letters_name_is_a_book(muncar: Office) -> None:
    """As registers of earlier releases may do; a new letter cannot any more."""
    add_row(muncar, "surat", ROW)
    with muncar.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE surat SET buku = 'rahasia'")
    assert [(buku.kunci, buku.arah) for buku in list_buku(muncar)][-1] == ("rahasia", "keluar")
