"""The papers that go with a delivery to Bappeda (`docs/sakip.md` §9, *Surat Pengantar*)."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Penandatangan, Tanda


@dataclass(frozen=True)
class ButirKiriman:
    """One line of what is sent: "1 (satu) berkas", and a remark such as its kode verifikasi."""

    nama: str
    banyaknya: str
    keterangan: str = ""


@dataclass(frozen=True)
class SuratPengantar:
    """A surat pengantar; the second copy comes back signed as a receipt.

    Attributes:
        tempat_tanggal: "Lumajang, 5 Februari 2024".
        yth: "Kepala Bappeda Kabupaten Lumajang".
        di: the place, such as "Lumajang".
        nomor: empty leaves room to write it by hand.
        diterima_tanggal: empty leaves dots.
    """

    kop: Kop
    tempat_tanggal: str
    yth: str
    di: str
    nomor: str
    kiriman: tuple[ButirKiriman, ...]
    pengirim: Penandatangan
    penerima: Penandatangan
    diterima_tanggal: str = ""
    tanda: Tanda = FINAL


@dataclass(frozen=True)
class TandaTerima:
    """A receipt for what was handed over, on paper or on a stick.

    Attributes:
        dari: who hands over, such as "Kecamatan Lumajang".
        untuk: what it is for, such as "Laporan kinerja Tahun 2024".
        hari_tanggal: "Senin, 5 Februari 2024", or empty to be written by hand.
        catatan: what the receiver remarks, such as why it was taken in all the same.
    """

    kop: Kop
    dari: str
    untuk: str
    kiriman: tuple[ButirKiriman, ...]
    penyerah: Penandatangan
    penerima: Penandatangan
    nomor: str = ""
    hari_tanggal: str = ""
    tempat_tanggal: str = ""
    tanda: Tanda = FINAL
    catatan: str = ""
