"""The criteria in force in a year: what ships, or what the office took from a file."""

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlmodel import Session

from kinerja_desktop.disk import require_file
from kinerja_desktop.domain.lke.berkas import lembar_to_data, read_lembar
from kinerja_desktop.domain.lke.lembar import LembarKriteria
from kinerja_desktop.domain.lke.petunjuk import BukuPetunjuk, read_petunjuk
from kinerja_desktop.domain.lke.skala import SKALA, SKALA_BAWAAN, SkalaLke, get_skala
from kinerja_desktop.errors import DataProblemsError, KinerjaError, explain_os_error
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.lembar_book import read_lembar_book, write_lembar_book
from kinerja_desktop.exchange.lembar_json import read_lembar_json, write_lembar_json
from kinerja_desktop.paths import resource
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.store.queries.lke import (
    find_lembar,
    find_lembar_after,
    find_lembar_from,
    list_jawaban_between,
)
from kinerja_desktop.store.records import JawabanLke, LembarLke

NAMA_BAWAAN = "Kriteria PermenPANRB 88/2021"
_JSON, _XLSX = ".json", ".xlsx"


@dataclass(frozen=True)
class LembarBerlaku:
    """The criteria and the scale of a year.

    Attributes:
        is_bawaan: the criteria are those that ship.
    """

    lembar: LembarKriteria
    skala: SkalaLke
    is_bawaan: bool


class JawabanAdaError(KinerjaError):
    """Answers were given that another scale or other criteria would read differently."""

    def __init__(self, jawaban: list[JawabanLke]) -> None:
        years = ", ".join(str(tahun) for tahun in sorted({row.tahun for row in jawaban}))
        super().__init__(
            f"{len(jawaban)} jawaban LKE {years} diberikan menurut skala dan kriteria yang "
            "berlaku sekarang, dan akan terbaca lain, jadi belum ada yang diganti.",
            "Setujui penghapusan jawaban itu bila memang diganti, lalu jawab lagi; Ctrl+Z "
            "mengembalikannya.",
        )


@lru_cache(maxsize=1)
def read_bawaan() -> LembarKriteria:
    """Return the criteria that ship."""
    text = resource("lke/lke.json").read_text(encoding="utf-8")
    lembar, problems = read_lembar(json.loads(text, parse_float=Decimal), NAMA_BAWAAN)
    assert lembar is not None, problems
    return lembar


@lru_cache(maxsize=1)
def read_buku_petunjuk() -> BukuPetunjuk:
    """Return what proves each criterion of the sheet that ships."""
    text = resource("lke/petunjuk.json").read_text(encoding="utf-8")
    return read_petunjuk(json.loads(text), read_bawaan())


def load_lembar(session: Session, tahun: int) -> LembarBerlaku:
    """Return the criteria and the scale in force in a year.

    Raises:
        KinerjaError: what is stored was changed outside the program and cannot be read.
    """
    row = find_lembar(session, tahun)
    if row is None:
        return LembarBerlaku(read_bawaan(), get_skala(SKALA_BAWAAN), True)
    skala = get_skala(row.skala)
    if not row.isi:
        return LembarBerlaku(read_bawaan(), skala, True)
    lembar, problems = read_lembar(row.isi, row.nama)
    if lembar is None:
        raise KinerjaError(
            f"Kriteria LKE '{row.nama}' di data ini rusak: {problems[0].message}.",
            "Masukkan lagi berkas kriterianya, atau kembali ke kriteria bawaan.",
        )
    return LembarBerlaku(lembar, skala, False)


def import_lembar(
    office: Office, path: Path, tahun: int, *, hapus_jawaban: bool = False
) -> LembarKriteria:
    """Take criteria from a JSON file or workbook, from a year on; a wrong file changes nothing.

    Args:
        office: the open office.
        path: the file.
        tahun: from which year on.
        hapus_jawaban: clear, in the same deed, the answers to what is asked otherwise now.

    Raises:
        DataProblemsError: says what is wrong with the file, all at once.
        JawabanAdaError: a criterion that was answered is another one in the file.
        KinerjaError: it cannot be read.
    """
    require_file(path)
    try:
        data = read_lembar_json(path) if path.suffix.lower() == _JSON else read_lembar_book(path)
    except OSError as error:
        raise explain_os_error(error, path) from error
    lembar, problems = read_lembar(data, path.stem, path.name)
    if lembar is None:
        raise DataProblemsError(problems)
    _keep(office, tahun, f"Mengganti kriteria LKE dari {path.name}", lembar.nama,
          isi=lembar_to_data(lembar), hapus_jawaban=hapus_jawaban)  # fmt: skip
    return lembar


