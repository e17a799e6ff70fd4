"""The figures of the seven comparisons.

PermenPANRB 53/2014 Anak Lampiran II/1; `docs/sakip.md` §7.1.

Computed once; tables, charts and first-draft sentences all tell these figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan_tepat
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Capaian, IsianRealisasi, Keadaan, compute_capaian
from kinerja_desktop.domain.capaian.efisiensi import (
    HasilEfisiensi,
    compute_pmk,
    compute_rasio,
    compute_selisih,
    compute_sisa,
)
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import (
    HasilIndikator,
    HasilPengukuran,
    RataCapaian,
    mean_of,
    measure,
)
from kinerja_desktop.domain.capaian.profil import Efisiensi, ProfilRumus
from kinerja_desktop.domain.lkjip.bahan import (
    BahanLkjip,
    BarisBelanja,
    IndikatorLkjip,
    SasaranLkjip,
    Standar,
    TahunUkur,
)


@dataclass(frozen=True)
class CapaianTahun:
    """Target, realisasi and capaian of an indicator in one year."""

    tahun: int
    target: Nilai | None
    realisasi: Nilai | None
    capaian: Capaian


@dataclass(frozen=True)
class BandingStandar:
    """A standard, and the realisasi as a capaian of it: 100 % meets it, whichever way is good."""

    standar: Standar
    capaian: Capaian


@dataclass(frozen=True)
class AnalisisIndikator:
    """One indicator against everything that it is compared with.

    Attributes:
        hasil: this year.
        tahun_lalu: earlier years with a target or realisasi, oldest first.
        tahun_akhir: last year of the Renstra; None without a Renstra.
        target_akhir: the Renstra's target of that year.
        kemajuan: this year's realisasi as a capaian of that target (tingkat kemajuan).
        standar: the standards that were given.
        tanpa_standar: of which tingkat someone has confirmed that there is none.
    """

    hasil: HasilIndikator
    tahun_lalu: tuple[CapaianTahun, ...]
    tahun_akhir: int | None
    target_akhir: Nilai | None
    kemajuan: Capaian
    standar: tuple[BandingStandar, ...]
    tanpa_standar: tuple[str, ...] = ()

    @property
    def tahun_sebelum(self) -> CapaianTahun | None:
        """The latest earlier year to compare with; None where either has no realisasi."""
        utama = self.hasil.utama
        if not _counts(utama.realisasi, utama.capaian):
            return None
        known = [year for year in self.tahun_lalu if _counts(year.realisasi, year.capaian)]
        return known[-1] if known else None

    @property
    def is_promised(self) -> bool:
        """Whether its target stands in a Perjanjian Kinerja, not only in the Renstra."""
        return self.hasil.bahan.sumber_target.startswith("Perjanjian")


@dataclass(frozen=True)
class AnalisisSasaran:
    """One sasaran: its indicators, the programs that support it, and what they cost.

    Attributes:
        sasaran: which.
        indikator: in the order of the form.
        rata_rata: mean of its indicators.
        program: programs that support it, with their amounts in rupiah.
        pagu: their sum; None where nothing was entered.
        realisasi: their sum; None where nothing was entered.
        serapan: exact absorption in %; None when it cannot be computed.
        efisiensi: by the profile's method; None when it cannot be computed or is typed by hand.
        nilai_efisiensi: NE of EF_PMK, 0–100; None for the other methods.
        rincian: these programs with the kegiatan and sub kegiatan that support the sasaran.
    """

    sasaran: SasaranLkjip
    indikator: tuple[AnalisisIndikator, ...]
    rata_rata: RataCapaian
    program: tuple[BarisBelanja, ...]
    pagu: Decimal | None
    realisasi: Decimal | None
    serapan: Fraction | None
    efisiensi: HasilEfisiensi | None
    nilai_efisiensi: Decimal | None = None
    rincian: tuple[BarisBelanja, ...] = ()


@dataclass(frozen=True)
class AnalisisLkjip:
    """The figures of a whole report.

    Attributes:
        bahan: what they were computed from.
        hasil: the year, measured as on its Pengukuran Kinerja.
        sasaran: each sasaran.
        pagu: whole budget in rupiah, summed over programs.
        realisasi: what was spent of it.
        serapan: exact absorption in %.
    """

    bahan: BahanLkjip
    hasil: HasilPengukuran
    sasaran: tuple[AnalisisSasaran, ...]
    pagu: Decimal | None
    realisasi: Decimal | None
    serapan: Fraction | None

    @property
    def profil(self) -> ProfilRumus:
        """The formula profile of the year."""
        return self.bahan.ukur[-1].profil

    def find_sasaran(self, sasaran_id: str) -> AnalisisSasaran | None:
        """Return a sasaran by its key; None when it is gone."""
        return next((item for item in self.sasaran if item.sasaran.id == sasaran_id), None)

    @property
    def program(self) -> tuple[BarisBelanja, ...]:
        """The budget at the level of programs, for the table of realisasi anggaran."""
        return tuple(row for row in self.bahan.belanja if row.tingkat == 0)


def analyze(bahan: BahanLkjip) -> AnalisisLkjip:
    """Compute every figure of the report."""
    hasil = [_measure(year) for year in bahan.ukur]
    by_year = [{item.bahan.id: item for item in year.indikator} for year in hasil]
    extra = {item.id: item for item in bahan.indikator}
    sasaran = tuple(_analyze_sasaran(item, bahan, by_year, extra) for item in bahan.sasaran)
    programs = [row for row in bahan.belanja if row.tingkat == 0]
    pagu = add_up([row.pagu for row in programs])
    realisasi = add_up([row.realisasi for row in programs])
    return AnalisisLkjip(
        bahan, hasil[-1], sasaran, pagu, realisasi, compute_serapan_tepat(pagu, realisasi)
    )


def _counts(realisasi: Nilai | None, capaian: Capaian) -> bool:
    """Tell whether a realisasi is known and was not declared not to apply."""
    return realisasi is not None and capaian.keadaan is not Keadaan.TIDAK_BERLAKU


def _measure(year: TahunUkur) -> HasilPengukuran:
    return measure(Periode(year.tahun), year.bahan, year.profil)


def _analyze_sasaran(
    sasaran: SasaranLkjip,
    bahan: BahanLkjip,
    years: Sequence[Mapping[str, HasilIndikator]],
    extra: Mapping[str, IndikatorLkjip],
) -> AnalisisSasaran:
    profil = bahan.ukur[-1].profil
    items = tuple(
        _analyze_indikator(key, bahan, years, extra.get(key, IndikatorLkjip(key)))
        for key in sasaran.indikator
        if key in years[-1]
    )
    mean = mean_of([item.hasil for item in items], profil, berbobot=profil.berbobot)
    program = tuple(
        row for row in bahan.belanja if row.tingkat == 0 and _supports(row.kode, sasaran)
    )
    pagu = add_up([row.pagu for row in program])
    realisasi = add_up([row.realisasi for row in program])
    serapan = compute_serapan_tepat(pagu, realisasi)
    efisiensi, nilai = _efficiency(profil.efisiensi, mean.tepat, program)
    rincian = tuple(row for row in bahan.belanja if _belongs(row.kode, sasaran))
    return AnalisisSasaran(
        sasaran, items, mean, program, pagu, realisasi, serapan, efisiensi, nilai, rincian
    )


def _supports(kode: str, sasaran: SasaranLkjip) -> bool:
    """Tell whether a program, or a line below it, is linked to a sasaran."""
    return any(linked == kode or linked.startswith(f"{kode}.") for linked in sasaran.program)


def _belongs(kode: str, sasaran: SasaranLkjip) -> bool:
    """Tell whether a line of the budget is linked to a sasaran, or stands above or below one."""
    return _supports(kode, sasaran) or any(
        kode.startswith(f"{linked}.") for linked in sasaran.program
    )


def _analyze_indikator(
    key: str,
    bahan: BahanLkjip,
    years: Sequence[Mapping[str, HasilIndikator]],
    extra: IndikatorLkjip,
) -> AnalisisIndikator:
    hasil = years[-1][key]
    profil = bahan.ukur[-1].profil
    last = bahan.renstra.akhir if bahan.renstra else None
    target = extra.target_of(last) if last is not None else None
    capaian = hasil.utama.capaian
    is_off = capaian.keadaan is Keadaan.TIDAK_BERLAKU
    realisasi = IsianRealisasi(hasil.utama.realisasi, is_off, capaian.alasan)
    return AnalisisIndikator(
        hasil,
        tuple(
            CapaianTahun(year.tahun, item.utama.target, item.utama.realisasi, item.utama.capaian)
            for year, measured in zip(bahan.ukur[:-1], years[:-1], strict=True)
            if (item := measured.get(key)) is not None
            and (item.utama.target is not None or item.utama.realisasi is not None)
        ),
        last,
        target,
        compute_capaian(hasil.rumus, target, realisasi, profil),
        tuple(
            BandingStandar(item, compute_capaian(hasil.rumus, item.nilai, realisasi, profil))
            for item in extra.standar
        ),
        extra.tanpa_standar,
    )


def _efficiency(
    metode: Efisiensi, capaian: Fraction | None, program: Sequence[BarisBelanja]
) -> tuple[HasilEfisiensi | None, Decimal | None]:
    """Compare what was reached with what was spent, by the profile's method.

    `docs/sakip.md` §4.8.
    """
    spent = [(row.pagu, row.realisasi) for row in program]
    parts = [(pagu, used) for pagu, used in spent if pagu is not None and used is not None]
    if capaian is None or not parts or len(parts) < len(spent):
        return None, None
    pagu = sum((pagu for pagu, _ in parts), Decimal(0))
    used = sum((used for _, used in parts), Decimal(0))
    serapan = compute_serapan_tepat(pagu, used)
    if serapan is None:
        return None, None
    match metode:
        case Efisiensi.EF_SELISIH:
            return compute_selisih(capaian, serapan), None
        case Efisiensi.EF_RASIO:
            return compute_rasio(capaian, serapan), None
        case Efisiensi.EF_RUPIAH:
            return compute_sisa(capaian, pagu, used), None
        case Efisiensi.EF_PMK:
            return _pmk([(pagu, capaian, used) for pagu, used in parts])
    return None, None


def _pmk(
    parts: Sequence[tuple[Decimal, Fraction, Decimal]],
) -> tuple[HasilEfisiensi | None, Decimal | None]:
    found = compute_pmk(parts)
    if found is None:
        return None, None
    efficiency, value = found
    # PMK 22/2021 gives figures and no words for them.
    return HasilEfisiensi(efficiency, ""), value
