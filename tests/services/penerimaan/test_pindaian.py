"""The kode in photos and scans: bounded, page after page, what is wrong in a sentence."""

import errno
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor import pindaian
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Halaman, Pindaian, read_pindaian
from kinerja_desktop.services.penerimaan.pindaian import cocokkan_pindaian
from tests.documents.pictures.scans import KODE, LAIN, photograph
from tests.picture_samples import png_of
from tests.services.penerimaan.senders import rows, take

WEB = "https://lumajangkab.go.id"


def draw(page: Any, teks: str = "") -> Halaman:
    return Halaman(page.width, page.height, page.tobytes(), teks)


def small(*payloads: str, teks: str = "") -> Halaman:
    return draw(photograph(*payloads, size=(1400, 900), side=150), teks)


def scan(path: Path, *pages: Halaman, **options: Any) -> Pindaian:
    path.write_bytes(b"%PDF-1.7 as another program draws it")
    return read_pindaian(path, lambda _content: iter(pages), **options)


def save(path: Path, page: Any, kind: str = "PNG") -> Path:
    file = BytesIO()
    page.save(file, kind)
    path.write_bytes(file.getvalue())
    return path


def pulled(_path: Path) -> None:
    raise OSError(errno.EIO, "Input/output error")


def nothing(_content: bytes) -> Iterator[Halaman]:
    raise AssertionError("no PDF")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_photo_has_its_kode(tmp_path: Path, kind: str) -> None:
    path = save(tmp_path / "foto.jpg", photograph(KODE, WEB), kind)
    assert read_pindaian(path, nothing) == Pindaian((KODE,), 1, 1)


def test_pages_are_read_in_turn_each_kode_once(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    found = scan(
        tmp_path / "p.pdf", small(LAIN), small(), small(KODE, WEB), small(LAIN),
        progress=lambda *state: told.append(state),
    )  # fmt: skip
    assert found == Pindaian((LAIN, KODE), 4, 1)
    assert told[0] == (1, 0, "Membaca halaman 1")
    assert len(told) == 4


def test_a_kode_in_words_counts_where_there_is_no_qr(tmp_path: Path) -> None:
    teks = f"Kode verifikasi {LAIN}\nNo. AB12-CD34 dan 0000-UUUU-0000-0000 serta X{KODE}"
    assert scan(tmp_path / "p.pdf", small(teks=teks)).kode == (LAIN,)
    assert scan(tmp_path / "p.pdf", small(KODE, teks=teks)).kode == (KODE,)


def test_it_stops_when_asked_and_at_the_last_page_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = (small(KODE), small(LAIN), small())
    answers = iter([False, True])
    found = scan(tmp_path / "p.pdf", *pages, cancelled=lambda: next(answers))
    assert found == Pindaian((KODE,), 1, 0, has_more=True)
    monkeypatch.setattr(pindaian, "MOST_PAGES", 2)
    assert scan(tmp_path / "p.pdf", *pages) == Pindaian((KODE, LAIN), 2, 0, has_more=True)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "bukan foto atau pindaian"),
        (b"bukan gambar", "bukan foto atau pindaian"),
        (png_of(6_000, 6_000), "terlalu besar"),
        (png_of(30, 30)[:60], "bukan foto atau pindaian"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "bukan foto atau pindaian"),
    ],
)
def test_what_is_no_photo_is_said(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(content)
    with pytest.raises(KinerjaError, match=told):
        read_pindaian(path, nothing)


def test_a_picture_of_another_kind_and_a_file_that_is_not_there_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "foto.png", photograph(size=(600, 600)), "BMP")
    with pytest.raises(KinerjaError, match=r"berbentuk BMP.* Simpan sebagai PNG"):
        read_pindaian(path, nothing)
    with pytest.raises(KinerjaError, match="tidak ada"):
        read_pindaian(tmp_path / "hilang.pdf", nothing)
    with monkeypatch.context() as patch:
        patch.setattr(pindaian, "require_file", pulled)
        with pytest.raises(KinerjaError, match="tidak terjangkau lagi"):
            read_pindaian(path, nothing)
    monkeypatch.setattr(pindaian, "_LARGEST", 10)
    with pytest.raises(KinerjaError, match="lebih dari 300 MB"):
        read_pindaian(path, nothing)


def test_every_kode_of_a_file_is_looked_up(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    found = cocokkan_pindaian(bappeda, Pindaian((row.kode, LAIN), 2, 0), "tumpukan.pdf")
    assert [(kode, [item.judul for item in items]) for kode, items in found] == [
        (row.kode, ["Pengukuran Kinerja Tahun 2024, Kecamatan Candipuro, Tahun 2024"]),
        (LAIN, []),
    ]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Pindaian((), 1, 0), "Tidak ada kode QR yang terbaca pada foto.jpg"),
        (Pindaian((), 3, 0), "terbaca pada 3 halaman foto.jpg"),
        (Pindaian((), 1, 2), "bukan kode verifikasi program ini"),
    ],
)
def test_without_a_kode_it_says_why(bappeda: Office, found: Pindaian, told: str) -> None:
    with pytest.raises(KinerjaError, match=told) as caught:
        cocokkan_pindaian(bappeda, found, "foto.jpg")
    assert "Ketik kode" in caught.value.remedy
