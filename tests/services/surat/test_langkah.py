"""Every step of the five SOPs offers what does it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.sop.langkah import Tindakan
from kinerja_desktop.domain.sop.syarat import find_naskah
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.sop.library import SEEDS, read_seed
from kinerja_desktop.services.surat.langkah import Tawaran, list_tawaran

#: What each step is done with first, by what the step says (`docs/sakip.md` §8.5).
FIRST = {
    "lumajang_perencanaan_2022": [
        "masuk", "surat disposisi", "surat disposisi", "halaman renstra", "halaman renstra",
        "dokumen rencana-kinerja-tahunan", "dokumen rencana-kinerja-tahunan",
        "dokumen rencana-kinerja-tahunan", "dokumen rencana-kinerja-tahunan", "surat daftar-bagi",
        "dokumen rencana-kinerja-tahunan",
    ],
    "lumajang_pengumpulan": [
        "masuk", "surat disposisi", "surat disposisi", "halaman pengumpulan",
        "halaman pengumpulan", "halaman pengukuran", "halaman kirim",
    ],
    "lumajang_pengukuran_2024": [
        "masuk", "surat disposisi", "surat disposisi", "halaman renstra", "halaman pengukuran",
        "halaman pengukuran", "dokumen pengukuran-kinerja", "dokumen pengukuran-kinerja",
        "dokumen pengukuran-kinerja", "dokumen pengukuran-kinerja", "surat daftar-bagi",
        "halaman kirim",
    ],
    "candipuro_pengukuran_2024": [
        "surat disposisi", "surat undangan", "surat nota-dinas", "halaman renstra",
        "halaman pengukuran", "halaman pengukuran", "dokumen pengukuran-kinerja",
        "dokumen pengukuran-kinerja", "dokumen pengukuran-kinerja", "dokumen surat-pengantar",
    ],
    "pasrujambe_pengumpulan_2018": [
        "surat nota-perintah", "halaman pengumpulan", "halaman pengumpulan",
        "halaman pengukuran", "halaman lkjip", "dokumen lkjip", "surat undangan", "dokumen lkjip",
        "dokumen lkjip", "dokumen lkjip", "dokumen surat-pengantar-lkjip", "surat penggandaan",
        "halaman kirim",
    ],
}  # fmt: skip


def name(offer: Tawaran) -> str:
    if offer.is_masuk:
        return "masuk"
    kinds = (("surat", offer.surat), ("dokumen", offer.dokumen), ("halaman", offer.halaman))
    ((kind, key),) = [item for item in kinds if item[1]]
    return f"{kind} {key}"


@pytest.mark.parametrize("seed", SEEDS)
def test_each_step_is_done_with_what_its_form_says(seed: str) -> None:
    sop = read_seed(seed)
    assert [name(list_tawaran(sop, langkah)[0]) for langkah in sop.langkah] == FIRST[seed]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_offered_exists_and_is_offered_once(seed: str) -> None:
    sop = read_seed(seed)
    for langkah in sop.langkah:
        offers = list_tawaran(sop, langkah)
        assert len({name(offer) for offer in offers}) == len(offers)
        for offer in offers:
            assert not offer.surat or offer.surat in JENIS
            assert not offer.dokumen or offer.dokumen in DOKUMEN


def test_a_step_that_is_done_elsewhere_offers_nothing() -> None:
    sop = read_seed("candipuro_pengukuran_2024")
    langkah = sop.get_langkah(7)
    assert list_tawaran(sop, replace(langkah, tindakan=Tindakan.NONE)) == ()


def test_an_sop_that_ends_with_no_paper_of_ours_leads_to_the_documents() -> None:
    sop = read_seed("lumajang_pengumpulan")
    assert find_naskah(sop) is None
    draft = replace(sop.langkah[0], tindakan=Tindakan.CETAK_DRAF)
    assert name(list_tawaran(sop, draft)[0]) == "halaman dokumen"
    look = replace(sop.langkah[0], tindakan=Tindakan.KOREKSI)
    assert list_tawaran(sop, look) == ()


def test_a_plan_goes_with_a_plain_letter() -> None:
    sop = read_seed("lumajang_perencanaan_2022")
    offers = [name(offer) for offer in list_tawaran(sop, sop.langkah[-1])]
    assert offers == ["dokumen rencana-kinerja-tahunan", "surat surat-pengantar"]


PAGES = {
    "renstra": "Renstra & IKU", "pengukuran": "Pengukuran", "pengumpulan": "Pengumpulan Data",
    "lkjip": "LKjIP", "kirim": "Kirim ke Bappeda",
}  # fmt: skip


def in_words(offer: Tawaran) -> str:
    if offer.is_masuk:
        return "*Surat*, register surat masuk"
    if offer.surat:
        return f"surat *{JENIS[offer.surat].nama}*"
    if offer.dokumen:
        return f"cetakan *{DOKUMEN[offer.dokumen].judul}*"
    return f"halaman *{PAGES[offer.halaman]}*"


def test_the_clerks_table_says_what_the_buttons_do() -> None:
    text = (Path(__file__).parents[3] / "docs" / "sop.md").read_text("utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")]
    told = [(row[0].strip("| "), row[2], row[3].rstrip(" |")) for row in rows if len(row) == 4]
    expected = []
    for seed in SEEDS:
        sop = read_seed(seed)
        for langkah in sop.langkah:
            first, *others = map(in_words, list_tawaran(sop, langkah))
            expected.append((str(langkah.sequence), first, "; ".join(others) or "–"))
    assert [row for row in told if row[0].isdigit()] == expected
