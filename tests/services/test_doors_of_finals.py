"""Every service that writes, tried against an office in which everything is final or signed.

The services are found by reading their source: a new one that is not tried here fails the test.
"""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

import kinerja_desktop.services
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.domain.penerimaan.komentar import (
    BerkasKomentar,
    ButirKomentar,
    write_komentar,
)
from kinerja_desktop.domain.penerimaan.tanda_terima import TandaTerimaPaket, write_receipt
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.tenggat import LKJIP, Tenggat
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal import penutupan, setup, setup_bappeda
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.dokumen import surat, tertanda
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.evaluasi import isi
from kinerja_desktop.services.kantor import data_entry, finals, kept_papers
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.kiriman import komentar as kiriman_komentar
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.kiriman.balasan import take_replies
from kinerja_desktop.services.lke import isi as lke
from kinerja_desktop.services.lke import lembar
from kinerja_desktop.services.lkjip import final, gambar, kerangka, riwayat_capaian, teks
from kinerja_desktop.services.pemetaan import saved
from kinerja_desktop.services.pemetaan.table_mapping import TableMapping
from kinerja_desktop.services.penerimaan import komentar, padanan, terima, unit
from kinerja_desktop.services.penerimaan import tanda_terima as receipts
from kinerja_desktop.services.pengukuran import (
    bukti,
    finalisasi,
    rasio,
    tempelan,
    tindak_lanjut,
    triwulan_lalu,
    ukur,
)
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.kirim import send_formulir
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.services.rencana import anggaran, perjanjian, tanda_tangan
from kinerja_desktop.services.riwayat import workbook
from kinerja_desktop.services.sop import (
    cases,
    evidence,
    library,
    own,
    prints,
    taking_back,
    tukar,
)
from kinerja_desktop.services.surat import books, register, tulis, wording
from kinerja_desktop.store.recorder import row_to_plain
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    DokumenFinal,
    EvaluasiRenja,
    Indikator,
    KerangkaLkjip,
    Kiriman,
    Lampiran,
    Lkjip,
    MataAnggaran,
    NaskahDinas,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    Sasaran,
    Surat,
    TeksLkjip,
)
from tests.conftest import Clock
from tests.documents.pictures.made import logo_png
from tests.services.dokumen.papers import indikator_id, sign_perjanjian
from tests.services.lke.office import give_lhe, give_rekomendasi
from tests.services.lkjip.office import complete
from tests.services.pengumpulan.office import Filler
from tests.services.sop.office import PENGUKURAN, give_sop, start

TAHUN = Periode(2024)
TW4 = Periode(2024, 4)
TANGGAL = date(2025, 2, 3)


@dataclass(frozen=True)
class Kit:
    """An office that is final in 2024, and what a door needs to be tried on it."""

    office: Office
    folder: Path
    perjanjian: UUID
    buku: Path

    @property
    def indikator(self) -> UUID:
        return indikator_id(self.office)

    @property
    def camat(self) -> UUID:
        with self.office.journal.reading() as session:
            found = session.get_one(PerjanjianKinerja, self.perjanjian).pejabat_id
        assert found is not None
        return found

    def first(self, record: type[Any], **where: Any) -> Any:
        with self.office.journal.reading() as session:
            rows = session.exec(select(record)).all()
        return next(r for r in rows if all(getattr(r, name) == v for name, v in where.items()))

    def locks(self, row: Any) -> bool:
        return f"{row.__tablename__} {row.id}" in read_locked(self.office)

    def file(self, name: str = "bukti.txt") -> Path:
        path = self.folder / name
        path.write_text("isi", "utf-8")
        return path


def read_locked(office: Office) -> dict[str, Any]:
    """Return every row that is locked by something final or signed."""
    with office.journal.reading() as session:
        entries = [row for row in session.exec(select(Realisasi)) if row.tahun == TAHUN.tahun]
        ids = {row.id for row in entries if row.triwulan is None}
        rows = [
            *(row for row in entries if row.id in ids),
            *(row for row in session.exec(select(Lampiran)) if row.milik_id in ids),
            *session.exec(select(PerjanjianKinerja)),
            *session.exec(select(ButirPerjanjian)),
            *session.exec(select(TeksLkjip)),
            *session.exec(select(KerangkaLkjip)),
            *session.exec(select(Pengukuran)),
            *session.exec(select(Lkjip)),
            *session.exec(select(DokumenFinal)),
            *session.exec(select(EvaluasiRenja)),
            *session.exec(select(NaskahDinas)),
            *(row for row in session.exec(select(Surat)) if row.buku == "nota_dinas"),
        ]
        # Whether a tindak lanjut was done may be written down afterwards (`domain/kunci.py`).
        return {
            f"{row.__tablename__} {row.id}": {
                name: value for name, value in row_to_plain(row).items() if name != "selesai"
            }
            for row in rows
        }


