"""A package proves itself: tampering by other tools, with every list made to fit, is found."""

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kiriman import proof, rebuilding, verifying
from kinerja_desktop.services.kiriman.proof import Cara
from kinerja_desktop.services.kiriman.transfer import verify_package
from kinerja_desktop.services.kiriman.verifying import VerifyCancelledError
from tests.arsip.reading import ARSIP
from tests.packages import (
    LKJIP_DOCX,
    LKJIP_PDF,
    PENGUKURAN_PDF,
    PENGUKURAN_XLSX,
    RKT_PDF,
    forge,
    kode_of,
    make_package,
    put,
    read_data,
    renew,
    write_data,
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(tmp_path_factory.mktemp("paket"))


@pytest.fixture
def package(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / sound.name))


def refusals(package: Path) -> list[str]:
    """Return what is told of a package that does not hold."""
    found, problems = verify_package(package)
    assert found is None
    return [str(problem) for problem in problems if not problem.is_warning]


def kode_of_kind(package: Path, judul: str) -> str:
    (kode,) = (d["kode"] for d in read_data(package)["dokumen"] if d["judul"].startswith(judul))
    return str(kode)


def document(data: dict[str, Any], judul: str) -> dict[str, Any]:
    (entry,) = (item for item in data["dokumen"] if item["judul"].startswith(judul))
    return dict(entry)


def test_a_check_is_stopped_at_any_piece_and_before_papers_are_built(sound: Path) -> None:
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    verify_package(sound, count)
    assert asked > 2
    for most in (1, 2, asked):
        left = most

        def is_enough() -> bool:
            nonlocal left
            left -= 1
            return left == 0

        with pytest.raises(VerifyCancelledError, match="Tidak ada yang diubah"):
            verify_package(sound, is_enough)
        assert left == 0


def test_a_sound_package_says_who_what_and_how_each_file_is_proved(package: Path) -> None:
    found, problems = verify_package(package)
    assert problems == []
    assert found is not None
    data = read_data(package)
    lines = found.rincian
    assert lines[:2] == ("Pengirim: Kecamatan Muncar, Kabupaten Banyuwangi", "Periode: Tahun 2024")
    assert "Ditulis: Kinerja Desktop 0.1.0" in lines
    assert "DATA CONTOH, bukan data resmi" in lines
    assert not any("CONTOH" in line for line in replace(found, contoh=False).rincian)
    assert f"Kode paket: {data['kode_paket']}" in lines
    assert f"Riwayat pengirim: {data['riwayat']}" in lines
    measured = kode_of_kind(package, "Pengukuran")
    assert f"Final: Pengukuran Kinerja Tahun 2024 · kode {measured}" in lines
    assert any("kode ini tidak tercetak pada kertasnya" in line for line in lines)
    by_cara: dict[Cara, set[str]] = {}
    for path, cara in found.cara.items():
        by_cara.setdefault(cara, set()).add(path)
    assert by_cara.pop(Cara.SAMA) == {PENGUKURAN_PDF, PENGUKURAN_XLSX, LKJIP_PDF, LKJIP_DOCX}
    assert by_cara.pop(Cara.DATA) == {"data.json"}
    assert by_cara.pop(Cara.PAKET) == {"00_SURAT_PENGANTAR.pdf"}
    hashed = by_cara.pop(Cara.SIDIK)
    assert {RKT_PDF, "05_BUKTI/001_foto.jpg"} < hashed
    assert len([path for path in hashed if path.startswith("06_GAMBAR/")]) == 2
    assert by_cara == {}


def test_the_kode_of_the_package_is_what_the_documents_say_it_is(package: Path) -> None:
    data = read_data(package)
    kode = data.pop("kode_paket")
    assert kode == kode_of(data)
    assert f"Kode-Paket: {kode}\n" in (package / "bag-info.txt").read_text("utf-8")
    assert f"Kode paket: {kode}" in (package / "BACA_SAYA.txt").read_text("utf-8")


@pytest.mark.parametrize("path", [PENGUKURAN_PDF, LKJIP_PDF])
def test_another_paper_in_its_place_is_found(package: Path, path: str) -> None:
    put(package, path, (package / "data/00_SURAT_PENGANTAR.pdf").read_bytes())
    (line,) = refusals(package)
    assert line.startswith(f"data/{path}: Isi berkas ini lain daripada data paket yang berkode")


