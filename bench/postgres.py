"""One accepted edit on a server, against the least durable commit of psycopg there."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from bench.offices import LAST_YEAR, make_office
from bench.timing import Line, paired_ms
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from tests.postgres import Cluster

_EDITS = 300


def measure_postgres(folder: Path) -> Iterator[Line]:
    """Measure on a server of our own, over its socket, that brings each commit to the disk."""
    cluster = Cluster(is_durable=True)
    try:
        yield _edit(cluster, folder)
    finally:
        cluster.remove()


def _edit(cluster: Cluster, folder: Path) -> Line:
    address = cluster.address(cluster.new_database(), folder / "server")
    office = make_office(address, 40, 5)
    key = list_rows(office, "indikator")[0]["id"]
    tahun = Periode(LAST_YEAR)
    figures = (Decimal(n) / 100 for n in range(10**6))
    with cluster.connect(address.database) as raw:
        raw.execute("CREATE SCHEMA lantai")
        raw.execute("CREATE TABLE lantai.nilai (isi text)")
        raw.autocommit = False

        def commit() -> None:
            raw.execute("INSERT INTO lantai.nilai VALUES ('1')")
            raw.commit()

        ours, floor = paired_ms(
            lambda: set_realisasi(office, key, tahun, next(figures)), commit, _EDITS
        )
    office.close()
    return Line("satu isian diterima di server PostgreSQL", ours, floor, 4, "ms",
                "satu baris lewat psycopg dengan commit yang sama kuat")  # fmt: skip
