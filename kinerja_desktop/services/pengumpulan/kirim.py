"""Hand out the forms of a period: one file for each holder, into a folder or onto a stick."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from kinerja_desktop.disk import require_room
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.freezing import Maps, freeze
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.laporan.kop import Kop
from kinerja_desktop.domain.pengumpulan.lembar import LembarFormulir, fold
from kinerja_desktop.errors import CancelledError, KinerjaError, explain_os_error
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.formulir_write import IsiFormulir, write_formulir
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stop_if
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
#: Names that Windows gives to devices, whatever their ending.
_DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)),
}
#: Letters of a holder's name that stand in the name of folder and file: Windows opens no path of
#: more than 259.
_LETTERS = 60
#: Signs that Windows takes in no name.
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))


@dataclass(frozen=True)
class FormulirTerkirim:
    """A form that was written: its key, whose it is, where it lies."""

    id: UUID
    pemegang: str
    path: Path


class SendCancelledError(CancelledError):
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
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
    sebutan: str = "",
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
        last_call: asked the last time, before it is recorded.
        sebutan: what the record calls that folder; its path when not given.

    Raises:
        SendCancelledError: the clerk stopped it.
        KinerjaError: nobody holds data of this period, a name is unknown, or the place cannot be
            written; nothing is recorded then, and the files written so far are gone.
    """
    lembar = choose_lembar(office, periode, menurut, tenggat, pemegang)
    kop = read_kop(office)
    written: list[FormulirTerkirim] = []
    made: list[Path] = []
    taken: set[str] = set()
    try:
        _prepare(office, folder, len(lembar))
        for number, form in enumerate(lembar):
            stop_if(cancelled, SendCancelledError)
            progress(number, len(lembar), f"Menulis formulir {number + 1} dari {len(lembar)}…")
            place = _find_folder(folder, form, made, taken) if map_sendiri else folder
            path = _find_path(place, name_file(form))
            write_file(path, write_formulir([IsiFormulir(form, kop)]))
            written.append(FormulirTerkirim(UUID(form.id), form.pemegang, path))
        stop_if(last_call, SendCancelledError)
        _record(office, lembar, written, sebutan or str(folder))
    except BaseException as error:
        _remove([item.path for item in written], made)
        if isinstance(error, OSError):  # the stick was pulled while it was looked at
            raise explain_os_error(error, folder) from error
        raise
    return written


def propose_tenggat(office: Office, periode: Periode) -> date:
    """Return a last day to propose: five hari kerja after the period, or after today.

    No regulation names one (`docs/architecture.md` §4.2): the clerk may choose another.
    """
    kalender = read_kalender(office)
    start = day = max(office.today(), periode.last_day)
    while kalender.count(start, day) < _HARI:
        day += timedelta(days=1)
    return day


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
    return clean_name(f"Formulir_{form.periode.kode}_{_name_holder(form)}.xlsx")


def _name_holder(form: LembarFormulir) -> str:
    """Return a holder's name as files and folders can bear it, on Windows and FAT too."""
    plain = clean_name(form.pemegang.translate(_FORBIDDEN))
    name = "_".join(plain[:_LETTERS].split()).rstrip("._")
    return f"{name}_" if name.split(".")[0].upper() in _DEVICES else name


def _prepare(office: Office, folder: Path, count: int) -> None:
    require_output(office, folder / "formulir.xlsx", (".xlsx",))
    if not folder.is_dir():
        raise KinerjaError(
            f"Folder {folder} tidak ada.", "Pilih folder lain, atau colokkan lagi flashdisknya."
        )
    require_room(folder, count * _SIZE)


def _find_folder(folder: Path, form: LembarFormulir, made: list[Path], taken: set[str]) -> Path:
    """Return the holder's own folder; an older one of that name is used on.

    Holders whose names differ only in what files cannot bear must not share one: their evidence
    would lie together.

    Args:
        folder: where the forms go.
        form: whose folder is wanted.
        made: the folders made so far; a new one is added.
        taken: the names that other holders have; this one is added.
    """
    stem = _name_holder(form)
    name, number = stem, 2
    while name.casefold() in taken:
        name, number = f"{stem} ({number})", number + 1
    taken.add(name.casefold())
    own = folder / name
    if not own.is_dir():
        own.mkdir()
        made.append(own)
    return own


def _find_path(folder: Path, name: str) -> Path:
    """Return a path where nothing lies yet."""
    path, number = folder / name, 2
    while path.exists():
        path, number = folder / f"{Path(name).stem} ({number}).xlsx", number + 1
    return path


def _record(
    office: Office,
    lembar: Sequence[LembarFormulir],
    written: Sequence[FormulirTerkirim],
    tempat: str,
) -> None:
    first = lembar[0]
    label = f"Mengirim {len(lembar)} formulir data {first.periode.label}"
    with office.journal.action(label, undoable=False) as session:
        for form, item in zip(lembar, written, strict=True):
            session.add(formulir_row(office, form, item.path.name, tempat))


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
