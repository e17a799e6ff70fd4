"""Hand out the forms of a period: one file for each holder, into a folder or onto a stick."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from kinerja_desktop.disk import require_room
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.freezing import Maps, freeze
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.laporan.kop import Kop
from kinerja_desktop.domain.pengumpulan.lembar import LembarFormulir, fold
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.formulir_write import IsiFormulir, write_formulir
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kalender import read_kalender
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.pengumpulan.lembar import compose_all
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.store.records import Formulir

#: Bytes that a form takes at most, for asking whether there is room.
_SIZE = 200_000
_HARI = 5
#: Signs that Windows takes in no name.
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class FormulirTerkirim:
    """A form that was written: its key, whose it is, where it lies."""

    id: UUID
    pemegang: str
    path: Path


class SendCancelledError(KinerjaError):
    """The clerk stopped handing out forms; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__("Pembuatan formulir dibatalkan.", "Tidak ada formulir yang dicatat.")


def send_formulir(
    office: Office,
    periode: Periode,
    folder: Path,
    tenggat: date,
    *,
    menurut: Menurut = Menurut.PENGUMPUL_DATA,
    pemegang: Collection[str] | None = None,
    map_sendiri: bool = True,
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[FormulirTerkirim]:
    """Write a form for each holder, then record that they were handed out.

    A file that is there already is never written over: it may have been filled in.

    Args:
        office: the open office.
        periode: what is asked for.
        folder: where they go.
        tenggat: the last day for handing them in.
        menurut: who fills in.
        pemegang: whom to; None for every holder of the period.
        map_sendiri: give each holder a subfolder, for the evidence that comes back beside it.
        progress: called with the number written, how many there are, and what is being done.
        cancelled: asked before each file whether the clerk wants to stop.

    Raises:
        SendCancelledError: the clerk stopped it.
        KinerjaError: nobody holds data of this period, a name is unknown, or the place cannot be
            written; nothing is recorded then, and the files written so far are gone.
    """
    lembar = choose_lembar(office, periode, menurut, tenggat, pemegang)
    kop = read_kop(office)
    written: list[FormulirTerkirim] = []
    made: list[Path] = []
    try:
        _prepare(office, folder, len(lembar))
        for number, form in enumerate(lembar):
            if cancelled():
                raise SendCancelledError
            progress(number, len(lembar), f"Menulis formulir {number + 1} dari {len(lembar)}…")
            path = _find_place(folder, form, made, map_sendiri=map_sendiri)
            write_file(path, write_formulir([IsiFormulir(form, kop)]))
            written.append(FormulirTerkirim(UUID(form.id), form.pemegang, path))
        _record(office, lembar, written, folder)
    except BaseException:
        _remove([item.path for item in written], made)
        raise
    return written


def propose_tenggat(office: Office, periode: Periode) -> date:
    """Return a last day to propose: five hari kerja after the period, or after today.

    No regulation names one (`docs/architecture.md` §4.2): the clerk may choose another.
    """
    kalender = read_kalender(office)
    start = max(office.today(), periode.last_day)
    return kalender.find_tenggat(start, _HARI * kalender.menit_sehari)


def choose_lembar(
    office: Office,
    periode: Periode,
    menurut: Menurut,
    tenggat: date,
    pemegang: Collection[str] | None,
) -> list[LembarFormulir]:
    """Return the forms of the wanted holders as they would be handed out now.

    Raises:
        KinerjaError: nobody holds data of this period, or a name is unknown.
    """
    office.require_instansi()
    with office.journal.reading() as session:
        found = compose_all(session, periode, menurut, tenggat, office.today())
    if not found:
        raise KinerjaError(
            f"Belum ada pemegang data untuk {periode.label}.",
            "Isi Pengumpul data atau Penanggung jawab tiap indikator di Renstra & IKU.",
        )
    if pemegang is None:
        return found
    known = {fold(form.pemegang): form for form in found}
    if unknown := [name for name in pemegang if fold(name) not in known]:
        names = ", ".join(form.pemegang for form in found)
        raise KinerjaError(f"Pemegang data '{unknown[0]}' tidak ada.", f"Yang ada: {names}.")
    wanted = {fold(name) for name in pemegang}
    return [form for key, form in known.items() if key in wanted]


def read_kop(office: Office) -> Kop:
    """Return the office's letterhead."""
    return make_kop(identify_instansi(office.require_instansi()), None)


def name_file(form: LembarFormulir) -> str:
    """Return the name of a form's file."""
    pemegang = "_".join(form.pemegang.translate(_FORBIDDEN).split())
    return clean_name(f"Formulir_{form.periode.kode}_{pemegang}.xlsx")


def _prepare(office: Office, folder: Path, count: int) -> None:
    require_output(office, folder / "formulir.xlsx", (".xlsx",))
    if not folder.is_dir():
        raise KinerjaError(
            f"Folder {folder} tidak ada.", "Pilih folder lain, atau colokkan lagi flashdisknya."
        )
    try:
        require_room(folder, count * _SIZE)
    except OSError as error:
        raise explain_os_error(error, folder) from error


def _find_place(folder: Path, form: LembarFormulir, made: list[Path], *, map_sendiri: bool) -> Path:
    name = name_file(form)
    if map_sendiri:
        folder = folder / Path(name).stem.removeprefix(f"Formulir_{form.periode.kode}_")
        try:
            if not folder.is_dir():
                folder.mkdir()
                made.append(folder)
        except OSError as error:
            raise explain_os_error(error, folder) from error
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem} ({number}).xlsx"
        number += 1
    return path


def _record(
    office: Office,
    lembar: Sequence[LembarFormulir],
    written: Sequence[FormulirTerkirim],
    folder: Path,
) -> None:
    first = lembar[0]
    label = f"Mengirim {len(lembar)} formulir data {first.periode.label}"
    with office.journal.action(label, undoable=False) as session:
        for form, item in zip(lembar, written, strict=True):
            session.add(formulir_row(office, form, item.path.name, str(folder)))


def formulir_row(office: Office, form: LembarFormulir, nama: str, tempat: str) -> Formulir:
    """Return the row that remembers a form.

    Args:
        office: the open office.
        form: what stands on it.
        nama: of its file.
        tempat: where it was written; empty for one that was made anew when its file came back.
    """
    return Formulir(
        id=UUID(form.id),
        tahun=form.periode.tahun,
        triwulan=form.periode.triwulan,
        pemegang=form.pemegang,
        menurut=form.menurut,
        dibuat=office.now(),
        tenggat=form.tenggat,
        nama=nama,
        tempat=tempat,
        definisi=form.definisi,
        isi=freeze(form, Maps.OBJECTS),
    )


def _remove(files: Sequence[Path], folders: Sequence[Path]) -> None:
    """Take away what was written; where the stick is gone, so are they."""
    for path in files:
        with suppress(OSError):
            path.unlink()
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
