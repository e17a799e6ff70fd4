"""The one thing in the program that does a step: which page opens, and with what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.langkah import Tindakan
from kinerja_desktop.services.dokumen.jenis_surat import SURAT_PENGANTAR
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.rencana.dokumen import RENCANA_KINERJA
from kinerja_desktop.services.sop.cases import Kasus

#: Key of the page that hands out forms and takes them back.
PENGUMPULAN = "pengumpulan"
_PERENCANAAN = "perencanaan_kinerja"
#: The paper that a process ends with, by its key in the SOP.
_PAPERS = {
    "pengukuran_kinerja": PENGUKURAN.kunci,
    _PERENCANAAN: RENCANA_KINERJA.kunci,
}


@dataclass(frozen=True)
class StepLink:
    """A button that opens a page.

    Attributes:
        label: what it does, with an Indonesian verb.
        page: key of the page.
        argument: what the page should show.
        sets_periode: the page shows the period chosen above, so choose that of the case first.
    """

    label: str
    page: str
    argument: Any = None
    sets_periode: bool = False


def find_link(kasus: Kasus) -> StepLink | None:
    """Return what does the running step in the program; None when it is done elsewhere."""
    langkah = kasus.posisi.langkah
    make = _LINKS.get(langkah.tindakan) if langkah else None
    return make(kasus) if make else None


def _look(verb: str) -> Callable[[Kasus], StepLink | None]:
    """Show the paper that is corrected or signed; nothing where the process has none of ours."""

    def make(kasus: Kasus) -> StepLink | None:
        return _print(verb)(kasus) if _find_paper(kasus) else None

    return make


def _print(verb: str) -> Callable[[Kasus], StepLink]:
    """Print the paper of the process; other SOPs print papers that the clerk must choose."""

    def make(kasus: Kasus) -> StepLink:
        kunci = _find_paper(kasus)
        if kunci is None:
            return StepLink("&Buka Dokumen", "dokumen")
        return StepLink(verb, "dokumen", _wanted(kunci, kasus.periode))

    return make


def _find_paper(kasus: Kasus) -> str | None:
    """Return the paper that an SOP ends with: the LKjIP when one of its steps drafts it."""
    sop = kasus.sop.sop
    if any(langkah.tindakan is Tindakan.BUKA_LKJIP for langkah in sop.langkah):
        return LKJIP.kunci
    return _PAPERS.get(sop.proses)


def _deliver(kasus: Kasus) -> StepLink:
    """A plan goes to Bappeda as paper: a package is made of a measurement that is final."""
    if kasus.sop.sop.proses == _PERENCANAAN:
        return _print("Cetak untuk &Bappeda")(kasus)
    return StepLink("Kirim ke &Bappeda", "kirim", sets_periode=True)


def _wanted(kunci: str, periode: Periode) -> Permintaan:
    return Permintaan(kunci, periode)


_LINKS: dict[Tindakan, Callable[[Kasus], StepLink | None]] = {
    Tindakan.BUKA_PERENCANAAN: lambda kasus: StepLink("&Buka Renstra dan IKU", "renstra"),
    Tindakan.KIRIM_FORMULIR: lambda kasus: StepLink(
        "Kirim &formulir isian", PENGUMPULAN, sets_periode=True
    ),
    Tindakan.KUMPULKAN_DATA: lambda kasus: StepLink(
        "Kumpulkan &data", PENGUMPULAN, sets_periode=True
    ),
    Tindakan.BUKA_PENGUKURAN: lambda kasus: StepLink(
        "&Buka Pengukuran", "pengukuran", sets_periode=True
    ),
    Tindakan.BUKA_LKJIP: lambda kasus: StepLink("&Buka LKjIP", "lkjip", sets_periode=True),
    Tindakan.CETAK_DRAF: _print("Cetak &draf"),
    Tindakan.KOREKSI: _look("Buka &draf"),
    Tindakan.TANDA_TANGAN: _look("Cetak untuk tan&da tangan"),
    Tindakan.CETAK_UNTUK_TTD: _print("Cetak untuk tan&da tangan"),
    Tindakan.BAGIKAN: _print("Cetak untuk &dibagikan"),
    Tindakan.SURAT_PENGANTAR: lambda kasus: StepLink(
        "&Buat surat pengantar", "dokumen", _wanted(SURAT_PENGANTAR.kunci, kasus.periode)
    ),
    Tindakan.KIRIM_BAPPEDA: _deliver,
}
