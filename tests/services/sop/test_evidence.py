"""Evidence of steps: kept under its hash, given back under its name."""

from pathlib import Path
from uuid import UUID

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor import kept_files
from kinerja_desktop.services.kantor.kept_files import copy_for_viewing
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.evidence import attach_evidence
from kinerja_desktop.store.records import Lampiran
from tests.services.sop.office import PENGUKURAN, SELESAI, do, give_sop, start
from tests.tampering import lose_file


@pytest.fixture
def kantor(office: Office) -> Office:
    give_sop(office)
    return office


@pytest.fixture
def nota(tmp_path: Path) -> Path:
    path = tmp_path / "nota dinas.pdf"
    path.write_bytes(b"%PDF-1.7 nota")
    return path


def test_evidence_is_kept_with_its_step_and_comes_back_under_its_name(
    kantor: Office, nota: Path
) -> None:
    case_id = start(kantor, PENGUKURAN)
    do(kantor, case_id, SELESAI)
    attach_evidence(kantor, case_id, 1, nota, pelaku="Siti")
    nota.unlink()
    case = read_case(kantor, case_id)
    (key,) = case.riwayat[0].kunjungan.bukti
    assert case.bukti == {key: "nota dinas.pdf"}
    assert case.kejadian[-1].pelaku == "Siti"
    copy = copy_for_viewing(kantor, UUID(key))
    assert (copy.name, copy.read_bytes()) == ("nota dinas.pdf", b"%PDF-1.7 nota")


def test_evidence_of_a_step_not_reached_is_refused_and_nothing_is_kept(
    kantor: Office, nota: Path
) -> None:
    case_id = start(kantor, PENGUKURAN)
    with pytest.raises(KinerjaError, match="belum pernah dikerjakan"):
        attach_evidence(kantor, case_id, 3, nota)
    assert kantor.evidence.stored() == []


def test_an_empty_file_is_refused(kantor: Office, tmp_path: Path) -> None:
    case_id = start(kantor, PENGUKURAN)
    empty = tmp_path / "kosong.pdf"
    empty.touch()
    with pytest.raises(KinerjaError, match="kosong"):
        attach_evidence(kantor, case_id, 1, empty)
    assert len(read_case(kantor, case_id).kejadian) == 1


def test_evidence_that_is_gone_is_said_to_be_gone(kantor: Office, nota: Path) -> None:
    case_id = start(kantor, PENGUKURAN)
    attach_evidence(kantor, case_id, 1, nota)
    (key,) = read_case(kantor, case_id).bukti
    for digest in kantor.evidence.stored():
        lose_file(kantor, digest)
    with pytest.raises(KinerjaError, match=r"nota dinas\.pdf hilang"):
        copy_for_viewing(kantor, UUID(key))


def test_a_full_disk_is_explained(
    kantor: Office, nota: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = start(kantor, PENGUKURAN)
    attach_evidence(kantor, case_id, 1, nota)
    (key,) = read_case(kantor, case_id).bukti

    def fail(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_files, "mkdtemp", fail)
    with pytest.raises(KinerjaError, match="penuh"):
        copy_for_viewing(kantor, UUID(key))


def test_a_name_from_elsewhere_cannot_leave_the_folder(kantor: Office, nota: Path) -> None:
    case_id = start(kantor, PENGUKURAN)
    attach_evidence(kantor, case_id, 1, nota)
    (key,) = read_case(kantor, case_id).bukti
    with kantor.journal.action("Ubah nama") as session:
        session.get_one(Lampiran, UUID(key)).nama = "../../jahat.pdf"
    assert copy_for_viewing(kantor, UUID(key)).name == "jahat.pdf"
