from dataclasses import replace
from datetime import date
from itertools import permutations

from kinerja_desktop.domain.penerimaan.ringkas import RingkasPaket
from kinerja_desktop.domain.penerimaan.urutan import find_newest, urutan_of
from tests.domain.penerimaan.samples import HARI, KODE, berkas, ringkas


def test_the_newest_counts_in_whatever_order_they_come() -> None:
    """A later version goes before a later day: clocks differ, the count of versions does not."""
    base = ringkas(files=(berkas("a"),))
    in_order = [
        replace(base, ditulis=None),
        base,
        replace(base, kode_paket="9000-0000-0000-0000"),
        # Sent again on the same day by an earlier program, with one more file.
        replace(base, berkas=(berkas("a"), berkas("b"))),
        # The moment is told: a file that was taken out again makes it no older.
        replace(base, berkas=(berkas("a"), berkas("b")), dibuat="2025-02-03T01:00:00+00:00"),
        replace(base, dibuat="2025-02-03T02:00:00+00:00"),
        replace(base, ditulis=date(2025, 2, 4)),
        replace(base, versi=2, ditulis=date(2020, 1, 1)),
    ]
    for some in permutations(in_order):
        assert sorted(some, key=urutan_of) == in_order
        assert find_newest(some, urutan_of) == in_order[-1]
    nothing: list[RingkasPaket] = []
    assert find_newest(nothing, urutan_of) is None


def test_a_package_without_kode_paket_is_placed_by_its_own_kode() -> None:
    place = urutan_of(replace(ringkas(), kode_paket=""))
    assert (place.kode, place.ditulis) == (KODE, HARI)
