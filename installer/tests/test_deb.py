"""The .deb in bare Debian 12 and 13 without Python: installed, run, upgraded, removed."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from installer.linux.build_deb import build
from installer.tests.bare import HOME, USER, Bare, copy_bare, keep_packages, make_bare
from installer.tests.screen import describe_window, open_screen, open_window
from kinerja_desktop import __version__
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.schema import HEAD
from tests.arsip.reading import ARSIP

PROGRAM = "opt/kinerja-desktop"
HIGHER = "99.0.0"
DATA = f"{HOME}/hasil/data"
MAIN_JOB = f"kinerja-desktop contoh --ke {HOME}/hasil"


@pytest.fixture(scope="module", autouse=True)
def _root() -> None:
    if os.geteuid() != 0:
        pytest.fail("Uji .deb memerlukan root (debootstrap dan chroot): jalankan sebagai root.")


@pytest.fixture(scope="module")
def package() -> Path:
    return build()


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def bare(
    request: pytest.FixtureRequest, package: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Bare]:
    """A bare system with the program installed; its tests add to the clerk's home at most."""
    folder = tmp_path_factory.mktemp("bare")
    bare = make_bare(request.param, folder)
    done = bare.install(package)
    keep_packages(bare)
    assert done.returncode == 0, done.stdout + done.stderr
    yield bare
    shutil.rmtree(folder)


@pytest.fixture
def worked(bare: Bare) -> Bare:
    """The same after the main job of the sample."""
    if not (bare.home / "hasil").exists():
        done = bare.run(MAIN_JOB)
        assert done.returncode == 0, done.stderr
    return bare


@pytest.fixture
def own(worked: Bare, tmp_path: Path) -> Iterator[Bare]:
    """A copy that a test may spoil."""
    copy = copy_bare(worked, tmp_path)
    yield copy
    shutil.rmtree(copy.root)


