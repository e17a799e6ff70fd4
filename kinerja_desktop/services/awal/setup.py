"""Set an office up: from an empty PC to a place where work can begin."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_desktop.documents.pictures.picture_check import check_picture
from kinerja_desktop.domain.capaian.freezing import freeze
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.penerimaan.unit import KECAMATAN_LUMAJANG as KECAMATAN_LUMAJANG
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.paths import resource
from kinerja_desktop.services.kantor.baru import MENYIAPKAN
from kinerja_desktop.services.kantor.kept_files import keep_bytes, read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.library import adopt_seeds, list_own_seeds
from kinerja_desktop.store.queries.anggaran import list_mata_anggaran
from kinerja_desktop.store.queries.kantor import get_instansi, list_hari_libur
from kinerja_desktop.store.records import (
    HariLibur,
    Instansi,
    MataAnggaran,
    Pejabat,
    Penempatan,
)
from kinerja_desktop.store.records import (
    ProfilRumus as ProfilRow,
)

#: Kinds of days that `holidays` tells apart, and ours.
_CUTI_BERSAMA = "government"


@dataclass(frozen=True)
class PejabatAwal:
    """An official as asked for by the wizard."""

    nama: str
    jabatan: str
    peran: str
    mulai: date
    nip: str = ""
    pangkat: str = ""
    status: str = "definitif"
    selesai: date | None = None
    pengelola_kinerja: bool = False


@dataclass(frozen=True)
class KantorBaru:
    """What the wizard asked for: the office, its people, its formula profile, its SOPs.

    Attributes:
        instansi: columns of the office's own row, such as ``kecamatan``.
        tahun: the first year of work.
        pejabat: officials, the Camat among them.
        profil: the formula profile.
        sop: names of the seed SOPs to begin with.
        logo: an image for the letterhead.
    """

    instansi: dict[str, Any]
    tahun: int
    pejabat: Sequence[PejabatAwal] = ()
    profil: ProfilRumus = field(default_factory=ProfilRumus)
    sop: tuple[str, ...] = ()
    logo: Path | None = None


def set_up(office: Office, kantor: KantorBaru) -> None:
    """Write down what the wizard asked for, as one deed of the clerk.

    Raises:
        KinerjaError: the office is set up already, or the logo is no picture.
    """
    if office.instansi() is not None:
        raise KinerjaError("Kantor ini sudah disiapkan.", "Ubah isinya di Pengaturan.")
    logo = _keep_logo(office, kantor.logo) if kantor.logo else ""
    with office.journal.action(MENYIAPKAN, undoable=False) as session:
        session.add(Instansi(**kantor.instansi, logo=logo))
        session.add(ProfilRow(berlaku_dari=kantor.tahun, **profil_to_columns(kantor.profil)))
        for awal in kantor.pejabat:
            pejabat = Pejabat(nama=awal.nama, nip=awal.nip, pangkat=awal.pangkat)
            session.add(pejabat)
            session.add(
                Penempatan(
                    pejabat_id=pejabat.id, jabatan=awal.jabatan, peran=awal.peran,
                    status=awal.status, mulai=awal.mulai, selesai=awal.selesai,
                    pengelola_kinerja=awal.pengelola_kinerja,
                )
            )  # fmt: skip
        for row in list_holidays(range(kantor.tahun - 1, kantor.tahun + 2)):
            session.add(row)
        adopt_seeds(session, kantor.sop)


def complete_setup(office: Office, sop: tuple[str, ...] | None = None) -> None:
    """Add the SOPs and holidays that an imported workbook may not carry.

    Args:
        office: whose workbook was taken.
        sop: names of the seed SOPs to begin with; None for those made for this very office.
    """
    year, instansi = office.today().year, office.require_instansi()
    names = list_own_seeds(instansi.kecamatan, instansi.kabupaten) if sop is None else sop
    if names:
        with office.journal.action("Melengkapi SOP") as session:
            adopt_seeds(session, names)
    for tahun in range(year - 1, year + 2):
        add_holidays(office, tahun)
    # Taken back one by one, what set the office up would leave a window without an office.
    office.journal.forget()


def list_holidays(years: Sequence[int] | range) -> list[HariLibur]:
    """Return the public holidays and cuti bersama of Indonesia; the office edits them later."""
    from holidays import country_holidays

    rows: list[HariLibur] = []
    days = country_holidays("ID", years=years, language="id")
    joint = country_holidays("ID", years=years, language="id", categories=_CUTI_BERSAMA)
    for found, jenis in ((days, "nasional"), (joint, "cuti_bersama")):
        taken = {row.tanggal for row in rows}
        rows += [
            HariLibur(tanggal=day, nama=name, jenis=jenis)
            for day, name in sorted(found.items())
            if day not in taken
        ]
    return rows


def profil_to_columns(profil: ProfilRumus) -> dict[str, Any]:
    """Return a profile as columns of its row."""
    percents = {name: getattr(profil, name) for name in ("lantai", "cap_capaian", "cap_rata_rata")}
    return {**freeze(profil), **percents}


@dataclass(frozen=True)
class Nomenklatur:
    """One sub kegiatan of urusan 7.01 with its kegiatan and program."""

    kode_program: str
    program: str
    kode_kegiatan: str
    kegiatan: str
    kode_sub_kegiatan: str
    sub_kegiatan: str
    relevansi: str


@cache
def read_nomenklatur() -> tuple[Nomenklatur, ...]:
    """Return the sub kegiatan that a kecamatan may have (`docs/sakip.md` §6.3)."""
    with resource("nomenklatur_7_01.csv").open(encoding="utf-8", newline="") as file:
        names = list(Nomenklatur.__dataclass_fields__)
        return tuple(Nomenklatur(*(row[name] for name in names)) for row in csv.DictReader(file))


def add_nomenklatur(office: Office, chosen: Sequence[Nomenklatur]) -> int:
    """Add sub kegiatan with their kegiatan and program; those there already stay.

    Returns:
        How many lines were added.
    """
    added = 0
    with office.journal.action("Menambah program dan kegiatan dari nomenklatur") as session:
        known = {row.kode: row for row in list_mata_anggaran(session)}
        for item in chosen:
            parent: MataAnggaran | None = None
            for kode, nama, jenis in (
                (item.kode_program, item.program, "program"),
                (item.kode_kegiatan, item.kegiatan, "kegiatan"),
                (item.kode_sub_kegiatan, item.sub_kegiatan, "sub_kegiatan"),
            ):
                if kode not in known:
                    known[kode] = MataAnggaran(
                        kode=kode, nama=nama, jenis=jenis, induk_id=parent.id if parent else None
                    )
                    session.add(known[kode])
                    added += 1
                parent = known[kode]
    return added


def add_holidays(office: Office, tahun: int) -> int:
    """Add the public holidays and cuti bersama of a year; days that are there already stay.

    Returns:
        How many days were added.
    """
    with office.journal.action(f"Mengisi hari libur {tahun}") as session:
        known = list_hari_libur(session)
        rows = [row for row in list_holidays([tahun]) if row.tanggal not in known]
        session.add_all(rows)
    return len(rows)


def set_logo(office: Office, source: Path) -> None:
    """Take a picture into the letterhead.

    Raises:
        KinerjaError: the file is no picture, too large, damaged, or cannot be read.
    """
    digest = _keep_logo(office, source)
    with office.journal.action("Mengganti logo") as session:
        get_instansi(session).logo = digest


def _keep_logo(office: Office, source: Path) -> str:
    try:
        content = source.read_bytes()
    except OSError as error:
        raise explain_os_error(error, source) from error
    check_picture(content, source.name)
    return keep_bytes(office, content)


def read_logo_of(office: Office) -> bytes | None:
    """Return the picture of the letterhead; None when there is none."""
    instansi = office.instansi()
    return read_logo(office, instansi.logo) if instansi else None
