"""The form of an official's IKI, signed with the superior."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.documents import build_naskah, build_xlsx
from kinerja_desktop.services.kantor.data_entry import (
    change_field,
    list_rows,
    remove_row,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
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
