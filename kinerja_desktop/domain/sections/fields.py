"""One description of a section's columns: for the screen, the workbook and the checks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from kinerja_desktop.domain.angka.angka import (
    format_isian,
    format_salinan,
    parse_angka,
    parse_rupiah,
)
from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian, parse_tanggal
from kinerja_desktop.domain.angka.teks import (
    MAKS_TEKS,
    MAKS_TEKS_PANJANG,
    bare_name,
    clean_text,
    is_excel_error,
)
from kinerja_desktop.domain.capaian.nilai import (
    Rentang,
    format_nilai_isian,
    format_nilai_salinan,
    parse_nilai,
)

#: Finds the id of a row of another section by its key text; None when there is none.
Resolve = Callable[[str, str], Any]

#: Finds the key text of a row of another section by its id.
Describe = Callable[[str, Any], str]

YA_LABEL, TIDAK_LABEL = "Ya", "Tidak"

#: A whole number has at most nine digits (`docs/architecture.md` §4.9).
MAKS_BULAT = 999_999_999
#: What a year looks like; and of what nobody can read, this much is shown again.
_SAMPLE_YEAR, _ECHOED = 2025, 40
#: Excel keeps fifteen digits of a number, and writes noughts for the rest.
_EXCEL_DIGITS = 15


class Kind(Enum):
    """What a cell holds, and so how it is read, written and checked."""

    TEXT = auto()
    LONG_TEXT = auto()
    ANGKA = auto()
    BULAT = auto()
    RUPIAH = auto()
    TANGGAL = auto()
    PILIHAN = auto()
    YA_TIDAK = auto()
    NILAI = auto()
    ACUAN = auto()

    @property
    def is_text(self) -> bool:
        """Whether words are kept as they are written, even when they look like a number."""
        return self in (Kind.TEXT, Kind.LONG_TEXT, Kind.ACUAN)

    @property
    def is_number(self) -> bool:
        """Whether figures of this kind are aligned on the right."""
        return self in (Kind.ANGKA, Kind.BULAT, Kind.RUPIAH, Kind.NILAI)


@dataclass(frozen=True)
class Field:
    """A column of a section: its name, label, kind, choices and reference.

    Attributes:
        name: name in code, database and the workbook's hidden row.
        label: heading for people.
        kind: what it holds.
        required: must not be blank.
        choices: for PILIHAN, stored value to label.
        sebutan: for PILIHAN, other words that mean a choice, to its stored value; a workbook of an
            earlier version may still hold them.
        acuan: for ACUAN, the key of the section that is referred to.
        batas: for ANGKA, BULAT and RUPIAH, lowest and highest value.
        bantuan: a sentence that helps to fill it in.
        lebar: width of the column in characters.
        awalan: words before a name that the program writes itself, and so are not kept.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: Mapping[str, str] | None = None
    sebutan: Mapping[str, str] | None = None
    acuan: str = ""
    batas: tuple[int | None, int | None] = (None, None)
    bantuan: str = ""
    lebar: int = 14
    awalan: Sequence[str] = ()

    @property
    def most_letters(self) -> int:
        """How long a text may be."""
        return MAKS_TEKS_PANJANG if self.kind is Kind.LONG_TEXT else MAKS_TEKS

    def parse(
        self, raw: Any, resolve: Resolve | None = None, *, copied: bool = False, satuan: str = ""
    ) -> Any:
        """Turn what was typed, or what stood in a cell, into a value.

        Args:
            raw: text or an Excel cell's value.
            resolve: finds rows of other sections; needed for ACUAN.
            copied: the text was pasted, or stood in a workbook's cell, where ``1,250`` may mean one
                thousand and more.
            satuan: for NILAI, the indicator's own unit, which may stand with the figure.

        Raises:
            AmbiguousAngkaError: a number that may mean two things.
            ValueError: says in Indonesian what is wrong.
        """
        try:
            text = self._tidy(raw)
            if text is not None and text != "":
                return self._parse(text, resolve, copied=copied, satuan=satuan)
        except ValueError as error:
            error.args = (f"{self.label}: {error}",)
            raise
        if self.required:
            raise ValueError(f"{self.label} harus diisi")
        return self._blank()

    def format(self, value: Any, describe: Describe | None = None, *, copied: bool = False) -> str:
        """Write a value for an entry cell, so that `parse` reads it back.

        Args:
            value: as `parse` gave it.
            describe: names rows of other sections; needed for ACUAN.
            copied: for the clipboard or a workbook, where ``1,250`` would be asked back.
        """
        if value is None:
            return ""
        match self.kind:
            case Kind.PILIHAN:
                return (self.choices or {}).get(value, str(value))
            case Kind.YA_TIDAK:
                return YA_LABEL if value else TIDAK_LABEL
            case Kind.ACUAN:
                return describe(self.acuan, value) if describe else str(value)
        match value:
            case Decimal() if self.kind is not Kind.NILAI:
                is_plain = copied and self.kind is not Kind.RUPIAH
                return format_salinan(value) if is_plain else format_isian(value)
            case Decimal() | Rentang():
                return format_nilai_salinan(value) if copied else format_nilai_isian(value)
            case date():
                return format_tanggal_isian(value)
        return str(value)

    def _blank(self) -> Any:
        match self.kind:
            case Kind.TEXT | Kind.LONG_TEXT:
                return ""
            case Kind.YA_TIDAK:
                return False
        return None

    def _tidy(self, raw: Any) -> Any:
        """Return text as the program keeps it (`docs/architecture.md` §4.9); other values as is."""
        if self.kind.is_text and isinstance(raw, int | float | Decimal):
            raw = _write_number(raw)
        if not isinstance(raw, str):
            return raw
        if self.kind.is_text and is_excel_error(raw):
            raise ValueError(f"'{raw.strip()}' tanda rumus Excel yang gagal: tulis isinya")
        return clean_text(raw, keep_lines=self.kind is Kind.LONG_TEXT, most=self.most_letters)

    def _parse(self, raw: Any, resolve: Resolve | None, *, copied: bool, satuan: str) -> Any:
        match self.kind:
            case Kind.ANGKA:
                return self.require_within(parse_angka(raw, copied=copied))
            case Kind.BULAT:
                return self._parse_bulat(raw)
            case Kind.RUPIAH:
                return self.require_within(parse_rupiah(raw))
            case Kind.TANGGAL:
                return parse_tanggal(raw)
            case Kind.NILAI:
                return parse_nilai(raw, copied=copied, satuan=satuan)
            case Kind.PILIHAN:
                return self._parse_choice(str(raw), self.choices or {})
            case Kind.YA_TIDAK:
                if isinstance(raw, bool):
                    return raw
                labels = {"1": YA_LABEL, "0": TIDAK_LABEL}
                return self._parse_choice(str(raw), labels) == "1"
            case Kind.ACUAN:
                return self._parse_acuan(str(raw), resolve)
        return bare_name(str(raw), self.awalan) if self.awalan else str(raw)

    def _parse_bulat(self, raw: Any) -> int:
        try:
            value = parse_rupiah(raw) if isinstance(raw, str) else parse_angka(raw)
        except ValueError as error:
            if isinstance(raw, str) and is_excel_error(raw):
                raise
            raise ValueError(self._no_whole_number(raw)) from error
        if value != value.to_integral_value():
            raise ValueError(self._no_whole_number(raw))
        return self.require_whole(int(value))

    def _no_whole_number(self, raw: Any) -> str:
        low = self.batas[0]
        sample = 1 if low is None or low <= 1 else _SAMPLE_YEAR
        return f"'{str(raw)[:_ECHOED]}' bukan bilangan bulat: tulis seperti {sample}"

    def require_whole(self, value: int) -> int:
        """Refuse a whole number that is too large, or outside what the field takes.

        Raises:
            ValueError: says so in Indonesian.
        """
        if abs(value) > MAKS_BULAT:
            raise ValueError("angkanya terlalu besar, paling banyak 9 angka: periksa lagi")
        self.require_within(Decimal(value))
        return value

    def require_within(self, value: Decimal) -> Decimal:
        """Refuse a number outside what the field takes.

        Raises:
            ValueError: says so in Indonesian.
        """
        low, high = self.batas
        if (low is None or value >= low) and (high is None or value <= high):
            return value
        where = f"di luar {low}–{high}"
        if high is None:
            where = f"di bawah {low}"
        elif low is None:
            where = f"di atas {high}"
        raise ValueError(f"{format_isian(value)} {where}: periksa lagi")

    def _parse_choice(self, raw: str, choices: Mapping[str, str]) -> str:
        wanted = " ".join(raw.split()).casefold()
        for value, label in choices.items():
            if wanted in (value.casefold(), label.casefold()):
                return value
        for word, value in (self.sebutan or {}).items():
            if wanted == word.casefold():
                return value
        raise ValueError(f"'{raw.strip()}' tidak dikenal: pilih {', '.join(choices.values())}")

    def _parse_acuan(self, text: str, resolve: Resolve | None) -> Any:
        found = resolve(self.acuan, text) if resolve else None
        if found is None:
            raise ValueError(f"'{text}' tidak ditemukan: periksa tulisannya, atau tambahkan dulu")
        return found


