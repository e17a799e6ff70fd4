"""The one place where a target and a realisasi become a capaian.

Screen, PDF, XLSX and package all show what `compute_capaian` returns (`docs/architecture.md` §2.1).
"""

from dataclasses import dataclass, field
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import cut_off, format_angka, round_half_up
from kinerja_desktop.domain.capaian.freezing import added_later
from kinerja_desktop.domain.capaian.nilai import (
    SKOR_PREDIKAT,
    TIDAK,
    YA,
    Nilai,
    Rentang,
    format_nilai,
)
from kinerja_desktop.domain.capaian.profil import Aturan, Pembulatan, ProfilRumus, TargetNol
from kinerja_desktop.domain.capaian.rumus import BY_RANGE, BY_TARGET, HUNDRED, KETERANGAN, Rumus

# Enough digits that the rounding of the shown figure can never be touched.
_EXACT = Context(prec=40)
_MIN = (Rumus.MIN_2T, Rumus.MIN_TR, Rumus.MIN_SISA)


class Keadaan(StrEnum):
    """The four states of a figure, never mixed (`docs/architecture.md` §2.2)."""

    BELUM_DIISI = "belum_diisi"
    NILAI = "nilai"
    TIDAK_BERLAKU = "tidak_berlaku"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"


@dataclass(frozen=True)
class IsianRealisasi:
    """What was entered as realisasi of one period.

    Attributes:
        nilai: the value; None while nothing is entered.
        tidak_berlaku: declared not to apply in this period.
        alasan: why it does not apply, or why the capaian was set by hand.
        capaian_manual: capaian in %, set by hand where the target is 0 and the
            profile says so (`docs/sakip.md` §4.3).
        pembilang: what was counted, where the realisasi is a quotient.
        penyebut: what it was counted against.
    """

    nilai: Nilai | None = None
    tidak_berlaku: bool = False
    alasan: str = ""
    capaian_manual: Decimal | None = None
    pembilang: Decimal | None = field(default=None, metadata=added_later(before=None))
    penyebut: Decimal | None = field(default=None, metadata=added_later(before=None))


#: Nothing entered yet; not the same as 0.
BELUM_DIISI = IsianRealisasi()


@dataclass(frozen=True)
class Capaian:
    """A capaian with everything that *Lihat cara hitung* tells.

    Attributes:
        keadaan: one of the four states.
        tepat: the exact percentage after floor and cap; None without a figure.
        tampil: the percentage as shown, rounded by the profile.
        kategori: its word on the profile's scale.
        warna: the role of its colour.
        alasan: why there is no figure, in words.
        langkah: how it was computed, line by line.
        catatan: floor or cap that changed the figure, with the true value.
    """

    keadaan: Keadaan
    tepat: Fraction | None = None
    tampil: Decimal | None = None
    kategori: str = ""
    warna: str = ""
    alasan: str = ""
    langkah: tuple[str, ...] = ()
    catatan: str = ""

    @property
    def tepat_decimal(self) -> Decimal | None:
        """The exact percentage as a Decimal of up to 40 digits."""
        return None if self.tepat is None else to_decimal(self.tepat)


def compute_capaian(
    rumus: Rumus, target: Nilai | None, isian: IsianRealisasi, profil: ProfilRumus
) -> Capaian:
    """Compute the capaian of one indicator in one period.

    Args:
        rumus: formula code of `docs/sakip.md` §4.2.
        target: the target in the indicator's unit, None when there is none.
        isian: what was entered as realisasi.
        profil: the office's choices.

    Returns:
        A capaian in one of four states (`docs/sakip.md` §4.3); it never raises for data.
    """
    if isian.tidak_berlaku:
        return Capaian(Keadaan.TIDAK_BERLAKU, alasan=isian.alasan or "tidak berlaku")
    if isian.nilai is None:
        return Capaian(Keadaan.BELUM_DIISI, alasan="realisasi belum diisi")
    if target is None:
        return _cannot("target belum ditetapkan")
    try:
        exact = _apply(rumus, target, isian, profil)
    except _CannotComputeError as error:
        return _cannot(str(error))
    return _finish(exact, _explain(rumus, target, isian), profil)


def round_capaian(exact: Fraction, profil: ProfilRumus) -> Decimal:
    """Round an exact percentage to what is shown (`docs/sakip.md` §4.6)."""
    value = to_decimal(exact)
    if profil.pembulatan is Pembulatan.POTONG:
        return cut_off(value, profil.digit)
    return round_half_up(value, profil.digit)


def to_decimal(exact: Fraction) -> Decimal:
    """Turn an exact fraction into a Decimal of up to 40 digits."""
    return _EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))


class _CannotComputeError(Exception):
    """Why a capaian cannot be computed, in words."""


def _cannot(alasan: str) -> Capaian:
    return Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG, alasan=alasan)


def _apply(rumus: Rumus, target: Nilai, isian: IsianRealisasi, profil: ProfilRumus) -> Fraction:
    realisasi = isian.nilai
    match rumus:
        case Rumus.YA_TIDAK:
            return _apply_ya_tidak(target, realisasi, profil)
        case Rumus.PREDIKAT:
            return _apply_predikat(target, realisasi)
    if not isinstance(realisasi, Decimal):
        raise _CannotComputeError("realisasi harus berupa angka")
    if rumus in BY_RANGE:
        if not isinstance(target, Rentang):
            raise _CannotComputeError("target harus berupa rentang, misalnya 7–8")
        return _apply_range(rumus, target, realisasi, profil)
    if not isinstance(target, Decimal):
        raise _CannotComputeError("target harus berupa satu angka")
    if target < 0:
        raise _CannotComputeError("target negatif")
    if target == 0:
        return _apply_target_nol(rumus, realisasi, isian, profil)
    if rumus is Rumus.MIN_TR and realisasi <= 0:
        return _full_score(profil)
    return BY_TARGET[rumus](Fraction(target), Fraction(realisasi))


