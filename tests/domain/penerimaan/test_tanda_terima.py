"""A receipt is read as it was written, and nothing else is."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.penerimaan.segel import UnreadableFileError
from kinerja_desktop.domain.penerimaan.tanda_terima import (
    TandaTerimaPaket,
    read_receipt,
    write_receipt,
)
from tests.packages import kode_of

RECEIPT = TandaTerimaPaket(
    "700/1/427.60/2025", "Bappeda Kabupaten Lumajang", "Siti Aminah",
    datetime(2025, 2, 10, 2, 0, tzinfo=UTC), date(2025, 2, 10), "Candipuro", "Lumajang", 2024,
    None, "8G9P-Z8TN-PDKR-M4A6", "0000-1111-2222-3333", "SAKIP_CANDIPURO_2024_TAHUNAN_20250203",
)  # fmt: skip


def test_it_is_read_as_it_was_written() -> None:
    quarter = replace(RECEIPT, triwulan=2)
    assert read_receipt(write_receipt(RECEIPT)) == RECEIPT
    assert read_receipt(write_receipt(quarter)) == quarter
    assert (RECEIPT.periode, quarter.periode) == (Periode(2024), Periode(2024, 2))


def test_its_kode_is_over_all_else_as_another_program_computes_it() -> None:
    data = json.loads(write_receipt(RECEIPT))
    kode = data.pop("kode_tanda_terima")
    assert kode == kode_of(data)
    assert (data["diterima"], data["tanggal"]) == ("2025-02-10T02:00:00+00:00", "2025-02-10")


def sealed(**change: Any) -> bytes:
    """Make it as one does who knows the form."""
    data = json.loads(write_receipt(RECEIPT)) | change
    data.pop("kode_tanda_terima")
    data = {key: value for key, value in data.items() if value != "hapus"}
    return json.dumps(data | {"kode_tanda_terima": kode_of(data)}).encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "bukan tanda terima"),
        (b"\xff\xfe", "bukan tanda terima"),
        (b"[" * 100_000, "bukan tanda terima"),
        (b"[]", "bukan tanda terima"),
        (b'{"jenis": "lain"}', "bukan tanda terima"),
        (sealed(skema=2), "program yang lebih baru"),
        (write_receipt(RECEIPT).replace(b"Siti", b"Sita"), "tidak cocok dengan kodenya"),
        (write_receipt(RECEIPT).replace(b": 2024", b": 2024.5"), "tidak cocok dengan kodenya"),
        (sealed(penerima="  "), "tidak lengkap"),
        (sealed(penerima="x" * 1001), "tidak lengkap"),
        (sealed(triwulan=5), "tidak lengkap"),
        (sealed(tahun=1900), "tidak lengkap"),
        (sealed(kode=7), "tidak lengkap"),
        (sealed(paket="hapus"), "tidak lengkap"),
        (sealed(tanggal="kemarin"), "Tanggal pada tanda terima"),
        (sealed(diterima="kemarin"), "Tanggal pada tanda terima"),
    ],
)
def test_what_is_none_is_said(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableFileError, match=told):
        read_receipt(content)
