"""What is odd about the LKE answers of a workbook: a word that the office's scale does not have.

`docs/sakip.md` §11. It is kept as it was written and counts as not answered, so it is said.
"""

from typing import Any

from sqlmodel import Session

from kinerja_desktop.domain.lke.skala import SKALA_BAWAAN, SkalaLke, get_skala
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.data_entry import Row
from kinerja_desktop.store.queries.lke import find_lembar

_SECTION = "jawaban_lke"


class JawabanImpor:
    """Knows the scale of each year that the workbook names."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._skala: dict[Any, SkalaLke] = {}

    def judge(self, section: str, row: Row) -> list[Problem]:
        """Return what is odd about a row of the answers; nothing for rows of other sections."""
        if section != _SECTION or not row["jawaban"]:
            return []
        skala = self._find(row["tahun"])
        if skala.find(row["jawaban"]) is not None:
            return []
        choices = ", ".join(item.kode for item in skala.pilihan)
        message = (
            f"jawaban '{row['jawaban']}' tidak ada pada skala {skala.nama}, jadi terhitung belum "
            f"dijawab: pilih {choices}"
        )
        return [Problem(message, is_warning=True, field="jawaban")]

    def _find(self, tahun: int) -> SkalaLke:
        if tahun not in self._skala:
            lembar = find_lembar(self._session, tahun)
            self._skala[tahun] = get_skala(lembar.skala if lembar else SKALA_BAWAAN)
        return self._skala[tahun]
