"""What proves each criterion of the shipped sheet: data, papers, and who can supply the rest.

It is data (`resources/lke/petunjuk.json`), found by the words of a criterion: a sheet of another
kabupaten may use the same kode for another question, which must not be answered by accident.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinerja_desktop.domain.lke.lembar import Kriteria, LembarKriteria

#: Rows whose evidence files serve a criterion as well.
REALISASI, REKOMENDASI = "realisasi", "rekomendasi"
#: Said of a criterion that nobody has described.
_UMUM = "Pejabat yang menjalankan tugas ini"


@dataclass(frozen=True)
class Petunjuk:
    """How a criterion can be proved.

    Attributes:
        aturan: name of the rule that proposes an answer; empty for none.
        dokumen: kunci of the papers that serve it, those of every triwulan marked with ``@tw``.
        pembuktian: what would prove it, where data cannot.
        pemasok: who can supply that.
        layar: keys of the pages of which a screenshot serves.
        lampiran: whose evidence files serve it too: `REALISASI` of the year, `REKOMENDASI` of the
            LHE over the year before; empty for none.
    """

    aturan: str = ""
    dokumen: tuple[str, ...] = ()
    pembuktian: str = ""
    pemasok: str = _UMUM
    layar: tuple[str, ...] = ()
    lampiran: str = ""


@dataclass(frozen=True)
class BukuPetunjuk:
    """The petunjuk of every known criterion, by its words."""

    isi: Mapping[str, Petunjuk]

    def of(self, kriteria: Kriteria) -> Petunjuk:
        """Return how a criterion can be proved; what it names as evidence where nobody said."""
        found = self.isi.get(_fold(kriteria.uraian))
        return found or Petunjuk(pembuktian=", ".join(kriteria.contoh_bukti))


def read_petunjuk(data: Mapping[str, Any], bawaan: LembarKriteria) -> BukuPetunjuk:
    """Tie the petunjuk, which name criteria by kode, to the words of the shipped sheet."""
    return BukuPetunjuk(
        {
            _fold(item.uraian): _read(data[item.kode])
            for item in bawaan.list_kriteria()
            if item.kode in data
        }
    )


def _read(row: Mapping[str, Any]) -> Petunjuk:
    return Petunjuk(
        row.get("aturan", ""),
        tuple(row.get("dokumen", ())),
        row.get("pembuktian", ""),
        row.get("pemasok", _UMUM),
        tuple(row.get("layar", ())),
        row.get("lampiran", ""),
    )


def _fold(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(". ")
