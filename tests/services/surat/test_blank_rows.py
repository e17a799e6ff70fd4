"""A letter whose table nobody fills in has rows to write in, not a lone head."""

import pytest

from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.domain.surat.isi import Tabel
from kinerja_desktop.services.kantor.office import Office
from tests.services.surat.letters import begin, compose

KEPALA = ("No", "Nama", "Jabatan")


@pytest.mark.parametrize(
    ("baris", "first"),
    [((), ["1.", "2.", "3."]), ((("1.", "ANI", "Camat"),), ["1."])],
)
def test_a_table_has_rows(
    muncar: Office, baris: tuple[tuple[str, ...], ...], first: list[str]
) -> None:
    naskah = compose(muncar, begin(muncar, "surat-tugas", tabel=Tabel(KEPALA, baris)))
    (table,) = [
        block
        for block in naskah.blocks
        if isinstance(block, Table) and [plain(c.title) for c in block.columns] == list(KEPALA)
    ]
    assert [plain(row.cells[0].text) for row in table.rows] == first
    assert [row.min_height > 0 for row in table.rows] == [not baris] * len(first)
