"""The first year, and the formula profile in plain words."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QFormLayout, QLabel, QWizardPage

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import TAHUN, Periode
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi, compute_capaian
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, measure
from kinerja_desktop.domain.capaian.profil import ProfilRumus, RataRata
from kinerja_desktop.domain.capaian.rumus import KETERANGAN, Arah, Rumus
from kinerja_desktop.domain.capaian.skala import SKALA
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.awal.draf_panduan import IsiHalaman
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.number_box import NumberBox
from kinerja_desktop.ui.wizard.samples import TableSample
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody
from kinerja_desktop.ui.wizard.typed import restore_choice, text_of

_CAPS = (None, Decimal(100), Decimal(110), Decimal(120), Decimal(150), Decimal(200))
_TARGET, _REALISASI = Decimal(10), Decimal(8)
_BOXES = ("falling", "cap", "mean", "scale")
_YEAR = "Tahun yang dibuka pertama kali; sesudahnya dipilih di kanan atas jendela."
_HEAD = ("Indikator", "Target", "Realisasi", "Capaian", "Kategori")


def _contoh(uraian: str, kelompok: str, target: str, realisasi: str, arah: Arah) -> BahanUkur:
    isian = IsianRealisasi(Decimal(realisasi))
    return BahanUkur(
        uraian, uraian, kelompok, arah=arah, target=Decimal(target), isian_tahunan=isian
    )


#: One that rises and one that falls in the first sasaran, one far above its target in the second:
#: every choice of this page changes a figure of the table.
_CONTOH = (
    _contoh("Indeks kepuasan masyarakat", "1", "85", "80", Arah.NAIK),
    _contoh("Lama layanan (hari)", "1", "10", "8", Arah.TURUN),
    _contoh("Desa tertib administrasi", "2", "8", "12", Arah.NAIK),
)


class RumusPage(QWizardPage):
    """The choices that regulation leaves open; the defaults suit most offices."""

    def __init__(self, tahun: int) -> None:
        super().__init__()
        self.setTitle("Tahun dan aturan perhitungan")
        self.setSubTitle(
            "Tidak ada satu rumus nasional untuk semua indikator, jadi aturan kantor dicatat di "
            "sini dan dicetak di bawah setiap tabel. Bila belum tahu, biarkan seperti ini."
        )
        form = QFormLayout(ScrolledBody(self).inside)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.year = NumberBox()
        self.year.setRange(*TAHUN)
        self.year.setValue(tahun)
        form.addRow("&Tahun kerja pertama", self.year)
        self.note = QLabel()
        self.note.setObjectName("bahaya")
        self.note.setWordWrap(True)
        self.note.hide()
        form.addRow("", self.note)
        self._is_told = False
        self.year.refused.connect(self._explain_year)
        self.year.lineEdit().textEdited.connect(lambda: self.note.hide())
        self.falling = ChoiceBox()
        for rumus in (Rumus.MIN_2T, Rumus.MIN_TR):
            self.falling.addItem(KETERANGAN[rumus].rumus, rumus)
        form.addRow("Indikator yang &makin kecil makin baik", self.falling)
        self.cap = ChoiceBox()
        for cap in _CAPS:
            self.cap.addItem("Tanpa batas" if cap is None else f"{format_angka(cap)}%", cap)
        form.addRow("&Capaian paling tinggi", self.cap)
        self.mean = ChoiceBox()
        self.mean.addItem("Rata-rata seluruh indikator", RataRata.INDIKATOR)
        self.mean.addItem("Rata-rata dari rata-rata sasaran", RataRata.SASARAN)
        form.addRow("&Rata-rata keseluruhan", self.mean)
        self.scale = ChoiceBox()
        for kode, skala in SKALA.items():
            self.scale.addItem(skala.nama, kode)
        form.addRow("&Skala kategori", self.scale)
        self.example = QLabel()
        self.example.setWordWrap(True)
        self.example.setObjectName("redup")
        form.addRow(self.example)
        self.sample = TableSample()
        form.addRow(self.sample)
        self.year.setAccessibleName("Tahun kerja pertama")
        self.year.setToolTip(_YEAR)
        for box, name in (
            (self.falling, "rumus_turun"), (self.cap, "cap_capaian"), (self.mean, "rata_rata"),
            (self.scale, "skala"),
        ):  # fmt: skip
            field = SECTIONS["profil_rumus"].field(name)
            box.setAccessibleName(field.label)
            box.setToolTip(field.bantuan)
            box.currentIndexChanged.connect(self._explain)
        self._explain()

    def tahun(self) -> int:
        """Return the first year of work."""
        return self.year.value()

    def validatePage(self) -> bool:
        """Stay once, when the year that was typed has just given way to the one of before."""
        self.year.interpretText()
        if self._is_told or self.note.isHidden():
            return True
        self._is_told = True
        return False

    def _explain_year(self, typed: str) -> None:
        first, last = TAHUN
        self.note.setText(
            f"{typed} tidak dapat dipakai: isi tahun {first} sampai {last}. Tahunnya kembali ke "
            f"{self.tahun()}."
        )
        self.note.show()
        self._is_told = False

    def profil(self) -> ProfilRumus:
        """Return the chosen profile."""
        return replace(
            ProfilRumus(),
            # A box gives back plain text for what was an enumeration.
            rumus_turun=Rumus(self.falling.currentData()),
            cap_capaian=self.cap.currentData(),
            rata_rata=RataRata(self.mean.currentData()),
            skala=self.scale.currentData(),
        )

    def _explain(self) -> None:
        profil = self.profil()
        lines = [
            f"Contoh: lama layanan ditargetkan {_TARGET} hari dan tercapai {_REALISASI} hari; "
            f"capaiannya {_example(profil)}%.",
            "Angka dibulatkan ke dua desimal, setengah ke atas. Indikator dengan target 0 tidak "
            "dihitung. Semua ini dapat diubah nanti di Pengaturan.",
        ]
        self.example.setText(" ".join(lines))
        self._show_table(profil)

    def _show_table(self, profil: ProfilRumus) -> None:
        hasil = measure(Periode(self.tahun()), _CONTOH, profil)
        rows = [
            (
                item.bahan.uraian,
                format_nilai(item.bahan.target),
                format_nilai(item.utama.realisasi),
                _percent(item.utama.capaian.tampil),
                item.utama.capaian.kategori,
            )
            for group in hasil.sasaran
            for item in group.indikator
        ]
        mean = hasil.rata_rata
        rows.append(("Rata-rata", "", "", _percent(mean.tampil), mean.kategori))
        self.sample.show_table(_HEAD, rows, profil.describe())

    def state(self) -> IsiHalaman:
        """Return what was chosen, in words."""
        boxes = {name: getattr(self, name).currentText() for name in _BOXES}
        return {"tahun": str(self.tahun()), **boxes}

    def restore(self, state: IsiHalaman) -> None:
        """Choose again what was chosen."""
        tahun = text_of(state, "tahun")
        if tahun.isdecimal():
            self.year.setValue(int(tahun[:4]))
        for name in _BOXES:
            restore_choice(getattr(self, name), state, name)


def _percent(value: Decimal | None) -> str:
    return "-" if value is None else f"{format_angka(value)}%"


def _example(profil: ProfilRumus) -> str:
    capaian = compute_capaian(profil.rumus_turun, _TARGET, IsianRealisasi(_REALISASI), profil)
    return format_angka(capaian.tampil) if capaian.tampil is not None else "-"
