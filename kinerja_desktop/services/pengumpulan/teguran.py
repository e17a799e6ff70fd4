"""Remind a holder whose form has not come back: the first, second and third time."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.pengumpulan.papan import TEGURAN_TERAKHIR, BarisPapan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.papan import papan_of
from kinerja_desktop.store.records import Teguran


def write_teguran(
    office: Office, periode: Periode, formulir: Sequence[UUID], tanggal: date, tenggat: date
) -> int:
    """Record a reminder for forms, each the next of its holder; the letter prints from it.

    Args:
        office: the open office.
        periode: of the forms.
        formulir: the latest form of each holder, as the board names it.
        tanggal: the day on the letter.
        tenggat: until when the data is asked for now.

    Returns:
        How many reminders were written.

    Raises:
        KinerjaError: a form is unknown or whole already, or the new day is before the letter's.
    """
    if tenggat < tanggal:
        raise KinerjaError(
            "Batas waktu baru lebih awal dari tanggal teguran.", "Periksa kedua tanggalnya."
        )
    name = f"Menulis {len(formulir)} teguran data {periode.label}"
    with office.journal.action(name, undoable=False) as session:
        board = papan_of(session, periode, office.today())
        lines = {row.formulir_id: row for row in board.baris if row.formulir_id}
        for key in formulir:
            line = _require_missing(lines.get(str(key)), tanggal)
            ke = min(line.teguran + 1, TEGURAN_TERAKHIR)
            session.add(Teguran(formulir_id=key, ke=ke, tanggal=tanggal, tenggat=tenggat))
    return len(formulir)


def _require_missing(line: BarisPapan | None, tanggal: date) -> BarisPapan:
    if line is None:
        raise KinerjaError(
            "Formulir untuk teguran ini tidak ada.", "Muat ulang Pengumpulan Data, lalu ulangi."
        )
    if line.is_lengkap:
        raise KinerjaError(f"Data {line.pemegang} sudah lengkap.", "Tidak ada yang perlu ditegur.")
    if line.dikirim and tanggal < line.dikirim:
        raise KinerjaError(
            f"Tanggal teguran lebih awal dari pengiriman formulir {line.pemegang}.",
            "Periksa tanggalnya.",
        )
    return line
