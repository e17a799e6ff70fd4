from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.bukti import attach_bukti, list_bukti, remove_bukti
from kinerja_desktop.services.pengukuran.ukur import set_realisasi_block
from tests.finals import finalize
from tests.services.kantor.small import INDIKATOR, TAHUN, fill_kantor

PERIODE = Periode(TAHUN, 2)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "Rekap TW II.txt"
    path.write_text("delapan puluh")
    return path


def test_a_file_is_kept_under_its_name_and_its_hash(
    office: Office, ids: dict[str, UUID], source: Path
) -> None:
    attach_bukti(office, ids["A1"], PERIODE, source)
    (bukti,) = list_bukti(office, ids["A1"], PERIODE)
    assert (bukti.nama, bukti.ukuran) == ("Rekap TW II.txt", 13)
    assert bukti.ditambahkan == office.now()
    assert len(office.evidence.stored()) == 1


def test_evidence_belongs_to_one_indicator_in_one_period(
    office: Office, ids: dict[str, UUID], source: Path
) -> None:
    attach_bukti(office, ids["A1"], PERIODE, source)
    assert list_bukti(office, ids["B1"], PERIODE) == []
    assert list_bukti(office, ids["A1"], Periode(TAHUN)) == []


def test_evidence_taken_away_comes_back_with_undo(
    office: Office, ids: dict[str, UUID], source: Path
) -> None:
    attach_bukti(office, ids["A1"], PERIODE, source)
    (bukti,) = list_bukti(office, ids["A1"], PERIODE)
    remove_bukti(office, bukti.id)
    assert list_bukti(office, ids["A1"], PERIODE) == []
    assert office.journal.undo() == "Melepas bukti Rekap TW II.txt"
    assert list_bukti(office, ids["A1"], PERIODE) == [bukti]


def test_the_evidence_of_a_final_measurement_is_locked(
    office: Office, ids: dict[str, UUID], source: Path
) -> None:
    periode = Periode(TAHUN)
    attach_bukti(office, ids["A1"], periode, source)
    set_realisasi_block(office, periode, [(ids[kode], Decimal(100)) for kode in INDIKATOR])
    finalize(office, periode, office.today())
    with pytest.raises(KinerjaError, match="sudah final"):
        attach_bukti(office, ids["A1"], periode, source)
    (bukti,) = list_bukti(office, ids["A1"], periode)
    with pytest.raises(KinerjaError, match="sudah final"):
        remove_bukti(office, bukti.id)


def test_an_empty_file_is_no_evidence(office: Office, ids: dict[str, UUID], tmp_path: Path) -> None:
    blank = tmp_path / "kosong.txt"
    blank.touch()
    with pytest.raises(KinerjaError, match="kosong"):
        attach_bukti(office, ids["A1"], PERIODE, blank)
    assert list_bukti(office, ids["A1"], PERIODE) == []


def test_the_same_content_is_refused_on_the_same_figure(
    office: Office, ids: dict[str, UUID], source: Path
) -> None:
    assert attach_bukti(office, ids["A1"], PERIODE, source) == ()
    again = source.with_name("Salinan.txt")
    again.write_bytes(source.read_bytes())
    with pytest.raises(KinerjaError, match=r"Isi Salinan\.txt sama .* Rekap TW II\.txt"):
        attach_bukti(office, ids["A1"], PERIODE, again)
    assert len(list_bukti(office, ids["A1"], PERIODE)) == 1


def test_on_another_figure_or_period_it_is_told_and_taken(
    office: Office, ids: dict[str, UUID], source: Path
) -> None:
    attach_bukti(office, ids["A1"], PERIODE, source)
    assert attach_bukti(office, ids["B1"], PERIODE, source) == ("A1 Triwulan II Tahun 2025",)
    assert attach_bukti(office, ids["A1"], Periode(TAHUN), source) == (
        "A1 Triwulan II Tahun 2025",
        "B1 Triwulan II Tahun 2025",
    )
    assert len(list_bukti(office, ids["A1"], Periode(TAHUN))) == 1
