"""Where two people met is put into the words of the audit trail."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.pertemuan import describe_meetings
from kinerja_desktop.store.meanwhile import Meeting, OtherChange
from tests.services.kantor.small import fill_kantor

MOMENT = datetime(2025, 1, 15, 2, tzinfo=UTC)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def change(key: UUID, lama: object, baru: object) -> OtherChange:
    return OtherChange("sri", MOMENT, "indikator", key, lama, baru, 7)  # type: ignore[arg-type]


def test_a_column_is_told_before_now_and_as_it_was_to_be(
    office: Office, ids: dict[str, UUID]
) -> None:
    met = Meeting(change(ids["A1"], {"satuan": ""}, {"satuan": "Persen"}), "satuan", "Orang")
    (found,) = describe_meetings(office, [met])
    assert found.isian == "Indikator · A1 Indikator A1 · Satuan"
    assert (found.sebelum, found.kini, found.anda) == ("(kosong)", "Persen", "Orang")
    assert (found.pelaku, found.waktu) == ("sri", MOMENT)


def test_a_row_that_was_to_go_is_told_with_what_the_other_did(
    office: Office, ids: dict[str, UUID]
) -> None:
    changed = Meeting(change(ids["A1"], {"satuan": "%"}, {"satuan": "Persen", "id": "x"}))
    (found,) = describe_meetings(office, [changed])
    assert (found.kini, found.anda) == ("Satuan: Persen", "(dihapus)")
    gone = Meeting(change(uuid4(), {"kode": "X", "uraian": "Lama"}, None))
    (found,) = describe_meetings(office, [gone])
    assert found.isian == "Indikator · X Lama"
    assert found.kini == ""
    unknown = Meeting(change(uuid4(), None, None))
    assert describe_meetings(office, [unknown])[0].isian.startswith("Indikator")


def test_of_a_letter_only_the_parts_that_differ_are_told(
    office: Office, ids: dict[str, UUID]
) -> None:
    before = {"hal": "Undangan", "yth": ["Sekcam"], "nomor": None, "tindak": [{"apa": "Rapat"}]}
    theirs = {**before, "hal": "Teguran"}
    mine = {**before, "tindak": [{"apa": "Rapat", "siapa": "Kasi"}], "nomor": "7"}
    met = Meeting(
        OtherChange("sri", MOMENT, "naskah_dinas", uuid4(), {"isi": before}, {"isi": theirs}),
        "isi",
        mine,
    )
    (found,) = describe_meetings(office, [met])
    assert found.sebelum == "Hal: Undangan; Nomor: ; Tindak: Rapat"
    assert found.kini == "Hal: Teguran; Nomor: ; Tindak: Rapat"
    assert found.anda == "Hal: Undangan; Nomor: 7; Tindak: Rapat, Kasi"
