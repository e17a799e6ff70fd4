"""The true ending of an evidence file is seen, and what the system would run is refused."""

import os
from pathlib import Path
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.evidence_names import MAX_NAME, clean_name, is_program
from kinerja_desktop.services.kantor.kept_files import copy_for_viewing
from kinerja_desktop.services.kantor.office import VIEWED_FOLDER, Office, open_office
from kinerja_desktop.services.pengukuran.bukti import attach_bukti, list_bukti
from kinerja_desktop.services.sop.evidence import attach_evidence
from kinerja_desktop.store.records import Lampiran
from tests.conftest import Clock
from tests.services.dokumen.papers import TAHUN, indikator_id
from tests.services.sop.office import PENGUKURAN, give_sop, start


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Laporan IKM.pdf", "Laporan IKM.pdf"),
        ("Rekap \u202efdp.exe", "Rekap fdp.exe"),
        ("Rekap \u2067fdp\u2069.exe", "Rekap fdp .exe"),
        ("95\u200b,5\x0b.pdf", "95 ,5 .pdf"),
        ("  spasi .txt. . ", "spasi .txt"),
        ("../../jahat.pdf", "jahat.pdf"),
        ("\u202e", "berkas"),
        (os.fsdecode(b"Undangan\xff.pdf"), "Undangan\ufffd.pdf"),
    ],
)
def test_a_name_is_shown_as_it_truly_ends(name: str, shown: str) -> None:
    assert clean_name(name) == shown


def test_a_long_name_keeps_its_ending() -> None:
    shown = clean_name("a" * 300 + ".pdf")
    assert len(shown) == MAX_NAME
    assert shown.endswith("a.pdf")


@pytest.mark.parametrize(
    "name",
    ["a.exe", "A.EXE", "surat.pdf.lnk", "b.bat. ", "c\u202efdp.scr", "d.ps1", "f.sh", "g.url"],
)
def test_what_the_system_would_run_is_a_program(name: str) -> None:
    assert is_program(name)


@pytest.mark.parametrize("name", ["a.pdf", "b.exe.pdf", "exe", "c.docx", "d.jpg", "bat"])
def test_a_document_is_none(name: str) -> None:
    assert not is_program(name)


@pytest.mark.parametrize("name", ["Rekap \u202efdp.exe", "surat.pdf.lnk"])
def test_no_door_takes_a_program_as_evidence(muncar: Office, tmp_path: Path, name: str) -> None:
    give_sop(muncar)
    source = tmp_path / name
    source.write_bytes(b"MZ")
    case = start(muncar, PENGUKURAN)
    with pytest.raises(KinerjaError, match="program, skrip, atau pintasan"):
        attach_bukti(muncar, indikator_id(muncar), TAHUN, source)
    with pytest.raises(KinerjaError, match="program, skrip, atau pintasan"):
        attach_evidence(muncar, case, 1, source)
    assert muncar.evidence.stored() == []


def test_a_name_that_is_not_utf_8_is_kept_in_letters_that_can_be_stored(
    muncar: Office, tmp_path: Path
) -> None:
    source = tmp_path / os.fsdecode(b"Undangan\xff.pdf")
    source.write_bytes(b"isi")
    attach_bukti(muncar, indikator_id(muncar), TAHUN, source)
    (bukti,) = list_bukti(muncar, indikator_id(muncar), TAHUN)
    assert bukti.nama == "Undangan\ufffd.pdf"
    assert copy_for_viewing(muncar, bukti.id).read_bytes() == b"isi"


def test_a_pipe_is_not_waited_for(muncar: Office, tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.pdf"
    os.mkfifo(pipe)
    for source in (pipe, Path("/dev/zero")):
        with pytest.raises(KinerjaError, match="bukan berkas biasa"):
            muncar.evidence.put(source)
    with pytest.raises(KinerjaError, match="adalah folder"):
        muncar.evidence.put(tmp_path)


def attach(office: Office, folder: Path) -> UUID:
    source = folder / "foto.jpg"
    source.write_bytes(b"foto")
    attach_bukti(office, indikator_id(office), Periode(2024), source)
    (bukti,) = list_bukti(office, indikator_id(office), Periode(2024))
    return bukti.id


def test_copies_for_viewing_go_when_the_office_is_closed_or_opened(
    muncar: Office, tmp_path: Path, clock: Clock
) -> None:
    copy = copy_for_viewing(muncar, attach(muncar, tmp_path))
    assert copy.is_relative_to(muncar.folder)
    assert copy.read_bytes() == b"foto"
    muncar.close()
    assert not copy.exists()
    left = muncar.folder / VIEWED_FOLDER / "lama" / "foto.jpg"
    left.parent.mkdir(parents=True)
    left.touch()  # a killed program
    open_office(muncar.place.where, clock).close()
    assert not left.exists()


def test_a_program_that_an_older_version_took_is_not_opened(muncar: Office, tmp_path: Path) -> None:
    key = attach(muncar, tmp_path)
    with muncar.journal.action("Uji") as session:
        session.get_one(Lampiran, key).nama = "Rekap \u202efdp.exe"
    (bukti,) = list_bukti(muncar, indikator_id(muncar), TAHUN)
    assert bukti.nama == "Rekap fdp.exe"
    with pytest.raises(KinerjaError, match="Jangan dibuka"):
        copy_for_viewing(muncar, key)
