"""What came back from Bappeda: noted where it fits the office's own log, else told."""

import errno
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import tanda_terima, transfer
from kinerja_desktop.services.kiriman.tanda_terima import take_receipts
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.store.records import Kiriman
from tests.packages import kode_of
from tests.services.penerimaan.senders import open_bappeda, open_sender, send, send_first, take
from tests.services.sop.office import (
    PENGUKURAN,
    PERENCANAAN,
    SELESAI,
    SETUJU,
    do,
    give_sop,
    start,
)


@pytest.fixture
def sender(tmp_path: Path) -> Iterator[Office]:
    """Candipuro, whose package and receipt lie on the stick."""
    office = open_sender(tmp_path / "kantor")
    send_first(office, tmp_path / "stik")
    bappeda = open_bappeda(tmp_path / "bappeda")
    (done,) = take(bappeda, tmp_path / "stik").masuk
    write_tanda_terima(bappeda, done.id, tmp_path / "stik", done.calon.tempat.folder.name)
    bappeda.close()
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
    hasil = take_receipts(office, stick)
    assert hasil.dicatat == []
    assert office.journal.state() == before
    (problem,) = hasil.problems
    return problem.message


def test_a_receipt_fills_the_log_of_deliveries(sender: Office, stick: Path) -> None:
    assert (delivery(sender).penerima, delivery(sender).tanggal_terima) == ("", None)
    hasil = take_receipts(sender, stick)
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
    take_receipts(sender, stick)
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
    assert len(take_receipts(sender, stick).dicatat) == 1


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
    path.write_text(" " * (64 * 1024 + 1))
    assert "terlalu besar" in refused(sender, stick)


def test_a_stick_pulled_out_is_said(
    sender: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(_path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(tanda_terima, "require_file", pulled)
    assert "tidak terjangkau lagi" in refused(sender, stick)
    assert "tidak ada" in refused(sender, stick / "hilang")


def test_of_two_deliveries_of_one_paper_the_named_one_is_meant(sender: Office, stick: Path) -> None:
    send(sender, stick)
    rows = transfer.list_kiriman(sender)
    assert len({row.kode for row in rows}) == 1
    take_receipts(sender, stick)
    by_name = {row.nama: row.penerima for row in transfer.list_kiriman(sender)}
    assert by_name == {
        "SAKIP_CANDIPURO_2024_TAHUNAN_20250203": "Operator",
        "SAKIP_CANDIPURO_2024_TAHUNAN_20250203_2": "",
    }
    # Renamed on the stick it is still a delivery of this kode: the newest.
    forge(receipt_of(stick), paket="nama lain")
    take_receipts(sender, stick)
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


def test_the_last_step_of_a_waiting_case_ends(sender: Office, stick: Path) -> None:
    give_sop(sender)
    case_id = wait_at_end(sender, PENGUKURAN)
    plan = wait_at_end(sender, PERENCANAAN)
    with sender.journal.reading() as session:
        session.expire_on_commit = False
    langkah = read_case(sender, case_id).posisi.langkah
    assert langkah is not None
    hasil = take_receipts(sender, stick)
    case = read_case(sender, case_id)
    if hasil.problems:  # the letter of the delivery has no number yet
        assert "belum bernomor" in hasil.problems[0].message
        assert case.posisi.status is not Status.SELESAI
    else:
        assert case.posisi.status is Status.SELESAI
        assert case.kejadian[-1].alasan.startswith("Tanda terima 700/1/")
    # A plan goes as paper; its case waits for somebody to say so.
    assert read_case(sender, plan).posisi.status is not Status.SELESAI
