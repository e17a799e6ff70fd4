"""Recognise a form that came back: by its key, else by its words."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import TAHUN, TRIWULAN, Periode
from kinerja_desktop.domain.capaian.freezing import thaw
from kinerja_desktop.domain.pengumpulan.lembar import LembarFormulir, fold
from kinerja_desktop.domain.pengumpulan.terbaca import IdentitasFormulir, LembarTerbaca
from kinerja_desktop.services.pengumpulan.lembar import compose_all
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.services.pengumpulan.rencana import StatusFormulir
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pengumpulan import list_formulir, load_formulir
from kinerja_desktop.store.records import Formulir


@dataclass(frozen=True)
class Pengenalan:
    """Which form a sheet is.

    Attributes:
        lembar: the form; None when it cannot be told.
        status: what is to be known of it.
        sebab: that in a sentence.
        masalah: why nothing of it can be taken in; empty when it can.
        tercatat: whether it is a row of this data.
    """

    lembar: LembarFormulir | None
    status: tuple[StatusFormulir, ...] = ()
    sebab: tuple[str, ...] = ()
    masalah: str = ""
    tercatat: bool = True


class Recognizer:
    """Knows the forms of an office, read once for a handful of files.

    Args:
        session: a reading session.
        sheets: everything that came back.
        periode: the period that is worked on; forms without a key are looked for in it.
        today: pagu on forms that are made anew is the one in force on this day.
    """

    def __init__(
        self,
        session: Session,
        sheets: Iterable[LembarTerbaca],
        periode: Periode | None,
        today: date,
    ) -> None:
        self._session = session
        self._periode = periode
        self._today = today
        self._instansi = get_instansi(session)
        keys = {key for sheet in sheets if (key := _key_of(sheet.identitas))}
        rows = load_formulir(session, keys)
        self._known = {key: form_of(row) for key, row in rows.items()}
        # What was made anew for a form that came back may print other targets than it did.
        self._adopted = {key for key, row in rows.items() if not row.tempat}
        self._made: dict[tuple[Periode, Menurut], list[LembarFormulir]] = {}

    def recognize(self, sheet: LembarTerbaca) -> Pengenalan:
        """Tell which form a sheet is."""
        said = sheet.identitas
        if said and said.instansi_id and said.instansi_id != str(self._instansi.id):
            name = f"Kecamatan {said.kecamatan}" if said.kecamatan else "kantor lain"
            return Pengenalan(
                None,
                (StatusFormulir.KANTOR_LAIN,),
                masalah=f"formulir ini dari {name}: kembalikan kepada kantor itu",
            )
        key = _key_of(said)
        if key in self._known:
            lembar = self._known[key]
            is_own = key not in self._adopted
            changed = _find_changed(said, lembar) if said and is_own else ""
            if changed:
                text = f"{changed} pada identitasnya diubah; yang dipakai tetap catatan program"
                return Pengenalan(lembar, (StatusFormulir.TERKUNCI_DIUBAH,), (text,))
            return Pengenalan(lembar)
        if said and key and (adopted := self._adopt(said)):
            text = (
                "formulir ini tidak tercatat dikirim dari data ini (mungkin data pernah "
                "dipulihkan); dicocokkan dengan pemegang dan periodenya"
            )
            return Pengenalan(adopted, (StatusFormulir.TIDAK_TERCATAT,), (text,), tercatat=False)
        return self._recognize_words(sheet)

    def _adopt(self, said: IdentitasFormulir) -> LembarFormulir | None:
        """Make the form anew that the file says it is, for a holder that there still is."""
        periode = _periode_of(said)
        if periode is None:
            return None
        made = (form for way in Menurut for form in self._make(periode, way))
        found = next((form for form in made if fold(form.pemegang) == fold(said.pemegang)), None)
        return replace(found, id=said.id) if found else None

    def _make(self, periode: Periode, menurut: Menurut) -> list[LembarFormulir]:
        key = (periode, menurut)
        if key not in self._made:
            self._made[key] = compose_all(
                self._session, periode, menurut, periode.last_day, self._today
            )
        return self._made[key]

    def _recognize_words(self, sheet: LembarTerbaca) -> Pengenalan:
        """Find the form of the present period that asks for most of what stands on the sheet."""
        rows = list_formulir(self._session, self._periode) if self._periode else []
        words = {fold(row.text("uraian")) for row in sheet.baris} - {""}
        found = find_most_alike([form_of(row) for row in rows], words)
        if found is None:
            return Pengenalan(
                None,
                (StatusFormulir.TIDAK_TERCATAT,),
                masalah="identitas formulir ini hilang, dan isinya tidak cocok dengan satu "
                "formulir pun dari periode yang dipilih: pilih periodenya, atau masukkan lewat "
                "tab Excel kantor",
            )
        text = (
            f"identitasnya hilang; dari kata-katanya dikenali sebagai formulir {found.pemegang}, "
            f"{found.periode.label}: periksa dulu"
        )
        return Pengenalan(found, (StatusFormulir.TIDAK_TERCATAT,), (text,))


def form_of(row: Formulir) -> LembarFormulir:
    """Return a form as it was handed out."""
    return thaw(LembarFormulir, row.isi)


def find_most_alike(
    forms: Sequence[LembarFormulir], words: Collection[str]
) -> LembarFormulir | None:
    """Return the form of which most rows stand on a sheet: more than half, and more than others.

    Args:
        forms: the newest last; of two for one holder the newest counts.
        words: the folded texts of the sheet's rows.
    """
    newest = {fold(form.pemegang): form for form in forms}
    counted = sorted(
        (
            (sum(fold(item.uraian) in words for item in form.baris), form)
            for form in newest.values()
        ),
        key=lambda found: -found[0],
    )
    if not counted:
        return None
    most, form = counted[0]
    if not most or 2 * most < len(words) or (len(counted) > 1 and counted[1][0] == most):
        return None
    return form


def _key_of(said: IdentitasFormulir | None) -> UUID | None:
    try:
        return UUID(said.id) if said else None
    except ValueError:
        return None


def _periode_of(said: IdentitasFormulir) -> Periode | None:
    low, high = TAHUN
    if not low <= said.tahun <= high or said.triwulan not in (None, *TRIWULAN):
        return None
    return Periode(said.tahun, said.triwulan)


def _find_changed(said: IdentitasFormulir, lembar: LembarFormulir) -> str:
    """Return what of an identity was changed by hand, in words; empty for nothing."""
    if not said.segel:  # the hidden sheet is lost; the key in the first cell is enough
        return ""
    periode = (said.tahun, said.triwulan)
    if periode != (lembar.periode.tahun, lembar.periode.triwulan):
        return "periode"
    if fold(said.pemegang) != fold(lembar.pemegang):
        return "pemegang"
    return "" if said.segel == lembar.segel else "isi"
