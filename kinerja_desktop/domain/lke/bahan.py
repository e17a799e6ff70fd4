"""What the data of a year tells an evaluator: the facts that proposals are made of.

Gathered by `services.lke.bahan`; the rules in `aturan_*` are pure functions of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.lke.hitungan import NIHIL, Hitungan


@dataclass(frozen=True)
class RenstraAda:
    """The Renstra of the year and the Keputusan that sets its IKU."""

    nama: str
    tahun_awal: int
    tahun_akhir: int
    nomor: str = ""
    tanggal: date | None = None
    nomor_iku: str = ""
    tanggal_iku: date | None = None


@dataclass(frozen=True)
class PerubahanPk:
    """A changed Perjanjian Kinerja: whose, when signed, and why (kode of the reason)."""

    nama: str
    ke: int
    tanggal: date | None
    alasan: str


@dataclass(frozen=True)
class DialogAda:
    """A Dialog Kinerja that was held."""

    triwulan: int
    tanggal: date | None
    has_rekomendasi: bool
    has_tindak_lanjut: bool
    selesai: bool


@dataclass(frozen=True)
class SopAda:
    """An SOP in force, and how many of its cases of the year have ended."""

    nama: str
    kasus: int = 0
    selesai: int = 0


@dataclass(frozen=True)
class PublikasiAda:
    """A document that was made public; `dokumen` is its kunci or a name of its own."""

    dokumen: str
    tanggal: date | None
    tempat: str


@dataclass(frozen=True)
class BahanLke:
    """Everything that a year's proposals are made of.

    Attributes:
        tahun: the year whose performance is evaluated.
        sasaran: sasaran with an IKU, of all of the Renstra.
        iku: IKU in force; `definisi`, `sumber` and `penanggung_jawab` count those that have each.
        smart: IKU with satuan, target, definisi, formula and penanggung jawab.
        iku_diganti: kode of the IKU that came or went within the Renstra.
        rencana_aksi: indicators of the office with targets per triwulan, of all.
        aktivitas: rows of the Rencana Aksi with an aktivitas, of all.
        pk_pejabat, pk_pegawai: structural officials, and all in post, with a signed agreement.
        belum_pk: names of structural officials without one.
        dpa, dppa: when the budget and its change were ratified.
        program: programs with a pagu that support a sasaran, of all with a pagu.
        final_triwulan, final_tahun: dates of the final Pengukuran Kinerja.
        iki, iki_final: structural officials with IKI, and with a final measurement of them.
        evaluasi: dates of the berita acara, or of the final E.81, by triwulan.
        tindak_lanjut: of the year's realisasi, those done of those promised.
        formulir: forms that came back, of those handed out; `ditolak` rows were sent back.
        berbukti: realisasi with evidence, of those filled in.
        tercapai: IKU that met the year's target, of those that can be measured.
        rata_capaian, serapan: the year's mean capaian, and what was spent of the pagu, in percent.
        lkjip_final, lkjip_kirim: when the LKjIP was signed, and delivered.
        analisis: of the seven comparisons of the LKjIP, filled sections of all, by number.
        naskah: dates of final papers of other kinds, by their kunci.
        nilai_lhe, nilai_lhe_lalu: of the LHE over the year before, and the one before that.
        nomor_lhe: of the LHE over the year before.
        rekomendasi: recommendations of that LHE that were followed up, of all.
        terjawab: criteria of this self-check that are answered.
    """

    tahun: int
    renstra: RenstraAda | None = None
    sasaran: Hitungan = NIHIL
    iku: int = 0
    definisi: Hitungan = NIHIL
    sumber: Hitungan = NIHIL
    penanggung_jawab: Hitungan = NIHIL
    smart: Hitungan = NIHIL
    iku_diganti: tuple[str, ...] = ()
    rencana_aksi: Hitungan = NIHIL
    aktivitas: Hitungan = NIHIL
    pk_pejabat: Hitungan = NIHIL
    pk_pegawai: Hitungan = NIHIL
    belum_pk: tuple[str, ...] = ()
    perubahan_pk: tuple[PerubahanPk, ...] = ()
    dpa: date | None = None
    dppa: date | None = None
    program: Hitungan = NIHIL
    final_triwulan: Mapping[int, date] = field(default_factory=dict)
    final_tahun: date | None = None
    iki: Hitungan = NIHIL
    iki_final: Hitungan = NIHIL
    evaluasi: Mapping[int, date | None] = field(default_factory=dict)
    dialog: tuple[DialogAda, ...] = ()
    tindak_lanjut: Hitungan = NIHIL
    formulir: Hitungan = NIHIL
    ditolak: int = 0
    berbukti: Hitungan = NIHIL
    sop: tuple[SopAda, ...] = ()
    tercapai: Hitungan = NIHIL
    rata_capaian: Decimal | None = None
    serapan: Decimal | None = None
    lkjip_final: date | None = None
    lkjip_kirim: date | None = None
    analisis: Mapping[int, Hitungan] = field(default_factory=dict)
    publikasi: tuple[PublikasiAda, ...] = ()
    naskah: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    nomor_lhe: str = ""
    nilai_lhe: Decimal | None = None
    nilai_lhe_lalu: Decimal | None = None
    rekomendasi: Hitungan = NIHIL
    terjawab: Hitungan = NIHIL
