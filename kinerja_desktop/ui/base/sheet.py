"""The program's style sheet, written with the colours of a scheme.

Widgets say what they are (an object name, or the property `nada`, `tanda` or `kategori`), never
what colour they have: so everything follows when another scheme is worn.
"""

from kinerja_desktop.paths import resource
from kinerja_desktop.ui.base.colours import Colours

_TONES = {"baik": "good", "bahaya": "danger", "ingat": "warning", "redup": "muted"}
_CHIPS = {
    "baik": ("good_soft", "good"),
    "bahaya": ("danger_soft", "danger"),
    "ingat": ("warning_soft", "warning"),
    "jalan": ("accent_soft", "accent"),
    "redup": ("ground", "muted"),
}
#: Tabs with room for their words (`ui.sop.reading_table.widen_tabs`), in a frame or alone.
_TAB = 'QTabWidget[tab="lebar"] QTabBar::tab, QTabBar[tab="lebar"]::tab'


def write_sheet(c: Colours) -> str:
    """Return the style sheet of the whole program."""
    return "\n".join(
        (_words(c), _frames(c), _navigation(c), _buttons(c), _fields(c), _tabs(c), _edges(c))
    )


def _words(c: Colours) -> str:
    tones = "\n".join(
        f'QLabel[nada="{tone}"] {{ color: {getattr(c, name)}; }}' for tone, name in _TONES.items()
    )
    chips = "\n".join(
        f'QLabel[tanda="{tone}"] {{ background: {getattr(c, ground)}; color: {getattr(c, ink)}; '
        "font-weight: bold; border-radius: 4px; padding: 2px 8px; }"
        for tone, (ground, ink) in _CHIPS.items()
    )
    grounds = {
        "kosong": c.ground,
        "baik": c.good_soft,
        "cukup": c.cukup,
        "sedang": c.warning_soft,
        "kurang": c.kurang,
        "buruk": c.danger_soft,
    }
    kategori = "\n".join(
        f'QLabel[kategori="{name}"] {{ background: {ground}; border-radius: 4px; '
        "padding: 4px 10px; }"
        for name, ground in grounds.items()
    )
    return f"""
QLabel#judul {{ font-size: 17pt; font-weight: bold; }}
QLabel#subjudul {{ font-size: 11pt; font-weight: bold; }}
QLabel#redup {{ color: {c.muted}; }}
QLabel#bahaya {{ color: {c.danger}; }}
QLabel#ingat {{ color: {c.warning}; }}
QLabel#baik {{ color: {c.good}; font-weight: bold; }}
QLabel#bidang {{ background: {c.accent_soft}; }}
{tones}
{chips}
{kategori}
"""


def _frames(c: Colours) -> str:
    return f"""
QFrame#kartu {{ background: {c.paper}; border: 1px solid {c.line}; border-radius: 6px; }}
QFrame#pita {{ background: {c.warning_soft}; border: 1px solid {c.band_edge}; border-radius: 4px; }}
QStatusBar {{ background: {c.paper}; border-top: 1px solid {c.line}; }}
QToolBar {{ background: {c.paper}; border-bottom: 1px solid {c.line}; spacing: 6px; padding: 4px; }}
{_TAB} {{ padding: 7px 14px; background: {c.locked};
    border: 1px solid {c.line}; border-bottom: none; border-top-left-radius: 4px;
    border-top-right-radius: 4px; }}
{_state("selected")} {{ background: {c.paper}; color: {c.accent}; font-weight: bold; }}
{_state("focus")} {{ border: 2px solid {c.accent}; padding: 6px 13px; }}
QTabWidget[tab="lebar"]::pane {{ border: 1px solid {c.line}; background: {c.paper}; }}
"""


