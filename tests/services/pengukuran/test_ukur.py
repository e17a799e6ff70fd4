from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.pengukuran.ukur import (
    list_kekurangan,
    list_versi,
    measure_periode,
    set_keterangan,
    set_realisasi,
    set_realisasi_block,
)
from tests.finals import finalize
from tests.services.kantor.small import INDIKATOR, TAHUN, add_indikator, fill_kantor

PERIODE = Periode(TAHUN)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def test_a_block_is_one_deed(office: Office, ids: dict[str, UUID]) -> None:
    # `docs/sakip.md` §4.6: A {100}, B {80, 90, 100}: 92,50.
    figures = zip(INDIKATOR, (100, 80, 90, 100), strict=True)
    set_realisasi_block(office, PERIODE, [(ids[kode], Decimal(n)) for kode, n in figures])
    assert measure_periode(office, PERIODE).rata_rata.tampil == Decimal("92.50")
    office.journal.undo()
    assert list_rows(office, "realisasi") == []


def test_a_range_is_no_realisasi(office: Office, ids: dict[str, UUID]) -> None:
    with pytest.raises(KinerjaError, match="satu angka, bukan rentang"):
        set_realisasi(office, ids["A1"], PERIODE, Rentang(Decimal(7), Decimal(8)))
    assert list_rows(office, "realisasi") == []


def test_a_figure_ends_that_an_indicator_does_not_apply(
    office: Office, ids: dict[str, UUID]
) -> None:
    set_keterangan(office, ids["A1"], PERIODE, tidak_berlaku=True, alasan="Belum ada survei")
    first = measure_periode(office, PERIODE).indikator[0].utama.capaian
    assert (first.keadaan, first.alasan) == (Keadaan.TIDAK_BERLAKU, "Belum ada survei")
    set_realisasi(office, ids["A1"], PERIODE, Decimal(0))
    first = measure_periode(office, PERIODE).indikator[0].utama.capaian
    assert (first.keadaan, first.tampil) == (Keadaan.NILAI, Decimal("0.00"))


def test_an_exception_needs_its_reason(office: Office, ids: dict[str, UUID]) -> None:
    for values in ({"tidak_berlaku": True}, {"capaian_manual": Decimal(100), "alasan": " "}):
        with pytest.raises(KinerjaError, match="Alasannya belum ditulis"):
            set_keterangan(office, ids["A1"], PERIODE, **values)
    assert list_rows(office, "realisasi") == []


def test_what_is_final_is_locked_until_opened_again(office: Office, ids: dict[str, UUID]) -> None:
    block = [(ids[kode], Decimal(100)) for kode in INDIKATOR]
    set_realisasi_block(office, PERIODE, block)
    final = finalize(office, PERIODE, office.today())
    with pytest.raises(KinerjaError, match="sudah final"):
        set_realisasi(office, ids["A1"], PERIODE, Decimal(1))
    with pytest.raises(KinerjaError, match="sudah final"):
        set_keterangan(office, ids["A1"], PERIODE, pendorong="x")
    reopen(office, final.id, "Salah ketik")
    set_realisasi(office, ids["A1"], PERIODE, Decimal(1))
    assert [versi.alasan_dibuka for versi in list_versi(office, PERIODE)] == ["Salah ketik"]


def test_the_iki_of_an_official_are_locked_by_their_own_measurement(
    office: Office, ids: dict[str, UUID]
) -> None:
    kasi = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji")
    own = add_indikator(office, "IKI-1", jenis="IKI", pejabat_id=kasi)
    set_realisasi(office, own, PERIODE, Decimal(100))
    finalize(office, PERIODE, office.today(), kasi)
    with pytest.raises(KinerjaError, match="sudah final"):
        set_realisasi(office, own, PERIODE, Decimal(1))
    set_realisasi(office, ids["A1"], PERIODE, Decimal(1))


def test_a_figure_below_target_asks_for_its_story(office: Office, ids: dict[str, UUID]) -> None:
    block = [(ids[kode], Decimal(100)) for kode in INDIKATOR]
    set_realisasi_block(office, PERIODE, [*block[:-1], (ids["B3"], Decimal(99))])
    (problem,) = list_kekurangan(office, PERIODE)
    assert problem.is_warning
    assert problem.message.startswith("Indikator B3: di bawah target")
    set_keterangan(office, ids["B3"], PERIODE, penghambat="Banjir", tindak_lanjut="Ulangi")
    assert list_kekurangan(office, PERIODE) == []


def test_a_story_is_bounded_and_cleaned_like_its_column(
    office: Office, ids: dict[str, UUID]
) -> None:
    set_keterangan(office, ids["A1"], PERIODE, pendorong="Dari Word\x0b\uf0b7 satu")
    (row,) = list_rows(office, "realisasi")
    assert row["pendorong"] == "Dari Word\n• satu"
    with pytest.raises(KinerjaError, match="paling banyak 15"):
        set_keterangan(office, ids["A1"], PERIODE, pendorong="a" * 1_000_000)
