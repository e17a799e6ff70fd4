"""Bappeda's lists on the command line: `unit`, `tenggat`, `komentar`, `surat-pengingat`."""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from kinerja_desktop.cli.papers import read_tanggal, require_ending, require_folder
from kinerja_desktop.cli.penerimaan import begin_bappeda
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA
from kinerja_desktop.domain.penerimaan.komentar import ButirKomentar
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.beranda_bappeda import StatusPeriode, read_beranda_bappeda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.komentar import (
    KomentarMasuk,
    describe_keadaan,
    list_komentar_masuk,
    mark_komentar,
)
from kinerja_desktop.services.penerimaan import komentar as comments
from kinerja_desktop.services.penerimaan import unit as units
from kinerja_desktop.services.penerimaan.komentar import KomentarUnit
from kinerja_desktop.services.penerimaan.pengingat import (
    list_kurang,
    propose_isi,
    save_pengingat,
)

DONE = 0
_SHORT = 8  # signs of a number of a comment, by which people name it
_JENIS = {"kecamatan": "kecamatan", "perangkat-daerah": "perangkat_daerah"}


def unit(office: Office, arguments: argparse.Namespace) -> int:
    """Run one of the commands about the units that deliver."""
    begin_bappeda(office)
    match arguments.perintah_unit:
        case "tambah":
            added = units.add_unit(
                office, arguments.nama, arguments.kabupaten, _JENIS[arguments.jenis]
            )
            print(f"{added} unit ditambahkan.")
        case "hentikan" | "aktifkan" as deed:
            changed = units.ask_unit(office, arguments.nama, is_asked=deed == "aktifkan")
            print(f"{changed} unit diubah.")
        case _:
            units.require_bappeda(office)
            found = units.list_unit(office)
            if arguments.json:
                _print_json(
                    {
                        "unit": [
                            {
                                "nama": row.nama, "jenis": row.jenis, "kabupaten": row.kabupaten,
                                "kode": row.kode, "diminta": row.aktif,
                            }
                            for row in found
                        ]
                    }
                )  # fmt: skip
            else:
                names = units.name_units(found)
                for row in found:
                    print(f"{names[row.id]}{'' if row.aktif else ' (tidak diminta lagi)'}")
    return DONE


def tenggat(office: Office, arguments: argparse.Namespace) -> int:
    """Run one of the commands about until when periods are asked for."""
    begin_bappeda(office)
    match arguments.perintah_tenggat:
        case "isi":
            day = _read_day("--tanggal", arguments.tanggal)
            units.set_tenggat(office, _periode(arguments), day)
            until = f"paling lambat {format_tanggal(day)}" if day else "tanpa tanggal"
            print(f"{_periode(arguments).label} diminta, {until}.")
        case "hapus":
            was = units.remove_tenggat(office, _periode(arguments))
            print(f"{_periode(arguments).label} {'' if was else 'memang '}tidak diminta lagi.")
        case _:
            found = read_beranda_bappeda(office, Periode(arguments.tahun))
            rows = found.status if found.has_tenggat else ()
            if arguments.json:
                _print_json({"tenggat": [_status_to_json(row) for row in rows]})
            else:
                for row in rows:
                    print(f"{row.periode.label}: {row.keterangan}; {row.sudah} dari {row.unit}")
    return DONE


def _status_to_json(row: StatusPeriode) -> dict[str, Any]:
    return {
        "tahun": row.periode.tahun,
        "triwulan": row.periode.triwulan,
        "tenggat": row.tenggat.isoformat() if row.tenggat else None,
        "sisa_hari": row.sisa,
        "unit": row.unit,
        "sudah": row.sudah,
        "terlambat": row.terlambat,
        "belum": list(row.belum),
    }


