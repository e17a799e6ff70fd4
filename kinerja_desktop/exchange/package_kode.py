"""One kode everywhere: what data.json says is held against the files and against other papers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.bags import ASK_AGAIN, BAG_INFO, show_path
from kinerja_desktop.exchange.package_data import (
    DATA_FILE,
    KODE_PAKET,
    SEALED,
    list_berkas,
    list_kode,
)
from kinerja_desktop.exchange.package_listing import PackageFile

README = "BACA_SAYA.txt"
"""The file beside ``data/`` that tells people what the package is."""
KODE_LABEL = "External-Identifier"
"""Where ``bag-info.txt`` bears the kode of the Pengukuran Kinerja."""
KODE_PAKET_LABEL = "Kode-Paket"
"""Where it bears the kode of the whole package."""

_KODE = re.compile(r"(?<![0-9A-Z-])(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Z-])")


def check_files(data: Mapping[str, Any], files: Mapping[str, PackageFile]) -> list[Problem]:
    """Compare the files that data.json names with those that are there.

    Args:
        data: what `parse_data` found sound.
        files: the payload by its path below ``data/``.
    """
    named = list_berkas(data)
    problems = []
    for path, sha256 in named.items():
        if path not in files:
            text = f"Data paket menyebut {show_path(path)}, tetapi berkas itu tidak ada."
            problems.append(Problem(f"{text} {ASK_AGAIN}", f"data/{DATA_FILE}"))
        elif files[path].sha256 != sha256:
            text = "Isi berkas ini lain daripada yang tercatat dalam data paket."
            problems.append(Problem(f"{text} {ASK_AGAIN}", f"data/{path}"))
    if data["schema"] >= SEALED:
        text = f"Berkas ini tidak tercatat dalam data paket. {ASK_AGAIN}"
        problems += [
            Problem(text, show_path(f"data/{path}"))
            for path in sorted(files.keys() - named.keys() - {DATA_FILE})
        ]
    return problems


def check_kode(
    data: Mapping[str, Any], info: Mapping[str, str], readme: bytes | None
) -> list[Problem]:
    """Compare the kode of the data with those that the package bears outside.

    Args:
        data: what `parse_data` found sound.
        info: the values of ``bag-info.txt``.
        readme: the content of `README`; None when it is not there.
    """
    return [
        Problem(f"{text} {ASK_AGAIN}", file)
        for text, file in [*_check_info(data, info), *_check_readme(data, readme)]
    ]


def _check_info(data: Mapping[str, Any], info: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    allowed = [data["kode"]] if data["schema"] >= SEALED else [*list_kode(data), None]
    labels = {KODE_LABEL: allowed, KODE_PAKET_LABEL: [data.get(KODE_PAKET)]}
    for label, kode in labels.items():
        found = info.get(label)
        if found not in kode:
            told = f"kode {show_path(found)[:40]}" if found else "tidak ada kodenya"
            yield f"Keterangan paket ({label}): {told}; data paket berkode {kode[0]}.", BAG_INFO


def _check_readme(data: Mapping[str, Any], readme: bytes | None) -> Iterator[tuple[str, str]]:
    found = set(_KODE.findall((readme or b"").decode("utf-8", "replace")))
    known = set(list_kode(data))
    wanted: set[str] = set()
    if data["schema"] >= SEALED:
        wanted = {data["kode"], data[KODE_PAKET]}
    for kode in sorted(found - known - wanted):
        yield f"Tertulis kode {kode}, yang bukan kode data paket ini.", README
    for kode in sorted(wanted - found):
        yield f"Kode {kode} dari data paket tidak tertulis di sini.", README
