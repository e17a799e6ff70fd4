"""Renstra: period, tujuan, sasaran."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

PERIODE_RENSTRA = Section(
    "periode_renstra",
    "Periode Renstra",
    (
        Field("nama", "Nama periode", required=True, bantuan="Misalnya 2025–2029."),
        Field("tahun_awal", "Tahun awal", Kind.BULAT, required=True, batas=TAHUN),
        Field("tahun_akhir", "Tahun akhir", Kind.BULAT, required=True, batas=TAHUN),
        Field("nomor", "Nomor dokumen", lebar=24),
        Field("tanggal", "Tanggal dokumen", Kind.TANGGAL),
        Field("nomor_iku", "Nomor Keputusan IKU", lebar=24,
              bantuan="Keputusan Camat tentang Penetapan IKU."),
        Field("tanggal_iku", "Tanggal Keputusan IKU", Kind.TANGGAL),
    ),
    kunci=("nama",),
    acuan="nama",
)  # fmt: skip

TUJUAN = Section(
    "tujuan",
    "Tujuan",
    (
        Field("periode_renstra_id", "Periode Renstra", Kind.ACUAN, True, acuan="periode_renstra"),
        Field("kode", "Kode", required=True, bantuan="Kode pendek, misalnya T1."),
        Field("uraian", "Tujuan", Kind.LONG_TEXT, required=True, lebar=60),
    ),
    kunci=("kode",),
    acuan="kode",
)

SASARAN = Section(
    "sasaran",
    "Sasaran",
    (
        Field("tujuan_id", "Tujuan", Kind.ACUAN, required=True, acuan="tujuan"),
        Field("kode", "Kode", required=True, bantuan="Kode pendek, misalnya S1."),
        Field("uraian", "Sasaran strategis", Kind.LONG_TEXT, required=True, lebar=60),
    ),
    kunci=("kode",),
    acuan="kode",
)
