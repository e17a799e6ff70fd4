"""What of all that PyInstaller has gathered travels with the program.

PyInstaller takes every Qt plugin and what those need; an office's PC needs a window, pictures and
a printer. The desktop's own libraries stay outside (`depends.py` says where they come from).
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from installer.linux.elf import Elf, read_elfs

ReadElfs = Callable[[Iterable[Path]], dict[Path, Elf]]
#: Place in the folder, place on this machine (for a link: where it points), PyInstaller's kind.
Entry = tuple[str, str, str]

#: What the program opens: X11 and Wayland windows, pictures, printers, letters composed of two.
QT_PLUGINS = frozenset({
    "iconengines/libqsvgicon.so",
    "imageformats/libqgif.so",
    "imageformats/libqico.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "wayland-decoration-client/libadwaita.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
    "xcbglintegrations/libqxcb-egl-integration.so",
    "xcbglintegrations/libqxcb-glx-integration.so",
})  # fmt: skip

_PLUGINS = "PySide6/Qt/plugins/"
# Qt has no Indonesian, and an office's pictures are PNG and JPEG.
_LEFT_OUT = ("PySide6/Qt/translations/", "PySide6/Qt/qml/", "PIL/_avif")
_SYSTEM = ("/lib/", "/usr/lib/", "/lib64/")
_HOOKS = ("pyi_rth_multiprocessing",)


def trim_files(entries: Sequence[Entry], read: ReadElfs = read_elfs) -> list[Entry]:
    """Drop plugins that nothing opens, the desktop's libraries, then what only those needed.

    Args:
        entries: what PyInstaller has gathered.
        read: tells what files are linked with.
    """
    kept = [entry for entry in entries if _is_wanted(entry)]
    return _drop_unneeded(kept, read)


def trim_scripts(entries: Sequence[Entry]) -> list[Entry]:
    """Drop what PyInstaller would do at each start for modules that the program does not use."""
    return [entry for entry in entries if entry[0] not in _HOOKS]


def _is_wanted(entry: Entry) -> bool:
    place, source, kind = entry
    if place.startswith(_PLUGINS):
        return place.removeprefix(_PLUGINS) in QT_PLUGINS
    if place.startswith(_LEFT_OUT):
        return False
    if kind == "BINARY" and "/" not in place and source.startswith(_SYSTEM):
        # No system without Python has it, and its name changes with every version of Python.
        return place.startswith("libpython")
    return True


def _drop_unneeded(entries: Sequence[Entry], read: ReadElfs) -> list[Entry]:
    """Keep the libraries that something kept is linked with, and links to what is kept."""
    libraries = {Path(place).name: place for place, _, kind in entries if _is_library(place, kind)}
    sources = {place: Path(source) for place, source, kind in entries if kind != "SYMLINK"}
    needs = {path: elf.needed for path, elf in read(set(sources.values())).items()}
    waiting = [place for place in sources if place not in libraries.values()]
    reached = set(waiting)
    while waiting:
        for name in needs.get(sources[waiting.pop()], frozenset()):
            place = libraries.get(name)
            if place is not None and place not in reached:
                reached.add(place)
                waiting.append(place)
    return [
        entry
        for entry in entries
        if (entry[1] if entry[2] == "SYMLINK" else entry[0]) in reached
    ]  # fmt: skip


def _is_library(place: str, kind: str) -> bool:
    """Tell a library that others are linked with from a module or plugin that is opened by name."""
    if kind != "BINARY" or place.startswith((_PLUGINS, "libpython")):
        return False
    return Path(place).name.startswith("lib") and ".so." in place