def test_one_changed_figure_on_the_pdf_is_found(package: Path) -> None:
    """106,93 becomes 166,93 in the page's own words (`docs/sakip.md` §14)."""
    path = package / "data" / PENGUKURAN_PDF
    writer = PdfWriter(clone_from=PdfReader(BytesIO(path.read_bytes())))
    changed = 0
    for page in writer.pages:
        contents = page.get_contents()
        assert contents is not None
        stream = contents.get_data()
        changed += stream.count(b"106,93")
        contents.set_data(stream.replace(b"106,93", b"166,93"))
        page[NameObject("/Contents")] = writer._add_object(contents)
    assert changed
    out = BytesIO()
    writer.write(out)
    put(package, PENGUKURAN_PDF, out.getvalue())
    (line,) = refusals(package)
    assert PENGUKURAN_PDF in line


def test_a_changed_cell_is_found(package: Path) -> None:
    path = package / "data" / PENGUKURAN_XLSX
    book = load_workbook(path)
    cell = book["Data"]["H2"]
    assert isinstance(cell.value, float)
    cell.value += 1
    out = BytesIO()
    book.save(out)
    put(package, PENGUKURAN_XLSX, out.getvalue())
    (line,) = refusals(package)
    assert PENGUKURAN_XLSX in line


def test_a_docx_that_says_something_else_is_found(package: Path) -> None:
    path = package / "data" / LKJIP_DOCX
    parts = zipfile.ZipFile(BytesIO(path.read_bytes()))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in parts.infolist():
            content = parts.read(info)
            if info.filename == "word/document.xml":
                assert b"106,93" in content
                content = content.replace(b"106,93", b"166,93")
            archive.writestr(info, content)
    put(package, LKJIP_DOCX, out.getvalue())
    (line,) = refusals(package)
    assert LKJIP_DOCX in line


def test_the_same_words_in_other_bytes_are_proved_by_what_is_in_them(package: Path) -> None:
    """As another build of the libraries packs them: all parts stored, in another order."""
    for name in (PENGUKURAN_XLSX, LKJIP_DOCX):
        parts = zipfile.ZipFile(BytesIO((package / "data" / name).read_bytes()))
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part in reversed(parts.namelist()):
                archive.writestr(part, parts.read(part))
        put(package, name, out.getvalue())
    found, problems = verify_package(package)
    assert problems == []
    assert found is not None
    assert found.cara[PENGUKURAN_XLSX] is found.cara[LKJIP_DOCX] is Cara.ISI


def test_other_words_with_the_same_figures_are_told(package: Path) -> None:
    """As another version prints: of ours a warning, of another an information."""

    def reword(content: bytes) -> bytes:
        parts = zipfile.ZipFile(BytesIO(content))
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part in parts.namelist():
                archive.writestr(part, parts.read(part).replace(b"Kategori", b"Golongan"))
        return out.getvalue()

    put(package, PENGUKURAN_XLSX, reword((package / "data" / PENGUKURAN_XLSX).read_bytes()))
    found, problems = verify_package(package)
    assert found is not None
    assert [problem.is_warning for problem in problems] == [True]
    assert "Cocokkan dengan kertas" in str(problems[0])
    assert found.cara[PENGUKURAN_XLSX] is Cara.ANGKA

    forge(package, lambda data: data.update(program="0.0.9"))
    found, problems = verify_package(package)
    assert found is not None
    assert problems == []
    assert found.cara[PENGUKURAN_XLSX] is Cara.ANGKA


def test_other_figures_with_a_new_kode_beside_the_old_papers_are_found(package: Path) -> None:
    old = kode_of_kind(package, "Pengukuran")

    def change(data: dict[str, Any]) -> None:
        for entry in data["dokumen"]:
            if entry["judul"].startswith("Pengukuran"):
                entry["data"]["indikator"][0]["isian_tahunan"]["nilai"] = "99.66"
                entry["kode"] = kode_of(entry["data"])
                data["kode"] = entry["kode"]

    # The lists and the data alone: bag-info and BACA_SAYA still bear the old kode.
    data = read_data(package)
    change(data)
    data["kode_paket"] = kode_of({k: v for k, v in data.items() if k != "kode_paket"})
    write_data(package, data)
    renew(package)
    lines = refusals(package)
    assert any("bag-info.txt" in line and old in line for line in lines)
    assert any("BACA_SAYA.txt" in line and old in line for line in lines)
    # And those as well: the papers still say what they said.
    forge(package, lambda data: None)
    for name in ("BACA_SAYA.txt", "bag-info.txt"):
        text = (package / name).read_text("utf-8").replace(old, data["kode"])
        text = text.replace(read_old_seal(text, data["kode"]), read_data(package)["kode_paket"])
        (package / name).write_text(text, "utf-8")
    renew(package)
    lines = refusals(package)
    assert any(PENGUKURAN_PDF in line for line in lines), lines
    assert any(PENGUKURAN_XLSX in line for line in lines)


