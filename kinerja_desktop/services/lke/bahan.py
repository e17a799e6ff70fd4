"""Gather what the data of a year tells an evaluator (`docs/sakip.md` §11.3)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.lke.aturan_lapor import NASIONAL
from kinerja_desktop.domain.lke.bahan import (
    BahanLke,
    DialogAda,
    PerubahanPk,
    PublikasiAda,
    RenstraAda,
    SopAda,
)
from kinerja_desktop.domain.lke.hitungan import NIHIL, Hitungan
from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.domain.lkjip.susunan import outline_key
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.pengukuran.ukur import measure_periode
from kinerja_desktop.services.sop.library import list_attached
from kinerja_desktop.store.queries import lke as queries
from kinerja_desktop.store.queries.anggaran import (
    list_dukungan,
    list_pagu,
    load_simpul,
    load_tanggal_dpa,
)
from kinerja_desktop.store.queries.bahan import is_in_force, list_indikator, list_indikator_within
from kinerja_desktop.store.queries.kiriman import find_lkjip_dates
from kinerja_desktop.store.queries.lkjip import list_pembanding, load_belanja_tahun
from kinerja_desktop.store.queries.pejabat import list_in_post, load_names
from kinerja_desktop.store.queries.perjanjian import list_perjanjian
from kinerja_desktop.store.queries.renstra import (
    find_renstra,
    list_rencana_aksi,
    load_months,
    load_target,
)
from kinerja_desktop.store.records import Indikator, PerjanjianKinerja

_IKU, _IKI, _STAF = "IKU", "IKI", "staf"
_BERITA_ACARA = ("berita-acara-evaluasi", "evaluasi-renja")
_ANALISIS = "analisis_"
_MENCAPAI = 100


def gather_bahan(office: Office, tahun: int, terjawab: Hitungan = NIHIL) -> BahanLke:
    """Return the facts of a year.

    Args:
        office: the open office.
        tahun: the year whose performance is evaluated.
        terjawab: how many criteria of the self-check are answered.
    """
    with office.journal.reading() as session:
        plan = _read_plan(session, tahun)
        pk = _read_perjanjian(session, tahun)
        finals = queries.list_final_triwulan(session, tahun)
        papers = queries.list_final_papers(session, tahun)
        evaluasi = queries.list_evaluasi(session, tahun)
        for row in papers:
            if row.kunci in _BERITA_ACARA and row.triwulan is not None:
                evaluasi.setdefault(row.triwulan, row.tanggal)
        naskah: dict[str, tuple[date, ...]] = {}
        for row in papers:
            if row.tanggal is not None:
                naskah[row.kunci] = (*naskah.get(row.kunci, ()), row.tanggal)
        signed, delivery = find_lkjip_dates(session, tahun)
        lhe, earlier = queries.list_lhe(session, tahun - 1), queries.list_lhe(session, tahun - 2)
        advice = queries.list_rekomendasi(session, tahun - 1)
        formulir, ditolak = queries.count_formulir(session, tahun)
        kasus = queries.count_kasus(session, tahun)
        is_set_up = office.instansi() is not None
        # What ships for another kecamatan is no SOP of this office.
        own = [item.nama for item in list_attached(office)] if is_set_up else []
        sop = tuple(SopAda(nama, *kasus.get(nama, (0, 0))) for nama in own)
        tercapai, rata = _measure(office, tahun)
        return BahanLke(
            tahun=tahun,
            renstra=plan.renstra,
            sasaran=plan.sasaran,
            iku=plan.iku,
            **plan.counts,
            iku_diganti=plan.diganti,
            rencana_aksi=plan.rencana_aksi,
            aktivitas=plan.aktivitas,
            pk_pejabat=pk.pejabat,
            pk_pegawai=pk.pegawai,
            belum_pk=pk.belum,
            perubahan_pk=pk.perubahan,
            iki=pk.iki,
            iki_final=pk.iki_final,
            dpa=load_tanggal_dpa(session).get(tahun),
            dppa=_find_dppa(session, tahun),
            program=_count_program(session, tahun),
            final_triwulan={tw: day for tw, day in finals.items() if tw is not None},
            final_tahun=finals.get(None),
            evaluasi=evaluasi,
            dialog=_read_dialog(session, tahun),
            tindak_lanjut=queries.count_tindak_lanjut(session, tahun),
            formulir=formulir,
            ditolak=ditolak,
            berbukti=queries.count_berbukti(session, tahun),
            sop=sop,
            tercapai=tercapai,
            rata_capaian=rata,
            serapan=_find_serapan(session, tahun),
            lkjip_final=signed,
            lkjip_kirim=(
                (delivery.tanggal_terima or local_date(delivery.waktu)) if delivery else None
            ),
            analisis=(
                {**_count_analisis(office, tahun), NASIONAL: _count_nasional(session, tahun)}
                if is_set_up
                else {}
            ),
            publikasi=tuple(
                PublikasiAda(row.dokumen, row.tanggal, row.tempat)
                for row in queries.list_publikasi(session, tahun)
            ),
            naskah=naskah,
            nomor_lhe=lhe[0].nomor if lhe else "",
            nilai_lhe=lhe[0].nilai if lhe else None,
            nilai_lhe_lalu=earlier[0].nilai if earlier else None,
            rekomendasi=Hitungan(sum(row.status == "selesai" for row in advice), len(advice)),
            terjawab=terjawab,
        )


@dataclass(frozen=True)
class _Plan:
    renstra: RenstraAda | None
    sasaran: Hitungan
    iku: int
    counts: Mapping[str, Hitungan]
    diganti: tuple[str, ...]
    rencana_aksi: Hitungan
    aktivitas: Hitungan


def _read_plan(session: Session, tahun: int) -> _Plan:
    rows = list_indikator(session, tahun)
    iku = [row for row in rows if row.jenis == _IKU]
    targets = load_target(session, tahun)
    renstra = find_renstra(session, tahun)
    plans = list_rencana_aksi(session, tahun)
    by_month = load_months(session, tahun)
    planned = {
        row.indikator_id
        for row in plans
        if any(target is not None for target in (row.tw1, row.tw2, row.tw3, row.tw4))
    }
    with_months = {
        key for key, months in by_month.items() if any(month is not None for month in months)
    }

    def is_smart(row: Indikator) -> bool:
        texts = (row.satuan, row.definisi_operasional, row.formula or row.pembilang)
        return all(texts) and bool(row.penanggung_jawab) and targets.get(row.id) is not None

    wanted = iku or rows
    return _Plan(
        renstra=RenstraAda(
            renstra.nama, renstra.tahun_awal, renstra.tahun_akhir, renstra.nomor,
            renstra.tanggal, renstra.nomor_iku, renstra.tanggal_iku,
        ) if renstra else None,
        sasaran=queries.count_sasaran(session, renstra.id, iku) if renstra else NIHIL,
        iku=len(iku),
        counts={
            "definisi": _count(wanted, lambda row: row.definisi_operasional),
            "sumber": _count(wanted, lambda row: row.sumber_data),
            "penanggung_jawab": _count(
                wanted, lambda row: row.pengumpul_data or row.penanggung_jawab
            ),
            "smart": _count(iku, is_smart),
        },
        diganti=_find_diganti(session, (renstra.tahun_awal, renstra.tahun_akhir), tahun)
        if renstra else (),
        rencana_aksi=_count(
            rows, lambda row: row.id in planned or str(row.id) in with_months
        ),
        aktivitas=Hitungan(sum(bool(row.aktivitas.strip()) for row in plans), len(plans)),
    )  # fmt: skip


def _count(rows: Iterable[Indikator], has: Callable[[Indikator], object]) -> Hitungan:
    found = [bool(has(row)) for row in rows]
    return Hitungan(sum(found), len(found))


def _find_diganti(session: Session, span: tuple[int, int], tahun: int) -> tuple[str, ...]:
    """Return the IKU that came after the Renstra began, or went before this year's end."""
    first, last = span
    rows = [row for row in list_indikator_within(session, first, tahun) if row.jenis == _IKU]
    return tuple(
        row.kode
        for row in rows
        if first < (row.berlaku_dari or first) <= tahun
        or (row.berlaku_sampai is not None and first <= row.berlaku_sampai < min(last, tahun))
    )


