"""The outline of an LKjIP as data: an office renames, moves, hides and adds sections.

The default outline is a resource (`resources/lkjip/kerangka.json`); its form and source are those
of `docs/sakip.md` §7.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from kinerja_desktop.domain.capaian.freezing import added_later
from kinerja_desktop.errors import KinerjaError

#: The report's names in use (`docs/sakip.md` §7.2), short and in full.
NAMA: Mapping[str, str] = {
    "LKjIP": "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)",
    "LAKIP": "LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (LAKIP)",
    "LKj": "LAPORAN KINERJA (LKj)",
    "LKIP": "LAPORAN KINERJA INSTANSI PEMERINTAH (LKIP)",
}

#: Longest heading of a section, in characters: more does not fit a line of a daftar isi.
PANJANG_JUDUL = 200


class JenisBagian(StrEnum):
    """Where a section stands in the report."""

    DEPAN = "depan"
    BAB = "bab"
    SUBBAB = "subbab"
    #: The heading of one sasaran in the evaluation; made by `susunan`, never in an outline.
    SASARAN = "sasaran"
    #: One of the seven comparisons; it stands once below every sasaran.
    ANALISIS = "analisis"
    LAMPIRAN = "lampiran"


@dataclass(frozen=True)
class Bagian:
    """A section of the outline.

    Attributes:
        kunci: names it for ever; what the office wrote is kept under it.
        judul: its heading, without number.
        jenis: where it stands.
        induk: kunci of the section it stands in; empty for none.
        isi: what the program fills it with; empty for text only.
        draf: its first draft with places such as ``{tahun}``, for sections without figures.
        tampil: whether it is printed.
        tambahan: added by the office, so that it can be removed again.
        singkat: a short heading for the screen; empty when the heading is short itself.
        petunjuk: what belongs there, for a section that only people can fill.
    """

    kunci: str
    judul: str
    jenis: JenisBagian
    induk: str = ""
    isi: str = ""
    draf: str = ""
    tampil: bool = True
    tambahan: bool = False
    singkat: str = ""
    petunjuk: str = field(default="", metadata=added_later(""))


@dataclass(frozen=True)
class Kerangka:
    """A whole outline, in printing order; children stand somewhere behind their parent.

    Attributes:
        nama: one of `NAMA`.
        bagian: all sections, hidden ones too.
    """

    nama: str
    bagian: tuple[Bagian, ...]

    @property
    def nama_kalimat(self) -> str:
        """The report's name as in a sentence: ``Laporan Kinerja Instansi Pemerintah (LKjIP)``."""
        words, _, short = NAMA[self.nama].rpartition(" ")
        return f"{words.title()} {short}"

    def find(self, kunci: str) -> Bagian:
        """Return the section of a key, wherever it stands in the outline.

        Raises:
            KinerjaError: there is none of this kunci, for instance because it was removed.
        """
        for bagian in self.bagian:
            if bagian.kunci == kunci:
                return bagian
        raise KinerjaError(
            "Bagian laporan ini sudah tidak ada.", "Pilih bagian lain di daftar sebelah kiri."
        )

    def children(self, induk: str = "") -> tuple[Bagian, ...]:
        """Return the sections directly below one, in their order; of the report for none."""
        return tuple(bagian for bagian in self.bagian if bagian.induk == induk)

    def walk(self, induk: str = "", level: int = 1) -> Iterator[tuple[Bagian, int]]:
        """Yield every section with its depth (1 for front matter, bab and lampiran)."""
        for bagian in self.children(induk):
            yield bagian, level
            yield from self.walk(bagian.kunci, level + 1)

    def rename(self, kunci: str, judul: str) -> "Kerangka":
        """Give a section another heading.

        Raises:
            KinerjaError: the heading is blank or too long.
        """
        words = " ".join(judul.split())
        if not words:
            raise KinerjaError("Judul bagian belum ditulis.", "Tulis judulnya.")
        if len(words) > PANJANG_JUDUL:
            raise KinerjaError(
                f"Judul bagian terlalu panjang ({len(words)} huruf).",
                f"Ringkas menjadi paling banyak {PANJANG_JUDUL} huruf.",
            )
        return self._exchange(replace(self.find(kunci), judul=words, singkat=""))

    def show(self, kunci: str, tampil: bool) -> "Kerangka":
        """Print a section, or leave it out with everything below it."""
        return self._exchange(replace(self.find(kunci), tampil=tampil))

    def move(self, kunci: str, langkah: int) -> "Kerangka":
        """Move a section up (-1) or down (+1) among its siblings of the same kind.

        At the end of the row it stays where it is.
        """
        bagian = self.find(kunci)
        row = [item for item in self.children(bagian.induk) if item.jenis is bagian.jenis]
        place = row.index(bagian)
        target = place + langkah
        if not 0 <= target < len(row):
            return self
        order = list(self.bagian)
        here, there = order.index(bagian), order.index(row[target])
        order[here], order[there] = order[there], order[here]
        return replace(self, bagian=tuple(order))

    def add(self, sesudah: str, kunci: str, judul: str) -> "Kerangka":
        """Add a section of the office's own below another, of the same kind and depth.

        After a comparison, which stands below every sasaran, comes a comparison too.

        Raises:
            KinerjaError: the heading is blank or too long.
        """
        before = self.find(sesudah)
        new = Bagian(kunci, judul, before.jenis, before.induk, tambahan=True)
        place = self.bagian.index(before) + 1
        bagian = (*self.bagian[:place], new, *self.bagian[place:])
        return replace(self, bagian=bagian).rename(kunci, judul)

    def remove(self, kunci: str) -> "Kerangka":
        """Take out a section that the office had added.

        Raises:
            KinerjaError: it is one of the form's own; those are hidden instead.
        """
        if not self.find(kunci).tambahan:
            raise KinerjaError(
                "Bagian ini berasal dari kerangka baku, jadi tidak dapat dihapus.",
                "Sembunyikan saja bila tidak dipakai.",
            )
        return replace(self, bagian=tuple(b for b in self.bagian if b.kunci != kunci))

    def rename_report(self, nama: str) -> "Kerangka":
        """Choose another name of the report.

        Raises:
            KinerjaError: it is none of `NAMA`.
        """
        if nama not in NAMA:
            raise KinerjaError(f"Nama laporan '{nama}' tidak dikenal.", f"Pilih {', '.join(NAMA)}.")
        return replace(self, nama=nama)

    def _exchange(self, new: Bagian) -> "Kerangka":
        bagian = tuple(new if old.kunci == new.kunci else old for old in self.bagian)
        return replace(self, bagian=bagian)


