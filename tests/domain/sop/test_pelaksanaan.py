from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN
from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.pelaksanaan import find_pilihan, follow
from kinerja_desktop.domain.sop.perjalanan import Hasil, KeadaanKasus, Kunjungan, Perjalanan
from kinerja_desktop.domain.sop.posisi import Status, find_posisi, list_riwayat
from tests.domain.sop.contoh import load, make_sop
from tests.domain.sop.kasus import (
    BATAL,
    BUKA_KEMBALI,
    BUKTI,
    CATATAN,
    KEMBALIKAN,
    MULAI,
    RETURNED_ONCE,
    SELESAI,
    SETUJU,
    do,
    feb,
    wib,
)

ALWAYS = {BUKTI, CATATAN}


def stays(jalan: Perjalanan) -> list[tuple[int, int, Hasil | None]]:
    return [(stay.langkah, stay.putaran, stay.hasil) for stay in jalan.kunjungan]


def test_a_return_goes_back_and_begins_a_new_round() -> None:
    jalan = follow(make_sop(), RETURNED_ONCE[:3])
    assert stays(jalan) == [
        (1, 1, Hasil.SELESAI),
        (2, 1, Hasil.DIKEMBALIKAN),
        (1, 2, None),
    ]
    assert jalan.kunjungan[1].alasan == jalan.kunjungan[2].alasan_dibuka == "target TW II kosong"


def test_the_last_step_ends_the_case() -> None:
    jalan = follow(make_sop(), RETURNED_ONCE)
    assert jalan.keadaan is KeadaanKasus.SELESAI
    assert jalan.sekarang is None
    assert stays(jalan)[2:] == [
        (1, 2, Hasil.SELESAI),
        (2, 2, Hasil.DISETUJUI),
        (3, 2, Hasil.SELESAI),
    ]


def test_each_stay_keeps_who_when_and_the_evidence() -> None:
    first = follow(make_sop(), RETURNED_ONCE).kunjungan[0]
    assert first == Kunjungan(
        langkah=1, putaran=1, tiba=wib(1), mulai=wib(1), selesai=wib(5), hasil=Hasil.SELESAI,
        pelaku="Staf", bukti=("draf-1",),
    )  # fmt: skip


def test_work_on_a_later_step_can_be_marked_as_begun() -> None:
    jalan = follow(make_sop(), [*RETURNED_ONCE[:2], do(wib(5, 14), MULAI, 2)])
    assert jalan.sekarang is not None
    assert (jalan.sekarang.tiba, jalan.sekarang.mulai) == (wib(5), wib(5, 14))


def test_evidence_and_notes_can_follow_after_the_end() -> None:
    riwayat = [
        *RETURNED_ONCE,
        do(wib(20), BUKTI, 1, putaran=1, bukti=("foto",)),
        do(wib(21), CATATAN, 1, alasan="diserahkan di loket"),
        do(wib(22), BUKTI, 3, bukti=("resi",), alasan="dari Bappeda"),
    ]
    jalan = follow(make_sop(), riwayat)
    assert jalan.find(1, 1) == jalan.kunjungan[0]
    assert jalan.kunjungan[0].bukti == ("draf-1", "foto")
    assert jalan.kunjungan[2].catatan == ("diserahkan di loket",)
    assert jalan.kunjungan[4].bukti == ("tanda-terima", "resi")
    assert jalan.kunjungan[4].catatan == ("dari Bappeda",)


def test_a_finished_case_can_be_reopened_where_it_has_been() -> None:
    jalan = follow(make_sop(), [*RETURNED_ONCE, do(wib(20), BUKA_KEMBALI, 2)])
    assert jalan.keadaan is KeadaanKasus.BERJALAN
    assert stays(jalan)[-1] == (2, 3, None)
    assert jalan.kunjungan[-1].alasan_dibuka == "angka belum lengkap"


def test_reopening_leaves_the_running_step_undone() -> None:
    jalan = follow(make_sop(), [*RETURNED_ONCE[:2], do(wib(6), BUKA_KEMBALI, 1)])
    assert stays(jalan) == [
        (1, 1, Hasil.SELESAI),
        (2, 1, Hasil.DITINGGALKAN),
        (1, 2, None),
    ]


