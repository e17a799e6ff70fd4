"""Spoiled packages: each gets a sentence that names the file, and nothing outside is opened."""

import errno
import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_desktop.domain.capaian.kode import canonical_json, compute_kode
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange import package_listing
from kinerja_desktop.exchange.bags import parse_info
from kinerja_desktop.exchange.package import check_package, write_package
from kinerja_desktop.exchange.package_data import parse_data

PDF = "data/03_PENGUKURAN/pengukuran.pdf"
AGAIN = "Minta pengirim menulis ulang paket ini."
DOCUMENT = {"tahun": 2024, "capaian": "97.5"}
DATA: dict[str, Any] = {
    "schema": 1,
    "dokumen": [
        {"kode": compute_kode(DOCUMENT), "judul": "Pengukuran Kinerja 2024", "data": DOCUMENT}
    ],
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    files = {
        "data.json": canonical_json(DATA),
        "03_PENGUKURAN/pengukuran.pdf": b"%PDF-1.7",
        "05_BUKTI/foto.jpg": b"JFIF",
    }
    info = {"Source-Organization": "Kecamatan Muncar"}
    name = "SAKIP_MUNCAR_2024_TAHUNAN_20250105"
    return write_package(tmp_path, name, files, info, beside={"BACA_SAYA.txt": b"Halo"})


def problems_of(package: Path) -> list[Problem]:
    found, problems = check_package(package)
    assert (found is None) == bool(problems)
    return problems


def sign_again(package: Path) -> None:
    """Renew both manifests, as one does who tampers with care."""

    def lines(paths: list[Path]) -> str:
        return "".join(
            f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(package).as_posix()}\n"
            for path in paths
        )

    payload = sorted(path for path in (package / "data").rglob("*") if path.is_file())
    (package / "manifest-sha256.txt").write_text(lines(payload))
    sign_tags_again(package)


def sign_tags_again(package: Path) -> None:
    tags = [path for path in package.iterdir() if path.is_file() and "tagmani" not in path.name]
    text = "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in tags)
    (package / "tagmanifest-sha256.txt").write_text(text)


def test_a_whole_package_has_no_problem(package: Path) -> None:
    assert problems_of(package) == []


def test_all_problems_are_named_at_once(package: Path) -> None:
    (package / PDF).write_bytes(b"%PDF-1.8")
    (package / "data/05_BUKTI/foto.jpg").unlink()
    (package / "data/catatan.txt").write_text("?")
    (package / "Dokumen.lnk").write_bytes(b"L")

    assert problems_of(package) == [
        Problem(f"Isi berkas ini berubah atau rusak sejak paket ditulis. {AGAIN}", PDF),
        Problem(
            f"Berkas ini seharusnya ada dalam paket, tetapi hilang. {AGAIN}",
            "data/05_BUKTI/foto.jpg",
        ),
        Problem(
            "Berkas program ini tidak tercatat dalam paket dan mungkin virus. "
            f"Jangan dibuka; periksa flashdisk dengan antivirus. {AGAIN}",
            "Dokumen.lnk",
        ),
        Problem(
            "Berkas ini tidak tercatat dalam paket. "
            "Pindahkan ke luar folder paket, lalu periksa lagi.",
            "data/catatan.txt",
        ),
    ]


@pytest.mark.parametrize(
    "name", ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "BACA_SAYA.txt"]
)
def test_a_missing_tag_file_is_named_once(package: Path, name: str) -> None:
    (package / name).unlink()

    assert problems_of(package) == [
        Problem(f"Berkas ini seharusnya ada dalam paket, tetapi hilang. {AGAIN}", name)
    ]


def test_a_missing_list_of_tag_files_is_named_once(package: Path) -> None:
    (package / "tagmanifest-sha256.txt").unlink()

    assert [problem.file for problem in problems_of(package)] == ["tagmanifest-sha256.txt"]


def test_missing_data_is_named_once(package: Path) -> None:
    (package / "data/data.json").unlink()
    assert [problem.file for problem in problems_of(package)] == ["data/data.json"]

    sign_again(package)
    assert [problem.file for problem in problems_of(package)] == ["data/data.json"]


