"""Judge a USB package that came from somewhere: everything wrong with it at once, in sentences.

The folder is listed first and every regular file in it is read; the manifests' own paths are only
compared with that list. So nothing outside the folder is ever opened, whatever a manifest says.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kinerja_desktop.errors import Problem, explain_os_error
from kinerja_desktop.exchange.bags import (
    ASK_AGAIN,
    BAG_INFO,
    BAGIT,
    MANIFEST,
    TAG_MANIFEST,
    check_oxum,
    is_bagit_text,
    parse_info,
    parse_manifest,
    read_oxum,
    show_path,
)
from kinerja_desktop.exchange.package_data import DATA_FILE, parse_data
from kinerja_desktop.exchange.package_kode import README, check_files, check_kode
from kinerja_desktop.exchange.package_listing import (
    MAX_FILE,
    PackageFile,
    list_files,
    read_files,
)
from kinerja_desktop.exchange.package_paths import escapes
from kinerja_desktop.exchange.programs import is_program_name

UNFINISHED = ".tulis"
"""What the name of a package ends with while it is being written."""

_PAYLOAD = "data/"
_MAX_TAG_FILE = 16 << 20
_MAX_INFO = 1 << 20
_MAX_DATA = 64 << 20
_ALWAYS_READ = 64 << 20


@dataclass(frozen=True)
class PackageInfo:
    """A package that is whole.

    Attributes:
        folder: where it lies.
        info: what it says about itself (``bag-info.txt``).
        files: its payload, sorted, with paths below ``data/``.
        data: the content of ``data/data.json``.
    """

    folder: Path
    info: Mapping[str, str]
    files: tuple[PackageFile, ...]
    data: Mapping[str, Any]


def check_package(
    folder: Path, on_chunk: Callable[[str], None] = lambda _path: None
) -> tuple[PackageInfo | None, list[Problem]]:
    """Check a package whole.

    Args:
        folder: the package's own folder.
        on_chunk: called with a file's path for each piece of it that was read; what it raises ends
            the check.

    Returns:
        The package, or None when there is a problem that is no mere warning; and all problems.
    """
    if folder.name.endswith(UNFINISHED):
        remedy = "Tulis ulang paketnya, lalu hapus folder ini."
        return None, [Problem(f"Penulisan paket ini belum selesai. {remedy}", folder.name)]
    return check_folder(folder, on_chunk)


def check_bag(
    folder: Path, on_chunk: Callable[[str], None] = lambda _path: None
) -> tuple[PackageInfo | None, list[Problem]]:
    """Check a bag that holds no data of the program, such as a pack of evidence.

    Args:
        folder: the bag's own folder.
        on_chunk: as for `check_package`.

    Returns:
        The bag without data, or None when there is a problem that is no mere warning; and all
        problems.
    """
    if folder.name.endswith(UNFINISHED):
        return check_package(folder)
    return check_folder(folder, on_chunk, has_data=False)


def check_folder(
    folder: Path, on_chunk: Callable[[str], None], *, has_data: bool = True
) -> tuple[PackageInfo | None, list[Problem]]:
    """Check a package whatever its folder is called; see `check_package`."""
    try:
        if not any((folder / name).exists() for name in (BAGIT, MANIFEST)):
            return None, [_explain_no_package(folder)]
        return _check_content(folder, on_chunk, has_data=has_data)
    except OSError as error:
        return None, [Problem(str(explain_os_error(error, folder)), folder.name)]


def _check_content(
    folder: Path, on_chunk: Callable[[str], None], *, has_data: bool
) -> tuple[PackageInfo | None, list[Problem]]:
    paths, problems = list_files(folder)
    largest = _claim_largest(folder, paths)
    files, unreadable = read_files(
        folder,
        paths,
        on_chunk,
        lambda path: largest if path.startswith(_PAYLOAD) else _MAX_TAG_FILE,
    )
    content = _Content(folder, set(paths), files)
    problems += unreadable
    problems += _check_lists(content)
    data, wrong = _check_data(content) if has_data else ({}, [])
    problems += wrong
    info, wrong = _check_info(content)
    problems += wrong
    payload = {
        path.removeprefix(_PAYLOAD): replace(file, path=path.removeprefix(_PAYLOAD))
        for path, file in files.items()
        if path.startswith(_PAYLOAD)
    }
    if not problems:  # a missing file would only be told a second time
        problems += check_oxum(info, sum(file.size for file in payload.values()), len(payload))
    if not problems and has_data:
        readme, problems = content.read_optional(README, _MAX_INFO)
        problems += check_files(data, payload) + check_kode(data, info, readme)
    if problems:
        return None, list(dict.fromkeys(problems))
    return PackageInfo(folder, info, tuple(payload.values()), data), _warn_of_programs(files)


def _claim_largest(folder: Path, paths: list[str]) -> int:
    """Return the bytes that one file can have in a package that tells the size of all together."""
    content = b""
    if BAG_INFO in paths:
        with suppress(OSError), (folder / BAG_INFO).open("rb") as file:  # told when it is read
            content = file.read(_MAX_INFO)
    return max(_ALWAYS_READ, read_oxum(parse_info(content)[0], MAX_FILE))


@dataclass(frozen=True)
class _Content:
    """What was found in a folder: all paths, and those files that could be read."""

    folder: Path
    present: set[str]
    files: Mapping[str, PackageFile]

    def read(self, path: str, limit: int) -> tuple[bytes, list[Problem]]:
        """Read a file of the package's own that must be there and cannot be large."""
        if path not in self.present:
            return b"", [_missing(path)]
        if path not in self.files:  # already named as unreadable
            return b"", []
        if self.files[path].size > limit:
            return b"", [Problem(f"Berkas ini terlalu besar untuk isinya. {ASK_AGAIN}", path)]
        return (self.folder / path).read_bytes(), []

    def read_optional(self, path: str, limit: int) -> tuple[bytes | None, list[Problem]]:
        """Read a file that may be left out; where a list names it, that tells."""
        return self.read(path, limit) if path in self.present else (None, [])


