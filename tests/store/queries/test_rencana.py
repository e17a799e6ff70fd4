"""The plan and its budget: which rows count in which years."""

from datetime import date
from decimal import Decimal

from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.anggaran import find_dukungan, load_tanggal_dpa
from kinerja_desktop.store.queries.bahan import list_indikator_within
from kinerja_desktop.store.queries.renstra import list_sasaran, load_target
from kinerja_desktop.store.queries.rows import list_columns, list_rows
from kinerja_desktop.store.records import (
    Indikator,
    MataAnggaran,
    Pagu,
    PeriodeRenstra,
    ProgramSasaran,
    Sasaran,
    TargetTahunan,
    Tujuan,
)


def test_a_matrix_has_whoever_was_in_force_in_any_of_its_years(journal: Journal) -> None:
    rows = [
        ("IKI-1", "IKI", 1, None, None), ("IKU-9", "IKU", None, None, None),
        ("IKU-2", "IKU", 2, 2029, None), ("IKU-1", "IKU", 2, None, 2025),
        ("LAMA", "IKU", 1, None, 2024), ("BARU", "IKU", 1, 2030, None),
    ]  # fmt: skip
    with journal.action("Menambah") as session:
        session.add_all(
            Indikator(
                kode=kode, uraian="", level="lain", jenis=jenis, urutan=urutan, berlaku_dari=dari,
                berlaku_sampai=sampai,
            )
            for kode, jenis, urutan, dari, sampai in rows
        )  # fmt: skip
    with journal.reading() as session:
        found = [row.kode for row in list_indikator_within(session, 2025, 2029)]
    # By urutan and kode, without urutan last, IKI behind the office's own.
    assert found == ["IKU-1", "IKU-2", "IKU-9", "IKI-1"]


def test_sasaran_come_by_kode_and_programs_support_them(journal: Journal) -> None:
    with journal.action("Menambah") as session:
        session.add(renstra := PeriodeRenstra(nama="R", tahun_awal=2025, tahun_akhir=2029))
        session.add(tujuan := Tujuan(periode_renstra_id=renstra.id, kode="T1", uraian=""))
        sasaran = [Sasaran(tujuan_id=tujuan.id, kode=kode, uraian="") for kode in ("S2", "S1")]
        program = MataAnggaran(kode="7.01.01", nama="Program", jenis="program")
        session.add_all([*sasaran, program])
        session.add(ProgramSasaran(mata_anggaran_id=program.id, sasaran_id=sasaran[0].id))
        keys = program.id, sasaran[0].id, sasaran[1].id
    with journal.reading() as session:
        assert [row.kode for row in list_sasaran(session)] == ["S1", "S2"]
        assert find_dukungan(session, keys[0], keys[1]) is not None
        assert find_dukungan(session, keys[0], keys[2]) is None


def test_amounts_and_targets_are_those_of_their_year(journal: Journal) -> None:
    with journal.action("Menambah") as session:
        session.add(line := MataAnggaran(kode="7.01.01", nama="Program", jenis="program"))
        session.add(iku := Indikator(kode="IKU-1", uraian="", level="lain"))
        session.add(Pagu(mata_anggaran_id=line.id, tahun=2024))
        session.add(Pagu(mata_anggaran_id=line.id, tahun=2025, tanggal_murni=date(2025, 1, 2)))
        for tahun, nilai in ((2024, Decimal(80)), (2025, None)):
            session.add(TargetTahunan(indikator_id=iku.id, tahun=tahun, nilai=nilai))
        key = iku.id
    with journal.reading() as session:
        assert load_tanggal_dpa(session) == {2025: date(2025, 1, 2)}
        assert load_target(session, 2024) == {key: 80}
        assert load_target(session, 2025) == {key: None}
        assert len(list_rows(session, "target_tahunan")) == 2
        (row,) = list_rows(session, "target_tahunan", {"tahun": 2025, "nilai": None})
        assert row.id
        assert set(list_columns(session, "target_tahunan", ["tahun", "nilai"])) == {
            (2024, Decimal(80)), (2025, None),
        }  # fmt: skip