@pytest.fixture(scope="module")
def final_office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID]:
    """The closed folder of an office that is final in 2024, and its signed agreement."""
    folder = tmp_path_factory.mktemp("final")
    office = open_office(folder / "data", Clock(datetime(2025, 1, 15, 2, tzinfo=UTC)))
    fill_sample(office)
    give_sop(office)
    data_entry.change_field(office, "indikator", indikator_id(office), "pengumpul_data", "Kasi")
    key = sign_perjanjian(office)
    bukti.attach_bukti(office, indikator_id(office), TAHUN, _write(folder / "ikm.txt"))
    complete(office)
    workbook.export_workbook(office, folder / "kantor.xlsx")
    final.finalize_lkjip(office, TAHUN.tahun, TANGGAL)
    isi.set_isian(office, TW4, "pendorong", "semula")
    wanted = Permintaan("evaluasi-renja", TW4)
    kept_papers.make_final(office, DOKUMEN["evaluasi-renja"], wanted, TANGGAL)
    letter = tulis.begin_naskah(office, "nota-perintah", TAHUN, TANGGAL)
    about = Permintaan("naskah-nota-perintah", TAHUN, letter)
    kept_papers.make_final(office, DOKUMEN[about.kunci], about, TANGGAL)
    office.close()
    return folder, key


@pytest.fixture
def kit(final_office: tuple[Path, UUID], tmp_path: Path, clock: Clock) -> Iterator[Kit]:
    folder, key = final_office
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    office = open_office(tmp_path / "data", clock)
    yield Kit(office, tmp_path, key, tmp_path / "kantor.xlsx")
    office.close()


def _write(path: Path) -> Path:
    path.write_text("isi", "utf-8")
    return path


def change_everything(kit: Kit) -> None:
    """Take in a workbook in which every figure and word that can be changed is another."""
    book = load_workbook(kit.buku)
    # The calendar of the tests has days twice, and a workbook with an error is taken in not at all.
    del book["Hari Libur"]
    for name in ("Realisasi", "Perjanjian Kinerja", "Butir Perjanjian Kinerja"):
        sheet = book[name]
        columns = {cell.value: number for number, cell in enumerate(sheet[4], start=1)}
        for row in range(5, sheet.max_row + 1):
            for column, value in (("nilai", 55), ("target", 55), ("nomor", "lain")):
                if column in columns and sheet.cell(row, 1).value:
                    sheet.cell(row, columns[column]).value = value
    book.save(kit.buku)
    plan = workbook.plan_import(kit.office, kit.buku)
    assert plan.terkunci > 0
    workbook.apply_import(kit.office, plan)


def try_every_column(kit: Kit) -> None:
    """Write into each column of each locked row through the form of any section."""
    office = kit.office
    for section, record in (
        ("realisasi", Realisasi),
        ("perjanjian_kinerja", PerjanjianKinerja),
        ("butir_perjanjian", ButirPerjanjian),
    ):
        with office.journal.reading() as session:
            rows = [row for row in session.exec(select(record)) if kit.locks(row)]
        for field in SECTIONS[section].fields:
            for key in (row.id for row in rows):
                with suppress(KinerjaError):
                    data_entry.change_field(office, section, key, field.name, None)


def remove_every_row(kit: Kit) -> None:
    for section, record in (
        ("realisasi", Realisasi),
        ("perjanjian_kinerja", PerjanjianKinerja),
        ("butir_perjanjian", ButirPerjanjian),
    ):
        with kit.office.journal.reading() as session:
            keys = [row.id for row in session.exec(select(record))]
        for key in keys:
            with suppress(KinerjaError):
                data_entry.remove_row(kit.office, section, key)


def move_in(kit: Kit) -> None:
    """Move a figure of another year, of an indicator that was added later, into the final one."""
    with kit.office.journal.action("Indikator baru") as session:
        known = session.get_one(Indikator, kit.indikator)
        later = Indikator(**known.model_dump(exclude={"id"}) | {"kode": "IKU-99"})
        session.add(later)
        row = Realisasi(indikator_id=later.id, tahun=2023, nilai=Decimal(5))
        session.add(row)
        key = row.id
    data_entry.change_field(kit.office, "realisasi", key, "tahun", 2024)


