"""Which documents of the registry go to Bappeda with a delivery, and where (`docs/sakip.md` §10).

The letter lies at the package's top, all others in folders; so they are also told of.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.package import safe_name
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.tertanda import Tertanda, list_tertanda
from kinerja_desktop.services.kantor.dokumen import Dokumen, Salinan, TempatPaket
from kinerja_desktop.services.kantor.finals import require_genuine
from kinerja_desktop.services.kantor.kept_papers import find_paper, period_of
from kinerja_desktop.services.kantor.office import Office

#: Folder of the scans of signed papers in a package (`docs/sakip.md` §10).
TERTANDA = "07_TERTANDA/"
#: What stands in the name of a scan between that of its paper and its number.
BERTANDA = "_bertanda_tangan_"


def list_salinan(office: Office, periode: Periode) -> dict[str, Salinan]:
    """Return the documents that go along with a period, by their path in the package."""
    return {
        _path_of(paket, salinan): salinan
        for _, paket in _list_places()
        for salinan in paket.list_salinan(office, periode)
    }


def list_scans(office: Office, salinan: Iterable[Salinan]) -> dict[str, Tertanda]:
    """Return the scans of signed papers that go along, by their path in the package.

    Args:
        office: the open office.
        salinan: the documents that go along, some in several formats.
    """
    found: dict[str, Tertanda] = {}
    seen: set[UUID] = set()
    for item in salinan:
        for scan in list_tertanda(office, item.permintaan):
            if scan.id not in seen:
                seen.add(scan.id)
                stem, ending = PurePath(item.nama).stem, PurePath(scan.nama).suffix.lower()
                name = safe_name(f"{stem}{BERTANDA}{len(seen)}{ending}")
                found[f"{TERTANDA}{name}"] = scan
    return found


def list_data(office: Office, periode: Periode) -> list[Mapping[str, Any]]:
    """Return the documents of ``data.json``, each with its kode verifikasi.

    Raises:
        KinerjaError: what was frozen no longer gives the kode on the signed paper.
    """
    return [
        entry
        for kunci, paket in _list_places()
        for entry in [
            *paket.list_data(office, periode),
            *_list_kept(office, DOKUMEN[kunci], paket, periode),
        ]
    ]


def find_gaps(office: Office, periode: Periode, salinan: Collection[Salinan]) -> list[Problem]:
    """Return what the clerk should know of the documents before they are sent.

    Args:
        office: the open office.
        periode: what is sent.
        salinan: the documents that go along.
    """
    sent = {item.permintaan.kunci for item in salinan}
    return [
        Problem(text, is_warning=True)
        for kunci, paket in _list_places()
        if (text := paket.describe_gap(office, periode, kunci in sent))
    ]


def describe_places() -> Iterator[tuple[str, str]]:
    """Yield every file and folder that a package can have for documents, and what is in it."""
    words: dict[str, list[str]] = defaultdict(list)
    for _, paket in _list_places():
        words[paket.tempat].append(paket.isi)
    for tempat, isi in words.items():
        yield tempat, join_words(isi)


def _list_kept(
    office: Office, dokumen: Dokumen, paket: TempatPaket, periode: Periode
) -> Iterator[Mapping[str, Any]]:
    """Yield the papers that were kept as they were signed: their data holds the SHA-256."""
    if dokumen.find_kept is not None:
        return
    seen = set()
    for salinan in paket.list_salinan(office, periode):
        with office.journal.reading() as session:
            row = find_paper(session, dokumen, salinan.permintaan)
        # One paper may go along in several formats.
        if row is not None and row.id not in seen:
            seen.add(row.id)
            judul = f"{dokumen.judul} {period_of(dokumen, salinan.permintaan).label}"
            yield {
                "judul": salinan.judul or judul,
                "kode": row.kode,
                "versi": row.versi,
                "data": require_genuine(row, judul),
            }


def _list_places() -> list[tuple[str, TempatPaket]]:
    """Return the kinds that go along, as they lie in the package."""
    places = [(kunci, item.paket) for kunci, item in DOKUMEN.items() if item.paket]
    return sorted(places, key=lambda place: (_is_folder(place[1].tempat), place[1].tempat))


def _path_of(paket: TempatPaket, salinan: Salinan) -> str:
    name = safe_name(salinan.nama)
    return f"{paket.tempat}{name}" if _is_folder(paket.tempat) else name


def _is_folder(tempat: str) -> bool:
    return tempat.endswith("/")
