import re
from collections.abc import Sequence

import pytest

from kinerja_desktop.domain.sop.kejadian import Kejadian
from kinerja_desktop.domain.sop.pelaksanaan import check_kejadian
from kinerja_desktop.errors import KinerjaError
from tests.domain.sop.contoh import make_sop
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
    wib,
)

NEVER: Sequence[Kejadian] = ()
STARTED = RETURNED_ONCE[:1]
AT_DECISION = RETURNED_ONCE[:2]
SECOND_ROUND = RETURNED_ONCE[:3]
CANCELLED = (*STARTED, do(wib(2), BATAL, 1))
LATER = wib(20)


@pytest.mark.parametrize(
    ("riwayat", "baru", "message"),
    [
        (NEVER, do(LATER, SELESAI, 1), "belum dimulai. Mulai dahulu."),
        (NEVER, do(LATER, MULAI, 2), "dimulai dari langkah pertama"),
        (NEVER, do(LATER, MULAI, 1, putaran=2), "dimulai dari langkah pertama"),
        (NEVER, do(LATER, CATATAN, 1), "Langkah 1 belum pernah dikerjakan."),
        (NEVER, do(LATER, BUKA_KEMBALI, 1), "Langkah 1 belum pernah dikerjakan."),
        (NEVER, do(LATER, MULAI, 9), "SOP CONTOH tidak punya langkah 9"),
        (NEVER, do(LATER, MULAI, 1, pelaku=" "), "Pelaku belum diisi"),
        (STARTED, do(LATER, MULAI, 1), "Langkah 1 sudah dimulai 1 Februari 2024 09.00"),
        (STARTED, do(LATER, MULAI, 2), "Langkah 2 belum gilirannya"),
        (STARTED, do(LATER, SELESAI, 2), "Langkah 2 belum gilirannya. Yang sedang berjalan"),
        (STARTED, do(LATER, SETUJU, 1), "Langkah 1 bukan keputusan"),
        (STARTED, do(LATER, KEMBALIKAN, 1), "Langkah 1 bukan keputusan"),
        (STARTED, do(wib(1, 8), SELESAI, 1), "Waktu 1 Februari 2024 08.00 mendahului"),
        (STARTED, do(LATER, SELESAI, 1, putaran=2), "Sekarang putaran 1"),
        (STARTED, do(LATER, BATAL, 1, alasan=" "), "Pembatalan harus disertai alasan"),
        (STARTED, do(LATER, CATATAN, 1, alasan=""), "Catatan masih kosong"),
        (STARTED, do(LATER, BUKTI, 1, bukti=()), "Belum ada bukti"),
        (STARTED, do(LATER, BUKTI, 2), "Langkah 2 belum pernah dikerjakan."),
        (STARTED, do(LATER, BUKTI, 1, putaran=2), "belum pernah dikerjakan pada putaran 2"),
        (STARTED, do(LATER, BUKA_KEMBALI, 1), "Langkah 1 sedang berjalan"),
        (STARTED, do(LATER, BUKA_KEMBALI, 2), "Langkah 2 belum pernah dikerjakan."),
        (AT_DECISION, do(LATER, SELESAI, 2), "adalah keputusan. Pilih Setuju atau Kembalikan"),
        (AT_DECISION, do(LATER, KEMBALIKAN, 2, alasan=""), "Pengembalian harus disertai alasan"),
        (SECOND_ROUND, do(LATER, SELESAI, 1, putaran=1), "Putaran 1 bukan putaran"),
        (RETURNED_ONCE, do(LATER, SELESAI, 3), "sudah selesai. Buka kembali dengan alasan"),
        (RETURNED_ONCE, do(LATER, BATAL, 3), "sudah selesai"),
        (RETURNED_ONCE, do(LATER, BUKA_KEMBALI, 3, alasan=""), "Pembukaan kembali harus"),
        (CANCELLED, do(LATER, SELESAI, 1), "sudah dibatalkan"),
        (CANCELLED, do(LATER, MULAI, 1), "sudah dibatalkan"),
    ],
)
def test_what_is_not_allowed_is_refused_with_a_reason(
    riwayat: Sequence[Kejadian], baru: Kejadian, message: str
) -> None:
    with pytest.raises(KinerjaError, match=re.escape(message)) as caught:
        check_kejadian(make_sop(), riwayat, baru)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("riwayat", "baru"),
    [
        (NEVER, do(LATER, MULAI, 1)),
        (NEVER, do(LATER, MULAI, 1, putaran=1)),
        (STARTED, do(wib(1), SELESAI, 1)),  # the same minute
        (AT_DECISION, do(LATER, MULAI, 2)),
        (AT_DECISION, do(LATER, BUKA_KEMBALI, 1)),
        (AT_DECISION, do(LATER, BUKTI, 1, putaran=1)),
        (SECOND_ROUND, do(LATER, CATATAN, 2, putaran=1)),
        (RETURNED_ONCE, do(LATER, BUKTI, 3)),  # the receipt came back later
        (RETURNED_ONCE, do(LATER, BUKA_KEMBALI, 3)),
        (CANCELLED, do(LATER, BUKA_KEMBALI, 1)),
    ],
)
def test_what_is_allowed_passes(riwayat: Sequence[Kejadian], baru: Kejadian) -> None:
    check_kejadian(make_sop(), riwayat, baru)


def test_a_moment_without_zone_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="aware"):
        do(LATER.replace(tzinfo=None), MULAI, 1)


def test_a_history_that_was_never_allowed_is_refused() -> None:
    with pytest.raises(KinerjaError, match="belum dimulai"):
        check_kejadian(make_sop(), [do(wib(1), SELESAI, 1)], do(wib(2), MULAI, 1))
