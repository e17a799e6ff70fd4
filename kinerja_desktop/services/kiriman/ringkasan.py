"""The few figures beside the papers of a package, for the recap of whoever receives it."""

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.penerimaan.ringkasan import Ringkasan, RingkasEvaluasi, RingkasLke
from kinerja_desktop.services.evaluasi.baca import gather_evaluasi
from kinerja_desktop.services.evaluasi.dokumen import EVALUASI
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import read_status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import read_lke


def read_ringkasan(office: Office, periode: Periode) -> Ringkasan:
    """Return the scores of a period's E.81 (of a year's last triwulan), and of the year's LKE.

    Raises:
        KinerjaError: what is stored of the criteria was changed outside the program.
    """
    return Ringkasan(_read_evaluasi(office, periode), _read_lke(office, periode.tahun))


def _read_evaluasi(office: Office, periode: Periode) -> RingkasEvaluasi | None:
    """Only of a form that is final and still says the same: its figures are those on the paper."""
    triwulan = periode.triwulan or max(TRIWULAN)
    wanted = Periode(periode.tahun, triwulan)
    status = read_status(office, EVALUASI, Permintaan(EVALUASI.kunci, wanted))
    if not status.is_final or status.perubahan:
        return None
    with office.journal.reading() as session:
        formulir = gather_evaluasi(session, wanted).formulir
    return RingkasEvaluasi(
        triwulan,
        formulir.rata_renja.tampil,
        formulir.rata_renja.kategori,
        formulir.rata_renstra.tampil,
        formulir.rata_renstra.kategori,
    )


def _read_lke(office: Office, tahun: int) -> RingkasLke | None:
    isi = read_lke(office, tahun)
    nilai = isi.nilai.nilai
    reports = ((isi.lhe, tahun), (isi.lhe_lalu, tahun - 1))
    lhe = next(((item.nilai, year) for item, year in reports if item and item.nilai), None)
    if not nilai.terjawab and lhe is None:
        return None
    is_begun = nilai.terjawab > 0
    return RingkasLke(
        nilai.tampil_terendah if is_begun else None,
        isi.nilai.predikat.kode if is_begun else "",
        nilai.terjawab,
        nilai.jumlah,
        *(lhe or (None, None)),
    )
