from pathlib import Path

from installer.windows.trim import qt_imports, trim
from tests.installer.made import config, pe_image, write


def names(folder: Path) -> set[str]:
    """Return all files below a folder."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_only_what_is_reached_by_imports_stays_of_qt(tmp_path: Path) -> None:
    qt = tmp_path / "PySide6"
    write(qt / "QtPdf.pyd", pe_image(["Qt6Pdf.dll"]) + b"\0PySide6.QtGui\0")
    write(qt / "QtGui.pyd", pe_image(["Qt6Gui.dll"]))
    write(qt / "QtQml.pyd", pe_image(["Qt6Qml.dll"]))
    write(qt / "Qt6Pdf.dll", pe_image(["QT6NETWORK.dll"]))
    write(qt / "Qt6Network.dll", pe_image([], ["Qt6Nanti.dll"]))
    for name in ("Qt6Nanti", "Qt6Gui", "Qt6Qml", "Qt6Quick", "opengl32sw"):
        write(qt / f"{name}.dll", pe_image())
    write(qt / "plugins" / "platforms" / "qwindows.dll", pe_image(["msvcp140.dll"]))
    write(qt / "plugins" / "platforms" / "qminimal.dll", pe_image(["Qt6Quick.dll"]))
    write(qt / "msvcp140.dll", pe_image())
    write(tmp_path / "lain" / "tak_dirujuk.dll", pe_image())
    empty = config(drop=(), keep=(), emptied=(), plugins=("platforms/qwindows.dll",))
    trim(tmp_path, {"QtPdf"}, empty)
    assert names(tmp_path) == {
        "PySide6/QtPdf.pyd", "PySide6/QtGui.pyd", "PySide6/Qt6Pdf.dll", "PySide6/Qt6Network.dll",
        "PySide6/Qt6Nanti.dll", "PySide6/Qt6Gui.dll", "PySide6/msvcp140.dll",
        "PySide6/plugins/platforms/qwindows.dll", "lain/tak_dirujuk.dll",
    }  # fmt: skip


def test_what_is_kept_wins_over_what_is_dropped(tmp_path: Path) -> None:
    for name in ("a/uji/x.py", "a/uji/dalam/y.py", "a/uji/perlu.py", "a/z.pyi", "a/z.py"):
        write(tmp_path / name)
    fitting = config(drop=("a/uji/*", "*.pyi"), keep=("*/perlu.py",), emptied=("a/z.py",))
    trim(tmp_path, set(), fitting)
    assert names(tmp_path) == {"a/uji/perlu.py", "a/z.py"}
    assert (tmp_path / "a" / "z.py").read_bytes() == b""
    assert not (tmp_path / "a" / "uji" / "dalam").exists()


def test_types_are_no_imports_of_a_qt_module(tmp_path: Path) -> None:
    data = b"x\0PySide6.QtCore\0PySide6.QtGui.QImage\0PySide6.QtPdf\0PySide6.Qt\0"
    assert qt_imports(write(tmp_path / "QtPdf.pyd", data)) == {"QtCore", "Qt"}
