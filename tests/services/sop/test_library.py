"""The office's own copies of SOPs: versions, usulan, undo."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN
from kinerja_desktop.domain.sop.suntingan import edit_langkah, remove_langkah, suntingan_of
from kinerja_desktop.domain.sop.usulan import Usulan
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.library import (
    SEEDS,
    SopKantor,
    accept,
    adopt_seed,
    adopt_seeds,
    list_seeds,
    list_sop,
    open_usulan,
    read_sop_kantor,
    retire_sop,
    save_version,
)
from tests.services.sop.office import CANDIPURO, PENGUKURAN, find_sop, give_sop, start


@pytest.fixture
def kantor(office: Office) -> Office:
    give_sop(office)
    return office


def versions(office: Office, kode: str) -> list[tuple[int, bool]]:
    """Every version of an SOP with its state, the newest first."""
    copies = list_sop(office, semua_versi=True)
    return [(item.versi, item.aktif) for item in copies if item.sop.id == kode]


def first_with_words(item: SopKantor) -> Usulan:
    return next(usulan for usulan in open_usulan(item.sop) if usulan.usulan)


def test_the_seeds_are_those_that_travel_with_the_program() -> None:
    assert [f"{name}.json" for name in SEEDS] == list(BERKAS_BAWAAN)
    assert list(list_seeds()) == list(SEEDS)


def test_seeds_are_taken_once(kantor: Office) -> None:
    with kantor.journal.action("Lagi") as session:
        adopt_seeds(session, SEEDS)
    assert len(list_sop(kantor, semua_versi=True)) == 5


def test_an_accepted_usulan_makes_a_version_and_undo_brings_the_old_one_back(
    kantor: Office,
) -> None:
    item = find_sop(kantor, CANDIPURO)
    usulan = first_with_words(item)
    new = accept(kantor, item.id, usulan)
    changed = read_sop_kantor(kantor, new)
    assert (changed.versi, changed.aktif) == (2, True)
    assert changed.sop.penerimaan[0].diterima == usulan.usulan
    assert len(open_usulan(changed.sop)) == len(open_usulan(item.sop)) - 1
    kantor.journal.undo()
    assert versions(kantor, CANDIPURO) == [(1, True)]
    assert find_sop(kantor, CANDIPURO) == item
    kantor.journal.redo()
    assert versions(kantor, CANDIPURO) == [(2, True), (1, False)]
    again = find_sop(kantor, CANDIPURO)
    accept(kantor, again.id, first_with_words(again))
    kantor.journal.undo()
    kantor.journal.undo()
    assert versions(kantor, CANDIPURO) == [(1, True)]


def test_a_place_that_the_clerk_must_decide_takes_the_typed_words(kantor: Office) -> None:
    item = find_sop(kantor, CANDIPURO)
    usulan = next(usulan for usulan in open_usulan(item.sop) if usulan.usulan is None)
    with pytest.raises(KinerjaError, match="masih kosong"):
        accept(kantor, item.id, usulan)
    accept(kantor, item.id, replace(usulan, usulan="15 Januari 2024"))
    (entry,) = find_sop(kantor, CANDIPURO).sop.penerimaan
    assert (entry.diterima, entry.tercetak) == ("15 Januari 2024", "14 Januari 2024")


def test_an_old_version_takes_no_usulan_and_no_edit(kantor: Office) -> None:
    item = find_sop(kantor, CANDIPURO)
    accept(kantor, item.id, first_with_words(item))
    with pytest.raises(KinerjaError, match="tidak dipakai lagi"):
        accept(kantor, item.id, first_with_words(item))
    with pytest.raises(KinerjaError, match="tidak dipakai lagi"):
        save_version(kantor, item.id, item.sop)


def test_an_edit_makes_a_version_that_can_be_undone(kantor: Office) -> None:
    item = find_sop(kantor, PENGUKURAN)
    words = replace(suntingan_of(item.sop.get_langkah(1)), uraian="Membuka surat")
    new = save_version(kantor, item.id, edit_langkah(item.sop, 1, words))
    changed = read_sop_kantor(kantor, new).sop
    assert (changed.versi, changed.get_langkah(1).uraian.diterima) == (2, "Membuka surat")
    assert changed.get_langkah(1).uraian.tercetak == item.sop.get_langkah(1).uraian.tercetak
    kantor.journal.undo()
    assert versions(kantor, PENGUKURAN) == [(1, True)]


def test_an_edit_that_changes_nothing_makes_no_version(kantor: Office) -> None:
    item = find_sop(kantor, PENGUKURAN)
    assert save_version(kantor, item.id, item.sop) == item.id
    assert versions(kantor, PENGUKURAN) == [(1, True)]


def test_an_sop_that_cannot_be_followed_is_not_saved(kantor: Office) -> None:
    item = find_sop(kantor, PENGUKURAN)
    broken = replace(item.sop, langkah=item.sop.langkah[:-1])
    with pytest.raises(DataProblemsError) as caught:
        save_version(kantor, item.id, broken)
    assert "bukan akhir" in str(caught.value.problems[0])
    assert versions(kantor, PENGUKURAN) == [(1, True)]


def test_a_seed_in_use_unchanged_is_not_taken_again(kantor: Office) -> None:
    with pytest.raises(KinerjaError, match="sudah dipakai dan sama"):
        adopt_seed(kantor, "candipuro_pengukuran_2024")
    assert versions(kantor, CANDIPURO) == [(1, True)]


def test_a_seed_comes_back_over_what_the_office_changed(kantor: Office) -> None:
    item = find_sop(kantor, CANDIPURO)
    save_version(kantor, item.id, remove_langkah(item.sop, 3))
    adopt_seed(kantor, "candipuro_pengukuran_2024")
    assert versions(kantor, CANDIPURO) == [(3, True), (2, False), (1, False)]
    assert len(find_sop(kantor, CANDIPURO).sop.langkah) == 10
    kantor.journal.undo()
    assert len(find_sop(kantor, CANDIPURO).sop.langkah) == 9


def test_an_office_without_sop_takes_a_seed(office: Office) -> None:
    adopt_seed(office, "lumajang_pengukuran_2024")
    assert versions(office, PENGUKURAN) == [(1, True)]


def test_a_retired_sop_can_be_taken_again_while_its_case_runs_on(kantor: Office) -> None:
    start(kantor, CANDIPURO)
    retire_sop(kantor, find_sop(kantor, CANDIPURO).id)
    assert versions(kantor, CANDIPURO) == [(1, False)]
    assert CANDIPURO not in [item.sop.id for item in list_sop(kantor)]
    adopt_seed(kantor, "candipuro_pengukuran_2024")
    assert versions(kantor, CANDIPURO) == [(2, True), (1, False)]
