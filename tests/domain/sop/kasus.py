"""A case for the tests, written down kejadian by kejadian."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from kinerja_desktop.domain.angka.tanggal import WIB
from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian


def wib(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of February 2024 on the office's clock, as it is stored (1 Feb was a Thursday)."""
    return datetime(2024, 2, day, hour, minute, tzinfo=WIB).astimezone(UTC)


def feb(day: int) -> date:
    return date(2024, 2, day)


def do(saat: datetime, jenis: JenisKejadian, langkah: int, **rest: Any) -> Kejadian:
    """A kejadian with what its kind needs, unless told otherwise."""
    needed: dict[str, Any] = {"pelaku": "Siti", "alasan": ""}
    if jenis in (JenisKejadian.KEMBALIKAN, JenisKejadian.BUKA_KEMBALI, JenisKejadian.BATAL):
        needed["alasan"] = "angka belum lengkap"
    if jenis is JenisKejadian.CATATAN:
        needed["alasan"] = "menunggu data Kasi"
    if jenis is JenisKejadian.BUKTI:
        needed["bukti"] = ("berkas-1",)
    return Kejadian(saat, jenis, langkah, **(needed | rest))


MULAI, SELESAI = JenisKejadian.MULAI, JenisKejadian.SELESAI
SETUJU, KEMBALIKAN = JenisKejadian.SETUJU, JenisKejadian.KEMBALIKAN
BUKTI, CATATAN = JenisKejadian.BUKTI, JenisKejadian.CATATAN
BUKA_KEMBALI, BATAL = JenisKejadian.BUKA_KEMBALI, JenisKejadian.BATAL

#: The small SOP of `contoh.make_sop`: written, returned once, corrected, approved and sent.
RETURNED_ONCE: Sequence[Kejadian] = (
    do(wib(1), MULAI, 1),
    do(wib(5), SELESAI, 1, pelaku="Staf", bukti=("draf-1",)),
    do(wib(6), KEMBALIKAN, 2, pelaku="Sekretaris", alasan="target TW II kosong"),
    do(wib(7), SELESAI, 1, pelaku="Staf"),
    do(wib(12), SETUJU, 2, pelaku="Sekretaris"),
    do(wib(12, 10), SELESAI, 3, pelaku="Staf", bukti=("tanda-terima",)),
)
