from datetime import date
from pathlib import Path

import pytest

from kinerja_desktop.documents.naskah.blocks import KeyValues, Naskah
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import isi_surat, surat
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.isi_surat import DIKIRIM
from kinerja_desktop.services.dokumen.jenis_surat import list_nomor
from kinerja_desktop.services.dokumen.surat import LKJIP
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.surat.register import read_buku
from kinerja_desktop.store.queries.pengukuran import find_final
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    TW1,
    attach_scan,
    finalize_triwulan,
    indikator_id,
    keep_plans,
    read_text,
    sign_perjanjian,
)
from tests.services.lkjip.office import complete

FEBRUARI = date(2025, 2, 5)


def change_instansi(office: Office, name: str, value: str) -> None:
    (row,) = list_rows(office, "instansi")
    change_field(office, "instansi", row["id"], name, value)


def test_a_surat_pengantar_says_what_comes_from_whom_to_whom(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    surat.set_nomor(muncar, TAHUN, " 065/12/427.90/2025 ")

    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI))

    for words in (
        "KECAMATAN MUNCAR",
        "Muncar, 5 Februari 2025",
        "Kepala Bappeda Kabupaten Banyuwangi",
        "SURAT PENGANTAR",
        "Nomor: 065/12/427.90/2025",
        "Pengukuran Kinerja Tahun 2024",
        "1 (satu) berkas",
        f"Kode verifikasi {row.kode}",
        "NAMA CAMAT",
        "CONTOH",
    ):
        assert words in text


def test_before_it_is_final_the_letter_calls_it_a_draft(muncar: Office) -> None:
    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI))
    assert "Draf, belum final" in text
    assert "Nomor: ...." in text


def test_a_tanda_terima_bears_the_day_and_leaves_room_for_the_receiver(muncar: Office) -> None:
    text = read_text(surat.compose_tanda_terima(muncar, TAHUN, FEBRUARI))
    # 5 February 2025 was a Wednesday.
    for words in ("TANDA TERIMA", "Rabu, 5 Februari 2025", "Kecamatan Muncar", "Penerima,"):
        assert words in text


def test_without_an_addressee_bappeda_of_the_kabupaten_is_written_to(muncar: Office) -> None:
    change_instansi(muncar, "tujuan_surat", "")
    change_instansi(muncar, "tempat", "")
    change_instansi(muncar, "kertas", "A4")
    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI))
    assert "Kepala Bappeda Kabupaten Banyuwangi" in text
    assert "Banyuwangi, 5 Februari 2025" in text
    assert "Banyuwangi, 5 Februari 2025" in read_text(
        surat.compose_tanda_terima(muncar, TAHUN, FEBRUARI)
    )


def test_before_there_was_a_camat_the_letter_has_a_line_to_sign_on(muncar: Office) -> None:
    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, date(2019, 1, 2)))
    assert "CAMAT MUNCAR" in text
    assert "NAMA CAMAT" not in text


def test_a_number_belongs_to_its_period_and_can_be_changed(muncar: Office) -> None:
    assert surat.find_nomor(muncar, TAHUN) == ""
    surat.set_nomor(muncar, TAHUN, "1")
    surat.set_nomor(muncar, TAHUN, "2")
    assert surat.find_nomor(muncar, TAHUN) == "2"
    assert surat.find_nomor(muncar, TW1) == ""
    muncar.journal.undo()
    assert surat.find_nomor(muncar, TAHUN) == "1"


def test_an_office_that_is_not_set_up_writes_no_letters(office: Office) -> None:
    for print_letter in (surat.compose_surat_pengantar, surat.compose_tanda_terima):
        with pytest.raises(KinerjaError, match="belum disiapkan"):
            print_letter(office, TAHUN, FEBRUARI)


def rows(naskah: Naskah) -> list[tuple[str, ...]]:
    """The table of a letter without its numbers."""
    (table,) = (block for block in naskah.blocks if isinstance(block, Table))
    return [tuple(plain(cell.text) for cell in row.cells[1:]) for row in table.rows]


def value(naskah: Naskah, label: str) -> str:
    (block,) = (block for block in naskah.blocks if isinstance(block, KeyValues))
    return plain(dict(block.rows)[label])


def attach(office: Office, periode: Periode, path: Path) -> None:
    path.write_bytes(path.name.encode())
    bukti.attach_bukti(office, indikator_id(office), periode, path)


