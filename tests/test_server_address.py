from pathlib import Path

import pytest

from kinerja_desktop.cli.arguments import parse_arguments
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import (
    ServerAddress,
    folder_of,
    is_server_address,
    read_server_address,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("postgresql://sri@srv/kinerja", ServerAddress("srv", 5432, "kinerja", "sri")),
        ("postgres://srv:5433/kinerja", ServerAddress("srv", 5433, "kinerja")),
        (
            "postgresql://sri%20h@192.168.1.2/kinerja?sslmode=verify-full",
            ServerAddress("192.168.1.2", 5432, "kinerja", "sri h", (("sslmode", "verify-full"),)),
        ),
        (
            "postgresql://sri@/kinerja?host=/run/postgresql",
            ServerAddress("/run/postgresql", 5432, "kinerja", "sri"),
        ),
    ],
)
def test_an_address_is_read(text: str, expected: ServerAddress) -> None:
    assert is_server_address(text)
    assert read_server_address(text) == expected
    assert read_server_address(str(expected)) == ServerAddress(
        expected.host, expected.port, expected.database, expected.user
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("postgresql://sri:rahasia@srv/kinerja", "Kata sandi tidak boleh"),
        ("postgresql://sri:@srv/kinerja", "Kata sandi tidak boleh"),
        ("postgresql://sri@srv/kinerja?password=rahasia", "Kata sandi tidak boleh"),
        ("postgresql://sri@srv/", "Nama basis data tidak ada"),
        ("postgresql://sri@srv/a/b", "Nama basis data tidak ada"),
        ("postgresql://sri:rahasia@srv:x/kinerja", "tidak dapat dibaca"),
        ("postgresql://sri@srv/kinerja?options=-c", "'options' di alamat server tidak dikenal"),
    ],
)
def test_a_wrong_address_is_refused_and_no_password_repeated(text: str, words: str) -> None:
    with pytest.raises(KinerjaError, match=words) as told:
        read_server_address(text)
    assert (
        "rahasia" not in f"{told.value!r}{told.value.__context__ if told.value.__cause__ else ''}"
    )


def test_the_port_of_a_socket_travels_with_its_folder() -> None:
    address = ServerAddress("/tmp/soket", 5433, "kinerja", "sri")
    assert read_server_address(str(address)) == address


def test_each_database_has_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, again = (
        read_server_address(f"postgresql://{rest}")
        for rest in ("sri@srv/kinerja", "sri@srv/lain", "budi@SRV/kinerja")
    )
    assert one.folder != other.folder
    assert one.folder == again.folder
    assert folder_of(one) == one.folder
    assert folder_of(Path("data")) == Path("data")


def test_the_command_line_takes_either(capsys: pytest.CaptureFixture[str]) -> None:
    data = parse_arguments(["--data", "postgresql://sri@srv/kinerja", "periksa"]).data
    assert data == ServerAddress("srv", 5432, "kinerja", "sri")
    with pytest.raises(SystemExit):
        parse_arguments(["--data", "postgresql://sri:rahasia@srv/kinerja", "periksa"])
    shown = "".join(capsys.readouterr())
    assert "Kata sandi tidak boleh ditulis" in shown
    assert "rahasia" not in shown
