"""First-draft sentences of the report as a whole: ikhtisar, Bab II, 3.1, 3.3 and penutup."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.angka.angka import format_persen
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisLkjip
from kinerja_desktop.domain.lkjip.bahan import SASARAN, BarisBelanja
from kinerja_desktop.domain.lkjip.kalimat_sebab import tell_missing_amounts
from kinerja_desktop.domain.lkjip.kata import (
    STATES,
    angka_persen,
    count,
    escape,
    finish,
    items,
    join_words,
    paragraphs,
    persen,
    rupiah,
    sentences,
    with_unit,
)


def write_ikhtisar(analisis: AnalisisLkjip) -> str:
    """Sum the year up on a page (`docs/sakip.md` §7.4): figures, lowest, money, obstacles, next."""
    return paragraphs(
        [
            sentences([_scope(analisis), _overall(analisis)]),
            sentences([_share_met(analisis), _lowest(analisis)]),
            _money(analisis),
            _listed("Hambatan utama:", _obstacles(analisis)),
            _listed("Langkah berikutnya:", _next_steps(analisis)),
        ]
    )


def write_capaian(analisis: AnalisisLkjip) -> str:
    """Introduce the table of all capaian (3.1)."""
    return paragraphs(
        [sentences([_scope(analisis), _overall(analisis), _share_met(analisis)]), _below(analisis)]
    )


def write_anggaran(analisis: AnalisisLkjip) -> str:
    """Introduce the table of the budget (3.3)."""
    if analisis.pagu is None:
        return ""
    return paragraphs([_money(analisis), _extremes(analisis.program), _last_year(analisis)])


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
            _listed("Tujuan yang hendak dicapai:", [finish(text) for text in tujuan]),
            _listed("Sasaran strategis:", [finish(text) for text in sasaran]),
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


def write_kesimpulan(analisis: AnalisisLkjip) -> str:
    """Conclude: the overall figure, what was met, what it cost (4.1)."""
    return paragraphs(
        [sentences([_overall(analisis), _share_met(analisis), _lowest(analisis)]), _money(analisis)]
    )


def write_strategi_perencanaan(analisis: AnalisisLkjip) -> str:
    """Name next year's Renstra targets (4.2); empty when there are none."""
    tahun = analisis.bahan.tahun + 1
    extra = {item.id: item for item in analisis.bahan.indikator}
    lines = []
    for item in _all(analisis):
        bahan = item.hasil.bahan
        target = extra[bahan.id].target_of(tahun) if bahan.id in extra else None
        if target is not None:
            lines.append(f"{escape(bahan.uraian)}: {with_unit(target, bahan.satuan)}")
    return _listed(f"Target kinerja tahun {tahun} menurut Renstra:", lines)


def write_strategi_masalah(analisis: AnalisisLkjip) -> str:
    """Set each tindak lanjut beside its obstacle (4.3); empty when nobody wrote any."""
    lines = []
    for item in _all(analisis):
        cause, done = finish(item.hasil.narasi.penghambat), finish(item.hasil.narasi.tindak_lanjut)
        if done:
            told = sentences([cause, f"Tindak lanjut: {done}"])
            lines.append(f"**{escape(item.hasil.bahan.uraian)}**: {told}")
    return _listed("Masalah yang dihadapi dan pemecahannya:", lines)


def write_tugas(analisis: AnalisisLkjip) -> str:
    """Write the office's tugas and fungsi as it entered them; empty until then."""
    bahan = analisis.bahan
    fungsi = [line.strip(" -•\t") for line in bahan.fungsi.splitlines() if line.strip()]
    tugas = finish(bahan.tugas)
    told = [text for line in fungsi if (text := finish(line))]
    return paragraphs([f"Tugas: {tugas}" if tugas else "", _listed("Fungsi:", told)])


def write_pejabat(analisis: AnalisisLkjip) -> str:
    """Introduce the table of posts; empty when none is entered.

    Its date stands above the table: a draft that changed every day would mark every text that was
    written over it as outdated.
    """
    number = len(analisis.bahan.pejabat)
    if not number:
        return ""
    return (
        f"Jabatan di Kecamatan {escape(analisis.bahan.instansi.kecamatan)} diisi oleh "
        f"{count(number, 'pejabat')}."
    )


#: What fills a section with a first draft from figures, by `Bagian.isi`.
PENULIS: Mapping[str, Callable[[AnalisisLkjip], str]] = {
    "ikhtisar": write_ikhtisar,
    "tugas_fungsi": write_tugas,
    "susunan_pejabat": write_pejabat,
    "rencana_strategis": write_renstra,
    "perjanjian": write_perjanjian,
    "capaian": write_capaian,
    "anggaran": write_anggaran,
    "kesimpulan": write_kesimpulan,
    "strategi_perencanaan": write_strategi_perencanaan,
    "strategi_masalah": write_strategi_masalah,
}


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
    return (
        f"Rata-rata capaian kinerja {angka_persen(mean.tampil)} dengan kategori "
        f"**{mean.kategori}**, dihitung atas {mean.keterangan}."
    )


