"""Renstra: period, tujuan, sasaran."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

PERIODE_RENSTRA = Section(
    "periode_renstra",
    "Periode Renstra",
    (
        Field("nama", "Nama periode", required=True, bantuan="Misalnya 2025–2029."),
        Field("tahun_awal", "Tahun awal", Kind.BULAT, required=True, batas=TAHUN,
              bantuan="Tahun pertama yang dicakup Renstra, misalnya 2025."),
        Field("tahun_akhir", "Tahun akhir", Kind.BULAT, required=True, batas=TAHUN,
              bantuan="Tahun terakhir yang dicakup Renstra, misalnya 2029."),
        Field("nomor", "Nomor dokumen", lebar=24,
              bantuan="Nomor peraturan atau keputusan yang menetapkan Renstra. Boleh kosong; "
              "disebut dalam LKjIP."),
        Field("tanggal", "Tanggal dokumen", Kind.TANGGAL,
              bantuan="Tanggal peraturan atau keputusan yang menetapkan Renstra."),
        Field("nomor_iku", "Nomor Keputusan IKU", lebar=24,
              bantuan="Nomor Keputusan Camat tentang Penetapan IKU."),
        Field("tanggal_iku", "Tanggal Keputusan IKU", Kind.TANGGAL,
              bantuan="Tanggal Keputusan Camat tentang Penetapan IKU."),
    ),
    kunci=("nama",),
    acuan="nama",
)  # fmt: skip

TUJUAN = Section(
    "tujuan",
    "Tujuan",
    (
        Field(
            "periode_renstra_id",
            "Periode Renstra",
            Kind.ACUAN,
            True,
            acuan="periode_renstra",
            bantuan="Renstra yang memuat tujuan ini.",
        ),
        Field("kode", "Kode", required=True, bantuan="Kode pendek, misalnya T1."),
        Field(
            "uraian",
            "Tujuan",
            Kind.LONG_TEXT,
            required=True,
            lebar=60,
            bantuan="Ditulis persis seperti di Renstra, misalnya Meningkatnya kualitas "
            "pelayanan publik kecamatan.",
        ),
    ),
    kunci=("kode",),
    acuan="kode",
)

SASARAN = Section(
    "sasaran",
    "Sasaran",
    (
        Field(
            "tujuan_id",
            "Tujuan",
            Kind.ACUAN,
            required=True,
            acuan="tujuan",
            bantuan="Tujuan yang diwujudkan sasaran ini.",
        ),
        Field("kode", "Kode", required=True, bantuan="Kode pendek, misalnya S1."),
        Field(
            "uraian",
            "Sasaran strategis",
            Kind.LONG_TEXT,
            required=True,
            lebar=60,
            bantuan="Keadaan yang dicapai, bukan kegiatan, persis seperti di Renstra. Misalnya "
            "Meningkatnya kepuasan masyarakat.",
        ),
    ),
    kunci=("kode",),
    acuan="kode",
)
