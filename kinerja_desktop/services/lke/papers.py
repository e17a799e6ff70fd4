"""The papers of Evaluasi SAKIP as naskah: signed by the Camat of the paper's date."""

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.lke import build_lembar_lke
from kinerja_desktop.documents.papers.lke_matriks import build_matriks_lhe
from kinerja_desktop.documents.xlsx.lke import render_lke_xlsx, render_matriks_xlsx
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.kop import Pengesahan
from kinerja_desktop.domain.laporan.lke import (
    ButirRekomendasi,
    KriteriaTercetak,
    LkeTercetak,
    MatriksLhe,
)
from kinerja_desktop.domain.sections.lke import STATUS_REKOMENDASI
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import camat_of, kop_of, place_of, tanda_of
from kinerja_desktop.services.lke.baca import read_lke
from kinerja_desktop.store.queries import lke as queries
from kinerja_desktop.store.records import Lhe, RekomendasiLhe

_SELESAI = "selesai"


def compose_lembar(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the self-check of a year with its answers and scores.

    Raises:
        KinerjaError: nothing is answered yet.
    """
    return _compose_lembar(office, permintaan)[1]


def build_lembar_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    """Return the self-check of a year as a workbook with live formulas.

    Raises:
        KinerjaError: nothing is answered yet.
    """
    return render_lke_xlsx(*_compose_lembar(office, permintaan))


def compose_matriks(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the follow-up in a year of the LHE over the year before.

    Raises:
        KinerjaError: no recommendation is written down.
    """
    return _compose_matriks(office, permintaan)[1]


def build_matriks_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    """Return the follow-up as a workbook.

    Raises:
        KinerjaError: no recommendation is written down.
    """
    return render_matriks_xlsx(*_compose_matriks(office, permintaan))


def _compose_lembar(office: Office, permintaan: Permintaan) -> tuple[LkeTercetak, Naskah]:
    instansi = office.require_instansi()
    isi = read_lke(office, permintaan.periode.tahun)
    if not isi.nilai.nilai.terjawab:
        raise KinerjaError(
            f"Belum ada kriteria LKE {isi.tahun} yang dijawab.", "Jawab dulu di Evaluasi SAKIP."
        )
    data = LkeTercetak(
        f"Kecamatan {instansi.kecamatan}",
        isi.tahun,
        isi.berlaku.lembar.nama,
        isi.berlaku.skala,
        isi.nilai,
        {
            kode: KriteriaTercetak(item.catatan, tuple(bukti.nama for bukti in item.bukti))
            for kode, item in isi.isian.items()
        },
    )
    pengesahan = _sign(office, permintaan)
    kop = kop_of(office, instansi)
    return data, build_lembar_lke(data, pengesahan, tanda_of(instansi), kop)


def _compose_matriks(office: Office, permintaan: Permintaan) -> tuple[MatriksLhe, Naskah]:
    instansi = office.require_instansi()
    tahun = permintaan.periode.tahun - 1
    with office.journal.reading() as session:
        rows = queries.list_rekomendasi(session, tahun)
        data = MatriksLhe(
            f"Kecamatan {instansi.kecamatan}",
            tahun,
            tuple(_describe_lhe(row) for row in queries.list_lhe(session, tahun)),
            tuple(_butir(session, row) for row in rows),
        )
    if not rows:
        raise KinerjaError(
            f"Belum ada rekomendasi LHE atas kinerja {tahun}.",
            "Isi dulu di Evaluasi SAKIP, tab LHE.",
        )
    pengesahan = _sign(office, permintaan)
    kop = kop_of(office, instansi)
    return data, build_matriks_lhe(data, pengesahan, tanda_of(instansi), kop)


def _sign(office: Office, permintaan: Permintaan) -> Pengesahan:
    instansi = office.require_instansi()
    day = permintaan.tanggal or office.today()
    with office.journal.reading() as session:
        camat = camat_of(session, instansi, day)
    return Pengesahan(place_of(instansi, day), camat)


def _describe_lhe(row: Lhe) -> str:
    parts = [
        f"Nomor {row.nomor}" if row.nomor else "",
        f"tanggal {format_tanggal(row.tanggal)}" if row.tanggal else "",
        f"nilai {format_angka(row.nilai, 2)}" if row.nilai is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _butir(session: Session, row: RekomendasiLhe) -> ButirRekomendasi:
    bukti = queries.list_bukti_rekomendasi(session, [row.id])
    return ButirRekomendasi(
        row.rekomendasi, row.rencana, row.penanggung_jawab, row.batas_waktu,
        STATUS_REKOMENDASI.get(row.status, row.status), row.selesai, row.keterangan,
        row.status == _SELESAI, tuple(clean_name(item.nama) for item in bukti),
    )  # fmt: skip
