"""The tasks that were agreed in meetings: on the first page, and done."""

from kinerja_desktop.services.kantor.kalender import read_kalender
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pekerjaan import Pekerjaan, describe_batas_waktu
from kinerja_desktop.store.queries.surat import list_tugas

_HALAMAN, _TAB = "surat", "tugas"


def list_tugas_beranda(office: Office) -> list[Pekerjaan]:
    """Return the tasks that are not done, the most urgent first."""
    today, libur = office.today(), read_kalender(office).libur
    with office.journal.reading() as session:
        rows = list_tugas(session)
    return [
        Pekerjaan(
            row.uraian,
            f"{row.penanggung_jawab or 'tanpa penanggung jawab'} · "
            f"{describe_batas_waktu(row.batas_waktu, today, libur)}",
            _HALAMAN,
            _TAB,
            is_late=row.batas_waktu is not None and row.batas_waktu < today,
            batas=row.batas_waktu,
        )
        for row in rows
    ]
