"""The report as blocks; figures by hand, from tests/domain/lkjip/contoh.py."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Caption,
    ChartBlock,
    Contents,
    Heading,
    ImageBlock,
    Naskah,
    PageBreak,
    Paragraph,
    Section,
    SignatureBlock,
)
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.capaian.profil import Efisiensi, ProfilRumus
from kinerja_desktop.domain.laporan.grafik import (
    BarChart,
    Gauge,
    OrgChart,
    SerapanChart,
    TrendChart,
)
from kinerja_desktop.domain.lkjip.bahan import (
    BarisBelanja,
    FotoBukti,
    IndikatorLkjip,
    PejabatStruktur,
    Standar,
)
from kinerja_desktop.domain.lkjip.kelengkapan import IsianBagian
from tests.documents.lkjip.sample import report
from tests.documents.pictures.made import logo_png
from tests.documents.reading import pages_of
from tests.domain.lkjip.contoh import BAHAN, IKM, PELAYANAN, S1, beku, ukur, with_year

D = Decimal


def below(naskah: Naskah, key: str) -> list[Block]:
    """The blocks from a heading to the next one."""
    found: list[Block] = []
    for block in naskah.blocks:
        if isinstance(block, Heading):
            if found:
                return found
            if block.key == key:
                found.append(block)
        elif found:
            found.append(block)
    return found


def table_of(naskah: Naskah, key: str) -> list[list[str]]:
    table = next(block for block in below(naskah, key) if isinstance(block, Table))
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def charts(naskah: Naskah, kind: type) -> list[Any]:
    drawn = [block.chart for block in naskah.blocks if isinstance(block, ChartBlock)]
    return [chart for chart in drawn if isinstance(chart, kind)]


def captions(naskah: Naskah, kind: str) -> list[str]:
    return [b.text for b in naskah.blocks if isinstance(b, Caption) and b.kind == kind]


def test_the_front_is_counted_in_roman_and_the_chapters_in_arabic_figures() -> None:
    sections = [block for block in report().blocks if isinstance(block, Section)]
    assert [block.numbering for block in sections][:3] == ["tanpa", "romawi", "arab"]


def test_without_a_cover_the_front_still_is_roman() -> None:
    frozen = replace(beku(), kerangka=beku().kerangka.show("sampul", False))
    first = report(frozen).blocks[0]
    assert isinstance(first, Section)
    assert first.numbering == "romawi"


def test_the_cover_names_report_year_and_office() -> None:
    """`docs/sakip.md` §7."""
    blocks = report().blocks
    words = [plain(b.text) for b in blocks[:9] if isinstance(b, Paragraph)]
    assert words[1:] == [
        "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "TAHUN 2024", "KECAMATAN LUMAJANG",
        "KABUPATEN LUMAJANG PROVINSI JAWA TIMUR", "Jl. Contoh 1",
    ]  # fmt: skip


def test_a_logo_stands_on_the_cover() -> None:
    instansi = replace(BAHAN.instansi, logo="a" * 64)
    naskah = report(beku(replace(BAHAN, instansi=instansi)), lambda sha: b"gambar")
    assert any(isinstance(b, ImageBlock) and b.data == b"gambar" for b in naskah.blocks[:4])


def test_the_foreword_is_signed_by_the_camat_and_a_final_one_bears_its_kode() -> None:
    block, *attached = [b for b in report(kode="7Q4H").blocks if isinstance(b, SignatureBlock)]
    assert block.right.date_line == "Lumajang, 3 Februari 2025"
    assert (block.right.name, block.right.head) == ("BUDI", ("CAMAT LUMAJANG,",))
    assert block.aside
    # The attached Pengukuran ends as it ends alone (`docs/sakip.md` §7.7).
    assert [b.right.name for b in attached] == ["BUDI"]


def test_lists_of_contents_tables_and_pictures_stand_in_the_front() -> None:
    kinds = [block.kind for block in report().blocks if isinstance(block, Contents)]
    assert kinds == ["isi", "tabel", "gambar"]


def test_a_table_of_target_and_realisasi() -> None:
    assert table_of(report(), "analisis_1@s1") == [
        [IKM, "Indeks", "88", "90", "102,27", "Sangat Tinggi"]
    ]


def test_several_indicators_have_their_mean_below() -> None:
    sasaran = replace(BAHAN.sasaran[0], indikator=("i1", "i2"))
    rows = table_of(report(beku(replace(BAHAN, sasaran=(sasaran,)))), "analisis_1@s1")
    assert rows[-1] == ["Rata-rata (2 dari 2 indikator)", "98,28", "Sangat Tinggi"]


def test_a_table_of_the_years_with_a_chart() -> None:
    naskah = report()
    assert table_of(naskah, "analisis_2@s1") == [
        [IKM, "2022", "80", "80", "100,00", "Sangat Tinggi"],
        ["2023", "85", "85", "100,00", "Sangat Tinggi"],
        ["2024", "88", "90", "102,27", "Sangat Tinggi"],
    ]
    chart = charts(naskah, TrendChart)[0]
    assert chart.years == ("2022", "2023", "2024")
    assert [(s.name, s.values) for s in chart.series] == [
        ("Realisasi", (80, 85, 90)), ("Target", (80, 85, 88)),
    ]  # fmt: skip


def test_one_year_of_numbers_makes_no_trend() -> None:
    assert charts(report(beku(replace(BAHAN, ukur=BAHAN.ukur[-1:]))), TrendChart) == []


def test_a_table_of_progress_to_the_renstra() -> None:
    assert table_of(report(), "analisis_3@s1") == [[IKM, "Indeks", "90", "100", "90,00"]]


def test_a_target_that_the_renstra_lacks_is_a_dash() -> None:
    rows = table_of(report(beku(replace(BAHAN, indikator=()))), "analisis_3@s1")
    assert rows == [[IKM, "Indeks", "90", "-", "-"]]


def test_a_missing_standard_is_said_in_words_never_zero() -> None:
    """`docs/sakip.md` §7.3, table 3.4."""
    extra = IndikatorLkjip("i1", (), (Standar("provinsi", D(85)),), tanpa_standar=("nasional",))
    rows = table_of(report(beku(replace(BAHAN, indikator=(extra,)))), "analisis_4@s1")
    assert rows == [[IKM, "90", "Tidak ada", "85", "Belum diisi"]]


@pytest.mark.parametrize(
    ("metode", "last"),
    [
        (Efisiensi.EF_SELISIH, ["12,27", "Efisien"]),
        (Efisiensi.EF_PMK, ["12,00", "80,00"]),
        (Efisiensi.EF_MANUAL, []),
    ],
)
def test_a_table_of_efficiency_by_the_profiles_method(metode: Efisiensi, last: list[str]) -> None:
    year = replace(BAHAN.ukur[-1], profil=ProfilRumus(efisiensi=metode))
    bahan = replace(BAHAN, ukur=(*BAHAN.ukur[:-1], year))
    assert table_of(report(beku(bahan)), "analisis_6@s1") == [
        ["102,27", "100.000.000", "90.000.000", "90,00", *last]
    ]


def test_what_cannot_be_compared_leaves_dashes() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), None))
    bahan = replace(bahan, belanja=(replace(PELAYANAN, realisasi=None),))
    assert table_of(report(beku(bahan)), "analisis_6@s1") == [
        ["-", "100.000.000", "-", "-", "-", "-"]
    ]


def test_programs_of_a_sasaran_are_added_up() -> None:
    other = replace(PELAYANAN, kode="7.01.03", nama="PROGRAM DESA", realisasi=D(50_000_000))
    sasaran = replace(BAHAN.sasaran[0], program=("7.01.02", "7.01.03"))
    bahan = replace(BAHAN, sasaran=(sasaran,), belanja=(PELAYANAN, other))
    assert table_of(report(beku(bahan)), "analisis_7@s1")[-1] == [
        "JUMLAH", "200.000.000", "140.000.000", "70,00",
    ]  # fmt: skip


def test_a_sasaran_without_programs_has_no_empty_tables() -> None:
    naskah = report()
    for key in ("analisis_5@s2", "analisis_6@s2", "analisis_7@s2"):
        assert not any(isinstance(block, Table) for block in below(naskah, key))


@pytest.mark.parametrize(
    ("alasan", "words"),
    [
        ("", "[Belum diisi]"),
        ("baru tahun depan", "Bagian ini tidak diuraikan karena baru tahun depan."),
    ],
)
def test_a_sasaran_without_indicators_prints_one_line(alasan: str, words: str) -> None:
    lone = replace(BAHAN.sasaran[0], indikator=())
    texts = (("sasaran@s1", IsianBagian(alasan_tidak_ada=alasan)),)
    naskah = report(replace(beku(replace(BAHAN, sasaran=(lone,))), tulisan=texts))
    (line,) = below(naskah, "sasaran@s1")[1:]
    assert isinstance(line, Paragraph)
    assert plain(line.text) == words
    assert below(naskah, "analisis_1@s1") == []


def test_what_is_declared_absent_has_no_table() -> None:
    texts = (("anggaran", IsianBagian(alasan_tidak_ada="belum ditutup")),)
    (line, *more) = below(report(replace(beku(), tulisan=texts)), "anggaran")[1:]
    assert isinstance(line, Paragraph)
    assert plain(line.text) == "Bagian ini tidak diuraikan karena belum ditutup."
    assert not any(isinstance(block, Table) for block in more)


def test_the_whole_budget_goes_down_to_sub_kegiatan_and_adds_up() -> None:
    kegiatan = BarisBelanja("7.01.02.2.01", "Koordinasi", 1, D(100_000_000), D(90_000_000))
    sub = BarisBelanja("7.01.02.2.01.0001", "Rapat", 2, D(100_000_000), D(90_000_000))
    naskah = report(beku(replace(BAHAN, belanja=(PELAYANAN, kegiatan, sub))))
    rows = table_of(naskah, "anggaran")
    assert [row[0] for row in rows] == ["7.01.02", "7.01.02.2.01", "7.01.02.2.01.0001", "JUMLAH"]
    assert rows[-1][1:] == ["100.000.000", "90.000.000", "90,00"]
    (chart,) = charts(naskah, SerapanChart)
    assert [(row.label, row.persen) for row in chart.rows] == [("PROGRAM PELAYANAN", 90)]


def test_a_pagu_of_zero_prints_no_percentage() -> None:
    """`docs/sakip.md` §4.9: never #DIV/0!."""
    bahan = replace(BAHAN, belanja=(replace(PELAYANAN, pagu=D(0), realisasi=D(0)),))
    assert table_of(report(beku(bahan)), "anggaran")[0][-1] == "-"