def finalize_again(kit: Kit) -> None:
    finalisasi.finalize(kit.office, TAHUN, TANGGAL, tidak_dapat_dipenuhi="x")


def overwrite_final(kit: Kit) -> None:
    """Keep a final row under the id of one that is there."""
    old = kit.first(Pengukuran)

    def make(_state: str) -> Pengukuran:
        return Pengukuran(**{**old.model_dump(), "kode": "0000-0000-0000-0000"})

    with pytest.raises(IntegrityError):
        finals.store_final(kit.office, "x", make)


def add_evidence(kit: Kit) -> None:
    bukti.attach_bukti(kit.office, kit.indikator, TAHUN, kit.file())


def attach_to_advice(kit: Kit) -> None:
    key = give_rekomendasi(kit.office, give_lhe(kit.office), 1)
    lke.attach_bukti_rekomendasi(kit.office, key, kit.file())


def change_criteria(kit: Kit) -> None:
    lembar.choose_skala(kit.office, TAHUN.tahun, "y-t")
    lembar.reset_lembar(kit.office, TAHUN.tahun)
    lembar.export_lembar(kit.office, kit.folder / "k.xlsx", TAHUN.tahun)
    lembar.import_lembar(kit.office, kit.folder / "k.xlsx", TAHUN.tahun)


def start_and_finish_case(kit: Kit) -> None:
    case = start(kit.office, PENGUKURAN)
    cases.record_kejadian(kit.office, case, JenisKejadian.SELESAI, 1)


def start_and_take_back(kit: Kit) -> None:
    case = start(kit.office, PENGUKURAN)
    cases.record_kejadian(kit.office, case, JenisKejadian.SELESAI, 1)
    step = kit.office.journal.last
    assert step is not None
    taking_back.take_back_kejadian(kit.office, step)


def close_deadline(kit: Kit) -> None:
    kunci = (LKJIP, Periode(2023))
    item = Tenggat("LKjIP 2023", date(2024, 2, 29), -1, "lkjip", kunci)
    penutupan.close_tenggat(kit.office, [item], "belum memakai program ini")


def attach_to_case(kit: Kit) -> None:
    case = start(kit.office, PENGUKURAN, "lain")
    evidence.attach_evidence(kit.office, case, 1, kit.file())


def keep_mapping(kit: Kit) -> None:
    saved.save_mapping(kit.office, "Realisasi", TableMapping("realisasi", 1, ()))
    saved.remove_mapping(kit.office, saved.list_mappings(kit.office)[0].id)


def scan_signed(kit: Kit) -> None:
    """A scan of the signed paper comes back, by each of its doors."""
    path = kit.folder / "pindaian.jpg"
    path.write_bytes(b"foto")
    wanted = Permintaan("pengukuran-kinerja", TAHUN)
    kode = kit.first(Pengukuran).kode
    tertanda.attach_tertanda(kit.office, wanted, path, Pindaian((kode,), 1, 0))
    tertanda.attach_by_kode(kit.office, path, Pindaian((kode,), 1, 0))


def receipt(kit: Kit) -> None:
    target = kit.folder / "stik"
    target.mkdir()
    transfer.send_package(kit.office, transfer.compose_package(kit.office, TAHUN), target)
    transfer.record_receipt(kit.office, transfer.list_kiriman(kit.office)[0].id, "Siti")


def take_receipt(kit: Kit) -> None:
    """A receipt came back for what was sent of the final year."""
    receipt(kit)
    (row,) = transfer.list_kiriman(kit.office)
    with kit.office.journal.action("Belum diterima") as session:
        session.get_one(Kiriman, row.id).penerima = ""
    came = TandaTerimaPaket(
        "1", "Bappeda", "Siti", row.waktu, TANGGAL, "Muncar", "", 2024, None, row.kode, "",
        row.nama,
    )  # fmt: skip
    (kit.folder / "TANDA_TERIMA_X.json").write_bytes(write_receipt(came))
    assert take_replies(kit.office, kit.folder).dicatat


