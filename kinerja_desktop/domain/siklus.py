"""From an empty office to a signed paper: what is to be done next, and how long it takes.

The steps of the yearly cycle (`docs/sakip.md` §2.1) in the order in which each needs the one
before: the pagu stands before the Perjanjian Kinerja, whose annex prints it (§3.5). Whether a step
is done follows from the data alone, and so does the time that is left: the number of entries that
are missing times the minutes that one entry takes. These minutes are the program's own assumption
([own], not measured): a figure copied from a paper at hand takes one, a row of words three. What
has to be thought about or fetched from others is not in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Tahap(StrEnum):
    """A step of the first cycle, in the words that are shown."""

    IDENTITAS = "Identitas & pejabat"
    RENSTRA = "Renstra"
    IKU = "IKU"
    TARGET = "Target"
    PAGU = "Pagu anggaran"
    PERJANJIAN = "Perjanjian Kinerja"
    RENCANA_AKSI = "Rencana Aksi"
    REALISASI = "Realisasi"
    FINAL = "Jadikan final"
    CETAK = "Cetak & tanda tangan"
    KIRIM = "Kirim ke Bappeda"


#: Minutes for one figure, for one row with words, and for one deed with its preview or stick.
MENIT_ANGKA, MENIT_BARIS, MENIT_TINDAKAN = 1, 3, 4
#: Targets of one indicator in a Rencana Aksi: one for each triwulan.
_ANGKA_RENCANA = 4
#: How many indicators and budget lines are reckoned with while there are none: the least that a
#: plan can have is one sasaran with one IKU, and a program with its kegiatan and sub kegiatan.
_SEDIKITNYA_IKU, _SEDIKITNYA_RINCIAN = 1, 3


@dataclass(frozen=True)
class HitunganSiklus:
    """What there is of a period and what is missing, counted.

    Attributes:
        label: the period as people read it, such as ``Tahun 2025``.
        identitas_kosong: names of what letterhead and signatures lack.
        has_camat: somebody holds the post of the Camat today.
        has_renstra: a Renstra covers the year.
        tujuan: how many there are in it.
        sasaran: how many there are in it.
        sasaran_tanpa_iku: of these, how many no indicator in force is about.
        iku: the office's indicators in force.
        tanpa_target: of these, how many have no target for the year.
        perjanjian: the year's agreements; `ditandatangani` of them are signed.
        tanpa_rencana: indicators with no target for any triwulan or month.
        rincian: budget lines that hold amounts; `berpagu` of them have a pagu in the year.
        has_dukungan: some program is said to support a sasaran.
        tanpa_realisasi: indicators whose realisasi of the period is *belum diisi*.
        tanpa_serapan: lines with pagu of which nothing was spent according to the data.
        peringatan: what should be looked at before the measurement is made final.
        is_berakhir: the period is over.
        is_final: the measurement is final.
        berubah: what has changed since it was, so that its signed paper is not the data's any more.
        is_signed: a scan of its signed paper is attached.
        is_sent: a package with the final in force is in the log of deliveries.
        is_received: who received it is noted there.
    """

    label: str
    identitas_kosong: tuple[str, ...] = ()
    has_camat: bool = False
    has_renstra: bool = False
    tujuan: int = 0
    sasaran: int = 0
    sasaran_tanpa_iku: int = 0
    iku: int = 0
    tanpa_target: int = 0
    perjanjian: int = 0
    ditandatangani: int = 0
    tanpa_rencana: int = 0
    rincian: int = 0
    berpagu: int = 0
    has_dukungan: bool = False
    tanpa_realisasi: int = 0
    tanpa_serapan: int = 0
    peringatan: int = 0
    is_berakhir: bool = False
    is_final: bool = False
    berubah: int = 0
    is_signed: bool = False
    is_sent: bool = False
    is_received: bool = False


@dataclass(frozen=True)
class KeadaanTahap:
    """One line of the list.

    Attributes:
        keterangan: what is missing, in a clause; of a step that is done what proves it.
        menit: minutes that are left; 0 when it is done.
    """

    tahap: Tahap
    keterangan: str
    menit: int

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is missing."""
        return self.menit == 0


@dataclass(frozen=True)
class Siklus:
    """The whole list, for one period.

    Attributes:
        is_least: it is not known yet how many indicators or budget lines there will be, so that
            `menit` is the least that it can take.
    """

    label: str
    tahap: tuple[KeadaanTahap, ...]
    is_least: bool = False

    @property
    def selesai(self) -> tuple[KeadaanTahap, ...]:
        """The steps that are done, in order."""
        return tuple(item for item in self.tahap if item.is_done)

    @property
    def sisa(self) -> tuple[KeadaanTahap, ...]:
        """The steps that are not done yet, in order; the first is the one to do now."""
        return tuple(item for item in self.tahap if not item.is_done)

    @property
    def menit(self) -> int:
        """Minutes that are left: the sum of those that stand beside the steps."""
        return sum(item.menit for item in self.tahap)


def list_siklus(hitungan: HitunganSiklus) -> Siklus:
    """Say which steps of the cycle are done and what the others need."""
    lines = [KeadaanTahap(tahap, *rest) for tahap, rest in _list_steps(hitungan)]
    is_least = not hitungan.iku or not hitungan.rincian
    return Siklus(hitungan.label, tuple(lines), is_least)


def _list_steps(h: HitunganSiklus) -> Iterator[tuple[Tahap, tuple[str, int]]]:
    yield Tahap.IDENTITAS, _identitas(h)
    yield Tahap.RENSTRA, _renstra(h)
    yield Tahap.IKU, _iku(h)
    yield Tahap.TARGET, _target(h)
    yield Tahap.PAGU, _pagu(h)
    yield Tahap.PERJANJIAN, _perjanjian(h)
    yield Tahap.RENCANA_AKSI, _rencana(h)
    yield Tahap.REALISASI, _realisasi(h)
    yield Tahap.FINAL, _final(h)
    yield Tahap.CETAK, _cetak(h)
    yield Tahap.KIRIM, _kirim(h)


