"""The printed SOP, checked as blocks; the expected words are those of `docs/sakip.md` §8."""

from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.documents.naskah.blocks import Naskah, PageBreak, Paragraph, SignatureBlock
from kinerja_desktop.documents.naskah.tables import Cell, SopTable, Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.papers.sop_tabel import build_sop
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN
from kinerja_desktop.domain.sop.formulir import Bacaan, Isian
from kinerja_desktop.domain.sop.kantor import Pemilik, own_sop
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.usulan import accept_usulan, list_usulan
from tests.documents.reading import pages_of
from tests.domain.sop.contoh import (
    CANDIPURO,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    load,
    make_sop,
)


def words(cells: tuple[Cell, ...]) -> list[str]:
    return [plain(cell.text) for cell in cells]


def identity(naskah: Naskah) -> list[list[str]]:
    table = next(block for block in naskah.blocks if isinstance(block, Table))
    return [words(row.cells) for row in table.rows]


def steps(naskah: Naskah) -> SopTable:
    return next(block for block in naskah.blocks if isinstance(block, SopTable))


def heads(naskah: Naskah) -> list[tuple[str, str]]:
    return [(plain(column.title), column.group) for column in steps(naskah).table.columns]


def notes(naskah: Naskah) -> list[tuple[str, str]]:
    found = [block for block in naskah.blocks if isinstance(block, Paragraph)]
    return [(block.label, plain(block.text)) for block in found]


def has_deduced(naskah: Naskah) -> bool:
    return any(row.is_disimpulkan for row in steps(naskah).diagram.baris)


ORDERS = (
    "otomatis", "pengguna", "pertahankan", "jadikan", "tampilkan", "opsional",
)  # fmt: skip


def accept(sop: Sop, kunci: str) -> Sop:
    usulan = next(item for item in list_usulan(sop) if item.kunci == kunci)
    return accept_usulan(sop, usulan, "Siti", date(2024, 2, 5))


def test_the_paper_lies_on_its_side() -> None:
    naskah = build_sop(load(PENGUKURAN))
    assert (naskah.landscape, naskah.paper.name) == (True, "F4")


def test_the_identity_page_has_the_office_at_the_left_and_the_numbers_at_the_right() -> None:
    assert identity(build_sop(load(PENGUKURAN)))[:6] == [
        ["PEMERINTAH KABUPATEN LUMAJANG\nKECAMATAN LUMAJANG", "Nomor SOP", "427.90/26/01/2024"],
        ["Tanggal Pembuatan", "5 Januari 2024"],
        ["Tanggal Revisi", "26 Januari2024"],
        ["Tanggal Efektif", "1 Pebruari 2024"],
        [
            "Disahkan Oleh",
            "CAMAT LUMAJANG\n\n\n\nDrs. DEDWI SUPRAPTO, M.Si.\nNIP 19701218 199101 1 002",
        ],
        ["SUB BAGIAN KEUANGAN", "Nama SOP", "Prosedur Penyusunan Pengukuran Kinerja"],
    ]


def test_the_six_cells_stand_two_by_two_under_their_printed_titles() -> None:
    rows = identity(build_sop(load(CANDIPURO)))[6:]
    assert [row for row in rows if len(row[0]) < 20] == [
        ["Dasar Hukum", "Kualifikasi Pelaksana"],
        ["Keterkaitan", "Peralatan dan Perlengkapan"],
        ["Peringatan", "Pencatatan dan Pendataan"],
    ]
    assert rows[3] == [
        "1. SOP Penyusunan SAKIP\n2. SOP Pengumpulan Data Kinerja",
        "a. Alat Tulis Kantor\nb. Komputer\nc. Printer\nd. Lembar Kerja dan Rencana Kerja\n"
        "e. Perjanjian Kinerja dan Indikator Kinerja Individu (IKI)",
    ]


def test_what_the_source_lacks_is_not_invented() -> None:
    assert identity(build_sop(load(PENGUMPULAN)))[0] == [
        "",
        "Nama SOP",
        "Prosedﬁr Pengumpulan Data Kinerja",
    ]


