"""What a Pengukuran Kinerja froze: texts and raw inputs, as plain data (`docs/sakip.md` §4.11).

Draft and final documents are made of the same snapshot, so that what was signed can be printed
again in five years whatever has happened to the plan since.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.capaian.freezing import Maps, added_later, freeze, thaw
from kinerja_desktop.domain.capaian.nilai import (
    RANGE_MARK,
    format_nilai,
    nilai_from_text,
)
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, HasilPengukuran, measure
from kinerja_desktop.domain.capaian.profil import Aturan, ProfilRumus

SKEMA = 1

#: The kinds of offices that this program serves.
KECAMATAN, BAPPEDA = "kecamatan", "bappeda"


def name_kantor(nama: str, jenis: str) -> str:
    """Return the whole name of an office of a kind: a kecamatan's own name needs the word."""
    return f"Kecamatan {nama}" if jenis == KECAMATAN else nama


@dataclass(frozen=True)
class IdentitasInstansi:
    """The office as it stands in letterhead and form.

    Attributes:
        kecamatan: its name without the word Kecamatan; of another kind of office its whole name.
        jenis: `KECAMATAN`, or `BAPPEDA`, which receives what kecamatan deliver.
    """

    kecamatan: str
    kabupaten: str
    provinsi: str
    alamat: str = ""
    telepon: str = ""
    kode_pos: str = ""
    laman: str = ""
    pos_el: str = ""
    tempat: str = ""
    logo: str = ""
    contoh: bool = False
    jenis: str = field(default=KECAMATAN, metadata=added_later(KECAMATAN))

    @property
    def nama(self) -> str:
        """The office's whole name: ``Kecamatan Lumajang``."""
        return name_kantor(self.kecamatan, self.jenis)


@dataclass(frozen=True)
class IdentitasPejabat:
    """A signer as of the document's date.

    Attributes:
        awalan: ``Plt.``, ``Plh.`` or ``Pj.``, empty for a definitive post.
    """

    nama: str
    jabatan: str
    nip: str = ""
    pangkat: str = ""
    awalan: str = ""


@dataclass(frozen=True)
class BarisAnggaran:
    """A program with its amounts in rupiah, and the groups of indicators that it supports."""

    kode: str
    nama: str
    pagu: Decimal | None
    realisasi: Decimal | None
    kelompok: tuple[str, ...] = ()


@dataclass(frozen=True)
class SnapshotPengukuran:
    """Everything a Pengukuran Kinerja says.

    Attributes:
        periode: what was measured.
        instansi: the office.
        profil: the formula profile in force.
        bahan: the indicators with targets and realisasi.
        anggaran: the programs with their amounts.
        camat: who signs for the office; None when nobody was in post.
        tanggal: date of the document.
        kertas: F4 or A4.
        bentuk: ringkas or lengkap.
        pejabat: whose IKI it is; None for the office's IKU.
        atasan: who signs an IKI beside the pejabat.
        riwayat: the seal of the trail when it was made final (`domain/rantai.py`), empty for a
            draft: a deed that is altered afterwards shows.
    """

    periode: Periode
    instansi: IdentitasInstansi
    profil: ProfilRumus
    bahan: tuple[BahanUkur, ...]
    anggaran: tuple[BarisAnggaran, ...]
    camat: IdentitasPejabat | None
    tanggal: date
    kertas: str = "F4"
    bentuk: str = "ringkas"
    pejabat: IdentitasPejabat | None = None
    atasan: IdentitasPejabat | None = None
    riwayat: str = field(default="", metadata=added_later(""))

    def measure(self) -> HasilPengukuran:
        """Measure what was frozen; the same inputs always give the same figures."""
        return measure(self.periode, self.bahan, self.profil)


def snapshot_to_data(snapshot: SnapshotPengukuran) -> dict[str, Any]:
    """Write a snapshot as plain JSON data; the kode verifikasi is taken over this.

    The measured figures stand beside what they were measured from, for other programs to read.
    """
    data = freeze(snapshot, Maps.OBJECTS)
    return {
        "skema": SKEMA,
        "jenis": "pengukuran_kinerja",
        **data.pop("periode"),
        "indikator": data.pop("bahan"),
        "hasil": _hasil_to_data(snapshot.measure()),
        **data,
    }


