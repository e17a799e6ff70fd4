"""Rules of komponen 1: what the plan, its agreements and budget prove (`docs/sakip.md` §11.3)."""

from collections.abc import Mapping

from kinerja_desktop.domain.lke.bahan import BahanLke
from kinerja_desktop.domain.lke.pembuktian import (
    PENUH,
    AturanLke,
    Pembuktian,
    day_words,
    of_count,
    of_parts,
    of_triwulan,
)
from kinerja_desktop.domain.sections.perjanjian import ALASAN_PERUBAHAN

_MOST = 4
#: The planning papers whose publication is asked for, by kunci, and their names.
_RENCANA = {
    "renstra": "Renstra", "penetapan-iku": "IKU", "perjanjian-kinerja": "Perjanjian Kinerja",
    "rencana-aksi": "Rencana Aksi",
}  # fmt: skip


def _renstra(bahan: BahanLke) -> Pembuktian | None:
    row = bahan.renstra
    if row is None:
        return None
    number = f" nomor {row.nomor}" if row.nomor else ""
    dated = f" {day_words(row.tanggal)}" if row.tanggal else ""
    span = f"{row.tahun_awal}–{row.tahun_akhir}"
    nama = row.nama if span in row.nama else f"{row.nama} {span}"
    nama = nama if "renstra" in nama.casefold() else f"Renstra {nama}"
    return Pembuktian(PENUH, f"{nama}{number}{dated}")


def _jangka_pendek(bahan: BahanLke) -> Pembuktian | None:
    if not bahan.iku:
        return None
    iku, pk = bahan.iku, bahan.pk_pejabat
    return of_parts(
        (
            (True, f"{iku} IKU ditetapkan", ""),
            (
                0 < pk.dari == pk.ada,
                f"Perjanjian Kinerja {pk} pejabat sudah ditandatangani",
                f"Perjanjian Kinerja baru {pk} pejabat",
            ),
        )
    )


def _rencana_aksi(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.rencana_aksi, "indikator mempunyai target triwulan di Rencana Aksi")


def _anggaran(bahan: BahanLke) -> Pembuktian | None:
    return Pembuktian(PENUH, f"DPA ditetapkan {day_words(bahan.dpa)}") if bahan.dpa else None


def _pk_pejabat(bahan: BahanLke) -> Pembuktian | None:
    found = of_count(bahan.pk_pejabat, "pejabat sudah menandatangani Perjanjian Kinerja")
    if found is None or not bahan.belum_pk:
        return found
    names = ", ".join(bahan.belum_pk[:_MOST]) + (" …" if len(bahan.belum_pk) > _MOST else "")
    return Pembuktian(found.bagian, f"{found.alasan}; belum: {names}")


def _pk_pegawai(bahan: BahanLke) -> Pembuktian | None:
    words = "pejabat dan staf di data ini sudah menandatangani Perjanjian Kinerja"
    return of_count(bahan.pk_pegawai, words)


def _formal(bahan: BahanLke) -> Pembuktian | None:
    row = bahan.renstra
    if row is None:
        return None
    pk = bahan.pk_pejabat
    return of_parts(
        (
            (bool(row.nomor and row.tanggal), f"Renstra nomor {row.nomor} {day_words(row.tanggal)}",
             "nomor atau tanggal Renstra belum diisi"),
            (bool(row.nomor_iku and row.tanggal_iku),
             f"Penetapan IKU nomor {row.nomor_iku} {day_words(row.tanggal_iku)}",
             "nomor atau tanggal penetapan IKU belum diisi"),
            (0 < pk.dari == pk.ada, f"Perjanjian Kinerja {pk} pejabat ditandatangani",
             f"Perjanjian Kinerja baru {pk} pejabat"),
        )
    )  # fmt: skip


