"""Versions and items of a Perjanjian Kinerja, and the budget lines it names."""

from uuid import UUID

import pytest

from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.perjanjian import (
    list_butir,
    list_butir_with_indikator,
    list_kode,
    list_mata_anggaran_of,
    list_perjanjian,
    list_tahun_signed,
    list_versi,
)
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    Indikator,
    MataAnggaran,
    Pejabat,
    PerjanjianKinerja,
    RencanaAksi,
)


@pytest.fixture
def ani(journal: Journal) -> UUID:
    """Ani's agreement of 2025 in two versions, the Camat's, and one of another year."""
    with journal.action("Mengisi") as session:
        session.add(person := Pejabat(nama="Ani"))
        session.add_all(
            [
                PerjanjianKinerja(kode="B-P1", tahun=2025, pejabat_id=person.id, perubahan_ke=1),
                PerjanjianKinerja(kode="B", tahun=2025, pejabat_id=person.id),
                PerjanjianKinerja(kode="A", tahun=2025),
                PerjanjianKinerja(kode="C", tahun=2024, pejabat_id=person.id, ditandatangani=True),
            ]
        )
        return person.id


def test_versions_follow_each_other(journal: Journal, ani: UUID) -> None:
    with journal.reading() as session:
        assert [row.kode for row in list_versi(session, 2025, ani)] == ["B", "B-P1"]
        # None is the Camat's own, and not everybody's.
        assert [row.kode for row in list_versi(session, 2025, None)] == ["A"]
        rows = list_perjanjian(session, 2025)
        assert [row.perubahan_ke for row in rows] == [0, 0, 1]
        assert list_kode(session) == {"A", "B", "B-P1", "C"}
        assert list_tahun_signed(session) == {2024}


def test_items_come_as_they_are_printed_and_name_their_budget(journal: Journal, ani: UUID) -> None:
    with journal.action("Mengisi") as session:
        own, planned, last_year, foreign = (
            MataAnggaran(kode=kode, nama=kode, jenis="program") for kode in "1234"
        )
        session.add_all([own, planned, last_year, foreign])
        agreement = list_versi(session, 2025, ani)[0]
        rows = [
            Indikator(kode="IKI-3", uraian="", level="lain", urutan=2),
            Indikator(kode="IKI-2", uraian="", level="lain", mata_anggaran_id=own.id),
            Indikator(kode="IKI-1", uraian="", level="lain", urutan=0),
        ]
        session.add_all(rows)
        session.add_all(
            ButirPerjanjian(perjanjian_kinerja_id=agreement.id, indikator_id=row.id) for row in rows
        )
        session.add(Indikator(kode="X", uraian="", level="lain", mata_anggaran_id=foreign.id))
        for tahun, line in ((2025, planned), (2024, last_year)):
            session.add(RencanaAksi(indikator_id=rows[0].id, tahun=tahun, mata_anggaran_id=line.id))
        key, lines = agreement.id, {own.id, planned.id}
    with journal.reading() as session:
        pairs = list_butir_with_indikator(session, key)
        assert [item.kode for _, item in pairs] == ["IKI-1", "IKI-3", "IKI-2"]
        assert {row.id for row in list_butir(session, key)} == {butir.id for butir, _ in pairs}
        assert list_mata_anggaran_of(session, key, 2025) == lines
