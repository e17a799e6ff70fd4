"""A step that signs or sends asks while nothing is final, numbered or delivered."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.syarat import NaskahSop
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.rencana.dokumen import RENCANA_KINERJA
from kinerja_desktop.services.riwayat.trail import list_deeds, read_rincian
from kinerja_desktop.services.sop.cases import read_case, record_kejadian, start_case
from kinerja_desktop.services.sop.papers import compose_riwayat
from kinerja_desktop.services.sop.syarat import BelumLengkapError
from kinerja_desktop.services.surat.register import cancel_nomor
from kinerja_desktop.store.records import NaskahDinas, Surat
from tests.finals import finalize
from tests.services.dokumen.papers import TANGGAL, TW1, finalize_triwulan, read_text
from tests.services.lkjip.office import complete
from tests.services.sop.office import (
    CANDIPURO,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    SELESAI,
    SETUJU,
    TAHUN,
    do,
    find_sop,
    start,
)


def walk(office: Office, kode: str, last: int, periode: Periode = TAHUN) -> UUID:
    """Start a case and do everything before a step, whatever is missing."""
    case_id = start_case(office, find_sop(office, kode).id, periode)
    while (step := read_case(office, case_id).posisi.langkah) and step.sequence < last:
        do(office, case_id, SETUJU if step.is_decision else SELESAI)
    return case_id


def missing(office: Office, case_id: UUID) -> list[str]:
    """What is said to be missing when the running step should end; empty when it ends."""
    step = read_case(office, case_id).posisi.langkah
    assert step is not None
    try:
        record_kejadian(office, case_id, SETUJU if step.is_decision else SELESAI, step.sequence)
    except BelumLengkapError as error:
        return [item.kalimat for item in error.kurang]
    return []


def test_the_keys_are_those_of_the_kinds_of_documents() -> None:
    assert {naskah.value for naskah in NaskahSop} <= set(DOKUMEN)


def test_an_lkjip_that_is_a_draft_is_not_signed(muncar: Office) -> None:
    case_id = walk(muncar, PASRUJAMBE, 9)
    before = read_case(muncar, case_id).kejadian
    with pytest.raises(BelumLengkapError, match=r"9 belum dapat .*: LKjIP Tahun 2024 belum final"):
        record_kejadian(muncar, case_id, SETUJU, 9)
    with pytest.raises(BelumLengkapError):
        record_kejadian(muncar, case_id, SETUJU, 9, pengecualian="   ")
    assert read_case(muncar, case_id).kejadian == before
    complete(muncar)
    finalize_lkjip(muncar, 2024, TANGGAL)
    assert missing(muncar, case_id) == []
    assert read_case(muncar, case_id).kejadian[-1].pengecualian == ""


def test_the_last_step_asks_for_all_that_came_before(muncar: Office, tmp_path: Path) -> None:
    case_id = walk(muncar, PASRUJAMBE, 13)
    assert missing(muncar, case_id) == [
        "LKjIP Tahun 2024 belum final",
        "surat pengantar Tahun 2024 belum bernomor",
        "kiriman Tahun 2024 ke Bappeda belum tercatat",
    ]
    complete(muncar)
    finalize_lkjip(muncar, 2024, TANGGAL)
    surat.set_nomor(muncar, TAHUN, "065/1", surat.LKJIP)
    assert missing(muncar, case_id) == ["kiriman Tahun 2024 ke Bappeda belum tercatat"]
    transfer.send_package(muncar, transfer.compose_package(muncar, TAHUN), tmp_path)
    assert missing(muncar, case_id) == []


def test_a_measurement_is_that_of_the_case_s_own_period(muncar: Office) -> None:
    case_id = walk(muncar, PENGUKURAN, 10, TW1)
    finalize(muncar, TAHUN, TANGGAL)
    assert missing(muncar, case_id) == ["Pengukuran Kinerja Triwulan I Tahun 2024 belum final"]
    finalize_triwulan(muncar)
    assert missing(muncar, case_id) == []


def test_a_plan_is_kept_final_before_it_goes_to_bappeda(muncar: Office) -> None:
    case_id = walk(muncar, PERENCANAAN, 11, TW1)
    assert missing(muncar, case_id) == ["Rencana Kinerja Tahunan Tahun 2024 belum final"]
    make_final(muncar, RENCANA_KINERJA, Permintaan(RENCANA_KINERJA.kunci, TAHUN), date(2024, 1, 9))
    assert missing(muncar, case_id) == []


def test_what_is_collected_is_delivered(muncar: Office, tmp_path: Path) -> None:
    case_id = walk(muncar, PENGUMPULAN, 7)
    assert missing(muncar, case_id) == ["kiriman Tahun 2024 ke Bappeda belum tercatat"]
    finalize(muncar, TAHUN, TANGGAL)
    transfer.send_package(muncar, transfer.compose_package(muncar, TAHUN), tmp_path)
    assert missing(muncar, case_id) == []


def write_letter(office: Office, case_id: UUID, jenis: str, nomor: str = "700/16/SOP/2024") -> UUID:
    with office.journal.action("Surat") as session:
        letter = Surat(id=uuid4(), hal="Penyampaian", tahun=2024, nomor=nomor)
        session.add(letter)
        session.flush()
        session.add(
            NaskahDinas(
                jenis=jenis, tahun=2024, isi={}, surat_id=letter.id, pelaksanaan_id=case_id,
                dibuat=office.now(),
            )
        )  # fmt: skip
        return letter.id


@pytest.mark.parametrize("jenis", ["surat-pengantar", "surat"])
def test_a_letter_written_for_the_case_bears_the_number(muncar: Office, jenis: str) -> None:
    case_id = walk(muncar, CANDIPURO, 10)
    finalize(muncar, TAHUN, TANGGAL)
    assert missing(muncar, case_id) == ["surat pengantar Tahun 2024 belum bernomor"]
    cancel_nomor(muncar, write_letter(muncar, case_id, jenis), "Salah ketik")
    assert missing(muncar, case_id) == ["surat pengantar Tahun 2024 belum bernomor"]
    write_letter(muncar, case_id, jenis, "700/17/SOP/2024")
    assert missing(muncar, case_id) == []


@pytest.mark.parametrize("jenis", ["nota-perintah", "undangan", "sk-tim"])
def test_a_letter_of_an_earlier_step_is_no_surat_pengantar(muncar: Office, jenis: str) -> None:
    case_id = walk(muncar, CANDIPURO, 10)
    finalize(muncar, TAHUN, TANGGAL)
    write_letter(muncar, case_id, jenis)
    assert missing(muncar, case_id) == ["surat pengantar Tahun 2024 belum bernomor"]


def test_an_lkjip_has_its_own_letter_and_its_own_delivery(muncar: Office, tmp_path: Path) -> None:
    """What went before, with the Pengukuran Kinerja alone, held no LKjIP."""
    case_id = walk(muncar, PASRUJAMBE, 13)
    finalize(muncar, TAHUN, TANGGAL)
    surat.set_nomor(muncar, TAHUN, "700/1/2025")
    transfer.send_package(muncar, transfer.compose_package(muncar, TAHUN), tmp_path)
    assert missing(muncar, case_id) == [
        "LKjIP Tahun 2024 belum final",
        "surat pengantar Tahun 2024 belum bernomor",
        "kiriman Tahun 2024 ke Bappeda belum tercatat",
    ]


def test_who_goes_on_says_why_and_it_stays_in_history_paper_and_trail(muncar: Office) -> None:
    case_id = walk(muncar, PENGUKURAN, 9)
    record_kejadian(muncar, case_id, SELESAI, 9, pengecualian=" Ditandatangani di kabupaten ")
    words = "Ditandatangani di kabupaten (Pengukuran Kinerja Tahun 2024 belum final)"
    case = read_case(muncar, case_id)
    assert case.kejadian[-1].pengecualian == words
    assert case.riwayat[-2].kunjungan.pengecualian == words
    assert f"dilanjutkan dengan alasan: {words}" in read_text(compose_riwayat(muncar, case_id))
    (line,) = read_rincian(muncar, list_deeds(muncar, batas=1)[0].id)
    assert f"Pengecualian: {words}" in line.baru


def test_a_step_that_only_reads_asks_nothing(muncar: Office) -> None:
    case_id = start(muncar, PASRUJAMBE)
    assert missing(muncar, case_id) == []
