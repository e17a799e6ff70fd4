"""Offices of every kind for hypothesis: odd texts, ranges, words, blanks, codes with odd signs."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st

from kinerja_desktop.domain.angka.angka import MAKS_DIGIT
from kinerja_desktop.domain.angka.teks import clean_text, is_excel_error
from kinerja_desktop.domain.capaian.nilai import SKOR_PREDIKAT, Rentang
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Kind, Section
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.domain.surat.buku import BUKU_BAWAAN, agenda_of, nomor_of
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import RECORDS

Draw = Callable[[st.SearchStrategy[Any]], Any]

_ODD = (
    "=1+1", "+62 811", "-5", "@a", "'teks", "1.10", "007", "1e5", "1,250", "TRUE", "Ya", "-", "0",
    "_x0041_ huruf", "a;b,c\td", 'dua "kutip"', "&lt;<b>&", "30 Juni", "7-8", "90%", "é😀 中文",
    "T1", "t1", "null", "nan", "Err", "#", "[1]", "a_x000D_b",
)  # fmt: skip
_SIGNS = st.characters(exclude_categories=["Cs"])
_TEXTS = st.sampled_from(_ODD) | st.text(_SIGNS, max_size=12)
_NUMBERS = st.decimals(
    -(10**MAKS_DIGIT) + 1, 10**MAKS_DIGIT - 1, places=4, allow_nan=False
) | st.sampled_from(
    [Decimal(0), Decimal("1.250"), Decimal("-0.5"), Decimal("1E+3"), Decimal("9e-15")]
)
_BOUNDS = st.decimals(0, 10_000, places=3)
_RANGES = st.tuples(_BOUNDS, _BOUNDS).map(lambda pair: Rentang(min(pair), max(pair)))
_WORDS = st.sampled_from([*(word for scale in SKOR_PREDIKAT for word in scale), "Ya", "Tidak"])
_YEARS = st.integers(2020, 2026)
_DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


def _clean(text: str, *, long: bool) -> str:
    cleaned = clean_text(text, keep_lines=long)
    return "" if is_excel_error(cleaned) else cleaned


def _amounts() -> st.SearchStrategy[Decimal]:
    return st.integers(-(10**15), 10**15).map(Decimal) | st.decimals(0, 10**9, places=2)


def _values(field: Field, rows: dict[str, list[dict[str, Any]]]) -> st.SearchStrategy[Any]:
    low, high = field.batas
    match field.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            is_long = field.kind is Kind.LONG_TEXT
            return _TEXTS.map(lambda text: _clean(text, long=is_long))
        case Kind.ANGKA if low is not None and high is not None:
            return st.decimals(low, high, places=4)
        case Kind.ANGKA | Kind.RUPIAH:
            base = _NUMBERS if field.kind is Kind.ANGKA else _amounts()
            return base if low is None else base.map(abs)
        case Kind.BULAT:
            return _YEARS if low == 1990 else st.integers(low or 0, high or 9)
        case Kind.TANGGAL:
            return _DAYS
        case Kind.PILIHAN:
            return st.sampled_from(sorted(field.choices or {}))
        case Kind.YA_TIDAK:
            return st.booleans()
        case Kind.NILAI:
            return _NUMBERS | _RANGES | _WORDS
    ids = [row["id"] for row in rows[field.acuan]]
    return st.sampled_from(ids) if ids else st.none()


@st.composite
def offices(draw: Draw) -> dict[str, list[dict[str, Any]]]:
    """Rows of every section as the program keeps them; a realisasi may lack its target."""
    rows: dict[str, list[dict[str, Any]]] = {key: [] for key in SECTIONS}
    for key, section in SECTIONS.items():
        most = 1 if not section.kunci else 3
        for _ in range(draw(st.integers(0, most))):
            row = _draw_row(draw, section, rows)
            if row is not None:
                rows[key].append(row)
    return rows


def _draw_row(
    draw: Draw, section: Section, rows: dict[str, list[dict[str, Any]]]
) -> dict[str, Any] | None:
    row: dict[str, Any] = {"id": uuid4()}
    for field in section.fields:
        is_blank = not field.required and field.kind is not Kind.YA_TIDAK and draw(st.booleans())
        if is_blank:
            row[field.name] = "" if field.kind in (Kind.TEXT, Kind.LONG_TEXT) else None
            continue
        row[field.name] = draw(_values(field, rows))
        if field.required and row[field.name] in (None, ""):
            return None
    if any(not problem.is_warning for problem in check_row(section.key, row)):
        return None
    if section.key == "surat":
        own = {item["kunci"]: item["arah"] for item in rows["buku_surat"]}
        books = {buku.kunci: buku.arah for buku in BUKU_BAWAAN} | own
        fit = [kunci for kunci, arah in books.items() if arah == row["arah"]]
        row["buku"] = draw(st.sampled_from(["", *sorted(fit)]))
        numbers = [find(other) for other in rows["surat"] for find in (agenda_of, nomor_of)]
        if {agenda_of(row), nomor_of(row)} & set(numbers) - {None}:
            return None
    key = [row[name] for name in section.kunci]
    is_twin = any([other[name] for name in section.kunci] == key for other in rows[section.key])
    return None if is_twin else row


def fill(office: Office, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Put the rows into an office that is not set up yet."""
    with office.journal.action("Mengisi kantor uji") as session:
        for key, section_rows in rows.items():
            for row in section_rows:
                session.add(RECORDS[key](**row))
                session.flush()