@pytest.fixture(scope="module")
def higher(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The same program in a package of a higher version, with a file that shows that it is new."""
    folder = tmp_path_factory.mktemp("higher")
    subprocess.run(["dpkg-deb", "-R", str(package), str(folder / "paket")], check=True)
    control = folder / "paket" / "DEBIAN" / "control"
    text = control.read_text(encoding="utf-8")
    assert f"Version: {__version__}\n" in text
    control.write_text(text.replace(f"Version: {__version__}", f"Version: {HIGHER}"))
    (folder / "paket" / PROGRAM / "BARU").write_text(HIGHER)
    target = folder / f"kinerja-desktop_{HIGHER}_amd64.deb"
    subprocess.run(["dpkg-deb", "-Znone", "-b", str(folder / "paket"), str(target)], check=True)
    yield target
    shutil.rmtree(folder)


def test_it_brings_no_python_and_needs_none(bare: Bare) -> None:
    found = bare.run("dpkg-query -W -f '${Package}\\n'; ls /usr/bin /usr/local/bin").stdout
    assert "kinerja-desktop" in found
    assert "python" not in found


def test_periksa_passes_without_a_network(bare: Bare) -> None:
    done = bare.run("kinerja-desktop periksa")
    assert done.returncode == 0, done.stderr
    assert bare.run("kinerja-desktop --versi").stdout.strip() == __version__


def test_the_main_job_of_the_sample_runs(worked: Bare) -> None:
    names = {path.suffix for path in (worked.home / "hasil").iterdir() if path.is_file()}
    assert {".pdf", ".docx", ".xlsx"} <= names
    for path in (worked.home / "hasil").glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF-")
    assert (worked.home / "hasil/data/kinerja.db").stat().st_uid == USER


def test_an_office_of_the_first_schema_is_migrated(bare: Bare) -> None:
    """Alembic loads its scripts as files: they must lie on disk."""
    old = bare.home / "lama"
    with ZipFile(ARSIP / "0001" / "kantor.kinerja") as backup:
        backup.extractall(old)
    for path in (old, *old.rglob("*")):
        os.chown(path, USER, USER)
    done = bare.run(f"kinerja-desktop periksa --data {HOME}/lama")
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(old / FILE_NAME)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert database.execute("SELECT kecamatan FROM instansi").fetchall() == [("Muncar",)]


def test_the_window_opens_without_a_screen(worked: Bare) -> None:
    with open_window(worked, DATA, "QT_QPA_PLATFORM=offscreen") as window:
        window.wait_until_painted()


def test_the_window_opens_on_x11(worked: Bare) -> None:
    with (
        open_screen() as display,
        open_window(worked, DATA, f"QT_QPA_PLATFORM=xcb DISPLAY={display}") as window,
    ):
        window.wait_until(lambda: "IsViewable" in describe_window(display, "Kinerja Desktop"))
        window.wait_until_painted()


def test_desktop_entry_and_icons_are_there(bare: Bare) -> None:
    share = bare.root / "usr/share"
    entry = share / "applications/kinerja-desktop.desktop"
    done = subprocess.run(
        ["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert (
        (share / "icons/hicolor/scalable/apps/kinerja-desktop.svg").read_text().startswith("<svg")
    )
    icon = share / "icons/hicolor/256x256/apps/kinerja-desktop.png"
    assert icon.read_bytes().startswith(b"\x89PNG")
    assert bare.run("command -v kinerja-desktop").stdout.strip() == "/usr/bin/kinerja-desktop"


def test_every_part_has_its_licence(bare: Bare) -> None:
    folder = bare.root / PROGRAM / "LISENSI"
    lines = (folder / "DAFTAR.txt").read_text(encoding="utf-8").splitlines()
    parts = {line.split(": ")[0] for line in lines}
    assert {"python", "pyside6-essentials", "shiboken6", "sqlalchemy", "fonts", "alembic"} <= parts
    for line in lines:
        assert (folder / line.split(": ")[1]).stat().st_size > 100
    assert "MIT" in (bare.root / "usr/share/doc/kinerja-desktop/copyright").read_text()


def test_an_upgrade_keeps_the_data(own: Bare, higher: Path) -> None:
    before = sum_of(own.home)
    done = own.install(higher)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (own.root / PROGRAM / "BARU").read_text() == HIGHER
    assert sum_of(own.home) == before
    assert own.run(f"kinerja-desktop periksa --data {DATA}").returncode == 0


def test_an_upgrade_is_refused_while_the_program_is_open(own: Bare, higher: Path) -> None:
    shutil.copyfile(higher, own.root / "tmp" / higher.name)
    # In one process space and one view of the files, as on an office's PC.
    done = own.run(
        f"""
        export QT_QPA_PLATFORM=offscreen
        kinerja-desktop --data {DATA} & window=$!
        sleep 3
        if ! kill -0 $window; then
            code=0; wait $window || code=$?
            echo "the window ended with $code" >&2
            cat {DATA}/kinerja*.log >&2
            exit 0
        fi
        code=0; dpkg -i /tmp/{higher.name} || code=$?
        kill $window
        exit $code
        """,
        user=False,
    )
    assert done.returncode != 0, done.stderr
    assert "Tutup programnya, lalu ulangi." in done.stderr
    version = own.run("dpkg-query -W -f '${Version} ${Status}' kinerja-desktop").stdout
    assert version == f"{__version__} install ok installed"
    assert own.run("kinerja-desktop periksa").returncode == 0


@pytest.mark.parametrize("how", ["remove", "purge"])
def test_removal_keeps_the_data(own: Bare, how: str) -> None:
    before = sum_of(own.home)
    done = own.run(f"apt-get {how} -y -q kinerja-desktop", user=False)
    assert done.returncode == 0, done.stderr
    assert sum_of(own.home) == before
    left = own.run(f"find /{PROGRAM} /usr -name '*kinerja*' 2>/dev/null; true").stdout
    assert left == ""


def sum_of(folder: Path) -> str:
    """Return one checksum of everything below a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        whole.update(str(path.relative_to(folder)).encode())
        if path.is_file():
            whole.update(path.read_bytes())
    return whole.hexdigest()
