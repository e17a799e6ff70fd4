"""Everything that the slides of *Mode baca* show of a period."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.pengukuran import HasilPengukuran
from kinerja_desktop.domain.laporan.grafik import BarChart
from kinerja_desktop.domain.laporan.grafik_kinerja import chart_capaian, sebab_tanpa_angka
from kinerja_desktop.domain.laporan.mode_baca import LembarBaca, list_lembar
from kinerja_desktop.domain.laporan.pengukuran_kinerja import JumlahAnggaran
from kinerja_desktop.domain.laporan.ringkasan_camat import ButirMenunggu, compare_sasaran
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pimpinan.bahan import read_angka
from kinerja_desktop.services.pimpinan.menunggu import list_menunggu
from kinerja_desktop.store.queries.komentar import list_open


@dataclass(frozen=True)
class Tanya:
    """A question that is noted and not answered yet."""

    tentang: str
    isi: str
    dari: str


@dataclass(frozen=True)
class IsiBaca:
    """What the slides of a period show.

    Attributes:
        keadaan: whether the figures are final, in words.
        hasil: the measured period.
        lalu: the same period a year before.
        anggaran: the sums of all programs; None without any.
        grafik: capaian per sasaran, then per program where programs have indicators.
        hari: the day of which is told what waits.
        lembar: one slide for each sasaran.
        menunggu: what is overdue or waits.
        tanya: what was asked of this period and is not done.
        contoh: the office is no real one, which the projector must tell as well.
    """

    periode: Periode
    skpd: str
    keadaan: str
    hasil: HasilPengukuran
    lalu: HasilPengukuran
    anggaran: JumlahAnggaran | None
    grafik: tuple[BarChart, ...]
    lembar: Sequence[LembarBaca]
    menunggu: Sequence[ButirMenunggu]
    tanya: Sequence[Tanya]
    hari: date
    contoh: bool


def read_baca(office: Office, periode: Periode) -> IsiBaca:
    """Read what a meeting is shown of a period: what was signed, else what stands there now.

    Raises:
        TanpaIndikatorError: no indicator is in force.
        KinerjaError: what was frozen was changed outside the program.
    """
    instansi = office.require_instansi()
    today = office.today()
    angka = read_angka(office, periode, today)
    banding = compare_sasaran(angka.hasil, angka.lalu, angka.program)
    with office.journal.reading() as session:
        asked = tuple(
            Tanya(row.tentang, row.isi, row.dari)
            for row in list_open(session)
            if row.perangkat_id is None and Periode(row.tahun, row.triwulan) == periode
        )
    return IsiBaca(
        periode=periode,
        skpd=f"Kecamatan {instansi.kecamatan}",
        keadaan=angka.keadaan,
        hasil=angka.hasil,
        lalu=angka.lalu,
        anggaran=angka.anggaran,
        grafik=tuple(_draw(angka.hasil, angka.program)),
        lembar=list_lembar(angka.hasil, banding),
        menunggu=list_menunggu(office, today),
        tanya=asked,
        hari=today,
        contoh=instansi.contoh,
    )


def _draw(hasil: HasilPengukuran, program: Collection[str]) -> Iterator[BarChart]:
    for what, is_program in (("sasaran", False), ("program", True)):
        groups = [group for group in hasil.sasaran if (group.uraian in program) == is_program]
        if groups:
            title = f"Capaian per {what}, {hasil.periode.label}"
            yield chart_capaian(title, groups, sebab_tanpa_angka)
