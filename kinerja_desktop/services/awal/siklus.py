"""What the office has to do next, from its first data to the first package (`domain.siklus`)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilPengukuran
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.domain.siklus import HitunganSiklus, Siklus, Tahap, list_siklus
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.komentar import CATATAN
from kinerja_desktop.store.queries import siklus as queries
from kinerja_desktop.store.queries.anggaran import (
    list_dukungan,
    list_mata_anggaran,
    list_pagu,
    list_realisasi,
)
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.queries.lampiran import MILIK_TERTANDA, list_owners
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.queries.pengukuran import find_final
from kinerja_desktop.store.queries.perjanjian import list_perjanjian
from kinerja_desktop.store.queries.renstra import find_renstra
from kinerja_desktop.store.records import Pagu, RealisasiAnggaran

#: What letterhead and signatures must have beside the names that the wizard requires, by its word.
_IDENTITAS = {"alamat": "alamat kantor", "tempat": "tempat tanda tangan", "bupati": "nama Bupati"}
_CAMAT = {"nip": "NIP Camat", "pangkat": "pangkat Camat"}

#: Asks the page Anggaran for what was spent, where it is missing.
REALISASI_ANGGARAN = "realisasi_anggaran"
#: The page of each step, and the tab that is always right.
_PLACES: dict[Tahap, tuple[str, Any]] = {
    Tahap.IDENTITAS: ("pengaturan", "instansi"),
    Tahap.RENSTRA: ("renstra", "periode_renstra"),
    Tahap.IKU: ("renstra", "indikator"),
    Tahap.TARGET: ("renstra", "target_tahunan"),
    Tahap.PERJANJIAN: ("perjanjian", None),
    Tahap.RENCANA_AKSI: ("rencana_aksi", None),
    Tahap.PAGU: ("anggaran", "pagu"),
    Tahap.REALISASI: ("pengukuran", None),
    Tahap.FINAL: ("pengukuran", None),
    Tahap.CETAK: ("dokumen", None),
    Tahap.KIRIM: ("kirim", None),
}


@dataclass(frozen=True)
class PanduanSiklus:
    """The list as Beranda shows it.

    Attributes:
        siklus: the steps.
        periode: of which year or triwulan.
        tempat: the page and what it should show, by step.
        is_finished: the office has sent a package before: it knows the way.
    """

    siklus: Siklus
    periode: Periode
    tempat: dict[Tahap, tuple[str, Any]]
    is_finished: bool

    def find_tempat(self, tahap: Tahap) -> tuple[str, Any]:
        """Return the page of a step, and what it should show."""
        if tahap is not Tahap.CETAK:
            return self.tempat[tahap]
        # The registry of documents is not loaded for the first page.
        from kinerja_desktop.services.kantor.dokumen import Permintaan
        from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN

        return self.tempat[tahap][0], Permintaan(PENGUKURAN.kunci, self.periode)


def read_siklus(
    office: Office, periode: Periode, hasil: HasilPengukuran, peringatan: int, berubah: int = 0
) -> PanduanSiklus:
    """Count what is missing of a period, and say where it is filled in.

    Args:
        office: the open office.
        periode: the year or triwulan.
        hasil: the period as it was just measured.
        peringatan: how many warnings stand before its final.
        berubah: how many things have changed since it is final.
    """
    blank = [
        item for item in _indikator(hasil) if item.utama.capaian.keadaan is Keadaan.BELUM_DIISI
    ]
    with office.journal.reading() as session:
        counted = _count(session, office, periode, hasil, len(blank), peringatan)
        hitungan = replace(counted, berubah=berubah)
        finished = queries.has_kiriman(session)
    places = _find_places(periode, hitungan)
    untold = next((item for item in _indikator(hasil) if item.lacks_story), None)
    if untold is not None and not hitungan.is_final:
        told = TempatIndikator(periode, UUID(untold.bahan.id), is_narasi=True)
        places[Tahap.FINAL] = ("pengukuran", told)
    if blank and not hitungan.is_final:
        place = TempatIndikator(periode, UUID(blank[0].bahan.id), None)
        places[Tahap.REALISASI] = ("pengukuran", place)
    return PanduanSiklus(list_siklus(hitungan), periode, places, finished)


def _indikator(hasil: HasilPengukuran) -> list[HasilIndikator]:
    return [item for sasaran in hasil.sasaran for item in sasaran.indikator]


def _count(
    session: Session,
    office: Office,
    periode: Periode,
    hasil: HasilPengukuran,
    tanpa_realisasi: int,
    peringatan: int,
) -> HitunganSiklus:
    today, tahun = office.today(), periode.tahun
    instansi, renstra = find_instansi(session), find_renstra(session, tahun)
    bahan = [item.bahan for item in _indikator(hasil)]
    tujuan, sasaran = queries.list_plan(session, renstra.id) if renstra else ([], [])
    about = queries.list_sasaran_with_indikator(session, tahun)
    perjanjian = list_perjanjian(session, tahun)
    leaves = _list_leaves(session)
    berpagu = leaves & {row.mata_anggaran_id for row in list_pagu(session, tahun) if _has_pagu(row)}
    spent = {
        row.mata_anggaran_id
        for row in list_realisasi(session, tahun)
        if _is_spent(row, periode, today)
    }
    final = find_final(session, periode, None)
    camat = find_by_peran(session, "camat", today)
    return HitunganSiklus(
        label=periode.label,
        identitas_kosong=(
            *_find_blank(instansi, _IDENTITAS),
            *(_find_blank(camat, _CAMAT) if camat else ()),
        ),
        has_camat=camat is not None,
        has_renstra=renstra is not None,
        tujuan=len(tujuan),
        sasaran=len(sasaran),
        sasaran_tanpa_iku=len([key for key in sasaran if key not in about]),
        iku=len(bahan),
        tanpa_target=len([item for item in bahan if item.target is None]),
        perjanjian=len(perjanjian),
        ditandatangani=len([row for row in perjanjian if row.ditandatangani]),
        tanpa_rencana=len([i for i in bahan if not _has_any(i.target_triwulan.values())]),
        rincian=len(leaves),
        berpagu=len(berpagu),
        has_dukungan=bool(list_dukungan(session)),
        tanpa_realisasi=tanpa_realisasi,
        tanpa_serapan=len(berpagu - spent),
        peringatan=peringatan,
        is_berakhir=periode.last_day < today,
        is_final=final is not None,
        is_signed=final is not None and final.id in list_owners(session, MILIK_TERTANDA),
        is_sent=final is not None and queries.has_kiriman(session, periode, final.kode),
        is_received=final is not None
        and queries.has_kiriman(session, periode, final.kode, is_received=True),
    )


def _find_blank(row: object | None, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the words of what is not filled in."""
    yield from (word for name, word in names.items() if not getattr(row, name, ""))