def escape_lines(outside: Path) -> list[str]:
    return ["../rahasia.txt", "data/../../rahasia.txt", str(outside), "C:/rahasia.txt", "bagit.txt"]


@pytest.mark.parametrize("number", range(5))
def test_a_path_that_leads_out_is_named_and_never_opened(
    package: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    outside = package.parent / "rahasia.txt"
    outside.write_text("rahasia")
    line = escape_lines(outside)[number]
    manifest = package / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text() + f"{sha256(b'rahasia').hexdigest()}  {line}\n")
    sign_tags_again(package)
    opened: list[str] = []
    real = Path.open

    def remember(path: Path, *arguments: Any, **options: Any) -> Any:
        opened.append(path.resolve().as_posix())
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", remember)

    assert problems_of(package) == [
        Problem(
            f"Daftar isi menunjuk “{line}”, di luar isi paket; berkas itu tidak dibuka. {AGAIN}",
            "manifest-sha256.txt",
        )
    ]
    assert opened
    assert all(path.startswith(f"{package.resolve().as_posix()}/") for path in opened)


def test_a_path_of_the_payload_has_no_place_among_the_tag_files(package: Path) -> None:
    tags = package / "tagmanifest-sha256.txt"
    tags.write_text(tags.read_text() + f"{sha256(b'%PDF-1.7').hexdigest()}  {PDF}\n")

    assert [problem.file for problem in problems_of(package)] == ["tagmanifest-sha256.txt"]


def test_links_are_named_and_never_followed(package: Path) -> None:
    outside = package.parent / "luar"
    outside.mkdir()
    (outside / "rahasia.txt").write_text("rahasia")
    (package / "data/05_BUKTI/foto.jpg").unlink()
    (package / "data/05_BUKTI/foto.jpg").symlink_to(outside / "rahasia.txt")
    (package / "data/06_LUAR").symlink_to(outside, target_is_directory=True)
    (package / "data/07_GANTUNG").symlink_to(outside / "tidak ada")
    sign_again(package)

    files = [problem.file for problem in problems_of(package) if "tautan" in problem.message]

    assert files == ["data/06_LUAR", "data/07_GANTUNG", "data/05_BUKTI/foto.jpg"]


