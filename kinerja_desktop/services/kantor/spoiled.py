"""Name the package that somebody changed outside the program, where its content makes rise.

What a package says is kept as JSON that is sound to the database whatever it says. Asked only when
something unforeseen rose: then every package is read.
"""

import json

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.penerimaan.ringkas import list_indikator, ringkas_from_data
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.backing import Backing
from kinerja_desktop.store.queries.penerimaan import list_ringkas

# What data of another form makes rise when it is read.
_SIGNS = (ValueError, LookupError, ArithmeticError, TypeError, AttributeError, RecursionError)


def find_spoiled(place: Backing) -> KinerjaError | None:
    """Return what a reader is told of packages that cannot be read; None where all can."""
    spoiled = []
    with Session(place.engine) as session:
        for unit, tahun, triwulan, versi, text in list_ringkas(session):
            try:
                data = json.loads(text)
                ringkas_from_data(data)
                list(list_indikator(data))
            except _SIGNS:
                spoiled.append(f"{unit} {Periode(tahun, triwulan).label} versi {versi}")
    if not spoiled:
        return None
    return KinerjaError(
        f"Isi paket masuk {', '.join(spoiled)} diubah di luar program dan tidak terbaca lagi.",
        "Pulihkan cadangan sebelum itu di Riwayat & Cadangan; Periksa data menyebut semuanya.",
    )
