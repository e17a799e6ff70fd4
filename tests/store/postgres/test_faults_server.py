"""What the server refuses: a full disk, too many at once, a line cut off, clocks that differ."""

import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.services.riwayat.maintenance import (
    back_up_if_due,
    back_up_now,
    check_office,
    read_backups,
)
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.services.riwayat.trail import list_deeds
from kinerja_desktop.store.meanwhile import ChangedMeanwhileError
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure
from kinerja_desktop.store.postgres.roles import Peran, prepare_database, set_user
from kinerja_desktop.store.records import Indikator, Transaksi
from tests.arsip.reading import ARSIP
from tests.postgres import BUDI, OPERATOR, SRI, Cluster
from tests.stages import first_indikator
from tests.store.postgres.test_several import add, change, in_step, keep_untold, read

Clock = Callable[[], datetime]
_DISK_MB = 64


def test_an_unknown_user_is_told_as_one(cluster: Cluster, tmp_path: Path) -> None:
    with pytest.raises(ServerFailedError, match="menolak nama pengguna"):
        open_office(cluster.address(cluster.new_office(), tmp_path / "data", "siapa"))


def test_too_many_at_once_are_told(cluster: Cluster, tmp_path: Path, clock: Clock) -> None:
    address = cluster.address("ramai", tmp_path / "data", OPERATOR)
    prepare_database(address)
    set_user(address, "ramai_sri", Peran.OPERATOR)
    cluster.execute("ALTER ROLE ramai_sri CONNECTION LIMIT 3")
    mine = cluster.address("ramai", tmp_path / "satu", "ramai_sri")
    first = open_office(mine, clock)
    with first.engine.connect(), first.engine.connect() as second:
        second.exec_driver_sql("SELECT 1")
        with pytest.raises(ServerFailedError, match="Terlalu banyak komputer"):
            add(first)
        with pytest.raises(ServerFailedError, match="Terlalu banyak komputer"):
            open_office(cluster.address("ramai", tmp_path / "dua", "ramai_sri"), clock)
    add(first)
    first.close()
    cluster.drop("ramai")


def test_a_line_cut_off_in_the_middle_of_a_deed_leaves_nothing_of_it(
    cluster: Cluster, sri: Office
) -> None:
    """By the server's keeper, or because a PC slept in the middle of a deed."""
    key = add(sri)
    pid = "SELECT pg_backend_pid()"
    with (
        pytest.raises(ServerFailedError, match="belum disimpan"),
        sri.journal.action("Mengubah") as session,
    ):
        session.get_one(Indikator, key).satuan = "Orang"
        session.flush()
        number = session.connection().exec_driver_sql(pid).scalar()
        cluster.execute(f"SELECT pg_terminate_backend({number}, 5000)")
        session.get_one(Indikator, key).uraian = "lain"
        session.flush()
    row = read(sri, key)
    assert row is not None
    assert (row.satuan, row.uraian) == ("Indeks", "Indeks")
    change(sri, key, satuan="Persen")
    with (
        pytest.raises(ServerFailedError, match="belum disimpan") as told,
        sri.journal.action("Mengubah") as session,
    ):
        session.connection().exec_driver_sql("SET idle_in_transaction_session_timeout = '50ms'")
        session.get_one(Indikator, key).satuan = "Orang"
        session.flush()
        wait_until_ended(cluster)
        session.get_one(Indikator, key).uraian = "lain"
        session.flush()
    assert told.value.failure in (ServerFailure.UNREACHABLE, ServerFailure.STOPPED)
    change(sri, key, satuan="Rupiah")
    assert check_office(sri) == []


