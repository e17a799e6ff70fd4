"""What in the program does the work of a step, in the words of those who choose it."""

from kinerja_desktop.domain.sop.langkah import Tindakan

#: In the order in which the work of a year goes.
NAMA_TINDAKAN: dict[Tindakan, str] = {
    Tindakan.NONE: "Dikerjakan di luar program",
    Tindakan.TERIMA_SURAT: "Menerima surat",
    Tindakan.DISPOSISI: "Mendisposisikan surat",
    Tindakan.RAPAT: "Rapat",
    Tindakan.BUKA_PERENCANAAN: "Membuka Renstra dan IKU",
    Tindakan.KIRIM_FORMULIR: "Mengirim formulir isian",
    Tindakan.KUMPULKAN_DATA: "Mengumpulkan data",
    Tindakan.BUKA_PENGUKURAN: "Membuka Pengukuran",
    Tindakan.BUKA_LKJIP: "Membuka LKjIP",
    Tindakan.CETAK_DRAF: "Mencetak draf",
    Tindakan.KOREKSI: "Mengoreksi draf",
    Tindakan.CETAK_UNTUK_TTD: "Mencetak untuk ditandatangani",
    Tindakan.TANDA_TANGAN: "Menandatangani",
    Tindakan.SURAT_PENGANTAR: "Membuat surat pengantar",
    Tindakan.BAGIKAN: "Membagikan dokumen",
    Tindakan.KIRIM_BAPPEDA: "Mengirim ke Bappeda",
}
