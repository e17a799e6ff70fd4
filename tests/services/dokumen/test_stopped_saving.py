"""Saving that the clerk stops: no file bears the new name, and an older one is as it was."""

from pathlib import Path

import pytest

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.pdf import render_pdf, render_pdf_with_places
from kinerja_desktop.errors import CancelledError
from kinerja_desktop.progress import silent, stoppable
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import (
    SaveCancelledError,
    build_naskah,
    save_document,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from tests.services.dokumen.papers import TAHUN
from tests.stopping import Counter, stop_at

_FORM = Permintaan("pengukuran-kinerja", TAHUN)
_REPORT = Permintaan("lkjip", TAHUN)


@pytest.mark.parametrize("bentuk", ["pdf", "docx", "xlsx"])
def test_it_stops_wherever_it_is_asked(muncar: Office, tmp_path: Path, bentuk: str) -> None:
    asked = Counter()
    whole = tmp_path / f"utuh.{bentuk}"
    save_document(muncar, _FORM, whole, DOKUMEN, silent, asked)
    target = tmp_path / "keluar" / f"uji.{bentuk}"
    target.parent.mkdir()
    target.write_bytes(b"lama")
    state = muncar.journal.state()
    for when in range(1, asked.asked + 1):
        with pytest.raises(SaveCancelledError, match="Tidak ada berkas yang ditulis"):
            save_document(muncar, _FORM, target, DOKUMEN, silent, stop_at(when))
        assert list(target.parent.iterdir()) == [target]
        assert target.read_bytes() == b"lama"
    assert muncar.journal.state() == state
    save_document(muncar, _FORM, target, DOKUMEN, silent, stop_at(asked.asked + 1))
    assert target.read_bytes() == whole.read_bytes()


def test_a_long_report_asks_and_tells_all_the_way(muncar: Office, tmp_path: Path) -> None:
    """A page, or a few pieces of one, is the longest that a clerk waits after *Batal*."""
    for bentuk, part in (("pdf", "Menulis halaman…"), ("docx", "Menulis berkas Word…")):
        told: list[tuple[int, int, str]] = []
        target = tmp_path / f"uji.{bentuk}"
        save_document(muncar, _REPORT, target, progress=lambda *step, to=told: to.append(step))
        counted = [(step, steps) for step, steps, text in told if text == part]
        assert len(counted) > 20
        assert all(step < steps for step, steps in counted)
        assert counted == sorted(counted)
        assert any(text == "Menyusun halaman…" for *_, text in told)
        assert told[-1][2] == f"Menyimpan uji.{bentuk}…"


def test_without_anybody_who_listens_the_bytes_are_the_same(muncar: Office) -> None:
    naskah = build_naskah(muncar, _FORM)
    listened = stoppable(silent, Counter())
    assert render_pdf(naskah, listened) == render_pdf(naskah)
    assert render_docx(naskah, listened) == render_docx(naskah)
    with pytest.raises(CancelledError):
        render_pdf_with_places(naskah, progress=stoppable(silent, stop_at(1)))
