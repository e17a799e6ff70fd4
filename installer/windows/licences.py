"""The licence of everything that travels along, in the folder `LISENSI`."""

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path

from installer.windows.config import INSTALLER, ROOT, Payload

_FOLDER = "LISENSI"
_TEXTS = re.compile(r"(licen[cs]e|copying|notice|authors|contributors)", re.IGNORECASE)


@dataclass(frozen=True)
class _Part:
    """Something that travels along, and its licence."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def gather_licences(payload: Path, locked: Iterable[str], config: Payload) -> list[str]:
    """Copy all licence texts into `LISENSI`, with a list of what they belong to.

    Args:
        payload: the program folder.
        locked: the distributions that must be there.
        config: the texts of those that bring none.

    Returns:
        A line for everything that has no licence text.
    """
    target = payload / _FOLDER
    target.mkdir()
    infos = sorted((payload / "lib").rglob("*.dist-info"))
    parts = [*_find_parts(payload, config), *(_describe(info, config) for info in infos)]
    parts.sort(key=lambda part: part.name.lower())
    known = {_normalise(part.name) for part in parts}
    problems = [
        f"{name} terkunci tetapi tidak terpasang, sehingga lisensinya tidak diketahui"
        for name in locked
        if _normalise(name) not in known
    ]
    for part in parts:
        problems += _copy(part, target)
    lines = (
        f"{part.name} {part.version}".strip() + f": {part.licence} ({_file_name(part, text)})\n"
        for part in parts
        for text in part.texts
    )
    (target / "DAFTAR.txt").write_text("".join(lines), encoding="utf-8", newline="\r\n")
    return problems


def _find_parts(payload: Path, config: Payload) -> list[_Part]:
    return [
        _Part(name, "", licence, tuple(_find_text(payload, text)))
        for name, (licence, text) in config.licence_parts.items()
    ]


def _find_text(payload: Path, name: str) -> list[Path]:
    return [path for path in (payload / name, ROOT / name) if path.is_file()][:1]


def _describe(info: Path, config: Payload) -> _Part:
    metadata = Parser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    name = metadata["Name"]
    return _Part(
        name,
        metadata["Version"],
        config.licence_names.get(_normalise(name)) or _read_licence(metadata),
        tuple(_read_texts(info, name, config.licence_texts)),
    )


def _read_texts(info: Path, name: str, ours: Mapping[str, tuple[str, ...]]) -> list[Path]:
    if given := ours.get(_normalise(name)):
        return [path for text in given if (path := INSTALLER / "lisensi" / text).is_file()]
    paths = (path for path in sorted(info.rglob("*")) if path.is_file())
    return [path for path in paths if _TEXTS.search(path.name)]


def _read_licence(metadata: Message) -> str:
    named = metadata["License-Expression"] or metadata["License"]
    if named:
        return str(named).splitlines()[0]
    prefix = "License :: "
    found = (item.rpartition(" :: ")[2] for item in metadata.get_all("Classifier", [])
             if item.startswith(prefix))  # fmt: skip
    return next(found, "lihat naskahnya")


def _copy(part: _Part, target: Path) -> list[str]:
    for text in part.texts:
        if not text.read_bytes().strip():
            return [f"naskah lisensi {part.name} kosong: {text.name}"]
        shutil.copyfile(text, target / _file_name(part, text))
    if part.texts:
        return []
    return [
        f"naskah lisensi {part.name} tidak ada; letakkan di installer/lisensi/ "
        "dan sebutkan di payload.toml, [licences.texts]"
    ]


def _file_name(part: _Part, text: Path) -> str:
    # The same text of several parts is kept once.
    if text.parent == INSTALLER / "lisensi":
        return text.name
    ending = text.suffix if text.suffix.lower() in (".txt", ".md", ".rst") else f"{text.suffix}.txt"
    return f"{_normalise(part.name)}-{text.stem}{ending}".replace(" ", "-")


def _normalise(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
