"""Rules of komponen 3 and 4: the LKjIP, and the LHE with its follow-up (`docs/sakip.md` §11.3)."""

from collections.abc import Mapping
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import batas_lkjip
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.lke.bahan import BahanLke
from kinerja_desktop.domain.lke.hitungan import Hitungan
from kinerja_desktop.domain.lke.pembuktian import (
    NIHIL,
    PENUH,
    AturanLke,
    Pembuktian,
    day_words,
    of_count,
    of_parts,
)

LKJIP = "lkjip"
#: The comparison with the national level, counted by indicators: its text alone proves nothing.
NASIONAL = 4
_NOTULEN = "naskah-notulen"
#: What each of the seven comparisons of the LKjIP tells (`docs/sakip.md` §7.1).
_ANALISIS = {
    1: "perbandingan dengan target tahunan",
    2: "perbandingan dengan tahun sebelumnya",
    3: "perbandingan dengan target jangka menengah",
    NASIONAL: "perbandingan dengan standar nasional",
    5: "penyebab dan solusi",
    6: "efisiensi sumber daya",
    7: "program dan kegiatan penunjang",
}


def _disusun(bahan: BahanLke) -> Pembuktian | None:
    if bahan.lkjip_final is None:
        return None
    return Pembuktian(PENUH, f"LKjIP {bahan.tahun} final {day_words(bahan.lkjip_final)}")


def _berkala(bahan: BahanLke) -> Pembuktian | None:
    quarters = len(bahan.final_triwulan)
    if not quarters and bahan.lkjip_final is None:
        return None
    return of_parts(
        (
            (bahan.lkjip_final is not None, f"LKjIP {bahan.tahun} final",
             f"LKjIP {bahan.tahun} belum final"),
            *((number in bahan.final_triwulan, f"laporan TW {number} final",
               f"laporan TW {number} belum final") for number in range(1, 5)),
        )
    )  # fmt: skip


def _publikasi(bahan: BahanLke) -> Pembuktian | None:
    item = next((row for row in bahan.publikasi if row.dokumen.casefold() == LKJIP), None)
    if item is None:
        return None
    where = f" di {item.tempat}" if item.tempat else ""
    return Pembuktian(PENUH, f"LKjIP dipublikasikan {day_words(item.tanggal)}{where}")


def _tepat_waktu(bahan: BahanLke) -> Pembuktian | None:
    if bahan.lkjip_kirim is None:
        return None
    batas = batas_lkjip(bahan.tahun)
    sent = f"LKjIP dikirim {format_tanggal(bahan.lkjip_kirim)}, batas {format_tanggal(batas)}"
    return Pembuktian(PENUH if bahan.lkjip_kirim <= batas else NIHIL, sent)


def _mengungkap(bahan: BahanLke) -> Pembuktian | None:
    rows = list(bahan.analisis.values())
    whole = Hitungan(sum(row.ada for row in rows), sum(row.dari for row in rows))
    return of_count(whole, "bagian perbandingan LKjIP terisi")


def _analisis(number: int) -> AturanLke:
    def rule(bahan: BahanLke) -> Pembuktian | None:
        count = bahan.analisis.get(number, Hitungan())
        if number == NASIONAL:
            return of_count(count, "indikator mempunyai standar nasional sebagai pembanding")
        return of_count(count, f"sasaran di LKjIP memuat {_ANALISIS[number]}")

    return rule


def _pimpinan(bahan: BahanLke) -> Pembuktian | None:
    days = bahan.naskah.get(_NOTULEN, ())
    if not days:
        return None
    told = ", ".join(format_tanggal(day) for day in sorted(days)[:4])
    return Pembuktian(PENUH, f"{len(days)} notulen rapat final: {told}")


def _evaluasi_ada(bahan: BahanLke) -> Pembuktian | None:
    if not bahan.nomor_lhe and bahan.nilai_lhe is None:
        return None
    number = f" nomor {bahan.nomor_lhe}" if bahan.nomor_lhe else ""
    score = f", nilai {format_angka(bahan.nilai_lhe, 2)}" if bahan.nilai_lhe is not None else ""
    return Pembuktian(PENUH, f"LHE atas {bahan.tahun - 1}{number}{score}")


def _aplikasi(bahan: BahanLke) -> Pembuktian | None:
    if not bahan.terjawab.ada:
        return None
    told = f"{bahan.terjawab} kriteria dinilai sendiri dengan Kinerja Desktop"
    return Pembuktian(PENUH, told)


def _ditindaklanjuti(bahan: BahanLke) -> Pembuktian | None:
    return of_count(
        bahan.rekomendasi, f"rekomendasi LHE atas {bahan.tahun - 1} selesai ditindaklanjuti"
    )


def _meningkat(bahan: BahanLke) -> Pembuktian | None:
    now, before = bahan.nilai_lhe, bahan.nilai_lhe_lalu
    if now is None or before is None:
        return None
    told = (
        f"nilai LHE atas {bahan.tahun - 1} {format_angka(now, 2)}, atas {bahan.tahun - 2} "
        f"{format_angka(before, 2)}"
    )
    return Pembuktian(PENUH if now > before else Fraction(0), told)


#: By the name in `resources/lke/petunjuk.json`.
ATURAN: Mapping[str, AturanLke] = {
    "lkjip-disusun": _disusun,
    "lkjip-berkala": _berkala,
    "lkjip-publikasi": _publikasi,
    "lkjip-tepat-waktu": _tepat_waktu,
    "lkjip-mengungkap": _mengungkap,
    **{f"lkjip-analisis-{number}": _analisis(number) for number in _ANALISIS},
    "notulen": _pimpinan,
    "lhe-ada": _evaluasi_ada,
    "aplikasi-evaluasi": _aplikasi,
    "lhe-ditindaklanjuti": _ditindaklanjuti,
    "lhe-meningkat": _meningkat,
}
