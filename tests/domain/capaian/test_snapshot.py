import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, Narasi
from kinerja_desktop.domain.capaian.profil import Aturan, ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Arah, Rumus
from kinerja_desktop.domain.capaian.snapshot import (
    BarisAnggaran,
    IdentitasInstansi,
    IdentitasPejabat,
    SnapshotPengukuran,
    aturan_of,
    describe_difference,
    snapshot_from_data,
    snapshot_to_data,
)

WAKTU = BahanUkur(
    "b",
    "Waktu layanan",
    "S1",
    arah=Arah.RENTANG_TURUN,
    target=Rentang(Decimal(7), Decimal(8)),
    isian_tahunan=IsianRealisasi(Decimal(9)),
    narasi={None: Narasi("a", "b", "c"), 2: Narasi()},
)
LAPORAN = BahanUkur(
    "a",
    "Jumlah laporan",
    "S1",
    rumus=Rumus.MAX,
    akumulasi=Akumulasi.AKUMULASI,
    target=Decimal("12.0"),
    target_triwulan={1: Decimal(3), 2: None},
    isian_triwulan={1: IsianRealisasi(Decimal(2), capaian_manual=Decimal(5), alasan="x")},
)
SNAPSHOT = SnapshotPengukuran(
    Periode(2025, 1),
    IdentitasInstansi("Lumajang", "Lumajang", "Jawa Timur"),
    ProfilRumus(cap_capaian=Decimal(120)),
    (WAKTU, LAPORAN),
    (BarisAnggaran("7.01.01", "Program", Decimal(100), None, ("S1",)),),
    IdentitasPejabat("Edwi", "Camat Lumajang"),
    date(2025, 4, 10),
    pejabat=IdentitasPejabat("Ani", "Kasi"),
    atasan=IdentitasPejabat("Edwi", "Camat Lumajang"),
)


def test_a_snapshot_survives_json() -> None:
    data = json.loads(json.dumps(snapshot_to_data(SNAPSHOT)))
    assert snapshot_from_data(data) == SNAPSHOT


def test_a_snapshot_without_signer_survives_json() -> None:
    bare = replace(SNAPSHOT, camat=None, pejabat=None, atasan=None, anggaran=())
    assert snapshot_from_data(snapshot_to_data(bare)) == bare


def test_raw_inputs_and_outcome_are_both_kept() -> None:
    """`docs/sakip.md` §4.11: texts and raw inputs, not only a final percentage."""
    data = snapshot_to_data(replace(SNAPSHOT, periode=Periode(2025)))
    assert data["indikator"][0]["target"] == "7..8"
    # [1 + (1 − 9/8)] × 100, PermenPANRB 8/2021 page 110.
    assert data["hasil"][0] == {
        "id": "b", "rumus": "RANGE_8_MIN", "keadaan": "nilai", "capaian": "87.50",
        "kategori": "Tinggi",
    }  # fmt: skip


def test_equal_data_has_one_kode_and_another_figure_another() -> None:
    data = snapshot_to_data(SNAPSHOT)
    assert compute_kode(data) == compute_kode(json.loads(json.dumps(data)))
    moved = replace(SNAPSHOT, bahan=(WAKTU, replace(LAPORAN, target=Decimal(13))))
    assert compute_kode(snapshot_to_data(moved)) != compute_kode(data)


def test_what_an_earlier_release_froze_keeps_its_rules_and_its_kode() -> None:
    data = snapshot_to_data(SNAPSHOT)
    assert data["profil"]["aturan"] == 4
    assert aturan_of(data) is Aturan.EMPAT
    old = {**data, "profil": {k: v for k, v in data["profil"].items() if k != "aturan"}}
    assert aturan_of(old) is Aturan.SATU
    read = snapshot_from_data(old)
    assert read.profil.aturan is Aturan.SATU
    assert compute_kode(snapshot_to_data(read)) == compute_kode(old)


def test_a_quotient_is_frozen_where_there_is_one() -> None:
    isian = IsianRealisasi(Decimal(90), pembilang=Decimal(45), penyebut=Decimal(50))
    new = replace(SNAPSHOT, bahan=(replace(WAKTU, isian_tahunan=isian), LAPORAN))
    data = snapshot_to_data(new)
    assert data["indikator"][0]["isian_tahunan"] == {
        "nilai": "90", "tidak_berlaku": False, "alasan": "", "capaian_manual": None,
        "pembilang": "45", "penyebut": "50",
    }  # fmt: skip
    assert "pembilang" not in data["indikator"][1]["isian_tahunan"]
    assert snapshot_from_data(data) == new


def test_programs_in_another_order_are_no_change() -> None:
    rows = tuple(BarisAnggaran(f"7.1.{n}", "Program", Decimal(n), None) for n in (10, 2))
    old = snapshot_to_data(replace(SNAPSHOT, anggaran=rows))
    assert describe_difference(old, snapshot_to_data(replace(SNAPSHOT, anggaran=rows[::-1]))) == []


def test_what_moved_since_is_named() -> None:
    old = snapshot_to_data(SNAPSHOT)
    assert describe_difference(old, old) == []
    new = replace(
        SNAPSHOT,
        bahan=(replace(WAKTU, target=None), replace(LAPORAN, id="c", uraian="Baru")),
        profil=ProfilRumus(),
        anggaran=(),
    )
    assert describe_difference(old, snapshot_to_data(new)) == [
        "Waktu layanan: target 7–8 menjadi kosong",
        "Baru: baru ditambahkan",
        "Jumlah laporan: sudah tidak ada",
        "Profil rumus sudah berubah",
        "Pagu atau realisasi anggaran sudah berubah",
    ]


def test_what_changed_of_an_indicator_is_told_with_both_values() -> None:
    def changed(**changes: object) -> str:
        new = replace(SNAPSHOT, bahan=(replace(WAKTU, **changes), LAPORAN))  # type: ignore[arg-type]
        (line,) = describe_difference(snapshot_to_data(SNAPSHOT), snapshot_to_data(new))
        return line.removeprefix("Waktu layanan: ")

    assert changed(isian_tahunan=IsianRealisasi(Decimal("8.5"))) == "realisasi 9 menjadi 8,5"
    assert changed(isian_tahunan=IsianRealisasi(Decimal(9), alasan="x")) == "keterangan realisasi"
    assert changed(satuan="hari") == "satuan '' menjadi 'hari'"
    assert changed(rumus=Rumus.RANGE_8, narasi={}) == (
        "rumus kosong menjadi 'RANGE_8', faktor dan tindak lanjut"
    )
    assert changed(target_triwulan={1: Decimal(1)}) == "target triwulan"
    assert changed(sumber_data="Survei", kode="X") == "kode indikator, sumber data"
    old, new = (snapshot_to_data(SNAPSHOT) for _ in range(2))
    # What a later release may freeze beside.
    new["indikator"][0]["catatan"] = "lain"
    (line,) = describe_difference(old, new)
    assert line == "Waktu layanan: keterangan lain sudah berubah"
