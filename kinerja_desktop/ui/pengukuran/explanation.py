"""*Lihat cara hitung* as the HTML that Qt shows; its words are those of the printed attachment."""

from collections.abc import Iterable
from html import escape

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.keselarasan import describe_mean
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilSasaran
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.laporan.cara_hitung import Keterangan, explain


def explain_figure(item: HasilIndikator, periode: Periode, keterangan: Keterangan) -> str:
    """Return how a figure came about, as the HTML that Qt shows."""
    cara = explain(item, periode, keterangan)
    parts = [
        _lines((f"<b>{escape(ukuran.kepala)}</b>", *map(escape, ukuran.langkah)))
        for ukuran in cara.ukuran
    ]
    parts.append(_lines(f"<b>{label}:</b> {escape(text)}" for label, text in cara.keterangan))
    return "".join(parts)


def explain_group(group: HasilSasaran, profil: ProfilRumus) -> str:
    """Return what the heading of a sasaran tells, and how its mean came about."""
    name, mean = group.uraian or "Tanpa sasaran", describe_mean(group.rata_rata, profil)
    return _lines((f"<b>{escape(name)}</b>", escape(mean)))


def _lines(lines: Iterable[str]) -> str:
    return f"<p style='margin: 0 0 6px 0'>{'<br>'.join(lines)}</p>"
