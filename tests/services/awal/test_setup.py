from datetime import date
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.awal.sample import fill_sample, run_main_job
from kinerja_desktop.services.awal.setup import (
    KECAMATAN_LUMAJANG,
    KantorBaru,
    add_holidays,
    add_nomenklatur,
    list_holidays,
    read_logo_of,
    read_nomenklatur,
    set_logo,
    set_up,
)
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.sop.library import list_sop
from tests.picture_samples import SAMPLES, png_of

NEW = KantorBaru({"kecamatan": "Tekung"}, 2025)


def test_lumajang_has_21_kecamatan() -> None:
    """`docs/sakip.md` §13."""
    assert len(KECAMATAN_LUMAJANG) == 21
    assert list(KECAMATAN_LUMAJANG) == sorted(KECAMATAN_LUMAJANG)


def test_an_office_is_set_up_once(office: Office) -> None:
    set_up(office, NEW)
    assert office.require_instansi().kecamatan == "Tekung"
    assert list_sop(office) == []
    with pytest.raises(KinerjaError, match="sudah disiapkan"):
        set_up(office, NEW)
    with pytest.raises(KinerjaError, match="sudah berisi kantor"):
        fill_sample(office)


def test_one_key_does_not_take_the_whole_office_away(office: Office) -> None:
    set_up(office, NEW)
    assert office.journal.undo() is None
    assert office.instansi() is not None


def test_the_logo_is_kept_with_the_office(office: Office, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    first, second = SAMPLES["rgb.png"](), SAMPLES["foto.jpg"]()
    logo.write_bytes(first)
    assert read_logo_of(office) is None
    set_up(office, KantorBaru({"kecamatan": "Tekung"}, 2025, logo=logo))
    assert read_logo_of(office) == first
    logo.write_bytes(second)
    set_logo(office, logo)
    assert read_logo_of(office) == second
    office.journal.undo()
    assert read_logo_of(office) == first


def test_a_logo_that_is_no_picture_or_a_bomb_is_refused_at_both_doors(
    office: Office, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png_of(60_000_000, 1))
    new = KantorBaru({"kecamatan": "Tekung"}, 2025, logo=logo)
    with pytest.raises(KinerjaError, match=r"logo\.png terlalu besar \(60000000 × 1 titik\)"):
        set_up(office, new)
    assert office.instansi() is None
    set_up(office, NEW)
    logo.write_bytes(b"gambar")
    with pytest.raises(KinerjaError, match=r"logo\.png bukan gambar"):
        set_logo(office, logo)
    with pytest.raises(KinerjaError, match="tidak ada"):
        set_logo(office, tmp_path / "tiada.png")
    assert read_logo_of(office) is None


def test_holidays_hold_the_fixed_days_of_the_republic() -> None:
    """New Year, Labour Day, Pancasila Day, Independence Day, Christmas."""
    rows = {row.tanggal: row for row in list_holidays([2025])}
    for month, day in ((1, 1), (5, 1), (6, 1), (8, 17), (12, 25)):
        assert rows[date(2025, month, day)].jenis == "nasional"
    assert {row.jenis for row in rows.values()} == {"nasional", "cuti_bersama"}


def test_holidays_are_filled_in_once(office: Office) -> None:
    first = add_holidays(office, 2025)
    assert first == len(list_rows(office, "hari_libur")) > 10
    assert add_holidays(office, 2025) == 0


def test_the_nomenclature_has_its_189_sub_kegiatan() -> None:
    """nomenklatur_7_01.csv: 189 sub kegiatan of urusan 7.01."""
    rows = read_nomenklatur()
    assert len(rows) == 189
    assert {row.kode_program for row in rows} == {f"7.01.0{n}" for n in range(1, 7)}


def test_a_sub_kegiatan_brings_its_parents_once(office: Office) -> None:
    rows = [r for r in read_nomenklatur() if r.kode_kegiatan == "7.01.01.2.01"][:2]
    assert add_nomenklatur(office, rows) == 4
    assert add_nomenklatur(office, rows) == 0
    lines = {row["kode"]: row for row in list_rows(office, "mata_anggaran")}
    assert lines["7.01.01.2.01.0001"]["induk_id"] == lines["7.01.01.2.01"]["id"]
    assert lines["7.01.01.2.01"]["induk_id"] == lines["7.01.01"]["id"]
    assert lines["7.01.01"]["induk_id"] is None


def test_a_package_that_does_not_read_back_stops_the_main_job(
    muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "verify_package", lambda folder: (None, [Problem("berubah")]))
    with pytest.raises(KinerjaError, match="tidak utuh: berubah"):
        run_main_job(muncar, tmp_path, lambda line: None)
