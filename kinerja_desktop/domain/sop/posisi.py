"""Where a case stands, when its step is due, and how long each step really took.

A step is due by its mutu baku *Waktu* counted from the day the case came to it, in hari kerja
(`hari_kerja.find_tenggat`). Days are those of the office (WIB).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kinerja_desktop.domain.angka.hari_kerja import (
    MENIT_SEHARI,
    count_hari_kerja,
    count_menit_kerja,
    describe_hari_libur,
    find_tenggat,
    format_lama,
)
from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.sop.kejadian import Kejadian
from kinerja_desktop.domain.sop.langkah import Langkah
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.pelaksanaan import follow
from kinerja_desktop.domain.sop.perjalanan import KeadaanKasus, Kunjungan, Perjalanan

#: A step is "segera jatuh tempo" when at most so many hari kerja are left.
HARI_SEGERA = 1


class Status(StrEnum):
    """How a case stands, in the words that are shown."""

    BELUM_MULAI = "Belum mulai"
    TEPAT_WAKTU = "Tepat waktu"
    SEGERA = "Segera jatuh tempo"
    TERLAMBAT = "Terlambat"
    SELESAI = "Selesai"
    DIBATALKAN = "Dibatalkan"
    RUSAK = "Tidak terbaca"


@dataclass(frozen=True)
class Posisi:
    """Where a case stands.

    Attributes:
        langkah: the running step; the first one before the start, None after the end.
        sejak: when the case came to this step, or when it ended.
        tenggat: day on which the running step is due.
        terlambat: hari kerja since then; 0 when in time.
        langkah_selesai: steps that are done in this round, of `jumlah_langkah`.
        perkiraan_selesai: day on which the last step is due if each takes its mutu baku.
    """

    langkah: Langkah | None
    putaran: int
    status: Status
    sejak: datetime | None
    tenggat: date | None
    terlambat: int
    langkah_selesai: int
    jumlah_langkah: int
    perkiraan_selesai: date | None


@dataclass(frozen=True)
class Riwayat:
    """What really happened at a step in one round, against its mutu baku.

    Attributes:
        menit_baku: working minutes that the SOP allows.
        menit: working minutes it took; None while it runs.
        hari: hari kerja it took, 0 on the same day; None while it runs.
        tenggat: day on which it was due.
        terlambat: hari kerja by which it was or is late; 0 when in time.
        lama: `menit` in words, such as "3 hari 1 jam"; empty while it runs.
    """

    langkah: Langkah
    kunjungan: Kunjungan
    menit_baku: int
    menit: int | None
    hari: int | None
    tenggat: date
    terlambat: int
    lama: str = ""


@dataclass(frozen=True)
class Kalender:
    """What the office's time is counted by.

    Attributes:
        libur: hari libur nasional and cuti bersama.
        menit_sehari: working minutes of a hari kerja (450 by default).
    """

    libur: Collection[date] = ()
    menit_sehari: int = MENIT_SEHARI

    def find_tenggat(self, start: date, menit: int) -> date:
        """Return the day on which work of so many minutes is due."""
        return find_tenggat(start, menit, self.libur, self.menit_sehari)

    def count(self, start: date, end: date) -> int:
        """Count the hari kerja after `start` up to `end`."""
        return count_hari_kerja(start, end, self.libur)

    def describe_libur(self, day: date) -> str:
        """Say that a day is no hari kerja, and which is the last before it; empty for others."""
        return describe_hari_libur(day, self.libur)

    def count_menit(self, start: datetime, end: datetime) -> int:
        """Count the working minutes between two moments."""
        return count_menit_kerja(start, end, self.libur)

    def format_lama(self, menit: int) -> str:
        """Write working minutes in days, hours and minutes of this office."""
        return format_lama(menit, self.menit_sehari)


def find_posisi(
    sop: Sop, riwayat: Sequence[Kejadian], today: date, kalender: Kalender | None = None
) -> Posisi:
    """Return where the case with this history stands on `today`.

    Raises:
        KinerjaError: the history does not fit the SOP.
    """
    kalender = kalender or Kalender()
    jalan = follow(sop, riwayat)
    sekarang = jalan.sekarang
    if sekarang is None:
        return _resting(sop, jalan)
    langkah = sop.get_langkah(sekarang.langkah)
    tenggat = _tenggat(sop, sekarang, kalender)
    terlambat = max(0, kalender.count(tenggat, today))
    to_do = [step for step in sop.langkah if step.sequence >= langkah.sequence]
    menit = sum(step.waktu.to_menit(kalender.menit_sehari) for step in to_do)
    return Posisi(
        langkah=langkah,
        putaran=jalan.putaran,
        status=_status(tenggat, terlambat, today, kalender),
        sejak=sekarang.tiba,
        tenggat=tenggat,
        terlambat=terlambat,
        langkah_selesai=len(sop.langkah) - len(to_do),
        jumlah_langkah=len(sop.langkah),
        perkiraan_selesai=kalender.find_tenggat(local_date(sekarang.tiba), menit),
    )


def make_posisi_rusak(sop: Sop) -> Posisi:
    """Return what is shown of a case whose history does not fit its SOP: that it is unreadable."""
    return Posisi(
        langkah=None, putaran=1, status=Status.RUSAK, sejak=None, tenggat=None, terlambat=0,
        langkah_selesai=0, jumlah_langkah=len(sop.langkah), perkiraan_selesai=None,
    )  # fmt: skip


def list_riwayat(
    sop: Sop, riwayat: Sequence[Kejadian], today: date, kalender: Kalender | None = None
) -> list[Riwayat]:
    """Return every stay at a step, in the order in which they happened.

    Raises:
        KinerjaError: the history does not fit the SOP.
    """
    kalender = kalender or Kalender()
    return [
        _compare(sop, kunjungan, today, kalender) for kunjungan in follow(sop, riwayat).kunjungan
    ]


def _resting(sop: Sop, jalan: Perjalanan) -> Posisi:
    """Return the position of a case that has not started or is over."""
    status = {
        KeadaanKasus.BELUM_MULAI: Status.BELUM_MULAI,
        KeadaanKasus.SELESAI: Status.SELESAI,
        KeadaanKasus.DIBATALKAN: Status.DIBATALKAN,
    }[jalan.keadaan]
    last = jalan.kunjungan[-1] if jalan.kunjungan else None
    done = 0 if last is None else last.langkah - (status is Status.DIBATALKAN)
    return Posisi(
        langkah=sop.langkah[0] if last is None else None,
        putaran=jalan.putaran,
        status=status,
        sejak=last.selesai if last else None,
        tenggat=None,
        terlambat=0,
        langkah_selesai=done,
        jumlah_langkah=len(sop.langkah),
        perkiraan_selesai=None,
    )


def _status(tenggat: date, terlambat: int, today: date, kalender: Kalender) -> Status:
    if terlambat:
        return Status.TERLAMBAT
    is_near = kalender.count(today, tenggat) <= HARI_SEGERA
    return Status.SEGERA if is_near else Status.TEPAT_WAKTU


def _tenggat(sop: Sop, kunjungan: Kunjungan, kalender: Kalender) -> date:
    menit = sop.get_langkah(kunjungan.langkah).waktu.to_menit(kalender.menit_sehari)
    return kalender.find_tenggat(local_date(kunjungan.tiba), menit)


def _compare(sop: Sop, kunjungan: Kunjungan, today: date, kalender: Kalender) -> Riwayat:
    langkah = sop.get_langkah(kunjungan.langkah)
    tenggat = _tenggat(sop, kunjungan, kalender)
    start, end = kunjungan.mulai or kunjungan.tiba, kunjungan.selesai
    last_day = local_date(end) if end else today
    menit = kalender.count_menit(start, end) if end else None
    return Riwayat(
        langkah=langkah,
        kunjungan=kunjungan,
        menit_baku=langkah.waktu.to_menit(kalender.menit_sehari),
        menit=menit,
        hari=kalender.count(local_date(start), local_date(end)) if end else None,
        tenggat=tenggat,
        terlambat=max(0, kalender.count(tenggat, last_day)),
        lama="" if menit is None else kalender.format_lama(menit),
    )


def find_lama(sop: Sop, riwayat: Sequence[Kejadian], kalender: Kalender | None = None) -> str:
    """Return how long the whole case took in working time; empty while it runs.

    Raises:
        KinerjaError: the history does not fit the SOP.
    """
    kalender = kalender or Kalender()
    stays = follow(sop, riwayat).kunjungan
    if not stays or (end := stays[-1].selesai) is None:
        return ""
    return kalender.format_lama(kalender.count_menit(stays[0].tiba, end))
