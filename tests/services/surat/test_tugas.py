from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.kantor.data_entry import add_row, change_field
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.tugas import list_tugas_beranda

ROW = {"uraian": "", "penanggung_jawab": "", "batas_waktu": None, "selesai": None,
       "keterangan": ""}  # fmt: skip


def test_tasks_stand_on_the_first_page_until_they_are_done(muncar: Office) -> None:
    add_row(muncar, "tugas", {**ROW, "uraian": "Tanpa hari", "penanggung_jawab": "Kasi"})
    add_row(muncar, "tugas", {**ROW, "uraian": "Nanti", "batas_waktu": date(2025, 1, 22)})
    late = add_row(
        muncar, "tugas", {**ROW, "uraian": "Terlambat", "batas_waktu": date(2025, 1, 13)}
    )
    found = list_tugas_beranda(muncar)
    # Wednesday 15 January 2025: two working days after the 13th, five before the 22nd.
    assert [(item.apa, item.keterangan, item.is_late) for item in found] == [
        (
            "Terlambat",
            "tanpa penanggung jawab · batas waktu 13 Januari 2025, terlambat 2 hari kerja",
            True,
        ),
        (
            "Nanti",
            "tanpa penanggung jawab · batas waktu 22 Januari 2025, 5 hari kerja lagi",
            False,
        ),
        ("Tanpa hari", "Kasi · tanpa batas waktu", False),
    ]
    assert [item.apa for item in read_beranda(muncar, Periode(2024)).pekerjaan] == [
        "Terlambat", "Nanti", "Tanpa hari",
    ]  # fmt: skip
    change_field(muncar, "tugas", late, "selesai", date(2025, 1, 15))
    assert [item.apa for item in list_tugas_beranda(muncar)] == ["Nanti", "Tanpa hari"]
