"""Noted on Friday, happened on Wednesday: every door that notes something in a case.

The office works 07.30–16.00 with an hour of rest, 450 minutes a day (Perpres 21/2023). 15 January
2025, on which the clock of the tests stands at 09.00, was a Wednesday.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kinerja_desktop.domain.angka.tanggal import WIB
from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.trail import list_deeds, read_rincian
from kinerja_desktop.services.sop.cases import read_case, record_kejadian, start_case
from kinerja_desktop.services.sop.evidence import attach_evidence
from kinerja_desktop.services.sop.papers import compose_riwayat
from kinerja_desktop.services.sop.taking_back import take_back_kejadian
from kinerja_desktop.store.queries.sop import list_kejadian
from tests.conftest import Clock
from tests.services.dokumen.papers import read_text
from tests.services.sop.office import (
    BATAL,
    CATATAN,
    PENGUKURAN,
    SELESAI,
    TAHUN,
    do,
    find_sop,
    give_sop,
)


@pytest.fixture
def kantor(office: Office) -> Office:
    give_sop(office)
    return office


def jan(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2025, 1, day, hour, minute, tzinfo=WIB)


def test_a_case_may_have_begun_last_monday(kantor: Office) -> None:
    case_id = start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN, terjadi=jan(13, 8))
    case = read_case(kantor, case_id)
    # Step 1 takes 5 menit, so it was due on Monday: two hari kerja ago.
    assert case.posisi.tenggat == date(2025, 1, 13)
    assert (case.posisi.status, case.posisi.terlambat) == (Status.TERLAMBAT, 2)
    assert case.kejadian[0].saat == jan(13, 8)
    assert case.kejadian[0].dicatat == kantor.now()


def test_a_step_counts_by_when_it_happened(kantor: Office, clock: Clock) -> None:
    case_id = start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN, terjadi=jan(13, 8))
    clock.moment = jan(17, 15).astimezone(UTC)
    record_kejadian(kantor, case_id, SELESAI, 1, terjadi=jan(15, 9))
    stay = read_case(kantor, case_id).riwayat[0]
    # Monday 08.00–16.00 less an hour 420, Tuesday 450, Wednesday 07.30–09.00 90: 960 minutes.
    assert (stay.menit, stay.lama, stay.hari, stay.terlambat) == (960, "2 hari 1 jam", 2, 2)
    assert stay.kunjungan.selesai == jan(15, 9)
    assert stay.kunjungan.dicatat == jan(17, 15)
    assert read_case(kantor, case_id).posisi.sejak == jan(15, 9)
    with kantor.journal.reading() as session:
        rows = list_kejadian(session, case_id)
    assert [(row.terjadi, row.waktu) for row in rows][1] == (jan(15, 9), jan(17, 15))


def test_what_happens_now_has_one_moment_only(kantor: Office) -> None:
    case_id = start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN)
    with kantor.journal.reading() as session:
        (row,) = list_kejadian(session, case_id)
    assert (row.terjadi, row.waktu) == (None, kantor.now())


def test_nothing_begins_in_the_future(kantor: Office) -> None:
    with pytest.raises(KinerjaError, match=r"16 Januari 2025 09.00 belum tiba"):
        start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN, terjadi=jan(16))


def test_nothing_happens_in_the_future_or_before_its_step(kantor: Office, tmp_path: Path) -> None:
    file = tmp_path / "surat.pdf"
    file.write_bytes(b"isi")
    case_id = start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN, terjadi=jan(14))
    before = read_case(kantor, case_id)
    for moment, words in ((jan(15, 9, 1), "belum tiba"), (jan(14, 8, 58), "mendahului")):
        with pytest.raises(KinerjaError, match=words):
            record_kejadian(kantor, case_id, SELESAI, 1, terjadi=moment)
        with pytest.raises(KinerjaError, match=words):
            record_kejadian(kantor, case_id, CATATAN, 1, "menunggu", terjadi=moment)
        with pytest.raises(KinerjaError, match=words):
            attach_evidence(kantor, case_id, 1, file, terjadi=moment)
    assert read_case(kantor, case_id) == before


def test_the_minute_in_which_a_step_arrived_is_not_before_it(kantor: Office, clock: Clock) -> None:
    clock.moment = jan(15, 9, 0).astimezone(UTC) + timedelta(seconds=40)
    case_id = start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN)
    clock.moment += timedelta(hours=1)
    record_kejadian(kantor, case_id, SELESAI, 1, terjadi=jan(15, 9, 0))
    assert read_case(kantor, case_id).riwayat[0].menit == 0


def test_evidence_of_friday_does_not_keep_a_step_from_having_ended_on_wednesday(
    kantor: Office, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "surat.pdf"
    file.write_bytes(b"isi")
    case_id = start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN)
    clock.moment = jan(17, 15).astimezone(UTC)
    attach_evidence(kantor, case_id, 1, file, terjadi=jan(16))
    record_kejadian(kantor, case_id, CATATAN, 1, "surat hilang")
    record_kejadian(kantor, case_id, SELESAI, 1, terjadi=jan(15, 10))
    case = read_case(kantor, case_id)
    assert case.riwayat[0].lama == "1 jam"
    assert case.terakhir == jan(15, 10)
    assert [item.saat for item in case.kejadian] == [jan(15), jan(16), jan(17, 15), jan(15, 10)]


def test_a_step_of_last_week_is_taken_back_within_ten_seconds(kantor: Office, clock: Clock) -> None:
    case_id = start_case(kantor, find_sop(kantor, PENGUKURAN).id, TAHUN, terjadi=jan(8))
    record_kejadian(kantor, case_id, SELESAI, 1, terjadi=jan(9))
    step = kantor.journal.last
    assert step is not None
    clock.moment += timedelta(seconds=9)
    take_back_kejadian(kantor, step)
    assert read_case(kantor, case_id).posisi.langkah_selesai == 0


def test_paper_and_trail_tell_both_moments(muncar: Office, clock: Clock) -> None:
    clock.moment = jan(17, 15).astimezone(UTC)
    case_id = start_case(muncar, find_sop(muncar, PENGUKURAN).id, TAHUN, terjadi=jan(13, 8))
    record_kejadian(muncar, case_id, SELESAI, 1, terjadi=jan(15, 9))
    text = read_text(compose_riwayat(muncar, case_id))
    for words in (
        "13 Januari 2025 08.00", "15 Januari 2025 09.00", "(dicatat 17 Januari 2025 15.00)",
        "13 Januari 2025 08.00 (dicatat 17 Januari 2025 15.00)",
        "2 hari 1 jam", "Lama nyata",
    ):  # fmt: skip
        assert words in text, words
    (line,) = read_rincian(muncar, list_deeds(muncar, batas=1)[0].id)
    assert "Terjadi: 15 Januari 2025 09.00" in line.baru
    assert "Waktu: 17 Januari 2025 15.00" in line.baru


def test_the_whole_time_of_a_case_is_told_when_it_is_over(muncar: Office, clock: Clock) -> None:
    case_id = start_case(muncar, find_sop(muncar, PENGUKURAN).id, TAHUN)
    assert read_case(muncar, case_id).lama == ""
    clock.moment = jan(15, 11, 15).astimezone(UTC)
    do(muncar, case_id, SELESAI)
    record_kejadian(muncar, case_id, BATAL, 2, "edaran ditarik")
    assert read_case(muncar, case_id).lama == "2 jam 15 menit"
    assert "Lama seluruhnya : 2 jam 15 menit" in read_text(compose_riwayat(muncar, case_id))
