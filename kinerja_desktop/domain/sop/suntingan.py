"""Editing the office's own copy of an SOP: its steps changed, added, removed and moved.

The words of the source stay in `Isian.tercetak`; other words stand beside them as accepted
(`docs/sakip.md` §8.3). A step that the office added itself has no source: its own words are the
printed ones. Printed numbers are never renumbered; only `sequence` follows the order, and the
returns follow the step that they lead to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.langkah import (
    Keputusan,
    Keterlibatan,
    Langkah,
    PeranLangkah,
    Satuan,
    Tindakan,
    Waktu,
)
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.errors import KinerjaError

#: `Langkah.catatan_sumber` of a step that does not stand in the source.
DITAMBAHKAN = "Ditambahkan oleh kantor; tidak ada pada naskah sumber."


@dataclass(frozen=True)
class Suntingan:
    """What a clerk can change of a step.

    Attributes:
        no: the printed number.
        peran: kode of the peran and their part, the main pelaksana first.
        waktu: how many `satuan` the step may take.
        kembali_ke: sequence of the step that a *Tidak* goes back to; None for no decision.
        tindakan: what in the program does it; None leaves it as it is.
    """

    no: str
    uraian: str
    kelengkapan: str
    output: str
    keterangan: str
    peran: tuple[tuple[str, Keterlibatan], ...]
    waktu: int
    satuan: Satuan
    kembali_ke: int | None = None
    tindakan: Tindakan | None = None


def suntingan_of(langkah: Langkah) -> Suntingan:
    """Return a step as it can be edited: the accepted words where there are any."""
    return Suntingan(
        no=_words(langkah.no),
        uraian=_words(langkah.uraian),
        kelengkapan=_words(langkah.kelengkapan),
        output=_words(langkah.output),
        keterangan=langkah.keterangan,
        peran=tuple((part.peran, part.sebagai) for part in langkah.peran),
        waktu=langkah.waktu.nilai,
        satuan=langkah.waktu.satuan,
        kembali_ke=langkah.kembali_ke,
        tindakan=langkah.tindakan,
    )


def edit_langkah(sop: Sop, sequence: int, baru: Suntingan) -> Sop:
    """Return the SOP with one step changed; what stays the same keeps its usulan and marks."""
    old = sop.get_langkah(sequence)
    is_ours = sop.is_kantor or old.catatan_sumber == DITAMBAHKAN
    edited = replace(
        old,
        no=old.no if sop.is_kantor else _edit(old.no, baru.no, is_ours=is_ours),
        uraian=_edit(old.uraian, baru.uraian, is_ours=is_ours),
        kelengkapan=_edit(old.kelengkapan, baru.kelengkapan, is_ours=is_ours),
        output=_edit(old.output, baru.output, is_ours=is_ours),
        keterangan=baru.keterangan.strip(),
        peran=_edit_peran(old.peran, baru.peran),
        waktu=_edit_waktu(old.waktu, baru),
        keputusan=_edit_keputusan(old.keputusan, baru.kembali_ke),
        tindakan=old.tindakan if baru.tindakan is None else baru.tindakan,
    )
    return replace(sop, langkah=tuple(edited if step is old else step for step in sop.langkah))


def add_langkah(sop: Sop, after: int, baru: Suntingan) -> Sop:
    """Return the SOP with a new step behind the one with sequence `after`; 0 for the first."""
    empty = Langkah(
        sequence=0, no=Isian(), uraian=Isian(), peran=(), waktu=Waktu("", 0, baru.satuan),
        kelengkapan=Isian(), output=Isian(), catatan_sumber="" if sop.is_kantor else DITAMBAHKAN,
    )  # fmt: skip
    steps = (*sop.langkah[:after], empty, *sop.langkah[after:])
    changed = _renumber(sop, steps)
    target = baru.kembali_ke
    if target is not None and target > after:
        target += 1
    return edit_langkah(changed, after + 1, replace(baru, kembali_ke=target))


def duplicate_langkah(sop: Sop, sequence: int) -> Sop:
    """Return the SOP with a step once more, right behind itself."""
    return add_langkah(sop, sequence, suntingan_of(sop.get_langkah(sequence)))


def remove_langkah(sop: Sop, sequence: int) -> Sop:
    """Return the SOP without a step.

    Raises:
        KinerjaError: it is the only one, or a decision goes back to it.
    """
    if len(sop.langkah) == 1:
        raise KinerjaError("SOP harus punya paling sedikit satu langkah.", "Tambah langkah dulu.")
    coming = [step.sequence for step in sop.langkah if step.kembali_ke == sequence]
    if coming:
        raise KinerjaError(
            f"Keputusan langkah {coming[0]} kembali ke langkah {sequence}.",
            "Ubah dulu ke mana langkah itu dikembalikan.",
        )
    return _renumber(sop, [step for step in sop.langkah if step.sequence != sequence])


def move_langkah(sop: Sop, sequence: int, by: int) -> Sop:
    """Return the SOP with a step `by` places further down (negative: up).

    Raises:
        KinerjaError: there is no such place.
    """
    place = sequence - 1 + by
    if not 0 <= place < len(sop.langkah):
        raise KinerjaError(
            f"Langkah {sequence} sudah di {'awal' if by < 0 else 'akhir'}.", "Pilih langkah lain."
        )
    steps = [step for step in sop.langkah if step.sequence != sequence]
    steps.insert(place, sop.get_langkah(sequence))
    return _renumber(sop, steps)


def _renumber(sop: Sop, steps: Sequence[Langkah]) -> Sop:
    """Count the steps again; start, end and returns follow."""
    new = {step.sequence: n for n, step in enumerate(steps, 1)}
    last = len(steps)
    return replace(
        sop,
        langkah=tuple(
            replace(
                step,
                sequence=n,
                # Where the office numbers its own steps, the printed number follows.
                no=Isian(str(n)) if sop.is_kantor else step.no,
                is_start=n == 1,
                is_end=n == last,
                keputusan=step.keputusan
                and replace(step.keputusan, kembali_ke=new[step.keputusan.kembali_ke]),
            )
            for n, step in enumerate(steps, 1)
        ),
    )


def _words(isian: Isian) -> str:
    return isian.tercetak or "" if isian.diterima is None else isian.diterima


def _edit(isian: Isian, words: str, *, is_ours: bool) -> Isian:
    words = words.strip()
    if words == _words(isian).strip():
        return isian
    if is_ours:
        return Isian(words)
    return replace(isian, diterima=words)


def _edit_waktu(old: Waktu, baru: Suntingan) -> Waktu:
    if (baru.waktu, baru.satuan) == (old.nilai, old.satuan) and old.teks:
        return old
    return Waktu(f"{baru.waktu} {baru.satuan}", baru.waktu, baru.satuan)


def _edit_peran(
    old: tuple[PeranLangkah, ...], baru: tuple[tuple[str, Keterlibatan], ...]
) -> tuple[PeranLangkah, ...]:
    if tuple((part.peran, part.sebagai) for part in old) == baru:
        return old
    return tuple(PeranLangkah(kode, sebagai) for kode, sebagai in baru)


def _edit_keputusan(old: Keputusan | None, kembali_ke: int | None) -> Keputusan | None:
    if kembali_ke == (old.kembali_ke if old else None):
        return old
    return None if kembali_ke is None else Keputusan(kembali_ke)
