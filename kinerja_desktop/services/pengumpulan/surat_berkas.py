"""Lay the papers that go with the forms beside them: the request, and the receipt list."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kantor.paper_frame import with_properties
from kinerja_desktop.services.pengumpulan.surat import compose_daftar_terima, compose_permintaan

_PAPERS: tuple[tuple[str, Callable[[Office, Periode, date], Naskah]], ...] = (
    ("Nota_Dinas_Permintaan_Data", compose_permintaan),
    ("Daftar_Penerimaan_Formulir", compose_daftar_terima),
)


def write_letters(office: Office, periode: Periode, folder: Path) -> list[Path]:
    """Write the nota dinas and the receipt list of a period as PDF; return where they lie.

    An older one of that name is replaced: it is printed again from the Dokumen page at any time.

    Raises:
        KinerjaError: no form of this period was handed out, or the place cannot be written.
    """
    written, today = [], office.today()
    for name, compose in _PAPERS:
        path = folder / f"{name}_{periode.kode}.pdf"
        require_output(office, path, (".pdf",))
        naskah = with_properties(office, compose(office, periode, today), today)
        write_file(path, render_pdf(naskah))
        written.append(path)
    return written
