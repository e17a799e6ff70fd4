"""The failures that a clerk can meet and mend; everything else is a bug and may rise."""

import errno
import re
from dataclasses import dataclass
from dataclasses import field as field_of
from pathlib import Path

# A name that is not UTF-8, of a file from an old stick, cannot be shown or printed as it is.
_UNPRINTABLE = re.compile("[\ud800-\udfff]")


class KinerjaError(Exception):
    """What happened and what to do, in one or two Indonesian sentences.

    Args:
        message: what happened, naming the file or the thing.
        remedy: what the clerk can do next.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message = _UNPRINTABLE.sub("�", message)
        self.remedy = _UNPRINTABLE.sub("�", remedy)
        super().__init__(f"{self.message} {self.remedy}".strip())


class CancelledError(KinerjaError):
    """The clerk pressed *Batal*: nothing was changed, and nothing is left behind."""

    def __init__(
        self, message: str = "Dibatalkan.", remedy: str = "Tidak ada yang ditulis atau berubah."
    ) -> None:
        super().__init__(message, remedy)


@dataclass(frozen=True)
class Problem:
    """What is wrong in data that came from outside, and where, in words for the clerk.

    Wrong data is no exception: all problems are gathered and shown at once.

    Attributes:
        message: one Indonesian sentence: what is wrong and what to write instead.
        file: the file's name, when there is one.
        sheet: the worksheet's name.
        cell: the cell's address such as ``C7``.
        is_warning: the data can be taken in all the same.
        needs_reason: a warning that is passed by only with a reason, which is recorded.
        field: name of the field that it concerns; who knows the sheet finds the cell by it.
        about: key of what it concerns in the data, such as the indicator; who shows the problem
            leads there. It says nothing that the sentence does not, so it is not compared.
    """

    message: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    is_warning: bool = False
    needs_reason: bool = False
    field: str = ""
    about: str = field_of(default="", compare=False)

    def __str__(self) -> str:
        where = " · ".join(part for part in (self.file, self.sheet, self.cell) if part)
        return f"{where}: {self.message}" if where else self.message


class DataProblemsError(KinerjaError):
    """The data cannot be taken in; `problems` says why, line by line."""

    def __init__(self, problems: "list[Problem]") -> None:
        self.problems = problems
        count = len([problem for problem in problems if not problem.is_warning])
        super().__init__(
            f"Ada {count} hal yang harus diperbaiki, dan tidak ada data yang diubah.",
            "Perbaiki yang tertulis di bawah ini, lalu ulangi.",
        )


MAKE_ROOM = "Kosongkan sedikitnya 20 MB di penyimpanan itu"
"""The remedy for a full disk: room for the day's work, where nobody can tell what is needed."""

# What the system calls it (errno's names, Windows' numbers), what happened, and what to do.
# The numbers come first: Windows maps many of its own to a mere EACCES or EINVAL.
_DISK_ERRORS = (
    (
        {"ENOSPC", "EDQUOT", 112, 39},
        "{path} tidak dapat ditulis: penyimpanannya penuh.",
        f"{MAKE_ROOM}, atau pakai flashdisk lain, lalu ulangi.",
    ),
    (
        {"EROFS", 19},
        "{path} tidak dapat ditulis: penyimpanannya dikunci dari penulisan.",
        "Geser kunci di sisi flashdisk atau pakai flashdisk lain, lalu ulangi.",
    ),
    (
        {"EBUSY", "ETXTBSY", 32, 33},
        "{path} sedang dibuka oleh program lain.",
        "Tutup program itu, lalu ulangi.",
    ),
    (
        {
            "EIO",
            "ENODEV",
            "ENXIO",
            "ENOTCONN",
            "ESTALE",
            "ENOMEDIUM",
            21,
            55,
            433,
            1006,
            1117,
            1167,
        },
        "{path} tidak terjangkau lagi: penyimpanannya terlepas atau rusak.",
        "Colokkan kembali flashdisk lalu ulangi; bila tetap gagal, pakai flashdisk lain.",
    ),
    (
        {"ENOENT", "ENOTDIR", 2, 3},
        "{path} tidak ada.",
        "Periksa nama dan tempatnya, atau colokkan kembali flashdisk, lalu ulangi.",
    ),
    (
        {"EEXIST", "ENOTEMPTY", 80, 145, 183},
        "{path} sudah ada, dan tidak dapat diganti.",
        "Pakai nama atau folder lain, lalu ulangi.",
    ),
    (
        {"EISDIR"},
        "{path} adalah folder, bukan berkas.",
        "Pilih berkasnya, lalu ulangi.",
    ),
    (
        {"EFBIG", 223},
        "{path} terlalu besar untuk penyimpanan ini.",
        "Flashdisk FAT32 hanya memuat berkas sampai 4 GB: pakai flashdisk exFAT atau NTFS.",
    ),
    (
        {"ENAMETOOLONG", 206},
        "{path} terlalu panjang namanya.",
        "Pakai nama yang lebih pendek, atau folder yang lebih dekat ke akar penyimpanan.",
    ),
    (
        {"EACCES", "EPERM", 5},
        "{path} tidak boleh dibuka atau ditulis oleh pengguna ini.",
        "Pilih folder lain, atau minta izin kepada pengelola komputer.",
    ),
)


def explain_os_error(error: OSError, path: Path) -> KinerjaError:
    """Say in Indonesian what a failure of the disk means and what the clerk can do.

    Args:
        error: what the system reported.
        path: the file or folder it was about, as the clerk knows it.
    """
    codes = (getattr(error, "winerror", None), errno.errorcode.get(error.errno or 0))
    for code in codes:
        for known, message, remedy in _DISK_ERRORS:
            if code in known:
                return KinerjaError(message.format(path=path), remedy)
    reason = error.strerror or type(error).__name__
    return KinerjaError(
        f"{path} tidak dapat dibaca atau ditulis ({reason}).",
        "Ulangi; bila tetap gagal, pakai folder atau flashdisk lain.",
    )
