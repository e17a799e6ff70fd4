"""The kode of a signed paper finds its package, or its final, and says whether all agrees."""

from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor import kept_papers
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.penerimaan.cocokkan import HasilCocok, cocokkan, tell_unknown
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.rencana.dokumen import RENCANA_KINERJA
from kinerja_desktop.store.records import DokumenFinal, PaketMasuk, Pengukuran, ProfilRumus
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL, give_iki
from tests.services.penerimaan.senders import IKM, change_ikm, rows, take
from tests.tampering import tamper


def only(office: Office, kode: str) -> HasilCocok:
    (found,) = cocokkan(office, kode)
    return found


def test_a_kode_finds_its_package_and_its_figures(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    found = only(bappeda, row.kode)
    assert found.judul == "Pengukuran Kinerja Tahun 2024, Kecamatan Candipuro, Tahun 2024"
    assert found.rincian[0] == "Versi 1, diterima 10 Februari 2025"
    # tests/data/muncar.json, 2024
    assert f"{IKM}: target 91,33, realisasi 97,66, capaian 106,93%" in found.rincian
    assert (found.peringatan, found.masalah) == ((), ())
    # As a person types it: small, without dashes.
    assert only(bappeda, row.kode.lower().replace("-", " ")) == found
    assert only(bappeda, row.kode_paket).judul == "Paket, Kecamatan Candipuro, Tahun 2024"


def test_an_old_paper_is_told_what_counts_now(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1", sticks / "v2")
    first, second = sorted(rows(bappeda), key=lambda row: row.versi)
    found = only(bappeda, first.kode)
    assert found.masalah == ()
    assert found.peringatan[0] == (
        f"Yang berlaku versi 2, kode {second.kode}, diterima 10 Februari 2025"
    )
    assert f"Di situ {IKM}: realisasi 97,66 menjadi 90" in found.peringatan
    assert only(bappeda, second.kode).peringatan == ()


def test_a_figure_changed_in_the_row_is_found(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    changed = {**row.ringkas, "indikator": [dict(item) for item in row.ringkas["indikator"]]}
    item = next(item for item in changed["indikator"] if item["uraian"] == IKM)
    item["realisasi"] = "99.99"
    tamper(bappeda, PaketMasuk, ringkas=changed)
    assert only(bappeda, row.kode).masalah == (
        f"Menurut data berkode 97,66, yang tersimpan 99,99 ({IKM})",
    )


def test_a_kode_changed_in_the_row_is_found(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    tamper(bappeda, PaketMasuk, kode="0000-0000-0000-0000")
    assert only(bappeda, "0000-0000-0000-0000").masalah == (
        f"Data paket ini berkode {row.kode}, yang tercatat 0000-0000-0000-0000",
    )


@pytest.mark.sqlite_only("a file under its hash; a server keeps the bytes itself")
def test_files_that_are_lost_or_altered_are_named(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    data = bappeda.evidence.path_of(row.data)
    content = data.read_bytes()
    data.write_bytes(content.replace(b"97.66", b"99.66"))
    found = only(bappeda, row.kode)
    assert found.masalah == (
        "data.json hilang atau berubah di folder data",
        "Data paket ini hilang atau berubah di folder data, jadi angkanya tidak terbukti",
    )


def test_data_that_was_exchanged_with_its_hash_does_not_follow_its_kode(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    take(bappeda, sticks / "v1")
    (row,) = rows(bappeda)
    other = tmp_path / "lain.json"
    other.write_bytes(bappeda.evidence.path_of(row.data).read_bytes().replace(b"97.66", b"99.66"))
    digest, _ = bappeda.evidence.put(other)
    tamper(bappeda, PaketMasuk, data=digest)
    (text,) = only(bappeda, row.kode).masalah
    assert "data berubah setelah dokumen disahkan" in text


@pytest.mark.parametrize("text", ["", "8G9P", "8G9P-Z8TN-PDKR-M4AU"])
def test_what_is_no_kode_is_said(bappeda: Office, text: str) -> None:
    with pytest.raises(KinerjaError, match="Kode verifikasi"):
        cocokkan(bappeda, text)


def test_a_kode_that_nobody_knows_finds_nothing(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    assert cocokkan(bappeda, "0000-0000-0000-0000") == []
    assert tell_unknown(bappeda, "X").endswith("atau terima paketnya.")
    # Letters in a narrative are no kode of a document.
    assert cocokkan(bappeda, rows(bappeda)[0].riwayat[:16] or "0" * 16) == []


def test_in_a_kecamatan_it_finds_the_final(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    found = only(muncar, row.kode)
    assert found.judul == "Pengukuran Kinerja Tahun 2024"
    assert (found.peringatan, found.masalah) == ((), ())
    first, *figures = found.rincian
    assert first == "Versi 1, 31 Januari 2025"
    # The figures of the printed form (tests/data/muncar.json), to be held against the paper.
    assert len(figures) == 9
    (ikm,) = [line for line in figures if line.startswith(IKM)]
    assert ikm == f"{IKM}: target 91,33, realisasi 97,66, capaian 106,93%"
    assert cocokkan(muncar, "0000-0000-0000-0000") == []
    kode = "0000-0000-0000-0000"
    said = f"Tidak ada dokumen final kantor ini dengan kode {kode}. Periksa ketikannya."
    assert tell_unknown(muncar, kode) == said


def test_what_changed_after_signing_and_what_counts_now_is_told(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    reopen(muncar, row.id, "IKM salah ketik")
    (first, *rest) = only(muncar, row.kode).peringatan
    assert first == "Dibuka kembali 15 Januari 2025: IKM salah ketik"
    assert rest == ["Belum final lagi"]
    change_ikm(muncar)
    again = finalize(muncar, TAHUN, TANGGAL)
    assert only(muncar, row.kode).peringatan[1] == f"Yang berlaku versi 2, kode {again.kode}"
    with muncar.journal.action("Profil lain") as session:
        session.add(ProfilRumus(berlaku_dari=2024, rumus_turun="MIN_TR"))
    assert only(muncar, again.kode).peringatan == (
        "Sesudah ditandatangani, Profil rumus sudah berubah",
    )


def test_every_kind_of_final_is_named(lengkap: Office) -> None:
    owner = give_iki(lengkap)
    iki = finalize(lengkap, TAHUN, TANGGAL, owner)
    lkjip = finalize_lkjip(lengkap, 2024, TANGGAL)
    wanted = Permintaan(RENCANA_KINERJA.kunci, TAHUN)
    plan = kept_papers.make_final(lengkap, RENCANA_KINERJA, wanted, TANGGAL)
    assert only(lengkap, iki.kode).judul == "Pengukuran Kinerja Individu (IKI) Tahun 2024"
    assert only(lengkap, lkjip.kode).judul == "LKjIP Tahun 2024"
    found = only(lengkap, plan.kode)
    assert found.judul == "Rencana Kinerja Tahunan Tahun 2024"
    assert found.rincian[1:] == ("Cetakan finalnya ada di Dokumen",)
    reopen(lengkap, iki.id, "salah")
    assert only(lengkap, iki.kode).peringatan[1] == "Belum final lagi"
    kept_papers.reopen_paper(lengkap, RENCANA_KINERJA, wanted, "salah")
    assert len(only(lengkap, plan.kode).peringatan) == 1
    tamper(lengkap, DokumenFinal, kunci="jenis-lain", tanggal=None)
    found = only(lengkap, plan.kode)
    assert (found.judul, found.rincian) == ("jenis-lain Tahun 2024", ("Versi 1, tanpa tanggal",))


@pytest.mark.sqlite_only("a file under its hash; a server keeps the bytes itself")
def test_a_final_altered_by_another_program_does_not_agree(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    tamper(muncar, Pengukuran, snapshot={**row.snapshot, "tanggal": "2025-01-01"})
    muncar.evidence.path_of(row.pdf).unlink()
    assert only(muncar, row.kode).masalah == (
        "Isi yang sudah final tidak cocok lagi dengan kode verifikasinya",
        "Cetakan yang ditandatangani hilang atau berubah di folder data",
    )
