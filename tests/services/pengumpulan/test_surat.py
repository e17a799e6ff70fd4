"""The papers of collecting data: words, signers by date, kept finals."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlmodel import select

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.documents import build_docx, build_pdf
from kinerja_desktop.services.kantor.dokumen import Dokumen, Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.dokumen import (
    DOKUMEN,
    PERMINTAAN_DATA,
    RIWAYAT,
    TEGURAN,
)
from kinerja_desktop.services.pengumpulan.papan import read_papan
from kinerja_desktop.services.pengumpulan.surat import compose_daftar_terima, compose_permintaan
from kinerja_desktop.services.pengumpulan.surat_berkas import write_letters
from kinerja_desktop.services.pengumpulan.surat_riwayat import compose_riwayat
from kinerja_desktop.services.pengumpulan.surat_teguran import compose_teguran, list_teguran_of
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.store.records import Indikator, MataAnggaran, Penempatan
from tests.conftest import Clock
from tests.services.dokumen.papers import read_text
from tests.services.pengumpulan.office import KASI, KASUBBAG, PERIODE, Filler, indikator_of

SENT, LETTER = date(2024, 7, 1), date(2024, 7, 11)


@pytest.fixture
def clock() -> Clock:
    """Monday, 1 July 2024, 09.00 WIB."""
    return Clock(datetime(2024, 7, 1, 2, 0, tzinfo=UTC))


def warn(office: Office, *days: int, pemegang: str = "") -> list[UUID]:
    """Write a reminder on each of these days of July, due nine days later; to all or one."""
    rows = [r for r in read_papan(office, PERIODE).baris if not pemegang or r.pemegang == pemegang]
    keys = [UUID(row.formulir_id) for row in rows]
    for day in days:
        write_teguran(office, PERIODE, keys, date(2024, 7, day), date(2024, 7, day + 9))
    return [item.id for _, item in list_teguran_of(office, PERIODE)]


def complete(office: Office, path: Path, clock: Clock) -> None:
    """Let the Kasi hand in everything, a day later."""
    clock.moment += timedelta(days=1)
    filler = Filler(path)
    for row in indikator_of(office, KASI):
        filler.fill(row.id, nilai=80)
    take_in(office, plan_terima(office, [filler.save()], PERIODE))


def pages(naskah: Naskah) -> list[str]:
    from kinerja_desktop.documents.pdf import render_pdf

    found = PdfReader(BytesIO(render_pdf(naskah))).pages
    return [" ".join(page.extract_text().split()) for page in found]


def test_the_request_has_the_layout_of_a_nota_dinas(kantor: Office, forms: dict[str, Path]) -> None:
    """`docs/sakip.md` §9: kop, title, the eight lines in their order, body, signature."""
    text = read_text(compose_permintaan(kantor, PERIODE, SENT))
    order = [
        "PEMERINTAH KABUPATEN", "KECAMATAN MUNCAR", "NOTA DINAS", "Yth.", f"1. {KASI}",
        f"2. {KASUBBAG}", "Dari", "Sekretaris Kecamatan", "Tembusan", "Tanggal", "1 Juli 2024",
        "Nomor", "Sifat", "Segera", "Lampiran", "2 (dua) formulir", "Hal",
        "Permintaan Data Kinerja Triwulan II Tahun 2024", "3 indikator", "10 Juli 2024",
        "6 indikator, 5 realisasi anggaran", "paling lambat tanggal 10 Juli 2024",
        "SEKRETARIS KECAMATAN,", "NAMA SEKRETARIS",
    ]  # fmt: skip
    place = 0
    for words in order:
        found = text.find(words, place)
        assert found >= 0, f"{words} after {text[max(0, place - 60) : place]}"
        place = found + len(words)


def test_a_rule_parts_head_and_body(kantor: Office, forms: dict[str, Path]) -> None:
    """`docs/sakip.md` §9: in the PDF and in Word's own words."""
    import zipfile

    from kinerja_desktop.documents.docx import render_docx
    from kinerja_desktop.documents.pdf import render_pdf

    naskah = compose_permintaan(kantor, PERIODE, SENT)
    with zipfile.ZipFile(BytesIO(render_docx(naskah))) as archive:
        body = archive.read("word/document.xml").decode()
    head, after = body.split("Permintaan Data Kinerja", 1)
    assert head.count("<w:pBdr>") == 1, "that of the kop"
    assert "<w:pBdr>" in after.split("Dalam rangka", 1)[0]
    lines = PdfReader(BytesIO(render_pdf(naskah))).pages[0].get_contents()
    assert lines is not None
    # Widths of lines: the two of the kop, then the rule.
    widths = [
        bytes(values[0].as_numeric().__str__(), "ascii")
        for values, operator in lines.operations
        if operator == b"w"
    ]
    assert widths[:3] == [b"0.6", b"2", b"0.8"]


