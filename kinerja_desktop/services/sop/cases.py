"""Cases of SOPs: start one for a period, walk it step by step, look back (`docs/sakip.md` §8.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.langkah import Waktu
from kinerja_desktop.domain.sop.pelaksanaan import (
    check_kejadian,
    count_rounds,
    find_pilihan,
    follow,
)
from kinerja_desktop.domain.sop.posisi import (
    Posisi,
    Riwayat,
    find_lama,
    find_posisi,
    list_riwayat,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.kalender import kalender_of
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.library import SopKantor, read_sop_kantor, sop_of_row
from kinerja_desktop.services.sop.rows import (
    MILIK,
    add_kejadian,
    find_moment,
    kejadian_of_case,
    posisi_of_rows,
    rows_by_case,
)
from kinerja_desktop.services.sop.syarat import BelumLengkapError, find_kurang
from kinerja_desktop.store.queries.lampiran import list_lampiran
from kinerja_desktop.store.queries.pejabat import list_in_post
from kinerja_desktop.store.queries.sop import list_pelaksanaan, list_sop_with_case
from kinerja_desktop.store.records import PelaksanaanSop, Sop


@dataclass(frozen=True)
class RingkasanKasus:
    """A case as one line of a list: which SOP, for when, and where it stands today."""

    id: UUID
    sop: SopKantor
    periode: Periode
    judul: str
    posisi: Posisi

    @property
    def is_running(self) -> bool:
        """Whether a step of it is still to be done."""
        return self.posisi.langkah is not None

    @property
    def pelaksana(self) -> str:
        """Who does the running step, by jabatan; empty when the case is over."""
        langkah = self.posisi.langkah
        kode = langkah.pelaksana if langkah else ()
        return ", ".join(self.sop.sop.get_peran(item).nama for item in kode)


@dataclass(frozen=True)
class Kasus(RingkasanKasus):
    """A case with all that happened in it.

    Attributes:
        kejadian: everything that happened, the oldest first.
        putaran: the round in which each kejadian happened.
        riwayat: every stay at a step.
        pilihan: the kinds of kejadian that can happen now.
        dapat_dibuka: sequences of the steps at which the case can be reopened.
        bukti: names of the evidence files by id.
        terakhir: when that happened which moved the case last; nothing else can precede it.
        lama: the working time that the whole case took; empty while it runs.
    """

    kejadian: tuple[Kejadian, ...]
    putaran: tuple[int, ...]
    riwayat: tuple[Riwayat, ...]
    pilihan: frozenset[JenisKejadian]
    dapat_dibuka: frozenset[int]
    bukti: dict[str, str]
    terakhir: datetime | None
    lama: str


def start_case(
    office: Office,
    sop_id: UUID,
    periode: Periode,
    judul: str = "",
    *,
    terjadi: datetime | None = None,
) -> UUID:
    """Start a case of an SOP for a year or triwulan; its first step begins at once.

    Args:
        office: the open office.
        sop_id: the version that is followed.
        periode: what it is done for.
        judul: tells two cases of the same SOP and period apart.
        terjadi: when it began, aware; None for now.

    Raises:
        KinerjaError: the version is not in force, the same case is running already, or it would
            begin in the future.
    """
    sop = read_sop_kantor(office, sop_id)
    judul = judul.strip()
    if not sop.aktif:
        raise KinerjaError("SOP versi ini tidak dipakai lagi.", "Mulai dari versi yang dipakai.")
    row = PelaksanaanSop(sop_id=sop_id, tahun=periode.tahun, triwulan=periode.triwulan, judul=judul)
    saat, dicatat = find_moment(office.now(), terjadi, None)
    mulai = Kejadian(
        saat, JenisKejadian.MULAI, sop.sop.langkah[0].sequence, office.journal.pelaku,
        dicatat=dicatat,
    )  # fmt: skip
    with office.journal.action(
        f"Memulai SOP {sop.nama} {periode.label}", undoable=False
    ) as session:
        _refuse_second(office, sop, periode, judul)
        session.add(row)
        session.flush()
        add_kejadian(session, row.id, sop.sop, mulai)
    return row.id


def _refuse_second(office: Office, sop: SopKantor, periode: Periode, judul: str) -> None:
    """Make sure, in the turn of the deed, that the same case does not run yet."""
    for case in list_cases(office):
        same = (case.sop.sop.id, case.periode, case.judul) == (sop.sop.id, periode, judul)
        if same and case.is_running:
            raise KinerjaError(
                f"{sop.nama} untuk {periode.label} sudah berjalan.",
                "Buka dari daftar pelaksanaan, atau beri judul lain bila memang dua.",
            )


def list_cases(office: Office, tahun: int | None = None) -> list[RingkasanKasus]:
    """Return the cases, the most delayed first and those that are over last.

    A case whose history is unreadable says so (`Status.RUSAK`), and hides no other.

    Args:
        office: the open office.
        tahun: running cases of any year, and of this year those that are over; None for all.
    """
    with office.journal.reading() as session:
        rows = list_pelaksanaan(session)
        sop = {row.id: sop_of_row(row) for row in list_sop_with_case(session)}
        kejadian = rows_by_case(session)
        kalender = kalender_of(session)
    today = office.today()
    cases = [
        RingkasanKasus(
            id=row.id,
            sop=sop[row.sop_id],
            periode=Periode(row.tahun, row.triwulan),
            judul=row.judul,
            posisi=posisi_of_rows(sop[row.sop_id].sop, kejadian.get(row.id, ()), today, kalender),
        )
        for row in rows
    ]
    return sorted(
        (case for case in cases if tahun in (None, case.periode.tahun) or case.is_running),
        key=lambda case: (
            not case.is_running, -case.posisi.terlambat, case.posisi.tenggat or date.max,
            case.sop.nama, case.periode.kode, case.judul,
        ),
    )  # fmt: skip


def read_case(office: Office, case_id: UUID) -> Kasus:
    """Return a case as it stands today.

    Raises:
        KinerjaError: its history was changed outside the program and is unreadable.
    """
    with office.journal.reading() as session:
        row = session.get_one(PelaksanaanSop, case_id)
        sop = sop_of_row(session.get_one(Sop, row.sop_id))
        periode = Periode(row.tahun, row.triwulan)
        try:
            kejadian = kejadian_of_case(session, case_id)
            jalan = follow(sop.sop, kejadian)
        except KinerjaError as error:
            raise KinerjaError(
                f"Riwayat {sop.nama} {periode.label} tidak terbaca: {error.message}",
                "Pulihkan data dari cadangan, atau mulai pelaksanaan baru dengan judul lain.",
            ) from error
        kalender = kalender_of(session)
        bukti = {
            str(lampiran.id): clean_name(lampiran.nama)
            for lampiran in list_lampiran(session, MILIK, case_id)
        }
    today = office.today()
    return Kasus(
        id=row.id,
        sop=sop,
        periode=periode,
        judul=row.judul,
        posisi=find_posisi(sop.sop, kejadian, today, kalender),
        kejadian=kejadian,
        putaran=count_rounds(sop.sop, kejadian),
        riwayat=tuple(list_riwayat(sop.sop, kejadian, today, kalender)),
        pilihan=find_pilihan(sop.sop, kejadian),
        dapat_dibuka=jalan.dapat_dibuka,
        bukti=bukti,
        terakhir=jalan.terakhir,
        lama=find_lama(sop.sop, kejadian, kalender),
    )


def find_case(office: Office, case_id: UUID) -> Kasus | None:
    """Return a case as it stands today; None when it is not there any more."""
    with office.journal.reading() as session:
        found = session.get(PelaksanaanSop, case_id)
    return read_case(office, case_id) if found else None


def record_kejadian(
    office: Office,
    case_id: UUID,
    jenis: JenisKejadian,
    langkah: int,
    alasan: str = "",
    bukti: Sequence[str] = (),
    *,
    pelaku: str = "",
    terjadi: datetime | None = None,
    pengecualian: str = "",
) -> None:
    """Note what happened in a case; history only grows.

    Args:
        office: the open office.
        case_id: which case.
        jenis: what happened.
        langkah: sequence of the step it is about.
        alasan: reason of a return, reopening or cancelling, or the note itself.
        bukti: ids of evidence files.
        pelaku: who did it, as name or jabatan; the user of the program when empty.
        terjadi: when it happened, aware; None for now.
        pengecualian: why the step ends although its paper is not final, numbered or sent; kept
            only where something is missing.

    Raises:
        BelumLengkapError: what the step signs or sends is missing, and no reason is given.
        KinerjaError: it cannot happen now or at that moment, or its reason is missing.
    """
    who = pelaku.strip() or office.journal.pelaku
    case = read_case(office, case_id)
    saat, dicatat = find_moment(office.now(), terjadi, case.terakhir)
    baru = Kejadian(saat, jenis, langkah, who, alasan.strip(), bukti=tuple(bukti), dicatat=dicatat)
    check_kejadian(case.sop.sop, case.kejadian, baru)
    kurang = find_kurang(office, case_id, case.sop.sop, case.periode, langkah, jenis)
    reason = pengecualian.strip()
    if kurang and not reason:
        raise BelumLengkapError(langkah, kurang)
    if kurang:
        missing = "; ".join(item.kalimat for item in kurang)
        baru = replace(baru, pengecualian=f"{reason} ({missing})")
    label = f"SOP {case.sop.nama}: {_VERBS[jenis]} langkah {langkah}"
    with office.journal.action(label, undoable=False) as session:
        add_kejadian(session, case_id, case.sop.sop, baru)


def list_pelaku(office: Office) -> list[str]:
    """Return who is in post today, as ``Nama (Jabatan)``, to be named as doing a step."""
    with office.journal.reading() as session:
        rows = list_in_post(session, office.today())
        names = [f"{pejabat.nama} ({penempatan.jabatan})" for penempatan, pejabat in rows]
    return sorted(names)


def describe_baku(waktu: Waktu) -> str:
    """Return mutu baku with its unit, which some forms print in the head of the column only."""
    return f"{waktu.teks} {waktu.satuan}" if waktu.satuan_dari_kepala else waktu.teks


_VERBS = {
    JenisKejadian.MULAI: "mulai mengerjakan",
    JenisKejadian.SELESAI: "menyelesaikan",
    JenisKejadian.SETUJU: "menyetujui",
    JenisKejadian.KEMBALIKAN: "mengembalikan",
    JenisKejadian.BUKTI: "melampirkan bukti",
    JenisKejadian.CATATAN: "mencatat pada",
    JenisKejadian.BUKA_KEMBALI: "membuka kembali",
    JenisKejadian.BATAL: "membatalkan pada",
}
