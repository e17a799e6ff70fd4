"""Fill an empty data folder with the practice office, through the deeds that a clerk would do.

First its workbook, then what its file of deeds says, day by day: the office's clock stands at the
moment of each. Two fillings give the same office, whatever the PC's calendar shows.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop import garbage
from kinerja_desktop.disk import require_room
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.paths import resource
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.awal.setup import add_holidays, complete_setup
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.latihan import (
    bukti,
    laporan,
    pelaksanaan,
    pengiriman,
    rencana,
    surat,
)
from kinerja_desktop.services.latihan.berkas import BUKU, BukuLatihan, Isi, read_tindakan
from kinerja_desktop.services.latihan.kerja import Kerja
from kinerja_desktop.services.latihan.terputus import note_begun, note_ended
from kinerja_desktop.services.riwayat.maintenance import back_up_if_due
from kinerja_desktop.services.riwayat.workbook import apply_import, plan_import

_DO: Mapping[str, Callable[[Kerja, Isi], None]] = {
    "perjanjian": rencana.do_perjanjian,
    "rencana_aksi": rencana.do_rencana_aksi,
    "final": rencana.do_final,
    "evaluasi": laporan.do_evaluasi,
    "lkjip": laporan.do_lkjip,
    "bukti": bukti.do_bukti,
    "bukti_lke": bukti.do_bukti_lke,
    "bukti_rekomendasi": bukti.do_bukti_rekomendasi,
    "surat_masuk": surat.do_surat_masuk,
    "naskah": surat.do_naskah,
    "kasus": pelaksanaan.do_kasus,
    "kejadian": pelaksanaan.do_kejadian,
    "kiriman": pengiriman.do_kiriman,
    "formulir": pengiriman.do_formulir,
    "teguran": pengiriman.do_teguran,
}
_SAID = "Menyiapkan kantor latihan…"
#: Bytes that its data, its backups and what is written meanwhile take: about twice its own.
_SIZE = 16 << 20


class FillCancelledError(CancelledError):
    """The clerk stopped the filling: what is there is no office, and is to be laid aside."""

    def __init__(self) -> None:
        super().__init__(
            "Penyiapan kantor latihan dibatalkan.", "Pilih lagi bagaimana kantor ini dimulai."
        )


def fill_latihan(office: Office, progress: Progress = silent, cancelled: Cancelled = never) -> None:
    """Fill an empty data folder with Kecamatan Contoh; it takes some seconds.

    Args:
        office: the open office.
        progress: called with the deed, the number of deeds, and what is being done.
        cancelled: asked at each deed whether the clerk wants to stop.

    Raises:
        FillCancelledError: the clerk does; a half of it may be there.
        KinerjaError: there is an office in the folder already, or too little room on the disk.
    """
    if office.instansi() is not None:
        raise KinerjaError(
            "Folder data ini sudah berisi kantor.", "Pakai folder kosong untuk kantor latihan."
        )
    # Asked once, before anything is there: half an office on a full disk is of no use to anybody.
    require_room(office.folder, _SIZE)
    note_begun(office)
    buku, journal = read_tindakan(), office.journal
    pelaku, journal.pelaku = journal.pelaku, buku.petugas
    try:
        # The collector would hold up the window that shows the progress, for tenths of a second.
        with (
            garbage.held_back(),
            TemporaryDirectory(prefix="latihan-", ignore_cleanup_errors=True) as folder,
        ):
            advance = stoppable(progress, cancelled, FillCancelledError)
            _fill(Kerja(office, Path(folder)), buku, advance)
        note_ended(office)
    finally:
        journal.pelaku = pelaku
        # What was done for practice is there to be tried, not to be taken back.
        journal.forget()
        office.clock.go_on(journal)


def _fill(kerja: Kerja, buku: BukuLatihan, progress: Progress) -> None:
    office = kerja.office
    office.clock.hold(buku.mulai)
    progress(0, len(buku.tindakan), _SAID)
    apply_import(office, plan_import(office, resource(BUKU)))
    complete_setup(office, tuple(buku.sop))
    pelaksanaan.make_own(office, buku.sop)
    for tahun in buku.libur:
        add_holidays(office, tahun)
    for number, deed in enumerate(buku.tindakan, start=1):
        office.clock.hold(deed.kapan)
        progress(number, len(buku.tindakan), _SAID)
        _DO[deed.jenis](kerja, deed.isi)
    # Nobody shall learn from it that a backup of two years ago is enough.
    back_up_if_due(office)
