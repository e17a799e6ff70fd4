"""Which of several packages of one unit and period counts: the newest (`docs/sakip.md` §10)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar

from kinerja_desktop.domain.penerimaan.ringkas import RingkasPaket

T = TypeVar("T")
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, order=True)
class UrutanPaket:
    """The place of a package among those of its unit and period; the largest counts.

    Attributes:
        versi: how many times the Pengukuran Kinerja was made final: clocks may differ, this not.
        dipilih: when the receiver chose it, with a reason, over another of the same version that
            says otherwise: whoever asked the sender knows better than any date or kode.
        ditulis: the day that the package bears; the first of all days where it bears none.
        dibuat: the moment at which it was put together, as ISO 8601 in UTC; empty where an earlier
            program did not write it down.
        berkas: how many files it has: a package that was sent again on the same day has more.
        kode: of the package, so that any two packages have an order, in whatever order they come.
    """

    versi: int
    dipilih: datetime
    ditulis: date
    dibuat: str
    berkas: int
    kode: str


def place(
    versi: int,
    dipilih: datetime | None,
    ditulis: date | None,
    dibuat: str,
    berkas: int,
    kode: str,
) -> UrutanPaket:
    """Return a package's place; see `UrutanPaket`."""
    return UrutanPaket(versi, dipilih or _NEVER, ditulis or date.min, dibuat, berkas, kode)


def urutan_of(ringkas: RingkasPaket, dipilih: datetime | None = None) -> UrutanPaket:
    """Return the place of a package among those of its unit and period."""
    kode = ringkas.kode_paket or ringkas.kode
    berkas = len(ringkas.berkas)
    return place(ringkas.versi, dipilih, ringkas.ditulis, ringkas.dibuat, berkas, kode)


def find_newest(items: Iterable[T], urutan: Callable[[T], UrutanPaket]) -> T | None:
    """Return the one that counts; None of none."""
    return max(items, key=urutan, default=None)
