"""Tables about indicators, turned into the rows of their sections."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.exchange.workbook_layout import RawRow
from kinerja_desktop.services.pemetaan.kinds import REFERENCE, TW
from kinerja_desktop.services.pemetaan.lines import JUMLAH, Gathered, Line
from kinerja_desktop.services.pemetaan.references import References
from kinerja_desktop.services.pemetaan.words import fold, is_sum

TANPA_KUNCI = "baris tanpa kode dan tanpa indikator"
TANPA_ANGKA = "baris tanpa isi selain indikatornya, atau baris kelompok"

_STORY = ("pembilang", "penyebut", "pendorong", "penghambat", "tindak_lanjut")

#: Turns the lines of a table into rows of one section.
Convert = Callable[[list[Line], References, Periode, Gathered], list[RawRow]]


def make_indikator(
    lines: list[Line], references: References, periode: Periode, gathered: Gathered
) -> list[RawRow]:
    """Return rows of *Indikator*; one that is there is found by its kode, else by its words."""
    rows = []
    for line in lines:
        if _is_sum_line(line, "uraian", references):
            gathered.skipped[JUMLAH] += 1
        elif "kode" not in line.values and "uraian" not in line.values:
            gathered.skipped[TANPA_KUNCI] += 1
        elif values := _indikator_values(line, references, gathered):
            rows.append(line.to_raw(values))
    return rows


def make_target(
    lines: list[Line], references: References, periode: Periode, gathered: Gathered
) -> list[RawRow]:
    """Return rows of *Target Tahunan*, one for each year of a line."""
    rows = []
    for line, kode in _find_indikator(lines, references, gathered):
        tahun = line.values.get("tahun", periode.tahun)
        years = list(line.by_year("nilai"))
        if "nilai" in line.values:
            years.append(("nilai", tahun))
        for name, year in years:
            values = {"indikator_id": kode, "tahun": year, "nilai": line.values[name]}
            rows.append(line.to_raw(values, indikator_id=_origin(line), nilai=name))
    return rows


def make_rencana_aksi(
    lines: list[Line], references: References, periode: Periode, gathered: Gathered
) -> list[RawRow]:
    """Return rows of *Rencana Aksi*."""
    rows = []
    for line, kode in _find_indikator(lines, references, gathered):
        values = {"indikator_id": kode, "tahun": line.values.get("tahun", periode.tahun)}
        values |= _take(line, (*TW, "aktivitas", "penanggung_jawab"))
        rows.append(line.to_raw(values, indikator_id=_origin(line)))
    return rows


def make_realisasi(
    lines: list[Line], references: References, periode: Periode, gathered: Gathered
) -> list[RawRow]:
    """Return rows of *Realisasi*: of the chosen period, and of each triwulan with a column."""
    rows = []
    for line, kode in _find_indikator(lines, references, gathered):
        key = {"indikator_id": kode, "tahun": line.values.get("tahun", periode.tahun)}
        chosen = line.values.get("triwulan", periode.triwulan)
        story = _take(line, ("nilai", *_STORY))
        for number, name in zip(TRIWULAN, TW, strict=True):
            if name not in line.values:
                continue
            # What is told of the chosen triwulan belongs to its figure, unless that stands alone.
            told = story if str(chosen) == str(number) and "nilai" not in story else {}
            values = {**key, "triwulan": number, "nilai": line.values[name], **told}
            rows.append(line.to_raw(values, indikator_id=_origin(line), nilai=name))
            story = {} if told else story
        if story:
            values = {**key, "triwulan": chosen, **story}
            rows.append(line.to_raw(values, indikator_id=_origin(line)))
    return rows


def _find_indikator(
    lines: list[Line], references: References, gathered: Gathered
) -> Iterator[tuple[Line, str]]:
    """Go through the lines that say something of a known indicator."""
    for line in lines:
        origin = _origin(line)
        text = line.text(origin)
        if not text:
            reason = JUMLAH if _is_sum_line(line, origin, references) else TANPA_KUNCI
            gathered.skipped[reason] += 1
        elif line.values.keys() <= {*REFERENCE, "tahun", "triwulan"}:
            gathered.skipped[TANPA_ANGKA] += 1
        elif _is_sum_line(line, origin, references):
            gathered.skipped[JUMLAH] += 1
        else:
            try:
                yield line, references.find("indikator", text)
            except ValueError as error:
                gathered.complain(line, origin, str(error))


def _indikator_values(
    line: Line, references: References, gathered: Gathered
) -> Mapping[str, Any] | None:
    section = SECTIONS["indikator"]
    values: dict[str, Any] = {}
    sound = True
    for name, value in line.values.items():
        values[name] = value
        if acuan := section.field(name).acuan:
            try:
                values[name] = references.find(acuan, line.text(name))
            except ValueError as error:
                gathered.complain(line, name, f"{section.field(name).label}: {error}")
                sound = False
    if "kode" not in values:
        if not references.has("indikator", line.text("uraian")):
            message = (
                "indikator ini belum ada, dan barisnya tanpa kode: tambahkan kolom Kode di Excel"
            )
            gathered.complain(line, "uraian", message)
            return None
        try:
            values["kode"] = references.find("indikator", line.text("uraian"))
            # Found by its words: the official ones stay.
            del values["uraian"]
        except ValueError as error:
            gathered.complain(line, "uraian", str(error))
            return None
    elif (official := references.official("indikator", line.text("kode"))) is None:
        # A new one must have its words: the planner says so of a blank.
        values.setdefault("uraian", None)
    else:
        # Capitals, signs and blanks make no other kode and no other words.
        values["kode"] = official[0]
        if fold(line.text("uraian")) == fold(official[1]):
            values.pop("uraian", None)
    return values if sound else None


def _is_sum_line(line: Line, slot: str, references: References) -> bool:
    """Tell whether a line only sums up others; many an indicator begins with *Jumlah* as well."""
    if not any(is_sum(text) for text in line.texts):
        return False
    return not references.has("indikator", line.text(slot) or "-")


def _origin(line: Line) -> str:
    """Return the slot by which the indicator of a line is known: its kode before its words."""
    return "kode_indikator" if line.text("kode_indikator") else "indikator"


def _take(line: Line, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: line.values[name] for name in names if name in line.values}
