"""Alembic's own entry: one transaction for each revision, batch mode for SQLite."""

from alembic import context
from sqlmodel import SQLModel

engine = context.config.attributes["engine"]
with engine.connect() as connection:
    # SQLite ignores this pragma inside a transaction; rebuilt tables would lose their children.
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        transaction_per_migration=True,
    )
    context.run_migrations()
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise RuntimeError(f"migration broke references: {broken[:3]}")
