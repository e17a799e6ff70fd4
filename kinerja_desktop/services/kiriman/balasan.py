"""What comes back from Bappeda on a stick: receipts and comments, found and read by one door.

`docs/sakip.md` §10. A stick may hold those of many kecamatan, and those that were read before: they
are passed by. What is damaged, or does not fit this office's log, is told, and changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_desktop.disk import require_file
from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.penerimaan.komentar import BerkasKomentar, read_komentar
from kinerja_desktop.domain.penerimaan.segel import UnreadableFileError
from kinerja_desktop.domain.penerimaan.tanda_terima import TandaTerimaPaket, read_receipt
from kinerja_desktop.domain.penerimaan.unit import is_same_unit
from kinerja_desktop.errors import CancelledError, KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange.package_search import find_packages
from kinerja_desktop.progress import Cancelled, never, stop_if
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import komentar, tanda_terima

_ENDING = ".json"
#: Bytes: the longest of either is far below.
_LARGEST = 4 << 20


class BukanKitaError(KinerjaError):
    """A file is for another office."""


@dataclass
class HasilBalasan:
    """What came of looking for what Bappeda gave back.

    Attributes:
        dicatat: what was noted, a line for each thing.
        diterima: the deliveries that were received, a sentence for each.
        komentar: how many comments are new.
        problems: what was not noted, and why.
        dilewati: what is for others or noted already; nothing has to be done.
    """

    dicatat: list[str] = field(default_factory=list)
    diterima: list[str] = field(default_factory=list)
    komentar: int = 0
    problems: list[Problem] = field(default_factory=list)
    dilewati: list[Problem] = field(default_factory=list)

    @property
    def kalimat(self) -> str:
        """What an office is told that did not ask; empty when there is nothing to tell."""
        parts = []
        if self.diterima:
            parts.append(f"Bappeda telah menerima {join_words(self.diterima)}")
        if self.komentar:
            parts.append(f"{self.komentar} komentar baru dari Bappeda")
        parts += [f"Perlu diperhatikan: {problem}" for problem in self.problems]
        return "; ".join(parts)


class ReplyCancelledError(CancelledError):
    """The clerk stopped looking for what Bappeda gave back; nothing is noted."""

    def __init__(self) -> None:
        super().__init__("Pembacaan balasan dibatalkan.", "Tidak ada yang dicatat.")


def take_replies(office: Office, place: Path, cancelled: Cancelled = never) -> HasilBalasan:
    """Read what Bappeda gave back below a folder or stick, and note what is for this office.

    Args:
        office: the open office of a kecamatan.
        place: where to look, or the very file; a place that cannot be read is told.
        cancelled: asked at each folder, and before anything is noted, whether to stop.

    Raises:
        ReplyCancelledError: the clerk stopped it; nothing is noted.
    """
    if place.is_file() and is_reply(place.name):
        hasil = HasilBalasan()
        read_replies(office, [place], hasil)
        return hasil
    temuan = find_packages(place, wanted=is_reply, cancelled=cancelled)
    stop_if(cancelled, ReplyCancelledError)
    hasil = HasilBalasan(problems=list(temuan.problems))
    read_replies(office, temuan.lain, hasil)
    return hasil


def read_replies(office: Office, paths: Iterable[Path], hasil: HasilBalasan) -> None:
    """Read files that Bappeda gave back, and note what is for this office."""
    for path in paths:
        try:
            _take(office, path, hasil)
        except (BukanKitaError, tanda_terima.SudahDicatatError) as error:
            hasil.dilewati.append(Problem(str(error), path.name, is_warning=True))
        except KinerjaError as error:
            hasil.problems.append(Problem(str(error), path.name))


def is_reply(name: str) -> bool:
    """Tell by its name whether a file may be one that Bappeda gave back."""
    begins = name.upper().startswith((tanda_terima.PREFIX, komentar.PREFIX))
    return begins and name.lower().endswith(_ENDING)


def holds_reply(place: Path) -> bool:
    """Tell whether a file, or a folder or stick by what lies at its top, is what Bappeda gave back.

    A place that cannot be read holds none.
    """
    try:
        if place.is_file():
            return is_reply(place.name)
        return any(is_reply(child.name) for child in place.iterdir())
    except OSError:
        return False


def _take(office: Office, path: Path, hasil: HasilBalasan) -> None:
    content = _read(path)
    try:
        if path.name.upper().startswith(komentar.PREFIX):
            _take_komentar(office, read_komentar(content), hasil)
        else:
            _take_receipt(office, read_receipt(content), hasil)
    except UnreadableFileError as error:
        raise KinerjaError(str(error)) from error


def _take_receipt(office: Office, receipt: TandaTerimaPaket, hasil: HasilBalasan) -> None:
    _require_ours(office, "Tanda terima", receipt.kecamatan, receipt.kabupaten)
    tanda_terima.take_receipt(office, receipt, hasil.dicatat, hasil.problems)
    hasil.diterima.append(f"Pengukuran Kinerja {receipt.periode.label}")


def _take_komentar(office: Office, berkas: BerkasKomentar, hasil: HasilBalasan) -> None:
    _require_ours(office, "Berkas komentar", berkas.kecamatan, berkas.kabupaten)
    new = komentar.take_komentar(office, berkas, hasil.problems)
    if new:
        hasil.dicatat.append(f"{new} komentar baru dari {berkas.kantor}")
        hasil.komentar += new


def _require_ours(office: Office, what: str, kecamatan: str, kabupaten: str) -> None:
    instansi = office.require_instansi()
    if not is_same_unit(kecamatan, kabupaten, instansi.kecamatan, instansi.kabupaten):
        raise BukanKitaError(
            f"{what} ini untuk Kecamatan {kecamatan}, Kabupaten {kabupaten}, bukan kantor ini, "
            "jadi tidak dicatat."
        )


def _read(path: Path) -> bytes:
    """Read a file of these.

    Raises:
        KinerjaError: it cannot be read, or is too large.
    """
    try:
        require_file(path)
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:  # pulled out in between
        raise explain_os_error(error, path) from error
    if len(content) > _LARGEST:
        raise KinerjaError("Berkas ini terlalu besar untuk tanda terima atau komentar.")
    return content