def _identitas(h: HitunganSiklus) -> tuple[str, int]:
    missing = [f"{name} belum diisi" for name in h.identitas_kosong]
    menit = len(missing) * MENIT_ANGKA
    if not h.has_camat:
        missing.append("belum ada Camat yang menjabat")
        menit += MENIT_BARIS
    return ", ".join(missing) or "kop dan penanda tangan lengkap", menit


def _renstra(h: HitunganSiklus) -> tuple[str, int]:
    missing = [
        name
        for name, has in (
            ("periode Renstra", h.has_renstra),
            ("tujuan", h.tujuan),
            ("sasaran", h.sasaran),
        )
        if not has
    ]
    if missing:
        return f"belum ada {', '.join(missing)}", len(missing) * MENIT_BARIS
    return f"{h.tujuan} tujuan, {h.sasaran} sasaran", 0


def _iku(h: HitunganSiklus) -> tuple[str, int]:
    if not h.iku:
        return "belum ada indikator", max(h.sasaran, _SEDIKITNYA_IKU) * MENIT_BARIS
    if h.sasaran_tanpa_iku:
        text = f"{h.sasaran_tanpa_iku} dari {h.sasaran} sasaran belum berindikator"
        return text, h.sasaran_tanpa_iku * MENIT_BARIS
    return f"{h.iku} indikator", 0


def _target(h: HitunganSiklus) -> tuple[str, int]:
    if not h.iku:
        return "menunggu IKU", _SEDIKITNYA_IKU * MENIT_ANGKA
    if h.tanpa_target:
        text = f"{h.tanpa_target} dari {h.iku} indikator belum bertarget"
        return text, h.tanpa_target * MENIT_ANGKA
    return f"{h.iku} indikator bertarget", 0


def _perjanjian(h: HitunganSiklus) -> tuple[str, int]:
    if h.ditandatangani:
        return f"{h.ditandatangani} ditandai sudah ditandatangani", 0
    if h.perjanjian:
        return "masih draf: cetak, tanda tangani, lalu tandai", MENIT_TINDAKAN
    text = "belum dibuat: butirnya diambil dari target, anggarannya dari pagu"
    return text, 2 * MENIT_TINDAKAN


def _rencana(h: HitunganSiklus) -> tuple[str, int]:
    each = _ANGKA_RENCANA * MENIT_ANGKA
    if not h.iku:
        return "menunggu IKU", _SEDIKITNYA_IKU * each
    if h.tanpa_rencana:
        text = f"{h.tanpa_rencana} dari {h.iku} indikator belum bertarget triwulan"
        return text, h.tanpa_rencana * each
    return f"{h.iku} indikator bertarget triwulan", 0


def _pagu(h: HitunganSiklus) -> tuple[str, int]:
    if h.berpagu and h.has_dukungan:
        return f"{h.berpagu} rincian berpagu", 0
    if h.berpagu:
        return "belum ada program yang dihubungkan dengan sasaran", MENIT_BARIS
    if h.rincian:
        return f"{h.rincian} rincian belum berpagu", h.rincian * MENIT_ANGKA
    menit = _SEDIKITNYA_RINCIAN * MENIT_BARIS
    return "belum ada program dan kegiatan", menit


def _realisasi(h: HitunganSiklus) -> tuple[str, int]:
    if h.is_final:
        return "sudah diisi dan final", 0
    if not h.iku:
        return "menunggu IKU", _SEDIKITNYA_IKU * MENIT_ANGKA
    missing = [
        f"{number} {what}"
        for number, what in (
            (h.tanpa_realisasi, f"dari {h.iku} indikator belum diisi"),
            (h.tanpa_serapan, f"dari {h.berpagu} rincian anggaran belum diisi"),
        )
        if number
    ]
    if not missing:
        return f"{h.iku} indikator terisi", 0
    early = "" if h.is_berakhir else f"; {h.label} belum berakhir"
    return f"{', '.join(missing)}{early}", (h.tanpa_realisasi + h.tanpa_serapan) * MENIT_ANGKA


def _final(h: HitunganSiklus) -> tuple[str, int]:
    if h.berubah:
        text = f"{h.berubah} data berubah sesudah final: kertasnya tidak lagi sama, lihat apa"
        return text, MENIT_TINDAKAN
    if h.is_final:
        return f"Pengukuran Kinerja {h.label} final", 0
    if h.peringatan:
        text = f"{h.peringatan} hal perlu dilihat lebih dulu"
        return text, MENIT_TINDAKAN + h.peringatan * MENIT_BARIS
    return "periksa pratinjau, lalu bekukan angkanya", MENIT_TINDAKAN


def _cetak(h: HitunganSiklus) -> tuple[str, int]:
    if h.is_signed:
        return "pindaian yang ditandatangani tersimpan di Dokumen", 0
    if h.is_final:
        text = "cetak yang final, minta tanda tangan Camat, lalu lampirkan pindaian atau fotonya"
        return text, MENIT_TINDAKAN
    return "PDF berkode verifikasi, ditandatangani Camat", MENIT_TINDAKAN


def _kirim(h: HitunganSiklus) -> tuple[str, int]:
    if h.is_received:
        return "terkirim, tanda terimanya tercatat", 0
    if h.is_sent:
        text = "terkirim, tanda terima belum dicatat: catat penerimanya di Catatan pengiriman"
        return text, MENIT_ANGKA
    return "paket ke flashdisk, dengan tanda terimanya", MENIT_TINDAKAN
