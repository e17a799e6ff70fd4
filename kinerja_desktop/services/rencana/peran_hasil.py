"""Matriks Peran Hasil: what each official in post contributes to each result.

`docs/sakip.md` §3.3.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.laporan.peran_hasil import (
    PENANGGUNG_JAWAB,
    MatriksPeranHasil,
    PeranPejabat,
    is_named,
)
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja, SimpulKinerja
from kinerja_desktop.domain.sections.pejabat import PERAN
from kinerja_desktop.services.kantor.identitas import name_post
from kinerja_desktop.services.rencana.pohon import find_supports, gather_pohon, top_of
from kinerja_desktop.store.queries.anggaran import list_mata_anggaran
from kinerja_desktop.store.queries.bahan import list_indikator
from kinerja_desktop.store.queries.pejabat import list_in_post, load_units
from kinerja_desktop.store.records import Indikator, Pejabat, Penempatan

_STAF, _SASARAN = "staf", "sasaran"
_ORDER = tuple(PERAN)
_Post = tuple[Penempatan, Pejabat]
#: What stands below a box, by its key.
_Rincian = Mapping[str, tuple[SimpulKinerja, ...]]


def gather_peran_hasil(session: Session, tahun: int, day: date) -> MatriksPeranHasil:
    """Return the officials in post on a day against the sasaran and the other programs of a year.

    An official contributes his IKI; without any there, the kinerja, programs and kegiatan that he
    answers for: those whose penanggung jawab is his jabatan, his name or his unit.

    Args:
        session: a reading session.
        tahun: the year.
        day: posts and pagu are those of this day.
    """
    pohon = gather_pohon(session, tahun, day)
    hasil = list_hasil(pohon)
    posts = sorted(list_in_post(session, day), key=lambda item: _ORDER.index(item[0].peran))
    heads = [post for post in posts if post[0].peran != _STAF] or posts
    units = load_units(session)
    rincian = {simpul.kunci: simpul.anak for simpul in pohon.semua if simpul.anak}
    iki = _Iki(session, tahun)
    return MatriksPeranHasil(
        pohon.skpd,
        tahun,
        tuple(simpul.kinerja for simpul in hasil),
        tuple(
            PeranPejabat(
                who.nama,
                name_post(post),
                _team(post, posts),
                tuple(
                    iki.of(who.id, simpul.kunci)
                    or _answered(_names(post, who, units), simpul, rincian)
                    for simpul in hasil
                ),
            )
            for post, who in heads
        ),
    )


def list_hasil(pohon: PohonKinerja) -> list[SimpulKinerja]:
    """Return what an office is to reach: every sasaran, and the programs that support none."""
    found = [simpul for simpul in pohon.semua if simpul.tingkat == _SASARAN and simpul.kunci]
    return [*found, *(simpul for simpul in pohon.lepasan if simpul.kunci)]


class _Iki:
    """Tells to which results the IKI of a year belong."""

    def __init__(self, session: Session, tahun: int) -> None:
        self._session, self._tahun = session, tahun
        self._lines = {row.id: row for row in list_mata_anggaran(session)}
        self._office = list_indikator(session, tahun)
        self._supports = find_supports(session, self._office, self._lines)
        self._by_id = {row.id: row for row in self._office}

    def of(self, pejabat_id: UUID, hasil: str) -> tuple[str, ...]:
        """Return the kinerja of an official that serves a result, each once."""
        rows = list_indikator(self._session, self._tahun, pejabat_id)
        words = (row.kinerja or row.uraian for row in rows if hasil in self._results(row))
        return tuple(dict.fromkeys(words))

    def _results(self, row: Indikator) -> set[str]:
        above = self._by_id.get(row.induk_id) if row.induk_id else None
        found = {key for item in (row, above) if item for key in self._keys(item)}
        return {str(key) for key in found}

    def _keys(self, row: Indikator) -> Iterator[UUID]:
        if row.sasaran_id:
            yield row.sasaran_id
        if row.mata_anggaran_id:
            program = top_of(row.mata_anggaran_id, self._lines)
            yield program
            yield from self._supports.get(program, ())


def _answered(names: Sequence[str], simpul: SimpulKinerja, rincian: _Rincian) -> tuple[str, ...]:
    """Return what is answered for below a result, the topmost of each branch."""
    if is_named(simpul.pemilik, names):
        return (PENANGGUNG_JAWAB,)
    return tuple(dict.fromkeys(_below(names, simpul, rincian)))


def _below(names: Sequence[str], simpul: SimpulKinerja, rincian: _Rincian) -> Iterator[str]:
    # A program of several sasaran has its kegiatan below the first of them, and serves each.
    for child in simpul.anak or rincian.get(simpul.kunci, ()):
        if is_named(child.pemilik, names):
            yield child.kinerja
        else:
            yield from _below(names, child, rincian)


def _names(post: Penempatan, who: Pejabat, units: Mapping[UUID, str]) -> tuple[str, ...]:
    unit = units.get(post.unit_kerja_id, "") if post.unit_kerja_id else ""
    return tuple(name for name in (post.jabatan, who.nama, unit) if name)


def _team(post: Penempatan, posts: Sequence[_Post]) -> tuple[str, ...]:
    """Return who works in the unit that an official heads."""
    if post.unit_kerja_id is None or post.peran == _STAF:
        return ()
    return tuple(
        who.nama
        for other, who in posts
        if other.peran == _STAF and other.unit_kerja_id == post.unit_kerja_id
    )
