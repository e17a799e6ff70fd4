"""That there is nothing to show of a period; apart, because the first page needs nothing else."""

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError


class TanpaIndikatorError(KinerjaError):
    """No indicator is in force in a period."""

    def __init__(self, periode: Periode) -> None:
        super().__init__(
            f"Belum ada indikator untuk {periode.label}.", "Isi Renstra & IKU lebih dulu."
        )
