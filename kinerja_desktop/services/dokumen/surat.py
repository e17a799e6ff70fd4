"""The papers that go to Bappeda with a delivery (`docs/sakip.md` §9): they list what it holds."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.surat import build_surat_pengantar, build_tanda_terima
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import HARI, format_tanggal
from kinerja_desktop.domain.angka.terbilang import write_banyaknya
from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop, make_penandatangan
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Tanda
from kinerja_desktop.domain.laporan.surat import ButirKiriman, SuratPengantar, TandaTerima
from kinerja_desktop.domain.surat.buku import KELUAR
from kinerja_desktop.domain.surat.kiriman import hal_lkjip, hal_pengukuran
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.isi_surat import (
    KirimanSurat,
    count_bukti,
    count_tertanda,
    list_dokumen_paket,
    name_kiriman,
)
from kinerja_desktop.services.kantor.dokumen import SURAT_LKJIP, SURAT_PAKET
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.cetak import read_final
from kinerja_desktop.services.surat.register import number_of, propose_nomor
from kinerja_desktop.store.queries.dokumen import find_surat
from kinerja_desktop.store.queries.dokumen_final import find_final
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.queries.surat import find_nomor as find_taken_nomor
from kinerja_desktop.store.records import Instansi, Surat

_DEFAULT_PENERIMA = "Kepala Bappeda Kabupaten"
PAKET, LKJIP = KirimanSurat.PAKET, KirimanSurat.LKJIP
_KUNCI = {PAKET: SURAT_PAKET[0], LKJIP: SURAT_LKJIP[0]}


def list_kiriman(
    office: Office, periode: Periode, kiriman: KirimanSurat = PAKET
) -> tuple[ButirKiriman, ...]:
    """Return what a delivery of a period holds, each paper with its kode verifikasi."""
    return tuple(_list_report(office, periode) if kiriman is LKJIP else _list(office, periode))


def compose_surat_pengantar(
    office: Office, periode: Periode, tanggal: date, kiriman: KirimanSurat = PAKET
) -> Naskah:
    """Return the surat pengantar of a delivery (`docs/sakip.md` §9)."""
    instansi = office.require_instansi()
    penerima = _penerima(instansi)
    data = SuratPengantar(
        kop=_kop(office, instansi),
        tempat_tanggal=f"{instansi.tempat or instansi.kabupaten}, {format_tanggal(tanggal)}",
        yth=penerima,
        di=instansi.kabupaten,
        nomor=find_nomor(office, periode, kiriman),
        kiriman=list_kiriman(office, periode, kiriman),
        pengirim=_pengirim(office, instansi, tanggal),
        penerima=Penandatangan((), peran="Penerima,"),
        tanda=Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4"),
    )
    return build_surat_pengantar(data)


def compose_tanda_terima(
    office: Office, periode: Periode, tanggal: date, kiriman: KirimanSurat = PAKET
) -> Naskah:
    """Return the receipt of a delivery."""
    instansi = office.require_instansi()
    data = TandaTerima(
        kop=_kop(office, instansi),
        dari=f"Kecamatan {instansi.kecamatan}",
        untuk=name_kiriman(office, periode, kiriman),
        kiriman=list_kiriman(office, periode, kiriman),
        penyerah=_pengirim(office, instansi, tanggal),
        penerima=Penandatangan((), peran="Penerima,"),
        nomor=find_nomor(office, periode, kiriman),
        hari_tanggal=f"{HARI[tanggal.weekday()]}, {format_tanggal(tanggal)}",
        tempat_tanggal=f"{instansi.tempat or instansi.kabupaten}, {format_tanggal(tanggal)}",
        tanda=Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4"),
    )
    return build_tanda_terima(data)


def find_nomor(office: Office, periode: Periode, kiriman: KirimanSurat = PAKET) -> str:
    """Return the number of a delivery's surat pengantar, empty while none was given."""
    with office.journal.reading() as session:
        row = find_surat(session, describe_hal(periode, kiriman))
        return row.nomor if row else ""