def test_a_cancelled_case_can_be_taken_up_again() -> None:
    cancelled = [*RETURNED_ONCE[:1], do(wib(2), BATAL, 1)]
    assert follow(make_sop(), cancelled).keadaan is KeadaanKasus.DIBATALKAN
    again = follow(make_sop(), [*cancelled, do(wib(3), BUKA_KEMBALI, 1)])
    assert stays(again) == [(1, 1, Hasil.DIBATALKAN), (1, 2, None)]


def test_what_can_be_done_next_is_told() -> None:
    sop = make_sop()
    assert find_pilihan(sop, []) == {MULAI}
    assert find_pilihan(sop, RETURNED_ONCE[:1]) == ALWAYS | {SELESAI, BATAL}
    assert find_pilihan(sop, RETURNED_ONCE[:2]) == ALWAYS | {
        MULAI, SETUJU, KEMBALIKAN, BATAL, BUKA_KEMBALI,
    }  # fmt: skip
    assert find_pilihan(sop, RETURNED_ONCE) == ALWAYS | {BUKA_KEMBALI}


@st.composite
def walks(draw: st.DrawFn) -> tuple[str, list[Kejadian]]:
    """One of the five SOPs, and a case in which anything allowed has happened."""
    name = draw(st.sampled_from(BERKAS_BAWAAN))
    sop = load(name)
    riwayat: list[Kejadian] = []
    saat = wib(1)
    for _ in range(draw(st.integers(0, 25))):
        jalan = follow(sop, riwayat)
        jenis = draw(st.sampled_from(sorted(find_pilihan(sop, riwayat))))
        current = jalan.sekarang.langkah if jalan.sekarang else 1
        been = sorted({stay.langkah for stay in jalan.kunjungan})
        match jenis:
            case JenisKejadian.BUKTI | JenisKejadian.CATATAN:
                target = draw(st.sampled_from(been))
            case JenisKejadian.BUKA_KEMBALI:
                target = draw(st.sampled_from(sorted(jalan.dapat_dibuka)))
            case _:
                target = current
        saat += timedelta(minutes=draw(st.integers(0, 3 * 24 * 60)))
        riwayat.append(do(saat, jenis, target))
    return name, riwayat


@given(walks())
def test_whatever_is_allowed_keeps_the_case_in_order(walk: tuple[str, list[Kejadian]]) -> None:
    name, riwayat = walk
    sop = load(name)
    before = Perjalanan()
    for n in range(len(riwayat) + 1):
        jalan = follow(sop, riwayat[:n])
        # The history only grows: stays that ended keep all but later evidence and notes.
        assert stays(jalan)[: len(before.kunjungan) - 1] == stays(before)[:-1]
        assert len(jalan.kunjungan) >= len(before.kunjungan)
        before = jalan
    kinds = [event.jenis for event in riwayat]
    assert jalan.putaran == 1 + kinds.count(KEMBALIKAN) + kinds.count(BUKA_KEMBALI)
    assert len({(stay.langkah, stay.putaran) for stay in jalan.kunjungan}) == len(jalan.kunjungan)
    assert all(stay.selesai is not None for stay in jalan.kunjungan[:-1])
    assert sum(len(stay.bukti) for stay in jalan.kunjungan) == kinds.count(BUKTI)
    assert find_pilihan(sop, riwayat)


@given(walks(), st.integers(1, 29))
def test_the_position_is_a_step_of_the_sop_or_the_end(
    walk: tuple[str, list[Kejadian]], day: int
) -> None:
    name, riwayat = walk
    sop = load(name)
    posisi = find_posisi(sop, riwayat, feb(day))
    if posisi.status in (Status.SELESAI, Status.DIBATALKAN):
        assert posisi.langkah is None
    else:
        assert posisi.langkah in sop.langkah
    assert 0 <= posisi.langkah_selesai <= posisi.jumlah_langkah
    assert (posisi.langkah_selesai == posisi.jumlah_langkah) is (posisi.status is Status.SELESAI)
    assert posisi.terlambat >= 0
    assert (posisi.status is Status.TERLAMBAT) is (posisi.terlambat > 0)
    rows = list_riwayat(sop, riwayat, feb(day))
    assert [row.menit is None for row in rows] == [row.kunjungan.selesai is None for row in rows]
