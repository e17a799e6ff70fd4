"""A workbook belongs to one kind of office: at no door does it make the one into the other."""

from pathlib import Path

import pytest

from kinerja_desktop.domain.capaian.snapshot import BAPPEDA, KECAMATAN
from kinerja_desktop.errors import DataProblemsError
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.penerimaan.unit import list_unit
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import


def test_the_workbook_of_a_kecamatan_is_refused_at_bappeda(
    bappeda: Office, muncar: Office, tmp_path: Path
) -> None:
    export_workbook(muncar, tmp_path / "kecamatan.xlsx")
    plan = plan_import(bappeda, tmp_path / "kecamatan.xlsx")
    assert (plan.rows, plan.is_sound) == ([], False)
    assert "milik kantor kecamatan (lembar Unit Kerja), sedangkan data ini milik Bappeda" in str(
        plan.problems[0]
    )
    with pytest.raises(DataProblemsError):
        apply_import(bappeda, plan)
    assert bappeda.require_instansi().kecamatan == "Bappeda"


def test_the_workbook_of_bappeda_is_refused_at_a_kecamatan(
    bappeda: Office, muncar: Office, tmp_path: Path
) -> None:
    export_workbook(bappeda, tmp_path / "bappeda.xlsx")
    plan = plan_import(muncar, tmp_path / "bappeda.xlsx")
    assert (plan.rows, plan.is_sound) == ([], False)
    assert "milik kantor Bappeda (lembar Unit Pengirim), sedangkan data ini milik kecamatan" in str(
        plan.problems[0]
    )


def test_an_empty_folder_becomes_the_office_whose_workbook_it_gets(
    bappeda: Office, muncar: Office, tmp_path: Path
) -> None:
    for number, (source, jenis) in enumerate(((bappeda, BAPPEDA), (muncar, KECAMATAN))):
        path = tmp_path / f"{number}.xlsx"
        export_workbook(source, path)
        office = open_office(tmp_path / f"baru-{number}")
        apply_import(office, plan_import(office, path))
        assert office.require_instansi().jenis == jenis
        if jenis == BAPPEDA:
            assert len(list_unit(office)) == 21
        # Its own workbook changes nothing once it is in.
        assert plan_import(office, path).rows == []
        office.close()


def test_a_sheet_that_both_kinds_have_goes_in_by_itself(bappeda: Office, tmp_path: Path) -> None:
    path = tmp_path / "Pejabat.csv"
    path.write_text("nama;nip;pangkat;golongan\nNAMA KEPALA;;;\n", "utf-8")
    plan = plan_import(bappeda, path)
    assert plan.problems == []
    assert len(plan.rows) == 1
