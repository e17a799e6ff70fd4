"""What is said at the foot is read whole, or ends in …"""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.foot import Foot

LONG = (
    "Sudah final, tertanggal 1 Desember 2026. Kode verifikasi Z1VB-3TRS-NBBB-KYZJ. Cetak, minta "
    "tanda tangan, lalu lampirkan pindaiannya di Dokumen."
)


@pytest.fixture
def foot(qtbot: QtBot, office: Office) -> Iterator[Foot]:
    make_application()
    context = Context(office)
    made = Foot(context)
    qtbot.addWidget(made)
    made.show()
    yield made
    context.close()


def test_a_long_sentence_ends_in_dots_and_is_told_by_the_tooltip(qtbot: QtBot, foot: Foot) -> None:
    foot.resize(2000, 30)
    foot.showMessage(LONG)
    assert foot.shown_message() == LONG
    foot.resize(500, 30)
    qtbot.wait(20)
    shown = foot.shown_message()
    assert shown.endswith("…")
    assert LONG.startswith(shown[:-1])
    assert foot.toolTip() == LONG
    picture = foot.grab().toImage()
    # Nothing is painted over what stands on the right.
    assert foot._room().right() < foot.saved_label.x()
    assert picture.width() == 500
    foot.clearMessage()
    assert foot.toolTip() == ""


def test_it_is_the_words_themselves_that_are_painted(qtbot: QtBot, foot: Foot) -> None:
    foot.resize(900, 30)
    blank = foot.grab().toImage()
    foot.showMessage("Tersimpan")
    assert foot.grab().toImage() != blank
