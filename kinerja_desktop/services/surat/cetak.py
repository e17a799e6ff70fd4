"""Compose a letter: its words with kop, number, day, and who signs it on that day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.naskah_dinas import build_naskah_dinas
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.snapshot import IdentitasPejabat
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.laporan.kop import (
    TITIK,
    Penandatangan,
    bears_nip,
    jabatan_lines,
    write_capitals,
)
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak
from kinerja_desktop.domain.sections.pejabat import PERAN
from kinerja_desktop.domain.surat.isi import Penanda
from kinerja_desktop.domain.surat.jenis import TataLetak
from kinerja_desktop.domain.surat.templat import reword
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import tanda_of
from kinerja_desktop.services.surat.nilai import reword_tanggal
from kinerja_desktop.services.surat.prefill import list_jabatan, list_people
from kinerja_desktop.services.surat.tulis import NaskahKantor, read_naskah
from kinerja_desktop.store.queries.pejabat import (
    find_by_jabatan,
    find_by_peran,
    find_pengelola,
)
from kinerja_desktop.store.records import Instansi

#: Who runs SAKIP signs by that, whatever the post.
PENGELOLA = "pengelola"


def compose_naskah(
    office: Office,
    naskah_id: UUID,
    tanggal: date | None = None,
    nomor: str | None = None,
    redated: date | None = None,
) -> Naskah:
    """Return a letter as neutral blocks.

    Args:
        office: the open office.
        naskah_id: which letter.
        tanggal: the day on it; None for its own.
        nomor: the number on it; None for its own.
        redated: the day that its words still name and that the new one replaces.

    Raises:
        KinerjaError: it is not there any more, or was changed outside the program.
    """
    letter = read_naskah(office, naskah_id)
    instansi = office.require_instansi()
    day = tanggal or letter.tanggal
    if redated and day:
        words = reword_tanggal(redated, day) if redated != day else {}
        letter = replace(letter, isi=reword(letter.isi, words))
    signing = day or office.today()
    with office.journal.reading() as session:
        kanan = find_signer(session, instansi, letter.isi.penanda, signing)
        sender = _name_sender(session, instansi, letter.isi.penanda, signing)
        kiri = letter.isi.penanda_kiri
        left = find_signer(session, instansi, kiri, signing) if kiri else None
        posts = list_jabatan(list_people(session, signing))
    return build_naskah_dinas(
        NaskahTercetak(
            jenis=letter.jenis,
            kop=make_kop(identify_instansi(instansi), read_logo(office, instansi.logo)),
            isi=letter.isi,
            tempat=instansi.tempat or instansi.kabupaten,
            tanggal=format_tanggal(day) if day else TITIK,
            nomor=letter.nomor if nomor is None else nomor,
            dari=sender,
            kanan=kanan,
            kiri=left,
            kepala=write_capitals(f"Camat {instansi.kecamatan}"),
            jabatan=posts if letter.jenis.tata_letak is TataLetak.DISPOSISI else (),
            tanda=tanda_of(instansi),
        )
    )


def find_signer(session: Session, instansi: Instansi, penanda: Penanda, day: date) -> Penandatangan:
    """Return who signs on a day; a post that nobody holds leaves lines to write on.

    Where no post is named either, all is written by hand, a NIP as well if there is one.
    """
    person = find_person(session, penanda, day)
    jabatan = penanda.jabatan or _name_post(instansi, penanda.peran)
    found = person or IdentitasPejabat("", jabatan)
    lines = (
        jabatan_lines(found.jabatan, found.awalan, penanda.atas_nama, penanda.melalui)
        if found.jabatan
        else ("",)
    )
    return Penandatangan(
        lines,
        found.nama,
        found.pangkat,
        found.nip,
        peran=penanda.sebagai,
        has_nip_line=bool(found.jabatan) and bears_nip(found.jabatan),
    )


def find_person(session: Session, penanda: Penanda, day: date) -> IdentitasPejabat | None:
    """Return who holds the post that signs on a day; None when nobody does."""
    if penanda.jabatan:
        return find_by_jabatan(session, penanda.jabatan, day)
    if penanda.peran == PENGELOLA:
        return find_pengelola(session, day)
    return find_by_peran(session, penanda.peran, day) if penanda.peran else None


def require_signers(session: Session, letter: NaskahKantor, day: date) -> None:
    """Refuse a letter whose signer nobody is on its day; a lembar disposisi names none.

    Raises:
        KinerjaError: it names the post and the day, and what to do.
    """
    if letter.jenis.tata_letak is TataLetak.DISPOSISI:
        return
    for penanda in (letter.isi.penanda, letter.isi.penanda_kiri):
        by_hand = penanda is None or not (penanda.peran or penanda.jabatan)
        if penanda is None or by_hand or find_person(session, penanda, day):
            continue
        post = penanda.jabatan or PERAN.get(penanda.peran, "Pengelola kinerja")
        raise KinerjaError(
            f"Tidak ada {post} pada {format_tanggal(day)}, jadi surat ini belum ada penanda "
            "tangannya.",
            "Isi penempatannya di Pengaturan, ganti tanggal surat, atau pilih penanda tangan lain.",
        )


def _name_post(instansi: Instansi, peran: str) -> str:
    if peran == PENGELOLA:
        return "Pengelola Kinerja"
    if peran == "camat":
        return f"Camat {instansi.kecamatan}"
    return PERAN.get(peran, "")


def _name_sender(session: Session, instansi: Instansi, penanda: Penanda, day: date) -> str:
    """Return whose a nota dinas is: the signer's post."""
    person = find_person(session, penanda, day)
    if person is None:
        return penanda.jabatan or _name_post(instansi, penanda.peran)
    return f"{person.awalan} {person.jabatan}".strip()
