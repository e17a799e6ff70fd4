import pytest

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.new_rows import (
    list_asked,
    list_unused,
    propose_kode,
    propose_place,
    takes_only_choice,
)


def rows(*kode: str, jenis: str | None = None) -> list[dict[str, str | None]]:
    return [{"kode": item, "jenis": jenis} for item in kode]


@pytest.mark.parametrize(
    ("taken", "wanted"),
    [
        (("S1", "S2"), "S3"),
        (("S9", "S10"), "S11"),
        (("S.1.1", "S.1.2"), "S.1.3"),
        (("SS-08", "SS-09"), "SS-10"),
        (("1", "2"), "3"),
        (("S1", "S2", "X7"), "S3"),
        (("A1", "B4"), "B5"),
        (("Sasaran",), ""),
        ((), "S1"),
    ],
)
def test_the_next_kode_is_counted_on_as_the_office_counts(
    taken: tuple[str, ...], wanted: str
) -> None:
    assert propose_kode("sasaran", {"kode": ""}, rows(*taken)) == wanted


def test_indicators_are_counted_by_their_jenis() -> None:
    taken = [*rows("IKU-1", "IKU-2", jenis="IKU"), *rows("IKI-1", jenis="IKI")]
    assert propose_kode("indikator", {"jenis": "IKU"}, taken) == "IKU-3"
    assert propose_kode("indikator", {"jenis": "IKI"}, taken) == "IKI-2"


def test_the_first_of_a_jenis_is_written_as_the_others_are() -> None:
    taken = rows("IKU-01", "IKU-02", jenis="IKU")
    assert propose_kode("indikator", {"jenis": "IKI"}, taken) == "IKI-01"
    assert propose_kode("indikator", {"jenis": "IKI"}, rows("A1", jenis="IKU")) == ""


def test_a_kode_that_another_jenis_has_is_not_proposed() -> None:
    taken = [*rows("I1", jenis="IKU"), *rows("I2", jenis="IKK")]
    assert propose_kode("indikator", {"jenis": "IKU"}, taken) == "I3"
    odd = [*rows("IKU-1", jenis="IKU"), *rows("iki-1", jenis="IKK")]
    assert propose_kode("indikator", {"jenis": "IKI"}, odd) == ""


def test_codes_of_the_nomenklatur_are_not_made_up() -> None:
    assert propose_kode("mata_anggaran", {}, rows("7.01.01")) == ""


def test_a_post_is_asked_for_in_its_dialog_but_for_its_long_texts() -> None:
    """Mutasi: who left, and when, is written down at once; tugas and fungsi at leisure."""
    section = SECTIONS["penempatan"]
    names = [field.name for field in section.fields]
    assert list_asked(section, names) == names[:-2]
    assert names[-2:] == ["tugas", "fungsi"]


def test_an_indicator_is_asked_for_its_satuan_at_once() -> None:
    section = SECTIONS["indikator"]
    asked = list_asked(section, [field.name for field in section.fields])
    assert {"kode", "uraian", "jenis", "satuan", "sasaran_id"} <= set(asked)
    assert not {"catatan", "formula", "urutan"} & set(asked)


def test_a_short_section_is_asked_for_whole() -> None:
    section = SECTIONS["periode_renstra"]
    names = [field.name for field in section.fields]
    assert list_asked(section, names) == names


def test_only_an_iki_has_an_official() -> None:
    # `docs/sakip.md` §3.1: an IKU is the office's.
    assert list_unused("indikator", {"jenis": "IKU"}) == {"pejabat_id", "kinerja"}
    assert list_unused("indikator", {"jenis": "IKI"}) == frozenset()
    assert list_unused("sasaran", {}) == frozenset()


def test_what_holds_something_is_always_shown() -> None:
    assert list_unused("indikator", {"jenis": "IKU", "kinerja": "Rapi"}) == {"pejabat_id"}


def test_the_only_choice_is_chosen_where_a_blank_would_be_odd() -> None:
    sasaran, indikator = SECTIONS["sasaran"], SECTIONS["indikator"]
    assert takes_only_choice(sasaran, "tujuan_id")
    assert takes_only_choice(indikator, "sasaran_id")
    # The only indicator that there is would become the parent of the second.
    assert not takes_only_choice(indikator, "induk_id")
    assert not takes_only_choice(indikator, "satuan")


def test_a_row_comes_after_the_last_of_its_list() -> None:
    units = [{"urut": 1}, {"urut": 21}, {"urut": 0}]
    assert propose_place("perangkat_daerah", {}, units) == ("urut", 22)
    assert propose_place("perangkat_daerah", {}, []) == ("urut", 1)
    advice = [{"lhe_id": 1, "urutan": 4}, {"lhe_id": 2, "urutan": 9}]
    assert propose_place("rekomendasi_lhe", {"lhe_id": 1}, advice) == ("urutan", 5)
    assert propose_place("rekomendasi_lhe", {"lhe_id": None}, advice) == ("urutan", 1)
    assert propose_place("sasaran", {}, units) is None


def test_the_first_of_all_is_called_as_in_the_practice_office() -> None:
    assert propose_kode("tujuan", {"kode": ""}, []) == "T1"
    assert propose_kode("indikator", {"jenis": "IKU"}, []) == "IKU-1"
    assert propose_kode("mata_anggaran", {}, []) == ""
