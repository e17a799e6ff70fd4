"""The form of an official's IKI (`docs/sakip.md` §3.2)."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.iki import build_iki
from kinerja_desktop.documents.xlsx.iki import render_iki_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.laporan.iki import BarisIki, FormulirIki, KinerjaIki
from kinerja_desktop.domain.laporan.kop import Kop, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.penetapan_iku import write_formula
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    PejabatDiukur,
    angka_nilai,
)
from kinerja_desktop.domain.laporan.rencana_kinerja import date_plan
from kinerja_desktop.domain.laporan.uraian_jabatan import UraianJabatan, choose_uraian
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    KeadaanDokumen,
    Permintaan,
    Subjek,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import kop_of, place_of, tanda_of
from kinerja_desktop.services.rencana.plan_data import group_by
from kinerja_desktop.services.rencana.plan_papers import pengesahan_of_pejabat
from kinerja_desktop.store.queries.bahan import (
    list_indikator,
    list_pejabat_with_iki,
    load_bahan,
)
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pejabat import find_party, find_post, list_same_post
from kinerja_desktop.store.records import Indikator, Penempatan

JUDUL = "Indikator Kinerja Individu (IKI)"
_CAMAT = "camat"
_FILL = "isi di Renstra & IKU dengan jenis IKI dan pejabatnya."


def gather_iki(session: Session, tahun: int, pejabat_id: UUID, day: date) -> FormulirIki:
    """Return an official's IKI; the target is that of Perjanjian Kinerja, else of the Renstra.

    Tugas and fungsi are those of the post (`docs/sakip.md` §3.2); a Camat's that nobody entered are
    those of the office.

    Args:
        session: a reading session.
        tahun: the year.
        pejabat_id: whose.
        day: the post is the one held on this day.

    Raises:
        KinerjaError: the official has no IKI in the year.
    """
    rows = {str(row.id): row for row in list_indikator(session, tahun, pejabat_id)}
    who = find_party(session, pejabat_id, day)
    if who is None or not rows:
        raise KinerjaError(f"Pejabat ini belum mempunyai IKI untuk {tahun}.", _FILL.capitalize())
    bahan = load_bahan(session, tahun, pejabat_id)
    groups = group_by([(item.kelompok, _baris(rows[item.id], item)) for item in bahan])
    uraian = _read_uraian(session, pejabat_id, day)
    return FormulirIki(
        tahun,
        PejabatDiukur(who.nama, who.nip, f"{who.awalan} {who.jabatan}".strip()),
        tuple(KinerjaIki(name, tuple(items)) for name, items in groups.items()),
        uraian.tugas,
        uraian.fungsi,
    )


def compose_iki(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the form, signed by the official and the superior of its date.

    Raises:
        KinerjaError: nobody was chosen, or the official has no IKI in the year.
    """
    return build_iki(*_gather(office, permintaan))


def build_iki_workbook(office: Office, permintaan: Permintaan) -> bytes:
    """Return the form as a workbook.

    Raises:
        KinerjaError: nobody was chosen, or the official has no IKI in the year.
    """
    return render_iki_xlsx(*_gather(office, permintaan))


def _gather(
    office: Office, permintaan: Permintaan
) -> tuple[FormulirIki, Pengesahan, Tanda, Kop | None]:
    instansi, tahun = office.require_instansi(), permintaan.periode.tahun
    key = permintaan.require_tentang(JUDUL)
    printed = permintaan.tanggal or date_plan(tahun, office.today())
    day = _day(printed, tahun)
    with office.journal.reading() as session:
        data = gather_iki(session, tahun, key, day)
        place = place_of(instansi, printed)
        pengesahan = pengesahan_of_pejabat(session, instansi, key, day, place)
    return data, pengesahan, tanda_of(instansi), kop_of(office, instansi)


def describe_iki(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return who has IKI in a year, whose still lack a target, and whose post is not described."""
    tahun = periode.tahun
    day = _day(date_plan(tahun, office.today()), tahun)
    with office.journal.reading() as session:
        owners = list_pejabat_with_iki(session)
        loaded = [(row, load_bahan(session, tahun, row.id)) for row in owners]
        found = [(row, items) for row, items in loaded if items]
        posts = [(row.nama, _read_uraian(session, row.id, day)) for row, _ in found]
    if not found:
        return KeadaanDokumen(BELUM_ADA, kosong=f"Belum ada IKI untuk {tahun}: {_FILL}")
    subjek = tuple(Subjek(row.id, row.nama, f"{len(items)} indikator") for row, items in found)
    blank = [row.nama for row, items in found if any(i.target is None for i in items)]
    undescribed = [nama for nama, uraian in posts if not (uraian.tugas and uraian.fungsi)]
    notes = []
    if blank:
        notes.append(
            f"Belum semua IKI bertarget {tahun}: {', '.join(blank)}. "
            "Isi di Renstra & IKU, tab Target tahunan."
        )
    if undescribed:
        notes.append(
            f"Tugas atau fungsi jabatan belum diisi, jadi tercetak titik-titik: "
            f"{', '.join(undescribed)}. Isi di Pengaturan, tab Penempatan."
        )
    return KeadaanDokumen(f"{len(found)} pejabat", subjek, catatan="\n".join(notes))


def _day(printed: date | None, tahun: int) -> date:
    """Return the day whose posts count; a plan without a date is that of the year's end."""
    return printed or date(tahun, 12, 31)


def _read_uraian(session: Session, pejabat_id: UUID, day: date) -> UraianJabatan:
    """Return tugas and fungsi of the post that an official's form names."""
    post = find_post(session, pejabat_id, day)
    if post is None:
        return UraianJabatan(day)
    others = [_uraian(row) for row in list_same_post(session, post)]
    if post.peran != _CAMAT:
        return choose_uraian(_uraian(post), others)
    instansi = get_instansi(session)
    kantor = UraianJabatan(post.mulai, instansi.tugas, instansi.fungsi)
    return choose_uraian(_uraian(post), others, kantor)


def _uraian(post: Penempatan) -> UraianJabatan:
    return UraianJabatan(post.mulai, post.tugas, post.fungsi)


def _baris(row: Indikator, bahan: BahanUkur) -> BarisIki:
    formula = write_formula(row.formula, row.pembilang, row.penyebut, row.satuan)
    return BarisIki(
        uraian=row.uraian,
        satuan=row.satuan,
        penjelasan="\n".join(text for text in (formula, row.definisi_operasional) if text),
        sumber_data=row.sumber_data,
        target=angka_nilai(bahan.target),
    )
