"""Which paper a command means: its kind, file and whom it is about; and how it becomes final."""

import argparse
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import parse_tanggal
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import BUILDERS
from kinerja_desktop.services.kantor.dokumen import Dokumen, Permintaan, Subjek
from kinerja_desktop.services.kantor.kept_papers import (
    find_paper,
    list_before_keeping,
    make_final,
    read_status,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.untouched import find_changed_outside
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.penerimaan.dokumen import DOKUMEN_BAPPEDA, daftar_of
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN, PENGUKURAN_IKI
from kinerja_desktop.services.pengukuran.finalisasi import finalize, list_before_final
from kinerja_desktop.services.rencana.dokumen import PERJANJIAN
from kinerja_desktop.services.rencana.tanda_tangan import sign_perjanjian

_MOST_NAMED = 20


class WrongUsageError(KinerjaError):
    """A word of the command line means nothing here: exit code 2, as argparse ends."""


def read_kind(word: str) -> Dokumen:
    """Return the kind of document that a word names.

    People write Pengukuran_Kinerja and "pengukuran kinerja" for the same paper.

    Raises:
        WrongUsageError: there is none.
    """
    kunci = re.sub(r"[\s_]+", "-", word.strip().lower())
    dokumen = DOKUMEN.get(kunci) or DOKUMEN_BAPPEDA.get(kunci)
    if dokumen is None:
        raise WrongUsageError(f"Dokumen '{word}' tidak dikenal.", f"Pilih {', '.join(DOKUMEN)}.")
    return dokumen


def require_own(office: Office, dokumen: Dokumen) -> Mapping[str, Dokumen]:
    """Return the documents of this kind of office.

    Raises:
        KinerjaError: the wanted one is written by the other kind.
    """
    daftar = daftar_of(office)
    if dokumen.kunci not in daftar:
        raise KinerjaError(
            f"{dokumen.judul} bukan dokumen kantor ini.", f"Pilih {', '.join(daftar)}."
        )
    return daftar


def read_tanggal(option: str, text: str | None, default: date) -> date:
    """Return the day that an option names.

    Args:
        option: its name, for the sentence.
        text: as typed; None where the option was left out.
        default: the day then.

    Raises:
        KinerjaError: it is no date.
    """
    if text is None:
        return default
    try:
        return parse_tanggal(text)
    except ValueError as error:
        raise KinerjaError(f"{option}: {error}.") from None


def require_ending(path: Path, *endings: str) -> None:
    """Refuse the name of a file whose ending names no format that the command writes.

    Raises:
        WrongUsageError: says which there are.
    """
    if path.suffix.lower().removeprefix(".") not in endings:
        words = [f".{ending} ({ending.upper()})" for ending in endings]
        raise WrongUsageError(
            f"Berkas '{path.suffix.lower() or path.name}' tidak dikenal.",
            f"Akhiri nama berkas dengan {' atau '.join(words)}.",
        )


def require_formats(path: Path) -> None:
    """Do so for the formats of documents."""
    require_ending(path, *BUILDERS)


def require_folder(folder: Path) -> None:
    """Refuse a target folder that is not there: a script is more likely wrong than in need of it.

    Raises:
        KinerjaError: names the folder.
    """
    if not folder.is_dir():
        raise KinerjaError(
            f"Folder tujuan {folder} tidak ada.", "Buat dulu foldernya, atau pilih folder lain."
        )


def find_about(office: Office, dokumen: Dokumen, periode: Periode, nama: str | None) -> UUID | None:
    """Return whom or what a document is about.

    Raises:
        KinerjaError: nobody is called so, or nobody was named where one must be; it lists who and
            what can be named.
    """
    if dokumen.tentang is None:
        if nama:
            raise KinerjaError(
                f"{dokumen.judul} tidak memerlukan --tentang, jadi '{nama}' tidak dikenal.",
                "Hapus --tentang, atau periksa nama dokumennya.",
            )
        return None
    subjek = dokumen.describe(office, periode).subjek
    if not nama:
        if not subjek or any(item.id is None for item in subjek):
            return None
        raise KinerjaError(f"{dokumen.judul}: belum dipilih yang mana.", _list_names(subjek))
    wanted = nama.strip().casefold()
    exact = [item.id for item in subjek if item.nama.casefold() == wanted]
    if len(exact) > 1:
        raise KinerjaError(
            f"{dokumen.judul}: '{nama}' cocok dengan {len(exact)} dokumen.", _list_names(subjek)
        )
    if exact and exact[0] is not None:
        return exact[0]
    try:
        found = dokumen.tentang.find(office, periode, nama)
    except KinerjaError as error:
        raise KinerjaError(error.message, _list_names(subjek)) from error
    if found is None:
        raise KinerjaError(
            f"{dokumen.judul}: '{nama}' belum dipilih atau tidak ada.", _list_names(subjek)
        )
    return found


def make_paper_final(
    office: Office, arguments: argparse.Namespace, tanggal: date
) -> tuple[str, tuple[Problem, ...]]:
    """Make final what `final` names; return its kode and what the window would have warned of.

    Raises:
        KinerjaError: it is final already, lacks something, or is not made final here.
    """
    periode = Periode(arguments.tahun, arguments.triwulan)
    alasan: str = arguments.tidak_dapat_dipenuhi
    dokumen = LKJIP if arguments.lkjip else read_kind(arguments.dokumen)
    if dokumen is LKJIP:
        problems = (*read_lkjip(office, periode.tahun).kekurangan, *find_changed_outside(office))
        row = finalize_lkjip(office, periode.tahun, tanggal, tidak_dapat_dipenuhi=alasan)
        return row.kode, problems
    tentang = find_about(office, dokumen, periode, arguments.tentang)
    if dokumen in (PENGUKURAN, PENGUKURAN_IKI):
        problems = tuple(list_before_final(office, periode, tentang))
        return finalize(
            office, periode, tanggal, tentang, tidak_dapat_dipenuhi=alasan
        ).kode, problems
    wanted = Permintaan(dokumen.kunci, periode, tentang)
    with office.journal.reading() as session:
        is_final = find_paper(session, dokumen, wanted) is not None
    if is_final:
        # Asked before anything else that could be missing of it by now.
        raise KinerjaError(
            f"{dokumen.judul} {arguments.tentang or periode.label} sudah final.",
            "Pakai 'Buka kembali' di program bila memang harus diubah.",
        )
    problems = tuple(list_before_keeping(office, dokumen, replace(wanted, tanggal=tanggal)))
    if dokumen is PERJANJIAN and tentang is not None:
        # The agreement itself is what is signed, and keeps its paper with it.
        sign_perjanjian(office, tentang, tanggal if arguments.tanggal else None)
        return read_status(office, dokumen, wanted).kode, problems
    kept = make_final(office, dokumen, wanted, tanggal, tidak_dapat_dipenuhi=alasan)
    return kept.kode, problems


def _list_names(subjek: tuple[Subjek, ...]) -> str:
    if not subjek:
        return "Belum ada yang dapat disebut dengan --tentang."
    names = ", ".join(f"'{item.nama}'" for item in subjek[:_MOST_NAMED])
    more = len(subjek) - _MOST_NAMED
    return f"Sebut dengan --tentang: {names}{f' dan {more} lagi' if more > 0 else ''}."
