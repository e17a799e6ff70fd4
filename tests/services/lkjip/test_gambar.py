from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kinerja_desktop.documents.pictures import limits, picture_check
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.gambar import add_picture, add_picture_bytes, read_picture
from kinerja_desktop.services.lkjip.pratinjau import preview_section
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.store.records import Lampiran
from tests.documents.pictures.made import photo_jpeg
from tests.documents.reading import pages_of
from tests.services.lkjip.office import PERIODE, TAHUN, TANGGAL, indikator
from tests.tampering import lose_file


def png(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "#336699").save(out, kind)
    return out.getvalue()


def test_a_picture_is_kept_and_found_again(muncar: Office, tmp_path: Path) -> None:
    path = tmp_path / "rapat.png"
    path.write_bytes(png())
    address = add_picture(muncar, TAHUN, path)
    assert read_picture(muncar, address.removeprefix("gambar:")) == png()


def test_the_same_picture_twice_is_one(muncar: Office) -> None:
    first = add_picture_bytes(muncar, TAHUN, png(), "a.png")
    assert add_picture_bytes(muncar, TAHUN, png(), "b.png") == first
    with muncar.journal.reading() as session:
        from sqlmodel import select

        assert len(session.exec(select(Lampiran)).all()) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"bukan gambar", "bukan gambar"),
        (b"", "bukan gambar"),
        (png()[:60], "rusak"),
        (png(kind="BMP"), "BMP"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(muncar: Office, content: bytes, words: str) -> None:
    with pytest.raises(KinerjaError, match=words) as caught:
        add_picture_bytes(muncar, TAHUN, content, "foto.png")
    assert caught.value.remedy


def test_a_phones_photo_of_several_pictures_is_a_picture(muncar: Office) -> None:
    """Many phones write an MPO: a JPEG with a second picture behind the first."""
    out, image = BytesIO(), Image.new("RGB", (40, 30))
    image.save(out, "MPO", save_all=True, append_images=[image])
    address = add_picture_bytes(muncar, TAHUN, out.getvalue(), "IMG_1.jpg")
    write_text(muncar, TAHUN, "latar_belakang", f"![Rapat]({address})")
    assert b"/Image" in preview_section(muncar, TAHUN, "latar_belakang", None).pdf


def test_a_picture_that_is_too_large_is_refused(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_PIXELS", 1000)
    with pytest.raises(KinerjaError, match="40 × 30 titik"):
        add_picture_bytes(muncar, TAHUN, png(), "foto.png")
    monkeypatch.setattr(picture_check, "MAX_BYTES", 10)
    with pytest.raises(KinerjaError, match="terlalu besar"):
        add_picture_bytes(muncar, TAHUN, png(), "foto.png")


def test_a_file_that_cannot_be_read_is_said(muncar: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError):
        add_picture(muncar, TAHUN, tmp_path / "hilang.png")


@pytest.mark.parametrize("sha256", ["bukan-hash", "0" * 64])
def test_a_picture_that_is_gone_is_none(muncar: Office, sha256: str) -> None:
    assert read_picture(muncar, sha256) is None


def test_a_picture_stands_in_the_report(muncar: Office) -> None:
    address = add_picture_bytes(muncar, TAHUN, png(), "rapat.png")
    write_text(muncar, TAHUN, "latar_belakang", f"Lihat:\n\n![Rapat tim]({address})")
    shown = preview_section(muncar, TAHUN, "latar_belakang", None)
    assert "Rapat tim" in pages_of(shown.pdf)[0]
    assert b"/Image" in shown.pdf


@pytest.mark.parametrize("address", ["gambar:bukan-hash", f"gambar:{'0' * 64}"])
def test_a_report_whose_picture_is_lost_cannot_be_final(lengkap: Office, address: str) -> None:
    write_text(lengkap, TAHUN, "latar_belakang", f"![Rapat tim]({address})")
    with pytest.raises(DataProblemsError) as caught:
        finalize_lkjip(lengkap, TAHUN, TANGGAL)
    assert [str(problem) for problem in caught.value.problems] == [
        "1.1 Latar Belakang: gambarnya hilang: sisipkan lagi, atau hapus dari teks"
    ]


def test_a_report_whose_pictures_are_there_is_final(lengkap: Office) -> None:
    address = add_picture_bytes(lengkap, TAHUN, png(), "rapat.png")
    write_text(lengkap, TAHUN, "latar_belakang", f"Lihat ![Rapat]({address})")
    assert finalize_lkjip(lengkap, TAHUN, TANGGAL).versi == 1


def test_evidence_that_is_a_picture_is_attached(muncar: Office, tmp_path: Path) -> None:
    path = tmp_path / "rapat.png"
    path.write_bytes(png())
    attach_bukti(muncar, indikator(muncar, "IKU-1"), PERIODE, path)
    pages = pages_of(documents.build_pdf(muncar, Permintaan("lkjip", PERIODE)))
    assert any("FOTO BUKTI KINERJA" in page and "rapat (Indeks" in page for page in pages[6:])


@pytest.mark.parametrize("content", [b"bukan gambar", photo_jpeg(200, 200)[:2000]])
def test_evidence_that_is_no_whole_picture_leaves_a_sentence(
    muncar: Office, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "rapat.jpg"
    path.write_bytes(content)
    attach_bukti(muncar, indikator(muncar, "IKU-1"), PERIODE, path)
    pages = pages_of(documents.build_pdf(muncar, Permintaan("lkjip", PERIODE)))
    assert any("[Berkas rapat hilang atau rusak]" in page for page in pages)


def test_evidence_that_is_lost_leaves_a_sentence(muncar: Office, tmp_path: Path) -> None:
    path = tmp_path / "rapat.png"
    path.write_bytes(png())
    attach_bukti(muncar, indikator(muncar, "IKU-1"), PERIODE, path)
    (digest,) = muncar.evidence.stored()
    lose_file(muncar, digest)
    pages = pages_of(documents.build_pdf(muncar, Permintaan("lkjip", PERIODE)))
    assert any("[Berkas rapat hilang atau rusak]" in page for page in pages)
