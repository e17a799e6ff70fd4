from dataclasses import replace

import pytest

from kinerja_desktop.domain.lkjip.bahan import TUJUAN
from kinerja_desktop.domain.lkjip.kerangka import kerangka_from_data, kerangka_to_data
from kinerja_desktop.domain.lkjip.susunan import (
    BagianTercetak,
    analysis_key,
    arrange,
    outline_key,
    to_roman,
)
from tests.domain.lkjip.contoh import BAHAN, kerangka


def by_key() -> dict[str, BagianTercetak]:
    return {item.kunci: item for item in arrange(kerangka(), BAHAN.sasaran)}


def test_chapters_sections_and_attachments_are_numbered() -> None:
    found = by_key()
    assert found["bab_3"].judul_bernomor == "BAB III AKUNTABILITAS KINERJA"
    assert found["tugas_fungsi"].nomor == "1.3.2"
    assert found["anggaran"].nomor == "3.3"
    assert found["lampiran_struktur"].nomor == "LAMPIRAN A"
    assert found["kata_pengantar"].nomor == ""


def test_every_sasaran_has_the_seven_comparisons() -> None:
    found = by_key()
    assert found["sasaran@s2"].judul_bernomor == "3.2.2 Sasaran: Meningkatnya akuntabilitas"
    keys = [key for key in found if key.endswith("@s2")]
    assert keys == ["sasaran@s2", *(f"analisis_{n}@s2" for n in range(1, 8))]
    assert found["analisis_4@s2"].rujukan == "3.2.2 butir 4"
    assert found["anggaran"].rujukan == "3.3 Realisasi Anggaran"


def test_the_screen_shows_short_headings_until_the_office_writes_its_own() -> None:
    assert by_key()["analisis_5@s1"].judul_layar == "5. Penyebab dan solusi"
    assert by_key()["tujuan"].judul_layar == "1.2 Tujuan"
    renamed = kerangka().rename("analisis_5", "Sebab")
    stored = kerangka_from_data(kerangka_to_data(renamed), kerangka())
    for outline in (renamed, stored):
        found = {item.kunci: item for item in arrange(outline, BAHAN.sasaran)}
        assert found["analisis_5@s1"].judul_layar == "5. Sebab"


def test_a_tujuan_is_called_one() -> None:
    goal = replace(BAHAN.sasaran[0], tingkat=TUJUAN)
    found = {item.kunci: item for item in arrange(kerangka(), [goal])}
    assert found["sasaran@s1"].judul == "Tujuan: Meningkatnya pelayanan"


def test_what_is_hidden_takes_no_number_and_hides_what_is_below() -> None:
    outline = kerangka().show("gambaran_umum", False).show("bab_2", False)
    found = {item.kunci: item for item in arrange(outline, BAHAN.sasaran)}
    assert found["dasar_hukum"].nomor == "1.3"
    assert not found["tugas_fungsi"].tampil
    assert found["bab_3"].nomor == "BAB II"
    assert found["capaian"].nomor == "2.1"


def test_an_attachment_without_data_is_not_printed() -> None:
    found = {item.kunci: item for item in arrange(kerangka(), (), {"lampiran_struktur"})}
    assert not found["lampiran_struktur"].tampil
    assert found["lampiran_renstra"].nomor == "LAMPIRAN A"


def test_a_hidden_comparison_leaves_no_gap() -> None:
    outline = kerangka().show("analisis_2", False)
    found = {item.kunci: item for item in arrange(outline, BAHAN.sasaran)}
    assert found["analisis_3@s1"].nomor == "2."


def test_keys_of_comparisons_name_their_place_in_the_outline() -> None:
    assert outline_key(analysis_key("analisis_1", "abc")) == "analisis_1"
    assert outline_key("tujuan") == "tujuan"


@pytest.mark.parametrize(("number", "figures"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV")])
def test_chapters_have_roman_figures(number: int, figures: str) -> None:
    assert to_roman(number) == figures


def test_attachments_go_on_behind_z() -> None:
    outline = kerangka()
    for number in range(30):
        outline = outline.add("lampiran_sop", f"t{number}", f"Lampiran {number}")
    letters = [item.nomor for item in arrange(outline, ()) if item.nomor.startswith("LAMPIRAN")]
    assert "LAMPIRAN Z" in letters
    assert letters[26] == "LAMPIRAN AA"
