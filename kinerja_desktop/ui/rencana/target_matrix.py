"""Target tahunan: indicators down, the years of the Renstra across."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.kantor.data_entry import fill_cells
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.matriks import MatriksTarget, read_matriks_target
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.tables.grid_editor import GridEditor
from kinerja_desktop.ui.tables.grid_model import Cell, Column, Line

_EMPTY = (
    "Belum ada indikator pada periode Renstra ini. Tambahkan dulu di tab Indikator, lalu isi "
    "target tiap tahunnya di sini."
)
_HINT = (
    "Tulis satu angka, rentang seperti 7–8, predikat seperti BB, atau Ya. "
    "Blok dari Excel dapat ditempel."
)


class TargetMatrix(QWidget):
    """Every cell is a target; a range or predikat is written as it will be printed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.grid = GridEditor(context, _store, wrapped=1, name="Target tahunan")
        self.grid.offer_history(_locate)
        self.setFocusProxy(self.grid.table)
        self.words = QLabel(_HINT)
        self.words.setObjectName("redup")
        self.words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        self.empty = EmptyState(_EMPTY)
        layout.addWidget(self.words)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.grid, 1)

    def reload(self) -> None:
        """Read the targets of the Renstra that the chosen year belongs to."""
        tahun = self.context.periode.tahun
        self.context.load(
            self,
            lambda office: read_matriks_target(office, tahun),
            lambda matriks: self._show(matriks, tahun),
        )

    def _show(self, matriks: MatriksTarget, tahun: int) -> None:
        for widget in (self.words, self.grid):
            widget.setVisible(bool(matriks.baris))
        self.empty.setVisible(not matriks.baris)
        nilai = SECTIONS["target_tahunan"].field("nilai")
        columns = [
            Column("kode", "Kode", "PROG-00000"),
            Column("uraian", "Indikator"),
            Column("satuan", "Satuan", "Persentase"),
            *(
                Column(str(year), str(year), "0000,00", nilai, format_nilai, is_angka=True)
                for year in matriks.tahun
            ),
        ]
        lines = [
            Line(
                baris.id,
                baris.uraian,
                {
                    "kode": baris.kode,
                    "uraian": baris.uraian,
                    "satuan": baris.satuan,
                    **{str(tahun): value for tahun, value in baris.target.items()},
                },
                notes={str(tahun): text for tahun, text in baris.janggal.items()},
                satuan=baris.satuan,
            )
            for baris in matriks.baris
        ]
        self.grid.show_lines(columns, lines, begin=str(tahun))


def _locate(indikator: UUID, tahun: str) -> CellPlace:
    where = {"indikator_id": indikator, "tahun": int(tahun)}
    return CellPlace("target_tahunan", where, "nilai")


def _store(office: Office, cells: Sequence[Cell]) -> Callable[[], None]:
    return partial(
        fill_cells,
        office,
        "target_tahunan",
        [
            ({"indikator_id": indikator, "tahun": int(tahun)}, "nilai", value)
            for indikator, tahun, value in cells
        ],
    )
