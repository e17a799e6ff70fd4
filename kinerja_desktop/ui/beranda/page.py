"""The first page: what is due and late, what comes next, what is missing."""

from collections.abc import Callable, Sequence
from datetime import date

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.tenggat import Tenggat
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.awal.beranda import Beranda, read_beranda
from kinerja_desktop.services.awal.penutupan import close_tenggat
from kinerja_desktop.services.kantor.pekerjaan import Pekerjaan
from kinerja_desktop.services.pengumpulan.papan import TANPA_PEMEGANG, Papan
from kinerja_desktop.services.sop.next_steps import LangkahBerikut
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.meaning import MeaningLink
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.tab_order import follow_layouts
from kinerja_desktop.ui.beranda.calendar import YearCard
from kinerja_desktop.ui.beranda.cards import READING, Card, Reminder, make_columns
from kinerja_desktop.ui.beranda.charts import ChartCard
from kinerja_desktop.ui.beranda.entry import BERANDA_PAGE
from kinerja_desktop.ui.beranda.next_steps import NextSteps
from kinerja_desktop.ui.pimpinan.opening import ReadingButton

_MOST, _MOST_DUE = 6, 10
_MOST_STEPS = 3


class BerandaPage(Page):
    """Four cards; every line that can be acted on has a button that opens its page."""

    ENTRY = BERANDA_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tenggat: Sequence[Tenggat] = ()
        self._promised: Sequence[Pekerjaan] = ()
        self._shows_all = False
        self.reminder = Reminder(self._opener("riwayat", "cadangan"))
        self.guide = NextSteps(context)
        self.due = Card("Tenggat dan yang terlambat")
        self.steps = Card("Menunggu siapa")
        self.chart = ChartCard(context)
        self.missing = Card("Yang masih kurang")
        self.year = YearCard()
        for card in (self.due, self.steps, self.missing):
            card.say(READING)
        self.reading_button = ReadingButton(context, self)
        self.buttons.addWidget(self.reading_button)
        self.body.addWidget(self.reminder)
        self.body.addWidget(
            make_columns(self.guide, (self.due, self.year, self.missing), (self.steps, self.chart))
        )

    def reload(self) -> None:
        periode = self.context.periode
        self.context.load(self, lambda office: read_beranda(office, periode), self._show)

    def _show(self, beranda: Beranda) -> None:
        self.reminder.show_place(beranda.tempat_kedua)
        self.reading_button.offer_for(beranda.periode, has_indikator=beranda.grafik is not None)
        self.guide.show_panduan(beranda.panduan)
        self._promised = beranda.pekerjaan
        self._show_due(beranda.tenggat)
        self._show_steps(beranda.langkah)
        self.year.show_year(self.context.office.today(), beranda.kalender)
        self.chart.show_beranda(beranda)
        self._show_missing(beranda)
        follow_layouts(self)

    def _show_due(self, items: Sequence[Tenggat]) -> None:
        """Show what is due and what was promised, by its last day; earlier years stand below."""
        self._tenggat = items
        self.due.clear()
        lines: list[Tenggat | Pekerjaan] = sorted([*items, *self._promised], key=_by_day)
        if not lines:
            self.due.say("Tidak ada yang jatuh tempo dalam 20 hari kerja.")
        for line in lines if self._shows_all else lines[:_MOST_DUE]:
            if isinstance(line, Tenggat):
                self._add_tenggat(line)
            else:
                act = self._opener(line.halaman, line.argumen)
                self.due.add(line.apa, line.keterangan, "Buka", act, is_bad=line.is_late)
        if len(lines) > _MOST_DUE and not self._shows_all:
            self.due.offer(f"Tampilkan semua ({len(lines)})", self._show_all)
        old = [item for item in items if item.lampau and item.is_late]
        if len(old) > 1:
            self.due.offer(f"Tutup {len(old)} tenggat tahun lalu…", self._closer(old))

    def _add_tenggat(self, item: Tenggat) -> None:
        self.due.add(
            item.apa,
            f"{format_tanggal(item.tanggal)}, {item.keterangan}",
            "Buka",
            self._opener(item.halaman),
            is_bad=item.is_late,
            other=("Tutup dengan alasan…", self._closer([item])) if item.is_late else None,
        )

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_due(self._tenggat)

    def _closer(self, items: Sequence[Tenggat]) -> Callable[[], None]:
        return lambda: self._close(items)

    def _close(self, items: Sequence[Tenggat]) -> None:
        """Ask why nobody will meet these deadlines any more; with a reason they go from here."""
        names = ", ".join(item.apa for item in items)
        reason = dialogs.ask_reason(
            self,
            "Tutup tenggat",
            f"Mengapa ini tidak dikerjakan lagi di program ini? {names}. Alasannya tercatat di "
            "Riwayat; Ctrl+Z mengembalikan tenggatnya.",
            "Tutup tenggat",
        )
        if reason:
            self.context.store(self, lambda: close_tenggat(self.context.office, items, reason))

    def _show_steps(self, steps: Sequence[LangkahBerikut]) -> None:
        self.steps.clear()
        if not steps:
            self.steps.say("Belum ada SOP yang dijalankan.")
            self.steps.offer("Mulai SOP…", self._opener("sop"))
        for step in steps[:_MOST_STEPS]:
            due = format_tanggal(step.tenggat) if step.tenggat else "belum mulai"
            self.steps.add(
                f"{step.pelaksana}: {step.uraian}",
                f"{step.status.value}, {due} · {step.nama_sop}, {step.periode}",
                "Buka",
                self._opener("sop", step.kasus_id),
                is_bad=step.terlambat > 0,
            )
        if len(steps) > _MOST_STEPS:
            self.steps.say(f"dan {len(steps) - _MOST_STEPS} pelaksanaan lain.")
            self.steps.offer("Buka Prosedur", self._opener("sop"))

    def _show_missing(self, beranda: Beranda) -> None:
        self.missing.clear()
        label = beranda.periode.label
        if beranda.berubah:
            self.missing.say(
                f"■ Pengukuran Kinerja {label} sudah final, tetapi {beranda.berubah} data berubah "
                "sesudahnya: kertas yang ditandatangani tidak lagi sama dengan data. Lihat "
                "bedanya, lalu buka kembali dan jadikan final lagi, atau kembalikan datanya."
            )
            self.missing.offer("Buka Pengukuran", self._opener("pengukuran"))
            return
        if beranda.is_final:
            self.missing.say(f"Pengukuran Kinerja {label} sudah final.")
            self.missing.offer("Kirim ke Bappeda", self._opener("kirim"))
            return
        if beranda.mulai:
            self.missing.say(
                f"{label} baru mulai {format_tanggal(beranda.mulai)}, jadi belum ada yang perlu "
                "diisi atau diserahkan. Yang disiapkan lebih dulu: rencana dan Perjanjian Kinerja."
            )
            self.missing.offer("Buka Perjanjian Kinerja", self._opener("perjanjian"))
            return
        if not beranda.kekurangan:
            self.missing.say(f"Pengukuran Kinerja {label} lengkap dan dapat dijadikan final.")
        else:
            self.missing.say(f"Sebelum Pengukuran Kinerja {label} final:")
        for problem in beranda.kekurangan[:_MOST]:
            self.missing.say(f"{'△' if problem.is_warning else '■'} {problem}")
        if len(beranda.kekurangan) > _MOST:
            self.missing.say(f"dan {len(beranda.kekurangan) - _MOST} hal lain.")
        if beranda.kekurangan:
            self._offer_meaning(beranda.kekurangan)
        self._show_owing(beranda.papan)
        self.missing.offer("Buka Pengukuran", self._opener("pengukuran"))

    def _offer_meaning(self, problems: Sequence[Problem]) -> None:
        link = MeaningLink()
        link.asked.connect(self.context.help_wanted)
        self.missing.content.addWidget(link)
        link.show_for(problem.message for problem in problems)

    def _show_owing(self, papan: Papan) -> None:
        """Say who has not handed in; of data that is nobody's say where a name is given to it."""
        nobodys = sum(
            len(row.butir) - row.terisi for row in papan.belum if row.pemegang == TANPA_PEMEGANG
        )
        owing = [row for row in papan.belum if row.pemegang != TANPA_PEMEGANG]
        for row in owing[:_MOST]:
            missing = len(row.butir) - row.terisi
            self.missing.say(f"Belum menyerahkan {missing} data: {row.pemegang}, {row.keterangan}")
        if nobodys:
            self.missing.say(
                f"{nobodys} data belum ada pengumpulnya: isi Pengumpul data pada indikatornya, "
                "atau Penanggung jawab pada anggarannya."
            )
        if owing:
            self.missing.say(f"{papan.ringkasan}.")
        if owing or nobodys:
            self.missing.offer("Buka Pengumpulan Data", self._opener("pengumpulan"))

    def _opener(self, page: str, argument: object = None) -> Callable[[], None]:
        return lambda: self.context.open_page(page, argument)


def _by_day(line: Tenggat | Pekerjaan) -> tuple[bool, date]:
    """Order what is due: by its day, what has none after that, then what is of earlier years."""
    if isinstance(line, Tenggat):
        return line.lampau, line.tanggal
    return False, line.batas or date.max
