"""The recap, stopped while it is written: no file, and nothing changed."""

from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.cetak import write_rekap_paper
from kinerja_desktop.services.penerimaan.pandangan import RekapCancelledError, write_rekap
from tests.services.penerimaan.senders import take
from tests.stopping import Counter, stop_at


def test_it_stops_wherever_it_is_asked(bappeda: Office, sticks: Path, tmp_path: Path) -> None:
    take(bappeda, sticks / "v1", sticks / "klakah")
    state = bappeda.journal.state()
    folder = tmp_path / "keluar"
    folder.mkdir()
    for suffix, write in (
        (".xlsx", write_rekap), (".pdf", write_rekap_paper), (".docx", write_rekap_paper),
    ):  # fmt: skip
        asked = Counter()
        told: list[str] = []
        whole = tmp_path / f"utuh{suffix}"
        write(bappeda, whole, 2024, None, lambda *step, to=told: to.append(step[2]), asked)
        assert told[0] == "Membaca paket…"
        assert told[-1] == f"Menyimpan utuh{suffix}…"
        for when in range(1, asked.asked + 1):
            with pytest.raises(RekapCancelledError, match="Penyimpanan rekap dibatalkan"):
                write(bappeda, folder / f"uji{suffix}", 2024, cancelled=stop_at(when))
        assert list(folder.iterdir()) == []
    assert bappeda.journal.state() == state
