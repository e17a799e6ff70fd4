"""What every table of office data has."""

from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel

Json = dict[str, Any]


class Record(SQLModel):
    """A row of office data.

    Ids are made here, not by the database, so that the data of 21 kecamatan can be merged
    and a deleted row can come back. No ORM relationships: parents and children are written
    in any order, and the journal sees plain rows.
    """

    # What checks a model's values is not used for tables, and takes a third of their making.
    model_config = {"defer_build": True}

    id: UUID = Field(default_factory=uuid4, primary_key=True)
