"""Open, check, read and restore damaged databases and backups: only sentences may come of it."""

import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.kantor.data_entry import read_tabel
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kiriman.delivery import list_terkirim, read_kesiapan
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.pengukuran.ukur import find_status, measure_periode
from kinerja_desktop.services.rencana.anggaran import read_anggaran
from kinerja_desktop.services.rencana.perjanjian_versi import list_perjanjian
from kinerja_desktop.services.riwayat.maintenance import check_office, export_all
from kinerja_desktop.services.riwayat.restoring import restore_folder, restore_into
from kinerja_desktop.services.riwayat.status import read_status
from kinerja_desktop.services.riwayat.trail import list_deeds, read_rincian
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.services.sop.library import list_sop
from tests.damage import variants
from tests.stages import PERIODE, SENT, prepare

MOST_SECONDS = 10.0


class Tally:
    """How the variants ended, and what was slowest."""

    def __init__(self) -> None:
        self.accepted = self.refused = 0
        self.slowest, self.name = 0.0, ""

    def note(self, name: str, took: float, *, refused: bool) -> None:
        """Count one variant."""
        self.refused += refused
        self.accepted += not refused
        if took > self.slowest:
            self.slowest, self.name = took, name

    def add(self, other: "Tally") -> None:
        """Count the variants of another tally too."""
        self.accepted += other.accepted
        self.refused += other.refused
        if other.slowest > self.slowest:
            self.slowest, self.name = other.slowest, other.name

    def __str__(self) -> str:
        return (
            f"{self.accepted} diterima, {self.refused} ditolak; "
            f"terlama {self.slowest:.2f} s ({self.name})"
        )


def make_sound(folder: Path) -> Path:
    """Make the office that is damaged, and its exported backup beside it."""
    prepare(folder)
    office = open_office(folder / "data")
    export_all(office, folder / "ekspor.kinerja")
    office.close()
    return folder


def read_everything(office: Office) -> None:
    """Read what the pages show."""
    read_status(office)
    for key in SECTIONS:
        read_tabel(office, key)
    for deed in list_deeds(office):
        read_rincian(office, deed.id)
    list_sop(office)
    list_cases(office)
    for periode in (PERIODE, SENT, Periode(PERIODE.tahun, 1)):
        read_beranda(office, periode)
        measure_periode(office, periode)
        find_status(office, periode)
        list_keadaan(office, periode)
        read_kesiapan(office, periode)
    list_terkirim(office)
    read_anggaran(office, PERIODE.tahun)
    list_perjanjian(office, PERIODE.tahun)
    read_lkjip(office, PERIODE.tahun)
    assert DOKUMEN


def damage_database(sound: Path, work: Path, count: int, first: int = 0) -> Tally:
    """Open, check and read damaged databases; raise what is no sentence, naming the variant.

    Raises:
        AssertionError: a refused file was changed, or one took too long.
    """
    tally = Tally()
    content = (sound / "data" / "kinerja.db").read_bytes()
    for name, damaged in variants(content, count, first):
        folder = work / "data"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(sound / "data", folder)
        (folder / "kinerja.db").write_bytes(damaged)
        with _named(name), _timed(tally, name) as outcome:
            try:
                office = open_office(folder)
            except KinerjaError:
                outcome["refused"] = True
                assert (folder / "kinerja.db").read_bytes() == damaged, "the file was changed"
                continue
            try:
                with office.guarded():
                    check_office(office)
                    read_everything(office)
            except KinerjaError:
                outcome["refused"] = True
            finally:
                office.close()
    return tally


def damage_backup(sound: Path, work: Path, kind: str, count: int, first: int = 0) -> Tally:
    """Restore damaged backups, into the open office and from the command line.

    Args:
        sound: what `make_sound` made.
        work: a folder to work in.
        kind: ``.db`` or ``.kinerja``.
        count: how many.
        first: the first seed.

    Raises:
        AssertionError: a refused backup changed the office's data, or one took too long.
    """
    tally = Tally()
    source = next((sound / "data" / "cadangan").glob("*.db"))
    content = (sound / "ekspor.kinerja" if kind == ".kinerja" else source).read_bytes()
    folder, path = work / "data", work / f"cadangan{kind}"
    before = _fresh(sound, folder)
    for number, (name, damaged) in enumerate(variants(content, count, first)):
        path.write_bytes(damaged)
        with _named(name), _timed(tally, name) as outcome:
            try:
                _restore(folder, path, is_open=number % 2 == 0)
            except KinerjaError:
                outcome["refused"] = True
                assert _dump(folder) == before, "the data was changed"
                continue
        office = open_office(folder)
        # What was altered readably is told as changed outside; it must not raise.
        check_office(office)
        office.close()
        before = _fresh(sound, folder)
    return tally


def _restore(folder: Path, path: Path, *, is_open: bool) -> None:
    if not is_open:
        restore_folder(folder, path)
        return
    office = open_office(folder)
    try:
        restore_into(office, path)
    finally:
        office.close()


def _fresh(sound: Path, folder: Path) -> list[str]:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sound / "data", folder)
    return _dump(folder)


def _dump(folder: Path) -> list[str]:
    with closing(connect(folder / "kinerja.db")) as connection:
        return list(connection.iterdump())


@contextmanager
def _named(name: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        error.add_note(name)
        raise


@contextmanager
def _timed(tally: Tally, name: str) -> Iterator[dict[str, bool]]:
    outcome = {"refused": False}
    started = time.process_time()
    yield outcome
    took = time.process_time() - started
    tally.note(name, took, refused=outcome["refused"])
    assert took <= MOST_SECONDS, f"{took:.1f} s"