def test_a_budget_that_is_not_entered_draws_nothing() -> None:
    bahan = replace(BAHAN, belanja=(replace(PELAYANAN, pagu=None),))
    assert charts(report(beku(bahan)), SerapanChart) == []


def test_the_years_capaian_is_shown_as_table_bars_and_gauge() -> None:
    naskah = report()
    rows = table_of(naskah, "capaian")
    assert rows[0] == [S1]
    assert rows[-1] == ["Rata-rata capaian kinerja (2 dari 2 indikator)", "98,28", "Sangat Tinggi"]
    (bars,) = charts(naskah, BarChart)
    assert [bar.value for bar in bars.bars] == [D("102.27"), D("94.29")]
    (gauge,) = charts(naskah, Gauge)
    assert (gauge.value, gauge.word) == (D("98.28"), "Sangat Tinggi")


def test_no_figures_draw_no_zero() -> None:
    naskah = report(beku(with_year(BAHAN, ukur("i1", IKM, S1, D(88), None))))
    (bars,) = charts(naskah, BarChart)
    assert [(bar.value, bar.word) for bar in bars.bars] == [(None, "belum ada angka")]
    (gauge,) = charts(naskah, Gauge)
    assert (gauge.value, gauge.word) == (None, "belum dapat dihitung")
    assert report(beku(with_year(BAHAN))).blocks


