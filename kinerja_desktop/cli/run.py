"""Run a command and turn its outcome into lines and an exit code."""

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from kinerja_desktop.cli.ukur import hasil_to_json, hasil_to_lines
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import parse_tanggal
from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.services.awal import sample
from kinerja_desktop.services.awal.self_check import (
    ListPrinters,
    check_program,
    describe_program,
)
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.dokumen.document_list import find_subject
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.pengukuran.finalisasi import finalize
from kinerja_desktop.services.pengukuran.ukur import list_kekurangan, measure_periode
from kinerja_desktop.services.riwayat import maintenance, restoring, second_place, workbook

DONE, HAS_PROBLEMS = 0, 1


def run(arguments: argparse.Namespace, list_printers: ListPrinters = list) -> int:
    """Run the command of a parsed command line; return its exit code.

    0 done; 1 the data has problems, one a line on stderr; 2 wrong usage.

    Args:
        arguments: the parsed command line.
        list_printers: asks the system for its printers.
    """
    try:
        if arguments.perintah == "periksa" and arguments.paket:
            paket, problems = transfer.verify_package(arguments.paket)
            lines = [*paket.rincian, "Paket utuh."] if paket else []
            return _report(problems, "\n".join(lines))
        if arguments.perintah == "periksa":
            return _periksa(arguments, list_printers)
        if arguments.perintah == "pulihkan":
            return _restore(arguments)
        with_office = _COMMANDS[arguments.perintah]
        office = open_office(arguments.data)
        try:
            with office.guarded():
                if arguments.contoh and office.instansi() is None:
                    sample.fill_sample(office)
                return with_office(office, arguments)
        finally:
            office.close()
    except DataProblemsError as error:
        return _report(error.problems, "")
    except KinerjaError as error:
        print(error, file=sys.stderr)
        return HAS_PROBLEMS


def _impor(office: Office, arguments: argparse.Namespace) -> int:
    plan = workbook.plan_import(office, arguments.buku)
    workbook.apply_import(office, plan)
    for problem in plan.problems:
        print(f"Peringatan: {problem}", file=sys.stderr)
    added = sum(row.is_new for row in plan.rows)
    print(f"{added} baris ditambahkan, {len(plan.rows) - added} diubah, {plan.unchanged} tetap.")
    return DONE


def _buku_kerja(office: Office, arguments: argparse.Namespace) -> int:
    workbook.export_workbook(office, arguments.ke, kosong=arguments.kosong)
    print(f"Ditulis: {arguments.ke}")
    return DONE


def _ukur(office: Office, arguments: argparse.Namespace) -> int:
    hasil = measure_periode(office, _periode(arguments))
    if arguments.json:
        print(json.dumps(hasil_to_json(hasil), ensure_ascii=False, indent=2))
    else:
        print("\n".join(hasil_to_lines(hasil)))
    return DONE


def _cetak(office: Office, arguments: argparse.Namespace) -> int:
    # People write Pengukuran_Kinerja and "pengukuran kinerja" for the same paper.
    kunci = re.sub(r"[\s_]+", "-", arguments.dokumen.strip().lower())
    periode = _periode(arguments)
    nama = arguments.tentang
    tentang = find_subject(office, kunci, periode, nama) if nama else None
    wanted = Permintaan(kunci, periode, tentang)
    documents.save_document(office, wanted, arguments.ke)
    print(f"Dicetak: {arguments.ke}")
    return DONE


def _kirim(office: Office, arguments: argparse.Namespace) -> int:
    isi = transfer.compose_package(office, _periode(arguments))
    path = transfer.send_package(office, isi, arguments.ke)
    print(f"Paket ditulis dan dibaca ulang: {path}")
    print(f"Kode verifikasi: {isi.kode}")
    print(f"Kode paket: {isi.kode_paket}")
    return DONE


def _final(office: Office, arguments: argparse.Namespace) -> int:
    tanggal = office.today()
    if arguments.tanggal:
        try:
            tanggal = parse_tanggal(arguments.tanggal)
        except ValueError as error:
            raise KinerjaError(f"--tanggal: {error}.") from None
    # What the window shows before it asks; what blocks is told by the deed itself.
    if arguments.lkjip:
        problems = read_lkjip(office, arguments.tahun).kekurangan
        kode = finalize_lkjip(office, arguments.tahun, tanggal).kode
    else:
        periode = _periode(arguments)
        problems = tuple(list_kekurangan(office, periode))
        alasan = arguments.tidak_dapat_dipenuhi
        kode = finalize(office, periode, tanggal, tidak_dapat_dipenuhi=alasan).kode
    for problem in problems:
        print(f"Peringatan: {problem}", file=sys.stderr)
    print(f"Final, kode verifikasi {kode}")
    return DONE


def _periksa(arguments: argparse.Namespace, list_printers: ListPrinters) -> int:
    print("\n".join(describe_program(arguments.data)))
    problems = []
    for finding in check_program(arguments.data, list_printers):
        if finding.problem is None:
            print(finding)
        else:
            problems.append(finding.problem)
    # The program first: it may itself be why the data cannot be opened.
    try:
        office = open_office(arguments.data)
    except KinerjaError as error:
        problems.append(Problem(str(error), "Data"))
    else:
        try:
            if arguments.contoh and office.instansi() is None:
                sample.fill_sample(office)
            problems += maintenance.check_office(office)
        except KinerjaError as error:
            problems.append(Problem(str(error), "Data"))
        finally:
            office.close()
    return _report(problems, "Program dan data baik.")


def _cadangkan(office: Office, arguments: argparse.Namespace) -> int:
    path, place = arguments.ke, arguments.tempat_kedua
    if place is not None:
        if place != Path():  # a folder was named
            second_place.choose_second_place(office, place)
        path, problems = second_place.back_up_elsewhere(office)
    else:
        problems = maintenance.export_all(office, path)
    for problem in problems:
        print(f"Peringatan: {problem}", file=sys.stderr)
    print(f"Cadangan ditulis dan diperiksa: {path}")
    return DONE


def _contoh(office: Office, arguments: argparse.Namespace) -> int:
    if office.instansi() is None:
        sample.fill_sample(office)
    sample.run_main_job(office, arguments.ke, print)
    print(f"Data contoh: {office.folder}")
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    restored = restoring.restore_folder(arguments.data, arguments.cadangan)
    print("Data dipulihkan.")
    if restored.safety_copy:
        print(f"Data sebelumnya disimpan: {restored.safety_copy}")
    return DONE


def _periode(arguments: argparse.Namespace) -> Periode:
    return Periode(arguments.tahun, arguments.triwulan)


def _report(problems: list[Problem], sound: str) -> int:
    for problem in problems:
        print(f"Peringatan: {problem}" if problem.is_warning else problem, file=sys.stderr)
    if all(problem.is_warning for problem in problems):
        print(sound)
        return DONE
    return HAS_PROBLEMS


_COMMANDS: dict[str, Callable[[Office, argparse.Namespace], int]] = {
    "impor": _impor,
    "buku-kerja": _buku_kerja,
    "ukur": _ukur,
    "cetak": _cetak,
    "kirim": _kirim,
    "final": _final,
    "cadangkan": _cadangkan,
    "contoh": _contoh,
}
