"""Rencana Aksi by months: indicators down, January to December across (`docs/sakip.md` §3.6)."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import BULAN
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.indikator import AKUMULASI
from kinerja_desktop.services.kantor.data_entry import fill_cells
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.matriks import BarisBulanan
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.tables.grid_editor import GridEditor
from kinerja_desktop.ui.tables.grid_model import Cell, Column, Line

_SECTION = SECTIONS["rencana_aksi_bulanan"]
_MONTHS = tuple(f"b{nomor}" for nomor in range(1, 13))
_HINT = (
    "Target bulanan hanya untuk cetakan Rencana Aksi; pengukuran triwulan tetap memakai target "
    "triwulan. Tulis 0 bila targetnya memang 0, dan kosongkan bila belum ada."
)


class MonthMatrix(QWidget):
    """Every cell is a target; amber ones disagree with the target of the year."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._tahun = context.periode.tahun
        self.grid = GridEditor(
            context, self._store, wrapped=0, name="Target bulanan", narrowest=200
        )
        self.grid.offer_history(self._locate)
        words = QLabel(_HINT)
        words.setObjectName("redup")
        words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addWidget(words)
        layout.addWidget(self.grid, 1)

    def show_rows(self, tahun: int, rows: Sequence[BarisBulanan]) -> None:
        """Show the targets of a year."""
        self._tahun = tahun
        self.grid.show_lines(_COLUMNS, [_line(row) for row in rows], self._tahun)

    def _locate(self, indikator: str, name: str) -> CellPlace:
        where = {"indikator_id": UUID(indikator), "tahun": self._tahun}
        return CellPlace(_SECTION.key, where, name)

    def _store(self, office: Office, cells: Sequence[Cell]) -> Callable[[], None]:
        tahun = self._tahun
        return partial(
            fill_cells,
            office,
            _SECTION.key,
            [
                ({"indikator_id": UUID(key), "tahun": tahun}, name, value)
                for key, name, value in cells
            ],
        )


_COLUMNS = (
    Column("uraian", "Indikator"),
    Column("target", "Target\nsetahun", "000,00", is_angka=True),
    *(
        Column(name, nama[:3], "000,0", _SECTION.field(name), format_nilai, is_angka=True)
        for name, nama in zip(_MONTHS, BULAN, strict=True)
    ),
)


def _line(row: BarisBulanan) -> Line:
    bahan = row.bahan
    return Line(
        bahan.id,
        bahan.uraian,
        {
            "uraian": f"{bahan.uraian} ({AKUMULASI[bahan.akumulasi].lower()})",
            "target": format_nilai(bahan.target) or "Belum ada",
            **dict(zip(_MONTHS, row.bulanan, strict=True)),
        },
        notes=dict.fromkeys(_MONTHS, row.janggal) if row.janggal else {},
        satuan=bahan.satuan,
    )
