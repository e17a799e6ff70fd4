from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.lkjip.analisis import analyze
from kinerja_desktop.domain.lkjip.bahan import LheLkjip, RekomendasiLkjip
from kinerja_desktop.domain.lkjip.kalimat_lhe import write_tindak_lanjut_lhe
from tests.domain.lkjip.contoh import BAHAN

LHE = LheLkjip(
    2023,
    "700/12/427.30/2024",
    date(2024, 7, 5),
    Decimal("72.15"),
    "BB",
    (
        RekomendasiLkjip("Susun Manual | IKU", "Disusun", "Kasubbag", "Selesai"),
        RekomendasiLkjip("Reviu target", "", "", "Belum ditindaklanjuti"),
    ),
)


def told(lhe: LheLkjip | None) -> str:
    return write_tindak_lanjut_lhe(analyze(replace(BAHAN, lhe=lhe)))


def test_the_evaluation_is_told_with_its_recommendations() -> None:
    first, caption, table = told(LHE).split("\n\n")
    assert first.startswith(
        "Hasil evaluasi akuntabilitas kinerja tahun 2023 dituangkan dalam Laporan Hasil Evaluasi "
        "(LHE) Nomor 700/12/427.30/2024 tanggal 5 Juli 2024 dengan nilai 72,15 (predikat BB). "
    )
    assert "kinerja tahun 2024" in first
    assert caption == "**Tindak lanjut rekomendasi hasil evaluasi tahun 2023**"
    rows = table.splitlines()
    assert rows[2] == "| 1. | Susun Manual \\| IKU | Disusun | Kasubbag | Selesai |"
    assert rows[3] == "| 2. | Reviu target | – | – | Belum ditindaklanjuti |"


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(LHE, nomor="", tanggal=None, nilai=None, rekomendasi=())
    assert told(bare) == (
        "Hasil evaluasi akuntabilitas kinerja tahun 2023 dituangkan dalam Laporan Hasil Evaluasi "
        "(LHE)."
    )
    assert told(replace(LHE, predikat="", rekomendasi=())).endswith("dengan nilai 72,15.")
    assert told(None) == ""
