"""*Lihat cara hitung*: definition, inputs, rule, rounding and source of one figure, in words."""

from collections.abc import Iterable
from html import escape

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, Ukuran
from kinerja_desktop.domain.capaian.rasio import explain_rasio
from kinerja_desktop.domain.sections.indikator import AKUMULASI
from kinerja_desktop.services.pengukuran.isi import Keterangan
from kinerja_desktop.ui.pengukuran.columns import (
    BELUM_ADA,
    BELUM_DIISI,
    write_capaian,
    write_kategori,
)


def explain_figure(item: HasilIndikator, periode: Periode, keterangan: Keterangan) -> str:
    """Return how a figure came about, as the HTML that Qt shows."""
    bahan = item.bahan
    parts = [_measured(f"Capaian {periode.label}", item.utama)]
    if item.sd_triwulan and item.terhadap_tahunan:
        parts.append(_measured(f"S.d. Triwulan {periode.romawi}", item.sd_triwulan))
        parts.append(_measured("Terhadap target setahun", item.terhadap_tahunan))
    known = (
        ("Sumber target", _source(bahan.sumber_target, periode, keterangan)),
        ("Perhitungan triwulan", AKUMULASI[bahan.akumulasi]),
        ("Asal realisasi", _origin(item, periode)),
        ("Definisi operasional", keterangan.definisi_operasional),
        ("Formula perhitungan", keterangan.formula),
        ("Alasan pemilihan", keterangan.alasan),
        ("Sumber data", keterangan.sumber_data),
        ("Penanggung jawab", keterangan.penanggung_jawab),
    )
    parts.append(_lines(f"<b>{label}:</b> {escape(text)}" for label, text in known if text))
    return "".join(parts)


def _source(sumber: str, periode: Periode, keterangan: Keterangan) -> str:
    if periode.triwulan is None:
        return sumber
    return "Rencana Aksi, dari target bulanan" if keterangan.is_dari_bulan else "Rencana Aksi"


def _measured(title: str, ukuran: Ukuran) -> str:
    capaian = ukuran.capaian
    word = write_kategori(capaian)
    figure = f"{write_capaian(capaian)}% – {word}" if capaian.tampil is not None else word
    head = f"<b>{escape(title)}: {escape(figure)}</b>"
    if capaian.langkah:
        return _lines((head, *map(escape, capaian.langkah)))
    target = format_nilai(ukuran.target) or BELUM_ADA.lower()
    realisasi = format_nilai(ukuran.realisasi) or BELUM_DIISI.lower()
    lines = [f"Target {target}; realisasi {realisasi}"]
    if capaian.keadaan is not Keadaan.BELUM_DIISI:
        lines.append(f"Sebabnya: {capaian.alasan}")
    return _lines((head, *map(escape, lines)))


def _origin(item: HasilIndikator, periode: Periode) -> str:
    """Tell whether a figure was computed, typed, or made of triwulan."""
    isian = item.bahan.isian_of(periode.triwulan)
    if told := explain_rasio(isian, item.bahan.satuan):
        return told[0].lower() + told[1:].removesuffix(".")
    if periode.triwulan is not None or item.bahan.isian_tahunan.nilai is not None:
        return ""
    return "dihitung dari isian triwulan" if item.utama.realisasi is not None else ""


def _lines(lines: Iterable[str]) -> str:
    return f"<p style='margin: 0 0 6px 0'>{'<br>'.join(lines)}</p>"
