"""What is told of a package before it is taken in."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.calon import CalonPaket
from kinerja_desktop.services.penerimaan.cari import cari_paket
from kinerja_desktop.services.penerimaan.pratinjau import preview
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.store.records import PerangkatDaerah
from tests.domain.penerimaan.samples import MUNCAR
from tests.packages import forge, read_data, renew, write_data
from tests.services.penerimaan.senders import (
    IKM,
    at,
    change_ikm,
    look,
    open_bappeda,
    open_sender,
    package_of,
    rows,
    send,
    send_first,
    take,
)


def only(office: Office, *places: Path) -> CalonPaket:
    (calon,) = look(office, *places)
    return calon


def texts(calon: CalonPaket) -> list[str]:
    return [problem.message for problem in calon.problems]


def test_a_sound_package_says_whose_it_is_and_what_its_printed_paper_says(
    bappeda: Office, sticks: Path
) -> None:
    calon = only(bappeda, sticks / "klakah")
    assert calon.ringkas is not None
    assert (calon.unit, calon.problems, calon.beda) == ("Kecamatan Klakah", (), ())
    assert calon.can_take
    assert not calon.needs_reason
    assert (calon.ringkas.versi, calon.ringkas.ditulis) == (1, date(2025, 2, 4))
    # The workbook in the package, read back by openpyxl, and what Muncar printed.
    path = package_of(sticks / "klakah") / "data/03_PENGUKURAN/Pengukuran_Kinerja_2024.xlsx"
    sheet = load_workbook(path)["Data"]
    heads = [cell.value for cell in sheet[1]]
    by_name = {row[heads.index("Indikator")]: row for row in sheet.iter_rows(2, values_only=True)}
    column = next(n for n, head in enumerate(heads) if str(head).startswith("Capaian"))
    for item in calon.ringkas.indikator:
        assert float(item.capaian or 0) == pytest.approx(by_name[item.uraian][column])
    printed = {item["indikator"]: item["capaian_tercetak"]["2024"] for item in MUNCAR["indikator"]}
    assert {item.uraian for item in calon.ringkas.indikator} == set(printed)
    proofs = {file.path: (file.cara, file.terbukti) for file in calon.ringkas.berkas}
    assert proofs["03_PENGUKURAN/Pengukuran_Kinerja_2024.pdf"] == ("SAMA", True)
    assert proofs["05_BUKTI/001_klakah.txt"] == ("PAKET", False)


def test_a_newer_version_is_compared_figure_by_figure(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    calon = only(bappeda, sticks / "v2")
    assert texts(calon) == []
    lines = [beda.kalimat for beda in calon.beda]
    assert lines[:2] == [
        f"{IKM}: realisasi 97,66 menjadi 90", f"{IKM}: capaian 106,93% menjadi 98,54%",
    ]  # fmt: skip
    assert calon.berlaku is not None
    assert calon.berlaku.versi == 1


def test_a_sender_who_is_not_in_the_list_is_named(bappeda: Office, sticks: Path) -> None:
    with bappeda.journal.action("Menghapus") as session:
        unit = session.exec(select(PerangkatDaerah).where(PerangkatDaerah.nama == "Klakah")).one()
        session.delete(unit)
    calon = only(bappeda, sticks / "klakah")
    assert not calon.can_take
    (text,) = texts(calon)
    assert "Kecamatan KLAKAH, Kabupaten Lumajang, tidak ada dalam daftar unit" in text
    assert "tambahkan ke daftar (tab Unit)" in text


def test_a_unit_that_delivers_no_more_needs_a_reason(bappeda: Office, sticks: Path) -> None:
    with bappeda.journal.action("Tidak aktif") as session:
        unit = session.exec(select(PerangkatDaerah).where(PerangkatDaerah.nama == "Klakah")).one()
        unit.aktif = False
    calon = only(bappeda, sticks / "klakah")
    assert (calon.can_take, calon.needs_reason) == (True, True)
    assert "tidak melapor lagi" in texts(calon)[0]


def test_the_very_same_package_is_not_taken_twice(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    moved = shutil.move(package_of(sticks / "v1"), sticks / "nama lain")
    calon = only(bappeda, Path(moved))
    assert (calon.can_take, calon.sudah) == (False, rows(bappeda)[0].id)
    assert texts(calon) == [
        "Paket ini sudah diterima pada 10 Februari 2025. Tidak perlu diterima lagi."
    ]


def test_an_older_version_than_the_one_in_needs_a_reason(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2")
    calon = only(bappeda, sticks / "v1")
    assert (calon.can_take, calon.needs_reason) == (True, True)
    (text,) = texts(calon)
    assert "lebih lama (versi 1) daripada yang sudah diterima (versi 2)" in text


def test_one_version_with_two_contents_is_asked_back(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    """Two offices of one name, as after a backup was restored and the work done again."""
    take(bappeda, sticks / "v1")
    office = open_sender(tmp_path / "kantor-kedua", day=5)
    change_ikm(office)
    send_first(office, tmp_path / "lain")
    office.close()
    calon = only(bappeda, tmp_path / "lain")
    assert (calon.can_take, calon.needs_reason) == (True, True)
    (text,) = texts(calon)
    assert text.startswith("Versi 1 dari Tahun 2024 sudah diterima dengan isi lain")
    assert rows(bappeda)[0].kode in text
    assert calon.beda[0].kalimat == f"{IKM}: realisasi 97,66 menjadi 90"


def test_an_older_version_is_not_told_as_a_change(bappeda: Office, sticks: Path) -> None:
    """What version 1 says is not what came after version 2."""
    take(bappeda, sticks / "v2")
    calon = only(bappeda, sticks / "v1")
    assert (calon.sebelumnya, calon.beda) == (False, ())


def test_two_versions_found_together_are_compared_with_each_other(
    bappeda: Office, sticks: Path
) -> None:
    second, first = look(bappeda, sticks / "v2", sticks / "v1")
    assert (first.ringkas.versi, second.ringkas.versi) == (1, 2)  # type: ignore[union-attr]
    assert (first.sebelumnya, second.sebelumnya) == (False, True)
    assert second.beda[0].kalimat == f"{IKM}: realisasi 97,66 menjadi 90"
    assert second.berlaku is None


def test_a_package_sent_again_with_more_beside_it_is_newer(bappeda: Office, tmp_path: Path) -> None:
    office = open_sender(tmp_path / "kantor")
    send_first(office, tmp_path / "satu")
    take(bappeda, tmp_path / "satu")
    office.now = at(6)
    send(office, tmp_path / "dua")
    office.close()
    calon = only(bappeda, tmp_path / "dua")
    (text,) = texts(calon)
    assert "sama dengan yang sudah diterima; berkas lainnya yang berubah" in text
    assert (calon.can_take, calon.needs_reason) == (True, False)


def test_a_period_that_is_not_asked_for_needs_a_reason(bappeda: Office, sticks: Path) -> None:
    assert texts(only(bappeda, sticks / "v1")) == []
    set_tenggat(bappeda, Periode(2025, 1), date(2025, 4, 10))
    calon = only(bappeda, sticks / "v1")
    assert texts(calon) == ["Tahun 2024 tidak sedang diminta. Terima hanya dengan alasan."]
    assert calon.needs_reason
    set_tenggat(bappeda, Periode(2024), None)
    assert texts(only(bappeda, sticks / "v1")) == []


def test_a_sample_needs_a_reason_but_at_a_sample_of_bappeda(tmp_path: Path) -> None:
    sender = open_sender(tmp_path / "kantor", contoh=True)
    send_first(sender, tmp_path / "stik")
    sender.close()
    for contoh in (False, True):
        office = open_bappeda(tmp_path / f"bappeda-{contoh}", contoh=contoh)
        calon = only(office, tmp_path / "stik")
        assert calon.needs_reason is not contoh
        assert any("DATA CONTOH" in text for text in texts(calon)) is not contoh
        office.close()


def test_a_program_among_the_files_needs_a_reason(bappeda: Office, sticks: Path) -> None:
    """Somebody who knows the format can list it under every kode; it stays a program."""
    package = package_of(sticks / "v1")
    (package / "data/05_BUKTI/002_foto.scr").write_bytes(b"MZ")
    forge(package, lambda data: None)
    calon = only(bappeda, sticks / "v1")
    assert (calon.can_take, calon.needs_reason) == (True, True)
    assert any("memuat berkas program, mungkin virus" in text for text in texts(calon))


def test_a_newer_program_of_the_same_form_is_told(bappeda: Office, sticks: Path) -> None:
    forge(package_of(sticks / "v1"), lambda data: data.update(program="99.1.0"))
    calon = only(bappeda, sticks / "v1")
    assert (calon.can_take, calon.needs_reason) == (True, False)
    (text,) = texts(calon)
    assert "ditulis Kinerja Desktop 99.1.0, lebih baru daripada program ini" in text
    assert "Perbarui program" in text
    forge(package_of(sticks / "v2"), lambda data: data.update(program="buatan sendiri"))
    assert texts(only(bappeda, sticks / "v2")) == []


def test_a_newer_form_of_the_data_is_refused(bappeda: Office, sticks: Path) -> None:
    package = package_of(sticks / "v1")
    write_data(package, read_data(package) | {"schema": 99})
    renew(package)
    calon = only(bappeda, sticks / "v1")
    assert not calon.can_take
    assert any("Perbarui program di komputer ini" in text for text in texts(calon))


def test_figures_changed_after_signing_are_refused_though_every_list_fits(
    bappeda: Office, sticks: Path
) -> None:
    """The hashes are made anew, the kode on the signed paper cannot be."""

    def raise_ikm(data: dict[str, object]) -> None:
        document = data["dokumen"][0]["data"]  # type: ignore[index]
        item = next(item for item in document["indikator"] if item["uraian"] == IKM)
        item["isian_tahunan"]["nilai"] = "166.66"

    forge(package_of(sticks / "v1"), raise_ikm)
    calon = only(bappeda, sticks / "v1")
    assert not calon.can_take
    assert any("data berubah setelah dokumen disahkan" in text for text in texts(calon))
    assert take(bappeda, sticks / "v1").masuk == []
    assert rows(bappeda) == []


def test_evidence_exchanged_with_its_hash_is_refused_by_the_kode_of_the_package(
    bappeda: Office, sticks: Path
) -> None:
    package = package_of(sticks / "v1")
    (package / "data/05_BUKTI/001_v1.txt").write_text("bukti lain")
    renew(package)
    calon = only(bappeda, sticks / "v1")
    assert not calon.can_take
    assert any("lain daripada yang tercatat dalam data paket" in text for text in texts(calon))


def test_a_package_without_a_version_is_refused(bappeda: Office, sticks: Path) -> None:
    forge(package_of(sticks / "v1"), lambda data: data["dokumen"][0].pop("versi"))
    calon = only(bappeda, sticks / "v1")
    assert (calon.can_take, calon.ringkas) == (False, None)
    assert "Minta pengirim menulis ulang" in texts(calon)[-1]


def test_a_day_that_is_none_is_none(bappeda: Office, sticks: Path) -> None:
    package = package_of(sticks / "v1")
    info = package / "bag-info.txt"
    info.write_text(info.read_text().replace("2025-02-03", "kemarin"))
    renew(package)
    calon = only(bappeda, sticks / "v1")
    assert calon.ringkas is not None
    assert calon.ringkas.ditulis is None


def test_looking_can_be_stopped_and_tells_how_far_it_is(bappeda: Office, sticks: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    with cari_paket(bappeda, [sticks / "v1", sticks / "v2"]) as found:
        done = preview(bappeda, found.paket, lambda *step: steps.append(step), lambda: bool(steps))
    assert len(done) == 1
    assert steps == [(1, 2, "Memeriksa SAKIP_CANDIPURO_2024_TAHUNAN_20250203")]


def test_a_kecamatan_looks_at_nothing(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        preview(muncar, [])
