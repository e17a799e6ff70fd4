"""Every field says what it asks for, shortly enough to be read while typing."""

import pytest

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Section

#: Two lines of the *Tambah* dialog: a longer one would move its buttons.
MOST_LETTERS = 150
FIELDS = [
    pytest.param(section, field, id=f"{section.key}.{field.name}")
    for section in SECTIONS.values()
    for field in section.fields
]


@pytest.mark.parametrize(("section", "field"), FIELDS)
def test_every_field_says_what_it_asks_for(section: Section, field: Field) -> None:
    said = field.bantuan
    assert said, f"{section.key}.{field.name}"
    assert said.endswith(".")
    assert len(said) <= MOST_LETTERS
    assert said == " ".join(said.split())
    # Who needs help is not helped by the heading once more.
    assert said.rstrip(".").casefold() != field.label.casefold()
