"""Packages of Muncar as data: the figures of tests/data/muncar.json, as its office typed them."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.snapshot import (
    BarisAnggaran,
    IdentitasInstansi,
    SnapshotPengukuran,
    snapshot_to_data,
)
from kinerja_desktop.domain.penerimaan.ringkas import BerkasMasuk, RingkasPaket, make_ringkas

MUNCAR = json.loads((Path(__file__).parents[2] / "data" / "muncar.json").read_text("utf-8"))
KODE, KODE_PAKET = "8G9P-Z8TN-PDKR-M4A6", "0000-1111-2222-3333"
HARI = date(2025, 2, 3)


def number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)


def muncar_snapshot(tahun: str = "2024") -> SnapshotPengukuran:
    return SnapshotPengukuran(
        Periode(int(tahun)),
        IdentitasInstansi("Muncar", "Banyuwangi", "Jawa Timur"),
        ProfilRumus(),
        tuple(
            BahanUkur(
                f"id-{item['no']}",
                item["indikator"],
                item["level"],
                satuan=item["satuan"],
                target=number(item["target"][tahun]),
                isian_tahunan=IsianRealisasi(number(item["realisasi"][tahun])),
            )
            for item in MUNCAR["indikator"]
        ),
        (
            BarisAnggaran("7.01.01", "PENUNJANG", Decimal(2964713651), Decimal(2581170421)),
            BarisAnggaran("7.01.02", "PELAYANAN", Decimal(159280900), None),
        ),
        None,
        HARI,
    )


def package_data(snapshot: SnapshotPengukuran, **entry: Any) -> dict[str, Any]:
    """The ``data.json`` of a package, as far as it is read here."""
    document = {
        "judul": "Pengukuran Kinerja Tahun 2024", "kode": KODE, "versi": 1,
        "data": json.loads(json.dumps(snapshot_to_data(snapshot))),
    }  # fmt: skip
    return {"schema": 2, "kode": KODE, "kode_paket": KODE_PAKET, "dokumen": [document | entry]}


def berkas(path: str, sha256: str = "a" * 64, cara: str = "PAKET") -> BerkasMasuk:
    return BerkasMasuk(path, sha256, 10, cara, cara != "PAKET")


def ringkas(
    change: Callable[[SnapshotPengukuran], SnapshotPengukuran] = lambda same: same,
    files: tuple[BerkasMasuk, ...] = (),
    **entry: Any,
) -> RingkasPaket:
    return make_ringkas(package_data(change(muncar_snapshot()), **entry), files, HARI)
