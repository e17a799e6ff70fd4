"""Comments at Bappeda: written, and given back on the stick beside the receipt."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan import komentar as service
from kinerja_desktop.services.penerimaan import reception
from kinerja_desktop.services.penerimaan.komentar import (
    hapus_komentar,
    list_komentar,
    list_sasaran,
    list_tentang,
    list_terbuka,
    tandai_selesai,
    tulis_komentar,
    write_berkas,
)
from kinerja_desktop.services.penerimaan.unit import list_unit
from kinerja_desktop.services.riwayat.trail import list_deeds, read_rincian
from tests.packages import kode_of
from tests.services.dokumen.papers import TAHUN
from tests.services.penerimaan.senders import IKM, look, take

KALIMAT = "Lampirkan hasil survei triwulan IV."


def unit_id(office: Office, nama: str = "Candipuro") -> UUID:
    return next(unit.id for unit in list_unit(office) if unit.nama == nama)


@pytest.fixture
def told(bappeda: Office, sticks: Path) -> UUID:
    """Candipuro's package is in, and one indicator of it is commented on."""
    take(bappeda, sticks / "v1")
    (ikm,) = (name for name in list_tentang(bappeda, unit_id(bappeda), TAHUN) if IKM in name)
    return tulis_komentar(bappeda, unit_id(bappeda), TAHUN, KALIMAT, ikm)


def states(office: Office) -> list[str]:
    return [item.keadaan for item in list_komentar(office, 2024)]


def test_only_what_came_can_be_commented_on(bappeda: Office, sticks: Path) -> None:
    key = unit_id(bappeda)
    assert list_sasaran(bappeda, 2024) == []
    with pytest.raises(KinerjaError, match="belum diterima, jadi belum dapat dikomentari"):
        tulis_komentar(bappeda, key, TAHUN, KALIMAT)
    take(bappeda, sticks / "v1", sticks / "klakah")
    assert [(item.unit, item.periode) for item in list_sasaran(bappeda, 2024)] == [
        ("Kecamatan Candipuro", TAHUN), ("Kecamatan Klakah", TAHUN),
    ]  # fmt: skip
    names = list_tentang(bappeda, key, TAHUN)
    assert names[0] == "Pengukuran Kinerja Tahun 2024"
    assert any(IKM in name for name in names)
    with pytest.raises(KinerjaError, match="tidak memuat 'Indeks Bahagia'"):
        tulis_komentar(bappeda, key, TAHUN, KALIMAT, "Indeks Bahagia")
    with pytest.raises(KinerjaError, match="belum diterima"):
        tulis_komentar(bappeda, key, Periode(2024, 2), KALIMAT)
    with pytest.raises(KinerjaError, match="masih kosong"):
        tulis_komentar(bappeda, key, TAHUN, "  ")
    assert list_komentar(bappeda, 2024) == []


def test_a_comment_is_written_taken_back_and_removed_until_it_is_given(
    bappeda: Office, told: UUID, sticks: Path
) -> None:
    (item,) = list_komentar(bappeda, 2024)
    assert (item.id, item.unit, item.butir.isi, item.keadaan) == (
        told, "Kecamatan Candipuro", KALIMAT, "Belum ditulis ke berkas",
    )  # fmt: skip
    assert (item.butir.dari, item.butir.dibuat) == (bappeda.journal.pelaku, bappeda.now())
    bappeda.journal.undo()
    assert list_komentar(bappeda, 2024) == []
    bappeda.journal.redo()
    whole = tulis_komentar(bappeda, unit_id(bappeda), TAHUN, "Terlambat tiga hari.")
    assert [item.tentang for item in list_terbuka(bappeda)][1] == "Paket seluruhnya"
    hapus_komentar(bappeda, whole)
    assert [item.id for item in list_komentar(bappeda, 2024)] == [told]
    write_berkas(bappeda, unit_id(bappeda), sticks / "v1")
    with pytest.raises(KinerjaError, match="sudah diberikan kepada unitnya"):
        hapus_komentar(bappeda, told)
    assert states(bappeda) == ["Diberikan 10 Februari 2025, belum selesai"]


