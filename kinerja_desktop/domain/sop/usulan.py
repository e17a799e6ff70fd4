"""Proposed readings of an SOP: listed, and accepted one by one (`docs/sakip.md` §8.3).

Nothing is renumbered, filled or corrected by itself. Accepting a usulan makes a new version of
the SOP and a line in its log; the words of the source stay. A place is named by its `kunci`, the
way to it through the fields of `Sop`, such as ``identitas/tanggal_revisi``, ``langkah/5/output``
or ``dasar_hukum/butir/1/isi``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.langkah import Keputusan, Keterlibatan, Langkah, Peran
from kinerja_desktop.domain.sop.model import Penerimaan, Sop
from kinerja_desktop.domain.sop.periksa import check_sop
from kinerja_desktop.errors import KinerjaError

_LABELS = {
    "identitas": "Identitas", "nama_sop": "Nama SOP", "perangkat_daerah": "Perangkat daerah",
    "nomor_sop": "Nomor SOP", "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi", "tanggal_efektif": "Tanggal efektif",
    "tanggal_pengesahan": "Tanggal pengesahan",
    "disahkan_oleh_jabatan": "Jabatan yang mengesahkan",
    "disahkan_oleh_nama": "Nama yang mengesahkan", "disahkan_oleh_nip": "NIP yang mengesahkan",
    "dasar_hukum": "Dasar hukum", "kualifikasi": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan", "peralatan": "Peralatan dan perlengkapan",
    "peringatan": "Peringatan", "pencatatan": "Pencatatan dan pendataan",
    "kepala_tabel": "Kepala tabel", "mutu_baku": "Mutu baku", "peran": "Pelaksana",
    "keputusan": "Keputusan", "langkah": "Langkah", "no": "Nomor", "uraian": "Uraian",
    "kelengkapan": "Kelengkapan", "output": "Output", "tanda_tangan": "Tanda tangan",
    "jabatan": "Jabatan", "nama": "Nama", "nip": "NIP", "judul": "Judul",
}  # fmt: skip
# Parts of a kunci that tell a clerk nothing.
_SILENT = {"butir", "isi"}


@dataclass(frozen=True)
class Usulan:
    """A proposed reading of one place.

    Attributes:
        kunci: the place.
        label: the place in words, such as "Langkah 5 · Output".
        tercetak: the words of the source; empty when the source has none.
        usulan: the proposed words; None when the office must decide itself.
        alasan: why.
    """

    kunci: str
    label: str
    tercetak: str
    usulan: str | None
    alasan: str


def list_usulan(sop: Sop) -> list[Usulan]:
    """Return all usulan that the office has not yet accepted, in the order of the form."""
    return [usulan for usulan, is_open, _ in _list_places(sop) if is_open]


def accept_usulan(sop: Sop, usulan: Usulan, oleh: str, tanggal: date) -> Sop:
    """Return the next version of the SOP, in which the words of `usulan` are accepted.

    Words other than the proposed ones are allowed: ``replace(usulan, usulan="…")``. The returning
    step of a decision is accepted as its number; peran can only be confirmed as they are.

    Raises:
        KinerjaError: there is no such place or no words, or the words do not fit there.
    """
    words = (usulan.usulan or "").strip()
    if not words:
        raise KinerjaError(
            f"{usulan.label}: bacaan yang diterima masih kosong.",
            "Ketik bacaan yang benar, lalu terima lagi.",
        )
    found = {item.kunci: (item, put) for item, _, put in _list_places(sop)}
    if usulan.kunci not in found or found[usulan.kunci][0].tercetak != usulan.tercetak:
        raise KinerjaError(
            f"{usulan.label}: isian ini tidak ada lagi pada SOP versi {sop.versi}.",
            "Buka ulang daftar usulan.",
        )
    item, put = found[usulan.kunci]
    entry = Penerimaan(sop.versi + 1, item.kunci, item.tercetak, words, oleh, tanggal)
    changed: Sop = put(words)
    for problem in check_sop(changed):
        if not problem.is_warning:
            raise KinerjaError(f"{usulan.label}: {problem}.", "Tulis nomor urut langkah yang lain.")
    return replace(changed, versi=entry.versi, penerimaan=(*sop.penerimaan, entry))


# Every place comes with a function that puts accepted words there and returns the whole SOP.
_Put = Callable[[Any], Any]
_Place = tuple[Usulan, bool, _Put]


def _list_places(sop: Sop) -> Iterator[_Place]:
    names = {peran.kode: peran.nama for peran in sop.peran}
    yield from _peran_place(sop)
    for kunci, value, put in _walk(sop, "", lambda changed: changed):
        match value:
            case Isian():
                yield _isian_place(value, kunci, put)
            case Keputusan():
                yield _keputusan_place(value, kunci, put)
            case Langkah():
                yield from _peran_langkah_place(value, kunci, put, names)


def _walk(value: Any, kunci: str, put: _Put) -> Iterator[tuple[str, Any, _Put]]:
    """Visit `value` and all below it; `put` makes the whole SOP from a changed value."""
    yield kunci, value, put
    if isinstance(value, tuple):
        for n, item in enumerate(value, 1):
            yield from _walk(item, f"{kunci}/{n}", _put_item(value, n, put))
    elif is_dataclass(value) and not isinstance(value, Isian | Keputusan):
        for field in fields(value):
            way = f"{kunci}/{field.name}".removeprefix("/")
            yield from _walk(getattr(value, field.name), way, _put_field(value, field.name, put))


def _put_item(items: tuple[Any, ...], n: int, put: _Put) -> _Put:
    return lambda item: put((*items[: n - 1], item, *items[n:]))


def _put_field(owner: Any, name: str, put: _Put) -> _Put:
    return lambda value: put(replace(owner, **{name: value}))


def _isian_place(isian: Isian, kunci: str, put: _Put) -> _Place:
    usulan = Usulan(kunci, describe_kunci(kunci), isian.tercetak or "", isian.usulan, isian.alasan)
    return usulan, isian.is_terbuka, lambda words: put(replace(isian, diterima=words))


def _keputusan_place(keputusan: Keputusan, kunci: str, put: _Put) -> _Place:
    why = (
        "sumber tidak menyebut cabang; setuju atau dikembalikan disimpulkan dari uraian"
        if keputusan.disimpulkan
        else "sumber tidak menyebut langkah tujuan pengembalian"
    )
    usulan = Usulan(kunci, describe_kunci(kunci), "", str(keputusan.kembali_ke), why)

    def accept(words: str) -> Any:
        if not words.isdecimal():
            raise KinerjaError(
                f"{usulan.label}: '{words}' bukan nomor urut langkah.",
                "Tulis nomor urut langkah tujuan pengembalian, misalnya 5.",
            )
        return put(replace(keputusan, kembali_ke=int(words), dikonfirmasi=True))

    return usulan, keputusan.is_terbuka, accept


def _peran_place(sop: Sop) -> Iterator[_Place]:
    """Find the heads of the columns, when the source does not show them."""
    guessed = [peran for peran in sop.kolom if peran.disimpulkan]
    if guessed:
        names = "; ".join(peran.nama for peran in guessed)
        usulan = Usulan("peran", "Kolom pelaksana", "", names, sop.catatan_peran)
        confirmed: tuple[Peran, ...] = tuple(
            replace(peran, dikonfirmasi=True) if peran.has_kolom else peran for peran in sop.peran
        )
        is_open = any(not peran.dikonfirmasi for peran in guessed)
        yield usulan, is_open, _confirm(usulan, replace(sop, peran=confirmed))


def _peran_langkah_place(
    langkah: Langkah, kunci: str, put: _Put, names: dict[str, str]
) -> Iterator[_Place]:
    """Find who takes part in a step, when its columns are empty in the source."""
    if any(p.disimpulkan for p in langkah.peran):
        parts = "; ".join(
            names[p.peran] + ("" if p.sebagai is Keterlibatan.PELAKSANA else f" ({p.sebagai})")
            for p in langkah.peran
        )
        way = f"{kunci}/peran"
        usulan = Usulan(way, describe_kunci(way), "", parts, langkah.dasar_peran)
        confirmed = tuple(replace(p, dikonfirmasi=True) for p in langkah.peran)
        is_open = any(p.is_terbuka for p in langkah.peran)
        yield usulan, is_open, _confirm(usulan, put(replace(langkah, peran=confirmed)))


def _confirm(usulan: Usulan, confirmed: Any) -> _Put:
    def accept(words: str) -> Any:
        if words != usulan.usulan:
            raise KinerjaError(
                f"{usulan.label}: pelaksana hanya dapat dikonfirmasi seperti yang diusulkan.",
                "Untuk mengganti pelaksana, ubah salinan SOP kantor Anda.",
            )
        return confirmed

    return accept


def describe_kunci(kunci: str) -> str:
    """Put the key of a place into words: ``langkah/5/output`` is "Langkah 5 · Output"."""
    words: list[str] = []
    for part in kunci.split("/"):
        if part in _SILENT:
            continue
        if part.isdecimal():
            words[-1] += f" {part}"
        else:
            words.append(_LABELS.get(part, part.replace("_", " ").capitalize()))
    return " · ".join(words)
