"""Look for a word in what all units wrote: about their figures, and in their LKjIP."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.penerimaan.narasi import NarasiMasuk, find_word, list_narasi
from kinerja_desktop.domain.penerimaan.rekap import PaketRekap
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.exchange.package_data import parse_data
from kinerja_desktop.services.kantor.dokumen import read_kept
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.rebuilding import guard

#: More than anybody reads; the word is then too common.
_MOST = 500


@dataclass(frozen=True)
class TemuanNarasi:
    """Where a word stands: in a text of a package, with what is around it."""

    paket: PaketRekap
    narasi: NarasiMasuk
    kutipan: str


@dataclass
class HasilCari:
    """What was found.

    Attributes:
        temuan: where, in the order of the packages.
        gagal: packages whose data is lost or damaged, so that they were not looked through.
        is_stopped: whether it was stopped before the last one, by the clerk or by too many.
    """

    temuan: list[TemuanNarasi] = field(default_factory=list)
    gagal: list[Problem] = field(default_factory=list)
    is_stopped: bool = False


def search_narasi(
    office: Office,
    paket: Sequence[PaketRekap],
    kata: str,
    progress: Callable[[int, int, str], None] = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> HasilCari:
    """Look for a word, or several in a row, in the texts of packages.

    Args:
        office: the open office.
        paket: those that count, of a recap.
        kata: what is looked for; case does not matter.
        progress: called with the step, the number of steps, and what is being done.
        cancelled: asked between packages whether to stop.

    Raises:
        KinerjaError: there is nothing to look for.
    """
    if not says_something(kata):
        raise KinerjaError("Kata yang dicari belum ditulis.", "Tulis satu kata atau lebih.")
    hasil = HasilCari()
    for step, item in enumerate(paket, start=1):
        if cancelled() or len(hasil.temuan) >= _MOST:
            hasil.is_stopped = True
            break
        progress(step, len(paket), f"Mencari di {item.unit} {item.periode.label}")
        try:
            hasil.temuan += _search(office, item, kata)
        except KinerjaError as error:
            hasil.gagal.append(Problem(str(error), item.unit, is_warning=True))
    return hasil


def _search(office: Office, paket: PaketRekap, kata: str) -> list[TemuanNarasi]:
    content = read_kept(office, paket.data)
    data, problems = parse_data(content) if content is not None else ({}, [])
    if content is None or problems:
        raise KinerjaError(
            f"Data paket {paket.periode.label} hilang atau rusak di folder data, jadi dilewati.",
            "Pulihkan dari cadangan, atau minta paketnya sekali lagi.",
        )
    texts = guard(lambda: list(list_narasi(data)))
    return [TemuanNarasi(paket, text, found) for text in texts if (found := find_word(text, kata))]
