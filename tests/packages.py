"""A full package of the sample office, and tampering with it by other tools than the program's."""

import base64
import hashlib
import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.awal.setup import set_logo
from kinerja_desktop.services.kantor import kept_papers
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.gambar import add_picture_bytes
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.rencana.dokumen import RENCANA_KINERJA
from kinerja_desktop.services.rencana.tanda_tangan import keep_signed
from tests.picture_samples import SAMPLES
from tests.services.dokumen.papers import TAHUN, TANGGAL, indikator_id, sign_perjanjian
from tests.services.lkjip.office import complete

Change = Callable[[dict[str, Any]], object]

PENGUKURAN_PDF = "03_PENGUKURAN/Pengukuran_Kinerja_2024.pdf"
PENGUKURAN_XLSX = "03_PENGUKURAN/Pengukuran_Kinerja_2024.xlsx"
LKJIP_PDF = "04_LKJIP/LKjIP_2024.pdf"
LKJIP_DOCX = "04_LKJIP/LKjIP_2024.docx"
RKT_PDF = "00_PERENCANAAN/Rencana_Kinerja_Tahunan_2024.pdf"


def now() -> datetime:
    return datetime(2025, 1, 15, 2, 0, tzinfo=UTC)


def make_package(folder: Path) -> Path:
    """Send the year 2024: logo, evidence, LKjIP with a picture, RKT and PK as they were signed."""
    office = open_office(folder / "data", now)
    try:
        return _send(office, folder)
    finally:
        office.close()


def _send(office: Office, folder: Path) -> Path:
    fill_sample(office)
    logo, photo = folder / "logo.png", folder / "foto.jpg"
    logo.write_bytes(SAMPLES["rgba.png"]())
    photo.write_bytes(SAMPLES["foto.jpg"]())
    set_logo(office, logo)
    bukti.attach_bukti(office, indikator_id(office), TAHUN, photo)
    sign_perjanjian(office)
    keep_signed(office)
    kept_papers.make_final(
        office, RENCANA_KINERJA, Permintaan(RENCANA_KINERJA.kunci, TAHUN), TANGGAL
    )
    complete(office)
    address = add_picture_bytes(office, 2024, SAMPLES["rgb.png"](), "peta.png")
    write_text(office, 2024, "kata_pengantar", f"Puji syukur.\n\n![Peta]({address})")
    finalize_lkjip(office, 2024, TANGGAL)
    return transfer.send_package(office, transfer.compose_package(office, TAHUN), folder)


def kode_of(data: object) -> str:
    """The kode verifikasi as `docs/architecture.md` §2.6 tells it, by other means."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digits = base64.b32encode(hashlib.sha256(text.encode()).digest()[:10]).decode()
    rfc, crockford = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    written = digits.translate(str.maketrans(rfc, crockford))
    return "-".join(written[start : start + 4] for start in range(0, 16, 4))


def read_data(package: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((package / "data/data.json").read_text("utf-8"))
    return data


def write_data(package: Path, data: dict[str, Any]) -> None:
    (package / "data/data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def put(package: Path, path: str, content: bytes) -> None:
    """Put a file into a package and tell of it in all its lists."""
    target = package / "data" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    forge(package, lambda data: None)


def forge(package: Path, change: Change) -> None:
    """Change the data as one does who knows the format: every list, size and kode made to fit.

    The kode of the documents on BACA_SAYA.txt and in bag-info.txt are made to fit, too.
    """
    data = read_data(package)
    old = [data.get("kode_paket"), data.get("kode")]
    change(data)
    data["berkas"] = [
        {**item, "sha256": _digest(package / "data" / item["berkas"])}
        for item in data.get("berkas", ())
        if (package / "data" / item["berkas"]).exists()
    ]
    named = {item["berkas"] for item in [*data["berkas"], *data.get("bukti", ())]}
    data["berkas"] += [
        {"berkas": path, "sha256": _digest(package / "data" / path)}
        for path in _payload(package)
        if path not in named | {"data.json"}
    ]
    data.pop("kode_paket", None)
    data["kode_paket"] = kode_of(data)
    write_data(package, data)
    for name in ("BACA_SAYA.txt", "bag-info.txt"):
        text = (package / name).read_bytes().decode()
        for was, now_ in zip(old, [data["kode_paket"], data.get("kode")], strict=True):
            text = text.replace(str(was), str(now_))
        (package / name).write_bytes(text.encode())
    renew(package)


def renew(package: Path) -> None:
    """Renew Payload-Oxum and both manifests with sha256sum."""
    payload = _payload(package)
    size = sum((package / "data" / path).stat().st_size for path in payload)
    info = package / "bag-info.txt"
    lines = [line for line in info.read_text("utf-8").splitlines() if "Oxum" not in line]
    info.write_text("\n".join([*lines, f"Payload-Oxum: {size}.{len(payload)}", ""]), "utf-8")
    _write_list(package, "manifest-sha256.txt", [f"data/{path}" for path in payload])
    tags = [p.name for p in package.iterdir() if p.is_file() and "tagmanifest" not in p.name]
    _write_list(package, "tagmanifest-sha256.txt", sorted(tags))


def _write_list(package: Path, name: str, paths: list[str]) -> None:
    done = subprocess.run(["sha256sum", *paths], cwd=package, capture_output=True, check=True)
    (package / name).write_bytes(done.stdout)


def _payload(package: Path) -> list[str]:
    root = package / "data"
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
