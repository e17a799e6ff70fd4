"""The way of a case through the steps of its SOP, followed kejadian by kejadian.

The steps follow each other by sequence. A *kembalikan* goes back to the step that the decision
names and begins a new round; so does reopening. Each stay at a step is a `Kunjungan`, known by
its step and round.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kinerja_desktop.domain.sop.kejadian import CATATAN_SAJA, JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.model import Sop


class KeadaanKasus(StrEnum):
    """Whether a case can go on."""

    BELUM_MULAI = "belum mulai"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class Hasil(StrEnum):
    """How a stay at a step ended."""

    SELESAI = "selesai"
    DISETUJUI = "disetujui"
    DIKEMBALIKAN = "dikembalikan"
    DITINGGALKAN = "ditinggalkan"
    """The case was reopened at another step before this one was done."""
    DIBATALKAN = "dibatalkan"


@dataclass(frozen=True)
class Kunjungan:
    """One stay of a case at a step.

    Attributes:
        langkah: sequence of the step.
        tiba: when the case came here, because the step before was done.
        mulai: when someone said that work on it began.
        pelaku: who ended it.
        alasan: why it ended so, when it was returned, left or cancelled.
        alasan_dibuka: why the case came back here, when it was returned or reopened.
        mulai_dicatat: when its beginning was written down, where that was later.
        dicatat: the same of its end.
        pengecualian: why it ended although what it signs or sends was missing.
    """

    langkah: int
    putaran: int
    tiba: datetime
    mulai: datetime | None = None
    selesai: datetime | None = None
    hasil: Hasil | None = None
    pelaku: str = ""
    alasan: str = ""
    alasan_dibuka: str = ""
    bukti: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    mulai_dicatat: datetime | None = None
    dicatat: datetime | None = None
    pengecualian: str = ""


@dataclass(frozen=True)
class Perjalanan:
    """Where a case has been so far.

    Attributes:
        terakhir: when that happened which moved the case last.
    """

    keadaan: KeadaanKasus = KeadaanKasus.BELUM_MULAI
    putaran: int = 1
    kunjungan: tuple[Kunjungan, ...] = ()
    terakhir: datetime | None = None

    @property
    def sekarang(self) -> Kunjungan | None:
        """The stay that is not ended yet."""
        return self.kunjungan[-1] if self.keadaan is KeadaanKasus.BERJALAN else None

    @property
    def dapat_dibuka(self) -> frozenset[int]:
        """The steps at which the case can be reopened: where it has been, but not where it is."""
        been = {kunjungan.langkah for kunjungan in self.kunjungan}
        return frozenset(been - ({self.sekarang.langkah} if self.sekarang else set()))

    def find(self, langkah: int, putaran: int | None = None) -> Kunjungan | None:
        """Return the stay at a step in a round, or its latest; None if there was none."""
        for kunjungan in reversed(self.kunjungan):
            if kunjungan.langkah == langkah and putaran in (None, kunjungan.putaran):
                return kunjungan
        return None


def go_on(sop: Sop, jalan: Perjalanan, kejadian: Kejadian) -> Perjalanan:
    """Return the way of a case after a kejadian that `izin` allows."""
    if kejadian.jenis not in CATATAN_SAJA:
        jalan = replace(jalan, terakhir=kejadian.saat)
    match kejadian.jenis:
        case JenisKejadian.MULAI:
            return _start(jalan, kejadian)
        case JenisKejadian.SELESAI:
            return _advance(sop, jalan, kejadian, Hasil.SELESAI)
        case JenisKejadian.SETUJU:
            return _advance(sop, jalan, kejadian, Hasil.DISETUJUI)
        case JenisKejadian.KEMBALIKAN:
            target = sop.get_langkah(kejadian.langkah).kembali_ke
            assert target is not None, "only a decision returns"
            return _go_back(_end(jalan, kejadian, Hasil.DIKEMBALIKAN), kejadian, target)
        case JenisKejadian.BUKA_KEMBALI:
            if jalan.sekarang:
                jalan = _end(jalan, kejadian, Hasil.DITINGGALKAN)
            return _go_back(jalan, kejadian, kejadian.langkah)
        case JenisKejadian.BATAL:
            jalan = _end(jalan, kejadian, Hasil.DIBATALKAN)
            return replace(jalan, keadaan=KeadaanKasus.DIBATALKAN)
    return _note(jalan, kejadian)


def _start(jalan: Perjalanan, kejadian: Kejadian) -> Perjalanan:
    if jalan.keadaan is KeadaanKasus.BELUM_MULAI:
        arrived = _arrive(jalan, kejadian.langkah, kejadian.saat)
        return _start(arrived, kejadian)
    last = replace(jalan.kunjungan[-1], mulai=kejadian.saat, mulai_dicatat=kejadian.dicatat)
    return replace(jalan, kunjungan=(*jalan.kunjungan[:-1], last))


def _arrive(jalan: Perjalanan, langkah: int, saat: datetime, alasan: str = "") -> Perjalanan:
    baru = Kunjungan(langkah, jalan.putaran, saat, alasan_dibuka=alasan)
    return replace(jalan, keadaan=KeadaanKasus.BERJALAN, kunjungan=(*jalan.kunjungan, baru))


def _end(jalan: Perjalanan, kejadian: Kejadian, hasil: Hasil) -> Perjalanan:
    last = jalan.kunjungan[-1]
    ended = replace(
        last,
        selesai=kejadian.saat,
        hasil=hasil,
        pelaku=kejadian.pelaku,
        alasan=kejadian.alasan,
        bukti=(*last.bukti, *kejadian.bukti),
        dicatat=kejadian.dicatat,
        pengecualian=kejadian.pengecualian,
    )
    return replace(jalan, kunjungan=(*jalan.kunjungan[:-1], ended))


def _advance(sop: Sop, jalan: Perjalanan, kejadian: Kejadian, hasil: Hasil) -> Perjalanan:
    jalan = _end(jalan, kejadian, hasil)
    if sop.get_langkah(kejadian.langkah).is_end:
        return replace(jalan, keadaan=KeadaanKasus.SELESAI)
    return _arrive(jalan, kejadian.langkah + 1, kejadian.saat)


def _go_back(jalan: Perjalanan, kejadian: Kejadian, langkah: int) -> Perjalanan:
    jalan = replace(jalan, putaran=jalan.putaran + 1)
    return _arrive(jalan, langkah, kejadian.saat, kejadian.alasan)


def _note(jalan: Perjalanan, kejadian: Kejadian) -> Perjalanan:
    """Add evidence or a note to a stay, which may be over."""
    stay = jalan.find(kejadian.langkah, kejadian.putaran)
    noted = tuple(
        replace(
            item,
            bukti=(*item.bukti, *kejadian.bukti),
            catatan=(*item.catatan, *([kejadian.alasan] if kejadian.alasan else [])),
        )
        if item is stay
        else item
        for item in jalan.kunjungan
    )
    return replace(jalan, kunjungan=noted)
