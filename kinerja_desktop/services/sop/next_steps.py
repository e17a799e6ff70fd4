"""The step that each running case waits for, as Beranda shows it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases


@dataclass(frozen=True)
class LangkahBerikut:
    """The step that a running case waits for.

    Attributes:
        uraian: of the step, in the words of the source unless the office accepted others.
        tenggat: day on which it is due.
        terlambat: hari kerja since then; 0 when in time.
    """

    kasus_id: UUID
    nama_sop: str
    periode: str
    uraian: str
    pelaksana: str
    tenggat: date | None
    terlambat: int
    status: Status


def list_next_steps(office: Office) -> list[LangkahBerikut]:
    """Return the step that each running case waits for, the most delayed first."""
    return [
        LangkahBerikut(
            kasus_id=case.id,
            nama_sop=case.sop.nama,
            periode=case.periode.label,
            uraian=langkah.uraian.diterima or langkah.uraian.tercetak or "(uraian kosong)",
            pelaksana=case.pelaksana,
            tenggat=case.posisi.tenggat,
            terlambat=case.posisi.terlambat,
            status=case.posisi.status,
        )
        for case in list_cases(office)
        if (langkah := case.posisi.langkah) is not None
    ]
