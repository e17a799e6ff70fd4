"""What a final or signed document locks: which rows no door may change any more, and why.

`docs/architecture.md` §2.5. Enforced where rows are written (`store/row_locks.py`), asked by the
doors that want to say so before.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError

#: The papers of an Evaluasi Renja that lock columns of its row.
EVALUASI_RENJA, BERITA_ACARA_EVALUASI = "evaluasi-renja", "berita-acara-evaluasi"
KAKI_EVALUASI = frozenset(
    {"pendorong", "penghambat", "tindak_lanjut_triwulan", "tindak_lanjut_renja"}
)
#: What each paper prints of the row; the berita acara prints the foot as its conclusions.
KOLOM_EVALUASI: Mapping[str, frozenset[str]] = {
    EVALUASI_RENJA: KAKI_EVALUASI,
    BERITA_ACARA_EVALUASI: KAKI_EVALUASI | {"nomor", "tanggal", "tempat", "catatan"},
}
_JUDUL_EVALUASI = {
    EVALUASI_RENJA: "Evaluasi Renja",
    BERITA_ACARA_EVALUASI: "Berita Acara Evaluasi Renja",
}
#: Columns of a table that stay open when the row is final: what happens after the signature, and is
#: no part of what was signed.
BEBAS = {
    "realisasi": frozenset({"selesai"}),
    "surat": frozenset({"keterangan"}),
}

_REOPEN = "Pakai 'Buka kembali' bila memang harus diubah; alasannya akan dicatat."


class TerkunciError(KinerjaError):
    """The row is locked by something final or signed."""


@dataclass(frozen=True)
class Terkunci:
    """Everything that is final or signed.

    Attributes:
        pengukuran: final periods, each with whose IKI it is; None for the office's own IKU.
        perjanjian: kode of every signed Perjanjian Kinerja, by id.
        lkjip: years whose report is final.
        evaluasi: kunci of the final papers of each triwulan's Evaluasi Renja.
    """

    pengukuran: frozenset[tuple[Periode, UUID | None]] = frozenset()
    perjanjian: Mapping[UUID, str] | None = None
    lkjip: frozenset[int] = frozenset()
    evaluasi: Mapping[Periode, frozenset[str]] | None = None


def is_free(table: str, changed: Collection[str]) -> bool:
    """Tell whether a change of these columns may be made although the row is final."""
    return bool(changed) and set(changed) <= BEBAS.get(table, frozenset())


def lock_of_realisasi(
    terkunci: Terkunci, periode: Periode, pemilik: UUID | None
) -> TerkunciError | None:
    """Return why a realisasi must not change; None when it may.

    Args:
        terkunci: what is final.
        periode: exactly this year or triwulan.
        pemilik: whose IKI the indicator is; None for an IKU.
    """
    if (periode, pemilik) not in terkunci.pengukuran:
        return None
    return TerkunciError(f"Pengukuran Kinerja {periode.label} sudah final.", _REOPEN)


def lock_of_perjanjian(terkunci: Terkunci, perjanjian_id: UUID | None) -> TerkunciError | None:
    """Return why a Perjanjian Kinerja and its butir must not change; None when they may."""
    kode = (terkunci.perjanjian or {}).get(perjanjian_id) if perjanjian_id else None
    if kode is None:
        return None
    return TerkunciError(
        f"{kode} sudah ditandatangani, jadi tidak dapat diubah.",
        "Buat perubahan; versi yang ditandatangani tetap tersimpan.",
    )


def lock_of_rested_on(kode: str, tahun: int) -> TerkunciError:
    """Return why a signature is not taken back: what was made final later rests on it."""
    return TerkunciError(
        f"Tanda tangan {kode} tidak dapat dibatalkan: dokumen final {tahun} memakainya.",
        "Buat perubahan; versi yang ditandatangani tetap tersimpan.",
    )


def lock_of_naskah(hal: str) -> TerkunciError:
    """Return why a letter that was made final stays as it was printed."""
    return TerkunciError(f"Surat '{hal}' sudah final.", _REOPEN)


def lock_of_surat(nomor: str) -> TerkunciError:
    """Return why the line of the register of a final letter stays, its number above all."""
    return TerkunciError(
        f"Surat {nomor} sudah final, jadi catatannya di register tetap.",
        "Hanya keterangannya dapat diubah; buka kembali suratnya bila memang harus diubah.",
    )


def lock_of_nomor(nomor: str) -> TerkunciError:
    """Return why the number of a letter written here is not changed or taken out in the register.

    It may stand on a signed paper: a number that was taken is never given again.
    """
    return TerkunciError(
        f"Nomor {nomor} milik surat yang dibuat di sini, jadi tetap tercatat.",
        "Ubah nomornya pada suratnya di tab Naskah, atau isi 'Batal karena' bila tidak dipakai.",
    )


def lock_of_agenda(agenda: str, tahun: int, hal: str) -> TerkunciError:
    """Return why a running number is not given again: a letter of the year bears it."""
    return TerkunciError(
        f"Nomor urut {agenda} tahun {tahun} sudah dipakai surat '{hal}'.",
        "Pakai nomor berikutnya, atau sisipan seperti 16.1.",
    )


def lock_of_number(nomor: str, hal: str) -> TerkunciError:
    """Return why a whole number is not given again: another letter of the year bears it."""
    return TerkunciError(
        f"Nomor {nomor} sudah dipakai surat '{hal}'.",
        "Pakai nomor lain; huruf besar, spasi, dan nol di depan tidak membedakan nomor.",
    )


def lock_of_buku(why: str) -> TerkunciError:
    """Return why a letter does not go into the book that it names."""
    return TerkunciError(f"{why}.", "Pilih buku lain, atau tambahkan bukunya di Buku dan nomor.")


def lock_of_filled_buku(kunci: str, banyaknya: int) -> TerkunciError:
    """Return why a book goes on under its key and direction: letters stand in it."""
    return TerkunciError(
        f"Buku '{kunci}' sudah berisi {banyaknya} surat, jadi kode dan arahnya tetap, dan bukunya "
        "tidak dapat dihapus.",
        "Nama dan pola nomornya boleh diubah. Untuk kode atau arah lain, tambahkan buku baru, lalu "
        "pindahkan suratnya.",
    )


def lock_of_final() -> TerkunciError:
    """Return why a paper that was made final stays as it is, with its kode and its print."""
    return TerkunciError(
        "Dokumen yang sudah final tidak dapat diubah atau dihapus.",
        "Pakai 'Buka kembali'; versi yang sudah final tetap tersimpan.",
    )


def lock_of_lkjip(terkunci: Terkunci, tahun: int) -> TerkunciError | None:
    """Return why a year's report and its texts must not change; None when they may."""
    if tahun not in terkunci.lkjip:
        return None
    return TerkunciError(f"LKjIP {tahun} sudah final.", _REOPEN)


def lock_of_evaluasi(
    terkunci: Terkunci, periode: Periode, columns: Collection[str]
) -> TerkunciError | None:
    """Return why columns of a triwulan's Evaluasi Renja must not change; None when they may.

    The form prints the texts of the foot; the berita acara prints these as its conclusions, and
    its own nomor, day and place.

    Args:
        terkunci: what is final.
        periode: the triwulan.
        columns: those that change.
    """
    final = (terkunci.evaluasi or {}).get(periode, frozenset())
    for kunci, printed in KOLOM_EVALUASI.items():
        if kunci in final and printed.intersection(columns):
            return TerkunciError(f"{_JUDUL_EVALUASI[kunci]} {periode.label} sudah final.", _REOPEN)
    return None
