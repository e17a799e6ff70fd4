"""The office's workbook, stopped while it is written: no file, and no half of one."""

from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.workbook import (
    ExportWorkbookCancelledError,
    export_workbook,
)
from tests.stopping import Counter, stop_at


def test_it_stops_while_reading_writing_and_naming(muncar: Office, tmp_path: Path) -> None:
    asked = Counter()
    told: list[tuple[int, int, str]] = []
    whole, target = tmp_path / "utuh.xlsx", tmp_path / "keluar" / "uji.xlsx"
    target.parent.mkdir()
    export_workbook(muncar, whole, progress=lambda *step: told.append(step), cancelled=asked)
    texts = [text for *_, text in told]
    assert texts[0] == "Membaca data…"
    assert texts[-1] == "Menyimpan utuh.xlsx…"
    assert {"Menulis Indikator…", "Menulis berkas Excel…"} <= set(texts)
    assert len(texts) == asked.asked
    for when in (1, asked.asked // 2, asked.asked):
        with pytest.raises(ExportWorkbookCancelledError, match="Tidak ada berkas"):
            export_workbook(muncar, target, cancelled=stop_at(when))
        assert list(target.parent.iterdir()) == []
