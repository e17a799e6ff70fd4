"""A bare Debian in a folder, without Python: what an office's PC has at its barest."""

import os
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer.linux.distributions import ROOT

CACHE = ROOT / "build" / "chroot"
USER = 1000
HOME = "/home/pegawai"

_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# In a mount namespace of its own, which ends with its last process: nothing is left mounted,
# however a test ends.
_ENTER = """
root="$1"; shift
mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix"
[ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
exec chroot "$@"
"""


@dataclass(frozen=True)
class Bare:
    """A bare system.

    Attributes:
        suite: its name at Debian, such as ``trixie``.
        root: the folder that is its ``/``.
    """

    suite: str
    root: Path

    @property
    def home(self) -> Path:
        """The clerk's home, seen from outside."""
        return self.root / HOME[1:]

    def command(self, script: str, *, user: bool = True, network: bool = False) -> list[str]:
        """Return the command that runs a shell script inside, as the clerk and without network."""
        enter = ["unshare", "--mount", *([] if network else ["--net"]), "sh", "-euc", _ENTER, "sh"]
        who = [f"--userspec={USER}:{USER}"] if user else []
        return [*enter, str(self.root), *who, str(self.root), "/bin/sh", "-euc", script]

    def run(
        self, script: str, *, user: bool = True, network: bool = False, timeout: int = 600
    ) -> subprocess.CompletedProcess[str]:
        """Run a shell script inside and return how it ended."""
        return subprocess.run(
            self.command(script, user=user, network=network),
            capture_output=True,
            text=True,
            env=clean_environment(HOME if user else "/root"),
            timeout=timeout,
            check=False,
        )

    def install(self, package: Path) -> subprocess.CompletedProcess[str]:
        """Install a package as a person would, with nothing but what it depends on."""
        shutil.copyfile(package, self.root / "tmp" / package.name)
        return self.run(
            f"apt-get install -y -q --no-install-recommends /tmp/{shlex.quote(package.name)}",
            user=False,
            network=True,
        )


def clean_environment(home: str) -> dict[str, str]:
    """Return an environment without anything of this machine's own."""
    return {
        "PATH": _PATH,
        "HOME": home,
        "LC_ALL": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
    }


def make_bare(suite: str, folder: Path) -> Bare:
    """Unpack a bare system, which is fetched once and kept in ``build/chroot``."""
    bare = Bare(suite, folder / suite)
    bare.root.mkdir(parents=True)
    subprocess.run(["tar", "-xpf", str(_fetch(suite)), "-C", str(bare.root)], check=True)
    bare.home.mkdir(parents=True)
    os.chown(bare.home, USER, USER)
    packages = CACHE / f"{suite}-paket"
    packages.mkdir(exist_ok=True)
    shutil.copytree(packages, bare.root / "var/cache/apt/archives", dirs_exist_ok=True)
    updated = bare.run("apt-get update -q", user=False, network=True)
    assert updated.returncode == 0, updated.stderr
    return bare


def keep_packages(bare: Bare) -> None:
    """Keep what apt has fetched, so that the next run needs only what is new."""
    for path in (bare.root / "var/cache/apt/archives").glob("*.deb"):
        shutil.copyfile(path, CACHE / f"{bare.suite}-paket" / path.name)


def copy_bare(bare: Bare, folder: Path) -> Bare:
    """Copy a system, so that what a test does to it harms no other test."""
    copy = Bare(bare.suite, folder / bare.suite)
    subprocess.run(["cp", "-a", "--reflink=auto", str(bare.root), str(copy.root)], check=True)
    return copy


def find_mirror() -> str:
    """Return where this machine's own apt fetches Debian from.

    Raises:
        LookupError: it does not fetch Debian at all.
    """
    done = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(LABEL) $(COMPONENT) $(REPO_URI)"],
        capture_output=True,
        text=True,
        check=True,
    )
    for line in done.stdout.splitlines():
        label, _, rest = line.partition(" ")
        component, _, address = rest.partition(" ")
        if label == "Debian" and component == "main":
            return address
    raise LookupError("Apt di sini tidak mengenal arsip Debian: jalankan apt-get update di Debian.")


def _fetch(suite: str) -> Path:
    """Return the archive of a bare system; fetched by debootstrap when it is not here yet."""
    archive = CACHE / f"{suite}.tar"
    if archive.exists():
        return archive
    work, unfinished = CACHE / f"{suite}.baru", archive.with_suffix(".belum-jadi")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    done = subprocess.run(
        ["debootstrap", "--variant=minbase", suite, str(work), find_mirror()],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    subprocess.run(["tar", "-cpf", str(unfinished), "-C", str(work), "."], check=True)
    shutil.rmtree(work)
    return unfinished.replace(archive)
