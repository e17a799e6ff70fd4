"""A server's password is kept by the system's own store, and nowhere else."""

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from kinerja_desktop.server_address import ServerAddress, read_server_address
from kinerja_desktop.services.kantor import passwords
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.store.postgres.engine import make_connect_words
from kinerja_desktop.store.postgres.failures import ServerFailedError
from tests.postgres import ASKED, Cluster

ADDRESS = read_server_address("postgresql://sri@server-kantor/kinerja")


class Store:
    """A store as keyring has them: Windows' has priority 5, a plain file less than 1."""

    def __init__(self, priority: float = 5) -> None:
        self.priority = priority
        self.kept: dict[tuple[str, str], str] = {}
        self.fails: type[Exception] | None = None

    def get_password(self, service: str, name: str) -> str | None:
        self._fail()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self._fail()
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        self._fail()
        del self.kept[service, name]

    def _fail(self) -> None:
        if self.fails is not None:
            raise self.fails("rahasia")


class KeyringError(Exception):
    pass


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    found = Store()
    library, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    library.get_keyring = lambda: found  # type: ignore[attr-defined]
    errors.KeyringError = KeyringError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", library)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return found


def test_a_password_is_kept_and_found_for_its_server_and_user(store: Store) -> None:
    assert passwords.find_obstacle() == ""
    assert passwords.keep_password(replace(ADDRESS, password="rahasia"))
    assert store.kept == {("Kinerja Desktop", "sri@server-kantor:5432"): "rahasia"}
    found = passwords.with_kept_password(ADDRESS)
    assert isinstance(found, ServerAddress)
    assert found.password == "rahasia"
    other = read_server_address("postgresql://budi@server-kantor/kinerja")
    assert passwords.with_kept_password(other) == other
    passwords.forget_password(ADDRESS)
    assert store.kept == {}


def test_what_was_typed_goes_before_what_is_kept(store: Store) -> None:
    passwords.keep_password(replace(ADDRESS, password="lama"))
    typed = replace(ADDRESS, password="baru")
    assert passwords.with_kept_password(typed) is typed


def test_a_folder_has_no_password(store: Store, tmp_path: Path) -> None:
    assert passwords.with_kept_password(tmp_path) is tmp_path


def test_a_store_that_writes_plain_files_is_none(store: Store) -> None:
    store.priority = 0.5
    assert "penyimpan kata sandi" in passwords.find_obstacle()
    assert not passwords.keep_password(replace(ADDRESS, password="rahasia"))
    passwords.forget_password(ADDRESS)
    assert store.kept == {}


def test_a_store_that_fails_keeps_nothing(store: Store) -> None:
    store.fails = KeyringError
    assert passwords.with_kept_password(ADDRESS) is ADDRESS
    assert not passwords.keep_password(replace(ADDRESS, password="rahasia"))
    passwords.forget_password(ADDRESS)


def test_without_the_library_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert passwords.find_obstacle()
    assert passwords.with_kept_password(ADDRESS) is ADDRESS


def test_a_password_stands_in_nothing_that_is_shown_or_compared() -> None:
    address = replace(ADDRESS, password="rahasia")
    assert "rahasia" not in f"{address!r} {address}"
    assert address == ADDRESS
    assert make_connect_words(address)["password"] == "rahasia"
    assert "password" not in make_connect_words(ADDRESS)


@pytest.mark.parametrize("password", ["", "salah"])
def test_a_server_that_asks_is_recognised(
    cluster: Cluster, tmp_path: Path, password: str, caplog: pytest.LogCaptureFixture
) -> None:
    database = cluster.new_office()
    address = replace(cluster.address(database, tmp_path, ASKED), password=password)
    with pytest.raises(ServerFailedError) as told:
        open_office(address)
    assert passwords.asks_password(told.value)
    assert "salah" not in str(told.value) + caplog.text
    cluster.drop(database)


def test_the_right_password_opens(cluster: Cluster, tmp_path: Path) -> None:
    database = cluster.new_office()
    office = open_office(replace(cluster.address(database, tmp_path, ASKED), password="rahasia"))
    assert office.journal.pelaku == ASKED
    office.close()
    cluster.drop(database)
