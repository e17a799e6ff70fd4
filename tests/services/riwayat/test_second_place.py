"""Backups with evidence in a second place."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengukuran.bukti import attach_bukti, list_bukti
from kinerja_desktop.services.riwayat.restoring import restore_folder
from kinerja_desktop.services.riwayat.second_place import (
    back_up_elsewhere,
    choose_second_place,
    read_tempat_kedua,
)
from kinerja_desktop.store import second_place
from tests.conftest import Clock
from tests.stages import PERIODE, first_indikator


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STIK"
    folder.mkdir()
    return folder


def test_a_new_office_is_reminded_and_told_to_choose(muncar: Office) -> None:
    tempat = read_tempat_kedua(muncar)
    assert (tempat.folder, tempat.terakhir, tempat.perlu) == (None, None, True)
    with pytest.raises(KinerjaError, match="belum dipilih"):
        back_up_elsewhere(muncar)


def test_a_backup_elsewhere_brings_data_and_evidence_back(
    muncar: Office, stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"isi foto")
    attach_bukti(muncar, first_indikator(muncar), PERIODE, tmp_path / "foto.jpg")
    choose_second_place(muncar, stick)
    path, warnings = back_up_elsewhere(muncar)
    assert path.parent == stick
    assert warnings == []
    muncar.close()

    restored = restore_folder(tmp_path / "pc-baru", path)
    assert restored.evidence == 1
    again = open_office(tmp_path / "pc-baru")
    (bukti,) = list_bukti(again, first_indikator(again), PERIODE)
    assert bukti.nama == "foto.jpg"
    (digest,) = again.evidence.stored()
    assert again.evidence.path_of(digest).read_bytes() == b"isi foto"
    again.close()


def test_the_clerk_is_reminded_after_seven_days(muncar: Office, stick: Path, clock: Clock) -> None:
    choose_second_place(muncar, stick)
    assert read_tempat_kedua(muncar).perlu
    back_up_elsewhere(muncar)
    made = clock.moment
    for age, is_due in ((0, False), (7, False), (8, True), (-1, False), (-2, True)):
        clock.moment = made + timedelta(days=age)
        tempat = read_tempat_kedua(muncar)
        assert (tempat.perlu, tempat.terakhir) == (is_due, made), age


def test_another_place_has_no_backup_yet(muncar: Office, stick: Path, tmp_path: Path) -> None:
    choose_second_place(muncar, stick)
    back_up_elsewhere(muncar)
    choose_second_place(muncar, stick)
    assert read_tempat_kedua(muncar).terakhir is not None
    choose_second_place(muncar, tmp_path)
    assert read_tempat_kedua(muncar).terakhir is None


def test_five_stay_and_nothing_of_others_goes(muncar: Office, stick: Path, clock: Clock) -> None:
    choose_second_place(muncar, stick)
    for name in ("Foto.jpg", "Kinerja_20240101.kinerja", "Kinerja_cadangan_lama.kinerja"):
        (stick / name).write_bytes(b"milik kantor")
    (stick / "Kinerja_cadangan_20240101-000000.kinerja.tulis").write_bytes(b"setengah")
    paths = []
    for _ in range(7):
        clock.moment += timedelta(hours=1)
        paths.append(back_up_elsewhere(muncar)[0])
    assert sorted(path.name for path in stick.iterdir()) == sorted(
        ["Foto.jpg", "Kinerja_20240101.kinerja", "Kinerja_cadangan_lama.kinerja"]
        + [path.name for path in paths[2:]]
    )


def test_a_place_that_will_not_do_is_refused(muncar: Office, stick: Path, tmp_path: Path) -> None:
    for folder, words in (
        (tmp_path / "hilang", "bukan folder"),
        (muncar.folder / "cadangan", "folder data"),
    ):
        with pytest.raises(KinerjaError, match=words):
            choose_second_place(muncar, folder)
    choose_second_place(muncar, stick)
    stick.rmdir()
    with pytest.raises(KinerjaError, match="tidak terjangkau"):
        back_up_elsewhere(muncar)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"folder": 5, "terakhir": null}', "[" * 100_000,
                json.dumps({"folder": "x", "terakhir": "2024-01-01"})]
)  # fmt: skip
def test_a_note_that_is_not_whole_tells_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / second_place.FILE_NAME).write_text(content)
    assert second_place.read_second_place(tmp_path) == second_place.SecondPlace()


def test_a_note_that_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    (tmp_path / second_place.FILE_NAME).mkdir()
    with pytest.raises(KinerjaError, match="adalah folder"):
        second_place.read_second_place(tmp_path)
    with pytest.raises(KinerjaError, match="adalah folder"):
        second_place.write_second_place(tmp_path, tmp_path, None)
