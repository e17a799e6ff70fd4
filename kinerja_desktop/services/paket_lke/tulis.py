"""Write the evidence pack of a year's LKE to a folder or stick, in one go or in several."""

from collections.abc import Callable
from pathlib import Path

from kinerja_desktop import __version__
from kinerja_desktop.exchange.evidence_pack import write_pack
from kinerja_desktop.exchange.evidence_present import find_broken, find_written
from kinerja_desktop.exchange.package_paths import name_office
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.paket_lke.isi import IsiPaketLke
from kinerja_desktop.store.records import Instansi

Progress = Callable[[int, int, str], None]

#: Letters of the office's name in the pack's.
_KECAMATAN = 40
_README = """PAKET BUKTI LEMBAR KERJA EVALUASI (LKE) AKIP

Dari   : Kecamatan {kecamatan}, Kabupaten {kabupaten}
Tahun  : {tahun}
Berkas : {berkas}, ditulis dengan Kinerja Desktop {versi}

Folder data/ berisi satu folder untuk setiap kriteria, misalnya data/1.1.3_....
daftar_bukti.pdf dan daftar_bukti.xlsx menyebut apa yang ada, apa yang masih kurang, dan siapa
yang dapat melengkapinya. Setiap pemeriksa BagIt (RFC 8493) dapat memastikan bahwa tidak ada
berkas yang berubah, hilang atau bertambah.
{catatan}"""


def name_paket(kecamatan: str, tahun: int) -> str:
    """Return the name of a pack's folder, such as ``LKE_LUMAJANG_2024``."""
    office = name_office(kecamatan)[:_KECAMATAN].rstrip("._-")
    return f"LKE_{office}_{tahun}"


def write_paket(
    office: Office,
    isi: IsiPaketLke,
    folder: Path,
    *,
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write a pack, or the rest of one that was stopped in the same place.

    Returns:
        The pack's folder.

    Raises:
        KinerjaError: the disk is full, locked, gone or broken, or evidence is damaged.
        PackStoppedError: the clerk stopped it; what is written stays for the next run.
    """
    require_output(office, folder, ())
    instansi = office.require_instansi()
    info = {
        "Source-Organization": f"Kecamatan {instansi.kecamatan}",
        "External-Description": f"Bukti LKE {isi.tahun}",
        "Bagging-Date": office.today().isoformat(),
    }
    return write_pack(
        folder,
        name_paket(instansi.kecamatan, isi.tahun),
        isi.berkas,
        info,
        beside=_compose_beside(instansi, isi),
        progress=progress,
        cancelled=cancelled,
    )


def find_paket(
    office: Office,
    isi: IsiPaketLke,
    folder: Path,
    *,
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path | None:
    """Return the finished pack in a folder that is just this one already; None to write it.

    Raises:
        KinerjaError: the office is not set up.
        PackStoppedError: the clerk stopped it.
    """
    instansi = office.require_instansi()
    return find_written(
        folder,
        name_paket(instansi.kecamatan, isi.tahun),
        isi.berkas,
        _compose_beside(instansi, isi),
        progress=progress,
        cancelled=cancelled,
    )


def describe_broken(office: Office, isi: IsiPaketLke, folder: Path) -> str:
    """Return that a pack of before is damaged, for whom the new one is written; empty when none is.

    Asked before the new one is written: *LKE_MUNCAR_2024 rusak (2 berkas berubah atau hilang)*.

    Raises:
        KinerjaError: the office is not set up.
    """
    name = name_paket(office.require_instansi().kecamatan, isi.tahun)
    broken = find_broken(folder, name, isi.berkas)
    if broken is None:
        return ""
    place, count = broken
    return f"{place.name} rusak ({count} berkas berubah atau hilang)"


def _compose_beside(instansi: Instansi, isi: IsiPaketLke) -> dict[str, bytes]:
    readme = _README.format(
        kecamatan=instansi.kecamatan,
        kabupaten=instansi.kabupaten,
        tahun=isi.tahun,
        berkas=len(isi.berkas),
        versi=__version__,
        catatan="\nDATA CONTOH, bukan data resmi.\n" if instansi.contoh else "",
    )
    return {**isi.beside, "BACA_SAYA.txt": readme.replace("\n", "\r\n").encode()}
