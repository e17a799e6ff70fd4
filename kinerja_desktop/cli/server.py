"""The command that prepares a database on a server."""

import argparse
import getpass
import sys

from kinerja_desktop.cli.papers import WrongUsageError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.passwords import with_kept_password
from kinerja_desktop.services.kantor.server_setup import Peran, let_in, prepare_server
from kinerja_desktop.services.riwayat.moving import move_office


def siapkan(arguments: argparse.Namespace) -> int:
    """Prepare the database of ``--data``, and let a person in.

    Raises:
        WrongUsageError: ``--data`` names no server.
        KinerjaError: the server cannot be reached, or this user may not.
    """
    address = arguments.data
    if not isinstance(address, ServerAddress):
        raise WrongUsageError(
            "siapkan-postgresql memerlukan --data dengan alamat server.",
            "Tulis misalnya --data postgresql://postgres@localhost/kinerja.",
        )
    done = prepare_server(address)
    what = "dibuat" if done.is_new else "sudah ada dan dilengkapi"
    print(f"Basis data {address.database} {what}.")
    if arguments.pengguna:
        password = _ask(f"Kata sandi untuk {arguments.pengguna}: ")
        let_in(address, arguments.pengguna, Peran(arguments.peran), password)
        print(f"{arguments.pengguna} boleh masuk sebagai {arguments.peran}.")
    return 0


def pindahkan(office: Office, arguments: argparse.Namespace) -> int:
    """Move the office to another place, and compare every table.

    Raises:
        KinerjaError: a place or a step failed; the data is as it was.
    """
    moved = move_office(office, with_kept_password(arguments.ke))
    for problem in moved.warnings:
        print(f"Peringatan: {problem}", file=sys.stderr)
    print(
        f"Data tidak berubah: {len(moved.tables)} tabel, {moved.rows} baris dan "
        f"{moved.evidence} berkas bukti sama di kedua tempat."
    )
    print(f"Cadangan sebelumnya: {moved.backup}")
    return 0


def _ask(words: str) -> str:
    """Ask for a password without showing it; a script writes it as a line of its own."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(words)
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
