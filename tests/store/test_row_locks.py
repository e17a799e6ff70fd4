"""What is final or signed stays as it is, whatever writes its rows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.pengukuran.ukur import find_status, set_realisasi
from kinerja_desktop.services.rencana.perjanjian import change_perjanjian
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.store.journal import Step
from kinerja_desktop.store.queries.lampiran import MILIK_REALISASI
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    KerangkaLkjip,
    Lampiran,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    TeksLkjip,
    Transaksi,
)
from kinerja_desktop.store.row_locks import find_lock
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL, give_iki, indikator_id, sign_perjanjian

Change = Callable[[Session], Any]


def entry(session: Session) -> Realisasi:
    query = select(Realisasi).where(Realisasi.tahun == 2024, col(Realisasi.triwulan).is_(None))
    row = session.exec(query).first()
    assert row is not None
    return row


def change_figure(session: Session) -> None:
    entry(session).nilai = Decimal(1)


def delete_figure(session: Session) -> None:
    session.delete(entry(session))


def move_figure_away(session: Session) -> None:
    entry(session).tahun = 2019


def move_figure_in(session: Session) -> None:
    row = session.exec(select(Realisasi).where(Realisasi.tahun == 2023)).first()
    assert row is not None
    row.tahun = 2024


def add_text(session: Session) -> None:
    session.add(TeksLkjip(tahun=2024, bagian="isu", teks="baru"))


def add_outline(session: Session) -> None:
    session.add(KerangkaLkjip(tahun=2024, kerangka={}))


@pytest.mark.parametrize("change", [change_figure, delete_figure, move_figure_away, move_figure_in])
def test_a_final_period_keeps_its_figures(muncar: Office, change: Change) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    before = list_rows(muncar, "realisasi")
    with (
        pytest.raises(KinerjaError, match="Pengukuran Kinerja Tahun 2024 sudah final"),
        muncar.journal.action("x") as session,
    ):
        change(session)
    assert list_rows(muncar, "realisasi") == before


def test_other_periods_and_a_reopened_one_may_change(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    set_realisasi(muncar, indikator_id(muncar), Periode(2023), Decimal(1))
    set_realisasi(muncar, indikator_id(muncar), Periode(2024, 1), Decimal(1))
    reopen(muncar, row.id, "salah ketik")
    set_realisasi(muncar, indikator_id(muncar), TAHUN, Decimal(1))


@pytest.mark.parametrize("change", [add_text, add_outline])
def test_a_final_report_keeps_its_texts(lengkap: Office, change: Change) -> None:
    finalize_lkjip(lengkap, 2024, date(2025, 2, 3))
    with (
        pytest.raises(KinerjaError, match="LKjIP 2024 sudah final"),
        lengkap.journal.action("x") as session,
    ):
        change(session)


def test_a_signed_perjanjian_and_its_butir_stay(muncar: Office) -> None:
    key = sign_perjanjian(muncar)

    def rename(session: Session) -> None:
        session.get_one(PerjanjianKinerja, key).nomor = "1"

    def unsign(session: Session) -> None:
        row = session.get_one(PerjanjianKinerja, key)
        row.ditandatangani, row.nomor = False, "1"

    def retarget(session: Session) -> None:
        query = select(ButirPerjanjian).where(ButirPerjanjian.perjanjian_kinerja_id == key)
        row = session.exec(query).first()
        assert row is not None
        row.target = Decimal(1)

    def add(session: Session) -> None:
        indikator = indikator_id(muncar, "IKU-2")
        session.add(ButirPerjanjian(perjanjian_kinerja_id=key, indikator_id=indikator))

    def only_unsign(session: Session) -> None:
        session.get_one(PerjanjianKinerja, key).ditandatangani = False

    for change in (rename, unsign, only_unsign, retarget, add):
        with (
            pytest.raises(KinerjaError, match="sudah ditandatangani"),
            muncar.journal.action("x") as session,
        ):
            change(session)


def test_the_signing_itself_can_be_taken_back(muncar: Office) -> None:
    key = sign_perjanjian(muncar)
    muncar.journal.undo()
    change_perjanjian(muncar, key, "nomor", "1")


def test_the_form_of_another_section_does_not_reach_them(muncar: Office) -> None:
    """*Pengaturan* and the planning forms write rows of any section."""
    finalize(muncar, TAHUN, TANGGAL)
    key: UUID = next(row for row in list_rows(muncar, "realisasi") if row["tahun"] == 2024)["id"]
    with pytest.raises(KinerjaError, match="sudah final"):
        change_field(muncar, "realisasi", key, "nilai", Decimal(1))


def test_an_import_says_what_stays_and_takes_the_rest(muncar: Office, tmp_path: Path) -> None:
    """A changed workbook overwrote a final year without a word."""
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    finalize(muncar, TAHUN, TANGGAL)
    book = load_workbook(path)
    sheet = book["Realisasi"]
    columns = {cell.value: number for number, cell in enumerate(sheet[4], start=1)}
    years = {sheet.cell(row, columns["tahun"]).value: row for row in range(5, sheet.max_row + 1)}
    for year in (2023, 2024):
        sheet.cell(years[year], columns["nilai"]).value = 55
    book.save(path)
    plan = plan_import(muncar, path)
    assert plan.is_sound
    (warning,) = [problem for problem in plan.problems if "final" in problem.message]
    assert warning.is_warning
    assert warning.message.startswith(
        "tidak dimasukkan: Pengukuran Kinerja Tahun 2024 sudah final. Pakai 'Buka kembali'"
    )
    assert warning.cell == f"E{years[2024]}"
    (change,) = plan.rows
    assert change.values == {"nilai": Decimal(55)}
    apply_import(muncar, plan)
    assert find_status(muncar, TAHUN).perubahan == ()
    changed = [row for row in list_rows(muncar, "realisasi") if row["nilai"] == Decimal(55)]
    assert [row["tahun"] for row in changed] == [2023]


def test_an_import_says_that_a_final_year_keeps_its_targets(muncar: Office, tmp_path: Path) -> None:
    """They may be planned anew; what was signed stays, and the clerk is told once a sheet."""
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    finalize(muncar, TAHUN, TANGGAL)
    book = load_workbook(path)
    sheet = book["Target Tahunan"]
    columns = {cell.value: number for number, cell in enumerate(sheet[4], start=1)}
    for row in range(5, sheet.max_row + 1):
        if sheet.cell(row, columns["tahun"]).value in (2023, 2024):
            sheet.cell(row, columns["nilai"]).value = 12
    book.save(path)
    plan = plan_import(muncar, path)
    told = [
        str(problem) for problem in plan.problems if "tetap seperti ditandatangani" in str(problem)
    ]
    assert len(told) == 1
    assert "Pengukuran Kinerja 2024 sudah final" in told[0]
    assert plan.is_sound


def test_an_iki_is_locked_by_its_own_measurement_alone(muncar: Office) -> None:
    """The Sekretaris's IKI and the office's IKU of one year are final each by itself."""
    owner = give_iki(muncar)
    finalize(muncar, TAHUN, TANGGAL, owner)
    set_realisasi(muncar, indikator_id(muncar), TAHUN, Decimal(1))
    with pytest.raises(KinerjaError, match="sudah final"):
        set_realisasi(muncar, indikator_id(muncar, "IKI-1"), TAHUN, Decimal(1))


@pytest.mark.parametrize("column", ["kode", "snapshot", "pdf", "tahun", "tidak_dapat_dipenuhi"])
def test_what_is_final_is_opened_but_never_changed(muncar: Office, column: str) -> None:
    key = finalize(muncar, TAHUN, TANGGAL).id
    other: Any = {"kode": "0000-0000-0000-0000", "snapshot": {}, "tahun": 2023}.get(column, "x")
    with (
        pytest.raises(KinerjaError, match="sudah final tidak dapat diubah atau dihapus"),
        muncar.journal.action("x") as session,
    ):
        setattr(session.get_one(Pengukuran, key), column, other)


def test_what_is_final_is_not_deleted(muncar: Office) -> None:
    key = finalize(muncar, TAHUN, TANGGAL).id
    with (
        pytest.raises(KinerjaError, match="tidak dapat diubah atau dihapus"),
        muncar.journal.action("x") as session,
    ):
        session.delete(session.get_one(Pengukuran, key))


def test_why_it_was_opened_is_told_once(muncar: Office) -> None:
    key = finalize(muncar, TAHUN, TANGGAL).id
    reopen(muncar, key, "salah ketik")
    for column, value in (("alasan_dibuka", "lain"), ("dibuka", None)):
        with (
            pytest.raises(KinerjaError, match="tidak dapat diubah atau dihapus"),
            muncar.journal.action("x") as session,
        ):
            setattr(session.get_one(Pengukuran, key), column, value)


def test_a_signature_stays_once_something_final_rests_on_it(muncar: Office) -> None:
    key = sign_perjanjian(muncar)
    finalize(muncar, Periode(2023), TANGGAL)
    step = muncar.journal.last
    assert step is not None
    with muncar.journal.reading() as session:
        signing = session.exec(
            select(Transaksi).where(Transaksi.label == "Menandatangani PK-2024")
        ).one()
    assert signing.id is not None
    finalize(muncar, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match="Tanda tangan PK-2024 tidak dapat dibatalkan"):
        muncar.journal.take_back(Step(signing.id, signing.label, 2))
    with pytest.raises(KinerjaError, match="sudah ditandatangani"):
        change_perjanjian(muncar, key, "nomor", "1")


def test_evidence_of_what_is_final_stays(muncar: Office, tmp_path: Path) -> None:
    """Also when it is taken back past the services."""
    source = tmp_path / "ikm.txt"
    source.write_text("isi", "utf-8")
    attach_bukti(muncar, indikator_id(muncar), TAHUN, source)
    finalize(muncar, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match="sudah final"):
        muncar.journal.undo()
    with (
        pytest.raises(KinerjaError, match="sudah final"),
        muncar.journal.action("x") as session,
    ):
        session.delete(session.exec(select(Lampiran)).one())


def test_evidence_of_a_row_that_is_gone_is_locked_by_nothing(muncar: Office) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    with muncar.journal.reading() as session:
        values = {"milik": MILIK_REALISASI, "milik_id": uuid4()}
        assert find_lock(session, "lampiran", values) is None


def test_nothing_locks_the_rows_of_other_tables(muncar: Office) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    with muncar.journal.reading() as session:
        assert find_lock(session, "pejabat", {"nama": "Siti"}) is None
