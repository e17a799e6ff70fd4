"""Proof that what the libraries ask for on Windows was locked, whatever machine made the lock."""

from email.parser import Parser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.windows.config import Payload
from installer.windows.lock_filter import windows_environment


def check_distributions(payload: Path, config: Payload) -> list[str]:
    """Return a line for every distribution that another one requires on Windows and that lacks.

    Such as `tzdata` or `colorama`, which a lock made for Linux alone would not have.
    """
    infos = {}
    for path in sorted((payload / "lib").glob("*.dist-info/METADATA")):
        metadata = Parser().parsestr(path.read_text(encoding="utf-8"))
        infos[canonicalize_name(metadata["Name"])] = metadata.get_all("Requires-Dist", [])
    environment = windows_environment(config.python)
    problems = []
    for name, texts in infos.items():
        for requirement in map(Requirement, texts):
            holds = requirement.marker is None or requirement.marker.evaluate(environment)
            if holds and canonicalize_name(requirement.name) not in infos:
                problems.append(
                    f"{name} memerlukan {requirement.name} di Windows, yang tidak terkunci; "
                    "tambahkan ke requirements/app.in, lalu jalankan ./dev lock"
                )
    return problems
