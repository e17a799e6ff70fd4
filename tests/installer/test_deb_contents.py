from pathlib import Path

from installer.linux import licences
from installer.linux.contents import check_files, list_library_files, list_program_files
from installer.linux.control import format_control, format_copyright, write_control
from installer.linux.distributions import foreign_modules, read_lock, runtime_distributions
from installer.linux.elf import Elf
from installer.linux.trim import QT_PLUGINS, Entry, trim_files, trim_scripts

LOCK = """\
alembic==1.20.1 \\
    --hash=sha256:00
pyside6-addons==6.11.3 ; python_full_version < '3.2' \\
    --hash=sha256:00
# via
sqlmodel==0.0.27 ; python_full_version >= '3.2' \\
    --hash=sha256:00
"""


def copy_files(folder: Path, wanted: dict[Path, Path]) -> None:
    for place, source in wanted.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(source.read_bytes())


def test_whole_data_files_pass(tmp_path: Path) -> None:
    wanted = list_program_files() | list_library_files()
    copy_files(tmp_path, wanted)
    assert check_files(tmp_path, wanted) == []


def test_each_missing_or_changed_data_file_is_named(tmp_path: Path) -> None:
    wanted = list_program_files()
    copy_files(tmp_path, wanted)
    migration = Path("kinerja_desktop/store/migrations/versions/rev_0001_first_schema.py")
    font = Path("kinerja_desktop/resources/fonts/LiberationSans-Regular.ttf")
    (tmp_path / migration).unlink()
    (tmp_path / font).write_bytes(b"")
    assert set(check_files(tmp_path, wanted)) == {
        f"Berkas data tidak ikut: {migration}",
        f"Berkas data tidak sama dengan sumbernya: {font}",
    }


def test_libraries_bring_the_files_they_open() -> None:
    names = {str(path) for path in list_library_files()}
    assert {
        "docx/templates/default.docx",
        "docx/parts/__init__.py",
        "holidays/locale/id/LC_MESSAGES/ID.mo",
    } <= names


def test_every_part_has_a_licence_text_here() -> None:
    texts = licences.find_texts()
    assert {"python", "fonts", "kinerja-desktop", *runtime_distributions()} <= texts.keys()
    assert licences.missing_texts(texts) == []


def test_a_missing_or_empty_licence_text_is_named(tmp_path: Path) -> None:
    empty, full = tmp_path / "LICENSE", tmp_path / "COPYING"
    empty.touch()
    full.write_text("MIT")
    problems = licences.missing_texts({"a": (), "b": (empty,), "c": (full,)})
    assert [problem.split()[2] for problem in problems] == ["a", "b"]


def test_a_text_that_parts_share_is_written_once(tmp_path: Path) -> None:
    found = licences.find_texts()
    texts = {name: found[name] for name in ("shiboken6", "pyside6-essentials")}
    licences.write_texts(texts, tmp_path / "LISENSI")
    written = {path.name for path in (tmp_path / "LISENSI").iterdir()}
    assert written == {"DAFTAR.txt", "GPL-3", "LGPL-3", "Qt.txt"}
    assert "shiboken6: LGPL-3\n" in (tmp_path / "LISENSI" / "DAFTAR.txt").read_text()


def test_the_lock_is_read_for_this_python() -> None:
    assert read_lock(LOCK) == {"alembic": "1.20.1", "sqlmodel": "0.0.27"}


def test_tools_of_developers_do_not_travel() -> None:
    foreign = foreign_modules()
    assert {"pytest", "mypy", "hypothesis", "PyInstaller"} <= set(foreign)
    assert not {"PySide6", "sqlmodel", "docx", "alembic"} & set(foreign)


def test_only_what_is_used_of_qt_travels(tmp_path: Path) -> None:
    """A library stays for as long as something that stays is linked with it."""
    plugin = f"PySide6/Qt/plugins/{min(QT_PLUGINS)}"
    links = {
        plugin: {"libQt6Svg.so.6"},
        "PySide6/Qt/plugins/platforms/libqvnc.so": {"libQt6Network.so.6"},
        "PySide6/Qt/lib/libQt6Svg.so.6": {"libQt6Core.so.6", "libX11.so.6"},
        "PySide6/Qt/lib/libQt6Core.so.6": set[str](),
        "PySide6/Qt/lib/libQt6Network.so.6": set[str](),
    }
    sources = {tmp_path / name: frozenset(names) for name, names in links.items()}
    entries: list[Entry] = [
        *((name, str(tmp_path / name), "BINARY") for name in links),
        ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6", "BINARY"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "BINARY"),
        ("python3.11/lib-dynload/_json.so", "/usr/lib/python3.11/_json.so", "EXTENSION"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        ("PySide6/Qt/translations/qt_de.qm", str(tmp_path / "qt_de.qm"), "DATA"),
    ]
    kept = trim_files(
        entries,
        lambda paths: {path: Elf(sources[path], (0, 0)) for path in paths if path in sources},
    )
    assert {entry[0] for entry in kept} == {
        plugin,
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "libQt6Core.so.6",
        "libpython3.11.so.1.0",
        "python3.11/lib-dynload/_json.so",
    }


def test_the_start_does_not_import_what_is_not_used() -> None:
    entries = [("pyi_rth_multiprocessing", "", "PYSOURCE"), ("entry", "", "PYSOURCE")]
    assert trim_scripts(entries) == [entries[1]]


def test_the_control_file_tells_dpkg_all_it_asks() -> None:
    fields = dict(
        line.split(": ", 1)
        for line in format_control("1.2.3", "libc6 (>= 2.35)", 2049).splitlines()
        if not line.startswith(" ")
    )
    assert fields["Version"] == "1.2.3"
    assert fields["Depends"] == "libc6 (>= 2.35)"
    assert fields["Installed-Size"] == "3"
    assert {"Package", "Architecture", "Maintainer", "Description"} <= fields.keys()


def test_checksums_cover_every_file_and_the_script_can_run(tmp_path: Path) -> None:
    (tmp_path / "opt").mkdir()
    (tmp_path / "opt" / "satu").write_text("1")
    (tmp_path / "opt" / "lagi").symlink_to("satu")
    write_control(tmp_path, "1.2.3", "libc6")
    sums = (tmp_path / "DEBIAN" / "md5sums").read_text()
    assert sums == "c4ca4238a0b923820dcc509a6f75849b  opt/satu\n"
    assert (tmp_path / "DEBIAN" / "prerm").stat().st_mode & 0o111 == 0o111


def test_the_copyright_holds_the_programs_own_licence() -> None:
    assert "MIT License" in format_copyright("1.2.3", "MIT License\n")