def _missing(path: str) -> Problem:
    return Problem(
        f"Berkas ini seharusnya ada dalam paket, tetapi hilang. {ASK_AGAIN}", show_path(path)
    )


def _explain_no_package(folder: Path) -> Problem:
    if not folder.is_dir():
        remedy = "Colokkan flashdisk, lalu pilih folder paketnya."
        return Problem(f"Folder paket tidak ada. {remedy}", folder.name)
    inside = sorted(path.parent.name for path in folder.glob(f"*/{BAGIT}"))
    if inside:
        return Problem(
            f"Ini bukan paket, tetapi folder yang memuat paket. Pilih {' atau '.join(inside[:3])}.",
            folder.name,
        )
    remedy = "Pilih folder yang namanya diawali SAKIP_."
    return Problem(f"Ini bukan paket Kinerja Desktop: {BAGIT} tidak ada. {remedy}", folder.name)


def _check_lists(content: _Content) -> list[Problem]:
    """Compare the manifests with the files that are there."""
    problems = []
    listed = {TAG_MANIFEST}
    for name in (MANIFEST, TAG_MANIFEST):
        text, trouble = content.read(name, _MAX_TAG_FILE)
        checksums, wrong = parse_manifest(name, text)
        listed |= checksums.keys()
        if trouble or wrong or not checksums:
            # What such a list would have named is no stranger for that.
            listed |= {path for path in content.present if _belongs(path, name)}
        problems += trouble + wrong
        for path, checksum in checksums.items():
            problems += _compare(content, name, path, checksum)
    text, trouble = content.read(BAGIT, _MAX_TAG_FILE)
    if not trouble and not is_bagit_text(text):
        problems.append(Problem(f"Berkas penanda paket rusak. {ASK_AGAIN}", BAGIT))
    return problems + trouble + _find_extra(content.present, listed)


def _belongs(path: str, name: str) -> bool:
    return path.startswith(_PAYLOAD) == (name == MANIFEST)


def _compare(content: _Content, name: str, path: str, checksum: str) -> list[Problem]:
    if escapes(path) or not _belongs(path, name):
        text = (
            f"Daftar isi menunjuk “{show_path(path)}”, di luar isi paket; berkas itu tidak dibuka."
        )
        return [Problem(f"{text} {ASK_AGAIN}", name)]
    if path not in content.present:
        return [_missing(path)]
    if path in content.files and content.files[path].sha256 != checksum:
        text = "Isi berkas ini berubah atau rusak sejak paket ditulis."
        return [Problem(f"{text} {ASK_AGAIN}", show_path(path))]
    return []


def _find_extra(present: Iterable[str], listed: set[str]) -> list[Problem]:
    problems = []
    for path in sorted(present):
        if path in listed and not _is_foreign_list(path):
            continue
        if is_program_name(path):
            text = "Berkas program ini tidak tercatat dalam paket dan mungkin virus."
            remedy = f"Jangan dibuka; periksa flashdisk dengan antivirus. {ASK_AGAIN}"
        else:
            text = "Berkas ini tidak tercatat dalam paket."
            remedy = "Pindahkan ke luar folder paket, lalu periksa lagi."
        problems.append(Problem(f"{text} {remedy}", show_path(path)))
    return problems


def _warn_of_programs(paths: Iterable[str]) -> list[Problem]:
    text = "Ini berkas program, bukan dokumen; mungkin virus, walau tercatat dalam paket."
    remedy = "Jangan dibuka; periksa flashdisk dengan antivirus, dan tanyakan kepada pengirim."
    return [
        Problem(f"{text} {remedy}", show_path(path), is_warning=True)
        for path in paths
        if is_program_name(path)
    ]


def _is_foreign_list(path: str) -> bool:
    # Another reader would follow their paths, and we have not read them.
    is_list = path.lower().startswith(("manifest-", "tagmanifest-", "fetch.txt"))
    return is_list and path not in (MANIFEST, TAG_MANIFEST)


def _check_data(content: _Content) -> tuple[dict[str, Any], list[Problem]]:
    path = _PAYLOAD + DATA_FILE
    text, problems = content.read(path, _MAX_DATA)
    return ({}, problems) if problems or path not in content.files else parse_data(text)


def _check_info(content: _Content) -> tuple[dict[str, str], list[Problem]]:
    text, problems = content.read_optional(BAG_INFO, _MAX_INFO)
    return ({}, problems) if problems or text is None else parse_info(text)
