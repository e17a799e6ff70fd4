"""Ten sasaran and more stand as people count (S2 before S10) on every paper and in every file.

The office is entered in a shuffled order, and its words sort the other way than its codes, so that
neither the order of entry nor that of words can pass for the order of kode.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_desktop.documents.naskah.tables import SopTable, Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.setup import KantorBaru, PejabatAwal, set_up
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import needs_subject
from kinerja_desktop.services.dokumen.documents import build_naskah, build_xlsx
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows, read_tabel
from kinerja_desktop.services.kantor.dokumen import XLSX, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import compose_package
from kinerja_desktop.services.lke.isi import set_jawaban
from kinerja_desktop.services.lkjip.kerangka import show_section
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.pengumpulan.kirim import send_formulir
from kinerja_desktop.services.rencana.perjanjian import change_perjanjian, create_murni
from kinerja_desktop.services.riwayat.workbook import export_workbook
from kinerja_desktop.services.sop.library import list_sop
from tests.finals import finalize
from tests.services.lke.office import give_lhe, give_rekomendasi

TAHUN = Periode(2024)
COUNT = 12
NUMBERS = range(1, COUNT + 1)
# A word of each kind of row, which sorts from Z to A while the codes go up.
WORDS = {
    kind: {n: f"{kind}{chr(ord('Z') - n)}" for n in NUMBERS} for kind in ("Sas", "Ind", "Prog")
}
_FIND = {kind: re.compile("|".join(words.values())) for kind, words in WORDS.items()}
_NUMBER = {word: n for words in WORDS.values() for n, word in words.items()}


@pytest.fixture
def twelve(office: Office) -> Office:
    names = {"kecamatan": "Uji", "kabupaten": "Lumajang", "provinsi": "Jawa Timur", "alamat": "Jl"}
    camat = PejabatAwal("Camat Uji", "Camat Uji", "camat", date(2020, 1, 1))
    set_up(office, KantorBaru(names, 2024, [camat]))
    renstra = add_row(
        office, "periode_renstra", {"nama": "R", "tahun_awal": 2024, "tahun_akhir": 2028}
    )
    tujuan = add_row(
        office, "tujuan", {"periode_renstra_id": renstra, "kode": "T1", "uraian": "Tujuan"}
    )
    order = list(NUMBERS)
    random.Random(9).shuffle(order)
    for n in order:
        sasaran = add_row(
            office,
            "sasaran",
            {"tujuan_id": tujuan, "kode": f"S{n}", "uraian": WORDS["Sas"][n]},
        )
        program = add_row(
            office,
            "mata_anggaran",
            {"kode": f"7.01.{n}", "nama": WORDS["Prog"][n], "tingkat": "program"},
        )
        add_row(office, "program_sasaran", {"mata_anggaran_id": program, "sasaran_id": sasaran})
        add_row(
            office, "pagu", {"mata_anggaran_id": program, "tahun": 2024, "murni": Decimal(1000)}
        )
        add_row(
            office,
            "realisasi_anggaran",
            {"mata_anggaran_id": program, "tahun": 2024, "tahunan": Decimal(900)},
        )
        key = add_row(
            office,
            "indikator",
            {
                "kode": f"IKU-{n}", "uraian": WORDS["Ind"][n], "jenis": "IKU", "level": "sasaran",
                "sasaran_id": sasaran, "satuan": "%", "arah": "naik",
                "akumulasi": "posisi_akhir", "definisi": "d", "formulasi": "f",
            },
        )  # fmt: skip
        add_row(
            office, "target_tahunan", {"indikator_id": key, "tahun": 2024, "nilai": Decimal(80)}
        )
        add_row(
            office,
            "rencana_aksi",
            {"indikator_id": key, "tahun": 2024, "tw4": Decimal(80), "aktivitas": "Rapat"},
        )
        set_realisasi(office, key, TAHUN, Decimal(80))
    (person,) = list_rows(office, "pejabat")
    agreement = create_murni(office, 2024, person["id"])
    change_perjanjian(office, agreement, "tanggal", date(2024, 1, 10))
    change_perjanjian(office, agreement, "ditandatangani", True)
    return office


def first_seen(texts: list[str]) -> dict[str, list[int]]:
    """For each kind of row the numbers in the order in which they are first named."""
    found: dict[str, list[int]] = {kind: [] for kind in WORDS}
    for text in texts:
        for kind, pattern in _FIND.items():
            found[kind] += [_NUMBER[word] for word in pattern.findall(text)]
    return {kind: list(dict.fromkeys(numbers)) for kind, numbers in found.items()}


def assert_ascending(texts: list[str], where: str) -> int:
    """Return how many rows were named."""
    seen = first_seen(texts)
    for kind, numbers in seen.items():
        assert numbers == sorted(numbers), (where, kind, numbers)
    return sum(map(len, seen.values()))


def all_texts(value: Any) -> Iterator[str]:
    """Every text of plain data, such as the blocks of a naskah, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Table):
        for row in value.rows:
            yield from (plain(cell.text) for cell in row.cells)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from all_texts(item)
    elif is_dataclass(value) and not isinstance(value, SopTable):
        for field in fields(value):
            yield from all_texts(getattr(value, field.name))