def take_comment(kit: Kit) -> None:
    """A comment came back on what was sent of the final year, and is done with."""
    receipt(kit)
    said = ButirKomentar(
        UUID(int=1), 2024, None, "Pengukuran Kinerja", "Perbaiki.", "Siti", kit.office.now()
    )
    (kit.folder / "KOMENTAR_X.json").write_bytes(
        write_komentar(BerkasKomentar("Bappeda", "Muncar", "", (said,)))
    )
    assert take_replies(kit.office, kit.folder).komentar == 1
    kiriman_komentar.mark_komentar(kit.office, UUID(int=1), TANGGAL)


def ask(kit: Kit) -> None:
    """The Camat asks something of the final year."""
    kiriman_komentar.note_pertanyaan(kit.office, TAHUN, "", "Mengapa?", "Camat")


def comment(kit: Kit) -> None:
    """Bappeda comments on what it received; this office is none, so the deed is refused."""
    key = kit.office.require_instansi().id
    for deed in (
        lambda: komentar.tulis_komentar(kit.office, key, TAHUN, "Perbaiki."),
        lambda: komentar.write_berkas(kit.office, key, kit.folder),
    ):
        with pytest.raises(KinerjaError):
            deed()
    take_comment(kit)
    komentar.tandai_selesai(kit.office, UUID(int=1))
    with pytest.raises(KinerjaError):
        komentar.hapus_komentar(kit.office, UUID(int=1))


def take_case(kit: Kit, deed: Callable[[Office, UUID], object]) -> None:
    deed(kit.office, library.list_sop(kit.office)[0].id)


def save_edited(office: Office, sop_id: UUID) -> None:
    library.save_version(office, sop_id, library.read_sop_kantor(office, sop_id).sop)


def written_sop(office: Office) -> Sop:
    draft = own.draft_copy(office, library.list_sop(office)[0].id)
    return replace(
        draft,
        langkah=tuple(
            replace(step, uraian=Isian(step.uraian.read() or "Membuat surat"))
            for step in draft.langkah
        ),
    )


def exchange_sop(kit: Kit) -> None:
    path = kit.folder / "lain.sop.json"
    sop_id = own.save_new(kit.office, written_sop(kit.office))
    tukar.export_sop(kit.office, sop_id, path)
    library.retire_sop(kit.office, sop_id)
    tukar.apply_impor(kit.office, tukar.plan_impor(kit.office, path))


def accept_first(office: Office, sop_id: UUID) -> None:
    usulan = library.open_usulan(library.read_sop_kantor(office, sop_id).sop)
    library.accept(office, sop_id, usulan[0])


def take_form(kit: Kit) -> object:
    """A form that came back says otherwise than what was signed."""
    path = send_formulir(kit.office, TAHUN, kit.folder, TANGGAL, pemegang=["Kasi"])[0].path
    answered = Filler(path).fill(kit.indikator, nilai=1, pendorong="x").save()
    rencana = plan_terima(kit.office, [answered], TAHUN)
    return take_in(kit.office, rencana, {key for key, _ in rencana.rows()})


def try_final_letter(kit: Kit) -> None:
    """Change, number, date and remove a letter that is final, and write the next one."""
    office, key = kit.office, kit.first(NaskahDinas).id
    letter = tulis.read_naskah(office, key)
    deeds: tuple[Callable[[], object], ...] = (
        lambda: tulis.change_isi(office, key, replace(letter.isi, hal="lain")),
        lambda: tulis.change_nomor(office, key, "9/9"),
        lambda: tulis.change_nomor(office, key, letter.nomor),
        # Within the year of its book, whose number would refuse another year by itself.
        lambda: tulis.change_tanggal(office, key, date(2025, 3, 3)),
        lambda: tulis.change_tanggal(office, key, None),
    )
    # Called by what it is known as, not by what was just typed.
    known = rf"^Surat ('{re.escape(letter.isi.hal)}'|{letter.nomor}) sudah final"
    for deed in deeds:
        with pytest.raises(TerkunciError, match=known):
            deed()
    with pytest.raises(KinerjaError, match="sudah bernomor, jadi tetap tercatat"):
        tulis.remove_naskah(office, key)
    tulis.begin_naskah(office, "undangan", TAHUN, TANGGAL)


def try_register(kit: Kit) -> None:
    """Write letters down, put a scan beside the final one, cancel and link it."""
    office, key = kit.office, kit.first(Surat, buku="nota_dinas").id
    register.take_in(office, register.SuratMasuk("1", None, TANGGAL, "Bappeda", "Edaran"))
    register.attach_scan(office, key, kit.file())
    books.add_books(office)
    register.adopt(office, TANGGAL.year, "nota_dinas")
    case = start(office, PENGUKURAN, "surat")
    deeds: tuple[Callable[[], object], ...] = (
        lambda: register.begin_case_by(office, key, case),
        lambda: register.cancel_nomor(office, key, "salah"),
    )
    for deed in deeds:
        with pytest.raises(TerkunciError, match="700/1/ND/2025 sudah final"):
            deed()


