"""The named colours of each scheme: light, dark, and what a system with high contrast asks for."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPalette

#: WCAG 2.1, 1.4.3: the least contrast of text with what stands behind it.
LEAST_CONTRAST = 4.5
#: Of the ink in the grey of what cannot be used: as little as can be read.
_SHARES = (0.55, 0.65, 0.75, 0.85)
#: Contrast at which one sees that two words differ in their grey.
_APART = 1.5


@dataclass(frozen=True)
class Colours:
    """All colours of a scheme, as ``#rrggbb``.

    Attributes:
        ink, muted: words, and those that step back; also on `locked`, `ground` and `paper`.
        disabled: words and signs of what cannot be pressed or filled in now.
        line, edge: between things, and around what can be pressed.
        paper, ground, stripe: behind fields and tables, behind pages, behind every other row.
        locked: behind what can only be read, and behind headings of tables.
        accent: what is chosen or leads on; legible as words, too.
        on_accent: words and signs on `accent` and `accent_hover`.
        accent_soft: behind what stands out; `ink` and `accent` are legible on it.
        chosen, on_chosen: behind the chosen cells of a table, and their words.
        nav, nav_chosen, nav_hover: behind the list of pages; nav_ink, nav_group: its words.
        danger, warning, good: words that tell a state; `..._soft` stands behind these and `ink`.
        cukup, kurang: grounds of the two kategori between.
        band_edge: around a band that warns.
        flag: a small mark in the corner of a cell.
    """

    ink: str
    muted: str
    disabled: str
    line: str
    edge: str
    paper: str
    ground: str
    stripe: str
    locked: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    chosen: str
    on_chosen: str
    nav: str
    nav_chosen: str
    nav_hover: str
    nav_ink: str
    nav_group: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str
    cukup: str
    kurang: str
    band_edge: str
    flag: str

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than their ground."""
        return _luminance(self.ink) > _luminance(self.paper)

    @property
    def is_high_contrast(self) -> bool:
        """Whether edges are as strong as words, and nothing is told by a soft colour."""
        return self.edge == self.ink


LIGHT = Colours(
    ink="#1f2933", muted="#5f6b7a", disabled="#5f6b7a", line="#d5dbe3", edge="#b8c2cf",
    paper="#ffffff", ground="#f3f5f8", stripe="#f8fafc", locked="#e9edf2",
    accent="#14507a", accent_hover="#1b6091", on_accent="#ffffff", accent_soft="#dceaf5",
    chosen="#dceaf5", on_chosen="#1f2933",
    nav="#14507a", nav_chosen="#0d3a59", nav_hover="#1b6091", nav_ink="#ffffff",
    nav_group="#a9c6dc",
    danger="#a61b1b", danger_soft="#fbe4e4",
    warning="#8a5a00", warning_soft="#fdf1d3",
    good="#17653a", good_soft="#ddf1e4",
    cukup="#e8f3d6", kurang="#fbe3cf", band_edge="#ecd28a", flag="#e0a100",
)  # fmt: skip

DARK = Colours(
    ink="#e6ebf0", muted="#a9b5c2", disabled="#a9b5c2", line="#3d4957", edge="#5d6b7b",
    paper="#1e262f", ground="#151b22", stripe="#222b35", locked="#2b3541",
    accent="#7fbdea", accent_hover="#a3d0f1", on_accent="#0d1a25", accent_soft="#21425c",
    chosen="#21425c", on_chosen="#e6ebf0",
    nav="#0f2a3d", nav_chosen="#24577d", nav_hover="#1a4260", nav_ink="#ffffff",
    nav_group="#a9c6dc",
    danger="#ffa39c", danger_soft="#4d2326",
    warning="#f2c66b", warning_soft="#463714",
    good="#86d9a8", good_soft="#183f2a",
    cukup="#33421d", kurang="#4f3018", band_edge="#7d652a", flag="#f2b632",
)  # fmt: skip


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (WCAG 2.1)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def high_contrast(system: QPalette) -> Colours:
    """Return the system's own few colours in all places: nothing soft, and every edge to be seen.

    Words keep what the system gives where that is legible; else they become black or white.
    """
    role = QPalette.ColorRole
    paper = system.color(role.Base).name()
    ink = _legible(system.color(role.Text).name(), paper)
    accent = system.color(role.Highlight).name()
    on_accent = _legible(system.color(role.HighlightedText).name(), accent)
    # A state is told by its word: its colour is that of all words.
    base = replace(
        DARK,
        **dict.fromkeys(("ink", "muted", "line", "edge", "danger", "warning", "good"), ink),
        **dict.fromkeys(("nav_ink", "nav_group", "band_edge", "flag"), ink),
        **dict.fromkeys(("paper", "ground", "stripe", "locked", "accent_soft"), paper),
        **dict.fromkeys(("nav", "nav_hover", "cukup", "kurang"), paper),
        **dict.fromkeys(("danger_soft", "warning_soft", "good_soft"), paper),
    )
    # Also written as words on the paper; what is chosen must differ from what is not.
    strong = accent if contrast(accent, paper) >= LEAST_CONTRAST else ink
    on_strong = on_accent if strong == accent else paper
    grey = system.color(QPalette.ColorGroup.Disabled, role.Text)
    return replace(
        base, disabled=_step_back(grey, ink, paper),
        accent=strong, accent_hover=strong, on_accent=on_strong,
        chosen=strong, on_chosen=on_strong,
        nav_chosen="#e0e0e0" if _luminance(ink) < _luminance(paper) else "#333333",
    )  # fmt: skip


def _step_back(wanted: QColor, ink: str, paper: str) -> str:
    """Return the system's grey for what cannot be used; where it has none, one of our own."""
    own = (_mix(QColor(ink), QColor(paper), share) for share in _SHARES)
    for grey in (wanted.name(), *own):
        if contrast(grey, paper) >= LEAST_CONTRAST and contrast(grey, ink) >= _APART:
            return grey
    # The two are too close for a third between them: edges tell it, see `sheet`.
    return ink


def _mix(one: QColor, other: QColor, share: float) -> str:
    def part(first: float, second: float) -> float:
        return first * share + second * (1 - share)

    return QColor.fromRgbF(
        part(one.redF(), other.redF()),
        part(one.greenF(), other.greenF()),
        part(one.blueF(), other.blueF()),
    ).name()


def _legible(ink: str, ground: str) -> str:
    if contrast(ink, ground) >= LEAST_CONTRAST:
        return ink
    return max("#000000", "#ffffff", key=lambda colour: contrast(colour, ground))


def _luminance(colour: str) -> float:
    parts = QColor(colour)
    return sum(
        share * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
        for share, c in zip(
            (0.2126, 0.7152, 0.0722), (parts.redF(), parts.greenF(), parts.blueF()), strict=True
        )
    )
