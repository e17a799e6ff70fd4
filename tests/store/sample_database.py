"""A small database of the program's shape, made with plain SQL, for the tests of backups."""

import sqlite3
from contextlib import closing
from pathlib import Path

SCHEMA = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES ('0001');
CREATE TABLE transaksi (id TEXT PRIMARY KEY, waktu DATETIME, label TEXT);
CREATE TABLE sasaran (id TEXT PRIMARY KEY, uraian TEXT);
CREATE TABLE indikator (id TEXT PRIMARY KEY, uraian TEXT, sasaran TEXT REFERENCES sasaran);
INSERT INTO sasaran VALUES ('s1', 'Meningkatnya pelayanan');
INSERT INTO indikator VALUES ('i1', 'Indeks Kepuasan Masyarakat', 's1');
INSERT INTO transaksi VALUES ('t1', '2024-06-27 01:30:00.250000', 'Mengisi realisasi');
INSERT INTO transaksi VALUES ('t2', '2024-06-28 02:30:00.000000', 'Mengisi target');
"""


def make_database(path: Path, revision: str = "0001") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(SCHEMA)
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    return path


def execute(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


def labels(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [label for (label,) in connection.execute("SELECT label FROM transaksi ORDER BY id")]


def is_known(revision: str) -> bool:
    return revision == "0001"
