"""The first page of Bappeda: deadlines with days left, who is missing, what came last."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal import beranda_bappeda
from kinerja_desktop.services.awal.beranda_bappeda import BerandaBappeda, read_beranda_bappeda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.komentar import tulis_komentar
from kinerja_desktop.services.penerimaan.unit import list_unit, set_tenggat
from kinerja_desktop.store.records import PaketMasuk, PerangkatDaerah
from tests.services.dokumen.papers import TAHUN
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import open_sender, take

__all__ = ["bappeda", "sent", "sticks"]


def read(office: Office, periode: Periode = TAHUN) -> BerandaBappeda:
    return read_beranda_bappeda(office, periode)


def keep_only(office: Office, *nama: str) -> None:
    """Ask these units for packages, and no other."""
    with office.journal.action("Unit") as session:
        for unit in session.exec(select(PerangkatDaerah)):
            unit.aktif = unit.nama in nama


def test_an_empty_bappeda_knows_neither_day_nor_package(bappeda: Office) -> None:
    found = read(bappeda)
    assert (found.has_unit, found.has_tenggat, found.terakhir, found.komentar) == (
        True, False, (), (),
    )  # fmt: skip
    (status,) = found.status
    assert (status.periode, status.unit, status.sudah, status.keterangan) == (
        TAHUN, 21, 0, "tenggatnya belum diisi",
    )  # fmt: skip
    assert not status.is_late
    keep_only(bappeda)
    assert not read(bappeda).has_unit


# Today is 10 February 2025 in Lumajang.
@pytest.mark.parametrize(
    ("tenggat", "told"),
    [
        (date(2025, 2, 15), "paling lambat 15 Februari 2025, 5 hari lagi"),
        (date(2025, 2, 10), "paling lambat 10 Februari 2025, hari ini"),
        (date(2025, 1, 31), "paling lambat 31 Januari 2025, lewat 10 hari"),
    ],
)
def test_days_that_are_left_and_that_have_passed(bappeda: Office, tenggat: date, told: str) -> None:
    set_tenggat(bappeda, TAHUN, tenggat)
    (status,) = read(bappeda).status
    assert status.keterangan == told
    assert status.is_late is ("lewat" in told)


def test_who_delivered_late_and_who_is_missing(bappeda: Office, sticks: Path) -> None:
    keep_only(bappeda, "Candipuro", "Klakah", "Senduro")
    set_tenggat(bappeda, TAHUN, date(2025, 2, 7))
    take(bappeda, sticks / "v1", sticks / "klakah")
    with bappeda.journal.action("Klakah tepat waktu") as session:
        for row in session.exec(select(PaketMasuk)):
            if session.get_one(PerangkatDaerah, row.perangkat_id).nama == "Klakah":
                # 17.30 UTC is the next day in Lumajang, still in time.
                row.diterima = datetime(2025, 2, 6, 17, 30, tzinfo=UTC)
    # A correction that comes later makes nobody late twice.
    take(bappeda, sticks / "v2")
    found = read(bappeda)
    (status,) = found.status
    assert (status.unit, status.sudah, status.terlambat, status.belum) == (
        3, 2, 1, ("Kecamatan Senduro",),
    )  # fmt: skip
    assert found.kurang == [status]
    assert [(item.unit, item.versi) for item in found.terakhir][-1] == ("Kecamatan Klakah", 1)
    assert len(found.terakhir) == 3


def test_only_late_periods_and_the_next_one_have_somebody_missing(bappeda: Office) -> None:
    for triwulan, day in ((1, date(2025, 4, 10)), (3, date(2025, 10, 10)), (2, date(2025, 1, 3))):
        set_tenggat(bappeda, Periode(2025, triwulan), day)
    set_tenggat(bappeda, Periode(2025), None)
    found = read(bappeda, Periode(2025))
    assert [item.periode.triwulan for item in found.status] == [1, 2, 3, None]
    assert [item.periode.triwulan for item in found.kurang] == [2, 1]
    # A triwulan that is chosen is told alone, asked for or not.
    assert [item.periode for item in read(bappeda, Periode(2025, 4)).status] == [Periode(2025, 4)]


def test_what_units_were_told_waits_there(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    key = next(unit.id for unit in list_unit(bappeda) if unit.nama == "Candipuro")
    tulis_komentar(bappeda, key, TAHUN, "Lampirkan surveinya.")
    # Whatever year is chosen: it is not done with.
    (item,) = read(bappeda, Periode(2026)).komentar
    assert item.butir.isi == "Lampirkan surveinya."


def test_the_reminder_of_backups_never_hides_the_rest(
    bappeda: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = read(bappeda).tempat_kedua
    assert second is not None
    assert second.perlu

    def spoiled(_office: Office) -> None:
        raise KinerjaError("tempat-kedua.json rusak")

    monkeypatch.setattr(beranda_bappeda, "read_tempat_kedua", spoiled)
    assert read(bappeda).tempat_kedua is None


def test_a_kecamatan_has_no_such_page(tmp_path: Path) -> None:
    office = open_sender(tmp_path / "kantor")
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        read(office)
    office.close()
