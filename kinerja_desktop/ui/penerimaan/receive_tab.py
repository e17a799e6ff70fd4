"""Receiving: packages are looked for on sticks, in folders and ZIPs, judged, and taken in."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kiriman.delivery import Drive, list_drives
from kinerja_desktop.services.penerimaan.calon import CalonPaket
from kinerja_desktop.services.penerimaan.komentar import Dikomentari
from kinerja_desktop.services.penerimaan.reception import Penerimaan, receive
from kinerja_desktop.services.penerimaan.terima import Diterima
from kinerja_desktop.services.penerimaan.unit import add_unit
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.penerimaan.package_pane import PackagePane
from kinerja_desktop.ui.penerimaan.search_work import Temuan, search
from kinerja_desktop.ui.tables.arranging import compare_periode
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_COLUMNS = (
    Column[CalonPaket]("Unit", lambda row: row.unit or _sender(row)),
    Column[CalonPaket]("Periode", lambda row: _period(row), 92, key=lambda row: _when(row)),
    Column[CalonPaket]("Versi", lambda row: str(row.ringkas.versi) if row.ringkas else "", 42),
    Column[CalonPaket]("Penilaian", lambda row: describe(row), 178),
)
_EMPTY = (
    "Colokkan flashdisk lalu tekan Cari di flashdisk, atau pilih folder maupun ZIP: paket "
    "ditemukan di mana pun letaknya, diperiksa seluruhnya, dan belum ada yang diterima sebelum "
    "Anda menekan Terima."
)
_NO_STICK = "Tidak ada flashdisk yang terpasang. Colokkan lalu tekan lagi, atau pilih folder."
_NONE = "Tidak ada paket di sana. Paket adalah folder atau ZIP yang namanya diawali SAKIP_."
_ZIP = "ZIP (*.zip)"


class ReceiveTab(QWidget):
    """A list of what was found; beside it the package under the cursor."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._room = ExitStack()
        self._reasons: dict[Path, str] = {}
        self._places: list[Path] = []
        self.stick_button = QPushButton(style.icon("cari"), "Cari &di flashdisk")
        self.stick_button.clicked.connect(self._find_sticks)
        self.folder_button = QPushButton("Pilih &folder…")
        self.folder_button.clicked.connect(self._pick_folder)
        self.zip_button = QPushButton("Pilih &ZIP…")
        self.zip_button.clicked.connect(self._pick_zip)
        self.receiver = QLineEdit()
        self.receiver.setPlaceholderText("Nama pada tanda terima")
        self.receiver.setAccessibleName("Penerima")
        self.take_button = QPushButton(style.icon("centang", "ON_ACCENT"), "Terim&a")
        self.take_button.setObjectName("utama")
        writes(self.receiver, self.take_button)
        self.take_button.clicked.connect(self._take)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.result = QLabel(_EMPTY)
        self.result.setWordWrap(True)
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Paket yang ditemukan")
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.pane = PackagePane()
        self.pane.reason_typed.connect(self._keep_reason)
        self.pane.comment_button.clicked.connect(self._comment)
        self.pane.add_button.clicked.connect(self._add_unit)
        context.leaving.connect(self.forget)
        self._arrange()
        self._enable()

    def reload(self) -> None:
        """What was found is judged again only when it is looked for, and when it is taken in."""

    def look(self, places: Sequence[Path]) -> None:
        """Look for packages below places."""
        self.forget()
        office, self._places = self.context.office, list(places)
        self.strip.run(
            "Mencari paket…",
            lambda task: search(office, places, task),
            done=self._show,
            failed=self._tell_failed,
        )

    def forget(self) -> None:
        """Let go of what was found: ZIPs that were opened for it are removed."""
        room, self._room = self._room, ExitStack()
        # A ZIP may have held thousands of files; what a failure leaves goes at the next start.
        self.context.tasks.run(
            lambda _: room.close(), done=lambda _: None, failed=self._tell_failed
        )
        self._reasons = {}
        self.model.set_rows([])
        self.pane.show_package(None, "")
        self._enable()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for button in (self.stick_button, self.folder_button, self.zip_button):
            row.addWidget(button)
        row.addStretch()
        label = QLabel("Pe&nerima")
        label.setBuddy(self.receiver)
        row.addWidget(label)
        row.addWidget(self.receiver)
        row.addWidget(self.take_button)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.SMALL)
        layout.addLayout(row)
        layout.addWidget(self.strip)
        layout.addWidget(self.result)
        layout.addWidget(split, 1)

    def _find_sticks(self) -> None:
        def show(drives: Sequence[Drive]) -> None:
            if drives:
                self.look([drive.path for drive in drives])
            else:
                self._say(_NO_STICK, "bahaya")

        self.context.load(self, lambda _: list_drives(), show)

    def _pick_folder(self) -> None:
        folder = dialogs.choose_folder(self, "Pilih folder yang memuat paket")
        if folder is not None:
            self.look([folder])

    def _pick_zip(self) -> None:
        if paths := dialogs.choose_files(self, "Pilih ZIP yang memuat paket", _ZIP):
            self.look(paths)

    def _show(self, found: Temuan) -> None:
        self._room = found.room
        self.model.set_rows(list(found.calon))
        self.table.choose(lambda _: True)
        takes = sum(item.can_take for item in found.calon)
        told = [f"{len(found.calon)} paket ditemukan, {takes} dapat diterima."]
        told += map(str, found.problems)
        self._say("\n".join(told) if found.calon or found.problems else _NONE, "")
        self._choose()
        self._enable()

    def _choose(self) -> None:
        calon = self.table.current()
        self.pane.show_package(calon, self._reasons.get(calon.tempat.folder, "") if calon else "")

    def _comment(self) -> None:
        calon = self.table.current()
        if calon is not None and calon.unit_id is not None and calon.ringkas is not None:
            wanted = Dikomentari(calon.unit_id, calon.ringkas.periode)
            self.context.open_page("penerimaan", wanted)

    def _add_unit(self) -> None:
        """Add the sender to the list, and judge again what was found."""
        calon, office = self.table.current(), self.context.office
        if calon is None or calon.ringkas is None or self.strip.is_busy:
            return
        nama, kabupaten = calon.ringkas.kecamatan, calon.ringkas.kabupaten
        if self.context.store(self, lambda: add_unit(office, [nama], kabupaten)):
            self.context.say(f"{calon.ringkas.kecamatan} ditambahkan ke daftar unit.")
            self.look(self._places)

    def _keep_reason(self, text: str) -> None:
        calon = self.table.current()
        if calon is not None:
            self._reasons[calon.tempat.folder] = text.strip()
            self._enable()

    def _takable(self) -> list[CalonPaket]:
        """Return what can be taken in as it stands: sound, and with a reason where one is asked."""
        return [
            item
            for item in self.model.given
            if item.can_take and (not item.needs_reason or self._reasons.get(item.tempat.folder))
        ]

    def _enable(self) -> None:
        count = len(self._takable())
        is_busy = self.strip.is_busy
        is_known = any(item.sudah for item in self.model.given)
        deed = "Tulis tanda terim&a" if is_known and not count else f"Terim&a ({count})"
        self.take_button.setText(deed)
        self.take_button.setEnabled((bool(count) or is_known) and not is_busy)
        for button in (self.stick_button, self.folder_button, self.zip_button):
            button.setEnabled(not is_busy)

    def _take(self) -> None:
        office, known = self.context.office, [item for item in self.model.given if item.sudah]
        chosen = [*self._takable(), *known]
        penerima, reasons = self.receiver.text().strip(), dict(self._reasons)
        self.strip.run(
            "Menerima paket…",
            lambda task: receive(
                office,
                chosen,
                penerima=penerima,
                alasan=reasons,
                progress=task.report,
                cancelled=task.is_cancelled,
            ),
            done=self._tell_taken,
            failed=self._tell_failed,
        )

    def _tell_taken(self, done: Penerimaan) -> None:
        masuk = done.hasil.masuk
        self.forget()
        told = [
            f"{len(masuk)} paket diterima; {len(done.tanda_terima)} tanda terima ditulis di "
            "sampingnya, sebagai PDF untuk ditandatangani dan berkas untuk program pengirim."
        ]
        if done.komentar:
            told.append(f"{len(done.komentar)} berkas komentar ditulis di samping tanda terimanya.")
        # What was in before is no failure: its receipt was written once more.
        failed = [problem for problem in done.hasil.gagal if not problem.is_warning]
        told += [str(problem) for problem in (*failed, *done.gagal)]
        if done.hasil.is_stopped:
            told.append("Dihentikan sebelum semua diterima; yang belum dapat dicari lagi.")
        told += _tell_year(masuk, self.context.periode)
        is_good = not (failed or done.gagal)
        if papers := list(done.tanda_terima.values()):
            text = f"{len(papers)} tanda terima ditulis: {papers[-1].name}"
            self.context.say_written(text, papers[-1].parent)
        self._say("\n".join(told), "baik" if is_good else "bahaya")

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, KinerjaError):
            raise error
        self._say(str(error), "bahaya")

    def _say(self, text: str, tone: str) -> None:
        style.set_tone(self.result, tone)
        self.result.setText(text)


