"""Between which days a paper of the registry is dated as a rule."""

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.services.dokumen import jenis_surat
from kinerja_desktop.services.evaluasi import dokumen as evaluasi
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.tanggal_kertas import (
    read_early_plan_bounds,
    read_measured_bounds,
    read_paper_bounds,
)
from kinerja_desktop.services.rencana.dokumen import RENCANA_AKSI, RENCANA_KINERJA
from kinerja_desktop.services.surat import dokumen as naskah

_PLANS = frozenset(kind.kunci for kind in (RENCANA_KINERJA, RENCANA_AKSI))
_MEASURED = frozenset(kind.kunci for kind in evaluasi.DOKUMEN)
#: Signed by whom their words name; a letter without that person is refused by itself.
_LETTERS = frozenset(kind.kunci for kind in (*jenis_surat.DOKUMEN, *naskah.DOKUMEN))


def find_date_bounds(office: Office, wanted: Permintaan) -> BatasTanggal:
    """Return between which days a paper is dated as a rule; other days are told, not refused."""
    if wanted.kunci in _PLANS:
        return read_early_plan_bounds(office, wanted.periode.tahun)
    if wanted.kunci in _MEASURED:
        return read_measured_bounds(office, wanted.periode)
    if wanted.kunci in _LETTERS:
        return BatasTanggal(office.today())
    return read_paper_bounds(office)
