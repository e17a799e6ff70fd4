"""A kind of document that is only described is found everywhere (`docs/architecture.md` §3)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from kinerja_desktop.__main__ import main
from kinerja_desktop.documents.naskah.blocks import Heading, Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.dokumen import (
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Salinan,
    Subjek,
    TempatPaket,
    Tentang,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.kiriman.delivery import read_kesiapan
from kinerja_desktop.ui.dokumen.page import DokumenPage
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL
from tests.ui.dokumen.reading import state_of
from tests.ui.window import current_page, open_window, settle

WHO = UUID(int=7)


def compose(office: Office, permintaan: Permintaan) -> Naskah:
    about = permintaan.require_tentang("Piagam") if permintaan.tentang else "kantor"
    return Naskah("Piagam", (Heading(f"PIAGAM {about}"),))


def list_salinan(office: Office, periode: Periode) -> Iterator[Salinan]:
    yield Salinan(f"Piagam_{periode.kode}.docx", "Piagam (Word)", wanted(periode), "docx")


def list_data(office: Office, periode: Periode) -> list[dict[str, Any]]:
    data = {"juara": str(WHO)}
    return [{"judul": "Piagam", "kode": compute_kode(data), "versi": 1, "data": data}]


def wanted(periode: Periode) -> Permintaan:
    return Permintaan("piagam", periode)


PIAGAM = Dokumen(
    "piagam",
    "Piagam Camat (uji)",
    "Diberikan kepada yang terbaik.",
    compose=compose,
    describe=lambda office, periode: KeadaanDokumen("Siap", (Subjek(WHO, "Juara"),)),
    has_kop=True,
    has_nomor=True,
    tentang=Tentang("&Juara", lambda office, periode, nama: WHO if nama == "juara" else None),
    build_xlsx=lambda office, permintaan: b"angka",
    paket=TempatPaket(
        "06_PIAGAM/",
        "Piagam untuk yang terbaik",
        list_salinan,
        lambda office, periode, goes_along: "" if not goes_along else "Piagam belum dibingkai",
        list_data,
    ),
)


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add the one line to the registry."""
    monkeypatch.setitem(cast("dict[str, Dokumen]", DOKUMEN), PIAGAM.kunci, PIAGAM)


def test_the_page_lists_and_shows_it(muncar: Office, qtbot: QtBot) -> None:
    with open_window(qtbot, muncar, [DokumenPage]) as window:
        page = current_page(window)
        assert isinstance(page, DokumenPage)
        page.receive(wanted(TAHUN))
        qtbot.waitUntil(lambda: page.side.subject.count() > 0)
        settle(qtbot, window)
        assert page.side.kunci == "piagam"
        assert state_of(page.side.list, "piagam") == "Siap"
        assert page.side.purpose.text() == PIAGAM.keterangan
        assert page.side.subject_label.text() == "&Juara"
        assert page.side.nomor.isVisible()
        assert page.xlsx_button.isVisible()
        assert page.preview.pdf.startswith(b"%PDF")


def test_the_command_line_knows_and_prints_it(
    muncar: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["cetak", "--help"])
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert ["piagam", "Diberikan kepada yang terbaik."] in lines

    target = tmp_path / "piagam.pdf"
    words = ["--data", str(tmp_path / "d"), "--contoh", "cetak", "piagam", "--tahun", "2024"]
    assert main([*words, "--tentang", "juara", "--ke", str(target)]) == 0
    assert f"PIAGAM {WHO}" in " ".join(PdfReader(target).pages[0].extract_text().split())
    assert main([*words[:-3], "puisi", "--tahun", "2024", "--ke", str(target)]) == 2
    told = capsys.readouterr().err
    assert "sop-sumber, riwayat-sop" in told
    assert told.endswith(", piagam.\n")


def test_the_package_holds_and_describes_it(muncar: Office, tmp_path: Path) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    kesiapan = read_kesiapan(muncar, TAHUN)
    labels = {file.path: file.keterangan for file in kesiapan.files}
    assert labels["06_PIAGAM/Piagam_2024.docx"] == "Piagam (Word)"
    assert "Piagam belum dibingkai" in [problem.message for problem in kesiapan.peringatan]

    path = transfer.send_package(muncar, transfer.compose_package(muncar, TAHUN), tmp_path)

    assert (path / "data/06_PIAGAM/Piagam_2024.docx").read_bytes().startswith(b"PK")
    assert "  06_PIAGAM/               Piagam untuk yang terbaik\r\n" in (
        (path / "BACA_SAYA.txt").read_bytes().decode()
    )
    data = json.loads((path / "data/data.json").read_text(encoding="utf-8"))
    assert [item["judul"] for item in data["dokumen"]] == [
        "Pengukuran Kinerja Tahun 2024", "Piagam",
    ]  # fmt: skip
