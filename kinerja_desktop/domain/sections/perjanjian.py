"""Perjanjian Kinerja and its items (`docs/sakip.md` §2.4, §3.4–3.5)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

#: The three triggers of PermenPANRB 53/2014 Lampiran I E (`docs/sakip.md` §2.4).
ALASAN_PERUBAHAN = {
    "mutasi": "Pergantian/mutasi pejabat",
    "strategi": "Perubahan strategi yang memengaruhi tujuan/sasaran",
    "prioritas": "Perubahan prioritas atau asumsi yang berakibat signifikan",
}

PERJANJIAN_KINERJA = Section(
    "perjanjian_kinerja",
    "Perjanjian Kinerja",
    (
        Field("kode", "Kode", required=True, bantuan="Misalnya PK-2025, PK-2025-P1.", lebar=20),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8,
              bantuan="Tahun yang diperjanjikan, misalnya 2025."),
        Field("pejabat_id", "Pihak pertama", Kind.ACUAN, acuan="pejabat", lebar=32,
              bantuan="Yang berjanji. Kosong berarti Camat."),
        Field("atasan_id", "Pihak kedua", Kind.ACUAN, acuan="pejabat", lebar=32,
              bantuan="Kosong berarti Bupati."),
        Field("perubahan_ke", "Perubahan ke-", Kind.BULAT, required=True, batas=(0, 20), lebar=10,
              bantuan="0 untuk perjanjian murni."),
        Field("nomor", "Nomor", lebar=24,
              bantuan="Nomor perjanjian, bila kantor menomorinya."),
        Field("tanggal", "Tanggal", Kind.TANGGAL,
              bantuan="Tanggal pada kertas; menentukan siapa yang menandatangani dan pagu mana "
              "yang tercetak."),
        Field("alasan", "Alasan perubahan", Kind.PILIHAN, choices=ALASAN_PERUBAHAN, lebar=40,
              bantuan="Satu dari tiga alasan menurut PermenPANRB 53/2014. Kosong untuk perjanjian"
              " murni."),
        Field("uraian_alasan", "Penjelasan alasan", Kind.LONG_TEXT, lebar=40,
              bantuan="Apa yang berubah dan mengapa, satu atau dua kalimat."),
        Field("ditandatangani", "Ditandatangani", Kind.YA_TIDAK,
              bantuan="Ya sesudah kertasnya ditandatangani kedua pihak; sejak itu isinya "
              "terkunci."),
    ),
    kunci=("kode",),
    acuan="kode",
)  # fmt: skip

BUTIR_PERJANJIAN = Section(
    "butir_perjanjian",
    "Butir Perjanjian Kinerja",
    (
        Field("perjanjian_kinerja_id", "Perjanjian Kinerja", Kind.ACUAN, True,
              acuan="perjanjian_kinerja", lebar=20,
              bantuan="Perjanjian yang memuat butir ini."),
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator",
              bantuan="Indikator yang diperjanjikan, menurut kodenya."),
        Field("target", "Target", Kind.NILAI,
              bantuan="Yang dijanjikan untuk setahun; semula sama dengan target tahunan."),
    ),
    kunci=("perjanjian_kinerja_id", "indikator_id"),
)  # fmt: skip
