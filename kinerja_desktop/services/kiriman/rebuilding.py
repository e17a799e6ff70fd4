"""Print a document again from the frozen data of a package, without its office.

`docs/architecture.md` §2.5: equal data gives equal bytes. The data is someone else's: it is looked
over first, and whatever goes wrong in printing it is a sentence.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.lkjip import build_lkjip
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengukuran_kinerja import build_pengukuran_kinerja
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.xlsx.pengukuran_kinerja import render_pengukuran_kinerja_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.freezing import thaw
from kinerja_desktop.domain.capaian.snapshot import snapshot_from_data
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja
from kinerja_desktop.domain.laporan.lkjip import LkjipBeku, compose_lkjip
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import DOCX, PDF, XLSX, Dokumen
from kinerja_desktop.services.lkjip.cetak import marks_of
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN

Gambar = Callable[[str], bytes | None]
Result = TypeVar("Result")

_MOST_DATA = 4 << 20  # characters; five hundred indicators need a tenth of it
_MOST_INTEGER = 10**12
_MOST_DEPTH = 40
# 1E+999999999 is a number of a billion digits as soon as somebody reckons with it.
_HUGE = re.compile(r"[+-]?[\d._]*[eE][+-]?\d+|[+-]?[\d.,_\s]*")
_MOST_DIGITS = 40


@dataclass(frozen=True)
class Asal:
    """Of which office and period a frozen document is."""

    kecamatan: str
    kabupaten: str
    periode: Periode


@dataclass(frozen=True)
class Terbangun:
    """A document that can be printed again.

    Attributes:
        dokumen: its kind.
        asal: whose it is.
        cetak: prints it, by the ending of its files; the first must be in a package.
    """

    dokumen: Dokumen
    asal: Asal
    cetak: Mapping[str, Callable[[], bytes]]


def rebuild(data: Mapping[str, Any], kode: str, gambar: Gambar) -> Terbangun | None:
    """Prepare to print a document from its frozen data.

    Args:
        data: an entry's ``data`` in ``data.json``.
        kode: the kode verifikasi of this data.
        gambar: finds pictures by their SHA-256.

    Returns:
        The document; None when it is of a kind that is kept as files (`kept_papers`), or unknown.

    Raises:
        KinerjaError: the data cannot be read as what it says it is.
    """
    build = _build_pengukuran if data.get("jenis") == "pengukuran_kinerja" else None
    if "kerangka" in data:
        build = _build_lkjip
    if build is None:
        return None
    if not _is_moderate(data):
        raise _unreadable()
    built = guard(partial(build, data, kode, gambar))
    cetak = {suffix: partial(guard, make) for suffix, make in built.cetak.items()}
    return Terbangun(built.dokumen, built.asal, cetak)


def guard(work: Callable[[], Result]) -> Result:
    """Do something with someone else's data.

    Raises:
        KinerjaError: it failed, in whatever way.
    """
    try:
        return work()
    except KinerjaError:
        raise
    except Exception as error:  # foreign data may break any rule and any builder
        raise _unreadable() from error


def _unreadable() -> KinerjaError:
    return KinerjaError("Data dokumen ini tidak dapat dicetak ulang oleh program ini.")


def _build_pengukuran(data: Mapping[str, Any], kode: str, gambar: Gambar) -> Terbangun:
    snapshot = snapshot_from_data(data)
    instansi = snapshot.instansi
    logo = gambar(instansi.logo) if instansi.logo else None
    laporan = make_pengukuran_kinerja(snapshot, draf=False, kode=kode, logo=logo)
    return Terbangun(
        PENGUKURAN,
        Asal(instansi.kecamatan, instansi.kabupaten, snapshot.periode),
        {
            PDF: lambda: render_pdf(build_pengukuran_kinerja(laporan)),
            XLSX: lambda: render_pengukuran_kinerja_xlsx(laporan),
        },
    )


def _build_lkjip(data: Mapping[str, Any], kode: str, gambar: Gambar) -> Terbangun:
    beku = thaw(LkjipBeku, data)
    instansi = beku.bahan.instansi

    def lay_out() -> Naskah:
        return build_lkjip(compose_lkjip(beku), gambar, marks_of(beku, kode))

    return Terbangun(
        LKJIP,
        Asal(instansi.kecamatan, instansi.kabupaten, Periode(beku.bahan.tahun)),
        {PDF: lambda: render_pdf(lay_out()), DOCX: lambda: render_docx(lay_out())},
    )


def _is_moderate(data: Mapping[str, Any]) -> bool:
    """Tell whether data is of a size that an office has, so that it can be reckoned with."""
    if len(json.dumps(data)) > _MOST_DATA:
        return False
    return all(
        depth <= _MOST_DEPTH
        and not (isinstance(value, int) and abs(value) > _MOST_INTEGER)
        and not (isinstance(value, str) and _is_huge(value.strip()))
        for depth, value in _walk(data)
    )


def _is_huge(text: str) -> bool:
    if _HUGE.fullmatch(text) is None:
        return False
    return "e" in text.lower() or sum(c.isdigit() for c in text) > _MOST_DIGITS


def _walk(data: Any) -> Iterator[tuple[int, Any]]:
    waiting = [(0, data)]
    while waiting:
        depth, value = waiting.pop()
        yield depth, value
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            waiting += [(depth + 1, child) for child in value]
