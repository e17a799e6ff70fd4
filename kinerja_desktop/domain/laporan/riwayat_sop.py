"""What really happened in one run of a SOP, step by step, against its mutu baku."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda


@dataclass(frozen=True)
class LangkahTerlaksana:
    """One step as it was carried out; a step that was repeated has one entry for each round.

    Attributes:
        no: the number as printed in the SOP, which may occur twice.
        mulai: "5 Februari 2024 10.32", or empty while it has not begun.
        selesai: the same, or empty.
        lama: real duration in the office's hours, "3 hari 1 jam"; empty while it is not over.
        mutu_baku: as printed, such as "4 hari".
        is_late: it took longer than its mutu baku.
        status: in words, such as "Selesai" or "Dikembalikan".
        putusan: "Setuju" or "Dikembalikan", where the step is a decision.
        alasan: of a return.
        putaran: 1 for the first round.
        bukti: names of the evidence.
        mulai_dicatat: when the beginning was written down, where that was later than it happened.
        dicatat: the same of the end.
        pengecualian: why it ended although what it signs or sends was missing.
    """

    no: str
    uraian: str
    pelaksana: str
    mutu_baku: str
    status: str
    mulai: str = ""
    selesai: str = ""
    lama: str = ""
    is_late: bool = False
    putusan: str = ""
    alasan: str = ""
    putaran: int = 1
    bukti: tuple[str, ...] = ()
    mulai_dicatat: str = ""
    dicatat: str = ""
    pengecualian: str = ""


@dataclass(frozen=True)
class RiwayatSop:
    """One run of a SOP.

    Attributes:
        nama_sop: as printed.
        nomor_sop: empty when the SOP bears none.
        untuk: year or period of the run, such as "Tahun 2024".
        ringkasan: rows for the head, such as ("Lama seluruhnya", "9 hari 2 jam").
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
