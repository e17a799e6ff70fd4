import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.capaian.freezing import Maps, added_later, freeze, thaw
from kinerja_desktop.domain.capaian.kode import canonical_json
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang
from kinerja_desktop.domain.capaian.profil import Efisiensi
from kinerja_desktop.domain.laporan.lkjip import LkjipBeku
from tests.domain.lkjip.contoh import beku

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3)
nilai = st.one_of(
    st.none(),
    numbers,
    st.sampled_from(["BB", "Ya", "WTP"]),
    st.builds(Rentang, numbers, numbers),
)


@dataclass(frozen=True)
class Isi:
    nilai: Nilai | None
    pilihan: Efisiensi
    hari: date | None
    pasangan: tuple[tuple[int, Decimal], ...]
    peta: dict[int | None, str]
    bendera: bool = False


contents = st.builds(
    Isi,
    nilai,
    st.sampled_from(Efisiensi),
    st.none() | st.dates(),
    st.lists(st.tuples(st.integers(), numbers)).map(tuple),
    st.dictionaries(st.none() | st.integers(1, 4), st.text(max_size=5)),
    st.booleans(),
)


@given(contents)
def test_what_was_frozen_is_read_back_as_it_was(isi: Isi) -> None:
    assert thaw(Isi, freeze(isi)) == isi
    assert thaw(Isi, json.loads(json.dumps(freeze(isi, Maps.OBJECTS)))) == isi


def test_a_mapping_is_written_as_pairs_or_as_an_object_with_a_key_for_the_year() -> None:
    narasi = {2: "Dilatih", None: "Naik"}
    assert freeze(narasi) == [[2, "Dilatih"], [None, "Naik"]]
    assert freeze(narasi, Maps.OBJECTS) == {"2": "Dilatih", "tahun": "Naik"}
    assert thaw(dict[str, int], {"tahun": 1}) == {"tahun": 1}


@given(contents)
def test_what_is_frozen_can_bear_a_kode(isi: Isi) -> None:
    assert canonical_json({"isi": freeze(isi)})


def test_a_whole_report_is_read_back_as_it_was() -> None:
    report = beku()
    assert thaw(LkjipBeku, freeze(report)) == report


def test_an_attribute_that_a_later_program_added_keeps_its_default() -> None:
    data = freeze(Isi(None, Efisiensi.EF_PMK, None, (), {}))
    del data["bendera"]
    assert thaw(Isi, {**data, "tidak_dikenal": 1}).bendera is False


@dataclass(frozen=True)
class Bertambah:
    nama: str
    edisi: int = field(default=2, metadata=added_later(before=1))


def test_what_was_not_frozen_earlier_is_read_as_it_was_then_and_not_written() -> None:
    assert thaw(Bertambah, {"nama": "x"}) == Bertambah("x", 1)
    assert freeze(Bertambah("x", 1)) == {"nama": "x"}
    assert freeze(Bertambah("x")) == {"nama": "x", "edisi": 2}
    assert thaw(Bertambah, freeze(Bertambah("x"))) == Bertambah("x")


@pytest.mark.parametrize("value", [1.5, b"x", object()])
def test_what_is_no_plain_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        freeze(value)


def test_a_number_is_written_without_exponent() -> None:
    """However it was computed: another text would give another kode."""
    assert freeze((Decimal("1E+3"), Decimal("2.50"))) == ["1000", "2.50"]
    assert freeze(Rentang(Decimal("1E+1"), Decimal(20))) == "10..20"
