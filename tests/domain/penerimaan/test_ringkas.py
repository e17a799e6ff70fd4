"""What a package says is what its paper says: the figures that Muncar printed."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import BELUM_DIISI, IsianRealisasi, Keadaan
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.capaian.snapshot import SnapshotPengukuran
from kinerja_desktop.domain.penerimaan.ringkas import (
    DokumenMasuk,
    list_indikator,
    make_ringkas,
    ringkas_from_data,
    ringkas_to_data,
    with_perubahan,
)
from tests.domain.penerimaan.samples import (
    HARI,
    KODE,
    KODE_PAKET,
    MUNCAR,
    berkas,
    muncar_snapshot,
    package_data,
    ringkas,
)


def test_the_figures_are_those_that_the_office_printed() -> None:
    found = {item.uraian: item for item in ringkas().indikator}
    assert len(found) == 9
    for printed in MUNCAR["indikator"]:
        item = found[printed["indikator"]]
        assert item.keadaan is Keadaan.NILAI
        assert str(item.capaian).replace(".", ",") in (
            printed["capaian_tercetak"]["2024"],
            f"{printed['capaian_tercetak']['2024']},00",
        )
        assert item.sasaran == printed["level"]


def test_it_says_whose_when_and_which_version_it_is() -> None:
    files = (berkas("05_BUKTI/001.pdf"),)
    found = ringkas(files=files, versi=3)
    assert (found.kecamatan, found.kabupaten, found.periode) == (
        "Muncar", "Banyuwangi", Periode(2024),
    )  # fmt: skip
    assert (found.kode, found.versi, found.kode_paket, found.ditulis) == (KODE, 3, KODE_PAKET, HARI)
    assert found.dokumen == (DokumenMasuk("Pengukuran Kinerja Tahun 2024", KODE, 3),)
    assert found.berkas == files
    first, second = found.anggaran
    assert (first.kode, first.pagu, first.realisasi) == (
        "7.01.01", Decimal(2964713651), Decimal(2581170421),
    )  # fmt: skip
    assert second.realisasi is None


def test_the_mean_is_that_of_nine_quotients() -> None:
    """(106,93… + 99,74… + 111,11… + 108,12… + 5 × 100) / 9, by hand: 102,88."""
    assert ringkas().rata_rata == Decimal("102.88")


def test_it_survives_json() -> None:
    def change(snapshot: SnapshotPengukuran) -> SnapshotPengukuran:
        first, second, *rest = snapshot.bahan
        first = replace(first, arah=Arah.RENTANG, target=Rentang(Decimal(7), Decimal("8.5")))
        return replace(snapshot, bahan=(first, replace(second, target=None), *rest))

    found = with_perubahan(ringkas(change, (berkas("a.pdf"),)), ["IKM: realisasi 1 menjadi 2"])
    data = json.loads(json.dumps(ringkas_to_data(found)))
    assert ringkas_from_data(data) == found
    assert tuple(list_indikator(data)) == found.indikator
    assert found.perubahan == ("IKM: realisasi 1 menjadi 2",)


def test_the_four_states_stay_apart() -> None:
    def change(snapshot: SnapshotPengukuran) -> SnapshotPengukuran:
        blank, without, zero, off, *rest = snapshot.bahan
        return replace(
            snapshot,
            bahan=(
                replace(blank, isian_tahunan=BELUM_DIISI),
                replace(without, target=None),
                replace(zero, isian_tahunan=IsianRealisasi(Decimal(0))),
                replace(off, isian_tahunan=IsianRealisasi(tidak_berlaku=True, alasan="libur")),
                *rest,
            ),
        )

    found = {item.id: item for item in ringkas(change).indikator}
    assert (found["id-1"].keadaan, found["id-1"].capaian) == (Keadaan.BELUM_DIISI, None)
    assert found["id-2"].keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG
    assert found["id-2"].alasan
    assert (found["id-3"].keadaan, found["id-3"].capaian) == (Keadaan.NILAI, Decimal("0.00"))
    assert found["id-4"].keadaan is Keadaan.TIDAK_BERLAKU


def test_a_package_of_schema_1_names_no_kode_of_its_own() -> None:
    data = package_data(muncar_snapshot())
    del data["kode"], data["kode_paket"]
    data["dokumen"].insert(0, {"kode": "X", "judul": "", "data": {"pdf": "x"}, "versi": "satu"})
    found = make_ringkas(data, (), None)
    assert (found.kode, found.kode_paket, found.ditulis) == (KODE, "", None)
    assert found.dokumen[0] == DokumenMasuk("Dokumen", "X", 0)


@pytest.mark.parametrize("versi", [None, "1", True, 0, -1, 10_000, 1.0])
def test_a_version_that_is_none_is_refused(versi: object) -> None:
    with pytest.raises(ValueError, match="version"):
        ringkas(versi=versi)


@pytest.mark.parametrize("entry", [{"kode": "LAIN"}, {"data": []}, {"data": {"jenis": "lain"}}])
def test_a_package_without_a_measurement_is_refused(entry: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no Pengukuran"):
        ringkas(**entry)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("2025-02-03T09:00:00+07:00", "2025-02-03T02:00:00+00:00"),
        ("kemarin", ""),
        (None, ""),
        (7, ""),
        ("0001-01-01T00:00:00+07:00", ""),
    ],
)
def test_the_moment_is_read_in_utc_and_nonsense_is_none(told: object, read: str) -> None:
    data = package_data(muncar_snapshot())
    data["dibuat"] = told
    assert make_ringkas(data, (), None).dibuat == read
