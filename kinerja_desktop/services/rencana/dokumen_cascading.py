"""The kinds of papers that say who brings about what: Pohon Kinerja, matrices, Manual IKU, IKI."""

from kinerja_desktop.services.kantor.dokumen import Dokumen, Tentang
from kinerja_desktop.services.pengukuran.dokumen import find_pejabat
from kinerja_desktop.services.rencana import iki, manual_iku, pohon_papers

MANUAL_IKU = Dokumen(
    "manual-iku",
    "Manual IKU",
    "Satu lembar setiap IKU: definisi, formula, sumber data, penanggung jawab, dan target.",
    compose=manual_iku.compose_manual,
    describe=manual_iku.describe_manual,
    is_tahunan=True,
    is_signed=True,
)

POHON_KINERJA = Dokumen(
    "pohon-kinerja",
    "Pohon Kinerja",
    "Sebab-akibat dari tujuan sampai sub kegiatan, dengan indikator dan penanggung jawabnya.",
    compose=pohon_papers.compose_pohon,
    describe=pohon_papers.describe_pohon,
    is_tahunan=True,
    is_signed=True,
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
