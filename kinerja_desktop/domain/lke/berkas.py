"""Read and check a file of criteria: every problem at once, and nothing taken of a wrong file.

A file comes from an Inspektorat or another office, so its words, sizes and weights are bounded
here (`docs/architecture.md` §2.8).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.teks import clean_text
from kinerja_desktop.domain.lke.lembar import Komponen, Kriteria, LembarKriteria, Subkomponen
from kinerja_desktop.errors import Problem

#: What a sheet can hold at most: above any that is in use (80 criteria, `docs/sakip.md` §11.4).
MAKS_KOMPONEN, MAKS_SUBKOMPONEN, MAKS_KRITERIA, MAKS_BUKTI = 20, 20, 60, 20
MAKS_NAMA, MAKS_URAIAN, MAKS_CONTOH = 300, 1000, 300
_SERATUS = Decimal(100)
_KODE = re.compile(r"[0-9A-Za-z]{1,6}(?:\.[0-9A-Za-z]{1,6}){0,4}")
#: Named one by one; a file with more is wrong as a whole.
_MAX_NAMED = 50


def read_lembar(
    data: Any, nama: str, berkas: str = ""
) -> tuple[LembarKriteria | None, list[Problem]]:
    """Turn the content of a JSON file into a sheet.

    Args:
        data: as `json` reads it, numbers as Decimal or int.
        nama: the sheet's name when the file does not tell one.
        berkas: the file's name, for the sentences.

    Returns:
        The sheet, or None and what is wrong: each a sentence that names the place.
    """
    reader = _Reader(berkas)
    lembar = reader.read(data, nama)
    return (None, reader.problems) if reader.problems else (lembar, [])


def lembar_to_data(lembar: LembarKriteria) -> dict[str, Any]:
    """Write a sheet so that `read_lembar` reads it back."""
    return {
        "nama": lembar.nama,
        "sumber": lembar.sumber,
        "komponen": [
            {
                "kode": komponen.kode,
                "nama": komponen.nama,
                "bobot": str(komponen.bobot),
                "subkomponen": [
                    {
                        "kode": sub.kode,
                        "nama": sub.nama,
                        "bobot": str(sub.bobot),
                        "kriteria": [
                            {
                                "kode": item.kode,
                                "uraian": item.uraian,
                                "contoh_bukti": list(item.contoh_bukti),
                            }
                            for item in sub.kriteria
                        ],
                    }
                    for sub in komponen.subkomponen
                ],
            }
            for komponen in lembar.komponen
        ],
    }


@dataclass
class _Reader:
    """Goes through a file and gathers what is wrong."""

    berkas: str
    problems: list[Problem] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)

    def read(self, data: Any, nama: str) -> LembarKriteria:
        source = self._object(data, "Berkas")
        komponen = tuple(
            self._komponen(item, number)
            for number, item in self._items(source, "komponen", "Berkas", MAKS_KOMPONEN)
        )
        self._check_sum(_SERATUS, [item.bobot for item in komponen], "Jumlah bobot komponen")
        return LembarKriteria(
            self._text(source, "nama", "Berkas", MAKS_NAMA, required=False) or nama,
            self._text(source, "sumber", "Berkas", MAKS_URAIAN, required=False),
            komponen,
        )

    def _komponen(self, data: Any, number: int) -> Komponen:
        place = f"Komponen ke-{number}"
        source = self._object(data, place)
        kode = self._kode(source, place)
        place = f"Komponen {kode}" if kode else place
        bobot = self._bobot(source, place)
        below = tuple(
            self._subkomponen(item, place, kode, of)
            for of, item in self._items(source, "subkomponen", place, MAKS_SUBKOMPONEN)
        )
        self._check_sum(bobot, [item.bobot for item in below], f"Jumlah bobot di {place}")
        return Komponen(kode, self._text(source, "nama", place, MAKS_NAMA), bobot, below)

    def _subkomponen(self, data: Any, above: str, komponen: str, number: int) -> Subkomponen:
        place = f"{above}, subkomponen ke-{number}"
        source = self._object(data, place)
        kode = self._kode(source, place, komponen)
        place = f"Subkomponen {kode}" if kode else place
        kriteria = tuple(
            self._kriteria(item, place, kode, of)
            for of, item in self._items(source, "kriteria", place, MAKS_KRITERIA)
        )
        bobot = self._bobot(source, place)
        return Subkomponen(kode, self._text(source, "nama", place, MAKS_NAMA), bobot, kriteria)

    def _kriteria(self, data: Any, above: str, subkomponen: str, number: int) -> Kriteria:
        place = f"{above}, kriteria ke-{number}"
        source = self._object(data, place)
        kode = self._kode(source, place, subkomponen)
        place = f"Kriteria {kode}" if kode else place
        bukti = source.get("contoh_bukti", [])
        if not isinstance(bukti, list) or len(bukti) > MAKS_BUKTI:
            self._complain(
                f"{place}: contoh bukti harus berupa daftar, paling banyak {MAKS_BUKTI} baris"
            )
            bukti = []
        texts = (self._clean(item, f"{place}, contoh bukti", MAKS_CONTOH) for item in bukti)
        return Kriteria(
            kode,
            self._text(source, "uraian", place, MAKS_URAIAN),
            tuple(text for text in texts if text),
        )

    def _kode(self, source: Mapping[str, Any], place: str, above: str = "") -> str:
        raw = source.get("kode")
        if isinstance(raw, bool) or not isinstance(raw, str | int | Decimal):
            self._complain(f"{place}: kode belum ditulis, misalnya 1.1.3")
            return ""
        kode = str(raw).strip()
        if not _KODE.fullmatch(kode):
            self._complain(
                f"{place}: kode '{kode[:20]}' harus berupa angka atau huruf yang dipisah titik, "
                "misalnya 1.1.3"
            )
            return ""
        # Windows makes no difference between capitals and small letters in names of folders.
        if (first := self.known.setdefault(kode.casefold(), place)) != place:
            self._complain(f"{place}: kode {kode} sudah dipakai oleh {first}: beri kode lain")
        # By its kode alone a criterion is found in answers, evidence and advice.
        if above and not kode.casefold().startswith(f"{above}.".casefold()):
            self._complain(f"{place}: kode {kode} harus diawali {above}., misalnya {above}.1")
        return kode

    def _bobot(self, source: Mapping[str, Any], place: str) -> Decimal:
        raw = source.get("bobot")
        value: Decimal | None = None
        if isinstance(raw, str | int | Decimal) and not isinstance(raw, bool):
            try:
                value = Decimal(str(raw).strip().replace(",", "."))
            except InvalidOperation:
                value = None
        if value is None or not value.is_finite() or not 0 < value <= _SERATUS:
            self._complain(f"{place}: bobot harus berupa angka di atas 0 sampai 100")
            return Decimal(0)
        if value != round(value, 4):
            self._complain(f"{place}: bobot paling banyak 4 angka di belakang koma")
            return Decimal(0)
        return value

    def _check_sum(self, whole: Decimal, parts: Sequence[Decimal], what: str) -> None:
        # What could not be read is told already; a sum without it says nothing.
        if whole and parts and all(parts) and sum(parts) != whole:
            told, wanted = format_angka(sum(parts, Decimal(0))), format_angka(whole)
            self._complain(f"{what} {told}, seharusnya {wanted}: perbaiki bobotnya")

    def _items(
        self, source: Mapping[str, Any], name: str, place: str, most: int
    ) -> Iterable[tuple[int, Any]]:
        items = source.get(name)
        if not isinstance(items, list) or not items:
            self._complain(f"{place}: daftar {name} belum ada isinya")
            return ()
        if len(items) > most:
            self._complain(f"{place}: {len(items)} {name}, paling banyak {most}")
            return ()
        return enumerate(items, 1)

    def _object(self, data: Any, place: str) -> Mapping[str, Any]:
        if isinstance(data, dict):
            return data
        self._complain(f"{place}: bukan susunan kriteria LKE; lihat contoh dari 'Simpan templat'")
        return {}

    def _text(
        self, source: Mapping[str, Any], name: str, place: str, most: int, *, required: bool = True
    ) -> str:
        text = self._clean(source.get(name, ""), f"{place}, {name}", most)
        if required and not text and not self._is_lost(place):
            self._complain(f"{place}: {name} belum ditulis")
        return text

    def _clean(self, raw: Any, place: str, most: int) -> str:
        if not isinstance(raw, str):
            self._complain(f"{place}: harus berupa teks")
            return ""
        try:
            text = clean_text(raw, keep_lines=False, most=most)
        except ValueError as error:
            self._complain(f"{place}: {error}")
            return ""
        return text

    def _is_lost(self, place: str) -> bool:
        """Whether the place itself could not be read, so that all else of it is missing too."""
        return any(problem.message.startswith(f"{place}: bukan") for problem in self.problems)

    def _complain(self, message: str) -> None:
        if len(self.problems) < _MAX_NAMED:
            self.problems.append(Problem(message, self.berkas))
