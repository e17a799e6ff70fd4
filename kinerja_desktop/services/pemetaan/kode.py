"""The kode of a budget line as tables hold it: whole, in parts, without its noughts.

`docs/sakip.md` §6.1: ``7.01.PP.2.KK.SSSS``, with ``7.01.PP.201.SS`` as a variant of 2021.
"""

import re
from collections.abc import Sequence
from typing import Any

from kinerja_desktop.domain.anggaran.anggaran import JenisAnggaran, is_kode_anggaran
from kinerja_desktop.domain.angka.teks import clean_text

#: Urusan and bidang urusan have one part and two.
_PROGRAM, _KEGIATAN, _SUB = 3, 5, 6
_LEVEL = 3
_WIDTHS = (1, 2, 2, 1, 2, 4)
#: Rekening of belanja begin with it, be it by itself or behind a sub kegiatan.
_BELANJA = "5"
_WITH_NAME = re.compile(r"([0-9X][0-9X.]*)[\s:–-]+([^\W\d_]{2}.*)")


def join_kode(parts: Sequence[Any]) -> str:
    """Return the kode of cells side by side, or of one, with the noughts that a number lost.

    Args:
        parts: what stands in the filled cells; each a part of the kode, several parts with dots,
            or the whole kode down to its own level.

    Raises:
        ValueError: a number may mean two things; says so in Indonesian.
    """
    joined = ""
    for part in parts:
        text = _write(part)
        whole = _pad(text)
        if joined and not f"{whole}.".startswith(f"{joined}."):
            whole = _pad(f"{joined}.{text}")
        joined = whole
        above, _, last = joined.rpartition(".")
        if not isinstance(part, str) and joined.count(".") == _SUB - 1:
            # As a number it has lost its noughts: since 2023 there are four digits.
            joined = f"{above}.{last.zfill(_WIDTHS[-1])}"
    return joined


def split_kode(text: str) -> tuple[str, str]:
    """Part a cell such as ``7.01.01 PROGRAM …`` into kode and name; no name where there is none."""
    match = _WITH_NAME.fullmatch(clean_text(text))
    return (match[1], match[2]) if match else (text, "")


def find_jenis(kode: str) -> JenisAnggaran | None:
    """Return which level a kode names by the number of its parts; None when it is none."""
    if not is_kode_anggaran(kode):
        return None
    parts = kode.split(".")
    count = len(parts)
    if count > _LEVEL and len(parts[_LEVEL]) > 1:
        count += 1
    return {
        _PROGRAM: JenisAnggaran.PROGRAM,
        _KEGIATAN: JenisAnggaran.KEGIATAN,
        _SUB: JenisAnggaran.SUB_KEGIATAN,
    }.get(count)


def find_induk(kode: str) -> str:
    """Return the kode of the line above; empty for a program."""
    parts = kode.split(".")
    match find_jenis(kode):
        case JenisAnggaran.KEGIATAN:
            return ".".join(parts[:_PROGRAM])
        case JenisAnggaran.SUB_KEGIATAN:
            return ".".join(parts[:-1])
    return ""


def is_above_program(kode: str) -> bool:
    """Tell whether a kode names an urusan or a bidang urusan."""
    parts = kode.split(".")
    return len(parts) < _PROGRAM and all(part.isdigit() or set(part) == {"X"} for part in parts)


def is_belanja(kode: str) -> bool:
    """Tell whether a kode names a rekening of belanja, alone or behind that of a sub kegiatan."""
    parts = kode.split(".")
    if not all(part.isdigit() for part in parts):
        return False
    return parts[0] == _BELANJA or len(parts) > _SUB


def _write(part: Any) -> str:
    if isinstance(part, float):
        text = f"{part:.15g}"
        behind = text.partition(".")[2]
        if len(behind) == 1:
            shown = text.replace(".", ",")
            raise ValueError(
                f"kode ini tersimpan sebagai angka {shown}, dapat berarti "
                f"{text.replace('.', '.0')} atau {text}0: ketik sebagai teks (diawali tanda ')"
            )
        return text
    return "".join(clean_text(str(part)).split()).replace(",", ".").strip(".")


def _pad(kode: str) -> str:
    """Give each part the noughts that it has in print; two digits of a sub kegiatan are whole."""
    parts = kode.split(".")
    for place, part in enumerate(parts[: len(_WIDTHS)]):
        width = 2 if place == _SUB - 1 and len(part) == 2 else _WIDTHS[place]
        if part.isdigit():
            parts[place] = part.zfill(width)
    return ".".join(parts)