def test_a_folder_that_resolves_elsewhere_is_a_link_too(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Windows' junctions: folders to os.scandir, yet they lead elsewhere.
    real = Path.resolve

    def resolve(path: Path, strict: bool = False) -> Path:
        return Path("/luar") if path.name == "05_BUKTI" else real(path, strict)

    monkeypatch.setattr(Path, "resolve", resolve)

    assert any(
        problem.file == "data/05_BUKTI" and "tautan" in problem.message
        for problem in problems_of(package)
    )


def test_what_is_no_file_is_not_read(package: Path) -> None:
    os.mkfifo(package / "data/pipa")

    assert problems_of(package) == [Problem(f"Ini bukan berkas biasa. {AGAIN}", "data/pipa")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rusak",
        "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n",
        "BagIt-Version: 1.0\nBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    ],
)
def test_a_damaged_mark_is_named(package: Path, text: str) -> None:
    (package / "bagit.txt").write_text(text)
    sign_tags_again(package)

    assert problems_of(package) == [Problem(f"Berkas penanda paket rusak. {AGAIN}", "bagit.txt")]


def test_a_damaged_manifest_is_named_by_line(package: Path) -> None:
    manifest = package / "manifest-sha256.txt"
    first, *rest = manifest.read_text().splitlines()
    manifest.write_text("\n".join([first, "", "bukan daftar isi", first, *rest, ""]))
    sign_tags_again(package)

    assert problems_of(package) == [
        Problem(f"Baris 3 daftar isi paket rusak. {AGAIN}", "manifest-sha256.txt"),
        Problem(f"“{PDF}” tertulis dua kali dalam daftar isi. {AGAIN}", "manifest-sha256.txt"),
    ]


def test_a_manifest_of_other_bytes_is_named(package: Path) -> None:
    (package / "manifest-sha256.txt").write_bytes(b"\xff\xfe\x00")
    sign_tags_again(package)

    assert problems_of(package) == [
        Problem(f"Daftar isi paket rusak dan tidak terbaca. {AGAIN}", "manifest-sha256.txt")
    ]


def test_a_manifest_too_large_to_be_one_is_not_read(package: Path) -> None:
    with (package / "manifest-sha256.txt").open("r+b") as file:
        file.truncate((16 << 20) + 1)
    sign_tags_again(package)

    assert problems_of(package) == [
        Problem(f"Berkas ini terlalu besar untuk isinya. {AGAIN}", "manifest-sha256.txt")
    ]


@pytest.mark.parametrize("name", ["fetch.txt", "manifest-md5.txt", "Tagmanifest-SHA1.txt"])
def test_lists_that_we_do_not_write_are_refused_even_when_listed(package: Path, name: str) -> None:
    (package / name).write_text(f"{'0' * 32}  ../rahasia.txt\n")
    tags = package / "tagmanifest-sha256.txt"
    checksum = sha256((package / name).read_bytes()).hexdigest()
    tags.write_text(tags.read_text() + f"{checksum}  {name}\n")

    assert [problem.file for problem in problems_of(package)] == [name]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_manifests_written_by_other_tools_are_read(package: Path, start: bytes, end: bytes) -> None:
    manifest = package / "manifest-sha256.txt"
    lines = [line.split("  ") for line in manifest.read_text().splitlines()]
    words = [f"{checksum.upper()} *{path}".encode() for checksum, path in lines]
    manifest.write_bytes(start + b"".join(line + end for line in words))
    (package / "bagit.txt").write_bytes(
        b"BagIt-Version: 0.97" + end + b"Tag-File-Character-Encoding: UTF-8" + end
    )
    sign_tags_again(package)

    assert problems_of(package) == []


def test_words_given_twice_are_all_kept(package: Path) -> None:
    info = package / "bag-info.txt"
    info.write_text(info.read_text() + "Contact-Name: A\nContact-Name: B\n")
    sign_tags_again(package)

    found, _ = check_package(package)

    assert found is not None
    assert found.info["Contact-Name"] == "A; B"


def write_info(package: Path, text: bytes) -> None:
    (package / "bag-info.txt").write_bytes(text)
    sign_tags_again(package)


def size_of(package: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in (package / "data").rglob("*") if path.is_file()]
    return sum(sizes), len(sizes)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_words_that_run_over_several_lines_are_joined(package: Path, end: bytes) -> None:
    lines = [
        b"\xef\xbb\xbfContact-Name:Siti",
        b"  Aminah,",
        b"",
        b"\tS.Sos. ",
        b"Kosong:",
        b"A : b:c",
    ]
    write_info(package, end.join(lines))

    found, problems = check_package(package)

    assert problems == []
    assert found is not None
    assert found.info == {"Contact-Name": "Siti Aminah, S.Sos.", "Kosong": "", "A": "b:c"}


def test_a_package_need_not_say_anything_about_itself(package: Path) -> None:
    (package / "bag-info.txt").unlink()
    sign_tags_again(package)

    found, problems = check_package(package)

    assert problems == []
    assert found is not None
    assert found.info == {}


@pytest.mark.parametrize(
    "text",
    [
        b"A: b\ntanpa titik dua\n",
        b"A: b\n: tanpa nama\n",
        b"A: b\n \x1b[2Jlayar\n",
        b"A: b\nB: \x00\n",
        b"A: b\nB: \xc2\x9b2J\n",
        b"\n lanjutan dari ketiadaan: x\n",
    ],
)
def test_damaged_words_are_named_by_line(package: Path, text: bytes) -> None:
    write_info(package, text)

    assert problems_of(package) == [
        Problem(f"Baris 2 keterangan paket rusak. {AGAIN}", "bag-info.txt")
    ]


def test_words_of_other_bytes_are_named(package: Path) -> None:
    write_info(package, b"Contact-Name: \xff\xfe\n")

    assert problems_of(package) == [
        Problem(f"Keterangan paket rusak dan tidak terbaca. {AGAIN}", "bag-info.txt")
    ]


def test_words_too_many_to_be_any_are_not_read(package: Path) -> None:
    write_info(package, b"A: b\n" * ((1 << 20) // 5 + 1))

    assert problems_of(package) == [
        Problem(f"Berkas ini terlalu besar untuk isinya. {AGAIN}", "bag-info.txt")
    ]


def test_of_a_list_that_is_all_damage_only_its_beginning_is_told(package: Path) -> None:
    write_info(package, b"rusak\n" * 1000)
    manifest = package / "manifest-sha256.txt"
    manifest.write_bytes(b"rusak\n" * 1000 + manifest.read_bytes())
    sign_tags_again(package)

    told = [(problem.file, problem.message.split(".")[0]) for problem in problems_of(package)]

    assert told == [
        *(("manifest-sha256.txt", f"Baris {n} daftar isi paket rusak") for n in range(1, 21)),
        *(("bag-info.txt", f"Baris {n} keterangan paket rusak") for n in range(1, 21)),
    ]


@pytest.mark.parametrize("label", ["Payload-Oxum", "payload-oxum"])
def test_a_payload_of_the_size_it_tells_is_whole(package: Path, label: str) -> None:
    size, count = size_of(package)
    write_info(package, f"{label}: {size}.{count}".encode())

    assert problems_of(package) == []


@pytest.mark.parametrize("label", ["Payload-Oxum", "PAYLOAD-OXUM"])
@pytest.mark.parametrize(("more_bytes", "more_files"), [(1, 0), (0, 1), (-1, -1)])
def test_a_payload_of_another_size_than_it_tells_is_named(
    package: Path, label: str, more_bytes: int, more_files: int
) -> None:
    size, count = size_of(package)
    write_info(package, f"{label}: {size + more_bytes}.{count + more_files}".encode())

    assert problems_of(package) == [
        Problem(
            f"Isi paket seharusnya {size + more_bytes} byte dalam {count + more_files} berkas, "
            f"tetapi ada {size} byte dalam {count} berkas. {AGAIN}",
            "bag-info.txt",
        )
    ]


# Arabic-Indic digits are digits to Python; of the long ones int() would not make a number.
@pytest.mark.parametrize("value", ["satu", "", "1", "1.1.1", "-1.3", "٣.٣", f"{'9' * 5000}.1"])
def test_a_size_that_is_none_is_named(package: Path, value: str) -> None:
    write_info(package, f"Payload-Oxum: {value}".encode())

    assert problems_of(package) == [
        Problem(
            f"Ukuran isi paket tertulis “{value[:40]}” (Payload-Oxum), bukan byte.berkas. {AGAIN}",
            "bag-info.txt",
        )
    ]


def test_a_size_told_twice_is_named(package: Path) -> None:
    size, count = size_of(package)
    write_info(package, f"Payload-Oxum: {size}.{count}\n".encode() * 2)

    (problem,) = problems_of(package)
    assert f"“{size}.{count}; {size}.{count}”" in problem.message


def test_the_size_is_no_second_problem_when_a_file_is_missing(package: Path) -> None:
    (package / PDF).unlink()

    assert [problem.file for problem in problems_of(package)] == [PDF]


@settings(max_examples=200)
@given(content=st.binary(max_size=80))
def test_any_bytes_can_stand_where_the_words_should(content: bytes) -> None:
    info, problems = parse_info(content)

    assert not (info and problems)
    assert all(problem.file == "bag-info.txt" for problem in problems)
    assert not any(category(c) == "Cc" and c != "\t" for c in "".join([*info, *info.values()]))


def list_payload_as(package: Path, path: str, written: str) -> None:
    """List a new file of the payload under the words that stand for its path."""
    (package / path).write_bytes(b"x")
    manifest = package / "manifest-sha256.txt"
    line = f"{sha256(b'x').hexdigest()}  {written}\n"
    manifest.write_bytes(manifest.read_bytes() + line.encode())
    info = f"Payload-Oxum: {'.'.join(map(str, size_of(package)))}\n"
    write_info(package, info.encode())


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("data/naik 5%.txt", "data/naik 5%25.txt"),
        ("data/naik 5%0A.txt", "data/naik 5%250A.txt"),
        # Not encoded by many tools, and by RFC 8493 §2.1.3 not to be encoded.
        ("data/naik 5%.txt", "data/naik 5%.txt"),
        ("data/a%20b.txt", "data/a%20b.txt"),
    ],
)
def test_a_percent_sign_in_a_path_may_be_encoded(package: Path, path: str, written: str) -> None:
    list_payload_as(package, path, written)

    found, problems = check_package(package)

    assert problems == []
    assert found is not None
    assert path.removeprefix("data/") in {file.path for file in found.files}


def test_one_path_in_two_spellings_is_listed_twice(package: Path) -> None:
    list_payload_as(package, "data/5%.txt", "data/5%.txt")
    list_payload_as(package, "data/5%.txt", "data/5%25.txt")

    assert problems_of(package) == [
        Problem(f"“data/5%.txt” tertulis dua kali dalam daftar isi. {AGAIN}", "manifest-sha256.txt")
    ]


@pytest.mark.parametrize("written", ["data/a%0Ab.txt", "data/a%0ab.txt", "data/a%0D%0Ab.txt"])
def test_a_path_over_two_lines_is_refused_in_one_line(package: Path, written: str) -> None:
    # The RFC allows it; no stick and no Windows PC can hold it.
    manifest = package / "manifest-sha256.txt"
    manifest.write_text(f"{manifest.read_text()}{'0' * 64}  {written}\n")
    sign_tags_again(package)

    shown = written.replace("%0a", "%0A")
    assert problems_of(package) == [
        Problem(
            f"Daftar isi menunjuk “{shown}”, di luar isi paket; berkas itu tidak dibuka. {AGAIN}",
            "manifest-sha256.txt",
        )
    ]


def test_an_unfinished_package_is_refused(package: Path) -> None:
    unfinished = package.rename(package.with_name("SAKIP_X.tulis"))

    assert problems_of(unfinished) == [
        Problem(
            "Penulisan paket ini belum selesai. Tulis ulang paketnya, lalu hapus folder ini.",
            "SAKIP_X.tulis",
        )
    ]


def test_a_folder_that_is_no_package_says_what_to_choose(package: Path, tmp_path: Path) -> None:
    empty = tmp_path / "foto"
    empty.mkdir()

    assert problems_of(tmp_path)[0].message == (
        "Ini bukan paket, tetapi folder yang memuat paket. "
        "Pilih SAKIP_MUNCAR_2024_TAHUNAN_20250105."
    )
    assert problems_of(empty)[0].message == (
        "Ini bukan paket Kinerja Desktop: bagit.txt tidak ada. "
        "Pilih folder yang namanya diawali SAKIP_."
    )
    assert problems_of(tmp_path / "tidak ada")[0].message == (
        "Folder paket tidak ada. Colokkan flashdisk, lalu pilih folder paketnya."
    )
    assert problems_of(package / "bagit.txt")[0].message.startswith("Folder paket tidak ada.")


def fail_on(name: str, number: int) -> Callable[..., Any]:
    real = Path.open

    def opening(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == name:
            raise OSError(number, os.strerror(number))
        return real(path, *arguments, **options)

    return opening


@pytest.mark.parametrize("name", ["pengukuran.pdf", "data.json", "bag-info.txt"])
def test_a_file_on_a_bad_sector_is_named_with_the_others(
    package: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (package / "data/05_BUKTI/foto.jpg").write_bytes(b"lain")
    monkeypatch.setattr(Path, "open", fail_on(name, errno.EIO))

    broken, changed = problems_of(package)

    assert broken.file.endswith(name)
    assert "terlepas atau rusak" in broken.message
    assert changed.file == "data/05_BUKTI/foto.jpg"


def test_a_folder_that_cannot_be_listed_is_named(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def scandir(path: Path) -> Any:
        if path.name == "05_BUKTI":
            raise OSError(errno.EIO, "Input/output error")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)

    assert "data/05_BUKTI" in [problem.file for problem in problems_of(package)]


def test_a_stick_that_is_pulled_during_the_check_gets_a_sentence(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_arguments: object) -> bytes:
        raise OSError(errno.ENODEV, "No such device")

    monkeypatch.setattr(Path, "read_bytes", gone)

    (problem,) = problems_of(package)
    assert "terlepas atau rusak" in problem.message


def write_data(package: Path, content: bytes) -> None:
    (package / "data/data.json").write_bytes(content)
    info = package / "bag-info.txt"
    info.write_text("Source-Organization: Kecamatan Muncar\n")
    sign_again(package)


def test_a_newer_schema_asks_for_a_newer_program(package: Path) -> None:
    write_data(package, b'{"schema": 3, "apa saja": true}')

    assert problems_of(package) == [
        Problem(
            "Paket ini ditulis oleh Kinerja Desktop yang lebih baru "
            "(bentuk data 3, yang dikenal sampai 2). "
            "Perbarui program di komputer ini, lalu periksa lagi.",
            "data/data.json",
        )
    ]


def test_data_changed_after_signing_is_found_by_its_kode(package: Path) -> None:
    changed = {**DOCUMENT, "capaian": "100"}
    data = {**DATA, "dokumen": [{**DATA["dokumen"][0], "data": changed}]}
    write_data(package, json.dumps(data).encode())

    found, problems = check_package(package)

    assert found is None
    assert problems == [
        Problem(
            f"Pengukuran Kinerja 2024: datanya berkode {compute_kode(changed)}, tetapi yang "
            f"tertulis {compute_kode(DOCUMENT)}; data berubah setelah dokumen disahkan. {AGAIN}",
            "data/data.json",
        )
    ]


def test_a_kode_in_small_letters_and_spaced_data_agree(package: Path) -> None:
    kode = compute_kode(DOCUMENT).lower().replace("-", "")
    data = {"dokumen": [{"data": DOCUMENT, "kode": kode}], "schema": 1}
    write_data(package, json.dumps(data, indent=4).encode())

    assert problems_of(package) == []


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"data": {}}, "Dokumen ke-1 tidak punya kode verifikasi atau data."),
        ("kode", "Dokumen ke-1 tidak punya kode verifikasi atau data."),
        (
            {"kode": "salah", "data": {}},
            "Dokumen ke-1: kode verifikasi “salah” atau datanya rusak.",
        ),
        (
            {"kode": compute_kode({}), "data": {"capaian": 97.5}, "judul": "IKU"},
            f"IKU: kode verifikasi “{compute_kode({})}” atau datanya rusak.",
        ),
    ],
)
def test_a_damaged_entry_is_named(entry: object, sentence: str) -> None:
    content = json.dumps({"schema": 1, "dokumen": [entry]}).encode()

    assert parse_data(content) == ({}, [Problem(f"{sentence} {AGAIN}", "data/data.json")])


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"{", b'{"schema": 1' + b"0" * 5000 + b"}", b"[" * 100_000]
)
def test_data_that_cannot_be_read_is_refused(content: bytes) -> None:
    assert parse_data(content) == (
        {},
        [Problem(f"Isi data paket rusak dan tidak terbaca. {AGAIN}", "data/data.json")],
    )