def _publikasi(bahan: BahanLke) -> Pembuktian | None:
    known = {item.dokumen: item for item in bahan.publikasi if item.tanggal}
    if not known.keys() & _RENCANA.keys():
        return None
    return of_parts(
        (
            kunci in known,
            f"{nama} {day_words(known[kunci].tanggal if kunci in known else None)}",
            f"{nama} belum dicatat publikasinya",
        )
        for kunci, nama in _RENCANA.items()
    )


def _smart(bahan: BahanLke) -> Pembuktian | None:
    words = "IKU mempunyai satuan, target, definisi, formula dan penanggung jawab"
    return of_count(bahan.smart, words)


def _iku_tetap(bahan: BahanLke) -> Pembuktian | None:
    row = bahan.renstra
    if row is None or not bahan.iku:
        return None
    span = f"{row.tahun_awal}–{row.tahun_akhir}"
    if not bahan.iku_diganti:
        return Pembuktian(PENUH, f"{bahan.iku} IKU tidak diganti selama {span}")
    whole = bahan.iku + len(bahan.iku_diganti)
    kept = max(0, bahan.iku - len(bahan.iku_diganti))
    kode = ", ".join(bahan.iku_diganti)
    return Pembuktian(PENUH * kept / whole, f"selama {span} IKU ini ditambah atau diganti: {kode}")


def _cascading(bahan: BahanLke) -> Pembuktian | None:
    if not bahan.iki.dari:
        return None
    return of_parts(
        (
            (0 < bahan.sasaran.dari == bahan.sasaran.ada, f"{bahan.sasaran} sasaran mempunyai IKU",
             f"baru {bahan.sasaran} sasaran mempunyai IKU"),
            (0 < bahan.program.dari == bahan.program.ada,
             f"{bahan.program} program mendukung sasaran",
             f"baru {bahan.program} program dikaitkan dengan sasaran"),
            (bahan.iki.dari == bahan.iki.ada, f"{bahan.iki} pejabat mempunyai IKI",
             f"baru {bahan.iki} pejabat mempunyai IKI"),
        )
    )  # fmt: skip


def _anggaran_mengacu(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.program, "program berpagu dikaitkan dengan sasaran yang didukungnya")


def _aktivitas(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.aktivitas, "baris Rencana Aksi menyebut aktivitasnya")


def _tercapai(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.tercapai, f"indikator mencapai target {bahan.tahun}")


def _dipantau(bahan: BahanLke) -> Pembuktian | None:
    return of_triwulan(bahan.evaluasi, "Evaluasi Renja (E.81)")


def _pk_perubahan(bahan: BahanLke) -> Pembuktian | None:
    if not bahan.perubahan_pk:
        return None  # nothing had to be changed, or it was not written down: data cannot tell
    told = "; ".join(
        f"perubahan ke-{row.ke} {row.nama} {day_words(row.tanggal)}"
        + (f" karena {ALASAN_PERUBAHAN[row.alasan].lower()}" if row.alasan in ALASAN_PERUBAHAN
           else " (alasan belum diisi)")
        for row in bahan.perubahan_pk[:_MOST]
    )  # fmt: skip
    return Pembuktian(PENUH, f"Perjanjian Kinerja Perubahan: {told}")


def _iki(bahan: BahanLke) -> Pembuktian | None:
    return of_count(bahan.iki, "pejabat mempunyai IKI")


#: By the name in `resources/lke/petunjuk.json`.
ATURAN: Mapping[str, AturanLke] = {
    "renstra": _renstra,
    "jangka-pendek": _jangka_pendek,
    "rencana-aksi": _rencana_aksi,
    "anggaran": _anggaran,
    "pk-pejabat": _pk_pejabat,
    "pk-pegawai": _pk_pegawai,
    "formal": _formal,
    "publikasi-rencana": _publikasi,
    "smart": _smart,
    "iku-tetap": _iku_tetap,
    "cascading": _cascading,
    "anggaran-mengacu": _anggaran_mengacu,
    "aktivitas": _aktivitas,
    "tercapai": _tercapai,
    "dipantau": _dipantau,
    "pk-perubahan": _pk_perubahan,
    "iki": _iki,
}
