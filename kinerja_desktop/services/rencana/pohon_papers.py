"""The papers drawn from the cascading of an office, and where they stand."""

from datetime import date

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.matriks_kinerja import (
    build_matriks_cascading,
    build_peran_hasil,
)
from kinerja_desktop.documents.papers.pohon_kinerja import build_pohon_kinerja
from kinerja_desktop.documents.xlsx.matriks_kinerja import render_matriks_cascading_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.kop import Pengesahan, Tanda
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja
from kinerja_desktop.domain.laporan.rencana_kinerja import date_plan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import BELUM_ADA, KeadaanDokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import camat_of, place_of, tanda_of
from kinerja_desktop.services.pengukuran.dokumen import without_indikator
from kinerja_desktop.services.rencana.peran_hasil import gather_peran_hasil
from kinerja_desktop.services.rencana.pohon import gather_pohon


def compose_pohon(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the Pohon Kinerja of a year, signed by the Camat of the paper's date.

    Raises:
        KinerjaError: no indicator is in force.
    """
    return build_pohon_kinerja(*_gather(office, permintaan))


def compose_matriks(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the same as a table.

    Raises:
        KinerjaError: no indicator is in force.
    """
    return build_matriks_cascading(*_gather(office, permintaan))


def build_matriks_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    """Return that table as a workbook.

    Raises:
        KinerjaError: no indicator is in force.
    """
    return render_matriks_cascading_xlsx(*_gather(office, permintaan))


def compose_peran(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the Matriks Peran Hasil of a year, with the officials of the paper's date.

    Raises:
        KinerjaError: there is no sasaran and no program in the year.
    """
    instansi, tahun = office.require_instansi(), permintaan.periode.tahun
    printed, day = _days(office, permintaan)
    with office.journal.reading() as session:
        data = gather_peran_hasil(session, tahun, day)
        if not data.hasil:
            raise KinerjaError(
                f"Belum ada sasaran atau program untuk {tahun}.", "Isi Renstra & IKU lebih dulu."
            )
        pengesahan = Pengesahan(place_of(instansi, printed), camat_of(session, instansi, day))
    return build_peran_hasil(data, pengesahan, tanda_of(instansi))


def describe_peran(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return how many officials and results there are, and who has no part in any."""
    tahun = periode.tahun
    with office.journal.reading() as session:
        data = gather_peran_hasil(session, tahun, office.today())
    if not data.hasil:
        text = f"Belum ada sasaran atau program untuk {tahun}: isi Renstra & IKU lebih dulu."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    state = f"{len(data.pejabat)} pejabat, {len(data.hasil)} hasil"
    if not data.pejabat:
        return KeadaanDokumen(state, catatan="Belum ada pejabat yang menjabat: isi Pengaturan.")
    idle = [item.jabatan for item in data.pejabat if not any(item.sumbangan)]
    catatan = (
        f"Belum tampak perannya: {', '.join(idle)}. Isi IKI-nya di Renstra & IKU, atau "
        "penanggung jawab program dan kegiatan di Anggaran."
    )
    return KeadaanDokumen(state, catatan=catatan if idle else "")


def describe_pohon(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return how many indicators the tree has, and what hangs on nothing in it."""
    tahun = periode.tahun
    with office.journal.reading() as session:
        data = gather_pohon(session, tahun, office.today())
    count = sum(len(simpul.indikator) for simpul in data.semua)
    if not count:
        return without_indikator(periode)
    return KeadaanDokumen(f"{count} indikator", catatan=_describe_loose(data))


def _describe_loose(data: PohonKinerja) -> str:
    if not data.lepas:
        return ""
    names = "; ".join(simpul.kinerja for simpul in data.lepasan)
    return (
        f"Belum terhubung dengan sasaran: {names}. Hubungkan program dengan sasarannya di "
        "Anggaran, dan indikator dengan tujuan, sasaran, atau programnya di Renstra & IKU."
    )


def _gather(office: Office, permintaan: Permintaan) -> tuple[PohonKinerja, Pengesahan, Tanda]:
    instansi, tahun = office.require_instansi(), permintaan.periode.tahun
    printed, day = _days(office, permintaan)
    with office.journal.reading() as session:
        data = gather_pohon(session, tahun, day)
        if not data.has_indikator:
            raise KinerjaError(
                f"Belum ada indikator untuk {tahun}.", "Isi Renstra & IKU lebih dulu."
            )
        pengesahan = Pengesahan(place_of(instansi, printed), camat_of(session, instansi, day))
    return data, pengesahan, tanda_of(instansi)


def _days(office: Office, permintaan: Permintaan) -> tuple[date | None, date]:
    """Return the date on the paper, and the day whose posts and pagu count."""
    tahun = permintaan.periode.tahun
    printed = permintaan.tanggal or date_plan(tahun, office.today())
    return printed, printed or date(tahun, 12, 31)
