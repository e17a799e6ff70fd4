"""The slides: a summary, then one for each sasaran; each is built when it is turned to."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.capaian.tindak_lanjut import write_penanggung_jawab
from kinerja_desktop.domain.laporan.grafik_kinerja import is_out_of_turn
from kinerja_desktop.domain.laporan.mode_baca import (
    AngkaTampil,
    LembarBaca,
    chart_lembar,
    name_keadaan,
)
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_capaian
from kinerja_desktop.domain.laporan.ringkasan_camat import (
    TIDAK_ADA,
    judul_menunggu,
    shorten,
    write_lalu,
    write_rata,
    write_selisih,
    write_serapan,
)
from kinerja_desktop.services.pimpinan.baca import IsiBaca
from kinerja_desktop.ui.base.style import LARGE, MEDIUM
from kinerja_desktop.ui.base.style import SMALL as TIGHT
from kinerja_desktop.ui.grafik.view import ChartView, ScreenChart
from kinerja_desktop.ui.pimpinan.large import FIGURE, SMALL, TITLE, WORDS, chip, label, scaled
from kinerja_desktop.ui.pimpinan.last_time import Terakhir

_HEADS = ("Indikator", "Target", "Realisasi", "Capaian (%)", "Kategori")
#: Letters of a story by how many stand on the slide; of a title; how much waits is listed.
_STORY = {0: 0, 1: 420, 2: 200, 3: 130}
_TITLE_LETTERS, _WAITING = 150, (9, 7, 5, 4)
#: What is left of the letters of a story on a slide that tells less.
_STORY_SHARE = (1.0, 1.0, 0.7, 0.5)
#: Up to how many lines a slide is set how much larger.
_EASE = ((1, 1.6), (4, 1.4), (6, 1.25), (float("inf"), 1.12))


def make_summary(
    isi: IsiBaca, terakhir: Terakhir | None, changed: Mapping[str, AngkaTampil],
    points: float, terse: int,
) -> QWidget:  # fmt: skip
    """Return the first slide: the mean, the budget, what changed, what waits."""
    made = QWidget()
    columns = QHBoxLayout(made)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(3 * LARGE)
    columns.addLayout(_mean(isi, terakhir, changed, points), 5)
    columns.addLayout(_waiting(isi, points, _WAITING[terse]), 6)
    return made


def _mean(
    isi: IsiBaca, terakhir: Terakhir | None, changed: Mapping[str, AngkaTampil], points: float
) -> QVBoxLayout:
    rata, column = isi.hasil.rata_rata, QVBoxLayout()
    column.setSpacing(LARGE)
    mean = write_rata(rata, isi.hasil.indikator)
    column.addWidget(label("Rata-rata capaian", points * WORDS))
    is_figure = rata.tampil is not None
    figure = label(
        f"{mean}%" if is_figure else mean, points * (FIGURE if is_figure else TITLE), bold=True
    )
    column.addWidget(figure)
    column.addWidget(chip(rata.kategori, rata.warna, points * WORDS))
    column.addWidget(label(f"{rata.keterangan} · {_tell_before(isi)}", points * SMALL))
    column.addWidget(label(f"Serapan anggaran: {write_serapan(isi.anggaran)}", points * SMALL))
    column.addWidget(label(_tell_changes(terakhir, changed), points * SMALL, bold=bool(changed)))
    column.addStretch()
    return column


def _waiting(isi: IsiBaca, points: float, most: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(MEDIUM)
    column.addWidget(label(judul_menunggu(isi.periode, isi.hari), points * WORDS, bold=True))
    for text in _list_waiting(isi, most):
        column.addWidget(label(text, points * SMALL))
    column.addStretch()
    return column


def make_capaian(chart: ScreenChart, points: float) -> QWidget:
    """Return a slide of bars over the whole width, such as capaian of each sasaran."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(MEDIUM)
    layout.addWidget(label(chart.title, points * TITLE, bold=True))
    layout.addWidget(_chart(chart, points), 1)
    return made