@pytest.mark.parametrize(
    "data", [{}, [], 1, {"schema": 0, "dokumen": []}, {"schema": "1", "dokumen": []}, {"schema": 1}]
)
def test_data_of_another_form_is_refused(data: object) -> None:
    message = f"Data paket tidak berbentuk seperti yang ditulis Kinerja Desktop. {AGAIN}"

    assert parse_data(json.dumps(data).encode()) == ({}, [Problem(message, "data/data.json")])


def test_data_too_large_to_be_data_is_not_read(package: Path) -> None:
    with (package / "data/data.json").open("r+b") as file:
        file.truncate((64 << 20) + 1)
    (package / "bag-info.txt").write_text("Source-Organization: Kecamatan Muncar\n")
    sign_again(package)

    assert problems_of(package) == [
        Problem(f"Berkas ini terlalu besar untuk isinya. {AGAIN}", "data/data.json")
    ]


def small_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick")
    return write_package(folder, "SAKIP_X", {"data.json": canonical_json(DATA)}, {"A": "b"})


@settings(deadline=None, max_examples=40)
@given(spoil=st.data())
def test_one_changed_byte_anywhere_is_found(
    tmp_path_factory: pytest.TempPathFactory, spoil: st.DataObject
) -> None:
    package = small_package(tmp_path_factory)
    # tagmanifest-sha256.txt is listed nowhere: in it a space may become a tab unseen.
    names = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "data/data.json"]
    path = package / spoil.draw(st.sampled_from(names))
    content = bytearray(path.read_bytes())
    content[spoil.draw(st.integers(0, len(content) - 1))] ^= spoil.draw(st.integers(1, 255))
    path.write_bytes(bytes(content))

    assert path.relative_to(package).as_posix() in [
        problem.file for problem in problems_of(package)
    ]


