"""The first page of Bappeda: until when, who is missing, what came in, what was told."""

from collections.abc import Callable, Sequence

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.awal.beranda_bappeda import (
    BerandaBappeda,
    StatusPeriode,
    read_beranda_bappeda,
)
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.beranda.cards import Card, Reminder, make_grid
from kinerja_desktop.ui.beranda.entry import BERANDA_BAPPEDA_PAGE

_MOST = 6
_MOST_NAMES = 30
_KECAMATAN = "Kecamatan "
_SHORT = 90


class BerandaBappedaPage(Page):
    """Four cards; every line has a button that opens its page."""

    ENTRY = BERANDA_BAPPEDA_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.reminder = Reminder(self._opener("riwayat", "cadangan"))
        self.due = Card("Tenggat penyampaian")
        self.missing = Card("Yang belum menyampaikan")
        self.latest = Card("Yang terakhir masuk")
        self.told = Card("Komentar yang belum selesai")
        self.body.addWidget(self.reminder)
        self.body.addWidget(make_grid(self.due, self.missing, self.latest, self.told))

    def reload(self) -> None:
        periode = self.context.periode

        def show(beranda: BerandaBappeda) -> None:
            if self.context.periode == periode:
                self._show(beranda)

        self.context.load(self, lambda office: read_beranda_bappeda(office, periode), show)

    def _show(self, beranda: BerandaBappeda) -> None:
        self.reminder.show_place(beranda.tempat_kedua)
        self._show_due(beranda)
        self._show_missing(beranda)
        self._show_latest(beranda)
        self._show_told(beranda)

    def _show_due(self, beranda: BerandaBappeda) -> None:
        self.due.clear()
        if not beranda.has_unit:
            self.due.say("Belum ada unit yang diminta mengirim: isi daftarnya lebih dulu.")
            self.due.offer("Isi unit", self._opener("penerimaan", "unit"))
            return
        if not beranda.has_tenggat:
            self.due.say(
                f"Tenggat {beranda.tahun} belum diisi, jadi belum dapat disebut siapa yang "
                "terlambat."
            )
            self.due.offer("Isi tenggat", self._opener("penerimaan", "tenggat"))
        for item in beranda.status:
            late = f", {item.terlambat} di antaranya terlambat" if item.terlambat else ""
            self.due.add(
                f"{item.periode.label}: {item.sudah} dari {item.unit} unit sudah menyampaikan"
                f"{late}",
                item.keterangan[:1].upper() + item.keterangan[1:],
                "Rekap",
                self._opener("rekap"),
                is_bad=item.is_late,
            )

    def _show_missing(self, beranda: BerandaBappeda) -> None:
        self.missing.clear()
        if not beranda.has_unit:
            self.missing.say("Belum ada unit.")
            return
        if not beranda.kurang:
            self.missing.say("Semua unit sudah menyampaikan yang diminta.")
        for item in beranda.kurang:
            self.missing.add(
                f"{item.periode.label}, {len(item.belum)} unit, {item.keterangan}",
                _join(item),
                "Rekap",
                self._opener("rekap"),
                is_bad=item.is_late,
            )
        self._offer_letters(beranda.kurang)

    def _offer_letters(self, kurang: Sequence[StatusPeriode]) -> None:
        """Offer letters where there is a deadline to remind of: what is late, else a triwulan."""
        if any(item.is_late for item in kurang):
            self.missing.offer("Surat pengingat", self._opener("penerimaan", "terima"))
            return
        ahead = next((i for i in kurang if i.sisa is not None and i.periode.triwulan), None)
        if ahead is not None:
            periode = ahead.periode
            self.missing.offer("Surat pengingat", lambda: self._remind(periode))

    def _remind(self, periode: Periode) -> None:
        self.context.set_periode(periode)
        self.context.open_page("penerimaan", "terima")

    def _show_latest(self, beranda: BerandaBappeda) -> None:
        self.latest.clear()
        if not beranda.terakhir:
            self.latest.say(
                f"Belum ada paket {beranda.tahun} yang diterima. Colokkan flashdisk kecamatan, "
                "lalu cari paketnya."
            )
            self.latest.offer("Terima paket", self._opener("penerimaan", "terima"))
        for item in beranda.terakhir:
            self.latest.add(
                f"{item.unit}, {item.periode.label}, versi {item.versi}",
                f"{format_waktu(item.diterima)}, diterima {item.penerima}",
                "Rekap",
                self._opener("rekap"),
            )

    def _show_told(self, beranda: BerandaBappeda) -> None:
        self.told.clear()
        if not beranda.komentar:
            self.told.say("Tidak ada komentar yang menunggu.")
            self.told.offer("Tulis komentar", self._opener("penerimaan", "komentar"))
        for item in beranda.komentar[:_MOST]:
            self.told.add(
                f"{item.unit}, {item.butir.periode.label}: {_shorten(item.butir.isi)}",
                item.keadaan,
                "Buka",
                self._opener("penerimaan", "komentar"),
            )
        if (more := len(beranda.komentar) - _MOST) > 0:
            self.told.say(f"dan {more} komentar lain.")

    def _opener(self, page: str, argument: object = None) -> Callable[[], None]:
        return lambda: self.context.open_page(page, argument)


def _join(item: StatusPeriode) -> str:
    """Name who is missing; the word Kecamatan stands once before all of them."""
    if not item.sudah:
        return "Belum ada yang menyampaikan."
    shown = item.belum[:_MOST_NAMES]
    kecamatan = [name.removeprefix(_KECAMATAN) for name in shown if name.startswith(_KECAMATAN)]
    others = [name for name in shown if not name.startswith(_KECAMATAN)]
    groups = [f"{_KECAMATAN}{', '.join(kecamatan)}"] if kecamatan else []
    more = len(item.belum) - len(shown)
    return ", ".join([*groups, *others, *([f"dan {more} unit lain"] if more else [])])


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
