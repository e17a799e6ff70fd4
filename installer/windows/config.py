"""What `payload.toml` says, with types."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"


@dataclass(frozen=True)
class Payload:
    """What goes into the Windows program folder, and how large it may become.

    Attributes:
        python: minor version of the runtime, such as ``3.13``.
        runtime_file: the runtime's file in ``installer/vendor/``.
        runtime_sha256: what that file must be.
        runtime_drop: names in the runtime that do not travel.
        runtime_needed: names in the runtime without which the program does not run.
        plugins: globs of the Qt plugins that are kept.
        drop: globs below ``lib`` that do not travel.
        keep: globs below ``lib`` that travel although `drop` names them.
        emptied: files below ``lib`` whose contents do not travel.
        made_modules: names of modules that a package makes while it is imported.
        required: globs below the payload that must find something.
        installed_mb: the most that may be installed.
        setup_mb: the most that the installer may weigh.
        path_length: the longest path in the payload.
        windows_dlls: DLLs that every supported Windows has, in small letters.
        licence_texts: our own copies of licence texts, by distribution.
        licence_names: licences that no field of the metadata names, by distribution.
        licence_parts: licence and text of what is no distribution, by name.
    """

    python: str
    runtime_file: str
    runtime_sha256: str
    runtime_drop: tuple[str, ...]
    runtime_needed: tuple[str, ...]
    plugins: tuple[str, ...]
    drop: tuple[str, ...]
    keep: tuple[str, ...]
    emptied: tuple[str, ...]
    made_modules: tuple[str, ...]
    required: tuple[str, ...]
    installed_mb: int
    setup_mb: int
    path_length: int
    windows_dlls: frozenset[str]
    licence_texts: Mapping[str, tuple[str, ...]]
    licence_names: Mapping[str, str]
    licence_parts: Mapping[str, tuple[str, str]]

    @property
    def tag(self) -> str:
        """The minor version as it stands in file names, such as ``313``."""
        return self.python.replace(".", "")


def read_config(path: Path = INSTALLER / "payload.toml", python: str | None = None) -> Payload:
    """Read `payload.toml`.

    Args:
        path: the file.
        python: another minor version than the file's, for tests.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    runtime, trim, limits = data["runtime"], data["trim"], data["limits"]
    licences = data["licences"]
    return Payload(
        python=python or data["python"],
        runtime_file=runtime["file"],
        runtime_sha256=runtime["sha256"],
        runtime_drop=tuple(runtime["drop"]),
        runtime_needed=tuple(runtime["needed"].split()),
        plugins=tuple(data["qt"]["plugins"]),
        drop=tuple(trim["drop"]),
        keep=tuple(trim["keep"]),
        emptied=tuple(trim["emptied"]),
        made_modules=tuple(data["modules"]["made"]),
        required=tuple(data["required"]["files"]),
        installed_mb=limits["installed_mb"],
        setup_mb=limits["setup_mb"],
        path_length=limits["path"],
        windows_dlls=frozenset(_with_ending(name) for name in data["windows"]["dlls"].split()),
        licence_texts={name: tuple(texts) for name, texts in licences["texts"].items()},
        licence_names=licences["names"],
        licence_parts={name: (kind, text) for name, (kind, text) in licences["parts"].items()},
    )


def _with_ending(name: str) -> str:
    return name if "." in name else f"{name}.dll"
