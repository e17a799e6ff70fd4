"""Manual IKU: what the office holds of every IKU, gathered and told where it has gaps."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.manual_iku import build_manual_iku
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.laporan.kop import Pengesahan
from kinerja_desktop.domain.laporan.manual_iku import LembarIku, ManualIku
from kinerja_desktop.domain.laporan.penetapan_iku import write_formula
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_nilai
from kinerja_desktop.domain.laporan.rencana_kinerja import date_plan
from kinerja_desktop.domain.sections.indikator import AKUMULASI, ARAH, FREKUENSI
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import BELUM_ADA, KeadaanDokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import camat_of, place_of, tanda_of
from kinerja_desktop.services.rencana.plan_data import IKU, gather_iku
from kinerja_desktop.store.queries.bahan import list_indikator, load_groups
from kinerja_desktop.store.queries.renstra import list_years, load_targets
from kinerja_desktop.store.records import Indikator

_SHOWN = 3


def gather_manual(session: Session, tahun: int) -> ManualIku:
    """Return the sheets of the IKU in force in a year, in the order of every paper."""
    iku = gather_iku(session, tahun)
    years = tuple(list_years(session, tahun))
    targets, words = load_targets(session, years), load_groups(session)
    sheets = []
    for row in list_indikator(session, tahun):
        if row.jenis != IKU:
            continue
        parent = row.sasaran_id or row.tujuan_id or row.mata_anggaran_id
        own = targets.get(row.id, {})
        target = tuple(angka_nilai(own.get(year)) for year in years)
        sheets.append(
            LembarIku(row.kode, _isi(row, words.get(parent, "") if parent else ""), target)
        )
    return ManualIku(iku.skpd, iku.masa, years, tuple(sheets))


def compose_manual(office: Office, permintaan: Permintaan) -> Naskah:
    """Return the Manual IKU of a year, signed by the Camat of the paper's date.

    Raises:
        KinerjaError: no IKU is in force.
    """
    instansi, tahun = office.require_instansi(), permintaan.periode.tahun
    printed = permintaan.tanggal or date_plan(tahun, office.today())
    day = printed or date(tahun, 1, 1)
    with office.journal.reading() as session:
        data = gather_manual(session, tahun)
        if not data.lembar:
            raise KinerjaError(
                f"Belum ada IKU yang berlaku pada {tahun}.", "Isi dulu Renstra & IKU."
            )
        pengesahan = Pengesahan(place_of(instansi, printed), camat_of(session, instansi, day))
    return build_manual_iku(data, pengesahan, tanda_of(instansi))


def describe_manual(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return how many sheets there are, and what of them is still missing."""
    with office.journal.reading() as session:
        data = gather_manual(session, periode.tahun)
    if not data.lembar:
        text = f"Belum ada IKU yang berlaku pada {periode.tahun}: isi Renstra & IKU lebih dulu."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    state = KeadaanDokumen(f"{len(data.lembar)} IKU")
    gaps = [(item.kode, item.kurang) for item in data.lembar if item.kurang]
    if not gaps:
        return state
    told = [f"{kode}: {', '.join(kurang).lower()}." for kode, kurang in gaps[:_SHOWN]]
    if len(gaps) > _SHOWN:
        told.append(f"Dan {len(gaps) - _SHOWN} IKU lain.")
    head = (
        f"{len(gaps)} IKU belum lengkap, jadi tercetak titik-titik: "
        "isi di Renstra & IKU, tab Indikator."
    )
    return replace(state, catatan="\n".join((head, *told)))


def _isi(row: Indikator, sasaran: str) -> dict[str, str]:
    value = format_nilai(row.baseline_nilai) if row.baseline_nilai is not None else ""
    baseline = (str(row.baseline_tahun) if row.baseline_tahun else "", value)
    return {
        "sasaran": sasaran,
        "uraian": row.uraian,
        "alasan": row.alasan,
        "definisi_operasional": row.definisi_operasional,
        "formula": write_formula(row.formula, row.pembilang, row.penyebut, row.satuan),
        "satuan": row.satuan,
        "arah": ARAH.get(row.arah, ""),
        "akumulasi": AKUMULASI.get(row.akumulasi, ""),
        "frekuensi": FREKUENSI.get(row.frekuensi or "", ""),
        "sumber_data": row.sumber_data,
        "bukti": row.bukti,
        "penanggung_jawab": row.penanggung_jawab,
        "pengumpul_data": row.pengumpul_data,
        "baseline": ": ".join(text for text in baseline if text),
    }
