"""Who the office and its officials are, as they stand in letterhead, form and signature."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.capaian.snapshot import IdentitasInstansi, IdentitasPejabat
from kinerja_desktop.domain.sections.pejabat import PERAN, STATUS_PENEMPATAN
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.bahan import list_pejabat_with_iki
from kinerja_desktop.store.queries.pejabat import find_atasan, peran_of_atasan
from kinerja_desktop.store.records import Instansi, Penempatan

_CAMAT = "camat"
#: The status of who holds a post, rather than stands in for somebody.
DEFINITIF = "definitif"


def identify_instansi(row: Instansi) -> IdentitasInstansi:
    """Return the office as it stands in letterhead and form."""
    return IdentitasInstansi(
        kecamatan=row.kecamatan, kabupaten=row.kabupaten, provinsi=row.provinsi,
        alamat=row.alamat, telepon=row.telepon, kode_pos=row.kode_pos, laman=row.laman,
        pos_el=row.pos_el, tempat=row.tempat or row.kabupaten, logo=row.logo, contoh=row.contoh,
        jenis=row.jenis,
    )  # fmt: skip


def name_post(post: Penempatan) -> str:
    """Return a post as a list names it: ``Plt. Camat Lumajang``."""
    if post.status == DEFINITIF:
        return post.jabatan
    return f"{STATUS_PENEMPATAN[post.status]} {post.jabatan}"


def identify_bupati(instansi: Instansi) -> IdentitasPejabat:
    """Return the Bupati, who is no official of this office and has neither pangkat nor NIP."""
    return IdentitasPejabat(instansi.bupati, f"Bupati {instansi.kabupaten}")


def identify_atasan(
    session: Session, instansi: Instansi, pejabat_id: UUID, tanggal: date
) -> IdentitasPejabat:
    """Return who signs above an official on a day; the Bupati above the Camat.

    A post that nobody held on that day has no name, and so a line to write on: the Bupati does not
    sign for a vacant Camat (`docs/sakip.md` §3.4).
    """
    found = find_atasan(session, pejabat_id, tanggal)
    if found is not None:
        return found
    peran = peran_of_atasan(session, pejabat_id, tanggal)
    if peran is None:
        return identify_bupati(instansi)
    vacant = {_CAMAT: f"Camat {instansi.kecamatan}"}.get(peran, PERAN[peran])
    return IdentitasPejabat("", vacant)


def list_pemilik_iki(office: Office) -> dict[UUID, str]:
    """Return the officials who have IKI, by id, in order of their names."""
    with office.journal.reading() as session:
        return {row.id: row.nama for row in list_pejabat_with_iki(session)}
