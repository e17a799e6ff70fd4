"""Taking in: whole or not at all, older first, kept under their hash, told in the trail."""

import errno
import hashlib
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import package_check
from kinerja_desktop.services.awal.setup_bappeda import BappedaBaru, set_up_bappeda
from kinerja_desktop.services.dokumen.tertanda import attach_tertanda, remove_tertanda
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.penerimaan.cari import cari_paket
from kinerja_desktop.services.penerimaan.penilaian import urutan_of_row
from kinerja_desktop.services.penerimaan.pratinjau import preview
from kinerja_desktop.services.penerimaan.rekap import read_rekap
from kinerja_desktop.services.penerimaan.terima import find_damaged_files, terima_paket
from kinerja_desktop.services.penerimaan.unit import add_unit
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.services.riwayat.trail import Saring, list_deeds
from kinerja_desktop.store.evidence import EvidenceStore
from kinerja_desktop.store.records import PaketMasuk
from tests.arsip.reading import ARSIP
from tests.finals import finalize
from tests.packages import put, read_data
from tests.services.dokumen.papers import TAHUN, TANGGAL
from tests.services.penerimaan.senders import (
    IKM,
    at,
    change_ikm,
    open_sender,
    package_of,
    rows,
    send,
    send_first,
    take,
)
from tests.tampering import tamper


def hashes(package: Path) -> dict[str, str]:
    root = package / "data"
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_all_files_are_kept_under_their_hash_and_the_row_tells_of_them(
    bappeda: Office, sticks: Path
) -> None:
    hasil = take(bappeda, sticks / "v1")
    assert (hasil.gagal, hasil.is_stopped) == ([], False)
    (row,) = rows(bappeda)
    assert hasil.masuk[0].id == row.id
    package = package_of(sticks / "v1")
    data = read_data(package)
    assert (row.kode, row.kode_paket, row.riwayat) == (
        data["kode"], data["kode_paket"], data["riwayat"],
    )  # fmt: skip
    assert (row.tahun, row.triwulan, row.versi, row.penerima, row.alasan) == (
        2024, None, 1, "Operator", "",
    )  # fmt: skip
    found = hashes(package)
    assert {file["path"]: file["sha256"] for file in row.ringkas["berkas"]} == found
    assert row.data == found["data.json"]
    for path, digest in found.items():
        kept = bappeda.evidence.path_of(digest).read_bytes()
        assert kept == (package / "data" / path).read_bytes()
    assert find_damaged_files(bappeda, row) == []
    assert list_deeds(bappeda, Saring())[0].label == (
        "Menerima paket Kecamatan Candipuro Tahun 2024 versi 1"
    )
    assert bappeda.journal.undo_label != list_deeds(bappeda, Saring())[0].label
    assert check_office(bappeda) == []


def test_versions_that_come_together_go_in_by_their_order_and_all_stay(
    bappeda: Office, sticks: Path
) -> None:
    hasil = take(bappeda, sticks / "v2", sticks / "v1", sticks / "klakah")
    assert hasil.gagal == []
    first, second, third = rows(bappeda)
    candipuro = sorted((row for row in (first, second, third) if row.ditulis.day == 3),  # type: ignore[union-attr]
                       key=lambda row: row.versi)  # fmt: skip
    assert [row.versi for row in candipuro] == [1, 2]
    assert max(candipuro, key=urutan_of_row).versi == 2
    assert candipuro[0].ringkas["perubahan"] == []
    assert candipuro[1].ringkas["perubahan"][0] == f"{IKM}: realisasi 97,66 menjadi 90"


def test_what_speaks_against_it_asks_for_a_reason_which_is_kept(
    bappeda: Office, sticks: Path
) -> None:
    take(bappeda, sticks / "v2")
    assert take(bappeda, sticks / "v1", alasan="  ").masuk == []
    # A lone dash tells nothing.
    (problem,) = take(bappeda, sticks / "v1", alasan="-").gagal
    assert "lebih lama" in problem.message
    assert problem.file == "SAKIP_CANDIPURO_2024_TAHUNAN_20250203"
    assert len(rows(bappeda)) == 1
    assert take(bappeda, sticks / "v1", alasan=" Diminta untuk arsip ").gagal == []
    old = next(row for row in rows(bappeda) if row.versi == 1)
    assert old.alasan == "Diminta untuk arsip"
    assert max(rows(bappeda), key=urutan_of_row).versi == 2


