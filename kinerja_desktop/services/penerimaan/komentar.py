"""What Bappeda tells units of their deliveries: written here, and given back to them as a file.

The file goes beside the receipt, onto the stick on which the package came (`docs/sakip.md` §10).
What has left is not worded anew: the unit has it. It is done with, or followed by another comment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.penerimaan.komentar import (
    MAKS_KOMENTAR,
    BerkasKomentar,
    ButirKomentar,
    tidy_isi,
    write_komentar,
)
from kinerja_desktop.domain.penerimaan.urutan import find_newest
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.package_paths import name_office
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kiriman.komentar import PREFIX, read_butir, require_komentar
from kinerja_desktop.services.penerimaan.penilaian import urutan_of_row
from kinerja_desktop.services.penerimaan.unit import name_unit, name_units, require_bappeda
from kinerja_desktop.store.queries import komentar as queries
from kinerja_desktop.store.queries import penerimaan as packages
from kinerja_desktop.store.records import Komentar, PerangkatDaerah

_LONGEST_UNIT = 40
#: What a comment on a package as a whole is about, in words.
SELURUHNYA = "Paket seluruhnya"


@dataclass(frozen=True)
class Dikomentari:
    """Which delivery another page wants to comment on.

    Attributes:
        unit_id: whose it is.
        periode: of which year or triwulan.
        tentang: the indicator or document that is meant; empty for the whole.
        isi: what is proposed to be said; it never takes the place of what is being written.
    """

    unit_id: UUID
    periode: Periode
    tentang: str = ""
    isi: str = ""


@dataclass(frozen=True)
class KomentarUnit:
    """A comment with the unit that it is for."""

    id: UUID
    unit_id: UUID
    unit: str
    butir: ButirKomentar
    dikirim: datetime | None
    selesai: date | None

    @property
    def keadaan(self) -> str:
        """Where it stands, in words."""
        if self.selesai:
            return f"Selesai {format_tanggal(self.selesai)}"
        if self.dikirim is None:
            return "Belum ditulis ke berkas"
        return f"Diberikan {format_tanggal(local_date(self.dikirim))}, belum selesai"

    @property
    def status(self) -> str:
        """The same in a word or two."""
        if self.selesai:
            return "Selesai"
        return "Belum ditulis" if self.dikirim is None else "Diberikan"

    @property
    def tentang(self) -> str:
        """What it is about, in words."""
        return self.butir.tentang or SELURUHNYA


@dataclass(frozen=True)
class Sasaran:
    """A delivery that can be commented on: whose and of when."""

    unit_id: UUID
    unit: str
    periode: Periode


def list_komentar(office: Office, tahun: int) -> list[KomentarUnit]:
    """Return what units were told of a year, the oldest first.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    require_bappeda(office)
    with office.journal.reading() as session:
        return _describe(session, queries.list_of_year(session, tahun))


def list_terbuka(office: Office) -> list[KomentarUnit]:
    """Return what units were told and nobody is done with, of all years, the oldest first."""
    with office.journal.reading() as session:
        return _describe(session, queries.list_open(session))


def list_semua(office: Office) -> list[KomentarUnit]:
    """Return what units were told of all years, the oldest first."""
    with office.journal.reading() as session:
        return _describe(session, queries.list_all(session))


def list_sasaran(office: Office, tahun: int) -> list[Sasaran]:
    """Return the deliveries of a year that can be commented on, in the order of the units."""
    with office.journal.reading() as session:
        names = name_units(packages.list_unit(session))
        came = {
            (row.perangkat_id, Periode(row.tahun, row.triwulan))
            for row in packages.list_arrivals(session, tahun)
        }
    places = {key: place for place, key in enumerate(names)}
    ordered = sorted(came, key=lambda item: (places[item[0]], item[1].triwulan or 5))
    return [Sasaran(key, names[key], periode) for key, periode in ordered]


def list_tentang(office: Office, unit_id: UUID, periode: Periode) -> list[str]:
    """Return what of a delivery can be meant: its documents, then its indicators.

    Raises:
        KinerjaError: nothing of this period came from the unit.
    """
    with office.journal.reading() as session:
        return _list_tentang(session, unit_id, periode)


def tulis_komentar(
    office: Office, unit_id: UUID, periode: Periode, isi: str, tentang: str = ""
) -> UUID:
    """Write a comment to a unit about a period that it delivered.

    Args:
        office: the open office, one that receives.
        unit_id: for whom.
        periode: of which a package is in.
        isi: what is said.
        tentang: the indicator or document that is meant, as `list_tentang` words it; empty for
            the whole.

    Raises:
        KinerjaError: it says nothing or too much, or means what did not come.
    """
    require_bappeda(office)
    try:
        text = tidy_isi(isi)
    except ValueError as error:
        raise KinerjaError(str(error)) from error
    with office.journal.reading() as session:
        unit = name_unit(session.get_one(PerangkatDaerah, unit_id))
        known = _list_tentang(session, unit_id, periode)
    if tentang and tentang not in known:
        raise KinerjaError(
            f"Paket {unit} {periode.label} tidak memuat '{tentang}'.",
            "Pilih indikator atau dokumen dari daftarnya.",
        )
    row = Komentar(
        perangkat_id=unit_id,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        tentang=tentang,
        isi=text,
        dari=office.journal.pelaku,
        dibuat=office.now(),
    )
    with office.journal.action(f"Menulis komentar untuk {unit} {periode.label}") as session:
        session.add(row)
    return row.id


