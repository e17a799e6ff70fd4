"""Handing out: names that files can bear, places that fail; nothing half done."""

import errno
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop import disk
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import files
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan import kirim
from kinerja_desktop.services.pengumpulan.kirim import (
    SendCancelledError,
    propose_tenggat,
    send_formulir,
)
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.store.records import (
    Formulir,
    Indikator,
    RealisasiAnggaran,
    RencanaAksi,
    TargetTahunan,
)
from tests.conftest import Clock
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    TENGGAT,
    Filler,
    indikator_of,
    send,
)


def name_holders(office: Office, *names: str) -> None:
    """Give each of the first indicators another holder."""
    with office.journal.action("Mengganti pemegang") as session:
        rows = sorted(session.exec(select(Indikator)), key=lambda row: row.kode)
        for row, name in zip(rows, names, strict=False):
            row.pengumpul_data = name


def count_forms(office: Office) -> int:
    with office.journal.reading() as session:
        return len(session.exec(select(Formulir)).all())


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_each_holder_has_a_folder_and_an_older_form_stays(kantor: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stik"
    first = send(kantor, stick)
    before = {path: path.read_bytes() for path in first.values()}
    second = send(kantor, stick)
    assert left(stick) == sorted(
        [
            "Kasi_Pelayanan_Umum", "Kasubbag_Perencanaan_dan_Keuangan",
            "Formulir_2024-TW2_Kasi_Pelayanan_Umum.xlsx",
            "Formulir_2024-TW2_Kasi_Pelayanan_Umum (2).xlsx",
            "Formulir_2024-TW2_Kasubbag_Perencanaan_dan_Keuangan.xlsx",
            "Formulir_2024-TW2_Kasubbag_Perencanaan_dan_Keuangan (2).xlsx",
        ]
    )  # fmt: skip
    assert {path: path.read_bytes() for path in before} == before
    assert set(second.values()).isdisjoint(before)
    assert count_forms(kantor) == 4


def test_all_in_one_folder(kantor: Office, tmp_path: Path) -> None:
    sent = send_formulir(kantor, PERIODE, tmp_path, TENGGAT, map_sendiri=False)
    assert {item.path.parent for item in sent} == {tmp_path}


@pytest.mark.parametrize(
    "name",
    [
        "Kasi: Pelayanan / Umum *?", "Lurah " + "A" * 200, "Seksi A.", "\u202eقسم الخدمات",
        "Kasi \"Trantib\" <1>|2\\3", "...", "Ｋａｓｉ é 📄",
    ],
)  # fmt: skip
def test_odd_names_make_sound_files(kantor: Office, tmp_path: Path, name: str) -> None:
    name_holders(kantor, name)
    sent = send_formulir(kantor, PERIODE, tmp_path, TENGGAT)
    assert len(sent) == 3
    for item in sent:
        for part in item.path.relative_to(tmp_path).parts:
            assert not set(part) & set('<>:"/\\|?*\u202e'), part
            assert not part.endswith((".", " ")), "Windows takes no notice of these"
            assert len(part) <= 100
        (sheet, _) = load_workbook(item.path).worksheets
        assert sheet.title == "Formulir"


def test_names_that_differ_only_in_what_files_cannot_bear(kantor: Office, tmp_path: Path) -> None:
    """Their evidence must not lie in one folder either, also when it is sent a second time."""
    name_holders(kantor, "Kasi A/B", "Kasi A:B", "Kasi A*B")
    for _ in range(2):
        sent = send_formulir(kantor, PERIODE, tmp_path, TENGGAT)
        own = [item.path for item in sent if item.pemegang.startswith("Kasi A")]
        assert len({path.parent for path in own}) == 3
        assert {path.parent.name for path in own} == {"Kasi_A_B", "Kasi_A_B (2)", "Kasi_A_B (3)"}
    long = [f"{'Seksi ' * 40}{number}" for number in range(2)]
    name_holders(kantor, *long)
    sent = send_formulir(kantor, PERIODE, tmp_path, TENGGAT)
    assert len({item.path.parent for item in sent}) == len(sent)


@pytest.mark.parametrize("name", ["CON", "aux", "Com1", "nul.x"])
def test_a_name_that_windows_gives_to_a_device_is_changed(
    kantor: Office, tmp_path: Path, name: str
) -> None:
    name_holders(kantor, name, "Kasi")
    paths = [item.path for item in send_formulir(kantor, PERIODE, tmp_path, TENGGAT)]
    (own,) = [path for path in paths if path.parent.name.casefold().startswith(name.casefold())]
    assert own.parent.name == f"{name}_"


def test_to_whom_it_is_sent(kantor: Office, tmp_path: Path) -> None:
    sent = send_formulir(kantor, PERIODE, tmp_path, TENGGAT, pemegang=[KASI.upper()])
    assert [item.pemegang for item in sent] == [KASI]
    with pytest.raises(KinerjaError, match="Pemegang data 'Kasi Lain' tidak ada") as told:
        send_formulir(kantor, PERIODE, tmp_path, TENGGAT, pemegang=[KASI, "Kasi Lain"])
    assert told.value.remedy == f"Yang ada: {KASI}, {KASUBBAG}."
    name_holders(kantor, *[""] * 20)
    with pytest.raises(KinerjaError, match="Belum ada pemegang data untuk Triwulan I"):
        send_formulir(kantor, Periode(2019, 1), tmp_path, TENGGAT,
                      menurut=Menurut.PENANGGUNG_JAWAB)  # fmt: skip
    assert count_forms(kantor) == 1


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A folder that was there before; nothing may be left in it."""
    folder = tmp_path / "stik"
    folder.mkdir()
    yield folder
    assert left(folder) == []


def refuse(office: Office, folder: Path, words: str, **more: Any) -> None:
    """Assert that handing out is refused, and nothing is recorded."""
    state = office.journal.state()
    with pytest.raises(KinerjaError, match=words):
        send_formulir(office, PERIODE, folder, TENGGAT, **more)
    assert office.journal.state() == state
    assert count_forms(office) == 0


def fail_at(monkeypatch: pytest.MonkeyPatch, number: int, code: int) -> None:
    """Let the disk fail when so many files were put under their final names."""
    calls = iter(range(100))

    def replace(source: Path, target: Path) -> None:
        if next(calls) == number:
            raise OSError(code, os.strerror(code))
        disk.replace_file(source, target)

    monkeypatch.setattr(files, "replace_file", replace)


@pytest.mark.parametrize("number", [0, 1])
def test_a_stick_pulled_while_writing(
    kantor: Office, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    fail_at(monkeypatch, number, errno.EIO)
    refuse(kantor, stick, "tidak terjangkau lagi")


def test_a_full_stick(kantor: Office, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(monkeypatch, 1, errno.ENOSPC)
    refuse(kantor, stick, "penuh")
    monkeypatch.setattr(disk, "measure_free_space", lambda _: 1000)
    refuse(kantor, stick, "Ruang kosong")


def test_a_folder_that_may_not_be_written(
    kantor: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", deny)
    refuse(kantor, stick, "tidak boleh|ditolak|izin")


def test_a_stick_pulled_while_it_is_looked_at(
    kantor: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(kirim, "require_room", pulled)
    refuse(kantor, stick, "tidak terjangkau lagi")


def test_places_that_are_none(kantor: Office, tmp_path: Path) -> None:
    refuse(kantor, tmp_path / "tidak ada", "tidak ada")
    refuse(kantor, kantor.folder, "folder data Kinerja Desktop")


def test_stopping_leaves_nothing(kantor: Office, stick: Path) -> None:
    told: list[tuple[int, int, str]] = []
    asked = iter([False, True])
    state = kantor.journal.state()
    with pytest.raises(SendCancelledError):
        send_formulir(
            kantor, PERIODE, stick, TENGGAT, cancelled=lambda: next(asked),
            progress=lambda *step: told.append(step),
        )  # fmt: skip
    assert told == [(0, 2, "Menulis formulir 1 dari 2…")]
    assert (kantor.journal.state(), count_forms(kantor)) == (state, 0)


def test_data_that_cannot_be_written_takes_the_files_back(
    kantor: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KinerjaError("Disk penuh.", "Kosongkan.")

    monkeypatch.setattr(kirim, "formulir_row", fail)
    refuse(kantor, stick, "Disk penuh")


@pytest.mark.parametrize(
    ("moment", "periode", "expected"),
    [
        # TW II ends on Sunday 30 June 2024: Monday to Friday.
        (datetime(2024, 6, 3, 2, tzinfo=UTC), Periode(2024, 2), date(2024, 7, 5)),
        # From Wednesday 17 July: Thursday, Friday, Monday, Tuesday, Wednesday.
        (datetime(2024, 7, 17, 2, tzinfo=UTC), Periode(2024, 2), date(2024, 7, 24)),
    ],
)
def test_five_hari_kerja_are_proposed(
    kantor: Office, clock: Clock, moment: datetime, periode: Periode, expected: date
) -> None:
    clock.moment = moment
    assert propose_tenggat(kantor, periode) == expected


def test_what_is_printed_beside_the_rows(kantor: Office, tmp_path: Path) -> None:
    """A target in words gives a list; a yearly target says so; what is known is filled in."""
    first, second, third = indikator_of(kantor, KASI)
    with kantor.journal.action("Target") as session:
        rows = session.exec(select(TargetTahunan).where(TargetTahunan.tahun == 2024))
        by_key = {row.indikator_id: row for row in rows}
        by_key[first.id].nilai = "BB"
        by_key[second.id].nilai = "Ya"
        for plan in session.exec(select(RencanaAksi)):
            session.delete(plan)
    filler = Filler(send(kantor, tmp_path)[KASI])
    lists = {
        str(rule.sqref): rule.formula1
        for rule in filler.sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    addresses = [filler.cell(row.id, "nilai").coordinate for row in (first, second, third)]
    assert lists == {addresses[0]: '"D,C,CC,B,BB,A,AA"', addresses[1]: '"Ya,Tidak"'}
    assert filler.cell(first.id, "target").value == "BB (setahun)"
    assert str(filler.cell(third.id, "target").value).endswith("(setahun)")


def test_a_spent_amount_of_before_is_printed(kantor: Office, tmp_path: Path) -> None:
    with kantor.journal.action("Belanja") as session:
        rows = session.exec(select(RealisasiAnggaran).where(RealisasiAnggaran.tahun == 2024))
        line = min(rows, key=lambda row: str(row.mata_anggaran_id))
        line.tw1, line.tw2 = Decimal(1_250_000), Decimal(7)
        key = line.mata_anggaran_id
    filler = Filler(send(kantor, tmp_path)[KASUBBAG])
    row = filler.row(key)
    assert [filler.sheet.cell(row, column).value for column in (7, 8)] == ["1.250.000", 7]
    january = Filler(send(kantor, tmp_path / "tw1", Periode(2024, 1))[KASUBBAG])
    assert january.sheet.cell(january.row(key), 7).value is None
