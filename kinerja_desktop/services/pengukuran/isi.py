"""The sheet on which realisasi is entered: figures, what is known of each line, evidence."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.pengukuran import HasilPengukuran, measure, remeasure
from kinerja_desktop.domain.laporan.cara_hitung import Keterangan
from kinerja_desktop.domain.penerimaan.komentar import name_komentar
from kinerja_desktop.services.kantor.identitas import list_pemilik_iki
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.services.pengukuran.ukur import find_status
from kinerja_desktop.store.queries.bahan import (
    list_from_months,
    list_indikator,
    load_bahan,
    load_profil,
    refresh_bahan,
)
from kinerja_desktop.store.queries.komentar import list_open
from kinerja_desktop.store.queries.lampiran import count_bukti
from kinerja_desktop.store.queries.pengukuran import list_realisasi
from kinerja_desktop.store.records import Indikator, Komentar


@dataclass(frozen=True)
class IsiPengukuran:
    """Everything that the entry table of a period shows.

    Attributes:
        hasil: the measured figures.
        status: whether it is final.
        keterangan: by id of the indicator.
        bukti: number of evidence files by id of the indicator.
        pemilik: officials who have IKI in this year, by id.
        komentar: what Bappeda or a leader says of it and is not done, by id of the indicator.
    """

    hasil: HasilPengukuran
    status: StatusFinal
    keterangan: Mapping[str, Keterangan]
    bukti: Mapping[str, int]
    pemilik: Mapping[UUID, str]
    komentar: Mapping[str, tuple[str, ...]]


def read_isi(office: Office, periode: Periode, pejabat_id: UUID | None = None) -> IsiPengukuran:
    """Read the sheet of a period: the office's own indicators, or an official's IKI."""
    status = find_status(office, periode, pejabat_id)
    with office.journal.reading() as session:
        bahan = load_bahan(session, periode.tahun, pejabat_id)
        hasil = measure(periode, bahan, load_profil(session, periode.tahun))
        from_months = list_from_months(session, periode.tahun)
        indikator = list_indikator(session, periode.tahun, pejabat_id)
        entries = list_realisasi(session, [row.id for row in indikator], periode)
        done = {row.indikator_id: row.selesai for row in entries}
        keterangan = {
            str(row.id): describe_indikator(row, str(row.id) in from_months, done.get(row.id))
            for row in indikator
        }
        counts = count_bukti(session, periode)
        told = [row for row in list_open(session) if _is_about(row, periode)]
    komentar = {
        str(row.id): tuple(
            f"{name_komentar(item.dari, item.dikirim)}: {item.isi}"
            for item in told
            if _fold(item.tentang) == _fold(row.uraian)
        )
        for row in indikator
    }
    bukti = Counter({str(key): number for key, number in counts.items()})
    return IsiPengukuran(hasil, status, keterangan, bukti, list_pemilik_iki(office), komentar)


def _is_about(row: Komentar, periode: Periode) -> bool:
    """Tell whether a comment was told to this office, about a period."""
    mine = row.perangkat_id is None
    return mine and (row.tahun, row.triwulan) == (periode.tahun, periode.triwulan)


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()


def refresh_indikator(office: Office, hasil: HasilPengukuran, indikator_id: str) -> HasilPengukuran:
    """Measure one indicator anew from what is stored now; a few milliseconds for any office."""
    bahan = next(item.bahan for item in hasil.indikator if item.bahan.id == indikator_id)
    with office.journal.reading() as session:
        return remeasure(hasil, refresh_bahan(session, bahan, hasil.periode.tahun))


def describe_indikator(
    row: Indikator, is_dari_bulan: bool, selesai: date | None = None
) -> Keterangan:
    """Return what is known of an indicator beyond its figures.

    Args:
        row: the indicator.
        is_dari_bulan: the targets of its triwulan follow from those of the months.
        selesai: when the tindak lanjut of the period was done.
    """
    return Keterangan(
        row.definisi_operasional,
        row.alasan,
        row.formula,
        row.sumber_data,
        row.penanggung_jawab,
        is_dari_bulan,
        row.pembilang,
        row.penyebut,
        selesai,
    )