def test_a_letter_lists_what_the_package_holds_with_each_kode(
    muncar: Office, tmp_path: Path
) -> None:
    for periode, name in ((TAHUN, "a.pdf"), (TW1, "b.pdf"), (TW1, "c.pdf")):
        attach(muncar, periode, tmp_path / name)
    complete(muncar)
    sign_perjanjian(muncar)
    keep_plans(muncar)
    report = finalize_lkjip(muncar, 2024, TANGGAL)
    with muncar.journal.reading() as session:
        row = find_final(session, TAHUN, None)
    assert row

    for compose in (surat.compose_surat_pengantar, surat.compose_tanda_terima):
        assert rows(compose(muncar, TAHUN, FEBRUARI)) == [
            ("Pengukuran Kinerja Tahun 2024", "1 (satu) berkas", f"Kode verifikasi {row.kode}"),
            ("LKjIP Tahun 2024", "1 (satu) berkas", f"Kode verifikasi {report.kode}"),
            ("Penetapan IKU Tahun 2024", "1 (satu) berkas", ""),
            ("Rencana Kinerja Tahunan Tahun 2024", "1 (satu) berkas", ""),
            ("Perjanjian Kinerja Tahun 2024 (PK-2024)", "1 (satu) berkas", ""),
            ("Bukti dukung kinerja Triwulan I Tahun 2024", "2 (dua) berkas", ""),
            ("Bukti dukung kinerja Tahun 2024", "1 (satu) berkas", ""),
            (
                "Salinan elektronik pada flashdisk",
                "1 (satu) paket",
                "seluruhnya sebagai PDF, tabel juga sebagai Excel, beserta datanya",
            ),
        ]
    receipt = surat.compose_tanda_terima(muncar, TAHUN, FEBRUARI)
    assert value(receipt, "Untuk") == (
        "Pengukuran Kinerja Tahun 2024, LKjIP Tahun 2024, dokumen perencanaan Tahun 2024 dan "
        "bukti dukungnya"
    )


def test_a_letter_of_a_triwulan_lists_no_more_than_is_sent(muncar: Office, tmp_path: Path) -> None:
    attach(muncar, TAHUN, tmp_path / "setahun.pdf")
    finalize_triwulan(muncar)
    with muncar.journal.reading() as session:
        row = find_final(session, TW1, None)
    assert row
    found = rows(surat.compose_surat_pengantar(muncar, TW1, FEBRUARI))
    kode = f"Kode verifikasi {row.kode}"
    assert found[0] == ("Pengukuran Kinerja Triwulan I Tahun 2024", "1 (satu) berkas", kode)
    assert not any("Bukti" in words[0] or "LKjIP" in words[0] for words in found)


@pytest.mark.parametrize("bukti_count", [0, 2])
def test_the_letter_on_the_stick_lists_what_lies_beside_it(
    muncar: Office, tmp_path: Path, bukti_count: int
) -> None:
    """`docs/sakip.md` §9, *Surat Pengantar*: what it lists is what the delivery really holds."""
    for number in range(bukti_count):
        attach(muncar, TW1, tmp_path / f"{number}.pdf")
    finalize_triwulan(muncar)
    keep_plans(muncar, "penetapan-iku", "rencana-kinerja-tahunan", "rencana-aksi")
    with muncar.journal.reading() as session:
        row = find_final(session, TW1, None)
    assert row
    (tmp_path / "stik").mkdir()
    transfer.send_package(muncar, transfer.compose_package(muncar, TW1), tmp_path / "stik")
    (data,) = (tmp_path / "stik").glob("*/data")
    one, kode = "1 (satu) berkas", f"Kode verifikasi {row.kode}"
    papers = {
        "Pengukuran_Kinerja_2024-TW1": ("Pengukuran Kinerja Triwulan I Tahun 2024", one, kode),
        "Penetapan_IKU_2024": ("Penetapan IKU Tahun 2024", one, ""),
        "Rencana_Kinerja_Tahunan_2024": ("Rencana Kinerja Tahunan Tahun 2024", one, ""),
        "Rencana_Aksi_2024": ("Rencana Aksi Tahun 2024", one, ""),
    }
    beside = {path.stem for path in data.rglob("*.*")} - {"00_SURAT_PENGANTAR", "data"}
    evidence = {path.stem for path in data.glob("05_BUKTI/*")}
    assert beside - evidence == set(papers)
    assert len(evidence) == bukti_count
    told = [("Bukti dukung kinerja Triwulan I Tahun 2024", "2 (dua) berkas", "")]
    *listed, stick = rows(surat.compose_surat_pengantar(muncar, TW1, FEBRUARI))
    assert listed == [*papers.values(), *(told if evidence else [])]
    assert stick[:2] == ("Salinan elektronik pada flashdisk", "1 (satu) paket")
    printed = read_text((data / "00_SURAT_PENGANTAR.pdf").read_bytes())
    assert all(" ".join(filter(None, words)) in printed for words in listed)
    receipt = surat.compose_tanda_terima(muncar, TW1, FEBRUARI)
    parts = ["Pengukuran Kinerja Triwulan I Tahun 2024", "dokumen perencanaan Tahun 2024"]
    both = f"{parts[0]} dan {parts[1]}"
    assert value(receipt, "Untuk") == (
        f"{parts[0]}, {parts[1]} dan bukti dukungnya" if evidence else both
    )


