"""Forms that come back: every status, every doubt, one deed, and its log."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.bukti import list_bukti
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.pengumpulan.baca import ReceiveCancelledError, plan_terima
from kinerja_desktop.services.pengumpulan.papan import read_riwayat
from kinerja_desktop.services.pengumpulan.rencana import RencanaTerima, StatusFormulir
from kinerja_desktop.services.pengumpulan.terima import HasilTerima, take_in
from kinerja_desktop.services.riwayat.workbook import export_workbook
from kinerja_desktop.store.journal import MovedError
from kinerja_desktop.store.records import (
    Formulir,
    Indikator,
    MataAnggaran,
    PenerimaanFormulir,
    Realisasi,
    RealisasiAnggaran,
)
from tests.conftest import Clock
from tests.finals import finalize
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    indikator_of,
    send,
)


def entry(office: Office, key: UUID, periode: Periode = PERIODE) -> Realisasi | None:
    with office.journal.reading() as session:
        rows = session.exec(select(Realisasi).where(Realisasi.indikator_id == key)).all()
    return next(
        (r for r in rows if (r.tahun, r.triwulan) == (periode.tahun, periode.triwulan)), None
    )


def plan(office: Office, *paths: Path) -> RencanaTerima:
    return plan_terima(office, paths, PERIODE)


def statuses(rencana: RencanaTerima) -> list[set[StatusFormulir]]:
    return [set(form.status) for form in rencana.formulir]


def test_what_was_filled_in_goes_in_as_one_deed(kantor: Office, forms: dict[str, Path]) -> None:
    first, second, _ = indikator_of(kantor, KASI)
    (forms[KASI].parent / "rekap.pdf").write_bytes(b"%PDF-1.4 rekap")
    path = (
        Filler(forms[KASI])
        .fill(first.id, pembilang=90, penyebut=100, pendorong="Loket baru", bukti="Rekap.PDF")
        .fill(second.id, nilai="82,5")
        .save()
    )
    rencana = plan(kantor, path)
    assert statuses(rencana) == [{StatusFormulir.BARU}]
    shown = {(cell.label, cell.lama, cell.baru) for _, row in rencana.rows() for cell in row.sel}
    assert shown == {
        ("Pembilang", "–", "90"), ("Penyebut", "–", "100"), ("Faktor pendorong", "–", "Loket baru"),
        ("Realisasi", "–", "82,5"),
    }  # fmt: skip
    assert entry(kantor, second.id) is None, "nothing is changed by looking"
    assert take_in(kantor, rencana) == HasilTerima(masuk=2, bukti=1, ditolak=0, formulir=1)
    found = entry(kantor, first.id)
    assert found is not None
    assert (found.pembilang, found.penyebut, found.pendorong) == (90, 100, "Loket baru")
    assert [item.nama for item in list_bukti(kantor, first.id, PERIODE)] == ["rekap.pdf"]
    other = entry(kantor, second.id)
    assert other is not None
    assert other.nilai == Decimal("82.5")
    (line,) = read_riwayat(kantor, PERIODE)
    assert (line.pemegang, line.nama, line.masuk, line.kosong) == (KASI, path.name, 2, 1)
    kantor.journal.undo()
    assert entry(kantor, second.id) is None
    assert read_riwayat(kantor, PERIODE) == []


def test_a_budget_line_is_reported_for_its_triwulan(kantor: Office, forms: dict[str, Path]) -> None:
    with kantor.journal.reading() as session:
        line = sorted(session.exec(select(MataAnggaran)), key=lambda row: row.kode)[0]
        before = session.exec(
            select(RealisasiAnggaran).where(
                RealisasiAnggaran.mata_anggaran_id == line.id, RealisasiAnggaran.tahun == 2024
            )
        ).first()
    assert before is None or before.tw2 is None
    path = Filler(forms[KASUBBAG]).fill(line.id, rupiah="1.250.000").save()
    take_in(kantor, plan(kantor, path))
    with kantor.journal.reading() as session:
        after = session.exec(
            select(RealisasiAnggaran).where(
                RealisasiAnggaran.mata_anggaran_id == line.id, RealisasiAnggaran.tahun == 2024
            )
        ).one()
    assert after.tw2 == 1_250_000
    again = Filler(forms[KASUBBAG]).fill(line.id, rupiah=1_300_000).save(path.with_name("b.xlsx"))
    take_in(kantor, plan(kantor, again))
    with kantor.journal.reading() as session:
        assert session.get_one(RealisasiAnggaran, after.id).tw2 == 1_300_000


def test_taken_twice_it_changes_nothing(kantor: Office, forms: dict[str, Path]) -> None:
    (key, *_) = (row.id for row in indikator_of(kantor, KASI))
    path = Filler(forms[KASI]).fill(key, nilai=91).save()
    take_in(kantor, plan(kantor, path))
    seal = kantor.journal.state()
    again = plan(kantor, path)
    assert statuses(again) == [{StatusFormulir.SUDAH_PERNAH}]
    assert again.chosen() == frozenset()
    assert not again.formulir[0].is_recordable
    assert take_in(kantor, again) == HasilTerima()
    assert kantor.journal.state() == seal


def test_renamed_and_moved_it_is_still_recognised(
    kantor: Office, forms: dict[str, Path], tmp_path: Path
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    path = Filler(forms[KASI]).fill(key, nilai=91).save(tmp_path / "Book1 (3).xlsx")
    (form,) = plan(kantor, path).formulir
    assert (form.pemegang, form.status) == (KASI, (StatusFormulir.BARU,))


def test_the_offices_workbook_that_was_named_is_told_apart(kantor: Office, tmp_path: Path) -> None:
    path = tmp_path / "buku kerja.xlsx"
    export_workbook(kantor, path)
    rencana = plan(kantor, path)
    assert rencana.buku == (path,)
    assert "melainkan buku kerja kantor" in rencana.gagal[0].message


def test_a_whole_stick_is_looked_through(
    kantor: Office, forms: dict[str, Path], tmp_path: Path
) -> None:
    stick = tmp_path / "flashdisk"
    (stick / "anggaran lain.xlsx").write_bytes((forms[KASI]).read_bytes()[:200])
    (stick / "~$buka.xlsx").write_bytes(b"kunci")
    (stick / "catatan.docx").write_bytes(b"x")
    other = load_workbook(forms[KASI])
    for sheet in other.worksheets:
        sheet.delete_rows(1, 100)
    other.save(stick / "bukan.xlsx")
    export_workbook(kantor, stick / "buku kerja.xlsx")
    rencana = plan(kantor, stick)
    assert {form.pemegang for form in rencana.formulir} == {KASI, KASUBBAG}
    assert rencana.dilewati == 2
    assert rencana.buku == ()
    assert [problem.file for problem in rencana.gagal] == ["anggaran lain.xlsx"]


def test_an_older_form_is_held_back(kantor: Office, forms: dict[str, Path]) -> None:
    key = indikator_of(kantor, KASI)[0].id
    new = Filler(forms[KASI]).fill(key, nilai=91).save(forms[KASI].with_name("baru.xlsx"))
    filler = Filler(forms[KASI]).fill(key, nilai=80)
    take_in(kantor, plan(kantor, new))
    old = filler.path.with_name("lama.xlsx")
    filler.save(old)
    _set_saved(old, datetime(2020, 1, 1, tzinfo=UTC))
    rencana = plan(kantor, old)
    assert statuses(rencana) == [{StatusFormulir.LEBIH_LAMA}]
    assert rencana.chosen() == frozenset()
    ((kunci, _),) = [item for item in rencana.rows() if item[1].can_go_in]
    take_in(kantor, rencana, {kunci})
    found = entry(kantor, key)
    assert found is not None
    assert found.nilai == 80, "the clerk may take it all the same"


def test_a_form_of_another_period_goes_where_it_belongs(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    path = Filler(forms[KASI]).fill(key, nilai=91).save()
    rencana = plan_terima(kantor, [path], Periode(2024, 3))
    assert statuses(rencana) == [{StatusFormulir.PERIODE_LAIN}]
    assert "yang dipilih Triwulan III Tahun 2024" in rencana.formulir[0].sebab[0]
    take_in(kantor, rencana, {key for key, _ in rencana.rows()})
    assert entry(kantor, key) is not None
    assert entry(kantor, key, Periode(2024, 3)) is None


def test_a_form_of_another_office_is_refused(kantor: Office, forms: dict[str, Path]) -> None:
    filler = Filler(forms[KASI]).fill(indikator_of(kantor, KASI)[0].id, nilai=91)
    identity = filler.book["Identitas"]
    identity["C3"] = "00000000-0000-0000-0000-000000000001"
    identity["D3"] = "Tempeh"
    rencana = plan(kantor, filler.save())
    assert statuses(rencana) == [{StatusFormulir.KANTOR_LAIN}]
    assert "Kecamatan Tempeh" in rencana.formulir[0].masalah[0].message
    assert take_in(kantor, rencana) == HasilTerima()


def test_a_changed_identity_is_told_and_the_program_is_right(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    filler = Filler(forms[KASI]).fill(key, nilai=91)
    filler.book["Identitas"]["G3"] = 4
    rencana = plan(kantor, filler.save())
    assert statuses(rencana) == [{StatusFormulir.TERKUNCI_DIUBAH}]
    assert "periode pada identitasnya diubah" in rencana.formulir[0].sebab[0]
    take_in(kantor, rencana)
    assert entry(kantor, key) is not None, "it goes into the period for which it was handed out"


def test_without_its_hidden_sheet_the_first_cell_tells_it(
    kantor: Office, forms: dict[str, Path]
) -> None:
    filler = Filler(forms[KASI]).fill(indikator_of(kantor, KASI)[0].id, nilai=91)
    del filler.book["Identitas"]
    assert statuses(plan(kantor, filler.save())) == [{StatusFormulir.BARU}]


def test_without_any_key_it_is_recognised_by_its_words(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    filler = Filler(forms[KASI]).fill(key, nilai=91)
    del filler.book["Identitas"]
    for (cell,) in filler.sheet.iter_rows(max_col=1):
        cell.value = None
    path = filler.save()
    (form,) = plan(kantor, path).formulir
    assert form.status == (StatusFormulir.TIDAK_TERCATAT,)
    assert f"dikenali sebagai formulir {KASI}" in form.sebab[0]
    rencana = plan(kantor, path)
    assert rencana.chosen() == frozenset()
    take_in(kantor, rencana, {key for key, row in rencana.rows() if row.can_go_in})
    found = entry(kantor, key)
    assert found is not None
    assert found.nilai == 91
    lost = plan_terima(kantor, [path])
    assert "identitas formulir ini hilang" in lost.formulir[0].masalah[0].message


def test_a_form_that_this_data_does_not_know_is_adopted(
    kantor: Office, forms: dict[str, Path]
) -> None:
    """Data restored from a backup of before: the forms are out there all the same."""
    key = indikator_of(kantor, KASI)[0].id
    path = Filler(forms[KASI]).fill(key, nilai=91).save()
    with kantor.journal.action("Memulihkan") as session:
        for row in session.exec(select(Formulir)):
            session.delete(row)
    rencana = plan(kantor, path)
    assert statuses(rencana) == [{StatusFormulir.TIDAK_TERCATAT}]
    chosen = {key for key, row in rencana.rows() if row.can_go_in}
    assert take_in(kantor, rencana, chosen).masuk == 1
    assert [line.pemegang for line in read_riwayat(kantor, PERIODE)] == [KASI]
    assert statuses(plan(kantor, path)) == [{StatusFormulir.SUDAH_PERNAH}]


def test_another_meaning_since_then_is_the_clerks_decision(
    kantor: Office, forms: dict[str, Path]
) -> None:
    first, second, _ = indikator_of(kantor, KASI)
    path = Filler(forms[KASI]).fill(first.id, nilai=91).fill(second.id, nilai=80).save()
    with kantor.journal.action("Mengubah definisi") as session:
        session.get_one(Indikator, first.id).definisi_operasional = "Lain"
    rencana = plan(kantor, path)
    assert statuses(rencana) == [{StatusFormulir.DEFINISI_BERUBAH}]
    assert {key[1] for key in rencana.chosen()} == {str(second.id)}
    doubts = {row.jawaban.id: row.ragu for _, row in rencana.rows()}
    assert "definisi indikator ini berubah" in doubts[str(first.id)]


def test_what_the_office_typed_meanwhile_is_not_overwritten_silently(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    path = Filler(forms[KASI]).fill(key, nilai=91).save()
    set_realisasi(kantor, key, PERIODE, Decimal(88))
    rencana = plan(kantor, path)
    assert rencana.chosen() == frozenset()
    (row,) = [row for _, row in rencana.rows() if row.sel]
    assert "(88) diubah sesudah formulir dikirim" in row.ragu


def test_a_correction_by_the_same_holder_goes_in(kantor: Office, forms: dict[str, Path]) -> None:
    key = indikator_of(kantor, KASI)[0].id
    take_in(kantor, plan(kantor, Filler(forms[KASI]).fill(key, nilai=91).save()))
    path = Filler(forms[KASI]).fill(key, nilai=92).save(forms[KASI].with_name("betul.xlsx"))
    rencana = plan(kantor, path)
    assert len(rencana.chosen()) == 1
    take_in(kantor, rencana)
    found = entry(kantor, key)
    assert found is not None
    assert found.nilai == 92


def test_two_answers_for_one_figure_are_a_choice(kantor: Office, forms: dict[str, Path]) -> None:
    key = indikator_of(kantor, KASI)[0].id
    one = Filler(forms[KASI]).fill(key, nilai=91).save(forms[KASI].with_name("satu.xlsx"))
    two = Filler(forms[KASI]).fill(key, nilai=92).save(forms[KASI].with_name("dua.xlsx"))
    same = Filler(forms[KASI]).fill(key, nilai=91).save(forms[KASI].with_name("sama.xlsx"))
    rencana = plan(kantor, one, two)
    assert rencana.chosen() == frozenset()
    assert all("pilih satu" in row.ragu for _, row in rencana.rows() if row.can_go_in)
    assert rencana.twins((0, str(key))) == {(1, str(key))}
    take_in(kantor, rencana, {(1, str(key))})
    found = entry(kantor, key)
    assert found is not None
    assert found.nilai == 92
    kantor.journal.undo()
    alike = plan(kantor, one, same)
    assert alike.chosen() == {(0, str(key))}


def test_after_the_period_is_final_it_is_recorded_and_changes_nothing(
    kantor: Office, tmp_path: Path
) -> None:
    setahun = Periode(2024)
    path = send(kantor, tmp_path / "setahun", setahun)[KASI]
    first = indikator_of(kantor, KASI)[0]
    before = entry(kantor, first.id, setahun)
    assert before is not None
    finalize(kantor, setahun, date(2025, 1, 31))
    rencana = plan_terima(kantor, [Filler(path).fill(first.id, nilai=91).save()], setahun)
    assert rencana.formulir[0].status == (StatusFormulir.FINAL,)
    assert "sudah final" in rencana.formulir[0].baris[0].alasan[0]
    assert take_in(kantor, rencana).masuk == 0
    after = entry(kantor, first.id, setahun)
    assert after is not None
    assert after.nilai == before.nilai
    assert len(read_riwayat(kantor, setahun)) == 1


def test_data_that_moved_since_the_preview_refuses(kantor: Office, forms: dict[str, Path]) -> None:
    (first, second, _) = indikator_of(kantor, KASI)
    rencana = plan(kantor, Filler(forms[KASI]).fill(first.id, nilai=91).save())
    set_realisasi(kantor, second.id, PERIODE, Decimal(1))
    with pytest.raises(MovedError):
        take_in(kantor, rencana)
    assert entry(kantor, first.id) is None


def test_evidence_that_cannot_be_attached_is_told(kantor: Office, forms: dict[str, Path]) -> None:
    key = indikator_of(kantor, KASI)[0].id
    folder = forms[KASI].parent
    (folder / "kosong.pdf").write_bytes(b"")
    (folder / "virus.exe").write_bytes(b"MZ")
    (folder / "baik.pdf").write_bytes(b"%PDF")
    names = "baik.pdf\nkosong.pdf; virus.exe\ntiada.pdf\n../luar.pdf"
    rencana = plan(kantor, Filler(forms[KASI]).fill(key, nilai=91, bukti=names).save())
    row = rencana.formulir[0].baris[0]
    assert [path.name for path in row.bukti] == ["baik.pdf"]
    assert [note.split(":")[0] for note in row.catatan] == [
        "bukti 'kosong.pdf' kosong",
        "bukti tidak dilampirkan",
        "bukti 'tiada.pdf' tidak ada di samping formulir",
        "bukti 'luar.pdf' bukan nama berkas",
    ]
    assert take_in(kantor, rencana).bukti == 1
    again = plan(kantor, Filler(forms[KASI]).fill(key, nilai=92).save(folder / "lagi.xlsx"))
    assert again.formulir[0].baris[0].bukti == (), "it is attached already"


def test_a_retired_indicator_is_told(kantor: Office, forms: dict[str, Path]) -> None:
    line_path = forms[KASUBBAG]
    with kantor.journal.reading() as session:
        line = sorted(session.exec(select(MataAnggaran)), key=lambda row: row.kode)[-1]
    path = Filler(line_path).fill(line.id, rupiah=5).save()
    with kantor.journal.action("Menghapus") as session:
        for record in ("Pagu", "RealisasiAnggaran", "ProgramSasaran"):
            from kinerja_desktop.store import records

            kind = getattr(records, record)
            for row in session.exec(select(kind).where(kind.mata_anggaran_id == line.id)):
                session.delete(row)
        for indikator in session.exec(select(Indikator)):
            if indikator.mata_anggaran_id == line.id:
                indikator.mata_anggaran_id = None
        session.delete(session.get_one(MataAnggaran, line.id))
    rencana = plan(kantor, path)
    reasons = [row.alasan for _, row in rencana.rows() if row.jawaban.id == str(line.id)]
    assert reasons == [
        (
            "indikator atau mata anggaran ini sudah tidak ada, atau tidak berlaku lagi pada "
            "Triwulan II Tahun 2024",
        )
    ]


def test_a_new_pembilang_takes_the_place_of_an_old_realisasi(
    kantor: Office, tmp_path: Path
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    set_realisasi(kantor, key, PERIODE, Decimal(70))
    path = send(kantor, tmp_path / "f")[KASI]
    filler = Filler(path).fill(key, pembilang=90, penyebut=100)
    filler.cell(key, "nilai").value = None
    rencana = plan(kantor, filler.save())
    (row,) = [row for _, row in rencana.rows() if row.sel]
    # 90 ÷ 100: the indicator's unit is no percent.
    assert [(cell.label, cell.lama, cell.baru) for cell in row.sel] == [
        ("Pembilang", "–", "90"), ("Penyebut", "–", "100"), ("Realisasi", "70", "0,9 (dihitung)"),
    ]  # fmt: skip
    take_in(kantor, rencana)
    found = entry(kantor, key)
    assert found is not None
    assert (found.nilai, found.pembilang) == (None, 90)


def test_an_odd_figure_is_remarked_on_and_goes_in(kantor: Office, forms: dict[str, Path]) -> None:
    """The target of 2024 is 91,33: ten times of it is a comma at the wrong place."""
    key = indikator_of(kantor, KASI)[0].id
    rencana = plan(kantor, Filler(forms[KASI]).fill(key, nilai=976.6).save())
    row = rencana.formulir[0].baris[0]
    assert any("periksa letak komanya" in note for note in row.catatan)
    assert row.can_go_in


def test_reading_can_be_stopped(kantor: Office, forms: dict[str, Path]) -> None:
    with pytest.raises(ReceiveCancelledError):
        plan_terima(kantor, forms.values(), cancelled=lambda: True)


def test_a_csv_and_a_missing_file_get_a_sentence(kantor: Office, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x;y\n", encoding="utf-8")
    rencana = plan(kantor, tmp_path / "a.csv", tmp_path / "tidak ada.xlsx")
    assert ["CSV" in str(item) or "tidak ada" in str(item) for item in rencana.gagal] == [
        True,
        True,
    ]


def test_a_folder_with_too_much_in_it_is_refused(
    kantor: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_desktop.services.pengumpulan.berkas._MOST", 2)
    for number in range(3):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(KinerjaError, match="lebih dari 2 berkas"):
        plan(kantor, tmp_path)


def test_the_log_keeps_what_went_in(kantor: Office, forms: dict[str, Path], clock: Clock) -> None:
    key = indikator_of(kantor, KASI)[0].id
    filler = Filler(forms[KASI]).fill(key, nilai="82,5")
    foot = next(row for row in range(1, 60) if filler.sheet.cell(row, 3).value == "Diisi oleh")
    filler.sheet.cell(foot, 4).value = "Budi Santoso"
    clock.moment += timedelta(days=2)
    take_in(kantor, plan(kantor, filler.save()))
    with kantor.journal.reading() as session:
        row = session.exec(select(PenerimaanFormulir)).one()
    assert (row.pengisi, row.isi) == ("Budi Santoso", {str(key): {"nilai": "82,5"}})
    assert row.disimpan is not None


def _set_saved(path: Path, moment: datetime) -> None:
    """Let a file say that it was saved at another moment."""
    import re
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_an_answer_that_the_data_has_already_is_an_answer_all_the_same(
    kantor: Office, forms: dict[str, Path]
) -> None:
    """The newest form says what is in the program: an older one must not win silently."""
    key = indikator_of(kantor, KASI)[0].id
    take_in(kantor, plan(kantor, Filler(forms[KASI]).fill(key, nilai=5).save()))
    older = Filler(forms[KASI]).fill(key, nilai=7).save(forms[KASI].with_name("lama.xlsx"))
    newest = (
        Filler(forms[KASI])
        .fill(key, nilai=5, pendorong="x")
        .save(forms[KASI].with_name("baru.xlsx"))
    )
    rencana = plan(kantor, older, newest)
    assert rencana.chosen() == frozenset()
    doubts = [row.ragu for _, row in rencana.rows() if row.jawaban.id == str(key)]
    assert all("jawaban berbeda untuk hal yang sama" in doubt for doubt in doubts)
    assert "lama.xlsx: Realisasi 7" in doubts[0]
    assert take_in(kantor, rencana) == HasilTerima(), "nothing goes in, nothing is recorded"


def test_two_answers_for_one_thing_are_not_taken_at_once(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    one = Filler(forms[KASI]).fill(key, nilai=91).save(forms[KASI].with_name("satu.xlsx"))
    two = Filler(forms[KASI]).fill(key, nilai=92).save(forms[KASI].with_name("dua.xlsx"))
    rencana = plan(kantor, one, two)
    with pytest.raises(KinerjaError, match="Dua jawaban untuk Indeks Kepuasan Masyarakat"):
        take_in(kantor, rencana, {(0, str(key)), (1, str(key))})
    assert entry(kantor, key) is None


def test_another_way_of_counting_triwulan_is_another_question(
    kantor: Office, forms: dict[str, Path]
) -> None:
    """The form asked for the state at the end; now each triwulan is added up."""
    key = indikator_of(kantor, KASI)[0].id
    path = Filler(forms[KASI]).fill(key, nilai=91).save()
    with kantor.journal.action("Mengubah perhitungan") as session:
        session.get_one(Indikator, key).akumulasi = "akumulasi"
    rencana = plan(kantor, path)
    assert statuses(rencana) == [{StatusFormulir.DEFINISI_BERUBAH}]
    assert rencana.formulir[0].baris[0].ragu.startswith("perhitungan triwulan indikator ini")


def test_an_indicator_that_is_no_longer_in_force_takes_no_answer(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    path = Filler(forms[KASI]).fill(key, nilai=91).save()
    with kantor.journal.action("Menghentikan indikator") as session:
        session.get_one(Indikator, key).berlaku_sampai = 2023
    rencana = plan(kantor, path)
    assert (
        "tidak berlaku lagi pada Triwulan II Tahun 2024" in rencana.formulir[0].baris[0].alasan[0]
    )


def test_a_realisasi_alone_takes_the_place_of_parts_that_say_otherwise(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key = indikator_of(kantor, KASI)[0].id
    first = Filler(forms[KASI]).fill(key, pembilang=9, penyebut=10).save()
    take_in(kantor, plan(kantor, first))
    filler = Filler(forms[KASI]).fill(key, nilai=80)
    for name in ("pembilang", "penyebut"):
        filler.cell(key, name).value = None
    rencana = plan(kantor, filler.save(forms[KASI].with_name("kedua.xlsx")))
    (row,) = [row for _, row in rencana.rows() if row.sel]
    assert [(cell.label, cell.lama, cell.baru) for cell in row.sel] == [
        ("Realisasi", "–", "80"), ("Pembilang", "9", "–"), ("Penyebut", "10", "–"),
    ]  # fmt: skip
    take_in(kantor, rencana)
    found = entry(kantor, key)
    assert found is not None
    assert (found.nilai, found.pembilang, found.penyebut) == (80, None, None)


def test_odd_rupiah_is_remarked_on(kantor: Office, forms: dict[str, Path]) -> None:
    with kantor.journal.reading() as session:
        lines = sorted(session.exec(select(MataAnggaran)), key=lambda row: row.kode)[:2]
    filler = Filler(forms[KASUBBAG]).fill(lines[0].id, rupiah=-5)
    path = filler.fill(lines[1].id, rupiah=999_999_999_999).save()
    notes = {row.jawaban.id: row.catatan for _, row in plan(kantor, path).rows()}
    assert "negatif" in notes[str(lines[0].id)][0]
    assert "lebih besar dari pagunya (Rp 159.280.900)" in notes[str(lines[1].id)][0]


def test_a_link_beside_the_form_is_no_evidence(
    kantor: Office, forms: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "rahasia.pdf").write_bytes(b"%PDF")
    (forms[KASI].parent / "bukti.pdf").symlink_to(tmp_path / "rahasia.pdf")
    key = indikator_of(kantor, KASI)[0].id
    row = plan(kantor, Filler(forms[KASI]).fill(key, nilai=91, bukti="bukti.pdf").save()).formulir
    assert row[0].baris[0].bukti == ()
    assert "tidak ada di samping formulir" in row[0].baris[0].catatan[0]


def test_figures_that_nobody_answered_stay_as_they_are(kantor: Office, tmp_path: Path) -> None:
    """A realisasi that contradicts its parts already, on a form that does not ask for parts."""
    key = indikator_of(kantor, KASI)[1].id
    with kantor.journal.action("Mengisi") as session:
        session.add(
            Realisasi(
                indikator_id=key, tahun=2024, triwulan=2, nilai=Decimal(80), pembilang=Decimal(9),
                penyebut=Decimal(10),
            )
        )  # fmt: skip
    path = send(kantor, tmp_path / "f")[KASI]
    rencana = plan(kantor, Filler(path).fill(key, pendorong="Loket baru").save())
    (row,) = [row for _, row in rencana.rows() if row.sel]
    assert [cell.field for cell in row.sel] == ["pendorong"]
