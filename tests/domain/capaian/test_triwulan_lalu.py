from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.triwulan_lalu import refuse_triwulan_lalu

BEFORE = IsianRealisasi(Decimal(88))


@pytest.mark.parametrize(
    ("akumulasi", "before", "now", "reason"),
    [
        (Akumulasi.POSISI_AKHIR, BEFORE, IsianRealisasi(), ""),
        (Akumulasi.RATA_RATA, BEFORE, IsianRealisasi(), ""),
        (Akumulasi.AKUMULASI, BEFORE, IsianRealisasi(),
         "triwulannya dijumlahkan, jadi angka yang sama akan terhitung dua kali"),
        (Akumulasi.TAHUNAN_SAJA, BEFORE, IsianRealisasi(), "diukur setahun sekali"),
        (Akumulasi.POSISI_AKHIR, BEFORE, IsianRealisasi(Decimal(0)), "sudah terisi"),
        (Akumulasi.POSISI_AKHIR, BEFORE, IsianRealisasi(pembilang=Decimal(1)),
         "pembilang atau penyebutnya sudah terisi"),
        (Akumulasi.POSISI_AKHIR, BEFORE, IsianRealisasi(tidak_berlaku=True),
         "ditetapkan tidak berlaku"),
        (Akumulasi.POSISI_AKHIR, IsianRealisasi(), IsianRealisasi(), "TW I belum diisi"),
        (Akumulasi.POSISI_AKHIR, IsianRealisasi(Decimal(1), tidak_berlaku=True), IsianRealisasi(),
         "TW I belum diisi"),
    ],
)  # fmt: skip
def test_what_is_filled_or_would_count_twice_is_left(
    akumulasi: Akumulasi, before: IsianRealisasi, now: IsianRealisasi, reason: str
) -> None:
    item = BahanUkur("1", "I", "S", akumulasi=akumulasi, isian_triwulan={1: before, 2: now})
    assert refuse_triwulan_lalu(item, 2) == reason
