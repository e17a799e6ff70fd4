"""The kinds of planning papers: Penetapan IKU, RKT, Perjanjian Kinerja, Rencana Aksi."""

from collections.abc import Iterator
from datetime import date

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.xlsx.plans import (
    render_iku_xlsx,
    render_perjanjian_xlsx,
    render_rencana_aksi_xlsx,
    render_rkt_xlsx,
)
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.penetapan_iku import PenetapanIku
from kinerja_desktop.domain.laporan.perjanjian import PerjanjianTercetak
from kinerja_desktop.domain.laporan.rencana_aksi import RencanaAksiTercetak
from kinerja_desktop.domain.laporan.rencana_kinerja import RencanaKinerja
from kinerja_desktop.services.kantor.dokumen import (
    PERENCANAAN,
    Dokumen,
    LampiranLaporan,
    Permintaan,
    Salinan,
    TempatPaket,
    Tentang,
)
from kinerja_desktop.services.kantor.kept_papers import find_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import with_properties
from kinerja_desktop.services.pengukuran.dokumen import find_pejabat
from kinerja_desktop.services.rencana import dokumen_cascading, plan_papers, plan_states
from kinerja_desktop.services.rencana.perjanjian_data import (
    gather_perjanjian_camat,
    list_perjanjian_camat,
)
from kinerja_desktop.services.rencana.perjanjian_versi import find_perjanjian
from kinerja_desktop.services.rencana.plan_data import gather_iku, gather_rkt
from kinerja_desktop.services.rencana.rencana_aksi_data import gather_rencana_aksi


def _compose_iku(office: Office, permintaan: Permintaan) -> Naskah:
    return plan_papers.compose_iku(office, permintaan.periode.tahun)[1]


def _compose_rkt(office: Office, permintaan: Permintaan) -> Naskah:
    return _rkt(office, permintaan)[1]


def _compose_perjanjian(office: Office, permintaan: Permintaan) -> Naskah:
    return _perjanjian(office, permintaan)[1]


def _compose_rencana_aksi(office: Office, permintaan: Permintaan) -> Naskah:
    return _rencana_aksi(office, permintaan)[1]


def _rkt(office: Office, permintaan: Permintaan) -> tuple[RencanaKinerja, Naskah]:
    return plan_papers.compose_rkt(office, permintaan.periode.tahun, permintaan.tanggal)


def _perjanjian(office: Office, permintaan: Permintaan) -> tuple[PerjanjianTercetak, Naskah]:
    key = permintaan.require_tentang(PERJANJIAN.judul)
    return plan_papers.compose_perjanjian(office, key, permintaan.tanggal)


def _rencana_aksi(office: Office, permintaan: Permintaan) -> tuple[RencanaAksiTercetak, Naskah]:
    return plan_papers.compose_rencana_aksi(
        office, permintaan.periode.tahun, permintaan.tentang, permintaan.tanggal
    )


def _iku_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    data, naskah = plan_papers.compose_iku(office, permintaan.periode.tahun)
    return render_iku_xlsx(data, with_properties(office, naskah, permintaan.tanggal))


def _rkt_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    data, naskah = _rkt(office, permintaan)
    return render_rkt_xlsx(data, with_properties(office, naskah, permintaan.tanggal))


def _perjanjian_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    data, naskah = _perjanjian(office, permintaan)
    return render_perjanjian_xlsx(data, with_properties(office, naskah, permintaan.tanggal))


def _rencana_aksi_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    data, naskah = _rencana_aksi(office, permintaan)
    return render_rencana_aksi_xlsx(data, with_properties(office, naskah, permintaan.tanggal))


def _list_iku(office: Office, periode: Periode) -> Iterator[Salinan]:
    return _list_of_year(PENETAPAN_IKU, office, periode)


def _list_rkt(office: Office, periode: Periode) -> Iterator[Salinan]:
    return _list_of_year(RENCANA_KINERJA, office, periode)


def _list_rencana_aksi(office: Office, periode: Periode) -> Iterator[Salinan]:
    return _list_of_year(RENCANA_AKSI, office, periode)


def _list_of_year(dokumen: Dokumen, office: Office, periode: Periode) -> Iterator[Salinan]:
    """Let the office's own paper go along with every delivery of its year, never a draft."""
    tahun = Periode(periode.tahun)
    wanted = Permintaan(dokumen.kunci, tahun)
    with office.journal.reading() as session:
        final = find_paper(session, dokumen, wanted)
    if final is not None:
        yield Salinan(f"{dokumen.nama_berkas}_{tahun.kode}.pdf", dokumen.judul, wanted)


def _gap_of_iku(office: Office, periode: Periode, goes_along: bool) -> str:
    return _gap_of_year(PENETAPAN_IKU, office, periode, goes_along)


def _gap_of_rkt(office: Office, periode: Periode, goes_along: bool) -> str:
    return _gap_of_year(RENCANA_KINERJA, office, periode, goes_along)


def _gap_of_rencana_aksi(office: Office, periode: Periode, goes_along: bool) -> str:
    return _gap_of_year(RENCANA_AKSI, office, periode, goes_along)


