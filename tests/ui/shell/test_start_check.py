"""What the window looks through by itself once it stands."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana import tanda_tangan
from kinerja_desktop.services.riwayat import integrity
from kinerja_desktop.store.records import DokumenFinal, Pengukuran
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import start_background_work
from kinerja_desktop.ui.shell.pages import PAGES
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, sign_perjanjian
from tests.tampering import tamper
from tests.ui.speech import Speech


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


@pytest.fixture
def said(sample: Context) -> Iterator[list[str]]:
    heard: list[str] = []
    sample.said.connect(heard.append)
    yield heard
    sample.said.disconnect(heard.append)


def begin(qtbot: QtBot, context: Context) -> None:
    start_background_work(context, PAGES)
    qtbot.waitUntil(lambda: context.tasks.pending == 0, timeout=30_000)


def kept(office: Office) -> int:
    with office.journal.reading() as session:
        return len(session.exec(select(DokumenFinal)).all())


def test_a_sound_office_is_told_nothing(qtbot: QtBot, sample: Context, speech: Speech) -> None:
    finalize(sample.office, TAHUN, date(2025, 1, 31))
    begin(qtbot, sample)
    assert speech.said == []


def test_an_altered_final_is_told_with_what_to_do(
    qtbot: QtBot, sample: Context, speech: Speech
) -> None:
    finalize(sample.office, TAHUN, date(2025, 1, 31))
    tamper(sample.office, Pengukuran, snapshot={"palsu": 1})
    begin(qtbot, sample)
    (line,) = speech.said
    assert line.startswith("masalah: Dokumen yang sudah final berubah di luar program.")
    assert "pulihkan cadangan dari sebelum perubahan itu" in line
    assert "Pengukuran Kinerja Tahun 2024" in line


def test_a_look_that_fails_is_explained(
    qtbot: QtBot, sample: Context, speech: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(office: Office) -> None:
        raise KinerjaError("Disk lepas.", "Pasang lagi.")

    monkeypatch.setattr(integrity, "check_finals", fail)
    begin(qtbot, sample)
    assert speech.said == ["galat: Disk lepas. Pasang lagi."]


def test_the_print_of_an_agreement_signed_by_another_door_is_kept(
    qtbot: QtBot, sample: Context, speech: Speech
) -> None:
    before = kept(sample.office)
    sign_perjanjian(sample.office)
    begin(qtbot, sample)
    assert kept(sample.office) > before
    again = kept(sample.office)
    begin(qtbot, sample)
    assert kept(sample.office) == again


def test_a_print_that_cannot_be_kept_is_told_in_the_status_line(
    qtbot: QtBot,
    sample: Context,
    speech: Speech,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(office: Office) -> None:
        raise KinerjaError("Disk penuh.", "Kosongkan.")

    monkeypatch.setattr(tanda_tangan, "keep_signed", fail)
    begin(qtbot, sample)
    assert "Cetakan perjanjian belum tersimpan: Disk penuh. Kosongkan." in said
    assert speech.said == []
