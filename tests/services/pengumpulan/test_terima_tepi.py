"""Taking in at the edges: laws, forms of elsewhere, sticks and disks that fail, evidence."""

import errno
import os
import sys
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from kinerja_desktop.domain.pengumpulan.lembar import IndikatorDitanya, LembarFormulir
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.pengumpulan import bukti_formulir
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.kenali import find_most_alike
from kinerja_desktop.services.pengumpulan.rencana import RencanaTerima, StatusFormulir
from kinerja_desktop.services.pengumpulan.terima import HasilTerima, take_in
from kinerja_desktop.store.evidence import MAX_SIZE
from kinerja_desktop.store.records import (
    Formulir,
    Indikator,
    Lampiran,
    PenerimaanFormulir,
    Realisasi,
    RealisasiAnggaran,
)
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    indikator_of,
    send,
)


def plan(office: Office, *paths: Path) -> RencanaTerima:
    return plan_terima(office, paths, PERIODE)


def contents(office: Office) -> list[str]:
    """Everything that forms can change, and their log."""
    with office.journal.reading() as session:
        return [
            row.model_dump_json()
            for kind in (Realisasi, RealisasiAnggaran, Lampiran, PenerimaanFormulir, Formulir)
            for row in sorted(session.exec(select(kind)), key=lambda row: str(row.id))
        ]


def fill_all(office: Office, path: Path, figures: list[Decimal], text: str) -> Path:
    filler = Filler(path)
    for row, figure in zip(indikator_of(office, KASI), figures, strict=True):
        filler.fill(row.id, nilai=float(figure), pendorong=text, bukti="rekap.pdf")
    (path.parent / "rekap.pdf").write_bytes(b"%PDF-1.4 rekap")
    return filler.save()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    figures=st.lists(st.decimals(0, 1000, places=2, allow_nan=False), min_size=3, max_size=3),
    text=st.sampled_from(["Loket baru", "_x0041_ a", "satu\ndua"]),
)
def test_a_form_taken_twice_changes_nothing(
    kantor: Office, forms: dict[str, Path], figures: list[Decimal], text: str
) -> None:
    path = fill_all(kantor, forms[KASI], figures, text)
    take_in(kantor, plan(kantor, path))
    once = contents(kantor)
    state = kantor.journal.state()
    again = plan(kantor, path)
    assert set(again.formulir[0].status) >= {StatusFormulir.SUDAH_PERNAH}
    assert take_in(kantor, again) == HasilTerima()
    # Not even when the clerk chooses everything.
    assert take_in(kantor, again, {key for key, _ in again.rows()}) == HasilTerima()
    assert (contents(kantor), kantor.journal.state()) == (once, state)


def test_a_blank_form_changes_nothing_but_the_log(kantor: Office, tmp_path: Path) -> None:
    set_realisasi(kantor, indikator_of(kantor, KASI)[0].id, PERIODE, Decimal(70))
    forms = send(kantor, tmp_path / "stik")
    filler = Filler(forms[KASI])
    filler.cell(indikator_of(kantor, KASI)[0].id, "nilai").value = None
    rencana = plan(kantor, filler.save())
    assert rencana.formulir[0].baris[0].catatan == (
        "Realisasi dikosongkan di formulir: isian yang ada tetap",
    )
    assert take_in(kantor, rencana) == HasilTerima(formulir=1)
    with kantor.journal.reading() as session:
        row = session.exec(select(Realisasi).where(Realisasi.triwulan == 2)).one()
        back = session.exec(select(PenerimaanFormulir)).one()
    assert row.nilai == 70
    assert (back.masuk, back.tetap, back.ditolak, back.kosong) == (0, 0, 0, 3)


def test_an_amount_of_a_year_that_has_none_yet(kantor: Office, tmp_path: Path) -> None:
    forms = send(kantor, tmp_path / "stik")
    with kantor.journal.action("Menghapus belanja") as session:
        for row in session.exec(select(RealisasiAnggaran)):
            session.delete(row)
    filler = Filler(forms[KASUBBAG])
    keys = [cell.value for (cell,) in filler.sheet.iter_rows(max_col=1) if cell.value]
    line = str(keys[-1])
    rencana = plan(kantor, filler.fill(line, rupiah=1_250_000).save())
    assert take_in(kantor, rencana).masuk == 1
    with kantor.journal.reading() as session:
        row = session.exec(select(RealisasiAnggaran)).one()
    assert (str(row.mata_anggaran_id), row.tw1, row.tw2) == (line, None, 1_250_000)