@settings(deadline=None, max_examples=40)
@given(spoil=st.data())
def test_any_bytes_in_place_of_a_file_are_judged_without_a_crash(
    tmp_path_factory: pytest.TempPathFactory, spoil: st.DataObject
) -> None:
    package = small_package(tmp_path_factory)
    names = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "data/data.json"]
    name = spoil.draw(st.sampled_from(names))
    text = st.text(alphabet="aA0: ./*-\n\r\t\u2028é", max_size=40).map(str.encode)
    (package / name).write_bytes(spoil.draw(st.binary(max_size=40) | text))
    if name.startswith("data/"):
        sign_again(package)
    else:
        sign_tags_again(package)

    found, problems = check_package(package)

    assert (found is None) == bool(problems)


def test_a_changed_checksum_of_a_tag_file_names_that_file(package: Path) -> None:
    tags = package / "tagmanifest-sha256.txt"
    checksum = sha256(b"Halo").hexdigest()
    tags.write_text(tags.read_text().replace(checksum, "0" * 64))

    assert problems_of(package) == [
        Problem(f"Isi berkas ini berubah atau rusak sejak paket ditulis. {AGAIN}", "BACA_SAYA.txt")
    ]


def test_folders_deeper_than_any_package_are_not_opened(package: Path) -> None:
    deep = package / "data" / "/".join("d" * 1 for _ in range(400))
    deep.mkdir(parents=True)
    (problem,) = problems_of(package)
    assert "terlalu dalam" in problem.message
    assert problem.file.count("/") == 20


