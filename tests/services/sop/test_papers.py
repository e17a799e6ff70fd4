"""The printed SOP and the printed record of a case, read back from their PDF."""

from pathlib import Path

import pytest

from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.services.kantor.data_entry import change_field
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import record_kejadian
from kinerja_desktop.services.sop.evidence import attach_evidence
from kinerja_desktop.services.sop.library import accept, list_sop, open_usulan
from kinerja_desktop.services.sop.papers import compose_riwayat, compose_sop
from tests.services.dokumen.papers import read_text
from tests.services.sop.office import (
    CANDIPURO,
    KEMBALIKAN,
    PENGUMPULAN,
    SELESAI,
    SETUJU,
    do,
    find_sop,
    start,
)


def test_the_record_of_a_case_tells_what_really_happened(muncar: Office, tmp_path: Path) -> None:
    case_id = start(muncar, PENGUMPULAN)
    do(muncar, case_id, *[SELESAI] * 4)
    record_kejadian(muncar, case_id, KEMBALIKAN, 5, "rekap belum lengkap", pelaku="Sekretaris")
    do(muncar, case_id, SELESAI, SETUJU)
    file = tmp_path / "rekap.xlsx"
    file.write_bytes(b"isi")
    attach_evidence(muncar, case_id, 4, file)
    text = read_text(compose_riwayat(muncar, case_id))
    for part in (
        "Kecamatan Muncar", "Tahun 2024", "rekap belum lengkap", "rekap.xlsx", "Setuju",
        "Dikembalikan", "Berjalan", "(oleh Operator)", "Kasubbag Keuangan (oleh Sekretaris)",
    ):  # fmt: skip
        assert part in text, part


def test_the_record_says_when_a_step_is_late(muncar: Office) -> None:
    """Three columns side by side show what took longer; only what missed its day is late."""
    case_id = start(muncar, PENGUMPULAN)
    text = read_text(compose_riwayat(muncar, case_id))
    assert "Terlambat: selesai sesudah hari jatuh tempo menurut mutu bakunya" in text


def test_an_sop_prints_as_in_the_source_and_tidied_when_asked(muncar: Office) -> None:
    item = find_sop(muncar, CANDIPURO)
    usulan = next(usulan for usulan in open_usulan(item.sop) if usulan.usulan == "MUTU BAKU")
    new = accept(muncar, item.id, usulan)
    assert "MUTU BUKU" in read_text(compose_sop(muncar, new))
    tidied = read_text(compose_sop(muncar, new, Bacaan.DIRAPIKAN))
    assert "MUTU BAKU" in tidied


def test_the_papers_of_a_sample_office_bear_its_mark(muncar: Office) -> None:
    papers = [
        compose_sop(muncar, find_sop(muncar, CANDIPURO).id),
        compose_riwayat(muncar, start(muncar, PENGUMPULAN)),
    ]
    assert all(paper.is_contoh for paper in papers)
    instansi = muncar.instansi()
    assert instansi is not None
    change_field(muncar, "instansi", instansi.id, "contoh", False)
    assert not compose_sop(muncar, find_sop(muncar, CANDIPURO).id).is_contoh


@pytest.mark.parametrize("n", range(5))
def test_every_sop_of_the_sample_prints(muncar: Office, n: int) -> None:
    assert read_text(compose_sop(muncar, list_sop(muncar)[n].id))
