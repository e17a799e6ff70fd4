"""Where things lie: the program's resources and the office's data folder."""

import json
import sys
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Find a file that travels with the program.

    Args:
        name: path below ``resources/``, with ``/`` between its parts.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    # Inside the wheel the folder lies in the package; in a checkout beside it.
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"resources/{name}")


def read_json(name: str) -> Any:
    """Read a JSON file that travels with the program; see `resource`."""
    return json.loads(resource(name).read_text(encoding="utf-8"))


def default_data_folder() -> Path:
    r"""Return the folder of this user's data, apart from the program (`docs/architecture.md` §2.9).

    On Windows that is ``%LOCALAPPDATA%\KinerjaDesktop``: never a roaming or network folder,
    because a database in WAL mode needs a local disk.
    """
    from platformdirs import user_data_path

    name = "KinerjaDesktop" if sys.platform == "win32" else "kinerja-desktop"
    return user_data_path(name, appauthor=False)
