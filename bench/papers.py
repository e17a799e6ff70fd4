"""Every letter and paper of the registry as PDF, after the first: the slowest of them.

Also the two that grow with the office: a Manual of many IKU, a buku agenda of many letters.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from bench.offices import LAST_YEAR
from bench.timing import Line, median_ms
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.buku_agenda import build_buku_agenda
from kinerja_desktop.documents.papers.manual_iku import build_manual_iku
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.buku_agenda import BarisBuku, BukuAgenda, BukuTercetak
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Penandatangan, Pengesahan
from kinerja_desktop.domain.laporan.manual_iku import BARIS, LembarIku, ManualIku
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_nilai
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
_LIMIT, _AGENDA_LIMIT, _RUNS = 150, 1500, 5
_SIGNED = Pengesahan("Muncar, 5 Februari 2025", Penandatangan(("CAMAT MUNCAR,",)))
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
    manual, agenda = _make_manual(), _make_agenda()
    yield Line("Manual IKU dengan 40 indikator menjadi PDF",
               median_ms(lambda: render_pdf(manual), _RUNS), None, _LIMIT, "ms",
               "sesudah yang pertama")  # fmt: skip
    yield Line("Buku agenda 3.000 surat menjadi PDF",
               median_ms(lambda: render_pdf(agenda), _RUNS), None, _AGENDA_LIMIT, "ms",
               "batas sendiri")  # fmt: skip


def _make_manual() -> Naskah:
    words = "Persentase kegiatan yang selesai tepat waktu menurut standar pelayanan kecamatan "
    lembar = tuple(
        LembarIku(
            f"IKU-{number}",
            {key: (words * 5)[: 60 + (number * 37 + place * 53) % 330] + f"{number}.{place}"
             for place, key in enumerate(BARIS)},
            tuple(angka_nilai(Decimal(90 + year)) for year in range(5)),
        )
        for number in range(1, 41)
    )  # fmt: skip
    data = ManualIku("Kecamatan Muncar", "TAHUN 2025 – 2029", tuple(range(2025, 2030)), lembar)
    return build_manual_iku(data, _SIGNED)


def _make_agenda() -> Naskah:
    def line(number: int) -> BarisBuku:
        hal = f"Permintaan data kinerja triwulan {number % 4 + 1} beserta data dukung {number}"
        nomor, day = f"700/{number}/427.90/2025", f"{number % 28 + 1:02}-01-2025"
        return BarisBuku(str(number), day, nomor, day, "Bappeda Kabupaten Lumajang", hal, "")

    lines = tuple(line(number) for number in range(1, 1501))
    books = (BukuTercetak("Surat Masuk", True, lines), BukuTercetak("Surat Keluar", False, lines))
    kop = Kop("PEMERINTAH KABUPATEN LUMAJANG", "KECAMATAN MUNCAR")
    return build_buku_agenda(BukuAgenda(kop, 2025, books, _SIGNED, FINAL))


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
