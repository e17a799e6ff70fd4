"""No output of the program can hit the office's own data, whichever door asks for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_desktop.cli.arguments import parse_arguments
from kinerja_desktop.cli.run import run
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.documents import save_document
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.pengukuran.ukur import find_status
from kinerja_desktop.services.riwayat.maintenance import export_all
from kinerja_desktop.services.riwayat.workbook import export_workbook
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL

Write = Callable[[Office, Path], object]


def send(office: Office, path: Path) -> object:
    if not find_status(office, TAHUN).is_final:
        finalize(office, TAHUN, TANGGAL)
    return send_package(office, compose_package(office, TAHUN), path)


DOORS: dict[str, Write] = {
    "workbook": export_workbook,
    "blank workbook": lambda office, path: export_workbook(office, path, kosong=True),
    "backup": export_all,
    "document": lambda office, path: save_document(
        office, Permintaan("pengukuran-kinerja", TAHUN), path.with_suffix(".pdf")
    ),
    "package": send,
}


@pytest.fixture(params=list(DOORS.values()), ids=list(DOORS))
def door(request: pytest.FixtureRequest) -> Write:
    found: Write = request.param
    return found


@pytest.mark.parametrize(
    "place", ["data/kinerja.db", "data/baru.xlsx", "lain/../data/x.pdf", "tautan/y.kinerja"]
)
def test_nothing_is_written_into_the_data_folder(
    muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, door: Write, place: str
) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "tautan").symlink_to(muncar.folder)
    monkeypatch.chdir(tmp_path)
    before = {path.name for path in muncar.folder.iterdir()} | {"berkas"}  # what is final is kept
    for path in (tmp_path / place, Path(place)):
        with pytest.raises(KinerjaError, match="terletak di folder data"):
            door(muncar, path)
    assert {path.name for path in muncar.folder.iterdir()} <= before
    assert muncar.require_instansi().kecamatan == "Muncar"


def test_the_data_folder_itself_takes_no_package(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="terletak di folder data"):
        send(muncar, muncar.folder)


@pytest.mark.parametrize(
    ("write", "endings"), [(export_workbook, ".xlsx"), (export_all, ".kinerja")]
)
def test_a_file_of_another_kind_is_not_written_over(
    muncar: Office, tmp_path: Path, write: Write, endings: str
) -> None:
    target = tmp_path / "laporan.docx"
    target.write_text("surat penting")
    with pytest.raises(KinerjaError, match=rf"Akhiri nama berkas dengan \{endings}"):
        write(muncar, target)
    assert target.read_text() == "surat penting"


@pytest.mark.sqlite_only("a file to write over")
@pytest.mark.parametrize("command", ["buku-kerja", "cadangkan"])
def test_the_command_line_does_not_write_over_the_database(
    muncar: Office, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """`--ke DATA/kinerja.db` replaced the database."""
    muncar.close()
    database = muncar.folder / "kinerja.db"
    before = database.read_bytes()
    assert run(parse_arguments(["--data", str(muncar.folder), command, "--ke", str(database)])) == 1
    assert "terletak di folder data" in capsys.readouterr().err
    assert database.read_bytes() == before


def test_beside_the_data_folder_there_is_room(muncar: Office, tmp_path: Path) -> None:
    target = tmp_path / "data-baru.XLSX"
    export_workbook(muncar, target)
    assert target.is_file()
    save_document(muncar, Permintaan("pengukuran-kinerja", Periode(2023)), tmp_path / "p.pdf")