def komentar(office: Office, arguments: argparse.Namespace) -> int:
    """Run one of the commands about comments; a kecamatan lists and ends what it was told."""
    match arguments.perintah_komentar:
        case "tulis":
            key = units.require_unit(office, arguments.unit).id
            comments.tulis_komentar(
                office, key, _periode(arguments), arguments.isi, arguments.tentang
            )
            print("Komentar ditulis.")
        case "berkas":
            for key in _choose_units(office, arguments.unit):
                path = comments.write_berkas(office, key, arguments.ke)
                print(f"Ditulis: {path}" if path else "Tidak ada komentar yang belum selesai.")
        case "selesai":
            print(_end(office, arguments.nomor))
        case _:
            lines = list(_list_komentar(office, arguments.tahun))
            if arguments.json:
                _print_json({"komentar": lines})
            else:
                for line in lines:
                    about = f", {line['tentang']}" if line["tentang"] else ""
                    whose = f"{line['unit']}, " if line["unit"] else ""
                    print(f"{line['nomor'][:_SHORT]}  {whose}{line['periode']}{about}")
                    print(f"  {line['isi']}")
                    print(f"  {line['keadaan']}")
    return DONE


def _choose_units(office: Office, nama: str | None) -> list[UUID]:
    if nama:
        return [units.require_unit(office, nama).id]
    found = list(comments.list_untuk_ditulis(office))
    if not found:
        raise KinerjaError("Tidak ada komentar yang belum selesai.", "Tulis dengan komentar tulis.")
    return found


def _list_komentar(office: Office, tahun: int) -> list[dict[str, Any]]:
    if office.require_instansi().jenis == BAPPEDA:
        return [
            _komentar_to_json(item.butir, item.keadaan, item.unit)
            for item in comments.list_komentar(office, tahun)
        ]
    return [
        _komentar_to_json(item.butir, describe_keadaan(item), "")
        for item in list_komentar_masuk(office)
        if item.butir.tahun == tahun
    ]


def _komentar_to_json(butir: ButirKomentar, keadaan: str, unit: str) -> dict[str, Any]:
    return {
        "nomor": str(butir.id),
        "unit": unit,
        "periode": butir.periode.label,
        "tentang": butir.tentang,
        "isi": butir.isi,
        "dari": butir.dari,
        "keadaan": keadaan,
    }


def _end(office: Office, nomor: str) -> str:
    """End the one comment whose number begins so; return which it was."""
    is_bappeda = office.require_instansi().jenis == BAPPEDA
    items: Sequence[KomentarUnit | KomentarMasuk] = (
        comments.list_semua(office) if is_bappeda else list_komentar_masuk(office)
    )
    butir, selesai = _find_komentar([(item.butir, item.selesai) for item in items], nomor)
    about = f"{butir.periode.label}: {butir.isi.splitlines()[0][:60]}"
    if selesai is not None:
        return f"Komentar sudah selesai {format_tanggal(selesai)}: {about}"
    if is_bappeda:
        comments.tandai_selesai(office, butir.id)
    else:
        mark_komentar(office, butir.id, office.today())
    return f"Komentar selesai: {about}"


def _find_komentar(
    known: Iterable[tuple[ButirKomentar, date | None]], nomor: str
) -> tuple[ButirKomentar, date | None]:
    """Return the one comment whose number begins as it was typed, and when it was done with."""
    begin = nomor.strip().lower()
    found = [item for item in known if str(item[0].id).startswith(begin)]
    if len(begin) < _SHORT or not found:
        raise KinerjaError(
            f"'{nomor[:40]}' bukan nomor komentar.", "Lihat nomornya dengan komentar daftar."
        )
    return found[0]


def surat_pengingat(office: Office, arguments: argparse.Namespace) -> int:
    """Write the letters to all who have not delivered."""
    require_ending(arguments.ke, "pdf", "docx")
    require_folder(arguments.ke.parent)
    isi = propose_isi(office)
    tanggal = read_tanggal("--tanggal", arguments.tanggal, isi.tanggal)
    batas = read_tanggal("--batas", arguments.batas, isi.batas)
    isi = replace(isi, tanggal=tanggal, batas=batas, nomor=arguments.nomor)
    save_pengingat(office, arguments.ke, isi, arguments.tahun, arguments.triwulan)
    count = len(list_kurang(office, arguments.tahun, arguments.triwulan, tanggal))
    print(f"Ditulis: {arguments.ke}, {count} surat")
    return DONE


def _periode(arguments: argparse.Namespace) -> Periode:
    return Periode(arguments.tahun, arguments.triwulan)


def _read_day(option: str, text: str | None) -> date | None:
    return read_tanggal(option, text, date.max) if text else None


def _print_json(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


COMMANDS = {
    "unit": unit,
    "tenggat": tenggat,
    "komentar": komentar,
    "surat-pengingat": surat_pengingat,
}