def _tell_year(masuk: Sequence[Diterima], shown: Periode) -> Iterator[str]:
    """Say where to look for what came in when another year is chosen than it is of."""
    years = {item.calon.ringkas.tahun for item in masuk if item.calon.ringkas}
    if years and shown.tahun not in years:
        names = join_words([str(year) for year in sorted(years)])
        yield (
            f"Paketnya untuk Tahun {names}, di atas terpilih Tahun {shown.tahun}: ganti Tahun di "
            "atas untuk melihatnya di Beranda, Rekap dan Dokumen."
        )


def describe(calon: CalonPaket) -> str:
    """Return in few words whether a package can be taken in."""
    if calon.sudah is not None:
        return "Sudah diterima"
    if not calon.can_take:
        return "Tidak dapat diterima"
    if calon.needs_reason:
        return "Perlu alasan"
    if not calon.sebelumnya:
        return "Baru"
    return f"Versi baru, {len(calon.beda)} beda" if calon.beda else "Versi baru, sama isinya"


def _sender(calon: CalonPaket) -> str:
    return calon.paket.pengirim if calon.paket else calon.tempat.nama


def _when(calon: CalonPaket) -> tuple[int, int] | None:
    return compare_periode(calon.ringkas.periode) if calon.ringkas else None


def _period(calon: CalonPaket) -> str:
    return calon.ringkas.periode.label if calon.ringkas else ""
