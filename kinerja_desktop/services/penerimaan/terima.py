"""Take packages in: all their files first, under their hash, then one deed that says so.

A stick that is pulled out in the middle leaves no half package: what it was said of is not in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.penerimaan.ringkas import ringkas_to_data, with_perubahan
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.calon import CalonPaket, order_calon
from kinerja_desktop.services.penerimaan.penilaian import find_same, judge
from kinerja_desktop.services.penerimaan.unit import DaftarUnit, read_daftar, require_bappeda
from kinerja_desktop.store.evidence import EMPTY
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import PaketMasuk

#: Of what speaks against a package: thousands of its files may be wrong in the same way.
_MOST_NAMED = 5


class SudahMasukError(KinerjaError):
    """The very same package is in already; nothing has to be done."""


@dataclass(frozen=True)
class Diterima:
    """A package that is in: its row, and what was known of it then."""

    id: UUID
    calon: CalonPaket


@dataclass
class HasilTerima:
    """What came of taking in.

    Attributes:
        masuk: what is in.
        gagal: what is not, and why, by the name of each package; a mere warning for what is in
            already.
        is_stopped: whether the clerk stopped it before the last one.
    """

    masuk: list[Diterima] = field(default_factory=list)
    gagal: list[Problem] = field(default_factory=list)
    is_stopped: bool = False


def terima_paket(
    office: Office,
    calon: Sequence[CalonPaket],
    *,
    penerima: str = "",
    alasan: Mapping[Path, str] | None = None,
    progress: Callable[[int, int, str], None] = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> HasilTerima:
    """Take in what can be taken in, older versions first; each package is in whole or not at all.

    Args:
        office: the open office, one that receives.
        calon: as the preview gave them; each is judged once more, as others may be in by now.
        penerima: who receives; the user of the program when empty.
        alasan: why a package is taken in although something speaks against it, by its folder.
        progress: called with the step, the number of steps, and what is being done.
        cancelled: asked between packages whether to stop.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    require_bappeda(office)
    daftar = read_daftar(office)
    hasil = HasilTerima()
    reasons = alasan or {}
    waiting = sorted(calon, key=order_calon)
    for step, item in enumerate(waiting, start=1):
        if cancelled():
            hasil.is_stopped = True
            break
        progress(step, len(waiting), f"Menerima {item.tempat.nama}")
        reason = reasons.get(item.tempat.folder, "").strip()
        try:
            hasil.masuk.append(_take_in(office, item, daftar, penerima.strip(), reason))
        except KinerjaError as error:
            is_in = isinstance(error, SudahMasukError)
            hasil.gagal.append(Problem(str(error), item.tempat.nama, is_warning=is_in))
    return hasil


def _take_in(
    office: Office, calon: CalonPaket, daftar: DaftarUnit, penerima: str, alasan: str
) -> Diterima:
    now = judge(office, calon, daftar)
    if refusal := _refuse(now, alasan):
        raise refusal
    assert now.ringkas is not None
    assert now.paket is not None
    assert now.unit_id is not None
    _keep_files(office, now)
    ringkas = with_perubahan(now.ringkas, [beda.kalimat for beda in now.beda])
    moment = office.now()
    row = PaketMasuk(
        perangkat_id=now.unit_id,
        tahun=ringkas.tahun,
        triwulan=ringkas.triwulan,
        versi=ringkas.versi,
        ditulis=ringkas.ditulis,
        kode=ringkas.kode,
        kode_paket=ringkas.kode_paket,
        riwayat=now.paket.riwayat,
        program=now.paket.program,
        contoh=now.paket.contoh,
        data=now.data,
        ringkas=ringkas_to_data(ringkas),
        diterima=moment,
        penerima=penerima or office.journal.pelaku,
        alasan=alasan if now.needs_reason else "",
        dipilih=moment if now.bersaing else now.dipilih,
    )
    label = f"Menerima paket {now.unit} {ringkas.periode.label} versi {ringkas.versi}"
    with office.journal.action(label, undoable=False) as session:
        # While the files were copied somebody else may have taken the same one in.
        versions = queries.list_versions(session, now.unit_id, ringkas.periode)
        if find_same(versions, ringkas, now.data):
            raise SudahMasukError("Paket ini baru saja diterima. Tidak perlu diterima lagi.")
        session.add(row)
    return Diterima(row.id, now)


def _refuse(calon: CalonPaket, alasan: str) -> KinerjaError | None:
    """Return why a package is not taken in; None when it is."""
    if calon.sudah is not None:
        return SudahMasukError(" ".join(problem.message for problem in calon.problems))
    against = [problem for problem in calon.problems if not problem.is_warning]
    if calon.needs_reason and not says_something(alasan):
        against += [problem for problem in calon.problems if problem.needs_reason]
    if not against:
        return None
    texts = [str(problem) for problem in against[:_MOST_NAMED]]
    if (more := len(against) - _MOST_NAMED) > 0:
        texts.append(f"Dan {more} hal lain.")
    return KinerjaError(" ".join(texts))


def _keep_files(office: Office, calon: CalonPaket) -> None:
    """Copy all files of a package into the data folder; those that are there stay.

    Raises:
        KinerjaError: the stick is gone, the disk full, or a file is not what was verified.
    """
    assert calon.paket is not None
    payload = calon.paket.paket.folder / "data"
    for file in calon.paket.paket.files:
        if file.sha256 == EMPTY:  # nothing to keep
            continue
        digest, _ = office.evidence.put(payload / file.path)
        if digest != file.sha256:
            raise KinerjaError(
                f"{file.path} berubah selagi diambil, jadi paketnya belum diterima.",
                "Jangan lepas flashdisk, lalu ulangi.",
            )


def find_damaged_files(office: Office, row: PaketMasuk) -> list[str]:
    """Return the files of a package that are in no longer as they came, by their paths.

    Raises:
        OSError: the data folder cannot be read.
    """
    return [
        file["path"]
        for file in row.ringkas["berkas"]
        if file["sha256"] != EMPTY and not office.evidence.has(file["sha256"])
    ]
