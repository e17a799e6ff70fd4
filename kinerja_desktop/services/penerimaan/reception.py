"""Receiving as one deed of the officer: packages go in, and a receipt is written beside each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.calon import CalonPaket
from kinerja_desktop.services.penerimaan.komentar import write_berkas
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.penerimaan.terima import HasilTerima, terima_paket


@dataclass
class Penerimaan:
    """What came of receiving.

    Attributes:
        hasil: what is in, and what is not.
        tanda_terima: the receipt that was written as PDF, by the row of its package.
        komentar: the files with what units are told, beside the receipts.
        gagal: receipts and such files that could not be written; what is in stays in.
    """

    hasil: HasilTerima
    tanda_terima: dict[UUID, Path] = field(default_factory=dict)
    komentar: list[Path] = field(default_factory=list)
    gagal: list[Problem] = field(default_factory=list)


def receive(
    office: Office,
    calon: Sequence[CalonPaket],
    *,
    penerima: str = "",
    alasan: Mapping[Path, str] | None = None,
    progress: Callable[[int, int, str], None] = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Penerimaan:
    """Take packages in and write their receipts; see `terima_paket` for the arguments.

    What was in before gets its receipt once more: the stick may have been locked then. What the
    unit is told and has not done goes along (`write_berkas`).

    Raises:
        KinerjaError: this office does not receive packages.
    """
    hasil = terima_paket(
        office, calon, penerima=penerima, alasan=alasan, progress=progress, cancelled=cancelled
    )
    done = Penerimaan(hasil)
    for paket_id, item in _list_in(hasil, calon):
        place = item.tempat
        try:
            paper, _ = write_tanda_terima(office, paket_id, place.tempat, place.folder.name)
            done.tanda_terima[paket_id] = paper
            _tell(office, item, done)
        except KinerjaError as error:
            what = "komentarnya" if paket_id in done.tanda_terima else "tanda terimanya"
            text = f"sudah diterima, tetapi {what} belum ditulis: {error}"
            done.gagal.append(Problem(text, place.nama, is_warning=True))
    return done


def _tell(office: Office, item: CalonPaket, done: Penerimaan) -> None:
    assert item.unit_id is not None
    path = write_berkas(office, item.unit_id, item.tempat.tempat)
    if path is not None and path not in done.komentar:
        done.komentar.append(path)


def _list_in(hasil: HasilTerima, calon: Sequence[CalonPaket]) -> Iterator[tuple[UUID, CalonPaket]]:
    yield from ((masuk.id, masuk.calon) for masuk in hasil.masuk)
    yield from ((item.sudah, item) for item in calon if item.sudah is not None)
