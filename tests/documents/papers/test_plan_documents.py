"""The planning papers, read back from their PDF (`docs/sakip.md` §3.4–3.6, §3.1)."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    ImageBlock,
    Letterhead,
    Naskah,
    SignatureBlock,
)
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.papers.penetapan_iku import build_penetapan_iku, iku_blocks
from kinerja_desktop.documents.papers.perjanjian_kinerja import (
    build_perjanjian_kinerja,
    perjanjian_blocks,
)
from kinerja_desktop.documents.papers.rencana_aksi import build_rencana_aksi, rencana_aksi_blocks
from kinerja_desktop.documents.papers.rencana_kinerja import build_rencana_kinerja, rkt_blocks
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.laporan.kop import NIP_KOSONG
from tests.documents.papers.plans import (
    BULANAN,
    IKU,
    JUMLAH,
    PENGESAHAN,
    PK,
    PK_SEKRETARIS,
    PROGRAM,
    RENCANA_AKSI,
    RKT,
    SASARAN,
)
from tests.documents.papers.samples import KOP
from tests.documents.pictures.made import logo_png
from tests.documents.reading import render, texts


def read(naskah: Naskah) -> list[str]:
    return texts(PdfReader(BytesIO(render_pdf(naskah))))


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def heads(table: Table) -> list[str]:
    return [plain(column.title) for column in table.columns]


# Perjanjian Kinerja


def signed_below(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    return [
        signature.below
        for block in blocks
        if isinstance(block, SignatureBlock)
        for signature in (block.left, block.right)
        if signature
    ]


def test_a_party_without_nip_has_a_line_for_it_but_not_the_bupati() -> None:
    dots = (f"NIP {NIP_KOSONG}",)
    camat = replace(PK.pertama, nip="", pangkat="")
    data = replace(PK, pertama=camat)
    assert signed_below(perjanjian_blocks(data)) == [(), dots] * 2
    assert signed_below(perjanjian_blocks(data, has_nip_line=False)) == [(), ()] * 2
    official = replace(PK_SEKRETARIS, kedua=camat)
    assert [below[-1:] for below in signed_below(perjanjian_blocks(official))][::2] == [dots] * 2


def test_the_statement_reads_word_for_word_as_in_the_regulation() -> None:
    page, _ = read(build_perjanjian_kinerja(PK))
    # PermenPANRB 53/2014, Anak Lampiran I/2-6, from its title to the date.
    words = (
        "PERJANJIAN KINERJA TAHUN 2025 "
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel "
        "serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini: "
        "Nama : Drs. BUDI SANTOSO, M.Si. Jabatan : Camat Lumajang "
        "selanjutnya disebut pihak pertama "
        "Nama : AGUS IRAWAN Jabatan : Bupati Lumajang "
        "selaku atasan pihak pertama, selanjutnya disebut pihak kedua "
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
        "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
        "ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target "
        "kinerja tersebut menjadi tanggung jawab kami. "
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi "
        "terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan "
        "dalam rangka pemberian penghargaan dan sanksi. "
    )
    assert words in page
    assert "Lumajang, 10 Januari 2025" in page


def test_pihak_kedua_signs_at_the_left_and_the_bupati_is_bare() -> None:
    blocks = perjanjian_blocks(PK, signed=True)
    statement, lampiran = (block for block in blocks if isinstance(block, SignatureBlock))
    assert statement.left is not None
    assert (statement.left.head, statement.left.name, statement.left.below) == (
        ("Pihak Kedua,",), "AGUS IRAWAN", (),
    )  # fmt: skip
    assert statement.right.head == ("Pihak Pertama,",)
    assert statement.right.below == ("Pembina", "NIP 19701218 199101 1 002")
    assert statement.right.date_line == "Lumajang, 10 Januari 2025"
    # Anak Lampiran I/5-6: Bupati left, Pimpinan SKPD right, no date.
    assert lampiran.left is not None
    assert lampiran.left.head == ("BUPATI LUMAJANG,",)
    assert lampiran.right.head == ("CAMAT LUMAJANG,",)
    assert lampiran.right.date_line == ""


def test_the_lampiran_of_an_office_has_the_columns_of_the_regulation() -> None:
    table, money = tables(perjanjian_blocks(PK))
    assert heads(table) == ["No.", "Sasaran Strategis", "Indikator Kinerja", "Target"]
    assert table.numbered
    assert heads(money) == ["Program", "Anggaran", "Keterangan"]
    # One row for each indicator, the sasaran merged over its own.
    assert [[plain(cell.text) for cell in row.cells] for row in table.rows] == [
        ["1", "Meningkatnya kualitas pelayanan publik", "Indeks Kepuasan Masyarakat",
         "91,33\u00a0Nilai"],
        ["Persentase penyelesaian pengaduan", "90%"],
        ["2", "Meningkatnya akuntabilitas kinerja", "Nilai SAKIP Kecamatan", "BB (Predikat)"],
    ]  # fmt: skip
    assert [cell.row_span for cell in table.rows[0].cells] == [2, 2, 1, 1]
    # Amounts as in the real one that `docs/sakip.md` §3.5 quotes, with a sum.
    assert [[plain(cell.text) for cell in row.cells] for row in money.rows] == [
        ["1. PROGRAM PENUNJANG URUSAN", "Rp5.294.655.000,00", "APBD"],
        ["2. PROGRAM PELAYANAN PUBLIK", "Rp159.280.900,50", "APBD"],
        ["JUMLAH", "Rp5.453.935.900,50", ""],
    ]
    assert money.rows[-1].cells[1].number == JUMLAH


def test_the_lampiran_stands_on_its_own_page_below_title_and_office() -> None:
    _, page = read(build_perjanjian_kinerja(PK))
    assert "PERJANJIAN KINERJA TAHUN 2025 KECAMATAN LUMAJANG No." in page
    changed = read(build_perjanjian_kinerja(replace(PK, perubahan_ke=1)))
    assert all("PERJANJIAN KINERJA PERUBAHAN TAHUN 2025" in page for page in changed)


def test_another_official_promises_kegiatan_and_sub_kegiatan() -> None:
    table, money = tables(perjanjian_blocks(PK_SEKRETARIS))
    assert heads(table) == ["No.", "Sasaran", "Indikator Kinerja", "Target"]
    assert heads(money)[0] == "Program/Kegiatan/Sub Kegiatan"
    first, second = read(build_perjanjian_kinerja(PK_SEKRETARIS))
    assert "Lumajang, ........................" in first
    assert "SEKRETARIS KECAMATAN KECAMATAN LUMAJANG" in second
    assert "CAMAT LUMAJANG," in second


def test_an_official_without_budget_has_no_list_of_programs() -> None:
    without = replace(PK_SEKRETARIS, program=(), jumlah=None)
    (table,) = tables(perjanjian_blocks(without, signed=True))
    assert table.keep_with_next


def test_an_office_without_pagu_has_a_line_to_write_on() -> None:
    _, page = read(build_perjanjian_kinerja(replace(PK, program=(), jumlah=None)))
    assert "1. ...." in page
    assert "Rp ...." in page
    assert "JUMLAH" not in page


def test_the_logo_stands_above_the_title_and_not_in_the_attachment() -> None:
    naskah = build_perjanjian_kinerja(PK, logo=logo_png())
    first = naskah.blocks[0]
    assert isinstance(first, ImageBlock)
    assert first.align == "center"
    assert len(read(naskah)) == 2
    assert not any(isinstance(block, ImageBlock) for block in perjanjian_blocks(PK))


def test_unsigned_the_names_stand_without_room_to_sign() -> None:
    def gaps(signed: bool) -> list[int]:
        blocks = perjanjian_blocks(PK, signed=signed)
        return [block.gap_lines for block in blocks if isinstance(block, SignatureBlock)]

    assert gaps(signed=True) == [4, 4]
    assert gaps(signed=False) == [0, 0]


def test_a_perjanjian_of_nothing_with_nobody_is_printed_to_be_filled_by_hand() -> None:
    nobody = replace(PK.pertama, nama="", pangkat="", nip="", jabatan="")
    bare = replace(PK, pertama=nobody, kedua=nobody, sasaran=(), program=(), jumlah=None)
    first, second = read(build_perjanjian_kinerja(bare))
    assert "Nama : ........................ Jabatan : ........................" in first
    assert "- - - -" in second


# Rencana Kinerja Tahunan


def test_a_rencana_kinerja_has_targets_and_programs_on_one_page() -> None:
    (page,) = read(build_rencana_kinerja(RKT, PENGESAHAN, kop=KOP))
    for words in (
        "PEMERINTAH KABUPATEN LUMAJANG",
        "RENCANA KINERJA TAHUNAN KECAMATAN LUMAJANG TAHUN 2025",
        "No Sasaran Strategis Indikator Kinerja Satuan Target",
        "(1) (2) (3) (4) (5)",
        "91,33",
        "Rp5.453.935.900,50",
        "Lumajang, 10 Januari 2025 CAMAT LUMAJANG,",
    ):
        assert words in page


# Penetapan IKU


def test_a_penetapan_iku_is_a_lampiran_with_head_table_and_targets() -> None:
    page = " ".join(read(build_penetapan_iku(IKU, PENGESAHAN)))
    for words in (
        "Lampiran : Keputusan Camat Lumajang",
        "Nomor : 188.45/7/427.90/2025",
        "Tanggal : 3 Februari 2025",
        "Tentang : Penetapan Indikator Kinerja Utama",
        "INDIKATOR KINERJA UTAMA KECAMATAN LUMAJANG TAHUN 2025 – 2029",
        "1. Nama Organisasi : Kecamatan Lumajang",
        "2. Tugas : Membantu Bupati",
        "3. Fungsi : a. Pelayanan; b. Pembinaan.",
        "Target Tahun",
        "2025 2026 2027 2028 2029",
    ):
        assert words in page


def test_the_table_of_iku_has_the_columns_of_the_default_print() -> None:
    # `docs/sakip.md` §3.1, default print.
    table, targets = tables(iku_blocks(IKU))
    assert heads(table) == [
        "No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan",
        "Alasan/Penjelasan (Definisi Operasional)", "Formula Perhitungan", "Sumber Data",
        "Penanggung Jawab",
    ]  # fmt: skip
    assert [plain(cell.text) for cell in table.rows[1].cells] == [
        "Pengaduan selesai", "%", "-", "-", "-", "-",
    ]  # fmt: skip
    assert [plain(cell.text) for cell in targets.rows[0].cells][-5:] == [
        "88",
        "89",
        "90",
        "91",
        "92",
    ]


def test_the_targets_can_be_left_out() -> None:
    assert len(tables(iku_blocks(IKU, with_target=False))) == 1
    assert len(tables(iku_blocks(replace(IKU, tahun=())))) == 1


def test_a_keputusan_without_number_and_date_has_dots() -> None:
    page = " ".join(read(build_penetapan_iku(replace(IKU, nomor="", tanggal=None), PENGESAHAN)))
    assert "Nomor : ......" in page
    assert "Tanggal : ......" in page


# Rencana Aksi


def test_a_rencana_aksi_by_triwulan_prints_targets_as_entered() -> None:
    # `docs/sakip.md` §3.6: the default columns; a 0 is a target, a blank is "-".
    (table,) = tables(rencana_aksi_blocks(RENCANA_AKSI))
    assert heads(table) == [
        "No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Tahunan", "Rencana Aksi/Kegiatan",
        "TW I", "TW II", "TW III", "TW IV", "Program/Kegiatan/Sub Kegiatan", "Anggaran (Rp)",
        "Penanggung Jawab",
    ]  # fmt: skip
    first, second = table.rows
    assert [plain(cell.text) for cell in first.cells][6:] == [
        "0", "45,5", "-", "91,33", "7.01.02 PROGRAM PELAYANAN PUBLIK", "159.280.900",
        "Kasi Pelayanan",
    ]  # fmt: skip
    assert [plain(cell.text) for cell in second.cells][4:10] == ["-", "-", "-", "-", "-", "-"]


def test_a_rencana_aksi_by_months_names_whose_it_is() -> None:
    (page,) = read(build_rencana_aksi(BULANAN, PENGESAHAN, kop=KOP))
    for words in (
        "RENCANA AKSI KECAMATAN LUMAJANG TAHUN 2025",
        "Nama : SITI RAHAYU, S.E. NIP : 19800315 200501 2 003 Jabatan : Sekretaris Kecamatan",
        "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
        "0 0 0 50 50 50 67 67 67 87 87 100",
    ):
        assert words in page


# All of them


BUILT = {
    "rkt": build_rencana_kinerja(RKT, PENGESAHAN),
    "iku": build_penetapan_iku(IKU, PENGESAHAN),
    "aksi": build_rencana_aksi(RENCANA_AKSI, PENGESAHAN),
}
ATTACHED = {
    "rkt": rkt_blocks(RKT),
    "iku": iku_blocks(IKU),
    "pk": perjanjian_blocks(PK),
    "aksi": rencana_aksi_blocks(RENCANA_AKSI),
}


@pytest.mark.parametrize("naskah", BUILT.values(), ids=BUILT)
def test_a_paper_alone_ends_with_its_signature(naskah: Naskah) -> None:
    assert isinstance(naskah.blocks[-1], SignatureBlock)
    last = naskah.blocks[-2]
    assert isinstance(last, Table)
    assert last.keep_with_next, "a signature alone on a page"
    assert naskah.landscape == (naskah is not BUILT["rkt"])


@pytest.mark.parametrize("blocks", ATTACHED.values(), ids=ATTACHED)
def test_an_attachment_has_no_letterhead_and_no_entry_in_the_outline(
    blocks: tuple[Block, ...],
) -> None:
    assert not any(isinstance(block, Letterhead) for block in blocks)
    reader = render(*blocks, landscape=True)
    assert reader.outline == []


def test_two_hundred_indicators_and_long_words_find_their_pages() -> None:
    many = tuple(
        replace(
            SASARAN[0],
            sasaran=f"Sasaran {number}: " + "meningkatnya mutu pelayanan kepada masyarakat " * 12,
            indikator=SASARAN[0].indikator * 20,
        )
        for number in range(5)
    )
    pages = read(build_perjanjian_kinerja(replace(PK, sasaran=many)))
    assert len(pages) > 4
    assert "JUMLAH" in pages[-1] or "JUMLAH" in pages[-2]
    assert "Kecamatan Lumajang".upper() in pages[1]
    line = RENCANA_AKSI.sasaran[0].indikator[0]
    long = replace(line, aktivitas="Rapat koordinasi lintas sektor. " * 60)
    group = replace(RENCANA_AKSI.sasaran[0], indikator=(long,) * 40)
    assert (
        "CAMAT LUMAJANG,"
        in read(build_rencana_aksi(replace(RENCANA_AKSI, sasaran=(group,)), PENGESAHAN))[-1]
    )
    assert read(build_rencana_kinerja(replace(RKT, program=PROGRAM * 40), PENGESAHAN))


def test_an_empty_paper_has_a_row_of_dashes() -> None:
    for naskah in (
        build_rencana_kinerja(replace(RKT, sasaran=()), PENGESAHAN),
        build_penetapan_iku(replace(IKU, sasaran=()), PENGESAHAN),
        build_rencana_aksi(replace(RENCANA_AKSI, sasaran=()), PENGESAHAN),
    ):
        assert "- - - -" in read(naskah)[0]


def test_an_acting_official_keeps_the_abbreviation_in_the_title_of_the_lampiran() -> None:
    """`docs/sakip.md` §3.4: never PLT. or PLH."""
    acting = replace(PK_SEKRETARIS, unit=("Plh. Camat Muncar", "Kecamatan Muncar"))
    page = read(build_perjanjian_kinerja(acting))[1]
    assert "Plh. CAMAT MUNCAR" in page
    assert "PLH" not in page
