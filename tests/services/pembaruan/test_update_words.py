from kinerja_desktop.domain.fingerprint import TableChange
from kinerja_desktop.domain.update import UpdatePlan, UpdateReport
from kinerja_desktop.services.pembaruan.update_words import (
    describe_failure,
    describe_report,
    describe_tables,
    describe_versions,
)

SAME = TableChange("sasaran", 3, 3, "0123456789", "0123456789")
ADDED = TableChange("lkjip", None, 0, "", "fedcba9876")
LOST = TableChange("hari_libur", 5, 4, "aaaaaaaaaa", "bbbbbbbbbb")
GONE = TableChange("surat", 2, None, "cccccccccc", "")
MOMENT = "2026-11-21T02:12:00+00:00"


def report(*tables: TableChange, **changes: object) -> UpdateReport:
    values = {"from_version": "1.0.0", "is_return": False, **changes}
    return UpdateReport(
        str(values["from_version"]), "1.1.0", MOMENT, "", tables, bool(values["is_return"])
    )


def test_unchanged_data_is_said_with_its_rows() -> None:
    expected = "Data tidak berubah: 1 tabel, 3 baris, isinya sama."
    assert describe_report(report(SAME, ADDED)) == expected


def test_changed_data_is_said_by_its_tables() -> None:
    told = describe_report(report(SAME, LOST))
    assert told.startswith("Data berubah di 1 tabel: Hari Libur. ")
    assert "Sebelum pembaruan program" in told


def test_what_nobody_knows_is_not_called_unchanged() -> None:
    assert "tidak diketahui" in describe_report(report())


def test_every_table_has_a_line_and_what_differs_comes_first() -> None:
    lines = describe_tables(report(SAME, ADDED, LOST, GONE))
    assert [(line.bagian, line.sebelum, line.sesudah, line.hasil) for line in lines] == [
        ("Hari Libur", "5", "4", "BERUBAH"),
        ("Register Surat", "2", "–", "BERUBAH"),
        ("Sasaran", "3", "3", "sama"),
        ("LKjIP final", "–", "0", "baru"),
    ]
    assert [(line.sidik_sebelum, line.sidik_sesudah) for line in lines] == [
        ("aaaaaaaa", "bbbbbbbb"),
        ("cccccccc", "–"),
        ("01234567", "01234567"),
        ("–", "fedcba98"),
    ]


def test_versions_and_the_moment_are_said_in_wib() -> None:
    assert describe_versions(report()).startswith("Diperbarui ke versi 1.1.0 (dari 1.0.0), 21 ")
    assert "09.12" in describe_versions(report())
    assert describe_versions(report(is_return=True)).startswith("Kembali ke versi 1.1.0")
    assert "(dari ?)" in describe_versions(report(from_version=""))


def test_a_failure_says_what_stands_and_what_to_do() -> None:
    plan = UpdatePlan("1.0.0", "1.1.0", MOMENT, "b.db")
    text, remedy = describe_failure(plan)
    assert text.startswith("Pembaruan ke versi 1.1.0 belum terpasang.")
    assert "Pengaturan → Pembaruan" in remedy
    back = UpdatePlan("1.1.0", "1.0.0", MOMENT, "b.db", is_return=True)
    text, remedy = describe_failure(back)
    assert text == "Program belum kembali ke versi 1.0.0. Program dan data tidak berubah."
    assert "Ulangi Kembali" in remedy
    text, remedy = describe_failure(back, is_rolled_back=True)
    assert text.startswith("Program belum kembali ke versi 1.0.0, tetapi datanya sudah")
    assert "Sebelum pemulihan" in remedy
