"""Cases of SOPs; days and rounds counted by hand from the printed mutu baku."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from sqlalchemy import event

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.domain.sop.suntingan import edit_langkah, suntingan_of
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.kalender import read_kalender
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop import cases
from kinerja_desktop.services.sop.cases import (
    describe_baku,
    find_case,
    list_cases,
    list_pelaku,
    read_case,
    record_kejadian,
    start_case,
)
from kinerja_desktop.services.sop.library import retire_sop, save_version
from kinerja_desktop.services.sop.next_steps import list_next_steps
from kinerja_desktop.store.queries.sop import list_kejadian
from kinerja_desktop.store.records import KejadianSop, Pejabat, Penempatan
from tests.conftest import Clock
from tests.services.sop.office import (
    BATAL,
    BUKA_KEMBALI,
    CANDIPURO,
    CATATAN,
    KEMBALIKAN,
    LIBUR_JANUARI,
    MULAI,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    SELESAI,
    SETUJU,
    TAHUN,
    do,
    find_sop,
    give_sop,
    start,
    walk_to_end,
    wib,
)


@pytest.fixture
def kantor(office: Office) -> Office:
    give_sop(office)
    return office


def test_a_started_case_waits_for_its_first_step(kantor: Office) -> None:
    case = read_case(kantor, start(kantor, PENGUKURAN, "  susulan "))
    assert case.judul == "susulan"
    assert case.posisi.langkah is not None
    assert case.posisi.langkah.sequence == 1
    assert case.posisi.tenggat == date(2025, 1, 15)
    assert case.pelaksana == "Staf Penerima Surat"
    assert MULAI not in case.pilihan


@pytest.mark.parametrize(
    ("kode", "decision", "back_to", "last"),
    [
        (PERENCANAAN, 7, 5, 11),
        (PENGUMPULAN, 5, 4, 7),
        (PENGUKURAN, 8, 6, 12),
        (CANDIPURO, 8, 6, 10),
        (PASRUJAMBE, 6, 5, 13),
    ],
)
def test_every_seed_can_be_walked_with_a_return(
    kantor: Office, clock: Clock, kode: str, decision: int, back_to: int, last: int
) -> None:
    case_id = start(kantor, kode)
    do(kantor, case_id, *[SELESAI] * (decision - 1))
    record_kejadian(
        kantor, case_id, KEMBALIKAN, decision, "angka TW II belum sesuai", pelaku="Sekretaris"
    )
    returned = read_case(kantor, case_id)
    assert returned.posisi.langkah is not None
    assert (returned.posisi.langkah.sequence, returned.posisi.putaran) == (back_to, 2)
    assert returned.riwayat[-1].kunjungan.alasan_dibuka == "angka TW II belum sesuai"
    assert walk_to_end(kantor, case_id, clock) == list(range(back_to, last + 1))
    ended = read_case(kantor, case_id)
    assert ended.posisi.status is Status.SELESAI
    assert ended.posisi.langkah_selesai == ended.posisi.jumlah_langkah == last
    assert ended.posisi.putaran == 2
    assert ended.pelaksana == ""
    with pytest.raises(KinerjaError, match="sudah selesai"):
        record_kejadian(kantor, case_id, SELESAI, last)


def test_a_step_over_a_holiday_is_due_later(kantor: Office, clock: Clock) -> None:
    # Step 5 takes 4 hari. It arrives on Wednesday 22 January; 27–29 are closed:
    # Thursday 23, Friday 24, Thursday 30, Friday 31.
    clock.moment = wib(date(2025, 1, 22))
    case_id = start(kantor, PENGUKURAN)
    do(kantor, case_id, *[SELESAI] * 4)
    assert read_case(kantor, case_id).posisi.tenggat == date(2025, 1, 31)
    # On Wednesday 29 two hari kerja are left, on Thursday 30 one.
    for day, status, late in (
        (date(2025, 1, 29), Status.TEPAT_WAKTU, 0),
        (date(2025, 1, 30), Status.SEGERA, 0),
        (date(2025, 1, 31), Status.SEGERA, 0),
        (date(2025, 2, 3), Status.TERLAMBAT, 1),
        (date(2025, 2, 5), Status.TERLAMBAT, 3),
    ):
        clock.moment = wib(day)
        posisi = read_case(kantor, case_id).posisi
        assert (posisi.status, posisi.terlambat) == (status, late)
    do(kantor, case_id, SELESAI)
    # Really from 22 January to 5 February: 23, 24, 30, 31 January, 3, 4, 5 February.
    stay = read_case(kantor, case_id).riwayat[4]
    assert (stay.hari, stay.terlambat) == (7, 3)


def test_mutu_baku_is_told_with_its_unit_even_when_only_the_head_prints_it(kantor: Office) -> None:
    for kode, words in ((PASRUJAMBE, "3 menit"), (PENGUKURAN, "5 menit"), (CANDIPURO, "10 Menit")):
        assert describe_baku(find_sop(kantor, kode).sop.get_langkah(1).waktu) == words


def test_the_calendar_is_the_office_s_own(kantor: Office) -> None:
    assert read_kalender(kantor).libur == frozenset(LIBUR_JANUARI)
    assert read_kalender(kantor).menit_sehari == 450


def test_the_most_delayed_case_comes_first_and_what_is_over_last(
    kantor: Office, clock: Clock
) -> None:
    over = start(kantor, PENGUMPULAN)
    record_kejadian(kantor, over, BATAL, 1, "surat edaran ditarik")
    clock.moment = wib(date(2025, 1, 16))
    late = start(kantor, PASRUJAMBE)
    clock.moment = wib(date(2025, 1, 17))
    fresh = start(kantor, CANDIPURO)
    later = start(kantor, PERENCANAAN)
    do(kantor, later, SELESAI, SELESAI, SELESAI)
    cases = list_cases(kantor, 2024)
    assert [case.id for case in cases] == [late, fresh, later, over]
    assert [case.posisi.terlambat for case in cases] == [1, 0, 0, 0]
    assert [case.is_running for case in cases] == [True, True, True, False]


def test_a_year_shows_running_cases_of_any_year_but_ended_ones_only_of_its_own(
    kantor: Office,
) -> None:
    sop = find_sop(kantor, PENGUKURAN)
    running = start_case(kantor, sop.id, Periode(2023))
    ended = start_case(kantor, sop.id, Periode(2022, 4))
    record_kejadian(kantor, ended, BATAL, 1, "salah tahun")
    assert [case.id for case in list_cases(kantor, 2024)] == [running]
    assert [case.id for case in list_cases(kantor, 2022)] == [running, ended]
    assert len(list_cases(kantor)) == 2


def test_many_cases_are_read_with_few_queries(kantor: Office) -> None:
    sop = find_sop(kantor, PENGUKURAN)
    for tahun in range(2000, 2020):
        start_case(kantor, sop.id, Periode(tahun))
    statements: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(kantor.engine, "before_cursor_execute", note)
    assert len(list_cases(kantor)) == 20
    event.remove(kantor.engine, "before_cursor_execute", note)
    assert len([text for text in statements if text.startswith("SELECT")]) == 4


def test_the_same_case_is_not_started_twice(kantor: Office) -> None:
    first = start(kantor, PENGUKURAN)
    with pytest.raises(KinerjaError, match="Tahun 2024 sudah berjalan"):
        start(kantor, PENGUKURAN)
    start(kantor, PENGUKURAN, "perubahan")
    record_kejadian(kantor, first, BATAL, 1, "keliru")
    start(kantor, PENGUKURAN)
    assert len(list_cases(kantor)) == 3


def test_an_sop_that_is_not_used_any_more_is_not_started(kantor: Office) -> None:
    sop = find_sop(kantor, CANDIPURO)
    retire_sop(kantor, sop.id)
    with pytest.raises(KinerjaError, match="tidak dipakai lagi"):
        start_case(kantor, sop.id, TAHUN)


def test_a_running_case_keeps_the_version_it_started_with(kantor: Office) -> None:
    case_id = start(kantor, PENGUKURAN)
    sop = find_sop(kantor, PENGUKURAN)
    changed = replace(suntingan_of(sop.sop.get_langkah(1)), uraian="Membuka surat")
    edited = edit_langkah(sop.sop, 1, changed)
    save_version(kantor, sop.id, edited)
    assert read_case(kantor, case_id).sop.versi == 1
    assert find_sop(kantor, PENGUKURAN).versi == 2
    other = start(kantor, PENGUKURAN, "kedua")
    assert read_case(kantor, other).sop.versi == 2
    steps = {step.kasus_id: step.uraian for step in list_next_steps(kantor)}
    assert steps[other] == "Membuka surat"
    assert steps[case_id].startswith("Menerima Surat Edaran")


def test_the_next_steps_name_who_and_when(kantor: Office, clock: Clock) -> None:
    case_id = start(kantor, CANDIPURO)
    ended = start(kantor, PENGUMPULAN)
    record_kejadian(kantor, ended, BATAL, 1, "keliru")
    clock.moment = wib(date(2025, 1, 16))
    (step,) = list_next_steps(kantor)
    assert (step.kasus_id, step.periode, step.pelaksana) == (case_id, "Tahun 2024", "Camat")
    assert step.nama_sop == "Pengukuran Data Kinerja Kecamatan Candipuro (Candipuro)"
    assert step.uraian == "Camat memerintahkan Sekretaris untuk melakukan pengukuran kinerja"
    assert (step.tenggat, step.terlambat) == (date(2025, 1, 15), 1)
    assert step.status is Status.TERLAMBAT


def test_an_empty_uraian_is_said_to_be_empty(kantor: Office, clock: Clock) -> None:
    case_id = start(kantor, CANDIPURO)
    do(kantor, case_id, *[SELESAI] * 7, SETUJU, SELESAI)
    (step,) = list_next_steps(kantor)
    assert step.uraian == "(uraian kosong)"


def test_reopening_needs_a_reason_and_begins_a_round(kantor: Office) -> None:
    case_id = start(kantor, PENGUMPULAN)
    do(kantor, case_id, SELESAI, SELESAI)
    with pytest.raises(KinerjaError, match="harus disertai alasan"):
        record_kejadian(kantor, case_id, BUKA_KEMBALI, 1, "   ")
    record_kejadian(kantor, case_id, BUKA_KEMBALI, 1, "surat edaran diganti")
    case = read_case(kantor, case_id)
    assert case.posisi.langkah is not None
    assert (case.posisi.langkah.sequence, case.posisi.putaran) == (1, 2)
    assert case.dapat_dibuka == {2, 3}
    assert case.putaran == (1, 1, 1, 2)


def test_a_return_belongs_to_the_round_it_ends(kantor: Office) -> None:
    case_id = start(kantor, PENGUMPULAN)
    do(kantor, case_id, *[SELESAI] * 4)
    record_kejadian(kantor, case_id, KEMBALIKAN, 5, "kurang lengkap")
    do(kantor, case_id, SELESAI)
    assert read_case(kantor, case_id).putaran == (1, 1, 1, 1, 1, 1, 2)


@pytest.mark.parametrize(
    ("jenis", "langkah", "alasan", "sentence"),
    [
        (SELESAI, 2, "", "belum gilirannya"),
        (SETUJU, 1, "", "bukan keputusan"),
        (BATAL, 1, "", "Pembatalan harus disertai alasan"),
        (CATATAN, 1, "", "Catatan masih kosong"),
        (CATATAN, 3, "menunggu", "belum pernah dikerjakan"),
        (MULAI, 1, "", "sudah dimulai"),
        (SELESAI, 99, "", "tidak punya langkah 99"),
    ],
)
def test_what_cannot_happen_is_refused_and_leaves_no_trace(
    kantor: Office, jenis: JenisKejadian, langkah: int, alasan: str, sentence: str
) -> None:
    case_id = start(kantor, PENGUKURAN)
    before = read_case(kantor, case_id).kejadian
    with pytest.raises(KinerjaError, match=sentence):
        record_kejadian(kantor, case_id, jenis, langkah, alasan)
    assert read_case(kantor, case_id).kejadian == before


def test_a_clock_set_back_is_refused(kantor: Office, clock: Clock) -> None:
    case_id = start(kantor, PENGUKURAN)
    clock.moment -= timedelta(days=1)
    with pytest.raises(KinerjaError, match="mendahului kejadian sebelumnya"):
        record_kejadian(kantor, case_id, SELESAI, 1)


def test_history_only_grows_and_is_not_undone(kantor: Office) -> None:
    case_id = start(kantor, PENGUKURAN)
    record_kejadian(kantor, case_id, SELESAI, 1, pelaku=" Siti ")
    while kantor.journal.undo_label:
        with suppress(KinerjaError):
            kantor.journal.undo()
    assert [item.pelaku for item in read_case(kantor, case_id).kejadian] == ["Operator", "Siti"]


def test_a_case_that_is_not_there_is_not_found(kantor: Office) -> None:
    case_id = start(kantor, PENGUKURAN)
    found = find_case(kantor, case_id)
    assert found is not None
    assert found.id == case_id
    assert find_case(kantor, uuid4()) is None


def test_who_is_in_post_can_be_named_as_doing_a_step(kantor: Office) -> None:
    with kantor.journal.action("Pejabat") as session:
        for nama, jabatan, selesai in (
            ("SITI AMINAH", "Sekretaris", None),
            ("BUDI", "Camat", date(2024, 12, 31)),
            ("AGUS", "Camat", None),
        ):
            row = Pejabat(nama=nama)
            session.add(row)
            session.add(
                Penempatan(
                    pejabat_id=row.id, jabatan=jabatan, mulai=date(2024, 1, 1), selesai=selesai
                )
            )
    assert list_pelaku(kantor) == ["AGUS (Camat)", "SITI AMINAH (Sekretaris)"]


def test_two_at_once_note_a_step_only_once(kantor: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second looked before the first had written: it is refused in its own turn."""
    case = start(kantor, PENGUKURAN)
    looked = read_case(kantor, case)
    do(kantor, case, SELESAI)
    monkeypatch.setattr(cases, "read_case", lambda *_: looked)
    with pytest.raises(KinerjaError, match="Langkah 1 belum gilirannya"):
        record_kejadian(kantor, case, SELESAI, 1)
    monkeypatch.undo()
    found = read_case(kantor, case)
    assert [item.jenis for item in found.kejadian] == [MULAI, SELESAI]
    assert list_cases(kantor)[0].posisi.langkah_selesai == 1


