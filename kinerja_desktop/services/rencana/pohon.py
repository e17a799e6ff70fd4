"""The cascading of an office, gathered once for Pohon Kinerja, matrices and LKjIP.

`docs/sakip.md` §3.3.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_nilai
from kinerja_desktop.domain.laporan.pohon_kinerja import (
    TINGKAT,
    IndikatorPohon,
    PohonKinerja,
    SimpulKinerja,
)
from kinerja_desktop.store.queries.anggaran import (
    list_dukungan,
    list_mata_anggaran,
    load_rincian,
    unit_of,
)
from kinerja_desktop.store.queries.bahan import list_indikator
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.renstra import (
    find_renstra,
    list_sasaran,
    list_tujuan,
    load_target,
)
from kinerja_desktop.store.records import Indikator, MataAnggaran, Sasaran, Tujuan

_LOOSE = "belum terhubung ke tujuan, sasaran, atau program"


def gather_pohon(session: Session, tahun: int, day: date) -> PohonKinerja:
    """Return what brings about what in a year.

    A program stands below every sasaran that it supports, also in a year in which it has no pagu;
    its kegiatan stand at the first place only, which the others name. What is connected with
    nothing above it stands at the end, never left out.

    Args:
        session: a reading session.
        tahun: whose targets are shown, and whose budget lines.
        day: pagu is the one in force on this day.
    """
    instansi = get_instansi(session)
    gathered = _Gathered(session, tahun, day)
    akar = tuple(gathered.tujuan(row) for row in gathered.list_tujuan())
    loose = tuple(gathered.rest())
    return PohonKinerja(f"Kecamatan {instansi.kecamatan}", tahun, (*akar, *loose), len(loose))


class _Gathered:
    """Hands out every row once; what nobody asked for is left for `rest`."""

    def __init__(self, session: Session, tahun: int, day: date) -> None:
        instansi = get_instansi(session)
        self._kecamatan = instansi.kecamatan
        self._targets: Mapping[UUID, Nilai | None] = load_target(session, tahun)
        renstra = find_renstra(session, tahun)
        self._tujuan = [
            row
            for row in list_tujuan(session)
            if renstra is None or row.periode_renstra_id == renstra.id
        ]
        self._sasaran = list_sasaran(session)
        self._indikator = list_indikator(session, tahun)
        self._lines = {row.id: row for row in list_mata_anggaran(session)}
        self._supports = find_supports(session, self._indikator, self._lines)
        self._used = self._find_used(session, tahun, day)
        #: The lines handed out, with the sasaran below which each has its rincian.
        self._done_lines: dict[UUID, str] = {}
        self._done_indikator: set[UUID] = set()

    def list_tujuan(self) -> list[Tujuan]:
        return self._tujuan

    def tujuan(self, row: Tujuan) -> SimpulKinerja:
        own = [item for item in self._indikator if parent_of(item) == row.id]
        below = tuple(self._below_tujuan(row))
        return self._simpul(
            "tujuan", row.uraian, own, f"Kecamatan {self._kecamatan}", below, str(row.id)
        )

    def _below_tujuan(self, row: Tujuan) -> Iterator[SimpulKinerja]:
        return (self._of_sasaran(item) for item in self._sasaran if item.tujuan_id == row.id)

    def _of_sasaran(self, row: Sasaran) -> SimpulKinerja:
        own = [item for item in self._indikator if parent_of(item) == row.id]
        programs = (line for line in self._roots() if row.id in self._supports.get(line.id, ()))
        below = tuple(self._of_line(line, row.uraian) for line in programs)
        # The Camat answers for the sasaran (`docs/sakip.md` §3.3).
        return self._simpul(
            "sasaran", row.uraian, own, f"Camat {self._kecamatan}", below, str(row.id)
        )

    def _of_line(self, row: MataAnggaran, sasaran: str = "") -> SimpulKinerja:
        kinerja = f"{row.kode} {row.nama}".strip()
        owner = unit_of(row, self._lines)
        if row.id in self._done_lines:
            note = f"rincian: lihat sasaran “{self._done_lines[row.id]}”"
            return SimpulKinerja(row.jenis, kinerja, pemilik=owner, catatan=note, kunci=str(row.id))
        self._done_lines[row.id] = sasaran
        own = [item for item in self._indikator if parent_of(item) == row.id]
        below = tuple(self._of_line(child, sasaran) for child in self._children(row.id))
        return self._simpul(row.jenis, kinerja, own, owner, below, str(row.id))

    def rest(self) -> Iterator[SimpulKinerja]:
        """Yield what hangs on nothing: programs without a sasaran, indicators without a place."""
        for line in self._roots():
            if line.id not in self._done_lines:
                yield self._of_line(line)
        left = [row for row in self._indikator if row.id not in self._done_indikator]
        for tingkat in TINGKAT:
            rows = [row for row in left if row.level == tingkat]
            if rows:
                yield self._simpul(tingkat, f"Indikator yang {_LOOSE}", rows)

    def _simpul(
        self,
        tingkat: str,
        kinerja: str,
        rows: Iterable[Indikator],
        pemilik: str = "",
        anak: tuple[SimpulKinerja, ...] = (),
        kunci: str = "",
    ) -> SimpulKinerja:
        rows = list(rows)
        self._done_indikator |= {row.id for row in rows}
        owners = list(dict.fromkeys(row.penanggung_jawab for row in rows if row.penanggung_jawab))
        return SimpulKinerja(
            tingkat,
            kinerja,
            tuple(
                IndikatorPohon(row.uraian, row.satuan, angka_nilai(self._targets.get(row.id)))
                for row in rows
            ),
            _join(owners) or pemilik,
            anak,
            kunci=kunci,
        )

    def _roots(self) -> list[MataAnggaran]:
        return self._children(None)

    def _children(self, parent: UUID | None) -> list[MataAnggaran]:
        rows = (
            row
            for row in self._lines.values()
            if row.id in self._used
            and (row.induk_id if row.induk_id in self._lines else None) == parent
        )
        return sorted(rows, key=lambda row: order_kode(row.kode))

    def _find_used(self, session: Session, tahun: int, day: date) -> set[UUID]:
        """Return the lines that count in the year, and those above them.

        These have amounts or an indicator, or support a sasaran of the tree: a program whose pagu
        is not entered yet is a part of the cascading all the same.
        """
        own = {row.id for row in self._tujuan}
        shown = {row.id for row in self._sasaran if row.tujuan_id in own}
        found = {UUID(row.simpul.id) for row in load_rincian(session, Periode(tahun), day)}
        found |= {line for line, sasaran in self._supports.items() if sasaran & shown}
        found |= {row.mata_anggaran_id for row in self._indikator if row.mata_anggaran_id}
        for key in list(found):
            above = self._lines[key].induk_id
            while above is not None and above not in found and above in self._lines:
                found.add(above)
                above = self._lines[above].induk_id
        return found


def _join(owners: Sequence[str]) -> str:
    """Return several penanggung jawab as one text; the degrees of a name keep their commas."""
    return ("; " if any("," in owner for owner in owners) else ", ").join(owners)


def find_supports(
    session: Session, indikator: Sequence[Indikator], lines: Mapping[UUID, MataAnggaran]
) -> dict[UUID, set[UUID]]:
    """Return the sasaran of each program: as linked, and those of its indicators' induk."""
    supports: dict[UUID, set[UUID]] = {}
    for link in list_dukungan(session):
        supports.setdefault(link.mata_anggaran_id, set()).add(link.sasaran_id)
    by_id = {row.id: row for row in indikator}
    for row in indikator:
        above = by_id.get(row.induk_id) if row.induk_id else None
        line = row.mata_anggaran_id
        if above is not None and above.sasaran_id and line:
            supports.setdefault(top_of(line, lines), set()).add(above.sasaran_id)
    return supports


def parent_of(row: Indikator) -> UUID | None:
    """Return which tujuan, sasaran or budget line an indicator measures, as its level says."""
    by_level = {"tujuan": row.tujuan_id, "sasaran": row.sasaran_id}
    own = by_level.get(row.level, row.mata_anggaran_id)
    return own or row.mata_anggaran_id or row.sasaran_id or row.tujuan_id


def top_of(key: UUID, lines: Mapping[UUID, MataAnggaran]) -> UUID:
    """Return the program above a budget line, itself when nothing is."""
    seen: set[UUID] = set()
    while (above := lines[key].induk_id) in lines and key not in seen:
        seen.add(key)
        assert above is not None
        key = above
    return key
