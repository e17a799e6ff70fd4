"""What the office, the step of an SOP and the letter behind it write into a wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import BULAN, HARI, format_tanggal
from kinerja_desktop.domain.angka.terbilang import write_terbilang
from kinerja_desktop.domain.sop.langkah import Tindakan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import Kasus, read_case
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pejabat import find_pengelola
from kinerja_desktop.store.queries.surat import find_surat_of_case
from kinerja_desktop.store.records import Surat

_BAPPEDA = "Kepala Bappeda Kabupaten"
#: What an SOP ends with, by its process.
_DOKUMEN: Mapping[str, str] = {
    "perencanaan_kinerja": "Rencana Kinerja",
    "pengukuran_kinerja": "Pengukuran Kinerja",
    "pengumpulan_data_kinerja": "Data Kinerja",
}
_LAPORAN = "Laporan Kinerja Instansi Pemerintah (LKjIP)"


@dataclass(frozen=True)
class Tempat:
    """The step of a case that a letter belongs to."""

    case_id: UUID
    langkah: int
    putaran: int


def read_nilai(
    office: Office, periode: Periode, tanggal: date, tempat: Tempat | None
) -> dict[str, str]:
    """Return what stands in the places of a wording, by their names; empty where nothing is known.

    Args:
        office: the open office.
        periode: the year or triwulan that the letter is about.
        tanggal: of the letter.
        tempat: the step of the case that it belongs to.
    """
    case = read_case(office, tempat.case_id) if tempat else None
    with office.journal.reading() as session:
        values = _of_office(session, periode, tanggal)
        came = find_surat_of_case(session, case.id) if case else None
    if case and tempat:
        values |= _of_case(case, tempat)
    if came:
        values |= _of_letter(came)
    return values


def name_dokumen(sop: Sop, periode: Periode) -> str:
    """Return the document that an SOP makes for a period, as a letter calls it."""
    if any(langkah.tindakan is Tindakan.BUKA_LKJIP for langkah in sop.langkah):
        return f"{_LAPORAN} Tahun {periode.tahun}"
    name = _DOKUMEN.get(sop.proses, "Dokumen Kinerja")
    return f"{name} {periode.label}"


def write_tanggal_terbilang(day: date) -> str:
    """Write a date in words, as a berita acara does: *lima bulan Februari tahun dua ribu …*."""
    month = BULAN[day.month - 1]
    return f"{write_terbilang(day.day)} bulan {month} tahun {write_terbilang(day.year)}"


def reword_tanggal(before: date, after: date) -> dict[str, str]:
    """Return how a day reads in a letter, in words and figures, and how another one does.

    Only with the day of the week before it: *dua bulan Januari* ends *dua puluh dua bulan Januari*
    too.
    """
    day, other = HARI[before.weekday()], HARI[after.weekday()]
    return {
        f"{day}, tanggal {write_tanggal_terbilang(before)}": (
            f"{other}, tanggal {write_tanggal_terbilang(after)}"
        ),
        f"{day}, {format_tanggal(before)}": f"{other}, {format_tanggal(after)}",
    }


def _of_office(session: Session, periode: Periode, tanggal: date) -> dict[str, str]:
    instansi = get_instansi(session)
    pengelola = find_pengelola(session, tanggal)
    return {
        "kecamatan": instansi.kecamatan,
        "kabupaten": instansi.kabupaten,
        "tempat": instansi.tempat or instansi.kabupaten,
        "tujuan": instansi.tujuan_surat or f"{_BAPPEDA} {instansi.kabupaten}",
        "tahun": str(periode.tahun),
        "periode": periode.label,
        "hari": HARI[tanggal.weekday()],
        "tanggal": format_tanggal(tanggal),
        "tanggal_terbilang": write_tanggal_terbilang(tanggal),
        "dokumen": f"Dokumen Kinerja {periode.label}",
        "pengelola": f"{pengelola.awalan} {pengelola.jabatan}".strip() if pengelola else "",
    }


def _of_case(case: Kasus, tempat: Tempat) -> dict[str, str]:
    sop = case.sop.sop
    langkah = sop.get_langkah(tempat.langkah)
    tenggat = case.posisi.tenggat
    return {
        "dokumen": name_dokumen(sop, case.periode),
        "periode": case.periode.label,
        "tahun": str(case.periode.tahun),
        "sop": case.sop.nama,
        "langkah": langkah.uraian.diterima or langkah.uraian.tercetak or "",
        "tenggat": format_tanggal(tenggat) if tenggat else "",
    }


def _of_letter(row: Surat) -> dict[str, str]:
    return {
        "nomor_surat": row.nomor,
        "tanggal_surat": format_tanggal(row.tanggal) if row.tanggal else "",
        "pihak_surat": row.pihak,
        "hal_surat": row.hal,
    }