def change_wording(kit: Kit) -> None:
    own_words = replace(wording.read_bawaan("nota-perintah"), hal="Lain")
    wording.save_templat(kit.office, "nota-perintah", own_words)
    wording.reset_templat(kit.office, "nota-perintah")


def keep_printed(kit: Kit) -> None:
    prints.keep_print(kit.office, start(kit.office, PENGUKURAN, "cetak"), 1, "a.pdf", b"%PDF")


def finalize_papers_again(kit: Kit) -> None:
    """An agreement, which is signed elsewhere, and a letter, which takes a number with it."""
    agreement = Permintaan("perjanjian-kinerja", TAHUN, kit.perjanjian)
    with pytest.raises(KinerjaError, match="tidak dijadikan final di sini"):
        kept_papers.make_final(kit.office, DOKUMEN[agreement.kunci], agreement, TANGGAL)
    key = kit.first(NaskahDinas).id
    wanted = Permintaan("naskah-nota-perintah", TAHUN, key)
    kept_papers.make_final(kit.office, DOKUMEN[wanted.kunci], wanted, TANGGAL)


def receive(kit: Kit) -> object:
    """Bappeda's deeds in a folder of a kecamatan: it is told that this is none."""
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        unit.set_tenggat(kit.office, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match="sudah disiapkan"):
        setup_bappeda.set_up_bappeda(kit.office, setup_bappeda.BappedaBaru({"nama": "Bappeda"}))
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        unit.add_unit(kit.office, ["Klakah"])
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        unit.ask_unit(kit.office, ["Klakah"], is_asked=False)
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        unit.remove_tenggat(kit.office, TAHUN)
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        padanan.join(kit.office, [("IKM", "Nilai")], "IKM")
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        padanan.separate(kit.office, "IKM")
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        receipts.write_tanda_terima(kit.office, kit.indikator, kit.folder)
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        return terima.terima_paket(kit.office, [])
    return None


def warn_holder(kit: Kit) -> object:
    sent = send_formulir(kit.office, TAHUN, kit.folder, TANGGAL, pemegang=["Kasi"])
    return write_teguran(kit.office, TAHUN, [sent[0].id], TANGGAL, TANGGAL)


