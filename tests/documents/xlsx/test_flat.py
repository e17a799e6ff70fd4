"""Flat sheets: numbers are numbers, days are days, and no text becomes a formula."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

from openpyxl import load_workbook

from kinerja_desktop.documents.xlsx.flat import FlatValue, LongSheet, render_flat
from kinerja_desktop.documents.xlsx.rekap import LembarRekap, render_rekap_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.freezing import freeze
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.domain.penerimaan.rekap import BarisRekap, PaketRekap
from kinerja_desktop.domain.penerimaan.ringkas import IndikatorMasuk
from kinerja_desktop.domain.penerimaan.ringkasan import Ringkasan, RingkasEvaluasi, RingkasLke


def test_values_are_kept_as_what_they_are() -> None:
    rows: list[tuple[FlatValue, ...]] = [
        ("teks", Decimal("97.66"), 2024, date(2025, 2, 3), None),
        ("=1+1", Decimal(1), 1, None, "#N/A"),
        ("baris\nkedua\x0b", None, None, None, "-"),
    ]

    def once() -> Iterator[tuple[FlatValue, ...]]:
        yield from rows

    sheet = LongSheet("Data", dict.fromkeys("ABCDE", 12), once())
    content = render_flat([sheet, LongSheet("Kosong", {"X": 30}, ())], "Judul", "Bappeda")
    book = load_workbook(BytesIO(content))
    data = book["Data"]
    assert list(data.iter_rows(values_only=True)) == [
        ("A", "B", "C", "D", "E"),
        ("teks", 97.66, 2024, datetime.fromisoformat("2025-02-03"), None),
        ("=1+1", 1, 1, None, "#N/A"),
        ("baris\nkedua■", None, None, None, "-"),
    ]
    assert {data[cell].data_type for cell in ("A3", "E3", "E4")} == {"s"}
    assert data["A3"].quotePrefix
    assert (data["D2"].number_format, data["A2"].number_format) == ("dd-mm-yyyy", "General")
    # The look of a day is not given to what stands behind it.
    assert data["B2"].number_format == "General"
    assert (data.auto_filter.ref, book["Kosong"].auto_filter.ref) == ("A1:E4", "A1:A1")
    assert (book.properties.title, book.properties.creator) == ("Judul", "Bappeda")
    assert book["Kosong"].column_dimensions["A"].width == 30
    assert (data.page_setup.orientation, data.page_setup.paperSize) == ("landscape", 14)
    page = data.sheet_properties.pageSetUpPr
    assert page is not None
    assert (page.fitToPage, data.print_title_rows) == (True, "$1:$1")
    assert data["A1"].font.b
    assert not data["A2"].font.b


def test_a_range_is_a_text_and_the_four_states_have_their_words() -> None:
    def line(keadaan: Keadaan) -> BarisRekap:
        item = IndikatorMasuk(
            "1", "IKU-1", "S", "Waktu", "hari", Rentang(Decimal(7), Decimal(8)), None, keadaan,
            None, None, "", "sebab",
        )  # fmt: skip
        paket = PaketRekap(uuid4(), "Kecamatan A", Periode(2024, 2), 1, "K", "", (item,), {})
        return BarisRekap(paket, item)

    content = render_rekap_xlsx(
        LembarRekap([line(keadaan) for keadaan in Keadaan], {}, []), "R", "B"
    )
    _, *rows = load_workbook(BytesIO(content))["Data"].iter_rows(values_only=True)
    assert [row[12] for row in rows] == [
        "Belum diisi", "Nilai", "Tidak berlaku", "Tidak dapat dihitung",
    ]  # fmt: skip
    assert {row[8:11] for row in rows} == {("7–8", None, None)}


def test_a_unit_may_tell_one_score_and_not_the_other() -> None:
    lke = freeze(Ringkasan(None, RingkasLke(Decimal("72.1"), "BB", 80, 80)))
    evaluasi = freeze(Ringkasan(RingkasEvaluasi(4, Decimal("99.5"), "Sangat Tinggi", None, "")))
    packages = [
        PaketRekap(uuid4(), "A", Periode(2024), 1, "K", "", (), {"ringkasan": data})
        for data in (lke, evaluasi)
    ]
    content = render_rekap_xlsx(LembarRekap([], {}, [], bernilai=packages), "R", "B")
    _, *rows = load_workbook(BytesIO(content))["E.81 dan LKE"].iter_rows(values_only=True)
    assert [row[3:] for row in rows] == [
        (None, None, None, None, None, 72.1, "BB", 80, 80, None, None),
        (4, 99.5, "Sangat Tinggi", None, None, None, None, None, None, None, None),
    ]