def test_two_starts_at_once_begin_one_case(kantor: Office) -> None:
    barrier, told = Barrier(2), []

    def begin() -> None:
        barrier.wait(10)
        try:
            start(kantor, PENGUKURAN)
        except KinerjaError as error:
            told.append(error.message)

    threads = [Thread(target=begin) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list_cases(kantor)) == 1
    assert [text.endswith("sudah berjalan.") for text in told] == [True]


@pytest.mark.parametrize("how", ["twice", "kind", "nothing"])
def test_an_unreadable_case_hides_no_other(kantor: Office, how: str) -> None:
    damaged, sound = start(kantor, PENGUKURAN), start(kantor, PENGUMPULAN)
    do(kantor, damaged, SELESAI)
    with kantor.journal.action("Merusak") as session:
        rows = list_kejadian(session, damaged)
        match how:
            case "twice":
                again = rows[-1].model_dump(exclude={"id"}) | {"urutan": 3}
                session.add(KejadianSop(**again))
            case "kind":
                rows[-1].jenis = "terbang"
            case _:
                for row in rows:
                    session.delete(row)
    status = {item.id: item.posisi.status for item in list_cases(kantor)}
    assert status[sound] is Status.SEGERA
    if how == "nothing":
        assert status[damaged] is Status.BELUM_MULAI
        return
    assert status[damaged] is Status.RUSAK
    assert [item.kasus_id for item in list_next_steps(kantor)] == [sound]
    with pytest.raises(KinerjaError, match=r"Riwayat .* tidak terbaca: .*Pulihkan data"):
        read_case(kantor, damaged)
    start(kantor, PENGUKURAN)


@pytest.mark.parametrize(
    "terjadi",
    [
        wib(date(2024, 1, 2)).replace(tzinfo=None),
        datetime(9999, 12, 31, 23, 59, 30, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
    ],
)
def test_a_moment_of_no_office_is_told(kantor: Office, terjadi: datetime) -> None:
    sop = find_sop(kantor, PENGUKURAN)
    with pytest.raises(KinerjaError, match="tidak dapat dipakai"):
        start_case(kantor, sop.id, TAHUN, terjadi=terjadi)
    case = start(kantor, PENGUKURAN)
    with pytest.raises(KinerjaError, match="tidak dapat dipakai"):
        record_kejadian(kantor, case, SELESAI, 1, terjadi=terjadi)
