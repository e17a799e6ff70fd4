"""The papers that go to Bappeda with a delivery."""

from datetime import date

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.surat import build_surat_pengantar, build_tanda_terima
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import HARI, format_tanggal
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop, make_penandatangan
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Tanda
from kinerja_desktop.domain.laporan.surat import ButirKiriman, SuratPengantar, TandaTerima
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.dokumen import find_surat
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.queries.pengukuran import find_final
from kinerja_desktop.store.records import Instansi, Surat

_DEFAULT_PENERIMA = "Kepala Bappeda Kabupaten"


def list_kiriman(office: Office, periode: Periode) -> tuple[ButirKiriman, ...]:
    """Return what a delivery of a period consists of, with the kode verifikasi."""
    with office.journal.reading() as session:
        final = find_final(session, periode, None)
    kode = f"Kode verifikasi {final.kode}" if final else "Draf, belum final"
    return (
        ButirKiriman(f"Dokumen Pengukuran Kinerja {periode.label}", "1 (satu) berkas", kode),
        ButirKiriman("Salinan elektronik pada flashdisk (PDF, XLSX, data)", "1 (satu) paket"),
    )


def compose_surat_pengantar(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the surat pengantar of a period (`docs/sakip.md` §9)."""
    instansi = office.require_instansi()
    penerima = _penerima(instansi)
    data = SuratPengantar(
        kop=_kop(office, instansi),
        tempat_tanggal=f"{instansi.tempat or instansi.kabupaten}, {format_tanggal(tanggal)}",
        yth=penerima,
        di=instansi.kabupaten,
        nomor=find_nomor(office, periode),
        kiriman=list_kiriman(office, periode),
        pengirim=_pengirim(office, instansi, tanggal),
        penerima=Penandatangan((), peran="Penerima,"),
        tanda=Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4"),
    )
    return build_surat_pengantar(data)


def compose_tanda_terima(office: Office, periode: Periode, tanggal: date) -> Naskah:
    """Return the receipt of a period."""
    instansi = office.require_instansi()
    data = TandaTerima(
        kop=_kop(office, instansi),
        dari=f"Kecamatan {instansi.kecamatan}",
        untuk=f"Pengukuran Kinerja {periode.label}",
        kiriman=list_kiriman(office, periode),
        penyerah=_pengirim(office, instansi, tanggal),
        penerima=Penandatangan((), peran="Penerima,"),
        nomor=find_nomor(office, periode),
        hari_tanggal=f"{HARI[tanggal.weekday()]}, {format_tanggal(tanggal)}",
        tempat_tanggal=f"{instansi.tempat or instansi.kabupaten}, {format_tanggal(tanggal)}",
        tanda=Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4"),
    )
    return build_tanda_terima(data)


def find_nomor(office: Office, periode: Periode) -> str:
    """Return the number of the period's surat pengantar, empty while none was given."""
    with office.journal.reading() as session:
        row = find_surat(session, describe_hal(periode))
        return row.nomor if row else ""


def set_nomor(office: Office, periode: Periode, nomor: str) -> None:
    """Enter the number that the agenda book gave to the period's surat pengantar."""
    hal = describe_hal(periode)
    with office.journal.action(f"Mengisi nomor surat pengantar {periode.label}") as session:
        row = find_surat(session, hal)
        if row is None:
            row = Surat(arah="keluar", hal=hal, tahun=periode.tahun, tanggal=office.today())
            session.add(row)
        row.nomor = nomor.strip()


def describe_hal(periode: Periode) -> str:
    """Return the *hal* of the period's surat pengantar."""
    return f"Pengiriman Pengukuran Kinerja {periode.label}"


def _kop(office: Office, instansi: Instansi) -> Kop:
    return make_kop(identify_instansi(instansi), read_logo(office, instansi.logo))


def _penerima(instansi: Instansi) -> str:
    return instansi.tujuan_surat or f"{_DEFAULT_PENERIMA} {instansi.kabupaten}"


def _pengirim(office: Office, instansi: Instansi, tanggal: date) -> Penandatangan:
    with office.journal.reading() as session:
        camat = find_by_peran(session, "camat", tanggal)
    return make_penandatangan(camat, f"Camat {instansi.kecamatan}")
