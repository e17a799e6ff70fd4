import pytest

from kinerja_desktop.domain.laporan.kop import (
    Penandatangan,
    bears_nip,
    jabatan_lines,
    write_capitals,
)


def test_a_jabatan_stands_in_capitals_with_a_comma() -> None:
    assert jabatan_lines("Camat Lumajang") == ("CAMAT LUMAJANG,",)


def test_acting_posts_keep_their_abbreviation() -> None:
    assert jabatan_lines("Camat Lumajang", "Plt.") == ("Plt. CAMAT LUMAJANG,",)


@pytest.mark.parametrize(
    ("written", "capitals"),
    [
        ("Plt. Camat Muncar", "Plt. CAMAT MUNCAR"),
        ("PLH. CAMAT MUNCAR", "Plh. CAMAT MUNCAR"),
        ("plt camat muncar", "Plt. CAMAT MUNCAR"),
        ("Pj.Camat Muncar", "Pj. CAMAT MUNCAR"),
        ("Kecamatan Muncar", "KECAMATAN MUNCAR"),
    ],
)
def test_an_acting_post_in_capitals_keeps_its_abbreviation(written: str, capitals: str) -> None:
    """`docs/sakip.md` §3.4: Plt. CAMAT / Plh. CAMAT, never PLT."""
    assert write_capitals(written) == capitals
    assert jabatan_lines(written) == (f"{capitals},",)


def test_an_acting_superior_keeps_the_abbreviation_too() -> None:
    lines = jabatan_lines("Camat", atas_nama="Pj. Bupati", melalui="Plh. Sekretaris Daerah")
    assert lines == ("a.n. Pj. BUPATI", "Plh. SEKRETARIS DAERAH", "u.b.", "CAMAT,")


def test_a_signature_on_behalf_names_the_superior_first() -> None:
    assert jabatan_lines("Camat Lumajang", atas_nama="Bupati Lumajang") == (
        "a.n. BUPATI LUMAJANG",
        "CAMAT LUMAJANG,",
    )


def test_a_signature_through_another_post_names_it_between() -> None:
    lines = jabatan_lines(
        "Camat Lumajang", atas_nama="Bupati Lumajang", melalui="Sekretaris Daerah"
    )
    assert lines == ("a.n. BUPATI LUMAJANG", "SEKRETARIS DAERAH", "u.b.", "CAMAT LUMAJANG,")


def test_pangkat_nip_and_telephone_stand_below_the_name() -> None:
    # The grouping 8-6-1-3 of `docs/sakip.md` §9.
    signer = Penandatangan(("CAMAT,",), "BUDI", "Pembina", "197012181991011002", "0812")
    assert signer.below == ("Pembina", "NIP 19701218 199101 1 002", "No. Telepon 0812")


def test_the_bupati_has_neither_pangkat_nor_nip() -> None:
    assert Penandatangan(("BUPATI LUMAJANG,",), "INDAH").below == ()


def test_a_nip_that_is_not_known_is_a_line_to_write_on() -> None:
    """`docs/sakip.md` §9: NIP ………………, but never for the Bupati."""
    dots = "\u2026" * 6
    nobody = Penandatangan(("CAMAT TEKUNG,",), has_nip_line=True)
    assert nobody.below == (f"NIP {dots}",)
    known = Penandatangan(("CAMAT TEKUNG,",), "Ani", nip="197012181991011002", has_nip_line=True)
    assert known.below == ("NIP 19701218 199101 1 002",)


@pytest.mark.parametrize(
    ("jabatan", "bears"),
    [
        ("Bupati Lumajang", False), ("Plt. Bupati Lumajang", False), ("BUPATI LUMAJANG", False),
        ("Wakil Bupati Lumajang", False), ("Camat Lumajang", True), ("", True),
        ("Sekretaris Bupati", True),
    ],
)  # fmt: skip
def test_everybody_but_the_bupati_bears_a_nip(jabatan: str, bears: bool) -> None:
    assert bears_nip(jabatan) is bears
