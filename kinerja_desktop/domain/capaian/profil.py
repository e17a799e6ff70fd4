"""The office's formula profile: every choice that regulation leaves open.

`docs/sakip.md` §4.10.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum, StrEnum

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.capaian.freezing import added_later
from kinerja_desktop.domain.capaian.rumus import KETERANGAN, Arah, Rumus
from kinerja_desktop.domain.capaian.skala import SKALA, Skala


class Aturan(IntEnum):
    """Editions of the program's own rules of measuring (`docs/sakip.md` §4.14).

    What was signed is measured by the edition under which it was signed. The third measures as the
    second does; it words the notes on floor and cap anew. The fourth changes only what the form
    says around its figures, and how its files are made (`docs/sakip.md` §5.4).
    """

    SATU = 1
    DUA = 2
    TIGA = 3
    EMPAT = 4


#: The edition by which the present data is measured.
ATURAN_KINI = Aturan.EMPAT


class TargetNol(StrEnum):
    """What a target of 0 means for a rising indicator (`docs/sakip.md` §4.3)."""

    KELUARKAN = "keluarkan"
    SERATUS = "seratus"
    MANUAL = "manual"


class RataRata(StrEnum):
    """What the overall mean is taken over (`docs/sakip.md` §4.6)."""

    INDIKATOR = "indikator"
    SASARAN = "sasaran"


class Pembulatan(StrEnum):
    """How the shown figure is made from the exact one (`docs/sakip.md` §4.6)."""

    SETENGAH_KE_ATAS = "setengah_ke_atas"
    POTONG = "potong"


class PembandingTriwulan(StrEnum):
    """What s.d. triwulan is compared with for added-up indicators (`docs/sakip.md` §4.4)."""

    TARGET_TRIWULAN = "target_triwulan"
    TARGET_TAHUNAN = "target_tahunan"


class Efisiensi(StrEnum):
    """Methods of `docs/sakip.md` §4.8."""

    EF_SELISIH = "EF_SELISIH"
    EF_PMK = "EF_PMK"
    EF_RASIO = "EF_RASIO"
    EF_RUPIAH = "EF_RUPIAH"
    EF_MANUAL = "EF_MANUAL"


_RUMUS = {
    Arah.NAIK: Rumus.MAX,
    Arah.RENTANG: Rumus.RANGE_8,
    Arah.RENTANG_TURUN: Rumus.RANGE_8_MIN,
    Arah.STABIL: Rumus.STABIL,
    Arah.PREDIKAT: Rumus.PREDIKAT,
    Arah.YA_TIDAK: Rumus.YA_TIDAK,
}


@dataclass(frozen=True)
class ProfilRumus:
    """The rules by which an office measures; the defaults are those of `docs/sakip.md` §4.10.

    Attributes:
        rumus_turun: formula of falling indicators, MIN_2T or MIN_TR.
        lantai: lowest capaian in %, None for none.
        cap_capaian: highest capaian of an indicator in %, None for none (`docs/sakip.md` §4.5).
        cap_rata_rata: highest capaian of an indicator within means in %, None for none.
        target_nol: rising indicators with a target of 0.
        realisasi_nol_penuh: MIN_TR with realisasi 0 gives the cap when it is above 100,
            else 100.
        digit: decimals shown.
        pembulatan: rounding of the shown figure.
        rata_rata: what the overall mean is taken over.
        berbobot: the mean of a sasaran is weighted by the indicators' bobot.
        pembanding_triwulan: what added-up indicators are compared with s.d. triwulan.
        skala: code of the kategori scale.
        efisiensi: method of the efficiency table.
        aturan: edition of the program's rules; not the office's choice.
    """

    rumus_turun: Rumus = Rumus.MIN_2T
    lantai: Decimal | None = Decimal(0)
    cap_capaian: Decimal | None = None
    cap_rata_rata: Decimal | None = None
    target_nol: TargetNol = TargetNol.KELUARKAN
    realisasi_nol_penuh: bool = False
    digit: int = 2
    pembulatan: Pembulatan = Pembulatan.SETENGAH_KE_ATAS
    rata_rata: RataRata = RataRata.INDIKATOR
    berbobot: bool = False
    pembanding_triwulan: PembandingTriwulan = PembandingTriwulan.TARGET_TRIWULAN
    skala: str = "permendagri_86"
    efisiensi: Efisiensi = Efisiensi.EF_SELISIH
    aturan: Aturan = field(default=ATURAN_KINI, metadata=added_later(before=Aturan.SATU))

    @property
    def skala_kategori(self) -> Skala:
        """The kategori scale whose code the profile names."""
        return SKALA[self.skala]

    def resolve_rumus(self, arah: Arah) -> Rumus:
        """Return the formula for an indicator that names none of its own."""
        return self.rumus_turun if arah is Arah.TURUN else _RUMUS[arah]

    def describe(self, *, has_falling: bool = True) -> list[str]:
        """Return the notes that are printed under every measured table.

        Args:
            has_falling: whether the rule of falling indicators is told: some are measured by it.
        """
        falling = f"Indikator makin kecil makin baik: {KETERANGAN[self.rumus_turun].rumus}" + (
            f", paling rendah {format_angka(self.lantai)}%." if self.lantai is not None else "."
        )
        notes = [
            *([falling] if has_falling else []),
            f"Kategori: {self.skala_kategori.nama} ({self.skala_kategori.keterangan}).",
            "Rata-rata keseluruhan: rata-rata "
            + ("seluruh indikator" if self.rata_rata is RataRata.INDIKATOR else "dari sasaran")
            + (", berbobot di dalam sasaran" if self.berbobot else "")
            + " yang dapat dihitung, dari angka sebelum dibulatkan.",
        ]
        if self.cap_capaian is not None:
            notes.append(f"Capaian dibatasi paling tinggi {format_angka(self.cap_capaian)}%.")
        if self.cap_rata_rata is not None:
            notes.append(
                f"Di dalam rata-rata, capaian dibatasi {format_angka(self.cap_rata_rata)}%."
            )
        if self.pembulatan is Pembulatan.POTONG:
            notes.append(f"Angka dipotong pada {self.digit} desimal.")
        return notes
