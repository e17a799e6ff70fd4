"""Which indicators measure a program, kegiatan or sub kegiatan (comparison 7)."""

from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, RataCapaian, mean_of
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip


def own_indicators(analisis: AnalisisLkjip, kode: str) -> list[HasilIndikator]:
    """Return the indicators that measure just this program, kegiatan or sub kegiatan."""
    keys = {item.id for item in analisis.bahan.indikator if item.program == kode}
    return [item for item in analisis.hasil.indikator if item.bahan.id in keys]


def indicators_of(analisis: AnalisisLkjip, kode: str) -> list[HasilIndikator]:
    """Return the indicators that measure a program or what stands below it."""
    keys = {
        item.id
        for item in analisis.bahan.indikator
        if item.program == kode or item.program.startswith(f"{kode}.")
    }
    return [item for item in analisis.hasil.indikator if item.bahan.id in keys]


def mean_of_line(analisis: AnalisisLkjip, kode: str) -> RataCapaian | None:
    """Return the mean of a line's own indicators; None where it has none."""
    found = own_indicators(analisis, kode)
    profil = analisis.profil
    return mean_of(found, profil, berbobot=profil.berbobot) if found else None
