"""The kode verifikasi is computed by hand here, from the bits of SHA-256, and must agree."""

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.capaian.kode import canonical_json, compute_kode, parse_kode

# Crockford's table, written value by value: https://www.crockford.com/base32.html
CROCKFORD = {
    **{value: str(value) for value in range(10)},
    10: "A", 11: "B", 12: "C", 13: "D", 14: "E", 15: "F", 16: "G", 17: "H", 18: "J", 19: "K",
    20: "M", 21: "N", 22: "P", 23: "Q", 24: "R", 25: "S", 26: "T", 27: "V", 28: "W", 29: "X",
    30: "Y", 31: "Z",
}  # fmt: skip

plain_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.dates()
    | st.uuids()
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)
    | st.datetimes(timezones=st.just(UTC)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def kode_by_bits(canonical: bytes) -> str:
    bits = "".join(f"{byte:08b}" for byte in sha256(canonical).digest())[:80]
    digits = [CROCKFORD[int(bits[start : start + 5], 2)] for start in range(0, 80, 5)]
    return "-".join("".join(digits[start : start + 4]) for start in (0, 4, 8, 12))


def test_canonical_json_sorts_keys_and_leaves_no_spaces() -> None:
    data = {"tahun": 2024, "capaian": Decimal("97.50"), "kosong": None, "final": True}

    assert canonical_json(data) == b'{"capaian":"97.5","final":true,"kosong":null,"tahun":2024}'


def test_canonical_json_keeps_text_as_utf8() -> None:
    assert canonical_json(["≥ 80 — “baik”"]) == '["≥ 80 — “baik”"]'.encode()


def test_days_moments_and_ids_are_written_as_text() -> None:
    wib = timezone(timedelta(hours=7))
    data = (
        date(2024, 2, 5),
        datetime(2024, 2, 5, 8, 30, tzinfo=wib),
        UUID("12345678-1234-5678-1234-567812345678"),
    )

    assert canonical_json(data) == (
        b'["2024-02-05","2024-02-05T01:30:00+00:00","12345678-1234-5678-1234-567812345678"]'
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1.50", "1.5"),
        ("1.5", "1.5"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("-0.00", "0"),
        ("0E+5", "0"),
        ("-2.10", "-2.1"),
        ("12345678901234567.89", "12345678901234567.89"),
        ("0.0000000001", "0.0000000001"),
    ],
)
def test_equal_numbers_have_one_form(number: str, text: str) -> None:
    assert canonical_json(Decimal(number)) == f'"{text}"'.encode()


@pytest.mark.parametrize("value", [1.5, b"bytes", {1, 2}, {1: "key is no text"}, [{"a": 0.0}]])
def test_what_is_not_plain_data_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


@pytest.mark.parametrize(
    "value",
    [Decimal("NaN"), Decimal("Infinity"), datetime(2024, 1, 1), "\ud800"],  # noqa: DTZ001
)
def test_what_has_no_exact_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"finite|time zone|surrogates"):
        canonical_json(value)


@given(plain_data)
def test_reading_canonical_json_and_writing_it_again_changes_nothing(data: object) -> None:
    canonical = canonical_json(data)

    assert canonical_json(json.loads(canonical)) == canonical


@given(plain_data)
def test_kode_is_the_first_80_bits_of_the_sha256(data: object) -> None:
    assert compute_kode(data) == kode_by_bits(canonical_json(data))


def test_kode_of_the_empty_object_is_known() -> None:
    # sha256(b"{}") begins with 44136fa355b3678a1146, in groups of five bits:
    # 01000 10000 01001 10110  11111 01000 11010 10101  10110 01101 10011 11000  10100 00100 ...
    assert compute_kode({}) == "8G9P-Z8TN-PDKR-M4A6"


@given(plain_data)
def test_kode_reads_back_however_it_is_typed(data: object) -> None:
    kode = compute_kode(data)

    assert parse_kode(kode) == kode
    assert parse_kode(kode.replace("-", "").lower()) == kode
    assert parse_kode(f" {kode.replace('-', ' ')}\n") == kode
    assert parse_kode(kode.replace("0", "o").replace("1", "l").replace("-", "–")) == kode
    assert parse_kode(kode.replace("0", "O").replace("1", "I")) == kode


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("  ", "Kode verifikasi belum diisi."),
        (
            "8G9P-Z8TN-PDKR",
            "Kode verifikasi terdiri atas 16 huruf dan angka, yang diisi 12. "
            "Periksa lagi kode yang tercetak.",
        ),
        (
            "8G9P-Z8TN-PDKR-M4A67",
            "Kode verifikasi terdiri atas 16 huruf dan angka, yang diisi 17. "
            "Periksa lagi kode yang tercetak.",
        ),
        (
            "8g9p-z8tn-pdkr-m4au",
            "Kode verifikasi tidak pernah memuat “U”. Periksa lagi kode yang tercetak.",
        ),
        (
            "8G9P-Z8TN-PDKR-M4A?",
            "Kode verifikasi tidak pernah memuat “?”. Periksa lagi kode yang tercetak.",
        ),
    ],
)
def test_a_wrong_kode_gets_a_sentence(raw: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        parse_kode(raw)


@given(st.text())
def test_any_text_is_read_or_refused_with_a_sentence(raw: str) -> None:
    try:
        kode = parse_kode(raw)
    except ValueError as error:
        sentence = str(error)
    else:
        sentence = "Kode verifikasi terbaca."
        assert parse_kode(kode) == kode
    assert sentence.startswith("Kode verifikasi ")
