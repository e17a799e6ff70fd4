"""Who changed one cell, from what to what."""

from decimal import Decimal

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows, remove_row
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.riwayat.cell_history import CellPlace, read_cell_history
from tests.services.dokumen.papers import indikator_id

PERIODE = Periode(2025, 1)


def place(office: Office, kolom: str = "nilai") -> CellPlace:
    where = {"indikator_id": indikator_id(office), "tahun": 2025, "triwulan": 1}
    return CellPlace("realisasi", where, kolom)


def told(office: Office, wanted: CellPlace, most: int = 300) -> list[tuple[str, str]]:
    return [(line.lama, line.baru) for line in read_cell_history(office, wanted, most)]


def test_a_figure_tells_what_stood_there_before_the_newest_first(muncar: Office) -> None:
    wanted = place(muncar)
    key = wanted.where["indikator_id"]
    for nilai in (Decimal(90), Decimal("91.5"), None):
        set_realisasi(muncar, key, PERIODE, nilai)
    set_keterangan(muncar, key, PERIODE, penghambat="Banjir")
    # The row came with the first figure; a note beside it is no change of the figure.
    assert told(muncar, wanted) == [("91,5", "(kosong)"), ("90", "91,5"), ("(kosong)", "90")]
    assert told(muncar, wanted, most=1) == [("91,5", "(kosong)")]
    (note,) = read_cell_history(muncar, place(muncar, "penghambat"))
    assert (note.kolom, bool(note.pelaku)) == ("Faktor penghambat", True)
    assert (note.lama, note.baru) == ("(kosong)", "Banjir")
    assert note.waktu.tzinfo is not None


def test_of_a_row_every_column_is_told_with_its_heading_and_deed(muncar: Office) -> None:
    (renstra, *_) = list_rows(muncar, "periode_renstra")
    row = {"periode_renstra_id": renstra["id"], "kode": "T9", "uraian": "Tertib"}
    key = add_row(muncar, "tujuan", row)
    change_field(muncar, "tujuan", key, "uraian", "Tertib dan aman")
    lines = read_cell_history(muncar, CellPlace("tujuan", {"id": key}))
    assert (lines[0].kolom, lines[0].lama, lines[0].baru) == (
        "Tujuan", "Tertib", "Tertib dan aman"
    )  # fmt: skip
    assert lines[0].tindakan.startswith("Mengubah")
    assert ("Kode", "(kosong)", "T9") in [(line.kolom, line.lama, line.baru) for line in lines]
    remove_row(muncar, "tujuan", key)
    assert read_cell_history(muncar, CellPlace("tujuan", {"id": key})) == []


def test_a_cell_that_was_never_filled_has_no_history(muncar: Office) -> None:
    wanted = CellPlace("realisasi", {**place(muncar).where, "triwulan": 3}, "nilai")
    assert read_cell_history(muncar, wanted) == []
