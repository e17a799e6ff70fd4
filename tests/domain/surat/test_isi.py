from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kinerja_desktop.domain.surat.isi import (
    MAKS_BARIS,
    BagianNaskah,
    IsiNaskah,
    Penanda,
    Tabel,
    Tindak,
    isi_from_json,
    isi_to_json,
    tidy_isi,
)
from kinerja_desktop.errors import KinerjaError

WHOLE = IsiNaskah(
    hal="Undangan Rapat",
    sifat="Segera",
    lampiran="1 (satu) berkas",
    yth=("Sekretaris", "Kasi"),
    di="Tempat",
    dari="Camat",
    pembuka=("Alinea satu.",),
    rincian=(("Pukul", "09.00 WIB"),),
    tabel=Tabel(("No", "Nama"), (("1.", "Budi"),)),
    bagian=(BagianNaskah("Menimbang", ("bahwa;",)),),
    tindak_lanjut=(Tindak("Melengkapi data", "Kasi", date(2025, 1, 24)), Tindak("Menyusun draf")),
    penutup=("Demikian.",),
    penanda=Penanda("sekretaris", "", "Camat Lumajang", "Sekretaris", "Mengetahui,"),
    penanda_kiri=Penanda("", "Kasi Pemerintahan"),
    tembusan=("Bupati",),
    paraf=("Sekretaris",),
    judul_lampiran="SUSUNAN TIM",
    tabel_lampiran=Tabel(("No", "Nama"), (("1.", "Ani"),)),
)


def test_a_content_is_read_back_as_it_was_written() -> None:
    assert isi_from_json(isi_to_json(WHOLE), "surat") == WHOLE


def test_what_is_as_ever_is_not_written() -> None:
    assert isi_to_json(IsiNaskah()) == {}
    assert isi_from_json({}, "surat") == IsiNaskah()


@pytest.mark.parametrize(
    "data",
    [
        {"yth": "bukan daftar", "hal": 3},
        {"penanda": 7},
        {"tindak_lanjut": [{"uraian": "x", "batas_waktu": "kapan"}]},
        {"tabel": {"kepala": ["No"], "baris": [[1]]}},
        {"rincian": [["satu"]]},
        {"bagian": [None]},
        {"hal": "x" * 1001},
    ],
)
def test_what_another_program_has_spoiled_is_told(data: dict[str, Any]) -> None:
    with pytest.raises(KinerjaError, match="Isi Undangan tidak dapat dibaca"):
        isi_from_json(data, "Undangan")


def test_texts_are_cleaned_and_empty_lines_go() -> None:
    isi = IsiNaskah(
        hal=" Undangan\u200b  Rapat ",
        yth=("", " Kasi "),
        tabel=Tabel(("No", "Nama"), (("", ""), ("1.",), ("2.", "Budi", "lebih"))),
        tindak_lanjut=(Tindak(" "), Tindak("", "Kasi")),
    )
    tidy = tidy_isi(isi)
    assert tidy.hal == "Undangan Rapat"
    assert tidy.yth == ("Kasi",)
    assert tidy.tabel.baris == (("1.", ""), ("2.", "Budi"))
    assert tidy.tindak_lanjut == (Tindak("", "Kasi"),)


def test_a_list_that_is_no_letter_any_more_is_refused() -> None:
    many = tuple(f"Bupati {n}" for n in range(MAKS_BARIS + 1))
    with pytest.raises(ValueError, match=r"Tembusan: 301 baris, paling banyak 300"):
        tidy_isi(replace(WHOLE, tembusan=many))


def test_sixty_copies_are_a_letter() -> None:
    sixty = tuple(f"Kepala Desa {n}" for n in range(60))
    assert tidy_isi(replace(WHOLE, tembusan=sixty)).tembusan == sixty


def test_a_text_that_is_too_long_names_its_field() -> None:
    with pytest.raises(ValueError, match=r"^Hal: teksnya"):
        tidy_isi(replace(WHOLE, hal="x" * 1001))
