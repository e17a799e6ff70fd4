"""A file of comments is read as it was written, and nothing else is."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.penerimaan.komentar import (
    MAKS_ISI,
    MAKS_KOMENTAR,
    BerkasKomentar,
    ButirKomentar,
    read_komentar,
    tidy_isi,
    write_komentar,
)
from kinerja_desktop.domain.penerimaan.segel import UnreadableFileError
from tests.packages import kode_of

ONE = ButirKomentar(
    UUID(int=1), 2024, None, "Indeks Kepuasan Masyarakat", "Lampirkan hasil survei.\nTriwulan IV.",
    "Sri Rahayu", datetime(2025, 2, 10, 2, 0, tzinfo=UTC),
)  # fmt: skip
TWO = replace(ONE, id=UUID(int=2), triwulan=2, tentang="")
BERKAS = BerkasKomentar("Bappeda Kabupaten Lumajang", "Candipuro", "Lumajang", (ONE, TWO))


def test_it_is_read_as_it_was_written() -> None:
    assert read_komentar(write_komentar(BERKAS)) == BERKAS
    assert write_komentar(BERKAS) == write_komentar(BERKAS)
    assert (ONE.periode, TWO.periode) == (Periode(2024), Periode(2024, 2))


def test_its_kode_is_over_all_else_as_another_program_computes_it() -> None:
    data = json.loads(write_komentar(BERKAS))
    kode = data.pop("kode_berkas")
    assert kode == kode_of(data)
    assert data["jenis"] == "komentar_bappeda"
    assert data["komentar"][0] == {
        "id": "00000000-0000-0000-0000-000000000001", "tahun": 2024, "triwulan": None,
        "tentang": "Indeks Kepuasan Masyarakat", "isi": "Lampirkan hasil survei.\nTriwulan IV.",
        "dari": "Sri Rahayu", "dibuat": "2025-02-10T02:00:00+00:00",
    }  # fmt: skip


def sealed(komentar: Any = None, **change: Any) -> bytes:
    """Make it as one does who knows the form; `komentar` changes the first comment."""
    data = json.loads(write_komentar(BERKAS)) | change
    if komentar is not None:
        data["komentar"][0] |= komentar
    data.pop("kode_berkas")
    return json.dumps(data | {"kode_berkas": kode_of(data)}).encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "bukan berkas komentar"),
        (b'{"jenis": "tanda_terima_paket"}', "bukan berkas komentar"),
        (sealed(skema=2), "^Berkas komentar ini ditulis program yang lebih baru"),
        (write_komentar(BERKAS).replace(b"Sri", b"Tri"), "tidak cocok dengan kodenya"),
        (sealed(kecamatan=3), "tidak lengkap"),
        (sealed(kantor="x" * 1001), "tidak lengkap"),
        (sealed(komentar={"tahun": 1900}), "tidak lengkap"),
        (sealed(komentar={"triwulan": 5}), "tidak lengkap"),
        (sealed(komentar={"isi": " - "}), "tidak lengkap"),
        (sealed(komentar={"isi": "x" * (MAKS_ISI + 1)}), "tidak lengkap"),
        (sealed(komentar={"id": "satu"}), "tidak lengkap"),
        (sealed(komentar={"id": str(UUID(int=2))}), "tidak lengkap"),
        (sealed(komentar={"dibuat": "kemarin"}), "tidak lengkap"),
        (sealed(komentar={"dibuat": "0001-01-01T00:00:00+14:00"}), "tidak lengkap"),
        (sealed(komentar={"dari": "x" * 1001}), "tidak lengkap"),
        (
            write_komentar(
                replace(
                    BERKAS,
                    komentar=tuple(replace(ONE, id=UUID(int=n)) for n in range(MAKS_KOMENTAR + 1)),
                )
            ),
            "tidak lengkap",
        ),
    ],
)
def test_what_is_none_is_said(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableFileError, match=told):
        read_komentar(content)


def test_a_truth_value_is_no_quarter() -> None:
    (first, _) = read_komentar(sealed(komentar={"triwulan": True})).komentar
    assert type(first.triwulan) is int


def test_a_comment_says_something_and_not_too_much() -> None:
    assert tidy_isi("  Perbaiki\u200b target.\r\nSegera. ") == "Perbaiki target.\nSegera."
    with pytest.raises(ValueError, match="masih kosong"):
        tidy_isi(" … ")
    with pytest.raises(ValueError, match="2001 huruf, paling banyak 2000"):
        tidy_isi("x" * 2001)