def _tell_before(isi: IsiBaca) -> str:
    before = write_lalu(isi.lalu.rata_rata)
    if before == TIDAK_ADA:
        return "tahun lalu tidak ada"
    change = write_selisih(isi.hasil.rata_rata, isi.lalu.rata_rata)
    return f"tahun lalu {before}%" + (f" (selisih {change})" if change else "")


def _tell_changes(terakhir: Terakhir | None, changed: Mapping[str, AngkaTampil]) -> str:
    if terakhir is None:
        return "Belum dibaca sebelum hari ini."
    day = format_tanggal(terakhir.hari)
    if not changed:
        return f"Tidak ada angka yang berubah sejak dibaca {day}."
    return f"↻ {len(changed)} indikator berubah sejak dibaca {day}."


def _list_waiting(isi: IsiBaca, most: int) -> list[str]:
    if not isi.menunggu:
        return ["Tidak ada yang terlambat atau menunggu."]
    lines = [f"• {shorten(item.apa, 80)}, {item.keterangan}" for item in isi.menunggu[:most]]
    rest = len(isi.menunggu) - most
    return [*lines, f"dan {rest} hal lain."] if rest > 0 else lines


def make_slide(
    lembar: LembarBaca, terakhir: Terakhir | None, changed: Mapping[str, AngkaTampil],
    points: float, terse: int,
) -> QWidget:  # fmt: skip
    """Return the slide of a sasaran: figures, what changed, chart, and what is told of them.

    Where there is little room the chart goes first, as the table has its figures; then stories
    are cut.
    """
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(MEDIUM)
    title = f"{shorten(lembar.judul, _TITLE_LETTERS)}"
    if lembar.bagian:
        title = f"{title} ({lembar.bagian})"
    layout.addWidget(label(title, points * TITLE, bold=True))
    layout.addLayout(_mean_row(lembar, points))
    figures = _figures(lembar, terakhir, changed, points)
    layout.addLayout(figures)
    below = QHBoxLayout()
    below.setSpacing(2 * LARGE)
    stories = _stories(lembar, points, _STORY_SHARE[terse])
    if stories is not None:
        below.addWidget(stories, 6)
    if terse > 1:
        layout.setSpacing(TIGHT)
        figures.setVerticalSpacing(TIGHT)
    if stories is None or not terse:
        below.addWidget(_chart(chart_lembar(lembar), points), 5)
    layout.addLayout(below, 1)
    return made


def ease_of(lembar: LembarBaca) -> float:
    """Return by how much a slide is larger that has little to tell."""
    told = sum(says_something(text) for item in lembar.indikator for _, text in _list_story(item))
    lines = len(lembar.indikator) + 1.5 * told
    return next(size for most, size in _EASE if lines <= most)


def _mean_row(lembar: LembarBaca, points: float) -> QHBoxLayout:
    banding = lembar.banding
    is_figure = bool(banding.kategori)
    row = QHBoxLayout()
    row.setSpacing(LARGE)
    words = f"Rata-rata {banding.capaian}%"
    if not is_figure:
        words = f"Belum ada rata-rata: {banding.capaian}"
    middle = Qt.AlignmentFlag.AlignVCenter
    row.addWidget(label(words, points * WORDS, bold=True, wrap=False), 0, middle)
    row.addWidget(chip(banding.kategori, lembar.warna, points * SMALL), 0, middle)
    before = f"tahun lalu {banding.lalu}" + ("%" if banding.lalu != TIDAK_ADA else "")
    if banding.selisih:
        before = f"{before}, selisih {banding.selisih}"
    row.addWidget(label(before, points * SMALL, wrap=False), 0, middle)
    row.addStretch()
    return row


