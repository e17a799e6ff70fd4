"""The planning papers as naskah: signed by whoever held the post on the paper's date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.penetapan_iku import build_penetapan_iku
from kinerja_desktop.documents.papers.perjanjian_kinerja import build_perjanjian_kinerja
from kinerja_desktop.documents.papers.rencana_aksi import build_rencana_aksi
from kinerja_desktop.documents.papers.rencana_kinerja import build_rencana_kinerja
from kinerja_desktop.domain.laporan.dari_snapshot import make_penandatangan
from kinerja_desktop.domain.laporan.kop import Pengesahan
from kinerja_desktop.domain.laporan.penetapan_iku import PenetapanIku
from kinerja_desktop.domain.laporan.perjanjian import PerjanjianTercetak
from kinerja_desktop.domain.laporan.rencana_aksi import RencanaAksiTercetak
from kinerja_desktop.domain.laporan.rencana_kinerja import RencanaKinerja, date_plan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.identitas import identify_atasan
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import camat_of, kop_of, place_of, tanda_of
from kinerja_desktop.services.rencana.perjanjian_data import (
    find_perjanjian_camat,
    gather_perjanjian,
)
from kinerja_desktop.services.rencana.plan_data import gather_iku, gather_rkt
from kinerja_desktop.services.rencana.rencana_aksi_data import gather_rencana_aksi
from kinerja_desktop.store.queries.pejabat import find_by_pejabat
from kinerja_desktop.store.records import Instansi


def compose_iku(office: Office, tahun: int) -> tuple[PenetapanIku, Naskah]:
    """Return the Penetapan IKU in force in a year, dated as the Keputusan Camat is, and its print.

    Raises:
        KinerjaError: no IKU is in force.
    """
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        data = gather_iku(session, tahun)
        _refuse_empty(data.sasaran, "IKU", tahun)
        day = data.tanggal or _day_in(tahun, office.today())
        pengesahan = Pengesahan(place_of(instansi, data.tanggal), camat_of(session, instansi, day))
    return data, build_penetapan_iku(data, pengesahan, tanda_of(instansi))


def compose_rkt(
    office: Office, tahun: int, tanggal: date | None = None
) -> tuple[RencanaKinerja, Naskah]:
    """Return the Rencana Kinerja Tahunan and its print.

    Args:
        office: the open office.
        tahun: the year that is planned.
        tanggal: date on the paper; None for today, or for dots once the year is over.

    Raises:
        KinerjaError: no indicator is in force.
    """
    instansi = office.require_instansi()
    printed = tanggal or date_plan(tahun, office.today())
    day = printed or date(tahun, 1, 1)
    with office.journal.reading() as session:
        data = gather_rkt(session, tahun, day)
        _refuse_empty(data.sasaran, "indikator", tahun)
        pengesahan = Pengesahan(place_of(instansi, printed), camat_of(session, instansi, day))
    naskah = build_rencana_kinerja(data, pengesahan, tanda_of(instansi), kop_of(office, instansi))
    return data, replace(naskah, tanggal=printed)


def compose_perjanjian(
    office: Office, perjanjian_id: UUID, tanggal: date | None = None
) -> tuple[PerjanjianTercetak, Naskah]:
    """Return one version of a Perjanjian Kinerja with its Lampiran, and its print.

    It never bears DRAF: this very paper is signed, and only then marked as signed.

    Args:
        office: the open office.
        perjanjian_id: which version.
        tanggal: the date on the paper; None for the one that was entered.

    Raises:
        KinerjaError: there is no such version any more.
    """
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        data = gather_perjanjian(session, perjanjian_id, office.today(), tanggal)
    logo = read_logo(office, instansi.logo)
    return data, build_perjanjian_kinerja(data, tanda_of(instansi), logo)


def compose_rencana_aksi(
    office: Office, tahun: int, pejabat_id: UUID | None = None, tanggal: date | None = None
) -> tuple[RencanaAksiTercetak, Naskah]:
    """Return the Rencana Aksi of a year and its print.

    Args:
        office: the open office.
        tahun: the year.
        pejabat_id: whose; None for the office's, signed by the Camat.
        tanggal: date on the paper; None for that of the office's Perjanjian Kinerja, which it
            spreads over the year, else as for a Rencana Kinerja Tahunan.

    Raises:
        KinerjaError: no indicator is in force.
    """
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        perjanjian = find_perjanjian_camat(session, tahun)
        signed = perjanjian.tanggal if perjanjian else None
        printed = tanggal or signed or date_plan(tahun, office.today())
        day = printed or date(tahun, 1, 1)
        data = gather_rencana_aksi(session, tahun, day, pejabat_id)
        _refuse_empty(data.sasaran, "indikator", tahun)
        place = place_of(instansi, printed)
        if pejabat_id is None:
            pengesahan = Pengesahan(place, camat_of(session, instansi, day))
        else:
            pengesahan = pengesahan_of_pejabat(session, instansi, pejabat_id, day, place)
    naskah = build_rencana_aksi(data, pengesahan, tanda_of(instansi), kop_of(office, instansi))
    return data, replace(naskah, tanggal=printed)


def _refuse_empty(sasaran: Sequence[object], what: str, tahun: int) -> None:
    if not sasaran:
        raise KinerjaError(
            f"Belum ada {what} yang berlaku pada {tahun}.", "Isi dulu Renstra & IKU."
        )


def pengesahan_of_pejabat(
    session: Session, instansi: Instansi, pejabat_id: UUID, day: date, place: str
) -> Pengesahan:
    """Return the official at the right and the superior of the day at the left, as on an IKI.

    Args:
        session: a reading session.
        instansi: the office.
        pejabat_id: who signs.
        day: date of the paper.
        place: place and date as above a signature.
    """
    own = find_by_pejabat(session, pejabat_id, day)
    superior = identify_atasan(session, instansi, pejabat_id, day)
    return Pengesahan(
        place,
        make_penandatangan(own, "Pejabat"),
        make_penandatangan(superior, superior.jabatan),
    )


def _day_in(tahun: int, today: date) -> date:
    return date_plan(tahun, today) or date(tahun, 1, 1)
