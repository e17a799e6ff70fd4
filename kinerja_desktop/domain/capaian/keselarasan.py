"""Does the plan hang together, and what is missing before a measurement can be final?"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import TRIWULAN
from kinerja_desktop.domain.angka.tanggal import BULAN
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import Keadaan, round_capaian
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang, format_nilai
from kinerja_desktop.domain.capaian.pengukuran import (
    BahanUkur,
    HasilIndikator,
    HasilPengukuran,
    RataCapaian,
)
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.rasio import compute_rasio, contradicts, describe_rasio
from kinerja_desktop.domain.capaian.rumus import BY_RANGE, Rumus
from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem

_NO_DIFFERENCE = Fraction(1, 10**9)


def check_rencana_aksi(bahan: BahanUkur) -> Problem | None:
    """Compare the targets per triwulan with the target of the year (`docs/sakip.md` §3.6).

    Added-up: their sum; posisi akhir: TW IV; mean: their mean must equal the year's target.
    Nothing is compared while one that counts is blank; a 0 is a target.
    """
    values = [bahan.target_triwulan.get(tw) for tw in TRIWULAN]
    return _check_berkala(bahan, values, "TW I–IV", "TW IV")


def check_rencana_bulanan(bahan: BahanUkur, bulanan: Sequence[Nilai | None]) -> Problem | None:
    """Compare the targets per month with the target of the year, as those per triwulan are.

    Args:
        bahan: the indicator with the target of the year.
        bulanan: January to December.
    """
    return _check_berkala(bahan, bulanan, f"{BULAN[0]}–{BULAN[-1]}", BULAN[-1])


def _check_berkala(
    bahan: BahanUkur, values: Sequence[Nilai | None], semua: str, terakhir: str
) -> Problem | None:
    """Compare interim targets with the year's; `semua` and `terakhir` name them."""
    if bahan.akumulasi is Akumulasi.POSISI_AKHIR:
        values = values[-1:]
    numbers = [value for value in values if isinstance(value, Decimal)]
    target = bahan.target
    if not isinstance(target, Decimal) or len(numbers) < len(values):
        return None
    match bahan.akumulasi:
        case Akumulasi.AKUMULASI:
            found, what = sum(numbers, Decimal(0)), f"Jumlah target {semua}"
        case Akumulasi.POSISI_AKHIR:
            found, what = numbers[-1], f"Target {terakhir}"
        case Akumulasi.RATA_RATA:
            mean = sum(map(Fraction, numbers), Fraction(0)) / len(numbers)
            # Means of months have endless decimals, of which forty were kept.
            if abs(mean - Fraction(target)) < _NO_DIFFERENCE:
                return None
            found, what = Decimal(mean.numerator) / mean.denominator, f"Rata-rata target {semua}"
        case _:
            return None
    if found == target:
        return None
    return Problem(
        f"{bahan.uraian}: {what} {format_nilai(found)} tidak sama dengan "
        f"target tahunan {format_nilai(target)}",
        is_warning=True,
        about=bahan.id,
    )


def check_target(rumus: Rumus, target: Nilai | None) -> str | None:
    """Return why a target does not fit the indicator's formula, None when it does."""
    if target is None:
        return None
    if rumus in BY_RANGE:
        return None if isinstance(target, Rentang) else "targetnya harus rentang, misalnya 7–8"
    if rumus in (Rumus.PREDIKAT, Rumus.YA_TIDAK):
        return None if isinstance(target, str) else "targetnya harus predikat, atau Ya/Tidak"
    return None if isinstance(target, Decimal) else "targetnya harus satu angka"


