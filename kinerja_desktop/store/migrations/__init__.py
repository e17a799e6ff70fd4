"""From each version of the schema to the next: Alembic revisions, run without an ini file."""

from pathlib import Path

from sqlalchemy import Engine


def migrate(engine: Engine) -> None:
    """Bring a database to the present schema, each revision whole or not at all.

    The caller has made a backup. Alembic costs a third of a second to import, so it is
    imported here, when a migration is due.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["engine"] = engine
    command.upgrade(config, "head")
