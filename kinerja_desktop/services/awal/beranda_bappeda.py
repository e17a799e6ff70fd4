"""What the first page of Bappeda tells: until when, who delivered, who is missing, what came."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.penerimaan.rekap import TERLAMBAT, judge_penyampaian
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.komentar import KomentarUnit, list_terbuka
from kinerja_desktop.services.penerimaan.unit import counts, name_units, require_bappeda
from kinerja_desktop.services.riwayat.second_place import TempatKedua, read_tempat_kedua
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import PerangkatDaerah

_LATEST = 6
_CONTOH = " (DATA CONTOH)"

_First = Mapping[tuple[UUID, Periode], date]


@dataclass(frozen=True)
class StatusPeriode:
    """Where all units together stand with a period.

    Attributes:
        tenggat: until when; None where no day was set.
        sisa: calendar days until then, below 0 once it is past; None without a day.
        unit: how many units are asked.
        sudah: how many of them delivered.
        terlambat: how many of these delivered after the day.
        belum: the names of those that did not.
    """

    periode: Periode
    tenggat: date | None
    sisa: int | None
    unit: int
    sudah: int
    terlambat: int
    belum: tuple[str, ...]

    @property
    def is_late(self) -> bool:
        """Whether the day is past and somebody is missing."""
        return bool(self.belum) and self.sisa is not None and self.sisa < 0

    @property
    def keterangan(self) -> str:
        """Until when, and how long that is or was."""
        if self.tenggat is None or self.sisa is None:
            return "tenggatnya belum diisi"
        return f"paling lambat {format_tanggal(self.tenggat)}, {_describe_days(self.sisa)}"


@dataclass(frozen=True)
class BaruMasuk:
    """A package that came in: whose, of when, which version, when it was received and by whom."""

    unit: str
    periode: Periode
    versi: int
    diterima: datetime
    penerima: str


@dataclass(frozen=True)
class BerandaBappeda:
    """Everything that the first page of Bappeda shows.

    Attributes:
        tahun: the year that is shown.
        has_unit: whether any unit is asked at all.
        has_tenggat: whether any period of the year is asked for.
        status: where the periods stand that are asked for, in the order of the year.
        terakhir: what came in last, of the whole year.
        komentar: what units were told and have not done, of all years, the oldest first.
        tempat_kedua: of the backups; None where what was chosen cannot be read.
    """

    tahun: int
    has_unit: bool
    has_tenggat: bool
    status: tuple[StatusPeriode, ...]
    terakhir: tuple[BaruMasuk, ...]
    komentar: tuple[KomentarUnit, ...]
    tempat_kedua: TempatKedua | None

    @property
    def kurang(self) -> list[StatusPeriode]:
        """The periods of which units are missing: the late ones, and the next that is due."""
        missing = [item for item in self.status if item.belum]
        late = [item for item in missing if item.is_late]
        ahead = [item for item in missing if not item.is_late]
        # Who has half a year left is not missing yet.
        return late + sorted(ahead, key=lambda item: item.tenggat or date.max)[:1]


def read_beranda_bappeda(office: Office, periode: Periode) -> BerandaBappeda:
    """Read what the first page shows for a triwulan, or for a year with all that is asked of it.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    instansi = require_bappeda(office)
    with office.journal.reading() as session:
        units = queries.list_unit(session)
        tenggat = {
            Periode(row.tahun, row.triwulan): row.tenggat
            for row in queries.list_tenggat(session)
            if row.tahun == periode.tahun
        }
        came = queries.list_arrivals(session, periode.tahun)
    first: dict[tuple[UUID, Periode], date] = {}
    # The last first, so that the first stays.
    for row in (row for row in came if counts(instansi, row)):
        first[row.perangkat_id, Periode(row.tahun, row.triwulan)] = local_date(row.diterima)
    asked = [unit for unit in units if unit.aktif]
    names = name_units(units)
    shown = _choose(tenggat, periode)
    return BerandaBappeda(
        tahun=periode.tahun,
        has_unit=bool(asked),
        has_tenggat=bool(tenggat),
        status=tuple(
            _describe(item, tenggat.get(item), asked, first, office.today(), names)
            for item in shown
        ),
        terakhir=tuple(
            BaruMasuk(
                f"{names[row.perangkat_id]}{'' if counts(instansi, row) else _CONTOH}",
                Periode(row.tahun, row.triwulan), row.versi,
                row.diterima, row.penerima,
            )
            for row in came[:_LATEST]
        ),
        komentar=tuple(list_terbuka(office)),
        tempat_kedua=_read_second(office),
    )  # fmt: skip


def _choose(tenggat: Iterable[Periode], periode: Periode) -> list[Periode]:
    """Return the periods to tell of: the chosen triwulan, or all of the year that are asked for."""
    if periode.triwulan is not None:
        return [periode]
    found = sorted(tenggat, key=lambda item: item.triwulan or len(TRIWULAN) + 1)
    return found or [periode]


def _describe(
    periode: Periode,
    tenggat: date | None,
    units: Sequence[PerangkatDaerah],
    first: _First,
    today: date,
    names: Mapping[UUID, str],
) -> StatusPeriode:
    words = [judge_penyampaian(tenggat, first.get((unit.id, periode)), today)[0] for unit in units]
    missing = tuple(names[unit.id] for unit in units if (unit.id, periode) not in first)
    return StatusPeriode(
        periode=periode,
        tenggat=tenggat,
        sisa=(tenggat - today).days if tenggat else None,
        unit=len(units),
        sudah=len(units) - len(missing),
        terlambat=words.count(TERLAMBAT),
        belum=missing,
    )


def _describe_days(sisa: int) -> str:
    if sisa == 0:
        return "hari ini"
    return f"{sisa} hari lagi" if sisa > 0 else f"lewat {-sisa} hari"


def _read_second(office: Office) -> TempatKedua | None:
    try:
        return read_tempat_kedua(office)
    except KinerjaError:
        return None  # the tab of backups tells it; here it must not hide all else
