"""What a form that came back says: its rows recognised, its cells read, every doubt in words.

A row is taken only when it is sure which indicator it answers. The visible words tell it first:
whoever sorts a sheet may leave the hidden keys where they were.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.capaian.nilai import Rentang, format_nilai, parse_nilai
from kinerja_desktop.domain.capaian.rasio import compute_rasio, contradicts
from kinerja_desktop.domain.pengumpulan.lembar import (
    BUKTI,
    ISIAN,
    RUPIAH,
    AnggaranDitanya,
    IndikatorDitanya,
    LembarFormulir,
    fold,
)
from kinerja_desktop.domain.pengumpulan.pembacaan import Alasan, JawabanBaris, Pembacaan
from kinerja_desktop.domain.pengumpulan.pencocokan import is_filled, match_rows, take_one
from kinerja_desktop.domain.pengumpulan.terbaca import BarisTerbaca, LembarTerbaca
from kinerja_desktop.domain.sections.fields import Field

#: What a form prints beside an indicator: words whose change is remarked on, by its attribute.
_PRINTED = {"target": "target", "lalu": "realisasi periode lalu"}


def read_jawaban(lembar: LembarFormulir, terbaca: LembarTerbaca) -> Pembacaan:
    """Read what a form says that came back.

    Args:
        lembar: the form as it was handed out.
        terbaca: the sheet as it was found; its rows may stand in any order.
    """
    names = {item.id: item.uraian for item in lembar.baris}
    found, asing = match_rows(names, terbaca.baris, "uraian")
    lines = {line.id: line.kode for line in lembar.rupiah}
    found_lines, asing_lines = match_rows(lines, terbaca.rupiah, "rp_kode")
    diubah: list[str] = []
    answers = []
    for item in lembar.baris:
        rows = [_read_indikator(item, row, diubah) for row in found.get(item.id, ())]
        answers.append(take_one(JawabanBaris(item.id, item.uraian), rows))
    for line in lembar.rupiah:
        rows = [_read_rupiah(line, row) for row in found_lines.get(line.id, ())]
        absent = JawabanBaris(line.id, _name_line(line), is_rupiah=True)
        answers.append(take_one(absent, rows))
    return Pembacaan(tuple(answers), tuple(diubah), (*asing, *asing_lines))


def _read_indikator(item: IndikatorDitanya, row: BarisTerbaca, diubah: list[str]) -> JawabanBaris:
    wanted = [*ISIAN, BUKTI]
    values, reasons, notes = _read_cells(wanted, row, item.terisi, item.satuan)
    reasons = [_explain_nilai(item, row, reason) for reason in reasons]
    reasons += _check_words(item, row)
    if not item.has_rasio:
        closed = [name for name in ("pembilang", "penyebut") if values.pop(name, None) is not None]
        notes += [f"{name} tidak ditanyakan untuk indikator ini, jadi tidak dibaca"
                  for name in closed]  # fmt: skip
    unread = {reason.field for reason in reasons}
    reasons += (one for one in _check_figures(item, row, values) if one.field not in unread)
    diubah += _name_changed(item, row)
    figure = values.get("nilai") is not None or _rasio_of(item, values) is not None
    return JawabanBaris(
        item.id,
        item.uraian,
        row.nomor,
        isi=_filled(row, wanted),
        nilai=_differing(wanted, values, item.terisi),
        alamat=_addresses(row, wanted),
        alasan=tuple(reasons),
        catatan=tuple(notes),
        terisi=figure and not reasons,
    )


def _read_rupiah(line: AnggaranDitanya, row: BarisTerbaca) -> JawabanBaris:
    entered = {RUPIAH.name: line.terisi}
    values, reasons, notes = _read_cells([RUPIAH], row, entered)
    kode = row.text("rp_kode")
    if kode and fold(kode) != fold(line.kode):
        text = f"kodenya diubah dari '{line.kode}' menjadi '{kode}': kembalikan"
        reasons.append(Alasan("rp_kode", row.sel["rp_kode"].alamat, text))
    return JawabanBaris(
        line.id,
        _name_line(line),
        row.nomor,
        isi=_filled(row, [RUPIAH]),
        nilai=_differing([RUPIAH], values, entered),
        alamat=_addresses(row, [RUPIAH]),
        alasan=tuple(reasons),
        catatan=tuple(notes),
        terisi=values.get(RUPIAH.name) is not None and not reasons,
        is_rupiah=True,
    )


def _read_cells(
    wanted: Sequence[Field], row: BarisTerbaca, entered: Mapping[str, str], satuan: str = ""
) -> tuple[dict[str, Any], list[Alasan], list[str]]:
    """Read the cells to fill; what stood in them when the form was written and is gone stays."""
    values: dict[str, Any] = {}
    reasons: list[Alasan] = []
    notes: list[str] = []
    for item in wanted:
        cell = row.sel.get(item.name)
        if cell is None:
            continue
        if cell.cacat:
            reasons.append(Alasan(item.name, cell.alamat, cell.cacat))
            continue
        try:
            value = item.parse(cell.isi, copied=True, satuan=satuan)
        except ValueError as error:
            text = str(error).removeprefix(f"{item.label}: ")
            reasons.append(Alasan(item.name, cell.alamat, text))
            continue
        if value in (None, ""):
            if entered.get(item.name):
                notes.append(f"{item.label} dikosongkan di formulir: isian yang ada tetap")
            continue
        values[item.name] = value
    return values, reasons, notes


def _explain_nilai(item: IndikatorDitanya, row: BarisTerbaca, reason: Alasan) -> Alasan:
    """Say of a realisasi that cannot be read what would be one: it is no target, no range."""
    if reason.field != "nilai" or row.sel["nilai"].cacat:
        return reason
    if item.pilihan:
        return replace(reason, teks=f"pilih salah satu: {', '.join(item.pilihan)}")
    if hasattr(row.sel["nilai"].isi, "year"):
        return replace(reason, teks="sel ini berisi tanggal: tulis angkanya, misalnya 7,8")
    return reason


def _check_words(item: IndikatorDitanya, row: BarisTerbaca) -> Iterator[Alasan]:
    """The row says what it is about: other words, or another unit, ask something else."""
    for name, printed in (("uraian", item.uraian), ("satuan", item.satuan)):
        shown = row.text(name)
        if shown and fold(shown) != fold(printed):
            label = "uraian indikatornya" if name == "uraian" else "satuannya"
            text = f"{label} diubah dari '{printed}' menjadi '{shown}': kembalikan seperti semula"
            yield Alasan(name, row.sel[name].alamat, text)


def _check_figures(
    item: IndikatorDitanya, row: BarisTerbaca, values: Mapping[str, Any]
) -> Iterator[Alasan]:
    nilai = values.get("nilai")

    def complain(name: str, text: str) -> Alasan:
        cell = row.sel.get(name)
        return Alasan(name, cell.alamat if cell else f"baris {row.nomor}", text)

    if isinstance(nilai, Rentang):
        yield complain("nilai", "realisasi adalah satu angka, bukan rentang: tulis yang dicapai")
    elif item.pilihan and nilai is not None and nilai not in item.pilihan:
        yield complain("nilai", f"pilih salah satu: {', '.join(item.pilihan)}")
    elif isinstance(nilai, str) and _is_number(item.target):
        yield complain("nilai", f"'{nilai}' bukan angka: targetnya {item.target}")
    if not item.has_rasio:
        return
    above, below = values.get("pembilang"), values.get("penyebut")
    if below == 0:
        yield complain("penyebut", "penyebut 0 tidak dapat dipakai membagi: periksa lagi")
    elif (above is None) != (below is None):
        name = "penyebut" if below is None else "pembilang"
        yield complain(name, f"{name} belum diisi, padahal pasangannya sudah: isi keduanya")
    elif contradicts(nilai, rasio := _rasio_of(item, values)) and rasio is not None:
        computed = format_nilai(Decimal(rasio.numerator) / Decimal(rasio.denominator))
        text = (
            f"realisasi {format_nilai(nilai)} tidak sama dengan pembilang dan penyebutnya "
            f"({computed}): perbaiki, atau kosongkan realisasinya"
        )
        yield complain("nilai", text)


def _name_changed(item: IndikatorDitanya, row: BarisTerbaca) -> Iterator[str]:
    for name, label in _PRINTED.items():
        shown, printed = row.text(name), getattr(item, name)
        if shown and fold(shown) != fold(printed):
            place = row.sel[name].alamat
            yield (
                f"{place}: {label} diubah dari '{printed or 'kosong'}' menjadi '{shown}'; "
                "yang berlaku tetap yang di program"
            )


def _rasio_of(item: IndikatorDitanya, values: Mapping[str, Any]) -> Any:
    return compute_rasio(values.get("pembilang"), values.get("penyebut"), item.satuan)


def _differing(
    wanted: Sequence[Field], values: Mapping[str, Any], entered: Mapping[str, str]
) -> dict[str, Any]:
    """Return what was answered; what still stands as it was printed says nothing new."""
    return {
        item.name: values[item.name]
        for item in wanted
        if item.name in values and values[item.name] != _entered(item, entered)
    }


def _entered(item: Field, entered: Mapping[str, str]) -> Any:
    text = entered.get(item.name, "")
    return item.parse(text, copied=True) if text else None


def _filled(row: BarisTerbaca, wanted: Sequence[Field]) -> dict[str, Any]:
    return {i.name: row.sel[i.name].isi for i in wanted if is_filled(row.sel.get(i.name))}


def _addresses(row: BarisTerbaca, wanted: Sequence[Field]) -> dict[str, str]:
    return {i.name: row.sel[i.name].alamat for i in wanted if i.name in row.sel}


def _is_number(text: str) -> bool:
    try:
        return not isinstance(parse_nilai(text, copied=True), str)
    except ValueError:
        return False


def _name_line(line: AnggaranDitanya) -> str:
    return f"{line.kode} {line.nama}"
