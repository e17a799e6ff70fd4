"""The papers of collecting data: nota dinas, receipt list, log (`docs/sakip.md` §9, §11.3)."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Penandatangan, Pengesahan, Tanda

#: How reminders are called, the first one first (`docs/sakip.md` §9).
KE = ("Pertama", "Kedua", "Ketiga")


@dataclass(frozen=True)
class NotaDinas:
    """A nota dinas: head, body, an optional table, who signs.

    Attributes:
        yth: whom it goes to, a line each.
        dari: whose it is, by jabatan.
        tanggal: "5 Februari 2024".
        nomor: empty leaves room to write it by hand.
        sifat: "Segera" or "Biasa".
        lampiran: "1 (satu) berkas", or "-".
        hal: what it is about.
        alinea: the paragraphs of the body before the table.
        kepala: headings of the table; without any there is none.
        baris: its rows.
        penutup: the paragraphs after the table.
        tembusan: who gets a copy.
    """

    kop: Kop
    yth: tuple[str, ...]
    dari: str
    tanggal: str
    hal: str
    alinea: tuple[str, ...]
    penanda: Penandatangan
    nomor: str = ""
    sifat: str = "Biasa"
    lampiran: str = "-"
    kepala: tuple[str, ...] = ()
    baris: tuple[tuple[str, ...], ...] = ()
    penutup: tuple[str, ...] = ()
    tembusan: tuple[str, ...] = ()
    tanda: Tanda = FINAL


@dataclass(frozen=True)
class BarisTerima:
    """A line of the receipt list: whose form, its file, when it came, how much is known."""

    pemegang: str
    berkas: str
    dikirim: str
    masuk: str
    keadaan: str


@dataclass(frozen=True)
class DaftarTerima:
    """The receipt list of the forms of a period, with room for signatures."""

    kop: Kop
    periode: str
    tenggat: str
    baris: tuple[BarisTerima, ...]
    pengesahan: Pengesahan
    tanda: Tanda = FINAL


@dataclass(frozen=True)
class BarisRiwayat:
    """A line of the log: when, what happened, whose, which file, how much went in."""

    waktu: str
    kejadian: str
    pemegang: str
    berkas: str
    isi: str


@dataclass(frozen=True)
class RiwayatPengumpulan:
    """The log of collecting the data of a period: evidence of the mechanism (LKE 2.1.3).

    Attributes:
        ringkasan: rows for the head, such as ("Pemegang data", "5, lengkap 4").
    """

    kop: Kop
    periode: str
    ringkasan: tuple[tuple[str, str], ...]
    baris: tuple[BarisRiwayat, ...]
    pengesahan: Pengesahan
    tanda: Tanda = FINAL
