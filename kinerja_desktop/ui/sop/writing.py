"""What is done with whole SOPs: written anew, copied, made the office's own, given and taken in."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.tukar import AKHIRAN
from kinerja_desktop.services.sop.library import SopKantor, list_sop, open_usulan
from kinerja_desktop.services.sop.own import (
    draft_copy,
    draft_new,
    draft_own,
    list_jabatan,
    list_pemilik,
    save_new,
    save_own,
)
from kinerja_desktop.services.sop.tukar import (
    Cara,
    RencanaImpor,
    apply_impor,
    export_sop,
    plan_impor,
    propose_name,
)
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.sop.sop_editor import SopEditor

_PATTERN = f"Berkas SOP (*{AKHIRAN} *.json)"
_WITH_USULAN, _AS_PRINTED = "Pakai usulan", "Seperti tercetak"
_NEW, _NEXT = "Sebagai SOP baru", "Sebagai versi berikutnya"


class SopWriting:
    """Asks what has to be asked, and has it done.

    Args:
        parent: the page on which it is asked.
        context: the office.
    """

    def __init__(self, parent: QWidget, context: Context) -> None:
        self._parent = parent
        self._context = context

    def write_new(self) -> UUID | None:
        """Write an SOP from nothing."""
        office = self._context.office
        draft = self._context.attempt(self._parent, lambda: draft_new(office))
        return self._write("SOP baru", draft, lambda sop: save_new(office, sop))

    def write_copy(self, copy: SopKantor) -> UUID | None:
        """Write an SOP that begins as a copy of another."""
        office = self._context.office
        draft = self._context.attempt(self._parent, lambda: draft_copy(office, copy.id))
        return self._write(f"Salinan {copy.nama}", draft, lambda sop: save_new(office, sop))

    def write_own(self, copy: SopKantor) -> UUID | None:
        """Change an SOP of the office, or make one of the others its own."""
        office, takes = self._context.office, False
        if not copy.sop.is_kantor and (count := len(open_usulan(copy.sop))):
            answer = dialogs.choose(
                self._parent,
                f"Ada {count} usulan perbaikan yang belum diterima. Jadikan milik kantor dengan "
                "usulan itu, atau dengan kata-kata seperti tercetak? Naskah sumbernya tetap "
                "disimpan di sampingnya.",
                [_WITH_USULAN, _AS_PRINTED],
            )
            if answer is None:
                return None
            takes = answer == _WITH_USULAN
        draft = self._context.attempt(
            self._parent, lambda: draft_own(office, copy.id, pakai_usulan=takes)
        )
        return self._write(copy.nama, draft, lambda sop: save_own(office, copy.id, sop), copy.id)

    def give(self, copy: SopKantor) -> None:
        """Write an SOP as a file for another office."""
        path = dialogs.choose_save_file(
            self._parent, "Simpan SOP untuk kantor lain", propose_name(copy.sop), _PATTERN
        )
        if path is None:
            return
        office = self._context.office
        self._context.load(
            self._parent,
            lambda _: export_sop(office, copy.id, path),
            lambda _: self._context.say_written(f"Ditulis: {path}", path.parent),
        )

    def take(self, done: Callable[[UUID], None]) -> None:
        """Let a file of another office be picked, and take its SOP in."""
        path = dialogs.choose_file(self._parent, "Impor SOP dari kantor lain", _PATTERN)
        if path is not None:
            self.take_file(path, done)

    def take_file(self, path: Path, done: Callable[[UUID], None]) -> None:
        """Take in the SOP of a file; `done` gets the id of the version in force."""
        self._context.load(
            self._parent,
            lambda office: plan_impor(office, path),
            lambda rencana: self._ask(rencana, done),
        )

    def _ask(self, rencana: RencanaImpor, done: Callable[[UUID], None]) -> None:
        dari = f" dari {rencana.kiriman.dari}" if rencana.kiriman.dari else ""
        cara: Cara | None
        if rencana.sama is None:
            is_wanted = dialogs.confirm(
                self._parent,
                f"Impor {rencana.nama}{dari}?",
                "Impor",
                "SOP ini ditambahkan pada SOP kantor. Ctrl+Z membatalkannya.",
            )
            cara = Cara.BARU if is_wanted else None
        else:
            answer = dialogs.choose(
                self._parent,
                f"Kantor sudah punya {rencana.sama.nama} dengan kode yang sama. "
                f"{rencana.nama}{dari} diimpor sebagai apa?",
                [_NEW, _NEXT],
            )
            cara = {_NEW: Cara.BARU, _NEXT: Cara.VERSI}.get(answer or "")
        if cara is None:
            return
        chosen = cara
        sop_id = self._context.attempt(
            self._parent, lambda: apply_impor(self._context.office, rencana, chosen)
        )
        if sop_id is not None:
            self._context.say(f"Diimpor: {rencana.nama}")
            done(sop_id)

    def _write(
        self,
        title: str,
        draft: Sop | None,
        save: Callable[[Sop], UUID],
        changed: UUID | None = None,
    ) -> UUID | None:
        """Open the editor until what was written is kept, or given up.

        Args:
            title: of the editor.
            draft: what it begins with; None when that failed.
            save: keeps it.
            changed: the version in force that it takes the place of.
        """
        if draft is None:
            return None
        office = self._context.office
        found = self._context.attempt(
            self._parent,
            lambda: (
                list_pemilik(office),
                list_jabatan(office),
                [
                    item.sop.identitas.nama_sop.read()
                    for item in list_sop(office)
                    if item.id != changed
                ],
            ),
        )
        if found is None:
            return None
        editor = SopEditor(self._parent, title, draft, *found)
        while editor.exec():
            saved = self._context.attempt(self._parent, lambda: save(editor.sop))
            if saved is not None:
                self._context.say(f"Disimpan: {editor.sop.identitas.nama_sop.read()}")
                return saved
        return None
