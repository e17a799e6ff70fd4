import re
from datetime import date

import pytest
from sqlalchemy import text
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.rantai import AWAL, Mata, seal
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.finals import DIUBAH_DI_LUAR
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import compose_package
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.pengukuran.ukur import find_status
from kinerja_desktop.services.riwayat.integrity import check_finals
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.store.queries.riwayat import list_perubahan, list_transaksi
from kinerja_desktop.store.records import DokumenFinal, Lkjip, Pengukuran, PerjanjianKinerja
from tests.tampering import lose_file, tamper

TAHUN = Periode(2024)
TANGGAL = date(2025, 1, 31)


#: How references go unwatched and are watched again: on a server, in a file.
WATCHING = {
    False: ("SET session_replication_role = replica", "SET session_replication_role = origin"),
    True: ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON"),
}
UNTYPED = pytest.mark.sqlite_only("a server keeps no value of another kind, nor a lost reference")


def untyped(statement: str, sentence: str) -> object:
    """Return what only SQLite lets another program do."""
    return pytest.param(statement, sentence, marks=UNTYPED)


def sql(office: Office, *statements: str) -> None:
    """Change the data as another program would, with foreign keys unwatched."""
    with office.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        off, on = WATCHING[office.place.file is not None]
        connection.exec_driver_sql(off)
        for statement in statements:
            connection.execute(text(statement))
        connection.commit()
        connection.exec_driver_sql(on)
        connection.commit()


def said(office: Office) -> str:
    return "\n".join(str(problem) for problem in check_office(office))


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE realisasi SET nilai = '95' WHERE tahun = 2023", r"Realisasi tercatat .*, kini 95"),
        ("DELETE FROM realisasi WHERE tahun = 2022", "dihapus di luar program"),
        untyped(
            "INSERT INTO hari_libur SELECT lower(hex(randomblob(16))), '2030-01-01', 'x', 0",
            "ditambahkan di luar program",
        ),
        ("UPDATE transaksi SET label = 'Lain' WHERE id = 2", "'Lain': catatan ini"),
        untyped("UPDATE transaksi SET waktu = 'kemarin' WHERE id = 2", "catatan ini"),
        untyped("UPDATE perubahan SET baru = '{' WHERE id = 3", "catatan ini"),
        untyped("UPDATE perubahan SET baris = 'x' WHERE id = 3", "catatan ini"),
        ("DELETE FROM perubahan WHERE id = 3", "catatan ini"),
        untyped("DELETE FROM transaksi WHERE id = 1", "perubahan: acuan ke transaksi hilang"),
        ("UPDATE instansi SET kertas = 'A3'", "Kertas tercatat F4 .*, kini A3"),
        ("UPDATE instansi SET kecamatan = ''", "Kecamatan kosong, padahal harus diisi"),
        ("UPDATE indikator SET bobot = '-5'", "-5 di luar batas"),
        ("UPDATE periode_renstra SET tahun_akhir = 2000", "Tahun akhir mendahului tahun awal"),
        ("UPDATE realisasi SET nilai = 'x..y' WHERE tahun = 2023", "tidak terbaca"),
        untyped(
            "UPDATE realisasi SET tahun = 'banyak' WHERE tahun = 2023", "'banyak' tidak terbaca"
        ),
        untyped("UPDATE penempatan SET mulai = '2025-13-40'", "'2025-13-40' tidak terbaca"),
        untyped(
            "UPDATE indikator SET id = 'abc' WHERE kode = 'IKU-1'", "acuan ke indikator hilang"
        ),
        untyped(
            "UPDATE hari_libur SET id = 'abc' WHERE tanggal = '2026-01-01'", "'abc' tidak terbaca"
        ),
        ("UPDATE pengukuran SET kode = '0000-0000-0000-0000'", "tidak cocok dengan kode 0000"),
        ("UPDATE lkjip SET snapshot = '[1.5]'", "LKjIP 2024 versi 1: isi yang final tidak cocok"),
        ("UPDATE pengukuran SET pdf = 'ab'", "diubah di luar program"),
        ("UPDATE dokumen_final SET docx = ''", "diubah di luar program"),
        ("DELETE FROM lkjip", "dihapus di luar program"),
        untyped(
            "UPDATE perubahan SET baru = json_set(baru, '$.bobot', 'banyak') "
            "WHERE tabel = 'indikator' AND json_type(lama) = 'null'",
            "tercatat 'banyak', kini",
        ),
    ],
)
def test_what_another_program_changed_is_named(
    tuntas: Office, statement: str, sentence: str
) -> None:
    sql(tuntas, statement)
    assert re.search(sentence, said(tuntas)), said(tuntas)


