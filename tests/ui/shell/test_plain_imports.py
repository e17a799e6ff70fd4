"""What the window's imports cost."""

import subprocess
import sys


def test_no_source_text_is_read_for_an_import() -> None:
    # PySide6 reads it through `linecache`, which keeps it.
    code = """
import linecache
import kinerja_desktop.ui.shell.main_window
print([name for name in linecache.cache if name.endswith("pages.py")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
