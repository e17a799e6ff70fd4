"""`unit`, `tenggat`, `komentar`, `surat-pengingat`: words, exit codes and JSON are stable."""

import json
import shutil
from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from tests.cli.test_penerimaan import receive, run
from tests.documents.reading import pages_of
from tests.services.penerimaan.conftest import sent, sticks
from tests.services.penerimaan.senders import IKM

__all__ = ["sent", "sticks"]

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path, sticks: Path, capsys: Capture) -> Path:
    """Bappeda's data, with the packages of two kecamatan in."""
    place = tmp_path / "data-bappeda"
    receive(place, sticks / "v1", sticks / "klakah")
    capsys.readouterr()
    return place


def test_units_are_listed_added_and_asked_no_more(data: Path, capsys: Capture) -> None:
    assert (
        run(data, "unit", "tambah", "Candipuro", "Dinas Sosial", "--jenis", "perangkat-daerah") == 0
    )
    assert capsys.readouterr().out == "1 unit ditambahkan.\n"
    assert run(data, "unit", "hentikan", "Kec. Tempeh", "KUNIR") == 0
    assert run(data, "unit", "hentikan", "Tempeh") == 0
    assert run(data, "unit", "aktifkan", "kunir") == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 unit diubah.", "0 unit diubah.", "1 unit diubah.",
    ]  # fmt: skip
    assert run(data, "unit", "daftar") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 22
    assert lines[-1] == "Dinas Sosial"
    assert "Kecamatan Tempeh (tidak diminta lagi)" in lines
    assert "Kecamatan Kunir" in lines
    assert run(data, "unit", "daftar", "--json") == 0
    found = json.loads(capsys.readouterr().out)["unit"]
    assert found[0] == {
        "nama": "Candipuro", "jenis": "kecamatan", "kabupaten": "Lumajang", "kode": "",
        "diminta": True,
    }  # fmt: skip
    assert [row["nama"] for row in found if not row["diminta"]] == ["Tempeh"]
    assert run(data, "unit", "hentikan", "Antah Berantah") == 1
    assert "Unit 'Antah Berantah' tidak ada di daftar" in capsys.readouterr().err


def test_deadlines_are_set_listed_and_removed(data: Path, capsys: Capture) -> None:
    assert run(data, "tenggat", "daftar", "--tahun", "2024") == 0
    assert capsys.readouterr().out == ""
    year = ("--tahun", "2024")
    assert run(data, "tenggat", "isi", *year, "--triwulan", "4", "--tanggal", "10-1-2025") == 0
    assert run(data, "tenggat", "isi", *year) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Triwulan IV Tahun 2024 diminta, paling lambat 10 Januari 2025.",
        "Tahun 2024 diminta, tanpa tanggal.",
    ]
    assert run(data, "tenggat", "daftar", *year) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Triwulan IV Tahun 2024: paling lambat 10 Januari 2025, lewat ")
    assert second == "Tahun 2024: tenggatnya belum diisi; 2 dari 21"
    assert run(data, "tenggat", "daftar", *year, "--json") == 0
    rows = json.loads(capsys.readouterr().out)["tenggat"]
    assert [(row["triwulan"], row["tenggat"], row["sudah"]) for row in rows] == [
        (4, "2025-01-10", 0), (None, None, 2),
    ]  # fmt: skip
    assert rows[0]["sisa_hari"] < 0
    assert "Kecamatan Gucialit" in rows[1]["belum"]
    assert run(data, "tenggat", "hapus", *year) == 0
    assert run(data, "tenggat", "hapus", *year) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Tahun 2024 tidak diminta lagi.", "Tahun 2024 memang tidak diminta lagi.",
    ]  # fmt: skip
    assert run(data, "tenggat", "isi", *year, "--tanggal", "kemarin") == 1
    assert "--tanggal" in capsys.readouterr().err


def test_a_comment_goes_to_the_unit_and_is_done_there(
    data: Path, sent: Path, sticks: Path, tmp_path: Path, capsys: Capture
) -> None:
    write = ("komentar", "tulis", "--unit", "Kec. Candipuro", "--tahun", "2024")
    assert run(data, "komentar", "berkas", "--ke", sticks / "v1") == 1
    assert "Tidak ada komentar yang belum selesai" in capsys.readouterr().err
    assert run(data, *write, "--tentang", IKM, "Lampirkan surveinya.") == 0
    assert run(data, *write, "Terlambat tiga hari.") == 0
    assert run(data, *write, "--tentang", "Bukan apa-apa", "Halo.") == 1
    assert "tidak memuat 'Bukan apa-apa'" in capsys.readouterr().err
    assert run(data, "komentar", "daftar", "--tahun", "2024", "--json") == 0
    first, second = json.loads(capsys.readouterr().out)["komentar"]
    assert (first["unit"], first["tentang"], first["isi"], first["keadaan"]) == (
        "Kecamatan Candipuro", IKM, "Lampirkan surveinya.", "Belum ditulis ke berkas",
    )  # fmt: skip
    assert run(data, "komentar", "selesai", second["nomor"][:8]) == 0
    assert run(data, "komentar", "berkas", "--ke", sticks / "v1", "--unit", "Klakah") == 0
    assert run(data, "komentar", "berkas", "--ke", sticks / "v1") == 0
    out = capsys.readouterr().out.splitlines()
    assert out == [
        "Komentar selesai: Tahun 2024: Terlambat tiga hari.",
        "Tidak ada komentar yang belum selesai.",
        f"Ditulis: {sticks / 'v1' / 'KOMENTAR_CANDIPURO.json'}",
    ]
    assert run(data, "komentar", "daftar", "--tahun", "2024") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{first['nomor'][:8]}  Kecamatan Candipuro, Tahun 2024, {IKM}"
    assert lines[1] == "  Lampirkan surveinya."
    assert lines[3] == f"{second['nomor'][:8]}  Kecamatan Candipuro, Tahun 2024"
    # In the kecamatan: the same door as receipts.
    home = tmp_path / "kecamatan"
    shutil.copytree(sent / "candipuro", home)
    assert run(home, "tanda-terima", sticks / "v1") == 0
    assert "1 komentar baru dari Bappeda Kabupaten Lumajang" in capsys.readouterr().out
    assert run(home, "komentar", "daftar", "--tahun", "2024") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{first['nomor'][:8]}  Tahun 2024, {IKM}", "  Lampirkan surveinya.", "  Belum selesai",
    ]  # fmt: skip
    assert run(home, "komentar", "selesai", "") == 1
    assert "bukan nomor komentar" in capsys.readouterr().err
    assert run(home, "komentar", "selesai", first["nomor"][:8].upper()) == 0
    assert run(home, "komentar", "daftar", "--tahun", "2023") == 0
    assert capsys.readouterr().out == "Komentar selesai: Tahun 2024: Lampirkan surveinya.\n"
    assert run(home, "komentar", "selesai", first["nomor"]) == 0
    assert "Komentar sudah selesai" in capsys.readouterr().out
    for unknown in (second["nomor"], first["nomor"][:4]):
        assert run(home, "komentar", "selesai", unknown) == 1
        assert "bukan nomor komentar" in capsys.readouterr().err
    assert run(home, "komentar", "selesai", "satu") == 1
    assert "'satu' bukan nomor komentar" in capsys.readouterr().err


