"""The command line's words of Bappeda, and of what comes back from there."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kinerja_desktop.cli.argument_parts import add_periode, add_tahun, add_target

#: Makes the parser of a command: its name, and what it is for.
Command = Callable[[str, str], argparse.ArgumentParser]


def add_penerimaan(command: Command, common: argparse.ArgumentParser) -> None:
    """Add the commands of Bappeda, and the one for what comes back from there."""
    terima = command("terima-paket", "Bappeda: periksa dan terima paket kecamatan dari flashdisk")
    terima.add_argument(
        "tempat", metavar="FOLDER", type=Path, nargs="+", help="folder, flashdisk, atau ZIP"
    )
    terima.add_argument("--penerima", metavar="NAMA", default="", help="siapa yang menerima")
    terima.add_argument(
        "--alasan", metavar="ALASAN", default="",
        help="mengapa paket yang meragukan tetap diterima; alasan ini dicatat",
    )  # fmt: skip
    terima.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")
    rekap = command("rekap", "Bappeda: rekap semua unit sebagai Excel, PDF, atau Word")
    add_periode(rekap)
    add_target(rekap, "F.xlsx")
    cocokkan = command("cocokkan", "cari paket atau dokumen final dari kode pada kertas")
    cocokkan.add_argument(
        "kode",
        metavar="KODE",
        help="kode verifikasi, kode paket, atau foto/pindaian (PNG, JPEG, PDF)",
    )
    tanda = command("tanda-terima", "baca tanda terima Bappeda dari flashdisk")
    tanda.add_argument("tempat", metavar="FOLDER", type=Path, help="flashdisk atau folder")
    _add_unit(command("unit", "Bappeda: sebutkan, tambah, atau hentikan unit pengirim"), common)
    _add_tenggat(command("tenggat", "Bappeda: sebutkan, isi, atau hapus tenggat laporan"), common)
    _add_komentar(
        command("komentar", "sebutkan, tulis, atau selesaikan komentar Bappeda atas paket"), common
    )
    surat = command("surat-pengingat", "Bappeda: tulis surat untuk semua unit yang belum mengirim")
    add_periode(surat)
    add_target(surat, "F.{pdf,docx}")
    surat.add_argument("--tanggal", metavar="HH-BB-TTTT", help="tanggal surat; tanpa ini hari ini")
    surat.add_argument(
        "--batas", metavar="HH-BB-TTTT", help="batas waktu baru; tanpa ini lima hari kerja lagi"
    )
    surat.add_argument("--nomor", metavar="NOMOR", default="", help="satu nomor untuk semua surat")


def _add_unit(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    deed = _deeds(parser, "perintah_unit", common)
    daftar = deed("daftar", "sebutkan unit pengirim dan apakah masih diminta mengirim")
    daftar.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")
    tambah = deed("tambah", "tambahkan unit; yang sudah ada dilewati")
    tambah.add_argument("nama", metavar="NAMA", nargs="+", help="tanpa kata Kecamatan")
    tambah.add_argument("--kabupaten", metavar="NAMA", default="", help="tanpa ini milik sendiri")
    tambah.add_argument(
        "--jenis", choices=("kecamatan", "perangkat-daerah"), default="kecamatan",
        help="tanpa ini kecamatan",
    )  # fmt: skip
    for name, text in (
        ("hentikan", "unit ini tidak diminta mengirim lagi; paketnya tetap"),
        ("aktifkan", "unit ini diminta mengirim lagi"),
    ):
        deed(name, text).add_argument("nama", metavar="NAMA", nargs="+")


def _add_tenggat(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    deed = _deeds(parser, "perintah_tenggat", common)
    daftar = deed("daftar", "sebutkan tenggat satu tahun dan berapa unit sudah mengirim")
    add_tahun(daftar)
    daftar.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")
    isi = deed("isi", "minta laporan satu periode, paling lambat suatu tanggal")
    add_periode(isi)
    isi.add_argument("--tanggal", metavar="HH-BB-TTTT", help="paling lambat; boleh kosong")
    add_periode(deed("hapus", "jangan minta laporan periode ini lagi"))


def _add_komentar(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    deed = _deeds(parser, "perintah_komentar", common)
    daftar = deed("daftar", "sebutkan komentar satu tahun dengan nomornya")
    add_tahun(daftar)
    daftar.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")
    tulis = deed("tulis", "Bappeda: tulis komentar atas paket satu unit")
    tulis.add_argument("isi", metavar="ISI", help="komentarnya")
    tulis.add_argument("--unit", metavar="NAMA", required=True, help="untuk siapa")
    tulis.add_argument("--tentang", metavar="NAMA", default="", help="indikator atau dokumennya")
    add_periode(tulis)
    berkas = deed("berkas", "Bappeda: tulis berkas komentar untuk program unit")
    add_target(berkas, "FOLDER")
    berkas.add_argument("--unit", metavar="NAMA", help="tanpa ini semua unit yang dikomentari")
    selesai = deed("selesai", "tandai komentar selesai")
    selesai.add_argument("nomor", metavar="NOMOR", help="lihat komentar daftar")


def _deeds(parser: argparse.ArgumentParser, dest: str, common: argparse.ArgumentParser) -> Command:
    """Let a command have deeds of its own, each with the words that all commands know."""
    commands: Any = parser.add_subparsers(
        dest=dest, metavar="PEKERJAAN", parser_class=type(parser), required=True
    )

    def deed(name: str, text: str) -> argparse.ArgumentParser:
        found: argparse.ArgumentParser = commands.add_parser(
            name, help=text, description=text, parents=[common]
        )
        return found

    return deed
