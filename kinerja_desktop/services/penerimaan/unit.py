"""Who delivers to this Bappeda, and which periods it asks for (`docs/sakip.md` §10, §13)."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import KATA_KABUPATEN, KATA_KECAMATAN, bare_name
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA, KECAMATAN, name_kantor
from kinerja_desktop.domain.penerimaan.unit import is_same_unit, normalize_nama
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.queries.penerimaan import Kedatangan, PaketTercatat
from kinerja_desktop.store.records import (
    Instansi,
    PaketMasuk,
    PerangkatDaerah,
    TenggatPelaporan,
)


def counts(instansi: Instansi, row: PaketMasuk | PaketTercatat | Kedatangan) -> bool:
    """Tell whether a package counts: what a practice office sends does so only in another one.

    It stays in and can be looked at; invented figures stand in no recap and settle no deadline.
    """
    return instansi.contoh or not row.contoh


def require_bappeda(office: Office) -> Instansi:
    """Return the own row of an office that receives packages.

    Raises:
        KinerjaError: it is not set up, or is a kecamatan.
    """
    instansi = office.require_instansi()
    if instansi.jenis != BAPPEDA:
        raise KinerjaError(
            f"Data ini milik {name_kantor(instansi.kecamatan, instansi.jenis)}, bukan Bappeda, "
            "jadi tidak menerima paket.",
            "Pakai folder data Bappeda.",
        )
    return instansi


def list_unit(office: Office) -> list[PerangkatDaerah]:
    """Return the units that deliver, in the order of their list."""
    with office.journal.reading() as session:
        return queries.list_unit(session)


def add_unit(
    office: Office, nama: Sequence[str], kabupaten: str = "", jenis: str = KECAMATAN
) -> int:
    """Add units to the end of the list; those that are there already are passed by.

    Args:
        office: the open office.
        nama: their names, with or without the word Kecamatan.
        kabupaten: of which; empty for this Bappeda's own.
        jenis: ``kecamatan``, or what else they are.

    Returns:
        How many were added.

    Raises:
        KinerjaError: this is no Bappeda, or a name is blank.
    """
    own = require_bappeda(office).kabupaten
    if not all(item.strip() for item in nama):
        raise KinerjaError("Nama unit masih kosong.", "Tulis nama unitnya.")
    with office.journal.action(f"Menambah {len(nama)} unit pengirim") as session:
        return _add(session, nama, bare_name(kabupaten, KATA_KABUPATEN) or own, jenis)


def _add(session: Session, nama: Iterable[str], kabupaten: str, jenis: str) -> int:
    known = queries.list_unit(session)
    daftar = DaftarUnit(known)
    urut = max((unit.urut for unit in known), default=0)
    added = 0
    for item in nama:
        if daftar.find(item, kabupaten) is None:
            added += 1
            unit = PerangkatDaerah(
                nama=bare_name(" ".join(item.split()), KATA_KECAMATAN),
                jenis=jenis,
                kabupaten=kabupaten,
                urut=urut + added,
            )
            daftar.add(unit)
            session.add(unit)
    return added


class DaftarUnit:
    """The units that deliver, to be found by name among thousands."""

    def __init__(self, units: Iterable[PerangkatDaerah]) -> None:
        self._by_name: dict[str, list[PerangkatDaerah]] = {}
        for unit in units:
            self.add(unit)

    def add(self, unit: PerangkatDaerah) -> None:
        """Know one more."""
        self._by_name.setdefault(normalize_nama(unit.nama), []).append(unit)

    def find(self, nama: str, kabupaten: str) -> PerangkatDaerah | None:
        """Return the unit that a name means, however it is written; None where none does."""
        return next(iter(self.list_named(nama, kabupaten)), None)

    def name(self, unit: PerangkatDaerah) -> str:
        """Return what a unit is called; with its kabupaten where another one is called so."""
        is_alone = len(self._by_name.get(normalize_nama(unit.nama), ())) < 2
        return name_unit(unit) if is_alone else f"{name_unit(unit)}, Kabupaten {unit.kabupaten}"

    def list_named(self, nama: str, kabupaten: str) -> list[PerangkatDaerah]:
        """Return all units that a name means; of any kabupaten where none is told."""
        return [
            unit
            for unit in self._by_name.get(normalize_nama(nama), ())
            if is_same_unit(nama, kabupaten, unit.nama, unit.kabupaten)
        ]


def name_units(units: Iterable[PerangkatDaerah]) -> dict[UUID, str]:
    """Return what units are called beside each other: of two of one name the kabupaten tells."""
    known = list(units)
    daftar = DaftarUnit(known)
    return {unit.id: daftar.name(unit) for unit in known}


def read_daftar(office: Office) -> DaftarUnit:
    """Return the units that deliver, to be found by name."""
    return DaftarUnit(list_unit(office))


def name_unit(unit: PerangkatDaerah) -> str:
    """Return a unit as people call it: ``Kecamatan Lumajang``, ``Dinas Sosial``."""
    return name_kantor(unit.nama, unit.jenis)


def require_unit(office: Office, nama: str) -> PerangkatDaerah:
    """Return the unit of this Bappeda's list that a name means.

    Args:
        office: the open office, one that receives.
        nama: of a unit, with its kabupaten behind a comma where several are called so; alone it
            means that of this Bappeda's own kabupaten first.

    Raises:
        KinerjaError: there is none, or several, or this is no Bappeda.
    """
    own = require_bappeda(office).kabupaten
    daftar = read_daftar(office)
    alone, _, kabupaten = nama.rpartition(",")
    named = daftar.list_named(alone, kabupaten) if alone else []
    found = named or daftar.list_named(nama, own) or daftar.list_named(nama, "")
    if not found:
        raise KinerjaError(f"Unit '{nama}' tidak ada di daftar.", "Lihat daftarnya di Penerimaan.")
    if len(found) > 1:
        names = "; ".join(f"{unit.nama}, {unit.kabupaten}" for unit in found)
        raise KinerjaError(
            f"Ada {len(found)} unit bernama '{nama}'.",
            f"Tulis bersama kabupatennya, salah satu dari: {names}.",
        )
    return found[0]


def ask_unit(office: Office, nama: Sequence[str], *, is_asked: bool) -> int:
    """Ask units for packages, or ask them no more; what they delivered stays.

    Returns:
        For how many that is a change.

    Raises:
        KinerjaError: a name means none of the list, or this is no Bappeda.
    """
    ids = {require_unit(office, item).id for item in nama}
    verb = "Meminta lagi" if is_asked else "Tidak meminta lagi"
    with office.journal.action(f"{verb} paket {len(ids)} unit") as session:
        rows = [row for row in queries.list_unit(session) if row.id in ids]
        changed = [row for row in rows if row.aktif != is_asked]
        for row in changed:
            row.aktif = is_asked
    return len(changed)


def remove_tenggat(office: Office, periode: Periode) -> bool:
    """Ask for a period no more.

    Returns:
        Whether it was asked for.

    Raises:
        KinerjaError: this is no Bappeda.
    """
    require_bappeda(office)
    with office.journal.action(f"Menghapus tenggat pelaporan {periode.label}") as session:
        row = queries.find_tenggat(session, periode)
        if row is not None:
            session.delete(row)
    return row is not None


def set_tenggat(office: Office, periode: Periode, tenggat: date | None) -> None:
    """Ask all units for a period until a day; None asks for it without a day.

    Raises:
        KinerjaError: this is no Bappeda.
    """
    require_bappeda(office)
    with office.journal.action(f"Mengisi tenggat pelaporan {periode.label}") as session:
        row = queries.find_tenggat(session, periode)
        if row is None:
            row = TenggatPelaporan(tahun=periode.tahun, triwulan=periode.triwulan)
            session.add(row)
        row.tenggat = tenggat
