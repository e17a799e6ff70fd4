"""Fill in what people say at the foot of an Evaluasi Hasil Renja, and of its berita acara."""

from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.evaluasi_renja import KAKI
from kinerja_desktop.domain.sections.fields import Field, Kind
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.evaluasi.baca import PILIH_TRIWULAN
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.evaluasi import find_evaluasi
from kinerja_desktop.store.records import EvaluasiRenja

#: What can be filled in, as it reads in the trail and bounded as a workbook's column is.
ISIAN = {
    **{name: Field(name, judul, Kind.LONG_TEXT) for name, judul in KAKI.items()},
    "nomor": Field("nomor", "Nomor berita acara evaluasi"),
    "tanggal": Field("tanggal", "Tanggal berita acara evaluasi", Kind.TANGGAL),
    "tempat": Field("tempat", "Tempat berita acara evaluasi"),
    "catatan": Field("catatan", "Catatan berita acara evaluasi", Kind.LONG_TEXT),
}


def set_isian(office: Office, periode: Periode, name: str, value: str | date | None) -> None:
    """Fill in one text, or the date of the berita acara; one deed of the clerk.

    Args:
        office: the open office.
        periode: a triwulan.
        name: one of `ISIAN`.
        value: the text; a date or None for ``tanggal``.

    Raises:
        KinerjaError: it is a whole year, the text is too long, or its paper is final.
    """
    if periode.triwulan is None:
        raise KinerjaError("Evaluasi Renja tidak ada untuk setahun sekaligus.", PILIH_TRIWULAN)
    isian = ISIAN[name]
    if isinstance(value, str):
        try:
            value = isian.parse(value)
        except ValueError as error:
            raise KinerjaError(f"{error}.") from error
    with office.journal.action(f"Mengisi {isian.label.lower()} {periode.label}") as session:
        row = find_evaluasi(session, periode)
        if row is None:
            row = EvaluasiRenja(tahun=periode.tahun, triwulan=periode.triwulan)
            session.add(row)
        setattr(row, name, value)