def test_every_paper_of_a_package_stands_in_the_letter() -> None:
    """A new kind that goes along cannot be forgotten."""
    sent = {dokumen.kunci for dokumen in DOKUMEN.values() if dokumen.paket}
    assert sent == {dokumen.kunci for dokumen in DIKIRIM} | {"surat-pengantar"}


def test_a_receipt_of_the_measurement_alone_names_nothing_else(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isi_surat, "DIKIRIM", (PENGUKURAN,))
    receipt = surat.compose_tanda_terima(muncar, TAHUN, FEBRUARI)
    assert value(receipt, "Untuk") == "Pengukuran Kinerja Tahun 2024"
    assert rows(receipt)[0][2] == "Draf, belum final"


def test_the_bound_lkjip_has_a_letter_and_a_number_of_its_own(muncar: Office) -> None:
    """Pasrujambe, steps 11–13: letter with its number, copies, sending."""
    surat.set_nomor(muncar, TAHUN, "1", LKJIP)
    assert surat.find_nomor(muncar, TAHUN, LKJIP) == "1"
    assert surat.find_nomor(muncar, TAHUN) == ""
    assert list_nomor(muncar, TAHUN) == {
        "surat-pengantar": "", "tanda-terima": "", "surat-pengantar-lkjip": "1",
        "tanda-terima-lkjip": "1",
    }  # fmt: skip
    title = "Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2024"
    copy = ("Salinan elektronik (PDF dan Word)", "1 (satu) berkas", "")
    draft = surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI, LKJIP)
    assert rows(draft) == [(title, "1 (satu) dokumen", "Draf, belum final"), copy]
    complete(muncar)
    row = finalize_lkjip(muncar, 2024, TANGGAL)
    receipt = surat.compose_tanda_terima(muncar, TAHUN, FEBRUARI, LKJIP)
    assert rows(receipt) == [(title, "1 (satu) dokumen", f"Kode verifikasi {row.kode}"), copy]
    assert value(receipt, "Untuk") == "LKjIP Tahun 2024"


def test_the_number_of_a_delivery_is_counted_by_the_register(muncar: Office) -> None:
    proposed = surat.propose_nomor_keluar(muncar)
    assert proposed == "700/1/2025"
    surat.set_nomor(muncar, TAHUN, proposed)
    (row,) = read_buku(muncar, 2025, "keluar").baris
    assert (row.agenda, row.nomor, row.pihak) == (
        "1", "700/1/2025", "Kepala Bappeda Kabupaten Banyuwangi",
    )  # fmt: skip
    assert surat.propose_nomor_keluar(muncar) == "700/2/2025"
    with pytest.raises(KinerjaError, match="700/1/2025 sudah dipakai surat 'Pengiriman"):
        surat.set_nomor(muncar, TAHUN, "700/1/2025", LKJIP)
    with pytest.raises(KinerjaError, match="Nomor urut 1 tahun 2025 sudah dipakai"):
        surat.set_nomor(muncar, TAHUN, "800/1/2025", LKJIP)
    surat.set_nomor(muncar, TAHUN, "")
    surat.set_nomor(muncar, TAHUN, "", LKJIP)
    assert surat.propose_nomor_keluar(muncar) == "700/1/2025"


def test_the_letter_counts_the_scans_that_go_along(muncar: Office, tmp_path: Path) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    keep_plans(muncar, "penetapan-iku")
    attach_scan(muncar, tmp_path)
    attach_scan(muncar, tmp_path, "penetapan-iku")
    found = rows(surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI))
    # Of a paper that goes along as PDF and Excel once.
    assert ("Pindaian kertas yang ditandatangani", "2 (dua) berkas", "") in found