DOORS: dict[str, Callable[[Kit], object]] = {
    "awal.penutupan.close_tenggat": close_deadline,
    "pengumpulan.kirim._record": lambda kit: send_formulir(kit.office, TAHUN, kit.folder, TANGGAL),
    "pengumpulan.terima.take_in": take_form,
    "pengumpulan.teguran.write_teguran": warn_holder,
    "awal.setup.set_up": lambda kit: setup.set_up(
        kit.office, setup.KantorBaru({"kecamatan": "Lain"}, 2024)
    ),
    "awal.setup.complete_setup": lambda kit: setup.complete_setup(kit.office),
    "awal.setup.add_nomenklatur": lambda kit: setup.add_nomenklatur(
        kit.office, setup.read_nomenklatur()[:3]
    ),
    "awal.setup.add_holidays": lambda kit: setup.add_holidays(kit.office, 2024),
    "awal.setup.set_logo": lambda kit: setup.set_logo(kit.office, _picture(kit)),
    "dokumen.surat.set_nomor": lambda kit: surat.set_nomor(kit.office, TAHUN, "700/1"),
    "evaluasi.isi.set_isian": lambda kit: isi.set_isian(kit.office, TW4, "pendorong", "x"),
    "kantor.data_entry.add_row": lambda kit: data_entry.add_row(
        kit.office, "realisasi", {"indikator_id": kit.indikator, "tahun": 2024, "nilai": None}
    ),
    "kantor.data_entry.change_field": try_every_column,
    "kantor.data_entry.fill_cells": lambda kit: data_entry.fill_cells(
        kit.office,
        "realisasi",
        [
            (
                {"indikator_id": kit.indikator, "tahun": 2024, "triwulan": None},
                "nilai",
                Decimal(1),
            )
        ],
    ),
    "kantor.data_entry.remove_row": remove_every_row,
    "kantor.finals.store_final": overwrite_final,
    "kantor.finals.reopen_final": lambda kit: finals.reopen_final(
        kit.office, Pengukuran, kit.first(Pengukuran).id, " ", "x"
    ),
    "kantor.kept_papers.make_final": finalize_papers_again,
    "dokumen.tertanda._keep": scan_signed,
    # With the id of evidence that belongs to a final figure.
    "dokumen.tertanda.remove_tertanda": lambda kit: tertanda.remove_tertanda(
        kit.office, kit.first(Lampiran, milik="realisasi").id
    ),
    "kiriman.transfer.record_receipt": receipt,
    "kiriman.transfer._log": receipt,
    "kiriman.letters.keep_letters": receipt,
    "lkjip.final.finalize_lkjip": lambda kit: final.finalize_lkjip(kit.office, 2024, TANGGAL),
    "lke.isi.accept_usulan": lambda kit: lke.accept_usulan(kit.office, TAHUN.tahun, {"1.1.3": "E"}),
    "lke.isi.attach_bukti": lambda kit: lke.attach_bukti(
        kit.office, TAHUN.tahun, "1.1.3", kit.file()
    ),
    "lke.isi.attach_bukti_rekomendasi": attach_to_advice,
    # With the id of evidence that belongs to a final figure.
    "lke.isi.remove_bukti": lambda kit: lke.remove_bukti(
        kit.office, kit.first(Lampiran, milik="realisasi").id
    ),
    "lke.isi.set_catatan": lambda kit: lke.set_catatan(kit.office, TAHUN.tahun, "1.1.3", "x"),
    "lke.isi.set_jawaban": lambda kit: lke.set_jawaban(kit.office, TAHUN.tahun, "1.1.3", "E"),
    "lke.lembar._keep": change_criteria,
    "lkjip.gambar.add_picture_bytes": lambda kit: gambar.add_picture_bytes(
        kit.office, 2024, logo_png(), "foto.png"
    ),
    "lkjip.kerangka._change": lambda kit: kerangka.set_report_name(kit.office, 2024, "LAKIP"),
    "lkjip.riwayat_capaian.fill_riwayat": lambda kit: riwayat_capaian.fill_riwayat(
        kit.office,
        2025,
        [(kit.indikator, (riwayat_capaian.REALISASI, 2024), Decimal(1))],
    ),
    "lkjip.teks.write_text": lambda kit: teks.write_text(kit.office, 2024, "latar_belakang", "x"),
    "lkjip.teks.use_draft": lambda kit: teks.use_draft(kit.office, 2024, "latar_belakang"),
    "lkjip.teks.keep_text": lambda kit: teks.keep_text(kit.office, 2024, "latar_belakang"),
    "lkjip.teks.declare_absent": lambda kit: teks.declare_absent(
        kit.office, 2024, "isu_strategis", "x"
    ),
    "pemetaan.saved.save_mapping": keep_mapping,
    "pemetaan.saved.remove_mapping": keep_mapping,
    "pengukuran.bukti.attach_bukti": add_evidence,
    "pengukuran.bukti.remove_bukti": lambda kit: bukti.remove_bukti(
        kit.office, bukti.list_bukti(kit.office, kit.indikator, TAHUN)[0].id
    ),
    "pengukuran.finalisasi.finalize": finalize_again,
    "pengukuran.rasio.set_rasio": lambda kit: rasio.set_rasio(
        kit.office, kit.indikator, TAHUN, Decimal(1), Decimal(2)
    ),
    "pengukuran.tempelan.fill_block": lambda kit: tempelan.fill_block(
        kit.office, TAHUN, [(kit.indikator, {"nilai": Decimal(1), "pendorong": "x"})]
    ),
    "pengukuran.tindak_lanjut.mark_selesai": lambda kit: tindak_lanjut.mark_selesai(
        kit.office, kit.indikator, TAHUN, date(2024, 12, 31)
    ),
    "pengukuran.triwulan_lalu.copy_triwulan_lalu": lambda kit: triwulan_lalu.copy_triwulan_lalu(
        kit.office, Periode(2024, 2), [kit.indikator]
    ),
    "pengukuran.ukur.set_realisasi_block": lambda kit: ukur.set_realisasi_block(
        kit.office, TAHUN, [(kit.indikator, Decimal(1))]
    ),
    "pengukuran.ukur.set_keterangan": lambda kit: ukur.set_keterangan(
        kit.office, kit.indikator, TAHUN, pendorong="x"
    ),
    "rencana.anggaran.set_anggaran": lambda kit: anggaran.set_anggaran(
        kit.office, 2024, [(kit.office.require_instansi().id, "pagu", None)]
    ),
    "rencana.anggaran.set_tanggal": lambda kit: anggaran.set_tanggal(
        kit.office, 2024, anggaran.TANGGAL[0], TANGGAL
    ),
    "rencana.anggaran.set_dukungan": lambda kit: anggaran.set_dukungan(
        kit.office,
        kit.first(MataAnggaran, jenis="program").id,
        kit.first(Sasaran).id,
        mendukung=False,
    ),
    "rencana.perjanjian.create_murni": lambda kit: perjanjian.create_murni(
        kit.office, 2024, kit.camat
    ),
    "rencana.perjanjian.create_perubahan": lambda kit: perjanjian.remove_perjanjian(
        kit.office, perjanjian.create_perubahan(kit.office, kit.perjanjian, "mutasi")
    ),
    "rencana.perjanjian.change_perjanjian": lambda kit: perjanjian.change_perjanjian(
        kit.office, kit.perjanjian, "ditandatangani", False
    ),
    "rencana.perjanjian.set_butir": lambda kit: perjanjian.set_butir(
        kit.office, [(kit.first(ButirPerjanjian).id, Decimal(1))]
    ),
    "rencana.perjanjian.add_butir": lambda kit: perjanjian.add_butir(
        kit.office, kit.perjanjian, [kit.indikator]
    ),
    "rencana.perjanjian.remove_butir": lambda kit: perjanjian.remove_butir(
        kit.office, kit.first(ButirPerjanjian).id
    ),
    "rencana.perjanjian.remove_perjanjian": lambda kit: perjanjian.remove_perjanjian(
        kit.office, kit.perjanjian
    ),
    "rencana.tanda_tangan.sign_perjanjian": lambda kit: tanda_tangan.sign_perjanjian(
        kit.office, kit.perjanjian
    ),
    "rencana.tanda_tangan.keep_signed": lambda kit: tanda_tangan.keep_signed(kit.office),
    "riwayat.workbook.apply_import": change_everything,
    "sop.cases.start_case": start_and_finish_case,
    "sop.cases.record_kejadian": start_and_finish_case,
    "sop.evidence.attach_evidence": attach_to_case,
    "sop.taking_back.take_back_kejadian": start_and_take_back,
    "sop.library.adopt_seed": lambda kit: library.adopt_seed(
        kit.office, next(iter(library.list_seeds()))
    ),
    "sop.own.save_new": lambda kit: own.save_new(kit.office, written_sop(kit.office)),
    "sop.tukar.apply_impor": exchange_sop,
    "sop.library.retire_sop": lambda kit: take_case(kit, library.retire_sop),
    "sop.library.accept": lambda kit: take_case(kit, accept_first),
    "sop.library.save_version": lambda kit: take_case(kit, save_edited),
    "sop.prints.keep_print": keep_printed,
    "surat.tulis.begin_naskah": try_final_letter,
    "surat.tulis.change_isi": try_final_letter,
    "surat.tulis.change_nomor": try_final_letter,
    "surat.tulis.change_tanggal": try_final_letter,
    "surat.tulis.remove_naskah": try_final_letter,
    "surat.register.take_in": try_register,
    "surat.register.adopt": try_register,
    "surat.register.attach_scan": try_register,
    "surat.register.begin_case_by": try_register,
    "surat.register.cancel_nomor": try_register,
    "surat.books.add_books": try_register,
    "surat.wording.save_templat": change_wording,
    "surat.wording.reset_templat": change_wording,
    "awal.setup_bappeda.set_up_bappeda": receive,
    "penerimaan.unit.add_unit": receive,
    "penerimaan.padanan.join": receive,
    "penerimaan.padanan.separate": receive,
    "penerimaan.unit.set_tenggat": receive,
    "penerimaan.unit.ask_unit": receive,
    "penerimaan.unit.remove_tenggat": receive,
    "penerimaan.terima._take_in": receive,
    "penerimaan.tanda_terima._take_nomor": receive,
    "kiriman.tanda_terima._record": take_receipt,
    "kiriman.komentar._keep": take_comment,
    "kiriman.komentar.mark_komentar": take_comment,
    "kiriman.komentar.note_pertanyaan": ask,
    "penerimaan.komentar.tulis_komentar": comment,
    "penerimaan.komentar.hapus_komentar": comment,
    "penerimaan.komentar.tandai_selesai": comment,
    "penerimaan.komentar._note_given": comment,
}


