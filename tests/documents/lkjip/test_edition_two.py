"""What the second edition of the report adds to the first (`docs/sakip.md` §7.7)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Caption,
    ChartBlock,
    Heading,
    ImageBlock,
    KeyValues,
    Paragraph,
    SignatureBlock,
)
from kinerja_desktop.documents.naskah.contents import contents_entries
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.domain.capaian.profil import Efisiensi, ProfilRumus
from kinerja_desktop.domain.laporan.grafik import BarChart
from kinerja_desktop.domain.laporan.kop import NIP_KOSONG
from kinerja_desktop.domain.laporan.lkjip import LkjipBeku
from kinerja_desktop.domain.laporan.penetapan_iku import BarisIku, SasaranIku
from kinerja_desktop.domain.lkjip.bahan import BarisBelanja, IndikatorLkjip
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import IsianBagian
from tests.documents.lkjip.sample import report
from tests.documents.lkjip.test_report import below, table_of
from tests.documents.papers.plans import PK
from tests.documents.reading import render
from tests.domain.lkjip.contoh import BAHAN, LAMPIRAN, PELAYANAN, beku, ukur, with_year

D = Decimal
_PICTURE = "a" * 64


def written(teks: str, edisi: Edisi = Edisi.DUA) -> list[Block]:
    """The blocks of isu strategis with a text of the office."""
    frozen = replace(beku(), tulisan=(("isu_strategis", IsianBagian(teks)),), edisi=edisi)
    return below(report(frozen, lambda sha: b"gambar"), "isu_strategis")[1:]


def captions(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Caption)]


def words(blocks: list[Block]) -> list[str]:
    return [plain(block.text) for block in blocks if isinstance(block, Paragraph)]


def test_the_daftar_isi_lists_the_other_lists() -> None:
    titles = [entry.text for entry in contents_entries(report().blocks, "isi")]
    assert titles[:3] == ["KATA PENGANTAR", "DAFTAR TABEL", "DAFTAR GAMBAR"]
    assert "DAFTAR ISI" not in titles
    old = report(replace(beku(), edisi=Edisi.SATU)).blocks
    assert "DAFTAR TABEL" not in [entry.text for entry in contents_entries(old, "isi")]


TABLE = "| A | B |\n| --- | --- |\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("teks", "caption", "left"),
    [
        (TABLE, "Aspek Strategis dan Permasalahan Utama", []),
        (f"**Jumlah desa**\n\n{TABLE}", "Jumlah desa", []),
        (f"**Tabel 4. Jumlah desa**\n\n{TABLE}", "Jumlah desa", []),
        (f"Jumlah desa\n\n{TABLE}", "Aspek Strategis dan Permasalahan Utama", ["Jumlah desa"]),
        (f"- **Jumlah**\n\n{TABLE}", "Aspek Strategis dan Permasalahan Utama", ["Jumlah"]),
        (f"**A** dan B\n\n{TABLE}", "Aspek Strategis dan Permasalahan Utama", ["A dan B"]),
    ],
)
def test_tables_of_the_office_are_numbered(teks: str, caption: str, left: list[str]) -> None:
    blocks = written(teks)
    assert captions(blocks) == [f"Tabel 1.1 {caption}"]
    assert words(blocks) == left
    assert not captions(written(teks, Edisi.SATU))


def test_a_table_of_nothing_but_a_head_stands_without_number() -> None:
    blocks = written("| A | B |\n| --- | --- |")
    assert captions(blocks) == []
    assert any(isinstance(block, Table) for block in blocks)


@pytest.mark.parametrize(
    ("alt", "caption"),
    [("Rapat desa", "Rapat desa"), ("", "Aspek Strategis dan Permasalahan Utama")],
)
def test_pictures_of_the_office_are_numbered(alt: str, caption: str) -> None:
    teks = f"![{alt}](gambar:{_PICTURE})\n\nSesudahnya."
    blocks = written(teks)
    assert isinstance(blocks[0], ImageBlock)
    assert captions(blocks) == [f"Gambar 1.1 {caption}"]
    assert words(blocks) == ["Sesudahnya."]
    assert words(written(teks, Edisi.SATU)) == [*([alt] if alt else []), "Sesudahnya."]


def test_a_line_with_a_colon_stays_with_its_list() -> None:
    first, *_ = written("Masalahnya:\n\n- Banjir")
    assert isinstance(first, Paragraph)
    assert first.keep_with_next
    alone, *_ = written("Masalahnya:")
    assert isinstance(alone, Paragraph)
    assert not alone.keep_with_next


def test_a_gap_in_a_draft_says_what_belongs_there() -> None:
    (line,) = words(below(report(), "inovasi"))
    assert line == (
        "[Belum diisi: inovasi pelayanan yang berjalan pada tahun laporan dan manfaatnya]"
    )


def with_papers(edisi: Edisi = Edisi.DUA) -> LkjipBeku:
    row = BarisIku("IKM", "Indeks", "Kepuasan warga", "Rata-rata unsur", "Survei", "Kasi")
    iku = replace(LAMPIRAN.iku, sasaran=(SasaranIku("Pelayanan", (row, replace(row, satuan="",
                  penjelasan="", formula=""))),))  # fmt: skip
    papers = replace(LAMPIRAN, perjanjian=PK, iku=iku)
    return replace(beku(), lampiran=papers, edisi=edisi)


def test_the_title_of_an_attached_paper_does_not_repeat_its_heading() -> None:
    naskah = report(with_papers())
    heading, *blocks = below(naskah, "lampiran_pk")
    assert isinstance(heading, Heading)
    assert heading.text.endswith("\nPERJANJIAN KINERJA")
    assert words(blocks)[0] == f"TAHUN {PK.tahun}"
    assert words(below(naskah, "lampiran_iku"))[0] == LAMPIRAN.iku.skpd.upper()
    old = report(with_papers(Edisi.SATU))
    assert words(below(old, "lampiran_pk"))[0].startswith("PERJANJIAN KINERJA TAHUN")


def test_a_title_that_says_something_else_stays() -> None:
    frozen = with_papers()
    renamed = frozen.kerangka.rename("lampiran_pk", "Janji Camat")
    naskah = report(replace(frozen, kerangka=renamed))
    assert words(below(naskah, "lampiran_pk"))[0].startswith("PERJANJIAN KINERJA TAHUN")


def test_an_attached_agreement_leaves_room_to_sign() -> None:
    def gaps(edisi: Edisi) -> set[int]:
        blocks = below(report(with_papers(edisi)), "lampiran_pk")
        return {block.gap_lines for block in blocks if isinstance(block, SignatureBlock)}

    assert gaps(Edisi.DUA) == {4}
    assert gaps(Edisi.SATU) == {0}


@pytest.mark.parametrize("kunci", ["lampiran_pk", "lampiran_pengukuran"])
def test_no_name_stands_directly_under_its_post(kunci: str) -> None:
    """`docs/sakip.md` §9, *Signature block*: four blank lines, attached papers as well (§7.7)."""
    signed = [b for b in below(report(with_papers()), kunci) if isinstance(b, SignatureBlock)]
    assert signed
    for block in signed:
        lines = list_tops(block)
        for side in filter(None, (block.left, block.right)):
            post, name = lines[side.head[-1]], lines[side.name]
            # The type is 10 points at least: the four blank lines and the name's own.
            assert post - name >= 5 * 10


def list_tops(block: Block) -> dict[str, float]:
    """The height at which each line of a block stands on paper, in points from below."""
    found: dict[str, float] = {}

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        for line in text.splitlines():
            found[line.strip()] = cm[5] + cm[3] * tm[5]

    render(block).pages[0].extract_text(visitor_text=note)
    return found


def test_an_unknown_nip_is_a_line_to_write_on_from_the_third_edition() -> None:
    def nips(edisi: Edisi) -> list[bool]:
        papers = with_papers(edisi)
        assert papers.lampiran.perjanjian is not None
        camat = replace(papers.lampiran.perjanjian.pertama, nip="")
        pk = replace(papers.lampiran.perjanjian, pertama=camat)
        data = replace(
            papers,
            bahan=replace(papers.bahan, camat=None),
            lampiran=replace(papers.lampiran, perjanjian=pk),
        )
        naskah = report(data)
        return [
            any(NIP_KOSONG in line for line in block.right.below)
            for kunci in ("kata_pengantar", "lampiran_pk")
            for block in below(naskah, kunci)
            if isinstance(block, SignatureBlock)
        ]

    assert nips(Edisi.TIGA) == [True, True, True]
    assert nips(Edisi.DUA) == [False, False, False]


def test_the_attached_pengukuran_ends_as_it_ends_alone() -> None:
    """Sums, mean, notes, signature: `docs/sakip.md` §5, §7.7."""
    blocks = below(report(), "lampiran_pengukuran")
    assert isinstance(blocks[-1], SignatureBlock)
    (sums,) = [b for b in blocks if isinstance(b, KeyValues) and b.bold]
    assert sums.rows[-1] == (
        "Rata-rata capaian kinerja", "98,28% – Sangat Tinggi (2 dari 2 indikator)",
    )  # fmt: skip
    old = below(report(replace(beku(), edisi=Edisi.SATU)), "lampiran_pengukuran")
    assert isinstance(old[-1], Table)


def test_each_iku_stands_in_bab_two_with_definition_and_formula() -> None:
    assert table_of(report(with_papers()), "iku") == [
        ["Pelayanan", "IKM (Indeks)", "Kepuasan warga", "Rata-rata unsur"],
        ["IKM", "-", "-"],
    ]


def test_comparison_seven_goes_down_to_sub_kegiatan_with_their_capaian() -> None:
    """80 and 100 of 100: a mean of 90,00."""
    kegiatan = BarisBelanja("7.01.02.2.01", "Koordinasi", 1, D(60_000_000), D(50_000_000))
    sub = BarisBelanja("7.01.02.2.01.0001", "Rapat", 2, D(60_000_000), D(50_000_000))
    other = BarisBelanja("7.01.09", "PROGRAM LAIN", 0, D(1), D(1))
    own = [ukur(f"k{n}", f"Koordinasi {n}", "x", D(100), D(n), satuan="%") for n in (80, 100)]
    bahan = replace(
        with_year(BAHAN, *BAHAN.ukur[-1].bahan, *own),
        belanja=(PELAYANAN, kegiatan, sub, other),
        indikator=tuple(IndikatorLkjip(item.id, program=kegiatan.kode) for item in own),
    )
    naskah = report(beku(bahan))
    lines, measured = [
        [[plain(cell.text) for cell in row.cells] for row in block.rows]
        for block in below(naskah, "analisis_7@s1")
        if isinstance(block, Table)
    ]
    assert lines == [
        ["PROGRAM PELAYANAN", "-", "100.000.000", "90.000.000", "90,00"],
        ["Koordinasi", "90,00", "60.000.000", "50.000.000", "83,33"],
        ["Rapat", "-", "60.000.000", "50.000.000", "83,33"],
    ]
    assert measured == [
        ["Koordinasi", "Koordinasi 80", "%", "100", "80", "80,00"],
        ["Koordinasi 100", "%", "100", "100", "100,00"],
    ]
    old = report(replace(beku(bahan), edisi=Edisi.SATU))
    assert table_of(old, "analisis_7@s1") == [
        ["PROGRAM PELAYANAN", "100.000.000", "90.000.000", "90,00"]
    ]


def test_the_table_of_efficiency_says_from_which_figures_it_is_counted() -> None:
    """102,64 - 98,13 is 4,51 to who subtracts what is printed, 4,52 to who rounds at the end."""

    def told(edisi: Edisi, metode: Efisiensi = Efisiensi.EF_SELISIH) -> list[str]:
        year = replace(BAHAN.ukur[-1], profil=ProfilRumus(efisiensi=metode))
        bahan = replace(BAHAN, ukur=(*BAHAN.ukur[:-1], year))
        return words(below(report(replace(beku(bahan), edisi=edisi)), "analisis_6@s1"))

    note = "Efisiensi dihitung dari capaian dan serapan sebelum dibulatkan."
    assert note in told(Edisi.EMPAT)
    assert note not in told(Edisi.TIGA)
    assert note not in told(Edisi.EMPAT, Efisiensi.EF_MANUAL)


def test_figures_of_one_chart_have_the_same_decimals() -> None:
    """105,00% beside 104,94%: the digits are those of the office's profile."""

    def digits(edisi: Edisi) -> list[int | None]:
        blocks = report(replace(beku(), edisi=edisi)).blocks
        charts = [block.chart for block in blocks if isinstance(block, ChartBlock)]
        return [
            chart.digits
            for chart in charts
            if isinstance(chart, BarChart) and chart.title.startswith("Capaian per sasaran")
        ]

    assert digits(Edisi.EMPAT) == [2]
    assert digits(Edisi.TIGA) == [None]
