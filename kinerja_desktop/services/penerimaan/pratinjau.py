"""Before a package is taken in: is it sound, whose is it, and what speaks against it?

Every door of receiving asks `judge`: the preview, and the taking in itself once more, because
another package of the same unit may have come in meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop import __version__
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.penerimaan.banding import BedaPaket, compare_paket
from kinerja_desktop.domain.penerimaan.ringkas import (
    BerkasMasuk,
    RingkasPaket,
    make_ringkas,
    ringkas_from_data,
)
from kinerja_desktop.domain.penerimaan.urutan import (
    UrutanPaket,
    find_newest,
    place,
    urutan_of,
)
from kinerja_desktop.domain.update import is_newer
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.exchange.package_data import DATA_FILE
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.rebuilding import guard
from kinerja_desktop.services.kiriman.verifying import PaketDiperiksa, verify_package
from kinerja_desktop.services.penerimaan.cari import PaketDitemukan
from kinerja_desktop.services.penerimaan.unit import (
    DaftarUnit,
    name_unit,
    read_daftar,
    require_bappeda,
)
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import PaketMasuk, PerangkatDaerah

_DAY = "Bagging-Date"
#: Marks what a judgement says, which the next one says anew.
_JUDGED = "penilaian"


@dataclass(frozen=True)
class CalonPaket:
    """A package as it was found, and what is to be known before it is taken in.

    Attributes:
        tempat: where it lies.
        paket: what it is, without its frozen data; None when it does not hold.
        ringkas: what it says; None when it does not hold.
        data: the SHA-256 of its ``data.json``.
        unit_id: whose it is; None where nobody of the list is meant.
        unit: the same in words; empty.
        problems: what is wrong, what needs a reason, and what is only to be known.
        sudah: the row of the very same package, when it is in already.
        berlaku: the package of this unit and period that counts now; None for none.
        beda: what differs from that.
    """

    tempat: PaketDitemukan
    paket: PaketDiperiksa | None = None
    ringkas: RingkasPaket | None = None
    data: str = ""
    unit_id: UUID | None = None
    unit: str = ""
    problems: tuple[Problem, ...] = ()
    sudah: UUID | None = None
    berlaku: UrutanPaket | None = None
    beda: tuple[BedaPaket, ...] = ()

    @property
    def can_take(self) -> bool:
        """Whether it can be taken in, with a reason where one is asked for."""
        sound = all(problem.is_warning for problem in self.problems)
        return sound and self.ringkas is not None and self.sudah is None

    @property
    def needs_reason(self) -> bool:
        """Whether it is taken in only with a reason, which is recorded."""
        return any(problem.needs_reason for problem in self.problems)


def preview(
    office: Office,
    found: Sequence[PaketDitemukan],
    progress: Callable[[int, int, str], None] = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[CalonPaket]:
    """Verify packages and judge each; nothing is changed.

    Args:
        office: the open office, one that receives.
        found: as a search found them.
        progress: called with the step, the number of steps, and what is being done.
        cancelled: asked between packages whether to stop.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    require_bappeda(office)
    daftar = read_daftar(office)
    calon = []
    for step, item in enumerate(found, start=1):
        if cancelled():
            break
        progress(step, len(found), f"Memeriksa {item.nama}")
        calon.append(judge(office, read_calon(item), daftar))
    return calon


def read_calon(item: PaketDitemukan) -> CalonPaket:
    """Verify one package: every file, every kode, every print; its figures are measured anew."""
    paket, problems = verify_package(item.folder)
    if paket is None:
        return CalonPaket(item, problems=tuple(problems))
    try:
        ringkas = guard(lambda: _read_ringkas(paket))
    except KinerjaError as error:
        text = f"{error} Minta pengirim menulis ulang paket ini."
        return CalonPaket(item, problems=(*problems, Problem(text, f"data/{DATA_FILE}")))
    data = next(file.sha256 for file in paket.paket.files if file.path == DATA_FILE)
    # What it froze was read; of thousands of packages it would fill the memory.
    light = replace(paket, paket=replace(paket.paket, data={}))
    return CalonPaket(item, light, ringkas, data, problems=tuple(problems))


def _read_ringkas(paket: PaketDiperiksa) -> RingkasPaket:
    files = tuple(
        BerkasMasuk(
            file.path, file.sha256, file.size,
            paket.cara[file.path].name, paket.cara[file.path].is_proved,
        )
        for file in paket.paket.files
    )  # fmt: skip
    return make_ringkas(paket.paket.data, files, _read_day(paket))


def _read_day(paket: PaketDiperiksa) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(paket.paket.info.get(_DAY, ""))
    return None