def _apply_range(
    rumus: Rumus, target: Rentang, realisasi: Decimal, profil: ProfilRumus
) -> Fraction:
    """`docs/sakip.md` §4.14: inside is 100 whatever the bounds; only the one passed divides."""
    if profil.aturan is Aturan.SATU and target.min <= 0:
        raise _CannotComputeError("batas rentang target harus di atas 0")
    passed = target.maks if realisasi > target.maks else target.min
    if not target.min <= realisasi <= target.maks and passed <= 0:
        raise _CannotComputeError(
            f"realisasi di luar rentang, dan batas yang dilewati, {format_nilai(passed)}, "
            "tidak di atas 0"
        )
    return BY_RANGE[rumus](Fraction(target.min), Fraction(target.maks), Fraction(realisasi))


def _apply_ya_tidak(target: Nilai, realisasi: Nilai | None, profil: ProfilRumus) -> Fraction:
    """`docs/sakip.md` §4.14: what was promised reaches the target, be it Ya or Tidak."""
    if not isinstance(realisasi, str):
        raise _CannotComputeError("realisasi harus Ya atau Tidak")
    wanted = TIDAK if target == TIDAK and profil.aturan is not Aturan.SATU else YA
    return HUNDRED if realisasi == wanted else Fraction(0)


def _apply_predikat(target: Nilai, realisasi: Nilai | None) -> Fraction:
    for skor in SKOR_PREDIKAT:
        if target in skor and realisasi in skor:
            return Fraction(skor[str(realisasi)], skor[str(target)]) * HUNDRED
    raise _CannotComputeError("target dan realisasi harus predikat dari skala yang sama")


def _apply_target_nol(
    rumus: Rumus, realisasi: Decimal, isian: IsianRealisasi, profil: ProfilRumus
) -> Fraction:
    """`docs/sakip.md` §4.3: falling indicators keep a meaning at target 0, rising ones do not."""
    if rumus in _MIN:
        return HUNDRED if realisasi <= 0 else Fraction(0)
    if profil.target_nol is TargetNol.SERATUS and rumus is Rumus.MAX and realisasi >= 0:
        return HUNDRED
    if profil.target_nol is TargetNol.MANUAL and isian.capaian_manual is not None:
        return Fraction(isian.capaian_manual)
    raise _CannotComputeError("target 0")


def _full_score(profil: ProfilRumus) -> Fraction:
    cap = profil.cap_capaian
    if profil.realisasi_nol_penuh and cap is not None and cap > HUNDRED:
        return Fraction(cap)
    return HUNDRED


def _explain(rumus: Rumus, target: Nilai, isian: IsianRealisasi) -> tuple[str, ...]:
    keterangan = KETERANGAN[rumus]
    lines = [
        f"Rumus {keterangan.nama}: {keterangan.rumus}",
        f"Sumber rumus: {keterangan.sumber}",
        f"Target = {format_nilai(target)}; realisasi = {format_nilai(isian.nilai)}",
    ]
    if rumus is Rumus.YA_TIDAK and target == TIDAK:
        lines.append("Yang ditargetkan Tidak: Tidak 100, Ya 0")
    if isian.capaian_manual is not None and target == 0:
        lines.append(f"Capaian ditetapkan sendiri karena target 0: {isian.alasan}")
    return tuple(lines)


def _finish(exact: Fraction, langkah: tuple[str, ...], profil: ProfilRumus) -> Capaian:
    catatan = ""
    true_value = format_angka(round_capaian(exact, profil))
    if profil.aturan > Aturan.DUA:
        # A minus, U+2212: it stands in sentences of every paper.
        true_value = true_value.replace("-", "\u2212")
    if profil.lantai is not None and exact < profil.lantai:
        exact = Fraction(profil.lantai)
        catatan = _limited(true_value, profil.lantai, "bawah", "dinaikkan ke batas bawah", profil)
    if profil.cap_capaian is not None and exact > profil.cap_capaian:
        exact = Fraction(profil.cap_capaian)
        catatan = _limited(true_value, profil.cap_capaian, "atas", "dibatasi", profil)
    tampil = round_capaian(exact, profil)
    kelas = profil.skala_kategori.classify(tampil)
    langkah = (
        *langkah,
        f"Hasil hitung {true_value}%" + (f" ({catatan})" if catatan else ""),
        f"Dibulatkan menjadi {format_angka(tampil)}% dan dinilai {kelas.label}"
        f" ({profil.skala_kategori.nama})",
    )
    return Capaian(Keadaan.NILAI, exact, tampil, kelas.label, kelas.warna, "", langkah, catatan)


def _limited(found: str, limit: Decimal, which: str, before: str, profil: ProfilRumus) -> str:
    """Say that a figure was raised or lowered to a limit.

    Args:
        found: what was computed.
        limit: what counts instead, in %.
        which: bawah or atas.
        before: how the first editions said it.
        profil: whose edition words the note.
    """
    if profil.aturan <= Aturan.DUA:
        return f"hasil hitung {found}%, {before}"
    return f"hasil hitung {found}%, dicatat {format_angka(limit)}% sesuai batas {which}"
