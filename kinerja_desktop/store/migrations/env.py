"""Alembic's own entry: on SQLite one transaction for each revision and batch mode."""

from alembic import context
from sqlmodel import SQLModel

connection = context.config.attributes["connection"]
is_file = connection.dialect.name == "sqlite"
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=is_file,
    transaction_per_migration=is_file,
)
context.run_migrations()
