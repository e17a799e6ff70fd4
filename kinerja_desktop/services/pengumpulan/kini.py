"""What stands now in the cells that forms ask for, and what came back on them before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.kewajaran import check_kewajaran
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.pengumpulan.lembar import (
    ISIAN,
    RUPIAH,
    IndikatorDitanya,
    LembarFormulir,
    fold,
)
from kinerja_desktop.domain.pengumpulan.pembacaan import JawabanBaris
from kinerja_desktop.services.pengumpulan.lembar import describe_cara, load_all_bahan
from kinerja_desktop.store.queries.anggaran import list_realisasi as list_spent
from kinerja_desktop.store.queries.lampiran import list_bukti
from kinerja_desktop.store.queries.pengukuran import list_realisasi
from kinerja_desktop.store.queries.pengumpulan import list_formulir, list_penerimaan
from kinerja_desktop.store.queries.rows import list_columns
from kinerja_desktop.store.records import PenerimaanFormulir, Realisasi, RealisasiAnggaran

_FIELDS = {item.name: item for item in (*ISIAN, RUPIAH)}
#: What tells what is asked, as `IndikatorDitanya.makna` has it, by the columns of an indicator.
_MAKNA = (
    "uraian", "definisi_operasional", "formula", "pembilang", "penyebut", "satuan", "akumulasi",
)  # fmt: skip


class Present:
    """The state that a handful of forms is held against, read once."""

    def __init__(
        self,
        entries: Mapping[tuple[Periode, str], Realisasi],
        spent: Mapping[tuple[int, str], RealisasiAnggaran],
        received: Mapping[tuple[Periode, str], Sequence[PenerimaanFormulir]],
        makna: Mapping[str, tuple[str, ...]],
        lines: Collection[str],
        bahan: Mapping[tuple[int, str], BahanUkur],
    ) -> None:
        self._entries = entries
        self._spent = spent
        self._received = received
        self._makna = makna
        self._lines = lines
        self._bahan = bahan
        self._moved: dict[str, dict[str, str]] = {}

    def values(self, lembar: LembarFormulir, answer: JawabanBaris) -> dict[str, Any]:
        """Return what stands in a row's cells, by field; blank ones are left out."""
        if answer.is_rupiah:
            row = self._spent.get((lembar.periode.tahun, answer.id))
            amount = getattr(row, f"tw{lembar.periode.triwulan}") if row else None
            return {} if amount is None else {RUPIAH.name: amount}
        entry = self._entries.get((lembar.periode, answer.id))
        found = {item.name: getattr(entry, item.name) for item in ISIAN} if entry else {}
        return {name: value for name, value in found.items() if value not in (None, "")}

    def is_filled(self, lembar: LembarFormulir, answer: JawabanBaris) -> bool:
        """Tell whether the figure that was asked for is known."""
        now = self.values(lembar, answer)
        return "nilai" in now or RUPIAH.name in now or {"pembilang", "penyebut"} <= now.keys()

    def find_odd(self, lembar: LembarFormulir, answer: JawabanBaris) -> list[str]:
        """Return what is odd about an answered figure (`domain/capaian/kewajaran.py`)."""
        if answer.is_rupiah:
            return list(_check_rupiah(lembar, answer))
        bahan = self._bahan.get((lembar.periode.tahun, answer.id))
        if bahan is None:
            return []
        return check_kewajaran(bahan, lembar.periode.triwulan, answer.nilai.get("nilai"))

    def is_known(self, lembar: LembarFormulir, answer: JawabanBaris) -> bool:
        """Tell whether the indicator is in force in the period, or the budget line there."""
        if answer.is_rupiah:
            return answer.id in self._lines
        return (lembar.periode.tahun, answer.id) in self._bahan

    def received(self, lembar: LembarFormulir) -> Sequence[PenerimaanFormulir]:
        """Return what came back of a holder for a period, on whichever form."""
        return self._received.get((lembar.periode, fold(lembar.pemegang)), ())

    def attached(
        self, session: Session, lembar: LembarFormulir, answer: JawabanBaris
    ) -> frozenset[str]:
        """Return the SHA-256 of the evidence of a figure."""
        rows = list_bukti(session, UUID(answer.id), lembar.periode)
        return frozenset(row.sha256 for row in rows)

    def moved(self, lembar: LembarFormulir) -> Mapping[str, str]:
        """Return the rows whose meaning changed since the form was written, and how."""
        if lembar.id not in self._moved:
            found = {
                item.id: _describe_move(item, self._meaning(item.id, lembar.periode))
                for item in lembar.baris
            }
            self._moved[lembar.id] = {key: text for key, text in found.items() if text}
        return self._moved[lembar.id]

    def _meaning(self, key: str, periode: Periode) -> tuple[str, ...] | None:
        """Return what an indicator means now, as a form of a period would say it."""
        found = self._makna.get(key)
        return (*found[:-1], describe_cara(found[-1], periode)) if found else None

    def was_changed(self, lembar: LembarFormulir, answer: JawabanBaris, name: str) -> bool:
        """Tell whether a cell was changed since the form was written, and not by such a form."""
        now = self.values(lembar, answer).get(name)
        if now is None:
            return False
        field = _FIELDS[name]
        printed = _printed(lembar, answer, name)
        if printed and field.parse(printed, copied=True) == now:
            return False
        shown = field.format(now, copied=True)
        answers = (row.isi.get(answer.id, {}).get(name) for row in self.received(lembar))
        return shown not in answers


