"""First-draft sentences of Bab I, Bab II and 4.2–4.4: the office, its plan, what comes next."""

from collections.abc import Callable, Mapping, Sequence

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisLkjip
from kinerja_desktop.domain.lkjip.bahan import SASARAN
from kinerja_desktop.domain.lkjip.kalimat_anggaran import write_anggaran
from kinerja_desktop.domain.lkjip.kalimat_banding import name_of
from kinerja_desktop.domain.lkjip.kalimat_lhe import write_tindak_lanjut_lhe
from kinerja_desktop.domain.lkjip.kalimat_nilai import name_value
from kinerja_desktop.domain.lkjip.kalimat_ringkasan import listed, write_capaian
from kinerja_desktop.domain.lkjip.kalimat_sebab import tell_next_step
from kinerja_desktop.domain.lkjip.kata import (
    count,
    escape,
    finish,
    paragraphs,
    sentences,
)
from kinerja_desktop.domain.lkjip.kutipan import inside_sentence, shorten

#: So many names stand before what they share.
_NAMED = 3
#: A text that says itself whose tugas it is.
_WHOLE = ("mempunyai tugas", "bertugas", "tugas pokok", "tugas camat", "tugas kecamatan")


def write_renstra(analisis: AnalisisLkjip) -> str:
    """Introduce the Renstra (2.1)."""
    bahan = analisis.bahan
    renstra = bahan.renstra
    if renstra is None:
        return ""
    number = f" yang ditetapkan dengan {escape(renstra.nomor)}" if renstra.nomor else ""
    dated = f" tanggal {format_tanggal(renstra.tanggal)}" if renstra.tanggal else ""
    intro = (
        f"Kinerja tahun {bahan.tahun} berpedoman pada Rencana Strategis (Renstra) Kecamatan "
        f"{escape(bahan.instansi.kecamatan)} tahun {renstra.awal}–{renstra.akhir}{number}{dated}."
    )
    tujuan = list(dict.fromkeys(item.tujuan or item.uraian for item in bahan.sasaran))
    sasaran = [item.uraian for item in bahan.sasaran if item.tingkat == SASARAN]
    return paragraphs(
        [
            intro,
            listed("Tujuan yang hendak dicapai adalah:", [finish(text) for text in tujuan]),
            listed("Sasaran strategisnya meliputi:", [finish(text) for text in sasaran]),
        ]
    )


def write_perjanjian(analisis: AnalisisLkjip) -> str:
    """Introduce the Perjanjian Kinerja (2.2): how many targets, of which paper.

    Nothing is said to be promised that stands only in the Renstra.
    """
    tahun = analisis.bahan.tahun
    targets = _all(analisis)
    promised = [item for item in targets if item.is_promised]
    planned = [item for item in targets if item.hasil.utama.target is not None]
    rest = count(len(planned) - len(promised), "indikator")
    if not promised:
        if not planned:
            return ""
        return (
            f"Perjanjian Kinerja tahun {tahun} belum dicatat. Target {rest} tahun {tahun} diambil "
            "dari Renstra."
        )
    named = join_words(list(dict.fromkeys(i.hasil.bahan.sumber_target for i in promised)))
    groups = [g for g in analisis.sasaran if any(item.is_promised for item in g.indikator)]
    text = (
        f"Pada tahun {tahun} Camat {escape(analisis.bahan.instansi.kecamatan)} "
        f"memperjanjikan {count(len(promised), 'indikator')} pada "
        f"{count(len(groups), 'tujuan dan sasaran')} menurut {escape(named)}."
    )
    left = f"Target {rest} lain diambil dari Renstra." if len(planned) > len(promised) else ""
    return sentences([text, left])


