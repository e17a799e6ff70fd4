"""Which files of a package are proved by a kode verifikasi on the signed paper, and how.

`docs/sakip.md` §10. A file is proved when it is what the frozen data prints, or when its SHA-256
stands in frozen data: logo, pictures, and papers that were kept as they were signed.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kinerja_desktop import __version__
from kinerja_desktop.domain.capaian.kode import parse_kode
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.exchange.bags import ASK_AGAIN, show_path
from kinerja_desktop.exchange.package_check import PackageInfo
from kinerja_desktop.exchange.package_data import DATA_FILE, SEALED
from kinerja_desktop.exchange.package_listing import PackageFile
from kinerja_desktop.exchange.printed_text import MAX_FILE, read_parts, read_words
from kinerja_desktop.services.kantor.dokumen import DOCX
from kinerja_desktop.services.kiriman.rebuilding import Terbangun, rebuild


class Cara(StrEnum):
    """How a file is proved, in the words of the listing."""

    DATA = "memuat data dan kodenya sendiri"
    SAMA = "sama persis dengan yang dicetak ulang dari data berkode"
    ISI = "isinya sama dengan yang dicetak ulang dari data berkode, hanya kemasan berkasnya lain"
    SIDIK = "sidik jarinya (SHA-256) ada dalam data berkode"
    ANGKA = "angka dan kodenya sama dengan data berkode, kata atau rupanya tidak seluruhnya"
    PAKET = "hanya tercatat dalam kode paket"
    TIDAK = "tidak tercatat dalam kode apa pun"

    @property
    def is_proved(self) -> bool:
        """Whether the kode on a signed paper proves what the file says."""
        return self in (Cara.DATA, Cara.SAMA, Cara.ISI, Cara.SIDIK)


@dataclass
class Bukti:
    """What was found out about the files of a package.

    Attributes:
        cara: how each file is proved, by its path in the payload.
        terbangun: the documents that can be printed again, by their kode.
        problems: what contradicts a kode.
    """

    cara: dict[str, Cara]
    terbangun: dict[str, Terbangun] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def prove_files(package: PackageInfo) -> Bukti:
    """Hold every file of a sound package against the frozen data in it."""
    return _Proof(package).run()


class _Proof:
    def __init__(self, package: PackageInfo) -> None:
        self._package = package
        self._files = {file.path: file for file in package.files}
        self._by_hash = {file.sha256: file.path for file in package.files}
        self._is_sealed = package.data["schema"] >= SEALED
        rest = Cara.PAKET if self._is_sealed else Cara.TIDAK
        self._found = Bukti(dict.fromkeys(self._files, rest) | {DATA_FILE: Cara.DATA})

    def run(self) -> Bukti:
        for entry in self._package.data["dokumen"]:
            data, kode = entry["data"], parse_kode(entry["kode"])
            if not isinstance(data, Mapping):
                self._tell(f"Dokumen berkode {kode} tidak dikenal program ini.")
                continue
            self._prove_by_hash(data)
            try:
                built = rebuild(data, kode, self._read_picture)
            except KinerjaError as error:
                self._tell(f"{error} Kode {kode}, {self._written_by()}.")
                continue
            if built is None:
                self._prove_kept(data, kode)
            else:
                self._found.terbangun[kode] = built
                self._prove_prints(built, kode)
        return self._found

    def _tell(self, text: str, path: str = DATA_FILE, *, is_warning: bool = False) -> None:
        file = f"data/{show_path(path)}"
        self._found.problems.append(Problem(f"{text} {ASK_AGAIN}", file, is_warning=is_warning))

    def _written_by(self) -> str:
        return f"ditulis Kinerja Desktop {self._program()}, program ini {__version__}"

    def _program(self) -> str:
        return show_path(str(self._package.data.get("program", "?")))[:20]

    def _prove_by_hash(self, data: Mapping[str, object]) -> None:
        for sha256 in re.findall(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", json.dumps(data)):
            if sha256 in self._by_hash:
                self._found.cara[self._by_hash[sha256]] = Cara.SIDIK

    def _prove_kept(self, data: Mapping[str, object], kode: str) -> None:
        """The PDF that was kept when it was signed must be there, byte for byte."""
        if str(data.get("pdf")) not in self._by_hash:
            self._tell(f"Cetakan dokumen berkode {kode} tidak ada dalam paket, atau diganti.")

    def _prove_prints(self, built: Terbangun, kode: str) -> None:
        tempat = built.dokumen.paket.tempat if built.dokumen.paket else ""
        papers: dict[str, list[PackageFile]] = {suffix: [] for suffix in built.cetak}
        for path, file in self._files.items():
            suffix = path.rpartition(".")[2].lower()
            if path.startswith(tempat) and suffix in papers:
                papers[suffix].append(file)
        for suffix, files in papers.items():
            if not files and suffix == next(iter(papers)):
                text = f"{built.dokumen.judul} berkode {kode} tidak ada dalam {tempat}"
                self._tell(f"{text} sebagai {suffix.upper()}.")
            if not files:
                continue
            try:
                printed = built.cetak[suffix]()
            except KinerjaError as error:
                self._tell(f"{error} Kode {kode}, {self._written_by()}.", files[0].path)
                continue
            for file in files:
                self._found.cara[file.path] = self._compare(file, printed, suffix, kode)

    def _compare(self, file: PackageFile, printed: bytes, suffix: str, kode: str) -> Cara:
        content = b""
        if file.size <= MAX_FILE:
            content = (self._package.folder / "data" / file.path).read_bytes()
        if content == printed:
            return Cara.SAMA
        parts = read_parts(content, suffix)
        if parts is not None and parts == read_parts(printed, suffix):
            return Cara.ISI
        found, wanted = read_words(content, suffix), read_words(printed, suffix) or []
        if found is not None and _says_as_much(found, wanted, kode):
            if self._is_sealed and self._program() == __version__:
                text = "Angka dan kodenya sama dengan data paket, tetapi kata atau rupanya berbeda."
                self._tell(f"{text} Cocokkan dengan kertas.", file.path, is_warning=True)
            return Cara.ANGKA
        if not self._is_sealed and suffix == DOCX:  # meant to be worked on, and drawn otherwise
            return Cara.TIDAK
        text = f"Isi berkas ini lain daripada data paket yang berkode {kode}"
        self._tell(f"{text} ({self._written_by()}).", file.path)
        return Cara.TIDAK

    def _read_picture(self, sha256: str) -> bytes | None:
        path = self._by_hash.get(sha256)
        if path is None or self._files[path].size > MAX_FILE:
            return None
        return (self._package.folder / "data" / path).read_bytes()


def _says_as_much(found: list[str], wanted: list[str], kode: str) -> bool:
    """Tell whether the kode and all numbers that should stand on a paper do."""
    bears_kode = any(kode in word for word in found)
    return bears_kode and not Counter(_numbers(wanted)) - Counter(_numbers(found))


def _numbers(words: list[str]) -> Iterator[str]:
    return (word.strip("().,:;%") for word in words if any(c.isdigit() for c in word))