def test_a_later_reminder_does_not_change_the_day_of_the_request(
    kantor: Office, forms: dict[str, Path]
) -> None:
    before = read_text(compose_permintaan(kantor, PERIODE, SENT))
    warn(kantor, 11)
    assert read_text(compose_permintaan(kantor, PERIODE, SENT)) == before


def test_to_one_holder_alone(kantor: Office, tmp_path: Path) -> None:
    from kinerja_desktop.services.pengumpulan.kirim import send_formulir

    send_formulir(kantor, PERIODE, tmp_path, date(2024, 7, 10), pemegang=[KASI])
    text = read_text(compose_permintaan(kantor, PERIODE, SENT))
    assert f"Yth. : {KASI} Dari" in text
    assert "1 (satu) formulir" in text


def test_who_signs_depends_on_the_day(kantor: Office, forms: dict[str, Path]) -> None:
    """The Sekretaris in post; an acting one is a Plt.; without any the Camat."""
    with kantor.journal.action("Mutasi") as session:
        row = session.exec(select(Penempatan).where(Penempatan.peran == "sekretaris")).one()
        row.selesai = date(2024, 7, 5)
        session.add(
            Penempatan(pejabat_id=row.pejabat_id, jabatan=row.jabatan, peran="sekretaris",
                       mulai=date(2024, 7, 10), status="plt")
        )  # fmt: skip
    definitive, acting, nobody = (
        read_text(compose_permintaan(kantor, PERIODE, date(2024, 7, day))) for day in (5, 12, 7)
    )
    assert "Dari : Sekretaris Kecamatan Tembusan" in definitive
    assert "Plt." not in definitive
    assert "Dari : Plt. Sekretaris Kecamatan Tembusan" in acting
    assert "Plt. SEKRETARIS KECAMATAN," in acting
    assert "Dari : Camat Muncar Tembusan" in nobody
    assert "CAMAT MUNCAR," in nobody
    with kantor.journal.action("Kosong") as session:
        for row in session.exec(select(Penempatan)):
            session.delete(row)
    empty = read_text(compose_permintaan(kantor, PERIODE, SENT))
    assert "Dari : Camat Tembusan" in empty
    assert "CAMAT MUNCAR," in empty


def test_each_reminder_has_its_words(kantor: Office, forms: dict[str, Path]) -> None:
    keys = warn(kantor, 11, 12, 15, 16, pemegang=KASI)
    first, second, third, fourth = (
        read_text(compose_teguran(kantor, PERIODE, key)) for key in keys
    )
    assert "Teguran Pertama Penyampaian Data Kinerja Triwulan II Tahun 2024" in first
    assert "Sehubungan dengan permintaan data kinerja Triwulan II Tahun 2024" in first
    assert "Sifat : Segera" in first
    assert "Tembusan : -" in first
    assert "paling lambat tanggal 20 Juli 2024" in first
    assert "Teguran Kedua" in second
    assert "Menunjuk teguran pertama kami tanggal 11 Juli 2024" in second
    assert "Diminta dengan sangat" in second
    assert "Sifat : Sangat segera" in second
    assert "Tembusan : Camat" in second
    assert "Teguran Ketiga" in third
    assert "teguran kami sebelumnya, terakhir tanggal 12 Juli 2024" in third
    assert "Ini adalah teguran terakhir." in third
    assert "alasan keterlambatan secara tertulis" in third
    assert "Teguran Ketiga" in fourth
    assert "terakhir tanggal 15 Juli 2024" in fourth
    for row in indikator_of(kantor, KASI):
        assert row.uraian in first


