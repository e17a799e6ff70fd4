"""What a package says beside its Pengukuran Kinerja: the scores of E.81 and LKE, as figures.

`docs/sakip.md` §10. Their papers lie in the package as they were signed; for a recap of many units
the sender puts the few figures beside them, under the kode of the package.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

_MOST = Decimal(10**9)


@dataclass(frozen=True)
class RingkasEvaluasi:
    """The means below columns 13 and 15 of a final Formulir E.81 (`docs/sakip.md` §12), in %."""

    triwulan: int
    renja: Decimal | None
    predikat_renja: str
    renstra: Decimal | None
    predikat_renstra: str


@dataclass(frozen=True)
class RingkasLke:
    """The self-check of a year, and what the Inspektorat gave (`docs/sakip.md` §11).

    Attributes:
        nilai: of the self-check, with the unanswered as 0; None while nothing is answered.
        predikat: of that.
        terjawab: how many criteria are answered, of `kriteria`.
        lhe: the score of the latest LHE over a year up to this one; None for none.
        tahun_lhe: the year that it is about.
    """

    nilai: Decimal | None
    predikat: str
    terjawab: int
    kriteria: int
    lhe: Decimal | None = None
    tahun_lhe: int | None = None


@dataclass(frozen=True)
class Ringkasan:
    """Both; None where the office has none."""

    evaluasi: RingkasEvaluasi | None = None
    lke: RingkasLke | None = None


def read_ringkasan(data: object) -> Ringkasan:
    """Read what a sender wrote; earlier programs wrote nothing.

    Raises:
        ValueError: it is not what this program writes.
    """
    if data is None:
        return Ringkasan()
    found = _read_mapping(data)
    evaluasi, lke = found.get("evaluasi"), found.get("lke")
    return Ringkasan(
        None if evaluasi is None else _read_evaluasi(_read_mapping(evaluasi)),
        None if lke is None else _read_lke(_read_mapping(lke)),
    )


def _read_evaluasi(data: Mapping[str, Any]) -> RingkasEvaluasi:
    triwulan = _read_count(data.get("triwulan"))
    return RingkasEvaluasi(
        triwulan,
        _read_number(data.get("renja")),
        _read_text(data.get("predikat_renja")),
        _read_number(data.get("renstra")),
        _read_text(data.get("predikat_renstra")),
    )


def _read_lke(data: Mapping[str, Any]) -> RingkasLke:
    tahun = data.get("tahun_lhe")
    return RingkasLke(
        _read_number(data.get("nilai")),
        _read_text(data.get("predikat")),
        _read_count(data.get("terjawab")),
        _read_count(data.get("kriteria")),
        _read_number(data.get("lhe")),
        None if tahun is None else _read_count(tahun),
    )


def _read_mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError("no object")
    return value


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _read_count(value: object) -> int:
    if type(value) is not int or not 0 <= value < _MOST:
        raise ValueError("no count")
    return value


def _read_number(value: object) -> Decimal | None:
    if value is None:
        return None
    try:
        number = Decimal(_read_text(value))
    except InvalidOperation as error:
        raise ValueError("no number") from error
    if not number.is_finite() or abs(number) > _MOST:
        raise ValueError("no number")
    return number
