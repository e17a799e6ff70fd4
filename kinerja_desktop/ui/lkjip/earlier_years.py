"""Capaian of earlier years and standards: indicators down, years and standards across."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.laporan.cara_hitung import write_capaian
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.realisasi import TINGKAT_PEMBANDING
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.bahan import TAHUN_BANDING
from kinerja_desktop.services.lkjip.riwayat_capaian import (
    NILAI,
    REALISASI,
    SUMBER,
    TARGET,
    TIDAK_ADA,
    BarisRiwayat,
    CapaianLama,
    RiwayatCapaian,
    Tempat,
    fill_riwayat,
    read_riwayat,
)
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_sheet import lead_to_renstra, tell_no_indikator
from kinerja_desktop.ui.tables.grid_editor import GridEditor
from kinerja_desktop.ui.tables.grid_model import ALL, Cell, Column, Line

_CAPAIAN = "capaian"
_HINT = (
    "Isi target dan realisasi {awal}–{akhir} serta standar pembanding {tahun}; LKjIP {tahun} "
    "membandingkan capaiannya dengan itu. Bila standarnya memang tidak ada, tulis Ya pada kolom "
    "tidak ada. Blok dari Excel dapat ditempel. Anggaran tahun-tahun itu "
    "diisi di halaman Anggaran: pilih dulu tahunnya di kanan atas."
)
_THEN = ", lalu isi capaian tahun-tahun sebelumnya di sini"
_NO_SASARAN = "Tanpa sasaran"


class EarlierYears(QWidget):
    """Works alone: whoever shows it calls `reload` when the year or the data has changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._tahun = context.periode.tahun
        self._rows: dict[object, BarisRiwayat] = {}
        name = "Capaian tahun sebelumnya dan standar"
        self.grid = GridEditor(context, self._store, wrapped=0, name=name, narrowest=230)
        self.grid.offer_history(self._locate)
        self.words = QLabel()
        self.words.setObjectName("redup")
        self.words.setWordWrap(True)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        self.empty = lead_to_renstra(context.open_page)
        layout.addWidget(self.words)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.reason)
        self.grid.table.selectionModel().currentChanged.connect(self._tell_reason)

    def reload(self) -> None:
        """Read the years before the chosen one, and its standards."""
        tahun = self.context.periode.tahun

        def show(riwayat: RiwayatCapaian) -> None:
            if tahun == self.context.periode.tahun:
                self._show(tahun, riwayat)

        self.context.load(self, lambda office: read_riwayat(office, tahun), show)

    def _show(self, tahun: int, riwayat: RiwayatCapaian) -> None:
        self._tahun = tahun
        self._rows = {row.id: row for group in riwayat.kelompok for row in group.baris}
        has_rows = bool(self._rows)
        self.words.setText(_HINT.format(tahun=tahun, awal=tahun - TAHUN_BANDING, akhir=tahun - 1))
        self.words.setVisible(has_rows)
        self.empty.setText(tell_no_indikator(f"Tahun {tahun}", _THEN))
        self.empty.setVisible(not has_rows)
        self.grid.setVisible(has_rows)
        self.reason.setVisible(has_rows)
        self.grid.show_lines(list_columns(riwayat), list_lines(riwayat), self._tahun)
        self._span_headings()
        if self.grid.current_key() not in self._rows and has_rows:
            first = self.grid.model.find(next(iter(self._rows)), f"{TARGET}:{riwayat.tahun[0]}")
            self.grid.table.setCurrentIndex(first)
        self._tell_reason(self.grid.table.currentIndex())

    def _span_headings(self) -> None:
        """Let the name of a sasaran run across, so that it needs one line."""
        table, model = self.grid.table, self.grid.model
        table.clearSpans()
        for row in range(model.rowCount()):
            line = model.line_at(model.index(row, 0))
            if line and line.is_bold:
                table.setSpan(row, 0, 1, model.columnCount())
        table.fit()

    def _tell_reason(self, index: QModelIndex, *_: object) -> None:
        """Say why a cell is locked, or why there is no capaian."""
        line = self.grid.model.line_at(index)
        row = self._rows.get(line.key) if line else None
        key = self.grid.model.column_key(index)
        self.reason.setText(explain_cell(row, key) if row else "")

    def _locate(self, key: object, column: str) -> CellPlace | None:
        if key not in self._rows:
            return None
        kind, where = read_place(column)
        row = {"indikator_id": UUID(str(key))}
        match kind:
            case "target":
                return CellPlace("target_tahunan", {**row, "tahun": where}, "nilai")
            case "realisasi":
                return CellPlace("realisasi", {**row, "tahun": where, "triwulan": None}, "nilai")
        return CellPlace("pembanding", {**row, "tahun": self._tahun, "tingkat": where}, kind)

    def _store(self, office: Office, cells: Sequence[Cell]) -> Callable[[], None]:
        named = [(key, read_place(name), value) for key, name, value in cells]
        return partial(fill_riwayat, office, self._tahun, named)


