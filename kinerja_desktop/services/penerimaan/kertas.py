"""What stands around the papers of Bappeda: its letterhead, and who heads it."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.laporan.kop import Kop
from kinerja_desktop.domain.surat.isi import Penanda
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.pejabat import list_in_post
from kinerja_desktop.store.records import Instansi

#: How the post begins of who heads a Bappeda or a Bagian Organisasi; a Kepala Bidang does not.
_HEADS = ("kepala badan", "kepala bappeda", "kepala bagian")


def letterhead_of(office: Office, instansi: Instansi) -> Kop:
    """Return the letterhead: Bappeda's own row bears its name where a kecamatan's bears its own."""
    kop = make_kop(identify_instansi(instansi), read_logo(office, instansi.logo))
    return replace(kop, nama=instansi.kecamatan.upper())


def find_head(session: Session, instansi: Instansi, day: date) -> Penanda:
    """Return who signs for Bappeda on a day, by the post; one that nobody holds leaves its line."""
    heads = (*_HEADS, f"kepala {instansi.kecamatan}".casefold())
    posts = (post.jabatan for post, _ in list_in_post(session, day))
    found = next((jabatan for jabatan in posts if jabatan.casefold().startswith(heads)), "")
    return Penanda(peran="", jabatan=found or f"Kepala {instansi.kecamatan}")