def find_kekurangan(hasil: HasilPengukuran, *, berjenjang: bool = False) -> list[Problem]:
    """Return what is missing before a measurement can be made final.

    A missing realisasi, or a missing target where a realisasi stands, blocks; without a missing
    story an office may sign, but writes down why (`docs/architecture.md` §4.4).

    Args:
        hasil: the measured period.
        berjenjang: also compare Rencana Aksi with the year's targets.
    """
    problems = [
        problem
        for item in hasil.indikator
        for problem in _check_indikator(item, hasil.periode.triwulan)
    ]
    if berjenjang:
        checked = (check_rencana_aksi(item.bahan) for item in hasil.indikator)
        problems += [problem for problem in checked if problem]
    if not hasil.indikator:
        problems.append(Problem("Belum ada indikator untuk periode ini: isi Renstra & IKU dulu"))
    return problems


def _check_rasio(bahan: BahanUkur, triwulan: int | None) -> Iterable[Problem]:
    """`docs/sakip.md` §4.14: a realisasi and its quotient must say the same."""
    isian = bahan.isian_of(triwulan)
    rasio = compute_rasio(isian.pembilang, isian.penyebut, bahan.satuan)
    if contradicts(isian.nilai, rasio):
        yield Problem(
            f"{bahan.uraian}: realisasi {format_nilai(isian.nilai)} tidak sama dengan "
            f"{describe_rasio(isian, bahan.satuan).lower()}: periksa ketiganya",
            is_warning=True,
            about=bahan.id,
        )


def _check_indikator(item: HasilIndikator, triwulan: int | None) -> Iterable[Problem]:
    name, capaian, key = item.bahan.uraian, item.utama.capaian, item.bahan.id
    yield from _check_rasio(item.bahan, triwulan)
    if item.utama.target is None and item.utama.realisasi is not None:
        text = f"{name}: target belum ditetapkan, padahal realisasinya sudah diisi"
        yield Problem(text, about=key)
        return
    if capaian.keadaan is Keadaan.BELUM_DIISI:
        yield Problem(f"{name}: realisasi belum diisi", about=key)
        return
    if capaian.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG:
        text = f"{name}: tidak dapat dihitung, {capaian.alasan}"
        yield Problem(text, is_warning=True, about=key)
        return
    if item.lacks_story:
        yield Problem(
            f"{name}: di bawah target, isi faktor penghambat dan rencana tindak lanjut",
            is_warning=True,
            needs_reason=True,
            about=key,
        )


def describe_rata(hasil: HasilPengukuran) -> str:
    """Return the overall mean in one line, with how many it was taken of."""
    return describe_mean(hasil.rata_rata, hasil.profil)


def describe_mean(rata: RataCapaian, profil: ProfilRumus) -> str:
    """Return a mean, of all or of a sasaran, in one line, with how many it was taken of."""
    if rata.tepat is None:
        return f"Belum ada capaian yang dapat dihitung ({rata.keterangan})"
    shown = format_angka(round_capaian(rata.tepat, profil))
    return f"Rata-rata capaian {shown}% ({rata.kategori}), {rata.keterangan}"


def list_blocking(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems that must be mended first."""
    return [problem for problem in problems if not problem.is_warning]


def require_sound(problems: Sequence[Problem], alasan: str) -> str:
    """Refuse what must be mended before it is made final, and what nobody explains.

    Args:
        problems: what is missing or odd.
        alasan: why what is missing cannot be supplied (*tidak dapat dipenuhi*).

    Returns:
        The reason, as it is to be recorded; empty where nothing had to be explained.

    Raises:
        DataProblemsError: something blocks.
        KinerjaError: something is missing, and no reason says why.
    """
    if blocking := list_blocking(problems):
        raise DataProblemsError(blocking)
    missing = [problem for problem in problems if problem.needs_reason]
    alasan = alasan.strip()
    if missing and not says_something(alasan):
        raise KinerjaError(
            f"Masih ada {len(missing)} yang belum ditulis, antara lain {missing[0]}.",
            "Lengkapi, atau tulis mengapa tidak dapat dipenuhi; alasan itu akan dicatat.",
        )
    return alasan if missing else ""