def test_a_sentence_below_a_list_stays_below_it() -> None:
    rows = identity(build_sop(load(PASRUJAMBE)))
    text = next(row[0] for row in rows if row[0].startswith("1. Foto Copy Cascading"))
    assert text.endswith(
        "14. Rencana Aksi Tahun 2018\n\nPenjelasan :\n"
        "Bahan tersebut diperlukan sebagai Pengumpulan Data Kinerja Pegawai Negeri Sipil"
    )


def test_candipuro_prints_its_cover_title_and_the_signature_below_the_table() -> None:
    blocks = build_sop(load(CANDIPURO)).blocks
    # Seed 001: a page before the identity block, with these three lines and nothing else.
    cover = blocks[: next(n for n, block in enumerate(blocks) if isinstance(block, PageBreak))]
    assert [block.text for block in cover if isinstance(block, Paragraph)][1:] == [
        "PEMERINTAH KABUPATEN LUMAJANG",
        "STANDAR OPERASIONAL PROSEDUR (SOP) PENGUKURAN DATA KINERJA",
        "KECAMATAN CANDIPURO",
    ]
    (signed,) = (block for block in blocks if isinstance(block, SignatureBlock))
    assert signed.right.head == ("PI. CAMAT CANDIPURO",)
    assert (signed.right.name, signed.right.below) == (
        "AKHMAD KHARIRI, SH",
        ("NIP. 19720818 199403 1 009",),
    )


def test_each_office_keeps_the_heads_of_its_own_table() -> None:
    assert heads(build_sop(load(PENGUKURAN))) == [
        ("No", ""), ("Aktivitas", ""),
        ("Staf Penerima Surat", "Pelaksana"), ("Staf", "Pelaksana"),
        ("Kasubbag  Keuangan", "Pelaksana"), ("Sekretaris", "Pelaksana"), ("Camat", "Pelaksana"),
        ("Persy/Kelkpan", "Mutu Baku"), ("Waktu", "Mutu Baku"), ("Output", "Mutu Baku"),
    ]  # fmt: skip
    assert heads(build_sop(load(CANDIPURO)))[-4:] == [
        ("Kelengkapan dan Peralatan", "MUTU BUKU"), ("Waktu", "MUTU BUKU"),
        ("Output", "MUTU BUKU"), ("Keterangan", ""),
    ]  # fmt: skip


def test_the_numbers_below_the_heads_leave_keterangan_without_one() -> None:
    numbers = [*(str(n) for n in range(1, 11)), ""]
    assert steps(build_sop(load(CANDIPURO))).numbers == tuple(numbers)
    assert steps(build_sop(load(PENGUKURAN))).numbers == ()


def test_steps_stand_as_printed_with_empty_cells_for_the_symbols() -> None:
    block = steps(build_sop(load(PENGUKURAN), with_notes=False))
    rows = [words(row.cells) for row in block.table.rows]
    assert [row[0] for row in rows] == [str(n) for n in (1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11)]
    assert rows[4] == [
        "4",
        "Mengukur dan membuat draft dokumen Pengukuran Kinerja berdasarkan form yang ada bersama "
        "seluruh kasubbag dan seksi  yang ada",
        "", "", "", "", "",
        "Surat Edaran Bappeda/ Form Rencana Kinerja", "4 hari", "Form Rencana Kinerja",
    ]  # fmt: skip
    assert block.first_column == 2
    assert len(block.diagram.baris) == len(rows) == 12


@pytest.mark.parametrize("bacaan", Bacaan)
def test_the_last_word_of_a_broken_line_is_on_paper(bacaan: Bacaan) -> None:
    """Seed 004, step 4: "… kasubbag dan seksi yang ada"."""
    text = " ".join(" ".join(pages_of(render_pdf(build_sop(load(PENGUMPULAN), bacaan)))).split())
    assert "seluruh kasubbag dan seksi yang ada" in text


def test_keterangan_is_printed_where_the_form_has_it() -> None:
    rows = steps(build_sop(load(CANDIPURO), with_notes=False)).table.rows
    assert words(rows[7].cells)[-1] == "Konsep Laporan Kinerja"
    assert words(rows[9].cells)[1] == ""


