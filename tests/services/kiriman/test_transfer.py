import errno
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import package
from kinerja_desktop.exchange.package import WriteCancelledError
from kinerja_desktop.services.awal.setup import set_logo
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.kiriman.delivery import read_kesiapan
from kinerja_desktop.services.kiriman.proof import Cara
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.riwayat.trail import Saring, list_deeds
from kinerja_desktop.store.records import Pengukuran
from tests.finals import finalize
from tests.picture_samples import SAMPLES
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    TW1,
    finalize_triwulan,
    indikator_id,
    read_text,
)
from tests.stopping import Counter, stop_at
from tests.tampering import lose_file, tamper


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STIK"
    folder.mkdir()
    return folder


@pytest.fixture
def final(muncar: Office) -> Office:
    finalize(muncar, TAHUN, TANGGAL)
    return muncar


def attach(office: Office, tmp_path: Path, name: str = "Survei IKM.pdf") -> Path:
    source = tmp_path / name
    source.write_bytes(b"hasil survei")
    bukti.attach_bukti(office, indikator_id(office), TAHUN, source)
    return source


def test_what_is_not_final_cannot_be_sent(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Tahun 2024 belum final") as caught:
        transfer.compose_package(muncar, TAHUN)
    assert "Jadikan final" in caught.value.remedy


def test_a_package_holds_letter_form_data_and_evidence(muncar: Office, tmp_path: Path) -> None:
    attach(muncar, tmp_path)
    row = finalize(muncar, TAHUN, TANGGAL)

    isi = transfer.compose_package(muncar, TAHUN)

    assert sorted(isi.files) == [
        "00_SURAT_PENGANTAR.pdf",
        "03_PENGUKURAN/Pengukuran_Kinerja_2024.pdf",
        "03_PENGUKURAN/Pengukuran_Kinerja_2024.xlsx",
        "05_BUKTI/001_Survei_IKM.pdf",
        "data.json",
    ]
    assert (isi.kode, isi.problems) == (row.kode, [])
    content = isi.files["data.json"]
    assert isinstance(content, bytes)
    data = json.loads(content)
    assert (data["kecamatan"], data["tahun"], data["triwulan"]) == ("Muncar", 2024, None)
    (document,) = data["dokumen"]
    assert compute_kode(document["data"]) == document["kode"] == row.kode
    assert [item["nama"] for item in data["bukti"]] == ["Survei IKM.pdf"]


def test_the_package_of_a_year_carries_the_evidence_of_its_triwulan(
    muncar: Office, tmp_path: Path
) -> None:
    attach(muncar, tmp_path, "Setahun.pdf")
    for triwulan in (3, 1):
        source = tmp_path / f"Rekap {triwulan}.pdf"
        source.write_bytes(b"rekap")
        bukti.attach_bukti(muncar, indikator_id(muncar), Periode(2024, triwulan), source)
    finalize_triwulan(muncar)
    finalize(muncar, TAHUN, TANGGAL)

    isi = transfer.compose_package(muncar, TAHUN)

    assert [path for path in isi.files if path.startswith("05_BUKTI/")] == [
        "05_BUKTI/TW1/001_Rekap_1.pdf",
        "05_BUKTI/TW3/002_Rekap_3.pdf",
        "05_BUKTI/003_Setahun.pdf",
    ]
    content = isi.files["data.json"]
    assert isinstance(content, bytes)
    told = [(item["nama"], item["triwulan"]) for item in json.loads(content)["bukti"]]
    assert told == [("Rekap 1.pdf", 1), ("Rekap 3.pdf", 3), ("Setahun.pdf", None)]
    names = {file.path: file.keterangan for file in read_kesiapan(muncar, TAHUN).files}
    assert names["05_BUKTI/TW3/002_Rekap_3.pdf"] == "Berkas bukti Triwulan III Tahun 2024"
    assert names["05_BUKTI/003_Setahun.pdf"] == "Berkas bukti"
    # The delivery of a triwulan holds its own evidence only.
    of_one = transfer.compose_package(muncar, TW1).files
    assert [path for path in of_one if path.startswith("05_BUKTI/")] == ["05_BUKTI/001_Rekap_1.pdf"]
    path = transfer.send_package(muncar, isi, tmp_path)
    assert transfer.verify_package(path)[1] == []


def test_a_package_is_written_read_back_and_logged(final: Office, stick: Path) -> None:
    isi = transfer.compose_package(final, TAHUN)
    steps: list[int] = []

    path = transfer.send_package(final, isi, stick, lambda step, *_: steps.append(step))

    assert path == stick / "SAKIP_MUNCAR_2024_TAHUNAN_20250115"
    assert steps == sorted(steps)
    package, problems = transfer.verify_package(path)
    assert problems == []
    assert package is not None
    assert package.paket.info["External-Identifier"] == isi.kode
    (row,) = transfer.list_kiriman(final)
    files = [file for file in path.rglob("*") if file.is_file()]
    assert (row.nama, row.tempat, row.kode) == (path.name, str(stick), isi.kode)
    assert (row.berkas, row.ukuran) == (len(files), sum(file.stat().st_size for file in files))
    labels = [deed.label for deed in list_deeds(final, Saring())]
    assert f"Mengirim paket {path.name}" in labels
    assert final.journal.undo_label not in labels[:3]


def test_the_readme_is_for_people_and_says_when_it_is_a_sample(final: Office, stick: Path) -> None:
    path = transfer.send_package(final, transfer.compose_package(final, TAHUN), stick)
    text = (path / "BACA_SAYA.txt").read_bytes().decode()
    for words in (
        "Dari      : Kecamatan Muncar, Kabupaten Banyuwangi\r\n",
        "Periode   : Tahun 2024\r\n",
        "15 Januari 2025",
        "DATA CONTOH",
    ):
        assert words in text


def test_real_data_is_not_called_a_sample(muncar: Office, stick: Path) -> None:
    (row,) = list_rows(muncar, "instansi")
    change_field(muncar, "instansi", row["id"], "contoh", False)
    finalize_triwulan(muncar)
    path = transfer.send_package(muncar, transfer.compose_package(muncar, TW1), stick)
    assert path.name == "SAKIP_MUNCAR_2024_TW1_20250115"
    assert b"CONTOH" not in (path / "BACA_SAYA.txt").read_bytes()


def test_a_cancelled_package_leaves_nothing(final: Office, stick: Path) -> None:
    isi = transfer.compose_package(final, TAHUN)
    with pytest.raises(WriteCancelledError):
        transfer.send_package(final, isi, stick, cancelled=lambda: True)
    assert list(stick.iterdir()) == []
    assert transfer.list_kiriman(final) == []


def test_gathering_a_package_stops_between_and_within_its_papers(final: Office) -> None:
    told: list[tuple[int, int, str]] = []
    asked = Counter()
    isi = transfer.compose_package(final, TAHUN, lambda *step: told.append(step), asked)
    assert [step for step, *_ in told] == list(range(len(isi.salinan)))
    assert {steps for _, steps, _ in told} == {len(isi.salinan)}
    assert told[0][2].startswith("Menyusun ")
    assert asked.asked > len(told), "a long paper is left in its middle"
    for when in (1, asked.asked):
        with pytest.raises(WriteCancelledError):
            transfer.compose_package(final, TAHUN, cancelled=stop_at(when))


def test_a_full_stick_is_told_and_nothing_is_logged(
    final: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = transfer.compose_package(final, TAHUN)

    def full(self: Path, *_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(KinerjaError, match="penuh"):
        transfer.send_package(final, isi, stick)
    assert transfer.list_kiriman(final) == []


def test_data_that_changed_since_signing_is_told_but_what_was_signed_is_sent(
    final: Office,
) -> None:
    change_field(final, "indikator", indikator_id(final), "satuan", "Indeks")
    (problem,) = transfer.compose_package(final, TAHUN).problems
    assert problem.is_warning
    assert problem.message == (
        "Sesudah dokumen ditandatangani, Indeks Kepuasan Masyarakat: "
        "satuan 'Nilai' menjadi 'Indeks'. Paket memuat angka yang ditandatangani"
    )


def test_many_changes_since_signing_are_told_by_the_first_and_a_count(final: Office) -> None:
    for row in list_rows(final, "indikator"):
        change_field(final, "indikator", row["id"], "satuan", "Lain")
    told = [problem.message for problem in transfer.compose_package(final, TAHUN).problems]
    assert len(told) == 4
    assert told[-1].startswith("Sesudah dokumen ditandatangani, 6 hal lain juga berubah")


def test_evidence_that_is_missing_stops_the_package(muncar: Office, tmp_path: Path) -> None:
    attach(muncar, tmp_path)
    finalize(muncar, TAHUN, TANGGAL)
    (digest,) = (
        name for name in muncar.evidence.stored()
        if muncar.evidence.path_of(name).read_bytes() == b"hasil survei"
    )  # fmt: skip
    lose_file(muncar, digest)
    with pytest.raises(KinerjaError, match=r"Survei IKM\.pdf hilang atau rusak"):
        transfer.compose_package(muncar, TAHUN)


def test_frozen_data_that_no_longer_fits_its_kode_is_not_sent(final: Office) -> None:
    tamper(final, Pengukuran, snapshot={"tahun": 1999})
    with pytest.raises(KinerjaError, match="tidak cocok lagi dengan kode verifikasinya"):
        transfer.compose_package(final, TAHUN)


def test_a_package_with_a_changed_file_is_told(final: Office, stick: Path) -> None:
    path = transfer.send_package(final, transfer.compose_package(final, TAHUN), stick)
    (path / "data" / "00_SURAT_PENGANTAR.pdf").write_bytes(b"lain")
    package, problems = transfer.verify_package(path)
    assert package is None
    assert any("00_SURAT_PENGANTAR.pdf" in str(problem) for problem in problems)


def test_the_letter_in_the_package_bears_the_number(final: Office) -> None:
    surat.set_nomor(final, TAHUN, "065/9/2025")
    letter = transfer.compose_package(final, TAHUN).files["00_SURAT_PENGANTAR.pdf"]
    assert isinstance(letter, bytes)
    assert "065/9/2025" in read_text(letter)


def test_who_received_it_is_noted_with_the_day(final: Office, stick: Path) -> None:
    transfer.send_package(final, transfer.compose_package(final, TAHUN), stick)
    (row,) = transfer.list_kiriman(final)
    with pytest.raises(KinerjaError, match="Nama penerima belum ditulis"):
        transfer.record_receipt(final, row.id, "  ")
    transfer.record_receipt(final, row.id, " Siti Aminah ")
    (row,) = transfer.list_kiriman(final)
    assert (row.penerima, row.tanggal_terima) == ("Siti Aminah", final.today())


def test_a_stick_pulled_out_at_the_last_moment_is_a_sentence_and_no_delivery(
    final: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = transfer.compose_package(final, TAHUN)
    write = package.write_package

    def write_and_pull(*arguments: Any, **options: Any) -> Path:
        path = write(*arguments, **options)

        def gone(_self: Path, _pattern: str) -> Iterator[Path]:
            raise OSError(errno.EIO, "Input/output error")

        monkeypatch.setattr(Path, "rglob", gone)
        return path

    monkeypatch.setattr(transfer, "write_package", write_and_pull)
    with pytest.raises(KinerjaError, match="terlepas atau rusak"):
        transfer.send_package(final, isi, stick)
    assert transfer.list_kiriman(final) == []


def test_a_package_gone_after_its_last_rename_is_no_delivery(
    final: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = transfer.compose_package(final, TAHUN)

    def pull(folder: Path) -> None:
        if folder == stick:
            (path,) = stick.iterdir()
            rmtree(path)

    monkeypatch.setattr(package, "sync_folder", pull)
    with pytest.raises(KinerjaError, match="tidak terbaca lagi"):
        transfer.send_package(final, isi, stick)
    assert transfer.list_kiriman(final) == []


def test_the_head_of_the_trail_goes_along(final: Office) -> None:
    seal = final.journal.state()
    content = transfer.compose_package(final, TAHUN).files["data.json"]
    assert isinstance(content, bytes)
    assert json.loads(content)["riwayat"] == seal


def test_logo_and_pictures_go_along_under_their_hash(muncar: Office, tmp_path: Path) -> None:
    source = tmp_path / "logo.png"
    source.write_bytes(SAMPLES["rgba.png"]())
    set_logo(muncar, source)
    finalize(muncar, TAHUN, TANGGAL)
    digest = sha256(source.read_bytes()).hexdigest()
    isi = transfer.compose_package(muncar, TAHUN)
    assert isi.files[f"06_GAMBAR/{digest}.png"] == source.read_bytes()
    names = {file.path: file.keterangan for file in read_kesiapan(muncar, TAHUN).files}
    assert names[f"06_GAMBAR/{digest}.png"] == "Logo atau gambar"
    # Without it the paper cannot be printed as it was: only its words are.
    lose_file(muncar, digest)
    path = transfer.send_package(muncar, transfer.compose_package(muncar, TAHUN), tmp_path)
    found, problems = transfer.verify_package(path)
    assert all(problem.is_warning for problem in problems)
    assert found is not None
    assert found.cara["03_PENGUKURAN/Pengukuran_Kinerja_2024.pdf"] is Cara.ANGKA
