"""What an SOP in the office's own words still needs, beyond what keeps it from being followed."""

from collections.abc import Iterable, Iterator

from kinerja_desktop.domain.angka.tanggal import parse_tanggal
from kinerja_desktop.domain.sop.kolom import MAKS_KOLOM
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa import check_sop
from kinerja_desktop.errors import Problem

#: Bounds of an SOP that people write: the longest of the five has 13 steps
#: (`docs/architecture.md` §4.9).
MAKS_LANGKAH, MAKS_HURUF, MAKS_BUTIR = 200, 5_000, 100
MAKS_NAMA = 300
_MAKS_WAKTU = 100_000
#: The days of an SOP, as the form calls them.
_TANGGAL = {
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
    "tanggal_pengesahan": "Tanggal pengesahan",
}


def check_sop_kantor(sop: Sop, lain: Iterable[str] = ()) -> list[Problem]:
    """Return what must be mended before an SOP of the office is kept, and warnings.

    Args:
        sop: as it was written.
        lain: names of the other SOPs in force; two of one name are hard to tell apart.
    """
    prefix = f"SOP {sop.id}: "
    found = [
        Problem(_begin(item.message.removeprefix(prefix)), is_warning=item.is_warning)
        for item in check_sop(sop)
        # The uraian has its own sentence below, and numbers follow the order by themselves.
        if "tidak punya uraian" not in item.message and "tercetak" not in item.message
    ]
    if not (sop.identitas.nama_sop.read()).strip():
        found.append(Problem("Nama SOP belum diisi."))
    found += [
        Problem(f"SOP lain yang dipakai juga bernama {nama}.", is_warning=True)
        for nama in lain
        if _fold(nama) == _fold(sop.identitas.nama_sop.read()) != ""
    ][:1]
    found += [
        Problem(f"Langkah {step.sequence}: uraiannya belum diisi.")
        for step in sop.langkah
        if not step.uraian.read().strip()
    ]
    if not sop.identitas.disahkan_oleh_nama.read().strip():
        found.append(Problem("Yang mengesahkan belum dipilih.", is_warning=True))
    if not sop.identitas.nomor_sop.read().strip():
        found.append(Problem("Nomor SOP belum diisi.", is_warning=True))
    return [*found, *_check_tanggal(sop), *check_bounds(sop)]


def check_bounds(sop: Sop, file: str = "") -> list[Problem]:
    """Return in what an SOP is larger than what can be printed and worked with."""
    found = []
    if len(sop.langkah) > MAKS_LANGKAH:
        found.append(f"ada {len(sop.langkah)} langkah, paling banyak {MAKS_LANGKAH}")
    if len(sop.kolom) > MAKS_KOLOM:
        found.append(f"ada {len(sop.kolom)} kolom pelaksana, paling banyak {MAKS_KOLOM}")
    if any(not 0 <= step.waktu.nilai <= _MAKS_WAKTU for step in sop.langkah):
        found.append(f"waktu sebuah langkah paling banyak {_MAKS_WAKTU}")
    if any(len(box.butir) > MAKS_BUTIR for box in sop.kotak):
        found.append(f"isi satu kotak paling banyak {MAKS_BUTIR} butir")
    if len(sop.identitas.nama_sop.read()) > MAKS_NAMA:
        found.append(f"nama SOP paling panjang {MAKS_NAMA} huruf")
    if any(len(words) > MAKS_HURUF for words in _list_words(sop)):
        found.append(f"satu isian paling panjang {MAKS_HURUF} huruf")
    return [Problem(_begin(text) + ".", file) for text in found]


def _check_tanggal(sop: Sop) -> Iterator[Problem]:
    """Tell which day is none; empty it is filled in by hand. A source stays as it is printed."""
    for name, label in _TANGGAL.items():
        words = getattr(sop.identitas, name).read().strip()
        try:
            if words:
                parse_tanggal(words)
        except ValueError as error:
            yield Problem(f"{label}: {error}.")


def _list_words(sop: Sop) -> Iterator[str]:
    for step in sop.langkah:
        yield from (isian.read() for isian in (step.uraian, step.kelengkapan, step.output))
        yield step.keterangan
    yield from (item.isi.read() for box in sop.kotak for item in box.butir)


def _fold(nama: str) -> str:
    return " ".join(nama.split()).casefold()


def _begin(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