def _figures(
    lembar: LembarBaca, terakhir: Terakhir | None, changed: Mapping[str, AngkaTampil],
    points: float,
) -> QGridLayout:  # fmt: skip
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * LARGE)
    grid.setVerticalSpacing(MEDIUM)
    grid.setColumnStretch(0, 1)
    for column, head in enumerate(_HEADS):
        grid.addWidget(label(head, points * SMALL, right=0 < column < 4, wrap=False), 0, column)
    grid.addWidget(_rule(), 1, 0, 1, len(_HEADS))
    row = 2
    for number, item in enumerate(lembar.indikator, start=1):
        for column, text in enumerate(_cells(item, number)):
            is_figure = 0 < column < 4
            cell = label(
                text, points * WORDS, bold=column == 3, right=is_figure, wrap=not is_figure
            )
            cell.setAccessibleName(f"{_HEADS[column]}: {text}")
            grid.addWidget(cell, row, column)
        capaian = item.utama.capaian
        word = chip(capaian.kategori, capaian.warna, points * SMALL)
        word.setAccessibleName(f"{_HEADS[4]}: {capaian.kategori}")
        grid.addWidget(word, row, 4, Qt.AlignmentFlag.AlignTop)
        row += 1
        old = changed.get(item.bahan.id)
        if old is not None and terakhir is not None:
            grid.addWidget(_changed(old, terakhir, points), row, 0, 1, len(_HEADS))
            row += 1
        grid.addWidget(_rule(), row, 0, 1, len(_HEADS))
        row += 1
    return grid


def _cells(item: HasilIndikator, number: int) -> tuple[str, str, str, str]:
    utama = item.utama
    capaian = angka_capaian(utama.capaian).teks
    if utama.capaian.keadaan is not Keadaan.NILAI:
        capaian = name_keadaan(item)
    name = f"{number}. {shorten(item.bahan.uraian, _TITLE_LETTERS)}"
    if item.bahan.satuan:
        name = f"{name} ({item.bahan.satuan})"
    # What does not apply is neither missing nor owed.
    is_owed = utama.capaian.keadaan is not Keadaan.TIDAK_BERLAKU and not is_out_of_turn(item)
    return (
        name,
        format_nilai(utama.target) or ("belum ada" if is_owed else "–"),
        format_nilai(utama.realisasi) or ("belum diisi" if is_owed else "–"),
        capaian,
    )


def _changed(old: AngkaTampil, terakhir: Terakhir, points: float) -> QLabel:
    text = (
        f"↻ Berubah sejak {format_tanggal(terakhir.hari)}; dulu realisasi {old.realisasi}, "
        f"capaian {old.capaian}"
    )
    made = label(text, points * SMALL, bold=True)
    made.setObjectName("berubah")
    return made


def _stories(lembar: LembarBaca, points: float, share: float) -> QWidget | None:
    """Return what is told of the figures; None where nothing is."""
    told = [
        (number, item)
        for number, item in enumerate(lembar.indikator, start=1)
        if any(says_something(text) for _, text in _list_story(item))
    ]
    if not told:
        return None
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(MEDIUM)
    most = round(_STORY[len(told)] * share)
    for number, item in told:
        for head, text in _list_story(item):
            if says_something(text):
                words = f"{number}. {head}: {shorten(text, most)}"
                layout.addWidget(label(words, points * SMALL))
    layout.addStretch()
    return made


def _list_story(item: HasilIndikator) -> list[tuple[str, str]]:
    narasi = item.narasi
    plan = narasi.tindak_lanjut if says_something(narasi.tindak_lanjut) else ""
    who = write_penanggung_jawab(narasi.penanggung_jawab, narasi.batas_waktu) if plan else ""
    return [
        ("Pendorong", "" if item.is_below_target else narasi.pendorong),
        ("Penghambat", narasi.penghambat),
        (f"Tindak lanjut ({who})" if who else "Tindak lanjut", plan),
    ]


def _chart(chart: ScreenChart, points: float) -> ChartView:
    view = ChartView(is_tight=True)
    view.setFont(scaled(view.font(), points * SMALL))
    view.set_chart(chart)
    return view


def _rule() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setEnabled(False)
    return line
