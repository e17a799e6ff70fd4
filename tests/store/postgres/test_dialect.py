"""One query, one answer: rows come from a server as they come from a file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, Select, func
from sqlmodel import Session, col, or_, select

from kinerja_desktop.store import database
from kinerja_desktop.store.postgres.engine import connect
from kinerja_desktop.store.records import Indikator, Lhe, Realisasi, Transaksi
from kinerja_desktop.store.schema import create_schema
from tests.postgres import Cluster

Both = tuple[Engine, Engine]


@pytest.fixture
def both(cluster: Cluster, tmp_path: Path) -> Iterator[Both]:
    """The same rows in a file and on a server; one row was changed on both."""
    file = database.connect(database.sqlite_url(tmp_path))
    create_schema(file)
    name = cluster.new_office()
    server = connect(cluster.address(name, tmp_path))
    for engine in (file, server):
        with Session(engine) as session:
            session.add_all(make_rows())
            session.commit()
            session.get_one(Lhe, UUID(int=8)).keterangan = "diubah"
            session.commit()
    yield file, server
    file.dispose()
    server.dispose()
    cluster.drop(name)


def make_rows() -> list[Lhe | Indikator | Realisasi]:
    days = (date(2024, 5, 1), None, date(2023, 1, 1), None, date(2024, 5, 1))
    nomor = ("b", "B", "a", "É", "_")
    rows: list[Lhe | Indikator | Realisasi] = [
        Lhe(id=UUID(int=9 - n), tahun=2024 - n % 2, nomor=nomor[n], tanggal=day)
        for n, day in enumerate(days)
    ]
    for n, kode in enumerate(("I-2", "I-10", "I-1")):
        rows.append(Indikator(id=UUID(int=20 + n), kode=kode, uraian="x"))
        for tw in (None, 2, 1):
            rows.append(
                Realisasi(
                    id=UUID(int=100 + 10 * n + (tw or 0)), indikator_id=UUID(int=20 + n),
                    tahun=2024, triwulan=tw,
                )
            )  # fmt: skip
    return rows


OF_2023 = select(Lhe.id).where(col(Lhe.tahun) == 2023)
JOINED = select(Realisasi, Indikator).join(
    Indikator, col(Indikator.id) == col(Realisasi.indikator_id)
)


@pytest.mark.parametrize(
    "query",
    [
        select(Lhe),
        select(Lhe.id, Lhe.nomor),
        select(Lhe).where(col(Lhe.tahun) == 2024),
        select(Lhe).limit(2),
        select(Lhe).order_by(col(Lhe.tanggal)),
        select(Lhe).order_by(col(Lhe.tanggal).desc()),
        select(Lhe).order_by(col(Lhe.tanggal).desc(), col(Lhe.nomor)).limit(3),
        select(Lhe).order_by(col(Lhe.nomor)),
        select(Lhe).order_by(col(Lhe.tahun)),
        select(Lhe).order_by(col(Lhe.id)),
        select(Lhe.tahun).distinct().order_by(col(Lhe.tahun)),
        select(Lhe.tahun, func.count()).group_by(col(Lhe.tahun)).order_by(col(Lhe.tahun)),
        select(func.count()).select_from(Lhe),
        select(func.max(Lhe.tanggal)),
        select(Lhe).order_by(func.length(Lhe.nomor)),
        select(Lhe).where(col(Lhe.nomor).icontains("b")),
        select(Lhe).where(col(Lhe.nomor).like("%B%")),
        select(Lhe).where(col(Lhe.nomor).not_like("%B%")),
        select(Lhe).where(col(Lhe.nomor).startswith("B")),
        select(Lhe).where(col(Lhe.nomor).contains("_", autoescape=True)),
        select(Lhe).where(or_(col(Lhe.nomor).startswith("a"), col(Lhe.nomor).startswith("_"))),
        select(Lhe)
        .where(col(Lhe.id).in_(select(Lhe.id).where(col(Lhe.tahun) == 2023)))
        .order_by(col(Lhe.nomor)),
        JOINED.order_by(col(Realisasi.triwulan), col(Indikator.kode)),
        JOINED.order_by(col(Indikator.kode), col(Realisasi.triwulan).desc()),
        select(Realisasi).order_by(col(Realisasi.tahun), col(Realisasi.triwulan)),
    ],
)
def test_a_query_answers_the_same(both: Both, query: "Select[tuple[object]]") -> None:
    answers = []
    for engine in both:
        with Session(engine) as session:
            answers.append([str(row) for row in session.execute(query).all()])
    assert answers[1] == answers[0]
    assert answers[0]


def test_large_numbers_are_kept(cluster: Cluster, both: Both) -> None:
    for engine in both:
        with Session(engine) as session:
            session.add(Lhe(id=UUID(int=77), tahun=2**40, nomor="x"))
            session.commit()
            assert session.get_one(Lhe, UUID(int=77)).tahun == 2**40


def test_the_latest_deed_is_found_by_the_index(both: Both) -> None:
    """The trail may have a hundred thousand lines: nothing may keep the index from serving."""
    query = select(Transaksi).order_by(col(Transaksi.id).desc()).limit(1)
    statement = str(query.compile(both[1]))
    assert "ORDER BY transaksi.id DESC" in statement
    assert "NULLS" not in statement
    assert "rowid" not in statement