def test_one_for_all_has_a_page_for_each_who_owes(
    kantor: Office, forms: dict[str, Path], clock: Clock
) -> None:
    warn(kantor, 11)
    both = pages(compose_teguran(kantor, PERIODE, None))
    assert ["Yth. : " + name in page for name, page in zip((KASI, KASUBBAG), both, strict=True)]
    assert len(both) == 2
    complete(kantor, forms[KASI], clock)
    (left,) = pages(compose_teguran(kantor, PERIODE, None))
    assert f"Yth. : {KASUBBAG}" in left
    # The letter that was written prints all the same, without what came in meanwhile.
    key = next(item.id for name, item in list_teguran_of(kantor, PERIODE) if name == KASI)
    alone = read_text(compose_teguran(kantor, PERIODE, key))
    assert f"Yth. : {KASI}" in alone
    assert "Data yang belum diterima" not in alone


def test_a_reminder_bears_its_own_day(kantor: Office, forms: dict[str, Path]) -> None:
    with pytest.raises(KinerjaError, match="Belum ada teguran"):
        compose_teguran(kantor, PERIODE, None)
    key, *_ = warn(kantor, 11, 12)
    with pytest.raises(KinerjaError, match="Teguran ini bertanggal 11 Juli 2024"):
        compose_teguran(kantor, PERIODE, key, date(2024, 7, 13))
    assert "Pertama" in read_text(compose_teguran(kantor, PERIODE, key, LETTER))
    assert "Pertama" in read_text(compose_teguran(kantor, PERIODE, None, LETTER))
    assert "Kedua" in read_text(compose_teguran(kantor, PERIODE, None))
    with pytest.raises(KinerjaError, match="Belum ada teguran"):
        compose_teguran(kantor, PERIODE, None, date(2024, 7, 30))


def test_a_holder_who_is_none_any_more_keeps_the_letter(
    kantor: Office, forms: dict[str, Path]
) -> None:
    key, *_ = warn(kantor, 11, pemegang=KASI)
    with kantor.journal.action("Mengganti nama") as session:
        from kinerja_desktop.store.records import Indikator

        for row in session.exec(select(Indikator).where(Indikator.pengumpul_data == KASI)):
            row.pengumpul_data = KASUBBAG
    assert f"Yth. : {KASI}" in read_text(compose_teguran(kantor, PERIODE, key))
    with pytest.raises(KinerjaError, match="Belum ada teguran"):
        compose_teguran(kantor, PERIODE, None)


@pytest.mark.parametrize("compose", [compose_permintaan, compose_daftar_terima, compose_riwayat])
def test_without_any_form_there_is_no_paper(
    kantor: Office, compose: Callable[[Office, object, date], Naskah]
) -> None:
    with pytest.raises(KinerjaError, match="Belum ada formulir yang dikirim untuk Triwulan II"):
        compose(kantor, PERIODE, SENT)


def test_the_receipt_list(kantor: Office, forms: dict[str, Path], clock: Clock) -> None:
    complete(kantor, forms[KASI], clock)
    text = read_text(compose_daftar_terima(kantor, PERIODE, LETTER))
    assert "DAFTAR PENERIMAAN FORMULIR DATA KINERJA Triwulan II Tahun 2024" in text
    assert "Batas waktu : 10 Juli 2024" in text
    assert "1 Juli 2024 2 Juli 2024 lengkap" in text
    assert "Muncar, 11 Juli 2024 SEKRETARIS KECAMATAN," in text


def test_the_log(kantor: Office, forms: dict[str, Path], clock: Clock) -> None:
    first, second, _ = indikator_of(kantor, KASI)
    filler = Filler(forms[KASI]).fill(first.id, nilai=80).fill(second.id, nilai="salah")
    foot = next(row for row in range(1, 60) if filler.sheet.cell(row, 3).value == "Diisi oleh")
    filler.sheet.cell(foot, 4).value = "Budi"
    clock.moment += timedelta(days=1)
    take_in(kantor, plan_terima(kantor, [filler.save()], PERIODE))
    clock.moment += timedelta(days=1)
    named = Filler(forms[KASUBBAG])
    foot = next(row for row in range(1, 60) if named.sheet.cell(row, 3).value == "Diisi oleh")
    named.sheet.cell(foot, 4).value = "Ani"
    blank = plan_terima(kantor, [named.save()], PERIODE)
    take_in(kantor, blank)
    warn(kantor, 3)
    text = read_text(compose_riwayat(kantor, PERIODE, LETTER))
    events = [
        "1 Juli 2024 09.00 Formulir dikirim Kasi", "1 Juli 2024 09.00 Formulir dikirim Kasubbag",
        "2 Juli 2024 09.00 Formulir diterima Kasi",
        "1 baris masuk, 1 dikembalikan, 1 kosong; diisi oleh Budi",
        "3 Juli 2024 09.00 Formulir diterima Kasubbag", "11 kosong",
        "3 Juli 2024 Teguran pertama Kasi", "Batas waktu baru 12 Juli 2024",
        "3 Juli 2024 Teguran pertama Kasubbag",
    ]  # fmt: skip
    place = 0
    for words in events:
        found = text.find(words, place)
        assert found >= 0, f"{words} after {text[max(0, place - 80) :]}"
        place = found
    assert "Pemegang data : 2, lengkap 0" in text
    assert "Dibagikan menurut : pengumpul data" in text


