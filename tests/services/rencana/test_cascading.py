"""Pohon Kinerja and its table, from the data of an office."""

from io import BytesIO
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.dokumen.documents import build_docx, build_naskah, build_xlsx
from kinerja_desktop.services.kantor.data_entry import (
    add_row,
    change_field,
    list_rows,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.salinan import list_salinan
from kinerja_desktop.services.rencana.pohon import gather_pohon
from kinerja_desktop.store.records import MataAnggaran
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.services.rencana.cascading import (
    DAY,
    PERIODE,
    add_line,
    branches,
    pohon,
    state,
    support,
    text_of,
)


def test_the_tree_goes_from_tujuan_to_sub_kegiatan(office: Office, ids: dict[str, UUID]) -> None:
    data = pohon(office)
    (tujuan,) = data.akar
    kegiatan: Any = ("7.01.01.2.01 Kegiatan Loket", [("7.01.01.2.01.01 Sub Loket", [])])
    assert branches(tujuan) == (
        "Tujuan",
        [("Sasaran A", [("7.01.01 Program Pelayanan", [kegiatan])]), ("Sasaran B", [])],
    )
    assert data.lepas == 0
    owners = {simpul.kinerja: simpul.pemilik for simpul in data.semua}
    # The Camat answers for the sasaran, a line for those below it (`docs/sakip.md` §3.3).
    assert owners["Tujuan"] == "Kecamatan Uji"
    assert owners["Sasaran A"] == "Camat Uji"
    assert owners["7.01.01.2.01.01 Sub Loket"] == "Kepala Seksi Pelayanan"


def test_an_indicator_says_who_answers_for_it(office: Office, ids: dict[str, UUID]) -> None:
    change_field(office, "indikator", ids["B1"], "penanggung_jawab", "Kasi A")
    change_field(office, "indikator", ids["B2"], "penanggung_jawab", "Kasi B")
    owners = {simpul.kinerja: simpul.pemilik for simpul in pohon(office).semua}
    assert owners["Sasaran B"] == "Kasi A, Kasi B"
    change_field(office, "indikator", ids["B1"], "penanggung_jawab", "Dr. A, S.Sos., M.Si.")
    owners = {simpul.kinerja: simpul.pemilik for simpul in pohon(office).semua}
    assert owners["Sasaran B"] == "Dr. A, S.Sos., M.Si.; Kasi B"


def test_a_program_of_two_sasaran_has_its_kegiatan_once(
    office: Office, ids: dict[str, UUID]
) -> None:
    support(office, ids["P"], ids["B"])
    names = [simpul.kinerja for simpul in pohon(office).semua]
    assert names.count("7.01.01 Program Pelayanan") == 2
    assert names.count("7.01.01.2.01 Kegiatan Loket") == 1
    second = [simpul for simpul in pohon(office).semua if simpul.tingkat == "program"][1]
    assert second.catatan == "rincian: lihat sasaran “Sasaran A”"
    assert second.pemilik == "Kepala Seksi Pelayanan"


def test_a_program_without_pagu_stands_below_the_sasaran_that_it_supports(
    office: Office, ids: dict[str, UUID]
) -> None:
    poor = add_line(office, "7.01.07", "Program Belum Berpagu", "program")
    names = [simpul.kinerja for simpul in pohon(office).semua]
    assert "7.01.07 Program Belum Berpagu" not in names
    support(office, poor, ids["B"])
    (tujuan,) = pohon(office).akar
    assert branches(tujuan)[1][1] == ("Sasaran B", [("7.01.07 Program Belum Berpagu", [])])


def test_an_induk_connects_a_program_as_well(office: Office, ids: dict[str, UUID]) -> None:
    loose = add_line(office, "7.01.02", "Program Desa", "program")
    kegiatan = add_line(office, "7.01.02.2.01", "Kegiatan Desa", "kegiatan", loose)
    below = add_indikator(office, "D1", level="kegiatan", mata_anggaran_id=kegiatan)
    assert pohon(office).lepas == 1
    change_field(office, "indikator", below, "induk_id", ids["B1"])
    assert pohon(office).lepas == 0
    names = [simpul.kinerja for simpul in pohon(office).akar[0].anak[1].anak]
    assert names == ["7.01.02 Program Desa"]


def test_what_hangs_on_nothing_is_drawn_and_told(office: Office, ids: dict[str, UUID]) -> None:
    add_line(office, "7.01.09", "Program tanpa pagu", "program")
    loose = add_line(office, "7.01.02", "Program Desa", "program")
    add_indikator(office, "D1", level="program", mata_anggaran_id=loose)
    add_indikator(office, "X1", level="sasaran")
    data = pohon(office)
    assert [simpul.kinerja for simpul in data.lepasan] == [
        "7.01.02 Program Desa",
        "Indikator yang belum terhubung ke tujuan, sasaran, atau program",
    ]
    assert "Indikator X1" in text_of(office, "pohon-kinerja")
    assert "Belum terhubung dengan sasaran: 7.01.02 Program Desa; Indikator yang" in (
        state(office, "pohon-kinerja").catatan
    )


def test_a_line_that_is_its_own_ancestor_does_not_hold_the_tree(
    office: Office, ids: dict[str, UUID]
) -> None:
    one = add_line(office, "7.01.05", "Putar 1", "program")
    other = add_line(office, "7.01.06", "Putar 2", "program", one)
    below = add_indikator(office, "D1", level="program", mata_anggaran_id=other)
    change_field(office, "indikator", below, "induk_id", ids["B1"])
    with office.journal.action("Uji") as session:
        session.get_one(MataAnggaran, one).induk_id = other
    uraian = [item.uraian for simpul in pohon(office).semua for item in simpul.indikator]
    assert uraian.count("Indikator D1") == 1


def test_a_tree_without_a_renstra_takes_every_tujuan(office: Office, ids: dict[str, UUID]) -> None:
    with office.journal.reading() as session:
        data = gather_pohon(session, 2040, DAY)
    assert [simpul.kinerja for simpul in data.akar] == ["Tujuan"]


def test_the_tree_of_another_renstra_is_not_drawn(office: Office, ids: dict[str, UUID]) -> None:
    later = add_row(
        office, "periode_renstra", {"nama": "2030–2034", "tahun_awal": 2030, "tahun_akhir": 2034}
    )
    add_row(office, "tujuan", {"periode_renstra_id": later, "kode": "T9", "uraian": "Kelak"})
    assert [simpul.kinerja for simpul in pohon(office).akar] == ["Tujuan"]


def test_a_pohon_is_signed_by_the_camat(office: Office, ids: dict[str, UUID]) -> None:
    text = text_of(office, "pohon-kinerja")
    for told in (
        "POHON KINERJA KECAMATAN UJI", "TAHUN 2025", "SUB KEGIATAN", "Indikator A1 (100%)",
        "Garis berarti sebab-akibat", "Lumajang, 1 Juni 2025", "CAMAT UJI,",
    ):  # fmt: skip
        assert told in text, told
    assert build_docx(office, Permintaan("pohon-kinerja", PERIODE)).startswith(b"PK")


@pytest.mark.parametrize("kunci", ["pohon-kinerja", "matriks-cascading"])
def test_without_indicators_there_is_no_tree(office: Office, kunci: str) -> None:
    fill_kantor(office)
    for row in list_rows(office, "indikator"):
        change_field(office, "indikator", row["id"], "berlaku_sampai", 2020)
    assert state(office, kunci).kosong.startswith("Belum ada indikator untuk 2025")
    with pytest.raises(KinerjaError, match="Belum ada indikator untuk 2025"):
        build_naskah(office, Permintaan(kunci, PERIODE))


def test_the_matrix_has_a_row_for_each_indicator_and_real_numbers(
    office: Office, ids: dict[str, UUID]
) -> None:
    text = text_of(office, "matriks-cascading")
    for told in (
        "Level",
        "Penanggung Jawab",
        "Program Pelayanan",
        "Kegiatan Loket",
        "Indikator B3",
    ):
        assert told in text, told
    book = openpyxl.load_workbook(
        BytesIO(build_xlsx(office, Permintaan("matriks-cascading", PERIODE)))
    )
    rows = list(book["Data"].iter_rows(values_only=True))
    assert rows[0][2:7] == ("Level", "Kinerja", "Indikator", "Satuan", "Target")
    assert ("Program", "7.01.01 Program Pelayanan", "Indikator C1", "%", 100) in [
        row[2:7] for row in rows
    ]


def test_only_the_final_paper_goes_along_to_bappeda(office: Office, ids: dict[str, UUID]) -> None:
    def sent() -> set[str]:
        return {path for path in list_salinan(office, Periode(TAHUN, 1)) if "00_" in path}

    before = sent()
    for kunci in ("manual-iku", "pohon-kinerja"):
        make_final(office, get_dokumen(kunci), Permintaan(kunci, PERIODE), DAY)
    assert sent() - before == {
        "00_PERENCANAAN/Manual_IKU_2025.pdf",
        "00_PERENCANAAN/Pohon_Kinerja_2025.pdf",
    }
