"""Lay the papers that go with the forms beside them: the request, and the receipt list."""

from pathlib import Path

from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.services.kantor.dokumen import PDF, Permintaan
from kinerja_desktop.services.kantor.kept_papers import mark_draft, read_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kantor.paper_frame import with_properties
from kinerja_desktop.services.pengumpulan.dokumen import DAFTAR_TERIMA, PERMINTAAN_DATA


def write_letters(office: Office, periode: Periode, folder: Path) -> list[Path]:
    """Write the nota dinas and the receipt list of a period as PDF; return where they lie.

    An older one of that name is replaced: it is printed again from the Dokumen page at any time.
    They bear DRAF until they are made final there.

    Raises:
        KinerjaError: no form of this period was handed out, or the place cannot be written.
    """
    written, today = [], office.today()
    for dokumen in (PERMINTAAN_DATA, DAFTAR_TERIMA):
        path = folder / f"{dokumen.nama_berkas}_{periode.kode}.pdf"
        require_output(office, path, (".pdf",))
        wanted = Permintaan(dokumen.kunci, periode, tanggal=today)
        kept = read_paper(office, dokumen, wanted, PDF)
        if kept is None:
            naskah = with_properties(office, dokumen.compose(office, wanted), today)
            kept = render_pdf(mark_draft(office, dokumen, wanted, naskah))
        write_file(path, kept)
        written.append(path)
    return written
