"""Which days are odd for which paper: asked of the real offices of the sample."""

from datetime import date

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.tanggal import find_date_bounds
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.tanggal_kertas import read_measured_bounds
from kinerja_desktop.services.rencana.perjanjian_versi import list_pihak

#: A day on which the sample office has no Camat in its data.
NOBODY = date(1999, 1, 4)


@pytest.mark.parametrize(
    ("kunci", "day", "told"),
    [
        ("rencana-aksi", date(2022, 12, 30), "Sebelum tahun 2023"),
        ("rencana-aksi", date(2023, 12, 29), ""),
        ("rencana-kinerja-tahunan", date(2025, 1, 2), "Sesudah tahun 2024"),
        ("evaluasi-renja", date(2024, 1, 2), "Sebelum Tahun 2024 berakhir"),
        ("surat-pengantar", date(2025, 1, 16), "Hari itu belum tiba"),
        ("surat-pengantar", NOBODY, ""),
        ("penetapan-iku", NOBODY, "Tidak ada Camat yang menjabat pada hari itu"),
    ],
)
def test_each_paper_has_its_usual_days(muncar: Office, kunci: str, day: date, told: str) -> None:
    odd = find_date_bounds(muncar, Permintaan(kunci, Periode(2024))).describe_odd(day)
    assert odd.startswith(told)
    assert bool(odd) == bool(told)


def test_an_officials_paper_is_dated_in_the_officials_term(muncar: Office) -> None:
    key, name = next(iter(list_pihak(muncar).items()))
    odd = read_measured_bounds(muncar, Periode(2024), key).describe_odd(NOBODY)
    assert f"{name.partition(' – ')[2]} belum atau tidak lagi menjabat pada hari itu" in odd