def judge(office: Office, calon: CalonPaket, daftar: DaftarUnit) -> CalonPaket:
    """Hold a package that was read against the units, the periods and what is in already."""
    if calon.paket is None or calon.ringkas is None:
        return calon
    told = [problem for problem in calon.problems if problem.field != _JUDGED]
    unit = daftar.find(calon.ringkas.kecamatan, calon.ringkas.kabupaten)
    if unit is None:
        text = (
            f"Pengirim paket ini, {calon.paket.pengirim}, tidak ada dalam daftar unit. "
            "Tambahkan ke daftar bila memang melapor ke sini, lalu ulangi."
        )
        return replace(calon, problems=(*told, _objection(text, is_warning=False)))
    with office.journal.reading() as session:
        versions = queries.list_versions(session, unit.id, calon.ringkas.periode)
        doubts = list(_doubt(session, office, calon, calon.ringkas, unit))
    same = find_same(versions, calon.ringkas, calon.data)
    newest = find_newest(versions, urutan_of_row)
    before = ringkas_from_data(newest.ringkas) if newest else None
    if same is not None:
        day = format_tanggal(local_date(same.diterima))
        text = f"Paket ini sudah diterima pada {day}. Tidak perlu diterima lagi."
        doubts = [_objection(text)]
    elif newest and before:
        doubts += _compare_versions(calon.ringkas, newest)
    return replace(
        calon,
        unit_id=unit.id,
        unit=name_unit(unit),
        problems=(*told, *doubts),
        sudah=same.id if same else None,
        berlaku=urutan_of_row(newest) if newest else None,
        beda=compare_paket(before, calon.ringkas) if before else (),
    )


def find_same(
    versions: Iterable[PaketMasuk], ringkas: RingkasPaket, data: str
) -> PaketMasuk | None:
    """Return the row of the very same package, wherever it lies now; None when it is not in.

    Args:
        versions: what is in of its unit and period.
        ringkas: what it says.
        data: the SHA-256 of its ``data.json``.
    """
    for row in versions:
        if row.data == data or (row.kode_paket and row.kode_paket == ringkas.kode_paket):
            return row
    return None


def urutan_of_row(row: PaketMasuk | queries.PaketTercatat) -> UrutanPaket:
    """Return the place of a package that is in among those of its unit and period."""
    return place(row.versi, row.ditulis, len(row.ringkas["berkas"]), row.kode_paket or row.kode)


def _objection(text: str, *, is_warning: bool = True, needs_reason: bool = False) -> Problem:
    """Return what a judgement says: it bears a mark, because the next judgement says it anew."""
    return Problem(text, is_warning=is_warning, needs_reason=needs_reason, field=_JUDGED)


def _doubt(
    session: Session,
    office: Office,
    calon: CalonPaket,
    ringkas: RingkasPaket,
    unit: PerangkatDaerah,
) -> Iterator[Problem]:
    """Yield what speaks against a package, whatever came before it."""
    assert calon.paket
    asked = queries.list_tenggat(session)
    periode = ringkas.periode
    if not unit.aktif:
        text = f"{name_unit(unit)} ditandai tidak melapor lagi. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    # Where nobody has said which periods are asked for, all are.
    if asked and periode not in {Periode(item.tahun, item.triwulan) for item in asked}:
        text = f"{periode.label} tidak sedang diminta. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    if calon.paket.contoh and not office.require_instansi().contoh:
        text = "Paket ini berisi DATA CONTOH, bukan data resmi. Terima hanya dengan alasan."
        yield _objection(text, needs_reason=True)
    with suppress(ValueError):
        if is_newer(calon.paket.program, __version__):
            yield _objection(
                f"Paket ini ditulis Kinerja Desktop {calon.paket.program}, lebih baru daripada "
                f"program ini ({__version__}), dan tetap dapat diterima. "
                "Perbarui program di komputer ini bila sempat."
            )


def _compare_versions(ringkas: RingkasPaket, newest: PaketMasuk) -> Iterator[Problem]:
    """Yield what the package that counts now has to say of another one."""
    if ringkas.versi == newest.versi and ringkas.kode != newest.kode:
        text = (
            f"Versi {ringkas.versi} dari {ringkas.periode.label} sudah diterima dengan isi lain "
            f"(kode {newest.kode}, paket ini {ringkas.kode}). Tanyakan mana yang benar kepada "
            "pengirim; terima hanya dengan alasan."
        )
        yield _objection(text, needs_reason=True)
    elif urutan_of(ringkas) < urutan_of_row(newest):
        text = (
            f"Paket ini lebih lama (versi {ringkas.versi}) daripada yang sudah diterima (versi "
            f"{newest.versi}), jadi tidak akan berlaku. Terima hanya dengan alasan."
        )
        yield _objection(text, needs_reason=True)
    elif ringkas.kode == newest.kode:
        text = (
            "Pengukuran Kinerja di dalamnya sama dengan yang sudah diterima; berkas lainnya "
            "yang berubah."
        )
        yield _objection(text)
