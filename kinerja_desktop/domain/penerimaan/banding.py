"""What differs between two packages of one unit and period, figure by figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.angka.angka import format_angka, format_rupiah
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.snapshot import BarisAnggaran
from kinerja_desktop.domain.penerimaan.ringkas import (
    BerkasMasuk,
    DokumenMasuk,
    IndikatorMasuk,
    RingkasPaket,
)

BARU, HILANG = "baru ditambahkan", "sudah tidak ada"
_NONE = "kosong"

#: The ways of proof of the data itself and of what is printed from it (`docs/sakip.md` §10).
_PRINTS = frozenset({"DATA", "SAMA", "ISI", "ANGKA"})
#: The four states of a figure, in words (`docs/architecture.md` §2.2).
KATA_KEADAAN: Mapping[Keadaan, str] = {
    Keadaan.BELUM_DIISI: "Belum diisi",
    Keadaan.NILAI: "Nilai",
    Keadaan.TIDAK_BERLAKU: "Tidak berlaku",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "Tidak dapat dihitung",
}


@dataclass(frozen=True)
class BedaPaket:
    """One thing that differs.

    Attributes:
        tentang: the indicator, program, document or file.
        apa: the column of the form, such as ``realisasi``; empty for the whole of it.
        lama: what the package before says; empty where it has none of this.
        baru: what the later one says, or that it is new or gone.
    """

    tentang: str
    apa: str
    lama: str
    baru: str

    @property
    def kalimat(self) -> str:
        """The same as one line."""
        if not self.apa:
            return f"{self.tentang}: {self.baru}"
        return f"{self.tentang}: {self.apa} {self.lama} menjadi {self.baru}"


def compare_paket(lama: RingkasPaket, baru: RingkasPaket) -> tuple[BedaPaket, ...]:
    """Return what differs, the indicators first, in the order of the later package."""
    return (
        *_compare_indikator(lama, baru),
        *_compare_anggaran(lama, baru),
        *_compare_dokumen(lama, baru),
        *_compare_berkas(lama, baru),
    )


def _compare_indikator(lama: RingkasPaket, baru: RingkasPaket) -> Iterator[BedaPaket]:
    """Indicators are the same by their key; else, where an office was set up anew, by name."""
    by_id = {item.id: item for item in lama.indikator}
    left = {item.id for item in lama.indikator} - {item.id for item in baru.indikator}
    by_name = {_name(by_id[key]): key for key in left}
    for item in baru.indikator:
        key = item.id if item.id in by_id else by_name.pop(_name(item), None)
        if key is None:
            yield BedaPaket(item.uraian, "", "", BARU)
            continue
        left.discard(key)
        yield from _compare_figures(by_id[key], item)
    for item in lama.indikator:
        if item.id in left:
            yield BedaPaket(item.uraian, "", "", HILANG)


def _name(item: IndikatorMasuk) -> str:
    return " ".join(item.uraian.casefold().split())


def _compare_figures(lama: IndikatorMasuk, baru: IndikatorMasuk) -> Iterator[BedaPaket]:
    was, now = _columns(lama), _columns(baru)
    for apa in was:
        if was[apa] != now[apa]:
            yield BedaPaket(baru.uraian, apa, was[apa], now[apa])


def _columns(item: IndikatorMasuk) -> dict[str, str]:
    """Return what a line of the form says, by its columns (`docs/sakip.md` §5)."""
    return {
        "indikator": item.uraian,
        "sasaran": item.sasaran or _NONE,
        "satuan": item.satuan or _NONE,
        "target": format_nilai(item.target) or _NONE,
        "realisasi": format_nilai(item.realisasi) or _NONE,
        "capaian": describe_capaian(item),
        "kategori": item.kategori or _NONE,
    }


def describe_capaian(item: IndikatorMasuk) -> str:
    """Return a capaian with the decimals that stand on the paper, or the word of its state."""
    if item.capaian is None:
        return KATA_KEADAAN[item.keadaan].lower()
    return f"{format_angka(item.capaian)}%"


def _compare_anggaran(lama: RingkasPaket, baru: RingkasPaket) -> Iterator[BedaPaket]:
    before = {row.kode: row for row in lama.anggaran}
    after = {row.kode: row for row in baru.anggaran}
    for kode, row in after.items():
        if kode not in before:
            yield BedaPaket(_name_program(row), "", "", BARU)
            continue
        old = before[kode]
        columns = {
            "nama": (old.nama, row.nama),
            "pagu": (_rupiah(old.pagu), _rupiah(row.pagu)),
            "realisasi anggaran": (_rupiah(old.realisasi), _rupiah(row.realisasi)),
        }
        for apa, (was, now) in columns.items():
            if was != now:
                yield BedaPaket(_name_program(row), apa, was, now)
    for kode, row in before.items():
        if kode not in after:
            yield BedaPaket(_name_program(row), "", "", HILANG)


def _name_program(row: BarisAnggaran) -> str:
    return f"{row.kode} {row.nama}"


def _rupiah(amount: Decimal | None) -> str:
    return _NONE if amount is None else format_rupiah(amount)


def _compare_dokumen(lama: RingkasPaket, baru: RingkasPaket) -> Iterator[BedaPaket]:
    """A document that was signed again has another kode; what stays the same is not told."""
    before, after = _by_title(lama), _by_title(baru)
    for judul, item in after.items():
        old = before.get(judul)
        if old is None:
            yield BedaPaket(judul, "", "", BARU)
        elif old.kode != item.kode:
            yield BedaPaket(judul, "kode", old.kode, item.kode)
    for judul in before:
        if judul not in after:
            yield BedaPaket(judul, "", "", HILANG)


def _by_title(ringkas: RingkasPaket) -> dict[str, DokumenMasuk]:
    return {item.judul: item for item in ringkas.dokumen}


def _compare_berkas(lama: RingkasPaket, baru: RingkasPaket) -> Iterator[BedaPaket]:
    """Prints follow their data, which is compared above; so only what no print is, is told."""
    before, after = _by_path(lama), _by_path(baru)
    for path, file in after.items():
        if path not in before:
            yield BedaPaket(path, "", "", BARU)
        elif before[path].sha256 != file.sha256:
            yield BedaPaket(path, "", "", "isinya berubah")
    for path in before:
        if path not in after:
            yield BedaPaket(path, "", "", HILANG)


def _by_path(ringkas: RingkasPaket) -> dict[str, BerkasMasuk]:
    return {file.path: file for file in ringkas.berkas if file.cara not in _PRINTS}
