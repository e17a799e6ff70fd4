"""Check a package whole: every file, every kode, who sent it, and what no kode proves."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.kode import parse_kode
from kinerja_desktop.errors import CancelledError, Problem, explain_os_error
from kinerja_desktop.exchange.bags import ASK_AGAIN, show_path
from kinerja_desktop.exchange.evidence_present import is_evidence_pack
from kinerja_desktop.exchange.package_check import PackageInfo, check_bag, check_package
from kinerja_desktop.exchange.package_data import DATA_FILE, KODE_PAKET
from kinerja_desktop.exchange.package_kode import README
from kinerja_desktop.services.kiriman.proof import Bukti, Cara, prove_files
from kinerja_desktop.services.kiriman.rebuilding import Asal
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN

_MOST_NAMED = 12
_UNTOLD = "tidak tertulis"
_TITLE, _CONTOH = "External-Description", "DATA CONTOH"
_SENDER = "Source-Organization"


@dataclass(frozen=True)
class PaketDiperiksa:
    """A package that holds, and what it is.

    Attributes:
        paket: folder, files and data.
        pengirim: kecamatan and kabupaten.
        periode: in words.
        dokumen: name and kode verifikasi of each document; all of them are final.
        tercetak: the kode that stand on their papers.
        program: the version that wrote it.
        kode_paket: of the whole package; empty in packages of earlier versions.
        riwayat: the seal of the sender's trail when it was sent; empty in earlier ones.
        contoh: whether it is a sample.
        cara: how each file is proved.
        bukti: whether it is a pack of evidence, which has files and no data or kode.
    """

    paket: PackageInfo
    pengirim: str
    periode: str
    dokumen: tuple[tuple[str, str], ...]
    tercetak: frozenset[str]
    program: str
    kode_paket: str
    riwayat: str
    contoh: bool
    cara: Mapping[str, Cara]
    bukti: bool = False

    @property
    def rincian(self) -> tuple[str, ...]:
        """What the package is, a line for each thing, for window and command line."""
        return tuple(self._tell())

    def _tell(self) -> Iterator[str]:
        if self.bukti:
            yield from self._tell_evidence()
            return
        yield f"Pengirim: {self.pengirim}"
        yield f"Periode: {self.periode}"
        for judul, kode in self.dokumen:
            printed = "" if kode in self.tercetak else " (kode ini tidak tercetak pada kertasnya)"
            yield f"Final: {judul} · kode {kode}{printed}"
        yield f"Ditulis: Kinerja Desktop {self.program}"
        if self.contoh:
            yield "DATA CONTOH, bukan data resmi"
        if self.kode_paket:
            yield f"Kode paket: {self.kode_paket}"
            yield f"Riwayat pengirim: {self.riwayat or 'kosong'}"
        else:
            yield "Paket versi lama: belum punya kode paket dan riwayat pengirim"
        for cara in Cara:
            paths = [show_path(path) for path, how in self.cara.items() if how is cara]
            if paths:
                head = "Dibuktikan" if cara.is_proved else "Tidak dibuktikan oleh kode"
                more = len(paths) - _MOST_NAMED
                tail = f", dan {more} berkas lain" if more > 0 else ""
                yield f"{head}, {cara}: {', '.join(paths[:_MOST_NAMED])}{tail}"

    def _tell_evidence(self) -> Iterator[str]:
        yield f"Paket bukti LKE: {self.periode}"
        yield f"Pengirim: {self.pengirim}"
        yield f"Isi: {len(self.paket.files)} berkas bukti, sama seperti ketika ditulis"
        yield "Paket bukti tidak memuat kode verifikasi: kertas final di dalamnya membawa kodenya"
        if self.contoh:
            yield "DATA CONTOH, bukan data resmi"


class VerifyCancelledError(CancelledError):
    """The clerk stopped the check of a package."""

    def __init__(self) -> None:
        super().__init__("Pemeriksaan paket dihentikan sebelum selesai.", "Tidak ada yang diubah.")


def verify_package(
    folder: Path, cancelled: Callable[[], bool] = lambda: False
) -> tuple[PaketDiperiksa | None, list[Problem]]:
    """Check a package from a stick, and prove its papers from the data in it.

    A pack of evidence for the LKE is a bag of files alone, and is checked as one.

    Args:
        folder: the package's own folder.
        cancelled: asked for each piece of a file, and before papers are built again.

    Returns:
        The package, or None when there is a problem that is no mere warning; and all problems.

    Raises:
        VerifyCancelledError: the clerk stopped it.
    """

    def go_on(_path: str = "") -> None:
        if cancelled():
            raise VerifyCancelledError

    if is_evidence_pack(folder):
        package, problems = check_bag(folder, go_on)
        return (_describe_evidence(package) if package else None), problems
    package, problems = check_package(folder, go_on)
    if package is None:
        return None, problems
    go_on()
    try:
        bukti = prove_files(package)
    except OSError as error:  # pulled out in between
        return None, [Problem(str(explain_os_error(error, folder)), folder.name)]
    problems = [*problems, *bukti.problems, *_check_sender(package, bukti)]
    if any(not problem.is_warning for problem in problems):
        return None, problems
    return _describe(package, bukti), problems


def _describe(package: PackageInfo, bukti: Bukti) -> PaketDiperiksa:
    data = package.data
    asal = _read_asal(data)
    return PaketDiperiksa(
        package,
        _name(asal) if asal else _UNTOLD,
        asal.periode.label if asal else _UNTOLD,
        tuple(
            (show_path(str(entry.get("judul") or "Dokumen")), parse_kode(entry["kode"]))
            for entry in data["dokumen"]
        ),
        frozenset(bukti.terbangun),
        show_path(str(data.get("program", _UNTOLD))),
        str(data.get(KODE_PAKET, "")),
        show_path(str(data.get("riwayat", ""))),
        data.get("contoh") is True,
        bukti.cara,
    )


def _describe_evidence(package: PackageInfo) -> PaketDiperiksa:
    try:
        is_sample = _CONTOH in (package.folder / README).read_text("utf-8", "replace")
    except OSError:  # a bag may do without; or it was pulled out after it was read
        is_sample = False
    return PaketDiperiksa(
        package,
        pengirim=show_path(package.info.get(_SENDER, _UNTOLD)),
        periode=show_path(package.info.get(_TITLE, _UNTOLD)),
        dokumen=(), tercetak=frozenset(), program="", kode_paket="", riwayat="",
        contoh=is_sample, cara={}, bukti=True,
    )  # fmt: skip


def _check_sender(package: PackageInfo, bukti: Bukti) -> list[Problem]:
    """Hold what the package says of itself against what its documents say."""
    told, sender = _read_asal(package.data), package.info.get(_SENDER)
    texts = []
    if told and sender and sender.split() != f"Kecamatan {told.kecamatan}".split():
        texts.append(f"Keterangan paket menyebut {show_path(sender)}, datanya {_tell(told)}.")
    if told and KODE_PAKET in package.data:
        texts += _check_words(package, told)
    if told is None:
        texts.append("Data paket tidak menyebut kecamatan, kabupaten, dan periodenya.")
    for kode, built in bukti.terbangun.items():
        if told and built.asal != told:
            texts.append(
                f"Paket ini bertuliskan {_tell(told)}, tetapi dokumen berkode {kode} "
                f"milik {_tell(built.asal)}."
            )
    measured = [kode for kode, built in bukti.terbangun.items() if built.dokumen is PENGUKURAN]
    if (package.data.get("kode") or next(iter(measured), None)) not in measured:
        texts.append("Paket ini tidak memuat data Pengukuran Kinerja yang disebutnya.")
    return [Problem(f"{text} {ASK_AGAIN}", f"data/{DATA_FILE}") for text in texts]


def _check_words(package: PackageInfo, told: Asal) -> Iterator[str]:
    """Hold what people read first against the data: another period, another sender, CONTOH."""
    periode, title = told.periode.label, package.info.get(_TITLE)
    if title != f"Pengukuran Kinerja {periode}":
        yield f"Keterangan paket menyebut {show_path(str(title))}, datanya {_tell(told)}."
    text = (package.folder / README).read_text("utf-8", "replace")
    lines = {line.partition(":")[0].strip(): line.partition(":")[2].strip()
             for line in text.splitlines()}  # fmt: skip
    if lines.get("Periode") != periode or not lines.get("Dari", "").startswith(
        f"Kecamatan {told.kecamatan},"
    ):
        yield f"{README} menyebut pengirim atau periode lain, datanya {_tell(told)}."
    if (_CONTOH in text) != (package.data.get("contoh") is True):
        yield f"{README} dan data paket tidak sama: yang satu berkata {_CONTOH}."


def _tell(asal: Asal) -> str:
    return f"{_name(asal)}, {asal.periode.label}"


def _name(asal: Asal) -> str:
    return show_path(f"Kecamatan {asal.kecamatan}, Kabupaten {asal.kabupaten}")


def _read_asal(data: Mapping[str, Any]) -> Asal | None:
    match data:
        case {
            "kecamatan": str(kecamatan),
            "kabupaten": str(kabupaten),
            "tahun": int(tahun),
            "triwulan": (1 | 2 | 3 | 4 | None) as triwulan,
        }:
            return Asal(kecamatan, kabupaten, Periode(tahun, triwulan))
    return None
