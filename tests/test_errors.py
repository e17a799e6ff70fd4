import errno
import os
from pathlib import Path

import pytest

from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem, explain_os_error

STICK = Path("/media/kasubbag/STIK/SAKIP")


class WindowsError_(OSError):  # noqa: N801, N818 - Windows adds its own number to the errno
    def __init__(self, number: int, winerror: int) -> None:
        super().__init__(number, "Access is denied")
        self.winerror = winerror


@pytest.mark.parametrize(
    ("number", "what", "remedy"),
    [
        (errno.ENOSPC, "penuh", "Kosongkan sedikitnya 20 MB"),
        (errno.EDQUOT, "penuh", "Kosongkan sedikitnya 20 MB"),
        (errno.EROFS, "dikunci dari penulisan", "Geser kunci"),
        (errno.EBUSY, "dibuka oleh program lain", "Tutup program itu"),
        (errno.EIO, "terlepas atau rusak", "Colokkan kembali flashdisk"),
        (errno.ENODEV, "terlepas atau rusak", "Colokkan kembali flashdisk"),
        (errno.ENOENT, "tidak ada", "Periksa nama dan tempatnya"),
        (errno.EISDIR, "adalah folder", "Pilih berkasnya"),
        (errno.EFBIG, "terlalu besar", "exFAT"),
        (errno.ENAMETOOLONG, "terlalu panjang", "lebih dekat"),
        (errno.EACCES, "tidak boleh", "minta izin"),
        (errno.EPERM, "tidak boleh", "minta izin"),
    ],
)
def test_a_failure_of_the_disk_says_what_happened_and_what_to_do(
    number: int, what: str, remedy: str
) -> None:
    error = explain_os_error(OSError(number, "in English"), STICK)

    assert error.message.startswith("/media/kasubbag/STIK/SAKIP ")
    assert what in error.message
    assert remedy in error.remedy
    assert "in English" not in str(error)


@pytest.mark.parametrize(
    ("winerror", "what"),
    [(112, "penuh"), (19, "dikunci"), (32, "program lain"), (21, "terlepas"), (1117, "terlepas")],
)
def test_the_number_of_windows_tells_more_than_its_errno(winerror: int, what: str) -> None:
    assert what in explain_os_error(WindowsError_(errno.EACCES, winerror), STICK).message


def test_an_unknown_number_of_windows_falls_back_on_the_errno() -> None:
    assert "penuh" in explain_os_error(WindowsError_(errno.ENOSPC, 9999), STICK).message


def test_an_unknown_failure_still_gets_a_sentence() -> None:
    assert explain_os_error(OSError(errno.ELOOP, "Too many links"), STICK).message == (
        "/media/kasubbag/STIK/SAKIP tidak dapat dibaca atau ditulis (Too many links)."
    )
    assert "(OSError)" in explain_os_error(OSError(), STICK).message


def test_an_error_reads_as_what_happened_and_what_to_do() -> None:
    error = KinerjaError("Flashdisk penuh.", "Kosongkan 12 MB lalu ulangi.")

    assert str(error) == "Flashdisk penuh. Kosongkan 12 MB lalu ulangi."
    assert str(KinerjaError("Flashdisk penuh.")) == "Flashdisk penuh."


def test_a_problem_names_the_place() -> None:
    assert str(Problem("Isi angka.", "a.xlsx", "IKU", "C7")) == "a.xlsx · IKU · C7: Isi angka."
    assert str(Problem("Isi angka.")) == "Isi angka."


def test_warnings_are_not_counted_among_the_problems() -> None:
    error = DataProblemsError([Problem("a"), Problem("b", is_warning=True)])

    assert error.message == "Ada 1 hal yang harus diperbaiki, dan tidak ada data yang diubah."


def test_a_sentence_about_a_name_that_is_not_utf8_can_be_printed() -> None:
    error = KinerjaError(f"{os.fsdecode(b'rekap' + bytes([255]))}.pdf rusak.", "Ganti.")
    assert str(error) == "rekap�.pdf rusak. Ganti."
    str(error).encode()
