"""Receiving at Bappeda on the command line: `terima-paket`, `rekap`, `cocokkan`, `tanda-terima`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.penerimaan.unit import LUMAJANG
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.awal.setup_bappeda import bappeda_of, set_up_bappeda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import ENDINGS, read_pindaian
from kinerja_desktop.services.kiriman.balasan import take_replies
from kinerja_desktop.services.penerimaan import cocokkan as matching
from kinerja_desktop.services.penerimaan.cari import cari_paket
from kinerja_desktop.services.penerimaan.cetak import write_rekap_file
from kinerja_desktop.services.penerimaan.pindaian import cocokkan_pindaian
from kinerja_desktop.services.penerimaan.pratinjau import preview
from kinerja_desktop.services.penerimaan.reception import Penerimaan, receive
from kinerja_desktop.services.penerimaan.terima import Diterima

DONE, HAS_PROBLEMS = 0, 1


def begin_bappeda(office: Office) -> None:
    """Make an empty data folder (`--buat`) that of Bappeda Kabupaten Lumajang."""
    if office.instansi() is None:
        set_up_bappeda(office, bappeda_of(LUMAJANG))


def terima_paket(office: Office, arguments: argparse.Namespace) -> int:
    """Take in the packages below some places, and write a receipt beside each.

    A new data folder (`--buat`) becomes that of Bappeda Kabupaten Lumajang.

    Returns:
        0 when all are in, now or before; else 1.

    Raises:
        KinerjaError: nothing was found, or the data is a kecamatan's.
    """
    begin_bappeda(office)
    with cari_paket(office, arguments.tempat) as found:
        if not found.paket and not found.problems:
            raise KinerjaError(
                f"Tidak ada paket di {', '.join(map(str, arguments.tempat))}.",
                "Pilih flashdisk atau folder yang memuat folder SAKIP_….",
            )
        calon = preview(office, found.paket)
        reasons = dict.fromkeys((item.tempat.folder for item in calon), arguments.alasan)
        done = receive(office, calon, penerima=arguments.penerima, alasan=reasons)
        told = [*found.problems, *done.hasil.gagal, *done.gagal]
    for problem in told:
        print(f"Peringatan: {problem}" if problem.is_warning else problem, file=sys.stderr)
    if arguments.json:
        print(json.dumps(_to_json(done), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_to_lines(done)))
    # A receipt that could not be written is work left to do, though the package is in.
    is_done = not done.gagal and all(problem.is_warning for problem in told)
    return DONE if is_done else HAS_PROBLEMS


def _to_json(done: Penerimaan) -> dict[str, Any]:
    hasil = done.hasil
    return {
        "diterima": [
            {**_describe(item), "tanda_terima": str(path) if path else None}
            for item in hasil.masuk
            for path in [done.tanda_terima.get(item.id)]
        ],
        "sudah_ada": [_reason(problem) for problem in hasil.gagal if problem.is_warning],
        "tidak_diterima": [_reason(problem) for problem in hasil.gagal if not problem.is_warning],
    }


def _describe(item: Diterima) -> dict[str, Any]:
    ringkas = item.calon.ringkas
    assert ringkas is not None
    return {
        "paket": item.calon.tempat.nama,
        "unit": item.calon.unit,
        "tahun": ringkas.tahun,
        "triwulan": ringkas.triwulan,
        "versi": ringkas.versi,
        "kode": ringkas.kode,
        "kode_paket": ringkas.kode_paket or None,
        "perubahan": [beda.kalimat for beda in item.calon.beda],
    }


def _reason(problem: Problem) -> dict[str, str]:
    return {"paket": problem.file, "sebab": problem.message}


def _to_lines(done: Penerimaan) -> list[str]:
    lines, hasil = [], done.hasil
    for item in hasil.masuk:
        ringkas, path = item.calon.ringkas, done.tanda_terima.get(item.id)
        assert ringkas is not None
        lines.append(
            f"{item.calon.unit}, {ringkas.periode.label}, versi {ringkas.versi}, "
            f"kode {ringkas.kode}"
        )
        lines += [f"  {beda.kalimat}" for beda in item.calon.beda]
        lines += [f"  Tanda terima: {path}"] if path else []
    known = sum(problem.is_warning for problem in hasil.gagal)
    failed = len(hasil.gagal) - known
    counts = f"{len(hasil.masuk)} paket diterima, {known} sudah ada, {failed} tidak diterima."
    return [*lines, counts]


def rekap(office: Office, arguments: argparse.Namespace) -> int:
    """Write the recap of a year with its triwulan, or of one triwulan."""
    found = write_rekap_file(office, arguments.ke, arguments.tahun, arguments.triwulan)
    missing = [line for line in found.penyampaian if line.versi is None]
    print(f"Ditulis: {arguments.ke}")
    print(
        f"{len(found.baris)} baris indikator; {len(found.penyampaian) - len(missing)} penyampaian "
        f"sudah ada, {len(missing)} belum."
    )
    return DONE


def cocokkan(office: Office, arguments: argparse.Namespace) -> int:
    """Say what a kode, or each kode in a photo or scan, belongs to, and whether all agrees.

    Returns:
        0 when all agrees, 1 when something does not, or nobody here knows a kode.

    Raises:
        KinerjaError: it is no kode, or the file cannot be read.
    """
    path = Path(arguments.kode)
    if path.suffix.lower() in ENDINGS or path.is_file():
        found = read_pindaian(path, arguments.render_pages)
        matched = cocokkan_pindaian(office, found, path.name)
        return max(_tell_matched(kode, items) for kode, items in matched)
    return _tell_matched(arguments.kode, matching.cocokkan(office, arguments.kode))


def _tell_matched(kode: str, found: Sequence[matching.HasilCocok]) -> int:
    if not found:
        print(
            f"Kode {kode[:40]} tidak dikenal di data ini. Periksa lagi kode yang tercetak; "
            "paketnya mungkin belum diterima.",
            file=sys.stderr,
        )
        return HAS_PROBLEMS
    for item in found:
        print(item.judul)
        for line in item.rincian:
            print(f"  {line}")
        for line in item.peringatan:
            print(f"Peringatan: {line}", file=sys.stderr)
        for line in item.masalah:
            print(line, file=sys.stderr)
        if not item.masalah:
            print("Semua angka cocok dengan data berkode.")
    return HAS_PROBLEMS if any(item.masalah for item in found) else DONE


def tanda_terima(office: Office, arguments: argparse.Namespace) -> int:
    """Note the receipts and comments that came back from Bappeda.

    Returns:
        0, also where a file was not for this office: nothing has to be mended here. 1 where one
        is broken or forged, or where there is none at all.
    """
    hasil = take_replies(office, arguments.tempat)
    for problem in (*hasil.problems, *hasil.dilewati):
        print(f"Peringatan: {problem}" if problem.is_warning else problem, file=sys.stderr)
    for line in hasil.dicatat:
        print(line)
    if not (hasil.dicatat or hasil.problems or hasil.dilewati):
        print(
            f"Tidak ada tanda terima atau komentar Bappeda di {arguments.tempat}.", file=sys.stderr
        )
        return HAS_PROBLEMS
    print(f"{len(hasil.dicatat)} hal dicatat.")
    return DONE if all(problem.is_warning for problem in hasil.problems) else HAS_PROBLEMS


COMMANDS = {
    "terima-paket": terima_paket,
    "rekap": rekap,
    "cocokkan": cocokkan,
    "tanda-terima": tanda_terima,
}
