"""The same number in another spelling is the same number, at every door of the register."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.services.surat.register import read_buku
from kinerja_desktop.services.surat.tulis import change_nomor
from kinerja_desktop.store.records import BukuSurat, Surat
from tests.services.surat.letters import ROW, begin, finish, numbers

OTHER: dict[str, Any] = {**ROW, "agenda": "17", "hal": "Lain"}


def append(path: Path, sheet_name: str, *rows: dict[str, Any]) -> None:
    """Write further rows into a sheet of a workbook."""
    book = load_workbook(path)
    sheet = book[sheet_name]
    heads = next(
        found
        for row in sheet.iter_rows()
        if {"agenda", "kunci"} & set(found := [cell.value for cell in row])
    )
    for row in rows:
        sheet.append([row.get(str(name)) for name in heads])
    book.save(path)


def told_of(office: Office, path: Path) -> list[str]:
    """Take a workbook in, and return what was said of it."""
    plan = plan_import(office, path)
    apply_import(office, plan)
    return [problem.message for problem in plan.problems]


@pytest.mark.parametrize("typed", ["700/01/nd/427.90/2025", "700 /1/ND/427.90 / 2025"])
def test_a_number_in_another_spelling_is_taken(lumajang: Office, typed: str) -> None:
    finish(lumajang, begin(lumajang, "nota-perintah"))
    other = begin(lumajang, "nota-dinas", hal="Lain")
    with pytest.raises(KinerjaError, match="sudah dipakai surat"):
        change_nomor(lumajang, other, typed)


def test_a_number_in_small_letters_tells_its_running_number(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    change_nomor(lumajang, key, "700/07/nd/427.90/2025")
    finish(lumajang, key)
    assert numbers(lumajang) == [("7", "700/07/nd/427.90/2025")]


def test_a_row_of_the_register_does_not_bear_the_number_of_another(muncar: Office) -> None:
    add_row(muncar, "surat", ROW)
    spelled = "700/016/427.90/2025"
    with pytest.raises(TerkunciError, match="sudah dipakai surat 'Undangan'"):
        add_row(muncar, "surat", {**OTHER, "nomor": spelled})
    key = add_row(muncar, "surat", {**OTHER, "nomor": "700/17/427.90/2025"})
    with pytest.raises(TerkunciError, match="sudah dipakai surat 'Undangan'"):
        change_field(muncar, "surat", key, "nomor", spelled)
    with (
        pytest.raises(TerkunciError, match="Nomor 700/18/2025 sudah dipakai"),
        muncar.journal.action("Dua sekaligus") as session,
    ):
        for agenda in ("18", "19"):
            row = {**ROW, "agenda": agenda, "hal": agenda, "nomor": "700/18/2025"}
            session.add(Surat(**row))
    # A bare number is counted by each book, and what came is numbered by its sender.
    for number, buku in enumerate(("keluar", "nota_dinas", "keputusan"), start=20):
        add_row(muncar, "surat", {**ROW, "buku": buku, "agenda": str(number), "nomor": "12"})
    for agenda in ("1", "2"):
        came = {**ROW, "arah": "masuk", "buku": "masuk", "agenda": agenda, "hal": agenda}
        add_row(muncar, "surat", came)


def test_a_double_of_before_may_be_completed(muncar: Office) -> None:
    """Registers of earlier releases hold doubles; other columns of theirs are open."""
    key = add_row(muncar, "surat", {**ROW, "nomor": ""})
    add_row(muncar, "surat", OTHER)
    with muncar.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE surat SET nomor = '{ROW['nomor']}'")
    change_field(muncar, "surat", key, "keterangan", "Diantar")
    change_field(muncar, "surat", key, "nomor", "700/99/2025")


def test_a_running_number_that_was_not_read_is_noted_once(lumajang: Office) -> None:
    key = begin(lumajang, "nota-perintah")
    change_nomor(lumajang, key, "090/ND-A.5/2025")
    finish(lumajang, key)
    (line,) = read_buku(lumajang, 2025, "nota_dinas").baris
    assert line.agenda == ""
    change_field(lumajang, "surat", line.id, "agenda", "5")
    with pytest.raises(TerkunciError, match="sudah final"):
        change_field(lumajang, "surat", line.id, "agenda", "6")
    with pytest.raises(TerkunciError, match="sudah final"):
        change_field(lumajang, "surat", line.id, "hal", "Lain")
    lumajang.journal.undo()
    assert numbers(lumajang) == [("", "090/ND-A.5/2025")]


def test_a_running_number_that_is_taken_is_not_noted(lumajang: Office) -> None:
    finish(lumajang, begin(lumajang, "nota-dinas", hal="Satu"))
    key = begin(lumajang, "nota-perintah")
    change_nomor(lumajang, key, "090/ND-A.5/2025")
    finish(lumajang, key)
    (line,) = (row for row in read_buku(lumajang, 2025, "nota_dinas").baris if not row.agenda)
    with pytest.raises(TerkunciError, match="Nomor urut 1 tahun 2025 sudah dipakai"):
        change_field(lumajang, "surat", line.id, "agenda", "1")


def test_a_letter_goes_into_a_book_of_its_direction(muncar: Office) -> None:
    with pytest.raises(TerkunciError, match="Buku surat 'buku_hantu' tidak ada"):
        add_row(muncar, "surat", {**ROW, "buku": "buku_hantu"})
    with pytest.raises(TerkunciError, match="Buku 'keluar' memuat surat keluar, bukan surat masuk"):
        add_row(muncar, "surat", {**ROW, "arah": "masuk"})
    key = add_row(muncar, "surat", ROW)
    with pytest.raises(TerkunciError, match="Buku 'masuk' memuat surat masuk"):
        change_field(muncar, "surat", key, "buku", "masuk")
    with muncar.journal.action("Buku dan suratnya") as session:
        session.add(BukuSurat(kunci="sk", nama="SK", pola="{urut}/{tahun}", arah="keluar"))
        session.add(Surat(**{**OTHER, "buku": "sk", "nomor": "17/2025"}))
    change_field(muncar, "surat", key, "buku", "")


def test_an_import_takes_no_number_twice_and_no_unknown_book(
    lumajang: Office, tmp_path: Path
) -> None:
    finish(lumajang, begin(lumajang, "nota-perintah"))
    path = tmp_path / "kantor.xlsx"
    export_workbook(lumajang, path)
    nota = {"tahun": 2025, "arah": "keluar", "buku": "nota_dinas"}
    keluar = {**nota, "buku": "keluar"}
    append(
        path, "Register Surat",
        {**nota, "agenda": "8", "nomor": "700/01/nd/427.90/2025", "hal": "Nomor final"},
        {**keluar, "agenda": "1", "nomor": "x/1/2025", "hal": "Satu"},
        {**keluar, "agenda": "2", "nomor": "X/01/2025", "hal": "Kembar"},
        {**keluar, "agenda": "3", "nomor": "x/3/2025", "hal": "Hantu", "buku": "buku_hantu"},
        {**keluar, "agenda": "4", "nomor": "x/4/2025", "hal": "Salah arah", "arah": "masuk"},
        {**keluar, "agenda": "5", "nomor": "x/5/2025", "hal": "Buku baru", "buku": "baru"},
    )  # fmt: skip
    append(
        path, "Buku Surat",
        {"kunci": "baru", "nama": "Baru", "arah": "keluar", "pola": "{urut}/{tahun}", "mulai": 1},
    )  # fmt: skip
    told = told_of(lumajang, path)
    assert [text for text in told if text.startswith("tidak dimasukkan: ")] == [
        "tidak dimasukkan: Nomor 700/1/ND/427.90/2025 sudah dipakai surat "
        "'Perintah Penyusunan Dokumen Kinerja Tahun 2024'. Pakai nomor lain; huruf besar, spasi, "
        "dan nol di depan tidak membedakan nomor.",
        "tidak dimasukkan: nomor ini sudah dipakai baris 7. Beri nomor lain",
        "tidak dimasukkan: Buku surat 'buku_hantu' tidak ada: pakai masuk, keluar, nota_dinas, "
        "keputusan, baru",
        "tidak dimasukkan: Buku 'keluar' memuat surat keluar, bukan surat masuk",
    ]
    known = {row["hal"] for row in list_rows(lumajang, "surat")}
    assert {"Satu", "Buku baru"} < known
    assert not {"Nomor final", "Kembar", "Hantu", "Salah arah"} & known


@pytest.mark.parametrize("column", ["hal", "pihak", "nomor"])
def test_the_row_of_a_final_letter_is_refused_because_it_is_final(
    lumajang: Office, tmp_path: Path, column: str
) -> None:
    """Hal is part of the key of a row: with another one it looks new, and is not."""
    finish(lumajang, begin(lumajang, "nota-perintah"))
    path = tmp_path / "kantor.xlsx"
    export_workbook(lumajang, path)
    book = load_workbook(path)
    sheet = book["Register Surat"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = next(row for row in rows if "agenda" in row)
    sheet.cell(sheet.max_row, heads.index(column) + 1).value = "Diubah 9"
    book.save(path)
    told = told_of(lumajang, path)
    assert any("Surat 700/1/ND/427.90/2025 sudah final" in text for text in told), told
    with lumajang.journal.reading() as session:
        (row,) = session.exec(select(Surat)).all()
    assert row.nomor == "700/1/ND/427.90/2025"
    assert row.tanggal == date(2025, 1, 15)