def test_equal_notes_share_one_number_which_stands_below_the_step_s_own() -> None:
    naskah = build_sop(load(PENGUKURAN))
    numbers = [plain(row.cells[0].text) for row in steps(naskah).table.rows]
    assert numbers == [
        "1\n[1]", "2\n[2]", "3", "4\n[3]", "4\n[4]", "5\n[5]", "6\n[5]", "7\n[6]", "8\n[5]",
        "9\n[7]", "10\n[5]", "11\n[5]",
    ]  # fmt: skip
    assert (
        "[5]",
        "Langkah 6 (tercetak 5), 7 (tercetak 6), 9 (tercetak 8), 11 (tercetak 10), "
        "12 (tercetak 11): salah salin templat: kolom ini disalin dari SOP Perencanaan Kinerja",
    ) in notes(naskah)


def test_notes_are_told_apart_from_the_source() -> None:
    found = notes(build_sop(load(CANDIPURO)))
    assert ("", "Catatan aplikasi, bukan bagian dari naskah sumber:") in found
    assert ("–", "14 Januari 2024 jatuh pada hari Minggu") in found
    deduced = next(text for label, text in found if label == "*")
    assert deduced.endswith('Tanda pada sumber: hanya "Mulai" di kolom Camat pada langkah 1.')


def test_what_is_no_symbol_of_sop_ap_has_a_legend() -> None:
    """`docs/sakip.md` §8.1: anything but the five symbols that is drawn needs a legend."""
    found = dict(notes(build_sop(load(PASRUJAMBE))))
    # Step 7 is done by three, step 1 is handed to the Sekcam, step 3 has someone beside it.
    assert found["□"] == (
        "Kotak kecil pada diagram alir: putih, ikut mengerjakan langkah itu; kelabu dengan anak "
        "panah, menerima hasil langkah itu; kelabu dengan garis tanpa anak panah, mendampingi."
    )


def test_the_word_before_a_nip_is_that_of_the_source() -> None:
    def signer(name: str) -> str:
        return next(row[-1] for row in identity(build_sop(load(name))) if "NIP" in row[-1])

    assert signer(CANDIPURO).endswith("\nNIP. 19720818 199403 1 009")
    assert signer(PERENCANAAN).endswith("\nNIP 19701218 199101 1 002")


def test_the_identity_page_of_pasrujambe_is_one_page() -> None:
    pages = pages_of(render_pdf(build_sop(load(PASRUJAMBE), with_notes=False)))
    assert "Dasar Hukum" in pages[0]
    assert "Setiap tahap kegiatan terdokumentasi" in pages[0]
    assert len(pages) == 3


def test_a_paper_of_the_office_bears_no_word_about_a_source() -> None:
    owner = Pemilik("Muncar", "Banyuwangi", "Camat Muncar", "BUDI", "19700101 199001 1 001")
    sop = own_sop(load(CANDIPURO), owner, pakai_usulan=True)
    naskah = build_sop(sop)
    assert naskah.footer_note == "Pengukuran Data Kinerja Kecamatan Muncar · versi 1"
    assert [label for label, _ in notes(naskah) if label] == ["□"]
    assert not has_deduced(naskah)
    assert any("NIP. 19700101 199001 1 001" in row[-1] for row in identity(naskah))
    unsigned = build_sop(own_sop(load(PASRUJAMBE), Pemilik("Muncar", "Banyuwangi")))
    assert any("NIP. ………………" in row[-1] for row in identity(unsigned))


def test_an_sop_without_anything_to_say_has_no_notes() -> None:
    assert notes(build_sop(make_sop())) == []


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
@pytest.mark.parametrize("bacaan", Bacaan)
def test_a_print_that_asks_for_no_notes_only_explains_the_sign_of_what_was_deduced(
    name: str, bacaan: Bacaan
) -> None:
    naskah = build_sop(load(name), bacaan, with_notes=False)
    labels = [label for label, _ in notes(naskah) if label]
    assert labels == ["□", *(["*"] if has_deduced(naskah) else [])]
    assert "[1]" not in str(steps(naskah).table.rows)


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
def test_the_cleaned_reading_has_no_notes_even_when_asked(name: str) -> None:
    sop = load(name)
    asked, plain_ = (
        build_sop(sop, Bacaan.DIRAPIKAN),
        build_sop(sop, Bacaan.DIRAPIKAN, with_notes=False),
    )
    assert asked == plain_


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
def test_no_order_to_programmers_stands_on_paper(name: str) -> None:
    """`docs/sakip.md` §8.3: notes for programmers do not stand on paper."""
    text = " ".join(words for _, words in notes(build_sop(load(name)))).casefold()
    for order in ORDERS:
        assert order not in text


