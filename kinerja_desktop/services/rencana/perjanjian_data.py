"""What one version of a Perjanjian Kinerja says on paper (`docs/sakip.md` §3.4–3.5)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up, find_topmost
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.capaian.snapshot import IdentitasPejabat
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_nilai
from kinerja_desktop.domain.laporan.perjanjian import PerjanjianTercetak, Pihak
from kinerja_desktop.domain.laporan.rencana_kinerja import (
    IndikatorBertarget,
    ProgramBerpagu,
    SasaranBertarget,
    date_plan,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.identitas import identify_bupati
from kinerja_desktop.services.rencana.perjanjian_versi import (
    CAMAT,
    Butir,
    is_skpd,
    list_butir,
)
from kinerja_desktop.services.rencana.plan_data import SUMBER_DANA, group_by, list_program
from kinerja_desktop.store.queries.anggaran import load_rincian, load_simpul
from kinerja_desktop.store.queries.bahan import load_groups
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pejabat import find_by_peran, find_party, list_camat
from kinerja_desktop.store.queries.perjanjian import list_mata_anggaran_of, list_perjanjian
from kinerja_desktop.store.queries.renstra import load_target
from kinerja_desktop.store.records import Instansi, PerjanjianKinerja


def gather_perjanjian(
    session: Session, perjanjian_id: UUID, today: date, tanggal: date | None = None
) -> PerjanjianTercetak:
    """Return what a version says, with the parties and the pagu of the day of signing.

    Args:
        session: a reading session.
        perjanjian_id: which version.
        today: stands for the date while none was entered.
        tanggal: the date on the paper; None for the one that was entered.

    Raises:
        KinerjaError: there is no such version any more.
    """
    row = session.get(PerjanjianKinerja, perjanjian_id)
    if row is None:
        raise KinerjaError(
            "Perjanjian Kinerja ini sudah tidak ada.", "Pilih yang lain dari daftar."
        )
    instansi = get_instansi(session)
    tanggal = tanggal or row.tanggal
    day = tanggal or date_plan(row.tahun, today) or date(row.tahun, 1, 1)
    is_own = is_skpd(row, list_camat(session))
    pertama = _first_party(session, row, instansi, day)
    butir = list_butir(session, row.id, load_groups(session), load_target(session, row.tahun))
    if is_own:
        program = list_program(session, row.tahun, day)
        jumlah = add_up([item.pagu for item in program])
    else:
        program, jumlah = _own_budget(session, row, day)
    skpd = f"Kecamatan {instansi.kecamatan}"
    return PerjanjianTercetak(
        kode=row.kode,
        tahun=row.tahun,
        perubahan_ke=row.perubahan_ke,
        unit=(skpd,) if is_own else (pertama.jabatan, skpd),
        tempat=instansi.tempat or instansi.kabupaten,
        tanggal=tanggal,
        pertama=pertama,
        kedua=_second_party(session, row.atasan_id, instansi, day),
        sasaran=_sasaran(butir),
        program=tuple(program),
        jumlah=jumlah,
        is_skpd=is_own,
    )


def find_perjanjian_camat(session: Session, tahun: int) -> PerjanjianKinerja | None:
    """Return the office's agreement of a year: the last one that is signed, else the last."""
    rows = list_perjanjian_camat(session, tahun)
    signed = [row for row in rows if row.ditandatangani]
    return next(reversed(signed or rows), None)


def list_perjanjian_camat(session: Session, tahun: int) -> list[PerjanjianKinerja]:
    """Return every version of the office's own agreement of a year, the oldest first."""
    camat = list_camat(session)
    own = [row for row in list_perjanjian(session, tahun) if is_skpd(row, camat)]
    return sorted(
        own, key=lambda row: (row.tanggal or date.max, row.perubahan_ke, order_kode(row.kode))
    )


def gather_perjanjian_camat(session: Session, tahun: int, today: date) -> PerjanjianTercetak | None:
    """Return what the office's agreement of a year says; None when there is none."""
    row = find_perjanjian_camat(session, tahun)
    return gather_perjanjian(session, row.id, today) if row else None


def _first_party(session: Session, row: PerjanjianKinerja, instansi: Instansi, day: date) -> Pihak:
    if row.pejabat_id is None:
        found = find_by_peran(session, CAMAT, day)
    else:
        found = find_party(session, row.pejabat_id, day, "" if row.atasan_id else CAMAT)
    return _pihak(found) if found else Pihak("", f"Camat {instansi.kecamatan}")


def _second_party(session: Session, atasan_id: UUID | None, instansi: Instansi, day: date) -> Pihak:
    found = find_party(session, atasan_id, day, CAMAT) if atasan_id else None
    return _pihak(found or identify_bupati(instansi))


def _pihak(pejabat: IdentitasPejabat) -> Pihak:
    jabatan = f"{pejabat.awalan} {pejabat.jabatan}".strip()
    return Pihak(pejabat.nama, jabatan, pejabat.pangkat, pejabat.nip)


def _sasaran(butir: list[Butir]) -> tuple[SasaranBertarget, ...]:
    groups = group_by([(item.sasaran, item) for item in butir])
    return tuple(
        SasaranBertarget(
            name,
            tuple(
                IndikatorBertarget(item.uraian, item.satuan, angka_nilai(item.target))
                for item in items
            ),
        )
        for name, items in groups.items()
    )


def _own_budget(
    session: Session, row: PerjanjianKinerja, day: date
) -> tuple[tuple[ProgramBerpagu, ...], Decimal | None]:
    """Return the budget lines of an official's indicators, and their sum without doubles."""
    keys = _list_lines(session, row)
    amounts = {item.simpul.id: item.pagu for item in load_rincian(session, Periode(row.tahun), day)}
    simpul = load_simpul(session)
    lines = sorted(
        (item for item in simpul if item.id in keys), key=lambda item: order_kode(item.kode)
    )
    program = tuple(
        ProgramBerpagu(item.kode, item.nama, amounts.get(item.id), SUMBER_DANA) for item in lines
    )
    return program, add_up([amounts.get(key) for key in find_topmost(simpul, keys)])


def _list_lines(session: Session, row: PerjanjianKinerja) -> set[str]:
    """Return the budget lines that an official's indicators and their Rencana Aksi name."""
    return {str(key) for key in list_mata_anggaran_of(session, row.id, row.tahun)}
