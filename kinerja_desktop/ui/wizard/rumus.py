"""The first year, and the formula profile in plain words."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QWizardPage

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi, compute_capaian
from kinerja_desktop.domain.capaian.profil import ProfilRumus, RataRata
from kinerja_desktop.domain.capaian.rumus import KETERANGAN, Rumus
from kinerja_desktop.domain.capaian.skala import SKALA

_CAPS = (None, Decimal(100), Decimal(110), Decimal(120), Decimal(150), Decimal(200))
_TARGET, _REALISASI = Decimal(10), Decimal(8)


class RumusPage(QWizardPage):
    """The choices that regulation leaves open; the defaults suit most offices."""

    def __init__(self, tahun: int) -> None:
        super().__init__()
        self.setTitle("Tahun dan aturan perhitungan")
        self.setSubTitle(
            "Tidak ada satu rumus nasional untuk semua indikator, jadi aturan kantor dicatat di "
            "sini dan dicetak di bawah setiap tabel. Bila belum tahu, biarkan seperti ini."
        )
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.year = QSpinBox()
        self.year.setRange(*TAHUN)
        self.year.setValue(tahun)
        form.addRow("&Tahun kerja pertama", self.year)
        self.falling = QComboBox()
        for rumus in (Rumus.MIN_2T, Rumus.MIN_TR):
            self.falling.addItem(KETERANGAN[rumus].rumus, rumus)
        form.addRow("Indikator yang &makin kecil makin baik", self.falling)
        self.cap = QComboBox()
        for cap in _CAPS:
            self.cap.addItem("Tanpa batas" if cap is None else f"{format_angka(cap)}%", cap)
        form.addRow("&Capaian paling tinggi", self.cap)
        self.mean = QComboBox()
        self.mean.addItem("Rata-rata seluruh indikator", RataRata.INDIKATOR)
        self.mean.addItem("Rata-rata dari rata-rata sasaran", RataRata.SASARAN)
        form.addRow("&Rata-rata keseluruhan", self.mean)
        self.scale = QComboBox()
        for kode, skala in SKALA.items():
            self.scale.addItem(skala.nama, kode)
        form.addRow("&Skala kategori", self.scale)
        self.example = QLabel()
        self.example.setWordWrap(True)
        self.example.setObjectName("redup")
        form.addRow(self.example)
        for box in (self.falling, self.cap, self.mean, self.scale):
            box.currentIndexChanged.connect(self._explain)
        self._explain()

    def tahun(self) -> int:
        """Return the first year of work."""
        return self.year.value()

    def profil(self) -> ProfilRumus:
        """Return the chosen profile."""
        return replace(
            ProfilRumus(),
            rumus_turun=self.falling.currentData(),
            cap_capaian=self.cap.currentData(),
            rata_rata=self.mean.currentData(),
            skala=self.scale.currentData(),
        )

    def _explain(self) -> None:
        profil = self.profil()
        lines = [
            f"Contoh: lama layanan ditargetkan {_TARGET} hari dan tercapai {_REALISASI} hari; "
            f"capaiannya {_example(profil)}%.",
            f"Kategori: {profil.skala_kategori.keterangan}.",
            "Angka dibulatkan ke dua desimal, setengah ke atas. Indikator dengan target 0 tidak "
            "dihitung. Semua ini dapat diubah nanti di Pengaturan.",
        ]
        self.example.setText("\n\n".join(lines))


def _example(profil: ProfilRumus) -> str:
    capaian = compute_capaian(profil.rumus_turun, _TARGET, IsianRealisasi(_REALISASI), profil)
    return format_angka(capaian.tampil) if capaian.tampil is not None else "-"
