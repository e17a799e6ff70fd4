"""The steps of `docs/sakip.md` §2.1, and minutes counted by hand from the rule in the module."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.siklus import HitunganSiklus, KeadaanTahap, Siklus, Tahap, list_siklus

EMPTY = HitunganSiklus("Tahun 2025", identitas_kosong=("alamat kantor",))
FULL = HitunganSiklus(
    "Tahun 2025", has_camat=True, has_renstra=True, tujuan=1, sasaran=2, iku=3, perjanjian=2,
    ditandatangani=1, rincian=6, berpagu=4, has_dukungan=True, is_berakhir=True, is_final=True,
    is_signed=True, is_sent=True, is_received=True,
)  # fmt: skip


def line(hitungan: HitunganSiklus, tahap: Tahap) -> tuple[str, int]:
    (found,) = [item for item in list_siklus(hitungan).tahap if item.tahap is tahap]
    return found.keterangan, found.menit


def test_the_steps_stand_in_the_order_of_the_cycle() -> None:
    assert [item.tahap.value for item in list_siklus(EMPTY).tahap] == [
        "Identitas & pejabat", "Renstra", "IKU", "Target", "Pagu anggaran", "Perjanjian Kinerja",
        "Rencana Aksi", "Realisasi", "Jadikan final", "Cetak & tanda tangan", "Kirim ke Bappeda",
    ]  # fmt: skip


def test_an_empty_office_has_everything_before_it() -> None:
    """1+3, 3×3, 3, 1, 3×3, 2×4, 4×1, 1, 4, 4, 4 = 51: at least fifty."""
    siklus = list_siklus(EMPTY)
    assert siklus.selesai == ()
    assert [item.menit for item in siklus.sisa] == [4, 9, 3, 1, 9, 8, 4, 1, 4, 4, 4]
    assert (siklus.menit, siklus.is_least, siklus.label) == (51, True, "Tahun 2025")


def test_a_package_that_was_received_ends_the_list() -> None:
    siklus = list_siklus(FULL)
    assert siklus.sisa == ()
    assert (siklus.menit, siklus.is_least, len(siklus.selesai)) == (0, False, 11)


def test_it_is_the_least_until_indicators_and_budget_lines_are_there() -> None:
    assert list_siklus(replace(FULL, rincian=0)).is_least
    assert list_siklus(replace(FULL, iku=0)).is_least


@pytest.mark.parametrize(
    ("tahap", "changes", "words", "menit"),
    [
        (
            Tahap.IDENTITAS,
            {"identitas_kosong": ("alamat kantor", "tempat"), "has_camat": False},
            "alamat kantor belum diisi, tempat belum diisi, belum ada Camat yang menjabat",
            5,
        ),
        (Tahap.IDENTITAS, {}, "kop dan penanda tangan lengkap", 0),
        (Tahap.RENSTRA, {"sasaran": 0}, "belum ada sasaran", 3),
        (Tahap.RENSTRA, {}, "1 tujuan, 2 sasaran", 0),
        (Tahap.IKU, {"iku": 0}, "belum ada indikator", 6),
        (Tahap.IKU, {"sasaran_tanpa_iku": 1}, "1 dari 2 sasaran belum berindikator", 3),
        (Tahap.IKU, {}, "3 indikator", 0),
        (Tahap.TARGET, {"tanpa_target": 2}, "2 dari 3 indikator belum bertarget", 2),
        (Tahap.TARGET, {}, "3 indikator bertarget", 0),
        (
            Tahap.PERJANJIAN,
            {"ditandatangani": 0},
            "masih draf: cetak, tanda tangani, lalu tandai",
            4,
        ),
        (
            Tahap.PERJANJIAN,
            {"ditandatangani": 0, "perjanjian": 0},
            "belum dibuat: butirnya diambil dari target, anggarannya dari pagu",
            8,
        ),
        (Tahap.PERJANJIAN, {}, "1 ditandai sudah ditandatangani", 0),
        (
            Tahap.RENCANA_AKSI,
            {"tanpa_rencana": 3},
            "3 dari 3 indikator belum bertarget triwulan",
            12,
        ),
        (Tahap.RENCANA_AKSI, {}, "3 indikator bertarget triwulan", 0),
        (Tahap.PAGU, {"berpagu": 0}, "6 rincian belum berpagu", 6),
        (
            Tahap.PAGU,
            {"has_dukungan": False},
            "belum ada program yang dihubungkan dengan sasaran",
            3,
        ),
        (Tahap.PAGU, {}, "4 rincian berpagu", 0),
        (Tahap.REALISASI, {}, "sudah diisi dan final", 0),
        (Tahap.REALISASI, {"is_final": False}, "3 indikator terisi", 0),
        (
            Tahap.REALISASI,
            {"is_final": False, "tanpa_realisasi": 3, "tanpa_serapan": 4},
            "3 dari 3 indikator belum diisi, 4 dari 4 rincian anggaran belum diisi",
            7,
        ),
        (
            Tahap.REALISASI,
            {"is_final": False, "tanpa_serapan": 1, "is_berakhir": False},
            "1 dari 4 rincian anggaran belum diisi; Tahun 2025 belum berakhir",
            1,
        ),
        (Tahap.FINAL, {}, "Pengukuran Kinerja Tahun 2025 final", 0),
        (
            Tahap.FINAL,
            {"is_final": False, "peringatan": 2},
            "2 hal perlu dilihat lebih dulu",
            10,
        ),
        (Tahap.CETAK, {}, "pindaian yang ditandatangani tersimpan di Dokumen", 0),
        (
            Tahap.CETAK,
            # A package can go without the signed page.
            {"is_signed": False},
            "cetak yang final, minta tanda tangan Camat, lalu lampirkan pindaian atau fotonya",
            4,
        ),
        (
            Tahap.CETAK,
            {"is_signed": False, "is_sent": False, "is_final": False},
            "PDF berkode verifikasi, ditandatangani Camat",
            4,
        ),
        (Tahap.KIRIM, {}, "terkirim, tanda terimanya tercatat", 0),
        (
            Tahap.KIRIM,
            {"is_received": False},
            "terkirim, tanda terima belum dicatat: catat penerimanya di Catatan pengiriman",
            1,
        ),
        (
            Tahap.KIRIM,
            {"is_received": False, "is_sent": False},
            "paket ke flashdisk, dengan tanda terimanya",
            4,
        ),
    ],
)
def test_each_step_says_what_is_missing(
    tahap: Tahap, changes: dict[str, object], words: str, menit: int
) -> None:
    assert line(replace(FULL, **changes), tahap) == (words, menit)  # type: ignore[arg-type]


def test_the_estimate_is_the_sum_of_what_stands_beside_the_steps() -> None:
    siklus = list_siklus(replace(FULL, tanpa_target=3, is_sent=False, is_received=False))
    assert [item.tahap for item in siklus.sisa] == [Tahap.TARGET, Tahap.KIRIM]
    assert siklus.menit == sum(item.menit for item in siklus.sisa) == 7
    assert Siklus("x", ()).menit == 0
    few = KeadaanTahap(Tahap.KIRIM, "", 4)
    assert Siklus("x", (few,), is_least=True).menit == 4


def test_what_changed_after_it_was_final_is_to_be_done_again() -> None:
    assert line(replace(FULL, berubah=2), Tahap.FINAL) == (
        "2 data berubah sesudah final: kertasnya tidak lagi sama, lihat apa", 4
    )  # fmt: skip
