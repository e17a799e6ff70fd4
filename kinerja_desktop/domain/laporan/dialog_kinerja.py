"""A Dialog Kinerja on paper: figures of a triwulan, what the Camat says, what is done about it."""

from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.pengukuran_kinerja import PengukuranKinerja


@dataclass(frozen=True)
class DialogTercetak:
    """A dialog about the figures of the office, or of one official (`docs/sakip.md` §11.3).

    Attributes:
        capaian: the measured triwulan, with the columns that are talked about.
        untuk: whose figures: rows for the head, such as ("Pejabat", "Budi").
        catatan: what the Camat notes.
        penanggung_jawab: who does what was agreed; empty for nobody named.
    """

    kop: Kop | None
    capaian: PengukuranKinerja
    untuk: tuple[tuple[str, str], ...]
    catatan: str
    rekomendasi: str
    tindak_lanjut: str
    penanggung_jawab: str
    batas_waktu: date | None
    pengesahan: Pengesahan
    tanda: Tanda = FINAL
