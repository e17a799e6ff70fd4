"""The page Surat of the sample office, in the real window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop.page import SopPage
from kinerja_desktop.ui.surat.page import SuratPage
from tests.services.surat.letters import TAHUN
from tests.ui.speech import Speech
from tests.ui.window import open_window


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, [SuratPage, DokumenPage, SopPage], TAHUN) as opened:
        yield opened