@dataclass(frozen=True)
class _Perjanjian:
    pejabat: Hitungan
    pegawai: Hitungan
    belum: tuple[str, ...]
    perubahan: tuple[PerubahanPk, ...]
    iki: Hitungan
    iki_final: Hitungan


def _read_perjanjian(session: Session, tahun: int) -> _Perjanjian:
    names = load_names(session)
    posts = list_in_post(session, Periode(tahun).last_day)
    everyone = dict.fromkeys(who.id for _, who in posts)
    officials = dict.fromkeys(who.id for post, who in posts if post.peran != _STAF)
    camat = {who.id for post, who in posts if post.peran == "camat"}
    rows = [row for row in list_perjanjian(session, tahun) if row.ditandatangani]
    # An agreement that names nobody is the office's own, which the Camat signs.
    signed = {key for row in rows for key in ([row.pejabat_id] if row.pejabat_id else camat)}
    indikator = list_indikator_within(session, tahun, tahun)
    with_iki = {
        row.pejabat_id for row in indikator if row.jenis == _IKI and is_in_force(row, tahun)
    }
    terukur = queries.list_pejabat_terukur(session, tahun)

    def count(who: Iterable[UUID], among: Iterable[UUID | None]) -> Hitungan:
        keys = set(who)
        return Hitungan(len(keys & set(among)), len(keys))

    return _Perjanjian(
        count(officials, signed),
        count(everyone, signed),
        tuple(names[key] for key in officials if key not in signed),
        tuple(_change_of(row, names) for row in rows if row.perubahan_ke),
        count(officials, with_iki),
        count(officials, terukur),
    )


