"""The kinds of papers that say who brings about what: Pohon Kinerja, matrices, Manual IKU, IKI."""

from collections.abc import Iterator
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja
from kinerja_desktop.services.kantor.dokumen import (
    PERENCANAAN,
    Dokumen,
    LampiranLaporan,
    Permintaan,
    Salinan,
    TempatPaket,
    Tentang,
)
from kinerja_desktop.services.kantor.kept_papers import find_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.dokumen import find_pejabat
from kinerja_desktop.services.rencana import iki, manual_iku, pohon_papers
from kinerja_desktop.services.rencana.pohon import gather_pohon


def _attach_pohon(office: Office, tahun: int, tanggal: date) -> PohonKinerja:
    """Pagu is the one in force at the year's end, as in the report itself."""
    with office.journal.reading() as session:
        return gather_pohon(session, tahun, Periode(tahun).last_day)


def _list_manual(office: Office, periode: Periode) -> Iterator[Salinan]:
    return _list_final(MANUAL_IKU, office, periode)


def _list_pohon(office: Office, periode: Periode) -> Iterator[Salinan]:
    return _list_final(POHON_KINERJA, office, periode)


def _list_final(dokumen: Dokumen, office: Office, periode: Periode) -> Iterator[Salinan]:
    """Let the signed paper of the year go along with every delivery of it, never a draft."""
    wanted = Permintaan(dokumen.kunci, Periode(periode.tahun))
    with office.journal.reading() as session:
        is_final = find_paper(session, dokumen, wanted) is not None
    if is_final:
        name = f"{dokumen.nama_berkas}_{wanted.periode.kode}.pdf"
        yield Salinan(name, dokumen.judul, wanted)


MANUAL_IKU = Dokumen(
    "manual-iku",
    "Manual IKU",
    "Satu lembar setiap IKU: definisi, formula, sumber data, penanggung jawab, dan target.",
    compose=manual_iku.compose_manual,
    describe=manual_iku.describe_manual,
    is_tahunan=True,
    is_signed=True,
    paket=TempatPaket(PERENCANAAN, "Manual IKU yang sudah final", _list_manual),
)

POHON_KINERJA = Dokumen(
    "pohon-kinerja",
    "Pohon Kinerja",
    "Sebab-akibat dari tujuan sampai sub kegiatan, dengan indikator dan penanggung jawabnya.",
    compose=pohon_papers.compose_pohon,
    describe=pohon_papers.describe_pohon,
    is_tahunan=True,
    is_signed=True,
    paket=TempatPaket(PERENCANAAN, "Pohon Kinerja yang sudah final", _list_pohon),
    lampiran=LampiranLaporan("pohon", _attach_pohon),
)

MATRIKS_CASCADING = Dokumen(
    "matriks-cascading",
    "Matriks Cascading",
    "Pohon Kinerja sebagai tabel: level, kinerja, indikator, target, penanggung jawab.",
    compose=pohon_papers.compose_matriks,
    describe=pohon_papers.describe_pohon,
    is_tahunan=True,
    is_signed=True,
    build_xlsx=pohon_papers.build_matriks_xlsx,
)

MATRIKS_PERAN_HASIL = Dokumen(
    "matriks-peran-hasil",
    "Matriks Peran Hasil",
    "Sumbangan setiap pejabat dan timnya kepada setiap sasaran dan program.",
    compose=pohon_papers.compose_peran,
    describe=pohon_papers.describe_peran,
    is_tahunan=True,
    is_signed=True,
)

IKI = Dokumen(
    "iki",
    iki.JUDUL,
    "Formulir IKI seorang pejabat, ditandatangani pejabat itu dan atasannya.",
    compose=iki.compose_iki,
    describe=iki.describe_iki,
    is_tahunan=True,
    is_signed=True,
    has_kop=True,
    tentang=Tentang("&Pejabat", lambda office, periode, nama: find_pejabat(office, nama)),
)

#: In the order in which they are read.
DOKUMEN = (MANUAL_IKU, POHON_KINERJA, MATRIKS_CASCADING, MATRIKS_PERAN_HASIL, IKI)