def test_a_deleted_row_that_is_known_needs_no_word(kantor: Office, tmp_path: Path) -> None:
    first, second, _ = indikator_of(kantor, KASI)
    filler = Filler(send(kantor, tmp_path / "stik")[KASI])
    filler.sheet.delete_rows(filler.row(first.id))
    filler.sheet.delete_rows(filler.row(second.id))
    path = filler.save()
    set_realisasi(kantor, first.id, PERIODE, Decimal(70))
    rows = plan(kantor, path).formulir[0].baris
    assert [row.catatan for row in rows[:2]] == [
        (), ("barisnya tidak ada lagi di formulir ini",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [("G3", 4, "periode"), ("E3", "Kasi Lain", "pemegang"), ("I3", "0" * 16, "isi")],
)
def test_a_changed_identity_is_told(
    kantor: Office, forms: dict[str, Path], cell: str, value: str | int, words: str
) -> None:
    filler = Filler(forms[KASI])
    filler.book["Identitas"][cell] = value
    (form,) = plan(kantor, filler.save()).formulir
    assert form.status == (StatusFormulir.TERKUNCI_DIUBAH,)
    assert form.sebab == (f"{words} pada identitasnya diubah; yang dipakai tetap catatan program",)


@pytest.mark.parametrize(
    "cells",
    [
        {"B3": "bukan kunci"},
        {"B3": "00000000-0000-0000-0000-00000000000a", "F3": 1},
        {"B3": "00000000-0000-0000-0000-00000000000a", "G3": 9},
        {"B3": "00000000-0000-0000-0000-00000000000a", "E3": "Kasi yang pindah"},
    ],
)
def test_an_unknown_key_is_looked_for_by_words(
    kantor: Office, forms: dict[str, Path], cells: dict[str, str | int]
) -> None:
    """Also where period or holder of the identity are none that there are."""
    filler = Filler(forms[KASI])
    filler.sheet["A1"] = None
    for cell, value in cells.items():
        filler.book["Identitas"][cell] = value
    path = filler.save()
    (form,) = plan(kantor, path).formulir
    assert form.status == (StatusFormulir.TIDAK_TERCATAT,)
    assert f"dari kata-katanya dikenali sebagai formulir {KASI}" in form.sebab[0]
    (lost,) = plan_terima(kantor, [path]).formulir
    assert "tidak cocok dengan satu formulir pun" in lost.masalah[0].message


def test_an_office_without_a_name_is_another_office(kantor: Office, forms: dict[str, Path]) -> None:
    filler = Filler(forms[KASI])
    filler.book["Identitas"]["C3"], filler.book["Identitas"]["D3"] = "lain", None
    (form,) = plan(kantor, filler.save()).formulir
    assert "formulir ini dari kantor lain" in form.masalah[0].message
    assert not form.baris


def test_two_unknown_forms_of_one_period_are_made_once(
    kantor: Office, forms: dict[str, Path]
) -> None:
    with kantor.journal.action("Memulihkan") as session:
        for row in session.exec(select(Formulir)):
            session.delete(row)
    rencana = plan(kantor, *forms.values())
    assert {form.status for form in rencana.formulir} == {(StatusFormulir.TIDAK_TERCATAT,)}
    assert {form.pemegang for form in rencana.formulir} == {KASI, KASUBBAG}


def make_form(pemegang: str, *names: str) -> LembarFormulir:
    rows = tuple(IndikatorDitanya(name, name, name) for name in names)
    return LembarFormulir(
        pemegang, "i", "Uji", pemegang, "pengumpul_data", PERIODE, date(2024, 7, 1), baris=rows
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"a", "b"}, "A"),
        ({"a", "x"}, "A"),  # half of what stands there
        ({"a", "x", "y"}, None),  # less than half
        ({"a", "c"}, None),  # as much of one as of the other
        ({"x"}, None),
        (set(), None),
    ],
)
def test_which_form_is_most_alike(words: set[str], expected: str | None) -> None:
    found = find_most_alike([make_form("A", "a", "b"), make_form("B", "c", "d")], words)
    assert (found and found.pemegang) == expected
    assert find_most_alike([], words) is None


