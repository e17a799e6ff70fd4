"""How a form for a holder of data lies on its sheet, for writing and for reading.

Above, the office's kop and what is asked; then the table of indicators under its headings and a
hidden row of names, then that of the budget lines in the same way, then who filled it in. A hidden
first column holds the key of each row; the first cell of all holds the key of the form.
"""

from dataclasses import dataclass

from kinerja_desktop.domain.pengumpulan.lembar import BUKTI, ISIAN, RUPIAH
from kinerja_desktop.domain.sections.fields import Field, Kind

VERSI = 1
#: Marks the first cell of a sheet to fill in; the key of the form follows.
TANDA = "KD-FORMULIR "
#: Hidden; tells whose the forms are.
IDENTITAS_SHEET = "Identitas"
VERSI_LABEL = "Versi formulir"
IDENTITAS = (
    "lembar", "id", "instansi_id", "kecamatan", "pemegang", "tahun", "triwulan", "definisi",
    "segel",
)  # fmt: skip
KUNCI = "kunci"
PENGISI_LABEL = "Diisi oleh"
ALASAN = "alasan"


@dataclass(frozen=True)
class Kolom:
    """A column of a form: its name in the hidden row, heading, width in letters, what is filled."""

    name: str
    judul: str
    lebar: int
    field: Field | None = None


_WIDTHS = {
    "pembilang": 10, "penyebut": 10, "nilai": 11, "pendorong": 22, "penghambat": 22,
    "tindak_lanjut": 22,
}  # fmt: skip

#: The columns of the indicators, after the hidden one; what has a field is filled in.
KOLOM: tuple[Kolom, ...] = (
    Kolom("no", "No", 4),
    Kolom("uraian", "Indikator kinerja", 26),
    Kolom("definisi", "Definisi operasional dan cara menghitung", 32),
    Kolom("satuan", "Satuan", 9),
    Kolom("target", "Target", 9),
    Kolom("lalu", "Realisasi", 10),
    *(Kolom(item.name, item.label, _WIDTHS[item.name], item) for item in ISIAN),
    Kolom(BUKTI.name, BUKTI.label, 20, BUKTI),
)

#: The columns of the budget lines, and under which columns of the indicators they stand.
KOLOM_RUPIAH: tuple[tuple[Kolom, int], ...] = (
    (Kolom("rp_no", "No", 4), 0),
    (Kolom("rp_nama", "Program, kegiatan, sub kegiatan", 26), 1),
    (Kolom("rp_kode", "Kode", 32), 2),
    (Kolom("rp_pagu", "Pagu (Rp)", 9), 3),
    (Kolom("rp_lalu", "Realisasi (Rp)", 10), 5),
    (Kolom("rupiah", RUPIAH.label, 10, RUPIAH), 6),
)
#: So many columns of the indicators one of the budget takes.
LEBAR_RUPIAH = {"rp_pagu": 2, "rupiah": 3}


def is_number(field: Field) -> bool:
    """Tell whether a cell to fill holds a figure."""
    return field.kind in (Kind.ANGKA, Kind.NILAI, Kind.RUPIAH)
