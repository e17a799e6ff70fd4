"""The kinds of letters in the registry of documents, and how one becomes final with its number."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.sections.surat import SIFAT
from kinerja_desktop.domain.surat.bidang import BIDANG
from kinerja_desktop.domain.surat.buku import KELUAR
from kinerja_desktop.domain.surat.jenis import JENIS, JenisNaskah
from kinerja_desktop.domain.surat.lengkap import list_belum
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Subjek,
    Tentang,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.before_final import list_odd
from kinerja_desktop.services.surat.cetak import compose_naskah, require_signers
from kinerja_desktop.services.surat.register import find_buku, number_of, propose_nomor
from kinerja_desktop.services.surat.tulis import (
    NaskahKantor,
    list_naskah,
    naskah_of_row,
    read_naskah,
    require_free,
    require_naskah,
    require_year_of_book,
    write_day,
)
from kinerja_desktop.store.queries.surat import NASKAH, list_tugas_of
from kinerja_desktop.store.records import DokumenFinal, NaskahDinas, Surat, Tugas


def kunci_of(jenis: str) -> str:
    """Return the kind of document that a kind of letter is."""
    return f"{NASKAH}{jenis}"


def _make(jenis: JenisNaskah) -> Dokumen:
    def describe(office: Office, periode: Periode) -> KeadaanDokumen:
        return _describe(office, jenis, periode)

    def find(office: Office, periode: Periode, nama: str) -> UUID | None:
        return _find(office, jenis, periode, nama)

    return Dokumen(
        kunci_of(jenis.kunci),
        jenis.nama,
        jenis.keterangan,
        compose=_compose,
        describe=describe,
        is_tahunan=True,
        has_kop=True,
        tentang=Tentang("&Surat", find),
        is_signed=True,
        is_optional=True,
        prepare_final=_prepare_final,
        list_odd=list_odd,
    )


def _compose(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_naskah(office, permintaan.require_tentang("Naskah dinas"), permintaan.tanggal)


def _describe(office: Office, jenis: JenisNaskah, periode: Periode) -> KeadaanDokumen:
    letters = list_naskah(office, periode.tahun, jenis.kunci)
    if not letters:
        text = f"Belum ada {jenis.nama} {periode.tahun}: buat di halaman Surat."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    subjek = tuple(Subjek(item.id, item.isi.hal or jenis.nama, _state(item)) for item in letters)
    return KeadaanDokumen(f"{len(letters)} surat", subjek)


def _state(letter: NaskahKantor) -> str:
    day = format_tanggal(letter.tanggal) if letter.tanggal else "tanpa tanggal"
    return f"{letter.nomor}, {day}" if letter.nomor else f"draf, {day}"


def _find(office: Office, jenis: JenisNaskah, periode: Periode, nama: str) -> UUID | None:
    letters = list_naskah(office, periode.tahun, jenis.kunci)
    wanted = nama.strip().casefold()
    for item in letters:
        if wanted in (item.nomor.casefold(), item.isi.hal.casefold(), str(item.id)):
            return item.id
    raise KinerjaError(
        f"Tidak ada {jenis.nama} '{nama}' tahun {periode.tahun}.", "Tulis nomor atau hal suratnya."
    )


def _prepare_final(
    office: Office, permintaan: Permintaan
) -> tuple[Naskah, Callable[[Session, DokumenFinal], None]]:
    """Return a letter with the number that it takes, and what else is written when it is final.

    Both come of the same state of the data (`finals.store_final`), so the number on the paper is
    the one that the register gives.

    Raises:
        KinerjaError: nobody signs on its day, its number is taken, or places are open.
    """
    key = permintaan.require_tentang("Naskah dinas")
    letter = read_naskah(office, key)
    day = permintaan.tanggal or letter.tanggal or office.today()
    if permintaan.periode.tahun != letter.tahun:
        raise KinerjaError(
            f"Surat ini tentang tahun {letter.tahun}.", "Pilih tahun itu di atas, lalu ulangi."
        )
    if missing := list_belum(letter.jenis.tata_letak, letter.isi):
        raise KinerjaError(
            f"Surat ini belum lengkap: {', '.join(missing)} belum diisi.",
            "Isi di halaman Surat, lalu ulangi; yang memang tidak ada ditulis dengan tanda -.",
        )
    with office.journal.reading() as session:
        require_signers(session, letter, day)
        row = require_naskah(session, key)
        require_year_of_book(session, row, day)
        _refuse_cancelled(session, row)
        line = _number(session, replace(letter, tanggal=day), row)
    naskah = compose_naskah(office, key, day, line.nomor if line else "", redated=letter.hari)

    def also(session: Session, _final: DokumenFinal) -> None:
        # All in one flush: once the print is written, it locks the letter.
        with session.no_autoflush:
            own = require_naskah(session, key)
            write_day(own, letter, day)
            own.tanggal = day
            if line is not None and own.surat_id is None:
                session.add(line)
                own.surat_id = line.id
            elif line is not None and own.surat_id is not None:
                _renew(session.get_one(Surat, own.surat_id), line)
            _give_tasks(session, own)

    return naskah, also


def _refuse_cancelled(session: Session, row: NaskahDinas) -> None:
    line = session.get(Surat, row.surat_id) if row.surat_id else None
    if line is not None and line.dibatalkan:
        raise KinerjaError(
            f"Nomor {line.nomor} surat ini sudah dibatalkan: {line.dibatalkan}.",
            "Kosongkan 'Batal karena' di Register, atau beri surat ini nomor lain.",
        )


def _number(session: Session, letter: NaskahKantor, row: NaskahDinas) -> Surat | None:
    """Return the line of the register that a letter gets; None for a kind without a book."""
    if not letter.jenis.buku:
        return None
    assert letter.tanggal
    if letter.nomor:
        require_free(session, row, letter.nomor)
        nomor, running = letter.nomor, number_of(session, letter.jenis.buku, letter.nomor)
    else:
        agenda, nomor = propose_nomor(session, letter.jenis.buku, letter.tanggal)
        running = str(agenda)
    isi = letter.isi
    return Surat(
        arah=KELUAR,
        buku=letter.jenis.buku,
        tahun=letter.tanggal.year,
        agenda=running,
        nomor=nomor,
        tanggal=letter.tanggal,
        pihak="; ".join(isi.yth)[:500],
        hal=isi.hal or letter.jenis.nama,
        klasifikasi=find_buku(session, letter.jenis.buku).klasifikasi,
        sifat=_find_sifat(letter),
        lampiran="" if isi.lampiran == "-" else isi.lampiran,
    )


def _find_sifat(letter: NaskahKantor) -> str:
    """Return the sifat as the register keeps it; empty for a kind that has none, or another."""
    has_one = any(bidang.nama == "sifat" for bidang in BIDANG[letter.jenis.tata_letak])
    known = {label.casefold(): kunci for kunci, label in SIFAT.items()}
    return known.get(" ".join(letter.isi.sifat.split()).casefold(), "") if has_one else ""


def _renew(kept: Surat, line: Surat) -> None:
    """Tell the register what a letter says that was opened again; its number stays."""
    for name in ("tanggal", "pihak", "hal", "sifat", "lampiran"):
        setattr(kept, name, getattr(line, name))


def _give_tasks(session: Session, row: NaskahDinas) -> None:
    """Make tasks of what was agreed in a meeting; those that are there already follow it."""
    letter = naskah_of_row(session, row)
    known: dict[tuple[str, str], list[Tugas]] = {}
    for task in list_tugas_of(session, row.id):
        known.setdefault((task.uraian, task.penanggung_jawab), []).append(task)
    for item in letter.isi.tindak_lanjut:
        same = known.get((item.uraian, item.penanggung_jawab))
        if same:
            same.pop(0).batas_waktu = item.batas_waktu
        else:
            session.add(
                Tugas(
                    uraian=item.uraian,
                    penanggung_jawab=item.penanggung_jawab,
                    batas_waktu=item.batas_waktu,
                    naskah_id=row.id,
                )
            )
    # What was agreed otherwise meanwhile is asked of nobody any more; what is done stays told.
    for task in chain.from_iterable(known.values()):
        if task.selesai is None:
            session.delete(task)


DOKUMEN = tuple(_make(jenis) for jenis in JENIS.values())
