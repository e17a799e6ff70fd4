"""The practice office while it is being filled: what a deed finds there by its name."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.latihan.berkas import Isi


@dataclass
class Kerja:
    """The office, and what the deeds so far have left for the later ones.

    Attributes:
        office: the practice office, its clock held at the moment of the deed.
        folder: a folder of this run's own: the stick, and the pictures before they are taken in.
        kasus: the cases of SOPs by the names that the file gives them.
        surat: letters that came and that begin a case, by its name, until it begins.
    """

    office: Office
    folder: Path
    kasus: dict[str, UUID] = field(default_factory=dict)
    surat: dict[str, UUID] = field(default_factory=dict)

    @property
    def stick(self) -> Path:
        """The folder that stands for Bappeda's stick."""
        place = self.folder / "Flashdisk Bappeda"
        place.mkdir(exist_ok=True)
        return place

    @property
    def hari(self) -> date:
        """The day of the deed."""
        return self.office.today()

    def find(self, section: str, **where: object) -> UUID:
        """Return the id of the one row of a section."""
        (row,) = list_rows(self.office, section, **where)
        key: UUID = row["id"]
        return key

    def pejabat(self, isi: Isi) -> UUID | None:
        """Return whom a deed is about; None for the office as a whole."""
        return self.find("pejabat", nama=isi["pejabat"]) if "pejabat" in isi else None


def periode_of(isi: Isi) -> Periode:
    """Return the period that a deed is about."""
    return Periode(isi["tahun"], isi.get("triwulan"))
