"""Ctrl+Z: what is refused for good is an answer, what fails is an error."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.taking_back import take_back
from kinerja_desktop.store.records import TargetTahunan


def test_a_deed_is_taken_back_and_done_again_by_its_label(muncar: Office) -> None:
    key = list_rows(muncar, "target_tahunan")[0]["id"]
    with muncar.journal.action("Mengubah target") as session:
        session.get_one(TargetTahunan, key).nilai = Decimal(1)
    assert take_back(muncar.journal.undo) == "Mengubah target"
    assert take_back(muncar.journal.redo) == "Mengubah target"


def test_nothing_to_take_back_is_no_refusal(muncar: Office) -> None:
    muncar.journal.forget()
    assert take_back(muncar.journal.undo) is None


def test_what_is_final_is_returned_as_the_refusal() -> None:
    refusal = TerkunciError("Sudah final.")

    def shift() -> str | None:
        raise refusal

    assert take_back(shift) is refusal


def test_a_failure_rises() -> None:
    def shift() -> str | None:
        raise KinerjaError("Disk penuh.")

    with pytest.raises(KinerjaError, match="Disk penuh"):
        take_back(shift)