def read_old_seal(text: str, other: str) -> str:
    """Return the kode in a text that is not the other one."""
    import re

    (found,) = set(re.findall(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b", text)) - {other}
    return str(found)


def test_without_documents_it_is_no_package(package: Path) -> None:
    forge(package, lambda data: data.update(dokumen=[]))
    (line,) = refusals(package)
    assert "tidak memuat satu dokumen final pun" in line


def test_missing_data_is_told(package: Path) -> None:
    (package / "data/data.json").unlink()
    renew(package)
    (line,) = refusals(package)
    assert line.startswith("data/data.json: Berkas ini seharusnya ada")


def test_a_document_twice_is_told(package: Path) -> None:
    forge(package, lambda data: data["dokumen"].append(data["dokumen"][0]))
    assert "tertulis dua kali" in refusals(package)[0]


def test_without_its_pengukuran_it_is_told(package: Path) -> None:
    def drop(data: dict[str, Any]) -> None:
        data["dokumen"] = [document(data, "LKjIP")]
        data["kode"] = data["dokumen"][0]["kode"]

    forge(package, drop)
    assert any("tidak memuat data Pengukuran Kinerja" in line for line in refusals(package))


@pytest.mark.parametrize("path", [PENGUKURAN_PDF, RKT_PDF, LKJIP_PDF])
def test_a_paper_taken_out_with_all_lists_made_to_fit_is_missed(package: Path, path: str) -> None:
    (package / "data" / path).unlink()
    forge(package, lambda data: None)
    (line,) = refusals(package)
    assert "tidak ada" in line


def test_a_signed_paper_that_was_replaced_is_missed(package: Path) -> None:
    put(package, RKT_PDF, (package / "data/00_SURAT_PENGANTAR.pdf").read_bytes())
    (line,) = refusals(package)
    assert kode_of_kind(package, "Rencana") in line
    assert "tidak ada dalam paket, atau diganti" in line


def test_files_that_the_data_names_must_be_there_and_the_same(package: Path) -> None:
    (package / "data/00_SURAT_PENGANTAR.pdf").unlink()
    (package / "data/05_BUKTI/001_foto.jpg").write_bytes(b"lain")
    (package / "data/tambahan.txt").write_bytes(b"x")
    renew(package)
    lines = refusals(package)
    assert [line.split(":")[0] for line in lines] == [
        "data/data.json", "data/05_BUKTI/001_foto.jpg", "data/tambahan.txt"
    ]  # fmt: skip
    assert "menyebut 00_SURAT_PENGANTAR.pdf" in lines[0]


@pytest.mark.parametrize("name", ["Rekap.exe", "Rekap \u202efdp.exe", "rekap.lnk", "buka.BAT."])
def test_a_listed_program_is_warned_of(package: Path, name: str) -> None:
    put(package, f"05_BUKTI/{name}", b"MZ")
    found, problems = verify_package(package)
    assert found is not None
    (problem,) = problems
    assert problem.is_warning
    assert "berkas program" in problem.message
    assert "\u202e" not in str(problem)


@pytest.mark.parametrize("name", ["kecamatan", "kabupaten", "tahun", "triwulan"])
def test_another_sender_or_period_is_told(package: Path, name: str) -> None:
    value = {"tahun": 2023, "triwulan": 2}.get(name, "Genteng")
    forge(package, lambda data: data.update({name: value}))
    lines = refusals(package)
    assert any("Paket ini bertuliskan" in line for line in lines)
    if name == "kecamatan":
        assert any("Keterangan paket menyebut Kecamatan Muncar" in line for line in lines)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("bag-info.txt", "Tahun 2024", "Tahun 2023"),
        ("BACA_SAYA.txt", "Tahun 2024", "Tahun 2023"),
        ("BACA_SAYA.txt", "Kecamatan Muncar", "Kecamatan Lain"),
        ("BACA_SAYA.txt", "DATA CONTOH", "DATA RESMI"),
    ],
)
def test_what_people_read_first_says_the_same(package: Path, file: str, old: str, new: str) -> None:
    path = package / file
    content = path.read_text("utf-8")
    assert old in content
    path.write_bytes(content.replace(old, new).encode())
    renew(package)
    found, problems = verify_package(package)
    assert found is None
    assert problems