def _gap_of_year(dokumen: Dokumen, office: Office, periode: Periode, goes_along: bool) -> str:
    """Tell that a paper which is there does not go along because it is a draft."""
    if goes_along or dokumen.describe(office, Periode(periode.tahun)).kosong:
        return ""
    return (
        f"{dokumen.judul} {periode.tahun} belum final, jadi tidak disertakan: "
        "jadikan final di Dokumen"
    )


def _list_perjanjian(office: Office, periode: Periode) -> Iterator[Salinan]:
    """Let every signed version of the office's agreement go along, never a draft."""
    with office.journal.reading() as session:
        signed = [
            (row.kode, row.id)
            for row in list_perjanjian_camat(session, periode.tahun)
            if row.ditandatangani
        ]
    for number, (kode, key) in enumerate(signed, start=1):
        yield Salinan(
            f"{number:02}_{PERJANJIAN.nama_berkas}_{kode}.pdf",
            PERJANJIAN.judul,
            Permintaan(PERJANJIAN.kunci, Periode(periode.tahun), key),
            judul=f"{PERJANJIAN.judul} Tahun {periode.tahun} ({kode})",
        )


def _describe_gap(office: Office, periode: Periode, goes_along: bool) -> str:
    if goes_along:
        return ""
    return (
        f"Perjanjian Kinerja {periode.tahun} belum ditandatangani, jadi tidak disertakan: "
        "tandai di Perjanjian Kinerja"
    )


def _attach_iku(office: Office, tahun: int, tanggal: date) -> PenetapanIku:
    with office.journal.reading() as session:
        return gather_iku(session, tahun)


def _attach_rkt(office: Office, tahun: int, tanggal: date) -> RencanaKinerja:
    """Pagu is the one in force at the year's end, as in the report itself."""
    with office.journal.reading() as session:
        return gather_rkt(session, tahun, Periode(tahun).last_day)


def _attach_perjanjian(office: Office, tahun: int, tanggal: date) -> PerjanjianTercetak | None:
    with office.journal.reading() as session:
        return gather_perjanjian_camat(session, tahun, tanggal)


def _attach_rencana_aksi(office: Office, tahun: int, tanggal: date) -> RencanaAksiTercetak:
    """Pagu is the one in force at the year's end, as in the report itself."""
    with office.journal.reading() as session:
        return gather_rencana_aksi(session, tahun, Periode(tahun).last_day)


PENETAPAN_IKU = Dokumen(
    "penetapan-iku",
    "Penetapan IKU",
    "Lampiran Keputusan Camat tentang Penetapan Indikator Kinerja Utama.",
    compose=_compose_iku,
    build_xlsx=_iku_xlsx,
    describe=plan_states.describe_iku,
    is_tahunan=True,
    is_signed=True,
    paket=TempatPaket(PERENCANAAN, "Penetapan IKU", _list_iku, _gap_of_iku),
    lampiran=LampiranLaporan("iku", _attach_iku),
)

RENCANA_KINERJA = Dokumen(
    "rencana-kinerja-tahunan",
    "Rencana Kinerja Tahunan",
    "Sasaran, indikator, target, dan program setahun, ditandatangani Camat.",
    compose=_compose_rkt,
    build_xlsx=_rkt_xlsx,
    describe=plan_states.describe_rkt,
    is_tahunan=True,
    is_signed=True,
    has_kop=True,
    paket=TempatPaket(PERENCANAAN, "Rencana Kinerja Tahunan", _list_rkt, _gap_of_rkt),
    lampiran=LampiranLaporan("rkt", _attach_rkt),
)

PERJANJIAN = Dokumen(
    "perjanjian-kinerja",
    "Perjanjian Kinerja",
    "Pernyataan dan lampirannya, murni atau perubahan, ditandatangani kedua pihak.",
    compose=_compose_perjanjian,
    build_xlsx=_perjanjian_xlsx,
    describe=plan_states.describe_perjanjian,
    is_tahunan=True,
    tentang=Tentang(
        "P&erjanjian",
        lambda office, periode, nama: find_perjanjian(office, periode.tahun, nama),
    ),
    paket=TempatPaket(
        "01_PK/",
        "Perjanjian Kinerja Camat beserta lampirannya",
        _list_perjanjian,
        _describe_gap,
    ),
    lampiran=LampiranLaporan("perjanjian", _attach_perjanjian),
)

RENCANA_AKSI = Dokumen(
    "rencana-aksi",
    "Rencana Aksi",
    "Target per triwulan atau bulan, kegiatan, anggaran, dan penanggung jawab.",
    compose=_compose_rencana_aksi,
    build_xlsx=_rencana_aksi_xlsx,
    describe=plan_states.describe_rencana_aksi,
    is_tahunan=True,
    is_signed=True,
    has_kop=True,
    tentang=Tentang("&Untuk", lambda office, periode, nama: find_pejabat(office, nama)),
    paket=TempatPaket("02_RENAKSI/", "Rencana Aksi", _list_rencana_aksi, _gap_of_rencana_aksi),
    lampiran=LampiranLaporan("rencana_aksi", _attach_rencana_aksi),
)

#: In the order in which a year needs them.
DOKUMEN = (PENETAPAN_IKU, RENCANA_KINERJA, PERJANJIAN, RENCANA_AKSI, *dokumen_cascading.DOKUMEN)
