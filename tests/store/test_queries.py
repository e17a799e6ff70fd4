"""Who held which post, who has IKI, and which target counts."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.bahan import list_pejabat_with_iki, load_bahan
from kinerja_desktop.store.queries.pejabat import (
    find_atasan,
    find_by_pejabat,
    find_by_peran,
    list_in_post,
)
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    Indikator,
    Pejabat,
    Penempatan,
    PerjanjianKinerja,
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
    """domain.md §1.3: Kasubbag to the Sekretaris, Kasi and Sekretaris to the Camat."""
    with journal.reading() as session:
        found = find_atasan(session, people[nama], DAY)
    assert (found.nama if found else None) == atasan


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
