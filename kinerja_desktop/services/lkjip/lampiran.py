"""The papers that the LKjIP attaches: those of the rooms below it that say so."""

from datetime import date

from kinerja_desktop.domain.laporan.lkjip import LampiranLkjip
from kinerja_desktop.services.kantor.dokumen import LampiranLaporan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran import dokumen as pengukuran
from kinerja_desktop.services.rencana import dokumen as rencana
from kinerja_desktop.services.sop import dokumen as sop

LAMPIRAN: tuple[LampiranLaporan, ...] = tuple(
    dokumen.lampiran
    for dokumen in (*rencana.DOKUMEN, *pengukuran.DOKUMEN, *sop.DOKUMEN)
    if dokumen.lampiran
)


def gather_lampiran(office: Office, tahun: int, tanggal: date) -> LampiranLkjip:
    """Gather what the papers say that the report attaches.

    Args:
        office: the open office.
        tahun: year of the report.
        tanggal: date under which the report is signed.
    """
    return LampiranLkjip(**{item.nama: item.gather(office, tahun, tanggal) for item in LAMPIRAN})
