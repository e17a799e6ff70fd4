"""Which outline a year's LKjIP follows, and which version of it is in force."""

from datetime import UTC, date, datetime

from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.laporan import (
    find_final_lkjip,
    find_kerangka,
    find_kerangka_until,
    find_naskah,
    last_versi,
    list_naskah,
    list_tahun_final,
)
from kinerja_desktop.store.records import KerangkaLkjip, Lkjip, TeksLkjip

NOW = datetime(2025, 1, 31, 8, tzinfo=UTC)


def test_a_year_follows_the_latest_outline_before_it(journal: Journal) -> None:
    with journal.action("Menyusun") as session:
        session.add_all(KerangkaLkjip(tahun=tahun, kerangka={}) for tahun in (2026, 2021, 2023))
    with journal.reading() as session:
        found = {tahun: find_kerangka_until(session, tahun) for tahun in (2020, 2022, 2024, 2026)}
        assert {tahun: row.tahun if row else None for tahun, row in found.items()} == {
            2020: None, 2022: 2021, 2024: 2023, 2026: 2026,
        }  # fmt: skip
        assert find_kerangka(session, 2024) is None
        assert find_kerangka(session, 2023) is not None


def test_a_report_that_was_opened_again_is_not_final(journal: Journal) -> None:
    with journal.action("Menyusun") as session:
        for tahun, versi, dibuka in ((2023, 1, NOW), (2023, 2, None), (2024, 3, NOW)):
            session.add(
                Lkjip(
                    tahun=tahun, versi=versi, tanggal=date(2025, 1, 31), dibuat=NOW, kode="",
                    snapshot={}, dibuka=dibuka,
                )
            )  # fmt: skip
        for tahun, bagian in ((2023, "kata-pengantar"), (2024, "penutup")):
            session.add(TeksLkjip(tahun=tahun, bagian=bagian))
    with journal.reading() as session:
        found = find_final_lkjip(session, 2023)
        assert found is not None
        assert found.versi == 2
        assert find_final_lkjip(session, 2024) is None
        assert [last_versi(session, tahun) for tahun in (2022, 2023, 2024)] == [0, 2, 3]
        assert list_tahun_final(session) == {2023}
        assert [row.bagian for row in list_naskah(session, 2024)] == ["penutup"]
        assert find_naskah(session, 2024, "penutup") is not None
        assert find_naskah(session, 2024, "kata-pengantar") is None
