"""The outcome of `ukur`, as JSON for programs and as lines for people."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.capaian.capaian import to_decimal
from kinerja_desktop.domain.capaian.keselarasan import describe_rata
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai, nilai_to_text
from kinerja_desktop.domain.capaian.pengukuran import (
    HasilIndikator,
    HasilPengukuran,
    RataCapaian,
    Ukuran,
)
from kinerja_desktop.domain.capaian.snapshot import BarisAnggaran
from kinerja_desktop.services.kantor.status_final import StatusFinal


def hasil_to_json(
    hasil: HasilPengukuran, program: Sequence[BarisAnggaran], status: StatusFinal
) -> dict[str, Any]:
    """Return a measured period as plain data, as README tells field by field.

    Figures are text with a decimal point, or null; counts and the year are numbers.

    Args:
        hasil: what was measured from the present data.
        program: the programs with their amounts.
        status: whether the paper of this period is final.
    """
    return {
        "tahun": hasil.periode.tahun,
        "triwulan": hasil.periode.triwulan,
        "final": status.is_final,
        "kode_verifikasi": status.kode or None,
        "indikator": [
            _indikator(sasaran.uraian, item)
            for sasaran in hasil.sasaran
            for item in sasaran.indikator
        ],
        "sasaran": [
            {"uraian": sasaran.uraian, **_rata(sasaran.rata_rata)} for sasaran in hasil.sasaran
        ],
        "rata_rata": _text(hasil.rata_rata.tampil),
        "rata_rata_tepat": _exact(hasil.rata_rata),
        "kategori": hasil.rata_rata.kategori or None,
        "terhitung": hasil.rata_rata.terhitung,
        "jumlah": hasil.rata_rata.jumlah,
        "keterangan": hasil.rata_rata.keterangan,
        "anggaran": _anggaran(program),
    }


def hasil_to_lines(hasil: HasilPengukuran) -> list[str]:
    """Return a measured period for reading."""
    lines = [f"Pengukuran Kinerja {hasil.periode.label}"]
    for sasaran in hasil.sasaran:
        lines.append(f"\n{sasaran.uraian or 'Tanpa sasaran'}")
        lines += [_line(item) for item in sasaran.indikator]
    return [*lines, "", describe_rata(hasil)]


def _indikator(sasaran: str, item: HasilIndikator) -> dict[str, Any]:
    data = {
        "kode": item.bahan.kode,
        "uraian": item.bahan.uraian,
        "sasaran": sasaran,
        "satuan": item.bahan.satuan,
        "arah": item.bahan.arah.value,
        "bobot": _text(item.bahan.bobot),
        "sumber_target": item.bahan.sumber_target,
        "rumus": item.rumus.value,
        **_ukuran(item.utama),
    }
    # A year has neither, and says so.
    data["sd_triwulan"] = _ukuran(item.sd_triwulan) if item.sd_triwulan else None
    tahunan = item.terhadap_tahunan
    data["terhadap_tahunan"] = _ukuran(tahunan) if tahunan else None
    data["pembanding"] = item.pembanding or None
    return data


def _anggaran(program: Sequence[BarisAnggaran]) -> dict[str, Any]:
    return {
        "program": [
            {"kode": row.kode, "nama": row.nama, **_serapan(row.pagu, row.realisasi)}
            for row in program
        ],
        **_serapan(_sum(row.pagu for row in program), _sum(row.realisasi for row in program)),
    }


def _serapan(pagu: Decimal | None, realisasi: Decimal | None) -> dict[str, str | None]:
    serapan = compute_serapan(pagu, realisasi)
    return {"pagu": _text(pagu), "realisasi": _text(realisasi), "serapan": _text(serapan)}


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _ukuran(ukuran: Ukuran) -> dict[str, Any]:
    capaian = ukuran.capaian
    return {
        "target": _nilai(ukuran.target),
        "realisasi": _nilai(ukuran.realisasi),
        "keadaan": capaian.keadaan.value,
        "alasan": capaian.alasan or None,
        "catatan": capaian.catatan or None,
        "capaian_tepat": _text(capaian.tepat_decimal),
        "capaian": _text(capaian.tampil),
        "kategori": capaian.kategori or None,
    }


def _rata(rata: RataCapaian) -> dict[str, Any]:
    return {
        "rata_rata": _text(rata.tampil),
        "rata_rata_tepat": _exact(rata),
        "kategori": rata.kategori or None,
        "terhitung": rata.terhitung,
        "jumlah": rata.jumlah,
    }


def _line(item: HasilIndikator) -> str:
    capaian = item.utama.capaian
    shown = (
        f"{format_angka(capaian.tampil)}% {capaian.kategori}"
        if capaian.tampil is not None
        else capaian.alasan
    )
    target, realisasi = format_nilai(item.utama.target), format_nilai(item.utama.realisasi)
    return f"  {item.bahan.uraian}: target {target or '-'}, realisasi {realisasi or '-'} → {shown}"


def _exact(rata: RataCapaian) -> str | None:
    return None if rata.tepat is None else _text(to_decimal(rata.tepat))


def _nilai(value: Nilai | None) -> str | None:
    return None if value is None else nilai_to_text(value)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
