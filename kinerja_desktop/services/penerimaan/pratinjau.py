"""Packages that were found, verified and judged together, before any is taken in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.calon import CalonPaket, order_calon, read_calon
from kinerja_desktop.services.penerimaan.cari import PaketDitemukan
from kinerja_desktop.services.penerimaan.penilaian import judge
from kinerja_desktop.services.penerimaan.unit import read_daftar, require_bappeda


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
    calon: list[CalonPaket] = []
    for step, item in enumerate(found, start=1):
        if cancelled():
            break
        progress(step, len(found), f"Memeriksa {item.nama}")
        calon.append(read_calon(item))
    # Older versions first, as they are taken in; shown as they were found.
    judged: dict[Path, CalonPaket] = {}
    for one in sorted(calon, key=order_calon):
        judged[one.tempat.folder] = judge(office, one, daftar, judged.values())
    return [judged[one.tempat.folder] for one in calon]
