"""Berita acara of an Evaluasi Hasil Renja, and the table of its tindak lanjut."""

from datetime import date

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.plan_tables import or_dash
from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.angka import format_persen, format_rupiah
from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.domain.angka.tanggal import BULAN, HARI, format_tanggal, format_tanggal_isian
from kinerja_desktop.domain.angka.terbilang import write_terbilang
from kinerja_desktop.domain.laporan.evaluasi_renja import (
    KAKI,
    BeritaAcaraEvaluasi,
    TindakLanjutEvaluasi,
    write_rata,
)
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Penandatangan, Pengesahan, Tanda

_DOTS = "." * 30
_LINE = "." * 90


def build_berita_acara_evaluasi(
    data: BeritaAcaraEvaluasi, pengesahan: Pengesahan, tanda: Tanda = FINAL, kop: Kop | None = None
) -> Naskah:
    """Lay out the berita acara, upright: day in words, place, who, result, conclusions."""
    evaluasi = data.evaluasi
    name = f"Berita Acara Evaluasi Hasil Renja {evaluasi.skpd} {evaluasi.periode.label}"
    blocks: tuple[Block, ...] = (
        *letterheads(kop),
        Heading("BERITA ACARA", 0),
        Heading("EVALUASI HASIL RENJA", 0),
        Heading(f"{evaluasi.skpd.upper()} {evaluasi.periode.label.upper()}", 0),
        Paragraph(f"Nomor: {data.nomor or _DOTS}", "center"),
        Spacer(3),
        Paragraph(
            f"{_day_in_words(data.tanggal)}, bertempat di {data.tempat or _DOTS}, yang bertanda "
            "tangan di bawah ini:",
            "justify",
        ),
        KeyValues(_who(pengesahan.kanan), indent=7),
        Paragraph(
            f"telah melaksanakan evaluasi terhadap hasil Rencana Kerja (Renja) {evaluasi.skpd} "
            f"Kabupaten {data.kabupaten} {evaluasi.periode.label}, dengan hasil sebagai berikut:",
            "justify",
        ),
        *_results(data),
        Paragraph("Kesimpulan:", bold=True, keep_with_next=True),
        *_conclusions(data),
        Paragraph(
            "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
            "mestinya.",
            "justify",
            keep_with_next=True,
        ),
        signature_block(pengesahan, tanda),
    )
    return make_naskah(name, blocks, tanda, footer_note=name)


def build_tindak_lanjut_evaluasi(
    data: TindakLanjutEvaluasi,
    pengesahan: Pengesahan,
    tanda: Tanda = FINAL,
    kop: Kop | None = None,
) -> Naskah:
    """Lay out the table of tindak lanjut, across."""
    name = f"Tindak Lanjut Evaluasi Hasil Renja {data.skpd} {data.periode.label}"
    columns = (
        Column("No", 0.4, "center"),
        Column("Indikator", 2.2),
        Column("Faktor Penghambat", 2.4),
        Column("Tindak Lanjut", 2.4),
        Column("Penanggung Jawab", 1.4),
        Column("Batas Waktu", 1.2, "center"),
        Column("Keterangan", 1.4),
    )
    rows = tuple(
        Row(
            (
                Cell(str(number)),
                Cell(item.indikator),
                Cell(or_dash(item.penghambat)),
                Cell(or_dash(item.tindak_lanjut)),
                Cell(or_dash(item.penanggung_jawab)),
                Cell(format_tanggal(item.batas_waktu) if item.batas_waktu else or_dash("")),
                Cell(or_dash(item.keterangan)),
            )
        )
        for number, item in enumerate(data.butir, start=1)
    )
    blocks: tuple[Block, ...] = (
        *letterheads(kop),
        Heading("TINDAK LANJUT EVALUASI HASIL RENJA", 0),
        Heading(data.skpd.upper(), 0),
        Heading(data.periode.label.upper(), 0),
        Spacer(3),
        Table(columns, rows, numbered=True, size=9, keep_with_next=True),
        signature_block(pengesahan, tanda),
    )
    margins = Margins(top=15, bottom=18, left=15, right=15)
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=10, margins=margins, footer_note=name
    )


def _day_in_words(day: date | None) -> str:
    """Write a day as a berita acara does: ``Pada hari ini, Jumat, tanggal lima bulan April …``."""
    if day is None:
        return f"Pada hari ini {_DOTS} tanggal {_DOTS} bulan {_DOTS} tahun {_DOTS}"
    return (
        f"Pada hari ini, {HARI[day.weekday()]}, tanggal {write_terbilang(day.day)} bulan "
        f"{BULAN[day.month - 1]} tahun {write_terbilang(day.year)} ({format_tanggal_isian(day)})"
    )


def _who(camat: Penandatangan) -> tuple[tuple[str, str], ...]:
    jabatan = " ".join(camat.jabatan).rstrip(",")
    return (
        ("Nama", camat.nama or _DOTS),
        ("NIP", camat.nip or _DOTS),
        ("Jabatan", jabatan or _DOTS),
    )


def _results(data: BeritaAcaraEvaluasi) -> tuple[Block, ...]:
    form = data.evaluasi.formulir
    programs = [line for line in form.baris if line.tingkat == 0]
    pagu = add_up([line.rupiah.bahan.pagu for line in programs])
    spent = add_up([line.rupiah.tahun_ini for line in programs])
    share = compute_serapan(pagu, spent)
    counts = [len([line for line in form.baris if line.tingkat == level]) for level in range(3)]
    romawi = ROMAWI[form.triwulan - 1]
    absorbed = f" ({format_persen(share)} dari pagu)" if share is not None else ""
    lines = (
        f"Yang dievaluasi: {counts[0]} program, {counts[1]} kegiatan, dan {counts[2]} sub "
        f"kegiatan, dengan {form.rata_renja.jumlah} indikator.",
        f"Rata-rata capaian kinerja Renja tahun {form.tahun} s.d. Triwulan {romawi}: "
        f"{write_rata(form.rata_renja)}.",
        "Rata-rata capaian kinerja terhadap target akhir Renstra: "
        f"{write_rata(form.rata_renstra)}.",
        "Pagu anggaran: " + ("belum diisi." if pagu is None else f"{format_rupiah(pagu)}."),
        f"Realisasi anggaran s.d. Triwulan {romawi}: "
        + ("belum diisi." if spent is None else f"{format_rupiah(spent)}{absorbed}."),
    )
    return tuple(
        Paragraph(text, "justify", label=f"{number}.", space_after=2)
        for number, text in enumerate(lines, start=1)
    )


def _conclusions(data: BeritaAcaraEvaluasi) -> tuple[Block, ...]:
    texts = [(title, data.evaluasi.kaki.get(key) or _LINE) for key, title in KAKI.items()]
    if data.catatan:
        texts.append(("Catatan", data.catatan))
    return tuple(
        Paragraph(f"{title}: {text}", "left", label=f"{chr(97 + place)}.", space_after=2)
        for place, (title, text) in enumerate(texts)
    )
