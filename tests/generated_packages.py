"""Packages of many units out of one: each with its own name and figure, printed and sealed anew.

As sound as one that an office wrote, at a tenth of the time; for journeys and benches.
"""

import hashlib
import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja_desktop.services.kiriman.rebuilding import rebuild
from tests.packages import kode_of, read_data, renew

PRINTS = "data/03_PENGUKURAN/Pengukuran_Kinerja_2024"


def multiply(source: Path, target: Path, kecamatan: str, ikm: Decimal | None = None) -> Path:
    """Write a package like another one, of another kecamatan.

    Args:
        source: a package of the year 2024 without LKjIP.
        target: its folder, which must not be there.
        kecamatan: whose it becomes.
        ikm: its own realisasi of the first indicator.
    """
    shutil.copytree(source, target)
    data = read_data(target)
    was = {"kode": data["kode"], "kode_paket": data["kode_paket"], "nama": data["kecamatan"]}
    document = next(item for item in data["dokumen"] if item["kode"] == data["kode"])
    _change(document["data"], kecamatan, ikm)
    data["kecamatan"] = kecamatan
    data["kode"] = document["kode"] = kode_of(document["data"])
    built = rebuild(document["data"], document["kode"], lambda _sha256: None)
    assert built is not None
    for suffix, make in built.cetak.items():
        (target / f"{PRINTS}.{suffix}").write_bytes(make())
    _seal(target, data)
    for name in ("BACA_SAYA.txt", "bag-info.txt"):
        text = (target / name).read_bytes().decode()
        for old, new in (
            (was["kode"], data["kode"]),
            (was["kode_paket"], data["kode_paket"]),
            (f"Kecamatan {was['nama']}", f"Kecamatan {kecamatan}"),
        ):
            text = text.replace(old, new)
        (target / name).write_bytes(text.encode())
    renew(target)
    return target


def _change(frozen: dict[str, Any], kecamatan: str, ikm: Decimal | None) -> None:
    frozen["instansi"]["kecamatan"] = kecamatan
    if ikm is not None:
        frozen["indikator"][0]["isian_tahunan"]["nilai"] = f"{ikm:f}"


def _seal(package: Path, data: dict[str, Any]) -> None:
    for entry in data["berkas"]:
        content = (package / "data" / entry["berkas"]).read_bytes()
        entry |= {"sha256": hashlib.sha256(content).hexdigest(), "ukuran": len(content)}
    data.pop("kode_paket")
    data["kode_paket"] = kode_of(data)
    text = json.dumps(data, ensure_ascii=False)
    (package / "data" / "data.json").write_text(text, "utf-8")
