"""The kinds of measurements: the office's Pengukuran Kinerja, and that of an official's IKI."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.xlsx.pengukuran_kinerja import render_pengukuran_kinerja_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.snapshot import SnapshotPengukuran
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    DRAF,
    FINAL,
    PDF,
    XLSX,
    Dokumen,
    KeadaanDokumen,
    LampiranLaporan,
    Permintaan,
    Salinan,
    Subjek,
    TempatPaket,
    Tentang,
    read_kept,
)
from kinerja_desktop.services.kantor.finals import require_genuine
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.finalisasi import compose_snapshot
from kinerja_desktop.services.pengukuran.ukur import take_snapshot, thaw_final
from kinerja_desktop.store.queries.bahan import list_indikator, list_pejabat_with_iki
from kinerja_desktop.store.queries.dokumen import find_pejabat_by_name
from kinerja_desktop.store.queries.pengukuran import find_final
from kinerja_desktop.store.records import Pengukuran

#: What the office's own performance is called where that of an official may be meant as well.
KANTOR = "Kinerja kantor"


def find_pejabat(office: Office, nama: str) -> UUID:
    """Return the official of a name.

    Raises:
        KinerjaError: there is none.
    """
    with office.journal.reading() as session:
        found = find_pejabat_by_name(session, nama)
        if found is not None:
            return found.id
    raise KinerjaError(f"Pejabat '{nama}' tidak ada.", "Periksa namanya di Pengaturan → Pejabat.")


def list_owners(session: Session, tahun: int) -> dict[UUID | None, str]:
    """Return whose performance a year measures: the office's, and of whom IKI are in force."""
    owners: dict[UUID | None, str] = {None: KANTOR}
    for row in list_pejabat_with_iki(session):
        if list_indikator(session, tahun, row.id):
            owners[row.id] = row.nama
    return owners


def find_owner(office: Office, _periode: Periode, nama: str) -> UUID | None:
    """Return the official whose own performance is meant; None for that of the office.

    Raises:
        KinerjaError: there is none of this name.
    """
    if nama.strip().casefold() in ("", "kantor", KANTOR.casefold()):
        return None
    return find_pejabat(office, nama)


def _compose(office: Office, permintaan: Permintaan) -> Naskah:
    snapshot, final = read_measured(office, permintaan)
    if final is None:
        return compose_snapshot(office, snapshot, draf=True)
    return compose_snapshot(office, snapshot, draf=False, kode=final.kode)


def _build_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    snapshot, final = read_measured(office, permintaan)
    logo = read_logo(office, snapshot.instansi.logo)
    kode = final.kode if final else None
    laporan = make_pengukuran_kinerja(snapshot, draf=final is None, kode=kode, logo=logo)
    return render_pengukuran_kinerja_xlsx(laporan)


def _find_kept(office: Office, permintaan: Permintaan, bentuk: str) -> bytes | None:
    final = _find_final(office, permintaan) if bentuk == PDF else None
    if final is None:
        return None
    require_genuine(final, f"{PENGUKURAN.judul} {permintaan.periode.label}")
    return read_kept(office, final.pdf)


def read_measured(
    office: Office, permintaan: Permintaan
) -> tuple[SnapshotPengukuran, Pengukuran | None]:
    """Return what was signed with its row when it is final, else what would be signed now.

    Args:
        office: the open office.
        permintaan: of one of the kinds in `DOKUMEN`.

    Raises:
        KinerjaError: what was frozen was changed outside the program, or nobody was chosen.
    """
    final = _find_final(office, permintaan)
    if final is not None:
        return thaw_final(final), final
    day = permintaan.tanggal or office.today()
    return take_snapshot(office, permintaan.periode, _pejabat_of(permintaan), day), None


def _find_final(office: Office, permintaan: Permintaan) -> Pengukuran | None:
    with office.journal.reading() as session:
        return find_final(session, permintaan.periode, _pejabat_of(permintaan))