def test_tables_and_pictures_are_numbered_by_chapter() -> None:
    naskah = report()
    tables = captions(naskah, "tabel")
    assert tables[0].startswith("Tabel 2.1 ")
    assert [text.split(" ")[1] for text in tables if text.startswith("Tabel 3.")] == [
        f"3.{n}" for n in range(1, len([t for t in tables if t.startswith("Tabel 3.")]) + 1)
    ]
    assert captions(naskah, "gambar")[0] == "Gambar 1 Rata-rata capaian kinerja"


def test_a_long_sasaran_is_shortened_in_captions_only() -> None:
    long = replace(BAHAN.sasaran[0], uraian="Meningkatnya " * 20)
    naskah = report(beku(replace(BAHAN, sasaran=(long,))))
    text = next(t for t in captions(naskah, "tabel") if t.startswith("Tabel 3.2 "))
    assert text.endswith("…")
    assert len(text) < 150


def test_comparisons_stay_out_of_the_daftar_isi() -> None:
    headings = {b.key: b for b in report().blocks if isinstance(b, Heading)}
    assert not headings["analisis_1@s1"].in_contents
    assert headings["sasaran@s1"].in_contents
    assert not headings["daftar_isi"].in_contents


def test_what_the_office_wrote_stands_in_its_place() -> None:
    texts = (("isu_strategis", IsianBagian("**Penting** sekali")),)
    (_, paragraph, *_rest) = below(report(replace(beku(), tulisan=texts)), "isu_strategis")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == "Penting sekali"


