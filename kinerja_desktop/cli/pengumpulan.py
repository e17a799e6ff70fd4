"""Collecting data on the command line: `formulir`, `terima`, `belum`."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from kinerja_desktop.cli.papers import read_tanggal
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.pengumpulan.papan import BarisPapan
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.kirim import propose_tenggat, send_formulir
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.services.pengumpulan.rencana import BarisMasuk, FormulirMasuk, RencanaTerima
from kinerja_desktop.services.pengumpulan.surat_berkas import write_letters
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.services.pengumpulan.tolak import write_rejects

DONE, HAS_PROBLEMS = 0, 1


def formulir(office: Office, arguments: argparse.Namespace) -> int:
    """Write the forms of a period, one for each holder; print where they lie."""
    periode = Periode(arguments.tahun, arguments.triwulan)
    tenggat = read_tanggal("--tenggat", arguments.tenggat, propose_tenggat(office, periode))
    sent = send_formulir(
        office,
        periode,
        arguments.ke,
        tenggat,
        menurut=Menurut(arguments.menurut.replace("-", "_")),
        pemegang=arguments.pemegang,
    )
    for item in sent:
        print(f"{item.pemegang}: {item.path}")
    print(f"{len(sent)} formulir ditulis, paling lambat kembali {tenggat:%d-%m-%Y}.")
    for path in write_letters(office, periode, arguments.ke):
        print(f"Surat: {path}")
    return DONE


def terima(office: Office, arguments: argparse.Namespace) -> int:
    """Take in forms: good rows go in, the others are told and, if wished, written back.

    Returns:
        0 when everything went in, else 1.
    """
    if arguments.tolak_ke is not None and arguments.tolak_ke.exists():
        raise KinerjaError(
            f"{arguments.tolak_ke.name} sudah ada, dan mungkin sudah diisi.",
            "Pilih nama berkas lain untuk --tolak-ke.",
        )
    if arguments.tolak_ke is not None:
        require_output(office, arguments.tolak_ke, (".xlsx",))
    rencana = plan_terima(office, arguments.berkas)
    hasil = take_in(office, rencana)
    told = list(_tell(rencana))
    for problem in told:
        print(f"Peringatan: {problem}" if problem.is_warning else problem, file=sys.stderr)
    print(f"{hasil.masuk} baris masuk dari {len(rencana.formulir)} formulir, {hasil.bukti} bukti.")
    # Last, for the data is in by now: whoever reads must know, even when this fails.
    if arguments.tolak_ke is not None and (count := write_rejects(
        office, rencana, arguments.tolak_ke
    )):  # fmt: skip
        print(f"{count} formulir untuk diperbaiki pemegangnya: {arguments.tolak_ke}")
    return DONE if all(problem.is_warning for problem in told) else HAS_PROBLEMS


def _tell(rencana: RencanaTerima) -> Iterator[Problem]:
    """Name everything that did not go in, and why; what is remarkable as a warning."""
    yield from rencana.gagal
    chosen = rencana.chosen()
    for place, form in enumerate(rencana.formulir):
        yield from form.masalah
        waits = form.is_held and any(row.can_go_in for row in form.baris)
        for text in form.sebab:
            told = f"{text}. Bila memang benar, terima lewat jendela" if waits else text
            yield Problem(told, form.path.name, form.judul, is_warning=not waits)
        for item in form.pembacaan.asing if form.pembacaan else ():
            yield Problem(item.teks, form.path.name, form.judul, item.alamat)
        for row in form.baris:
            yield from _tell_row(form, row, is_chosen=(place, row.jawaban.id) in chosen)


def _tell_row(form: FormulirMasuk, row: BarisMasuk, *, is_chosen: bool) -> Iterator[Problem]:
    cells = {item.teks: item.alamat for item in row.jawaban.alasan}
    nama = row.jawaban.nama
    for text in row.alasan:
        yield Problem(f"{nama}: {text}", form.path.name, form.judul, cells.get(text, ""))
    if row.ragu and row.can_go_in and not is_chosen and not form.is_held:
        yield Problem(f"{nama}: {row.ragu}", form.path.name, form.judul)
    for text in row.catatan:
        yield Problem(f"{nama}: {text}", form.path.name, form.judul, is_warning=True)


def belum(office: Office, arguments: argparse.Namespace) -> int:
    """Print who has not handed in everything of a period."""
    papan = read_papan(office, Periode(arguments.tahun, arguments.triwulan))
    if arguments.json:
        print(json.dumps(papan_to_json(papan), ensure_ascii=False, indent=2))
        return DONE
    for row in papan.belum:
        missing = ", ".join(item.nama for item in row.butir if not item.terisi)
        print(f"{row.pemegang}: {row.keterangan} – {row.terisi} dari {len(row.butir)}: {missing}")
    print(f"{papan.lengkap} dari {len(papan.baris)} pemegang data lengkap, {papan.periode.label}.")
    return DONE


def papan_to_json(papan: Papan) -> dict[str, Any]:
    """Return the board as JSON; its keys are stable (README)."""
    return {
        "tahun": papan.periode.tahun,
        "triwulan": papan.periode.triwulan,
        "menurut": papan.menurut.value,
        "pemegang": [_row_to_json(row) for row in papan.baris],
    }


def _row_to_json(row: BarisPapan) -> dict[str, Any]:
    return {
        "nama": row.pemegang,
        "keadaan": row.keadaan.value,
        "dikirim": _iso(row.dikirim),
        "tenggat": _iso(row.tenggat),
        "masuk": _iso(row.masuk),
        "terlambat_hari_kerja": row.terlambat,
        "teguran": row.teguran,
        "butir": [
            {
                "id": item.id,
                "nama": item.nama,
                "jenis": "anggaran" if item.is_rupiah else "indikator",
                "terisi": item.terisi,
            }
            for item in row.butir
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