def wait_until_ended(cluster: Cluster) -> None:
    asked = (
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' "
        f"AND usename = '{SRI}'"
    )
    with cluster.connect("postgres") as connection:
        while connection.execute(asked.encode()).fetchone() != (0,):
            pass


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own for a database, which only root can make."""
    point = tmp_path / "disk"
    point.mkdir()
    size = f"size={_DISK_MB}m"
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", size, "kinerja", str(point)], capture_output=True
        ).returncode
    ):
        pytest.skip("only root can make a disk that fills up")
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o001)
    yield point
    subprocess.run(["umount", "--lazy", str(point)], check=True)


@pytest.fixture
def cramped(small_disk: Path, tmp_path: Path, clock: Clock) -> Iterator[tuple[Office, Path]]:
    """The sample office in a database whose disk is small, and that disk."""
    cluster = Cluster()
    try:
        home = small_disk / "ruang"
        home.mkdir()
        if os.geteuid() == 0:
            subprocess.run(["chown", "postgres:postgres", str(home)], check=True)
        cluster.execute(f"CREATE TABLESPACE sempit LOCATION '{home}'")
        cluster.execute(f"CREATE DATABASE sempit TEMPLATE {cluster.new_office()} TABLESPACE sempit")
        office = open_office(cluster.address("sempit", tmp_path / "data", SRI), clock)
        fill_sample(office)
        yield office, small_disk
        office.close()
    finally:
        cluster.remove()


def fill_disk(disk: Path) -> Path:
    ballast = disk / "isi"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return ballast


def test_a_full_disk_of_the_server_is_told_and_harms_nothing(
    cramped: tuple[Office, Path], tmp_path: Path
) -> None:
    office, disk = cramped
    proof = tmp_path / "besar.pdf"
    proof.write_bytes(b"%PDF-1.4 " + os.urandom(3 << 20))
    ballast = fill_disk(disk)
    tables = office.place.read_fingerprints()
    with pytest.raises(KinerjaError, match="Penyimpanan server penuh"), office.guarded():
        attach_bukti(office, first_indikator(office), Periode(2024, 1), proof)
    with pytest.raises(KinerjaError, match="Penyimpanan server penuh"), office.guarded():
        restore_into(office, ARSIP / "0005/kantor.kinerja")
    with pytest.raises(ServerFailedError, match="penuh, jadi perubahan ini belum"):
        for number in range(400):  # pages that are begun have room for some
            add(office, f"P-{number}")
    back_up_now(office)
    if office.place.read_fingerprints() != tables:
        assert check_office(office) == []
    ballast.unlink()
    add(office, "P-akhir")
    attach_bukti(office, first_indikator(office), Periode(2024, 1), proof)
    assert check_office(office) == []


def test_clocks_that_differ_by_days_change_neither_order_nor_what_is_seen(
    cluster: Cluster, tmp_path: Path
) -> None:
    """Sri's PC is four days ahead, Budi's six years behind: the trail goes by its numbers."""
    truth = datetime(2025, 1, 15, 2, 0, tzinfo=UTC)
    ahead, behind = truth + timedelta(days=4), datetime(2019, 3, 1, tzinfo=UTC)
    name = cluster.new_office()
    sri = open_office(cluster.address(name, tmp_path / "sri", SRI), lambda: ahead)
    fill_sample(sri)
    budi = open_office(cluster.address(name, tmp_path / "budi", BUDI), lambda: behind)
    key = add(sri)
    in_step(sri, budi)
    change(budi, key, satuan="Persen")
    in_step(sri, budi)
    change(sri, key, satuan="Orang")
    in_step(sri, budi)
    assert budi.journal.undo_label == "Mengubah"
    with sri.journal.reading() as session:
        rows = session.exec(select(Transaksi).order_by(col(Transaksi.id).desc()).limit(3)).all()
    assert [row.pelaku for row in rows] == [SRI, BUDI, SRI]
    assert [row.waktu for row in rows] == [ahead, behind, ahead]
    shown = list_deeds(budi, batas=3)
    assert [deed.pelaku for deed in shown] == [SRI, BUDI, SRI]
    keep_untold(sri)
    change(budi, key, satuan="Rupiah")
    with pytest.raises(ChangedMeanwhileError, match="2019"):
        change(sri, key, satuan="Jam")
    # A backup of the PC that is behind lies before all others, and is none too few.
    assert back_up_if_due(budi) is not None
    assert back_up_if_due(budi) is None
    assert back_up_if_due(sri) is None or read_backups(sri)
    for office in (sri, budi):
        assert check_office(office) == []
        office.close()
    cluster.drop(name)