@dataclass(frozen=True)
class Section:
    """A kind of row, with its columns.

    Attributes:
        key: name of the table.
        title: heading for people, in the singular as on forms.
        fields: the columns, in the order of the screen.
        kunci: names of the fields that tell rows apart for people; in a workbook a row is
            matched by them.
        acuan: name of the field by which other sections refer to a row.
    """

    key: str
    title: str
    fields: Sequence[Field]
    kunci: tuple[str, ...]
    acuan: str = ""

    def field(self, name: str) -> Field:
        """Return the field of a name."""
        return next(field for field in self.fields if field.name == name)


def _write_number(raw: float | Decimal) -> str:
    """Return a text that came as a number: Excel hands whole numbers over as 7.0.

    Raises:
        ValueError: it has more digits than Excel keeps, so that the last are lost, as those of a
            NIP (`docs/sakip.md` §9).
    """
    is_whole = isinstance(raw, float) and raw.is_integer()
    text = str(int(raw)) if is_whole else str(raw)
    if sum(sign.isdigit() for sign in text.split(".")[0]) > _EXCEL_DIGITS:
        raise ValueError(
            f"tersimpan sebagai angka, Excel membulatkan sesudah {_EXCEL_DIGITS} angka: "
            "ketik sebagai teks (diawali tanda ')"
        )
    return text
