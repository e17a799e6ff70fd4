"""Which of several packages of one unit and period counts: the newest (`docs/sakip.md` §10)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kinerja_desktop.domain.penerimaan.ringkas import RingkasPaket

T = TypeVar("T")


@dataclass(frozen=True, order=True)
class UrutanPaket:
    """The place of a package among those of its unit and period; the largest counts.

    Attributes:
        versi: how many times the Pengukuran Kinerja was made final: clocks may differ, this not.
        ditulis: the day that the package bears; the first of all days where it bears none.
        berkas: how many files it has: a package that was sent again on the same day has more.
        kode: of the package, so that any two packages have an order, in whatever order they come.
    """

    versi: int
    ditulis: date
    berkas: int
    kode: str


def place(versi: int, ditulis: date | None, berkas: int, kode: str) -> UrutanPaket:
    """Return a package's place; see `UrutanPaket`."""
    return UrutanPaket(versi, ditulis or date.min, berkas, kode)


def urutan_of(ringkas: RingkasPaket) -> UrutanPaket:
    """Return the place of a package among those of its unit and period."""
    kode = ringkas.kode_paket or ringkas.kode
    return place(ringkas.versi, ringkas.ditulis, len(ringkas.berkas), kode)


def find_newest(items: Iterable[T], urutan: Callable[[T], UrutanPaket]) -> T | None:
    """Return the one that counts; None of none."""
    return max(items, key=urutan, default=None)
