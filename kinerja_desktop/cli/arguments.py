"""The command line's words. They are stable: scripts of other people stand on them."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from kinerja_desktop import __version__
from kinerja_desktop.cli.argument_parts import add_periode, add_tahun, add_target
from kinerja_desktop.cli.penerimaan_arguments import add_penerimaan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.paths import default_data_folder
from kinerja_desktop.server_address import Place, is_server_address, read_server_address

WRONG_USAGE = 2

_TRANSLATED = {
    "usage: ": "pemakaian: ",
    "positional arguments": "perintah",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini",
    "the following arguments are required: %s": "yang ini harus ditulis: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "expected one argument": "perlu satu nilai",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r tidak dikenal, pilih: %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r tidak dapat dibaca",
    "not allowed with argument %s": "tidak dapat bersama %s",
    "one of the arguments %s is required": "salah satu ini harus ditulis: %s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: salah: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
}


def parse_arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; wrong usage ends the program with exit code 2."""
    # argparse asks gettext for its own sentences.
    argparse._ = _translate  # type: ignore[attr-defined]
    arguments = _make_parser().parse_args(words)
    # Not as defaults: a default of the command would hide what stands before the command.
    given = vars(arguments)
    given.setdefault("contoh", False)
    given.setdefault("buat", False)
    given["data_disebut"] = "data" in given
    sample = arguments.perintah == "contoh"
    given.setdefault("data", arguments.ke / "data" if sample else default_data_folder())
    return arguments


def _translate(text: str) -> str:
    return _TRANSLATED.get(text, text)


class _Parser(argparse.ArgumentParser):
    #: Writes what stands below the help, only when the help is asked for.
    write_below: Callable[[], str] | None = None

    def format_help(self) -> str:
        below = self.write_below() if self.write_below else ""
        return super().format_help() + below

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def _list_documents() -> str:
    # Half a second of imports, which no other command line needs: the window starts here too.
    from kinerja_desktop.services.dokumen.daftar import DOKUMEN

    width = max(map(len, DOKUMEN)) + 1
    lines = (f"  {item.kunci:<{width}}{item.keterangan}\n" for item in DOKUMEN.values())
    return f"\ndokumen:\n{''.join(lines)}"


def _add_panduan(panduan: _Parser) -> None:
    add_target(panduan, "F.pdf")
    panduan.add_argument("--kartu", action="store_true", help="kartu saku dua halaman")


def _make_parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--data", metavar="DIR", type=_read_place,
        help="folder data kantor, atau postgresql://nama@server/basisdata",
    )  # fmt: skip
    common.add_argument(
        "--contoh", action="store_true", help="isi folder data kosong dengan contoh"
    )
    common.add_argument("--buat", action="store_true", help="buat folder data baru bila belum ada")
    parser = _Parser(
        prog="kinerja-desktop",
        description="Siklus SAKIP kantor kecamatan. Tanpa perintah: membuka jendela.",
        parents=[common],
    )
    parser.add_argument("--versi", action="version", version=__version__, help="tampilkan versi")
    commands = parser.add_subparsers(dest="perintah", metavar="PERINTAH", parser_class=_Parser)

    def command(name: str, text: str) -> _Parser:
        return commands.add_parser(name, help=text, description=text, parents=[common])

    impor = command("impor", "masukkan buku kerja (xlsx, ods, xls, xlsb, csv) ke data kantor")
    impor.add_argument("buku", metavar="BUKU", type=Path)
    buku = command("buku-kerja", "tulis seluruh data kantor sebagai satu buku kerja")
    add_target(buku, "F.xlsx")
    buku.add_argument("--kosong", action="store_true", help="hanya judul kolom, tanpa data")
    ukur = command("ukur", "hitung capaian satu tahun atau triwulan")
    add_periode(ukur)
    ukur.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")
    cetak = command("cetak", "cetak dokumen ke berkas PDF, DOCX, atau XLSX")
    cetak.write_below = _list_documents
    cetak.add_argument("dokumen", metavar="DOKUMEN", help="salah satu dari daftar di bawah ini")
    add_periode(cetak)
    add_target(cetak, "F.{pdf,docx,xlsx}")
    _add_tentang(cetak)
    kirim = command("kirim", "tulis paket untuk Bappeda dan periksa ulang")
    add_periode(kirim)
    add_target(kirim, "FOLDER")
    final = command("final", "jadikan final Pengukuran Kinerja, LKjIP, atau dokumen lain")
    final.write_below = _list_documents
    add_periode(final)
    kind = final.add_mutually_exclusive_group()
    kind.add_argument("--lkjip", action="store_true", help="sama dengan --dokumen lkjip")
    kind.add_argument(
        "--dokumen", metavar="DOKUMEN", default="pengukuran-kinerja",
        help="salah satu dari daftar di bawah ini; tanpa ini Pengukuran Kinerja",
    )  # fmt: skip
    _add_tentang(final)
    final.add_argument("--tanggal", metavar="HH-BB-TTTT", help="tanggal dokumen")
    final.add_argument(
        "--tidak-dapat-dipenuhi",
        metavar="ALASAN",
        default="",
        help="mengapa yang belum ditulis tidak dapat dilengkapi; alasan ini dicatat",
    )
    _add_panduan(command("panduan", "tulis Buku Panduan, atau kartu sakunya, sebagai PDF"))
    _add_pengumpulan(command)
    _add_sop(command("sop", "sebutkan SOP kantor, ekspor, atau impor dari kantor lain"), common)
    _add_lke(command)
    add_penerimaan(command, common)
    periksa = command("periksa", "periksa program dan data, atau sebuah paket")
    periksa.add_argument("--paket", metavar="FOLDER", type=Path, help="paket yang diperiksa")
    cadangkan = command("cadangkan", "tulis seluruh data ke satu berkas cadangan")
    where = cadangkan.add_mutually_exclusive_group(required=True)
    where.add_argument("--ke", metavar="F.kinerja", type=Path, help="berkas tujuan")
    where.add_argument(
        "--tempat-kedua", metavar="FOLDER", type=Path, nargs="?", const=Path(),
        help="cadangkan ke tempat kedua: folder ini, atau yang terakhir dipilih",
    )  # fmt: skip
    pulihkan = command("pulihkan", "pulihkan data dari cadangan")
    pulihkan.add_argument("cadangan", metavar="F", type=Path)
    _add_server(command)
    contoh = command("contoh", "jalankan pekerjaan utama pada data contoh")
    add_target(contoh, "FOLDER")
    return parser


