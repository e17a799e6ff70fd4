"""What is overdue or waits, for the eyes of the Camat."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.laporan.ringkasan_camat import ButirMenunggu
from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import list_tenggat
from kinerja_desktop.services.kantor.kalender import kalender_of
from kinerja_desktop.services.kantor.keadaan_tahun import read_keadaan_tahun
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pekerjaan import describe_batas_waktu
from kinerja_desktop.services.sop.next_steps import list_next_steps
from kinerja_desktop.store.queries.pengukuran import list_open_tindak_lanjut
from kinerja_desktop.store.queries.surat import list_tugas

_CAMAT = "camat"


def list_menunggu(office: Office, day: date) -> list[ButirMenunggu]:
    """Return deadlines that are late or near, open tindak lanjut and tasks, and the Camat's steps.

    Args:
        office: the open office.
        day: of which is told.

    Returns:
        The oldest first; what has no day stands last.
    """
    with office.journal.reading() as session:
        kalender = kalender_of(session)
        found = [
            *_list_due(session, day, kalender),
            *_list_promised(session, day, kalender),
        ]
    found += _list_steps(office)
    return sorted(found, key=lambda item: item.tanggal or date.max)


def _list_due(session: Session, day: date, kalender: Kalender) -> Iterator[ButirMenunggu]:
    """Yield what the year has to deliver: finals that are missing, plans, reports."""
    for item in list_tenggat(day, read_keadaan_tahun(session), kalender):
        until = f"{format_tanggal(item.tanggal)}, {item.keterangan}"
        yield ButirMenunggu(f"{item.apa} belum final", "", until, item.tanggal)


def _list_promised(session: Session, day: date, kalender: Kalender) -> Iterator[ButirMenunggu]:
    for row in list_open_tindak_lanjut(session, date(day.year + 1, 1, 1)):
        if says_something(row.apa):
            until = describe_batas_waktu(row.batas_waktu, day, kalender.libur)
            apa = f"{row.apa} ({row.indikator}, {row.tempat.periode.label})"
            yield ButirMenunggu(apa, row.penanggung_jawab, until, row.batas_waktu)
    for tugas in list_tugas(session):
        until = describe_batas_waktu(tugas.batas_waktu, day, kalender.libur)
        yield ButirMenunggu(tugas.uraian, tugas.penanggung_jawab, until, tugas.batas_waktu)


def _list_steps(office: Office) -> Iterator[ButirMenunggu]:
    """Yield the steps of running SOPs that the Camat has to do now."""
    for step in list_next_steps(office):
        if _is_camat(step.pelaksana):
            until = format_tanggal(step.tenggat) if step.tenggat else "tanpa batas waktu"
            if step.terlambat:
                until = f"{until}, terlambat {step.terlambat} hari kerja"
            apa = f"{step.uraian} ({step.nama_sop}, {step.periode})"
            yield ButirMenunggu(apa, step.pelaksana, until, step.tenggat)


def _is_camat(pelaksana: str) -> bool:
    """Tell whether the Camat is among those who do a step; a Sekretaris Camat is not meant."""
    return any(name.split()[:1] == [_CAMAT] for name in pelaksana.casefold().split(", "))
