"""The board, reminders and rejects of an office with two holders.

Sent on Monday 1 July 2024, due on Wednesday 10 July; counted by hand.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.papan import TANPA_PEMEGANG, Papan, read_papan
from kinerja_desktop.services.pengumpulan.pemegang import Menurut, is_asked, list_pemegang
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.services.pengumpulan.tolak import write_rejects, write_rejects_each
from kinerja_desktop.store.queries.anggaran import unit_of
from kinerja_desktop.store.queries.pengumpulan import list_tahun_formulir
from kinerja_desktop.store.records import Indikator, MataAnggaran, Pejabat, Teguran
from tests.conftest import Clock
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    indikator_of,
    send,
)


@pytest.fixture
def clock() -> Clock:
    """Monday, 1 July 2024, 09.00 WIB."""
    return Clock(datetime(2024, 7, 1, 2, 0, tzinfo=UTC))


def states(papan: Papan) -> list[tuple[str, str]]:
    return [(row.pemegang, row.keterangan) for row in papan.baris]


def formulir_ids(papan: Papan) -> list[UUID]:
    return [UUID(row.formulir_id) for row in papan.baris if row.formulir_id]


def test_the_board_from_sending_to_the_last_form(
    kantor: Office, tmp_path: Path, clock: Clock
) -> None:
    before = read_papan(kantor, PERIODE)
    assert states(before) == [(KASI, "belum dikirim"), (KASUBBAG, "belum dikirim")]
    assert before.ringkasan == "0 dari 2 pemegang data lengkap, belum dikirim"
    forms = send(kantor, tmp_path / "stik")
    clock.moment += timedelta(days=9)
    assert states(read_papan(kantor, PERIODE)) == [(KASI, "menunggu"), (KASUBBAG, "menunggu")]
    # Friday the 12th: Thursday and Friday are two hari kerja.
    clock.moment += timedelta(days=2)
    late = read_papan(kantor, PERIODE)
    assert states(late) == [
        (KASI, "terlambat 2 hari kerja"), (KASUBBAG, "terlambat 2 hari kerja"),
    ]  # fmt: skip
    assert late.ringkasan == (
        "0 dari 2 pemegang data lengkap, 2 terlambat, batas waktu 10 Juli 2024"
    )
    first, *rest = indikator_of(kantor, KASI)
    filler = Filler(forms[KASI]).fill(first.id, pembilang=452, penyebut=500)
    take_in(kantor, plan_terima(kantor, [filler.save()], PERIODE))
    part = read_papan(kantor, PERIODE)
    assert states(part)[0] == (KASI, "masuk sebagian, terlambat 2 hari kerja")
    assert [item.terisi for item in part.baris[0].butir] == [True, False, False]
    assert part.baris[0].masuk == date(2024, 7, 12)
    # On Monday the rest comes; on Tuesday nothing is later than that.
    clock.moment += timedelta(days=3)
    for row in rest:
        filler.fill(row.id, nilai=80)
    take_in(kantor, plan_terima(kantor, [filler.save()], PERIODE))
    clock.moment += timedelta(days=1)
    whole = read_papan(kantor, PERIODE)
    assert states(whole)[0] == (KASI, "lengkap, terlambat 3 hari kerja")
    assert (whole.lengkap, [row.pemegang for row in whole.belum]) == (1, [KASUBBAG])
    budget = [item for item in whole.baris[1].butir if item.is_rupiah]
    assert budget
    assert not any(item.terisi for item in budget)
    with kantor.journal.reading() as session:
        assert list_tahun_formulir(session) == [2024]


def test_what_the_office_types_itself_counts(kantor: Office) -> None:
    for row in indikator_of(kantor, KASI):
        set_realisasi(kantor, row.id, PERIODE, Decimal(80))
    (kasi, _) = read_papan(kantor, PERIODE).baris
    assert (kasi.keterangan, kasi.dikirim) == ("lengkap", None)


def test_a_form_that_was_handed_out_again_has_its_own_day(
    kantor: Office, tmp_path: Path, clock: Clock
) -> None:
    send(kantor, tmp_path / "satu")
    clock.moment += timedelta(hours=1)
    send(kantor, tmp_path / "dua")
    papan = read_papan(kantor, PERIODE)
    assert len(set(formulir_ids(papan))) == 2
    assert {row.dikirim for row in papan.baris} == {date(2024, 7, 1)}


def test_the_board_of_a_year_asks_for_no_amounts(kantor: Office) -> None:
    """The sample has every figure of the year; one is taken away."""
    year = Periode(2024)
    assert states(read_papan(kantor, year)) == [(KASI, "lengkap"), (KASUBBAG, "lengkap")]
    set_realisasi(kantor, indikator_of(kantor, KASI)[0].id, year, None)
    papan = read_papan(kantor, year, Menurut.PENGUMPUL_DATA)
    assert states(papan) == [(KASI, "belum dikirim"), (KASUBBAG, "lengkap")]
    assert not any(item.is_rupiah for row in papan.baris for item in row.butir)


def test_a_yearly_indicator_is_not_asked_for_in_a_triwulan(kantor: Office) -> None:
    with kantor.journal.action("Tahunan saja") as session:
        row = session.get_one(Indikator, indikator_of(kantor, KASI)[0].id)
        row.frekuensi = "tahunan"
    assert len(read_papan(kantor, PERIODE).baris[0].butir) == 2
    assert len(read_papan(kantor, Periode(2024, 4)).baris[0].butir) == 3


def test_rows_that_name_nobody_come_last(kantor: Office) -> None:
    with kantor.journal.action("Menghapus pemegang") as session:
        row = session.exec(select(Indikator).where(Indikator.pengumpul_data == KASI)).first()
        assert row is not None
        row.pengumpul_data = row.penanggung_jawab = ""
    papan = read_papan(kantor, PERIODE)
    assert [line.pemegang for line in papan.baris] == [KASI, KASUBBAG, TANPA_PEMEGANG]
    assert len(papan.baris[-1].butir) == 1


def test_holders_by_who_answers_and_iki_to_their_official(kantor: Office) -> None:
    with kantor.journal.action("Menambah IKI") as session:
        official = session.exec(select(Pejabat)).first()
        assert official is not None
        for number, who in enumerate((official.nama.lower(), "")):
            session.add(
                Indikator(kode=f"IKI-{number}", uraian=f"IKI {number}", jenis="IKI",
                          pejabat_id=official.id, penanggung_jawab=who,
                          frekuensi="tahunan" if number else "triwulanan")
            )  # fmt: skip
        name = official.nama
    with kantor.journal.reading() as session:
        found = {
            item.nama: [row.kode for row in item.indikator]
            for item in list_pemegang(session, PERIODE, Menurut.PENANGGUNG_JAWAB)
        }
        yearly = {
            item.nama.upper(): [row.kode for row in item.indikator]
            for item in list_pemegang(session, Periode(2024), Menurut.PENANGGUNG_JAWAB)
        }
    assert found[name.lower()] == ["IKI-0"], "the yearly one is not asked for in TW II"
    assert yearly[name.upper()] == ["IKI-0", "IKI-1"]
    assert Menurut.PENANGGUNG_JAWAB.label == "Penanggung jawab"


@pytest.mark.parametrize(
    ("frekuensi", "akumulasi", "asked"),
    [
        ("triwulanan", "akumulasi", [1, 2, 3, 4, None]),
        ("semesteran", "akumulasi", [2, 4, None]),
        ("tahunan", "akumulasi", [4, None]),
        ("", "tahunan_saja", [4, None]),
    ],
)
def test_when_a_figure_is_asked_for(
    frekuensi: str, akumulasi: str, asked: list[int | None]
) -> None:
    row = Indikator(kode="K", uraian="U", frekuensi=frekuensi, akumulasi=akumulasi)
    assert [tw for tw in (1, 2, 3, 4, None) if is_asked(row, tw)] == asked


def test_a_budget_line_belongs_to_the_unit_of_its_parent() -> None:
    program = MataAnggaran(kode="1", nama="P", penanggung_jawab="Kasi A")
    kegiatan = MataAnggaran(kode="1.1", nama="K", induk_id=program.id)
    orphan = MataAnggaran(kode="2", nama="O", induk_id=uuid4())
    one = MataAnggaran(kode="3", nama="X")
    other = MataAnggaran(kode="4", nama="Y", induk_id=one.id)
    one.induk_id = other.id
    rows = {row.id: row for row in (program, kegiatan, orphan, one, other)}
    assert unit_of(kegiatan, rows) == "Kasi A"
    assert unit_of(orphan, rows) == ""
    assert unit_of(one, rows) == "", "a circle ends"


def test_reminders_are_counted_and_the_new_day_holds(
    kantor: Office, forms: dict[str, Path], clock: Clock
) -> None:
    clock.moment += timedelta(days=10)
    keys = formulir_ids(read_papan(kantor, PERIODE))
    for number in range(4):
        day = date(2024, 7, 11 + number)
        assert write_teguran(kantor, PERIODE, keys[:1], day, date(2024, 7, 20 + number)) == 1
    kasi, kasubbag = read_papan(kantor, PERIODE).baris
    assert (kasi.teguran, kasi.tenggat) == (3, date(2024, 7, 23))
    assert (kasubbag.teguran, kasubbag.tenggat) == (0, date(2024, 7, 10))
    with kantor.journal.reading() as session:
        rows = sorted(session.exec(select(Teguran)), key=lambda row: row.tanggal)
    assert [row.ke for row in rows] == [1, 2, 3, 3]


def test_reminders_that_make_no_sense_are_refused(kantor: Office, forms: dict[str, Path]) -> None:
    keys = formulir_ids(read_papan(kantor, PERIODE))
    day = date(2024, 7, 11)

    def refuse(words: str, key: UUID, on: date = day, until: date = date(2024, 7, 20)) -> None:
        state = kantor.journal.state()
        with pytest.raises(KinerjaError, match=words):
            write_teguran(kantor, PERIODE, [key], on, until)
        assert kantor.journal.state() == state

    refuse("lebih awal dari tanggal teguran", keys[0], until=date(2024, 7, 1))
    refuse("Formulir untuk teguran ini tidak ada", uuid4())
    refuse("lebih awal dari pengiriman", keys[0], on=date(2024, 6, 30))
    for row in indikator_of(kantor, KASI):
        set_realisasi(kantor, row.id, PERIODE, Decimal(80))
    refuse(f"Data {KASI} sudah lengkap", keys[0])


def test_what_must_be_mended_goes_back_with_its_reasons(
    kantor: Office, forms: dict[str, Path], tmp_path: Path
) -> None:
    first, second, _ = indikator_of(kantor, KASI)
    filler = Filler(forms[KASI]).fill(first.id, nilai="1.234").fill(second.id, nilai=80)
    filler.sheet.cell(filler.sheet.max_row - 4, 10).value = 5
    rencana = plan_terima(kantor, [filler.save(), forms[KASUBBAG]], PERIODE)
    assert [form.pemegang for form in rencana.formulir] == [KASI, KASUBBAG]
    path = tmp_path / "tolak.xlsx"
    assert write_rejects(kantor, rencana, path) == 1
    sheet = load_workbook(path).worksheets[0]
    told = [c.value for row in sheet.iter_rows() for c in row if isinstance(c.value, str)]
    assert any("1.234" in text and text.startswith("Realisasi:") for text in told)
    # Its holder mends the cell; it comes back and goes in, beside what went in before.
    take_in(kantor, rencana)
    mended = Filler(path)
    mended.fill(first.id, nilai=91, pembilang=None, penyebut=None)
    again = plan_terima(kantor, [mended.save()], PERIODE)
    assert take_in(kantor, again).masuk == 1
    with pytest.raises(KinerjaError, match="sudah ada, dan mungkin sudah diisi"):
        write_rejects(kantor, rencana, path)
    folder = tmp_path / "kembali"
    folder.mkdir()
    names = [item.name for _ in range(2) for item in write_rejects_each(kantor, rencana, folder)]
    assert names == [
        "Formulir_2024-TW2_Kasi_Pelayanan_Umum_perbaiki.xlsx",
        "Formulir_2024-TW2_Kasi_Pelayanan_Umum_perbaiki (2).xlsx",
    ]
    assert write_rejects(kantor, plan_terima(kantor, [forms[KASUBBAG]]), tmp_path / "x.xlsx") == 0
    assert not (tmp_path / "x.xlsx").exists()


def test_late_is_counted_from_the_day_that_stands_beside_it(
    kantor: Office, tmp_path: Path, clock: Clock
) -> None:
    """A teguran on Friday 12 July moves the day from the 10th to Friday the 19th."""
    send(kantor, tmp_path / "stik")
    clock.moment += timedelta(days=11)
    before = read_papan(kantor, PERIODE)
    assert before.baris[0].keterangan == "terlambat 2 hari kerja"
    write_teguran(kantor, PERIODE, formulir_ids(before), date(2024, 7, 12), date(2024, 7, 19))
    kasi = read_papan(kantor, PERIODE).baris[0]
    assert (kasi.tenggat, kasi.keterangan, kasi.teguran) == (date(2024, 7, 19), "menunggu", 1)
    # Monday the 22nd is the first hari kerja after it.
    clock.moment += timedelta(days=10)
    assert read_papan(kantor, PERIODE).baris[0].keterangan == "terlambat 1 hari kerja"
