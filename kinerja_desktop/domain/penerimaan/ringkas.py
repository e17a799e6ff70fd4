"""What a package that came in says, as plain data: read again and again, without its files.

`docs/sakip.md` §10. The figures are those of the frozen Pengukuran Kinerja, measured anew
(`docs/architecture.md` §2.1): what another program wrote beside them is not asked.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from sys import intern
from typing import Any, TypeGuard

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.freezing import freeze, thaw
from kinerja_desktop.domain.capaian.nilai import Nilai, nilai_from_text
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilPengukuran
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.capaian.snapshot import BarisAnggaran, snapshot_from_data
from kinerja_desktop.domain.penerimaan.ringkasan import Ringkasan, read_ringkasan

#: What the entry of a Pengukuran Kinerja in ``data.json`` calls itself.
_JENIS = "pengukuran_kinerja"
_MOST_VERSIONS = 9_999
_WORDS = ("sasaran", "uraian", "satuan", "kategori", "alasan")
_KEADAAN = {item.value: item for item in Keadaan}
_ARAH = {item.value: item for item in Arah}


@dataclass(frozen=True)
class DokumenMasuk:
    """A document of a package.

    Attributes:
        kode: its kode verifikasi.
        versi: how many times it was made final; 0 where that is not told.
        tercetak: whether the paper bears its kode; what came before this was asked is taken to.
    """

    judul: str
    kode: str
    versi: int = 0
    tercetak: bool = True


@dataclass(frozen=True)
class BerkasMasuk:
    """A file of a package.

    Attributes:
        path: in the package's payload.
        sha256: of its content, under which it is kept.
        ukuran: bytes.
        cara: how it is proved, by the name of the way (`docs/sakip.md` §10).
        terbukti: whether the kode on a signed paper proves what it says.
    """

    path: str
    sha256: str
    ukuran: int
    cara: str
    terbukti: bool


@dataclass(frozen=True, slots=True)
class IndikatorMasuk:
    """An indicator with its figures of the period.

    Attributes:
        id: key in the office that sent it.
        sasaran: the sasaran (or tujuan, or program) that it stands under.
        capaian: in %, as shown on the paper; None without a figure.
        tepat: the same before it was rounded.
        alasan: why there is no figure.
        arah: which way is good.
        target_tahun: the target of the whole year, which a triwulan shows only a part of.
        bukti: how many files of evidence came for it; None where the sender did not say.
    """

    id: str
    kode: str
    sasaran: str
    uraian: str
    satuan: str
    target: Nilai | None
    realisasi: Nilai | None
    keadaan: Keadaan
    capaian: Decimal | None
    tepat: Decimal | None
    kategori: str
    alasan: str
    arah: Arah = Arah.NAIK
    target_tahun: Nilai | None = None
    bukti: int | None = None


@dataclass(frozen=True)
class RingkasPaket:
    """What a package says.

    Attributes:
        kode: kode verifikasi of its Pengukuran Kinerja.
        versi: how many times the sender had made that final.
        kode_paket: of the whole package; empty in packages of schema 1.
        ditulis: the day that the package bears; None where it bears none.
        rata_rata: the mean capaian in %, as shown; None where nothing could be computed.
        perubahan: what differs from the version that was in before, a line for each thing.
        ringkasan: the scores of E.81 and LKE.
        dibuat: the moment at which it was put together, as ISO 8601 in UTC; empty where it is not
            told.
    """

    kecamatan: str
    kabupaten: str
    tahun: int
    triwulan: int | None
    kode: str
    versi: int
    kode_paket: str
    ditulis: date | None
    dokumen: tuple[DokumenMasuk, ...]
    berkas: tuple[BerkasMasuk, ...]
    indikator: tuple[IndikatorMasuk, ...]
    anggaran: tuple[BarisAnggaran, ...]
    rata_rata: Decimal | None
    kategori: str
    perubahan: tuple[str, ...] = ()
    ringkasan: Ringkasan = field(default_factory=Ringkasan)
    dibuat: str = ""

    @property
    def periode(self) -> Periode:
        """The year or triwulan that it reports."""
        return Periode(self.tahun, self.triwulan)


def make_ringkas(
    data: Mapping[str, Any], berkas: Sequence[BerkasMasuk], ditulis: date | None
) -> RingkasPaket:
    """Return what a package says, its indicators measured from the frozen inputs.

    Args:
        data: the content of its ``data.json``, checked.
        berkas: its files.
        ditulis: the day that it bears.

    Raises:
        ValueError: it holds no Pengukuran Kinerja with a version, or figures that are none.
    """
    entry = _find_measured(data)
    versi = entry.get("versi")
    if not _is_versi(versi):
        raise ValueError("the Pengukuran Kinerja has no version")
    snapshot = snapshot_from_data(entry["data"])
    hasil = snapshot.measure()
    bukti = _count_bukti(data.get("bukti", ()))
    return RingkasPaket(
        kecamatan=snapshot.instansi.kecamatan,
        kabupaten=snapshot.instansi.kabupaten,
        tahun=snapshot.periode.tahun,
        triwulan=snapshot.periode.triwulan,
        kode=entry["kode"],
        versi=versi,
        kode_paket=data.get("kode_paket", ""),
        ditulis=ditulis,
        dokumen=tuple(_read_dokumen(item) for item in data["dokumen"]),
        berkas=tuple(berkas),
        indikator=tuple(list_measured(hasil, bukti)),
        anggaran=snapshot.anggaran,
        rata_rata=hasil.rata_rata.tampil,
        kategori=hasil.rata_rata.kategori,
        ringkasan=read_ringkasan(data.get("ringkasan")),
        dibuat=_read_moment(data.get("dibuat")),
    )


def _read_moment(told: object) -> str:
    """Return a moment as ISO 8601 in UTC to the second; empty for what is none."""
    try:
        moment = datetime.fromisoformat(str(told))
        return moment.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return ""


def with_perubahan(ringkas: RingkasPaket, perubahan: Sequence[str]) -> RingkasPaket:
    """Return it with what differs from the version that was in before."""
    return replace(ringkas, perubahan=tuple(perubahan))


def ringkas_to_data(ringkas: RingkasPaket) -> dict[str, Any]:
    """Write it as plain JSON data."""
    data: dict[str, Any] = freeze(ringkas)
    return data


def ringkas_from_data(data: Mapping[str, Any]) -> RingkasPaket:
    """Read back what `ringkas_to_data` wrote."""
    return thaw(RingkasPaket, data)


def list_measured(
    hasil: HasilPengukuran, bukti: Mapping[str, int] | None = None
) -> Iterator[IndikatorMasuk]:
    """Yield the indicators of a measurement with their figures.

    Args:
        hasil: the period as it was measured.
        bukti: how many files prove each, by its id; None where that is not told.
    """
    for sasaran in hasil.sasaran:
        for item in sasaran.indikator:
            yield _read_indikator(sasaran.uraian, item, bukti)


def list_indikator(data: Mapping[str, Any]) -> Iterator[IndikatorMasuk]:
    """Yield the indicators of what `ringkas_to_data` wrote, and nothing else of it.

    Thousands of packages are read for a recap, of which only this is wanted.
    """
    for item in data["indikator"]:
        # Units have most of these words in common, which are so held once.
        sasaran, uraian, satuan, kategori, alasan = (intern(item[name]) for name in _WORDS)
        yield IndikatorMasuk(
            item["id"], item["kode"], sasaran, uraian, satuan,
            _read_nilai(item["target"]), _read_nilai(item["realisasi"]),
            _KEADAAN[item["keadaan"]], _read_angka(item["capaian"]), _read_angka(item["tepat"]),
            kategori, alasan, _ARAH[item["arah"]], _read_nilai(item["target_tahun"]), item["bukti"],
        )  # fmt: skip


def read_anggaran(data: Mapping[str, Any]) -> tuple[BarisAnggaran, ...]:
    """Return the programs of what `ringkas_to_data` wrote, and nothing else of it."""
    return tuple(
        BarisAnggaran(
            row["kode"], row["nama"], _read_angka(row["pagu"]), _read_angka(row["realisasi"]),
            tuple(row["kelompok"]),
        )
        for row in data["anggaran"]
    )  # fmt: skip


def _read_nilai(text: str | None) -> Nilai | None:
    return None if text is None else nilai_from_text(text)


def _read_angka(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _find_measured(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the entry of the Pengukuran Kinerja that is delivered; schema 1 names none."""
    wanted = data.get("kode")
    for entry in data["dokumen"]:
        is_meant = wanted is None or entry["kode"] == wanted
        if is_meant and isinstance(entry["data"], Mapping) and entry["data"].get("jenis") == _JENIS:
            found: Mapping[str, Any] = entry
            return found
    raise ValueError("no Pengukuran Kinerja")