@pytest.mark.parametrize("order", [("v1", "lain"), ("lain", "v1")])
def test_of_one_version_with_two_contents_the_one_chosen_with_a_reason_counts(
    bappeda: Office, sticks: Path, tmp_path: Path, order: tuple[str, str]
) -> None:
    """Whoever asked the sender knows better than any date or kode."""
    office = open_sender(tmp_path / "kantor-kedua", day=5)
    change_ikm(office)
    send_first(office, tmp_path / "lain")
    first, second = order
    take(bappeda, sticks / first)
    assert take(bappeda, sticks / second).masuk == []
    assert len(take(bappeda, sticks / second, alasan="Dikonfirmasi Kasubbag").masuk) == 1
    chosen = max(rows(bappeda), key=urutan_of_row)
    assert (chosen.alasan, chosen.kode) == (
        "Dikonfirmasi Kasubbag", read_data(package_of(sticks / second))["kode"],
    )  # fmt: skip
    (line,) = (line for line in read_rekap(bappeda, 2024).penyampaian if line.kode == chosen.kode)
    assert line.unit == "Kecamatan Candipuro"
    # The same once more with more files beside it stays the one that counts.
    office.now = at(20)
    send(office, tmp_path / "lagi")
    office.close()
    again = take(bappeda, tmp_path / "lagi", alasan="Menyusul")
    assert (again.gagal, len(rows(bappeda))) == ([], 3)
    newest = max(rows(bappeda), key=urutan_of_row)
    lain = read_data(package_of(tmp_path / "lagi"))["kode"]
    assert newest.kode == lain
    assert newest.ringkas["perubahan"] != []


