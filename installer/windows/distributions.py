"""Proof that what the libraries ask for on Windows was locked, whatever machine made the lock."""

from email.parser import Parser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.windows.config import Payload
from requirements.locks import Distribution, Unmet, marker_environment, walk


def check_distributions(payload: Path, config: Payload) -> list[str]:
    """Return a line for every requirement of a distribution that no other one meets on Windows.

    What `pip check` tells of the machine it runs on, and extras besides: such as `tzdata` or
    `colorama`, which a lock made for Linux alone would not have, or a version that does not do.
    """
    found: dict[str, Distribution] = {}
    for path in sorted((payload / "lib").glob("*.dist-info/METADATA")):
        metadata = Parser().parsestr(path.read_text(encoding="utf-8"))
        requires = map(Requirement, metadata.get_all("Requires-Dist", []))
        name = canonicalize_name(metadata["Name"])
        found[name] = Distribution(metadata["Version"], tuple(requires))
    _, unmet = walk(found, map(Requirement, found), marker_environment(config.python, "Windows"))
    return sorted(map(_describe, unmet))


def _describe(unmet: Unmet) -> str:
    wanted = unmet.requirement.name
    lack = "yang tidak terkunci"
    if unmet.found is not None:
        wanted, lack = f"{wanted}{unmet.requirement.specifier}", f"tetapi terkunci {unmet.found}"
    return (
        f"{unmet.asker} memerlukan {wanted} di Windows, {lack}; "
        "tambahkan ke requirements/app.in, lalu jalankan ./dev lock"
    )
