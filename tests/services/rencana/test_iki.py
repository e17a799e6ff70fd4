"""The form of an official's IKI, signed with the superior."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from pypdf import PdfReader

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import build_naskah, build_pdf, build_xlsx
from kinerja_desktop.services.kantor.data_entry import (
    add_row,
    change_field,
    list_rows,
    remove_row,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import BERUBAH, make_final, read_status
from kinerja_desktop.services.kantor.office import Office
from tests.services.dokumen.papers import read_text
from tests.services.kantor.small import add_indikator
from tests.services.rencana.cascading import (
    DAY,
    PERIODE,
    state,
    text_of,
)


def give_iki(office: Office, nama: str, **values: Any) -> UUID:
    (row,) = list_rows(office, "pejabat", nama=nama)
    add_indikator(office, f"I-{nama}", jenis="IKI", pejabat_id=row["id"], **values)
    key: UUID = row["id"]
    return key


def test_the_form_of_an_iki_is_signed_by_both(office: Office, ids: dict[str, UUID]) -> None:
    kasi = give_iki(
        office, "Kasi Uji", kinerja="Loket cepat", formula="Selesai ÷ masuk", sumber_data="Buku"
    )
    text = text_of(office, "iki", kasi)
    for told in (
        "INDIKATOR KINERJA INDIVIDU (IKI)", "TAHUN 2025", "Kasi Pelayanan", "Loket cepat",
        "Selesai ÷ masuk", "Buku", "KASI PELAYANAN,", "CAMAT UJI,", "." * 150,
    ):  # fmt: skip
        assert told in text, told
    assert state(office, "iki").keadaan == "1 pejabat"
    assert "bertarget" not in state(office, "iki").catatan


def test_the_camat_has_the_tugas_of_the_office_and_the_bupati_above(
    office: Office, ids: dict[str, UUID]
) -> None:
    (row,) = list_rows(office, "instansi")
    change_field(office, "instansi", row["id"], "tugas", "Memimpin kecamatan")
    change_field(office, "instansi", row["id"], "fungsi", "Koordinasi")
    text = text_of(office, "iki", give_iki(office, "Camat Uji", kinerja="Hasil"))
    assert "Memimpin kecamatan" in text
    assert "Koordinasi" in text
    assert "BUPATI LUMAJANG," in text


def told_of(office: Office) -> str:
    """Return what is told of IKI beside the address that this office has not."""
    _, _, notes = state(office, "iki").catatan.partition("isi di Pengaturan.")
    return notes.strip()


def describe_post(office: Office, jabatan: str, **texts: str) -> None:
    (post,) = list_rows(office, "penempatan", jabatan=jabatan)
    for name, text in texts.items():
        change_field(office, "penempatan", post["id"], name, text)


def test_every_post_has_tugas_and_fungsi_of_its_own(office: Office, ids: dict[str, UUID]) -> None:
    """`docs/sakip.md` §3.2: Nama · NIP · Jabatan · Tugas · Fungsi."""
    kasi = give_iki(office, "Kasi Uji")
    missing = "Tugas atau fungsi jabatan belum diisi, jadi tercetak titik-titik: Kasi Uji."
    assert told_of(office) == f"{missing} Isi di Pengaturan, tab Penempatan."
    describe_post(office, "Kasi Pelayanan", tugas="melayani loket")
    assert told_of(office).startswith(missing), "fungsi is blank still"
    assert "." * 150 in text_of(office, "iki", kasi)
    describe_post(office, "Kasi Pelayanan", fungsi="menerima berkas\nmenerbitkan surat")
    assert told_of(office) == ""
    (page,) = PdfReader(BytesIO(build_pdf(office, Permintaan("iki", PERIODE, kasi, DAY)))).pages
    lines = [line.strip() for line in page.extract_text().splitlines()]
    at = lines.index("2. menerbitkan surat")
    assert lines[at - 1].endswith("1. menerima berkas"), "one fungsi a line"
    assert "melayani loket" in lines
    assert not any("." * 150 in line for line in lines)


def test_a_camat_with_tugas_of_the_post_has_these(office: Office, ids: dict[str, UUID]) -> None:
    (row,) = list_rows(office, "instansi")
    change_field(office, "instansi", row["id"], "tugas", "Tugas kecamatan")
    change_field(office, "instansi", row["id"], "fungsi", "Fungsi kecamatan")
    describe_post(office, "Camat Uji", tugas="Memimpin kecamatan")
    text = text_of(office, "iki", give_iki(office, "Camat Uji"))
    assert "Memimpin kecamatan" in text
    assert "Tugas kecamatan" not in text
    assert "Fungsi kecamatan" in text


def test_who_comes_into_a_post_has_its_tugas_without_typing_it_again(
    office: Office, ids: dict[str, UUID]
) -> None:
    describe_post(office, "Kasi Pelayanan", tugas="melayani loket", fungsi="menerima berkas")
    for nama, jabatan in (("Pengganti", "kasi pelayanan"), ("Lain", "Kasi Lain")):
        who = add_row(office, "pejabat", {"nama": nama})
        post = {"pejabat_id": who, "jabatan": jabatan, "peran": "kasi", "mulai": date(2025, 3, 1)}
        add_row(office, "penempatan", post)
        assert ("melayani loket" in text_of(office, "iki", give_iki(office, nama))) == (
            nama == "Pengganti"
        ), nama
    assert told_of(office).partition(": ")[2].startswith("Lain. ")


def test_who_stands_in_has_the_tugas_of_the_post_on_the_form(
    office: Office, ids: dict[str, UUID]
) -> None:
    """The Kasi is Plt. Camat since March: the form names that post, and so are its words."""
    describe_post(office, "Kasi Pelayanan", tugas="melayani loket", fungsi="menerima berkas")
    describe_post(office, "Camat Uji", tugas="memimpin kecamatan", fungsi="koordinasi")
    (kasi,) = list_rows(office, "pejabat", nama="Kasi Uji")
    plt = {"pejabat_id": kasi["id"], "jabatan": "Camat Uji", "peran": "camat", "status": "plt",
           "mulai": date(2025, 3, 1)}  # fmt: skip
    add_row(office, "penempatan", plt)
    text = text_of(office, "iki", give_iki(office, "Kasi Uji"))
    assert "Plt. Camat Uji" in text
    assert "memimpin kecamatan" in text
    assert "melayani loket" not in text


def test_a_final_form_stays_the_print_of_then(office: Office, ids: dict[str, UUID]) -> None:
    """`docs/architecture.md` §2.5: with the dots that people may have filled in by hand."""
    kasi = give_iki(office, "Kasi Uji")
    wanted = Permintaan("iki", PERIODE, kasi)
    make_final(office, DOKUMEN["iki"], wanted, DAY)
    signed = build_pdf(office, wanted)
    describe_post(office, "Kasi Pelayanan", tugas="melayani loket", fungsi="menerima berkas")
    assert build_pdf(office, wanted) == signed
    assert "melayani loket" not in read_text(signed)
    assert read_status(office, DOKUMEN["iki"], wanted).perubahan == (BERUBAH,)


@pytest.mark.parametrize(
    ("peran", "atasan"), [("kasi", "CAMAT UJI,"), ("kasubbag", "SEKRETARIS KECAMATAN,")]
)
def test_nobody_signs_for_a_post_that_is_vacant(
    office: Office, ids: dict[str, UUID], peran: str, atasan: str
) -> None:
    kasi = give_iki(office, "Kasi Uji")
    (post,) = list_rows(office, "penempatan", jabatan="Kasi Pelayanan")
    change_field(office, "penempatan", post["id"], "peran", peran)
    (camat,) = list_rows(office, "penempatan", jabatan="Camat Uji")
    change_field(office, "penempatan", camat["id"], "selesai", date(2025, 5, 1))
    text = text_of(office, "iki", kasi)
    assert atasan in text
    assert "BUPATI" not in text


def test_who_holds_no_post_signs_by_name(office: Office, ids: dict[str, UUID]) -> None:
    kasi = give_iki(office, "Kasi Uji")
    (post,) = list_rows(office, "penempatan", jabatan="Kasi Pelayanan")
    remove_row(office, "penempatan", post["id"])
    text = text_of(office, "iki", kasi)
    assert "PEJABAT," in text
    assert text.count("Kasi Uji") >= 2


def test_an_iki_without_a_target_is_told(office: Office, ids: dict[str, UUID]) -> None:
    give_iki(office, "Kasi Uji", target=None)
    assert "Belum semua IKI bertarget 2025: Kasi Uji." in state(office, "iki").catatan


def test_the_workbook_of_an_iki_has_real_numbers(office: Office, ids: dict[str, UUID]) -> None:
    kasi = give_iki(office, "Kasi Uji", target=Decimal("87.5"), kinerja="Loket cepat")
    content = build_xlsx(office, Permintaan("iki", PERIODE, kasi, DAY))
    _, row = openpyxl.load_workbook(BytesIO(content))["Data"].iter_rows(values_only=True)
    assert (row[3], row[8]) == ("Loket cepat", 87.5)


def test_without_iki_there_is_no_form(office: Office, ids: dict[str, UUID]) -> None:
    assert state(office, "iki").kosong.startswith("Belum ada IKI untuk 2025")
    (kasi,) = list_rows(office, "pejabat", nama="Kasi Uji")
    with pytest.raises(KinerjaError, match="belum mempunyai IKI untuk 2025"):
        build_naskah(office, Permintaan("iki", PERIODE, kasi["id"]))
    with pytest.raises(KinerjaError, match="belum dipilih untuk siapa"):
        build_naskah(office, Permintaan("iki", PERIODE))