def test_letters_to_all_who_are_late(data: Path, tmp_path: Path, capsys: Capture) -> None:
    pdf, docx = tmp_path / "surat.pdf", tmp_path / "surat.docx"
    letters = ("surat-pengingat", "--tahun", "2024")
    assert run(data, *letters, "--ke", pdf) == 1
    assert "Tidak ada unit yang terlambat" in capsys.readouterr().err
    assert run(data, "tenggat", "isi", "--tahun", "2024", "--tanggal", "31-1-2025") == 0
    days = ("--tanggal", "10-2-2025", "--batas", "17-2-2025")
    assert run(data, *letters, *days, "--nomor", "700/12/427.70/2025", "--ke", pdf) == 0
    assert run(data, *letters, *days, "--ke", docx) == 0
    assert f"Ditulis: {docx}, 19 surat" in capsys.readouterr().out
    pages = pages_of(pdf.read_bytes())
    assert len(pages) == 19
    assert "700/12/427.70/2025" in pages[0]
    assert docx.read_bytes().startswith(b"PK")
    assert run(data, *letters, "--ke", tmp_path / "surat.xlsx") == 2
    assert run(data, *letters, "--ke", tmp_path / "hilang" / "surat.pdf") == 1
    assert run(data, *letters, "--tanggal", "x", "--ke", pdf) == 1


def test_a_kecamatan_has_no_such_lists(sent: Path, tmp_path: Path, capsys: Capture) -> None:
    shutil.copytree(sent / "klakah", tmp_path / "stik")
    shutil.copytree(sent / "kantor-klakah", tmp_path / "klakah")
    for words in (
        ("unit", "daftar"),
        ("tenggat", "daftar", "--tahun", "2024"),
        ("komentar", "tulis", "--unit", "Klakah", "--tahun", "2024", "Halo."),
        ("surat-pengingat", "--tahun", "2024", "--ke", tmp_path / "s.pdf"),
    ):
        assert run(tmp_path / "klakah", *words) == 1
        assert "bukan Bappeda" in capsys.readouterr().err


def test_what_is_missing_is_wrong_usage(capsys: Capture) -> None:
    for words in (["unit"], ["tenggat", "isi"], ["komentar", "tulis", "x"], ["surat-pengingat"]):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 2
        assert "harus ditulis" in capsys.readouterr().err


def test_the_work_of_a_kecamatan_is_refused_by_name(data: Path, capsys: Capture) -> None:
    year = ("--tahun", "2024")
    for words in (
        ("ukur", *year), ("final", *year), ("kirim", *year, "--ke", str(data.parent)),
        ("belum", *year), ("sop", "daftar"), ("contoh", "--ke", str(data.parent / "c")),
    ):  # fmt: skip
        run(data, *words)
        assert f"Perintah '{words[0]}' adalah pekerjaan kecamatan" in capsys.readouterr().err


def test_each_kind_of_office_prints_its_own_documents(data: Path, capsys: Capture) -> None:
    year = ("--tahun", "2024")
    paper = data.parent / "kertas.pdf"
    assert run(data, "cetak", "pengukuran-kinerja", *year, "--ke", str(paper)) == 1
    error = capsys.readouterr().err
    assert "Pengukuran Kinerja bukan dokumen kantor ini" in error
    assert "rekap-kinerja" in error
    assert not paper.exists()
    assert run(data, "cetak", "rekap-kinerja", *year, "--ke", str(paper)) == 0
    assert "Kecamatan Candipuro" in " ".join(pages_of(paper.read_bytes()))
    name = "Kecamatan Klakah: Pengukuran Kinerja 2024"
    about = ("--tentang", name)
    assert run(data, "cetak", "Dokumen diterima", *year, *about, "--ke", str(paper)) == 0
    assert "KLAKAH" in " ".join(pages_of(paper.read_bytes())).upper()


def test_units_can_be_the_first_thing_that_a_bappeda_has(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "baru"
    assert (
        run(place, "unit", "tambah", "Dinas Sosial", "--jenis", "perangkat-daerah", "--buat") == 0
    )
    assert run(place, "unit", "daftar") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Dinas Sosial"
