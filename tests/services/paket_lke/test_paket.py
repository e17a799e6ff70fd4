"""The evidence pack of an office: what is there by criterion, what is missing, whom to ask."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

import openpyxl
import pytest
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.lke import BuktiKriteria
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.evidence_pack import BerkasPaket, PackStoppedError, write_pack
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.verifying import VerifyCancelledError, verify_package
from kinerja_desktop.services.lke.isi import attach_bukti, attach_bukti_rekomendasi, set_jawaban
from kinerja_desktop.services.paket_lke.isi import IsiPaketLke, compose_paket
from kinerja_desktop.services.paket_lke.layar import list_layar
from kinerja_desktop.services.paket_lke.tulis import (
    describe_broken,
    find_paket,
    name_paket,
    write_paket,
)
from kinerja_desktop.services.pengukuran.bukti import attach_bukti as attach_realisasi
from kinerja_desktop.store.records import Sop
from tests.documents.reading import pages_of
from tests.finals import finalize
from tests.services.dokumen.papers import indikator_id, sign_perjanjian
from tests.services.kantor.small import fill_kantor
from tests.services.lke.office import TAHUN, give_lhe, give_rekomendasi, make_file
from tests.tampering import lose_file

PNG = b"\x89PNG gambar"


def of(isi: IsiPaketLke, kode: str) -> BuktiKriteria:
    return next(item for item in isi.daftar.kriteria if item.kode == kode)


def names(isi: IsiPaketLke, kode: str) -> list[str]:
    return [nama for nama, _ in of(isi, kode).ada]


def test_an_office_that_is_not_set_up_has_no_pack(office: Office) -> None:
    with pytest.raises(KinerjaError):
        compose_paket(office, TAHUN)


def test_every_criterion_is_listed_with_what_is_missing(muncar: Office) -> None:
    isi = compose_paket(muncar, TAHUN)
    assert len(isi.daftar.kriteria) == 80
    assert names(isi, "1.1.3") == [
        "01_Penetapan_IKU_2024.pdf",
        "02_Pohon_Kinerja_2024.pdf",
    ]
    rpjpd = of(isi, "1.1.2")
    assert (rpjpd.ada, rpjpd.kurang, rpjpd.pemasok) == (
        (), ("belum dilampirkan: RPJPD kabupaten",), "Bappeda"
    )  # fmt: skip
    agreements = of(isi, "1.1.7")
    assert agreements.ada == ()
    assert any("Perjanjian Kinerja" in text for text in agreements.kurang)
    draft = of(isi, "3.1.1")
    assert [what for _, what in draft.ada] == ["LKjIP, Draf"]
    assert draft.kurang == ("LKjIP Tahun 2024 masih draf: jadikan final",)
    # What ships for other kecamatan is no SOP of this office.
    assert not [name for name in names(isi, "2.1.3") if "SOP" in name]


def test_one_paper_serves_several_criteria_and_is_the_same_copy(muncar: Office) -> None:
    isi = compose_paket(muncar, TAHUN)
    copies = [item for item in isi.berkas if item.path.endswith("Penetapan_IKU_2024.pdf")]
    assert len(copies) > 3
    assert len({item.sha256 for item in copies}) == 1
    assert len({item.path for item in isi.berkas}) == len(isi.berkas)
    assert isi.ukuran == sum(item.size for item in isi.berkas)


def test_a_final_paper_is_the_kept_print(muncar: Office) -> None:
    kode = finalize(muncar, Periode(TAHUN), date(2025, 1, 9)).kode
    isi = compose_paket(muncar, TAHUN)
    name, what = next(row for row in of(isi, "2.2.7").ada if "Pengukuran" in row[0])
    assert kode in what
    assert "Final" in what
    wanted = Permintaan("pengukuran-kinerja", Periode(TAHUN))
    file = next(item for item in isi.berkas if item.path.endswith(f"/{name}"))
    assert file.content == documents.build_pdf(muncar, wanted)


def test_a_signed_agreement_is_named_with_its_state(muncar: Office) -> None:
    sign_perjanjian(muncar)
    isi = compose_paket(muncar, TAHUN)
    ((name, what),) = of(isi, "1.1.7").ada
    assert name.startswith("01_Perjanjian_Kinerja_")
    assert what.startswith("Perjanjian Kinerja, ")


def test_the_offices_own_sop_goes_along(muncar: Office) -> None:
    with muncar.journal.action("SOP sendiri") as session:
        row = session.exec(select(Sop)).all()[-1]
        isi = {**row.isi, "id": "milik_sendiri"}
        session.add(Sop(kode="milik_sendiri", nama="SOP Muncar", isi=isi))
    found = compose_paket(muncar, TAHUN)
    assert [name for name in names(found, "2.1.3") if "SOP" in name] == [
        "01_SOP_dan_diagram_alirnya_SOP_Muncar.pdf"
    ]


def test_evidence_stands_in_the_folders_it_proves(muncar: Office, tmp_path: Path) -> None:
    file = make_file(tmp_path, "Renstra – “salinan”.pdf")
    attach_bukti(muncar, TAHUN, "1.1.3", file)
    attach_realisasi(
        muncar, indikator_id(muncar), Periode(TAHUN), make_file(tmp_path, "rekap.xlsx")
    )
    attach_bukti(muncar, TAHUN, "2.2.2", make_file(tmp_path, "sama.xlsx"))
    key = give_rekomendasi(muncar, give_lhe(muncar), 1)
    attach_bukti_rekomendasi(muncar, key, make_file(tmp_path, "manual.pdf", b"%PDF lain"))
    set_jawaban(muncar, TAHUN, "1.1.3", "BB")
    isi = compose_paket(muncar, TAHUN)
    assert names(isi, "1.1.3")[-1] == "03_Renstra_salinan.pdf"
    assert of(isi, "1.1.3").jawaban == "BB"
    assert of(isi, "1.1.3").kurang == ()
    # The same bytes once, though attached to the answer and to the realisasi.
    assert [name for name in names(isi, "2.2.2") if "xlsx" in name] == [names(isi, "2.2.2")[-1]]
    assert names(isi, "4.3.1")[-1].endswith("_manual.pdf")


def test_evidence_that_is_lost_is_told_and_the_pack_goes_on(muncar: Office, tmp_path: Path) -> None:
    attach_bukti(muncar, TAHUN, "1.1.1", make_file(tmp_path))
    (digest,) = muncar.evidence.stored()
    lose_file(muncar, digest)
    isi = compose_paket(muncar, TAHUN)
    assert (
        of(isi, "1.1.1").kurang[0] == "bukti.pdf hilang atau rusak di folder data: lampirkan lagi"
    )


def test_names_fit_fat32_and_windows(muncar: Office, tmp_path: Path) -> None:
    for number, name in enumerate(
        ("a" * 150 + ".pdf", "b" * 150, "CON.pdf", "Ñandú & “kopi”.jpeg", "x.pdf", "X.pdf",
         "laporan.tahun.2024.final.berakhiran")
    ):  # fmt: skip
        attach_bukti(muncar, TAHUN, "1.1.1", make_file(tmp_path, name, b"%PDF" + bytes([number])))
    isi = compose_paket(muncar, TAHUN)
    paths = [item.path for item in isi.berkas]
    assert len({path.casefold() for path in paths}) == len(paths)
    for path in paths:
        assert path.isascii()
        assert len(f"E:/LKE_{'X' * 40}_2024.tulis/data/{path}") < 260
        for part in PurePosixPath(path).parts:
            assert len(part) <= 100
            assert not set(part) & set('<>:"|?*\\')
            assert not part.endswith((".", " "))
    short = {name[3:] for name in names(isi, "1.1.1")}
    assert {f"{'a' * 67}.pdf", "b" * 70, "berkas_CON.pdf", "Nandu_kopi.jpeg"} <= short


def test_pictures_of_the_program_serve_their_criteria(muncar: Office) -> None:
    pages = {layar.kunci: layar.periode for layar in list_layar(muncar, TAHUN)}
    assert set(pages) == {"pengumpulan", "sop", "pengukuran", "evaluasi", "lke"}
    # The Evaluasi Renja of a whole year shows nothing; the sample measured until triwulan IV.
    assert pages["evaluasi"] == Periode(TAHUN, 4)
    assert pages["pengukuran"] == Periode(TAHUN)
    isi = compose_paket(muncar, TAHUN, {"pengukuran": PNG, "lke": PNG})
    assert "Layar_pengukuran.png" in names(isi, "2.2.7")[-1]
    assert "Layar_lke.png" in names(isi, "4.2.5")[-1]
    assert not [name for name in names(isi, "2.2.6") if "Layar" in name]


def test_composing_can_be_stopped_and_tells_how_far_it_is(muncar: Office) -> None:
    told: list[tuple[int, int, str]] = []

    def stop() -> bool:
        return len(told) > 5

    with pytest.raises(PackStoppedError):
        compose_paket(muncar, TAHUN, progress=lambda *step: told.append(step), cancelled=stop)
    assert told[0] == (0, 80, "Menyiapkan kriteria 1.1.1")


def test_a_paper_that_cannot_be_made_is_told(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise KinerjaError("Cetakannya hilang.")

    monkeypatch.setattr("kinerja_desktop.services.dokumen.documents.build_pdf", refuse)
    isi = compose_paket(muncar, TAHUN)
    assert isi.berkas == ()
    assert "Penetapan IKU: Cetakannya hilang." in of(isi, "1.1.3").kurang[0]


def test_a_kind_whose_state_cannot_be_told_is_told(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise KinerjaError("Datanya berubah.")

    spoiled = dict(DOKUMEN)
    spoiled["lkjip"] = replace(spoiled["lkjip"], describe=refuse)  # type: ignore[arg-type]
    monkeypatch.setattr("kinerja_desktop.services.paket_lke.kertas.DOKUMEN", spoiled)
    assert of(compose_paket(muncar, TAHUN), "3.1.1").kurang == ("LKjIP: Datanya berubah.",)


def test_the_pack_is_written_with_its_listing(muncar: Office, tmp_path: Path) -> None:
    attach_bukti(muncar, TAHUN, "1.1.2", make_file(tmp_path, "RPJPD.pdf"))
    isi = compose_paket(muncar, TAHUN)
    place = tmp_path / "stik"
    place.mkdir()
    path = write_paket(muncar, isi, place)
    assert path.name == "LKE_MUNCAR_2024"
    folder = path / "data" / "1.1.2_Terdapat_dokumen_perencanaan"
    assert (folder / "01_RPJPD.pdf").read_bytes() == b"%PDF isi"
    readme = (path / "BACA_SAYA.txt").read_text("utf-8")
    assert "Kecamatan Muncar" in readme
    assert "DATA CONTOH" in readme
    text = " ".join("".join(pages_of((path / "daftar_bukti.pdf").read_bytes())).split())
    assert "01_RPJPD.pdf (bukti yang dilampirkan)" in text
    book = openpyxl.load_workbook(BytesIO((path / "daftar_bukti.xlsx").read_bytes()))
    rows = list(book["Data"].iter_rows(min_row=2, values_only=True))
    assert [row[5] for row in rows if row[2] == "1.1.2"] == ["01_RPJPD.pdf"]
    missing = next(row for row in rows if row[2] == "1.1.1")
    assert str(missing[7]).startswith("belum dilampirkan: Perbup")
    assert missing[8] == "Bappeda"


def test_a_stopped_pack_goes_on_where_it_was(muncar: Office, tmp_path: Path) -> None:
    isi = compose_paket(muncar, TAHUN)
    asked = iter(range(10_000))
    with pytest.raises(PackStoppedError):
        write_paket(muncar, isi, tmp_path, cancelled=lambda: next(asked) > 20)
    (left,) = tmp_path.glob("LKE_*")
    before = {str(one.relative_to(left)): one.stat().st_ino for one in left.rglob("*.pdf")}
    assert before
    path = write_paket(muncar, compose_paket(muncar, TAHUN), tmp_path)
    after = {str(one.relative_to(path)): one.stat().st_ino for one in path.rglob("*.pdf")}
    assert before.items() <= after.items()


def test_nothing_is_written_into_the_data_folder(muncar: Office) -> None:
    isi = compose_paket(muncar, TAHUN)
    with pytest.raises(KinerjaError, match="folder data"):
        write_paket(muncar, isi, muncar.folder / "cadangan")


def test_a_long_name_of_a_kecamatan_is_cut() -> None:
    assert name_paket("Candipuro", 2024) == "LKE_CANDIPURO_2024"
    assert name_paket("Kecamatan Candipuro", 2024) == "LKE_CANDIPURO_2024"
    assert len(name_paket("X" * 200, 2024)) < 60


def test_an_office_of_its_own_is_not_marked_as_sample(muncar: Office, tmp_path: Path) -> None:
    instansi = muncar.instansi()
    assert instansi is not None
    change_field(muncar, "instansi", instansi.id, "contoh", False)
    path = write_paket(muncar, compose_paket(muncar, TAHUN), tmp_path)
    assert "CONTOH" not in (path / "BACA_SAYA.txt").read_text("utf-8")


def test_the_same_pack_is_found_again_and_another_is_not(muncar: Office, tmp_path: Path) -> None:
    isi = compose_paket(muncar, TAHUN)
    assert find_paket(muncar, isi, tmp_path) is None
    path = write_paket(muncar, isi, tmp_path)
    assert find_paket(muncar, compose_paket(muncar, TAHUN), tmp_path) == path
    # An answer changes the listing only; the listing must not be an old one.
    set_jawaban(muncar, TAHUN, "1.1.3", "BB")
    answered = compose_paket(muncar, TAHUN)
    assert find_paket(muncar, answered, tmp_path) is None
    second = write_paket(muncar, answered, tmp_path)
    assert second.name == "LKE_MUNCAR_2024_2"
    assert find_paket(muncar, answered, tmp_path) == second


def test_a_damaged_pack_is_told_when_it_is_written_again(muncar: Office, tmp_path: Path) -> None:
    isi = compose_paket(muncar, TAHUN)
    assert describe_broken(muncar, isi, tmp_path) == ""
    path = write_paket(muncar, isi, tmp_path)
    assert describe_broken(muncar, isi, tmp_path) == ""
    (path / "data" / isi.berkas[0].path).write_bytes(b"lain")
    (path / "data" / isi.berkas[1].path).unlink()
    told = "LKE_MUNCAR_2024 rusak (2 berkas berubah atau hilang)"
    assert describe_broken(muncar, isi, tmp_path) == told
    assert write_paket(muncar, isi, tmp_path).name == "LKE_MUNCAR_2024_2"
    # Behind a sound one it is still told; without its listing nothing is known of it.
    assert describe_broken(muncar, isi, tmp_path) == told
    (path / "manifest-sha256.txt").unlink()
    assert describe_broken(muncar, isi, tmp_path) == ""


def test_a_page_of_triwulan_is_shown_as_of_the_last_one_with_data(office: Office) -> None:
    fill_kantor(office)
    pages = {layar.kunci: layar.periode for layar in list_layar(office, 2025)}
    assert pages["evaluasi"] == Periode(2025, 4)
    (row, *_) = list_rows(office, "indikator")
    add_row(
        office, "realisasi",
        {"indikator_id": row["id"], "tahun": 2025, "triwulan": 2, "nilai": Decimal(1)},
    )  # fmt: skip
    pages = {layar.kunci: layar.periode for layar in list_layar(office, 2025)}
    assert pages["evaluasi"] == Periode(2025, 2)


def test_evidence_in_another_script_keeps_its_ending(muncar: Office, tmp_path: Path) -> None:
    wanted = {
        "😀 עברית.pdf": "berkas.pdf", "..pdf": "berkas.pdf", "CON.pdf": "berkas_CON.pdf",
        ".sembunyi.PDF": "sembunyi.PDF", "日本.laporan akhir": "laporan_akhir",
    }  # fmt: skip
    for n, nama in enumerate(wanted):
        attach_bukti(muncar, TAHUN, "1.1.2", make_file(tmp_path, nama, b"%PDF" + bytes([n])))
    found = names(compose_paket(muncar, TAHUN), "1.1.2")
    assert sorted(name.partition("_")[2] for name in found) == sorted(wanted.values())


def test_a_pack_of_evidence_is_checked_as_what_it_is(muncar: Office, tmp_path: Path) -> None:
    isi = compose_paket(muncar, TAHUN)
    path = write_paket(muncar, isi, tmp_path)
    with pytest.raises(VerifyCancelledError):
        verify_package(path, lambda: True)
    found, problems = verify_package(path)
    assert found is not None
    assert problems == []
    assert found.rincian == (
        "Paket bukti LKE: Bukti LKE 2024",
        "Pengirim: Kecamatan Muncar",
        f"Isi: {len(isi.berkas)} berkas bukti, sama seperti ketika ditulis",
        "Paket bukti tidak memuat kode verifikasi: kertas final di dalamnya membawa kodenya",
        "DATA CONTOH, bukan data resmi",
    )
    # By its name it is known even where what it says of itself is lost.
    (path / "bag-info.txt").unlink()
    found, problems = verify_package(path)
    assert found is None
    assert [problem.file for problem in problems] == ["bag-info.txt"]


def test_what_is_wrong_with_a_pack_of_evidence_is_told(muncar: Office, tmp_path: Path) -> None:
    isi = compose_paket(muncar, TAHUN)
    path = write_paket(muncar, isi, tmp_path)
    path = path.rename(tmp_path / "dari camat")
    spoiled = path / "data" / isi.berkas[0].path
    spoiled.write_bytes(b"lain")
    found, problems = verify_package(path)
    assert found is None
    assert [str(problem) for problem in problems] == [
        f"data/{isi.berkas[0].path}: Isi berkas ini berubah atau rusak sejak paket ditulis. Minta "
        "pengirim menulis ulang paket ini."
    ]
    unfinished = path.rename(tmp_path / "LKE_MUNCAR_2024.tulis")
    assert "belum selesai" in verify_package(unfinished)[1][0].message


def test_a_pack_of_another_program_says_what_it_can(tmp_path: Path) -> None:
    """By its name alone: it tells no sender, no title, and has no BACA_SAYA.txt."""
    content = b"%PDF"
    files = [BerkasPaket("1.pdf", content, sha256(content).hexdigest(), len(content))]
    found, problems = verify_package(write_pack(tmp_path, "LKE_X", files, {}, beside={}))
    assert problems == []
    assert found is not None
    assert found.rincian[:3] == (
        "Paket bukti LKE: tidak tertulis",
        "Pengirim: tidak tertulis",
        "Isi: 1 berkas bukti, sama seperti ketika ditulis",
    )
    assert len(found.rincian) == 4
