"""What is filled, typed, or declared *tidak ada*, and what is missing before the report is final.

The seven analyses per sasaran are those of PermenPANRB 53/2014 Anak Lampiran II/1; that an
indicator below target has its kendala and solusi, and one that was met its faktor pendorong, is
asked for by the LKE (`docs/sakip.md` §11.3) and by the office's neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisLkjip
from kinerja_desktop.domain.lkjip.edisi import EDISI_KINI, Edisi
from kinerja_desktop.domain.lkjip.kalimat_standar import lacks_standard
from kinerja_desktop.domain.lkjip.kata import count, finish
from kinerja_desktop.domain.lkjip.kerangka import JenisBagian
from kinerja_desktop.domain.lkjip.kutipan import inside_sentence
from kinerja_desktop.domain.lkjip.susunan import BagianTercetak
from kinerja_desktop.errors import Problem

#: Comparison 4, with standards, and 5: causes and solutions.
STANDAR, SEBAB = "analisis_4", "analisis_5"
#: Front matter and tables that the program writes whole.
_AUTOMATIC = {"sampul", "daftar_isi", "daftar_tabel", "daftar_gambar"}
#: What no report can do without.
_INDISPENSABLE = {"kata_pengantar", "ikhtisar"}


#: The skeleton of PermenPANRB 53/2014 (`docs/sakip.md` §7.1), and the page that the Camat signs.
_MANDATORY = {
    "kata_pengantar", "bab_1", "bab_2", "perjanjian", "bab_3", "capaian", "evaluasi", "anggaran",
    "bab_4", "kesimpulan", *(f"analisis_{number}" for number in range(1, 8)),
}  # fmt: skip
#: Stands in a draft where only the office knows a number.
TITIK = "………"
_HIDDEN = "disembunyikan, padahal laporan harus memuatnya; tampilkan lagi bila tidak disengaja"


class KeadaanBagian(StrEnum):
    """How far a section has come, in the words that the clerk reads."""

    OTOMATIS = "Terisi dari data"
    DRAF = "Draf dari data"
    DITULIS = "Ditulis kantor"
    ANGKA_BERUBAH = "Angka berubah"
    TIDAK_ADA = "Tidak ada"
    KOSONG = "Belum diisi"


@dataclass(frozen=True)
class IsianBagian:
    """What the office wrote in a section.

    Attributes:
        teks: Markdown; empty when nothing was written.
        dasar: the first draft that it was written over.
        alasan_tidak_ada: why the section is declared *tidak ada*; empty when it is not.
    """

    teks: str = ""
    dasar: str = ""
    alasan_tidak_ada: str = ""


#: Nothing written yet.
BELUM_DITULIS = IsianBagian()


@dataclass(frozen=True)
class BagianTerisi:
    """A section with what will be printed there.

    Attributes:
        cetak: its place.
        draf: the present first draft.
        tulisan: what the office wrote.
        keadaan: how far it has come.
        kekurangan: what is missing in it.
        is_counted: whether the completeness meter counts it.
        is_printed: whether it stands on paper: a blank comparison below a sasaran without
            indicators does not.
        edisi: by which edition it is worded.
    """

    cetak: BagianTercetak
    draf: str
    tulisan: IsianBagian
    keadaan: KeadaanBagian
    kekurangan: tuple[Problem, ...]
    is_counted: bool
    is_printed: bool
    edisi: Edisi = EDISI_KINI

    @property
    def teks(self) -> str:
        """The Markdown that is printed."""
        if self.keadaan is KeadaanBagian.TIDAK_ADA:
            told = finish(self.tulisan.alasan_tidak_ada)
            if self.edisi is Edisi.SATU:
                return f"Tidak ada: {told}"
            reason = inside_sentence(told) or "belum ada bahannya."
            return f"Bagian ini tidak diuraikan karena {reason}"
        return self.tulisan.teks or self.draf


def is_writable(cetak: BagianTercetak) -> bool:
    """Whether people write in a section; the others are headings, lists and attachments."""
    bagian = cetak.bagian
    if bagian.tambahan:
        return True
    if bagian.jenis in (JenisBagian.BAB, JenisBagian.SASARAN, JenisBagian.LAMPIRAN):
        return False
    return bagian.isi not in _AUTOMATIC


def may_be_absent(cetak: BagianTercetak) -> bool:
    """Whether a section may be declared *tidak ada* with a reason."""
    if cetak.bagian.jenis is JenisBagian.SASARAN:
        return True
    return is_writable(cetak) and cetak.bagian.kunci not in _INDISPENSABLE


def judge(
    cetak: BagianTercetak,
    draf: str,
    tulisan: IsianBagian,
    analisis: AnalisisLkjip,
    edisi: Edisi = EDISI_KINI,
) -> BagianTerisi:
    """Say how far a section has come and what is missing in it."""
    keadaan = _state(cetak, draf, tulisan)
    kekurangan = tuple(_find_missing(cetak, keadaan, analisis)) if cetak.tampil else ()
    if cetak.tampil and keadaan is not KeadaanBagian.TIDAK_ADA and TITIK in (tulisan.teks or draf):
        kekurangan += (Problem(f"masih ada titik-titik ({TITIK}): lengkapi", is_warning=True),)
    if cetak.bagian.tampil and not cetak.tampil and cetak.bagian.jenis is JenisBagian.LAMPIRAN:
        kekurangan = (Problem("belum ada datanya, jadi tidak dicetak", is_warning=True),)
    idle = _is_idle(cetak, analisis)
    counted = cetak.tampil and is_writable(cetak) and not idle
    printed = cetak.tampil and not (idle and keadaan is KeadaanBagian.KOSONG)
    return BagianTerisi(cetak, draf, tulisan, keadaan, kekurangan, counted, printed, edisi)


def count_filled(bagian: Sequence[BagianTerisi]) -> tuple[int, int]:
    """Return how many of the sections that people fill are filled, and how many there are."""
    counted = [item for item in bagian if item.is_counted]
    filled = sum(
        item.keadaan is not KeadaanBagian.KOSONG and not _blocks(item.kekurangan)
        for item in counted
    )
    return filled, len(counted)


def find_kekurangan(bagian: Sequence[BagianTerisi], analisis: AnalisisLkjip) -> list[Problem]:
    """Return the red list: what must be mended before the report can be final, then warnings."""
    bahan = analisis.bahan
    problems = [
        Problem(
            f"{item.cetak.rujukan}: {problem.message}",
            is_warning=problem.is_warning,
            about=item.cetak.bagian.kunci,
        )
        for item in bagian
        for problem in item.kekurangan
    ]
    if not bahan.is_measured_finally:
        problems.append(
            Problem(f"Pengukuran Kinerja {bahan.tahun} belum final: buka Pengukuran, Jadikan final")
        )
    if bahan.camat is None:
        problems.append(Problem("Belum ada Camat yang menjabat: isi Pengaturan → Penempatan"))
    if bahan.renstra is None:
        problems.append(
            Problem(f"Tidak ada Renstra yang mencakup {bahan.tahun}: isi Renstra & IKU")
        )
    # A hidden comparison is hidden below every sasaran, and told once.
    hidden = dict.fromkeys(
        item.cetak.judul
        for item in bagian
        if item.cetak.bagian.kunci in _MANDATORY and not item.cetak.bagian.tampil
    )
    problems += [Problem(f"{judul}: {_HIDDEN}", is_warning=True) for judul in hidden]
    return sorted(problems, key=lambda problem: problem.is_warning)


def _state(cetak: BagianTercetak, draf: str, tulisan: IsianBagian) -> KeadaanBagian:
    if tulisan.alasan_tidak_ada and may_be_absent(cetak):
        return KeadaanBagian.TIDAK_ADA
    if not is_writable(cetak):
        return KeadaanBagian.OTOMATIS
    if tulisan.teks.strip():
        return KeadaanBagian.DITULIS if tulisan.dasar == draf else KeadaanBagian.ANGKA_BERUBAH
    return KeadaanBagian.DRAF if draf.strip() else KeadaanBagian.KOSONG


def _find_missing(
    cetak: BagianTercetak, keadaan: KeadaanBagian, analisis: AnalisisLkjip
) -> list[Problem]:
    if keadaan is KeadaanBagian.TIDAK_ADA:
        return []
    if cetak.bagian.jenis is JenisBagian.SASARAN:
        return _check_sasaran(cetak, analisis)
    if _is_idle(cetak, analisis):
        # Said once, at the sasaran itself.
        return []
    is_typed = keadaan in (KeadaanBagian.DITULIS, KeadaanBagian.ANGKA_BERUBAH)
    if missing := _missing_data(cetak, analisis):
        return [Problem(text, is_warning=is_typed) for text in missing]
    if keadaan is KeadaanBagian.KOSONG:
        remedy = ", atau nyatakan tidak ada dengan alasannya" if may_be_absent(cetak) else ""
        wanted = cetak.bagian.petunjuk or "teksnya"
        return [Problem(f"belum diisi: tulis {wanted}{remedy}")]
    if keadaan is KeadaanBagian.ANGKA_BERUBAH:
        text = "angka berubah sesudah teks ini ditulis: periksa, lalu pilih teks yang dipakai"
        return [Problem(text, is_warning=True)]
    return []


def _is_idle(cetak: BagianTercetak, analisis: AnalisisLkjip) -> bool:
    """Tell whether it stands below a sasaran that has no indicator to analyse."""
    if not cetak.sasaran:
        return False
    group = analisis.find_sasaran(cetak.sasaran)
    return group is None or not group.indikator


def _check_sasaran(cetak: BagianTercetak, analisis: AnalisisLkjip) -> list[Problem]:
    if not _is_idle(cetak, analisis):
        return []
    text = "belum mempunyai indikator: isi di Renstra & IKU, atau nyatakan tidak ada"
    return [Problem(text)]


def _missing_data(cetak: BagianTercetak, analisis: AnalisisLkjip) -> list[str]:
    """Return what a comparison waits for that is entered elsewhere."""
    group = analisis.find_sasaran(cetak.sasaran)
    if group is None:
        return []
    if cetak.bagian.isi == STANDAR:
        number = sum(lacks_standard(item) for item in group.indikator)
        text = (
            f"standar nasional {count(number, 'indikator')} belum diisi: isi di 'Capaian tahun "
            "sebelumnya', atau nyatakan di sana bahwa standarnya tidak ada"
        )
        return [text] if number else []
    if cetak.bagian.isi == SEBAB:
        return [text for item in group.indikator if (text := _missing_story(item))]
    return []


def _missing_story(item: AnalisisIndikator) -> str:
    """Return what of its story an indicator lacks; empty for nothing."""
    exact, narasi = item.hasil.utama.capaian.tepat, item.hasil.narasi
    name = item.hasil.bahan.uraian
    if exact is None:
        return ""
    if exact < 100 and not (finish(narasi.penghambat) and finish(narasi.tindak_lanjut)):
        return f"{name} di bawah target: isi faktor penghambat dan tindak lanjut di Pengukuran"
    if exact >= 100 and not finish(narasi.pendorong):
        return f"{name} mencapai target: isi faktor pendorong di Pengukuran"
    return ""


def _blocks(problems: Sequence[Problem]) -> bool:
    return any(not problem.is_warning for problem in problems)
