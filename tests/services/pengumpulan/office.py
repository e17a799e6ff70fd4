"""An office whose data lies with several holders, for the tests of collecting it."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange.formulir_layout import KOLOM, KUNCI
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.kirim import FormulirTerkirim, send_formulir
from kinerja_desktop.store.records import Indikator, MataAnggaran

PERIODE = Periode(2024, 2)
TENGGAT = date(2024, 7, 10)
KASI, KASUBBAG = "Kasi Pelayanan Umum", "Kasubbag Perencanaan dan Keuangan"


def give_holders(office: Office) -> None:
    """Give the first three indicators to the Kasi, the rest and the budget to the Kasubbag."""
    with office.journal.action("Membagi pemegang data") as session:
        rows = sorted(session.exec(select(Indikator)), key=lambda row: row.kode)
        for number, row in enumerate(rows):
            row.pengumpul_data = KASI if number < 3 else KASUBBAG
            row.frekuensi, row.akumulasi = "triwulanan", "posisi_akhir"
            row.definisi_operasional = f"Definisi {row.kode}"
        rows[0].pembilang = "Jumlah nilai unsur pelayanan"
        rows[0].penyebut = "Jumlah responden"
        for line in session.exec(select(MataAnggaran)):
            line.penanggung_jawab = KASUBBAG


def indikator_of(office: Office, pemegang: str) -> list[Indikator]:
    """Return the indicators of a holder, by kode."""
    with office.journal.reading() as session:
        rows = session.exec(select(Indikator).where(Indikator.pengumpul_data == pemegang))
        return sorted(rows, key=lambda row: row.kode)


def send(office: Office, folder: Path, periode: Periode = PERIODE) -> dict[str, Path]:
    """Hand out the forms of a period; return where each holder's lies."""
    folder.mkdir(parents=True, exist_ok=True)
    sent: list[FormulirTerkirim] = send_formulir(office, periode, folder, TENGGAT)
    return {item.pemegang: item.path for item in sent}


class Filler:
    """Fills in a form as a person with Excel does, and saves it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)
        self.sheet = self.book.worksheets[0]
        self.head = next(
            cell.row for (cell,) in self.sheet.iter_rows(max_col=1) if cell.value == KUNCI
        )
        self.columns = {
            cell.value: cell.column for cell in self.sheet[self.head] if cell.value is not None
        }

    def row(self, key: UUID | str) -> int:
        """Return where the row of an indicator or budget line stands."""
        return next(
            cell.row for (cell,) in self.sheet.iter_rows(max_col=1) if cell.value == str(key)
        )

    def cell(self, key: UUID | str, name: str) -> Any:
        """Return a cell of a row by the name of its column."""
        column = 8 if name == "rupiah" else self.columns[name]
        return self.sheet.cell(self.row(key), column)

    def fill(self, key: UUID | str, **values: Any) -> "Filler":
        """Type into cells of a row."""
        for name, value in values.items():
            self.cell(key, name).value = value
        return self

    def save(self, path: Path | None = None) -> Path:
        """Save it, under another name where one is given."""
        target = path or self.path
        self.book.save(target)
        return target


def fill_forms(office: Office, folder: Path) -> list[Path]:
    """Give the office holders, hand out their forms and fill them in; return the files."""
    give_holders(office)
    sent = send(office, folder)
    for pemegang, path in sent.items():
        filler = Filler(path)
        for number, row in enumerate(indikator_of(office, pemegang)):
            filler.fill(row.id, nilai=80 + number, pendorong="Loket baru", bukti="rekap.pdf")
        filler.save()
        (path.parent / "rekap.pdf").write_bytes(b"%PDF-1.4")
    return list(sent.values())


COLUMNS = [kolom.name for kolom in KOLOM]


def angka(text: str) -> Decimal:
    """Write a figure as a test reads it."""
    return Decimal(text)
