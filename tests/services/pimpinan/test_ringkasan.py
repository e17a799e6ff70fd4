"""*Ringkasan untuk Camat*: its figures, and that it stays one page whatever an office has."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_docx, build_naskah, build_pdf
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.pimpinan import menunggu
from kinerja_desktop.services.pimpinan.menunggu import list_menunggu
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.next_steps import LangkahBerikut
from tests.conftest import Clock
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, indikator_id, read_text
from tests.services.sop.office import PASRUJAMBE, SELESAI, SETUJU, do, give_sop, start
from tests.services.surat.letters import words

DAY = date(2025, 1, 15)
SAKIP = "IKU-2"


def wanted(periode: Periode = TAHUN) -> Permintaan:
    return Permintaan("ringkasan-camat", periode)


def test_the_page_tells_the_figures_of_the_year_and_of_the_year_before(muncar: Office) -> None:
    """tests/data/muncar.json; the means by hand, of the nine capaian as they are printed."""
    key = indikator_id(muncar, SAKIP)
    set_keterangan(
        muncar, key, TAHUN, penghambat="Bukti belum lengkap", tindak_lanjut="Melengkapi bukti",
        penanggung_jawab="Sekretaris", batas_waktu=date(2025, 1, 10),
    )  # fmt: skip
    text = words(build_naskah(muncar, wanted()))
    for told in (
        "RINGKASAN KINERJA UNTUK CAMAT", "KECAMATAN MUNCAR, TAHUN 2024",
        "draf, keadaan 15 Januari 2025; masih dapat berubah",
        # (106,93 + 99,75 + 111,11 + 108,12 + 5 × 100) / 9 = 102,88
        "102,88%, Sangat Tinggi (9 dari 9 indikator)",
        # (103,65 + 107,18 + 104,44 + 106,52 + 5 × 100) / 9 = 102,42
        "102,42%, selisih +0,46 poin (Tahun 2023)",
        "87,74%, Rp3.361.311.356 dari Rp3.831.102.351",
        "106,93", "103,65", "+3,28", "99,75", "107,18", "−7,43",
        "Nilai SAKIP Kecamatan", "82,32 dari 82,53", "Bukti belum lengkap",
        "Melengkapi bukti (Sekretaris, paling lambat 10 Januari 2025)",
        "Melengkapi bukti (Nilai SAKIP Kecamatan, Tahun 2024)",
        "10 Januari 2025, terlambat 3 hari kerja",
    ):  # fmt: skip
        assert f"\n{told}\n" in text, told
    assert "lain." not in text
    assert len(PdfReader(BytesIO(build_pdf(muncar, wanted()))).pages) == 1
    assert build_docx(muncar, wanted()).startswith(b"PK")


def test_a_final_period_is_told_as_it_was_signed(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, date(2025, 1, 10))
    assert f"\nfinal, kode {row.kode}\n" in words(build_naskah(muncar, wanted()))
    assert list_keadaan(muncar, TAHUN)["ringkasan-camat"].keadaan == (
        f"Angka: final · kode {row.kode}"
    )


def test_a_period_without_figures_says_so(muncar: Office) -> None:
    text = words(build_naskah(muncar, wanted(Periode(2025, 1))))
    for told in (
        "belum diisi (0 dari 9 indikator)", "tidak ada (Triwulan I Tahun 2024)",
        "Tidak ada indikator yang terisi di bawah target.",
    ):  # fmt: skip
        assert f"\n{told}\n" in text, told
    assert "Belum diisi 9 indikator: Indeks Kepuasan Masyarakat; Nilai SAKIP" in text


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "pagu belum diisi"),
        ({"murni": Decimal(1000)}, "realisasi belum diisi, pagu Rp1.000"),
        ({"murni": Decimal(0), "setahun": Decimal(0)}, "Rp0 dari Rp0"),
        ({"murni": Decimal(1000), "setahun": Decimal(0)}, "0,00%, Rp0 dari Rp1.000"),
    ],
)
def test_a_budget_that_is_not_there_is_no_zero(
    muncar: Office, values: dict[str, Decimal], told: str
) -> None:
    (program, *_) = list_rows(muncar, "mata_anggaran")
    about = {"mata_anggaran_id": program["id"], "tahun": 2026}
    if "murni" in values:
        add_row(muncar, "pagu", {**about, "murni": values["murni"]})
    if "setahun" in values:
        add_row(muncar, "realisasi_anggaran", {**about, "tahunan": values["setahun"]})
    assert f"\n{told}\n" in words(build_naskah(muncar, wanted(Periode(2026))))


@pytest.mark.sqlite_only("the practice office lies in a folder")
@pytest.mark.parametrize("periode", [Periode(2025, 3), Periode(2024)])
def test_no_story_of_the_practice_office_is_cut(latihan: Office, periode: Periode) -> None:
    """Where lists and words do not fit together, the lists are shortened and counted."""
    text = words(build_naskah(latihan, wanted(periode)))
    assert "…" not in text
    assert "\nCapaian per program\n" in text
    # Four sasaran and five programs are numbered apart.
    assert text.count("\n4\n") == 2
    assert ("saat ini, 13 Oktober 2025" in text) == (periode.tahun == 2024)


def test_a_year_without_indicators_has_no_page(muncar: Office) -> None:
    assert list_keadaan(muncar, Periode(1995))["ringkasan-camat"].kosong.startswith("Belum ada")
    with pytest.raises(KinerjaError, match="Belum ada indikator untuk Tahun 1995"):
        build_naskah(muncar, wanted(Periode(1995)))


def test_an_office_with_many_sasaran_and_long_words_stays_on_one_page(muncar: Office) -> None:
    tujuan = list_rows(muncar, "tujuan")[0]["id"]
    for number in range(30):
        sasaran = add_row(
            muncar, "sasaran",
            {"tujuan_id": tujuan, "kode": f"SX{number}", "uraian": f"Sasaran {number} " * 60},
        )  # fmt: skip
        key = add_row(
            muncar, "indikator",
            {"kode": f"IX-{number}", "uraian": f"Indikator {number} " * 50, "jenis": "IKU",
             "level": "sasaran", "sasaran_id": sasaran, "satuan": "desa", "arah": "naik",
             "akumulasi": "posisi_akhir"},
        )  # fmt: skip
        add_row(muncar, "target_tahunan", {"indikator_id": key, "tahun": 2024, "nilai": Decimal(9)})
        set_realisasi(muncar, key, TAHUN, Decimal(2))
        set_keterangan(
            muncar, key, TAHUN, penghambat="Sebab yang panjang " * 90,
            tindak_lanjut="Kerja yang panjang " * 90, penanggung_jawab="Kasi " * 40,
            batas_waktu=date(2025, 1, 10),
        )  # fmt: skip
    pdf = build_pdf(muncar, wanted())
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    text = read_text(pdf)
    # 34 sasaran (4 of the sample), 31 indicators below target (SAKIP too), 30 promises and more.
    for count, what in ((34, "sasaran lain."), (31, "indikator lain di bawah target.")):
        left = int(text.partition(f" {what}")[0].rpartition("dan ")[2])
        assert 0 < left < count
    assert " hal lain." in text


def test_what_waits_for_the_camat_is_told(muncar: Office) -> None:
    """Tasks of meetings, deadlines that are near, and a step of a running SOP that is the Camat's.

    The Sekretaris Camat's are not the Camat's.
    """
    add_row(muncar, "tugas", {"uraian": "Menyusun jadwal", "penanggung_jawab": "Kasi"})
    set_keterangan(muncar, indikator_id(muncar), TAHUN, tindak_lanjut="-",
                   batas_waktu=date(2025, 1, 10))  # fmt: skip
    told = {item.apa: item for item in list_menunggu(muncar, DAY)}
    assert told["Menyusun jadwal"].keterangan == "tanpa batas waktu"
    assert list(told)[-1] == "Menyusun jadwal"
    assert not any(item.startswith("-") for item in told)
    # Two months after the year, PermenPANRB 53/2014: the end of February is 32 hari kerja away.
    near = {item.apa: item for item in list_menunggu(muncar, date(2025, 2, 20))}
    assert near["LKjIP 2024 kepada Bupati belum final"].tanggal == date(2025, 2, 28)


def test_a_step_is_told_while_it_is_the_camats(muncar: Office, clock: Clock) -> None:
    """resources/sop/pasrujambe_pengumpulan_2018.json: four of its steps are the Camat's."""
    give_sop(muncar)
    case_id = start(muncar, PASRUJAMBE)
    told = []
    while (case := read_case(muncar, case_id)).is_running:
        mine = [item for item in list_menunggu(muncar, DAY) if item.siapa]
        assert len(mine) == ("Camat" in case.pelaksana.split(", ")), case.pelaksana
        assert case.posisi.langkah is not None
        told += [item.siapa for item in mine]
        clock.moment += timedelta(days=3)
        do(muncar, case_id, SETUJU if case.posisi.langkah.is_decision else SELESAI)
    assert told == ["Camat", "Camat, Sekcam, Kasi/Kasubbag", "Camat", "Camat"]


@pytest.mark.parametrize(
    ("tenggat", "terlambat", "told"),
    [
        (None, 0, "tanpa batas waktu"),
        (date(2025, 1, 10), 3, "10 Januari 2025, terlambat 3 hari kerja"),
    ],
)
def test_a_step_tells_how_late_it_is(
    muncar: Office, monkeypatch: pytest.MonkeyPatch,
    tenggat: date | None, terlambat: int, told: str,
) -> None:  # fmt: skip
    steps = [
        LangkahBerikut(
            UUID(int=1),
            "SOP",
            "Tahun 2024",
            "Memeriksa",
            who,
            tenggat,
            terlambat,
            Status.TEPAT_WAKTU,
        )
        for who in ("Camat Muncar", "Sekretaris Camat")
    ]
    monkeypatch.setattr(menunggu, "list_next_steps", lambda office: steps)
    (item,) = list_menunggu(muncar, DAY)
    assert item.apa == "Memeriksa (SOP, Tahun 2024)"
    assert item.keterangan == told
