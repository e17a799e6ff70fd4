"""The letter to a unit that has not delivered: what is missing, and until when it is asked for.

No regulation words it [own, `docs/sakip.md` §10].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.snapshot import KECAMATAN
from kinerja_desktop.domain.surat.isi import IsiNaskah, Penanda, Tabel

_HEAD = ("No", "Laporan yang belum diterima", "Paling lambat", "Lewat")


@dataclass(frozen=True)
class PaketKurang:
    """A period of which nothing came from a unit.

    Attributes:
        tenggat: until when it was asked for; None where no day was set.
        hari: calendar days after that day; 0 while it is not past.
    """

    periode: Periode
    tenggat: date | None
    hari: int


def word_pengingat(
    nama: str, jenis: str, kurang: Sequence[PaketKurang], batas: date, penanda: Penanda, di: str
) -> IsiNaskah:
    """Return the words of the letter to a unit.

    Args:
        nama: of the unit, without the word Kecamatan.
        jenis: of the unit; a kecamatan is written to by its Camat.
        kurang: what is missing, at least one.
        batas: until when it is asked for now.
        penanda: who signs.
        di: the place of a unit that is no kecamatan.
    """
    is_kecamatan = jenis == KECAMATAN
    is_late = any(item.hari for item in kurang)
    hal = "Pengingat" if is_late else "Permintaan"
    several = "beberapa periode" if len(kurang) > 1 else kurang[0].periode.label
    return IsiNaskah(
        hal=f"{hal} Penyampaian Laporan Kinerja {several if len(kurang) == 1 else ''}".rstrip(),
        sifat="Segera" if is_late else "Biasa",
        yth=(f"Camat {nama}" if is_kecamatan else f"Kepala {nama}",),
        di=nama if is_kecamatan else di,
        pembuka=(
            f"Sehubungan dengan penyampaian Pengukuran Kinerja {several}, sampai dengan tanggal "
            "surat ini kami belum menerima laporan Saudara sebagai berikut:",
        ),
        tabel=Tabel(
            _HEAD,
            tuple(
                (
                    f"{number}.",
                    f"Pengukuran Kinerja {item.periode.label}",
                    format_tanggal(item.tenggat) if item.tenggat else "-",
                    f"{item.hari} hari" if item.hari else "-",
                )
                for number, item in enumerate(kurang, start=1)
            ),
        ),
        penutup=(
            "Diminta agar laporan tersebut, yaitu kertas yang ditandatangani beserta paketnya pada "
            f"flashdisk, disampaikan paling lambat tanggal {format_tanggal(batas)}.",
            "Demikian untuk diperhatikan dan dilaksanakan.",
        ),
        penanda=penanda,
    )