def _read_dokumen(entry: Mapping[str, Any]) -> DokumenMasuk:
    versi, data = entry.get("versi"), entry["data"]
    # A paper that was kept as it was signed has its kode in the data alone (`docs/sakip.md` §10).
    is_kept = isinstance(data, Mapping) and "kunci" in data
    return DokumenMasuk(
        str(entry.get("judul") or "Dokumen"),
        entry["kode"],
        versi if _is_versi(versi) else 0,
        not is_kept,
    )


def _is_versi(versi: object) -> TypeGuard[int]:
    return type(versi) is int and 1 <= versi <= _MOST_VERSIONS


def _count_bukti(entries: Sequence[Mapping[str, Any]]) -> Counter[str] | None:
    """Return how many files prove each indicator; None where the sender does not say which."""
    owners = [entry.get("indikator") for entry in entries]
    return None if None in owners else Counter(map(str, owners))


def _read_indikator(
    sasaran: str, item: HasilIndikator, bukti: Mapping[str, int] | None
) -> IndikatorMasuk:
    capaian = item.utama.capaian
    return IndikatorMasuk(
        id=item.bahan.id,
        kode=item.bahan.kode,
        sasaran=sasaran,
        uraian=item.bahan.uraian,
        satuan=item.bahan.satuan,
        target=item.utama.target,
        realisasi=item.utama.realisasi,
        keadaan=capaian.keadaan,
        capaian=capaian.tampil,
        tepat=capaian.tepat_decimal,
        kategori=capaian.kategori,
        alasan=capaian.alasan,
        arah=item.bahan.arah,
        target_tahun=item.bahan.target,
        bukti=None if bukti is None else bukti.get(item.bahan.id, 0),
    )