def test_the_file_goes_beside_the_receipt_and_says_whose_it_is(
    bappeda: Office, told: UUID, sticks: Path
) -> None:
    done = reception.receive(bappeda, look(bappeda, sticks / "v1", sticks / "klakah"))
    assert done.gagal == []
    assert [path.name for path in done.komentar] == ["KOMENTAR_CANDIPURO.json"]
    assert done.komentar[0].parent == sticks / "v1"
    data: dict[str, Any] = json.loads(done.komentar[0].read_text("utf-8"))
    assert data.pop("kode_berkas") == kode_of(data)
    (item,) = data.pop("komentar")
    assert (item["id"], item["isi"], IKM in item["tentang"]) == (str(told), KALIMAT, True)
    assert data == {
        "jenis": "komentar_bappeda", "skema": 1, "kantor": "Bappeda Kabupaten Lumajang",
        "kecamatan": "Candipuro", "kabupaten": "Lumajang",
    }  # fmt: skip
    assert states(bappeda) == ["Diberikan 10 Februari 2025, belum selesai"]
    assert bappeda.journal.undo_label is None or "Memberikan" not in bappeda.journal.undo_label


def test_given_once_more_it_is_the_same_file_and_no_other_is_written_over(
    bappeda: Office, told: UUID, sticks: Path
) -> None:
    key, stick = unit_id(bappeda), sticks / "v1"
    first = write_berkas(bappeda, key, stick)
    assert first is not None
    before, state = first.read_bytes(), bappeda.journal.state()
    assert write_berkas(bappeda, key, stick) == first
    assert (first.read_bytes(), bappeda.journal.state()) == (before, state)
    tulis_komentar(bappeda, key, TAHUN, "Satu lagi.")
    second = write_berkas(bappeda, key, stick)
    assert second == stick / "KOMENTAR_CANDIPURO_2.json"
    assert first.read_bytes() == before
    (stick / "KOMENTAR_CANDIPURO_3.json").mkdir()
    tulis_komentar(bappeda, key, TAHUN, "Dan satu lagi.")
    assert write_berkas(bappeda, key, stick) == stick / "KOMENTAR_CANDIPURO_4.json"


def test_what_is_done_goes_no_more(bappeda: Office, told: UUID, sticks: Path) -> None:
    tandai_selesai(bappeda, told)
    assert states(bappeda) == ["Selesai 10 Februari 2025"]
    assert [item.status for item in list_komentar(bappeda, 2024)] == ["Selesai"]
    assert list_terbuka(bappeda) == []
    assert write_berkas(bappeda, unit_id(bappeda), sticks / "v1") is None
    tandai_selesai(bappeda, told, is_done=False)
    assert states(bappeda) == ["Belum ditulis ke berkas"]
    assert [item.status for item in list_komentar(bappeda, 2024)] == ["Belum ditulis"]
    write_berkas(bappeda, unit_id(bappeda), sticks / "v1")
    assert [item.status for item in list_komentar(bappeda, 2024)] == ["Diberikan"]


def test_a_place_that_cannot_be_written_gives_nothing(
    bappeda: Office, told: UUID, sticks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KinerjaError):
        write_berkas(bappeda, unit_id(bappeda), sticks / "hilang")
    with pytest.raises(KinerjaError, match="folder data"):
        write_berkas(bappeda, unit_id(bappeda), bappeda.folder)

    def locked(*_: object) -> None:
        raise KinerjaError("Flashdisk hanya dapat dibaca.")

    monkeypatch.setattr(service, "write_file", locked)
    done = reception.receive(bappeda, look(bappeda, sticks / "v1"))
    assert len(done.tanda_terima) == 1
    (problem,) = done.gagal
    assert "komentarnya belum ditulis: Flashdisk hanya" in problem.message
    assert states(bappeda) == ["Belum ditulis ke berkas"]


def test_the_trail_says_what_was_written_to_whom(bappeda: Office, told: UUID, sticks: Path) -> None:
    write_berkas(bappeda, unit_id(bappeda), sticks / "v1")
    given, written = list_deeds(bappeda)[:2]
    assert given.label == "Memberikan 1 komentar kepada Kecamatan Candipuro"
    assert written.label == "Menulis komentar untuk Kecamatan Candipuro Tahun 2024"
    words = " ".join(str(line) for line in read_rincian(bappeda, written.id))
    assert KALIMAT in words
    assert "(isi)" not in words
    assert "Diberikan" in str(read_rincian(bappeda, given.id))
