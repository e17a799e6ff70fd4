"""The texts of an Evaluasi Renja: one deed each, locked by the paper that prints them."""

from datetime import date
from uuid import UUID

import pytest
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.kunci import KOLOM_EVALUASI, TerkunciError
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.evaluasi.baca import read_evaluasi
from kinerja_desktop.services.evaluasi.dokumen import BERITA_ACARA, EVALUASI
from kinerja_desktop.services.evaluasi.isi import ISIAN, set_isian
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final, reopen_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.records import EvaluasiRenja
from tests.services.evaluasi.office import TW3, fill_evaluasi

DAY = date(2025, 10, 6)
TW2 = Periode(2025, 2)
TEKS = ("pendorong", "penghambat", "tindak_lanjut_triwulan", "tindak_lanjut_renja")
BERITA = ("nomor", "tanggal", "tempat", "catatan")


@pytest.fixture(autouse=True)
def ids(office: Office) -> dict[str, UUID]:
    return fill_evaluasi(office)


def value_of(name: str) -> str | date:
    return DAY if name == "tanggal" else f"isi {name}"


def final(office: Office, *kinds: str) -> None:
    for dokumen in (EVALUASI, BERITA_ACARA):
        if dokumen.kunci in kinds:
            make_final(office, dokumen, Permintaan(dokumen.kunci, TW3), DAY)


def the_row(office: Office) -> EvaluasiRenja:
    with office.journal.reading() as session:
        return session.exec(select(EvaluasiRenja)).one()


def test_every_text_is_kept_in_one_row_and_one_deed(office: Office) -> None:
    for name in ISIAN:
        set_isian(office, TW3, name, value_of(name))
    row = the_row(office)
    assert {name: getattr(row, name) for name in ISIAN} == {name: value_of(name) for name in ISIAN}
    isi = read_evaluasi(office, TW3)
    assert isi.evaluasi is not None
    assert isi.evaluasi.kaki == {name: f"isi {name}" for name in TEKS}
    assert isi.berita_acara == {name: f"isi {name}" for name in BERITA if name != "tanggal"}
    assert (isi.tanggal, isi.terkunci) == (DAY, frozenset())
    office.journal.undo()
    assert the_row(office).catatan == ""


def test_a_whole_year_has_no_texts(office: Office) -> None:
    with pytest.raises(KinerjaError, match="tidak ada untuk setahun"):
        set_isian(office, Periode(2025), "pendorong", "x")


def test_a_text_that_no_workbook_could_hold_is_refused(office: Office) -> None:
    with pytest.raises(KinerjaError, match="Nomor berita acara evaluasi"):
        set_isian(office, TW3, "nomor", "x" * 100_000)


@pytest.mark.parametrize("name", ISIAN)
@pytest.mark.parametrize("kinds", [("evaluasi-renja",), ("berita-acara-evaluasi",)])
@pytest.mark.parametrize("filled", [True, False])
def test_what_a_final_paper_prints_is_locked(
    office: Office, name: str, kinds: tuple[str, ...], filled: bool
) -> None:
    """The form prints the foot; the berita acara prints that and its own lines."""
    if filled:
        set_isian(office, TW3, name, value_of(name))
    final(office, *kinds)
    is_locked = name in TEKS or kinds == ("berita-acara-evaluasi",)
    assert (name in read_evaluasi(office, TW3).terkunci) == is_locked
    other = date(2025, 1, 1) if name == "tanggal" else "lain"
    if is_locked:
        with pytest.raises(TerkunciError, match=r"Triwulan III Tahun 2025 sudah final\."):
            set_isian(office, TW3, name, other)
        for dokumen in (EVALUASI, BERITA_ACARA):
            if dokumen.kunci in kinds:
                reopen_paper(office, dokumen, Permintaan(dokumen.kunci, TW3), "salah tulis")
    set_isian(office, TW3, name, other)
    assert getattr(the_row(office), name) == other
    # The other triwulan were never locked.
    set_isian(office, TW2, name, other)


def test_undo_does_not_pass_a_final_paper(office: Office) -> None:
    set_isian(office, TW3, "pendorong", "semula")
    final(office, "evaluasi-renja")
    with pytest.raises(KinerjaError):
        office.journal.undo()
    assert the_row(office).pendorong == "semula"


def test_a_locked_row_is_neither_moved_away_nor_into_nor_removed(office: Office) -> None:
    set_isian(office, TW3, "pendorong", "semula")
    set_isian(office, TW2, "pendorong", "lain")
    final(office, "evaluasi-renja")
    journal: Journal = office.journal
    with journal.reading() as session:
        keys = {row.triwulan: row.id for row in session.exec(select(EvaluasiRenja))}
    with pytest.raises(TerkunciError), journal.action("pindah") as session:
        session.get_one(EvaluasiRenja, keys[3]).triwulan = 4
    with pytest.raises(TerkunciError), journal.action("pindah") as session:
        session.get_one(EvaluasiRenja, keys[2]).triwulan = 3
    with pytest.raises(TerkunciError), journal.action("hapus") as session:
        session.delete(session.get_one(EvaluasiRenja, keys[3]))
    with journal.action("hapus") as session:
        session.delete(session.get_one(EvaluasiRenja, keys[2]))


def test_each_paper_names_columns_that_can_be_filled_in() -> None:
    assert frozenset(ISIAN) == KOLOM_EVALUASI["berita-acara-evaluasi"]
    assert frozenset(TEKS) == KOLOM_EVALUASI["evaluasi-renja"]
