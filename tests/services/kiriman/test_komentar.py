"""Comments of Bappeda: read from the stick like a receipt, kept once, shown where they belong."""

import errno
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.penerimaan.komentar import (
    BerkasKomentar,
    ButirKomentar,
    write_komentar,
)
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import komentar, pantauan
from kinerja_desktop.services.kiriman.balasan import (
    HasilBalasan,
    ReplyCancelledError,
    read_replies,
    take_replies,
)
from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.services.kiriman.komentar import list_komentar_masuk, mark_komentar
from kinerja_desktop.services.kiriman.pantauan import PenemuBalasan, list_tempat_kiriman
from kinerja_desktop.services.penerimaan.komentar import list_terbuka, tulis_komentar
from kinerja_desktop.services.penerimaan.reception import receive
from kinerja_desktop.services.penerimaan.unit import list_unit
from kinerja_desktop.services.pengukuran.isi import read_isi
from kinerja_desktop.services.riwayat.integrity import check_contents
from kinerja_desktop.store.records import Indikator
from tests.packages import kode_of
from tests.services.dokumen.papers import TAHUN, indikator_id
from tests.services.penerimaan.senders import look, open_bappeda, open_sender, send_first
from tests.stopping import stop_at

ONE = ButirKomentar(
    UUID(int=1), 2024, None, "", "Lampirkan hasil survei.", "Sri Rahayu",
    datetime(2025, 2, 10, 2, 0, tzinfo=UTC),
)  # fmt: skip


@pytest.fixture
def sender(tmp_path: Path) -> Iterator[Office]:
    """Candipuro, whose package lies on the stick."""
    office = open_sender(tmp_path / "kantor")
    send_first(office, tmp_path / "stik")
    yield office
    office.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stik"


def give(stick: Path, *items: ButirKomentar, kecamatan: str = "Candipuro", name: str = "X") -> Path:
    path = stick / f"KOMENTAR_{name}.json"
    berkas = BerkasKomentar("Bappeda Kabupaten Lumajang", kecamatan, "Lumajang", items)
    path.write_bytes(write_komentar(berkas))
    return path


def told(office: Office) -> list[tuple[str, str]]:
    return [(item.butir.periode.label, item.butir.isi) for item in list_komentar_masuk(office)]


def refused(office: Office, stick: Path) -> str:
    """Look for comments, none of which is taken; return what is told."""
    before = office.journal.state()
    hasil = take_replies(office, stick)
    assert (hasil.dicatat, hasil.komentar, office.journal.state()) == ([], 0, before)
    (problem,) = (*hasil.problems, *hasil.dilewati)
    return problem.message


def test_what_bappeda_wrote_arrives_with_the_receipt(sender: Office, stick: Path) -> None:
    bappeda = open_bappeda(stick.with_name("bappeda"))
    receive(bappeda, look(bappeda, stick))
    key = next(unit.id for unit in list_unit(bappeda) if unit.nama == "Candipuro")
    tulis_komentar(bappeda, key, TAHUN, "Lampirkan hasil survei.")
    receive(bappeda, look(bappeda, stick))
    (row,) = list_terbuka(bappeda)
    bappeda.close()
    hasil = take_replies(sender, stick)
    assert hasil.problems == hasil.dilewati == []
    assert "1 komentar baru dari Bappeda Kabupaten Lumajang" in hasil.dicatat
    assert hasil.kalimat == (
        "Bappeda telah menerima Pengukuran Kinerja Tahun 2024; 1 komentar baru dari Bappeda"
    )
    (item,) = list_komentar_masuk(sender)
    assert (item.id, item.butir.isi, item.selesai) == (row.id, "Lampirkan hasil survei.", None)
    assert item.butir.dari == "Operator, Bappeda Kabupaten Lumajang"
    assert item.butir.dibuat == row.butir.dibuat
    assert check_contents(sender, is_readable=True) == []


@pytest.mark.parametrize("when", [1, 2])
def test_looking_for_them_is_stopped_before_anything_is_noted(
    sender: Office, stick: Path, when: int
) -> None:
    give(stick, ONE)
    state = sender.journal.state()
    with pytest.raises(ReplyCancelledError, match="Tidak ada yang dicatat"):
        take_replies(sender, stick, stop_at(when))
    assert (told(sender), sender.journal.state()) == ([], state)


