"""Murni and perubahan: every version is kept, a signed one never changes.

`docs/sakip.md` §2.4, §3.4–3.5.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import measure_periode
from kinerja_desktop.services.rencana.perjanjian import (
    add_butir,
    change_perjanjian,
    create_murni,
    create_perubahan,
    remove_butir,
    remove_perjanjian,
    set_butir,
)
from kinerja_desktop.services.rencana.perjanjian_versi import (
    list_calon_butir,
    list_perjanjian,
    list_pihak,
)
from kinerja_desktop.services.rencana.tanda_tangan import list_before_signing
from kinerja_desktop.store.records import Pengukuran
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


@pytest.fixture
def camat(office: Office, ids: dict[str, UUID]) -> UUID:
    return next(key for key, text in list_pihak(office).items() if text.startswith("Camat"))


@pytest.fixture
def kasi(office: Office, ids: dict[str, UUID]) -> UUID:
    return next(key for key, text in list_pihak(office).items() if text.startswith("Kasi"))


def sign(office: Office, key: UUID) -> None:
    change_perjanjian(office, key, "tanggal", date(2025, 1, 10))
    change_perjanjian(office, key, "ditandatangani", True)


def test_the_camat_is_named_first(office: Office, ids: dict[str, UUID]) -> None:
    assert list(list_pihak(office).values()) == [
        "Camat Uji – Camat Uji",
        "Kasi Pelayanan – Kasi Uji",
    ]


def test_the_camat_promises_the_iku_with_their_targets(
    office: Office, ids: dict[str, UUID], camat: UUID
) -> None:
    add_indikator(office, "K1", jenis="IKK")
    create_murni(office, TAHUN, camat)
    (version,) = list_perjanjian(office, TAHUN)
    assert (version.row["kode"], version.row["perubahan_ke"]) == ("PK-2025", 0)
    assert version.row["atasan_id"] is None
    assert version.judul == "Perjanjian Kinerja murni"
    assert [(butir.kode, butir.sasaran, butir.target) for butir in version.butir] == [
        ("A1", "Sasaran A", Decimal(100)),
        ("B1", "Sasaran B", Decimal(100)),
        ("B2", "Sasaran B", Decimal(100)),
        ("B3", "Sasaran B", Decimal(100)),
    ]


def test_another_official_promises_their_own_iki_to_the_camat(
    office: Office, camat: UUID, kasi: UUID
) -> None:
    add_indikator(office, "IKI-1", Decimal(12), jenis="IKI", pejabat_id=kasi, kinerja="Layanan")
    create_murni(office, TAHUN, camat)
    create_murni(office, TAHUN, kasi)
    found = {version.pejabat: version for version in list_perjanjian(office, TAHUN)}
    own = found["Kasi Uji"]
    assert own.row["kode"] == "PK-2025-2"
    assert own.row["atasan_id"] == camat
    assert [(b.kode, b.sasaran, b.target) for b in own.butir] == [("IKI-1", "Layanan", Decimal(12))]


def test_there_is_one_murni_for_each_official_and_year(office: Office, camat: UUID) -> None:
    create_murni(office, TAHUN, camat)
    with pytest.raises(KinerjaError, match="sudah ada"):
        create_murni(office, TAHUN, camat)


def test_without_indicators_there_is_nothing_to_promise(office: Office, kasi: UUID) -> None:
    with pytest.raises(KinerjaError, match="Belum ada IKI pejabat ini"):
        create_murni(office, TAHUN, kasi)
    assert list_perjanjian(office, TAHUN) == []


def test_a_perubahan_copies_the_last_version_and_keeps_it(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    sign(office, murni)
    create_perubahan(office, murni, "mutasi", " Camat baru ")
    second = create_perubahan(office, murni, "strategi")
    versions = list_perjanjian(office, TAHUN)
    assert [version.row["kode"] for version in versions] == ["PK-2025-P2", "PK-2025-P1", "PK-2025"]
    assert [version.is_last for version in versions] == [True, False, False]
    assert [version.is_signed for version in versions] == [False, False, True]
    assert versions[1].row["alasan"] == "mutasi"
    assert versions[1].row["uraian_alasan"] == "Camat baru"
    assert versions[0].row["id"] == second
    assert versions[0].judul == "Perubahan ke-2"
    assert len(versions[0].butir) == 4


def test_a_perubahan_dated_before_the_version_it_follows_is_told(
    office: Office, camat: UUID
) -> None:
    murni = create_murni(office, TAHUN, camat)
    sign(office, murni)
    create_perubahan(office, murni, "mutasi")
    later, first = list_perjanjian(office, TAHUN)
    assert later.batas.describe_odd(date(2025, 1, 9)) == (
        "Sebelum PK-2025, yang tertanggal 10 Januari 2025: periksa lagi"
    )
    assert later.batas.describe_odd(date(2025, 1, 10)) == ""
    assert first.batas.describe_odd(date(2025, 1, 9)) == ""
    # One that is to follow a draft without a date is bound by the year alone.
    change_perjanjian(office, later.row["id"], "tanggal", None)
    create_perubahan(office, murni, "strategi")
    newest = list_perjanjian(office, TAHUN)[0]
    assert newest.batas.describe_odd(date(2025, 1, 9)) == ""


def test_a_perubahan_needs_one_of_the_three_reasons(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    with pytest.raises(KinerjaError, match="Alasan perubahan"):
        create_perubahan(office, murni, "bosan")


def test_the_last_version_gives_the_target_that_is_measured(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    sign(office, murni)
    perubahan = create_perubahan(office, murni, "prioritas")
    butir = list_perjanjian(office, TAHUN)[0].butir[0]
    set_butir(office, [(butir.id, Decimal(80))])
    first = measure_periode(office, Periode(TAHUN)).indikator[0]
    assert first.bahan.target == 80
    assert first.bahan.sumber_target == "Perjanjian Kinerja Perubahan ke-1"
    assert perubahan != murni


def test_a_signed_version_can_only_be_read(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    butir = list_perjanjian(office, TAHUN)[0].butir[0]
    sign(office, murni)
    deeds: list[Callable[[], None]] = [
        lambda: change_perjanjian(office, murni, "nomor", "1"),
        lambda: set_butir(office, [(butir.id, Decimal(1))]),
        lambda: add_butir(office, murni, []),
        lambda: remove_butir(office, butir.id),
        lambda: remove_perjanjian(office, murni),
    ]
    for deed in deeds:
        with pytest.raises(KinerjaError, match="PK-2025 sudah ditandatangani"):
            deed()
    assert list_perjanjian(office, TAHUN)[0].butir[0] == butir


def test_signing_needs_the_date(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    with pytest.raises(KinerjaError, match="Tanggal perjanjian"):
        change_perjanjian(office, murni, "ditandatangani", True)


def test_items_are_added_with_their_target_and_taken_out(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    extra = add_indikator(office, "K1", Decimal(5), jenis="IKK", urutan=1)
    assert list_calon_butir(office, murni) == {extra: "K1 – Indikator K1"}
    add_butir(office, murni, [extra])
    (version,) = list_perjanjian(office, TAHUN)
    added = next(butir for butir in version.butir if butir.kode == "K1")
    assert (added.target, added.target_renstra) == (Decimal(5), Decimal(5))
    assert list_calon_butir(office, murni) == {}
    remove_butir(office, added.id)
    assert list_calon_butir(office, murni) == {extra: "K1 – Indikator K1"}


def test_an_imported_version_may_name_nobody(office: Office, ids: dict[str, UUID]) -> None:
    key = add_row(
        office, "perjanjian_kinerja", {"kode": "PK-2025", "tahun": TAHUN, "perubahan_ke": 0}
    )
    (version,) = list_perjanjian(office, TAHUN)
    assert version.pejabat == "Camat"
    assert len(list_calon_butir(office, key)) == 4


def test_a_draft_is_removed_with_its_items_and_comes_back(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    remove_perjanjian(office, murni)
    assert list_perjanjian(office, TAHUN) == []
    assert list_rows(office, "butir_perjanjian") == []
    office.journal.undo()
    assert len(list_perjanjian(office, TAHUN)[0].butir) == 4


def test_what_its_paper_lacks_is_told_before_it_is_signed(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    (no_budget,) = list_before_signing(office, murni)
    assert no_budget.message.startswith("Belum ada program yang berpagu")
    butir = list_perjanjian(office, TAHUN)[0].butir[0]
    set_butir(office, [(butir.id, None)])
    line = add_row(
        office, "mata_anggaran", {"kode": "7.01.01", "nama": "Penunjang", "jenis": "program"}
    )
    pagu = add_row(office, "pagu", {"mata_anggaran_id": line, "tahun": TAHUN})
    told = [problem.message for problem in list_before_signing(office, murni)]
    assert told[0] == "Indikator A1: target belum ditetapkan, jadi tercetak kosong"
    assert len(told) == 2
    change_field(office, "pagu", pagu, "murni", Decimal(5))
    assert len(list_before_signing(office, murni)) == 1


def test_a_measurement_that_is_final_is_named(office: Office, camat: UUID) -> None:
    murni = create_murni(office, TAHUN, camat)
    with office.journal.action("Menjadikan final") as session:
        for tahun, triwulan in ((TAHUN, 2), (TAHUN, None), (TAHUN, 1), (TAHUN - 1, None)):
            session.add(
                Pengukuran(
                    tahun=tahun, triwulan=triwulan, versi=1, tanggal=date(2026, 1, 10),
                    dibuat=office.now(), kode="ABCD", snapshot={},
                )
            )  # fmt: skip
    told = [problem.message for problem in list_before_signing(office, murni)]
    assert told[-1] == (
        f"Pengukuran Kinerja Tahun {TAHUN}, Triwulan I Tahun {TAHUN}, dan Triwulan II Tahun "
        f"{TAHUN} sudah final: bila targetnya lain dari perjanjian ini, kertasnya tidak lagi sama "
        "dengan data"
    )


def test_a_line_of_ones_own_without_pagu_is_named(
    office: Office, ids: dict[str, UUID], kasi: UUID
) -> None:
    line = add_row(
        office, "mata_anggaran", {"kode": "7.01.02", "nama": "Pelayanan", "jenis": "program"}
    )
    iki = add_indikator(office, "IKI1", Decimal(5), jenis="IKI", pejabat_id=kasi)
    key = create_murni(office, TAHUN, kasi)
    add_row(office, "rencana_aksi", {"indikator_id": iki, "tahun": TAHUN, "mata_anggaran_id": line})
    told = [problem.message for problem in list_before_signing(office, key)]
    assert told == ["Pelayanan: belum berpagu, jadi anggarannya tercetak titik-titik"]
