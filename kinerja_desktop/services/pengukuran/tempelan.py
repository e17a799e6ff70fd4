"""Take in a pasted block of realisasi with what is told about them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import open_entries, write_realisasi

#: An indicator, and columns of its realisasi with their values.
IsianBaris = tuple[UUID, Mapping[str, Any]]


def fill_block(office: Office, periode: Periode, rows: Sequence[IsianBaris]) -> None:
    """Enter realisasi, faktor and tindak lanjut of several indicators as one deed of the clerk.

    Raises:
        KinerjaError: the period is final, or a realisasi is a range.
    """
    with office.journal.action(f"Mengisi realisasi dan keterangan {periode.label}") as session:
        figures = [(key, values["nilai"]) for key, values in rows if "nilai" in values]
        write_realisasi(session, periode, figures)
        entries = open_entries(session, [key for key, _ in rows], periode)
        for key, values in rows:
            for name, value in values.items():
                if name != "nilai":
                    setattr(entries[key], name, value)