def kerangka_to_data(kerangka: Kerangka) -> dict[str, Any]:
    """Write an outline as plain data: only what an office can change of the form's own sections."""
    return {
        "nama": kerangka.nama,
        "bagian": [_bagian_to_data(bagian) for bagian in kerangka.bagian],
    }


def kerangka_from_data(data: Mapping[str, Any], baku: Kerangka | None = None) -> Kerangka:
    """Read an outline back from the JSON data in which it is kept.

    Args:
        data: what `kerangka_to_data` wrote, or the resource.
        baku: the default outline, which knows what fills its sections; sections that a newer
            program has added to it stand at the end of the row they belong to.
    """
    known = {bagian.kunci: bagian for bagian in baku.bagian} if baku else {}
    bagian = [_bagian_from_data(item, known) for item in data["bagian"]]
    stored = {item.kunci for item in bagian}
    for item in known.values():
        if item.kunci not in stored:
            bagian.insert(_end_of_row(bagian, item), item)
    return Kerangka(data["nama"], tuple(bagian))


def _end_of_row(bagian: Sequence[Bagian], new: Bagian) -> int:
    """Return the place behind the last sibling of the same kind: front matter before Bab I."""
    row = [
        place
        for place, item in enumerate(bagian)
        if (item.induk, item.jenis) == (new.induk, new.jenis)
    ]
    return row[-1] + 1 if row else len(bagian)


def _bagian_to_data(bagian: Bagian) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kunci": bagian.kunci,
        "judul": bagian.judul,
        "jenis": bagian.jenis.value,
        "induk": bagian.induk,
        "tampil": bagian.tampil,
    }
    return {**data, "tambahan": True} if bagian.tambahan else data


def _bagian_from_data(item: Mapping[str, Any], known: Mapping[str, Bagian]) -> Bagian:
    own = known.get(item["kunci"])
    is_renamed = own is not None and own.judul != item["judul"]
    draf = item.get("draf", ())
    return Bagian(
        item["kunci"],
        item["judul"],
        JenisBagian(item["jenis"]),
        item.get("induk", ""),
        own.isi if own else item.get("isi", ""),
        own.draf if own else "\n\n".join(draf),
        item.get("tampil", True),
        item.get("tambahan", False),
        "" if is_renamed else own.singkat if own else item.get("singkat", ""),
        own.petunjuk if own else item.get("petunjuk", ""),
    )
