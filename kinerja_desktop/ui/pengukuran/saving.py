"""Everything that the page Pengukuran stores, each as one deed of the clerk."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.capaian.rasio import explain_rasio
from kinerja_desktop.services.pengukuran.rasio import set_rasio
from kinerja_desktop.services.pengukuran.tempelan import IsianBaris, fill_block
from kinerja_desktop.services.pengukuran.tindak_lanjut import mark_selesai
from kinerja_desktop.services.pengukuran.ukur import (
    set_keterangan,
    set_realisasi,
    set_realisasi_block,
)
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.waiting import Mark, Stored
from kinerja_desktop.ui.pengukuran.model import LembarModel

#: Does a short deed on an indicator and shows what came of it; False when refused.
Edit = Callable[[str, Callable[[], None], Mark | None], Stored | bool]


class SheetSaver:
    """Stores what was typed, for the period that is on screen.

    Attributes:
        model: the table's lines; they show what waits.
        mark_story: how texts show that they wait.
    """

    model: LembarModel
    mark_story: Callable[[str, dict[str, Any]], Mark]

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        periode: Callable[[], Periode],
        edit: Edit,
        note_done: Callable[[str, Periode, date | None], None],
    ) -> None:
        """Make the saver.

        Args:
            context: the window's.
            parent: where a refusal is explained.
            periode: tells the period of the figures on screen.
            edit: does a short deed on one indicator.
            note_done: is told when a tindak lanjut was done.
        """
        self._context, self._parent = context, parent
        self._periode, self._edit, self._note_done = periode, edit, note_done

    def save_realisasi(self, block: Sequence[tuple[UUID, Nilai | None]]) -> Stored | bool:
        """Store figures: one at once, a block on the worker."""
        office, periode = self._context.office, self._periode()
        mark = self.model.mark({str(key): nilai for key, nilai in block})
        if len(block) == 1:
            key, nilai = block[0]
            taken = self._edit(str(key), lambda: set_realisasi(office, key, periode, nilai), mark)
            if nilai is None:
                self._tell_computed(str(key))
            return taken
        # A long block takes its time; the journal lets the page reload when it is in.
        self._context.store_behind(
            self._parent,
            lambda: set_realisasi_block(office, periode, block),
            done=lambda _: self._context.say(f"{len(block)} realisasi dimasukkan."),
            mark=mark,
        )
        return True

    def save_rows(self, rows: Sequence[IsianBaris]) -> None:
        """Store a block with texts on the worker."""
        office, periode = self._context.office, self._periode()
        self._context.store_behind(
            self._parent,
            lambda: fill_block(office, periode, rows),
            done=lambda _: self._context.say(f"{len(rows)} baris dimasukkan."),
            mark=self.model.mark({str(k): row["nilai"] for k, row in rows if "nilai" in row}),
        )

    def save_columns(self, key: str, values: dict[str, Any]) -> Stored | bool:
        """Store texts, or an exception."""
        office, periode = self._context.office, self._periode()
        mark = self.mark_story(key, values)
        return self._edit(key, lambda: set_keterangan(office, UUID(key), periode, **values), mark)

    def save_rasio(
        self, key: str, pembilang: Decimal | None, penyebut: Decimal | None
    ) -> Stored | bool:
        """Store pembilang and penyebut, and say which typed figure gave way to them."""
        office, periode = self._context.office, self._periode()

        def save() -> None:
            typed = set_rasio(office, UUID(key), periode, pembilang, penyebut)
            if typed is not None:
                self._context.say(
                    f"Realisasi {format_nilai(typed)} yang diketik diganti hasil hitung; "
                    "Ctrl+Z mengembalikannya."
                )

        return self._edit(key, save, None)

    def save_done(self, key: str, day: date | None) -> Stored | bool:
        """Store when a tindak lanjut was done."""
        office, periode = self._context.office, self._periode()

        def save() -> None:
            mark_selesai(office, UUID(key), periode, day)
            self._note_done(key, periode, day)

        return self._edit(key, save, None)

    def _tell_computed(self, key: str) -> None:
        """Say why a cell that was emptied has a figure all the same."""
        item = self.model.indikator_at(self.model.entry_index(key))
        isian = item.bahan.isian_of(self._periode().triwulan) if item else None
        if item and isian and isian.nilai is not None and isian.penyebut is not None:
            told = explain_rasio(isian, item.bahan.satuan)
            self._context.say(f"{told} Kosongkan pembilang atau penyebut bila tidak dihitung.")
