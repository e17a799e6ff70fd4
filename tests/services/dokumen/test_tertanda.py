"""A scan of the signed paper, kept with the final whose kode it bears."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.package_data import parse_data
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.final_mana import name_final, permintaan_of
from kinerja_desktop.services.dokumen.tertanda import (
    BelumPastiError,
    DokumenLainError,
    Tujuan,
    attach_by_kode,
    attach_tertanda,
    list_tertanda,
    remove_tertanda,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package, verify_package
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.paket_lke.kertas import Percetakan
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.rencana.perjanjian import create_murni
from kinerja_desktop.services.rencana.tanda_tangan import sign_perjanjian
from kinerja_desktop.store.queries.pengukuran import find_final
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    TW1,
    finalize_triwulan,
    give_iki,
    pejabat_id,
)
from tests.services.lkjip.office import complete
from tests.tampering import lose_file

WANTED = Permintaan("pengukuran-kinerja", TAHUN)
LAIN = "K0C5-3W7E-PB1Z-88QD"


def seen(*kode: str) -> Pindaian:
    return Pindaian(kode, 1, 0)


def scan(tmp_path: Path, name: str = "pindaian.pdf", content: bytes = b"%PDF-1.7 tinta") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def sign_agreement(office: Office) -> UUID:
    key = create_murni(office, 2024, pejabat_id(office, "NAMA CAMAT"))
    sign_perjanjian(office, key, date(2024, 1, 10))
    return key


def test_a_scan_with_the_kode_is_kept_and_told(muncar: Office, tmp_path: Path) -> None:
    final = finalize(muncar, TAHUN, TANGGAL)
    assert list_tertanda(muncar, WANTED) == []
    assert list_keadaan(muncar, TAHUN)[WANTED.kunci].keadaan == f"Final · kode {final.kode}"
    kept = attach_tertanda(muncar, WANTED, scan(tmp_path), seen(LAIN, final.kode))
    assert (kept.nama, kept.keterangan) == (
        "pindaian.pdf",
        f"kode {final.kode} terbaca, juga {LAIN}",
    )
    assert list_tertanda(muncar, WANTED) == [kept]
    assert muncar.evidence.path_of(kept.sha256).read_bytes() == b"%PDF-1.7 tinta"
    state = list_keadaan(muncar, TAHUN)[WANTED.kunci]
    assert state.keadaan == f"Final, ditandatangani · kode {final.kode}"
    remove_tertanda(muncar, kept.id)
    assert list_tertanda(muncar, WANTED) == []
    assert muncar.journal.undo() == "Melepas pindaian pindaian.pdf"
    assert list_tertanda(muncar, WANTED) == [kept]
    with pytest.raises(KinerjaError, match="sama dengan pindaian yang sudah terlampir"):
        attach_tertanda(muncar, WANTED, scan(tmp_path, "nama lain.pdf"), seen(final.kode))


def test_a_draft_has_no_signed_paper(muncar: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="Pengukuran Kinerja Tahun 2024 belum final"):
        attach_tertanda(muncar, WANTED, scan(tmp_path), seen())


def test_the_scan_of_another_paper_is_refused(muncar: Office, tmp_path: Path) -> None:
    final = finalize(muncar, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match=f"memuat kode {LAIN}, sedangkan") as caught:
        attach_tertanda(muncar, WANTED, scan(tmp_path), seen(LAIN), is_sure=True)
    assert final.kode in str(caught.value)
    assert list_tertanda(muncar, WANTED) == []


def test_the_scan_of_another_paper_of_this_office_says_which(
    muncar: Office, tmp_path: Path
) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    kode = finalize_triwulan(muncar).kode
    with pytest.raises(DokumenLainError) as caught:
        attach_tertanda(muncar, WANTED, scan(tmp_path), seen(kode))
    name = "Pengukuran Kinerja Triwulan I Tahun 2024"
    assert str(caught.value).startswith(
        f"pindaian.pdf adalah kertas {name}, bukan Pengukuran Kinerja Tahun 2024."
    )
    (there,) = caught.value.tujuan
    assert there == Tujuan(name, Permintaan("pengukuran-kinerja", TW1))
    attach_tertanda(muncar, there.permintaan, scan(tmp_path), seen(kode))
    assert len(list_tertanda(muncar, there.permintaan)) == 1


def test_an_unreadable_kode_needs_a_person_who_is_sure(muncar: Office, tmp_path: Path) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    photo = scan(tmp_path, "foto gelap.JPG", b"gelap")
    with pytest.raises(BelumPastiError, match=r"Kode QR pada foto gelap\.JPG tidak terbaca"):
        attach_tertanda(muncar, WANTED, photo, seen())
    kept = attach_tertanda(muncar, WANTED, photo, seen(), is_sure=True)
    assert kept.keterangan == "kode tidak terbaca"


@pytest.mark.parametrize(("name", "reason"), [("surat.docx", "bukan pindaian"), ("a.scr", "virus")])
def test_only_a_picture_or_pdf_is_a_scan(
    muncar: Office, tmp_path: Path, name: str, reason: str
) -> None:
    final = finalize(muncar, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match=reason):
        attach_tertanda(muncar, WANTED, scan(tmp_path, name), seen(final.kode))


def test_what_is_no_scan_is_not_taken_away(muncar: Office, tmp_path: Path) -> None:
    final = finalize(muncar, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match="sudah tidak ada"):
        remove_tertanda(muncar, final.id)


def test_papers_kept_as_they_were_signed_bear_no_kode_and_are_chosen_by_hand(
    muncar: Office, tmp_path: Path
) -> None:
    wanted = Permintaan("perjanjian-kinerja", TAHUN, sign_agreement(muncar))
    # Marked by the clerk is not yet seen: told apart on the page and in the list of evidence.
    before = list_keadaan(muncar, TAHUN)[wanted.kunci]
    assert before.keadaan == "1 dari 1 ditandai ditandatangani"
    assert [item.keadaan for item in before.subjek] == ["ditandai ditandatangani"]
    (paper,) = Percetakan(muncar, 2024, lambda _text: None).print_for((wanted.kunci,)).ada
    assert paper.keterangan.endswith(", ditandai ditandatangani")
    # A QR of somebody else on it, such as a notary's, is no hindrance.
    kept = attach_tertanda(muncar, wanted, scan(tmp_path), seen(LAIN))
    assert kept.keterangan == "dokumen ini memang tidak berkode"
    state = list_keadaan(muncar, TAHUN)[wanted.kunci]
    (item,) = state.subjek
    assert item.keadaan == "ditandatangani, pindaian terlampir"
    assert state.keadaan == "1 dari 1 ditandai ditandatangani, 1 pindaian terlampir"


def test_evidence_says_of_an_agreement_that_its_signed_page_is_there(
    muncar: Office, tmp_path: Path
) -> None:
    wanted = Permintaan("perjanjian-kinerja", TAHUN, sign_agreement(muncar))
    attach_tertanda(muncar, wanted, scan(tmp_path), seen())
    papers = Percetakan(muncar, 2024, lambda _text: None).print_for((wanted.kunci,)).ada
    told = "Perjanjian Kinerja, PK-2024 – NAMA CAMAT, ditandatangani, pindaian terlampir"
    assert [item.keterangan for item in papers] == [told, f"{told}, pindaian bertanda tangan"]


def test_a_scan_dropped_anywhere_finds_every_paper_in_it(muncar: Office, tmp_path: Path) -> None:
    owner = give_iki(muncar)
    complete(muncar)
    with muncar.journal.reading() as session:
        iku = find_final(session, TAHUN, None)
    assert iku is not None
    iki = finalize(muncar, TAHUN, TANGGAL, pejabat_id=owner)
    report = finalize_lkjip(muncar, 2024, TANGGAL)
    stack = scan(tmp_path, "setumpuk.pdf")
    there = [
        Tujuan("Pengukuran Kinerja Tahun 2024", WANTED),
        Tujuan(
            "Pengukuran Kinerja Individu (IKI) Tahun 2024",
            Permintaan("pengukuran-iki", TAHUN, pejabat_id(muncar)),
        ),
        Tujuan("LKjIP Tahun 2024", Permintaan("lkjip", TAHUN)),
    ]
    assert attach_by_kode(muncar, stack, seen(iku.kode, iki.kode, report.kode, LAIN)) == there
    for wanted in (item.permintaan for item in there):
        (kept,) = list_tertanda(muncar, wanted)
        assert kept.nama == "setumpuk.pdf"
    with pytest.raises(KinerjaError, match="sudah terlampir pada Pengukuran Kinerja Tahun 2024"):
        attach_by_kode(muncar, stack, seen(iku.kode))
    with pytest.raises(KinerjaError, match="Tidak ada dokumen final kantor ini"):
        attach_by_kode(muncar, stack, seen(LAIN))
    with pytest.raises(KinerjaError, match="Tidak ada kode QR yang terbaca pada setumpuk"):
        attach_by_kode(muncar, stack, seen())
    reopen(muncar, iku.id, "salah ketik")
    assert list_tertanda(muncar, WANTED) == []
    with pytest.raises(KinerjaError, match="Tidak ada dokumen final kantor ini"):
        attach_by_kode(muncar, stack, seen(iku.kode))


def test_scans_go_to_bappeda_and_into_the_evidence_pack(muncar: Office, tmp_path: Path) -> None:
    final = finalize(muncar, TAHUN, TANGGAL)
    attach_tertanda(muncar, WANTED, scan(tmp_path), seen(final.kode))
    isi = compose_package(muncar, TAHUN)
    path = "07_TERTANDA/Pengukuran_Kinerja_2024_bertanda_tangan_1.pdf"
    assert path in isi.files
    package = send_package(muncar, isi, tmp_path)
    assert (package / "data" / path).read_bytes() == b"%PDF-1.7 tinta"
    assert "07_TERTANDA/" in (package / "BACA_SAYA.txt").read_text("utf-8")
    checked, problems = verify_package(package)
    assert checked is not None
    assert problems == []
    data, _ = parse_data((package / "data/data.json").read_bytes())
    assert path in {item["berkas"] for item in data["berkas"]}
    papers = Percetakan(muncar, 2024, lambda _text: None).print_for((WANTED.kunci,)).ada
    assert [item.nama for item in papers] == [
        "Pengukuran_Kinerja_2024.pdf", "Pengukuran_Kinerja_2024_bertanda_tangan_1.pdf",
    ]  # fmt: skip
    assert papers[1].isi == b"%PDF-1.7 tinta"
    # A scan that is lost is told before sending, and is no evidence.
    (kept,) = list_tertanda(muncar, WANTED)
    lose_file(muncar, kept.sha256)
    with pytest.raises(KinerjaError, match=r"pindaian\.pdf hilang atau rusak"):
        compose_package(muncar, TAHUN)
    papers = Percetakan(muncar, 2024, lambda _text: None).print_for((WANTED.kunci,)).ada
    assert [item.nama for item in papers] == ["Pengukuran_Kinerja_2024.pdf"]


def test_a_final_of_a_kind_of_a_newer_program_has_a_name(muncar: Office) -> None:
    kunci = "rencana-kinerja-tahunan"
    row = make_final(muncar, DOKUMEN[kunci], Permintaan(kunci, TAHUN), TANGGAL)
    assert name_final(row) == f"{DOKUMEN[kunci].judul} Tahun 2024"
    assert permintaan_of(row) == Permintaan(kunci, TAHUN)
    row.kunci = "piagam"
    assert name_final(row) == "piagam Tahun 2024"


def test_the_scan_of_a_final_is_not_taken_for_a_paper_without_kode(
    muncar: Office, tmp_path: Path
) -> None:
    kode = finalize(muncar, TAHUN, TANGGAL).kode
    wanted = Permintaan("perjanjian-kinerja", TAHUN, sign_agreement(muncar))
    with pytest.raises(BelumPastiError, match="memuat kode Pengukuran Kinerja Tahun 2024"):
        attach_tertanda(muncar, wanted, scan(tmp_path), seen(kode))
    assert attach_tertanda(muncar, wanted, scan(tmp_path), seen(kode), is_sure=True)
