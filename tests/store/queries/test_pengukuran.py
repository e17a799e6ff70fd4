"""Which entries and which final versions a period has."""

from datetime import UTC, date, datetime
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.pengukuran import (
    find_final,
    find_last_tahun,
    last_versi,
    list_final,
    list_realisasi,
    list_versi,
)
from kinerja_desktop.store.records import Indikator, Pejabat, Pengukuran, Realisasi

NOW = datetime(2025, 7, 1, tzinfo=UTC)
YEAR, TW1 = Periode(2025), Periode(2025, 1)


def final(
    periode: Periode, versi: int, pejabat: UUID | None = None, *, dibuka: bool = False
) -> Pengukuran:
    return Pengukuran(
        tahun=periode.tahun, triwulan=periode.triwulan, pejabat_id=pejabat, versi=versi,
        tanggal=date(2025, 7, 1), dibuat=NOW, kode="", snapshot={}, dibuka=NOW if dibuka else None,
    )  # fmt: skip


def test_a_version_that_was_opened_again_is_kept_but_not_in_force(journal: Journal) -> None:
    with journal.action("Menambah") as session:
        session.add(ani := Pejabat(nama="Ani"))
        session.add_all(
            [
                final(YEAR, 1, dibuka=True),
                final(YEAR, 2),
                final(TW1, 7, dibuka=True),
                final(TW1, 4, ani.id),
            ]
        )
        key = ani.id
    with journal.reading() as session:
        found = find_final(session, YEAR, None)
        assert found is not None
        assert found.versi == 2
        assert [row.versi for row in list_versi(session, YEAR, None)] == [2, 1]
        assert find_final(session, TW1, None) is None
        assert (last_versi(session, TW1, None), last_versi(session, TW1, key)) == (7, 4)
        assert last_versi(session, Periode(2024), None) == 0
        # An official's own measurement is not the office's.
        assert list_final(session) == {YEAR}


def test_a_triwulan_is_not_its_year(journal: Journal) -> None:
    iku, other = (Indikator(kode=kode, uraian="", level="lain") for kode in ("IKU-1", "IKU-2"))
    with journal.reading() as session:
        assert find_last_tahun(session) is None
    with journal.action("Menambah") as session:
        session.add_all([iku, other])
        for row, tahun, triwulan in (
            (iku, 2025, None), (iku, 2025, 1), (iku, 2023, 1), (other, 2025, 1),
        ):  # fmt: skip
            session.add(Realisasi(indikator_id=row.id, tahun=tahun, triwulan=triwulan))
        keys = [iku.id]
    with journal.reading() as session:
        for periode in (YEAR, TW1):
            (entry,) = list_realisasi(session, keys, periode)
            assert (entry.tahun, entry.triwulan) == (2025, periode.triwulan)
        assert list_realisasi(session, keys, Periode(2025, 2)) == []
        assert find_last_tahun(session) == 2025