def aturan_of(data: Mapping[str, Any]) -> Aturan:
    """Return the edition of the rules by which frozen data was measured."""
    return thaw(ProfilRumus, data["profil"]).aturan


def snapshot_from_data(data: Mapping[str, Any]) -> SnapshotPengukuran:
    """Read back what `snapshot_to_data` wrote."""
    periode = {"tahun": data["tahun"], "triwulan": data["triwulan"]}
    return thaw(SnapshotPengukuran, {**data, "periode": periode, "bahan": data["indikator"]})


#: What `describe_difference` says of the budget.
ANGGARAN_BERUBAH = "Pagu atau realisasi anggaran sudah berubah"


def describe_difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Tell what moved since a snapshot was frozen, a line for each thing.

    `docs/architecture.md` §2.6.
    """
    before = {item["id"]: item for item in old["indikator"]}
    after = {item["id"]: item for item in new["indikator"]}
    lines = [
        f"{after[key]['uraian']}: {_describe_change(before[key], after[key])}"
        for key in after
        if key in before and before[key] != after[key]
    ]
    lines += [
        f"{item['uraian']}: baru ditambahkan" for key, item in after.items() if key not in before
    ]
    lines += [
        f"{item['uraian']}: sudah tidak ada" for key, item in before.items() if key not in after
    ]
    if old["profil"] != new["profil"]:
        lines.append("Profil rumus sudah berubah")
    if _by_kode(old["anggaran"]) != _by_kode(new["anggaran"]):
        lines.append(ANGGARAN_BERUBAH)
    return lines


def _by_kode(anggaran: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the programs in one order: earlier releases sorted codes as letters."""
    return sorted(anggaran, key=lambda row: order_kode(row["kode"]))


#: The parts of an indicator that stand on the paper, and what they are called there.
_NAMED = {
    "uraian": "indikator", "kelompok": "sasaran", "satuan": "satuan", "arah": "arah",
    "rumus": "rumus", "akumulasi": "perhitungan triwulan", "bobot": "bobot", "target": "target",
}  # fmt: skip


def _describe_change(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return what changed of an indicator: figures with both values, the rest by name."""
    parts = [
        f"{label} {_show(old[name])} menjadi {_show(new[name])}"
        for name, label in _NAMED.items()
        if old[name] != new[name]
    ]
    if old["isian_tahunan"] != new["isian_tahunan"]:
        was, now = (item["isian_tahunan"]["nilai"] for item in (old, new))
        parts.append(
            f"realisasi {_show(was)} menjadi {_show(now)}" if was != now else "keterangan realisasi"
        )
    parts += [
        label
        for name, label in (
            ("target_triwulan", "target triwulan"),
            ("isian_triwulan", "realisasi triwulan"),
            ("narasi", "faktor dan tindak lanjut"),
            ("kode", "kode indikator"),
            ("sumber_target", "asal target"),
            ("penanggung_jawab", "penanggung jawab"),
            ("sumber_data", "sumber data"),
        )
        # Earlier releases froze fewer of them.
        if old.get(name) != new.get(name)
    ]
    return ", ".join(parts) or "keterangan lain sudah berubah"


def _show(text: str | None) -> str:
    """Write a frozen value for reading: numbers with a decimal comma."""
    if text is None:
        return "kosong"
    number = text.replace("-", "").replace(".", "", 1).isdecimal()
    if number or RANGE_MARK in text:
        # A sentence may have two dots in it as well.
        with suppress(ValueError, ArithmeticError):
            return format_nilai(nilai_from_text(text))
    return f"'{text}'"


def _hasil_to_data(hasil: HasilPengukuran) -> list[dict[str, Any]]:
    return [
        {
            "id": item.bahan.id,
            "rumus": item.rumus.value,
            "keadaan": item.utama.capaian.keadaan.value,
            "capaian": freeze(item.utama.capaian.tampil),
            "kategori": item.utama.capaian.kategori,
        }
        for item in hasil.indikator
    ]
