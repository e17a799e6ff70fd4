"""What code, tests and docs cite is in the repository: the file, and the section of that number."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
SUFFIXES = {".py", ".json", ".md", ".toml", ".nsi", ".nsh", ".spec", ".cmd", ".sh", ".in", ""}
#: A Markdown file, and what is cited of it: ``docs/sakip.md` §4.2–4.3, §6`. Lines may break within.
NAMED = re.compile(r"(?<![\w/.…-])((?:[\w-]+/)*[\w-]+\.md)\b")
NUMBER = re.compile(r"\d+(?:\.\d+)*")
CITED = re.compile(r"§\s?\d+(?:\.\d+)*(?:[–-]\d+(?:\.\d+)*)?(?:, \d+\.\d+)*")
MORE = re.compile(r"[`\s#:]*§[\s\d.–-]*\d(?:(?:,| and)[\s#:]+§?[\d.–-]*\d)*")
#: A section of somebody else's document.
OTHERS = re.compile(r"(?:RFC|PEP) \d+,? §\d+(?:\.\d+)*(?:(?:,| and) §\d+(?:\.\d+)*)*")
#: Files of other people's repositories, named in the table of sources.
FOREIGN = {"REVISI_IKU_SNAPSHOT_LAKIP.md"}


def list_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().splitlines():
        path = ROOT / name
        if path.suffix in SUFFIXES and path != Path(__file__) and path.is_file():
            yield name, path.read_text("utf-8", errors="replace")


@cache
def sections(name: str) -> frozenset[str]:
    """Return the numbers of a file's headings; a number that stands twice is none."""
    text = (ROOT / name).read_text("utf-8")
    numbers = re.findall(r"^#{2,3} (\d+(?:\.\d+)*)\.? ", text, re.MULTILINE)
    return frozenset(number for number in numbers if numbers.count(number) == 1)


def find_file(cited: str, name: str) -> str | None:
    """Return the path of a cited file: from the root, in `docs`, or beside the one that cites."""
    paths = (ROOT / cited, ROOT / "docs" / cited, (ROOT / name).parent / cited)
    return next((path.relative_to(ROOT).as_posix() for path in paths if path.is_file()), None)


def find_problems(name: str, text: str) -> list[str]:
    """Check one text: a § without a file belongs to the file named last, on a page to the page."""
    found: list[str] = []
    named = name if name.endswith(".md") else None
    last, until = named, 0
    text = OTHERS.sub(lambda match: " " * len(match[0]), text)
    for match in re.finditer(f"{NAMED.pattern}|{CITED.pattern}", text):
        where = f"{name}:{text.count(chr(10), 0, match.start()) + 1}"
        if match[1]:
            last = find_file(match[1], name)
            if last is None and match[1] not in FOREIGN:
                found.append(f"{where}: {match[1]} is not in the repository")
            more = MORE.match(text, match.end())
            until = more.end() if more else match.end()
            continue
        page = last if named is None or match.start() < until else named
        known = sections(page) if page else frozenset()
        found += [
            f"{where}: §{number} is no section of {page}"
            for number in NUMBER.findall(match[0])
            if number not in known
        ]
    return found


def test_what_is_cited_is_there() -> None:
    assert [line for name, text in list_texts() for line in find_problems(name, text)] == []


def test_a_citation_that_leads_nowhere_is_found() -> None:
    text = "`docs/sakip.md` §4.2–4.99, §6 and\n# §77; `docs/architecture.md` §1; hilang.md §1"
    assert find_problems("x.py", text) == [
        "x.py:1: §4.99 is no section of docs/sakip.md",
        "x.py:2: §77 is no section of docs/sakip.md",
        "x.py:2: hilang.md is not in the repository",
        "x.py:2: §1 is no section of None",
    ]
    assert find_problems("x.py", "no file: §1") == ["x.py:1: §1 is no section of None"]
    assert find_problems("x.py", "`docs/sakip.md` § 99, §4.2-4.98, §4.2, 4.97") == [
        "x.py:1: §99 is no section of docs/sakip.md",
        "x.py:1: §4.98 is no section of docs/sakip.md",
        "x.py:1: §4.97 is no section of docs/sakip.md",
    ]
    assert find_problems("x.py", "RFC 8493 §2.1.3, §2.2.2") == []


#: A dotted name of ours, wherever it stands: in code, in a script within a string, in docs.
DOTTED = re.compile(r"\b(kinerja_desktop(?:\.[a-z]\w+)+)")
IMPORTED = re.compile(r"\bfrom (kinerja_desktop[.\w]*) import (\w+)")
#: A path in a maintainer's page, such as `domain/capaian/kode.py` or `store/queries`.
PATHS = re.compile(r"`((?:[\w-]+/)+[\w*-]+(?:\.(?:py|md|json|toml|in|lock))?)[\w.]*`")
PACKAGE = ROOT / "kinerja_desktop"


def is_ours(dotted: str) -> bool:
    """Tell whether a module, or something within one, bears this name."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        path = ROOT.joinpath(*parts[:count])
        if path.with_suffix(".py").is_file():
            return True
        if path.is_dir():
            inside = path / "__init__.py"
            return count == len(parts) or parts[count] in inside.read_text("utf-8")
    return False


def find_dead_names(name: str, text: str) -> list[str]:
    named = set(DOTTED.findall(text))
    named |= {f"{module}.{what}" for module, what in IMPORTED.findall(text)}
    return [f"{name}: {dotted}" for dotted in sorted(named) if not is_ours(dotted)]


def test_every_module_that_is_named_is_there() -> None:
    """A script within a string is seen by no type checker."""
    made_up = "tests/installer/test_module_closure.py"
    texts = [(name, text) for name, text in list_texts() if name != made_up]
    assert [line for name, text in texts for line in find_dead_names(name, text)] == []


def test_a_module_that_is_gone_is_found() -> None:
    script = "from kinerja_desktop.services import update\nkinerja_desktop.ui.pages.beranda"
    assert find_dead_names("x", script) == [
        "x: kinerja_desktop.services.update", "x: kinerja_desktop.ui.pages.beranda"
    ]  # fmt: skip


def test_every_path_on_a_maintainers_page_is_there() -> None:
    pages = ("CONTRIBUTING.md", "docs/architecture.md", "docs/glosarium.md")
    gone = [
        f"{page}: {path}"
        for page in pages
        for path in PATHS.findall((ROOT / page).read_text("utf-8"))
        if not any(list(base.glob(path + end)) for base in (ROOT, PACKAGE) for end in ("", ".py"))
    ]
    assert gone == []
