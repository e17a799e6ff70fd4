"""Offices that many tests begin with: made once in each test process, and copied for each test."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.riwayat.maintenance import check_office

if TYPE_CHECKING:
    from tests.postgres import Cluster


def fill_report(office: Office) -> None:
    """Make the LKjIP 2024 ready to become final."""
    from tests.services.lkjip.office import complete

    fill_sample(office)
    complete(office)


def finish_year(office: Office) -> None:
    """Do everything that leaves something final behind: an agreement, a measurement, a report."""
    from tests.services.dokumen.papers import indikator_id, sign_perjanjian
    from tests.services.lkjip.office import TAHUN, complete

    fill_sample(office)
    sign_perjanjian(office)
    set_realisasi(office, indikator_id(office, "IKU-1"), Periode(2023), Decimal("91.5"))
    office.journal.undo()
    complete(office)
    finalize_lkjip(office, TAHUN, date(2025, 1, 31))
    assert check_office(office) == []


#: What a test that asks for the fixture of this name begins with; the fullest first.
STAGES: Mapping[str, Callable[[Office], None]] = {
    "tuntas": finish_year,
    "lengkap": fill_report,
    "muncar": fill_sample,
}


def choose_stage(fixtures: list[str]) -> str | None:
    """Return the fullest office that a test asks for; None for an empty one."""
    return next((name for name in STAGES if name in fixtures), None)


class Shelf:
    """Keeps one office of each stage and moment; nobody opens what lies on it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, datetime], str] = {}

    def lay_folder(self, stage: str, clock: Callable[[], datetime], target: Path) -> None:
        """Copy an office in a folder to a test's own place."""
        key = stage, clock()
        if key not in self._kept:
            name = f"{len(self._kept)}"
            self._make(self._folder / name, *key)
            self._kept[key] = name
        shutil.copytree(self._folder / self._kept[key], target)

    def lay_database(self, stage: str, clock: Callable[[], datetime], server: "Cluster") -> str:
        """Make a database for a test out of an office on a server; return its name."""
        key = stage, clock()
        if key not in self._kept:
            database = server.new_office()
            self._make(server.address(database, self._folder / database), *key)
            self._kept[key] = database
        return server.new_database(self._kept[key])

    def _make(self, place: Place, stage: str, moment: datetime) -> None:
        office = open_office(place, lambda: moment)
        STAGES[stage](office)
        office.close()
