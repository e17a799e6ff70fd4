"""*Lampiran cara hitung*: how every figure of a Pengukuran Kinerja came about, on paper."""

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.cara_hitung import build_cara_hitung
from kinerja_desktop.documents.xlsx.cara_hitung import render_cara_hitung_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.cara_hitung import CaraHitungTercetak
from kinerja_desktop.domain.laporan.lampiran_cara_hitung import make_cara_hitung
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import (
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Subjek,
    Tentang,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.dokumen import (
    PENGUKURAN,
    PENGUKURAN_IKI,
    find_owner,
    list_owners,
    read_measured,
    standing,
    without_indikator,
)
from kinerja_desktop.services.pengukuran.isi import describe_indikator
from kinerja_desktop.store.queries.bahan import (
    list_from_months,
    list_indikator,
)


def _gather(office: Office, permintaan: Permintaan) -> CaraHitungTercetak:
    """Return it of the frozen inputs of a final measurement, so that it never changes.

    A draft also tells definition and formula, which are no part of what is frozen.

    Raises:
        KinerjaError: no indicator is in force, or what was frozen was changed outside the program.
    """
    periode, about = permintaan.periode, permintaan.tentang
    kind = PENGUKURAN_IKI if about else PENGUKURAN
    wanted = Permintaan(kind.kunci, periode, about, permintaan.tanggal)
    snapshot, final = read_measured(office, wanted)
    if final is not None:
        return make_cara_hitung(snapshot, {}, kode=final.kode)
    if not snapshot.bahan:
        raise KinerjaError(
            f"Belum ada indikator untuk {periode.label}.", "Isi Renstra & IKU lebih dulu."
        )
    with office.journal.reading() as session:
        months = list_from_months(session, periode.tahun)
        keterangan = {
            str(row.id): describe_indikator(row, str(row.id) in months)
            for row in list_indikator(session, periode.tahun, about)
        }
    return make_cara_hitung(snapshot, keterangan, kode="")


def _compose(office: Office, permintaan: Permintaan) -> Naskah:
    return build_cara_hitung(_gather(office, permintaan))


def _build_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    return render_cara_hitung_xlsx(_gather(office, permintaan))


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    with office.journal.reading() as session:
        if not list_indikator(session, periode.tahun):
            return without_indikator(periode)
        owners = list_owners(session, periode.tahun)
        subjek = tuple(
            Subjek(key, name, standing(session, periode, key)) for key, name in owners.items()
        )
    return KeadaanDokumen(subjek[0].keadaan, subjek if len(subjek) > 1 else ())


CARA_HITUNG = Dokumen(
    "cara-hitung",
    "Lampiran Cara Hitung",
    "Setiap angka Pengukuran Kinerja: definisi, masukan, rumus, pembulatan, dan sumbernya.",
    compose=_compose,
    describe=_describe,
    tentang=Tentang("&Untuk", find_owner),
    build_xlsx=_build_xlsx,
)
