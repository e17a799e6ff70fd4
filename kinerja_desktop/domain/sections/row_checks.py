"""What must hold within one row of a section, beyond each cell by itself."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.anggaran.anggaran import is_kode_anggaran
from kinerja_desktop.domain.angka.nip import check_nip
from kinerja_desktop.domain.capaian.capaian import to_decimal
from kinerja_desktop.domain.capaian.nilai import Rentang, format_nilai
from kinerja_desktop.domain.capaian.rasio import compute_rasio, contradicts
from kinerja_desktop.domain.capaian.satuan import is_bounded
from kinerja_desktop.domain.surat.nomor import check_pola, parse_agenda
from kinerja_desktop.errors import Problem

Row = Mapping[str, Any]

#: A % or index above this is likely rupiah or a count in the wrong cell (`docs/sakip.md` §3.1).
_SUSPICIOUS = 200


def check_row(section: str, row: Row) -> list[Problem]:
    """Return what is wrong or odd in a row; oddities are warnings and may be kept.

    Each problem names the field that is to be mended.
    """
    check = _CHECKS.get(section)
    return [] if check is None else check(row)


def _check_pejabat(row: Row) -> list[Problem]:
    message = check_nip(row.get("nip") or "")
    return [Problem(message, is_warning=True, field="nip")] if message else []


def _check_penempatan(row: Row) -> list[Problem]:
    return _check_order(row, "mulai", "selesai", "Selesai menjabat mendahului mulai menjabat")


def _check_periode(row: Row) -> list[Problem]:
    return _check_order(row, "tahun_awal", "tahun_akhir", "Tahun akhir mendahului tahun awal")


def _check_indikator(row: Row) -> list[Problem]:
    problems = _check_order(
        row, "berlaku_dari", "berlaku_sampai", "Berlaku sampai mendahului berlaku dari"
    )
    baseline = row.get("baseline_nilai")
    if (
        is_bounded(row.get("satuan") or "")
        and isinstance(baseline, Decimal)
        and baseline > _SUSPICIOUS
    ):
        problems.append(
            Problem(
                f"Nilai baseline {format_nilai(baseline)} terlalu besar untuk satuan "
                f"{row['satuan']}: periksa lagi",
                is_warning=True,
                field="baseline_nilai",
            )
        )
    if row.get("jenis") == "IKI" and row.get("pejabat_id") is None:
        message = "IKI milik seorang pejabat: pilih pejabatnya"
        problems.append(Problem(message, is_warning=True, field="pejabat_id"))
    return problems


def _check_mata_anggaran(row: Row) -> list[Problem]:
    kode = row.get("kode") or ""
    if is_kode_anggaran(kode):
        return []
    message = f"Kode '{kode}' tidak seperti 7.01.01.2.01.0001: periksa lagi"
    return [Problem(message, is_warning=True, field="kode")]


def _check_perjanjian(row: Row) -> list[Problem]:
    if row.get("perubahan_ke") and not row.get("alasan"):
        message = "Perjanjian perubahan memerlukan alasan perubahan"
        return [Problem(message, is_warning=True, field="alasan")]
    return []


def _check_realisasi(row: Row) -> list[Problem]:
    problems = []
    if isinstance(row.get("nilai"), Rentang):
        message = "Realisasi adalah satu angka, bukan rentang: tulis angka yang dicapai"
        problems.append(Problem(message, field="nilai"))
    if row.get("penyebut") == 0:
        message = "Penyebut 0 tidak dapat dipakai membagi: periksa, atau kosongkan"
        problems.append(Problem(message, field="penyebut"))
    if (row.get("penyebut") or 0) < 0:
        message = "Penyebut tidak dapat negatif: tulis jumlah yang dibagi, misalnya 50"
        problems.append(Problem(message, field="penyebut"))
    if (row.get("pembilang") or 0) < 0:
        message = "Pembilang negatif: periksa, atau biarkan bila memang berkurang"
        problems.append(Problem(message, is_warning=True, field="pembilang"))
    return problems or _check_rasio(row)


def _check_pembanding(row: Row) -> list[Problem]:
    if not row.get("tidak_ada") or row.get("nilai") is None:
        return []
    message = (
        f"Standar ini diisi {format_nilai(row['nilai'])} dan juga dinyatakan tidak ada: kosongkan "
        "salah satunya"
    )
    return [Problem(message, field="tidak_ada")]


def _check_rasio(row: Row) -> list[Problem]:
    """`docs/sakip.md` §4.14; the unit is the indicator's, so the quotient may be either."""
    nilai = row.get("nilai")
    both = [
        compute_rasio(row.get("pembilang"), row.get("penyebut"), satuan) for satuan in ("", "%")
    ]
    if not all(contradicts(nilai, rasio) for rasio in both):
        return []
    plain, percent = (format_nilai(to_decimal(rasio)) for rasio in both if rasio is not None)
    return [
        Problem(
            f"Realisasi {format_nilai(nilai)} tidak sama dengan pembilang "
            f"{format_nilai(row['pembilang'])} ÷ penyebut {format_nilai(row['penyebut'])} = "
            f"{plain} (atau {percent}%): periksa ketiganya",
            is_warning=True,
            field="nilai",
        )
    ]


def _check_surat(row: Row) -> list[Problem]:
    """`docs/sakip.md` §9, *Nomor surat*."""
    problems = []
    if agenda := row.get("agenda") or "":
        try:
            parse_agenda(agenda)
        except ValueError as error:
            problems.append(Problem(str(error), field="agenda"))
    # A letter that came stands in the book of the year in which it came.
    name, label = (
        ("tanggal", "Tanggal surat") if row.get("arah") == "keluar" else ("diterima", "Diterima")
    )
    day = row.get(name)
    if day is not None and day.year != row.get("tahun"):
        message = f"{label} bukan tahun {row.get('tahun')}: periksa keduanya"
        problems.append(Problem(message, is_warning=True, field=name))
    late = _check_order(row, "tanggal", "diterima", "Diterima mendahului tanggal surat")
    return [*problems, *(replace(problem, is_warning=True) for problem in late)]


def _check_buku(row: Row) -> list[Problem]:
    if not row.get("pola"):
        if row.get("arah") != "keluar":
            return []
        message = "Pola nomor belum diisi: misalnya {klasifikasi}/{urut}/{unit}/{tahun}"
        return [Problem(message, field="pola")]
    try:
        check_pola(row["pola"])
    except ValueError as error:
        return [Problem(f"Pola nomor: {error}", field="pola")]
    return []


def _check_order(row: Row, first: str, last: str, message: str) -> list[Problem]:
    begin, end = row.get(first), row.get(last)
    if begin is not None and end is not None and end < begin:
        return [Problem(f"{message}: periksa keduanya", field=last)]
    return []


_CHECKS: Mapping[str, Callable[[Row], list[Problem]]] = {
    "pejabat": _check_pejabat,
    "penempatan": _check_penempatan,
    "periode_renstra": _check_periode,
    "indikator": _check_indikator,
    "mata_anggaran": _check_mata_anggaran,
    "perjanjian_kinerja": _check_perjanjian,
    "realisasi": _check_realisasi,
    "surat": _check_surat,
    "buku_surat": _check_buku,
    "pembanding": _check_pembanding,
}
