"""First-draft sentences that sum the year up: ikhtisar, 3.1 and kesimpulan."""

from collections.abc import Sequence
from fractions import Fraction

from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip
from kinerja_desktop.domain.lkjip.kalimat_anggaran import tell_money
from kinerja_desktop.domain.lkjip.kalimat_banding import counted
from kinerja_desktop.domain.lkjip.kalimat_sebab import tell_cause
from kinerja_desktop.domain.lkjip.kata import (
    STATES,
    angka_persen,
    count,
    escape,
    finish,
    items,
    paragraphs,
    persen,
    sentences,
)
from kinerja_desktop.domain.lkjip.kutipan import shorten

#: How many obstacles and steps the Ikhtisar has, those of the lowest capaian first.
_MAIN = 5
#: How many indicators below their target are listed before the table of all (3.1).
_MOST = 10
_LEFT = {Keadaan.BELUM_DIISI: "belum diisi realisasinya"}


def write_ikhtisar(analisis: AnalisisLkjip, bab: str) -> str:
    """Sum the year up on a page (`docs/sakip.md` §7.4): figures, lowest, money, obstacles, next.

    Args:
        analisis: the figures.
        bab: where each obstacle is told wholly, "Bab III"; empty for nowhere.
    """
    by_need = sorted(analisis.hasil.indikator, key=_need)
    obstacles = [finish(item.narasi.penghambat) for item in by_need]
    steps = [finish(item.narasi.tindak_lanjut) for item in by_need]
    return paragraphs(
        [
            sentences([_scope(analisis), _overall(analisis)]),
            sentences([_share_met(analisis), _lowest(analisis, bab)]),
            tell_money(analisis),
            _main("Hambatan utama yang dihadapi adalah sebagai berikut:", obstacles, bab),
            _main("Langkah berikutnya yang akan ditempuh meliputi:", steps, bab),
        ]
    )


def write_capaian(analisis: AnalisisLkjip) -> str:
    """Introduce the table of all capaian (3.1)."""
    return paragraphs(
        [sentences([_scope(analisis), _overall(analisis), _share_met(analisis)]), _below(analisis)]
    )


def write_kesimpulan(analisis: AnalisisLkjip, bab: str) -> str:
    """Conclude: the overall figure, what was met, what it cost (4.1); see `write_ikhtisar`."""
    mean = _overall(analisis)
    if mean:
        mean = f"Berdasarkan pengukuran tahun {analisis.bahan.tahun}, r{mean[1:]}"
    told = [mean, _share_met(analisis), _lowest(analisis, bab)]
    return paragraphs([sentences(told), tell_money(analisis)])


def listed(intro: str, lines: Sequence[str]) -> str:
    """Return a list below its introduction, each line once; empty for none."""
    unique = list(dict.fromkeys(lines))
    return paragraphs([intro, items(unique)]) if unique else ""


def _need(item: HasilIndikator) -> Fraction:
    """Order by capaian, the lowest first; what has none comes last."""
    exact = item.utama.capaian.tepat
    return Fraction(10**9) if exact is None else exact


def _main(intro: str, texts: Sequence[str], bab: str) -> str:
    """List the first few; a long one with its first sentence, and where the rest stands."""
    unique = list(dict.fromkeys(text for text in texts if text))
    lines = [shorten(text, bab) for text in unique[:_MAIN]]
    rest = len(unique) - _MAIN
    where = f", diuraikan dalam {bab}" if bab else ""
    more = f"Selain itu terdapat {count(rest, 'hal')} lain{where}." if rest > 0 else ""
    return paragraphs([listed(intro, lines), more])


def _scope(analisis: AnalisisLkjip) -> str:
    number = len(analisis.hasil.indikator)
    if not number:
        return ""
    own = sum(len(group.indikator) for group in analisis.sasaran)
    parts = [f"{count(own, 'indikator')} pada tujuan dan sasaran strategis"] if own else []
    if rest := number - own:
        parts.append(f"{count(rest, 'indikator')} pada program dan kegiatan")
    where = " serta ".join(parts)
    return (
        f"Pada tahun {analisis.bahan.tahun} Kecamatan {escape(analisis.bahan.instansi.kecamatan)} "
        f"mengukur {where}."
    )


def _overall(analisis: AnalisisLkjip) -> str:
    mean = analisis.hasil.rata_rata
    if mean.tampil is None:
        return ""
    kategori = f" (kategori {mean.kategori})" if mean.kategori else ""
    return (
        f"Rata-rata capaian kinerja mencapai {angka_persen(mean.tampil)}{kategori}, "
        f"{counted(mean)}."
    )


def _share_met(analisis: AnalisisLkjip) -> str:
    """Say how many indicators met their target; all states together make up the whole."""
    scored = _scored(analisis)
    below = sum(item.is_below_target for item in scored)
    shares = (
        (len(scored) - below, "mencapai atau melampaui target"),
        (below, "belum mencapai target"),
    )
    parts = [f"{count(number, 'indikator')} {words}" for number, words in shares if number]
    left = [
        f"{count(number, 'indikator')} {_LEFT.get(keadaan, words)}"
        for keadaan, words in STATES.items()
        if (number := _in_state(analisis, keadaan))
    ]
    first = f"Sebanyak {join_words(parts)}." if parts else ""
    head = "Adapun" if parts else "Sebanyak"
    return sentences([first, f"{head} {join_words(left)}." if left else ""])


def _below(analisis: AnalisisLkjip) -> str:
    """List what is below target; of more than a few the lowest, for the table shows them all."""
    below = [item for item in _scored(analisis) if item.is_below_target]
    intro = "Indikator yang belum mencapai target adalah sebagai berikut:"
    if len(below) > _MOST:
        below = sorted(below, key=_need)[:_MOST]
        intro = (
            f"Dari indikator yang belum mencapai target, {_MOST} yang capaiannya paling rendah "
            "adalah sebagai berikut; selebihnya tampak dalam tabel:"
        )
    return listed(
        intro, [f"{escape(item.bahan.uraian)}: {persen(item.utama.capaian)}" for item in below]
    )


def _lowest(analisis: AnalisisLkjip, bab: str) -> str:
    scored = _scored(analisis)
    if len(scored) < 2:
        return ""
    lowest = min(scored, key=_need)
    if _need(lowest) == max(map(_need, scored)):
        return ""
    cause = finish(lowest.narasi.penghambat)
    return sentences(
        [
            f"Capaian terendah terdapat pada {escape(lowest.bahan.uraian)}, yaitu "
            f"{persen(lowest.utama.capaian)}.",
            tell_cause(shorten(cause, bab)),
        ]
    )


def _scored(analisis: AnalisisLkjip) -> list[HasilIndikator]:
    return [item for item in analisis.hasil.indikator if item.utama.capaian.tepat is not None]


def _in_state(analisis: AnalisisLkjip, keadaan: Keadaan) -> int:
    return sum(item.utama.capaian.keadaan is keadaan for item in analisis.hasil.indikator)