def test_a_program_beside_the_lists_is_warned_of(package: Path) -> None:
    (package / "buka.exe").write_bytes(b"MZ")
    renew(package)
    listing = package / "tagmanifest-sha256.txt"
    if "buka.exe" not in listing.read_text("utf-8"):
        line = f"{hashlib.sha256(b'MZ').hexdigest()}  buka.exe\n"
        listing.write_bytes(listing.read_bytes() + line.encode())
    found, problems = verify_package(package)
    assert found is not None
    (problem,) = problems
    assert problem.is_warning
    assert problem.file == "buka.exe"


def test_a_sender_that_is_not_told_is_missed(package: Path) -> None:
    forge(package, lambda data: data.pop("kecamatan"))
    assert any("tidak menyebut kecamatan" in line for line in refusals(package))


SPOILED: dict[str, Callable[[dict[str, Any]], object]] = {
    "no figures": lambda data: data.pop("indikator"),
    "an endless number": lambda data: data.update(anggaran=[{"pagu": "1E+999999999"}]),
    "a number of a hundred digits": lambda data: data["instansi"].update(alamat="9" * 100),
    "a great integer": lambda data: data.update(tahun=10**15),
    "very deep": lambda data: data.update(x=__import__("json").loads("[" * 60 + "]" * 60)),
    "very much": lambda data: data.update(x="a" * (5 << 20)),
    "a wrong date": lambda data: data.update(tanggal="2024-13-45"),
    "text for a list": lambda data: data.update(indikator="x"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_foreign_data_that_cannot_be_printed_is_a_sentence(package: Path, name: str) -> None:
    def change(data: dict[str, Any]) -> None:
        entry = next(item for item in data["dokumen"] if item["judul"].startswith("Pengukuran"))
        SPOILED[name](entry["data"])
        entry["kode"] = data["kode"] = kode_of(entry["data"])

    forge(package, change)
    assert any("tidak dapat dicetak ulang" in line for line in refusals(package))


def test_a_dotted_line_is_no_number() -> None:
    assert not rebuilding._is_huge("." * 80)


@pytest.mark.parametrize("content", [["daftar"], {"jenis": "lain"}, {"pdf": ["x"]}])
def test_a_document_of_an_unknown_kind_is_told(package: Path, content: object) -> None:
    entry = {"judul": "Asing", "kode": kode_of(content), "data": content}
    forge(package, lambda data: data["dokumen"].append(entry))
    (line,) = refusals(package)
    assert kode_of(content) in line


def test_a_paper_that_cannot_be_printed_is_told(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise KinerjaError("Gambar rusak.")

    monkeypatch.setattr(rebuilding, "render_docx", fail)
    (line,) = refusals(package)
    assert line.startswith(f"data/{LKJIP_DOCX}: Gambar rusak.")


def test_a_stick_pulled_out_while_proving_is_told(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull(_package: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(verifying, "prove_files", pull)
    (line,) = refusals(package)
    assert "terlepas atau rusak" in line


def test_files_too_large_to_be_papers_are_not_read(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "MAX_FILE", 1000)
    lines = refusals(package)
    assert any(LKJIP_PDF in line for line in lines)


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_packages_of_earlier_versions_hold_and_say_what_they_lack(
    tmp_path: Path, revision: str
) -> None:
    zipfile.ZipFile(ARSIP / revision / "paket.zip").extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    found, problems = verify_package(folder)
    assert problems == []
    assert found is not None
    assert found.cara[PENGUKURAN_PDF] is found.cara[PENGUKURAN_XLSX] is Cara.SAMA
    assert found.cara["05_BUKTI/001_laporan_ikm.txt"] is Cara.TIDAK
    assert "Paket versi lama: belum punya kode paket dan riwayat pengirim" in found.rincian


def test_an_earlier_package_with_another_paper_is_found(tmp_path: Path) -> None:
    zipfile.ZipFile(ARSIP / "0002" / "paket.zip").extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    letter = (folder / "data/00_SURAT_PENGANTAR.pdf").read_bytes()
    (folder / "data" / PENGUKURAN_PDF).write_bytes(letter)
    (folder / "data" / LKJIP_DOCX).write_bytes(b"bukan docx")
    renew(folder)
    (line,) = refusals(folder)
    assert PENGUKURAN_PDF in line


def test_many_files_of_one_kind_are_counted_not_all_named(package: Path) -> None:
    for number in range(20):
        put(package, f"05_BUKTI/{number:03}_x.txt", b"x")
    found, _ = verify_package(package)
    assert found is not None
    assert found.rincian[-1].endswith(", dan 9 berkas lain")
