from pathlib import Path

import pytest

from installer.linux.depends import (
    Needs,
    collect_needs,
    format_depends,
    match_packages,
    parse_ldconfig,
    parse_owners,
)
from installer.linux.elf import Elf, parse_objdump
from installer.linux.errors import BuildError

OBJDUMP = """
/opt/x/libQt6Gui.so.6:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libGL.so.1
  NEEDED               libQt6Core.so.6
  SONAME               libQt6Gui.so.6

Version References:
  required from libc.so.6:
    0x09691a75 0x00 07 GLIBC_2.2.5
    0x069691b4 0x00 05 GLIBC_2.34
  required from libstdc++.so.6:
    0x0297f861 0x00 09 GLIBCXX_3.4.11

/opt/x/a b.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libc.so.6
"""

LDCONFIG = """\
1200 libs found in cache `/etc/ld.so.cache'
\tlibGL.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libGL.so.1
\tlibGL.so.1 (libc6) => /lib/i386-linux-gnu/libGL.so.1
\tlibc.so.6 (libc6,x86-64, OS ABI: Linux 3.2.0) => /lib/x86_64-linux-gnu/libc.so.6
"""

OWNERS = """\
libgl1:amd64: /usr/lib/x86_64-linux-gnu/libGL.so.1
libc6:amd64: /lib/x86_64-linux-gnu/libc.so.6
"""


def test_what_a_file_needs_is_read_from_objdump() -> None:
    elfs = parse_objdump(OBJDUMP)
    assert elfs[Path("/opt/x/libQt6Gui.so.6")] == Elf(
        frozenset({"libGL.so.1", "libQt6Core.so.6"}), (2, 34)
    )
    assert elfs[Path("/opt/x/a b.so")] == Elf(frozenset({"libc.so.6"}), (0, 0))


def test_what_lies_in_the_folder_is_not_asked_of_the_system() -> None:
    needs = collect_needs(parse_objdump(OBJDUMP), {"libQt6Core.so.6"})
    assert set(needs.libraries) == {"libGL.so.1", "libc.so.6"}
    assert needs.glibc == (2, 34)


def test_libraries_are_found_in_packages_by_either_name_of_the_folder() -> None:
    needs = collect_needs(parse_objdump(OBJDUMP), {"libQt6Core.so.6"})
    packages = match_packages(needs, parse_ldconfig(LDCONFIG), parse_owners(OWNERS))
    assert packages == {"libgl1", "libc6"}


def test_a_library_of_another_kind_of_pc_does_not_count() -> None:
    assert parse_ldconfig(LDCONFIG)["libGL.so.1"] == Path("/lib/x86_64-linux-gnu/libGL.so.1")


def test_every_library_without_a_package_fails_the_build() -> None:
    user = Path("/opt/x/libqxcb.so")
    needs = Needs({"libxcb-cursor.so.0": user, "libGL.so.1": user, "libown.so.1": user}, (2, 34))
    places = {**parse_ldconfig(LDCONFIG), "libown.so.1": Path("/usr/local/lib/libown.so.1")}
    with pytest.raises(BuildError) as caught:
        match_packages(needs, places, parse_owners(OWNERS))
    assert [problem.split()[1] for problem in caught.value.problems] == [
        "libown.so.1",
        "libxcb-cursor.so.0",
    ]
    assert "libqxcb.so" in caught.value.problems[0]


def test_depends_holds_the_names_of_every_supported_release() -> None:
    on_debian_12 = format_depends({"libglib2.0-0", "libgl1", "libc6"}, (2, 35))
    on_debian_13 = format_depends({"libglib2.0-0t64", "libgl1", "libc6"}, (2, 35))
    assert on_debian_12 == on_debian_13
    assert on_debian_12 == "libc6 (>= 2.35), libgl1, libglib2.0-0t64 | libglib2.0-0"
