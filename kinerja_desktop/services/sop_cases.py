"""Cases of SOPs: start one for a period, walk it step by step, look back (`domain.md` §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.pelaksanaan import check_kejadian, find_pilihan
from kinerja_desktop.domain.sop.posisi import Kalender, Posisi, Riwayat, find_posisi, list_riwayat
from kinerja_desktop.services.office import Office
from kinerja_desktop.services.sop_library import SopKantor, read_sop_kantor
from kinerja_desktop.store.records import HariLibur, KejadianSop, Lampiran, PelaksanaanSop


@dataclass(frozen=True)
class Kasus:
    """A case as it stands today.

    Attributes:
        id: its id.
        sop: the version of the SOP that it follows.
        periode: the year or triwulan it is run for.
        judul: what the office calls it.
        kejadian: everything that happened, the oldest first.
        posisi: where it stands.
        riwayat: every stay at a step.
        pilihan: the kinds of kejadian that can happen now.
        bukti: names of the evidence files by id.
    """

    id: UUID
    sop: SopKantor
    periode: Periode
    judul: str
    kejadian: tuple[Kejadian, ...]
    posisi: Posisi
    riwayat: tuple[Riwayat, ...]
    pilihan: frozenset[JenisKejadian]
    bukti: dict[str, str]


def start_case(office: Office, sop_id: UUID, periode: Periode, judul: str = "") -> UUID:
    """Start a case of an SOP for a year or triwulan; its first step begins now."""
    sop = read_sop_kantor(office, sop_id)
    row = PelaksanaanSop(
        sop_id=sop_id, tahun=periode.tahun, triwulan=periode.triwulan, judul=judul.strip()
    )
    label = f"Memulai SOP {sop.nama} {periode.label}"
    with office.journal.action(label, undoable=False) as session:
        session.add(row)
        mulai = Kejadian(
            office.now(), JenisKejadian.MULAI, sop.sop.langkah[0].sequence, office.journal.pelaku
        )
        check_kejadian(sop.sop, (), mulai)
        session.add(_record(row.id, 1, mulai))
    return row.id


def list_cases(office: Office, tahun: int | None = None) -> list[Kasus]:
    """Return the cases, the most delayed first."""
    query = select(PelaksanaanSop)
    if tahun is not None:
        query = query.where(PelaksanaanSop.tahun == tahun)
    with office.journal.reading() as session:
        ids = [row.id for row in session.exec(query)]
    cases = [read_case(office, case_id) for case_id in ids]
    return sorted(
        cases, key=lambda case: (case.posisi.langkah is None, -case.posisi.terlambat, case.sop.nama)
    )


def read_case(office: Office, case_id: UUID) -> Kasus:
    """Return a case as it stands today."""
    with office.journal.reading() as session:
        row = session.get_one(PelaksanaanSop, case_id)
        kejadian = _read_kejadian(session, case_id)
        kalender = _read_kalender(session)
        bukti = {
            str(lampiran.id): lampiran.nama
            for lampiran in session.exec(select(Lampiran).where(Lampiran.milik_id == case_id))
        }
    sop = read_sop_kantor(office, row.sop_id)
    today = office.today()
    return Kasus(
        id=row.id,
        sop=sop,
        periode=Periode(row.tahun, row.triwulan),
        judul=row.judul,
        kejadian=kejadian,
        posisi=find_posisi(sop.sop, kejadian, today, kalender),
        riwayat=tuple(list_riwayat(sop.sop, kejadian, today, kalender)),
        pilihan=find_pilihan(sop.sop, kejadian),
        bukti=bukti,
    )


def record_kejadian(
    office: Office,
    case_id: UUID,
    jenis: JenisKejadian,
    langkah: int,
    alasan: str = "",
    bukti: Sequence[str] = (),
) -> None:
    """Note what happened in a case; history only grows.

    Args:
        office: the open office.
        case_id: which case.
        jenis: what happened.
        langkah: sequence of the step it is about.
        alasan: reason of a return or reopening, or the note itself.
        bukti: ids of evidence files.

    Raises:
        KinerjaError: it cannot happen now, or its reason is missing.
    """
    case = read_case(office, case_id)
    baru = Kejadian(
        office.now(), jenis, langkah, office.journal.pelaku, alasan.strip(), bukti=tuple(bukti)
    )
    check_kejadian(case.sop.sop, case.kejadian, baru)
    label = f"SOP {case.sop.nama}: {_describe(jenis)} langkah {langkah}"
    with office.journal.action(label, undoable=False) as session:
        session.add(_record(case_id, len(case.kejadian) + 1, baru))


def attach_evidence(office: Office, case_id: UUID, langkah: int, source: Path) -> None:
    """Keep a file as evidence of a step.

    Raises:
        KinerjaError: the file is empty, too large, or cannot be read.
    """
    digest, size = office.evidence.put(source)
    row = Lampiran(
        sha256=digest,
        nama=source.name,
        ukuran=size,
        milik="pelaksanaan_sop",
        milik_id=case_id,
        ditambahkan=office.now(),
    )
    case = read_case(office, case_id)
    baru = Kejadian(
        office.now(), JenisKejadian.BUKTI, langkah, office.journal.pelaku, bukti=(str(row.id),)
    )
    check_kejadian(case.sop.sop, case.kejadian, baru)
    with office.journal.action(f"Melampirkan bukti {source.name}", undoable=False) as session:
        session.add(row)
        session.add(_record(case_id, len(case.kejadian) + 1, baru))


def evidence_path(office: Office, lampiran_id: str) -> Path:
    """Return where an evidence file lies."""
    with office.journal.reading() as session:
        return office.evidence.path_of(session.get_one(Lampiran, UUID(lampiran_id)).sha256)


def read_kalender(office: Office) -> Kalender:
    """Return the office's calendar of working days."""
    with office.journal.reading() as session:
        return _read_kalender(session)


def _read_kalender(session: Session) -> Kalender:
    libur: frozenset[date] = frozenset(row.tanggal for row in session.exec(select(HariLibur)))
    return Kalender(libur)


def _read_kejadian(session: Session, case_id: UUID) -> tuple[Kejadian, ...]:
    rows = session.exec(
        select(KejadianSop)
        .where(KejadianSop.pelaksanaan_id == case_id)
        .order_by(col(KejadianSop.urutan))
    )
    return tuple(
        Kejadian(
            row.waktu,
            JenisKejadian(row.jenis),
            row.langkah,
            row.pelaku,
            row.alasan,
            row.putaran,
            tuple(row.bukti),
        )
        for row in rows
    )


def _record(case_id: UUID, urutan: int, kejadian: Kejadian) -> KejadianSop:
    return KejadianSop(
        pelaksanaan_id=case_id,
        urutan=urutan,
        waktu=kejadian.saat,
        jenis=kejadian.jenis.value,
        langkah=kejadian.langkah,
        pelaku=kejadian.pelaku,
        alasan=kejadian.alasan,
        putaran=kejadian.putaran,
        bukti=list(kejadian.bukti),
    )


def _describe(jenis: JenisKejadian) -> str:
    return {
        JenisKejadian.MULAI: "mulai mengerjakan",
        JenisKejadian.SELESAI: "menyelesaikan",
        JenisKejadian.SETUJU: "menyetujui",
        JenisKejadian.KEMBALIKAN: "mengembalikan",
        JenisKejadian.BUKTI: "melampirkan bukti",
        JenisKejadian.CATATAN: "mencatat pada",
        JenisKejadian.BUKA_KEMBALI: "membuka kembali",
        JenisKejadian.BATAL: "membatalkan pada",
    }[jenis]
