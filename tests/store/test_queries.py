"""Who held which post, who has IKI, and which target counts."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.domain.capaian.capaian import BELUM_DIISI
from kinerja_desktop.domain.capaian.profil import Aturan
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.bahan import list_pejabat_with_iki, load_bahan, refresh_bahan
from kinerja_desktop.store.queries.pejabat import (
    find_atasan,
    find_atasan_id,
    find_by_pejabat,
    find_by_peran,
    find_party,
    list_camat,
    list_in_post,
)
from kinerja_desktop.store.queries.renstra import list_years
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    Indikator,
    Pejabat,
    Penempatan,
    PeriodeRenstra,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    RencanaAksiBulanan,
    TargetTahunan,
)

DAY = date(2025, 1, 31)


@pytest.fixture
def people(journal: Journal) -> dict[str, UUID]:
    posts = {"Edwi": "camat", "Budi": "sekretaris", "Ani": "kasubbag", "Candra": "kasi"}
    ids = {}
    with journal.action("Mengisi pejabat") as session:
        for nama, peran in posts.items():
            pejabat = Pejabat(nama=nama)
            ids[nama] = pejabat.id
            session.add(pejabat)
            session.add(
                Penempatan(
                    pejabat_id=pejabat.id, jabatan=peran, peran=peran, mulai=date(2024, 1, 1),
                    selesai=date(2025, 6, 30),
                )
            )  # fmt: skip
        session.add(pejabat := Pejabat(nama="Tanpa jabatan"))
        ids["Tanpa jabatan"] = pejabat.id
    return ids


@pytest.mark.parametrize(
    ("nama", "atasan"),
    [
        ("Ani", "Budi"),
        ("Candra", "Edwi"),
        ("Budi", "Edwi"),
        ("Edwi", None),
        ("Tanpa jabatan", None),
    ],
)
def test_everyone_answers_to_somebody(
    journal: Journal, people: dict[str, UUID], nama: str, atasan: str | None
) -> None:
    """`docs/sakip.md` §3.4: Kasubbag to the Sekretaris, Kasi and Sekretaris to the Camat."""
    with journal.reading() as session:
        found = find_atasan(session, people[nama], DAY)
    assert (found.nama if found else None) == atasan


@pytest.mark.parametrize(("nama", "atasan"), [("Ani", "Budi"), ("Candra", "Edwi"), ("Edwi", "")])
def test_the_superior_of_an_agreement_is_found_by_id(
    journal: Journal, people: dict[str, UUID], nama: str, atasan: str
) -> None:
    # `docs/sakip.md` §3.4: Kasubbag – Sekretaris; Sekretaris and Kasi – Camat; Camat – Bupati.
    with journal.reading() as session:
        assert find_atasan_id(session, people[nama], DAY) == people.get(atasan)
        assert find_atasan_id(session, people[nama], date(2026, 1, 1)) is None


def test_a_party_bears_the_post_that_the_paper_is_about(
    journal: Journal, people: dict[str, UUID]
) -> None:
    with journal.action("Menunjuk Plt.") as session:
        session.add(
            Penempatan(pejabat_id=people["Budi"], jabatan="Camat", peran="camat", status="plt",
                       mulai=date(2023, 1, 1))
        )  # fmt: skip
    with journal.reading() as session:
        plain = find_party(session, people["Budi"], DAY)
        acting = find_party(session, people["Budi"], DAY, "camat")
        assert plain is not None
        assert acting is not None
        assert (plain.jabatan, plain.awalan) == ("sekretaris", "")
        assert (acting.jabatan, acting.awalan) == ("Camat", "Plt.")
        assert list_camat(session) == [people["Edwi"], people["Budi"]]


def test_a_party_without_a_post_that_day_has_the_last_one(
    journal: Journal, people: dict[str, UUID]
) -> None:
    with journal.reading() as session:
        later = find_party(session, people["Candra"], date(2030, 1, 1))
        never = find_party(session, people["Tanpa jabatan"], DAY)
        assert later is not None
        assert never is not None
        assert (later.nama, later.jabatan) == ("Candra", "kasi")
        assert (never.nama, never.jabatan) == ("Tanpa jabatan", "")
        assert find_party(session, UUID(int=1), DAY) is None


def test_a_year_has_the_renstra_it_lies_in(journal: Journal) -> None:
    with journal.action("Mengisi Renstra") as session:
        for first in (2020, 2024):
            session.add(PeriodeRenstra(nama=str(first), tahun_awal=first, tahun_akhir=first + 4))
    with journal.reading() as session:
        # 2024 lies in both: the later plan counts.
        assert list_years(session, 2024) == [2024, 2025, 2026, 2027, 2028]
        assert list_years(session, 2021) == [2020, 2021, 2022, 2023, 2024]
        assert list_years(session, 2040) == [2040]


def test_a_post_ends_with_its_last_day(journal: Journal, people: dict[str, UUID]) -> None:
    with journal.reading() as session:
        assert find_by_peran(session, "camat", date(2025, 6, 30)) is not None
        assert find_by_peran(session, "camat", date(2025, 7, 1)) is None
        assert find_by_pejabat(session, people["Ani"], date(2023, 12, 31)) is None
        assert len(list_in_post(session, DAY)) == 4


def test_who_has_iki_stands_once_and_by_name(journal: Journal, people: dict[str, UUID]) -> None:
    owners = [("IKI-1", "IKI", "Candra"), ("IKI-2", "IKI", "Candra"), ("IKI-3", "IKI", "Ani"),
              ("IKU-1", "IKU", "Edwi")]  # fmt: skip
    with journal.action("Menambah") as session:
        session.add_all(
            Indikator(kode=kode, uraian=kode, level="lain", jenis=jenis, pejabat_id=people[nama])
            for kode, jenis, nama in owners
        )
    with journal.reading() as session:
        assert [row.nama for row in list_pejabat_with_iki(session)] == ["Ani", "Candra"]


def test_a_promise_without_a_target_leaves_the_one_of_the_renstra(journal: Journal) -> None:
    indikator = Indikator(kode="IKU-1", uraian="Nilai", level="lain")
    perjanjian = PerjanjianKinerja(kode="PK", tahun=2025)
    with journal.action("Menambah") as session:
        session.add_all(
            [
                indikator,
                perjanjian,
                TargetTahunan(indikator_id=indikator.id, tahun=2025, nilai=Decimal(90)),
                ButirPerjanjian(perjanjian_kinerja_id=perjanjian.id, indikator_id=indikator.id),
            ]
        )
    with journal.reading() as session:
        (bahan,) = load_bahan(session, 2025)
    assert (bahan.target, bahan.sumber_target) == (90, "target Renstra")


def test_a_quotient_stands_for_a_blank_realisasi(journal: Journal) -> None:
    indikator = Indikator(kode="IKU-1", uraian="Pengaduan", level="lain", satuan="%")
    entry = Realisasi(
        indikator_id=indikator.id, tahun=2025, pembilang=Decimal(45), penyebut=Decimal(50)
    )
    with journal.action("Menambah") as session:
        session.add_all([indikator, entry])
    with journal.reading() as session:
        (bahan,) = load_bahan(session, 2025)
        (first,) = load_bahan(session, 2025, aturan=Aturan.SATU)
        assert refresh_bahan(session, bahan, 2025) == bahan
    assert bahan.isian_tahunan.nilai == 90
    assert first.isian_tahunan == BELUM_DIISI


def test_targets_of_months_stand_in_only_where_no_triwulan_has_one(journal: Journal) -> None:
    indikator = Indikator(kode="IKU-1", uraian="Laporan", level="lain", akumulasi="akumulasi")
    months: dict[str, Any] = {f"b{number}": Decimal(1) for number in range(1, 13)}
    with journal.action("Menambah") as session:
        session.add_all(
            [
                indikator,
                RencanaAksi(indikator_id=indikator.id, tahun=2025, aktivitas="Menulis"),
                RencanaAksiBulanan(indikator_id=indikator.id, tahun=2025, **months),
                RencanaAksiBulanan(indikator_id=indikator.id, tahun=2026, **months),
                RencanaAksi(indikator_id=indikator.id, tahun=2026, tw2=Decimal(7)),
                RencanaAksiBulanan(indikator_id=indikator.id, tahun=2027),
            ]
        )
    with journal.reading() as session:
        targets = {
            year: load_bahan(session, year)[0].target_triwulan for year in (2025, 2026, 2027)
        }
        (first,) = load_bahan(session, 2025, aturan=Aturan.SATU)
    assert targets[2025] == dict.fromkeys((1, 2, 3, 4), Decimal(3))
    assert targets[2026] == {1: None, 2: Decimal(7), 3: None, 4: None}
    assert targets[2027] == {}
    assert first.target_triwulan == dict.fromkeys((1, 2, 3, 4))
