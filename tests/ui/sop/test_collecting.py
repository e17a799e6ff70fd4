"""Steps that collect, on the SOPs of Pasrujambe and Lumajang: the page opens, its state is told."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.sop import case_view
from kinerja_desktop.ui.sop.page import SopPage
from tests.services.pengumpulan.office import (
    KASI,
    PERIODE,
    TENGGAT,
    Filler,
    give_holders,
    indikator_of,
    send,
)
from tests.services.sop.office import (
    PASRUJAMBE,
    PENGUMPULAN,
    SELESAI,
    SETUJU,
    TAHUN,
    do,
    find_sop,
    give_sop,
)
from tests.ui.sop.window import press
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("kode", [PASRUJAMBE, PENGUMPULAN])
def test_the_step_opens_the_page_and_tells_who_has_handed_in(
    qtbot: QtBot, muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kode: str
) -> None:
    monkeypatch.setattr(case_view, "GUARD_MS", 1)
    before = {PASRUJAMBE: 1, PENGUMPULAN: 3}[kode]
    give_holders(muncar)
    give_sop(muncar)
    case = start_case(muncar, find_sop(muncar, kode).id, PERIODE)
    do(muncar, case, *[SELESAI] * before)
    with open_window(qtbot, muncar, (SopPage, PengumpulanPage), TAHUN) as window:
        window.open_page("sop", case)
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, SopPage)
        card = page.case.card
        assert card.link.text().replace("&", "") == "Kirim formulir isian"
        assert card.state.text() == (
            "Pengumpulan data: 0 dari 2 pemegang data lengkap, belum dikirim."
        )
        assert card.state.isVisible()
        press(qtbot, window, card.link)
        assert isinstance(current_page(window), PengumpulanPage)
        assert window.context.periode == PERIODE, "that of the case, not the one chosen before"
        forms = send(muncar, tmp_path / "flashdisk")
        window.open_page("sop")
        settle(qtbot, window)
        settle(qtbot, window)
        assert f"batas waktu {TENGGAT.day} Juli 2024" in card.state.text()
        do(muncar, case, SELESAI)
        settle(qtbot, window)
        assert card.link.text().replace("&", "") == "Kumpulkan data"
        press(qtbot, window, card.link)
        assert isinstance(current_page(window), PengumpulanPage)
        window.open_page("sop")
        settle(qtbot, window)
        first, *rest = indikator_of(muncar, KASI)
        filler = Filler(forms[KASI]).fill(first.id, pembilang=90, penyebut=100)
        for row in rest:
            filler.fill(row.id, nilai=80)
        # Something comes in while the case is shown.
        take_in(muncar, plan_terima(muncar, [filler.save()], PERIODE))
        settle(qtbot, window)
        settle(qtbot, window)
        assert "1 dari 2 pemegang data lengkap" in card.state.text()
        muncar.journal.undo()
        settle(qtbot, window)
        settle(qtbot, window)
        assert "0 dari 2 pemegang data lengkap" in card.state.text()
        do(muncar, case, SETUJU if kode == PENGUMPULAN else SELESAI)
        settle(qtbot, window)
        assert not card.state.isVisible(), "the step that measures waits for nobody"


def test_an_office_in_which_nothing_is_asked_says_nothing(qtbot: QtBot, office: Office) -> None:
    give_sop(office)
    case = start_case(office, find_sop(office, PASRUJAMBE).id, PERIODE)
    do(office, case, SELESAI)
    with open_window(qtbot, office, (SopPage, PengumpulanPage), TAHUN) as window:
        window.open_page("sop", case)
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, SopPage)
        assert page.case.card.link.isVisible()
        assert not page.case.card.state.isVisible()
