"""The recap of a period seen from every side: figures, budget, scores, and what is odd."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from uuid import UUID

from kinerja_desktop.documents.xlsx.rekap import LembarRekap, render_rekap_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.penerimaan.anggaran import AnggaranUnit, list_anggaran
from kinerja_desktop.domain.penerimaan.kejanggalan import Kejanggalan, find_kejanggalan
from kinerja_desktop.domain.penerimaan.kelompok import (
    KelompokIndikator,
    Sebutan,
    find_before,
    group_indikator,
)
from kinerja_desktop.domain.penerimaan.rekap import BarisRekap, PaketRekap
from kinerja_desktop.domain.penerimaan.ringkas import IndikatorMasuk
from kinerja_desktop.errors import CancelledError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.penerimaan.padanan import read_padanan
from kinerja_desktop.services.penerimaan.rekap import Rekap, order_periode, read_rekap
from kinerja_desktop.services.penerimaan.unit import require_bappeda


class RekapCancelledError(CancelledError):
    """The clerk stopped writing the recap; an older file of that name is as it was."""

    def __init__(self) -> None:
        super().__init__("Penyimpanan rekap dibatalkan.", "Tidak ada berkas yang ditulis.")


@dataclass(frozen=True)
class PandanganRekap:
    """The recap of a year with its triwulan, or of one triwulan.

    Attributes:
        rekap: the packages that count, and who is missing.
        lalu: the packages of the same periods of the year before.
        padanan: which wordings of indicators mean the same.
        dibandingkan: of which period the indicators are compared: that of the whole year where it
            came from anybody, else the latest triwulan; None of none.
        kelompok: the indicators of that period by what they mean.
        anggaran: of each package that tells one.
        kejanggalan: what is odd.
    """

    label: str
    rekap: Rekap
    lalu: tuple[PaketRekap, ...]
    padanan: dict[Sebutan, str]
    dibandingkan: Periode | None
    kelompok: list[KelompokIndikator]
    anggaran: list[AnggaranUnit]
    kejanggalan: list[Kejanggalan]

    @property
    def bernilai(self) -> list[PaketRekap]:
        """The packages that tell a score of E.81 or LKE."""
        return [
            item
            for item in self.rekap.paket
            if item.ringkasan.evaluasi is not None or item.ringkasan.lke is not None
        ]

    def find_lalu(self, line: BarisRekap) -> IndikatorMasuk | None:
        """Return the same indicator of the same unit a year before; None where there is none."""
        before = self._by_unit.get(_part_of(line.paket))
        lines = (BarisRekap(before, item) for item in before.indikator) if before else ()
        return find_before(line, lines, self.padanan)

    @cached_property
    def _by_unit(self) -> dict[tuple[UUID, int | None], PaketRekap]:
        return {_part_of(paket): paket for paket in self.lalu}


def _part_of(paket: PaketRekap) -> tuple[UUID, int | None]:
    """Return whose a package is, and of which part of a year."""
    return paket.unit_id, paket.periode.triwulan


def read_pandangan(
    office: Office, tahun: int, triwulan: int | None = None, progress: Progress = silent
) -> PandanganRekap:
    """Return the recap of a year with its triwulan, or of one triwulan, seen from every side.

    Args:
        office: the open office.
        tahun: the year.
        triwulan: the triwulan; None for the year with all of them.
        progress: told of the packages; what it raises ends the work.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    rekap = read_rekap(office, tahun, triwulan, progress)
    lalu = read_rekap(office, tahun - 1, triwulan, progress).paket
    progress(0, 0, "Membandingkan…")
    padanan = read_padanan(office)
    compared = max((paket.periode for paket in rekap.paket), key=order_periode, default=None)
    return PandanganRekap(
        f"Tahun {tahun}" if triwulan is None else Periode(tahun, triwulan).label,
        rekap,
        lalu,
        padanan,
        compared,
        # A triwulan shows a part of the year: the two have no mean.
        group_indikator((row for row in rekap.baris if row.paket.periode == compared), padanan),
        list_anggaran(rekap.paket),
        find_kejanggalan(rekap.paket, lalu, padanan),
    )


def write_rekap(
    office: Office,
    path: Path,
    tahun: int,
    triwulan: int | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Rekap:
    """Write the recap as a workbook of flat sheets, and return it.

    Args:
        office: the open office.
        path: the file.
        tahun: the year.
        triwulan: the triwulan; None for the year with all of them.
        progress: told of packages and rows.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        RekapCancelledError: the clerk does; nothing is written.
        KinerjaError: the place cannot be written, is the data folder, or the name is not that of
            a workbook; or this office does not receive packages.
    """
    require_output(office, path, (".xlsx",))
    advance = stoppable(progress, cancelled, RekapCancelledError)
    content, rekap = build_rekap_xlsx(office, tahun, triwulan, advance)
    write_file(path, content, lambda: advance(0, 0, f"Menyimpan {path.name}…"))
    return rekap


def build_rekap_xlsx(
    office: Office, tahun: int, triwulan: int | None = None, progress: Progress = silent
) -> tuple[bytes, Rekap]:
    """Return the recap as a workbook of flat sheets, and the recap itself.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    instansi = require_bappeda(office)
    found = read_pandangan(office, tahun, triwulan, progress)
    author = f"{instansi.kecamatan} Kabupaten {instansi.kabupaten}"
    sheets = LembarRekap(
        found.rekap.baris, found.padanan, found.rekap.penyampaian, found.anggaran, found.bernilai,
        found.kejanggalan,
    )  # fmt: skip
    title = f"Rekap Kinerja {found.label}"
    return render_rekap_xlsx(sheets, title, author, progress), found.rekap
