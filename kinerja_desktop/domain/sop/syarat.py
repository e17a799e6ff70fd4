"""What must stand before a step that signs, hands out or sends may end.

A case must not run to its end on paper while the report it is about is still a draft. The step
asks; whoever goes on all the same says why, and that stays in the history
(`docs/architecture.md` §3, mechanism 15: what is missing is passed by only with a reason).
"""

from enum import StrEnum

from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.langkah import Langkah, Tindakan
from kinerja_desktop.domain.sop.model import Sop

#: The processes of the SOPs (`Sop.proses`) that the program knows a paper or page of.
PERENCANAAN, PENGUMPULAN = "perencanaan_kinerja", "pengumpulan_data_kinerja"
PENGUKURAN = "pengukuran_kinerja"


class Syarat(StrEnum):
    """What a step waits for."""

    FINAL = "final"
    """The paper that the SOP ends with is final."""
    NOMOR = "nomor"
    """The letter that goes along has its number."""
    KIRIM = "kirim"
    """The delivery to Bappeda was made."""


class NaskahSop(StrEnum):
    """The papers that an SOP can end with, by their keys among the kinds of documents."""

    PENGUKURAN = "pengukuran-kinerja"
    LKJIP = "lkjip"
    RENCANA_KINERJA = "rencana-kinerja-tahunan"


_NAMES = {
    NaskahSop.PENGUKURAN: "Pengukuran Kinerja",
    NaskahSop.LKJIP: "LKjIP",
    NaskahSop.RENCANA_KINERJA: "Rencana Kinerja Tahunan",
}
_OF_PROCESS = {
    PENGUKURAN: NaskahSop.PENGUKURAN,
    PERENCANAAN: NaskahSop.RENCANA_KINERJA,
}
#: Whose paper is the year's, whatever period the case is for.
_TAHUNAN = frozenset({NaskahSop.LKJIP, NaskahSop.RENCANA_KINERJA})
_SIGNING = frozenset({Tindakan.CETAK_UNTUK_TTD, Tindakan.TANDA_TANGAN, Tindakan.BAGIKAN})
_SENDING = frozenset({Tindakan.KIRIM_BAPPEDA})
#: What lets a case go on to the next step, or ends it as done.
_GOING_ON = frozenset({JenisKejadian.SELESAI, JenisKejadian.SETUJU})


def find_naskah(sop: Sop) -> NaskahSop | None:
    """Return the paper that an SOP ends with: the LKjIP when one of its steps drafts it."""
    if any(langkah.tindakan is Tindakan.BUKA_LKJIP for langkah in sop.langkah):
        return NaskahSop.LKJIP
    return {PENGUKURAN: NaskahSop.PENGUKURAN, PERENCANAAN: NaskahSop.RENCANA_KINERJA}.get(
        sop.proses
    )


def is_tahunan(naskah: NaskahSop) -> bool:
    """Tell whether there is one such paper a year."""
    return naskah in _TAHUNAN


def name_naskah(naskah: NaskahSop) -> str:
    """Return what a paper is called."""
    return _NAMES[naskah]


def list_syarat(sop: Sop, sequence: int, jenis: JenisKejadian) -> tuple[Syarat, ...]:
    """Return what must stand before this may be noted at a step.

    The last step asks for all that the steps before it asked for, so that no case ends as done
    while its paper is a draft.
    """
    if jenis not in _GOING_ON:
        return ()
    langkah = sop.get_langkah(sequence)
    steps = sop.langkah if langkah.is_end else (langkah,)
    found = {syarat for step in steps for syarat in _of_step(sop, step)}
    return tuple(syarat for syarat in Syarat if syarat in found)


def _of_step(sop: Sop, langkah: Langkah) -> set[Syarat]:
    found: set[Syarat] = set()
    naskah = find_naskah(sop)
    if langkah.tindakan in _SIGNING | _SENDING and naskah is not None:
        found.add(Syarat.FINAL)
    if langkah.tindakan is Tindakan.SURAT_PENGANTAR:
        found.add(Syarat.NOMOR)
    # A plan goes to Bappeda as paper: there is no package of it to be seen.
    if langkah.tindakan in _SENDING and naskah is not NaskahSop.RENCANA_KINERJA:
        found.add(Syarat.KIRIM)
    return found
