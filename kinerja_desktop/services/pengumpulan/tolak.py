"""Give back what could not be taken in: the form again, with the reason beside each cell."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.formulir_write import IsiFormulir, write_formulir
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable, tell_through
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.pengumpulan.kirim import name_file, read_kop
from kinerja_desktop.services.pengumpulan.rencana import FormulirMasuk, RencanaTerima


class RejectsCancelledError(CancelledError):
    """The clerk stopped writing what is to be mended; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__(
            "Penulisan formulir yang harus diperbaiki dibatalkan.",
            "Tidak ada berkas yang ditinggalkan.",
        )


def write_rejects(office: Office, rencana: RencanaTerima, path: Path) -> int:
    """Write one workbook with a sheet for each form of which something must be mended.

    Args:
        office: the open office.
        rencana: what was found.
        path: a new file.

    Returns:
        How many forms are in it; with none nothing is written.

    Raises:
        KinerjaError: there is a file of that name, or the place cannot be written.
    """
    forms = [form for form in rencana.formulir if form.has_rejects]
    if forms:
        _write(office, forms, path)
    return len(forms)


def write_rejects_each(
    office: Office,
    rencana: RencanaTerima,
    folder: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> list[Path]:
    """Write a workbook for each holder who must mend something; return where they lie.

    Args:
        office: the open office.
        rencana: what was found.
        folder: where they go.
        progress: told of the forms.
        cancelled: asked before each form whether the clerk wants to stop.

    Raises:
        RejectsCancelledError: the clerk does; nothing of it is left.
        KinerjaError: the place cannot be written.
    """
    advance = stoppable(progress, cancelled, RejectsCancelledError)
    found = [(form, form.lembar) for form in rencana.formulir if form.has_rejects and form.lembar]
    written: list[Path] = []
    try:
        for form, lembar in tell_through(found, advance, "Menulis yang harus diperbaiki…"):
            path = _find_free(folder, Path(name_file(lembar)).stem)
            _write(office, [form], path)
            written.append(path)
        advance(len(found), len(found), "Menulis yang harus diperbaiki…")
    except CancelledError:
        for path in written:
            with suppress(OSError):  # the stick is gone, and they with it
                path.unlink()
        raise
    return written


def _find_free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}_perbaiki.xlsx", 2
    while path.exists():
        path = folder / f"{stem}_perbaiki ({number}).xlsx"
        number += 1
    return path


def _write(office: Office, forms: Iterable[FormulirMasuk], path: Path) -> None:
    require_output(office, path, (".xlsx",))
    if path.exists():
        raise KinerjaError(
            f"{path.name} sudah ada, dan mungkin sudah diisi.", "Pilih nama berkas lain."
        )
    kop = read_kop(office)
    write_file(path, write_formulir([_reject(form, kop) for form in forms]))


def _reject(form: FormulirMasuk, kop: Any) -> IsiFormulir:
    assert form.lembar is not None
    wrong = [row.jawaban for row in form.baris if row.jawaban.alasan]
    strange = form.pembacaan.asing if form.pembacaan else ()
    return IsiFormulir(
        form.lembar,
        kop,
        isi={(row.id, name): value for row in wrong for name, value in row.isi.items()},
        alasan={(row.id, item.field): item.teks for row in wrong for item in row.alasan},
        hanya=frozenset(row.id for row in wrong),
        catatan=tuple(f"{item.alamat} pada {form.path.name}: {item.teks}" for item in strange),
    )
