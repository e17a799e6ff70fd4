from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.pengumpulan.papan import TANPA_PEMEGANG
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from tests.conftest import Clock
from tests.finals import finalize

TAHUN = Periode(2024)


def find(office: Office, kode: str) -> UUID:
    (row,) = list_rows(office, "indikator", kode=kode)
    key: UUID = row["id"]
    return key


def test_a_measured_year_has_its_chart_and_its_gaps(muncar: Office) -> None:
    beranda = read_beranda(muncar, TAHUN)
    assert beranda.grafik is not None
    assert Decimal("106.93") in [bar.value for bar in beranda.grafik.bars]
    assert [problem.is_warning for problem in beranda.kekurangan] == [True]
    assert (beranda.is_final, beranda.papan.belum, beranda.langkah) == (False, (), [])


def test_what_leaves_the_page_says_whose_it_is_and_what_is_invented(muncar: Office) -> None:
    asal = read_beranda(muncar, TAHUN).asal
    assert asal == "Kecamatan Muncar · CONTOH: data latihan, bukan data resmi"
    (row,) = list_rows(muncar, "instansi")
    change_field(muncar, "instansi", row["id"], "contoh", False)
    assert read_beranda(muncar, TAHUN).asal == "Kecamatan Muncar"


def test_before_the_office_is_set_up_it_is_nobodys(office: Office) -> None:
    assert read_beranda(office, TAHUN).asal == ""


def test_the_clerk_is_reminded_of_last_year(muncar: Office, clock: Clock) -> None:
    clock.moment += timedelta(days=36)
    report = "LKjIP 2024 kepada Bupati"
    due = [item.apa for item in read_beranda(muncar, TAHUN).tenggat]
    assert due == [report, "Pengukuran Kinerja 2024 untuk Laporan Kinerja"]
    finalize(muncar, TAHUN, date(2025, 1, 31))
    beranda = read_beranda(muncar, TAHUN)
    assert ([item.apa for item in beranda.tenggat], beranda.is_final) == ([report], True)
    assert beranda.kekurangan == []


def test_who_has_not_handed_in_is_named(muncar: Office) -> None:
    for kode in ("IKU-1", "IKU-2", "IKU-3"):
        set_realisasi(muncar, find(muncar, kode), TAHUN, None)
    for kode in ("IKU-1", "IKU-2"):
        change_field(muncar, "indikator", find(muncar, kode), "penanggung_jawab", "Kasi Pelayanan")
    missing = read_beranda(muncar, TAHUN).papan.belum
    assert [(row.pemegang, len(row.butir) - row.terisi) for row in missing] == [
        ("Kasi Pelayanan", 2), (TANPA_PEMEGANG, 1),
    ]  # fmt: skip


def test_what_has_no_figure_is_a_word_on_the_chart(muncar: Office) -> None:
    set_realisasi(muncar, find(muncar, "IKU-1"), TAHUN, None)
    (target,) = list_rows(muncar, "target_tahunan", indikator_id=find(muncar, "IKU-2"), tahun=2024)
    change_field(muncar, "target_tahunan", target["id"], "nilai", Decimal(0))
    grafik = read_beranda(muncar, TAHUN).grafik
    assert grafik is not None
    assert {bar.word for bar in grafik.bars if bar.value is None} == {
        "belum diisi", "tidak dapat dihitung",
    }  # fmt: skip


def test_an_empty_year_has_no_chart(muncar: Office) -> None:
    assert read_beranda(muncar, Periode(2019)).grafik is None


def test_running_sops_wait_with_their_next_step(muncar: Office) -> None:
    start_case(muncar, list_sop(muncar)[0].id, TAHUN)
    (step,) = read_beranda(muncar, TAHUN).langkah
    assert step.periode == "Tahun 2024"


def test_a_budget_without_an_agreement_is_due(muncar: Office) -> None:
    line = list_rows(muncar, "mata_anggaran")[0]["id"]
    day = date(2025, 1, 2)
    add_row(muncar, "pagu", {"mata_anggaran_id": line, "tahun": 2025, "tanggal_murni": day})
    named = [item.apa for item in read_beranda(muncar, TAHUN).tenggat]
    assert "Perjanjian Kinerja 2025" in named
    add_row(
        muncar, "perjanjian_kinerja", {"kode": "PK", "tahun": 2025, "perubahan_ke": 0,
                                       "ditandatangani": True},
    )  # fmt: skip
    named = [item.apa for item in read_beranda(muncar, TAHUN).tenggat]
    assert "Perjanjian Kinerja 2025" not in named
