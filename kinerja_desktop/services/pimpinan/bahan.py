"""The figures that a leader is shown: those that were signed, else those of now."""

from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.pengukuran import HasilPengukuran
from kinerja_desktop.domain.capaian.snapshot import SnapshotPengukuran
from kinerja_desktop.domain.laporan.dari_snapshot import make_jumlah_anggaran
from kinerja_desktop.domain.laporan.pengukuran_kinerja import JumlahAnggaran
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN, read_measured
from kinerja_desktop.services.pimpinan.kosong import TanpaIndikatorError
from kinerja_desktop.store.queries.anggaran import list_mata_anggaran


@dataclass(frozen=True)
class AngkaPimpinan:
    """A measured period beside the same period of the year before.

    Attributes:
        keadaan: whether the figures are final, in words.
        anggaran: the sums of all programs; None without any.
        program: the names of all programs, those of the frozen form too.
    """

    snapshot: SnapshotPengukuran
    keadaan: str
    hasil: HasilPengukuran
    lalu: HasilPengukuran
    anggaran: JumlahAnggaran | None
    program: frozenset[str]


def read_angka(office: Office, periode: Periode, day: date) -> AngkaPimpinan:
    """Read the figures of a period and those of a year before.

    Args:
        office: the open office.
        periode: year or triwulan.
        day: of which a draft tells.

    Raises:
        TanpaIndikatorError: no indicator is in force.
        KinerjaError: what was frozen was changed outside the program.
    """
    snapshot, final = read_measured(office, Permintaan(PENGUKURAN.kunci, periode, tanggal=day))
    if not snapshot.bahan:
        raise TanpaIndikatorError(periode)
    before = Periode(periode.tahun - 1, periode.triwulan)
    earlier, _ = read_measured(office, Permintaan(PENGUKURAN.kunci, before, tanggal=day))
    keadaan = (
        f"final, kode {final.kode}"
        if final
        else f"draf, keadaan {format_tanggal(day)}; masih dapat berubah"
    )
    sums = make_jumlah_anggaran(snapshot.anggaran) if snapshot.anggaran else None
    with office.journal.reading() as session:
        program = {row.nama for row in snapshot.anggaran}
        program |= {row.nama for row in list_mata_anggaran(session)}
    hasil, lalu = snapshot.measure(), earlier.measure()
    return AngkaPimpinan(snapshot, keadaan, hasil, lalu, sums, frozenset(program))
