"""What is still missing when a step signs, numbers or sends: asked at every door."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.syarat import (
    NaskahSop,
    Syarat,
    find_naskah,
    is_tahunan,
    list_syarat,
    name_naskah,
)
from kinerja_desktop.domain.surat.kiriman import hal_lkjip, hal_pengukuran
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries import dokumen_final, laporan, pengukuran
from kinerja_desktop.store.queries.kiriman import find_lkjip_dates
from kinerja_desktop.store.queries.syarat_sop import has_kiriman, has_nomor

#: The kinds of letters that go along where the delivery has none of its own.
_PENGANTAR = ("surat-pengantar", "surat")


@dataclass(frozen=True)
class Kurang:
    """Something that a step waits for and that does not stand yet.

    Attributes:
        naskah: the paper it is about; None where the process has none of ours.
        periode: of the paper, letter or delivery.
        kalimat: what is missing, without a full stop.
    """

    syarat: Syarat
    naskah: NaskahSop | None
    periode: Periode
    kalimat: str


class BelumLengkapError(KinerjaError):
    """A step cannot end yet, unless a reason is given; `kurang` says what is missing."""

    def __init__(self, langkah: int, kurang: tuple[Kurang, ...]) -> None:
        self.kurang = kurang
        super().__init__(
            f"Langkah {langkah} belum dapat diselesaikan: "
            f"{'; '.join(item.kalimat for item in kurang)}.",
            "Selesaikan itu dahulu, atau lanjutkan dengan menuliskan alasannya.",
        )


def find_kurang(
    office: Office,
    case_id: UUID,
    sop: Sop,
    periode: Periode,
    langkah: int,
    jenis: JenisKejadian,
) -> tuple[Kurang, ...]:
    """Return what does not stand yet of that which noting this at a step presumes."""
    wanted = list_syarat(sop, langkah, jenis)
    if not wanted:
        return ()
    naskah = find_naskah(sop)
    with office.journal.reading() as session:
        return tuple(
            _describe(syarat, naskah, periode)
            for syarat in wanted
            if not _stands(session, syarat, naskah, periode, case_id)
        )


def _stands(
    session: Session, syarat: Syarat, naskah: NaskahSop | None, periode: Periode, case_id: UUID
) -> bool:
    match syarat:
        case Syarat.NOMOR:
            return has_nomor(session, _name_hal(naskah, periode), _PENGANTAR, case_id)
        case Syarat.KIRIM if naskah is NaskahSop.LKJIP:
            # A package that went before the report was ever final did not hold it.
            return find_lkjip_dates(session, periode.tahun)[1] is not None
        case Syarat.KIRIM:
            return has_kiriman(session, periode)
    match naskah:
        case NaskahSop.LKJIP:
            return laporan.find_final_lkjip(session, periode.tahun) is not None
        case NaskahSop.PENGUKURAN:
            return pengukuran.find_final(session, periode, None) is not None
    key = NaskahSop.RENCANA_KINERJA.value
    return dokumen_final.find_final(session, key, Periode(periode.tahun), None) is not None


def _name_hal(naskah: NaskahSop | None, periode: Periode) -> str:
    """Return how the letter of the delivery is called in the register; empty for none of ours."""
    known = {
        NaskahSop.LKJIP: hal_lkjip(periode.tahun),
        NaskahSop.PENGUKURAN: hal_pengukuran(periode),
    }
    return known.get(naskah, "") if naskah else ""


def _describe(syarat: Syarat, naskah: NaskahSop | None, periode: Periode) -> Kurang:
    whole = Periode(periode.tahun)
    match syarat:
        case Syarat.NOMOR:
            text = f"surat pengantar {periode.label} belum bernomor"
            return Kurang(syarat, naskah, periode, text)
        case Syarat.KIRIM:
            text = f"kiriman {periode.label} ke Bappeda belum tercatat"
            return Kurang(syarat, naskah, periode, text)
    assert naskah is not None, "only a paper of ours is asked for"
    of = whole if is_tahunan(naskah) else periode
    return Kurang(syarat, naskah, of, f"{name_naskah(naskah)} {of.label} belum final")
