"""Which figures of a Pengukuran Kinerja a spreadsheet reckons, by the office's profile."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.documents.naskah.blocks import Figure, KeyValues
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.papers.pengukuran_kinerja import build_pengukuran_kinerja
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.profil import Aturan, Pembulatan, ProfilRumus, RataRata
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja
from kinerja_desktop.domain.laporan.pengukuran_kinerja import Kolom, PengukuranKinerja
from tests.domain.laporan.test_dari_snapshot import SNAPSHOT, bahan

D = Decimal
#: 90 and 96 of 100 below one sasaran, 80 below another.
BAHAN = (bahan("1", "S1", "90"), bahan("2", "S1", "96"), bahan("3", "S2", "80"))


def form(profil: ProfilRumus = ProfilRumus(), **of: Any) -> PengukuranKinerja:  # noqa: B008
    snapshot = replace(SNAPSHOT, profil=profil, bahan=BAHAN, **of)
    return make_pengukuran_kinerja(snapshot, draf=True)


def formulas(data: PengukuranKinerja) -> dict[str, tuple[str, Decimal | None]]:
    """Formula and number of every capaian, by its printed text."""
    (table,) = [b for b in build_pengukuran_kinerja(data).blocks if isinstance(b, Table)]
    found: dict[str, tuple[str, Decimal | None]] = {}
    for row in table.rows:
        for cell in row.cells:
            if cell.number is not None and plain(cell.text) in SHOWN:
                # A serapan of 90,00 stands further right.
                found.setdefault(plain(cell.text), (cell.formula, cell.number))
    return found


SHOWN = {"90,00", "96,00", "80,00", "93,00", "95,00"}


def mean(data: PengukuranKinerja) -> Figure | None:
    (sums,) = [b for b in build_pengukuran_kinerja(data).blocks
               if isinstance(b, KeyValues) and b.bold]  # fmt: skip
    return sums.figures[-1][0] if sums.figures and sums.figures[-1] else None


def test_a_capaian_is_a_quotient_of_its_row() -> None:
    found = formulas(form())
    # Target C, realisasi D of the nine columns; nothing below the floor, so no MAX.
    assert found["90,00"] == ("D{row}/C{row}*100", D(90))
    assert found["93,00"] == ("AVERAGE(E{row-2}:E{above})", D(93))


def test_the_mean_leaves_out_the_means_of_sasaran() -> None:
    # Rows of S1, its mean, then S2 and the programs that serve none.
    whole = mean(form())
    assert whole is not None
    # (90 + 96 + 80) / 3 = 88,666…
    assert (whole.text, whole.column) == ("88,67", 4)
    assert whole.formula == "AVERAGE(E{first+0}:E{first+1},E{first+3}:E{first+3})"
    assert whole.words == "Tinggi (3 dari 3 indikator)"


def test_a_mean_of_sasaran_is_taken_of_their_means() -> None:
    whole = mean(form(ProfilRumus(rata_rata=RataRata.SASARAN)))
    assert whole is not None
    # (93 + 80) / 2
    assert whole.text == "86,50"
    assert whole.formula == (
        "AVERAGE(AVERAGE(E{first+0}:E{first+1}),AVERAGE(E{first+3}:E{first+3}))"
    )


@pytest.mark.parametrize(
    ("profil", "number", "of_group"),
    [
        # A weighted mean is none of a sheet's; its exact value stands there.
        (ProfilRumus(berbobot=True, rata_rata=RataRata.SASARAN), "86.5", "93"),
        (ProfilRumus(cap_rata_rata=D(100)), "88.67", "93"),
        (ProfilRumus(pembulatan=Pembulatan.POTONG), "88.66", "93"),
    ],
)
def test_where_a_sheet_cannot_reckon_the_value_stands(
    profil: ProfilRumus, number: str, of_group: str
) -> None:
    data = form(profil)
    whole = mean(data)
    assert whole is not None
    assert (whole.formula, whole.number) == ("", D(number))
    assert formulas(data)["93,00"] == ("", D(of_group))


def test_a_form_that_was_signed_before_has_no_formulas() -> None:
    data = form(ProfilRumus(aturan=Aturan.TIGA))
    assert formulas(data)["90,00"] == ("", D(90))
    assert mean(data) is None


def test_what_is_told_in_words_is_a_value() -> None:
    """S.d. TW II against the target of the year, which stands there in words."""
    item = replace(bahan("1", "S1", None), isian_triwulan={2: IsianRealisasi(D(96))})
    snapshot = replace(SNAPSHOT, periode=Periode(2024, 2), bahan=(item,), profil=ProfilRumus())
    data = make_pengukuran_kinerja(snapshot, draf=True)
    (table,) = [b for b in build_pengukuran_kinerja(data).blocks if isinstance(b, Table)]
    cells = [(plain(c.text), c.formula, c.number) for c in table.rows[0].cells]
    assert ("Target Tahunan", "", None) in cells
    assert ("96,00", "", D(96)) in cells
    own = replace(item, target_triwulan={2: D(100)})
    again = make_pengukuran_kinerja(replace(snapshot, bahan=(own,)), draf=True)
    (table,) = [b for b in build_pengukuran_kinerja(again).blocks if isinstance(b, Table)]
    found = [c.formula for c in table.rows[0].cells if c.formula]
    assert found == ["F{row}/E{row}*100", "I{row}/H{row}*100"]


def test_without_its_column_a_mean_and_a_serapan_stay_words() -> None:
    data = replace(form(), kolom=(Kolom.INDIKATOR, Kolom.PROGRAM, Kolom.SERAPAN))
    assert mean(data) is None
    (table,) = [b for b in build_pengukuran_kinerja(data).blocks if isinstance(b, Table)]
    assert not any(cell.formula for row in table.rows for cell in row.cells)
