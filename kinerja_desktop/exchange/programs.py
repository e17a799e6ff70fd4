"""Endings of files that a system would run instead of showing them."""

import unicodedata
from pathlib import PurePosixPath

_SUFFIXES = frozenset(
    {
        ".apk", ".appimage", ".bat", ".chm", ".cmd", ".com", ".cpl", ".deb", ".desktop", ".dll",
        ".exe", ".gadget", ".hta", ".inf", ".jar", ".js", ".jse", ".lnk", ".msc", ".msi", ".msp",
        ".pif", ".ps1", ".psm1", ".py", ".reg", ".scf", ".scr", ".sh", ".url", ".vb", ".vbe",
        ".vbs", ".website", ".ws", ".wsf", ".wsh",
    }
)  # fmt: skip


def is_program_name(name: str) -> bool:
    """Tell whether the system would run a file of this name.

    Signs that nobody sees do not hide the ending, nor do dots and spaces behind it, of which
    Windows takes no notice.
    """
    seen = "".join(c for c in name if not unicodedata.category(c).startswith("C"))
    return PurePosixPath(seen.rstrip(". ")).suffix.strip().lower() in _SUFFIXES