def list_columns(riwayat: RiwayatCapaian) -> list[Column]:
    """Return the columns: three for each earlier year and each standard."""
    target = SECTIONS["target_tahunan"].field("nilai")
    realisasi = SECTIONS["realisasi"].field("nilai")
    nilai = SECTIONS["pembanding"].field(NILAI)
    sumber = SECTIONS["pembanding"].field(SUMBER)
    none = SECTIONS["pembanding"].field(TIDAK_ADA)
    columns = [Column("uraian", "Indikator")]
    for tahun in riwayat.tahun:
        year = f"{tahun} final" if tahun in riwayat.final else str(tahun)
        for kind, title, field in (
            (TARGET, "Target", target),
            (REALISASI, "Realisasi", realisasi),
        ):
            head = f"{title}\n{year}"
            columns.append(
                Column(f"{kind}:{tahun}", head, "000,00", field, format_nilai, is_angka=True)
            )
        columns.append(
            Column(f"{_CAPAIAN}:{tahun}", f"Capaian\n{tahun} (%)", "000,00", is_angka=True)
        )
    for tingkat, title in TINGKAT_PEMBANDING.items():
        head = title.replace(" ", "\n")
        columns.append(
            Column(f"{NILAI}:{tingkat}", head, "000,00", nilai, format_nilai, is_angka=True)
        )
        columns.append(
            Column(f"{SUMBER}:{tingkat}", f"Sumber\n{tingkat}", "RPJMN 2020–2024", sumber)
        )
    # Behind all standards, so that a block of them from Excel still fits.
    columns += [
        Column(f"{TIDAK_ADA}:{tingkat}", f"{tingkat.title()}\ntidak ada", "Ya", none, _say_yes)
        for tingkat in TINGKAT_PEMBANDING
    ]
    return columns


def list_lines(riwayat: RiwayatCapaian) -> list[Line]:
    """Return a heading for each sasaran, and its indicators below it."""
    lines: list[Line] = []
    for group in riwayat.kelompok:
        name = group.uraian or _NO_SASARAN
        values = {"uraian": name}
        lines.append(Line(("", name), name, values, locked=ALL, is_bold=True))
        lines += [_line(row) for row in group.baris]
    return lines


def read_place(key: str) -> Tempat:
    """Return which cell of an indicator a column is."""
    kind, _, where = key.partition(":")
    return kind, int(where) if kind in (TARGET, REALISASI) else where


def explain_cell(row: BarisRiwayat, key: str) -> str:
    """Say why a cell cannot be typed in, or why there is no capaian."""
    kind, _, where = key.partition(":")
    lama = row.tahun[int(where)] if where.isdigit() else None
    match kind, lama:
        case "target", CapaianLama(target_terkunci=reason):
            return reason
        case "realisasi", CapaianLama(realisasi_terkunci=reason):
            return reason
        case "capaian", CapaianLama(capaian=capaian):
            reason = capaian.alasan or capaian.kategori
            return f"Capaian {where}: {reason}." if reason else ""
    return ""


def _line(row: BarisRiwayat) -> Line:
    values: dict[str, object] = {
        "uraian": f"{row.uraian} ({row.satuan})" if row.satuan else row.uraian
    }
    for tahun, lama in row.tahun.items():
        values |= {
            f"{TARGET}:{tahun}": lama.target,
            f"{REALISASI}:{tahun}": lama.realisasi,
            f"{_CAPAIAN}:{tahun}": write_capaian(lama.capaian),
        }
    for tingkat, standar in row.standar.items():
        values |= {
            f"{NILAI}:{tingkat}": standar.nilai,
            f"{SUMBER}:{tingkat}": standar.sumber,
            f"{TIDAK_ADA}:{tingkat}": standar.tidak_ada,
        }
    return Line(row.id, row.uraian, values, locked=_locked(row.tahun), indent=1, satuan=row.satuan)


def _say_yes(value: object) -> str:
    """Show only a Ya: an empty cell has not been answered."""
    return "Ya" if value else ""


def _locked(years: Mapping[int, CapaianLama]) -> frozenset[str]:
    targets = {f"{TARGET}:{tahun}" for tahun, lama in years.items() if lama.target_terkunci}
    return frozenset(targets) | {
        f"{REALISASI}:{tahun}" for tahun, lama in years.items() if lama.realisasi_terkunci
    }