def test_a_form_without_any_status_of_the_wrong_year(kantor: Office, tmp_path: Path) -> None:
    path = send(kantor, tmp_path / "lama", type(PERIODE)(2023, 2))[KASI]
    (form,) = plan(kantor, path).formulir
    assert form.status == (StatusFormulir.PERIODE_LAIN,)
    assert "untuk Triwulan II Tahun 2023, yang dipilih Triwulan II Tahun 2024" in form.sebab[0]


def test_merged_cells_and_formulas_are_given_back(kantor: Office, forms: dict[str, Path]) -> None:
    first, second, third = indikator_of(kantor, KASI)
    filler = Filler(forms[KASI]).fill(third.id, nilai="=40+2").fill(first.id, pendorong="Dua baris")
    top, bottom = filler.row(first.id), filler.row(second.id)
    filler.sheet.merge_cells(f"K{top}:K{bottom}")
    rencana = plan(kantor, filler.save())
    reasons = [row.alasan for row in rencana.formulir[0].baris]
    assert [len(found) for found in reasons] == [1, 1, 1]
    assert "digabung melewati beberapa baris" in reasons[0][0]
    assert "rumus di sel ini belum pernah dihitung" in reasons[2][0]
    state = kantor.journal.state()
    assert take_in(kantor, rencana) == HasilTerima(ditolak=3, formulir=1)
    assert kantor.journal.state() != state, "it is recorded that it came back"


def test_a_stick_of_many_folders(kantor: Office, forms: dict[str, Path], tmp_path: Path) -> None:
    stick = forms[KASI].parent.parent
    deep = stick
    for number in range(8):
        deep /= f"map {number}"
    deep.mkdir(parents=True)
    (deep / "terlalu dalam.xlsx").write_bytes(forms[KASI].read_bytes())
    (stick / "tautan.xlsx").symlink_to(forms[KASI])
    rencana = plan(kantor, forms[KASI], stick)
    assert [form.path for form in rencana.formulir] == [forms[KASI], forms[KASUBBAG]]


