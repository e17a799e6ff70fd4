from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from uuid import UUID

import docx
import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import documents, surat
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import find_status
from kinerja_desktop.services.kantor import finals, kept_papers
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.finals import FinalCancelledError, store_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.lkjip.final import finalize_lkjip, reopen_lkjip
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.rencana.perjanjian import create_murni
from kinerja_desktop.services.rencana.tanda_tangan import keep_signed, sign_perjanjian
from kinerja_desktop.store.journal import MovedError
from kinerja_desktop.store.records import DokumenFinal
from tests.finals import finalize
from tests.services.dokumen.papers import give_iki, indikator_id, read_text
from tests.services.dokumen.papers import sign_perjanjian as give_signed
from tests.stopping import Counter, stop_at
from tests.tampering import lose_file, tamper

TAHUN = Periode(2024)
TANGGAL = date(2024, 1, 15)
RKT = DOKUMEN["rencana-kinerja-tahunan"]
WANTED = Permintaan(RKT.kunci, TAHUN)


def move_office(office: Office) -> None:
    """Let everything that stands on a paper beside its figures become another."""
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "alamat", "Jalan Baru Nomor 99")
    for number, pejabat in enumerate(list_rows(office, "pejabat")):
        change_field(office, "pejabat", pejabat["id"], "nama", f"Pejabat Lain {number}")


@pytest.mark.parametrize("kunci", ["penetapan-iku", "rencana-kinerja-tahunan", "rencana-aksi"])
def test_a_final_plan_prints_as_it_was_signed(muncar: Office, kunci: str) -> None:
    dokumen, wanted = DOKUMEN[kunci], Permintaan(kunci, TAHUN)
    row = kept_papers.make_final(muncar, dokumen, wanted, TANGGAL)
    signed = {build: build(muncar, wanted) for build in (documents.build_pdf, documents.build_docx)}
    assert signed[documents.build_pdf] == documents.build_pdf(
        muncar, Permintaan(kunci, Periode(2024, 3))
    ), "the paper is that of the year, whatever triwulan is chosen"
    assert kept_papers.read_status(muncar, dokumen, wanted).perubahan == ()
    move_office(muncar)
    for build, content in signed.items():
        assert build(muncar, wanted) == content
    assert "Pejabat Lain" not in read_text(signed[documents.build_pdf])
    status = kept_papers.read_status(muncar, dokumen, wanted)
    assert (status.kode, status.versi) == (row.kode, 1)
    assert status.perubahan == (kept_papers.BERUBAH,)
    # Another year is another paper.
    other = documents.build_pdf(muncar, Permintaan(kunci, Periode(2023)))
    assert other != signed[documents.build_pdf]


def test_making_a_paper_final_is_stopped_until_it_is_stored(muncar: Office) -> None:
    asked = Counter()
    state = muncar.journal.state()
    for cancelled, last_call in ((stop_at(1), asked), (stop_at(4), asked), (asked, lambda: True)):
        with pytest.raises(FinalCancelledError, match="Belum dijadikan final"):
            kept_papers.make_final(
                muncar, RKT, WANTED, TANGGAL, cancelled=cancelled, last_call=last_call
            )
        assert muncar.journal.state() == state
        assert not kept_papers.read_status(muncar, RKT, WANTED).is_final
    kept_papers.make_final(muncar, RKT, WANTED, TANGGAL, cancelled=asked, last_call=asked)
    assert kept_papers.read_status(muncar, RKT, WANTED).is_final


