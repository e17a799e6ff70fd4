"""Read an Evaluasi Hasil Renja: the form as it is shown and printed, and what is missing in it."""

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.evaluasi.formulir import FormulirEvaluasi, reckon
from kinerja_desktop.domain.evaluasi.kinerja import KinerjaBaris
from kinerja_desktop.domain.kunci import KOLOM_EVALUASI
from kinerja_desktop.domain.laporan.evaluasi_renja import (
    KAKI,
    ButirTindakLanjut,
    EvaluasiTercetak,
    TindakLanjutEvaluasi,
    list_rows,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.tanggal_kertas import read_measured_bounds
from kinerja_desktop.store.queries import evaluasi as queries
from kinerja_desktop.store.queries.bahan import load_profil
from kinerja_desktop.store.queries.dokumen_final import find_final
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pengukuran import find_final as find_pengukuran

#: Pages on which what is missing is entered.
RENSTRA, ANGGARAN = "renstra", "anggaran"
_SHOWN = 3
PILIH_TRIWULAN = (
    "Evaluasi Renja dibuat per triwulan: pilih Triwulan I, II, III, atau IV. "
    "Untuk setahun penuh, pakai Triwulan IV."
)


@dataclass(frozen=True)
class Kekurangan:
    """What the form lacks, and the page on which it is entered."""

    teks: str
    halaman: str


@dataclass(frozen=True)
class IsiEvaluasi:
    """What the page *Evaluasi Renja* shows.

    Attributes:
        evaluasi: the form; None for a year as a whole, of which there is none.
        kosong: why there is no form and what to do; empty when there is one.
        kekurangan: what should be filled in.
        berita_acara: nomor, tempat and catatan of the berita acara.
        tanggal: of the berita acara.
        terkunci: the columns that a final paper prints.
        batas: between which days the berita acara is dated as a rule; None without a form.
    """

    evaluasi: EvaluasiTercetak | None = None
    kosong: str = ""
    kekurangan: tuple[Kekurangan, ...] = ()
    berita_acara: dict[str, str] = field(default_factory=dict)
    tanggal: date | None = None
    terkunci: frozenset[str] = frozenset()
    batas: BatasTanggal | None = None


def read_evaluasi(office: Office, periode: Periode) -> IsiEvaluasi:
    """Read the evaluation of a period for the page."""
    if periode.triwulan is None:
        return IsiEvaluasi(kosong=PILIH_TRIWULAN)
    with office.journal.reading() as session:
        evaluasi = gather_evaluasi(session, periode)
        row = queries.find_evaluasi(session, periode)
        locked: frozenset[str] = frozenset()
        for kunci, columns in KOLOM_EVALUASI.items():
            if find_final(session, kunci, periode, None):
                locked |= columns
    lacks = tuple(find_kekurangan(evaluasi.formulir))
    if not evaluasi.baris:
        return IsiEvaluasi(None, describe_empty(periode), lacks)
    texts = {name: getattr(row, name) if row else "" for name in ("nomor", "tempat", "catatan")}
    day, bounds = row.tanggal if row else None, read_measured_bounds(office, periode)
    return IsiEvaluasi(evaluasi, "", lacks, texts, day, locked, bounds)


def gather_evaluasi(session: Session, periode: Periode) -> EvaluasiTercetak:
    """Return the form of a triwulan, reckoned from the data.

    Raises:
        KinerjaError: it is asked of a whole year.
    """
    if periode.triwulan is None:
        raise KinerjaError("Evaluasi Renja tidak ada untuk setahun sekaligus.", PILIH_TRIWULAN)
    profil = load_profil(session, periode.tahun)
    form = reckon(queries.load_evaluasi(session, periode.tahun, periode.triwulan), profil)
    row = queries.find_evaluasi(session, periode)
    years = f"{form.renstra[0]}–{form.renstra[1]}" if form.renstra else ""
    return EvaluasiTercetak(
        skpd=f"Kecamatan {get_instansi(session).kecamatan}",
        periode=periode,
        renstra=years,
        formulir=form,
        baris=tuple(list_rows(form)),
        kaki={name: getattr(row, name) if row else "" for name in KAKI},
        catatan=_describe_rules(form),
    )


def gather_tindak_lanjut(session: Session, periode: Periode) -> TindakLanjutEvaluasi:
    """Return what is to be done after a triwulan, of every indicator that names something.

    Raises:
        KinerjaError: it is asked of a whole year.
    """
    if periode.triwulan is None:
        raise KinerjaError("Evaluasi Renja tidak ada untuk setahun sekaligus.", PILIH_TRIWULAN)
    butir = tuple(
        ButirTindakLanjut(
            indikator.uraian,
            row.penghambat,
            row.tindak_lanjut,
            row.penanggung_jawab or indikator.penanggung_jawab,
            row.batas_waktu,
            f"Selesai {format_tanggal(row.selesai)}" if row.selesai else "",
        )
        for indikator, row in queries.list_tindak_lanjut(session, periode)
        if says_something(row.tindak_lanjut) or says_something(row.penghambat)
    )
    return TindakLanjutEvaluasi(f"Kecamatan {get_instansi(session).kecamatan}", periode, butir)


def find_kekurangan(form: FormulirEvaluasi) -> list[Kekurangan]:
    """Return what the form lacks, and where it is entered."""
    lacks = []
    if not form.baris:
        text = "Belum ada program, kegiatan, atau sub kegiatan beserta pagunya."
        lacks.append(Kekurangan(text, ANGGARAN))
    if form.renstra is None:
        text = f"Belum ada periode Renstra yang memuat {form.tahun}, jadi kolom 5 dan 15 kosong."
        lacks.append(Kekurangan(text, RENSTRA))
    bare = [line for line in form.baris if not line.kinerja]
    if bare:
        text = (
            f"{len(bare)} dari {len(form.baris)} program, kegiatan, dan sub kegiatan belum punya "
            "indikator: tambahkan di tab Indikator dengan tingkat dan program/kegiatannya."
        )
        lacks.append(Kekurangan(text, RENSTRA))
    if form.baris and all(line.rupiah.bahan.renstra is None for line in form.baris):
        text = "Pagu Renstra belum diisi, jadi Rp pada kolom 5 dan 15 kosong."
        lacks.append(Kekurangan(text, ANGGARAN))
    return lacks


def list_unfinished(session: Session, periode: Periode, form: FormulirEvaluasi) -> list[str]:
    """Return what else should be done before the form of a triwulan is signed, in sentences."""
    items = [item for line in form.baris for item in line.kinerja]
    blank = [item.bahan.uraian for item in items if _lacks_realisasi(item, form.triwulan)]
    told = []
    if blank:
        some = ", ".join(blank[:_SHOWN]) + ("…" if len(blank) > _SHOWN else "")
        told.append(
            f"{len(blank)} dari {len(items)} indikator belum punya realisasi {periode.label}: "
            f"{some}. Isi di Pengukuran."
        )
    bare = sum(line.rupiah.bahan.renstra is None for line in form.baris)
    if 0 < bare < len(form.baris):
        told.append(
            f"Pagu Renstra {bare} dari {len(form.baris)} program, kegiatan, dan sub kegiatan belum "
            "diisi: isi di Anggaran."
        )
    if find_pengukuran(session, periode, None) is None:
        told.append(
            f"Pengukuran Kinerja {periode.label} masih draf, jadi realisasinya masih dapat berubah."
        )
    return told


def _lacks_realisasi(item: KinerjaBaris, triwulan: int) -> bool:
    """Tell whether the triwulan is blank; a figure of the whole year stands for the last."""
    if item.is_setahun or (
        item.bahan.akumulasi is Akumulasi.TAHUNAN_SAJA and triwulan != TRIWULAN[-1]
    ):
        return False
    return item.triwulan[triwulan - 1].keadaan is Keadaan.BELUM_DIISI


def describe_empty(periode: Periode) -> str:
    """Say why there is no form of a triwulan, and what to do."""
    return (
        f"Belum ada yang dapat dievaluasi pada {periode.label}: isi program, kegiatan, dan sub "
        "kegiatan beserta pagunya di Anggaran, lalu indikatornya di Renstra & IKU."
    )


def _describe_profile(form: FormulirEvaluasi) -> list[str]:
    """Tell the office's rules but that of the means, which the form has of its own."""
    used = [item.rumus for line in form.baris for item in line.kinerja]
    rules = form.profil.describe(has_falling=form.profil.rumus_turun in used)
    return [text for text in rules if not text.startswith("Rata-rata keseluruhan")]


def _describe_rules(form: FormulirEvaluasi) -> tuple[str, ...]:
    kinds = {item.bahan.akumulasi for line in form.baris for item in line.kinerja}
    rules = [
        "K kolom 12 = 8+9+10+11 dan kolom 14 = 6+12 pada baris akumulasi. Pada baris lain kolom 12 "
        "mengikuti aturannya (kolom 17), kolom 14 nilai yang dicapai terakhir, dan kolom 5 target "
        "tahun terakhir Renstra."
    ]
    if not kinds - {Akumulasi.AKUMULASI}:
        rules = ["K kolom 12 = 8+9+10+11 dan kolom 14 = 6+12."]
    if not kinds:
        rules = []
    budget = "Rp selalu dijumlahkan; kolom 13 = 12/7×100 dan kolom 15 = 14/5×100."
    means = "Rata-rata capaian kinerja diambil dari K yang dapat dihitung: " + ", ".join(
        f"kolom {nomor}: {rata.keterangan}"
        for nomor, rata in ((13, form.rata_renja), (15, form.rata_renstra))
    )
    return (*rules, budget, f"{means}.", *_describe_profile(form))
