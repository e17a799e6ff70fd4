"""Pengukuran Kinerja on paper, in the form of `docs/sakip.md` §5 or with chosen columns."""

from typing import Any

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Figure,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.papers.measured_formulas import MeasuredFormulas, group_height
from kinerja_desktop.documents.papers.measured_table import Notes, measured_table
from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.profil import Aturan
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM_DIISI,
    Angka,
    JumlahAnggaran,
    Kolom,
    PengukuranKinerja,
    RataTercetak,
)

_SMALL = 8.0
# As many lines as fit beside a signature, and as many as fit on its page below some rows.
_FEW_NOTES, _MANY_NOTES = 10, 20


def build_pengukuran_kinerja(data: PengukuranKinerja) -> Naskah:
    """Lay out a Pengukuran Kinerja: head, table, sums, notes, signatures; landscape."""
    blocks: tuple[Block, ...] = (
        *letterheads(data.kop),
        Heading(data.judul, 0),
        *_subtitle(data),
        Spacer(3),
        KeyValues(_head(data)),
        *measured_blocks(data),
    )
    return make_naskah(
        f"Pengukuran Kinerja {data.skpd} {data.periode.label}",
        blocks,
        data.tanda,
        landscape=True,
        font_size=10,
        margins=Margins(top=15, bottom=18, left=20, right=20),
        footer_note=f"Pengukuran Kinerja {data.skpd} {data.periode.label}",
        **_properties(data),
    )


def _properties(data: PengukuranKinerja) -> dict[str, Any]:
    if data.aturan <= Aturan.TIGA:
        return {"is_archival": False}
    return {"author": data.skpd, "tanggal": data.tanggal}


def measured_blocks(data: PengukuranKinerja) -> tuple[Block, ...]:
    """Return all below the head: table, sums, notes, signatures; the LKjIP attaches them too."""
    notes = Notes(is_tied=data.aturan <= Aturan.TIGA)
    table = measured_table(data, notes)
    keterangan = _notes(data, notes)
    # Beside a single signer there is room for a few lines, and the form stays on one page.
    is_aside = data.pengesahan.kiri is None and len(keterangan) <= _FEW_NOTES
    return (
        table,
        KeyValues(_sums(data), bold=True, keep_with_next=True, figures=_figures(data)),
        *(() if is_aside else keterangan),
        signature_block(data.pengesahan, data.tanda, keterangan if is_aside else ()),
    )


def _subtitle(data: PengukuranKinerja) -> tuple[Block, ...]:
    if data.periode.triwulan is None:
        return ()
    return (Heading(data.periode.label.upper(), 0),)


def _head(data: PengukuranKinerja) -> tuple[tuple[str, str], ...]:
    pejabat = data.pejabat
    rows = [("SKPD", data.skpd), ("Tahun Anggaran", str(data.periode.tahun))]
    if pejabat:
        rows += [
            ("Nama", pejabat.nama),
            ("NIP", format_nip(pejabat.nip) or "-"),
            ("Jabatan", pejabat.jabatan),
        ]
    return tuple(rows)


def _sums(data: PengukuranKinerja) -> tuple[tuple[str, str], ...]:
    rows = []
    if data.anggaran:
        rows += _budget_sums(data.anggaran, data.periode)
    rows.append(_mean(data))
    return tuple(rows)


