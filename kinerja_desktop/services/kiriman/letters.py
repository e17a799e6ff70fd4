"""The letter and the receipt of a delivery become final with it (`docs/architecture.md` §2.5)."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.dokumen import SURAT_PAKET, Permintaan
from kinerja_desktop.services.kantor.finals import store_final
from kinerja_desktop.services.kantor.kept_papers import find_paper, freeze_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import DokumenFinal


def keep_letters(office: Office, periode: Periode, sent: Mapping[str, bytes | Path]) -> None:
    """Keep the letters of a delivery as they were sent; those that are final already stay.

    Args:
        office: the open office.
        periode: what was sent.
        sent: the prints in the package, by kind of document.

    Raises:
        KinerjaError: the data folder cannot be written.
        MovedError: the data is being changed all the time.
    """
    for kunci in SURAT_PAKET:
        wanted = Permintaan(kunci, periode, tanggal=office.today())
        with office.journal.reading() as session:
            if find_paper(session, DOKUMEN[kunci], wanted):
                continue
        printed = sent.get(kunci)
        store_final(
            office,
            f"Menyimpan cetakan {DOKUMEN[kunci].judul} {periode.label}",
            partial(_freeze, office, wanted, printed if isinstance(printed, bytes) else None),
        )


def _freeze(office: Office, wanted: Permintaan, printed: bytes | None, state: str) -> DokumenFinal:
    return freeze_paper(office, DOKUMEN[wanted.kunci], wanted, state, printed)