def reset_lembar(office: Office, tahun: int, *, hapus_jawaban: bool = False) -> None:
    """Go back to the criteria that ship, from a year on; earlier years keep theirs.

    Raises:
        JawabanAdaError: as `import_lembar`.
    """
    _keep(office, tahun, "Kembali ke kriteria LKE bawaan", NAMA_BAWAAN, isi={},
          hapus_jawaban=hapus_jawaban)  # fmt: skip


def choose_skala(office: Office, tahun: int, skala: str, *, hapus_jawaban: bool = False) -> None:
    """Choose how criteria are answered, from a year on.

    Args:
        office: the open office.
        tahun: from which year on.
        skala: kode of the scale.
        hapus_jawaban: clear, in the same deed, the answers of the years in which it holds.

    Raises:
        JawabanAdaError: answers were given on the scale in force; an *A* is 0,9 on one scale and
            1 on another (`docs/sakip.md` §11.1).
        KinerjaError: there is no such scale.
    """
    if skala not in SKALA:
        raise KinerjaError(f"Skala '{skala}' tidak dikenal.", f"Pilih {', '.join(SKALA)}.")
    _keep(office, tahun, f"Memilih skala jawaban LKE {SKALA[skala].nama}", skala=skala,
          hapus_jawaban=hapus_jawaban)  # fmt: skip


def export_lembar(office: Office, path: Path, tahun: int) -> None:
    """Write the criteria in force as a file that can be changed and taken in again.

    Raises:
        KinerjaError: its name has another ending, or it cannot be written.
    """
    require_output(office, path, (_JSON, _XLSX))
    with office.journal.reading() as session:
        lembar = load_lembar(session, tahun).lembar
    is_json = path.suffix.lower() == _JSON
    write_file(path, write_lembar_json(lembar) if is_json else write_lembar_book(lembar))


def _keep(
    office: Office,
    tahun: int,
    label: str,
    nama: str | None = None,
    *,
    isi: dict[str, Any] | None = None,
    skala: str | None = None,
    hapus_jawaban: bool,
) -> None:
    """Keep what begins in a year; what is not given stays as it was in force until then."""
    with office.journal.action(label) as session:
        before = find_lembar(session, tahun)
        old_isi = before.isi if before else {}
        old_skala = before.skala if before else SKALA_BAWAAN
        reread = _list_reread(
            session, tahun, _Ukuran(old_isi, old_skala),
            _Ukuran(old_isi if isi is None else isi, skala or old_skala),
        )  # fmt: skip
        if reread and not hapus_jawaban:
            raise JawabanAdaError(reread)
        for answer in reread:
            answer.jawaban, answer.dijawab = "", None
        row = find_lembar_from(session, tahun)
        if row is None:
            row = LembarLke(
                nama=before.nama if before else NAMA_BAWAAN,
                berlaku_dari=tahun,
                skala=old_skala,
                isi=old_isi,
            )
            session.add(row)
        if nama is not None:
            row.nama = nama
        if isi is not None:
            row.isi = isi
        if skala is not None:
            row.skala = skala


@dataclass(frozen=True)
class _Ukuran:
    """What an answer is measured by: the criteria as stored (none for what ships) and a scale."""

    isi: dict[str, Any]
    skala: str

    def list_pertanyaan(self) -> dict[str, str]:
        """Return what each criterion asks; nothing when what is stored cannot be read."""
        lembar = read_lembar(self.isi, "")[0] if self.isi else read_bawaan()
        # Of a damaged sheet nothing can be compared; taking its file in again keeps the answers.
        return {item.kode: item.uraian for item in lembar.list_kriteria()} if lembar else {}


def _list_reread(session: Session, tahun: int, lama: _Ukuran, baru: _Ukuran) -> list[JawabanLke]:
    """Return the answers, of the years that the sheet of a year serves, that mean another thing.

    What the new sheet does not ask at all is not read, so it stays for the day it is asked again.
    """
    following = find_lembar_after(session, tahun)
    until = following.berlaku_dari if following else None
    given = list_jawaban_between(session, tahun, until)
    if get_skala(lama.skala) != get_skala(baru.skala):
        return given
    before, after = lama.list_pertanyaan(), baru.list_pertanyaan()
    changed = {kode for kode, asked in before.items() if after.get(kode, asked) != asked}
    return [row for row in given if row.kriteria in changed]
