"""The colours of each scheme: legible, and worn by everything that is shown."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from kinerja_desktop.ui.base import colours as schemes
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.colours import DARK, LIGHT, Colours, contrast, high_contrast
from kinerja_desktop.ui.base.sheet import write_sheet

_UI = Path(style.__file__).parent.parent


def system(base: str, text: str, highlight: str, highlighted: str) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Base, base),
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.Highlight, highlight),
        (QPalette.ColorRole.HighlightedText, highlighted),
    ):
        palette.setColor(role, QColor(colour))
    return palette


#: Night sky, Aquatic and Desert of Windows 11, and a palette in which nothing can be read.
SYSTEMS = {
    "hitam": system("#000000", "#ffffff", "#8ee3f0", "#263b50"),
    "air": system("#202020", "#ffffff", "#8ee3f0", "#263b50"),
    "gurun": system("#fffaef", "#3d3d3d", "#903909", "#fff5e3"),
    "samar": system("#808080", "#8a8a8a", "#909090", "#9a9a9a"),
}
SCHEMES: dict[str, Colours] = {
    "terang": LIGHT,
    "gelap": DARK,
    **{name: high_contrast(palette) for name, palette in SYSTEMS.items()},
}
#: Words and what stands behind them where pages and palette put them together, not the sheet.
PAIRS = [
    *((ink, ground) for ink in ("ink", "muted") for ground in ("paper", "ground", "locked")),
    *(
        ("ink", ground)
        for ground in (
            "stripe", "accent_soft", "good_soft", "warning_soft", "danger_soft", "cukup", "kurang",
        )
    ),
    *(
        (ink, ground)
        for ink in ("accent", "danger", "warning", "good")
        for ground in ("paper", "ground")
    ),
    ("accent", "accent_soft"), ("good", "good_soft"), ("danger", "danger_soft"),
    ("warning", "warning_soft"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_chosen", "chosen"),
    ("nav_ink", "nav"), ("nav_ink", "nav_chosen"), ("nav_ink", "nav_hover"), ("nav_group", "nav"),
]  # fmt: skip


def test_contrast_is_that_of_wcag() -> None:
    # The two ends, and the grey of WCAG's own examples that just passes on white.
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", SCHEMES)
def test_all_words_can_be_read(name: str) -> None:
    scheme = SCHEMES[name]
    for ink, ground in PAIRS:
        found = contrast(getattr(scheme, ink), getattr(scheme, ground))
        assert found >= schemes.LEAST_CONTRAST, f"{ink} on {ground}: {found:.2f}"


@pytest.mark.parametrize("name", SCHEMES)
def test_what_the_sheet_puts_together_can_be_read(name: str) -> None:
    scheme = SCHEMES[name]
    seen = 0
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", write_sheet(scheme)):
        ink = re.search(r"(?<![-\w])color: (#\w{6})", body)
        ground = re.search(r"(?<![-\w])background(?:-color)?: (#\w{6})", body)
        # Neither bears words.
        if "::indicator" in selector or "::handle" in selector or not (ink or ground):
            continue
        # A rule that names one of the two leaves the other to page, card or field.
        inks = [ink[1]] if ink else [scheme.nav_ink if "navigasi" in selector else scheme.ink]
        grounds = [scheme.paper, scheme.ground]
        if "navigasi" in selector:
            grounds = [scheme.nav]
        for behind in [ground[1]] if ground else grounds:
            if not ink and "utama:hover" in selector:
                inks = [scheme.on_accent]
            assert contrast(inks[0], behind) >= schemes.LEAST_CONTRAST, f"{selector} {body}"
            seen += 1
    assert seen > 30


def test_dark_is_dark_and_light_is_light() -> None:
    assert DARK.is_dark
    assert not LIGHT.is_dark
    assert SCHEMES["hitam"].is_dark
    assert not SCHEMES["gurun"].is_dark


def test_high_contrast_keeps_the_systems_own_colours() -> None:
    desert = SCHEMES["gurun"]
    assert (desert.paper, desert.ink, desert.accent) == ("#fffaef", "#3d3d3d", "#903909")
    assert desert.danger == desert.good == desert.line == desert.ink


def test_what_cannot_be_used_is_greyer_than_words_in_high_contrast() -> None:
    """The system's own grey where it has one that can be read; else one between the two."""
    own = system("#000000", "#ffffff", "#8ee3f0", "#263b50")
    own.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor("#a6a6a6"))
    assert high_contrast(own).disabled == "#a6a6a6"
    unreadable = system("#000000", "#ffffff", "#8ee3f0", "#263b50")
    unreadable.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor("#222222"))
    for scheme in (high_contrast(unreadable), SCHEMES["hitam"], SCHEMES["gurun"]):
        assert scheme.disabled != scheme.ink
        assert contrast(scheme.disabled, scheme.paper) >= schemes.LEAST_CONTRAST
        assert contrast(scheme.ink, scheme.disabled) > 1.5
    # Here no third colour can be read: the dashed edge of the sheet tells it alone.
    assert SCHEMES["samar"].disabled == SCHEMES["samar"].ink


def test_what_cannot_be_used_differs_by_its_edge_too() -> None:
    rule = r"QPushButton:disabled \{([^}]*)\}"
    for name, scheme in SCHEMES.items():
        (body,) = re.findall(rule, write_sheet(scheme))
        assert ("dashed" in body) == scheme.is_high_contrast, name
    assert not LIGHT.is_high_contrast
    assert not DARK.is_high_contrast


@pytest.mark.parametrize("name", SCHEMES)
def test_the_cursor_is_framed_in_lists_and_long_texts(name: str) -> None:
    scheme = SCHEMES[name]
    rules = dict(re.findall(r"([^{}]+)\{([^}]*)\}", write_sheet(scheme)))
    for selector in ("QComboBox:focus, QComboBox:on", "QPlainTextEdit:focus, QTextEdit:focus"):
        (body,) = (body for found, body in rules.items() if found.strip() == selector)
        assert f"border: 2px solid {scheme.accent}" in body


def test_colours_are_read_when_something_is_drawn_never_when_a_module_is_imported() -> None:
    """In a module, a class or a default a colour would stay that of the start."""
    for path in _UI.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [node.lineno for node in _run_at_import(tree) if _is_colour(node)], path


def _run_at_import(tree: ast.AST) -> Iterator[ast.Attribute]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Attribute):
            yield node
        if isinstance(node, ast.FunctionDef):
            yield from _run_at_import(node.args)
        elif not isinstance(node, ast.Lambda):
            yield from _run_at_import(node)


def _is_colour(node: ast.Attribute) -> bool:
    known = node.attr.lower() in LIGHT.__dict__
    return known and isinstance(node.value, ast.Name) and node.value.id == "style"


def test_names_of_colours_in_tables_and_icons_are_names_of_colours() -> None:
    names = {name.upper() for name in LIGHT.__dict__}
    for path in _UI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found = re.findall(r"style\.icon\([^()]*, \"(\w+)\"\)", text)
        assert set(found) <= names, path


def test_colours_stand_in_one_place() -> None:
    """A paper in a picture is black on white in every scheme; all else names its colour."""
    for path in _UI.rglob("*.py"):
        if path.name in ("colours.py", "samples.py"):
            continue
        text = path.read_text(encoding="utf-8")
        found = re.findall(r"[\"' ](#[0-9a-fA-F]{6})\b", text)
        assert not [one for one in found if one != "#000000"], path
