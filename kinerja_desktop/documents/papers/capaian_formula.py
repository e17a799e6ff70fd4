"""How a spreadsheet reckons a capaian: `domain/capaian/rumus`, written for cells."""

from collections.abc import Mapping
from decimal import Decimal

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.profil import Pembulatan, ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Rumus

_BY_QUOTIENT: Mapping[Rumus, str] = {
    Rumus.MAX: "{r}/{t}*100",
    Rumus.MIN_2T: "(2*{t}-{r})/{t}*100",
    Rumus.MIN_TR: "{t}/{r}*100",
    Rumus.MIN_SISA: "({t}-{r})/{t}*100",
    Rumus.STABIL: "(1-ABS({r}-{t})/{t})*100",
}


def capaian_formula(
    rumus: Rumus,
    target: tuple[str, Nilai | None],
    realisasi: tuple[str, Nilai | None],
    profil: ProfilRumus,
) -> str:
    """Write a capaian with the office's floor and cap; unrounded, the cell's format rounds it.

    Args:
        rumus: the formula.
        target: its cell, and what stands there.
        realisasi: the same.
        profil: the office's rules.

    Returns:
        The formula; empty where a capaian is no quotient of two cells (a word, a range, a target
        of 0), or is cut off, which a format cannot do.
    """
    (t, goal), (r, value) = target, realisasi
    if is_cut(profil) or rumus not in _BY_QUOTIENT:
        return ""
    if not isinstance(goal, Decimal) or not isinstance(value, Decimal):
        return ""
    if goal == 0 or (rumus is Rumus.MIN_TR and value <= 0):
        return ""
    text = _BY_QUOTIENT[rumus].format(t=t, r=r)
    if profil.cap_capaian is not None:
        text = f"MIN({profil.cap_capaian},{text})"
    if profil.lantai is not None and (rumus is not Rumus.MAX or value < profil.lantai):
        text = f"MAX({profil.lantai},{text})"
    return text


def is_cut(profil: ProfilRumus) -> bool:
    """A sheet's format rounds, so figures that are cut off are written as they are shown."""
    return profil.pembulatan is Pembulatan.POTONG