def test_a_copy_from_an_earlier_program_reads_as_an_office_would_say_it() -> None:
    """The very remarks that earlier versions shipped, as they lie in offices' data."""
    sop = load(PENGUKURAN)
    first, second, *others = sop.langkah
    old = (
        replace(first, anomali=("IDENTIK dengan langkah 9", "jangan digabung otomatis")),
        replace(second, anomali=("jangan digabung otomatis",)),
    )
    naskah = build_sop(replace(sop, langkah=(*old, *others)))
    told = " ".join(text for _, text in notes(naskah))
    assert "Langkah 1 (tercetak 1): sama dengan langkah 9" in told
    assert "jangan digabung" not in told
    assert plain(steps(naskah).table.rows[1].cells[0].text) == "2"


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
def test_notes_have_no_page_for_themselves_when_they_fit_beside_a_step(name: str) -> None:
    pages = pages_of(render_pdf(build_sop(load(name))))
    begin = next(n for n, page in enumerate(pages) if "Catatan aplikasi" in page)
    assert "Mutu Baku" in pages[begin] or load(name).tanda_tangan
    assert begin >= 1


@pytest.mark.parametrize(
    ("bacaan", "output"),
    [
        (Bacaan.TERCETAK, "Form Rencana Kinerja"),
        (Bacaan.DIRAPIKAN, "Form Pengukuran Kinerja (terisi)"),
    ],
)
def test_an_accepted_usulan_stands_only_in_the_cleaned_reading(bacaan: Bacaan, output: str) -> None:
    naskah = build_sop(accept(load(PENGUKURAN), "langkah/5/output"), bacaan)
    assert words(steps(naskah).table.rows[4].cells)[-1] == output
    # What nobody accepted stays as printed in both.
    assert words(steps(naskah).table.rows[5].cells)[-1] == "Draft Rencana Kinerja"


def test_the_cleaned_reading_tells_what_was_printed_and_who_accepted() -> None:
    sop = accept(accept(load(PENGUKURAN), "langkah/1/kelengkapan"), "langkah/5/no")
    texts = [text for _, text in notes(build_sop(sop, Bacaan.DIRAPIKAN))]
    assert texts[-2:] == [
        "Langkah 1 · Kelengkapan: tercetak “(kosong)”, dibaca “Surat Edaran Bappeda”, "
        "diterima Siti, 5 Februari 2024",
        "Langkah 5 · Nomor: tercetak “4”, dibaca “5”, diterima Siti, 5 Februari 2024",
    ]
    assert not any("diterima Siti" in text for _, text in notes(build_sop(sop)))


def test_the_foot_says_which_version_and_reading_it_is() -> None:
    sop = accept(load(PENGUKURAN), "langkah/5/no")
    name = "Prosedur Penyusunan Pengukuran Kinerja"
    assert build_sop(sop).footer_note == f"{name} · versi 2 · teks sesuai sumber"
    assert build_sop(sop, Bacaan.DIRAPIKAN).footer_note == (
        f"{name} · versi 2 · teks dirapikan menurut usulan yang diterima"
    )


def test_the_unit_stands_beside_the_last_line_if_there_are_several() -> None:
    sop = make_sop()
    unit = replace(sop, identitas=replace(sop.identitas, unit=Isian("SUB BAGIAN")))
    # With a single line the unit stands below the office's name.
    assert identity(build_sop(unit))[0] == ["SUB BAGIAN", "Nama SOP", "SOP Contoh"]
    signed = replace(sop.identitas, disahkan_oleh_nama=Isian("Siti"), unit=Isian("SUB BAGIAN"))
    rows = identity(build_sop(replace(sop, identitas=signed)))
    assert rows[:2] == [
        ["", "Disahkan Oleh", "\n\n\n\nSiti"],
        ["SUB BAGIAN", "Nama SOP", "SOP Contoh"],
    ]