def _pejabat_of(permintaan: Permintaan) -> UUID | None:
    if permintaan.kunci == PENGUKURAN.kunci:
        return None
    return permintaan.require_tentang(PENGUKURAN_IKI.judul)


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    with office.journal.reading() as session:
        keadaan = standing(session, periode, None)
        if keadaan == DRAF and not list_indikator(session, periode.tahun):
            return without_indikator(periode)
    return KeadaanDokumen(keadaan)


def without_indikator(periode: Periode) -> KeadaanDokumen:
    """Return the state of a paper of a year in which no indicator is in force."""
    text = f"Belum ada indikator untuk {periode.tahun}: isi Renstra & IKU lebih dulu."
    return KeadaanDokumen(BELUM_ADA, kosong=text)


def _describe_iki(office: Office, periode: Periode) -> KeadaanDokumen:
    with office.journal.reading() as session:
        subjek = tuple(
            Subjek(key, nama, standing(session, periode, key))
            for key, nama in list_owners(session, periode.tahun).items()
            if key is not None
        )
    if not subjek:
        text = (
            f"Belum ada indikator individu (IKI) untuk {periode.tahun}: "
            "isi di Renstra & IKU dengan jenis IKI dan pejabatnya."
        )
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    final = sum(item.keadaan != DRAF for item in subjek)
    return KeadaanDokumen(f"{final} dari {len(subjek)} pejabat final", subjek)


def standing(session: Session, periode: Periode, pejabat_id: UUID | None) -> str:
    """Return where a measurement stands, in words: draf, or final with its kode."""
    final = find_final(session, periode, pejabat_id)
    return f"{FINAL} · kode {final.kode}" if final else DRAF


def _list_salinan(office: Office, periode: Periode) -> Iterator[Salinan]:
    wanted = Permintaan(PENGUKURAN.kunci, periode)
    stem = f"{PENGUKURAN.nama_berkas}_{periode.kode}"
    yield Salinan(f"{stem}.pdf", "Pengukuran Kinerja (PDF)", wanted)
    yield Salinan(f"{stem}.xlsx", "Pengukuran Kinerja (Excel)", wanted, XLSX)


def _list_data(office: Office, periode: Periode) -> Sequence[Mapping[str, Any]]:
    """Return the signed measurement as data.

    Raises:
        KinerjaError: what was frozen no longer gives the kode on the signed paper.
    """
    final = _find_final(office, Permintaan(PENGUKURAN.kunci, periode))
    if final is None:
        return ()
    judul = f"{PENGUKURAN.judul} {periode.label}"
    entry = {
        "judul": judul,
        "kode": final.kode,
        "versi": final.versi,
        "data": require_genuine(final, judul),
    }
    return (entry,)


def _attach(office: Office, tahun: int, tanggal: date) -> SnapshotPengukuran:
    """Return the year's measurement, the signed one where there is one."""
    snapshot, _ = read_measured(
        office, Permintaan(PENGUKURAN.kunci, Periode(tahun), tanggal=tanggal)
    )
    return snapshot


PENGUKURAN = Dokumen(
    "pengukuran-kinerja",
    "Pengukuran Kinerja",
    "Formulir yang ditandatangani Camat dan dikirim ke Bappeda.",
    compose=_compose,
    describe=_describe,
    has_kop=True,
    find_kept=_find_kept,
    build_xlsx=_build_xlsx,
    paket=TempatPaket(
        "03_PENGUKURAN/",
        "Pengukuran Kinerja (PDF untuk dibaca, XLSX untuk diolah)",
        _list_salinan,
        list_data=_list_data,
    ),
    lampiran=LampiranLaporan("pengukuran", _attach),
)

PENGUKURAN_IKI = Dokumen(
    "pengukuran-iki",
    "Pengukuran Kinerja Individu (IKI)",
    "Capaian IKI seorang pejabat, ditandatangani pejabat itu dan Camat.",
    compose=_compose,
    describe=_describe_iki,
    has_kop=True,
    tentang=Tentang("&Pejabat", lambda office, periode, nama: find_pejabat(office, nama)),
    find_kept=_find_kept,
    build_xlsx=_build_xlsx,
)

DOKUMEN = (PENGUKURAN, PENGUKURAN_IKI)
