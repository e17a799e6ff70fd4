"""What an Evaluasi Hasil Renja says, on screen and paper alike (`docs/sakip.md` §12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import ROMAWI, TRIWULAN, Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.pengukuran import RataCapaian
from kinerja_desktop.domain.evaluasi.formulir import (
    BarisEvaluasi,
    FormulirEvaluasi,
    PersenRupiah,
    RupiahTerhitung,
)
from kinerja_desktop.domain.evaluasi.kinerja import KinerjaBaris, Sel
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM_DIISI,
    TIDAK_BERLAKU,
    Angka,
    angka_capaian,
    angka_nilai,
    angka_persen,
    angka_rupiah,
)

KOSONG = Angka("")
"""Where nothing belongs: a triwulan that is still to come, a line without indikator."""
#: The texts at the foot of the form, by the column that holds them.
KAKI = {
    "pendorong": "Faktor pendorong keberhasilan kinerja",
    "penghambat": "Faktor penghambat pencapaian kinerja",
    "tindak_lanjut_triwulan": "Tindak lanjut yang diperlukan dalam triwulan berikutnya",
    "tindak_lanjut_renja": "Tindak lanjut yang diperlukan dalam Renja berikutnya",
}


@dataclass(frozen=True)
class KolomGanda:
    """A column of the form that has a K and an Rp below its heading.

    Attributes:
        nomor: as printed in the form, 5 to 15.
    """

    nomor: int
    judul: str


def kolom_ganda(tahun: int) -> tuple[KolomGanda, ...]:
    """Return columns 5 to 15 of the form for a year, as printed."""
    return (
        KolomGanda(5, "Target Renstra Perangkat Daerah pada akhir periode"),
        KolomGanda(6, f"Realisasi Capaian Kinerja Renstra s.d. Renja tahun {tahun - 1}"),
        KolomGanda(7, f"Target Kinerja dan Anggaran Renja tahun {tahun} yang dievaluasi"),
        *(
            KolomGanda(8 + place, f"Realisasi Kinerja pada Triwulan {romawi}")
            for place, romawi in enumerate(ROMAWI)
        ),
        KolomGanda(12, "Realisasi Capaian Kinerja dan Anggaran Renja yang dievaluasi"),
        KolomGanda(13, "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)"),
        KolomGanda(14, f"Realisasi Kinerja dan Anggaran Renstra s.d. tahun {tahun}"),
        KolomGanda(15, "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)"),
    )


@dataclass(frozen=True)
class BarisTercetak:
    """A row of the form: the first of its line bears kode, name, unit and Rp.

    Attributes:
        tinggi: how many rows the line takes; 0 in all rows but the first.
        indikator: with its satuan.
        kinerja: columns 5 to 15, K.
        rupiah: columns 5 to 15, Rp.
        asal: what the K are made of; None for a line without indikator.
    """

    tinggi: int
    nomor: int
    kode: str
    nama: str
    tingkat: int
    indikator: str
    kinerja: tuple[Angka, ...]
    rupiah: tuple[Angka, ...]
    unit: str
    keterangan: str
    asal: KinerjaBaris | None
    anggaran: RupiahTerhitung


@dataclass(frozen=True)
class EvaluasiTercetak:
    """The form as it is shown and printed.

    Attributes:
        skpd: "Kecamatan Lumajang".
        renstra: "2025–2029", empty when no Renstra holds this year.
        kaki: the texts at the foot, by the names of `KAKI`.
        catatan: the rules by which it was reckoned, one sentence each.
    """

    skpd: str
    periode: Periode
    renstra: str
    formulir: FormulirEvaluasi
    baris: tuple[BarisTercetak, ...]
    kaki: dict[str, str]
    catatan: tuple[str, ...]


@dataclass(frozen=True)
class BeritaAcaraEvaluasi:
    """The berita acara of an evaluation.

    Attributes:
        tanggal: None leaves dots.
        catatan: what else the office wants to state.
    """

    evaluasi: EvaluasiTercetak
    kabupaten: str
    nomor: str
    tanggal: date | None
    tempat: str
    catatan: str


@dataclass(frozen=True)
class ButirTindakLanjut:
    """What is to be done about one indicator, by whom and until when."""

    indikator: str
    penghambat: str
    tindak_lanjut: str
    penanggung_jawab: str
    batas_waktu: date | None
    keterangan: str


@dataclass(frozen=True)
class TindakLanjutEvaluasi:
    """The tindak lanjut of an evaluation, one row for each indicator that has any."""

    skpd: str
    periode: Periode
    butir: tuple[ButirTindakLanjut, ...]


def list_rows(formulir: FormulirEvaluasi) -> Iterator[BarisTercetak]:
    """Yield the rows of the form: a line with several indikator takes several, none takes one."""
    last = formulir.triwulan
    for number, line in enumerate(formulir.baris, start=1):
        items: tuple[KinerjaBaris | None, ...] = line.kinerja or (None,)
        for place, item in enumerate(items):
            yield BarisTercetak(
                tinggi=0 if place else len(items),
                nomor=number,
                kode=line.kode,
                nama=line.nama,
                tingkat=line.tingkat,
                indikator=_indikator(item),
                kinerja=_kinerja(item, last),
                rupiah=_rupiah(line.rupiah, last),
                unit=line.unit or (item.bahan.penanggung_jawab if item else ""),
                keterangan=_keterangan(line, item, place),
                asal=item,
                anggaran=line.rupiah,
            )


def angka_sel(sel: Sel) -> Angka:
    """Write a figure in one of its four states (`docs/architecture.md` §2.2)."""
    if sel.keadaan is Keadaan.TIDAK_BERLAKU:
        return Angka(TIDAK_BERLAKU, alasan=sel.alasan)
    written = angka_nilai(sel.nilai)
    return Angka(written.teks, written.nilai, sel.alasan)


def write_rata(rata: RataCapaian) -> str:
    """Write a mean with its predikat: ``93,75% – Sangat Tinggi (3 dari 4 indikator)``."""
    if rata.tampil is None:
        return f"belum dapat dihitung ({rata.keterangan})"
    return f"{angka_persen(rata.tampil).teks}% – {rata.kategori} ({rata.keterangan})"


def _indikator(item: KinerjaBaris | None) -> str:
    if item is None:
        return ""
    satuan = item.bahan.satuan
    return f"{item.bahan.uraian} ({satuan})" if satuan else item.bahan.uraian


def _keterangan(line: BarisEvaluasi, item: KinerjaBaris | None, place: int) -> str:
    notes = (item.aturan if item else "", line.catatan if place == 0 else "")
    return "; ".join(note for note in notes if note)


def _kinerja(item: KinerjaBaris | None, last: int) -> tuple[Angka, ...]:
    if item is None:
        return (KOSONG,) * len(kolom_ganda(0))
    quarters = zip(TRIWULAN, item.triwulan, strict=True)
    return (
        angka_sel(item.target_renstra),
        angka_sel(item.sebelum),
        angka_sel(item.target),
        *(angka_sel(sel) if tw <= last else KOSONG for tw, sel in quarters),
        angka_sel(item.tahun_ini),
        angka_capaian(item.capaian),
        angka_sel(item.sampai),
        angka_capaian(item.capaian_renstra),
    )


def _rupiah(line: RupiahTerhitung, last: int) -> tuple[Angka, ...]:
    own = line.bahan
    quarters = zip(TRIWULAN, own.triwulan, strict=True)
    return (
        angka_rupiah(own.renstra),
        angka_rupiah(own.sebelum),
        angka_rupiah(own.pagu),
        *(angka_rupiah(amount) if tw <= last else KOSONG for tw, amount in quarters),
        angka_rupiah(line.tahun_ini),
        _persen(line.capaian),
        angka_rupiah(line.sampai),
        _persen(line.capaian_renstra),
    )


def _persen(persen: PersenRupiah) -> Angka:
    if persen.tampil is None:
        return Angka(BELUM_DIISI, alasan=persen.alasan)
    return angka_persen(persen.tampil)
