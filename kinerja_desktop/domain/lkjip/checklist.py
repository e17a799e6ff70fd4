"""The checklist reviu, answered where data can.

PermenPANRB 53/2014 III/2-2; `docs/sakip.md` §7.6.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi, KeadaanBagian


@dataclass(frozen=True)
class ButirChecklist:
    """A statement of the checklist.

    Attributes:
        kelompok: "Format", "Mekanisme penyusunan" or "Substansi".
        nomor: number within its group.
        pernyataan: as the regulation has it.
        terjawab: whether the data says that it is so; False leaves the box to a person.
    """

    kelompok: str
    nomor: int
    pernyataan: str
    terjawab: bool


Bagian = tuple[BagianTerisi, ...]
_Test = Callable[[AnalisisLkjip, Bagian], bool]


def fill_checklist(analisis: AnalisisLkjip, bagian: Bagian) -> list[ButirChecklist]:
    """Return all statements, ticked where the data proves them."""
    return [
        ButirChecklist(kelompok, nomor, words, test is not None and test(analisis, bagian))
        for kelompok, statements in _STATEMENTS
        for nomor, (words, test) in enumerate(statements, start=1)
    ]


def _has_target(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    hasil = analisis.hasil.indikator
    return bool(hasil) and all(item.utama.target is not None for item in hasil)


def _has_capaian(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    hasil = analisis.hasil.indikator
    return bool(hasil) and all(item.utama.capaian.tepat is not None for item in hasil)


def _has_attachments(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    return _is_printed(bagian, "lampiran_pk") and _is_printed(bagian, "lampiran_pengukuran")


def _has_improvements(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    return _is_printed(bagian, "strategi_masalah")


def _has_budget(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    return analisis.serapan is not None


def _follows_agreement(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    """Every sasaran of the report has a target that stands in a Perjanjian Kinerja."""
    items = [item for group in analisis.sasaran for item in group.indikator]
    return bool(items) and all(item.is_promised for item in items)


def _follows_renstra(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    return analisis.bahan.renstra is not None and bool(analisis.sasaran)


def _has_iku(analisis: AnalisisLkjip, bagian: Bagian) -> bool:
    return _is_printed(bagian, "lampiran_iku")


def _is_printed(bagian: Bagian, isi: str) -> bool:
    return any(
        item.cetak.bagian.isi == isi
        and item.cetak.tampil
        and item.keadaan not in (KeadaanBagian.KOSONG, KeadaanBagian.TIDAK_ADA)
        for item in bagian
    )


_STATEMENTS: tuple[tuple[str, tuple[tuple[str, _Test | None], ...]], ...] = (
    (
        "Format",
        (
            ("Laporan Kinerja (LKj) telah menampilkan data penting IP", None),
            ("LKj telah menyajikan informasi target kinerja", _has_target),
            ("LKj telah menyajikan capaian kinerja IP yang memadai", _has_capaian),
            (
                "Telah menyajikan dengan lampiran yang mendukung informasi pada badan laporan",
                _has_attachments,
            ),
            ("Telah menyajikan upaya perbaikan ke depan", _has_improvements),
            ("Telah menyajikan akuntabilitas keuangan", _has_budget),
        ),
    ),
    (
        "Mekanisme penyusunan",
        (
            ("LKj IP disusun oleh unit kerja yang memiliki tugas fungsi untuk itu", None),
            (
                "Informasi yang disampaikan dalam LKj telah didukung dengan data yang memadai",
                None,
            ),
            (
                "Telah terdapat mekanisme penyampaian data dan informasi dari unit kerja ke unit "
                "penyusun LKj",
                None,
            ),
            (
                "Telah ditetapkan penanggung jawab pengumpulan data/informasi di setiap unit kerja",
                None,
            ),
            (
                "Data/informasi kinerja yang disampaikan dalam LKj telah diyakini keandalannya",
                None,
            ),
            ("Analisis/penjelasan dalam LKj telah diketahui oleh unit kerja terkait", None),
            ("LKj IP bukan merupakan gabungan unit kerja di bawahnya", None),
        ),
    ),
    (
        "Substansi",
        (
            (
                "Tujuan/sasaran dalam LKj telah sesuai dengan tujuan/sasaran dalam perjanjian "
                "kinerja",
                _follows_agreement,
            ),
            (
                "Tujuan/sasaran dalam LKj telah selaras dengan rencana strategis",
                _follows_renstra,
            ),
            ("Jika butir 1 dan 2 jawabannya tidak, maka terdapat penjelasan yang memadai", None),
            (
                "Target indikator kinerja dalam LKj telah sesuai dengan perjanjian kinerja",
                _follows_agreement,
            ),
            (
                "IKU pada LKj telah sesuai dengan dokumen IKU yang ditetapkan",
                _has_iku,
            ),
            ("Jika butir 4 dan 5 jawabannya tidak, maka terdapat penjelasan yang memadai", None),
            (
                "Telah terdapat perbandingan data kinerja dengan tahun lalu, standar nasional dan "
                "sebagainya yang bermanfaat",
                None,
            ),
            ("IKU dan IK telah cukup mengukur tujuan/sasaran", None),
            ("Jika butir 8 jawabannya tidak, telah terdapat penjelasan yang memadai", None),
            ("IKU dan IK telah SMART", None),
        ),
    ),
)
