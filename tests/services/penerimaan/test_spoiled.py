"""What another program wrote into a package that is in is told as that, at every door."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.cocokkan import cocokkan
from kinerja_desktop.services.penerimaan.komentar import list_tentang
from kinerja_desktop.services.penerimaan.rekap import read_rekap
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.riwayat.integrity import check_contents
from kinerja_desktop.store.records import PaketMasuk
from tests.services.dokumen.papers import TAHUN
from tests.services.penerimaan.senders import rows, take
from tests.tampering import tamper

Door = Callable[[Office, PaketMasuk, Path], object]
DOORS: dict[str, Door] = {
    "rekap": lambda office, _row, _folder: read_rekap(office, 2024).baris,
    "terima": lambda office, _row, folder: take(office, folder / "v2"),
    "komentar": lambda office, row, _folder: list_tentang(office, row.perangkat_id, TAHUN),
    "tanda terima": lambda office, row, folder: write_tanda_terima(office, row.id, folder),
    "cocokkan": lambda office, row, _folder: cocokkan(office, row.kode),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "ringkas", [{"dokumen": []}, [], {"dokumen": 3, "indikator": [], "berkas": []}]
)
def test_a_package_changed_outside_is_named(
    bappeda: Office, sticks: Path, door: str, ringkas: Any
) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    tamper(bappeda, PaketMasuk, ringkas=ringkas)
    with pytest.raises(KinerjaError) as caught, bappeda.guarded():
        DOORS[door](bappeda, row, sticks)
    assert caught.value.message == (
        "Isi paket masuk Candipuro Tahun 2024 versi 1 diubah di luar program dan tidak terbaca "
        "lagi."
    )
    assert "Pulihkan cadangan" in caught.value.remedy
    assert any(
        "Paket masuk Candipuro, Tahun 2024 versi 1" in str(problem)
        for problem in check_contents(bappeda, is_readable=True)
    )


def test_a_bug_stays_one_while_every_package_is_sound(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    with pytest.raises(KeyError), bappeda.guarded():
        raise KeyError("ringkas")
