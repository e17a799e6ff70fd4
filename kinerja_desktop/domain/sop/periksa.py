"""Does an SOP hang together: can every step be reached, and does each lead somewhere?"""

from collections import Counter

from kinerja_desktop.domain.sop.langkah import Langkah
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.errors import Problem


def check_sop(sop: Sop, file: str = "") -> list[Problem]:
    """Return all that keeps an SOP from being followed, and warnings for what looks wrong.

    The steps follow each other by `sequence`; only a decision can go back. So the first step
    must be the start, the last one the end, and no other step may be either.
    """
    found = [*_check_order(sop), *_check_peran(sop)]
    for langkah in sop.langkah:
        found += _check_langkah(sop, langkah)
    found += _check_repeats(sop)
    return [
        Problem(f"SOP {sop.id}: {message}", file, is_warning=is_warning)
        for message, is_warning in found
    ]


_Found = list[tuple[str, bool]]


def _check_order(sop: Sop) -> _Found:
    if not sop.langkah:
        return [("tidak ada langkah sama sekali", False)]
    found: _Found = []
    order = [langkah.sequence for langkah in sop.langkah]
    found += [
        (f"urutan {sequence} dipakai {count} langkah", False)
        for sequence, count in Counter(order).items()
        if count > 1
    ]
    if sorted(set(order)) != list(range(1, len(set(order)) + 1)):
        found.append(("urutan langkah harus 1, 2, 3 dan seterusnya tanpa lompatan", False))
    elif order != sorted(order):
        found.append(("langkah tidak tersusun menurut urutannya", False))
    first, *_, last = (*sop.langkah[:1], *sop.langkah[-1:])
    if not first.is_start:
        found.append((f"langkah {first.sequence} tidak ditandai sebagai awal", False))
    if not last.is_end:
        found.append((f"langkah {last.sequence} tidak menuju ke mana pun dan bukan akhir", False))
    found += [
        (f"langkah {step.sequence} tidak terjangkau: langkah {before.sequence} adalah akhir", False)
        for before, step in zip(sop.langkah, sop.langkah[1:], strict=False)
        if before.is_end
    ]
    found += [
        (f"langkah {step.sequence} ditandai awal, padahal bukan yang pertama", False)
        for step in sop.langkah[1:]
        if step.is_start
    ]
    return found


def _check_peran(sop: Sop) -> _Found:
    found: _Found = [
        (f"peran {kode} tertulis {count} kali", False)
        for kode, count in Counter(peran.kode for peran in sop.peran).items()
        if count > 1
    ]
    used = {p.peran for langkah in sop.langkah for p in langkah.peran}
    found += [
        (f"kolom {peran.nama} tidak dipakai oleh langkah mana pun", True)
        for peran in sop.kolom
        if peran.kode not in used
    ]
    return found


def _check_langkah(sop: Sop, langkah: Langkah) -> _Found:
    found: _Found = []
    where = f"langkah {langkah.sequence}"
    columns = {peran.kode: peran.has_kolom for peran in sop.peran}
    found += [
        (f"{where}: peran {p.peran} tidak dikenal", False)
        for p in langkah.peran
        if p.peran not in columns
    ]
    if not langkah.pelaksana:
        found.append((f"{where} tidak punya pelaksana", False))
    elif not columns.get(langkah.pelaksana[0], True):
        found.append((f"{where}: pelaksana utamanya tidak punya kolom", False))
    if langkah.waktu.nilai < 0:
        found.append((f"{where}: waktu tidak boleh negatif", False))
    target = langkah.kembali_ke
    if target is not None and target not in {other.sequence for other in sop.langkah}:
        found.append((f"{where} kembali ke langkah {target} yang tidak ada", False))
    elif target is not None and target >= langkah.sequence:
        found.append((f"{where} harus kembali ke langkah sebelumnya, bukan {target}", False))
    if not langkah.uraian.tercetak:
        found.append((f"{where} tidak punya uraian", True))
    return found


def _check_repeats(sop: Sop) -> _Found:
    """Name printed numbers and whole sentences that stand twice; they are kept as they are."""
    numbers = Counter(langkah.no_tercetak for langkah in sop.langkah)
    found: _Found = [
        (f"nomor {no} tercetak {count} kali", True) for no, count in numbers.items() if count > 1
    ]
    found += [
        (f"langkah {before.sequence} dan {step.sequence} berbunyi sama", True)
        for before, step in zip(sop.langkah, sop.langkah[1:], strict=False)
        if before.uraian.tercetak and before.uraian.tercetak == step.uraian.tercetak
    ]
    return found
