from pathlib import Path

from sqlalchemy import text

from kinerja_desktop.store.database import connect, sqlite_url
from kinerja_desktop.store.migrations import migrate
from kinerja_desktop.store.schema import HEAD, read_revision
from tests.store.old_office import make_old_office


def test_an_office_of_the_first_schema_keeps_its_rows(tmp_path: Path) -> None:
    engine = connect(sqlite_url(tmp_path))
    migrate(engine, "0001")
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO periode_renstra (id, nama, tahun_awal, tahun_akhir, nomor)"
                " VALUES ('0123456789abcdef0123456789abcdef', '2020-2024', 2020, 2024, '7')"
            )
        )
    migrate(engine)
    assert read_revision(engine) == HEAD
    with engine.connect() as connection:
        query = "SELECT nama, nomor, nomor_iku, tanggal_iku FROM periode_renstra"
        assert connection.execute(text(query)).all() == [("2020-2024", "7", "", None)]
    engine.dispose()


def test_a_post_of_before_has_neither_tugas_nor_fungsi(tmp_path: Path) -> None:
    make_old_office(tmp_path, "0006")
    engine = connect(sqlite_url(tmp_path))
    migrate(engine)
    assert read_revision(engine) == HEAD
    with engine.connect() as connection:
        query = "SELECT jabatan, selesai, tugas, fungsi FROM penempatan"
        assert connection.execute(text(query)).all() == [("isi jabatan", "2024-01-31", "", "")]
    engine.dispose()