def set_nomor(office: Office, periode: Periode, nomor: str, kiriman: KirimanSurat = PAKET) -> None:
    """Enter the number that the agenda book gave to a delivery's surat pengantar.

    The register counts it: a number of the office's pattern tells its running number.

    Raises:
        TerkunciError: the letter is final, or another bears its running number.
        KinerjaError: another letter bears this very number.
    """
    hal = describe_hal(periode, kiriman)
    name = periode.label if kiriman is PAKET else f"LKjIP {periode.tahun}"
    with office.journal.action(f"Mengisi nomor surat pengantar {name}") as session:
        if _is_final(session, periode, kiriman):
            raise TerkunciError(
                f"Surat pengantar {name} sudah final, jadi nomornya tetap.",
                "Pakai 'Buka kembali' di Dokumen bila memang harus diubah.",
            )
        row = find_surat(session, hal)
        if row is None:
            row = Surat(arah=KELUAR, buku=KELUAR, hal=hal, tahun=0, tanggal=office.today())
            row.pihak = _penerima(get_instansi(session))
            session.add(row)
        day = row.tanggal or office.today()
        row.tahun = day.year
        with session.no_autoflush:
            typed = nomor.strip()
            taken = find_taken_nomor(session, typed, beside=row.id) if typed else None
            if taken is not None:
                raise KinerjaError(
                    f"Nomor {typed} sudah dipakai surat '{taken.hal}'.",
                    "Pakai nomor lain, atau tekan 'Nomor berikutnya'.",
                )
            row.agenda = number_of(session, KELUAR, nomor)
        row.buku = KELUAR
        row.nomor = nomor.strip()


def propose_nomor_keluar(office: Office) -> str:
    """Return the number that a letter of today would get in the book of outgoing letters."""
    with office.journal.reading() as session:
        return propose_nomor(session, KELUAR, office.today())[1]


def _is_final(session: Session, periode: Periode, kiriman: KirimanSurat) -> bool:
    of = periode if kiriman is PAKET else Periode(periode.tahun)
    return find_final(session, _KUNCI[kiriman], of, None) is not None


def describe_hal(periode: Periode, kiriman: KirimanSurat = PAKET) -> str:
    """Return the *hal* of a delivery's surat pengantar, by which it is found again."""
    if kiriman is LKJIP:
        return hal_lkjip(periode.tahun)
    return hal_pengukuran(periode)


def _list(office: Office, periode: Periode) -> Iterator[ButirKiriman]:
    """List the papers of the package, its evidence by period, and the package itself."""
    one = write_banyaknya(1, "berkas")
    for butir in list_dokumen_paket(office, periode):
        yield ButirKiriman(butir.judul, one, butir.keterangan)
    if scans := count_tertanda(office, periode):
        pages = write_banyaknya(scans, "berkas")
        yield ButirKiriman("Pindaian kertas yang ditandatangani", pages)
    for of, count in count_bukti(office, periode).items():
        yield ButirKiriman(f"Bukti dukung kinerja {of.label}", write_banyaknya(count, "berkas"))
    formats = "seluruhnya sebagai PDF, tabel juga sebagai Excel, beserta datanya"
    yield ButirKiriman("Salinan elektronik pada flashdisk", write_banyaknya(1, "paket"), formats)


def _list_report(office: Office, periode: Periode) -> Iterator[ButirKiriman]:
    """List the bound report and its copies (`docs/sakip.md` §12, seed 003, steps 11–13)."""
    final = read_final(office, periode.tahun)
    kode = f"Kode verifikasi {final.kode}" if final else "Draf, belum final"
    title = f"Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun {periode.tahun}"
    yield ButirKiriman(title, write_banyaknya(1, "dokumen"), kode)
    yield ButirKiriman("Salinan elektronik (PDF dan Word)", write_banyaknya(1, "berkas"))


def _kop(office: Office, instansi: Instansi) -> Kop:
    return make_kop(identify_instansi(instansi), read_logo(office, instansi.logo))


def _penerima(instansi: Instansi) -> str:
    return instansi.tujuan_surat or f"{_DEFAULT_PENERIMA} {instansi.kabupaten}"


def _pengirim(office: Office, instansi: Instansi, tanggal: date) -> Penandatangan:
    with office.journal.reading() as session:
        camat = find_by_peran(session, "camat", tanggal)
    return make_penandatangan(camat, f"Camat {instansi.kecamatan}")
