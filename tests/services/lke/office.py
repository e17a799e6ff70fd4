"""An office of which an LKE can be answered, with an LHE over the year before."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.office import Office

TAHUN = 2024


def give_lhe(office: Office, tahun: int = TAHUN - 1, nilai: str = "68.4") -> UUID:
    """Write down an LHE over a year's performance."""
    values = {
        "tahun": tahun, "nomor": f"700/{tahun}", "tanggal": date(tahun + 1, 6, 3),
        "nilai": Decimal(nilai),
    }  # fmt: skip
    return add_row(office, "lhe", values)


def give_rekomendasi(office: Office, lhe: UUID, urutan: int, **values: object) -> UUID:
    """Write down a recommendation; it is not followed up unless told."""
    row = {
        "lhe_id": lhe, "urutan": urutan, "rekomendasi": f"Perbaiki hal {urutan}",
        "status": "belum", **values,
    }  # fmt: skip
    return add_row(office, "rekomendasi_lhe", row)


def make_file(folder: Path, name: str = "bukti.pdf", content: bytes = b"%PDF isi") -> Path:
    """Write a file to attach."""
    path = folder / name
    path.write_bytes(content)
    return path
