"""Receiving at Bappeda on the command line: `terima-paket`, `rekap`, `cocokkan`, `tanda-terima`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.tanda_terima import take_receipts
from kinerja_desktop.services.penerimaan import cocokkan as matching
from kinerja_desktop.services.penerimaan.cari import cari_paket
from kinerja_desktop.services.penerimaan.pratinjau import CalonPaket, preview
from kinerja_desktop.services.penerimaan.rekap import write_rekap
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.penerimaan.terima import Diterima, HasilTerima
from kinerja_desktop.services.penerimaan.terima import terima_paket as take_in
from kinerja_desktop.services.penerimaan.unit import set_up_bappeda

DONE, HAS_PROBLEMS = 0, 1


def terima_paket(office: Office, arguments: argparse.Namespace) -> int:
    """Take in the packages below some places, and write a receipt beside each.

    A new data folder (`--buat`) becomes that of Bappeda Kabupaten Lumajang.

    Returns:
        0 when all are in, now or before; else 1.

    Raises:
        KinerjaError: nothing was found, or the data is a kecamatan's.
    """
    if office.instansi() is None:
        set_up_bappeda(office)
    with cari_paket(office, arguments.tempat) as found:
        if not found.paket and not found.problems:
            raise KinerjaError(
                f"Tidak ada paket di {', '.join(map(str, arguments.tempat))}.",
                "Pilih flashdisk atau folder yang memuat folder SAKIP_….",
            )
        calon = preview(office, found.paket)
        reasons = dict.fromkeys((item.tempat.folder for item in calon), arguments.alasan)
        hasil = take_in(office, calon, penerima=arguments.penerima, alasan=reasons)
        told = [*found.problems, *hasil.gagal]
        receipts = [_write_receipt(office, item.id, item.calon, told) for item in hasil.masuk]
        # Once more for what was in before: the stick may have been locked then.
        for item in calon:
            if item.sudah is not None:
                _write_receipt(office, item.sudah, item, told)
    for problem in told:
        print(f"Peringatan: {problem}" if problem.is_warning else problem, file=sys.stderr)
    if arguments.json:
        print(json.dumps(_to_json(hasil, receipts), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_to_lines(hasil, receipts)))
    return DONE if all(problem.is_warning for problem in told) else HAS_PROBLEMS


def _write_receipt(
    office: Office, paket_id: UUID, calon: CalonPaket, told: list[Problem]
) -> Path | None:
    """Write a receipt; what is in stays in, even where none can be written."""
    place = calon.tempat
    try:
        return write_tanda_terima(office, paket_id, place.tempat, place.folder.name)[0]
    except KinerjaError as error:
        text = f"sudah diterima, tetapi tanda terimanya belum ditulis: {error}"
        told.append(Problem(text, place.nama, is_warning=True))
        return None


def _to_json(hasil: HasilTerima, receipts: Sequence[Path | None]) -> dict[str, Any]:
    return {
        "diterima": [
            {**_describe(item), "tanda_terima": str(path) if path else None}
            for item, path in zip(hasil.masuk, receipts, strict=True)
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


def _to_lines(hasil: HasilTerima, receipts: Sequence[Path | None]) -> list[str]:
    lines = []
    for item, path in zip(hasil.masuk, receipts, strict=True):
        ringkas = item.calon.ringkas
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
    found = write_rekap(office, arguments.ke, arguments.tahun, arguments.triwulan)
    missing = [line for line in found.penyampaian if line.versi is None]
    print(f"Ditulis: {arguments.ke}")
    print(
        f"{len(found.baris)} baris indikator; {len(found.penyampaian) - len(missing)} penyampaian "
        f"sudah ada, {len(missing)} belum."
    )
    return DONE


def cocokkan(office: Office, arguments: argparse.Namespace) -> int:
    """Say what a kode belongs to, and whether every figure agrees.

    Returns:
        0 when all agrees, 1 when something does not.

    Raises:
        KinerjaError: it is no kode, or nobody here knows it.
    """
    found = matching.cocokkan(office, arguments.kode)
    if not found:
        raise KinerjaError(
            f"Kode {arguments.kode[:40]} tidak dikenal di data ini.",
            "Periksa lagi kode yang tercetak; paketnya mungkin belum diterima.",
        )
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
    """Note the receipts that came back from Bappeda.

    Returns:
        0, also where a receipt was not for this office: nothing has to be mended here.
    """
    hasil = take_receipts(office, arguments.tempat)
    for problem in hasil.problems:
        print(f"Peringatan: {problem}" if problem.is_warning else problem, file=sys.stderr)
    for line in hasil.dicatat:
        print(line)
    print(f"{len(hasil.dicatat)} hal dicatat.")
    return DONE if all(problem.is_warning for problem in hasil.problems) else HAS_PROBLEMS
