"""The kinds of papers of Evaluasi SAKIP: the self-check, and the follow-up of an LHE."""

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.dokumen import BELUM_ADA, DRAF, Dokumen, KeadaanDokumen
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke import papers
from kinerja_desktop.services.lke.baca import read_lke
from kinerja_desktop.store.queries import lke as queries


def _describe_lembar(office: Office, periode: Periode) -> KeadaanDokumen:
    nilai = read_lke(office, periode.tahun).nilai.nilai
    if not nilai.terjawab:
        text = f"Belum ada kriteria {periode.tahun} yang dijawab: buka Evaluasi SAKIP."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    left = nilai.jumlah - nilai.terjawab
    return KeadaanDokumen(DRAF, catatan=f"{left} kriteria belum dijawab." if left else "")


def _describe_matriks(office: Office, periode: Periode) -> KeadaanDokumen:
    tahun = periode.tahun - 1
    with office.journal.reading() as session:
        count = len(queries.list_rekomendasi(session, tahun))
    if not count:
        text = f"Belum ada rekomendasi LHE atas kinerja {tahun}: isi di Evaluasi SAKIP, tab LHE."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(DRAF)


LEMBAR_LKE = Dokumen(
    "lembar-lke",
    "Lembar Evaluasi Mandiri (LKE)",
    "Kriteria LKE dengan jawaban, catatan, bukti dan nilainya.",
    compose=papers.compose_lembar,
    describe=_describe_lembar,
    is_tahunan=True,
    has_kop=True,
    is_signed=True,
    build_xlsx=papers.build_lembar_xlsx,
)

MATRIKS_LHE = Dokumen(
    "matriks-lhe",
    "Matriks Tindak Lanjut LHE",
    "Rekomendasi LHE atas tahun lalu: rencana, penanggung jawab, tenggat, status dan bukti.",
    compose=papers.compose_matriks,
    describe=_describe_matriks,
    is_tahunan=True,
    has_kop=True,
    is_signed=True,
    build_xlsx=papers.build_matriks_xlsx,
)

#: In the order in which they are made.
DOKUMEN: tuple[Dokumen, ...] = (LEMBAR_LKE, MATRIKS_LHE)
