from pathlib import Path

from installer.windows.module_closure import check_modules, read_qt_modules
from tests.installer.made import config, write_payload

MAIN = "kinerja_desktop/__init__.py"


def problems(folder: Path, text: str, lib: dict[str, str | bytes] | None = None) -> list[str]:
    """Return what is missing for a program of one module."""
    payload = write_payload(folder / "payload", {MAIN: text}, lib or {})
    return check_modules(payload, config())


def missing(folder: Path, text: str, lib: dict[str, str | bytes] | None = None) -> set[str]:
    """Return the names that are missing for a program of one module."""
    return {line.split("mengimpor ")[1].split(",")[0] for line in problems(folder, text, lib)}


def test_a_missing_module_is_named_with_file_and_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "import re\nimport hilang\n")
    assert problem == (
        "app/kinerja_desktop/__init__.py:2 mengimpor hilang, yang tidak ada di payload"
    )


def test_what_our_functions_import_counts_too(tmp_path: Path) -> None:
    text = (
        "class A:\n    def f(self) -> None:\n        if self:\n            from hilang import x\n"
    )
    assert missing(tmp_path, text) == {"hilang"}


def test_what_libraries_import_counts_where_they_are_reached(tmp_path: Path) -> None:
    lib: dict[str, str | bytes] = {
        "satu/__init__.py": "from . import dua\n",
        "satu/dua.py": "import satu.dalam.sekali\n",
        "satu/dalam/__init__.py": "import hilang_di_induk\n",
        "satu/dalam/sekali.py": "with open('x'):\n    import hilang_di_dalam\n",
        "tak_terpakai.py": "import hilang_tapi_tak_terpakai\n",
    }
    assert missing(tmp_path, "import satu\n", lib) == {"hilang_di_induk", "hilang_di_dalam"}


def test_optional_imports_are_no_complaint(tmp_path: Path) -> None:
    lib: dict[str, str | bytes] = {
        "satu.py": """
import contextlib, sys, os, typing
from typing import TYPE_CHECKING
try:
    import tidak_a
except ImportError:
    tidak_a = None
try:
    from tidak_b import c
except (ValueError, ModuleNotFoundError):
    import tidak_b2
try:
    import tidak_c
except:
    pass
with contextlib.suppress(ImportError):
    import tidak_d
if TYPE_CHECKING:
    import tidak_e
if typing.TYPE_CHECKING or False:
    import tidak_f
if sys.platform == "darwin" or os.name == "posix":
    import tidak_g
if sys.platform.startswith("linux"):
    import tidak_h
if sys.version_info < (3, 11):
    import tidak_i
if sys.version_info[:2] == (3, 10) or sys.version_info[0] < 3:
    import tidak_j
if something_unknown():
    import tidak_k
def f():
    import tidak_l
"""
    }
    lib |= {"contextlib.py": "", "os.py": "", "typing.py": ""}
    assert missing(tmp_path, "import satu\n", lib) == set()


def test_what_windows_surely_imports_is_found_in_every_place(tmp_path: Path) -> None:
    lib: dict[str, str | bytes] = {
        "satu.py": """
import sys
if sys.platform == "win32":
    import ada_a
else:
    import tidak_a
if not sys.version_info >= (3, 12):
    import tidak_b
elif sys.platform in ("win32", "cygwin"):
    import ada_b
try:
    import ada_c
except OSError:
    pass
finally:
    import ada_d
for x in ():
    import ada_e
class A:
    import ada_f
match 1:
    case _:
        import ada_g
"""
    }
    assert missing(tmp_path, "import satu\n", lib) == {f"ada_{letter}" for letter in "abcdefg"}


def test_after_leaving_on_windows_nothing_is_needed(tmp_path: Path) -> None:
    text = """
import sys
def lock():
    if sys.platform == "win32":
        import msvcrt
        return msvcrt
    import fcntl
def mount():
    assert sys.platform != "win32"
    import pwd
def other():
    if sys.platform != "win32":
        raise OSError
    import hilang
"""
    assert missing(tmp_path, text) == {"hilang"}


def test_a_trimmed_part_of_a_package_is_missed(tmp_path: Path) -> None:
    lib: dict[str, str | bytes] = {
        "satu/__init__.py": "nilai = 1\n",
        "malas/__init__.py": "def __getattr__(name): ...\n",
        "bintang/__init__.py": "from satu import *\n",
        "nama/__init__.py": "globals().update({})\n",
    }
    text = "from satu import nilai, terbuang\nfrom malas import x\nfrom bintang import y\n"
    assert missing(tmp_path, f"{text}from nama import z\n", lib) == {"satu.terbuang"}


def test_what_a_library_may_import_later_is_not_trimmed_away(tmp_path: Path) -> None:
    lib: dict[str, str | bytes] = {
        "satu/__init__.py": "def f():\n    import satu.terbuang\n    import tidak_a\n",
        "satu/ada.py": "import tidak_b\n",
        "dua.py": "if kata():\n    from satu import ada, hilang\n",
    }
    found = missing(tmp_path, "import satu, dua\n", lib)
    assert found == {"satu.terbuang", "satu.hilang"}


def test_compiled_modules_and_folders_without_a_file_are_found(tmp_path: Path) -> None:
    lib: dict[str, str | bytes] = {
        "satu/cepat.cp313-win_amd64.pyd": b"",
        "titipan.py": "import hilang\n",
    }
    text = "import satu.cepat\nimport titipan\nimport json, sys, msvcrt, os.path\n"
    assert missing(tmp_path, text, {**lib, "os.py": ""}) == {"hilang"}


def test_our_own_modules_are_all_read(tmp_path: Path) -> None:
    app = {
        MAIN: "",
        "kinerja_desktop/ui/__init__.py": "",
        "kinerja_desktop/ui/pages/a.py": "from ..b import x\nfrom kinerja_desktop import hilang\n",
    }
    payload = write_payload(tmp_path / "payload", app, {})
    found = check_modules(payload, config())
    assert [line.split("mengimpor ")[1].split(",")[0] for line in found] == [
        "kinerja_desktop.ui.b",
        "kinerja_desktop.hilang",
    ]


def test_a_qt_module_needs_those_that_its_file_names(tmp_path: Path) -> None:
    lib: dict[str, str | bytes] = {
        "PySide6/__init__.py": "",
        "PySide6/QtPdf.pyd": b"\0PySide6.QtCore\0PySide6.QtNetwork\0PySide6.QtPdf.QPdfDocument\0",
        "PySide6/QtCore.pyd": b"",
    }
    assert missing(tmp_path, "from PySide6 import QtPdf\n", lib) == {"PySide6.QtNetwork"}


def test_the_qt_modules_follow_from_the_program(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f():\n    from PySide6.QtPdf import QPdfDocument\n")
    (tmp_path / "b.py").write_text("from PySide6 import QtSvg\nimport PySide6.QtGui\n")
    assert read_qt_modules(tmp_path, config()) == {"QtPdf", "QtSvg", "QtGui"}