def _read_place(text: str) -> Place:
    """Read where the data is; an empty variable in a script names no place.

    Raises:
        ArgumentTypeError: it is blank, or no address of a server.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("folder data tidak disebut")
    if is_server_address(text):
        try:
            return read_server_address(text)
        except KinerjaError as error:
            raise argparse.ArgumentTypeError(str(error)) from error
    return Path(text)


def _add_tentang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tentang", metavar="NAMA", help="nama pejabat, kode Perjanjian Kinerja, atau kode SOP"
    )


def _add_pengumpulan(command: Callable[[str, str], _Parser]) -> None:
    """Add the commands of collecting data."""
    formulir = command("formulir", "tulis formulir pengumpulan data untuk tiap pemegang data")
    add_periode(formulir)
    add_target(formulir, "FOLDER")
    formulir.add_argument("--tenggat", metavar="HH-BB-TTTT", help="paling lambat kembali")
    formulir.add_argument(
        "--menurut", choices=("pengumpul-data", "penanggung-jawab"), default="pengumpul-data",
        help="siapa yang mengisi; tanpa ini pengumpul data",
    )  # fmt: skip
    formulir.add_argument(
        "--pemegang",
        metavar="NAMA",
        action="append",
        help="hanya untuk pemegang ini; dapat diulang",
    )
    terima = command("terima", "ambil formulir yang sudah diisi; yang baik masuk, sisanya disebut")
    terima.add_argument("berkas", metavar="BERKAS", type=Path, nargs="+", help="berkas atau folder")
    terima.add_argument(
        "--tolak-ke", metavar="F.xlsx", type=Path, help="tulis baris yang harus diperbaiki ke sini"
    )
    belum = command("belum", "sebutkan siapa yang belum menyampaikan data")
    add_periode(belum)
    belum.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")


def _add_sop(parser: _Parser, common: _Parser) -> None:
    """Add what can be done with the office's SOPs."""
    commands = parser.add_subparsers(
        dest="perintah_sop", metavar="PEKERJAAN", parser_class=_Parser, required=True
    )
    for name, text in (
        ("daftar", "sebutkan SOP yang dipakai beserta kodenya"),
        ("ekspor", "tulis satu SOP sebagai berkas untuk kantor lain"),
        ("impor", "masukkan SOP dari berkas kantor lain"),
    ):
        deed = commands.add_parser(name, help=text, description=text, parents=[common])
        if name == "ekspor":
            deed.add_argument("kode", metavar="KODE", help="kode SOP, lihat sop daftar")
            add_target(deed, "F.sop.json")
        elif name == "impor":
            deed.add_argument("berkas", metavar="F.sop.json", type=Path)
            deed.add_argument(
                "--sebagai", choices=("baru", "versi"),
                help="bila kodenya sudah dipakai: SOP baru, atau versi berikutnya",
            )  # fmt: skip


def _add_lke(command: Callable[[str, str], _Parser]) -> None:
    """Add the commands of Evaluasi SAKIP."""
    lke = command("lke", "hitung nilai evaluasi mandiri (LKE) satu tahun, dengan usulan dari data")
    add_tahun(lke)
    lke.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")
    bukti = command("bukti-lke", "susun paket bukti LKE satu tahun; dapat diulang bila terputus")
    add_tahun(bukti)
    add_target(bukti, "FOLDER")


def _add_server(command: Callable[[str, str], _Parser]) -> None:
    """Add the commands of an office whose data is on a server."""
    pindahkan = command("pindahkan", "pindahkan kantor ke server, atau kembali ke folder")
    pindahkan.add_argument(
        "--ke", metavar="TEMPAT", type=_read_place, required=True,
        help="basis data kosong (postgresql://…) atau folder kosong",
    )  # fmt: skip
    _add_siapkan(command("siapkan-postgresql", "siapkan basis data di server untuk sebuah kantor"))


def _add_siapkan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pengguna", metavar="NAMA",
        help="orang yang boleh masuk; kata sandinya ditanyakan (Enter: tidak diubah)",
    )  # fmt: skip
    parser.add_argument(
        "--peran", choices=("pembaca", "operator", "pengelola"), default="operator",
        help="yang boleh dilakukannya; tanpa ini operator",
    )  # fmt: skip
