"""Lay out the LKjIP as it prints: what was signed when it is final, else the draft."""

from datetime import date
from functools import partial

from kinerja_desktop.documents.lkjip import build_lkjip
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.lkjip import LkjipBeku, compose_lkjip
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.gambar import read_picture
from kinerja_desktop.services.lkjip.laporan import gather_naskah, thaw_final
from kinerja_desktop.store.queries.laporan import find_final_lkjip
from kinerja_desktop.store.records import Lkjip


def compose_report(office: Office, tahun: int, tanggal: date) -> Naskah:
    """Return the report as blocks: what was frozen when it is final, else the present draft.

    Raises:
        KinerjaError: a picture in it cannot be read, or the final one is not what was signed.
    """
    final = read_final(office, tahun)
    if final is not None:
        return lay_out(office, thaw_final(final), kode=final.kode)
    return lay_out(office, gather_naskah(office, tahun, tanggal))


def lay_out(office: Office, beku: LkjipBeku, kode: str | None = None) -> Naskah:
    """Lay out a report from what is frozen; without a kode it is a DRAF."""
    return build_lkjip(compose_lkjip(beku), partial(read_picture, office), marks_of(beku, kode))


def marks_of(beku: LkjipBeku, kode: str | None) -> Tanda:
    """Return the marks of a report: DRAF without a kode, CONTOH for the sample office."""
    return Tanda(
        draf=kode is None,
        contoh=beku.bahan.instansi.contoh,
        kode=kode,
        kertas=beku.bahan.kertas,
    )


def read_final(office: Office, tahun: int) -> Lkjip | None:
    """Return the final version in force of a year's report."""
    with office.journal.reading() as session:
        return find_final_lkjip(session, tahun)
