"""What the list of documents says to those who cannot see it."""

from PySide6.QtCore import Qt

from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.ui.dokumen.listing import DocumentList


def state_of(listing: DocumentList, kunci: str) -> str:
    """What stands beside a kind of document."""
    judul = DOKUMEN[kunci].judul
    told = [
        str(listing.item(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(listing.count())
        if listing.item(row).text() == judul
    ]
    (line,) = told
    return line.removeprefix(f"{judul}: ")
