"""A stick is read whole: the forms on it that nobody has filled in have not come back."""

from pathlib import Path

import pytest

from kinerja_desktop.domain.pengumpulan.papan import KeadaanPemegang
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.papan import read_papan, read_riwayat
from kinerja_desktop.services.pengumpulan.terima import HasilTerima, take_in
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    give_holders,
    indikator_of,
    send,
)


@pytest.fixture
def stick(muncar: Office, tmp_path: Path) -> Path:
    give_holders(muncar)
    send(muncar, tmp_path / "flashdisk")
    return tmp_path / "flashdisk"


def test_a_stick_read_right_after_it_was_written_records_nothing(
    muncar: Office, stick: Path
) -> None:
    found = plan_terima(muncar, [stick], PERIODE)
    assert [form.is_untouched for form in found.formulir] == [True, True]
    assert take_in(muncar, found) == HasilTerima()
    assert read_riwayat(muncar, PERIODE) == []
    assert all(row.masuk is None for row in read_papan(muncar, PERIODE).baris)


def test_beside_a_filled_form_the_empty_one_still_is_owed(muncar: Office, stick: Path) -> None:
    (path,) = (stick / KASI.replace(" ", "_")).glob("*.xlsx")
    Filler(path).fill(indikator_of(muncar, KASI)[1].id, nilai=80).save()
    assert take_in(muncar, plan_terima(muncar, [stick], PERIODE)).formulir == 1
    rows = {row.pemegang: row for row in read_papan(muncar, PERIODE).baris}
    assert rows[KASI].masuk is not None
    assert rows[KASUBBAG].masuk is None
    assert rows[KASUBBAG].keadaan is not KeadaanPemegang.SEBAGIAN


@pytest.mark.parametrize("what", ["wrong", "evidence"])
def test_what_somebody_wrote_on_is_recorded_though_nothing_goes_in(
    muncar: Office, stick: Path, what: str
) -> None:
    (path,) = (stick / KASI.replace(" ", "_")).glob("*.xlsx")
    second = indikator_of(muncar, KASI)[1]
    values = {"nilai": "tidak tahu"} if what == "wrong" else {"bukti": "tidak ada.pdf"}
    Filler(path).fill(second.id, **values).save()
    take_in(muncar, plan_terima(muncar, [path], PERIODE))
    assert [line.pemegang for line in read_riwayat(muncar, PERIODE)] == [KASI]