def test_a_reason_that_nobody_asked_for_is_not_kept(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1", alasan="tidak perlu")
    assert rows(bappeda)[0].alasan == ""


def test_the_same_package_in_two_places_goes_in_once(bappeda: Office, sticks: Path) -> None:
    shutil.copytree(sticks / "v1", sticks / "salinan")
    hasil = take(bappeda, sticks / "v1", sticks / "salinan", alasan="tetap masukkan")
    assert len(hasil.masuk) == 1
    (problem,) = hasil.gagal
    assert "sudah diterima" in problem.message
    assert problem.is_warning
    assert len(rows(bappeda)) == 1


def test_who_receives_can_be_told(bappeda: Office, sticks: Path) -> None:
    with cari_paket(bappeda, [sticks / "v1"]) as found:
        terima_paket(bappeda, preview(bappeda, found.paket), penerima=" Siti Aminah ")
    assert rows(bappeda)[0].penerima == "Siti Aminah"


def test_it_stops_between_packages(bappeda: Office, sticks: Path) -> None:
    steps: list[str] = []
    with cari_paket(bappeda, [sticks / "v1", sticks / "klakah"]) as found:
        hasil = terima_paket(
            bappeda,
            preview(bappeda, found.paket),
            progress=lambda _step, _steps, text: steps.append(text),
            cancelled=lambda: bool(steps),
        )
    assert (len(hasil.masuk), hasil.is_stopped) == (1, True)
    assert len(rows(bappeda)) == 1
    assert steps == ["Menerima SAKIP_CANDIPURO_2024_TAHUNAN_20250203"]


def test_a_stick_pulled_out_in_the_middle_leaves_nothing_half(
    bappeda: Office, sticks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = EvidenceStore.put
    taken: list[Path] = []

    def put_some(store: EvidenceStore, source: Path) -> tuple[str, int]:
        taken.append(source)
        if len(taken) == 3:
            shutil.rmtree(sticks / "v1")
        return real(store, source)

    with cari_paket(bappeda, [sticks / "v1", sticks / "klakah"]) as found:
        calon = preview(bappeda, found.paket)
        monkeypatch.setattr(EvidenceStore, "put", put_some)
        hasil = terima_paket(bappeda, calon)
    (problem,) = hasil.gagal
    assert "tidak ada" in problem.message
    assert "CANDIPURO" in problem.file
    # The one on the other stick is in, the first is not, in no part.
    assert [row.kode for row in rows(bappeda)] == [hasil.masuk[0].calon.ringkas.kode]  # type: ignore[union-attr]
    assert check_office(bappeda) == []


def test_what_somebody_else_takes_in_meanwhile_goes_in_once(
    bappeda: Office, sticks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one is done while the files of this one are copied."""
    real = EvidenceStore.put

    def put_late(store: EvidenceStore, source: Path) -> tuple[str, int]:
        monkeypatch.setattr(EvidenceStore, "put", real)
        assert len(take(bappeda, sticks / "v1").masuk) == 1
        return real(store, source)

    with cari_paket(bappeda, [sticks / "v1"]) as found:
        calon = preview(bappeda, found.paket)
        monkeypatch.setattr(EvidenceStore, "put", put_late)
        (problem,) = terima_paket(bappeda, calon).gagal
    assert "baru saja diterima" in problem.message
    assert problem.is_warning
    assert len(rows(bappeda)) == 1


def test_a_stick_pulled_out_while_it_is_looked_through_is_said(
    bappeda: Office, sticks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(package_check, "_check_content", pulled)
    hasil = take(bappeda, sticks / "v1")
    (problem,) = hasil.gagal
    assert "tidak terjangkau lagi" in problem.message


def test_a_file_exchanged_after_the_check_is_noticed(bappeda: Office, sticks: Path) -> None:
    with cari_paket(bappeda, [sticks / "v1"]) as found:
        calon = preview(bappeda, found.paket)
        (package_of(sticks / "v1") / "data/05_BUKTI/001_v1.txt").write_text("lain")
        hasil = terima_paket(bappeda, calon)
    (problem,) = hasil.gagal
    assert "05_BUKTI/001_v1.txt berubah selagi diambil" in problem.message
    assert rows(bappeda) == []


@pytest.mark.sqlite_only("a file under its hash; a server keeps the bytes itself")
def test_a_kept_file_that_is_lost_shows(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    (file,) = (item for item in row.ringkas["berkas"] if item["path"].startswith("05_BUKTI"))
    bappeda.evidence.path_of(file["sha256"]).unlink()
    assert find_damaged_files(bappeda, row) == ["05_BUKTI/001_v1.txt"]
    (problem,) = check_office(bappeda)
    assert problem.file == f"Paket masuk 2024 berkode {row.kode}: 05_BUKTI/001_v1.txt"


def test_an_empty_file_needs_no_place(bappeda: Office, sticks: Path) -> None:
    """A package of another program may hold one; it is proved by the kode of the package."""
    put(package_of(sticks / "v1"), "05_BUKTI/kosong.txt", b"")
    assert take(bappeda, sticks / "v1").gagal == []
    assert find_damaged_files(bappeda, rows(bappeda)[0]) == []
    assert check_office(bappeda) == []


def test_a_row_spoiled_by_another_program_does_not_stop_the_check(
    bappeda: Office, sticks: Path
) -> None:
    take(bappeda, sticks / "v1")
    tamper(bappeda, PaketMasuk, ringkas={"berkas": [{"path": "tanpa sidik jari"}]})
    texts = [problem.message for problem in check_office(bappeda)]
    assert any("Paket masuk" in text and "diubah di luar program" in text for text in texts)


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004", "0005"])
def test_packages_of_every_released_program_are_taken_in_as_a_zip(
    tmp_path: Path, revision: str
) -> None:
    """`tests/arsip`: those of the first have no kode of the whole package."""
    office = open_office(tmp_path / "data", at(10))
    names = {"nama": "Bappeda", "kabupaten": "Banyuwangi", "contoh": True}
    set_up_bappeda(office, BappedaBaru(names))
    add_unit(office, ["Muncar"])
    path = ARSIP / revision / "paket.zip"
    assert take(office, path).gagal == []
    (row,) = rows(office)
    assert (row.kode_paket == "") is (revision < "0003")
    (ikm,) = (item for item in row.ringkas["indikator"] if item["uraian"] == IKM)
    assert (ikm["target"], ikm["realisasi"], ikm["capaian"]) == ("91.33", "97.66", "106.93")
    (again,) = take(office, path).gagal
    assert "sudah diterima" in again.message
    assert check_office(office) == []
    office.close()


def test_a_kecamatan_takes_nothing_in(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        terima_paket(muncar, [])


def test_a_refusal_names_the_files_and_ends(bappeda: Office, sticks: Path) -> None:
    package = package_of(sticks / "v1")
    for number in range(8):
        (package / f"data/05_BUKTI/asing{number}.txt").write_bytes(b"x")
    (problem,) = take(bappeda, sticks / "v1").gagal
    assert "asing0.txt" in problem.message
    assert problem.message.count("tidak tercatat") == 5
    assert problem.message.endswith("Dan 3 hal lain.")


def test_a_file_taken_out_again_makes_the_package_no_older(bappeda: Office, tmp_path: Path) -> None:
    """Both of one day and one version: the later one counts, whatever files it has."""
    office = open_sender(tmp_path / "kantor")
    wanted, scan = Permintaan("pengukuran-kinerja", TAHUN), tmp_path / "salah.pdf"
    scan.write_bytes(b"%PDF-1.7 pindaian yang salah")
    kode = finalize(office, TAHUN, TANGGAL).kode
    kept = attach_tertanda(office, wanted, scan, Pindaian((kode,), 1, 0))
    send(office, tmp_path / "satu")
    assert len(take(bappeda, tmp_path / "satu").masuk) == 1
    remove_tertanda(office, kept.id)
    office.now = lambda: at(3)() + timedelta(minutes=5)
    send(office, tmp_path / "dua")
    office.close()
    hasil = take(bappeda, tmp_path / "dua")
    assert hasil.gagal == []
    assert max(rows(bappeda), key=urutan_of_row).id == hasil.masuk[0].id
    old = take(bappeda, tmp_path / "satu").gagal[0]
    assert "sudah diterima" in old.message
