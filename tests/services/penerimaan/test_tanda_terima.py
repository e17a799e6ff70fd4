"""The receipt goes onto the stick, and comes back into the log of who sent it."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from kinerja_desktop.domain.penerimaan.ringkas import BerkasMasuk, DokumenMasuk
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.proof import Cara
from kinerja_desktop.services.penerimaan.tanda_terima import list_butir, write_tanda_terima
from kinerja_desktop.store.records import PaketMasuk, Surat
from tests.domain.penerimaan.samples import ringkas
from tests.packages import kode_of
from tests.services.dokumen.papers import read_text
from tests.services.penerimaan.senders import package_of, rows, take


def give(office: Office, stick: Path) -> tuple[Path, Path]:
    """Take in what lies on a stick and write its receipt."""
    (done,) = take(office, stick).masuk
    return write_tanda_terima(office, done.id, stick, done.calon.tempat.folder.name)


def test_the_paper_says_who_what_when_and_every_kode(bappeda: Office, sticks: Path) -> None:
    paper, _ = give(bappeda, sticks / "v1")
    assert paper.name == "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.pdf"
    (row,) = rows(bappeda)
    text = read_text(paper.read_bytes())
    for part in (
        "PEMERINTAH KABUPATEN LUMAJANG", "TANDA TERIMA", "Kecamatan Candipuro",
        "Pengukuran Kinerja Tahun 2024", "Senin, 10 Februari 2025", "Bukti dukung kinerja",
        "1 (satu) berkas", f"Kode verifikasi {row.kode}", f"Kode paket {row.kode_paket}",
        row.tanda_terima, "Yang menyerahkan,", "Penerima,",
    ):  # fmt: skip
        assert part in text, part
    assert "KECAMATAN BAPPEDA" not in text
    # Who sits at the program is no name to sign with; a name that was told is.
    assert "Operator" not in text
    with bappeda.journal.action("Penerima") as session:
        session.get_one(PaketMasuk, row.id).penerima = "Siti Aminah"
    paper, _ = write_tanda_terima(bappeda, row.id, sticks)
    assert "Siti Aminah" in read_text(paper.read_bytes())


def test_every_paper_stands_there_with_the_kode_that_it_bears(bappeda: Office) -> None:
    """`docs/sakip.md` §10: of a paper kept as it was signed the kode is in the data alone."""
    berkas = tuple(
        BerkasMasuk(path, "0" * 64, 1, cara.name, cara.is_proved)
        for path, cara in (
            ("00_SURAT_PENGANTAR.pdf", Cara.PAKET),
            ("00_PERENCANAAN/Penetapan_IKU_2024.pdf", Cara.PAKET),
            ("03_PENGUKURAN/Pengukuran_Kinerja_2024.pdf", Cara.SAMA),
            ("07_TERTANDA/Pengukuran_Kinerja_2024_bertanda_tangan_1.jpg", Cara.PAKET),
            ("07_TERTANDA/Pengukuran_Kinerja_2024_bertanda_tangan_2.jpg", Cara.PAKET),
            ("07_TERTANDA/Rencana_Aksi_2024_bertanda_tangan_3.pdf", Cara.PAKET),
            ("06_GAMBAR/abc.png", Cara.PAKET),
            ("05_BUKTI/001_foto.jpg", Cara.SIDIK),
        )
    )
    dokumen = (
        DokumenMasuk("Pengukuran Kinerja Tahun 2024", "AAAA", 1),
        DokumenMasuk("Rencana Aksi Tahun 2024", "BBBB", 1, tercetak=False),
    )
    paket = replace(ringkas(), dokumen=dokumen, berkas=berkas, kode_paket="CCCC")
    assert [(item.nama, item.banyaknya, item.keterangan) for item in list_butir(paket)] == [
        ("Pengukuran Kinerja Tahun 2024", "1 (satu) berkas", "Kode verifikasi AAAA"),
        ("Rencana Aksi Tahun 2024", "1 (satu) berkas", ""),
        ("Penetapan IKU 2024", "1 (satu) berkas", ""),
        ("Surat Pengantar", "1 (satu) berkas", ""),
        ("Pindaian yang ditandatangani: Pengukuran Kinerja 2024", "2 (dua) berkas", ""),
        ("Pindaian yang ditandatangani: Rencana Aksi 2024", "1 (satu) berkas", ""),
        ("Bukti dukung kinerja", "1 (satu) berkas", ""),
        ("Salinan elektronik pada flashdisk", "1 (satu) paket", "Kode paket CCCC"),
    ]


def test_the_file_says_the_same_and_has_a_kode_of_its_own(bappeda: Office, sticks: Path) -> None:
    _, file = give(bappeda, sticks / "v1")
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    (row,) = rows(bappeda)
    assert data.pop("kode_tanda_terima") == kode_of(data)
    assert data == {
        "jenis": "tanda_terima_paket", "skema": 1, "nomor": row.tanda_terima,
        "kantor": "Bappeda Kabupaten Lumajang", "penerima": "Operator",
        "diterima": "2025-02-10T02:00:00+00:00", "tanggal": "2025-02-10",
        "kecamatan": "Candipuro", "kabupaten": "Lumajang", "tahun": 2024, "triwulan": None,
        "kode": row.kode, "kode_paket": row.kode_paket,
        "paket": "SAKIP_CANDIPURO_2024_TAHUNAN_20250203",
    }  # fmt: skip


def test_the_number_is_taken_once_and_never_twice(bappeda: Office, sticks: Path) -> None:
    first = give(bappeda, sticks / "v1")
    give(bappeda, sticks / "klakah")
    one, two = rows(bappeda)
    assert one.tanda_terima != two.tanda_terima
    # Written again it is the same, in the same place.
    before = [path.read_bytes() for path in first]
    again = write_tanda_terima(
        bappeda, one.id, sticks / "v1", "SAKIP_CANDIPURO_2024_TAHUNAN_20250203"
    )
    assert (again, [path.read_bytes() for path in again]) == (first, before)
    with bappeda.journal.reading() as session:
        letters = session.exec(select(Surat)).all()
    assert {letter.nomor for letter in letters} == {one.tanda_terima, two.tanda_terima}
    assert {re.sub(r"\D", "", letter.agenda) for letter in letters} == {"1", "2"}
    assert letters[0].tanggal == date(2025, 2, 10)


def test_a_receipt_that_is_there_is_not_written_over(bappeda: Office, sticks: Path) -> None:
    stick = sticks / "v1"
    (stick / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.json").write_text("milik orang lain")
    (stick / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN_2.pdf").mkdir()
    paper, file = give(bappeda, stick)
    assert file.name == "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN_3.json"
    assert paper.with_suffix(".json") == file
    kept = stick / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.json"
    assert kept.read_text() == "milik orang lain"


def test_the_same_receipt_is_not_heaped_up_beside_other_copies_of_the_package(
    bappeda: Office, sticks: Path
) -> None:
    (done,) = take(bappeda, sticks / "v1").masuk
    for name in ("SAKIP_A", "SAKIP_B", "SAKIP_A"):
        write_tanda_terima(bappeda, done.id, sticks / "v1", name)
    assert [path.name for path in sorted((sticks / "v1").glob("TANDA*"))] == [
        "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.json", "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.pdf",
    ]  # fmt: skip


def test_a_receipt_does_not_spoil_the_package_beside_it(bappeda: Office, sticks: Path) -> None:
    give(bappeda, sticks / "v1")
    (problem,) = take(bappeda, sticks / "v1").gagal
    assert "sudah diterima" in problem.message
    assert package_of(sticks / "v1").is_dir()


def test_a_place_that_cannot_be_written_is_said_and_the_number_stays(
    bappeda: Office, sticks: Path
) -> None:
    (done,) = take(bappeda, sticks / "v1").masuk
    with pytest.raises(KinerjaError, match="tidak ada"):
        write_tanda_terima(bappeda, done.id, sticks / "hilang")
    nomor = rows(bappeda)[0].tanda_terima
    assert nomor
    write_tanda_terima(bappeda, done.id, sticks / "v1")
    assert rows(bappeda)[0].tanda_terima == nomor
    with pytest.raises(KinerjaError, match="folder data"):
        write_tanda_terima(bappeda, done.id, bappeda.folder)


def test_a_package_without_kode_or_evidence_has_a_receipt_too(
    bappeda: Office, sticks: Path
) -> None:
    (done,) = take(bappeda, sticks / "v1").masuk
    with bappeda.journal.action("Paket lama") as session:
        row = session.get_one(PaketMasuk, done.id)
        files = [f for f in row.ringkas["berkas"] if not f["path"].startswith("05_")]
        row.ringkas = {**row.ringkas, "kode_paket": "", "berkas": files}
    paper, _ = write_tanda_terima(bappeda, done.id, sticks / "v1")
    text = read_text(paper.read_bytes())
    assert "Kode paket" not in text
    assert "Bukti dukung" not in text


def test_a_quarter_is_named_in_the_file(bappeda: Office, sticks: Path) -> None:
    (done,) = take(bappeda, sticks / "v1").masuk
    with bappeda.journal.action("Triwulan") as session:
        row = session.get_one(PaketMasuk, done.id)
        row.triwulan = 2
        row.ringkas = {**row.ringkas, "triwulan": 2}
        row.diterima = datetime(2025, 2, 11, 20, 0, tzinfo=UTC)
    paper, file = write_tanda_terima(bappeda, done.id, sticks / "v1")
    assert file.name == "TANDA_TERIMA_CANDIPURO_2024_TW2.json"
    # Twenty hours UTC is the next day in Lumajang.
    assert "Rabu, 12 Februari 2025" in read_text(paper.read_bytes())