def test_what_an_earlier_release_kept_has_not_changed_by_becoming_pdf_a(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def as_before(office: Office, naskah: Naskah, tanggal: date | None) -> Naskah:
        return replace(naskah, is_archival=False)

    with monkeypatch.context() as earlier:
        earlier.setattr(kept_papers, "with_properties", as_before)
        kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    assert b"pdfaid" not in documents.build_pdf(muncar, WANTED)
    assert kept_papers.read_status(muncar, RKT, WANTED).perubahan == ()
    move_office(muncar)
    assert kept_papers.read_status(muncar, RKT, WANTED).perubahan == (kept_papers.BERUBAH,)


def test_a_final_paper_is_never_written_anew_as_a_workbook(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release before kept PDF and DOCX only; present data under a signed paper's name is none."""
    with monkeypatch.context() as earlier:
        earlier.setattr(kept_papers, "XLSX", "tidak disimpan")
        kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    with pytest.raises(KinerjaError, match="belum disimpan sebagai XLSX"):
        documents.build_xlsx(muncar, WANTED)


def test_a_file_tells_whose_it_is_and_the_date_of_the_document(muncar: Office) -> None:
    kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    finalize(muncar, TAHUN, date(2025, 1, 15))
    told = {
        WANTED: "2024-01-15",
        Permintaan("pengukuran-kinerja", TAHUN): "2025-01-15",
        Permintaan("penetapan-iku", TAHUN, tanggal=date(2024, 2, 5)): "2024-02-05",
    }
    for wanted, day in told.items():
        info = PdfReader(BytesIO(documents.build_pdf(muncar, wanted))).metadata
        assert info is not None
        assert (info.author, f"{info.creation_date:%Y-%m-%d}") == ("Kecamatan Muncar", day)
        core = docx.Document(BytesIO(documents.build_docx(muncar, wanted))).core_properties
        assert (core.author, f"{core.created:%Y-%m-%d}") == ("Kecamatan Muncar", day)


def test_a_final_plan_is_opened_with_a_reason_and_gets_the_next_version(muncar: Office) -> None:
    kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    with pytest.raises(KinerjaError, match="sudah final"):
        kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    with pytest.raises(KinerjaError, match="Alasan membuka kembali"):
        kept_papers.reopen_paper(muncar, RKT, WANTED, " ")
    kept_papers.reopen_paper(muncar, RKT, WANTED, "salah pagu")
    assert kept_papers.read_status(muncar, RKT, WANTED).versi == 1
    with pytest.raises(KinerjaError, match="belum final"):
        kept_papers.reopen_paper(muncar, RKT, WANTED, "lagi")
    move_office(muncar)
    assert "Pejabat Lain" in read_text(documents.build_pdf(muncar, WANTED)).title()
    assert kept_papers.make_final(muncar, RKT, WANTED, TANGGAL).versi == 2


def test_what_people_do_not_sign_is_not_made_final(muncar: Office) -> None:
    dokumen = DOKUMEN["pengukuran-kinerja"]
    with pytest.raises(KinerjaError, match="tidak dijadikan final di sini"):
        kept_papers.make_final(muncar, dokumen, Permintaan(dokumen.kunci, TAHUN), TANGGAL)


def test_a_lost_print_is_told_not_replaced(muncar: Office) -> None:
    row = kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    lose_file(muncar, row.pdf)
    with pytest.raises(KinerjaError, match="hilang dari folder data"):
        documents.build_pdf(muncar, WANTED)
    assert kept_papers.read_status(muncar, RKT, WANTED).perubahan == (kept_papers.BERUBAH,)


def test_a_print_that_was_altered_is_told_on_the_page(muncar: Office) -> None:
    kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    tamper(muncar, DokumenFinal, pdf="0" * 64, snapshot={"pdf": "0" * 64})
    assert kept_papers.read_status(muncar, RKT, WANTED).perubahan == (finals.DIUBAH_DI_LUAR,)


def test_the_list_of_documents_says_what_is_final(muncar: Office) -> None:
    kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    found = list_keadaan(muncar, TAHUN)[RKT.kunci]
    assert found.keadaan.startswith("Final 15 Januari 2024 · kode ")
    assert find_status(muncar, WANTED) is not None
    assert find_status(muncar, Permintaan("pengukuran-kinerja", TAHUN)) is None


def test_of_several_officials_each_paper_says_whether_it_is_final(muncar: Office) -> None:
    owner, dokumen = give_iki(muncar), DOKUMEN["rencana-aksi"]
    kept_papers.make_final(muncar, dokumen, Permintaan(dokumen.kunci, TAHUN, owner), TANGGAL)
    own, iki = list_keadaan(muncar, TAHUN)[dokumen.kunci].subjek
    assert (own.keadaan[:6], iki.keadaan[:6]) == ("Terisi", "Final ")


def test_a_paper_whose_plan_is_gone_still_prints(muncar: Office) -> None:
    kept_papers.make_final(muncar, RKT, WANTED, TANGGAL)
    signed = documents.build_pdf(muncar, WANTED)
    for row in list_rows(muncar, "indikator"):
        change_field(muncar, "indikator", row["id"], "berlaku_sampai", 2020)
    assert documents.build_pdf(muncar, WANTED) == signed
    assert kept_papers.read_status(muncar, RKT, WANTED).perubahan == (kept_papers.BERUBAH,)


def test_a_signed_agreement_prints_as_it_was_signed(muncar: Office) -> None:
    key = give_signed(muncar)
    wanted = Permintaan("perjanjian-kinerja", TAHUN, key)
    signed = documents.build_pdf(muncar, wanted)
    move_office(muncar)
    assert documents.build_pdf(muncar, wanted) == signed


def test_taking_a_signature_back_takes_its_print_back(muncar: Office) -> None:
    key = give_signed(muncar)
    assert muncar.journal.undo_label == "Menandatangani PK-2024"
    muncar.journal.undo()
    move_office(muncar)
    wanted = Permintaan("perjanjian-kinerja", TAHUN, key)
    assert "Pejabat Lain" in read_text(documents.build_pdf(muncar, wanted)).title()
    sign_perjanjian(muncar, key)
    with pytest.raises(KinerjaError, match="sudah ditandatangani"):
        sign_perjanjian(muncar, key)


def test_an_agreement_signed_by_another_door_is_kept_as_well(muncar: Office) -> None:
    camat = next(row["id"] for row in list_rows(muncar, "pejabat"))
    key: UUID = create_murni(muncar, 2024, camat)
    change_field(muncar, "perjanjian_kinerja", key, "tanggal", TANGGAL)
    change_field(muncar, "perjanjian_kinerja", key, "ditandatangani", True)
    wanted = Permintaan("perjanjian-kinerja", TAHUN, key)
    before = documents.build_pdf(muncar, wanted)
    assert keep_signed(muncar) == 1
    assert keep_signed(muncar) == 0
    move_office(muncar)
    assert documents.build_pdf(muncar, wanted) == before


def test_a_paper_is_made_again_when_the_data_moves_under_it(muncar: Office) -> None:
    """Somebody types on while a report of many pages is laid out."""
    values = iter((Decimal(1), Decimal(2)))
    made: list[str] = []

    def make(state: str) -> DokumenFinal:
        if (value := next(values, None)) is not None:
            set_realisasi(muncar, indikator_id(muncar), Periode(2023), value)
        made.append(state)
        return kept_papers.freeze_paper(muncar, RKT, WANTED, state)

    row = store_final(muncar, "Menjadikan final", make)
    assert len(made) == 3
    assert row.snapshot["riwayat"] == made[-1]


def test_who_never_stops_typing_is_told_so(muncar: Office) -> None:
    def make(state: str) -> DokumenFinal:
        number = len(list_rows(muncar, "hari_libur"))
        set_realisasi(muncar, indikator_id(muncar), Periode(2023), Decimal(number) + tries.pop())
        return kept_papers.freeze_paper(muncar, RKT, WANTED, state)

    tries = [Decimal(n) for n in range(9)]
    with pytest.raises(MovedError, match="Tunggu sampai pengisian selesai"):
        store_final(muncar, "Menjadikan final", make)
    assert kept_papers.read_status(muncar, RKT, WANTED).id is None


def test_what_was_sent_prints_as_it_was_sent(muncar: Office, tmp_path: Path) -> None:
    finalize(muncar, TAHUN, date(2025, 1, 10))
    surat.set_nomor(muncar, TAHUN, "700/1")
    package = send_package(muncar, compose_package(muncar, TAHUN), tmp_path)
    sent = (package / "data" / "00_SURAT_PENGANTAR.pdf").read_bytes()
    receipt = documents.build_pdf(muncar, Permintaan("tanda-terima", TAHUN))
    move_office(muncar)
    assert documents.build_pdf(muncar, Permintaan("surat-pengantar", TAHUN)) == sent
    assert documents.build_pdf(muncar, Permintaan("tanda-terima", TAHUN)) == receipt
    with pytest.raises(KinerjaError, match="nomornya tetap"):
        surat.set_nomor(muncar, TAHUN, "700/2")
    # Sent once more, it carries the very letter.
    (tmp_path / "lagi").mkdir()
    again = send_package(muncar, compose_package(muncar, TAHUN), tmp_path / "lagi")
    assert (again / "data" / "00_SURAT_PENGANTAR.pdf").read_bytes() == sent


def test_a_measurement_opened_again_opens_its_letters(muncar: Office, tmp_path: Path) -> None:
    """They list a kode that is no longer in force."""
    row = finalize(muncar, TAHUN, date(2025, 1, 10))
    send_package(muncar, compose_package(muncar, TAHUN), tmp_path)
    wanted = Permintaan("surat-pengantar", TAHUN)
    assert row.kode in read_text(documents.build_pdf(muncar, wanted))
    reopen(muncar, row.id, "salah ketik")
    dokumen = DOKUMEN["surat-pengantar"]
    assert not kept_papers.read_status(muncar, dokumen, wanted).is_final
    set_realisasi(muncar, indikator_id(muncar), TAHUN, Decimal(80))
    new = finalize(muncar, TAHUN, date(2025, 1, 10))
    assert new.kode in read_text(documents.build_pdf(muncar, wanted))
    (tmp_path / "lagi").mkdir()
    send_package(muncar, compose_package(muncar, TAHUN), tmp_path / "lagi")
    assert kept_papers.read_status(muncar, dokumen, wanted).versi == 2


def test_a_report_opened_again_opens_its_letters(lengkap: Office) -> None:
    report = finalize_lkjip(lengkap, 2024, date(2025, 2, 3))
    wanted = Permintaan("surat-pengantar-lkjip", TAHUN)
    kept_papers.make_final(lengkap, DOKUMEN[wanted.kunci], wanted, date(2025, 2, 4))
    reopen_lkjip(lengkap, report.id, "salah ketik")
    assert not kept_papers.read_status(lengkap, DOKUMEN[wanted.kunci], wanted).is_final


def test_the_measurement_of_an_iki_has_no_letters(muncar: Office, tmp_path: Path) -> None:
    finalize(muncar, TAHUN, date(2025, 1, 10))
    iki = finalize(muncar, TAHUN, date(2025, 1, 10), give_iki(muncar))
    send_package(muncar, compose_package(muncar, TAHUN), tmp_path)
    reopen(muncar, iki.id, "salah ketik")
    wanted = Permintaan("surat-pengantar", TAHUN)
    assert kept_papers.read_status(muncar, DOKUMEN[wanted.kunci], wanted).is_final
