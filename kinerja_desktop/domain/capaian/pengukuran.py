"""Measure a period: every indicator, every sasaran, and the whole (`docs/sakip.md` §4.4, §4.6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.akumulasi import (
    Akumulasi,
    aggregate_realisasi,
    aggregate_target,
    explain_target,
    is_against_year,
)
from kinerja_desktop.domain.capaian.capaian import (
    BELUM_DIISI,
    Capaian,
    IsianRealisasi,
    Keadaan,
    compute_capaian,
    round_capaian,
)
from kinerja_desktop.domain.capaian.freezing import added_later
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.profil import Aturan, ProfilRumus, RataRata
from kinerja_desktop.domain.capaian.rasio import describe_rasio
from kinerja_desktop.domain.capaian.rumus import Arah, Rumus


@dataclass(frozen=True)
class Narasi:
    """What people know about a figure; asked for when it is below target.

    Attributes:
        pendorong: what helped.
        penghambat: what was in the way.
        tindak_lanjut: what is to be done.
        penanggung_jawab: who does it.
        batas_waktu: until when. Whether it was done is no part of what is signed.
    """

    pendorong: str = ""
    penghambat: str = ""
    tindak_lanjut: str = ""
    penanggung_jawab: str = field(default="", metadata=added_later(""))
    batas_waktu: date | None = field(default=None, metadata=added_later(None))


@dataclass(frozen=True)
class BahanUkur:
    """Everything that measuring one indicator needs, copied out of the plan.

    Attributes:
        id: key of the indicator.
        uraian: its text.
        kelompok: the sasaran (or tujuan, or program) it is grouped under.
        kode: short code.
        satuan: unit of target and realisasi.
        arah: which way is good.
        rumus: formula of its own, None to follow the profile.
        akumulasi: how triwulan make up the year.
        bobot: weight within its sasaran, only used by a weighted profile.
        target: target of the year.
        sumber_target: where that target stands.
        target_triwulan: targets of the triwulan.
        isian_tahunan: realisasi entered for the whole year; it goes before the triwulan.
        isian_triwulan: realisasi entered per triwulan.
        narasi: pendorong, penghambat, tindak lanjut by triwulan, None for the year.
        penanggung_jawab: who answers for it.
        sumber_data: where the figures come from.
    """

    id: str
    uraian: str
    kelompok: str
    kode: str = ""
    satuan: str = ""
    arah: Arah = Arah.NAIK
    rumus: Rumus | None = None
    akumulasi: Akumulasi = Akumulasi.POSISI_AKHIR
    bobot: Decimal = Decimal(1)
    target: Nilai | None = None
    sumber_target: str = ""
    target_triwulan: Mapping[int, Nilai | None] = field(default_factory=dict)
    isian_tahunan: IsianRealisasi = BELUM_DIISI
    isian_triwulan: Mapping[int, IsianRealisasi] = field(default_factory=dict)
    narasi: Mapping[int | None, Narasi] = field(default_factory=dict)
    penanggung_jawab: str = ""
    sumber_data: str = ""

    def isian_of(self, triwulan: int | None) -> IsianRealisasi:
        """Return what was entered for a triwulan, or (None) for the year as a whole."""
        if triwulan is None:
            return self.isian_tahunan
        return self.isian_triwulan.get(triwulan, BELUM_DIISI)

    def as_of(self, triwulan: int | None) -> "BahanUkur":
        """Keep what the paper of a triwulan, or (None) of the year, is made of.

        What is entered for a later triwulan must not seem to contradict a paper that was signed
        before it (`docs/architecture.md` §2.6).
        """
        narasi = {tw: text for tw, text in self.narasi.items() if tw == triwulan}
        if triwulan is None:
            return replace(self, narasi=narasi)
        return replace(
            self,
            target_triwulan={
                tw: target for tw, target in self.target_triwulan.items() if tw <= triwulan
            },
            isian_tahunan=BELUM_DIISI,
            isian_triwulan={
                tw: isian for tw, isian in self.isian_triwulan.items() if tw <= triwulan
            },
            narasi=narasi,
        )


@dataclass(frozen=True)
class Ukuran:
    """A target, a realisasi and what they come to."""

    target: Nilai | None
    realisasi: Nilai | None
    capaian: Capaian


@dataclass(frozen=True)
class HasilIndikator:
    """One measured indicator: a line of the form Pengukuran Kinerja.

    Attributes:
        bahan: what was measured.
        rumus: the formula used.
        utama: the figures of the period itself.
        sd_triwulan: against the target s.d. this triwulan; None for a year.
        terhadap_tahunan: s.d. this triwulan against the target of the year; None for a year.
        narasi: what was written for this period.
        pembanding: what s.d. triwulan was compared with, where targets of triwulan are missing.
        is_against_year: whether s.d. triwulan was compared with the target of the year.
    """

    bahan: BahanUkur
    rumus: Rumus
    utama: Ukuran
    sd_triwulan: Ukuran | None
    terhadap_tahunan: Ukuran | None
    narasi: Narasi
    pembanding: str = ""
    is_against_year: bool = False

    @property
    def is_below_target(self) -> bool:
        """Whether penghambat and tindak lanjut are asked for (`docs/architecture.md` §4.4)."""
        tepat = self.utama.capaian.tepat
        return tepat is not None and tepat < 100

    @property
    def lacks_story(self) -> bool:
        """Whether they are asked for and were not told; a lone ``-`` tells nothing."""
        told = says_something(self.narasi.penghambat) and says_something(self.narasi.tindak_lanjut)
        return self.is_below_target and not told


@dataclass(frozen=True)
class RataCapaian:
    """A mean of capaian, and of how many it was taken (`docs/sakip.md` §4.6)."""

    tepat: Fraction | None
    tampil: Decimal | None
    kategori: str
    warna: str
    terhitung: int
    jumlah: int

    @property
    def keterangan(self) -> str:
        """How many indicators could be computed, as printed: ``n dari m indikator``."""
        return f"{self.terhitung} dari {self.jumlah} indikator"


@dataclass(frozen=True)
class HasilSasaran:
    """The indicators of one sasaran and their mean."""

    uraian: str
    indikator: tuple[HasilIndikator, ...]
    rata_rata: RataCapaian


@dataclass(frozen=True)
class HasilPengukuran:
    """All that measuring a period gives: indicators, sasaran, overall mean."""

    periode: Periode
    profil: ProfilRumus
    sasaran: tuple[HasilSasaran, ...]
    rata_rata: RataCapaian

    @property
    def indikator(self) -> list[HasilIndikator]:
        """All lines, in the order of their sasaran."""
        return [hasil for sasaran in self.sasaran for hasil in sasaran.indikator]


def measure(periode: Periode, bahan: Sequence[BahanUkur], profil: ProfilRumus) -> HasilPengukuran:
    """Measure all indicators of a period, grouped by sasaran in the order given."""
    groups: dict[str, list[HasilIndikator]] = {}
    for item in bahan:
        groups.setdefault(item.kelompok, []).append(measure_indikator(periode, item, profil))
    sasaran = tuple(
        HasilSasaran(uraian, tuple(hasil), mean_of(hasil, profil, berbobot=profil.berbobot))
        for uraian, hasil in groups.items()
    )
    return HasilPengukuran(periode, profil, sasaran, _overall(sasaran, profil))


def remeasure(hasil: HasilPengukuran, bahan: BahanUkur) -> HasilPengukuran:
    """Measure one indicator anew with the means it enters; everything else stays as it is."""
    profil = hasil.profil
    sasaran = tuple(_exchange(group, hasil.periode, bahan, profil) for group in hasil.sasaran)
    return HasilPengukuran(hasil.periode, profil, sasaran, _overall(sasaran, profil))


def measure_indikator(periode: Periode, bahan: BahanUkur, profil: ProfilRumus) -> HasilIndikator:
    """Measure one indicator in one period."""
    rumus = bahan.rumus or profil.resolve_rumus(bahan.arah)
    narasi = bahan.narasi.get(periode.triwulan, Narasi())
    if periode.triwulan is None:
        isian = bahan.isian_tahunan
        if isian.nilai is None and not isian.tidak_berlaku:
            isian = aggregate_realisasi(bahan.akumulasi, bahan.isian_triwulan, aturan=profil.aturan)
        utama = _measure(rumus, bahan.target, isian, profil, describe_rasio(isian, bahan.satuan))
        return HasilIndikator(bahan, rumus, utama, None, None, narasi)
    tw = periode.triwulan
    isian = bahan.isian_of(tw)
    target = bahan.target_triwulan.get(tw)
    sampai = aggregate_realisasi(bahan.akumulasi, bahan.isian_triwulan, tw, profil.aturan)
    filled = [t for t in TRIWULAN if t <= tw and _is_filled(bahan.isian_triwulan.get(t))]
    plan = (
        bahan.akumulasi, bahan.target_triwulan, filled, bahan.target, profil.pembanding_triwulan
    )  # fmt: skip
    pembanding = "" if profil.aturan is Aturan.SATU else explain_target(*plan)
    return HasilIndikator(
        bahan,
        rumus,
        _measure_interim(rumus, target, isian, profil, describe_rasio(isian, bahan.satuan)),
        _measure_interim(rumus, aggregate_target(*plan), sampai, profil, pembanding),
        _measure(rumus, bahan.target, sampai, profil),
        narasi,
        pembanding,
        is_against_year(*plan),
    )


def mean_of(hasil: Sequence[HasilIndikator], profil: ProfilRumus, *, berbobot: bool) -> RataCapaian:
    """Take the mean of the indicators that have a figure (`docs/sakip.md` §4.6).

    Args:
        hasil: measured indicators of one sasaran, or of all.
        profil: gives cap, rounding and scale.
        berbobot: weigh each by its bobot.
    """
    cap = profil.cap_rata_rata
    scored = [
        (tepat if cap is None else min(tepat, Fraction(cap)), item.bahan.bobot)
        for item in hasil
        if (tepat := item.utama.capaian.tepat) is not None
    ]
    weights = [Fraction(bobot) if berbobot else Fraction(1) for _, bobot in scored]
    total = sum(weights, Fraction(0))
    exact = (
        sum(
            (tepat * weight for (tepat, _), weight in zip(scored, weights, strict=True)),
            Fraction(0),
        )
        / total
        if total
        else None
    )
    return _rata(exact, len(scored), len(hasil), profil)


def _exchange(
    group: HasilSasaran, periode: Periode, bahan: BahanUkur, profil: ProfilRumus
) -> HasilSasaran:
    if all(item.bahan.id != bahan.id for item in group.indikator):
        return group
    items = tuple(
        measure_indikator(periode, bahan, profil) if item.bahan.id == bahan.id else item
        for item in group.indikator
    )
    return HasilSasaran(group.uraian, items, mean_of(items, profil, berbobot=profil.berbobot))


def _is_filled(isian: IsianRealisasi | None) -> bool:
    return isian is not None and isian.nilai is not None and not isian.tidak_berlaku


def _measure(
    rumus: Rumus, target: Nilai | None, isian: IsianRealisasi, profil: ProfilRumus, about: str = ""
) -> Ukuran:
    """Measure, and put what is known about the inputs before how they were computed."""
    capaian = compute_capaian(rumus, target, isian, profil)
    if about and capaian.langkah:
        capaian = replace(capaian, langkah=(about[0].upper() + about[1:], *capaian.langkah))
    return Ukuran(target, isian.nilai, capaian)


def _measure_interim(
    rumus: Rumus, target: Nilai | None, isian: IsianRealisasi, profil: ProfilRumus, about: str
) -> Ukuran:
    """An interim target of 0 is not scored (`docs/sakip.md` §3.6 and §4.3)."""
    if target == 0 and rumus is Rumus.MAX:
        capaian = Capaian(Keadaan.TIDAK_BERLAKU, alasan="target triwulan ini 0, tidak dinilai")
        return Ukuran(target, isian.nilai, capaian)
    return _measure(rumus, target, isian, profil, about)


def _overall(sasaran: Iterable[HasilSasaran], profil: ProfilRumus) -> RataCapaian:
    groups = list(sasaran)
    hasil = [item for group in groups for item in group.indikator]
    if profil.rata_rata is RataRata.INDIKATOR:
        return mean_of(hasil, profil, berbobot=False)
    means = [group.rata_rata.tepat for group in groups if group.rata_rata.tepat is not None]
    exact = sum(means, Fraction(0)) / len(means) if means else None
    counted = sum(group.rata_rata.terhitung for group in groups)
    return _rata(exact, counted, len(hasil), profil)


def _rata(exact: Fraction | None, counted: int, count: int, profil: ProfilRumus) -> RataCapaian:
    if exact is None:
        return RataCapaian(None, None, "", "", counted, count)
    tampil = round_capaian(exact, profil)
    kelas = profil.skala_kategori.classify(tampil)
    return RataCapaian(exact, tampil, kelas.label, kelas.warna, counted, count)
