"""What an officer should ask a unit about: figures that may be right, but seldom are.

The four that Bappeda looks for by hand today; each is a question, not a mistake
(`docs/sakip.md` §10).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from kinerja_desktop.domain.angka.angka import format_persen
from kinerja_desktop.domain.capaian.kewajaran import BATAS_CAPAIAN
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.penerimaan.kelompok import Sebutan, find_before
from kinerja_desktop.domain.penerimaan.rekap import BarisRekap, PaketRekap


class JenisKejanggalan(IntEnum):
    """The kinds, the one first that most likely is a mistake."""

    TINGGI = 1
    TARGET = 2
    SAMA = 3
    BUKTI = 4


@dataclass(frozen=True)
class Kejanggalan:
    """A figure of a unit, and what is odd about it in a sentence."""

    baris: BarisRekap
    jenis: JenisKejanggalan
    apa: str


def find_kejanggalan(
    kini: Sequence[PaketRekap], lalu: Sequence[PaketRekap], padanan: Mapping[Sebutan, str]
) -> list[Kejanggalan]:
    """Return what is odd in a year by kind; in each in the order of units, periods, indicators.

    Args:
        kini: the packages of the year that count.
        lalu: those of the year before.
        padanan: what Bappeda calls a wording.
    """
    before = {(item.unit_id, item.periode.triwulan): item for item in lalu}
    first: dict[object, PaketRekap] = {}
    found = []
    for paket in kini:
        earlier = before.get((paket.unit_id, paket.periode.triwulan))
        begun = first.setdefault(paket.unit_id, paket)
        for item in paket.indikator:
            line = BarisRekap(paket, item)
            told = {
                JenisKejanggalan.TINGGI: _judge_height(line),
                JenisKejanggalan.TARGET: _judge_target(line, begun) if begun is not paket else "",
                JenisKejanggalan.SAMA: _judge_same(line, earlier, padanan) if earlier else "",
                JenisKejanggalan.BUKTI: _judge_evidence(line),
            }
            found += [Kejanggalan(line, jenis, text) for jenis, text in told.items() if text]
    return sorted(found, key=lambda item: item.jenis)


def _judge_height(line: BarisRekap) -> str:
    capaian = line.indikator.capaian
    if capaian is None or capaian <= BATAS_CAPAIAN:
        return ""
    return (
        f"Capaian {format_persen(capaian)} di atas {format_persen(BATAS_CAPAIAN)}: "
        "target mungkin terlalu rendah, atau realisasinya salah"
    )


def _judge_evidence(line: BarisRekap) -> str:
    """Only where the sender says what each file proves: earlier programs did not."""
    if line.indikator.bukti != 0 or line.indikator.realisasi is None:
        return ""
    return "Realisasi tanpa berkas bukti"


def _judge_same(line: BarisRekap, earlier: PaketRekap, padanan: Mapping[Sebutan, str]) -> str:
    realisasi = line.indikator.realisasi
    if not isinstance(realisasi, Decimal):
        return ""
    same = find_before(line, (BarisRekap(earlier, item) for item in earlier.indikator), padanan)
    if same is None or same.realisasi != realisasi:
        return ""
    return f"Realisasi {format_nilai(realisasi)} sama dengan {earlier.periode.label}"


def _judge_target(line: BarisRekap, begun: PaketRekap) -> str:
    was = next((item for item in begun.indikator if item.id == line.indikator.id), None)
    now = line.indikator.target_tahun
    if was is None or not _is_easier(was.target_tahun, now, line.indikator.arah):
        return ""
    return (
        f"Target setahun menjadi {format_nilai(now)}, pada {begun.periode.label} masih "
        f"{format_nilai(was.target_tahun)}"
    )


def _is_easier(was: Nilai | None, now: Nilai | None, arah: Arah) -> bool:
    if not isinstance(was, Decimal) or not isinstance(now, Decimal):
        return False
    return now < was if arah is Arah.NAIK else now > was
