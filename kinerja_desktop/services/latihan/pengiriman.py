"""What left the practice office: a package for Bappeda, forms for holders of data, a reminder."""

from uuid import UUID

from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.latihan.berkas import Isi
from kinerja_desktop.services.latihan.kerja import Kerja, periode_of
from kinerja_desktop.services.pengumpulan.kirim import send_formulir
from kinerja_desktop.services.pengumpulan.papan import read_papan
from kinerja_desktop.services.pengumpulan.teguran import write_teguran

#: The folder that stands for it is gone when the office is filled.
_STICK = "Flashdisk kantor"


def do_kiriman(kerja: Kerja, isi: Isi) -> None:
    """Write a package onto the stick, and note who received it."""
    package = transfer.compose_package(kerja.office, periode_of(isi))
    transfer.send_package(kerja.office, package, kerja.stick, sebutan=_STICK)
    transfer.record_receipt(
        kerja.office, transfer.list_kiriman(kerja.office)[0].id, isi["penerima"]
    )


def do_formulir(kerja: Kerja, isi: Isi) -> None:
    """Hand out the forms of a period."""
    send_formulir(kerja.office, periode_of(isi), kerja.stick, isi["tenggat"], sebutan=_STICK)


def do_teguran(kerja: Kerja, isi: Isi) -> None:
    """Remind a holder whose data is missing."""
    periode = periode_of(isi)
    forms = [
        UUID(line.formulir_id)
        for line in read_papan(kerja.office, periode).baris
        if line.pemegang == isi["pemegang"]
    ]
    write_teguran(kerja.office, periode, forms, kerja.hari, isi["tenggat"])
