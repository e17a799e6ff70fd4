"""Rules of komponen 2: what collecting and measuring prove (`docs/sakip.md` §11.3)."""

from collections.abc import Mapping
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import ROMAWI
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
    of_triwulan,
)

_PENGUMPULAN = "pengumpulan"
_STRATEGI = "strategi"


def _definisi(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.definisi, "indikator mempunyai definisi operasional")


def _mekanisme(bahan: BahanLke) -> Pembuktian | None:
    """Six things that make collecting reliable (`docs/sakip.md` §11.3)."""
    sop = next((item for item in bahan.sop if _PENGUMPULAN in item.nama.casefold()), None)
    if sop is None and not bahan.formulir.dari:
        return None
    forms = bahan.formulir
    runs = f"SOP berlaku: {sop.nama}, {sop.kasus} pelaksanaan {bahan.tahun}" if sop else ""
    return of_parts(
        (
            (sop is not None, runs, "SOP pengumpulan data belum ada"),
            (_is_whole(bahan.sumber), f"sumber data {bahan.sumber} indikator",
             f"sumber data baru {bahan.sumber} indikator"),
            (forms.dari > 0, f"{forms} formulir kembali", "formulir data belum pernah dikirim"),
            (_is_whole(bahan.penanggung_jawab),
             f"penanggung jawab {bahan.penanggung_jawab} indikator",
             f"penanggung jawab baru {bahan.penanggung_jawab} indikator"),
            (forms.dari > 0, "tenggat tertulis di formulir", "tenggat pengumpulan belum tercatat"),
            (bahan.ditolak > 0 or (sop is not None and sop.kasus > 0),
             f"data yang salah dikembalikan menurut SOP ({bahan.ditolak} isian)",
             "belum ada catatan koreksi data"),
        )
    )  # fmt: skip


def _pimpinan(bahan: BahanLke) -> Pembuktian | None:
    held = {item.triwulan: item.tanggal for item in bahan.dialog if item.has_rekomendasi}
    return of_triwulan(held, "Dialog Kinerja dengan rekomendasi pimpinan")


def _relevan(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.berbukti, "realisasi disertai berkas bukti")


def _berita_acara(bahan: BahanLke) -> Pembuktian | None:
    found = of_triwulan(bahan.evaluasi, "Berita acara evaluasi Renja")
    if found is None or not bahan.tindak_lanjut.dari:
        return found
    return Pembuktian(found.bagian, f"{found.alasan}; tindak lanjut selesai {bahan.tindak_lanjut}")


def _berkala(bahan: BahanLke) -> Pembuktian | None:
    dates = bahan.final_triwulan
    found = of_triwulan(dates, "Pengukuran final")
    if found is None or len(dates) < len(ROMAWI):
        return found
    days = ", ".join(day_words(dates[tw]) for tw in sorted(dates))
    return Pembuktian(PENUH, f"Pengukuran TW I–IV final {days}")


def _berjenjang(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.iki_final, "pejabat mempunyai Pengukuran IKI yang final")


def _aplikasi_kumpul(bahan: BahanLke) -> Pembuktian | None:
    if not bahan.formulir.dari:
        return None
    words = f"{bahan.formulir} formulir elektronik kembali dan dibaca Kinerja Desktop"
    return Pembuktian(PENUH if bahan.formulir.ada else NIHIL, words)


def _aplikasi_ukur(bahan: BahanLke) -> Pembuktian | None:
    count = len(bahan.final_triwulan) + (bahan.final_tahun is not None)
    if not count:
        return None
    return Pembuktian(PENUH, f"{count} Pengukuran Kinerja final dihitung Kinerja Desktop")


def _strategi(bahan: BahanLke) -> Pembuktian | None:
    rows = [row for row in bahan.perubahan_pk if row.alasan == _STRATEGI]
    if not rows:
        return None
    days = ", ".join(day_words(row.tanggal) for row in rows)
    return Pembuktian(PENUH, f"Perjanjian Kinerja diubah karena perubahan strategi {days}")


def _aktivitas(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.tindak_lanjut, "tindak lanjut atas hasil pengukuran sudah selesai")


def _anggaran(bahan: BahanLke) -> Pembuktian | None:
    if bahan.dppa is None:
        return None
    return Pembuktian(PENUH, f"DPPA ditetapkan {day_words(bahan.dppa)}")


def _efisiensi(bahan: BahanLke) -> Pembuktian | None:
    reached, spent = bahan.rata_capaian, bahan.serapan
    if reached is None or spent is None or not spent:
        return None
    told = (
        f"rata-rata capaian {format_angka(reached, 2)}% dengan serapan anggaran "
        f"{format_angka(spent, 2)}%"
    )
    return Pembuktian(min(PENUH, max(NIHIL, Fraction(reached) / Fraction(spent))), told)


def _peduli_unit(bahan: BahanLke) -> Pembuktian | None:
    rows = [item for item in bahan.dialog if item.has_tindak_lanjut]
    done = Hitungan(sum(item.selesai for item in rows), len(rows))
    return of_count(done, "tindak lanjut Dialog Kinerja sudah selesai")


def _is_whole(count: Hitungan) -> bool:
    return 0 < count.dari == count.ada


#: By the name in `resources/lke/petunjuk.json`.
ATURAN: Mapping[str, AturanLke] = {
    "definisi": _definisi,
    "mekanisme": _mekanisme,
    "pimpinan": _pimpinan,
    "relevan": _relevan,
    "berita-acara": _berita_acara,
    "berkala": _berkala,
    "berjenjang": _berjenjang,
    "aplikasi-kumpul": _aplikasi_kumpul,
    "aplikasi-ukur": _aplikasi_ukur,
    "strategi": _strategi,
    "tindak-lanjut": _aktivitas,
    "anggaran-perubahan": _anggaran,
    "efisiensi": _efisiensi,
    "peduli-unit": _peduli_unit,
}
