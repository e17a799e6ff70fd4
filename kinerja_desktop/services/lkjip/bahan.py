"""Gather what a year's LKjIP is made of, from what was signed where there is a signature."""

from datetime import date
from functools import cache
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.lke.nilai import find_predikat
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip, LheLkjip, RekomendasiLkjip, TahunUkur
from kinerja_desktop.domain.lkjip.kerangka import Kerangka, kerangka_from_data
from kinerja_desktop.domain.sections.lke import STATUS_REKOMENDASI
from kinerja_desktop.paths import read_json
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import thaw_final
from kinerja_desktop.store.queries.bahan import load_bahan, load_profil
from kinerja_desktop.store.queries.lke import list_lhe, list_rekomendasi
from kinerja_desktop.store.queries.lkjip import (
    load_belanja,
    load_belanja_tahun,
    load_foto,
    load_indikator,
    load_pejabat,
    load_renstra,
    load_sasaran,
)
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.queries.pengukuran import find_final

#: How many years before the report's own are compared with it.
TAHUN_BANDING = 4


def gather_bahan(office: Office, tahun: int, tanggal: date) -> BahanLkjip:
    """Copy everything that the report of a year says out of the office's data.

    A year whose Pengukuran Kinerja is final is told as it was signed, whatever has been entered
    since (`docs/architecture.md` §2.5).

    Args:
        office: the open office.
        tahun: year of the report.
        tanggal: date under which it is signed; signer and posts are chosen by it.

    Raises:
        KinerjaError: the office is not set up yet.
    """
    instansi = office.require_instansi()
    before = range(tahun - TAHUN_BANDING, tahun)
    with office.journal.reading() as session:
        measured = [read_measured(session, year) for year in before]
        budgets = [load_belanja_tahun(session, year) for year in before]
        now = read_measured(session, tahun)
        keys = [UUID(item.id) for item in now.bahan]
        return BahanLkjip(
            tahun=tahun,
            tanggal=tanggal,
            instansi=identify_instansi(instansi),
            tugas=instansi.tugas,
            fungsi=instansi.fungsi,
            camat=find_by_peran(session, "camat", tanggal),
            renstra=load_renstra(session, tahun),
            sasaran=tuple(load_sasaran(session, tahun, keys)),
            indikator=tuple(load_indikator(session, tahun)),
            ukur=(*measured, now),
            belanja=tuple(load_belanja(session, tahun, Periode(tahun).last_day)),
            belanja_lalu=tuple(row for row in budgets if row.pagu is not None),
            pejabat=tuple(load_pejabat(session, tanggal)),
            foto=tuple(load_foto(session, tahun)),
            kertas=instansi.kertas_laporan or "A4",
            lhe=_read_lhe(session, tahun - 1),
        )


def _read_lhe(session: Session, tahun: int) -> LheLkjip | None:
    """Return the latest LHE over a year's performance with what all of that year recommend."""
    rows = list_lhe(session, tahun)
    if not rows:
        return None
    last = rows[0]
    predikat = "" if last.nilai is None else find_predikat(last.nilai).kode
    return LheLkjip(
        tahun,
        last.nomor,
        last.tanggal,
        last.nilai,
        predikat,
        tuple(
            RekomendasiLkjip(
                row.rekomendasi,
                row.rencana,
                row.penanggung_jawab,
                STATUS_REKOMENDASI.get(row.status, row.status),
            )
            for row in list_rekomendasi(session, tahun)
        ),
    )


@cache
def read_kerangka_baku() -> Kerangka:
    """Return the default outline of `docs/sakip.md` §7.2."""
    return kerangka_from_data(read_json("lkjip/kerangka.json"))


def read_measured(session: Session, tahun: int) -> TahunUkur:
    """Return a year as it was signed when it is final, else from the present data."""
    final = find_final(session, Periode(tahun), None)
    if final is not None:
        snapshot = thaw_final(final)
        return TahunUkur(tahun, snapshot.profil, snapshot.bahan, final.kode)
    bahan = tuple(item.as_of(None) for item in load_bahan(session, tahun))
    # What is told of an earlier year are its figures; its story stood in that year's report.
    return TahunUkur(tahun, load_profil(session, tahun), bahan)