def test_twice_is_once_and_what_is_done_stays_done(sender: Office, stick: Path) -> None:
    path = give(stick, ONE)
    assert take_replies(sender, stick).komentar == 1
    mark_komentar(sender, ONE.id, date(2025, 2, 3))
    hasil = take_replies(sender, stick)
    assert (hasil.dicatat, hasil.komentar, hasil.kalimat, hasil.problems) == ([], 0, "", [])
    # With another beside it only that one is new.
    two = replace(ONE, id=UUID(int=2), isi="Dan perbaiki target.")
    path.unlink()
    give(stick, ONE, two)
    assert take_replies(sender, stick).komentar == 1
    assert [(item.butir.isi, item.selesai) for item in list_komentar_masuk(sender)] == [
        ("Dan perbaiki target.", None), ("Lampirkan hasil survei.", date(2025, 2, 3)),
    ]  # fmt: skip


def test_a_known_one_with_other_words_changes_nothing(sender: Office, stick: Path) -> None:
    give(stick, ONE)
    take_replies(sender, stick)
    give(stick, replace(ONE, isi="Sudah baik."))
    assert "sudah ada dengan isi lain" in refused(sender, stick)
    assert told(sender) == [("Tahun 2024", "Lampirkan hasil survei.")]


def test_one_on_a_period_never_sent_is_told(sender: Office, stick: Path) -> None:
    give(stick, replace(ONE, triwulan=2))
    assert "Triwulan II Tahun 2024 tidak dicatat: paket periode itu belum" in refused(sender, stick)
    assert told(sender) == []


def test_one_for_another_office_is_passed_by(sender: Office, stick: Path) -> None:
    give(stick, ONE, kecamatan="Klakah")
    hasil = take_replies(sender, stick)
    assert (hasil.dicatat, hasil.problems, hasil.kalimat) == ([], [], "")
    (problem,) = hasil.dilewati
    assert "untuk Kecamatan Klakah, Kabupaten Lumajang, bukan kantor ini" in problem.message


def forge(path: Path, **change: Any) -> None:
    """Alter it as one does who knows the form."""
    data = json.loads(path.read_text("utf-8")) | change
    data.pop("kode_berkas")
    path.write_text(json.dumps(data | {"kode_berkas": kode_of(data)}), "utf-8")


