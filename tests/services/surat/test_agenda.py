from datetime import date

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_naskah, build_pdf
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.register import take_in
from tests.services.surat.letters import EDARAN, ROW, words

WANTED = Permintaan("buku-agenda", Periode(2025))


def test_the_books_of_a_year_print_with_their_letters(muncar: Office) -> None:
    take_in(muncar, EDARAN)
    add_row(muncar, "surat", {**ROW, "dibatalkan": "Salah ketik", "tanggal": date(2025, 1, 3)})
    text = words(build_naskah(muncar, WANTED))
    for told in (
        "BUKU AGENDA SURAT MASUK", "BUKU AGENDA SURAT KELUAR", "Bappeda", "13-01-2025",
        "700/16/427.90/2025", "Batal: Salah ketik", "CAMAT MUNCAR,",
    ):  # fmt: skip
        assert f"\n{told}\n" in text, told
    assert build_pdf(muncar, WANTED).startswith(b"%PDF")
    state = list_keadaan(muncar, Periode(2025))["buku-agenda"]
    assert state.keadaan == "2 surat dalam 2 buku"
    assert state.catatan.startswith("Nomor urut yang tidak ada: 1, 2, 3, 4, 5 dan 10 lainnya")


def test_a_letter_without_days_prints_too(muncar: Office) -> None:
    row = {**ROW, "arah": "masuk", "buku": "masuk", "tanggal": None}
    add_row(muncar, "surat", row)
    assert "Undangan" in words(build_naskah(muncar, WANTED))


def test_an_empty_year_has_no_book(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Belum ada surat di register tahun 2025"):
        build_naskah(muncar, WANTED)
    assert list_keadaan(muncar, Periode(2025))["buku-agenda"].kosong
