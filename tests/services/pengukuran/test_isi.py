from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.cara_hitung import Keterangan
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.services.pengukuran.isi import read_isi, refresh_indikator
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor

PERIODE = Periode(TAHUN)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def test_the_sheet_has_every_indicator_below_its_sasaran(
    office: Office, ids: dict[str, UUID]
) -> None:
    isi = read_isi(office, PERIODE)
    assert [(group.uraian, len(group.indikator)) for group in isi.hasil.sasaran] == [
        ("Sasaran A", 1),
        ("Sasaran B", 3),
    ]
    assert not isi.status.is_final
    assert isi.pemilik == {}


def test_the_sheet_knows_what_an_indicator_means(office: Office, ids: dict[str, UUID]) -> None:
    key = add_indikator(
        office, "C1", definisi_operasional="Apa", alasan="Mengapa", formula="a/b",
        sumber_data="Buku", penanggung_jawab="Kasi",
    )  # fmt: skip
    isi = read_isi(office, PERIODE)
    assert isi.keterangan[str(key)] == Keterangan("Apa", "Mengapa", "a/b", "Buku", "Kasi")


def test_the_sheet_knows_which_targets_follow_from_months(
    office: Office, ids: dict[str, UUID]
) -> None:
    months = {"tahun": PERIODE.tahun, "b3": Decimal(10)}
    for kode in ("A1", "B1"):
        add_row(office, "rencana_aksi_bulanan", {"indikator_id": ids[kode], **months})
    plan = {"indikator_id": ids["B1"], "tahun": PERIODE.tahun, "tw1": Decimal(5)}
    add_row(office, "rencana_aksi", plan)
    add_row(office, "rencana_aksi_bulanan", {"indikator_id": ids["B2"], "tahun": PERIODE.tahun})
    known = read_isi(office, PERIODE).keterangan
    assert [kode for kode in ("A1", "B1", "B2") if known[str(ids[kode])].is_dari_bulan] == ["A1"]


def test_an_official_with_iki_has_a_sheet_of_their_own(
    office: Office, ids: dict[str, UUID]
) -> None:
    kasi = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji")
    add_indikator(office, "IKI-1", jenis="IKI", pejabat_id=kasi)
    assert read_isi(office, PERIODE).pemilik == {kasi: "Kasi Uji"}
    own = read_isi(office, PERIODE, kasi).hasil.indikator
    assert [item.bahan.kode for item in own] == ["IKI-1"]


def test_the_sheet_counts_the_evidence_of_its_own_period(
    office: Office, ids: dict[str, UUID], tmp_path: Path
) -> None:
    source = tmp_path / "rekap.txt"
    source.write_text("isi")
    attach_bukti(office, ids["A1"], PERIODE, source)
    assert read_isi(office, PERIODE).bukti == {str(ids["A1"]): 1}
    assert read_isi(office, Periode(TAHUN, 1)).bukti == {}


def test_one_line_is_measured_anew_from_what_is_stored(
    office: Office, ids: dict[str, UUID]
) -> None:
    hasil = read_isi(office, PERIODE).hasil
    set_realisasi(office, ids["B2"], PERIODE, Decimal(60))
    fresh = refresh_indikator(office, hasil, str(ids["B2"]))
    assert fresh == read_isi(office, PERIODE).hasil
    assert fresh.rata_rata.tampil == Decimal("60.00")
