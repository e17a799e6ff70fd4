"""Which final is it: by what is asked for, by the kode on it, and what people call it."""

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.baris_final import find_row
from kinerja_desktop.services.dokumen.daftar import DOKUMEN, get_dokumen
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.finals import Final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN, PENGUKURAN_IKI
from kinerja_desktop.store.queries import dokumen_final as finals
from kinerja_desktop.store.records import Lkjip, Pengukuran


def find_final_row(session: Session, permintaan: Permintaan) -> Final | None:
    """Return the final in force of any kind of document; None while it is a draft."""
    return find_row(session, get_dokumen(permintaan.kunci), permintaan)


def find_by_kode(office: Office, found: Pindaian) -> list[Final]:
    """Return the finals in force whose kode were read in a scan, in their order there."""
    with office.journal.reading() as session:
        return [
            row
            for kode in found.kode
            for row in finals.list_by_kode(session, kode)
            if row.dibuka is None
        ]


def name_final(row: Final) -> str:
    """Return what a final is called: ``Pengukuran Kinerja Tahun 2024``."""
    periode = Periode(row.tahun, getattr(row, "triwulan", None))
    return f"{_name_kind(row)} {periode.label}"


def permintaan_of(row: Final) -> Permintaan:
    """Return what asks for a final: its kind, period, and whom it is about."""
    periode = Periode(row.tahun, getattr(row, "triwulan", None))
    match row:
        case Pengukuran():
            kind = PENGUKURAN if row.pejabat_id is None else PENGUKURAN_IKI
            return Permintaan(kind.kunci, periode, row.pejabat_id)
        case Lkjip():
            return Permintaan(LKJIP.kunci, periode)
    return Permintaan(row.kunci, periode, row.tentang)


def _name_kind(row: Final) -> str:
    match row:
        case Pengukuran():
            return (PENGUKURAN if row.pejabat_id is None else PENGUKURAN_IKI).judul
        case Lkjip():
            return LKJIP.judul
    known = DOKUMEN.get(row.kunci)
    return known.judul if known else row.kunci
