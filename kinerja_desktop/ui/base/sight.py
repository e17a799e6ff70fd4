"""What stood on the screen when something was typed: which deeds of others it takes into account.

Each widget that was filled from the data knows the latest deed of the trail told before it was
read; a line or text that is being typed keeps that of its first letter, also when the page around
it is read again. So the journal can tell whether somebody else's change was seen.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_SIGHT, _TYPED, _FOLLOWED = "terlihat", "diketik_saat", "diikuti"
_LATER_MS = 100
_typed_at: list[int | None] = []


def keep_sight(widget: QWidget, sight: int | None) -> None:
    """Remember what a widget shows; what is typed in it from now on is judged by that."""
    if sight is None:  # nobody else has the data
        return
    modal = QApplication.activeModalWidget()
    is_behind = modal is not None and modal is not widget and not modal.isAncestorOf(widget)
    if is_behind and widget.property(_SIGHT) is not None:
        # The dialog in front was filled before; what is done when it closes rests on that.
        QTimer.singleShot(_LATER_MS, widget, lambda: _keep_later(widget, sight))
        return
    widget.setProperty(_SIGHT, sight)
    for editor in (*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)):
        _follow(editor)


def _keep_later(widget: QWidget, sight: int) -> None:
    """Remember it once no dialog stands in front, unless something newer was read meanwhile."""
    if sight > int(widget.property(_SIGHT)):
        keep_sight(widget, sight)


def find_sight(widget: QWidget | None) -> int | None:
    """Return what stands around a widget: that of the nearest one that was filled."""
    while widget is not None:
        sight = widget.property(_SIGHT)
        if sight is not None:
            return int(sight)
        widget = widget.parentWidget()
    return None


@contextmanager
def typed_at(sight: int | None) -> Iterator[None]:
    """Judge what is stored within by what stood there when its editor was opened."""
    _typed_at.append(sight)
    try:
        yield
    finally:
        _typed_at.pop()


def sight_of_typing(widget: QWidget) -> int | None:
    """Return by what a deed is judged that a widget asks for: the oldest that it may rest on."""
    if _typed_at and _typed_at[-1] is not None:
        return _typed_at[-1]
    found = [find_sight(widget)]
    if found == [None]:
        found = [
            child.property(_SIGHT) for child in widget.findChildren(QWidget) if child.isVisible()
        ]
    editors = (widget, *widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit))
    found += [editor.property(_TYPED) for editor in editors]
    known = [int(sight) for sight in found if sight is not None]
    return min(known) if known else None


def _follow(editor: QWidget) -> None:
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    if editor.property(_FOLLOWED):
        return
    editor.setProperty(_FOLLOWED, True)

    def note(_text: str = "") -> None:
        # A text that the program puts there is not a typed one.
        is_typed = (
            editor.isModified() if isinstance(editor, QLineEdit) else editor.document().isModified()
        )
        if not is_typed:
            editor.setProperty(_TYPED, None)
        elif editor.property(_TYPED) is None:
            editor.setProperty(_TYPED, find_sight(editor))

    editor.textChanged.connect(note)
    if isinstance(editor, QPlainTextEdit):
        # It tells of a text that the program puts there before it calls it unmodified.
        editor.modificationChanged.connect(lambda _: note())