def test_the_structure_hangs_kasubbag_below_the_sekretaris() -> None:
    """`docs/sakip.md` §3.4, §13."""
    people = (
        PejabatStruktur("camat", "Camat", "BUDI", "197001011990011001"),
        PejabatStruktur("sekretaris", "Sekretaris", "SITI"),
        PejabatStruktur("kasubbag", "Kasubbag Keuangan", "TONO"),
        PejabatStruktur("kasi", "Kasi Pelayanan", "RINA"),
    )
    (chart,) = charts(report(beku(replace(BAHAN, pejabat=people))), OrgChart)
    assert chart.root.lines == ("Camat", "BUDI", "NIP 19700101 199001 1 001")
    assert [box.lines[0] for box in chart.root.children] == ["Sekretaris", "Kasi Pelayanan"]
    assert [box.lines[0] for box in chart.root.children[0].children] == ["Kasubbag Keuangan"]


def test_only_what_was_promised_is_called_perjanjian_kinerja() -> None:
    assert "Target kinerja tahun 2024" in " ".join(captions(report(), "tabel"))
    promised = [replace(i, sumber_target="Perjanjian Kinerja") for i in BAHAN.ukur[-1].bahan]
    naskah = report(beku(with_year(BAHAN, *promised)))
    assert "Perjanjian Kinerja tahun 2024" in " ".join(captions(naskah, "tabel"))


def test_the_table_of_posts_bears_the_reports_date() -> None:
    people = (PejabatStruktur("camat", "Camat", "BUDI"),)
    tables = captions(report(beku(replace(BAHAN, pejabat=people))), "tabel")
    assert tables[0] == "Tabel 1.1 Pejabat dan jabatannya per 3 Februari 2025"


def test_an_office_without_camat_and_sekretaris_still_has_a_structure() -> None:
    people = (PejabatStruktur("kasubbag", "Kasubbag Umum", "TONO"),)
    (chart,) = charts(report(beku(replace(BAHAN, pejabat=people))), OrgChart)
    assert chart.root.lines == ("CAMAT", "-")
    assert [box.lines[0] for box in chart.root.children] == ["Kasubbag Umum"]


def test_photos_stand_two_on_a_page_with_their_captions() -> None:
    photo = FotoBukti("a" * 64, "Rapat", IKM)
    naskah = report(beku(replace(BAHAN, foto=(photo, photo))), lambda sha: logo_png())
    pictures = [block for block in naskah.blocks if isinstance(block, ImageBlock)]
    assert len(pictures) == 2
    assert all((picture.max_height or 999) < 110 for picture in pictures)
    assert f"Rapat ({IKM})" in captions(naskah, "gambar")[-1]


def test_the_review_is_printed_when_it_is_shown() -> None:
    outline = beku().kerangka.show("lampiran_reviu", True).show("lampiran_checklist", True)
    pages = pages_of(render_pdf(report(replace(beku(), kerangka=outline))))
    words = "Reviu bertujuan untuk memberikan keyakinan terbatas laporan kinerja telah disajikan"
    assert any(words in page for page in pages)
    assert any("LKj IP bukan merupakan gabungan unit kerja di bawahnya" in page for page in pages)


def test_an_attachment_of_the_offices_own_prints_its_text() -> None:
    outline = beku().kerangka.add("lampiran_checklist", "tambahan-1", "Berita Acara")
    frozen = replace(
        beku(), kerangka=outline, tulisan=(("tambahan-1", IsianBagian("Isi berita acara")),)
    )
    pages = pages_of(render_pdf(report(frozen)))
    assert any("BERITA ACARA" in page and "Isi berita acara" in page for page in pages)


def test_pages_that_lie_across_leave_no_empty_page() -> None:
    naskah = report()
    for block, following in zip(naskah.blocks, naskah.blocks[1:], strict=False):
        assert not (
            isinstance(block, Section | PageBreak) and isinstance(following, Section | PageBreak)
        )


def test_the_file_is_titled_like_the_report() -> None:
    assert report().title == "Laporan Kinerja Instansi Pemerintah (LKjIP) Lumajang 2024"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_pdf(report()) == render_pdf(report())
