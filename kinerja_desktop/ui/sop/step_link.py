"""What does a step in the program: which page opens, and with what."""

from dataclasses import dataclass
from typing import Any

from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.sop.cases import Kasus
from kinerja_desktop.services.surat.langkah import (
    DOKUMEN,
    PENGUMPULAN,
    SuratLangkah,
    SuratMasukKasus,
    Tawaran,
    list_tawaran,
)
from kinerja_desktop.services.surat.nilai import Tempat

__all__ = ["PENGUMPULAN", "StepLink", "list_links"]

_SURAT = "surat"


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


def list_links(kasus: Kasus) -> tuple[StepLink, ...]:
    """Return what can do the running step, the most fitting first."""
    langkah = kasus.posisi.langkah
    if langkah is None:
        return ()
    return tuple(_link(kasus, offer) for offer in list_tawaran(kasus.sop.sop, langkah))


def _link(kasus: Kasus, offer: Tawaran) -> StepLink:
    assert kasus.posisi.langkah, "a case that is over has no links"
    place = Tempat(kasus.id, kasus.posisi.langkah.sequence, kasus.posisi.putaran)
    if offer.is_masuk:
        return StepLink(offer.label, _SURAT, SuratMasukKasus(kasus.id, kasus.periode))
    if offer.surat:
        return StepLink(offer.label, _SURAT, SuratLangkah(offer.surat, kasus.periode, place))
    if offer.dokumen:
        wanted = Permintaan(offer.dokumen, kasus.periode, untuk=(place.case_id, place.langkah))
        return StepLink(offer.label, DOKUMEN, wanted)
    return StepLink(offer.label, offer.halaman, sets_periode=True)
