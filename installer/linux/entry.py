"""Where the frozen program starts; PyInstaller follows the imports from here."""

import os
import sys

# They lead to our own Qt. The office's PDF viewer, which the program opens, must not inherit them;
# Qt here has been found by then, and the linker has read its variable when the process began.
for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(name, None)
    if before := os.environ.pop(f"{name}_ORIG", None):
        os.environ[name] = before

from kinerja_desktop.__main__ import main  # noqa: E402

sys.exit(main())
