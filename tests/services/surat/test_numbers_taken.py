"""A number that a letter has borne is given to no other one, whatever became of the letter."""

from datetime import date

import pytest

from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.kept_papers import reopen_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.register import SuratMasuk, cancel_nomor, read_buku, take_in
from kinerja_desktop.services.surat.tulis import change_nomor
from tests.services.surat.letters import ROW, begin, finish, numbers, wanted


def test_a_cancelled_number_is_given_to_nobody_again(lumajang: Office) -> None:
    cancel_nomor(lumajang, add_row(lumajang, "surat", ROW), "Salah ketik")
    with pytest.raises(TerkunciError, match="Nomor urut 16 tahun 2025 sudah dipakai"):
        add_row(lumajang, "surat", {**ROW, "hal": "Lain", "nomor": "x/16/2025"})


def test_the_whole_number_of_a_cancelled_letter_is_taken(lumajang: Office) -> None:
    cancel_nomor(lumajang, add_row(lumajang, "surat", {**ROW, "agenda": ""}), "Salah ketik")
    other = begin(lumajang, "nota-dinas", hal="Lain")
    with pytest.raises(KinerjaError, match="sudah dipakai surat 'Undangan'"):
        change_nomor(lumajang, other, ROW["nomor"])


def test_the_number_of_a_letter_that_came_is_its_sender_s(lumajang: Office) -> None:
    nomor = "700/1/ND/427.90/2025"
    take_in(lumajang, SuratMasuk(nomor, None, date(2025, 1, 13), "Camat lain", "Edaran"))
    key = begin(lumajang, "nota-perintah")
    change_nomor(lumajang, key, nomor)
    finish(lumajang, key)
    assert numbers(lumajang) == [("1", nomor)]


def test_what_stands_beside_the_running_number_may_be_corrected(lumajang: Office) -> None:
    """The letter keeps its running number; the wrong number stays told, without one."""
    key = begin(lumajang, "nota-perintah")
    finish(lumajang, key)
    request = wanted(lumajang, key)
    reopen_paper(lumajang, get_dokumen(request.kunci), request, "Klasifikasi keliru")
    change_nomor(lumajang, key, "800/1/ND/427.90/2025")
    finish(lumajang, key)
    book = read_buku(lumajang, 2025, "nota_dinas")
    assert [(row.agenda, row.nomor, bool(row.dibatalkan)) for row in book.baris] == [
        ("1", "800/1/ND/427.90/2025", False), ("", "700/1/ND/427.90/2025", True),
    ]  # fmt: skip
    assert book.catatan == ()