def _navigation(c: Colours) -> str:
    return f"""
QListWidget#navigasi {{ background: {c.nav}; color: {c.nav_ink}; border: none; outline: 0; }}
QListWidget#navigasi::item {{ padding: 6px 10px; border: none; }}
QListWidget#navigasi::item:selected {{ background: {c.nav_chosen}; color: {c.nav_ink}; }}
QListWidget#navigasi::item:disabled {{ color: {c.nav_group}; font-size: 8pt; font-weight: bold; }}
QListWidget#navigasi::item:hover:!selected:!disabled {{ background: {c.nav_hover}; }}
QListView#kasus {{ background: {c.ground}; outline: 0; }}
QListWidget#tujuan::item {{ padding: 6px; }}
QListWidget#tujuan::item:selected {{ background: {c.chosen}; color: {c.on_chosen}; }}
"""


def _buttons(c: Colours) -> str:
    return f"""
QPushButton {{ padding: 5px 12px; border: 1px solid {c.edge}; border-radius: 4px;
    background: {c.paper}; }}
QPushButton:hover {{ background: {c.accent_soft}; }}
QFrame#pita QPushButton#rendah, QStatusBar QPushButton {{ padding: 1px 10px; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {c.disabled}; background: {c.ground};
    border: 1px {_dead(c)} {c.disabled if c.is_high_contrast else c.line}; }}
QToolButton#bantuan {{ min-width: 12px; padding: 4px 1px; border: 1px solid {c.edge};
    border-radius: 4px; background: {c.paper}; color: {c.accent}; font-weight: bold; }}
QToolButton#bantuan:hover {{ background: {c.accent_soft}; }}
QToolButton#bantuan:focus {{ border: 2px solid {c.accent}; padding: 3px 0; }}
QPushButton#utama {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton#utama:focus {{ border: 4px double {c.on_accent}; padding: 2px 9px; }}
QPushButton#utama:hover {{ background: {c.accent_hover}; }}
QPushButton#utama:disabled {{ background: {c.locked}; color: {c.disabled};
    border: 1px {_dead(c)} {c.disabled if c.is_high_contrast else c.line}; }}
QPushButton#tautan {{ color: {c.accent}; text-align: left; }}
"""


def _fields(c: Colours) -> str:
    return f"""
QLineEdit {{ padding: 2px 3px; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit {{ padding: 0; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.locked}; color: {c.muted}; }}
QPlainTextEdit#bacaan:read-only {{ background: {c.paper}; color: {c.ink}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {c.disabled}; }}
QLabel#kepala {{ background: {c.locked}; color: {c.ink}; font-weight: bold;
    border: none; border-right: 1px solid {c.line}; border-bottom: 1px solid {c.line}; }}
QHeaderView::section {{ background: {c.locked}; padding: 5px; border: none;
    border-right: 1px solid {c.line}; border-bottom: 1px solid {c.line}; font-weight: bold; }}
QTableCornerButton::section {{ background: {c.locked}; border: none;
    border-right: 1px solid {c.line}; border-bottom: 1px solid {c.line}; }}
QTableView {{ gridline-color: {c.line}; border: 1px solid {c.line};
    selection-background-color: {c.chosen}; selection-color: {c.on_chosen}; }}
QTableView[baris="utuh"]::item {{ padding: 0 4px; }}
QListWidget#temuan::item {{ padding: 3px 2px; }}
"""


def _tabs(c: Colours) -> str:
    """Fusion sets the words of a tab that is not chosen lower, and cuts off their descenders."""
    return f"""
QTabBar::tab {{ padding: 5px 12px; background: {c.locked}; border: 1px solid {c.line};
    border-bottom: 1px solid {c.edge}; border-top-left-radius: 3px;
    border-top-right-radius: 3px; }}
QTabBar::tab:selected {{ background: {c.paper}; border: 1px solid {c.edge};
    border-bottom: 2px solid {c.accent}; }}
QTabBar::tab:focus {{ color: {c.accent}; text-decoration: underline; }}
"""


def _edges(c: Colours) -> str:
    """Say where the cursor is; and draw the edges that Fusion makes darker than a dark window."""
    return _lists(c) + _long_texts(c) + (_dark_edges(c) if _needs_edges(c) else "")


