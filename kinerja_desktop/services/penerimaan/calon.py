"""A package as it was found: verified, read, and what is known of it before it is taken in."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kinerja_desktop.domain.penerimaan.banding import BedaPaket
from kinerja_desktop.domain.penerimaan.ringkas import BerkasMasuk, RingkasPaket, make_ringkas
from kinerja_desktop.domain.penerimaan.urutan import UrutanPaket, urutan_of
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.exchange.package_data import DATA_FILE
from kinerja_desktop.services.kiriman.rebuilding import guard
from kinerja_desktop.services.kiriman.verifying import PaketDiperiksa, verify_package
from kinerja_desktop.services.penerimaan.cari import PaketDitemukan

_DAY = "Bagging-Date"


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
        dipilih: when a package that says the same was chosen over another; None for never.
        bersaing: whether the one that counts is of the same version and says otherwise: whoever
            takes this one in chooses it.
        sebelumnya: whether there is a version before it to compare it with.
        beda: what differs from that version.
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
    dipilih: datetime | None = None
    bersaing: bool = False
    sebelumnya: bool = False
    beda: tuple[BedaPaket, ...] = ()

    @property
    def can_take(self) -> bool:
        """Whether it can be taken in, with a reason where one is asked for."""
        sound = all(problem.is_warning for problem in self.problems)
        return sound and self.ringkas is not None and self.sudah is None

    @property
    def urutan(self) -> UrutanPaket | None:
        """Its place among the packages of its unit and period; None for a package of no data."""
        return urutan_of(self.ringkas, self.dipilih) if self.ringkas else None

    @property
    def needs_reason(self) -> bool:
        """Whether it is taken in only with a reason, which is recorded."""
        return any(problem.needs_reason for problem in self.problems)


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


def order_calon(calon: CalonPaket) -> tuple[object, ...]:
    """Older versions go before newer ones, so that each is compared with the one before it."""
    if calon.ringkas is None:
        return (0,)
    return (1, urutan_of(calon.ringkas), calon.tempat.nama)