def _list_leaves(session: Session) -> set[UUID]:
    rows = list_mata_anggaran(session)
    return {row.id for row in rows} - {row.induk_id for row in rows if row.induk_id}


def _has_pagu(row: Pagu) -> bool:
    return row.murni is not None or row.perubahan is not None


def _is_spent(row: RealisasiAnggaran, periode: Periode, today: date) -> bool:
    """Tell whether a period's spending is entered: of a year its sum, or the last triwulan so far.

    Where the triwulan are entered the sum is theirs, and cannot be typed before the year is over.
    """
    by_triwulan = (row.tw1, row.tw2, row.tw3, row.tw4)
    if periode.triwulan is not None:
        return by_triwulan[periode.triwulan - 1] is not None
    over = [tw for tw in TRIWULAN if Periode(periode.tahun, tw).last_day < today]
    return row.tahunan is not None or by_triwulan[(over or TRIWULAN)[-1] - 1] is not None


def _has_any(values: Iterable[Nilai | None]) -> bool:
    return any(value is not None for value in values)


def _find_places(periode: Periode, h: HitunganSiklus) -> dict[Tahap, tuple[str, Any]]:
    """Return where each step is done: the very tab that lacks something."""
    places = dict(_PLACES)
    if not set(h.identitas_kosong) & set(_IDENTITAS.values()):
        places[Tahap.IDENTITAS] = ("pengaturan", "pejabat" if h.has_camat else "penempatan")
    if h.has_renstra:
        places[Tahap.RENSTRA] = ("renstra", "sasaran" if h.tujuan else "tujuan")
    if not h.rincian:
        places[Tahap.PAGU] = ("anggaran", "mata_anggaran")
    elif h.berpagu:
        places[Tahap.PAGU] = ("anggaran", "program_sasaran")
    places[Tahap.REALISASI] = places[Tahap.FINAL] = ("pengukuran", periode)
    if h.tanpa_serapan and not h.tanpa_realisasi:
        places[Tahap.REALISASI] = ("anggaran", REALISASI_ANGGARAN)
    # What was sent waits for its receipt only, which is noted in the log.
    places[Tahap.KIRIM] = ("kirim", CATATAN if h.is_sent else periode)
    return places