def _needs_edges(c: Colours) -> bool:
    return c.is_dark or c.is_high_contrast


def _lists(c: Colours) -> str:
    return f"""
QComboBox {{ border: 1px solid {c.edge}; border-radius: 3px; padding: 2px 4px;
    background: {c.paper}; combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {c.paper}; border: 1px solid {c.edge}; outline: 0;
    selection-background-color: {c.chosen}; selection-color: {c.on_chosen}; }}
QComboBox QAbstractItemView::item {{ min-height: 20px; padding: 1px 5px; }}
QComboBox:focus, QComboBox:on {{ border: 2px solid {c.accent}; padding: 1px 3px; }}
QComboBox:disabled {{ background: {c.locked}; border: 1px {_dead(c)} {c.edge}; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow {{ image: url({_arrow(c)}); width: 11px; height: 11px; }}
QAbstractItemView QComboBox {{ border-radius: 0; padding: 0 3px; }}
QAbstractItemView QComboBox:focus {{ padding: 0 2px; }}
QRadioButton, QCheckBox {{ border: 1px solid transparent; border-radius: 3px; padding: 0 2px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {c.accent}; color: {c.accent}; }}
"""


def _long_texts(c: Colours) -> str:
    return f"""
QPlainTextEdit, QTextEdit {{ border: 1px solid {c.edge}; border-radius: 2px; padding: 1px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {c.accent}; padding: 0; }}
QTextBrowser {{ border: 1px solid transparent; padding: 0; }}
QTextBrowser:focus {{ border: 1px solid {c.accent}; }}
QAbstractItemView QPlainTextEdit, QAbstractItemView QPlainTextEdit:focus {{ border: none;
    padding: 0; }}
"""


def _dark_edges(c: Colours) -> str:
    bars = _scroll_bars(c) if c.is_high_contrast else ""
    return f"""
QLineEdit {{ border: 1px solid {c.edge}; border-radius: 2px; padding: 1px; }}
QLineEdit:focus {{ border: 2px solid {c.accent}; padding: 0; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit,
QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus,
QAbstractItemView QLineEdit:focus {{ border: none; padding: 0; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ border: 1px {_dead(c)} {c.edge}; }}
QAbstractSpinBox {{ border: 1px solid {c.edge}; border-radius: 2px; }}
QAbstractSpinBox:focus {{ border-color: {c.accent}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 16px; }}
QAbstractSpinBox::up-arrow {{ image: url({_arrow(c, "naik_")}); width: 9px; height: 9px; }}
QAbstractSpinBox::down-arrow {{ image: url({_arrow(c)}); width: 9px; height: 9px; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: 13px; height: 13px;
    border: 1px solid {c.muted}; background: {c.paper}; }}
QRadioButton::indicator {{ border-radius: 7px; }}
QRadioButton::indicator:checked {{ border: 4px solid {c.accent}; width: 7px; height: 7px; }}
QCheckBox::indicator {{ border-radius: 2px; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
    image: url({resource("icons/centang.svg").as_posix()}); }}
{bars}"""


def _scroll_bars(c: Colours) -> str:
    return f"""
QScrollBar {{ background: {c.paper}; border: 1px solid {c.edge}; }}
QScrollBar:vertical {{ width: 14px; }}
QScrollBar:horizontal {{ height: 14px; }}
QScrollBar::handle {{ background: {c.edge}; border: 2px solid {c.paper}; }}
QScrollBar::handle:vertical {{ min-height: 24px; }}
QScrollBar::handle:horizontal {{ min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: {c.paper}; }}
"""


def _arrow(c: Colours, way: str = "") -> str:
    return resource(f"icons/panah_{way}{'putih' if c.is_dark else 'hitam'}.svg").as_posix()


def _dead(c: Colours) -> str:
    """Return the line around what cannot be used: not by colour alone where there are few."""
    return "dashed" if c.is_high_contrast else "solid"


def _state(state: str) -> str:
    return ", ".join(f"{selector}:{state}" for selector in _TAB.split(", "))