def read_present(session: Session, forms: Sequence[LembarFormulir]) -> Present:
    """Read what a handful of forms is held against."""
    entries: dict[tuple[Periode, str], Realisasi] = {}
    spent: dict[tuple[int, str], RealisasiAnggaran] = {}
    received: dict[tuple[Periode, str], list[PenerimaanFormulir]] = {}
    for periode in {form.periode for form in forms}:
        keys = {UUID(item.id) for form in forms if form.periode == periode for item in form.baris}
        for row in list_realisasi(session, list(keys), periode):
            entries[periode, str(row.indikator_id)] = row
        sent = {row.id: row for row in list_formulir(session, periode)}
        for back in list_penerimaan(session, sent.keys()):
            pemegang = fold(sent[back.formulir_id].pemegang)
            received.setdefault((periode, pemegang), []).append(back)
    for tahun in {form.periode.tahun for form in forms}:
        for line in list_spent(session, tahun):
            spent[tahun, str(line.mata_anggaran_id)] = line
    makna = {
        str(row[0]): tuple(row[1:]) for row in list_columns(session, "indikator", ["id", *_MAKNA])
    }
    lines = {str(row[0]) for row in list_columns(session, "mata_anggaran", ["id"])}
    bahan = {
        (tahun, item.id): item
        for tahun in {form.periode.tahun for form in forms}
        for item in load_all_bahan(session, tahun)
    }
    return Present(entries, spent, received, makna, lines, bahan)


def _printed(lembar: LembarFormulir, answer: JawabanBaris, name: str) -> str:
    if answer.is_rupiah:
        return next((line.terisi for line in lembar.rupiah if line.id == answer.id), "")
    row = next(item for item in lembar.baris if item.id == answer.id)
    return row.terisi.get(name, "")


def _describe_move(item: IndikatorDitanya, now: tuple[str, ...] | None) -> str:
    if now is None or _folded(item.makna) == _folded(now):
        return ""
    names = (
        "uraian",
        "definisi",
        "formula",
        "pembilang",
        "penyebut",
        "satuan",
        "perhitungan triwulan",
    )
    place, old = next(
        (place, old)
        for place, (old, new) in enumerate(zip(item.makna, now, strict=True))
        if fold(old) != fold(new)
    )
    return (
        f"{names[place]} indikator ini berubah sesudah formulir dikirim, dari "
        f"'{old or 'kosong'}' menjadi '{now[place] or 'kosong'}': pilih bila jawabannya masih "
        "berlaku"
    )


def _check_rupiah(lembar: LembarFormulir, answer: JawabanBaris) -> Iterator[str]:
    """What is odd about an amount: it is negative, or more than the whole year's ceiling."""
    amount = answer.nilai.get(RUPIAH.name)
    line = next(item for item in lembar.rupiah if item.id == answer.id)
    if amount is None:
        return
    if amount < 0:
        yield "Realisasi anggaran negatif: periksa, kecuali memang pengembalian."
    if line.pagu and amount > RUPIAH.parse(line.pagu):
        yield f"Realisasi anggaran lebih besar dari pagunya (Rp {line.pagu}): periksa."


def _folded(texts: Iterable[str]) -> list[str]:
    return [fold(text) for text in texts]