def test_more_files_than_any_package_has_are_not_listed(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_listing, "_MOST_FILES", 5)
    assert any("terlalu banyak" in problem.message for problem in problems_of(package))


def test_a_file_larger_than_the_whole_package_is_not_read(package: Path) -> None:
    """A hole of 3 GB: reading it would take longer than all else together."""
    with (package / PDF).open("r+b") as file:
        file.truncate(3 << 30)
    read: list[str] = []
    found, problems = check_package(package, read.append)
    assert found is None
    assert [p.file for p in problems if "terlalu besar" in p.message] == [PDF]
    assert PDF not in read


@pytest.mark.parametrize("info", [b"Payload-Oxum: banyak\n", b"\xff"])
def test_a_size_that_is_not_told_does_no_harm(package: Path, info: bytes) -> None:
    (package / "bag-info.txt").write_bytes(info)
    sign_again(package)
    assert [problem.file for problem in problems_of(package)] == ["bag-info.txt"]


def test_names_with_hidden_signs_are_shown_as_they_are(package: Path) -> None:
    names = [b"Rekap \xe2\x80\xaefdp.exe", b"catatan\xff.txt", b"baris\nbaru.txt"]
    for name in names:
        (package / "data" / os.fsdecode(name)).write_bytes(b"x")
    problems = problems_of(package)
    for problem in problems:
        str(problem).encode()
        assert all(category(character)[0] != "C" for character in str(problem))
    assert any("Rekap %E2%80%AEfdp.exe" in problem.file for problem in problems)
    assert any("mungkin virus" in problem.message for problem in problems)
