"""From each version of the schema to the next: Alembic revisions, run without an ini file."""

from pathlib import Path

from sqlalchemy import Connection, Engine


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring a database to the present schema, each revision whole or not at all.

    The caller has made a backup. Alembic costs a third of a second to import, so it is
    imported here, when a migration is due.
    """
    with engine.connect() as connection:
        # SQLite ignores this pragma inside a transaction; rebuilt tables would lose their children.
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        migrate_within(connection, revision)
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise RuntimeError(f"migration broke references: {broken[:3]}")


def migrate_within(connection: Connection, revision: str = "head") -> None:
    """Run the revisions on a connection; on a server all of them in its transaction.

    Args:
        connection: to the database.
        revision: up to which.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
