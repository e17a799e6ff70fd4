"""Evidence in the order it was attached, and counted for its own period only."""

from datetime import UTC, datetime, timedelta

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.lampiran import (
    MILIK_REALISASI,
    count_bukti,
    find_lampiran,
    list_bukti,
    list_lampiran,
    load_names,
)
from kinerja_desktop.store.records import Indikator, Lampiran, Realisasi

NOW = datetime(2025, 1, 31, 8, tzinfo=UTC)


def test_evidence_belongs_to_one_figure_of_one_period(journal: Journal) -> None:
    iku = Indikator(kode="IKU-1", uraian="", level="lain")
    tw1, year = (Realisasi(indikator_id=iku.id, tahun=2025, triwulan=tw) for tw in (1, None))
    files = [
        ("kedua", MILIK_REALISASI, tw1, 1), ("b", MILIK_REALISASI, tw1, 0),
        ("a", MILIK_REALISASI, tw1, 0), ("setahun", MILIK_REALISASI, year, 0),
        ("lain", "pelaksanaan_sop", tw1, 0),
    ]  # fmt: skip
    with journal.action("Melampirkan") as session:
        session.add_all([iku, tw1, year])
        session.add_all(
            Lampiran(
                sha256=f"sha-{nama}", nama=nama, ukuran=1, milik=milik, milik_id=row.id,
                ditambahkan=NOW + timedelta(days=days),
            )
            for nama, milik, row, days in files
        )  # fmt: skip
        key, owner = iku.id, tw1.id
    with journal.reading() as session:
        found = list_bukti(session, key, Periode(2025, 1))
        assert [row.nama for row in found] == ["a", "b", "kedua"]
        assert [row.nama for row in list_bukti(session, key, Periode(2025))] == ["setahun"]
        assert count_bukti(session, Periode(2025, 1)) == {key: 3}
        assert count_bukti(session, Periode(2025, 2)) == {}
        assert [row.nama for row in list_lampiran(session, "pelaksanaan_sop", owner)] == ["lain"]
        assert find_lampiran(session, owner, "sha-setahun") is None
        assert find_lampiran(session, owner, "sha-a") is not None
        assert load_names(session) == {f"sha-{nama}": nama for nama, *_ in files}
