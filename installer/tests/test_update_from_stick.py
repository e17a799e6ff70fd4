"""The real Windows program under Wine, updated from a stick, and one click back."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from installer.selftest.standin_runtime import choose_minor
from installer.tests.office_pc import OfficePc, office_pc
from installer.tests.setups import makensis
from installer.tests.wine import wait_until
from installer.windows.proofs import measure_size
from kinerja_desktop import __version__

NEWER = "9.1.0"
#: What the page Pembaruan does, in the program's own Python: found, checked, kept, handed over.
UPDATE = """
from pathlib import Path
from kinerja_desktop.installation import find_installation
from kinerja_desktop.services.pembaruan import update
from kinerja_desktop.services.kantor.office import open_office

installation = find_installation()
office = open_office(Path(r"{data}"))
setup = update.find_update(installation, update.list_drives())
copy = update.prepare_update(office, setup)
office.close()
update.hand_over(office.folder, copy)
"""
#: What the button Kembali does.
RETURN = """
from pathlib import Path
from kinerja_desktop.installation import find_installation
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.pembaruan.update_return import find_version_before, return_to

installation = find_installation()
office = open_office(Path(r"{data}"))
before = find_version_before(office.folder, office.update, installation)
office.close()
return_to(office.folder, before, installation)
"""
#: A clerk's deed on the new version, which the data of before does not know.
CHANGE = """
from pathlib import Path
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import open_office

office = open_office(Path(r"{data}"))
change_field(office, "instansi", list_rows(office, "instansi")[0]["id"], "alamat", "Jl. Baru 9")
office.close()
"""


SHOW = """
from pathlib import Path
from kinerja_desktop.services.kantor.office import open_office

office = open_office(Path(r"{data}"))
print(office.require_instansi().alamat)
office.close()
"""


@pytest.fixture(scope="module")
def pc(real_setup: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficePc]:
    """The installed program; a stick is a drive of the kind that Windows calls removable."""
    with office_pc(real_setup, tmp_path_factory.mktemp("pc")) as made:
        made.run("reg", "add", r"HKLM\Software\Wine\Drives", "/v", "e:", "/d", "floppy", "/f")
        made.settle()
        yield made


@pytest.fixture(scope="module")
def newer_setup(real_setup: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stick with the setup of a newer version, made of the payload of this one."""
    stick = tmp_path_factory.mktemp("flashdisk")
    payload = tmp_path_factory.mktemp("lebih-baru") / "payload"
    shutil.copytree(real_setup.parents[1] / "build" / "payload", payload)
    package = payload / "app" / "kinerja_desktop"
    source = (package / "__init__.py").read_text("utf-8")
    (package / "__init__.py").write_text(source.replace(__version__, NEWER), encoding="utf-8")
    # Its check of the source is switched off, so it would go on naming the old version.
    tag = choose_minor().replace(".", "")
    (package / "__pycache__" / f"__init__.cpython-{tag}.pyc").unlink()
    (payload / "VERSI").write_text(NEWER)
    setup = stick / f"Kinerja-Desktop-{NEWER}-setup.exe"
    makensis(payload, setup, NEWER, measure_size(payload) // 1024, "-DQUICK")
    return setup


@pytest.fixture
def office(pc: OfficePc, real_setup: Path, newer_setup: Path) -> Iterator[OfficePc]:
    """The program of this version with the sample's data, and the stick in drive E:."""
    shutil.rmtree(pc.home, ignore_errors=True)
    shutil.rmtree(pc.data, ignore_errors=True)
    assert pc.run(real_setup, "/S", timeout=300) == 0
    pc.say("--contoh", "ukur", "--tahun", "2024")
    digest = hashlib.sha256(newer_setup.read_bytes()).hexdigest()
    newer_setup.with_name(f"{newer_setup.name}.sha256").write_text(f"{digest}  {newer_setup.name}")
    # Wine looks for drives when its first program starts.
    pc.settle()
    pc.add_drive("e", newer_setup.parent)
    yield pc
    close_window(pc)
    pc.remove_drive("e")


def run_script(pc: OfficePc, text: str) -> tuple[int, str, str]:
    """Run Python in the installed program, as its pages do; give exit code, output and errors."""
    script = pc.drive_c / "kerja.py"
    script.write_text(text.format(data=pc.windows_path(pc.data)), encoding="utf-8")
    return pc.run_python(script)


def deed(pc: OfficePc, text: str) -> str:
    """Run what must succeed; give what it printed."""
    code, said, errors = run_script(pc, text)
    assert code == 0, errors
    return said.strip()


def installed(pc: OfficePc) -> str:
    """The version that the shortcuts start."""
    versi = pc.program / "VERSI"
    return versi.read_text("ascii") if versi.exists() else ""


def remembered(pc: OfficePc) -> dict[str, Any]:
    """What the data folder remembers of its programs."""
    found: dict[str, Any] = json.loads((pc.data / "pembaruan.json").read_text("utf-8"))
    return found


def wait_started(pc: OfficePc, version: str) -> dict[str, Any]:
    """Wait until a version has been installed and has opened the data; give its report."""
    wait_until(lambda: installed(pc) == version, f"version {version} in its place", 240)
    wait_until(lambda: remembered(pc)["version"] == version, f"version {version} at work", 120)
    report: dict[str, Any] = remembered(pc)["report"]
    return report


def is_unchanged(report: dict[str, Any]) -> bool:
    """Whether every table has the rows and the content of before."""
    return all(
        (table["rows_before"], table["sha256_before"])
        == (table["rows_after"], table["sha256_after"])
        for table in report["tables"]
    )


def close_window(pc: OfficePc) -> None:
    """End the window that an installer has opened."""
    pc.run("taskkill", "/f", "/im", "pythonw.exe")
    pc.settle()


def test_an_update_and_the_way_back(office: OfficePc) -> None:
    before = office.say("ukur", "--tahun", "2024", "--json")
    address = deed(office, SHOW)
    deed(office, UPDATE)
    report = wait_started(office, NEWER)
    assert (report["from_version"], report["is_return"]) == (__version__, False)
    assert is_unchanged(report)
    # The sample has nine indicators (tests/data/muncar.json and two of the office's own).
    rows = {table["table"]: table["rows_after"] for table in report["tables"]}
    assert rows["indikator"] == 9
    assert (office.home / "program.sebelumnya" / "VERSI").read_text("ascii") == __version__
    assert office.registry("DisplayVersion") == NEWER
    close_window(office)
    assert office.say("ukur", "--tahun", "2024", "--json") == before

    deed(office, CHANGE)
    assert deed(office, SHOW) == "Jl. Baru 9"
    deed(office, RETURN)
    report = wait_started(office, __version__)
    assert (report["from_version"], report["is_return"]) == (NEWER, True)
    assert is_unchanged(report)
    close_window(office)
    assert deed(office, SHOW) == address
    assert office.say("ukur", "--tahun", "2024", "--json") == before
    assert office.registry("DisplayVersion") == __version__
    assert len(list((office.data / "cadangan").glob("*sebelum-pemulihan.db"))) == 1


def test_a_stick_whose_setup_is_damaged_changes_nothing(
    office: OfficePc, newer_setup: Path
) -> None:
    newer_setup.with_name(f"{newer_setup.name}.sha256").write_text("0" * 64)
    kept = (office.data / "kinerja.db").read_bytes()
    code, _, errors = run_script(office, UPDATE)
    assert code == 1
    assert "rusak atau tidak lengkap" in errors
    assert installed(office) == __version__
    assert (office.data / "kinerja.db").read_bytes() == kept
    assert remembered(office)["plan"] is None
