"""What the planning papers say, out of the office's data (`docs/sakip.md` §3.5–3.6, §3.1)."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, fill_cells, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.perjanjian import (
    change_perjanjian,
    create_murni,
    create_perubahan,
    remove_butir,
)
from kinerja_desktop.services.rencana.perjanjian_data import (
    find_perjanjian_camat,
    gather_perjanjian,
    gather_perjanjian_camat,
)
from kinerja_desktop.services.rencana.perjanjian_versi import (
    find_perjanjian,
    list_perjanjian,
    list_pihak,
)
from kinerja_desktop.services.rencana.plan_data import gather_iku, gather_rkt
from kinerja_desktop.services.rencana.rencana_aksi_data import gather_rencana_aksi
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor

DAY = date(2025, 1, 15)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    """The small office, with program P and its sub kegiatan K, and program Q."""
    made = fill_kantor(office)
    lines = (("P", "7.01.01", "program", ""), ("K", "7.01.01.2.01", "kegiatan", "P"),
             ("Q", "7.01.02", "program", ""))  # fmt: skip
    for key, kode, jenis, above in lines:
        made[key] = add_row(
            office,
            "mata_anggaran",
            {"kode": kode, "nama": f"Nama {key}", "jenis": jenis, "induk_id": made.get(above)},
        )
    for key, murni, perubahan in (("K", 600, 700), ("Q", 400, None)):
        add_row(
            office,
            "pagu",
            {
                "mata_anggaran_id": made[key], "tahun": TAHUN, "murni": Decimal(murni),
                "perubahan": None if perubahan is None else Decimal(perubahan),
                "tanggal_perubahan": date(2025, 9, 1) if perubahan else None,
            },
        )  # fmt: skip
    return made


def pihak(office: Office, jabatan: str) -> UUID:
    return next(key for key, text in list_pihak(office).items() if text.startswith(jabatan))


def iki(office: Office, ids: dict[str, UUID], **values: object) -> UUID:
    return add_indikator(
        office, "IKI-1", Decimal(4), jenis="IKI", pejabat_id=pihak(office, "Kasi"),
        kinerja="Pelayanan tertib", satuan="laporan", **values,
    )  # fmt: skip


# IKU


def test_the_iku_of_a_renstra_have_their_metadata_and_targets(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_indikator(office, "K1", jenis="IKK", sasaran_id=ids["A"])
    for name, value in (
        ("alasan", "Ukuran langsung"), ("definisi_operasional", "Nilai survei"),
        ("pembilang", "puas"), ("penyebut", "semua"), ("sumber_data", "SKM"),
        ("penanggung_jawab", "Kasi"),
    ):  # fmt: skip
        change_field(office, "indikator", ids["A1"], name, value)
    change_field(office, "periode_renstra", ids["renstra"], "nomor_iku", "188/1")
    change_field(office, "periode_renstra", ids["renstra"], "tanggal_iku", date(2025, 2, 3))
    with office.journal.reading() as session:
        data = gather_iku(session, 2026)
    assert (data.skpd, data.keputusan) == ("Kecamatan Uji", "Keputusan Camat Uji")
    assert (data.nomor, data.tanggal, data.masa) == ("188/1", date(2025, 2, 3), "TAHUN 2025 – 2029")
    assert [(group.sasaran, len(group.iku)) for group in data.sasaran] == [
        ("Sasaran A", 1),
        ("Sasaran B", 3),
    ]
    first = data.sasaran[0].iku[0]
    assert first.penjelasan == "Ukuran langsung\nNilai survei"
    assert first.formula == "(puas ÷ semua) × 100%"
    assert (first.sumber_data, first.penanggung_jawab) == ("SKM", "Kasi")
    assert data.tahun == (2025, 2026, 2027, 2028, 2029)
    assert [target.teks for target in first.target] == ["100", "-", "-", "-", "-"]


def test_iku_outside_every_renstra_stand_for_their_year_alone(
    office: Office, ids: dict[str, UUID]
) -> None:
    with office.journal.reading() as session:
        data = gather_iku(session, 2035)
    assert (data.masa, data.nomor, data.tanggal, data.tahun) == ("TAHUN 2035", "", None, ())
    assert data.sasaran[0].iku[0].target == ()


def test_an_indicator_without_sasaran_is_kept_under_none(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_indikator(office, "X1", level="tujuan")
    with office.journal.reading() as session:
        assert [group.sasaran for group in gather_iku(session, TAHUN).sasaran] == [
            "", "Sasaran A", "Sasaran B",
        ]  # fmt: skip


# Rencana Kinerja Tahunan


def test_a_rencana_kinerja_has_strategic_indicators_and_programs(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_indikator(office, "P1", jenis="IKK", level="program", mata_anggaran_id=ids["P"])
    add_indikator(office, "A2", None, jenis="IKK", sasaran_id=ids["A"])
    with office.journal.reading() as session:
        data = gather_rkt(session, TAHUN, DAY)
        later = gather_rkt(session, TAHUN, date(2025, 9, 1))
    assert [(g.sasaran, [i.target.teks for i in g.indikator]) for g in data.sasaran] == [
        ("Sasaran A", ["100", "-"]),
        ("Sasaran B", ["100", "100", "100"]),
    ]
    assert [(p.kode, p.pagu, p.keterangan) for p in data.program] == [
        ("7.01.01", 600, "APBD"),
        ("7.01.02", 400, "APBD"),
    ]
    assert data.jumlah == 1000
    assert later.jumlah == 1100  # 700 + 400: the pagu in force that day (`docs/sakip.md` §6.2)


# Perjanjian Kinerja


def test_the_offices_agreement_is_of_camat_and_bupati(office: Office, ids: dict[str, UUID]) -> None:
    add_row(office, "program_sasaran", {"mata_anggaran_id": ids["P"], "sasaran_id": ids["A"]})
    add_row(office, "program_sasaran", {"mata_anggaran_id": ids["P"], "sasaran_id": ids["B"]})
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "bupati", "NAMA BUPATI")
    key = create_murni(office, TAHUN, pihak(office, "Camat"))
    with office.journal.reading() as session:
        data = gather_perjanjian(session, key, DAY)
    assert data.is_skpd
    assert data.unit == ("Kecamatan Uji",)
    assert (data.pertama.nama, data.pertama.jabatan) == ("Camat Uji", "Camat Uji")
    assert (data.kedua.nama, data.kedua.jabatan) == ("NAMA BUPATI", "Bupati Lumajang")
    assert (data.kedua.pangkat, data.kedua.nip) == ("", "")
    assert [(g.sasaran, len(g.indikator)) for g in data.sasaran] == [
        ("Sasaran A", 1),
        ("Sasaran B", 3),
    ]
    # A program that serves two sasaran stands in the list once (`docs/sakip.md` §3.5).
    assert [item.kode for item in data.program] == ["7.01.01", "7.01.02"]
    assert (data.tanggal, data.tempat_tanggal) == (None, "Lumajang, ........................")


def test_pagu_and_post_are_those_of_the_day_of_signing(
    office: Office, ids: dict[str, UUID]
) -> None:
    camat = pihak(office, "Camat")
    key = create_murni(office, TAHUN, camat)
    change_perjanjian(office, key, "tanggal", date(2025, 10, 1))
    (post,) = (row for row in list_rows(office, "penempatan") if row["peran"] == "camat")
    change_field(office, "penempatan", post["id"], "selesai", date(2025, 8, 31))
    add_row(
        office,
        "penempatan",
        {"pejabat_id": camat, "jabatan": "Camat Uji", "peran": "camat", "status": "plt",
         "mulai": date(2025, 9, 1)},
    )  # fmt: skip
    with office.journal.reading() as session:
        data = gather_perjanjian(session, key, DAY)
    assert data.jumlah == 1100
    assert data.pertama.jabatan == "Plt. Camat Uji"


def test_an_agreement_without_pihak_pertama_is_the_camats(
    office: Office, ids: dict[str, UUID]
) -> None:
    key = add_row(office, "perjanjian_kinerja", {"kode": "X", "tahun": TAHUN, "perubahan_ke": 0})
    with office.journal.reading() as session:
        now = gather_perjanjian(session, key, DAY)
        # Nobody was Camat in 1990: today is long before the first post.
        none = gather_perjanjian(session, key, date(1990, 1, 1))
    assert (now.pertama.nama, now.sasaran) == ("Camat Uji", ())
    assert (none.pertama.nama, none.pertama.jabatan) == ("", "Camat Uji")


def test_an_official_promises_to_the_superior_with_the_lines_of_the_own_indicators(
    office: Office, ids: dict[str, UUID]
) -> None:
    key = iki(office, ids, mata_anggaran_id=ids["K"])
    fill_cells(
        office,
        "rencana_aksi",
        [({"indikator_id": key, "tahun": TAHUN}, "mata_anggaran_id", ids["P"])],
    )
    perjanjian = create_murni(office, TAHUN, pihak(office, "Kasi"))
    with office.journal.reading() as session:
        data = gather_perjanjian(session, perjanjian, DAY)
    assert not data.is_skpd
    assert data.unit == ("Kasi Pelayanan", "Kecamatan Uji")
    assert (data.pertama.nama, data.kedua.nama) == ("Kasi Uji", "Camat Uji")
    assert [(g.sasaran, g.indikator[0].target_bersatuan) for g in data.sasaran] == [
        ("Pelayanan tertib", "4\u00a0laporan")
    ]
    assert [(item.kode, item.pagu) for item in data.program] == [
        ("7.01.01", 600),
        ("7.01.01.2.01", 600),
    ]
    # The kegiatan lies below the program, so its pagu counts once.
    assert data.jumlah == 600


def test_an_official_whose_indicators_name_no_budget_has_none(
    office: Office, ids: dict[str, UUID]
) -> None:
    iki(office, ids)
    key = create_murni(office, TAHUN, pihak(office, "Kasi"))
    with office.journal.reading() as session:
        data = gather_perjanjian(session, key, DAY)
    assert (data.program, data.jumlah) == ((), None)


def test_a_kasubbag_promises_to_the_sekretaris(office: Office, ids: dict[str, UUID]) -> None:
    # `docs/sakip.md` §3.4: Kasubbag – Sekretaris.
    people = {}
    for nama, peran in (("Sek", "sekretaris"), ("Bag", "kasubbag")):
        people[nama] = add_row(office, "pejabat", {"nama": nama})
        add_row(
            office,
            "penempatan",
            {"pejabat_id": people[nama], "jabatan": peran, "peran": peran, "status": "definitif",
             "mulai": date(2020, 1, 1)},
        )  # fmt: skip
    add_indikator(office, "IKI-2", jenis="IKI", pejabat_id=people["Bag"])
    key = create_murni(office, TAHUN, people["Bag"])
    with office.journal.reading() as session:
        assert gather_perjanjian(session, key, DAY).kedua.nama == "Sek"


def test_the_agreement_of_the_year_is_the_last_signed_one(
    office: Office, ids: dict[str, UUID]
) -> None:
    def found() -> str | None:
        with office.journal.reading() as session:
            row = find_perjanjian_camat(session, TAHUN)
            data = gather_perjanjian_camat(session, TAHUN, DAY)
        assert (row.kode if row else None) == (data.kode if data else None)
        return row.kode if row else None

    assert found() is None
    iki(office, ids)
    create_murni(office, TAHUN, pihak(office, "Kasi"))
    assert found() is None
    murni = create_murni(office, TAHUN, pihak(office, "Camat"))
    assert found() == "PK-2025-2"
    change_perjanjian(office, murni, "tanggal", date(2025, 1, 10))
    change_perjanjian(office, murni, "ditandatangani", True)
    create_perubahan(office, murni, "mutasi")
    assert found() == "PK-2025-2"


def test_of_two_camat_in_a_year_the_later_agreement_counts(
    office: Office, ids: dict[str, UUID]
) -> None:
    old = create_murni(office, TAHUN, pihak(office, "Camat"))
    changed = create_perubahan(office, old, "strategi")
    new = add_row(office, "pejabat", {"nama": "Camat Baru"})
    add_row(
        office,
        "penempatan",
        {"pejabat_id": new, "jabatan": "Camat Uji", "peran": "camat", "status": "definitif",
         "mulai": date(2025, 1, 2)},
    )  # fmt: skip
    later = create_murni(office, TAHUN, new)
    for key, month in ((old, 1), (changed, 3), (later, 9)):
        change_perjanjian(office, key, "tanggal", date(2025, month, 10))
        change_perjanjian(office, key, "ditandatangani", True)
    with office.journal.reading() as session:
        data = gather_perjanjian_camat(session, TAHUN, DAY)
    assert data is not None
    assert data.pertama.nama == "Camat Baru"


def test_a_version_that_is_gone_is_told(office: Office, ids: dict[str, UUID]) -> None:
    with office.journal.reading() as session, pytest.raises(KinerjaError, match="sudah tidak ada"):
        gather_perjanjian(session, uuid4(), DAY)


def test_an_agreement_is_found_by_kode_or_by_name(office: Office, ids: dict[str, UUID]) -> None:
    key = create_murni(office, TAHUN, pihak(office, "Camat"))
    newer = create_perubahan(office, key, "mutasi")
    assert find_perjanjian(office, TAHUN, " pk-2025 ") == key
    assert find_perjanjian(office, TAHUN, "camat uji") == newer
    with pytest.raises(KinerjaError, match=r"'PK-9' tidak ada pada 2025"):
        find_perjanjian(office, TAHUN, "PK-9")


def test_an_agreement_of_nothing_says_nothing(office: Office, ids: dict[str, UUID]) -> None:
    key = create_murni(office, TAHUN, pihak(office, "Camat"))
    (version,) = list_perjanjian(office, TAHUN)
    for butir in version.butir:
        remove_butir(office, butir.id)
    with office.journal.reading() as session:
        assert gather_perjanjian(session, key, DAY).sasaran == ()


# Rencana Aksi


def test_a_rencana_aksi_has_targets_as_entered_and_each_pagu_once(
    office: Office, ids: dict[str, UUID]
) -> None:
    change_field(office, "indikator", ids["B1"], "penanggung_jawab", "Sekretaris")
    cells = [("A1", "tw1", Decimal(0)), ("A1", "tw4", Decimal(100)), ("A1", "aktivitas", "Rapat"),
             ("A1", "penanggung_jawab", "Kasi")]  # fmt: skip
    for kode, name, value in cells:
        where = {"indikator_id": ids[kode], "tahun": TAHUN}
        fill_cells(office, "rencana_aksi", [(where, name, value)])
    for kode in ("A1", "B1"):
        where = {"indikator_id": ids[kode], "tahun": TAHUN}
        fill_cells(office, "rencana_aksi", [(where, "mata_anggaran_id", ids["K"])])
    with office.journal.reading() as session:
        data = gather_rencana_aksi(session, TAHUN, DAY)
    first, second = data.sasaran[0].indikator[0], data.sasaran[1].indikator[0]
    assert [target.teks for target in first.berkala] == ["0", "-", "-", "100"]
    assert (first.aktivitas, first.penanggung_jawab) == ("Rapat", "Kasi")
    assert (first.program, first.pagu.nilai) == ("7.01.01.2.01 Nama K", 600)
    assert (second.program, second.pagu) == ("7.01.01.2.01 Nama K", Angka(""))
    assert second.penanggung_jawab == "Sekretaris"
    third = data.sasaran[1].indikator[1]
    assert (third.program, third.pagu.teks, third.aktivitas) == ("", "-", "")
    assert data.pejabat is None


def test_an_office_that_plans_by_months_has_twelve_targets(
    office: Office, ids: dict[str, UUID]
) -> None:
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "kisi_rencana_aksi", "bulan")
    key = iki(office, ids)
    where = {"indikator_id": key, "tahun": TAHUN}
    fill_cells(
        office, "rencana_aksi_bulanan", [(where, "b1", Decimal(0)), (where, "b12", Decimal(4))]
    )
    with office.journal.reading() as session:
        data = gather_rencana_aksi(session, TAHUN, DAY, pihak(office, "Kasi"))
        blank = gather_rencana_aksi(session, TAHUN, DAY)
    (line,) = data.sasaran[0].indikator
    assert [target.teks for target in line.berkala] == ["0", *["-"] * 10, "4"]
    assert data.pejabat is not None
    assert (data.pejabat.nama, data.pejabat.jabatan) == ("Kasi Uji", "Kasi Pelayanan")
    assert [target.teks for target in blank.sasaran[0].indikator[0].berkala] == ["-"] * 12
    with office.journal.reading() as session:
        assert gather_rencana_aksi(session, TAHUN, DAY, uuid4()).pejabat is None