def _change_of(row: PerjanjianKinerja, names: Mapping[UUID, str]) -> PerubahanPk:
    nama = names.get(row.pejabat_id, "Camat") if row.pejabat_id else "Camat"
    return PerubahanPk(nama, row.perubahan_ke, row.tanggal, row.alasan or "")


def _find_dppa(session: Session, tahun: int) -> date | None:
    days = [row.tanggal_perubahan for row in list_pagu(session, tahun) if row.tanggal_perubahan]
    return max(days, default=None)


def _count_program(session: Session, tahun: int) -> Hitungan:
    """Count the programs with money below them that are tied to a sasaran."""
    lines = {line.id: line for line in load_simpul(session)}
    used = set()
    for row in list_pagu(session, tahun):
        key, seen = str(row.mata_anggaran_id), set[str]()
        while key in lines and lines[key].induk and key not in seen:
            seen.add(key)
            key = str(lines[key].induk)
        used.add(key)
    tied = {str(row.mata_anggaran_id) for row in list_dukungan(session)}
    return Hitungan(len(used & tied), len(used))


def _read_dialog(session: Session, tahun: int) -> tuple[DialogAda, ...]:
    return tuple(
        DialogAda(
            row.triwulan,
            row.tanggal,
            bool(row.rekomendasi.strip()),
            bool(row.tindak_lanjut.strip()),
            row.selesai is not None,
        )
        for row in queries.list_dialog(session, tahun)
    )


def _measure(office: Office, tahun: int) -> tuple[Hitungan, Decimal | None]:
    hasil = measure_periode(office, Periode(tahun))
    exact = [
        item.utama.capaian.tepat for item in hasil.indikator if item.utama.capaian.tepat is not None
    ]
    reached = sum(value >= _MENCAPAI for value in exact)
    return Hitungan(reached, len(exact)), hasil.rata_rata.tampil


def _find_serapan(session: Session, tahun: int) -> Decimal | None:
    belanja = load_belanja_tahun(session, tahun)
    if not belanja.pagu or belanja.realisasi is None:
        return None
    return belanja.realisasi / belanja.pagu * _MENCAPAI


def _count_nasional(session: Session, tahun: int) -> Hitungan:
    """Count the IKU with a national standard beside them."""
    iku = {row.id for row in list_indikator(session, tahun) if row.jenis == _IKU}
    known = {
        row.indikator_id
        for row in list_pembanding(session, tahun)
        if row.tingkat == "nasional" and row.nilai is not None
    }
    return Hitungan(len(iku & known), len(iku))


def _count_analisis(office: Office, tahun: int) -> dict[int, Hitungan]:
    """Count the seven comparisons of the LKjIP that say something, over all sasaran."""
    found: dict[int, Hitungan] = {}
    try:
        isi = read_lkjip(office, tahun)
    except KinerjaError:
        return found  # the page LKjIP tells what is wrong; here it must not hide all else
    for row in isi.bagian:
        key = outline_key(row.kunci)
        if not key.startswith(_ANALISIS) or key == row.kunci or not row.tampil:
            continue
        number = int(key.removeprefix(_ANALISIS))
        before = found.get(number, NIHIL)
        says = row.keadaan not in (KeadaanBagian.KOSONG, KeadaanBagian.TIDAK_ADA)
        found[number] = Hitungan(before.ada + says, before.dari + 1)
    return found
