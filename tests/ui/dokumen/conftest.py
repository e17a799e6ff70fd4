"""The window on the page *Dokumen*, for its tests."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.dokumen.page import DokumenPage
from tests.services.dokumen.papers import TAHUN
from tests.ui.dokumen.test_page import Opened, wait
from tests.ui.speech import Speech
from tests.ui.window import current_page, open_window


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


@pytest.fixture
def opened(qtbot: QtBot, muncar: Office, speech: Speech) -> Iterator[Opened]:
    with open_window(qtbot, muncar, (DokumenPage,), TAHUN) as window:
        page = current_page(window)
        assert isinstance(page, DokumenPage)
        wait(qtbot, (window, page))
        yield window, page
