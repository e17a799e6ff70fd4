"""What really happened in one run of a SOP, step by step, against its mutu baku."""

from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda


@dataclass(frozen=True)
class LangkahTerlaksana:
    """One step as it was carried out; a step that was repeated has one entry for each round.

    Attributes:
        no: the number as printed in the SOP, which may occur twice.
        mulai: "5 Februari 2024 10.32", or empty while it has not begun.
        selesai: the same, or empty.
        hari_kerja: real duration in working days; ``None`` while it is not over.
        mutu_baku: as printed, such as "4 hari".
        is_late: it took longer than its mutu baku.
        status: in words, such as "Selesai" or "Dikembalikan".
        putusan: "Setuju" or "Dikembalikan", where the step is a decision.
        alasan: of a return.
        putaran: 1 for the first round.
        bukti: names of the evidence.
    """

    no: str
    uraian: str
    pelaksana: str
    mutu_baku: str
    status: str
    mulai: str = ""
    selesai: str = ""
    hari_kerja: Decimal | None = None
    is_late: bool = False
    putusan: str = ""
    alasan: str = ""
    putaran: int = 1
    bukti: tuple[str, ...] = ()


@dataclass(frozen=True)
class RiwayatSop:
    """One run of a SOP.

    Attributes:
        nama_sop: as printed.
        nomor_sop: empty when the SOP bears none.
        untuk: year or period of the run, such as "Tahun 2024".
        ringkasan: rows for the head, such as ("Lama seluruhnya", "9 hari kerja").
        catatan: sentences below the table.
    """

    skpd: str
    nama_sop: str
    nomor_sop: str
    untuk: str
    langkah: tuple[LangkahTerlaksana, ...]
    ringkasan: tuple[tuple[str, str], ...] = ()
    catatan: tuple[str, ...] = ()
    pengesahan: Pengesahan | None = None
    kop: Kop | None = None
    tanda: Tanda = FINAL
