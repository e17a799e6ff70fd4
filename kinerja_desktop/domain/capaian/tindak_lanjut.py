"""What is to be done about a figure, by whom and until when (`docs/sakip.md` §5.2)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kinerja_desktop.domain.angka.hari_kerja import count_hari_kerja
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.teks import says_something


@dataclass(frozen=True)
class TempatIndikator:
    """Where an indicator stands on the page Pengukuran.

    Attributes:
        periode: of which year or triwulan.
        indikator: its id.
        pejabat: whose IKI it is; None for an IKU.
        is_narasi: what is told of the figure is wanted: its faktor and tindak lanjut.
    """

    periode: Periode
    indikator: UUID
    pejabat: UUID | None = None
    is_narasi: bool = False


@dataclass(frozen=True)
class TindakLanjut:
    """A tindak lanjut with a day until which it is to be done, and not done yet.

    Attributes:
        tempat: the figure it is about.
        indikator: the words of that indicator.
        apa: what is to be done.
        penanggung_jawab: who does it; empty where nobody is named.
        batas_waktu: the last day for it.
    """

    tempat: TempatIndikator
    indikator: str
    apa: str
    penanggung_jawab: str
    batas_waktu: date

    def count_late(self, today: date, libur: Collection[date] = ()) -> int:
        """Return how many hari kerja have passed since its last day; 0 while it is not late."""
        return max(0, count_hari_kerja(self.batas_waktu, today, libur))

    def describe_late(self, today: date, libur: Collection[date] = ()) -> str:
        """Say whose it is, until when it was due, and how late it is."""
        return (
            f"{self.tempat.periode.label} · {self.penanggung_jawab or 'tanpa penanggung jawab'} · "
            f"batas waktu {format_tanggal(self.batas_waktu)}, "
            f"terlambat {self.count_late(today, libur)} hari kerja"
        )


def list_late(
    items: Iterable[TindakLanjut], today: date, libur: Collection[date] = ()
) -> list[TindakLanjut]:
    """Return what is late, the oldest first; a text that tells nothing is no tindak lanjut."""
    late = [
        item for item in items if says_something(item.apa) and item.count_late(today, libur) > 0
    ]
    return sorted(late, key=lambda item: (item.batas_waktu, item.indikator))


def write_penanggung_jawab(penanggung_jawab: str, batas_waktu: date | None) -> str:
    """Write who does a tindak lanjut and until when, as it is printed; empty for neither."""
    if batas_waktu is None:
        return penanggung_jawab
    until = f"paling lambat {format_tanggal(batas_waktu)}"
    return f"{penanggung_jawab}, {until}" if penanggung_jawab else until
