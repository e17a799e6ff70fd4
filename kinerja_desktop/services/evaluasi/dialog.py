"""Dialog Kinerja per triwulan: of the office, and of each official (`docs/sakip.md` §11.3)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.dialog_kinerja import build_dialog_kinerja
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.dari_snapshot import (
    make_penandatangan,
    make_pengukuran_kinerja,
)
from kinerja_desktop.domain.laporan.dialog_kinerja import DialogTercetak
from kinerja_desktop.domain.laporan.kop import Pengesahan
from kinerja_desktop.domain.laporan.pengukuran_kinerja import Kolom
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    DRAF,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Subjek,
    Tentang,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import camat_of, kop_of, place_of, tanda_of
from kinerja_desktop.services.pengukuran.dokumen import (
    find_owner,
    list_owners,
    without_indikator,
)
from kinerja_desktop.services.pengukuran.ukur import take_snapshot
from kinerja_desktop.store.queries.bahan import list_indikator
from kinerja_desktop.store.queries.evaluasi import find_dialog
from kinerja_desktop.store.queries.pejabat import find_party
from kinerja_desktop.store.records import DialogKinerja

PILIH_TRIWULAN = "Dialog Kinerja dibuat per triwulan: pilih Triwulan I, II, III, atau IV."
#: What is talked about; the story of each figure stands in the Pengukuran Kinerja itself.
_KOLOM = (
    Kolom.NO, Kolom.SASARAN, Kolom.INDIKATOR, Kolom.SATUAN, Kolom.TARGET, Kolom.REALISASI,
    Kolom.CAPAIAN, Kolom.KATEGORI,
)  # fmt: skip


@dataclass(frozen=True)
class IsiDialog:
    """What was said, as the office holds it; empty while nothing was."""

    tanggal: date | None = None
    tempat: str = ""
    catatan: str = ""
    rekomendasi: str = ""
    tindak_lanjut: str = ""
    penanggung_jawab: str = ""
    batas_waktu: date | None = None


def read_dialog(office: Office, periode: Periode, pejabat_id: UUID | None) -> IsiDialog:
    """Return what was said of the figures of a triwulan."""
    with office.journal.reading() as session:
        row = find_dialog(session, periode, pejabat_id)
        return _isi(row) if row else IsiDialog()


def compose_dialog(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the dialog about the office's figures, or about those of one official.

    Raises:
        KinerjaError: a whole year is asked for, or there is no indicator.
    """
    periode = permintaan.periode
    if periode.triwulan is None:
        raise KinerjaError("Dialog Kinerja tidak ada untuk setahun sekaligus.", PILIH_TRIWULAN)
    instansi = office.require_instansi()
    isi = read_dialog(office, periode, permintaan.tentang)
    day = permintaan.tanggal or isi.tanggal
    signing = day or office.today()
    snapshot = take_snapshot(office, periode, permintaan.tentang, signing)
    capaian = make_pengukuran_kinerja(snapshot, draf=False)
    # Money is not talked about here: a program must not add rows of its own.
    kelompok = tuple(replace(group, program=()) for group in capaian.kelompok if group.indikator)
    if not kelompok:
        raise KinerjaError(
            f"Belum ada indikator untuk {periode.label}.", "Isi Renstra & IKU lebih dulu."
        )
    with office.journal.reading() as session:
        camat = camat_of(session, instansi, signing)
        who = find_party(session, permintaan.tentang, signing) if permintaan.tentang else None
    place = isi.tempat or instansi.tempat or instansi.kabupaten
    kiri = replace(make_penandatangan(who, ""), peran="Yang dinilai,") if who else None
    head = [("SKPD", f"Kecamatan {instansi.kecamatan}")]
    if who:
        head += [("Pejabat", who.nama), ("Jabatan", f"{who.awalan} {who.jabatan}".strip())]
    head.append(("Hari/tanggal", format_tanggal(day) if day else "." * 40))
    head.append(("Tempat", place))
    return build_dialog_kinerja(
        DialogTercetak(
            kop=kop_of(office, instansi),
            capaian=replace(capaian, kolom=_KOLOM, kelompok=kelompok),
            untuk=tuple(head),
            catatan=isi.catatan,
            rekomendasi=isi.rekomendasi,
            tindak_lanjut=isi.tindak_lanjut,
            penanggung_jawab=isi.penanggung_jawab,
            batas_waktu=isi.batas_waktu,
            pengesahan=Pengesahan(place_of(instansi, day), camat, kiri),
            tanda=tanda_of(instansi),
        )
    )


def _isi(row: DialogKinerja) -> IsiDialog:
    return IsiDialog(
        row.tanggal, row.tempat, row.catatan, row.rekomendasi, row.tindak_lanjut,
        row.penanggung_jawab, row.batas_waktu,
    )  # fmt: skip


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    if periode.triwulan is None:
        return KeadaanDokumen(BELUM_ADA, kosong=PILIH_TRIWULAN)
    with office.journal.reading() as session:
        if not list_indikator(session, periode.tahun):
            return without_indikator(periode)
        owners = list_owners(session, periode.tahun)
        said = {key: find_dialog(session, periode, key) is not None for key in owners}
    subjek = tuple(
        Subjek(key, name, DRAF if said[key] else "belum ada catatan")
        for key, name in owners.items()
    )
    return KeadaanDokumen(f"{sum(said.values())} dari {len(owners)} berisi catatan", subjek)


DIALOG = Dokumen(
    "dialog-kinerja",
    "Dialog Kinerja",
    "Capaian triwulan, catatan dan rekomendasi pimpinan, dan tindak lanjutnya.",
    compose=compose_dialog,
    describe=_describe,
    has_kop=True,
    tentang=Tentang("&Untuk", find_owner),
    is_signed=True,
)
