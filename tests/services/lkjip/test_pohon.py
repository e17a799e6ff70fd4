"""The Pohon Kinerja as an attachment of the LKjIP."""

from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.kerangka import show_section
from kinerja_desktop.services.lkjip.laporan import read_lkjip, thaw_final
from kinerja_desktop.services.lkjip.pratinjau import preview_section
from tests.services.dokumen.papers import read_text
from tests.services.lkjip.office import TAHUN, TANGGAL

KUNCI = "lampiran_pohon"


def preview(office: Office) -> str:
    return read_text(preview_section(office, TAHUN, KUNCI, None).pdf)


def test_the_tree_is_attached_across_with_its_title(muncar: Office) -> None:
    text = preview(muncar)
    for told in ("LAMPIRAN", "POHON KINERJA", "TUJUAN", "Nilai SAKIP", "sebab-akibat"):
        assert told in text, told


def test_an_office_can_leave_it_out(muncar: Office) -> None:
    show_section(muncar, TAHUN, KUNCI, False)
    (row,) = [item for item in read_lkjip(muncar, TAHUN).bagian if item.kunci == KUNCI]
    assert not row.tampil


def test_without_indicators_it_is_not_printed(muncar: Office) -> None:
    # The sample's first indicators are of 2020.
    (item,) = [item for item in read_lkjip(muncar, 2010).bagian if item.kunci == KUNCI]
    assert not item.tampil


def test_what_was_signed_keeps_its_tree(lengkap: Office) -> None:
    row = finalize_lkjip(lengkap, TAHUN, TANGGAL)
    signed = thaw_final(row).lampiran.pohon
    assert signed is not None
    for program in list_rows(lengkap, "mata_anggaran"):
        change_field(lengkap, "mata_anggaran", program["id"], "nama", "Program lain")
    assert thaw_final(row).lampiran.pohon == signed
    assert "Program lain" not in preview(lengkap)
