"""What came back from Bappeda: noted where it fits the office's own log, else told."""

import errno
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.isi_surat import KirimanSurat
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import balasan, transfer
from kinerja_desktop.services.kiriman.balasan import holds_reply, take_replies
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.sop.cases import read_case, start_case
from kinerja_desktop.store.records import Kiriman
from tests.packages import kode_of
from tests.services.dokumen.papers import TAHUN, TANGGAL
from tests.services.lkjip.office import complete
from tests.services.penerimaan.senders import at, open_bappeda, open_sender, send, send_first, take
from tests.services.sop.office import (
    CANDIPURO,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    SELESAI,
    SETUJU,
    do,
    find_sop,
    give_sop,
    start,
)


def receive(stick: Path) -> None:
    """Let Bappeda take in the one package on a stick, and write its receipt."""
    bappeda = open_bappeda(stick.with_name("bappeda"))
    (done,) = take(bappeda, stick).masuk
    write_tanda_terima(bappeda, done.id, stick, done.calon.tempat.folder.name)
    bappeda.close()


def test_a_receipt_is_known_by_its_name_where_it_lies(sender: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stik"
    (receipt,) = stick.glob("TANDA_TERIMA_*.json")
    assert holds_reply(stick)
    assert holds_reply(receipt)
    assert not holds_reply(receipt.with_suffix(".pdf"))
    assert not holds_reply(tmp_path)
    assert not holds_reply(tmp_path / "dicabut")
    # The very file, too, is read.
    assert len(take_replies(sender, receipt).dicatat) == 1


@pytest.fixture
def sender(tmp_path: Path) -> Iterator[Office]:
    """Candipuro, whose package and receipt lie on the stick."""
    office = open_sender(tmp_path / "kantor")
    send_first(office, tmp_path / "stik")
    receive(tmp_path / "stik")
    yield office
    office.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stik"


def receipt_of(stick: Path) -> Path:
    (path,) = stick.glob("TANDA_TERIMA_*.json")
    return path


def delivery(office: Office) -> Kiriman:
    (row,) = transfer.list_kiriman(office)
    return row


def forge(path: Path, **change: Any) -> None:
    """Alter it as one does who knows the form: its kode is made to fit."""
    data = json.loads(path.read_text("utf-8")) | change
    data.pop("kode_tanda_terima")
    path.write_text(json.dumps(data | {"kode_tanda_terima": kode_of(data)}), "utf-8")


def refused(office: Office, stick: Path) -> str:
    """Look for receipts, none of which fits; return what is told. Nothing is changed."""
    before = office.journal.state()
    hasil = take_replies(office, stick)
    assert hasil.dicatat == []
    assert office.journal.state() == before
    (problem,) = (*hasil.problems, *hasil.dilewati)
    return problem.message


def test_a_receipt_fills_the_log_of_deliveries(sender: Office, stick: Path) -> None:
    assert (delivery(sender).penerima, delivery(sender).tanggal_terima) == ("", None)
    hasil = take_replies(sender, stick)
    assert hasil.problems == []
    assert hasil.dicatat == [
        "SAKIP_CANDIPURO_2024_TAHUNAN_20250203 diterima Operator, Bappeda Kabupaten Lumajang, "
        "10 Februari 2025"
    ]
    assert (delivery(sender).penerima, delivery(sender).tanggal_terima) == (
        "Operator", date(2025, 2, 10),
    )  # fmt: skip
    assert sender.journal.last is not None
    assert sender.journal.last.label.startswith("Mencatat tanda terima 700/1/")


def test_twice_is_once(sender: Office, stick: Path) -> None:
    take_replies(sender, stick)
    assert "sudah dicatat, penerima Operator" in refused(sender, stick)


def test_an_edited_one_is_told_by_its_kode(sender: Office, stick: Path) -> None:
    path = receipt_of(stick)
    path.write_text(path.read_text("utf-8").replace("Operator", "Orang Lain"), "utf-8")
    assert "tidak cocok dengan kodenya" in refused(sender, stick)


def test_one_for_another_office_changes_nothing(sender: Office, stick: Path) -> None:
    forge(receipt_of(stick), kecamatan="Klakah")
    assert "untuk Kecamatan Klakah, Kabupaten Lumajang, bukan kantor ini" in refused(sender, stick)
    forge(receipt_of(stick), kecamatan="KEC. CANDIPURO", kabupaten="Banyuwangi")
    assert "bukan kantor ini" in refused(sender, stick)
    forge(receipt_of(stick), kabupaten="LUMAJANG")
    assert len(take_replies(sender, stick).dicatat) == 1


@pytest.mark.parametrize(
    "change", [{"kode": "0000-0000-0000-0000"}, {"triwulan": 1}, {"tahun": 2023}]
)
def test_one_for_a_kode_that_was_never_sent_changes_nothing(
    sender: Office, stick: Path, change: dict[str, Any]
) -> None:
    forge(receipt_of(stick), **change)
    assert "Tidak ada kiriman" in refused(sender, stick)


def test_what_is_no_receipt_is_said(sender: Office, stick: Path) -> None:
    path = receipt_of(stick)
    path.write_text("[]")
    assert "bukan tanda terima" in refused(sender, stick)
    path.write_text(" " * (4 * 1024 * 1024 + 1))
    assert "terlalu besar" in refused(sender, stick)


def test_a_stick_pulled_out_is_said(
    sender: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(_path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(balasan, "require_file", pulled)
    assert "tidak terjangkau lagi" in refused(sender, stick)
    assert "tidak ada" in refused(sender, stick / "hilang")


def test_of_two_deliveries_of_one_paper_the_named_one_is_meant(sender: Office, stick: Path) -> None:
    sender.now = at(5)
    send(sender, stick)
    rows = transfer.list_kiriman(sender)
    assert len({row.kode for row in rows}) == 1
    take_replies(sender, stick)
    by_name = {row.nama: row.penerima for row in transfer.list_kiriman(sender)}
    assert by_name == {
        "SAKIP_CANDIPURO_2024_TAHUNAN_20250203": "Operator",
        "SAKIP_CANDIPURO_2024_TAHUNAN_20250205": "",
    }
    # Renamed on the stick it is still a delivery of this kode: the newest.
    forge(receipt_of(stick), paket="nama lain")
    take_replies(sender, stick)
    assert all(row.penerima == "Operator" for row in transfer.list_kiriman(sender))


def wait_at_end(office: Office, kode: str) -> UUID:
    """Walk a case to its last step, which it waits at."""
    case_id = start(office, kode)
    while True:
        langkah = read_case(office, case_id).posisi.langkah
        assert langkah is not None
        if langkah.is_end:
            return case_id
        do(office, case_id, SETUJU if langkah.is_decision else SELESAI)


def is_done(office: Office, case_id: UUID) -> bool:
    return read_case(office, case_id).posisi.status is Status.SELESAI


@pytest.fixture
def numbered(tmp_path: Path) -> Iterator[Office]:
    """Candipuro with SOPs, its LKjIP final, its letter numbered; nothing is sent yet."""
    office = open_sender(tmp_path / "kantor")
    give_sop(office)
    complete(office)
    surat.set_nomor(office, TAHUN, "700/5")
    yield office
    office.close()


def test_the_last_step_of_the_waiting_cases_ends(numbered: Office, stick: Path) -> None:
    measured, collected = wait_at_end(numbered, PENGUKURAN), wait_at_end(numbered, PENGUMPULAN)
    letter, plan = wait_at_end(numbered, CANDIPURO), wait_at_end(numbered, PERENCANAAN)
    early = start(numbered, PENGUKURAN, "baru mulai")
    other = start_case(numbered, find_sop(numbered, PENGUKURAN).id, Periode(2023))
    send(numbered, stick)
    receive(stick)
    hasil = take_replies(numbered, stick)
    assert hasil.problems == []
    assert len(hasil.dicatat) == 4
    assert all(is_done(numbered, case) for case in (measured, collected, letter))
    last = read_case(numbered, measured).kejadian[-1]
    assert re.fullmatch(r"Tanda terima 700/1/\S* tanggal 10 Februari 2025", last.alasan)
    # A plan goes as paper; what has only begun, or is of another year, does not wait for this.
    assert not any(is_done(numbered, case) for case in (plan, early, other))


def test_the_case_of_the_lkjip_ends_only_when_the_package_held_it(
    numbered: Office, stick: Path
) -> None:
    surat.set_nomor(numbered, TAHUN, "700/6", KirimanSurat.LKJIP)
    case = wait_at_end(numbered, PASRUJAMBE)
    send(numbered, stick)
    receive(stick)
    take_replies(numbered, stick)
    assert not is_done(numbered, case)
    # Final after that package went: the next one holds it.
    numbered.now = numbered.journal._now = at(6)
    finalize_lkjip(numbered, 2024, TANGGAL)
    forge(receipt_of(stick), paket="x")
    assert not is_done(numbered, case)
    second = stick.with_name("stik-2")
    send(numbered, second)
    shutil.rmtree(stick.with_name("bappeda"))
    receive(second)
    assert take_replies(numbered, second).problems == []
    assert is_done(numbered, case)


def test_what_a_step_still_misses_is_told_and_it_stays(sender: Office, stick: Path) -> None:
    """The letter of this delivery went without a number: the receipt does not hide that."""
    give_sop(sender)
    case = wait_at_end(sender, CANDIPURO)
    hasil = take_replies(sender, stick)
    assert len(hasil.dicatat) == 1
    (problem,) = hasil.problems
    assert "belum diakhiri" in problem.message
    assert "belum bernomor" in problem.message
    assert not is_done(sender, case)
