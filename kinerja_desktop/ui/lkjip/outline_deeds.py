"""What the menu of the outline does: move, rename, add, hide and remove sections."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.kerangka import (
    add_section,
    move_section,
    remove_section,
    rename_section,
    show_section,
)
from kinerja_desktop.services.lkjip.laporan import BarisBagian, IsiLkjip
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.lkjip.outline import Outline

#: Does a deed on the report on the worker.
Run = Callable[[Callable[[Office, int], object]], None]


class OutlineDeeds:
    """Changes the outline (add, move, rename, remove), asking first where text would be lost."""

    def __init__(self, parent: QWidget, outline: Outline, run: Run) -> None:
        self._parent = parent
        self._outline = outline
        self._run = run
        self._rows: dict[str, BarisBagian] = {}
        outline.wanted.connect(self._do)

    def show_isi(self, isi: IsiLkjip) -> None:
        """Learn the sections of the outline that is shown."""
        self._rows = {row.kunci: row for row in isi.bagian}

    def _do(self, name: str) -> None:
        row = self._rows.get(self._outline.current())
        if row is None:
            return
        kunci = row.kunci
        match name:
            case "naik":
                self._run(lambda office, tahun: move_section(office, tahun, kunci, -1))
            case "turun":
                self._run(lambda office, tahun: move_section(office, tahun, kunci, 1))
            case "judul":
                self._rename(row)
            case "tambah":
                self._add(row)
            case "tampil":
                shown = not row.tampil
                self._run(lambda office, tahun: show_section(office, tahun, kunci, shown))
            case "hapus":
                self._remove(row)

    def _rename(self, row: BarisBagian) -> None:
        judul = dialogs.ask_text(
            self._parent, "Ganti judul", "Judul bagian, tanpa nomor:", row.judul_polos
        )
        if judul is not None and judul != row.judul_polos:
            self._run(lambda office, tahun: rename_section(office, tahun, row.kunci, judul))

    def _add(self, row: BarisBagian) -> None:
        judul = dialogs.ask_text(
            self._parent, "Tambah bagian", f"Judul bagian baru sesudah '{row.judul}':"
        )
        if judul is not None:
            self._run(lambda office, tahun: add_section(office, tahun, row.kunci, judul))

    def _remove(self, row: BarisBagian) -> None:
        if dialogs.confirm(
            self._parent,
            f"Hapus bagian '{row.judul}'?",
            "Hapus bagian",
            "Bagian dan tulisannya dapat dikembalikan dengan Ctrl+Z.",
        ):
            self._run(lambda office, tahun: remove_section(office, tahun, row.kunci))
