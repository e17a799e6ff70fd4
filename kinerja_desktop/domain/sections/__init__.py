"""The sections of an office's data, described once.

`docs/architecture.md` §3, *sections as data*.
"""

from collections.abc import Iterable, Mapping

from kinerja_desktop.domain.capaian.snapshot import BAPPEDA, KECAMATAN
from kinerja_desktop.domain.sections.anggaran import (
    MATA_ANGGARAN,
    PAGU,
    PROGRAM_SASARAN,
    REALISASI_ANGGARAN,
)
from kinerja_desktop.domain.sections.evaluasi import DIALOG_KINERJA
from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.domain.sections.indikator import (
    INDIKATOR,
    RENCANA_AKSI,
    RENCANA_AKSI_BULANAN,
    TARGET_TAHUNAN,
)
from kinerja_desktop.domain.sections.instansi import HARI_LIBUR, INSTANSI, PROFIL_RUMUS
from kinerja_desktop.domain.sections.lke import (
    JAWABAN_LKE,
    LHE,
    PUBLIKASI_DOKUMEN,
    REKOMENDASI_LHE,
)
from kinerja_desktop.domain.sections.pejabat import PEJABAT, PENEMPATAN, UNIT_KERJA
from kinerja_desktop.domain.sections.penerimaan import (
    PADANAN_INDIKATOR,
    PERANGKAT_DAERAH,
    TENGGAT_PELAPORAN,
)
from kinerja_desktop.domain.sections.perjanjian import BUTIR_PERJANJIAN, PERJANJIAN_KINERJA
from kinerja_desktop.domain.sections.realisasi import PEMBANDING, REALISASI
from kinerja_desktop.domain.sections.renstra import PERIODE_RENSTRA, SASARAN, TUJUAN
from kinerja_desktop.domain.sections.surat import BUKU_SURAT, SURAT, TUGAS

#: In such an order that a section comes after those it refers to.
SECTIONS: Mapping[str, Section] = {
    section.key: section
    for section in (
        INSTANSI, UNIT_KERJA, PEJABAT, PENEMPATAN, PROFIL_RUMUS, HARI_LIBUR,
        PERIODE_RENSTRA, TUJUAN, SASARAN,
        MATA_ANGGARAN, PROGRAM_SASARAN, PAGU, REALISASI_ANGGARAN,
        INDIKATOR, TARGET_TAHUNAN, RENCANA_AKSI, RENCANA_AKSI_BULANAN,
        PERJANJIAN_KINERJA, BUTIR_PERJANJIAN, REALISASI, PEMBANDING,
        BUKU_SURAT, SURAT, TUGAS, DIALOG_KINERJA,
        JAWABAN_LKE, LHE, REKOMENDASI_LHE, PUBLIKASI_DOKUMEN,
        PERANGKAT_DAERAH, TENGGAT_PELAPORAN, PADANAN_INDIKATOR,
    )
}  # fmt: skip

_OF_BAPPEDA = frozenset({"perangkat_daerah", "tenggat_pelaporan", "padanan_indikator"})
_OF_BOTH = frozenset({"instansi", "pejabat", "penempatan", "hari_libur", "buku_surat", "surat"})


def list_sections(*, is_bappeda: bool) -> Mapping[str, Section]:
    """Return the sections that a kind of office fills, in their order."""
    return {
        key: section
        for key, section in SECTIONS.items()
        if (key in _OF_BAPPEDA | _OF_BOTH if is_bappeda else key not in _OF_BAPPEDA)
    }


def kind_of_sections(keys: Iterable[str]) -> str:
    """Return of which kind an office is whose workbook has sheets of these sections."""
    return BAPPEDA if not _OF_BAPPEDA.isdisjoint(keys) else KECAMATAN
