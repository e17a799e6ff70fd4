"""How a spreadsheet reckons the percentages, sums and means of a Pengukuran Kinerja.

Where a figure is no quotient of two cells its exact value stands there instead; forms that were
signed before the fourth edition have the values alone, as they had then.
"""

from collections.abc import Sequence
from decimal import Decimal

from kinerja_desktop.documents.papers.capaian_formula import capaian_formula, is_cut
from kinerja_desktop.domain.capaian.capaian import to_decimal
from kinerja_desktop.domain.capaian.pengukuran import RataCapaian, Ukuran
from kinerja_desktop.domain.capaian.profil import Aturan, RataRata
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    Angka,
    BarisIndikator,
    BarisProgram,
    KelompokSasaran,
    Kolom,
    PengukuranKinerja,
)

#: A formula with the number behind it.
Live = tuple[str, Decimal | None]


class MeasuredFormulas:
    """Writes the formulas of one form; letters of columns are known from its kolom."""

    def __init__(self, data: PengukuranKinerja) -> None:
        self._data = data
        self._profil = data.profil
        self._letters = {kolom: chr(ord("A") + place) for place, kolom in enumerate(data.kolom)}
        self.is_live = data.aturan > Aturan.TIGA

    def of_indikator(self, kolom: Kolom, item: BarisIndikator, shown: Angka) -> Live:
        """Return the formula of a capaian; other columns are entered, not reckoned."""
        plain = ("", shown.nilai)
        if not self.is_live or item.asal is None:
            return plain
        match kolom:
            case Kolom.CAPAIAN:
                cells = (Kolom.TARGET, Kolom.REALISASI)
                return self._capaian(item, item.asal.utama, cells, item.target)
            case Kolom.CAPAIAN_SD if item.asal.sd_triwulan:
                cells = (Kolom.TARGET_SD, Kolom.REALISASI_SD)
                return self._capaian(item, item.asal.sd_triwulan, cells, item.target_sd)
        return plain

    def of_program(self, kolom: Kolom, item: BarisProgram, shown: Angka) -> Live:
        """Return the formula of a serapan."""
        if kolom is not Kolom.SERAPAN or shown.nilai is None or not self.is_live:
            return "", shown.nilai
        return self.share("{row}"), shown.nilai

    def share(self, row: str) -> str:
        """Return a serapan from the amounts of a row; empty where they have no columns."""
        cells = [self._letters.get(k) for k in (Kolom.REALISASI_ANGGARAN, Kolom.PAGU)]
        return f"{cells[0]}{row}/{cells[1]}{row}*100" if all(cells) else ""

    def of_group(self, rata: RataCapaian | None, height: int) -> Live:
        """Return the mean of a sasaran, below its rows."""
        if rata is None or rata.tepat is None or not self._is_plain():
            return "", None if rata is None else rata.tampil
        if self._profil.berbobot:
            return "", to_decimal(rata.tepat)
        letter = self._letters[Kolom.CAPAIAN]
        return f"AVERAGE({letter}{{row-{height}}}:{letter}{{above}})", rata.tampil

    def of_all(self, heights: Sequence[int]) -> Live:
        """Return the mean of the whole, below the table.

        Args:
            heights: of each group, without the row of its mean.
        """
        rata = self._data.rata_rata.asal
        if rata is None or rata.tepat is None or not self._is_plain():
            return "", None if rata is None else rata.tampil
        is_of_means = self._profil.rata_rata is RataRata.SASARAN
        letter = self._letters.get(Kolom.CAPAIAN)
        if letter is None or (is_of_means and self._profil.berbobot):
            return "", to_decimal(rata.tepat)
        ranges, place = [], 0
        for group, height in zip(self._data.kelompok, heights, strict=True):
            if any(item.capaian.nilai is not None for item in group.indikator):
                cells = f"{letter}{{first+{place}}}:{letter}{{first+{place + height - 1}}}"
                ranges.append(f"AVERAGE({cells})" if is_of_means else cells)
            place += height + has_mean(group, self._data)
        return f"AVERAGE({','.join(ranges)})", rata.tampil

    def _is_plain(self) -> bool:
        """Whether a mean is that of the cells above: nothing is capped or cut off in it."""
        return self.is_live and self._profil.cap_rata_rata is None and not is_cut(self._profil)

    def _capaian(
        self, item: BarisIndikator, ukuran: Ukuran, kolom: tuple[Kolom, Kolom], target: Angka
    ) -> Live:
        exact = ukuran.capaian.tepat
        if item.asal is None or exact is None or is_cut(self._profil):
            return "", ukuran.capaian.tampil
        letters = [self._letters.get(one) for one in kolom]
        # The target of the year is told in words where it stands in for that of a triwulan.
        if not all(letters) or target.nilai is None:
            return "", to_decimal(exact)
        goal, reached = (f"{letter}{{row}}" for letter in letters)
        text = capaian_formula(
            item.asal.rumus, (goal, ukuran.target), (reached, ukuran.realisasi), self._profil
        )
        return text, ukuran.capaian.tampil if text else to_decimal(exact)


def has_mean(group: KelompokSasaran, data: PengukuranKinerja) -> bool:
    """Tell whether the mean of a group stands below its rows."""
    return group.rata_rata is not None and Kolom.CAPAIAN in data.kolom


def group_height(group: KelompokSasaran, data: PengukuranKinerja) -> int:
    """Return how many rows a group has, without that of its mean."""
    has_program = Kolom.PROGRAM in data.kolom or any(k in data.kolom for k in _AMOUNTS)
    return max(len(group.indikator), len(group.program) if has_program else 0, 1)


_AMOUNTS = (Kolom.PAGU, Kolom.REALISASI_ANGGARAN, Kolom.SERAPAN)
