"""An office with SOPs for the tests, and a way to walk a case through it."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import WIB
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import read_case, record_kejadian, start_case
from kinerja_desktop.services.sop.library import SEEDS, SopKantor, adopt_seeds, list_sop
from kinerja_desktop.store.records import HariLibur
from tests.conftest import Clock

TAHUN = Periode(2024)
MULAI, SELESAI = JenisKejadian.MULAI, JenisKejadian.SELESAI
SETUJU, KEMBALIKAN = JenisKejadian.SETUJU, JenisKejadian.KEMBALIKAN
CATATAN, BUKA_KEMBALI, BATAL = (
    JenisKejadian.CATATAN, JenisKejadian.BUKA_KEMBALI, JenisKejadian.BATAL,
)  # fmt: skip

PERENCANAAN, PENGUMPULAN, PENGUKURAN = "LMJ-RENCANA-2022", "LMJ-KUMPUL", "LMJ-UKUR-2024"
CANDIPURO, PASRUJAMBE = "CDP-UKUR-2024", "PSJ-KUMPUL-2018"

#: Why the steps of these tests end although nothing is final: they are about something else.
LATIHAN = "latihan"

#: Isra Mikraj, cuti bersama Imlek, Imlek: Monday to Wednesday (SKB 3 Menteri, libur 2025).
LIBUR_JANUARI = (date(2025, 1, 27), date(2025, 1, 28), date(2025, 1, 29))


def give_sop(office: Office) -> None:
    """Take all five seeds into use, and close the office on three days of January 2025."""
    with office.journal.action("Menyiapkan") as session:
        adopt_seeds(session, SEEDS)
        for day in LIBUR_JANUARI:
            session.add(HariLibur(tanggal=day, nama="Libur"))


def find_sop(office: Office, kode: str) -> SopKantor:
    """The version in force of an SOP."""
    return next(item for item in list_sop(office) if item.sop.id == kode)


def start(office: Office, kode: str, judul: str = "") -> UUID:
    return start_case(office, find_sop(office, kode).id, TAHUN, judul)


def wib(day: date, hour: int = 9) -> datetime:
    """A moment on the office's clock, as it is stored."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=WIB).astimezone(UTC)


def do(office: Office, case_id: UUID, *kinds: JenisKejadian) -> None:
    """Let something happen at the running step, one after the other."""
    for jenis in kinds:
        langkah = read_case(office, case_id).posisi.langkah
        assert langkah is not None, "the case runs"
        record_kejadian(office, case_id, jenis, langkah.sequence, pengecualian=LATIHAN)


def walk_to_end(office: Office, case_id: UUID, clock: Clock) -> list[int]:
    """Do every step an hour after the one before, saying yes; return the steps done."""
    done = []
    while (case := read_case(office, case_id)).posisi.status not in (Status.SELESAI,):
        langkah = case.posisi.langkah
        assert langkah is not None, "the case runs"
        clock.moment += timedelta(hours=1)
        do(office, case_id, SETUJU if langkah.is_decision else SELESAI)
        done.append(langkah.sequence)
    return done
