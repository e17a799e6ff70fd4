"""A case that follows an SOP: its kejadian, checked one by one.

`docs/sakip.md` §8.2, tracker rule 4.
"""

from collections.abc import Sequence

from kinerja_desktop.domain.sop.izin import refuse_unless_allowed
from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.perjalanan import KeadaanKasus, Perjalanan, go_on


def follow(sop: Sop, riwayat: Sequence[Kejadian]) -> Perjalanan:
    """Follow a case from its first kejadian to its last.

    Raises:
        KinerjaError: one of them was not allowed when it happened.
    """
    jalan = Perjalanan()
    for kejadian in riwayat:
        refuse_unless_allowed(sop, jalan, kejadian)
        jalan = go_on(sop, jalan, kejadian)
    return jalan


def check_kejadian(sop: Sop, riwayat: Sequence[Kejadian], baru: Kejadian) -> None:
    """Make sure that `baru` may happen now in the case with this history.

    Raises:
        KinerjaError: it may not; the message says why and what to do.
    """
    refuse_unless_allowed(sop, follow(sop, riwayat), baru)


def find_pilihan(sop: Sop, riwayat: Sequence[Kejadian]) -> frozenset[JenisKejadian]:
    """Return the kinds of kejadian that can happen now."""
    jalan = follow(sop, riwayat)
    if jalan.keadaan is KeadaanKasus.BELUM_MULAI:
        return frozenset({JenisKejadian.MULAI})
    kinds = {JenisKejadian.BUKTI, JenisKejadian.CATATAN}
    if jalan.dapat_dibuka:
        kinds.add(JenisKejadian.BUKA_KEMBALI)
    if jalan.sekarang is None:
        return frozenset(kinds)
    kinds.add(JenisKejadian.BATAL)
    if jalan.sekarang.mulai is None:
        kinds.add(JenisKejadian.MULAI)
    if sop.get_langkah(jalan.sekarang.langkah).is_decision:
        kinds |= {JenisKejadian.SETUJU, JenisKejadian.KEMBALIKAN}
    else:
        kinds.add(JenisKejadian.SELESAI)
    return frozenset(kinds)


def count_rounds(sop: Sop, riwayat: Sequence[Kejadian]) -> tuple[int, ...]:
    """Return the round of each kejadian; a return ends its round, a reopening begins one."""
    jalan, rounds = Perjalanan(), []
    for item in riwayat:
        before = jalan.putaran
        jalan = go_on(sop, jalan, item)
        rounds.append(jalan.putaran if item.jenis is JenisKejadian.BUKA_KEMBALI else before)
    return tuple(rounds)
