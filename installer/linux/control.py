"""What dpkg reads: the control file, the checksums, and the script that wants no open program."""

import hashlib
from pathlib import Path

PROGRAM = "opt/kinerja-desktop"

_CONTROL = """\
Package: kinerja-desktop
Version: {version}
Architecture: amd64
Maintainer: Kinerja Desktop <kinerja-desktop@localhost>
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-utils
Section: office
Priority: optional
Description: siklus SAKIP tahunan sebuah kantor kecamatan
 Renstra, Perjanjian Kinerja, pengukuran triwulan, LKjIP dan SOP dalam satu
 program yang tidak memerlukan internet. Data disimpan di folder pengguna dan
 tidak disentuh saat paket ini dipasang, diperbarui, atau dihapus.
"""

_COPYRIGHT = """\
Format: Kinerja Desktop {version}

Kinerja Desktop sendiri:

{licence}

Paket ini juga memuat Python, Qt, dan pustaka lain. Naskah lisensi masing-masing ada di
/{program}/LISENSI, dengan daftarnya di DAFTAR.txt.
"""

#: Before an upgrade and before removal. An open program reads its modules when it needs them; those
#: of another version do not fit.
_PRERM = """\
#!/bin/sh
set -e
for proses in /proc/[0-9]*/exe; do
    if [ "$(readlink "$proses" 2>/dev/null)" = "/{program}/kinerja-desktop" ]; then
        echo "Kinerja Desktop sedang terbuka. Tutup programnya, lalu ulangi." >&2
        exit 1
    fi
done
exit 0
"""


def format_control(version: str, depends: str, size: int) -> str:
    """Return the control file.

    Args:
        version: the program's version.
        depends: the packages it needs, as `depends.format_depends` writes them.
        size: bytes on disk.
    """
    return _CONTROL.format(version=version, depends=depends, size=-(-size // 1024))


def format_copyright(version: str, licence: str) -> str:
    """Return the file that Debian wants in ``usr/share/doc``."""
    return _COPYRIGHT.format(version=version, licence=licence.strip(), program=PROGRAM)


def write_control(package: Path, version: str, depends: str) -> None:
    """Write what dpkg reads into the folder of a package whose other files are all there."""
    files = [
        path for path in sorted(package.rglob("*")) if path.is_file() and not path.is_symlink()
    ]
    folder = package / "DEBIAN"
    folder.mkdir()
    size = sum(path.stat().st_size for path in files)
    (folder / "control").write_text(format_control(version, depends, size), encoding="utf-8")
    sums = "".join(
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(package)}\n"
        for path in files
    )
    (folder / "md5sums").write_text(sums, encoding="utf-8")
    script = folder / "prerm"
    script.write_text(_PRERM.format(program=PROGRAM), encoding="utf-8")
    script.chmod(0o755)
