"""A QR is read however the page was photographed."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from kinerja_desktop.documents.charts.png import qr_png
from kinerja_desktop.documents.pictures.qr_reading import read_qr
from tests.documents.pictures.scans import KODE, LAIN, SIZE, blur, darken, photograph, skew


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page,
        lambda page: page.rotate(7, expand=True, fillcolor=90),
        lambda page: page.rotate(45, expand=True, fillcolor=90),
        lambda page: page.rotate(90, expand=True),
        lambda page: page.rotate(180),
        lambda page: page.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        skew,
        darken,
        blur,
        lambda page: darken(skew(page)),
        lambda page: page.convert("RGB"),
        lambda page: page.convert("P"),
        lambda page: page.resize((1000, 1333)),
    ],
)
def test_it_is_found_however_it_lies(change: Callable[[Any], Any]) -> None:
    assert read_qr(change(photograph(KODE))) == [KODE]


def test_a_jpeg_turned_by_its_own_note_is_read() -> None:
    """A phone held upright stores the picture across, and says so beside it."""
    file, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6
    photograph(KODE).rotate(90, expand=True).save(file, "JPEG", quality=60, exif=exif)
    assert read_qr(Image.open(file)) == [KODE]


def test_all_of_a_picture_are_read_each_once_and_none_is_none() -> None:
    assert sorted(read_qr(photograph(KODE, LAIN, KODE))) == sorted([KODE, LAIN])
    assert read_qr(photograph("https://lumajangkab.go.id")) == ["https://lumajangkab.go.id"]
    assert read_qr(photograph()) == []
    assert read_qr(Image.new("L", SIZE, 0)) == []


def test_our_own_papers_bear_such_a_qr() -> None:
    assert read_qr(Image.open(BytesIO(qr_png(KODE))).convert("L").resize((300, 300))) == [KODE]
