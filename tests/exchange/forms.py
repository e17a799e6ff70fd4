"""Forms to write, and what other programs make of them."""

import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.kop import Kop
from kinerja_desktop.domain.pengumpulan.lembar import (
    AnggaranDitanya,
    IndikatorDitanya,
    LembarFormulir,
)
from kinerja_desktop.domain.pengumpulan.terbaca import BarisTerbaca, LembarTerbaca
from kinerja_desktop.exchange.formulir_read import read_formulir
from kinerja_desktop.exchange.formulir_write import IsiFormulir, write_formulir

KOP = Kop(pemerintah="PEMERINTAH KABUPATEN LUMAJANG", nama="KECAMATAN UJI", alamat=("Jl. Uji 1",))
IKM = IndikatorDitanya(
    "id-a", "IKU-1", "Indeks Kepuasan Masyarakat", "Mutu layanan\nmenurut pengguna", "Jumlah ÷ n",
    "Nilai unsur", "Responden", "Angka", "keadaan pada akhir triwulan", "90,5", "88",
)  # fmt: skip
SAKIP = IndikatorDitanya(
    "id-b", "IKU-2", "Nilai SAKIP", satuan="Predikat", target="BB", pilihan=("AA", "A", "BB", "B"),
    terisi={"nilai": "B", "pendorong": "=1+1"},
)  # fmt: skip
LINE = AnggaranDitanya("id-x", "7.01.01", "Program A", "100.000.000", "5.000", "1250")


def make_form(
    *rows: IndikatorDitanya, rupiah: tuple[AnggaranDitanya, ...] = (), key: str = "f-1"
) -> LembarFormulir:
    return LembarFormulir(
        key, "i-1", "Uji", "Kasi A", "pengumpul_data", Periode(2024, 2), date(2024, 7, 10),
        "TW I 2024", rows, rupiah,
    )  # fmt: skip


def write(path: Path, *forms: LembarFormulir | IsiFormulir) -> Path:
    path.write_bytes(
        write_formulir([f if isinstance(f, IsiFormulir) else IsiFormulir(f, KOP) for f in forms])
    )
    return path


def read_one(path: Path) -> LembarTerbaca:
    """Return the only form of a file."""
    (found,) = read_formulir(path).lembar
    return found


def cells(row: BarisTerbaca) -> dict[str, object]:
    """Return what stands in a row, without what is blank."""
    return {name: cell.isi for name, cell in row.sel.items() if cell.isi is not None}


def convert(path: Path, kind: str) -> Path:
    """Let LibreOffice save a file in another format, into a folder of its own."""
    folder = path.parent / f"lo-{kind}"
    profile = (path.parent / "profil").as_uri()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return folder / f"{path.stem}.{kind}"


def change_parts(path: Path, changes: Mapping[str, bytes | None]) -> Path:
    """Put parts into a zipped file in the place of others; None takes one out."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **changes}.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def read_part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)
