"""The documents of an office that receives: its own papers, and those that came in packages."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import NamedTuple
from uuid import NAMESPACE_OID, UUID, uuid5

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.rekap import build_rekap
from kinerja_desktop.documents.pictures.picture_pdf import picture_to_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA
from kinerja_desktop.domain.penerimaan.urutan import UrutanPaket
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    PDF,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Subjek,
    Tentang,
    read_kept,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.salinan import TERTANDA
from kinerja_desktop.services.kiriman.transfer import BUKTI
from kinerja_desktop.services.penerimaan.cetak import compose_rekap
from kinerja_desktop.services.penerimaan.pandangan import build_rekap_xlsx, read_pandangan
from kinerja_desktop.services.penerimaan.pengingat import (
    compose_pengingat,
    list_kurang,
    propose_isi,
)
from kinerja_desktop.services.penerimaan.penilaian import urutan_of_row
from kinerja_desktop.services.penerimaan.tanda_terima import compose_tanda_terima
from kinerja_desktop.services.penerimaan.unit import counts, list_unit, name_units, require_bappeda
from kinerja_desktop.store.queries import penerimaan as queries

_NOTHING_CAME = "Belum ada paket {}: terima di halaman Penerimaan."


class _Berkas(NamedTuple):
    """A paper that came in a package: by what it is chosen, how it is called, where it is kept."""

    id: UUID
    nama: str
    keadaan: str
    sha256: str


def _compose_rekap(office: Office, permintaan: Permintaan) -> Naskah:
    periode = permintaan.periode
    return build_rekap(
        compose_rekap(office, read_pandangan(office, periode.tahun, periode.triwulan))
    )


def _describe_rekap(office: Office, periode: Periode) -> KeadaanDokumen:
    instansi = require_bappeda(office)
    with office.journal.reading() as session:
        arrivals = queries.list_arrivals(session, periode.tahun)
    came = {
        row.perangkat_id
        for row in arrivals
        if periode.triwulan in (None, row.triwulan) and counts(instansi, row)
    }  # of a year as a whole every triwulan tells something
    if not came:
        return KeadaanDokumen(BELUM_ADA, kosong=_NOTHING_CAME.format(periode.label))
    return KeadaanDokumen(f"{len(came)} unit sudah menyampaikan")


def _build_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    return build_rekap_xlsx(office, permintaan.periode.tahun, permintaan.periode.triwulan)[0]


def _compose_pengingat(office: Office, permintaan: Permintaan) -> Naskah:
    periode = permintaan.periode
    return compose_pengingat(office, propose_isi(office), periode.tahun, periode.triwulan)


def _describe_pengingat(office: Office, periode: Periode) -> KeadaanDokumen:
    owing = list_kurang(office, periode.tahun, periode.triwulan)
    if not owing:
        return KeadaanDokumen(
            BELUM_ADA,
            kosong=f"Tidak ada unit yang ditagih untuk {periode.label}: semua sudah "
            "menyampaikan, atau tenggatnya belum lewat.",
        )
    note = "Nomor dan tanggalnya diisi lewat Penerimaan › Surat pengingat."
    return KeadaanDokumen(f"{len(owing)} unit belum menyampaikan", catatan=note)


def _compose_tanda_terima(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_tanda_terima(office, permintaan.require_tentang(TANDA_TERIMA.judul))


def _describe_tanda_terima(office: Office, periode: Periode) -> KeadaanDokumen:
    names = name_units(list_unit(office))
    with office.journal.reading() as session:
        rows = queries.list_with_receipt(session, periode)
    if not rows:
        text = f"Belum ada tanda terima {periode.label}: terbit saat paket diterima di Penerimaan."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    subjek = sorted(
        (
            Subjek(
                row.id,
                f"{names[row.perangkat_id]} versi {row.versi}, {row.tanda_terima}",
                f"diterima {format_tanggal(local_date(row.diterima))}",
            )
            for row in rows
        ),
        key=lambda item: item.nama,
    )
    return KeadaanDokumen(f"{len(subjek)} tanda terima", tuple(subjek))


def _list_berkas(office: Office, periode: Periode) -> list[_Berkas]:
    """Return the papers of the packages of a period that count, by unit."""
    names = name_units(list_unit(office))
    newest: dict[UUID, tuple[UrutanPaket, list[_Berkas]]] = {}
    with (
        office.journal.reading() as session,
        closing(queries.iterate_year(session, periode.tahun, periode.triwulan)) as rows,
    ):
        for row in (row for row in rows if row.triwulan == periode.triwulan):
            place = urutan_of_row(row)
            if row.perangkat_id not in newest or newest[row.perangkat_id][0] < place:
                papers = list(_papers_of(row, names[row.perangkat_id]))
                newest[row.perangkat_id] = place, papers
    return sorted((item for _, papers in newest.values() for item in papers), key=_by_name)


def _papers_of(row: queries.PaketTercatat, unit: str) -> Iterator[_Berkas]:
    day = format_tanggal(local_date(row.diterima))
    for file in row.ringkas["berkas"]:
        path = file["path"]
        is_scan = path.startswith(TERTANDA) and not path.lower().endswith(f".{PDF}")
        if is_scan or (path.lower().endswith(f".{PDF}") and not path.startswith(BUKTI)):
            stem = path.rpartition("/")[2].rpartition(".")[0].replace("_", " ")
            key = uuid5(NAMESPACE_OID, f"{row.data}/{path}")
            yield _Berkas(key, f"{unit}: {stem}", f"diterima {day}", file["sha256"])


def _by_name(item: _Berkas) -> str:
    return item.nama.casefold()


def _describe_diterima(office: Office, periode: Periode) -> KeadaanDokumen:
    papers = _list_berkas(office, periode)
    if not papers:
        return KeadaanDokumen(BELUM_ADA, kosong=_NOTHING_CAME.format(periode.label))
    subjek = tuple(Subjek(item.id, item.nama, item.keadaan) for item in papers)
    return KeadaanDokumen(f"{len(subjek)} dokumen", subjek)


def _find_diterima(office: Office, permintaan: Permintaan, bentuk: str) -> bytes:
    """Return a paper as it came.

    Raises:
        KinerjaError: none was chosen, another format is asked for, or what was kept is lost.
    """
    if bentuk != PDF:
        raise KinerjaError(f"{DITERIMA.judul} disimpan seperti aslinya, yaitu PDF.", "Pilih PDF.")
    wanted = permintaan.require_tentang(DITERIMA.judul)
    papers = _list_berkas(office, permintaan.periode)
    found = next((item for item in papers if item.id == wanted), None)
    if found is None:
        raise KinerjaError(
            "Dokumen itu sudah diganti versi yang lebih baru.", "Pilih lagi dari daftar."
        )
    content = read_kept(office, found.sha256)
    if content is None:
        raise KinerjaError(
            f"{found.nama} hilang dari folder data, atau rusak.",
            "Minta unitnya mengirim ulang, atau pulihkan dari cadangan yang memuat bukti "
            "(Riwayat & Cadangan).",
        )
    return content if content.startswith(b"%PDF") else picture_to_pdf(content, found.nama)


def _never_composed(office: Office, permintaan: Permintaan) -> Naskah:
    raise KinerjaError(f"{DITERIMA.judul} dicetak seperti aslinya.", "Pilih PDF.")


def _find_paket(office: Office, periode: Periode, nama: str) -> UUID | None:
    return _find_named(_describe_tanda_terima(office, periode), nama)


def _find_berkas(office: Office, periode: Periode, nama: str) -> UUID | None:
    return _find_named(_describe_diterima(office, periode), nama)


def _find_named(keadaan: KeadaanDokumen, nama: str) -> UUID | None:
    """Return what a word names of what a kind can be about: a name, or a part of it.

    Raises:
        KinerjaError: it names none, or several.
    """
    wanted = nama.strip().casefold()
    found = [item.id for item in keadaan.subjek if wanted and wanted in item.nama.casefold()]
    if len(found) == 1:
        return found[0]
    what = f"cocok dengan {len(found)} dokumen" if found else "tidak ada di daftar"
    raise KinerjaError(f"'{nama}' {what}.", "Tulis namanya seperti di daftar itu.")


REKAP = Dokumen(
    "rekap-kinerja",
    "Rekap Kinerja",
    "Pengukuran semua unit berdampingan, anggaran, dan hal yang perlu ditanyakan",
    compose=_compose_rekap,
    describe=_describe_rekap,
    has_kop=True,
    build_xlsx=_build_xlsx,
)
PENGINGAT = Dokumen(
    "surat-pengingat",
    "Surat Pengingat",
    "Surat kepada semua unit yang belum menyampaikan paketnya",
    compose=_compose_pengingat,
    describe=_describe_pengingat,
    has_kop=True,
)
TANDA_TERIMA = Dokumen(
    "tanda-terima-paket",
    "Tanda Terima Paket",
    "Bukti bagi unit bahwa paketnya diterima dan diperiksa",
    compose=_compose_tanda_terima,
    describe=_describe_tanda_terima,
    has_kop=True,
    tentang=Tentang("&Untuk", _find_paket),
)
DITERIMA = Dokumen(
    "dokumen-diterima",
    "Dokumen dari Unit",
    "Pengukuran Kinerja, LKjIP, dan dokumen lain seperti yang dikirim unit",
    compose=_never_composed,
    describe=_describe_diterima,
    tentang=Tentang("&Untuk", _find_berkas),
    find_kept=_find_diterima,
    bentuk_asli=(PDF,),
)

#: Every kind of document of an office that receives, in the order of its page *Dokumen*.
DOKUMEN_BAPPEDA: Mapping[str, Dokumen] = {
    dokumen.kunci: dokumen for dokumen in (REKAP, DITERIMA, TANDA_TERIMA, PENGINGAT)
}


def daftar_of(office: Office) -> Mapping[str, Dokumen]:
    """Return the registry of documents of an office, by its kind."""
    instansi = office.instansi()
    is_bappeda = instansi is not None and instansi.jenis == BAPPEDA
    return DOKUMEN_BAPPEDA if is_bappeda else DOKUMEN