def test_a_form_without_any_row_says_so(kantor: Office) -> None:
    from kinerja_desktop.services.pengumpulan.surat_riwayat import _describe_back

    assert _describe_back(0, 0, 0, 0, "") == "tidak ada isian"


def test_beside_the_forms_lies_a_draft_until_the_letter_is_final(
    kantor: Office, forms: dict[str, Path], tmp_path: Path
) -> None:
    def words(path: Path) -> str:
        return read_text(path.read_bytes())

    request, receipts = write_letters(kantor, PERIODE, tmp_path)
    assert "DRAF" in words(request)
    assert "DRAF" in words(receipts)
    make_final(kantor, PERMINTAAN_DATA, Permintaan(PERMINTAAN_DATA.kunci, PERIODE), LETTER)
    request, receipts = write_letters(kantor, PERIODE, tmp_path)
    assert "DRAF" not in words(request)
    assert "DRAF" in words(receipts)


def test_the_kinds_of_papers_describe_themselves(
    kantor: Office, forms: dict[str, Path], clock: Clock
) -> None:
    kinds = {item.kunci: item for item in DOKUMEN}
    other = type(PERIODE)(2023, 1)
    for item in DOKUMEN:
        found = item.describe(kantor, other)
        assert found.kosong.startswith("Belum ada")
    assert kinds["permintaan-data"].describe(kantor, PERIODE).keadaan == (
        "0 dari 2 pemegang lengkap"
    )
    assert TEGURAN.describe(kantor, PERIODE).kosong
    warn(kantor, 11)
    state = TEGURAN.describe(kantor, PERIODE)
    assert [(item.nama, item.keadaan) for item in state.subjek] == [
        ("Semua yang belum lengkap", ""),
        (f"{KASI}, ke-1", "11 Juli 2024"), (f"{KASUBBAG}, ke-1", "11 Juli 2024"),
    ]  # fmt: skip
    assert TEGURAN.tentang is not None
    find = TEGURAN.tentang.find
    assert find(kantor, PERIODE, "SEMUA") is None
    keys = dict(list_teguran_of(kantor, PERIODE))
    assert find(kantor, PERIODE, KASI.upper()) == keys[KASI].id
    with pytest.raises(KinerjaError, match="Tidak ada teguran untuk 'Camat'"):
        find(kantor, PERIODE, "Camat")
    with kantor.journal.action("Semua untuk Kasi") as session:
        for row in session.exec(select(Indikator)):
            row.pengumpul_data = KASI
            row.frekuensi = "tahunan"
        for line in session.exec(select(MataAnggaran)):
            line.penanggung_jawab = ""
    assert [item.nama for item in TEGURAN.describe(kantor, PERIODE).subjek] == [
        f"{KASI}, ke-1", f"{KASUBBAG}, ke-1",
    ]  # fmt: skip


@pytest.mark.parametrize("dokumen", DOKUMEN, ids=lambda item: item.kunci)
def test_a_kept_paper_prints_as_it_was_signed_though_data_came_in(
    kantor: Office, forms: dict[str, Path], clock: Clock, dokumen: Dokumen
) -> None:
    keys = warn(kantor, 11)
    wanted = Permintaan(dokumen.kunci, PERIODE, keys[0] if dokumen is TEGURAN else None)
    assert build_pdf(kantor, wanted).startswith(b"%PDF")
    make_final(kantor, dokumen, wanted, LETTER)
    signed = build_pdf(kantor, wanted), build_docx(kantor, wanted)
    complete(kantor, forms[KASI], clock)
    assert (build_pdf(kantor, wanted), build_docx(kantor, wanted)) == signed
    if dokumen is RIWAYAT:
        draft = compose_riwayat(kantor, PERIODE, LETTER)
        assert "Formulir diterima" in read_text(draft)
        assert "Formulir diterima" not in read_text(signed[0])
