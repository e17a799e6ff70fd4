from datetime import date, timedelta
from pathlib import Path

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.kalender_tahun import ButirKalender
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.pengukuran.ukur import set_keterangan
from kinerja_desktop.services.rencana.dokumen import RENCANA_AKSI
from tests.conftest import Clock
from tests.finals import finalize


def lines(office: Office) -> dict[str, ButirKalender]:
    return {item.apa: item for item in read_beranda(office, Periode(2024)).kalender}


def plan_further(office: Office) -> None:
    (row,) = list_rows(office, "periode_renstra")
    change_field(office, "periode_renstra", row["id"], "tahun_akhir", 2026)


def report(office: Office, tahun: int, day: date) -> None:
    for row in read_lkjip(office, tahun).bagian:
        if row.boleh_ditulis and row.kekurangan:
            write_text(office, tahun, row.kunci, "Sudah ditulis kantor.")
    finalize_lkjip(office, tahun, day)


def test_a_year_that_is_done_tells_its_dates(muncar: Office, clock: Clock, tmp_path: Path) -> None:
    plan_further(muncar)
    # From 15 January to 28 February 2025 there are 32 weekdays, of which 27 to 29 January are
    # Isra Mikraj, cuti bersama and Imlek.
    assert lines(muncar)["Pengukuran Kinerja 2024"].keadaan == "29 hari kerja lagi"
    tahun, stick = Periode(2024), tmp_path / "stik"
    stick.mkdir()
    finalize(muncar, tahun, date(2025, 1, 10))
    send_package(muncar, compose_package(muncar, tahun), stick)
    assert lines(muncar)["Pengukuran Kinerja 2024"].keadaan == (
        "tertanggal 10 Januari 2025, dikirim 15 Januari 2025"
    )
    clock.moment += timedelta(days=2)
    report(muncar, 2024, date(2025, 1, 17))
    # The package that went before did not hold the report.
    assert lines(muncar)["LKjIP 2024 kepada Bupati"].keadaan == "tertanggal 17 Januari 2025"
    clock.moment += timedelta(days=3)
    send_package(muncar, compose_package(muncar, tahun), stick)
    done = lines(muncar)
    assert done["LKjIP 2024 kepada Bupati"].keadaan == (
        "tertanggal 17 Januari 2025, dikirim 20 Januari 2025"
    )
    assert done["Pengukuran Kinerja 2024"].keadaan.endswith("dikirim 15 Januari 2025")
    clock.moment += timedelta(days=365)
    later = lines(muncar)["LKjIP 2025 kepada Bupati"]
    assert later.lalu == "tertanggal 17 Januari 2025, dikirim 20 Januari 2025"


def test_agreements_and_plans_are_found_by_their_year(muncar: Office) -> None:
    plan_further(muncar)
    days = {"A": None, "B": date(2025, 1, 9), "C": date(2025, 1, 7), "D": None}
    for kode, tanggal in days.items():
        add_row(
            muncar, "perjanjian_kinerja",
            {"kode": kode, "tahun": 2025, "perubahan_ke": 0, "ditandatangani": True,
             "tanggal": tanggal},
        )  # fmt: skip
    assert lines(muncar)["Perjanjian Kinerja 2025"].keadaan == "tertanggal 7 Januari 2025"
    assert not lines(muncar)["Rencana Aksi 2025"].is_done
    wanted = Permintaan(RENCANA_AKSI.kunci, Periode(2025))
    make_final(muncar, RENCANA_AKSI, wanted, date(2025, 1, 12))
    assert lines(muncar)["Rencana Aksi 2025"].keadaan == "tertanggal 12 Januari 2025"


def test_an_office_without_a_plan_has_no_calendar(office: Office) -> None:
    assert read_beranda(office, Periode(2025)).kalender == []


def test_promises_of_every_room_stand_in_the_calendar(muncar: Office) -> None:
    (first, second, *_) = list_rows(muncar, "indikator")
    for row, what in ((first, "Menambah petugas"), (second, "-")):
        set_keterangan(
            muncar, row["id"], Periode(2024), tindak_lanjut=what, batas_waktu=date(2025, 6, 2),
            penanggung_jawab="Kasi Pelayanan",
        )  # fmt: skip
    lhe = add_row(muncar, "lhe", {"tahun": 2023, "nomor": "700/1"})
    long = "Menyempurnakan " + "rencana aksi " * 20
    add_row(
        muncar, "rekomendasi_lhe",
        {"lhe_id": lhe, "urutan": 1, "rekomendasi": long, "batas_waktu": date(2025, 7, 1)},
    )  # fmt: skip
    add_row(muncar, "tugas", {"uraian": "Rapat", "batas_waktu": date(2025, 8, 1)})
    add_row(muncar, "tugas", {"uraian": "Tanpa hari"})
    found = [item for item in read_beranda(muncar, Periode(2024)).kalender if item.tanggal]
    promised = {item.tanggal: item for item in found}
    assert promised[date(2025, 6, 2)].apa == f"{first['uraian']}: Menambah petugas"
    assert promised[date(2025, 6, 2)].keadaan.endswith("hari kerja lagi, Kasi Pelayanan")
    advice = promised[date(2025, 7, 1)].apa
    assert advice.startswith("Rekomendasi LHE atas 2023: Menyempurnakan")
    assert (len(advice), advice[-1]) == (240, "…")
    assert promised[date(2025, 8, 1)].apa == "Rapat"
    assert not any("Tanpa hari" in item.apa for item in found)
    assert len([item for item in found if item.tanggal == date(2025, 6, 2)]) == 1


def test_promises_after_new_year_stand_there_when_they_are_near(
    muncar: Office, clock: Clock
) -> None:
    clock.moment += timedelta(days=315)  # 26 November 2025
    lhe = add_row(muncar, "lhe", {"tahun": 2023, "nomor": "700/1"})
    for number, day in enumerate((date(2026, 2, 2), date(2026, 7, 1)), start=1):
        add_row(
            muncar, "rekomendasi_lhe",
            {"lhe_id": lhe, "urutan": number, "rekomendasi": f"Hal {number}", "batas_waktu": day},
        )  # fmt: skip
    found = lines(muncar)
    assert found["Rekomendasi LHE atas 2023: Hal 1"].tanggal == date(2026, 2, 2)
    assert "Rekomendasi LHE atas 2023: Hal 2" not in found
