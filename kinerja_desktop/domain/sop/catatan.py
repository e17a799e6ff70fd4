"""How a remark on an SOP is worded for people (`docs/sakip.md` §8.3: none for programmers).

The remarks lie in the SOP files. Copies that offices took from earlier versions of the program
still have orders to programmers in them, so they are read through here.
"""

from collections.abc import Iterable, Mapping

#: Remarks as they once shipped, and what an office reads instead; empty for nothing.
_REWORDED: Mapping[str, str] = {
    "URAIAN KOSONG di sumber; jangan diisi otomatis, tampilkan usulan yang harus disetujui "
    "pengguna": "uraian kosong pada naskah sumber; isinya ditetapkan kantor",
    "nama penanda tangan berbeda dari SOP Perencanaan Kec. Lumajang untuk NIP yang sama (DEDWI "
    "SUPRAPTO vs EDWI SUPRPTO): tidak dapat dipastikan, minta konfirmasi pengguna": "nama penanda "
    "tangan berbeda dari SOP Perencanaan Kec. Lumajang untuk NIP yang sama (DEDWI SUPRAPTO dan "
    "EDWI SUPRPTO): perlu dipastikan kantor",
    "waktu 10 menit berbeda dari SOP Pengukuran dan Perencanaan Kec. Lumajang (15 menit) - "
    "pertahankan": "waktu 10 menit berbeda dari SOP Pengukuran dan Perencanaan Kec. Lumajang (15 "
    "menit)",
    "waktu 15 menit berbeda dari SOP Pengukuran dan Perencanaan Kec. Lumajang (10 menit) - "
    "pertahankan": "waktu 15 menit berbeda dari SOP Pengukuran dan Perencanaan Kec. Lumajang (10 "
    "menit)",
    "kemungkinan Camat menolak tidak ditulis di sumber (opsional)": "kemungkinan Camat menolak "
    "tidak ditulis pada naskah sumber",
    "berisi dokumen bahan (daftar periksa pengumpulan data), bukan SOP terkait; jadikan daftar "
    "periksa dokumen per tahun n-1/n": "berisi dokumen bahan untuk pengumpulan data, bukan SOP "
    "terkait",
    'IDENTIK dengan langkah 10; kemungkinan semula "Persetujuan" (lanjutan langkah 8)': "sama "
    'dengan langkah 10; kemungkinan semula "Persetujuan" (lanjutan langkah 8)',
    "IDENTIK dengan langkah 9": "sama dengan langkah 9",
    "jangan digabung otomatis": "",
}


def word_for_office(remarks: Iterable[str]) -> tuple[str, ...]:
    """Return remarks as they stand on paper, without those that told only the program something."""
    worded = (_REWORDED.get(remark, remark) for remark in remarks)
    return tuple(remark for remark in worded if remark)
