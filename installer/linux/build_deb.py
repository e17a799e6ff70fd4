"""Make the .deb for Debian 12+ and Ubuntu 24.04+: a folder by PyInstaller, packed by dpkg-deb.

python -m installer.linux.build_deb, or ./dev deb
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from installer.linux import licences
from installer.linux.contents import check_files, list_library_files, list_program_files
from installer.linux.control import PROGRAM, format_copyright, write_control
from installer.linux.depends import find_needs, find_packages, format_depends
from installer.linux.distributions import ROOT
from installer.linux.elf import find_files
from installer.linux.errors import BuildError
from installer.linux.icon import write_icons
from kinerja_desktop import __version__

HERE = Path(__file__).parent
WORK = ROOT / "build" / "deb"
DIST = ROOT / "dist"
NAME = "kinerja-desktop"
#: The C library of Debian 12, the oldest system that the package is meant for.
_OLDEST_GLIBC = (2, 36)
# Libraries under the LGPL, and those that their makers have already stripped, travel unchanged.
_UNCHANGED = ("PySide6", "shiboken6", "pillow.libs")


def main() -> int:
    """Build the package; return 1 and say why when it would be incomplete."""
    try:
        package = build()
    except BuildError as error:
        print("\n".join(f"Gagal: {problem}" for problem in error.problems), file=sys.stderr)
        return 1
    print(f"Ditulis: {package} ({package.stat().st_size / 1e6:.1f} MB)")
    return 0


def build() -> Path:
    """Freeze the program, prove the folder complete, pack it; return the .deb.

    Raises:
        BuildError: something that the program needs is missing, or a tool is.
    """
    for tool in ("objdump", "strip", "dpkg-deb", "dpkg-query"):
        if shutil.which(tool) is None:
            raise BuildError([f"{tool} tidak ada: pasang paket binutils dan dpkg-dev."])
    folder = freeze()
    texts = licences.find_texts()
    problems = licences.missing_texts(texts)
    problems += check_files(folder / "_internal", list_program_files() | list_library_files())
    if problems:
        raise BuildError(problems)
    needs = find_needs(folder)
    depends = format_depends(find_packages(needs), needs.glibc)
    if needs.glibc > _OLDEST_GLIBC:
        print(
            "Perhatian: paket ini tidak dapat dipasang di Debian 12. Buat di Debian 12 untuk itu."
        )
    try_program(folder / NAME)
    package = lay_out(folder, WORK / "paket")
    licences.write_texts(texts, package / PROGRAM / licences.FOLDER)
    write_control(package, __version__, depends)
    return pack(package, DIST / f"{NAME}_{__version__}_amd64.deb")


def freeze() -> Path:
    """Let PyInstaller gather the program into a folder that needs no Python."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", WORK, "--workpath", WORK / "pyinstaller", HERE / "kinerja.spec"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
    done = subprocess.run([*command, *map(str, places)], env=environment, check=False)
    if done.returncode:
        raise BuildError(["PyInstaller gagal; sebabnya tertulis di atas."])
    strip(find_files(WORK / NAME / "_internal"), WORK / NAME / "_internal")
    return WORK / NAME


def strip(files: Iterable[Path], root: Path) -> None:
    """Take the developers' symbols out of Python's libraries, which are two thirds of them."""
    ours = [
        str(path)
        for path in files
        if ".so" in path.name and path.relative_to(root).parts[0] not in _UNCHANGED
    ]
    subprocess.run(["strip", "--strip-unneeded", *ours], check=True)


def try_program(program: Path) -> None:
    """Run the frozen program's self-test and the main job of the sample, without our Python.

    Raises:
        BuildError: a module or file that they need has not been gathered.
    """
    with TemporaryDirectory(prefix="coba-deb-") as name:
        environment = {"HOME": name, "LC_ALL": "C.UTF-8"}
        for words in (["periksa"], ["contoh", "--ke", f"{name}/hasil"]):
            done = subprocess.run(
                [program, *words],
                capture_output=True,
                text=True,
                env=environment,
                cwd=name,
                check=False,
            )
            if done.returncode:
                raise BuildError([f"Program yang dibekukan gagal pada {words[0]}:\n{done.stderr}"])


def lay_out(folder: Path, package: Path) -> Path:
    """Put the program and what leads to it where they will be installed."""
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(folder, package / PROGRAM, symlinks=True)
    link = package / "usr" / "bin" / NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(f"/{PROGRAM}/{NAME}")
    share = package / "usr" / "share"
    (share / "applications").mkdir(parents=True)
    shutil.copyfile(HERE / f"{NAME}.desktop", share / "applications" / f"{NAME}.desktop")
    write_icons(share / "icons" / "hicolor")
    (share / "doc" / NAME).mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    (share / "doc" / NAME / "copyright").write_text(
        format_copyright(__version__, licence), encoding="utf-8"
    )
    for path in package.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    return package


def pack(package: Path, target: Path) -> Path:
    """Pack the folder and write its checksum beside it; the name appears when the file is whole."""
    target.parent.mkdir(exist_ok=True)
    unfinished = target.with_suffix(".belum-jadi")
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build"]
    done = subprocess.run(
        [*command, str(package), str(unfinished)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        unfinished.unlink(missing_ok=True)
        raise BuildError([f"dpkg-deb gagal:\n{done.stderr}"])
    checksum = hashlib.sha256(unfinished.read_bytes()).hexdigest()
    target.with_name(f"{target.name}.sha256").write_text(
        f"{checksum}  {target.name}\n", encoding="utf-8"
    )
    return unfinished.replace(target)


if __name__ == "__main__":
    sys.exit(main())
