"""Work that somebody promised to do, as a line of the first page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja_desktop.domain.angka.hari_kerja import count_hari_kerja
from kinerja_desktop.domain.angka.tanggal import format_tanggal


@dataclass(frozen=True)
class Pekerjaan:
    """A line: what it is, whose and until when, and where it is done.

    Attributes:
        halaman: key of the page that it opens.
        argumen: what that page should show.
        batas: the last day; None where nobody named one.
    """

    apa: str
    keterangan: str
    halaman: str
    argumen: Any = None
    is_late: bool = True
    batas: date | None = None


def describe_batas_waktu(batas_waktu: date | None, today: date, libur: Collection[date]) -> str:
    """Say until when something is to be done, and how many hari kerja it is late or has left."""
    if batas_waktu is None:
        return "tanpa batas waktu"
    until = f"batas waktu {format_tanggal(batas_waktu)}"
    late = count_hari_kerja(batas_waktu, today, libur)
    if late > 0:
        return f"{until}, terlambat {late} hari kerja"
    if batas_waktu == today:
        return f"{until}, hari ini"
    return f"{until}, {count_hari_kerja(today, batas_waktu, libur)} hari kerja lagi"
