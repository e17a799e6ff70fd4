"""Damaged data is told as damage wherever it is met; a bug stays a bug."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor import office as office_module
from kinerja_desktop.services.kantor.lost_data import DamagedOfficeError
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.pengukuran.ukur import measure_periode
from kinerja_desktop.services.rencana.anggaran import read_anggaran
from kinerja_desktop.services.riwayat.maintenance import back_up_now, check_office
from kinerja_desktop.store.database import DatabaseFailedError
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.records import Pejabat
from kinerja_desktop.store.sqlite_failures import SqliteFailure
from tests.stages import PERIODE

pytestmark = pytest.mark.sqlite_only("values and files that another program has spoiled")


def write(office: Office, statement: str) -> None:
    """Write into the open database as another tool would."""
    with closing(sqlite3.connect((office.folder / "kinerja.db"), isolation_level=None)) as raw:
        raw.execute(statement)


def test_a_value_that_cannot_be_read_names_the_last_backup(muncar: Office) -> None:
    back_up_now(muncar)
    write(muncar, "UPDATE realisasi SET nilai = '8..'")
    with pytest.raises(DamagedOfficeError, match="Cadangan terakhir yang baik") as caught:
        measure_periode(muncar, PERIODE)
    assert "pulihkan" in caught.value.remedy


def test_damage_met_while_a_deed_is_taken_back_is_told(muncar: Office) -> None:
    with muncar.journal.action("Uji") as session:
        session.add(Pejabat(nama="NAMA"))
    step = muncar.journal.last
    assert step is not None
    write(muncar, f"UPDATE perubahan SET baru = '{{' WHERE transaksi_id = {step.transaksi_id}")
    with pytest.raises(DamagedOfficeError):
        muncar.journal.take_back(step)


def test_a_value_that_fails_only_later_is_told_at_the_door(muncar: Office) -> None:
    write(muncar, "UPDATE pagu SET murni = 'NaN'")
    with pytest.raises(DamagedOfficeError), muncar.guarded():
        read_anggaran(muncar, PERIODE.tahun)
    assert "pagu" in str(check_office(muncar)[0])


def test_a_table_that_is_gone_is_damage(muncar: Office) -> None:
    write(muncar, "DROP TABLE pagu")
    with pytest.raises(DamagedOfficeError):
        read_anggaran(muncar, PERIODE.tahun)


def test_a_foreign_schema_is_refused_when_opening(muncar: Office) -> None:
    muncar.close()
    write(muncar, "CREATE TRIGGER t AFTER INSERT ON pagu BEGIN DELETE FROM pagu; END")
    with pytest.raises(DamagedOfficeError):
        open_office(muncar.place.where)


@pytest.mark.parametrize("door", ["undo", "redo"])
def test_undoing_meets_damage_as_well(muncar: Office, door: str) -> None:
    with muncar.journal.action("Uji") as session:
        session.add(Pejabat(nama="NAMA"))
    if door == "redo":
        muncar.journal.undo()
    write(muncar, "UPDATE perubahan SET lama = '{', baru = '{'")
    with pytest.raises(DamagedOfficeError):
        getattr(muncar.journal, door)()


def test_a_bug_stays_a_bug(muncar: Office) -> None:
    with pytest.raises(ZeroDivisionError), muncar.guarded():
        raise ZeroDivisionError
    with pytest.raises(BrokenPipeError), muncar.guarded():
        raise BrokenPipeError


def test_a_failing_disk_is_told_at_the_door(muncar: Office) -> None:
    for error in (OSError(28, "No space left"), OSError(28, "No space left", "/tempat/a.pdf")):
        with pytest.raises(KinerjaError, match="penuh"), muncar.guarded():
            raise error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (DatabaseFailedError(SqliteFailure.DAMAGED), DamagedOfficeError),
        (DatabaseFailedError(SqliteFailure.FULL), DatabaseFailedError),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), DamagedOfficeError),
        (sqlite3.DatabaseError("odd"), DamagedOfficeError),
    ],
)
def test_failures_of_sqlite_are_told(
    muncar: Office, error: Exception, expected: type[KinerjaError]
) -> None:
    with pytest.raises(expected), muncar.guarded():
        raise error


def test_a_lock_met_below_the_engine_is_no_damage(muncar: Office) -> None:
    busy = sqlite3.OperationalError("in English")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
    with pytest.raises(DatabaseFailedError, match="dipakai oleh program lain"), muncar.guarded():
        raise busy


def test_what_cannot_be_looked_through_is_damaged(muncar: Office, tmp_path: Path) -> None:
    muncar.engine.dispose()
    (muncar.folder / "kinerja.db").write_bytes(b"SQLite format 3\0" + bytes(4080))
    with pytest.raises(DamagedOfficeError), muncar.guarded():
        raise ValueError


def test_links_in_a_circle_are_no_place_to_write(muncar: Office, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(KinerjaError, match="tidak berujung"):
        require_output(muncar, tmp_path / "a" / "x.pdf", (".pdf",))


def test_a_circle_is_told_as_python_313_tells_it(
    muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(_path: Path, *, strict: bool = False) -> Path:
        raise OSError(errno.ELOOP, "Too many levels of symbolic links")

    monkeypatch.setattr(Path, "resolve", resolve)
    with pytest.raises(KinerjaError, match="tidak berujung"):
        require_output(muncar, tmp_path / "x.pdf", (".pdf",))


def test_a_place_below_a_file_is_no_circle(muncar: Office, tmp_path: Path) -> None:
    """What is wrong with it is told where it is written; here only the circle is."""
    (tmp_path / "a").write_text("berkas", encoding="utf-8")
    require_output(muncar, tmp_path / "a" / "x.pdf", (".pdf",))


def test_a_second_office_in_one_database_is_told(muncar: Office) -> None:
    with closing(sqlite3.connect((muncar.folder / "kinerja.db"), isolation_level=None)) as raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(instansi)")]
        others = ", ".join(name for name in columns if name != "id")
        raw.execute(
            f"INSERT INTO instansi (id, {others}) "
            f"SELECT lower(hex(randomblob(16))), {others} FROM instansi"
        )
    assert "ada 2 kantor (baris instansi), seharusnya satu" in str(check_office(muncar)[0])


def test_an_office_whose_own_row_is_gone_says_so(muncar: Office) -> None:
    write(muncar, "DELETE FROM instansi")
    with (
        pytest.raises(KinerjaError, match="Kantor belum disiapkan"),
        muncar.journal.reading() as session,
    ):
        get_instansi(session)


def test_a_start_on_a_full_disk_names_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DatabaseFailedError(SqliteFailure.FULL)

    monkeypatch.setattr(office_module, "conclude_start", full)
    with pytest.raises(KinerjaError, match=r"Data di .*kinerja\.db"):
        open_office(tmp_path / "data")


def test_a_start_in_a_folder_of_somebody_else_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(office_module, "require_database", forbidden)
    with pytest.raises(KinerjaError, match="tidak boleh dibuka atau ditulis"):
        open_office(tmp_path / "data")
