"""An office's data folder as the program's first version left it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from kinerja_desktop.store import migrations
from kinerja_desktop.store.database import connect, sqlite_url


def make_first_office(folder: Path) -> None:
    """Make the database of an office of the program's first schema, with one row."""
    folder.mkdir()
    engine = connect(sqlite_url(folder))
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["engine"] = engine
    command.upgrade(config, "0001")
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO periode_renstra (id, nama, tahun_awal, tahun_akhir, nomor)"
                " VALUES ('0123456789abcdef0123456789abcdef', '2020-2024', 2020, 2024, '7')"
            )
        )
    engine.dispose()