def write_strategi_perencanaan(analisis: AnalisisLkjip) -> str:
    """Name next year's Renstra targets (4.2); empty when there are none."""
    tahun = analisis.bahan.tahun + 1
    extra = {item.id: item for item in analisis.bahan.indikator}
    lines = []
    for item in _all(analisis):
        bahan = item.hasil.bahan
        target = extra[bahan.id].target_of(tahun) if bahan.id in extra else None
        if target is not None:
            lines.append(f"{escape(bahan.uraian)}: {name_value(target, bahan.satuan)}")
    return listed(f"Target kinerja tahun {tahun} menurut Renstra adalah sebagai berikut:", lines)


def write_strategi_masalah(analisis: AnalisisLkjip, bab: str) -> str:
    """Set each tindak lanjut beside its obstacle (4.3); empty when nobody wrote any.

    What several indicators share is told once, behind their names; a long obstacle is not told
    again.

    Args:
        analisis: the figures.
        bab: where each is told wholly, "Bab III"; empty for nowhere.
    """
    names: dict[tuple[str, str], list[str]] = {}
    for item in _all(analisis):
        cause, done = finish(item.hasil.narasi.penghambat), finish(item.hasil.narasi.tindak_lanjut)
        if done:
            names.setdefault((cause, done), []).append(name_of(item))
    lines = [
        f"{_few(found)}: {sentences([shorten(cause, bab), tell_next_step(shorten(done, bab))])}"
        for (cause, done), found in names.items()
    ]
    return listed("Masalah yang dihadapi dan pemecahannya adalah sebagai berikut:", lines)


def write_tugas(analisis: AnalisisLkjip) -> str:
    """Write the office's tugas and fungsi as it entered them; empty until then."""
    bahan = analisis.bahan
    fungsi = [line.strip(" -•\t") for line in bahan.fungsi.splitlines() if line.strip()]
    tugas = finish(bahan.tugas)
    if tugas and not any(words in tugas.casefold() for words in _WHOLE):
        office = f"Kecamatan {escape(bahan.instansi.kecamatan)}"
        tugas = f"{office} mempunyai tugas {inside_sentence(tugas)}"
    told = [text for line in fungsi if (text := finish(line))]
    return paragraphs(
        [tugas, listed("Dalam melaksanakan tugasnya, kecamatan menyelenggarakan fungsi:", told)]
    )


def write_pejabat(analisis: AnalisisLkjip) -> str:
    """Introduce the table of posts; empty when none is entered.

    It lists who carries out tasks as well, so it counts people, not pejabat.

    Its date stands above the table: a draft that changed every day would mark every text that was
    written over it as outdated.
    """
    number = len(analisis.bahan.pejabat)
    if not number:
        return ""
    return (
        f"Jabatan di Kecamatan {escape(analisis.bahan.instansi.kecamatan)} diisi oleh "
        f"{count(number, 'orang')}."
    )


def write_publikasi(analisis: AnalisisLkjip) -> str:
    """Say where the report is published, when the office has a laman (4.4); empty without one."""
    laman = analisis.bahan.instansi.laman.strip()
    if not laman:
        return ""
    return (
        "Laporan ini diumumkan kepada masyarakat melalui laman "
        f"{escape(laman)} sesudah ditandatangani."
    )


#: What fills a section with a first draft from figures, by `Bagian.isi`.
PENULIS: Mapping[str, Callable[[AnalisisLkjip], str]] = {
    "tugas_fungsi": write_tugas,
    "susunan_pejabat": write_pejabat,
    "rencana_strategis": write_renstra,
    "perjanjian": write_perjanjian,
    "capaian": write_capaian,
    "anggaran": write_anggaran,
    "strategi_perencanaan": write_strategi_perencanaan,
    "publikasi": write_publikasi,
    "tindak_lanjut_evaluasi": write_tindak_lanjut_lhe,
}


def _all(analisis: AnalisisLkjip) -> list[AnalisisIndikator]:
    return [item for group in analisis.sasaran for item in group.indikator]


def _few(names: Sequence[str]) -> str:
    """Join the first names, and say how many more there are."""
    if len(names) <= _NAMED:
        return join_words(names)
    return join_words([*names[:_NAMED], f"{count(len(names) - _NAMED, 'indikator')} lain"])
