from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.store.columns import from_plain, to_plain
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.recorder import plain_to_values, row_to_plain
from kinerja_desktop.store.records import Indikator, Pengukuran, Realisasi


def test_every_digit_is_kept(journal: Journal) -> None:
    """SQLite's own numbers would make …568 of it (`docs/architecture.md` §4.1)."""
    exact = Decimal("123456789012345.123456789012345")
    row = Indikator(kode="x", uraian="x", bobot=exact, baseline_nilai=exact)
    with journal.action("Menambah") as session:
        session.add(row)
    with journal.reading() as session:
        found = session.get_one(Indikator, row.id)
    assert (found.bobot, found.baseline_nilai) == (exact, exact)


def test_a_moment_keeps_its_instant(journal: Journal) -> None:
    wib = datetime(2025, 1, 31, 8, 0, tzinfo=timezone(timedelta(hours=7)))
    row = Pengukuran(
        tahun=2024, versi=1, tanggal=date(2025, 1, 31), dibuat=wib, kode="K", snapshot={"a": 1}
    )
    with journal.action("Menambah") as session:
        session.add(row)
    with journal.reading() as session:
        found = session.get_one(Pengukuran, row.id)
    assert found.dibuat == wib
    assert found.dibuat.tzinfo is UTC
    assert found.dibuka is None


rows = st.builds(
    Realisasi,
    indikator_id=st.builds(uuid4),
    tahun=st.integers(2000, 2100),
    triwulan=st.none() | st.integers(1, 4),
    nilai=st.none()
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.just(Rentang(Decimal(1), Decimal("2.5")))
    | st.sampled_from(["BB", "Ya", "WTP"]),
    capaian_manual=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2),
    tidak_berlaku=st.booleans(),
    alasan=st.text(),
)


@given(rows)
def test_plain_data_reads_back(row: Realisasi) -> None:
    plain = row_to_plain(row)
    assert plain_to_values(Realisasi, plain) == {name: getattr(row, name) for name in plain}


def test_dates_moments_and_structures_read_back() -> None:
    values: dict[str, Any] = {
        "tanggal": date(2025, 1, 31),
        "dibuat": datetime(2025, 1, 31, 1, 0, tzinfo=UTC),
        "snapshot": {"a": [1]},
        "id": uuid4(),
    }
    columns = {column.key: column for column in Pengukuran.__table__.columns}  # type: ignore[attr-defined]
    for name, value in values.items():
        assert from_plain(columns[name], to_plain(columns[name], value)) == value
