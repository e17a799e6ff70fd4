"""A small office with round figures, and a window on it, for the tests of pages."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.periode import Periode
from kinerja_desktop.services.data_entry import add_row
from kinerja_desktop.services.office import Office
from kinerja_desktop.services.setup import KantorBaru, PejabatAwal, set_up
from kinerja_desktop.ui.application import make_application
from kinerja_desktop.ui.context import Context
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.pages.page import Page

TAHUN = 2025
INDIKATOR = ("A1", "B1", "B2", "B3")


def fill_kantor(office: Office) -> dict[str, UUID]:
    """Set up an office with sasaran A (one indicator) and B (three), all with target 100.

    Returns:
        The id of every row by its kode.
    """
    set_up(
        office,
        KantorBaru(
            {"kecamatan": "Uji", "kabupaten": "Lumajang", "provinsi": "Jawa Timur"},
            TAHUN,
            [
                PejabatAwal("Camat Uji", "Camat Uji", "camat", date(2020, 1, 1)),
                PejabatAwal("Kasi Uji", "Kasi Pelayanan", "kasi", date(2020, 1, 1)),
            ],
            sop=(),
        ),
    )
    renstra = add_row(
        office, "periode_renstra", {"nama": "2025–2029", "tahun_awal": 2025, "tahun_akhir": 2029}
    )
    ids = {"renstra": renstra}
    ids["T1"] = add_row(
        office, "tujuan", {"periode_renstra_id": renstra, "kode": "T1", "uraian": "Tujuan"}
    )
    for kode in "AB":
        ids[kode] = add_row(
            office,
            "sasaran",
            {"tujuan_id": ids["T1"], "kode": kode, "uraian": f"Sasaran {kode}"},
        )
    for kode in INDIKATOR:
        ids[kode] = add_indikator(office, kode, sasaran_id=ids[kode[0]])
    return ids


def add_indikator(
    office: Office, kode: str, target: Decimal | None = Decimal(100), **values: Any
) -> UUID:
    """Add an indicator with a target for the year."""
    plain = {"uraian": f"Indikator {kode}", "jenis": "IKU", "level": "sasaran", "satuan": "%",
             "arah": "naik", "akumulasi": "posisi_akhir"}  # fmt: skip
    key = add_row(office, "indikator", {"kode": kode, **plain, **values})
    add_row(office, "target_tahunan", {"indikator_id": key, "tahun": TAHUN, "nilai": target})
    return key


@contextmanager
def open_window(
    qtbot: QtBot,
    office: Office,
    pages: Sequence[type[Page]],
    periode: Periode = Periode(TAHUN),  # noqa: B008, a value
) -> Iterator[MainWindow]:
    """Show the real window on an office; it is closed before the office is."""
    make_application()
    context = Context(office)
    context.set_periode(periode)
    window = MainWindow(context, pages)
    qtbot.addWidget(window)
    window.resize(1280, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    # The frame is painted first, its page follows.
    qtbot.waitUntil(lambda: window.stack.count() > 0)
    settle(qtbot, window)
    yield window
    window.close()
    context.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the worker has nothing left to do."""
    qtbot.waitUntil(lambda: window.context.tasks.pending == 0, timeout=20_000)
