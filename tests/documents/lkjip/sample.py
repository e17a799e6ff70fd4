"""The report of tests/domain/lkjip/contoh.py as a naskah."""

from typing import Any

from kinerja_desktop.documents.lkjip import build_lkjip
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.lkjip import LkjipBeku, compose_lkjip
from tests.domain.lkjip.contoh import beku


def report(frozen: LkjipBeku | None = None, gambar: Any = None, **tanda: Any) -> Naskah:
    laporan = compose_lkjip(frozen or beku())
    return build_lkjip(laporan, gambar or (lambda sha: None), Tanda(kertas="A4", **tanda))
