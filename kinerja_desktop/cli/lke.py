"""Evaluasi SAKIP on the command line: `lke` and `bukti-lke`."""

import argparse
import json
import sys
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.lke.nilai import NilaiBagian
from kinerja_desktop.domain.lke.usulan import UsulanLke
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import IsiLke, read_lke, read_usulan
from kinerja_desktop.services.paket_lke.isi import compose_paket
from kinerja_desktop.services.paket_lke.tulis import describe_broken, find_paket, write_paket

DONE = 0


def lke(office: Office, arguments: argparse.Namespace) -> int:
    """Print the scores of a year's self-check, and what data propose."""
    isi = read_lke(office, arguments.tahun)
    usulan = read_usulan(office, isi)
    if arguments.json:
        print(json.dumps(_to_json(isi, usulan), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_to_lines(isi, usulan)))
    return DONE


def bukti_lke(office: Office, arguments: argparse.Namespace) -> int:
    """Write the evidence pack of a year; what is missing is told on stderr."""
    isi = compose_paket(office, arguments.tahun)
    known = find_paket(office, isi, arguments.ke)
    broken = "" if known else describe_broken(office, isi, arguments.ke)
    path = known or write_paket(office, isi, arguments.ke)
    for item in isi.daftar.kriteria:
        if not item.ada:
            print(f"Belum ada bukti: {item.kode} {item.uraian}", file=sys.stderr)
    if broken:
        print(f"{broken}, jadi ditulis {path.name}", file=sys.stderr)
    what = "ditulis dan dibaca ulang" if known is None else "sudah ada dan sama, dibaca ulang"
    print(f"{len(isi.berkas)} berkas {what}: {path}")
    return DONE


def _to_json(isi: IsiLke, usulan: dict[str, UsulanLke]) -> dict[str, Any]:
    nilai = isi.nilai
    return {
        "tahun": isi.tahun,
        "kriteria": isi.berlaku.lembar.nama,
        "skala": isi.berlaku.skala.kode,
        **_nilai(nilai.nilai),
        "predikat": nilai.predikat.kode,
        "komponen": [
            {
                "kode": komponen.komponen.kode,
                "nama": komponen.komponen.nama,
                **_nilai(komponen.nilai),
                "subkomponen": [
                    {
                        "kode": sub.subkomponen.kode,
                        "nama": sub.subkomponen.nama,
                        **_nilai(sub.nilai),
                        "kriteria": [
                            {
                                "kode": item.kriteria.kode,
                                "jawaban": item.pilihan.kode if item.pilihan else None,
                                **_usulan(usulan.get(item.kriteria.kode)),
                                "bukti": len(isi.isian_of(item.kriteria.kode).bukti),
                            }
                            for item in sub.jawaban
                        ],
                    }
                    for sub in komponen.subkomponen
                ],
            }
            for komponen in nilai.komponen
        ],
    }


def _nilai(nilai: NilaiBagian) -> dict[str, Any]:
    return {
        "bobot": str(nilai.bobot),
        "nilai": _text(nilai.tampil),
        "nilai_terendah": _text(nilai.tampil_terendah),
        "terjawab": nilai.terjawab,
        "jumlah": nilai.jumlah,
    }


def _usulan(usulan: UsulanLke | None) -> dict[str, str | None]:
    if usulan is None:
        return {"usulan": None, "alasan": None}
    return {"usulan": usulan.jawaban, "alasan": usulan.alasan}


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _to_lines(isi: IsiLke, usulan: dict[str, UsulanLke]) -> list[str]:
    nilai = isi.nilai
    lines = [f"Evaluasi SAKIP {isi.tahun} ({isi.berlaku.skala.nama})"]
    for komponen in nilai.komponen:
        lines.append(_line(komponen.komponen.kode, komponen.komponen.nama, komponen.nilai))
        lines += [
            f"  {_line(sub.subkomponen.kode, sub.subkomponen.nama, sub.nilai)}"
            for sub in komponen.subkomponen
        ]
    lowest = format_angka(nilai.nilai.tampil_terendah, 2)
    word = "" if nilai.nilai.is_complete else "sekurang-kurangnya "
    predikat = f"{nilai.predikat.kode} – {nilai.predikat.arti}"
    if nilai.nilai.terjawab:
        lines.append(f"Nilai {word}{lowest}, predikat {predikat}")
    else:
        lines.append("Nilai: belum ada kriteria yang dijawab")
    lines.append(f"Usulan dari data: {len(usulan)} kriteria")
    return lines


def _line(kode: str, nama: str, nilai: NilaiBagian) -> str:
    bobot = format_angka(nilai.bobot)
    score = f"belum dijawab, bobot {bobot}"
    if nilai.tampil is not None:
        score = f"{format_angka(nilai.tampil, 2)} dari {bobot}"
    return f"{kode} {nama}: {score} ({nilai.terjawab} dari {nilai.jumlah} terjawab)"
