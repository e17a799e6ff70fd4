"""The way out of a sample office: only a sample goes, all of it stays readable."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.awal.setup_bappeda import bappeda_of, set_up_bappeda
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import FolderInUseError, Office, open_office
from kinerja_desktop.services.latihan.keluar import is_contoh, leave_contoh, require_way_out
from kinerja_desktop.services.riwayat.maintenance import back_up_now, check_office
from kinerja_desktop.services.riwayat.status import read_status
from kinerja_desktop.store.records import PerjanjianKinerja

pytestmark = pytest.mark.sqlite_only("a folder that is emptied; of a server it says whom to ask")


def now() -> datetime:
    return datetime(2026, 11, 30, 1, 2, 3, tzinfo=UTC)


def test_the_folder_is_empty_and_the_practice_office_lies_aside(
    filled_latihan: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(filled_latihan, tmp_path / "data")
    office = open_office(folder)
    back_up_now(office)
    office.close()
    (folder / "catatan saya.txt").write_text("tetap")
    aside = leave_contoh(folder, now)
    assert aside == folder / "latihan-20261130-080203"
    fresh = open_office(folder)
    assert fresh.instansi() is None
    assert not list((folder / "cadangan").glob("*.db"))
    fresh.close()
    assert (folder / "catatan saya.txt").read_text() == "tetap"
    kept = open_office(aside)
    assert kept.require_instansi().kecamatan == "Contoh"
    assert check_office(kept) == []
    kept.close()


def test_a_second_one_lies_beside_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for name in ("latihan-20261130-080203", "latihan-20261130-080203-2"):
        office = open_office(folder)
        fill_sample(office)
        office.close()
        assert leave_contoh(folder, now).name == name


def test_an_office_that_was_only_just_founded_is_left_too(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    office = open_office(folder)
    set_up_bappeda(office, bappeda_of("Lumajang"))
    assert read_status(office).baru
    office.close()
    assert leave_contoh(folder, now) == folder / "kantor-baru-20261130-080203"
    fresh = open_office(folder)
    assert fresh.instansi() is None
    fresh.close()


def test_a_wrong_choice_that_is_seen_after_some_entries_is_left_too(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    office = open_office(folder)
    assert not read_status(office).baru
    set_up_bappeda(office, bappeda_of("Lumajang"))
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "alamat", "Jalan Alun-alun Utara 7")
    assert not read_status(office).baru
    office.close()
    assert leave_contoh(folder, now) == folder / "kantor-lama-20261130-080203"


def test_an_office_that_is_worked_in_is_refused(tmp_path: Path) -> None:
    """The wizard's deed and fifty entries; after the forty-ninth one may still begin again."""
    folder = tmp_path / "data"
    office = open_office(folder)
    set_up_bappeda(office, bappeda_of("Lumajang"))
    (instansi,) = list_rows(office, "instansi")
    for number in range(49):
        change_field(office, "instansi", instansi["id"], "alamat", f"Jalan Alun-alun {number}")
    require_way_out(office)
    change_field(office, "instansi", instansi["id"], "alamat", "Jalan Alun-alun Utara 7")
    with pytest.raises(KinerjaError, match="kantor sungguhan"):
        require_way_out(office)
    office.close()


def test_an_office_that_has_signed_something_is_refused(tmp_path: Path) -> None:
    office = open_office(tmp_path / "data")
    set_up_bappeda(office, bappeda_of("Lumajang"))
    with office.journal.action("Menandatangani") as session:
        session.add(PerjanjianKinerja(kode="PK-1", tahun=2026, ditandatangani=True))
    with pytest.raises(KinerjaError, match="kantor sungguhan"):
        require_way_out(office)
    office.close()


@pytest.mark.parametrize(("name", "value"), [("contoh", False), ("kecamatan", "Senduro")])
def test_a_real_office_is_refused(muncar: Office, name: str, value: object) -> None:
    """The mark alone, or the name alone, makes no sample."""
    (instansi,) = list_rows(muncar, "instansi")
    change_field(muncar, "instansi", instansi["id"], name, value)
    folder = muncar.folder
    muncar.close()
    with pytest.raises(KinerjaError, match="kantor sungguhan"):
        leave_contoh(folder, now)
    again = open_office(folder)
    assert len(list_rows(again, "indikator")) == 9
    again.close()


def test_the_practice_office_is_one_under_any_name(latihan: Office) -> None:
    (instansi,) = list_rows(latihan, "instansi")
    change_field(latihan, "instansi", instansi["id"], "kecamatan", "Sukodono")
    assert is_contoh(latihan)
    change_field(latihan, "instansi", instansi["id"], "contoh", False)
    assert not is_contoh(latihan)


def test_an_empty_office_is_no_sample(office: Office) -> None:
    assert not is_contoh(office)


def test_a_sample_on_a_server_is_refused(muncar: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(muncar.place, "where", ServerAddress("server", 5432, "kinerja", "sri"))
    with pytest.raises(KinerjaError, match="server") as told:
        require_way_out(muncar)
    assert "pengelola server" in str(told.value)


def test_an_office_that_is_open_stays(muncar: Office) -> None:
    with pytest.raises(FolderInUseError):
        leave_contoh(muncar.folder, now)
    assert muncar.require_instansi().contoh


def test_what_cannot_be_moved_is_all_where_it_was(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = muncar.folder
    back_up_now(muncar)
    muncar.close()
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == "cadangan" and "latihan-" in str(target):
            raise PermissionError(13, "dipakai program lain", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KinerjaError):
        leave_contoh(folder, now)
    monkeypatch.undo()
    assert not list(folder.glob("latihan-*"))
    again = open_office(folder)
    assert check_office(again) == []
    assert again.require_instansi().kecamatan == "Muncar"
    again.close()
