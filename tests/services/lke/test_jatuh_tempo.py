"""Recommendations that are due soon or late come onto Beranda."""

from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.kantor.office import Office
from tests.services.lke.office import TAHUN, give_lhe, give_rekomendasi

# The clock stands on Wednesday, 15 January 2025; twenty hari kerja later is 12 February.
LATE, TODAY, SOON, FAR = (
    date(2025, 1, 10), date(2025, 1, 15), date(2025, 2, 12), date(2025, 3, 14),
)  # fmt: skip


def test_due_and_late_ones_are_told_the_done_and_the_far_are_not(muncar: Office) -> None:
    lhe = give_lhe(muncar)
    for number, (day, status) in enumerate(
        ((SOON, "proses"), (LATE, "belum"), (TODAY, "belum"), (FAR, "belum"), (LATE, "selesai"),
         (None, "belum")), 1,
    ):  # fmt: skip
        give_rekomendasi(muncar, lhe, number, batas_waktu=day, status=status,
                         penanggung_jawab="Sekretaris" if number == 2 else "")  # fmt: skip
    work = read_beranda(muncar, Periode(TAHUN)).pekerjaan
    told = [(item.apa, item.is_late) for item in work if item.halaman == "lke"]
    assert told == [
        ("Rekomendasi LHE atas 2023: Perbaiki hal 2", True),
        ("Rekomendasi LHE atas 2023: Perbaiki hal 3", False),
        ("Rekomendasi LHE atas 2023: Perbaiki hal 1", False),
    ]
    late = next(item for item in work if item.is_late and item.halaman == "lke")
    assert late.argumen == "rekomendasi"
    assert late.keterangan == (
        "Sekretaris · batas waktu 10 Januari 2025, terlambat 3 hari kerja"
    )  # fmt: skip


def test_a_long_recommendation_is_cut(muncar: Office) -> None:
    give_rekomendasi(muncar, give_lhe(muncar), 1, batas_waktu=LATE, rekomendasi="x" * 200)
    (work,) = (row for row in read_beranda(muncar, Periode(TAHUN)).pekerjaan
               if row.halaman == "lke")  # fmt: skip
    assert work.apa.endswith("x…")
    assert len(work.apa) < 150
    assert work.keterangan.startswith("tanpa penanggung jawab")