def test_a_stick_that_is_gone(
    kantor: Office, forms: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = forms[KASI].parent.parent

    def pulled(self: Path) -> object:
        raise OSError(errno.EIO, "Input/output error")

    state = kantor.journal.state()
    for name in ("iterdir", "is_dir"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, name, pulled)
            with pytest.raises(KinerjaError, match="tidak terjangkau lagi"):
                plan(kantor, stick)
    assert kantor.journal.state() == state


def test_a_300_mb_file_on_the_stick_is_told(kantor: Office, forms: dict[str, Path]) -> None:
    with forms[KASI].open("r+b") as file:
        file.truncate(300_000_000)
    rencana = plan(kantor, forms[KASI].parent.parent)
    assert [form.pemegang for form in rencana.formulir] == [KASUBBAG]
    (problem,) = rencana.gagal
    assert "MB" in problem.message


def test_another_zip_in_a_folder_is_passed_over(kantor: Office, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.xlsx", "w") as archive:
        archive.writestr("a", "b")
    (folder / "b.txt").touch()
    rencana = plan(kantor, folder)
    assert (rencana.formulir, len(rencana.gagal)) == ((), 1)


def test_evidence_that_is_too_large_or_cannot_be_read(
    kantor: Office, forms: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    folder = forms[KASI].parent
    with (folder / "besar.pdf").open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    (folder / "ada.pdf").write_bytes(b"%PDF")
    path = Filler(forms[KASI]).fill(key, nilai=1, bukti="besar.pdf; ada.pdf").save()
    row = plan(kantor, path).formulir[0].baris[0]
    assert row.catatan[-1] == "bukti 'besar.pdf' lebih besar dari 100 MB: perkecil dulu"
    assert [item.name for item in row.bukti] == ["ada.pdf"]

    def pulled(*_: object, **__: object) -> object:
        raise OSError(errno.EIO, "Input/output error")

    told = "bukti 'ada.pdf' tidak dapat dibaca: salin ulang berkasnya"
    with monkeypatch.context() as patch:
        patch.setattr(bukti_formulir, "compute_sha256", pulled)
        row = plan(kantor, path).formulir[0].baris[0]
    assert (row.bukti, row.catatan[-1]) == ((), told)
    with monkeypatch.context() as patch:
        patch.setattr(bukti_formulir, "require_document", pulled)
        assert told in plan(kantor, path).formulir[0].baris[0].catatan
    with monkeypatch.context() as patch:
        patch.setattr(bukti_formulir.EvidenceFinder, "_list", lambda *_: {})
        row = plan(kantor, path).formulir[0].baris[0]
    assert row.catatan[-1] == "bukti 'ada.pdf' tidak ada di samping formulir: minta berkasnya"


def test_a_folder_of_evidence_that_is_gone(tmp_path: Path) -> None:
    finder = bukti_formulir.EvidenceFinder()
    found = finder.find(tmp_path / "tiada" / "f.xlsx", ["a.pdf"], ())
    assert found == ((), ("bukti 'a.pdf' tidak ada di samping formulir: minta berkasnya",))


@pytest.mark.parametrize("size", [0, 8 << 10, 64 << 10])
def test_a_full_disk_while_taking_in(kantor: Office, forms: dict[str, Path], size: int) -> None:
    if sys.platform == "win32":
        pytest.skip("bounds the size of files as POSIX does")
    import resource

    first = indikator_of(kantor, KASI)[0].id
    (forms[KASI].parent / "besar.pdf").write_bytes(os.urandom(200_000))
    path = Filler(forms[KASI]).fill(first, nilai=91, bukti="besar.pdf").save()
    rencana = plan(kantor, path)
    before = contents(kantor)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        with pytest.raises(KinerjaError):
            take_in(kantor, rencana)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert contents(kantor) == before
    assert take_in(kantor, plan(kantor, path)).bukti == 1, "afterwards it goes in"


def test_evidence_that_went_away_between_preview_and_taking(
    kantor: Office, forms: dict[str, Path]
) -> None:
    first = indikator_of(kantor, KASI)[0].id
    proof = forms[KASI].parent / "rekap.pdf"
    proof.write_bytes(b"%PDF")
    rencana = plan(kantor, Filler(forms[KASI]).fill(first, nilai=91, bukti=proof.name).save())
    proof.unlink()
    before = contents(kantor)
    with pytest.raises(KinerjaError):
        take_in(kantor, rencana)
    assert contents(kantor) == before


def test_the_same_evidence_named_by_two_rows_is_kept_for_both(
    kantor: Office, forms: dict[str, Path]
) -> None:
    first, second, _ = indikator_of(kantor, KASI)
    (forms[KASI].parent / "rekap.pdf").write_bytes(b"%PDF")
    (forms[KASI].parent / "salinan.pdf").write_bytes(b"%PDF")
    filler = Filler(forms[KASI]).fill(first.id, nilai=1, bukti="rekap.pdf\nsalinan.pdf")
    rencana = plan(kantor, filler.fill(second.id, nilai=2, bukti="rekap.pdf").save())
    assert take_in(kantor, rencana).bukti == 2, "a copy under another name is the same file"


def test_a_figure_makes_an_entry_apply_again(kantor: Office, forms: dict[str, Path]) -> None:
    first = indikator_of(kantor, KASI)[0].id
    with kantor.journal.action("Tidak berlaku") as session:
        session.add(Realisasi(indikator_id=first, tahun=2024, triwulan=2, tidak_berlaku=True))
    take_in(kantor, plan(kantor, Filler(forms[KASI]).fill(first, nilai=91).save()))
    with kantor.journal.reading() as session:
        row = session.exec(select(Realisasi).where(Realisasi.triwulan == 2)).one()
    assert (row.nilai, row.tidak_berlaku) == (91, False)


def test_an_iki_stands_on_its_holders_form(kantor: Office, tmp_path: Path) -> None:
    from kinerja_desktop.store.records import Pejabat

    with kantor.journal.action("Menambah IKI") as session:
        official = session.exec(select(Pejabat)).first()
        assert official is not None
        row = Indikator(kode="IKI-1", uraian="Jumlah berkas", jenis="IKI", satuan="Berkas",
                        pejabat_id=official.id, pengumpul_data=KASI,
                        frekuensi="triwulanan", akumulasi="akumulasi")  # fmt: skip
        session.add(row)
        key = row.id
    path = send(kantor, tmp_path / "stik")[KASI]
    rencana = plan(kantor, Filler(path).fill(key, nilai=12).save())
    assert take_in(kantor, rencana).masuk == 1
    with kantor.journal.reading() as session:
        found = session.exec(select(Realisasi).where(Realisasi.indikator_id == UUID(str(key))))
        assert found.one().nilai == 12
