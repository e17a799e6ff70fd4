"""The pages of the window, in the order of the navigation."""

from kinerja_desktop.ui.base.lazy import LazyPage

PAGES: tuple[LazyPage, ...] = (
    LazyPage("beranda", "Beranda", "beranda", "beranda.page:BerandaPage"),
    LazyPage(
        "renstra", "Renstra & IKU", "renstra", "rencana.renstra_page:RenstraPage", "Perencanaan",
    ),
    LazyPage(
        "perjanjian", "Perjanjian Kinerja", "perjanjian", "rencana.perjanjian_page:PerjanjianPage",
        "Perencanaan",
    ),
    LazyPage(
        "rencana_aksi", "Rencana Aksi", "rencana_aksi", "rencana.rencana_aksi_page:RencanaAksiPage",
        "Perencanaan",
    ),
    LazyPage(
        "anggaran", "Anggaran", "anggaran", "rencana.anggaran_page:AnggaranPage", "Perencanaan",
    ),
    LazyPage("pengumpulan", "Pengumpulan Data", "pengumpulan", "isian.page:PengumpulanPage"),
    LazyPage("pengukuran", "Pengukuran", "pengukuran", "pengukuran.page:PengukuranPage"),
    LazyPage("lkjip", "LKjIP", "lkjip", "lkjip.page:LkjipPage"),
    LazyPage("sop", "Prosedur (SOP)", "sop", "sop.page:SopPage"),
    LazyPage("dokumen", "Dokumen", "dokumen", "dokumen.page:DokumenPage"),
    LazyPage("kirim", "Kirim ke Bappeda", "kirim", "kirim.page:KirimPage"),
    LazyPage("riwayat", "Riwayat & Cadangan", "riwayat", "riwayat.page:RiwayatPage"),
    LazyPage("pengaturan", "Pengaturan", "pengaturan", "pengaturan.page:PengaturanPage"),
)  # fmt: skip