def hapus_komentar(office: Office, komentar_id: UUID) -> None:
    """Remove a comment that the unit was not given yet.

    Raises:
        KinerjaError: it has left, or is not there.
    """
    with office.journal.action("Menghapus komentar") as session:
        row = require_komentar(session, komentar_id)
        if row.dikirim is not None:
            raise KinerjaError(
                "Komentar ini sudah diberikan kepada unitnya, jadi tidak dapat dihapus.",
                "Tandai selesai, atau tulis komentar baru yang membetulkannya.",
            )
        session.delete(row)


def tandai_selesai(office: Office, komentar_id: UUID, *, is_done: bool = True) -> None:
    """Note that a comment is done with today, or that it is not.

    Raises:
        KinerjaError: it is not there.
    """
    label = "Menandai komentar selesai" if is_done else "Menandai komentar belum selesai"
    with office.journal.action(label) as session:
        require_komentar(session, komentar_id).selesai = office.today() if is_done else None


def write_berkas(office: Office, unit_id: UUID, folder: Path) -> Path | None:
    """Write what a unit is told and has not done into a file that its program reads.

    Args:
        office: the open office, one that receives.
        unit_id: for whom.
        folder: where it goes: the stick on which its package came.

    Returns:
        The file; None where there is nothing to tell.

    Raises:
        KinerjaError: the place cannot be written, or is the data folder. Nothing is noted as given.
    """
    require_output(office, folder, ())
    instansi = require_bappeda(office)
    with office.journal.reading() as session:
        unit = session.get_one(PerangkatDaerah, unit_id)
        rows = [row for row in queries.list_open(session) if row.perangkat_id == unit_id]
    if not rows:
        return None
    rows = rows[-MAKS_KOMENTAR:]
    content = write_komentar(
        BerkasKomentar(
            kantor=f"{instansi.kecamatan} Kabupaten {instansi.kabupaten}",
            kecamatan=unit.nama,
            kabupaten=unit.kabupaten,
            komentar=tuple(read_butir(row) for row in rows),
        )
    )
    path = _choose_path(folder, unit.nama, content)
    write_file(path, content)
    _note_given(office, name_unit(unit), [row.id for row in rows if row.dikirim is None])
    return path


def list_untuk_ditulis(office: Office) -> dict[UUID, str]:
    """Return the units that are told something which is not done, with their names."""
    return {item.unit_id: item.unit for item in list_terbuka(office)}


def _note_given(office: Office, unit: str, ids: Sequence[UUID]) -> None:
    if not ids:
        return
    label = f"Memberikan {len(ids)} komentar kepada {unit}"
    with office.journal.action(label, undoable=False) as session:
        for row in queries.list_by_id(session, ids):
            row.dikirim = office.now()


def _choose_path(folder: Path, unit: str, content: bytes) -> Path:
    """Return a name that nothing else bears; the very same file is written over itself."""
    first = f"{PREFIX}{name_office(unit)[:_LONGEST_UNIT].rstrip('._-')}"
    path, number = folder / f"{first}.json", 1
    while path.exists() and not (path.is_file() and path.read_bytes() == content):
        number += 1
        path = folder / f"{first}_{number}.json"
    return path


def _list_tentang(session: Session, unit_id: UUID, periode: Periode) -> list[str]:
    versions = packages.list_versions(session, unit_id, periode)
    newest = find_newest(versions, urutan_of_row)
    if newest is None:
        raise KinerjaError(
            f"Paket {periode.label} unit ini belum diterima, jadi belum dapat dikomentari.",
            "Terima paketnya lebih dulu.",
        )
    names = [str(item["judul"]) for item in newest.ringkas["dokumen"]]
    names += [str(item["uraian"]) for item in newest.ringkas["indikator"]]
    return list(dict.fromkeys(names))


def _describe(session: Session, rows: Iterable[Komentar]) -> list[KomentarUnit]:
    names = name_units(packages.list_unit(session))
    return [
        KomentarUnit(
            row.id,
            row.perangkat_id,
            names[row.perangkat_id],
            read_butir(row),
            row.dikirim,
            row.selesai,
        )
        for row in rows
        # Without one it was told to this office, when it was a kecamatan's.
        if row.perangkat_id is not None
    ]
