"""First-draft sentences of comparisons 5–7: causes and solutions, efficiency, programs."""

from collections.abc import Callable, Iterable, Sequence

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.angka.angka import format_persen, format_rupiah
from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.capaian.efisiensi import HasilEfisiensi
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, mean_of
from kinerja_desktop.domain.capaian.profil import Efisiensi
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisLkjip, AnalisisSasaran
from kinerja_desktop.domain.lkjip.bahan import BarisBelanja
from kinerja_desktop.domain.lkjip.bersama import Kalimat, Tuturan, tell
from kinerja_desktop.domain.lkjip.kalimat_banding import name_of
from kinerja_desktop.domain.lkjip.kalimat_nilai import tell_realisasi
from kinerja_desktop.domain.lkjip.kalimat_tahun import describe_change, tell_trend
from kinerja_desktop.domain.lkjip.kata import (
    angka,
    angka_persen,
    count,
    escape,
    finish,
    items,
    paragraphs,
    persen,
    rupiah,
    sentences,
)
from kinerja_desktop.domain.lkjip.kutipan import in_running_text, inside_sentence, is_one_sentence
from kinerja_desktop.domain.lkjip.penunjang import indicators_of, own_indicators

#: So many indicators of a program are named behind it; of more there is their mean.
_NAMED = 3


def explain_causes(sasaran: AnalisisSasaran) -> str:
    """Tell why targets were met or missed, and what is done about it (comparison 5).

    Only what people wrote on the page Pengukuran explains a figure; where nobody wrote anything
    the draft stays empty, so that the gap is seen.
    """
    told = [(item, _story(item)) for item in sasaran.indikator]
    return tell(
        [
            Tuturan(name_of(item), (Kalimat(_cause(item, place)), *story))
            for place, (item, story) in enumerate((item, story) for item, story in told if story)
        ]
    )


def tell_cause(cause: str) -> str:
    """Say what an obstacle did: ``Hal ini disebabkan oleh …``; of a long one, its own words.

    Args:
        cause: as `kata.finish` returned it.
    """
    if is_one_sentence(cause):
        return f"Hal ini disebabkan oleh {inside_sentence(cause)}"
    return f"Penyebabnya diuraikan sebagai berikut. {cause}" if cause else ""


def tell_next_step(done: str) -> str:
    """Say what is done about an obstacle: ``Tindak lanjutnya adalah …``."""
    if is_one_sentence(done):
        return f"Tindak lanjutnya adalah {inside_sentence(done)}"
    return f"Tindak lanjutnya diuraikan sebagai berikut. {done}" if done else ""


def explain_efficiency(sasaran: AnalisisSasaran, metode: Efisiensi) -> str:
    """Compare what was reached with what it cost, by the profile's method (comparison 6)."""
    if not sasaran.program or sasaran.pagu is None or sasaran.realisasi is None:
        return ""
    if metode is Efisiensi.EF_MANUAL:
        # The office says it in its own words; until then the gap is seen.
        return ""
    cost = (
        f"Dari pagu {rupiah(sasaran.pagu)} untuk sasaran ini terealisasi "
        f"{rupiah(sasaran.realisasi)}"
    )
    serapan = compute_serapan(sasaran.pagu, sasaran.realisasi)
    if serapan is None or sasaran.rata_rata.tampil is None:
        return f"{cost}. Efisiensinya belum dapat dihitung."
    reached = f"Rata-rata capaian sasaran mencapai {angka_persen(sasaran.rata_rata.tampil)}."
    missing = tell_missing_amounts(sasaran.program)
    spent = f"{cost} ({format_persen(serapan)})."
    return sentences([spent, missing, reached, _efficiency(sasaran, metode)])


def explain_programs(analisis: AnalisisLkjip, sasaran: AnalisisSasaran) -> str:
    """Name the programs that carried a sasaran, and how they fared (comparison 7)."""
    if not sasaran.program:
        return ""
    met = all((item.hasil.utama.capaian.tepat or 0) >= 100 for item in sasaran.indikator)
    verb = "ditunjang oleh" if met and sasaran.indikator else "diupayakan melalui"
    intro = f"Pencapaian sasaran ini {verb} {count(len(sasaran.program), 'program')}:"
    lines = [_program(analisis, row) for row in sasaran.program]
    return paragraphs([intro, items(lines), _measured_lines(analisis, sasaran)])


def tell_missing_amounts(program: Iterable[BarisBelanja]) -> str:
    """Say of how many programs an amount is missing, so that a sum is not taken for the whole."""
    blank = sum(row.pagu is None or row.realisasi is None for row in program)
    if not blank:
        return ""
    return f"Sebanyak {count(blank, 'program')} belum lengkap pagu atau realisasinya."


def _story(item: AnalisisIndikator) -> list[Kalimat]:
    narasi = item.hasil.narasi
    missed = (item.hasil.utama.capaian.tepat or 0) < 100
    return [
        *_told(narasi.pendorong, "faktor pendorongnya adalah", "Faktor pendorongnya"),
        *(
            _told(narasi.penghambat, "hal ini disebabkan oleh", "Penyebabnya")
            if missed
            else _told(narasi.penghambat, "hambatan yang dihadapi adalah", "Hambatannya")
        ),
        *_told(narasi.tindak_lanjut, "tindak lanjutnya adalah", "Solusi dan tindak lanjutnya"),
    ]


