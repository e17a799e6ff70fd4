"""Every letter and paper of the registry as PDF, after the first: the slowest of them."""

from collections.abc import Iterator
from pathlib import Path

from bench.offices import LAST_YEAR
from bench.timing import Line, median_ms
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_pdf
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.surat.dokumen import kunci_of
from kinerja_desktop.services.surat.register import SuratMasuk, take_in
from kinerja_desktop.services.surat.tulis import begin_naskah

_TAHUN = Periode(LAST_YEAR)
_LIMIT, _RUNS = 150, 5
#: The report is measured against LibreOffice (`bench.lkjip`).
_NOT_HERE = ("lkjip",)


def measure_papers(folder: Path) -> Iterator[Line]:
    """Return the row of the slowest paper of the sample office."""
    office = open_office(folder / "kertas")
    fill_sample(office)
    for jenis in JENIS:
        begin_naskah(office, jenis, _TAHUN, office.today())
    take_in(office, SuratMasuk("1", None, office.today(), "Bappeda", "Edaran"))
    times = dict(_time(office))
    slowest = max(times, key=lambda kunci: times[kunci])
    office.close()
    yield Line(f"{len(times)} macam kertas menjadi PDF: yang paling lambat, {slowest}",
               times[slowest], None, _LIMIT, "ms", "sesudah yang pertama")  # fmt: skip


def _time(office: Office) -> Iterator[tuple[str, float]]:
    assert kunci_of("undangan") in DOKUMEN
    states = {periode: list_keadaan(office, periode) for periode in (_TAHUN, Periode(LAST_YEAR, 4))}
    for kunci in DOKUMEN:
        if kunci in _NOT_HERE:
            continue
        for periode, keadaan in states.items():
            subjek = keadaan[kunci].subjek
            wanted = Permintaan(kunci, periode, subjek[0].id if subjek else None)
            try:
                build_pdf(office, wanted)
            except KinerjaError:
                continue  # there is none of it in this office and period
            yield kunci, median_ms(lambda wanted=wanted: build_pdf(office, wanted), _RUNS)  # type: ignore[misc]
            break
