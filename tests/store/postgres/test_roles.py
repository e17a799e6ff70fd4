"""Who may read, write and keep: held by the database, whatever program asks."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from kinerja_desktop.cli.arguments import parse_arguments
from kinerja_desktop.cli.run import run
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kantor.server_setup import Peran, let_in, prepare_server
from kinerja_desktop.services.riwayat.maintenance import back_up_now, check_office
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.store.postgres.failures import ServerFailedError
from kinerja_desktop.store.records import Indikator
from tests.postgres import OPERATOR, Cluster

Clock = Callable[[], datetime]
Enter = Callable[[Peran], Office]
NAMES = {Peran.PEMBACA: "bupati", Peran.OPERATOR: "kasubbag", Peran.PENGELOLA: "tik"}


@pytest.fixture(scope="module")
def prepared(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerAddress]:
    """A database that the set-up command made, with one person in each role."""
    address = cluster.address("kecamatan", tmp_path_factory.mktemp("siapkan"), OPERATOR)
    assert prepare_server(address).is_new
    for peran, name in NAMES.items():
        let_in(address, name, peran)
    office = open_office(address)
    fill_sample(office)
    office.close()
    yield address
    cluster.drop("kecamatan")


@pytest.fixture
def enter(
    prepared: ServerAddress, tmp_path: Path, clock: Clock
) -> Iterator[Callable[[Peran], Office]]:
    opened: list[Office] = []

    def open_as(peran: Peran) -> Office:
        address = replace(prepared, user=NAMES[peran], folder=tmp_path / NAMES[peran])
        opened.append(open_office(address, clock))
        return opened[-1]

    yield open_as
    for office in opened:
        office.close()


def add(office: Office) -> None:
    with office.journal.action("Menambah") as session:
        session.add(Indikator(kode="I-77", uraian="Indeks"))


def test_a_reader_reads_and_backs_up_but_does_not_write(enter: Enter) -> None:
    office = enter(Peran.PEMBACA)
    assert check_office(office) == []
    assert back_up_now(office).exists()
    with pytest.raises(ServerFailedError, match="hanya boleh membaca"):
        add(office)


def test_a_reader_attaches_no_evidence(enter: Enter, tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"bukti")
    with pytest.raises(ServerFailedError, match="hanya boleh membaca"):
        enter(Peran.PEMBACA).evidence.put(tmp_path / "foto.jpg")


def test_an_operator_writes_takes_back_and_attaches(enter: Enter, tmp_path: Path) -> None:
    office = enter(Peran.OPERATOR)
    add(office)
    assert office.journal.undo() == "Menambah"
    (tmp_path / "foto.jpg").write_bytes(b"bukti")
    digest, _ = office.evidence.put(tmp_path / "foto.jpg")
    assert office.evidence.has(digest)
    assert check_office(office) == []


def test_only_the_keeper_restores(enter: Enter) -> None:
    operator, keeper = enter(Peran.OPERATOR), enter(Peran.PENGELOLA)
    copy = back_up_now(operator)
    with pytest.raises(KinerjaError):
        restore_into(operator, copy)
    restore_into(keeper, copy)
    assert check_office(keeper) == []


@pytest.mark.parametrize(
    ("peran", "statement"),
    [
        (Peran.PEMBACA, "UPDATE instansi SET alamat = 'x'"),
        (Peran.PEMBACA, "DELETE FROM transaksi"),
        (
            Peran.PEMBACA,
            "INSERT INTO transaksi DEFAULT VALUES",
        ),
        (Peran.PEMBACA, "CREATE TABLE lain (id int)"),
        (Peran.PEMBACA, "TRUNCATE perubahan"),
        (Peran.OPERATOR, "UPDATE transaksi SET label = 'x'"),
        (Peran.OPERATOR, "DELETE FROM transaksi"),
        (Peran.OPERATOR, "UPDATE perubahan SET lama = NULL"),
        (Peran.OPERATOR, "DELETE FROM perubahan"),
        (Peran.OPERATOR, "DELETE FROM berkas_bukti"),
        (Peran.OPERATOR, "UPDATE potongan_bukti SET isi = ''"),
        (Peran.OPERATOR, "UPDATE alembic_version SET version_num = '9999'"),
        (Peran.OPERATOR, "DROP TABLE indikator"),
        (Peran.OPERATOR, "CREATE TABLE lain (id int)"),
    ],
)
def test_what_psql_may_not(
    cluster: Cluster, prepared: ServerAddress, peran: Peran, statement: str
) -> None:
    with (
        cluster.connect(prepared.database, NAMES[peran]) as connection,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_somebody_without_a_role_is_not_let_in(
    cluster: Cluster, prepared: ServerAddress, tmp_path: Path
) -> None:
    cluster.execute("CREATE ROLE asing LOGIN")
    with pytest.raises(ServerFailedError, match="tidak menerima komputer atau pengguna"):
        open_office(replace(prepared, user="asing", folder=tmp_path / "asing"))


def test_a_role_is_exchanged_and_the_command_may_be_repeated(
    cluster: Cluster, prepared: ServerAddress
) -> None:
    assert not prepare_server(prepared).is_new
    let_in(prepared, "pindah", Peran.OPERATOR)
    let_in(prepared, "pindah", Peran.PEMBACA)
    with (
        cluster.connect(prepared.database, "pindah") as connection,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        connection.execute("UPDATE instansi SET alamat = 'x'")


def test_the_command_makes_the_database_and_lets_a_person_in_with_a_password(
    cluster: Cluster,
    prepared: ServerAddress,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    address = str(replace(prepared, database="perintah"))
    words = ["--data", address, "siapkan-postgresql", "--pengguna", "rini", "--peran", "pembaca"]
    monkeypatch.setattr("sys.stdin", io.StringIO("kata-sandi-rini\n"))
    assert run(parse_arguments(words)) == 0
    told = capsys.readouterr().out
    assert "Basis data perintah dibuat." in told
    assert "rini boleh masuk sebagai pembaca." in told
    with cluster.connect("postgres") as connection:
        rows = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'rini'")
        sealed = str((rows.fetchone() or ("",))[0])
    assert sealed.startswith("SCRAM-SHA-256$")
    assert "kata-sandi-rini" not in cluster.read_log() + told
    cluster.drop("perintah")


def test_a_database_that_sorts_otherwise_is_refused(
    cluster: Cluster, prepared: ServerAddress
) -> None:
    cluster.execute(
        "CREATE DATABASE lain TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
    )
    with pytest.raises(KinerjaError, match="mengurutkan huruf dengan cara lain"):
        prepare_server(replace(prepared, database="lain"))
    cluster.drop("lain")


def test_a_folder_is_no_server(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(parse_arguments(["--data", str(tmp_path), "siapkan-postgresql"])) == 2
    assert "memerlukan --data dengan alamat server" in capsys.readouterr().err


def test_who_may_not_prepare_is_told(prepared: ServerAddress) -> None:
    with pytest.raises(ServerFailedError):
        prepare_server(replace(prepared, database="baru", user=NAMES[Peran.OPERATOR]))
    with pytest.raises(psycopg.Error):
        let_in(prepared, "", Peran.OPERATOR)


def test_without_a_person_the_command_only_prepares_and_a_terminal_is_asked(
    prepared: ServerAddress, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(parse_arguments(["--data", str(prepared), "siapkan-postgresql"])) == 0
    assert "sudah ada dan dilengkapi" in capsys.readouterr().out
    asked: list[str] = []

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def ask(words: str) -> str:
        asked.append(words)
        return ""

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", ask)
    words = ["--data", str(prepared), "siapkan-postgresql", "--pengguna", "wati"]
    assert run(parse_arguments(words)) == 0
    assert asked == ["Kata sandi untuk wati: "]


def test_the_command_line_says_what_is_not_there(
    cluster: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = cluster.address(cluster.new_database(), tmp_path)
    assert run(parse_arguments(["--data", str(address), "ukur", "--tahun", "2024"])) == 1
    assert "belum ada, atau tidak berisi data kantor" in capsys.readouterr().err
    gone = replace(address, database="tidak_ada")
    assert run(parse_arguments(["--data", str(gone), "ukur", "--tahun", "2024"])) == 1
    told = capsys.readouterr().err
    assert "tidak ada di server" in told
    assert str(gone) in told
    cluster.drop(address.database)