def _share_met(analisis: AnalisisLkjip) -> str:
    """Say how many indicators met their target; all states together make up the whole."""
    scored = _scored(analisis)
    below = sum(item.is_below_target for item in scored)
    shares = (
        (len(scored) - below, "mencapai atau melampaui target"),
        (below, "di bawah target"),
    )
    parts = [f"{count(number, 'indikator')} {words}" for number, words in shares if number]
    text = f"Sebanyak {join_words(parts)}." if parts else ""
    left = [
        f"{count(number, 'indikator')} {words}."
        for keadaan, words in STATES.items()
        if (number := _in_state(analisis, keadaan))
    ]
    return sentences([text, *left])


def _below(analisis: AnalisisLkjip) -> str:
    lines = [
        f"{escape(item.bahan.uraian)}: {persen(item.utama.capaian)}"
        for item in _scored(analisis)
        if item.is_below_target
    ]
    return _listed("Indikator yang belum mencapai target:", lines)


def _lowest(analisis: AnalisisLkjip) -> str:
    scored = _scored(analisis)
    if len(scored) < 2:
        return ""
    lowest = min(scored, key=_exact)
    if _exact(lowest) == max(map(_exact, scored)):
        return ""
    cause = finish(lowest.narasi.penghambat)
    reason = f" Penyebabnya: {cause}" if cause else ""
    return (
        f"Capaian terendah pada {escape(lowest.bahan.uraian)}, yaitu "
        f"{persen(lowest.utama.capaian)}.{reason}"
    )


def _money(analisis: AnalisisLkjip) -> str:
    if analisis.pagu is None:
        return ""
    if analisis.realisasi is None:
        budget = f"Anggaran tahun {analisis.bahan.tahun} {rupiah(analisis.pagu)}"
        return f"{budget}; realisasinya belum diisi."
    serapan = compute_serapan(analisis.pagu, analisis.realisasi)
    share = f" atau {format_persen(serapan)}" if serapan is not None else ""
    rest = analisis.pagu - analisis.realisasi
    left = f"Sisa anggaran {rupiah(rest)}." if rest > 0 else ""
    if rest < 0:
        left = f"Realisasi melebihi anggaran sebesar {rupiah(-rest)}."
    spent = (
        f"Anggaran tahun {analisis.bahan.tahun} {rupiah(analisis.pagu)} terealisasi "
        f"{rupiah(analisis.realisasi)}{share}."
    )
    return sentences([spent, left, tell_missing_amounts(analisis.program)])


def _extremes(program: Sequence[BarisBelanja]) -> str:
    known = [
        (serapan, row)
        for row in program
        if (serapan := compute_serapan(row.pagu, row.realisasi)) is not None
    ]
    if len(known) < 2:
        return ""
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    if high[0] == low[0]:
        return f"Serapan semua program sama, yaitu {format_persen(high[0])}."
    return (
        f"Serapan tertinggi pada {escape(high[1].nama)} ({format_persen(high[0])}) dan terendah "
        f"pada {escape(low[1].nama)} ({format_persen(low[0])})."
    )


def _last_year(analisis: AnalisisLkjip) -> str:
    lalu = [row for row in analisis.bahan.belanja_lalu if row.tahun == analisis.bahan.tahun - 1]
    if not lalu or analisis.realisasi is None:
        return ""
    before = compute_serapan(lalu[0].pagu, lalu[0].realisasi)
    now = compute_serapan(analisis.pagu, analisis.realisasi)
    if before is None or now is None:
        return ""
    verb = "sama dengan" if now == before else "naik dari" if now > before else "turun dari"
    return f"Serapan tahun ini {verb} tahun {lalu[0].tahun} yang sebesar {format_persen(before)}."


def _obstacles(analisis: AnalisisLkjip) -> list[str]:
    return [text for item in analisis.hasil.indikator if (text := finish(item.narasi.penghambat))]


def _next_steps(analisis: AnalisisLkjip) -> list[str]:
    return [
        text for item in analisis.hasil.indikator if (text := finish(item.narasi.tindak_lanjut))
    ]


def _listed(intro: str, lines: Sequence[str]) -> str:
    unique = list(dict.fromkeys(lines))
    return paragraphs([intro, items(unique)]) if unique else ""


def _all(analisis: AnalisisLkjip) -> list[AnalisisIndikator]:
    return [item for group in analisis.sasaran for item in group.indikator]


def _scored(analisis: AnalisisLkjip) -> list[HasilIndikator]:
    return [item for item in analisis.hasil.indikator if item.utama.capaian.tepat is not None]


def _exact(item: HasilIndikator) -> Fraction:
    return item.utama.capaian.tepat or Fraction(0)


def _in_state(analisis: AnalisisLkjip, keadaan: Keadaan) -> int:
    return sum(item.utama.capaian.keadaan is keadaan for item in analisis.hasil.indikator)