def _told(text: str, verb: str, head: str) -> list[Kalimat]:
    """Put what people wrote behind a verb; several sentences of theirs stay as they are."""
    words = finish(text)
    if not words:
        return []
    if is_one_sentence(words):
        said = f"{verb} {inside_sentence(words)}"
        return [Kalimat(f"{said[0].upper()}{said[1:]}", said.removesuffix("."))]
    whole = f"{head} diuraikan sebagai berikut. {words}"
    return [Kalimat(whole, f"{whole[0].lower()}{whole[1:]}".removesuffix("."))]


def _cause(item: AnalisisIndikator, place: int) -> str:
    capaian, name = item.hasil.utama.capaian, name_of(item)
    if capaian.tampil is None:
        return f"Capaian {name} {persen(capaian)}."
    reached = (
        f"{name} memperoleh capaian {persen(capaian)}"
        if place % 2
        else f"Capaian {name} sebesar {persen(capaian)}"
    )
    before = item.tahun_sebelum
    if before is None:
        return f"{reached}."
    moved = describe_change(before, item)
    return f"{reached} dengan realisasi yang {moved}{tell_trend(before, item)}."


def _efficiency(sasaran: AnalisisSasaran, metode: Efisiensi) -> str:
    found = sasaran.efisiensi
    return _METHODS[metode](found, sasaran) if found else "Efisiensinya belum dapat dihitung."


def _selisih(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    return (
        f"Selisih capaian dan serapan sebesar {angka(found.nilai)} poin persen, sehingga "
        f"penggunaan sumber daya dinilai **{found.label.lower()}**."
    )


def _pmk(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    value = sasaran.nilai_efisiensi
    score = f" dengan nilai efisiensi {angka(value)}" if value is not None else ""
    return f"Efisiensi menurut PMK 22/2021 mencapai {angka_persen(found.nilai)}{score}."


def _rasio(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    return (
        f"Rasio serapan terhadap capaian sebesar {angka(found.nilai)}, sehingga penggunaan "
        f"sumber daya dinilai **{found.label.lower()}**."
    )


def _sisa(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    if found.nilai < 0:
        return f"Realisasi melebihi anggaran sebesar {format_rupiah(-found.nilai)}."
    if found.nilai == 0:
        return "Seluruh anggaran terpakai."
    kind = "merupakan efisiensi" if found.label == "Efisien" else "merupakan sisa anggaran"
    return f"Anggaran yang tidak terpakai sebesar {format_rupiah(found.nilai)} {kind}."


_METHODS: dict[Efisiensi, Callable[[HasilEfisiensi, AnalisisSasaran], str]] = {
    Efisiensi.EF_SELISIH: _selisih,
    Efisiensi.EF_PMK: _pmk,
    Efisiensi.EF_RASIO: _rasio,
    Efisiensi.EF_RUPIAH: _sisa,
}


def _program(analisis: AnalisisLkjip, row: BarisBelanja) -> str:
    name = f"{escape(in_running_text(row.nama))}:"
    measured = _measured(analisis, indicators_of(analisis, row.kode))
    return sentences([name, "; ".join(filter(None, [_spent(row), measured]))]) + "."


def _spent(row: BarisBelanja) -> str:
    serapan = compute_serapan(row.pagu, row.realisasi)
    share = f" ({format_persen(serapan)})" if serapan is not None else ""
    if row.pagu is None and row.realisasi is None:
        return "pagu dan realisasinya belum diisi"
    if row.pagu is None:
        return f"pagunya belum diisi, sedangkan realisasinya sebesar {rupiah(row.realisasi)}"
    if row.realisasi is None:
        return f"pagunya sebesar {rupiah(row.pagu)}, sedangkan realisasinya belum diisi"
    return f"dari pagu {rupiah(row.pagu)} terealisasi {rupiah(row.realisasi)}{share}"


def _measured(analisis: AnalisisLkjip, found: Sequence[HasilIndikator]) -> str:
    """Tell the indicators of a program, or of more than a few their mean."""
    if len(found) <= _NAMED:
        return "; ".join(_one(item) for item in found)
    mean = mean_of(found, analisis.profil, berbobot=analisis.profil.berbobot)
    if mean.tampil is None:
        return f"capaian {count(len(found), 'indikator')} di dalamnya belum dapat dihitung"
    return (
        f"rata-rata capaian {count(mean.terhitung, 'indikator')} di dalamnya mencapai "
        f"{angka_persen(mean.tampil)}"
    )


def _one(item: HasilIndikator) -> str:
    utama, name = item.utama, escape(item.bahan.uraian)
    if utama.realisasi is None:
        return f"{name} {persen(utama.capaian)}"
    done = tell_realisasi(utama.realisasi, utama.target, item.bahan.satuan)
    return f"{name} {done} dengan capaian {persen(utama.capaian)}"


def _measured_lines(analisis: AnalisisLkjip, sasaran: AnalisisSasaran) -> str:
    """Say how many of the lines below have an indicator; the table shows their capaian."""
    lines = sasaran.rincian
    blank = [
        f"{number} {name}"
        for tingkat, name in enumerate(("program", "kegiatan", "sub kegiatan"))
        if (
            number := sum(
                row.tingkat == tingkat and not own_indicators(analisis, row.kode) for row in lines
            )
        )
    ]
    if not blank:
        return "Capaian setiap program, kegiatan, dan sub kegiatan disajikan dalam tabel berikut."
    return (
        "Capaian program, kegiatan, dan sub kegiatan disajikan dalam tabel berikut; "
        f"{join_words(blank)} belum mempunyai indikator sendiri."
    )