def test_what_is_no_such_file_is_said(
    sender: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = give(stick, ONE)
    path.write_bytes(path.read_bytes().replace(b"survei", b"kerja"))
    assert "tidak cocok dengan kodenya" in refused(sender, stick)
    give(stick, ONE)
    forge(path, skema=2)
    assert "program yang lebih baru" in refused(sender, stick)
    path.write_bytes(b" " * ((4 << 20) + 1))
    assert "terlalu besar" in refused(sender, stick)
    # A receipt under the name of a comment is none.
    path.write_text('{"jenis": "tanda_terima_paket"}')
    assert "bukan berkas komentar" in refused(sender, stick)

    def pulled(self: Path, *_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", pulled)
    assert "tidak terjangkau lagi" in refused(sender, stick)


def test_another_pc_may_have_read_the_same_stick(
    sender: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(stick, ONE)
    take_replies(sender, stick)
    real, calls = komentar._find_known, []

    def late(*arguments: Any) -> dict[UUID, str]:
        calls.append(arguments)
        return {} if len(calls) == 1 else real(*arguments)

    monkeypatch.setattr(komentar, "_find_known", late)
    assert take_replies(sender, stick).komentar == 0
    assert len(calls) == 2
    assert len(told(sender)) == 1


def test_a_comment_stands_on_the_first_page_and_beside_its_indicator(
    sender: Office, stick: Path
) -> None:
    with sender.journal.reading() as session:
        words = session.get_one(Indikator, indikator_id(sender)).uraian
    before = replace(ONE, id=UUID(int=2), isi="Dua", dibuat=ONE.dibuat - timedelta(days=1))
    give(stick, before, replace(ONE, tentang=f" {words.upper()} "))
    take_replies(sender, stick)
    lines = [item for item in read_beranda(sender, TAHUN).pekerjaan if "Bappeda" in item.apa]
    assert [(item.apa, item.halaman, item.argumen, item.is_late) for item in lines] == [
        ("Komentar Bappeda: Lampirkan hasil survei.", "kirim", "komentar", False),
        ("Komentar Bappeda: Dua", "kirim", "komentar", False),
    ]
    assert words.upper() in lines[0].keterangan
    assert lines[1].keterangan == "Tahun 2024 · 9 Februari 2025"
    shown = read_isi(sender, TAHUN).komentar
    assert shown[str(indikator_id(sender))] == ("Komentar Bappeda: Lampirkan hasil survei.",)
    assert sum(map(len, shown.values())) == 1
    assert not any(read_isi(sender, Periode(2024, 4)).komentar.values())
    mark_komentar(sender, ONE.id, date(2025, 2, 3))
    assert not any(read_isi(sender, TAHUN).komentar.values())
    assert len(read_beranda(sender, TAHUN).pekerjaan) == len(lines) - 1


def test_done_is_noted_with_its_day_and_taken_back(sender: Office, stick: Path) -> None:
    give(stick, ONE)
    take_replies(sender, stick)
    with pytest.raises(KinerjaError, match="belum tiba"):
        mark_komentar(sender, ONE.id, date(2025, 2, 4))  # today is the 3rd
    mark_komentar(sender, ONE.id, sender.today())
    assert sender.journal.undo_label == "Menandai komentar Bappeda selesai"
    sender.journal.undo()
    assert list_komentar_masuk(sender)[0].selesai is None
    mark_komentar(sender, ONE.id, sender.today())
    mark_komentar(sender, ONE.id, None)
    assert list_komentar_masuk(sender)[0].selesai is None
    # What arrived is history: there is nothing to be taken back before it.
    sender.journal.undo()
    sender.journal.undo()
    assert "Mencatat" not in (sender.journal.undo_label or "")
    assert len(told(sender)) == 1


def test_several_things_are_told_in_one_sentence() -> None:
    hasil = HasilBalasan(diterima=["A", "B"], komentar=2, problems=[Problem("Rusak", "x.json")])
    assert hasil.kalimat == (
        "Bappeda telah menerima A dan B; 2 komentar baru dari Bappeda; "
        "Perlu diperhatikan: x.json: Rusak"
    )


def test_a_stick_is_searched_once_it_appears(stick: Path, tmp_path: Path) -> None:
    drives: list[Drive] = []
    finder = PenemuBalasan(lambda: drives)
    deep = stick / "arsip" / "2025"
    deep.mkdir(parents=True)
    path = give(deep, ONE)
    assert finder.look([]) == []
    drives.append(Drive(stick, "SAKIP", 1))
    assert finder.look([]) == [path]
    assert finder.look([]) == []
    # Plugged in again it tells nothing of what was read, but of what is new or was changed.
    drives.clear()
    assert finder.look([]) == []
    other = give(stick, ONE, name="Y")
    drives.append(Drive(stick, "SAKIP", 1))
    assert finder.look([]) == [other]


def test_a_folder_of_packages_is_looked_at_but_not_searched(stick: Path) -> None:
    finder = PenemuBalasan(list)
    (stick / "dalam").mkdir(parents=True)
    give(stick / "dalam", ONE)
    assert finder.look([stick, stick / "hilang"]) == []
    path = give(stick, ONE)
    assert finder.look([stick]) == [path]
    assert finder.look([stick]) == []
    give(stick, ONE, replace(ONE, id=UUID(int=2)))
    assert finder.look([stick]) == [path]


def test_a_file_that_goes_in_between_is_no_news(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pantauan, "_glance", lambda folder: [folder / "KOMENTAR_HILANG.json"])
    assert PenemuBalasan(list).look([stick]) == []


def test_packages_were_written_to_these_places(sender: Office, stick: Path) -> None:
    assert list_tempat_kiriman(sender) == [stick]


def test_files_are_read_where_they_were_found(sender: Office, stick: Path) -> None:
    hasil = HasilBalasan()
    read_replies(sender, [give(stick, ONE), stick / "TANDA_TERIMA_HILANG.json"], hasil)
    assert hasil.komentar == 1
    (problem,) = hasil.problems
    assert problem.file == "TANDA_TERIMA_HILANG.json"


def test_a_comment_that_is_gone_is_told(sender: Office) -> None:
    with pytest.raises(KinerjaError, match="Komentar ini tidak ada, atau sudah dihapus"):
        mark_komentar(sender, uuid4(), None)
