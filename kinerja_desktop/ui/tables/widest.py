"""Which of some texts needs the most room: what its column is as wide as."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics, QGuiApplication


def widest_of(texts: Iterable[str]) -> str:
    """Return the text that runs widest in the program's font.

    Not that of the most letters: *0 dari 1 indikator* has more than *Sangat Rendah* behind a sign,
    and takes less room.
    """
    measure = QFontMetrics(QGuiApplication.font()).horizontalAdvance
    return max(dict.fromkeys(texts), key=measure, default="")
