import sqlite3
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.errors import DataProblemsError
from kinerja_desktop.services.kantor.data_entry import change_field
from kinerja_desktop.services.kantor.lost_data import find_last_good_backup
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.riwayat import maintenance
from kinerja_desktop.services.riwayat.maintenance import Alasan, BedaTabel, ExportCancelledError
from tests.conftest import Clock
from tests.services.dokumen.papers import TAHUN, TW1, indikator_id
from tests.tampering import lose_file, spoil_file


def attach(office: Office, tmp_path: Path) -> str:
    """Attach evidence; return its SHA-256."""
    before = set(office.evidence.stored())
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(office, indikator_id(office), TAHUN, tmp_path / "Survei.pdf")
    (digest,) = set(office.evidence.stored()) - before
    return digest


def test_a_check_tells_of_each_part_and_can_be_stopped_before_any(muncar: Office) -> None:
    told: list[tuple[int, int, str]] = []
    assert maintenance.check_office(muncar, lambda *state: told.append(state)) == []
    assert [step for step, _, _ in told] == list(range(6))
    assert {steps for _, steps, _ in told} == {6}
    for most in range(6):
        seen: list[str] = []

        def report(_step: int, _steps: int, text: str, seen: list[str] = seen) -> None:
            seen.append(text)

        def is_enough(seen: list[str] = seen, most: int = most) -> bool:
            return len(seen) == most

        with pytest.raises(maintenance.CheckCancelledError, match="Data tidak diubah"):
            maintenance.check_office(muncar, report, is_enough)
        assert len(seen) == most


def test_the_automatic_backup_is_made_once_a_day(office: Office, clock: Clock) -> None:
    first = maintenance.back_up_if_due(office)
    assert first is not None
    assert maintenance.last_backup(office) == clock.moment
    # On the same day of the calendar (WIB) not again, on the next even a minute later.
    clock.moment = datetime(2025, 1, 15, 16, 59, tzinfo=UTC)
    assert maintenance.back_up_if_due(office) is None
    clock.moment += timedelta(minutes=1)
    assert maintenance.back_up_if_due(office) is not None
    assert [backup.alasan for backup in maintenance.read_backups(office)] == [Alasan.OTOMATIS] * 2


def test_a_backup_from_the_future_does_not_put_off_the_next(office: Office, clock: Clock) -> None:
    clock.moment += timedelta(days=400)
    maintenance.back_up_now(office)
    clock.moment -= timedelta(days=400)
    assert maintenance.back_up_if_due(office) is not None


def test_old_automatic_backups_are_thinned_out_but_not_those_by_hand(
    office: Office, clock: Clock
) -> None:
    maintenance.back_up_now(office)
    for _ in range(40):
        clock.moment += timedelta(days=1)
        maintenance.back_up_if_due(office)
    kept = [backup.alasan for backup in maintenance.read_backups(office)]
    assert kept.count(Alasan.MANUAL) == 1
    # Fourteen days, then the last of each of the weeks before.
    assert 14 <= kept.count(Alasan.OTOMATIS) <= 14 + 6


def test_without_backups_there_is_no_last(office: Office) -> None:
    assert maintenance.last_backup(office) is None
    assert find_last_good_backup(office.folder) is None


def test_the_last_good_backup_is_found_behind_a_damaged_one(office: Office, clock: Clock) -> None:
    good = maintenance.back_up_now(office)
    clock.moment += timedelta(hours=1)
    bad = maintenance.back_up_now(office)
    bad.write_bytes(b"rusak")
    found = find_last_good_backup(office.folder)
    assert found is not None
    assert found.path == good
    assert maintenance.check_backup(good) == []
    (problem,) = maintenance.check_backup(bad)
    assert problem.file == bad.name
    with pytest.raises(DataProblemsError):
        maintenance.preview(bad)


def test_an_export_holds_data_and_evidence_and_gets_its_ending(
    muncar: Office, tmp_path: Path
) -> None:
    attach(muncar, tmp_path)
    steps: list[tuple[int, int]] = []
    warnings = maintenance.export_all(
        muncar, tmp_path / "Kinerja 2025", lambda step, steps_, _: steps.append((step, steps_))
    )
    target = tmp_path / "Kinerja 2025.kinerja"
    assert warnings == []
    assert steps[-1][0] == steps[-1][1]
    assert maintenance.check_backup(target) == []
    assert maintenance.preview(target).rows["lampiran"] == 1


def test_damaged_evidence_is_told_and_left_out_of_the_export(
    muncar: Office, tmp_path: Path
) -> None:
    digest = attach(muncar, tmp_path)
    spoil_file(muncar, digest)
    (warning,) = maintenance.export_all(muncar, tmp_path / "a.kinerja")
    assert warning.is_warning
    assert warning.file == digest


def test_a_cancelled_export_leaves_nothing_and_an_older_file_as_it_was(
    muncar: Office, tmp_path: Path
) -> None:
    target = tmp_path / "a.kinerja"
    target.write_bytes(b"cadangan lama")
    names = sorted(tmp_path.iterdir())
    with pytest.raises(ExportCancelledError, match="dibatalkan"):
        maintenance.export_all(muncar, target, cancelled=lambda: True)
    assert target.read_bytes() == b"cadangan lama"
    assert sorted(tmp_path.iterdir()) == names


def test_a_comparison_says_what_a_restore_would_take_away(muncar: Office, clock: Clock) -> None:
    path = maintenance.back_up_now(muncar)
    then = clock.moment
    clock.moment += timedelta(days=2)
    set_realisasi(muncar, indikator_id(muncar), TW1, Decimal(5))
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")

    found = maintenance.compare_backup(muncar, path)

    tables = {row.bagian: row for row in found.tabel}
    # 9 indicators × 5 years of the sample, and the one entered since.
    assert tables["Realisasi"] == BedaTabel("Realisasi", 46, 45)
    assert tables["Indikator"] == BedaTabel("Indikator", 9, 9)
    assert "Kiriman" not in tables
    assert found.tindakan_hilang == 2
    assert (found.perubahan_kini, found.perubahan_cadangan) == (clock.moment, then)


def test_an_empty_office_compares_with_an_empty_backup(office: Office) -> None:
    found = maintenance.compare_backup(office, maintenance.back_up_now(office))
    assert found.tabel == ()
    assert (found.perubahan_kini, found.perubahan_cadangan) == (None, None)
    assert found.tindakan_hilang == 0


def test_a_sound_office_has_no_problems(muncar: Office, tmp_path: Path) -> None:
    attach(muncar, tmp_path)
    assert maintenance.check_office(muncar) == []


@pytest.mark.sqlite_only("a reference that no server would lose")
def test_damage_of_data_and_evidence_is_told_all_at_once(muncar: Office, tmp_path: Path) -> None:
    digest = attach(muncar, tmp_path)
    lose_file(muncar, digest)
    raw = sqlite3.connect(muncar.folder / "kinerja.db")
    raw.execute("INSERT INTO sasaran (id, tujuan_id, kode, uraian) VALUES ('a', 'b', 'S', 'x')")
    raw.commit()
    raw.close()
    lines = [str(problem) for problem in maintenance.check_office(muncar)]
    assert lines[0] == (
        "kinerja.db: data rusak (sasaran: acuan ke tujuan hilang): pulihkan dari cadangan terakhir"
    )
    assert any("Sasaran S x: ditambahkan di luar program" in line for line in lines)
    assert lines[-1] == (
        "Survei.pdf: Berkas bukti ini hilang dari folder data. Lampirkan lagi berkas aslinya, "
        "atau pulihkan dari cadangan."
    )