_UKUR, _LKJIP = "Pengukuran Kinerja Tahun 2024 sudah final", "LKjIP 2024 sudah final"
_PK = "PK-2024 sudah ditandatangani"
#: Doors that lead to nothing else than what is final: they do not open, and say why.
SHUT: dict[str, str] = {
    "evaluasi.isi.set_isian": "Evaluasi Renja Triwulan IV Tahun 2024 sudah final",
    "kantor.data_entry.fill_cells": _UKUR,
    "lke.isi.remove_bukti": _UKUR,
    "lkjip.final.finalize_lkjip": _LKJIP,
    "lkjip.gambar.add_picture_bytes": _LKJIP,
    "lkjip.kerangka._change": _LKJIP,
    "lkjip.teks.declare_absent": _LKJIP,
    "lkjip.teks.keep_text": _LKJIP,
    "lkjip.teks.use_draft": _LKJIP,
    "lkjip.teks.write_text": _LKJIP,
    "pengukuran.bukti.attach_bukti": _UKUR,
    "pengukuran.bukti.remove_bukti": _UKUR,
    "pengukuran.rasio.set_rasio": _UKUR,
    "pengukuran.tempelan.fill_block": _UKUR,
    "pengukuran.ukur.set_keterangan": _UKUR,
    "pengukuran.ukur.set_realisasi_block": _UKUR,
    "rencana.perjanjian.add_butir": _PK,
    "rencana.perjanjian.change_perjanjian": _PK,
    "rencana.perjanjian.remove_butir": _PK,
    "rencana.perjanjian.remove_perjanjian": _PK,
    "rencana.perjanjian.set_butir": _PK,
    "rencana.tanda_tangan.sign_perjanjian": _PK,
}