def subject(office: Office, kunci: str) -> Any:
    if not needs_subject(kunci) or kunci == "rencana-aksi":
        return None
    section = "perjanjian_kinerja" if kunci == "perjanjian-kinerja" else None
    return list_rows(office, section)[0]["id"] if section else None


def test_every_paper_stands_in_the_order_of_its_kode(twelve: Office, tmp_path: Path) -> None:
    assert list_sop(twelve) == []
    for row in list_rows(twelve, "indikator"):
        change_field(twelve, "indikator", row["id"], "pengumpul_data", "Kasi")
        set_keterangan(twelve, row["id"], Periode(TAHUN.tahun, 4), tindak_lanjut="Menagih data")
    send_formulir(twelve, TAHUN, tmp_path, date(2025, 1, 31))
    give_rekomendasi(twelve, give_lhe(twelve), 1)
    add_row(twelve, "surat", {"tahun": 2024, "arah": "masuk", "agenda": "1", "hal": "Edaran"})
    set_jawaban(twelve, 2024, "1.1.1", "AA")
    for hidden in ("lampiran_rencana_aksi", "lampiran_reviu", "lampiran_checklist"):
        show_section(twelve, 2024, hidden, True)
    kinds = [
        kunci
        for kunci in DOKUMEN
        if not needs_subject(kunci) or kunci in ("perjanjian-kinerja", "rencana-aksi")
    ]
    named = 0
    for kunci in kinds:
        periode = Periode(TAHUN.tahun, 4) if "evaluasi" in kunci else TAHUN
        wanted = Permintaan(kunci, periode, subject(twelve, kunci))
        for number, block in enumerate(build_naskah(twelve, wanted).blocks):
            named += assert_ascending(list(all_texts(block)), f"{kunci} {number}")
        if XLSX in DOKUMEN[kunci].bentuk:
            assert_book(build_xlsx(twelve, wanted), kunci)
    assert named > 20 * COUNT


def assert_book(content: bytes | Path, where: str) -> None:
    book = load_workbook(BytesIO(content) if isinstance(content, bytes) else content)
    for sheet in book.worksheets:
        rows = [
            " ".join(str(cell) for cell in row if cell is not None)
            for row in sheet.iter_rows(values_only=True)
        ]
        assert_ascending(rows, f"{where} {sheet.title}")


def test_the_workbook_and_the_tables_stand_in_the_order_of_their_kode(
    twelve: Office, tmp_path: Path
) -> None:
    path = tmp_path / "buku.xlsx"
    export_workbook(twelve, path)
    assert_book(path, "buku kerja")
    for section in ("sasaran", "indikator", "mata_anggaran"):
        rows = read_tabel(twelve, section).rows
        assert assert_ascending([str(row) for row in rows], section) >= COUNT


def test_the_package_stands_in_the_order_of_its_kode(twelve: Office) -> None:
    finalize(twelve, TAHUN, date(2025, 1, 31))
    content = compose_package(twelve, TAHUN).files["data.json"]
    assert isinstance(content, bytes)
    found = json.loads(content)["dokumen"]
    (document,) = [item for item in found if "indikator" in item["data"]]
    bahan = [str(item) for item in document["data"]["indikator"]]
    assert first_seen(bahan)["Ind"] == list(NUMBERS)


def test_an_agreement_follows_sasaran_and_urutan_like_every_other_paper(twelve: Office) -> None:
    """An indicator with an urutan of its own, and one whose kode runs against its sasaran."""
    (ikm,) = list_rows(twelve, "indikator", kode="IKU-12")
    (first,) = list_rows(twelve, "sasaran", kode="S1")
    change_field(twelve, "indikator", ikm["id"], "sasaran_id", first["id"])
    (one,) = list_rows(twelve, "indikator", kode="IKU-3")
    change_field(twelve, "indikator", one["id"], "urutan", 5)
    subjects = {"perjanjian-kinerja": list_rows(twelve, "perjanjian_kinerja")[0]["id"]}
    orders = [
        first_seen(list(all_texts(build_naskah(twelve, wanted).blocks)))["Ind"]
        for kunci in ("rencana-kinerja-tahunan", "perjanjian-kinerja", "rencana-aksi")
        for wanted in (Permintaan(kunci, TAHUN, subjects.get(kunci)),)
    ]
    assert orders == [[1, 12, *range(2, 12)]] * 3
