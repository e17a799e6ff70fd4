"""What stands around every paper that the Camat signs: kop, place, signer, marks."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop, make_penandatangan
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Tanda, write_tempat_tanggal
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.records import Instansi


def camat_of(session: Session, instansi: Instansi, day: date) -> Penandatangan:
    """Return the Camat of a day; without one, the post with a line to write on."""
    return make_penandatangan(find_by_peran(session, "camat", day), f"Camat {instansi.kecamatan}")


def place_of(instansi: Instansi, tanggal: date | None) -> str:
    """Return place and date as above a signature; dots for a date that is written by hand."""
    return write_tempat_tanggal(instansi.tempat or instansi.kabupaten, tanggal)


def kop_of(office: Office, instansi: Instansi) -> Kop | None:
    """Return the letterhead, none while the office has no address to print there."""
    if not instansi.alamat:
        return None
    return make_kop(identify_instansi(instansi), read_logo(office, instansi.logo))


def with_properties(office: Office, naskah: Naskah, tanggal: date | None) -> Naskah:
    """Tell whose a paper is and its date, in the properties of its file.

    What was signed under an earlier edition, and what tells them itself, stays as it is.

    Args:
        office: the open office.
        naskah: the paper.
        tanggal: the day that stands on it; None for none.
    """
    if not naskah.is_archival:
        return naskah
    author = naskah.author or identify_instansi(office.require_instansi()).nama
    return replace(naskah, author=author, tanggal=naskah.tanggal or tanggal)


def tanda_of(instansi: Instansi) -> Tanda:
    """Return the marks of a paper that is signed as it is."""
    return Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4")
