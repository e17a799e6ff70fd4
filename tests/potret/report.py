"""Everything that an LKjIP can hold, filled into the sample: stories, standards, photos, texts."""

from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageDraw

from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.gambar import add_picture
from kinerja_desktop.services.lkjip.kerangka import show_section
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.lkjip.teks import declare_absent, write_text
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.services.pengukuran.ukur import set_keterangan
from tests.potret.office import TAHUN

_ISU = """Aspek strategis Kecamatan Muncar adalah **pelayanan publik** di wilayah pesisir.

Permasalahan utama yang dihadapi:

1. jumlah permohonan layanan terus naik;
2. data pendukung SAKIP belum lengkap setiap triwulan.

| Permasalahan | Tahun 2023 | Tahun 2024 |
|---|--:|--:|
| Permohonan layanan | 4.120 | 4.975 |
| Pengaduan masuk | 41 | 38 |
"""


def write_report(office: Office, folder: Path) -> None:
    """Fill the report of the sample so that it can be made final."""
    tahun = TAHUN.tahun
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "tugas", "Membantu Bupati memimpin kecamatan")
    change_field(office, "instansi", instansi["id"], "fungsi", "Koordinasi\nPelayanan publik")
    for row in list_rows(office, "indikator"):
        if row["kode"] != "IKU-2":
            set_keterangan(office, row["id"], TAHUN, pendorong="Petugas layanan dilatih")
    _link_programs(office)
    (ikm,) = list_rows(office, "indikator", kode="IKU-1")
    add_row(
        office,
        "pembanding",
        {"indikator_id": ikm["id"], "tahun": tahun, "tingkat": "nasional",
         "nilai": Decimal("88.31"), "sumber": "Standar contoh"},
    )  # fmt: skip
    _declare_no_standards(office)
    for number, size in enumerate(((1600, 1200), (1200, 1600), (1600, 900)), start=1):
        path = folder / f"Rapat evaluasi {number}.jpg"
        _draw(path, size)
        attach_bukti(office, ikm["id"], TAHUN, path)
    address = add_picture(office, tahun, path)
    write_text(office, tahun, "isu_strategis", f"{_ISU}\n![Suasana pelayanan]({address})\n")
    for kunci in ("lampiran_rencana_aksi", "lampiran_reviu", "lampiran_checklist"):
        show_section(office, tahun, kunci, True)
    for item in read_lkjip(office, tahun).bagian:
        if item.tampil and item.keadaan is KeadaanBagian.KOSONG:
            declare_absent(office, tahun, item.kunci, "Belum dibahas pada tahun ini.")


def _link_programs(office: Office) -> None:
    programs = list_rows(office, "mata_anggaran")
    for number, sasaran in enumerate(list_rows(office, "sasaran")):
        add_row(
            office,
            "program_sasaran",
            {"mata_anggaran_id": programs[number + 1]["id"], "sasaran_id": sasaran["id"]},
        )


def _draw(path: Path, size: tuple[int, int]) -> None:
    image = Image.new("RGB", size, "#7fa4c4")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, size[1] * 0.65, size[0], size[1]), fill="#8a7b62")
    pen.ellipse((size[0] * 0.7, size[1] * 0.1, size[0] * 0.85, size[1] * 0.3), fill="#f2d16b")
    image.save(path, quality=85)


def _declare_no_standards(office: Office) -> None:
    for row in list_rows(office, "indikator"):
        if row["sasaran_id"] is not None:
            standard = {"indikator_id": row["id"], "tahun": TAHUN.tahun, "tingkat": "nasional"}
            add_row(office, "pembanding", {**standard, "tidak_ada": True})
