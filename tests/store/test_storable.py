"""Whatever door a text comes through, no later door meets what it cannot hold."""

import pytest
from sqlmodel import select

from kinerja_desktop.domain.angka.teks import make_storable
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.records import Pejabat
from kinerja_desktop.store.storable import MAX_TEXT


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("biasa\tdan\nbaris  ", "biasa\tdan\nbaris  "),
        ("Word\x0bbaris\x0chalaman\r\nbaru", "Word\nbaris\nhalaman\nbaru"),
        ("nol\x00 bel\x07", "nol bel"),
        ("setengah \ud83d huruf", "setengah \ufffd huruf"),
        ("utuh \U0001f600", "utuh \U0001f600"),
        ("bukan \uffff huruf", "bukan \ufffd huruf"),
    ],
)
def test_what_no_file_can_hold_is_taken_out(raw: str, kept: str) -> None:
    assert make_storable(raw) == kept


def test_new_and_changed_rows_are_kept_clean(journal: Journal) -> None:
    with journal.action("Tambah") as session:
        row = Pejabat(nama="Siti\x0bAminah")
        session.add(row)
    with journal.reading() as session:
        assert session.get_one(Pejabat, row.id).nama == "Siti\nAminah"
    with journal.action("Ubah") as session:
        session.get_one(Pejabat, row.id).nama = "Budi\ud800"
    with journal.reading() as session:
        assert session.get_one(Pejabat, row.id).nama == "Budi\ufffd"


def test_a_text_without_end_is_refused(journal: Journal) -> None:
    with pytest.raises(KinerjaError, match="terlalu panjang"), journal.action("x") as session:
        session.add(Pejabat(nama="a" * (MAX_TEXT + 1)))
    with journal.reading() as session:
        assert session.exec(select(Pejabat)).all() == []
