from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM,
    RINGKAS,
    TRIWULAN,
    Angka,
    angka_capaian,
    angka_nilai,
    angka_persen,
    angka_rupiah,
)


def test_a_typed_zero_is_a_value_and_a_blank_is_a_dash() -> None:
    assert angka_nilai(Decimal(0)) == Angka("0", Decimal(0))
    assert angka_nilai(None) == BELUM == Angka("-")


def test_words_and_ranges_have_no_number() -> None:
    assert angka_nilai("BB") == Angka("BB")
    assert angka_nilai(Rentang(Decimal(7), Decimal(8))) == Angka("7–8")


def test_the_four_states_of_a_capaian_are_told_in_words() -> None:
    value = Capaian(Keadaan.NILAI, Fraction(10693, 100), Decimal("106.93"))
    assert angka_capaian(value) == Angka("106,93", Decimal("106.93"))
    assert angka_capaian(Capaian(Keadaan.BELUM_DIISI)) == BELUM
    absent = Capaian(Keadaan.TIDAK_BERLAKU, alasan="tidak ada kelurahan")
    assert angka_capaian(absent) == Angka("Tidak berlaku", alasan="tidak ada kelurahan")
    undefined = Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG, alasan="target 0")
    assert angka_capaian(undefined) == Angka("Tidak dapat dihitung", alasan="target 0")


def test_percent_and_rupiah_are_written_as_in_a_column() -> None:
    assert angka_persen(Decimal("98.92")) == Angka("98,92", Decimal("98.92"))
    assert angka_persen(None) == BELUM
    assert angka_rupiah(Decimal(159280900)) == Angka("159.280.900", Decimal(159280900))
    assert angka_rupiah(Decimal("1500.5")) == Angka("1.500,50", Decimal("1500.5"))
    assert angka_rupiah(None) == BELUM


def test_the_usual_form_has_nine_columns_and_the_triwulan_form_no_budget() -> None:
    # `docs/sakip.md` §5.1.
    assert len(RINGKAS) == 9
    assert "program" not in TRIWULAN
    assert TRIWULAN[-5:] == (
        "pendorong", "penghambat", "tindak_lanjut", "penanggung_jawab", "sumber_data",
    )  # fmt: skip
