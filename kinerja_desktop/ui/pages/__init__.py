"""The pages of the window, in the order of the navigation."""

from kinerja_desktop.ui.pages.lazy import LazyPage

PAGES: tuple[LazyPage, ...] = (
    LazyPage("beranda", "Beranda", "beranda", "beranda:BerandaPage"),
    LazyPage("renstra", "Renstra & IKU", "renstra", "renstra_page:RenstraPage", "Perencanaan"),
    LazyPage(
        "perjanjian", "Perjanjian Kinerja", "perjanjian", "perjanjian_page:PerjanjianPage",
        "Perencanaan",
    ),
    LazyPage(
        "rencana_aksi", "Rencana Aksi", "rencana_aksi", "rencana_aksi_page:RencanaAksiPage",
        "Perencanaan",
    ),
    LazyPage("anggaran", "Anggaran", "anggaran", "anggaran_page:AnggaranPage", "Perencanaan"),
    LazyPage("pengumpulan", "Pengumpulan Data", "pengumpulan", "pengumpulan_page:PengumpulanPage"),
    LazyPage("pengukuran", "Pengukuran", "pengukuran", "pengukuran_page:PengukuranPage"),
    LazyPage("lkjip", "LKjIP", "lkjip", "lkjip_page:LkjipPage"),
    LazyPage("sop", "Prosedur (SOP)", "sop", "sop:SopPage"),
    LazyPage("dokumen", "Dokumen", "dokumen", "dokumen:DokumenPage"),
    LazyPage("kirim", "Kirim ke Bappeda", "kirim", "kirim:KirimPage"),
    LazyPage("riwayat", "Riwayat & Cadangan", "riwayat", "riwayat:RiwayatPage"),
    LazyPage("pengaturan", "Pengaturan", "pengaturan", "pengaturan:PengaturanPage"),
)  # fmt: skip