def _picture(kit: Kit) -> Path:
    path = kit.folder / "logo.png"
    path.write_bytes(logo_png())
    return path


def find_writers() -> Iterator[str]:
    """Yield every function of the services that opens an action of the journal."""
    root = Path(kinerja_desktop.services.__path__[0])
    for path in sorted(root.rglob("*.py")):
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and _writes(node):
                yield f"{module}.{node.name}"


def _writes(function: ast.FunctionDef) -> bool:
    names = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    return bool(names & {"action", "store_final", "take_back"})


def test_every_service_that_writes_is_tried() -> None:
    assert set(find_writers()) == set(DOORS)


@pytest.mark.parametrize("door", DOORS)
def test_what_is_final_stays_through_every_door(kit: Kit, door: str) -> None:
    before = read_locked(kit.office)
    with suppress(KinerjaError):
        DOORS[door](kit)
    after = read_locked(kit.office)
    assert {key: row for key, row in after.items() if key in before} == before
    added = after.keys() - before.keys()
    # Only a deed that makes something new final, keeps a letter that was sent, or begins another
    # may add a row.
    assert {key.split()[0] for key in added} <= {"dokumen_final", "naskah_dinas"}


@pytest.mark.parametrize("door", SHUT)
def test_what_is_shut_says_by_what_it_is_locked(kit: Kit, door: str) -> None:
    with pytest.raises(TerkunciError, match=SHUT[door]):
        DOORS[door](kit)


def test_a_workbook_changes_all_that_is_open_and_nothing_that_is_final(kit: Kit) -> None:
    before = read_locked(kit.office)
    change_everything(kit)
    assert read_locked(kit.office) == before
    with kit.office.journal.reading() as session:
        rows = [row for row in session.exec(select(Realisasi)) if not kit.locks(row)]
    assert {row.nilai for row in rows} == {Decimal(55)}


def test_no_figure_is_moved_into_what_is_final(kit: Kit) -> None:
    with pytest.raises(TerkunciError, match=_UKUR):
        move_in(kit)


def test_undo_and_redo_do_not_reach_what_is_final(muncar: Office) -> None:
    sign_perjanjian(muncar)
    complete(muncar)
    final.finalize_lkjip(muncar, TAHUN.tahun, TANGGAL)
    before = read_locked(muncar)
    assert muncar.journal.undo_label is not None
    while muncar.journal.undo_label:
        with suppress(KinerjaError):
            muncar.journal.undo()
    assert read_locked(muncar) == before
    while muncar.journal.redo_label:
        with suppress(KinerjaError):
            muncar.journal.redo()
    assert read_locked(muncar) == before