def _figures(data: PengukuranKinerja) -> tuple[tuple[Figure, ...], ...]:
    """Return the figures of the sums for a spreadsheet, each below its column."""
    live = MeasuredFormulas(data)
    if not live.is_live:
        return ()
    rows: list[tuple[Figure, ...]] = []
    if anggaran := data.anggaran:
        pagu = _sum(data, Kolom.PAGU, anggaran.pagu)
        spent = _sum(data, Kolom.REALISASI_ANGGARAN, anggaran.realisasi)
        place = _place(data, Kolom.SERAPAN)
        if spent and place is not None and anggaran.serapan.nilai is not None:
            letters = (_letter(data, Kolom.REALISASI_ANGGARAN), _letter(data, Kolom.PAGU))
            share = f"{letters[0]}{{row}}/{letters[1]}{{row-1}}*100"
            spent += (Figure(place, anggaran.serapan.teks, anggaran.serapan.nilai, share),)
        rows += [pagu, spent]
    formula, number = live.of_all([group_height(group, data) for group in data.kelompok])
    place = _place(data, Kolom.CAPAIAN)
    if number is None or place is None:
        return (*rows, ())
    words = _mean(data)[1].removeprefix(f"{data.rata_rata.capaian.teks}%").removeprefix(" – ")
    return (*rows, (Figure(place, data.rata_rata.capaian.teks, number, formula, words.strip()),))


def _sum(data: PengukuranKinerja, kolom: Kolom, angka: Angka) -> tuple[Figure, ...]:
    place = _place(data, kolom)
    if place is None or angka.nilai is None:
        return ()
    letter = _letter(data, kolom)
    return (Figure(place, angka.teks, angka.nilai, f"SUM({letter}{{first}}:{letter}{{last}})"),)


def _place(data: PengukuranKinerja, kolom: Kolom) -> int | None:
    return data.kolom.index(kolom) if kolom in data.kolom else None


def _letter(data: PengukuranKinerja, kolom: Kolom) -> str:
    return chr(ord("A") + data.kolom.index(kolom))


def _budget_sums(anggaran: JumlahAnggaran, periode: Periode) -> list[tuple[str, str]]:
    upto = f" s.d. Triwulan {periode.romawi}" if periode.triwulan else ""
    spent = _rupiah(anggaran.realisasi.teks)
    if anggaran.serapan.nilai is not None:
        spent = f"{spent} ({anggaran.serapan.teks}%)"
    return [
        (f"Jumlah Anggaran Tahun {periode.tahun}", _rupiah(anggaran.pagu.teks)),
        (f"Jumlah Realisasi Anggaran{upto} Tahun {periode.tahun}", spent),
    ]


def _rupiah(text: str) -> str:
    return text if text == BELUM_DIISI else f"Rp {text}"


def _mean(data: PengukuranKinerja) -> tuple[str, str]:
    """Tell the mean; of a triwulan also which column it is of, for there are two."""
    title, text = "Rata-rata capaian kinerja", _mean_text(data.rata_rata)
    if not data.periode.triwulan or data.aturan <= Aturan.TIGA:
        return title, text
    upto = f"Triwulan {data.periode.romawi}"
    if data.rata_rata.capaian.nilai is not None and Kolom.CAPAIAN in data.kolom:
        place = data.kolom.index(Kolom.CAPAIAN) + 1
        text = f"{text}, rata-rata kolom ({place}), bukan s.d. {upto}"
    return f"{title} {upto}", text


def _mean_text(rata_rata: RataTercetak) -> str:
    if rata_rata.capaian.nilai is None:
        return f"belum dapat dihitung ({rata_rata.keterangan})"
    kategori = f" – {rata_rata.kategori}" if rata_rata.kategori else ""
    return f"{rata_rata.capaian.teks}%{kategori} ({rata_rata.keterangan})"


def _notes(data: PengukuranKinerja, notes: Notes) -> tuple[Block, ...]:
    """Explain the signs in the table, then the rules by which it was measured."""
    lines = [(f"{number})", text) for number, text in enumerate(notes.texts, start=1)]
    if notes.has_blank:
        lines.insert(0, (BELUM_DIISI, "belum diisi"))
    lines += [("•", text) for text in data.catatan]
    if not lines:
        return ()
    lines.insert(0, ("", "Keterangan:"))
    is_kept = len(lines) <= _MANY_NOTES
    return tuple(
        Paragraph(text, size=_SMALL, label=label, hang=5, space_after=0, keep_with_next=is_kept)
        for label, text in lines
    )