def test_a_trail_that_was_sealed_anew_no_longer_fits_the_papers(tuntas: Office) -> None:
    """Who forges a deed and every seal after it cannot forge the seal on a signed paper."""
    forged = AWAL
    sql(tuntas, "UPDATE transaksi SET label = 'Lain' WHERE id = 2")
    with tuntas.journal.reading() as session:
        deeds = list(reversed(list_transaksi(session, 10_000)))
        changes = {deed.id: list_perubahan(session, deed.id or 0, 10_000) for deed in deeds}
    for deed in deeds:
        lines = [(c.tabel, str(c.baris), c.lama, c.baru) for c in changes[deed.id]]
        forged = seal(forged, Mata(deed.waktu, deed.pelaku, deed.label, lines))
        sql(tuntas, f"UPDATE transaksi SET rantai = '{forged}' WHERE id = {deed.id}")
    told = said(tuntas)
    assert "LKjIP 2024 versi 1: riwayat sebelum dokumen ini final sudah lain" in told
    assert "Pengukuran Kinerja Tahun 2024 versi 1: riwayat" in told
    assert "perjanjian-kinerja Tahun 2024 versi 1: riwayat" in told


def test_many_findings_of_a_kind_are_counted(tuntas: Office) -> None:
    sql(tuntas, "UPDATE hari_libur SET nama = 'x'", "UPDATE realisasi SET pendorong = 'x'")
    assert re.search(r"dan \d+ lagi seperti itu", said(tuntas))


def test_a_lost_print_is_named(tuntas: Office) -> None:
    with tuntas.journal.reading() as session:
        (row,) = session.exec(select(Pengukuran))
    lose_file(tuntas, row.pdf)
    assert "Cetakan Pengukuran Kinerja 2024 versi 1: Berkas bukti ini hilang" in said(tuntas)


def test_altered_figures_are_neither_printed_nor_sent(tuntas: Office) -> None:
    tamper(tuntas, Pengukuran, snapshot={"tahun": 2024})
    tamper(tuntas, Lkjip, snapshot={"bahan": {}})
    tamper(tuntas, DokumenFinal, snapshot={})
    with tuntas.journal.reading() as session:
        (perjanjian,) = session.exec(select(PerjanjianKinerja.id))
    for wanted in (
        Permintaan("pengukuran-kinerja", TAHUN),
        Permintaan("lkjip", TAHUN),
        Permintaan("perjanjian-kinerja", TAHUN, perjanjian),
    ):
        for build in (documents.build_pdf, documents.build_docx):
            with pytest.raises(KinerjaError, match="tidak cocok lagi dengan kode verifikasinya"):
                build(tuntas, wanted)
    with pytest.raises(KinerjaError, match="tidak cocok lagi dengan kode verifikasinya"):
        compose_package(tuntas, TAHUN)
    assert find_status(tuntas, TAHUN).perubahan == (DIUBAH_DI_LUAR,)


def test_the_page_of_an_altered_report_says_so(tuntas: Office) -> None:
    tamper(tuntas, Lkjip, snapshot={"bahan": {}})
    assert read_lkjip(tuntas, 2024).status.perubahan == (DIUBAH_DI_LUAR,)


def test_finals_are_proved_at_every_start(tuntas: Office) -> None:
    assert check_finals(tuntas) == []
    tamper(tuntas, Pengukuran, snapshot={"tahun": 2024})
    (problem,) = check_finals(tuntas)
    assert problem.file == "Pengukuran Kinerja Tahun 2024 versi 1"
