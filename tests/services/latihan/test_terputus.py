"""A practice office whose filling was cut short is no office."""

from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.latihan import isi, terputus
from kinerja_desktop.services.latihan.terputus import (
    FILE_NAME,
    is_half,
    leave_half,
    note_begun,
    note_ended,
)

pytestmark = pytest.mark.sqlite_only("a folder that is emptied")


def test_it_is_noted_from_the_first_deed_to_the_last(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(isi, "_fill", lambda kerja, *_: seen.append(note_there(kerja.office)))
    isi.fill_latihan(office)
    assert seen == [True]
    assert not note_there(office)
    assert not note_ended(office)


def note_there(office: Office) -> bool:
    return (office.folder / FILE_NAME).exists()


def test_what_ends_early_is_a_half(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(kerja: object, *_: object) -> None:
        fill_sample(office)
        raise KinerjaError("Disk penuh.")

    monkeypatch.setattr(isi, "_fill", fail)
    assert not is_half(office)
    with pytest.raises(KinerjaError):
        isi.fill_latihan(office)
    assert is_half(office)


def test_a_half_is_laid_aside_and_the_note_stays_for_the_wizard(muncar: Office) -> None:
    note_begun(muncar)
    folder = muncar.folder
    muncar.close()
    leave_half(folder)
    assert len(list(folder.glob("latihan-2*"))) == 1
    again = open_office(folder)
    assert again.instansi() is None
    assert not is_half(again)
    assert note_ended(again)
    again.close()


def test_a_half_that_cannot_be_moved_is_opened_as_it_is(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_place: object) -> Path:
        raise KinerjaError("Sedang dipakai.")

    note_begun(muncar)
    monkeypatch.setattr(terputus, "leave_contoh", fail)
    assert is_half(muncar)
    with pytest.raises(KinerjaError, match="Sedang dipakai"):
        leave_half(muncar.folder)
    assert not is_half(muncar)


def test_on_a_server_nothing_can_be_laid_aside(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_begun(muncar)
    monkeypatch.setattr(muncar.place, "where", ServerAddress("server", 5432, "kinerja", "sri"))
    assert not is_half(muncar)


def test_a_folder_that_cannot_be_written_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "tidak boleh", str(self))

    monkeypatch.setattr(Path, "touch", fail)
    monkeypatch.setattr(Path, "unlink", fail)
    for deed in (note_begun, note_ended):
        with pytest.raises(KinerjaError):
            deed(office)
