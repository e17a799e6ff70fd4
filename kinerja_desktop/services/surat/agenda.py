"""The buku agenda of a year as a paper: every book with its letters (`docs/sakip.md` §9)."""

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.buku_agenda import build_buku_agenda
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian
from kinerja_desktop.domain.laporan.buku_agenda import BarisBuku, BukuAgenda, BukuTercetak
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.laporan.kop import Pengesahan
from kinerja_desktop.domain.surat.buku import MASUK
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
)
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import camat_of, place_of, tanda_of
from kinerja_desktop.services.surat.register import BarisRegister, IsiBuku, list_buku, read_buku


def _read_books(office: Office, tahun: int) -> list[IsiBuku]:
    books = (read_buku(office, tahun, buku.kunci) for buku in list_buku(office))
    return [book for book in books if book.baris]


def _compose(office: Office, permintaan: Permintaan) -> Naskah:
    tahun = permintaan.periode.tahun
    books = _read_books(office, tahun)
    if not books:
        raise KinerjaError(
            f"Belum ada surat di register tahun {tahun}.", "Catat suratnya di halaman Surat."
        )
    instansi = office.require_instansi()
    day = permintaan.tanggal or office.today()
    with office.journal.reading() as session:
        camat = camat_of(session, instansi, day)
    return build_buku_agenda(
        BukuAgenda(
            kop=make_kop(identify_instansi(instansi), read_logo(office, instansi.logo)),
            tahun=tahun,
            buku=tuple(_book(book) for book in books),
            pengesahan=Pengesahan(place_of(instansi, day), camat),
            tanda=tanda_of(instansi),
        )
    )


def _book(book: IsiBuku) -> BukuTercetak:
    came = book.buku.arah == MASUK
    return BukuTercetak(book.buku.nama, came, tuple(_line(row) for row in book.baris))


def _line(row: BarisRegister) -> BarisBuku:
    return BarisBuku(
        agenda=row.agenda,
        diterima=format_tanggal_isian(row.diterima) if row.diterima else "",
        nomor=row.nomor,
        tanggal=format_tanggal_isian(row.tanggal) if row.tanggal else "",
        pihak=row.pihak,
        hal=row.hal,
        keterangan=f"Batal: {row.dibatalkan}" if row.dibatalkan else row.keterangan,
    )


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    books = _read_books(office, periode.tahun)
    if not books:
        text = f"Belum ada surat di register tahun {periode.tahun}: catat di halaman Surat."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    count = sum(len(book.baris) for book in books)
    notes = "\n".join(note for book in books for note in book.catatan)
    return KeadaanDokumen(f"{count} surat dalam {len(books)} buku", catatan=notes)


BUKU_AGENDA = Dokumen(
    "buku-agenda",
    "Buku Agenda Surat",
    "Surat masuk dan keluar setahun, menurut nomor urut setiap buku.",
    compose=_compose,
    describe=_describe,
    is_tahunan=True,
    is_signed=True,
    has_kop=True,
)
