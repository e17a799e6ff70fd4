"""Work on forms that the clerk stops: nothing is stored, and no file is left."""

from pathlib import Path

import pytest
from sqlmodel import func, select

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.kirim import SendCancelledError, send_formulir
from kinerja_desktop.services.pengumpulan.rencana import RencanaTerima
from kinerja_desktop.services.pengumpulan.terima import TakeCancelledError, take_in
from kinerja_desktop.services.pengumpulan.tolak import RejectsCancelledError, write_rejects_each
from kinerja_desktop.store.records import Formulir, PenerimaanFormulir, Realisasi
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    TENGGAT,
    Filler,
    indikator_of,
)
from tests.stopping import Counter, stop_at


@pytest.fixture
def rencana(kantor: Office, forms: dict[str, Path]) -> RencanaTerima:
    """Two forms: each with a good row, one with evidence, and each with one to be mended."""
    for holder in (KASI, KASUBBAG):
        good, *_, wrong = indikator_of(kantor, holder)
        filler = Filler(forms[holder]).fill(good.id, nilai=95, bukti="foto.pdf")
        if wrong is not good:
            filler = filler.fill(wrong.id, nilai="1.234")
        (forms[holder].parent / "foto.pdf").write_bytes(f"%PDF {holder}".encode())
        filler.save()
    return plan_terima(kantor, forms.values(), PERIODE)


def count(office: Office) -> list[int]:
    with office.journal.reading() as session:
        return [
            session.exec(select(func.count()).select_from(record)).one()
            for record in (Realisasi, PenerimaanFormulir, Formulir)
        ]


def test_taking_in_stops_with_nothing_stored(kantor: Office, rencana: RencanaTerima) -> None:
    told: list[tuple[int, int, str]] = []
    before, state, undo = count(kantor), kantor.journal.state(), kantor.journal.undo_label
    # At both files of evidence and within them, at both forms, and at the very last.
    for when in range(1, 7):
        with pytest.raises(TakeCancelledError, match="Tidak ada data yang berubah"):
            take_in(kantor, rencana, cancelled=stop_at(when))
    with pytest.raises(TakeCancelledError):
        take_in(kantor, rencana, last_call=lambda: True)
    assert (count(kantor), kantor.journal.state()) == (before, state)
    assert kantor.journal.undo_label == undo
    asked = Counter()
    hasil = take_in(kantor, rencana, None, lambda *step: told.append(step), asked, asked)
    assert (hasil.masuk, hasil.bukti, hasil.formulir) == (2, 2, 2)
    assert told == [
        (0, 2, "Menyimpan berkas bukti…"), (1, 2, "Menyimpan berkas bukti…"),
        (0, 2, "Memasukkan formulir…"), (1, 2, "Memasukkan formulir…"),
    ]  # fmt: skip
    assert asked.asked == 7
    assert kantor.journal.state() != state


def test_what_is_to_be_mended_is_written_for_all_or_for_none(
    kantor: Office, rencana: RencanaTerima, tmp_path: Path
) -> None:
    folder = tmp_path / "perbaiki"
    folder.mkdir()
    asked = Counter()
    written = write_rejects_each(kantor, rencana, folder, cancelled=asked)
    assert sorted(folder.iterdir()) == sorted(written)
    assert asked.asked == len(written) + 1
    before = {path: path.read_bytes() for path in written}
    for when in range(1, asked.asked + 1):
        with pytest.raises(RejectsCancelledError, match="Tidak ada berkas yang ditinggalkan"):
            write_rejects_each(kantor, rencana, folder, cancelled=stop_at(when))
        assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_handing_out_is_stopped_the_last_time_before_it_is_recorded(
    kantor: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "kirim"
    folder.mkdir()
    before, state = count(kantor), kantor.journal.state()
    with pytest.raises(SendCancelledError, match="Tidak ada formulir yang dicatat"):
        send_formulir(kantor, PERIODE, folder, TENGGAT, last_call=lambda: True)
    assert list(folder.iterdir()) == []
    assert (count(kantor), kantor.journal.state()) == (before, state)
