"""What every release has frozen is read, proved and printed by this one as it was signed."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.freezing import freeze, thaw
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.domain.capaian.snapshot import snapshot_from_data, snapshot_to_data
from kinerja_desktop.domain.laporan.lkjip import LkjipBeku
from kinerja_desktop.exchange.package_check import check_package
from kinerja_desktop.services.dokumen.documents import build_docx, build_pdf
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengukuran.ukur import find_status, measure_periode
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.services.riwayat.restoring import restore_folder
from kinerja_desktop.store.evidence import compute_sha256
from kinerja_desktop.store.records import DokumenFinal, Lkjip
from kinerja_desktop.store.schema import REVISIONS
from tests.arsip.reading import ARSIP, read_frozen

TAHUN = Periode(2024)


def on_paper(revision: str) -> dict[str, str]:
    kode: dict[str, str] = json.loads((ARSIP / revision / "kode.json").read_text("utf-8"))
    return kode


@pytest.fixture(params=REVISIONS)
def revision(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def old(revision: str, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Office]:
    """An office of an earlier release, restored and opened by this one."""
    restore_folder(tmp_path / "data", ARSIP / revision / "kantor.kinerja", clock)
    office = open_office(tmp_path / "data", clock)
    yield office
    office.close()


def test_the_office_opens_sound_and_its_kode_are_those_on_paper(old: Office, revision: str) -> None:
    assert check_office(old) == []
    frozen = read_frozen(old)
    assert {name: row.kode for name, row in frozen.items()} == on_paper(revision)
    assert {name: compute_kode(row.snapshot) for name, row in frozen.items()} == on_paper(revision)


def test_what_was_frozen_is_read_and_written_again_as_it_was(old: Office) -> None:
    for row in read_frozen(old).values():
        again: Any
        if isinstance(row, Lkjip):
            again = freeze(thaw(LkjipBeku, row.snapshot))
        else:
            again = snapshot_to_data(snapshot_from_data(row.snapshot))
        assert compute_kode(again) == row.kode


def test_nothing_seems_to_have_changed_since(old: Office) -> None:
    """The triwulan, which was frozen last; the year was final before its triwulan was entered."""
    status = find_status(old, Periode(2024, 1))
    assert status.is_final
    assert status.perubahan == ()


def test_it_measures_what_the_sample_prints(old: Office) -> None:
    """Indeks Kepuasan Masyarakat 2024: 97,66 of 91,33, printed as 106,93 (`docs/sakip.md` §14)."""
    first = measure_periode(old, TAHUN).indikator[0].utama.capaian.tampil
    assert f"{first}" == "106.93"


def test_the_signed_pages_are_printed_byte_for_byte(old: Office, revision: str) -> None:
    for name, row in read_frozen(old).items():
        kunci = {"2024 LKjIP": "lkjip", "2024 IKI": "pengukuran-iki"}.get(
            name, "pengukuran-kinerja"
        )
        periode = Periode(2024, 1) if name.endswith("TW I") else TAHUN
        about = getattr(row, "pejabat_id", None)
        printed = build_pdf(old, Permintaan(kunci, periode, about))
        assert printed == old.evidence.path_of(row.pdf).read_bytes()
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(printed)).pages)
        assert on_paper(revision)[name] in text


def test_the_package_is_whole_and_proves_the_paper(revision: str, tmp_path: Path) -> None:
    ZipFile(ARSIP / revision / "paket.zip").extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    package, problems = check_package(folder)
    assert problems == []
    assert package is not None
    for document in package.data["dokumen"]:
        # A kept paper bears no kode: its data names the print that travels along.
        if prints := document["data"].get("pdf"):
            assert any(compute_sha256(path) == prints for path in folder.rglob("*.pdf"))
        else:
            assert document["kode"] in on_paper(revision).values()
        assert compute_kode(document["data"]) == document["kode"]


def test_every_kept_paper_prints_byte_for_byte(old: Office) -> None:
    with old.journal.reading() as session:
        rows = session.exec(select(DokumenFinal)).all()
    for row in rows:
        wanted = Permintaan(row.kunci, Periode(row.tahun, row.triwulan), row.tentang)
        assert build_pdf(old, wanted) == old.evidence.path_of(row.pdf).read_bytes()
        assert build_docx(old, wanted) == old.evidence.path_of(row.docx).read_bytes()


def test_a_post_of_before_gets_its_tugas_and_gives_it_back(old: Office, revision: str) -> None:
    """Before 0007 a post had none: the trail of then is replayed with the columns of now."""
    posts = list_rows(old, "penempatan")
    described = [post for post in posts if post["tugas"] or post["fungsi"]]
    assert len(described) == (1 if revision >= "0007" else 0)
    before = {post["id"]: post for post in posts}
    for post in posts:
        change_field(old, "penempatan", post["id"], "tugas", "melayani")
    assert check_office(old) == []
    for _ in posts:
        old.journal.undo()
    assert {post["id"]: post for post in list_rows(old, "penempatan")} == before
    assert check_office(old) == []
