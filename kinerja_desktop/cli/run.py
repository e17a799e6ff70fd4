"""Run a command and turn its outcome into lines and an exit code."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from kinerja_desktop.cli import bappeda, contoh, lke, penerimaan, pengumpulan, server, sop
from kinerja_desktop.cli.arguments import WRONG_USAGE
from kinerja_desktop.cli.papers import (
    WrongUsageError,
    find_about,
    make_paper_final,
    read_kind,
    read_tanggal,
    require_ending,
    require_folder,
    require_formats,
    require_own,
)
from kinerja_desktop.cli.ukur import hasil_to_json, hasil_to_lines
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA, name_kantor
from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem, explain_os_error
from kinerja_desktop.server_address import Place, folder_of
from kinerja_desktop.services.awal import sample
from kinerja_desktop.services.awal.self_check import (
    ListPrinters,
    check_program,
    describe_program,
)
from kinerja_desktop.services.bantuan import panduan
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.lost_data import has_office
from kinerja_desktop.services.kantor.moved import find_moved
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kantor.passwords import with_kept_password
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.pengukuran.ukur import (
    find_status,
    list_program,
    measure_periode,
)
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
        arguments.data = with_kept_password(arguments.data)
        if arguments.perintah == "periksa":
            return _periksa(arguments, list_printers)
        if arguments.perintah == "pulihkan":
            return _restore(arguments)
        if arguments.perintah == "siapkan-postgresql":
            return server.siapkan(arguments)
        with_office = _COMMANDS[arguments.perintah]
        _check_words(arguments)
        if arguments.perintah == "panduan" and not _has_office(arguments.data):
            # Who has not begun yet reads it first.
            return _panduan(None, arguments)
        _require_office(arguments)
        office = open_office(arguments.data)
        try:
            with office.guarded():
                if arguments.contoh and office.instansi() is None:
                    sample.fill_sample(office)
                _require_kind(office, arguments.perintah)
                return with_office(office, arguments)
        finally:
            office.close()
    except DataProblemsError as error:
        return _report(error.problems, "")
    except KinerjaError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE if isinstance(error, WrongUsageError) else HAS_PROBLEMS


def _check_words(arguments: argparse.Namespace) -> None:
    """Refuse what is wrong whatever the data says, before anything is opened or made."""
    match arguments.perintah:
        case "cetak":
            read_kind(arguments.dokumen)
            require_formats(arguments.ke)
            require_folder(arguments.ke.parent)
        case "buku-kerja" | "cadangkan" | "rekap" if _is_inside(arguments.ke, arguments.data):
            return  # never written there, whatever its name: the service says why
        case "rekap":
            require_formats(arguments.ke)
            require_folder(arguments.ke.parent)
        case "panduan":
            require_ending(arguments.ke, "pdf")
            require_folder(arguments.ke.parent)
        case "buku-kerja":
            require_ending(arguments.ke, "xlsx")
            require_folder(arguments.ke.parent)
        case "final":
            read_kind(arguments.dokumen)
        case "cadangkan" if arguments.ke:
            if arguments.ke.suffix:
                require_ending(arguments.ke, "kinerja")
            require_folder(arguments.ke.parent)
        case "kirim" | "formulir" | "bukti-lke":
            require_folder(arguments.ke)
        case "terima" if arguments.tolak_ke:
            require_ending(arguments.tolak_ke, "xlsx")
            require_folder(arguments.tolak_ke.parent)


def _is_inside(target: Path | None, place: Place) -> bool:
    return target is not None and target.absolute().is_relative_to(folder_of(place).absolute())


def _require_office(arguments: argparse.Namespace) -> None:
    """Refuse a data folder that is not there: a script that mistypes it must not get a new office.

    Raises:
        KinerjaError: it is not there, or empty, and nothing asks for a new one.
    """
    if not _is_asked(arguments) and not _has_office(arguments.data):
        raise KinerjaError(
            f"{_name(arguments.data)} belum ada, atau tidak berisi data kantor.",
            "Periksa tulisan --data; tambahkan --buat untuk kantor baru, "
            "atau --contoh untuk data contoh.",
        )
    if moved := find_moved(arguments.data):
        print(f"Peringatan: {moved}", file=sys.stderr)


def _require_kind(office: Office, perintah: str) -> None:
    """Refuse the work of a kecamatan at Bappeda, which plans and measures nothing itself.

    Raises:
        KinerjaError: this is Bappeda's data.
    """
    instansi = office.instansi()
    if instansi is not None and instansi.jenis == BAPPEDA and perintah in _OF_KECAMATAN:
        raise KinerjaError(
            f"Perintah '{perintah}' adalah pekerjaan kecamatan, sedangkan data ini milik "
            f"{name_kantor(instansi.kecamatan, instansi.jenis)}.",
            "Pakai folder data kecamatan.",
        )


def _is_asked(arguments: argparse.Namespace) -> bool:
    return bool(arguments.buat or arguments.contoh or arguments.perintah == "contoh")


def _name(place: Place) -> str:
    return f"Folder data {place}" if isinstance(place, Path) else f"Basis data {place}"


def _has_office(place: Place) -> bool:
    try:
        return has_office(place)
    except OSError as error:
        raise explain_os_error(error, folder_of(place)) from error


def _impor(office: Office, arguments: argparse.Namespace) -> int:
    plan = workbook.plan_import(office, arguments.buku)
    if plan.is_sound:
        workbook.require_identity(office, plan)
    workbook.apply_import(office, plan)
    for problem in plan.problems:
        print(f"Peringatan: {problem}", file=sys.stderr)
    added = sum(row.is_new for row in plan.rows)
    kept = f", {plan.terkunci} terkunci" if plan.terkunci else ""
    changed = len(plan.rows) - added
    print(f"{added} baris ditambahkan, {changed} diubah, {plan.unchanged} tetap{kept}.")
    return DONE


def _buku_kerja(office: Office, arguments: argparse.Namespace) -> int:
    workbook.export_workbook(office, arguments.ke, kosong=arguments.kosong)
    print(f"Ditulis: {arguments.ke}")
    return DONE


def _ukur(office: Office, arguments: argparse.Namespace) -> int:
    periode = _periode(arguments)
    hasil = measure_periode(office, periode)
    if arguments.json:
        data = hasil_to_json(hasil, list_program(office, periode), find_status(office, periode))
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print("\n".join(hasil_to_lines(hasil)))
    return DONE


def _cetak(office: Office, arguments: argparse.Namespace) -> int:
    dokumen, periode = read_kind(arguments.dokumen), _periode(arguments)
    daftar = require_own(office, dokumen)
    tentang = find_about(office, dokumen, periode, arguments.tentang)
    wanted = Permintaan(dokumen.kunci, periode, tentang)
    documents.save_document(office, wanted, arguments.ke, daftar)
    print(f"Dicetak: {arguments.ke}")
    return DONE


def _panduan(office: Office | None, arguments: argparse.Namespace) -> int:
    panduan.write_panduan(office, "kartu" if arguments.kartu else "panduan", arguments.ke)
    print(f"Ditulis: {arguments.ke}")
    return DONE


def _kirim(office: Office, arguments: argparse.Namespace) -> int:
    isi = transfer.compose_package(office, _periode(arguments))
    for problem in isi.problems:
        print(f"Peringatan: {problem}", file=sys.stderr)
    path = transfer.send_package(office, isi, arguments.ke)
    print(f"Paket ditulis dan dibaca ulang: {path}")
    print(f"Kode verifikasi: {isi.kode}")
    print(f"Kode paket: {isi.kode_paket}")
    return DONE


def _final(office: Office, arguments: argparse.Namespace) -> int:
    tanggal = read_tanggal("--tanggal", arguments.tanggal, office.today())
    kode, problems = make_paper_final(office, arguments, tanggal)
    for problem in problems:
        print(f"Peringatan: {problem}", file=sys.stderr)
    print(f"Final, kode verifikasi {kode}")
    return DONE


def _periksa(arguments: argparse.Namespace, list_printers: ListPrinters) -> int:
    # A PC on which nobody has begun yet is sound; a folder that was named must be there.
    is_new = not _is_asked(arguments) and not _has_office(arguments.data)
    if is_new and arguments.data_disebut:
        _require_office(arguments)
    print("\n".join(describe_program(folder_of(arguments.data))))
    problems = []
    for finding in check_program(folder_of(arguments.data), list_printers):
        if finding.problem is None:
            print(finding)
        else:
            problems.append(finding.problem)
    if is_new:
        print(f"Belum ada data kantor di {arguments.data}.")
        return _report(problems, "Program baik.")
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


_OF_KECAMATAN = frozenset(
    {
        "ukur", "kirim", "final", "contoh", "formulir", "terima", "belum", "sop", "lke",
        "bukti-lke", "tanda-terima",
    }
)  # fmt: skip
_COMMANDS: dict[str, Callable[[Office, argparse.Namespace], int]] = {
    "impor": _impor,
    "pindahkan": server.pindahkan,
    "buku-kerja": _buku_kerja,
    "ukur": _ukur,
    "cetak": _cetak,
    "kirim": _kirim,
    "final": _final,
    "panduan": _panduan,
    "cadangkan": _cadangkan,
    "contoh": contoh.contoh,
    "formulir": pengumpulan.formulir,
    "terima": pengumpulan.terima,
    "belum": pengumpulan.belum,
    "sop": sop.sop,
    "lke": lke.lke,
    "bukti-lke": lke.bukti_lke,
    **penerimaan.COMMANDS,
    **bappeda.COMMANDS,
}
