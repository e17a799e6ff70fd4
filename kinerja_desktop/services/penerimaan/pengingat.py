"""Letters to all units that have not delivered, at once: as one PDF to sign, and as Word."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Block, Naskah, PageBreak
from kinerja_desktop.documents.papers.naskah_dinas import build_naskah_dinas
from kinerja_desktop.domain.angka.hari_kerja import add_hari_kerja
from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak
from kinerja_desktop.domain.penerimaan.pengingat import PaketKurang, word_pengingat
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.domain.surat.nomor import tidy_nomor
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.dokumen.documents import SaveCancelledError
from kinerja_desktop.services.kantor.kalender import read_kalender
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kantor.paper_frame import tanda_of, with_properties
from kinerja_desktop.services.penerimaan.kertas import find_head, letterhead_of
from kinerja_desktop.services.penerimaan.unit import counts, name_units, require_bappeda
from kinerja_desktop.services.surat.cetak import find_signer
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import TenggatPelaporan

ENDINGS = (".pdf", ".docx")
_PATIENCE = 5  # hari kerja, as for forms (`docs/architecture.md` §4.6)


@dataclass(frozen=True)
class UnitKurang:
    """A unit that has not delivered, and what."""

    unit_id: UUID
    nama: str
    jenis: str
    kurang: tuple[PaketKurang, ...]
    sebutan: str


@dataclass(frozen=True)
class IsiPengingat:
    """What is typed for the letters.

    Attributes:
        tanggal: the day on them.
        batas: until when what is missing is asked for now.
        nomor: the one number of all of them; empty leaves room to write each by hand.
    """

    tanggal: date
    batas: date
    nomor: str = ""


def list_kurang(
    office: Office, tahun: int, triwulan: int | None = None, hari: date | None = None
) -> list[UnitKurang]:
    """Return the units that owe a package: of a triwulan, or all that is late of a year.

    Args:
        office: the open office, one that receives.
        tahun: of the packages.
        triwulan: which one is asked for; None for all of the year that is late.
        hari: the day on which this is said; None for today.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    instansi = require_bappeda(office)
    with office.journal.reading() as session:
        units = [unit for unit in queries.list_unit(session) if unit.aktif]
        asked = _list_asked(queries.list_tenggat(session), tahun, triwulan)
        came = {
            (row.perangkat_id, Periode(row.tahun, row.triwulan))
            for row in queries.list_arrivals(session, tahun)
            if counts(instansi, row)
        }
    today = hari or office.today()
    names = name_units(units)
    found = []
    for unit in units:
        kurang = tuple(
            PaketKurang(periode, day, max(0, (today - day).days) if day else 0)
            for periode, day in asked
            if (unit.id, periode) not in came
            # Whoever names a triwulan wants it asked for, late or not.
            and (triwulan is not None or (day is not None and day < today))
        )
        if kurang:
            found.append(UnitKurang(unit.id, unit.nama, unit.jenis, kurang, names[unit.id]))
    return found


def propose_isi(office: Office) -> IsiPengingat:
    """Return what the letters begin with: today, and five hari kerja from now."""
    today = office.today()
    return IsiPengingat(today, add_hari_kerja(today, _PATIENCE, read_kalender(office).libur))


def compose_pengingat(
    office: Office, isi: IsiPengingat, tahun: int, triwulan: int | None = None
) -> Naskah:
    """Return the letters, one for each unit that owes a package, each on a page of its own.

    Raises:
        KinerjaError: nobody owes one, the new day is before the letters', or the number is none.
    """
    instansi = require_bappeda(office)
    if isi.batas < isi.tanggal:
        raise KinerjaError(
            "Batas waktu baru lebih awal dari tanggal surat.", "Periksa kedua tanggalnya."
        )
    try:
        nomor = tidy_nomor(isi.nomor)
    except ValueError as error:
        raise KinerjaError(f"Nomornya belum benar: {error}.") from error
    owing = list_kurang(office, tahun, triwulan, isi.tanggal)
    if not owing:
        raise KinerjaError(
            "Tidak ada unit yang terlambat, jadi tidak ada surat pengingat.",
            "Isi tenggatnya di Penerimaan, atau pilih triwulan yang ditagih.",
        )
    kop, tempat = letterhead_of(office, instansi), instansi.tempat or instansi.kabupaten
    with office.journal.reading() as session:
        penanda = find_head(session, instansi, isi.tanggal)
        kanan = find_signer(session, instansi, penanda, isi.tanggal)
    blocks: list[Block] = []
    for unit in owing:
        blocks += [PageBreak()] if blocks else []
        words = word_pengingat(unit.nama, unit.jenis, unit.kurang, isi.batas, penanda, tempat)
        letter = build_naskah_dinas(
            NaskahTercetak(
                jenis=JENIS["surat"],
                kop=kop,
                isi=words,
                tempat=tempat,
                tanggal=format_tanggal(isi.tanggal),
                nomor=nomor,
                dari="",
                kanan=kanan,
                kiri=None,
                kepala="",
                tanda=tanda_of(instansi),
            )
        )
        blocks += letter.blocks
    title = f"Surat Pengingat {Periode(tahun, triwulan).label}"
    whole = replace(letter, title=title, blocks=tuple(blocks), is_paged=False)
    author = f"{instansi.kecamatan} Kabupaten {instansi.kabupaten}"
    return with_properties(office, replace(whole, author=author), isi.tanggal)


def save_pengingat(
    office: Office,
    path: Path,
    isi: IsiPengingat,
    tahun: int,
    triwulan: int | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> None:
    """Write the letters as PDF or DOCX, by the ending of the name.

    Args:
        office: the open office.
        path: the file.
        isi: what is typed for the letters.
        tahun: of the packages.
        triwulan: which one is asked for; None for all of the year that is late.
        progress: told how far it is.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        SaveCancelledError: the clerk does; nothing is written.
        KinerjaError: see `compose_pengingat`; or the place cannot be written.
    """
    from kinerja_desktop.documents.docx import render_docx
    from kinerja_desktop.documents.pdf import render_pdf

    require_output(office, path, ENDINGS)
    advance = stoppable(progress, cancelled, SaveCancelledError)
    naskah = compose_pengingat(office, isi, tahun, triwulan)
    render = render_docx if path.suffix.lower() == ".docx" else render_pdf
    content = render(naskah, advance)
    write_file(path, content, lambda: advance(0, 0, f"Menyimpan {path.name}…"))


def name_berkas(tahun: int, triwulan: int | None) -> str:
    """Return the name that the file is proposed under, without its ending."""
    part = f"_TW{triwulan}" if triwulan else ""
    return f"SURAT_PENGINGAT_{tahun}{part}"


def _list_asked(
    tenggat: Iterable[TenggatPelaporan], tahun: int, triwulan: int | None
) -> list[tuple[Periode, date | None]]:
    """Return the periods that are asked for, in the order of the year; a named one always is."""
    found: dict[Periode, date | None] = {
        Periode(row.tahun, row.triwulan): row.tenggat for row in tenggat if row.tahun == tahun
    }
    if triwulan is not None:
        named = Periode(tahun, triwulan)
        found = {named: found.get(named)}
    return sorted(found.items(), key=lambda item: item[0].triwulan or len(TRIWULAN) + 1)
