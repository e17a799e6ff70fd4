"""What the office has delivered so far, as its deadlines are reckoned from."""

from sqlmodel import Session

from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.tenggat import KeadaanTahun
from kinerja_desktop.store.queries.anggaran import load_tanggal_dpa
from kinerja_desktop.store.queries.laporan import list_tahun_final
from kinerja_desktop.store.queries.pengukuran import list_final, list_tahun_terisi
from kinerja_desktop.store.queries.perjanjian import list_tahun_signed
from kinerja_desktop.store.queries.renstra import list_renstra
from kinerja_desktop.store.queries.riwayat import find_first_moment
from kinerja_desktop.store.queries.tenggat import list_ditutup


def read_keadaan_tahun(session: Session) -> KeadaanTahun:
    """Return what was delivered, closed, and is asked for at all."""
    first = find_first_moment(session)
    return KeadaanTahun(
        mulai=local_date(first) if first else None,
        lkjip=list_tahun_final(session),
        ditutup=list_ditutup(session),
        final=list_final(session),
        terisi=list_tahun_terisi(session),
        tanggal_dpa=load_tanggal_dpa(session),
        perjanjian=list_tahun_signed(session),
        rencana=frozenset(
            tahun
            for row in list_renstra(session)
            for tahun in range(row.tahun_awal, row.tahun_akhir + 1)
        ),
    )
