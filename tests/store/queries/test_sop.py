"""Versions of SOPs and the order of what happened in their cases."""

from datetime import UTC, date, datetime

from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.kantor import list_hari_libur
from kinerja_desktop.store.queries.sop import (
    list_kejadian,
    list_kode,
    list_pelaksanaan,
    list_sop,
    list_sop_with_case,
    list_versi,
)
from kinerja_desktop.store.records import HariLibur, KejadianSop, PelaksanaanSop, Sop

NOW = datetime(2025, 1, 31, 8, tzinfo=UTC)


def test_sops_stand_by_name_with_the_newest_version_first(journal: Journal) -> None:
    with journal.action("Mengisi") as session:
        for kode, nama, versi, aktif in (
            ("ukur", "Pengukuran", 2, True), ("ukur", "Pengukuran", 1, False),
            ("lapor", "LKjIP", 1, True),
        ):  # fmt: skip
            session.add(Sop(kode=kode, nama=nama, versi=versi, isi={}, aktif=aktif))
    with journal.reading() as session:
        assert [(row.nama, row.versi) for row in list_sop(session, semua_versi=True)] == [
            ("LKjIP", 1), ("Pengukuran", 2), ("Pengukuran", 1),
        ]  # fmt: skip
        assert [(row.nama, row.versi) for row in list_sop(session)] == [
            ("LKjIP", 1), ("Pengukuran", 2),
        ]  # fmt: skip
        assert [row.versi for row in list_versi(session, "ukur")] == [1, 2]
        assert list_kode(session) == {"ukur", "lapor"}


def test_what_happened_in_a_case_comes_in_its_order(journal: Journal) -> None:
    with journal.action("Mengisi", undoable=False) as session:
        used, unused = (Sop(kode=kode, nama=kode, versi=1, isi={}) for kode in ("a", "b"))
        case, other = (PelaksanaanSop(sop_id=used.id, tahun=2025) for _ in range(2))
        session.add_all([used, unused, case, other])
        for row, urutan in ((case, 3), (case, 1), (other, 2)):
            session.add(
                KejadianSop(
                    pelaksanaan_id=row.id, urutan=urutan, waktu=NOW, jenis="mulai", langkah=1,
                    pelaku="", bukti=[],
                )
            )  # fmt: skip
        key = case.id
    with journal.reading() as session:
        assert [row.urutan for row in list_kejadian(session, key)] == [1, 3]
        assert [row.urutan for row in list_kejadian(session)] == [1, 2, 3]
        assert [row.kode for row in list_sop_with_case(session)] == ["a"]
        assert len(list_pelaksanaan(session)) == 2


def test_days_off_are_those_of_all_years(journal: Journal) -> None:
    days = {date(2024, 12, 25), date(2025, 1, 1)}
    with journal.action("Mengisi") as session:
        session.add_all(HariLibur(tanggal=day, nama="") for day in days)
    with journal.reading() as session:
        assert list_hari_libur(session) == days
