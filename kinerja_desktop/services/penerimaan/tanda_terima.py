"""The receipt of a package: a paper to sign, and a file that the sender's program reads.

Both go onto the stick, beside the package (`docs/sakip.md` §10). The number is taken from the book
of outgoing letters once; written again, the receipt bears the same.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.surat import build_tanda_terima
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import HARI, format_tanggal, local_date
from kinerja_desktop.domain.angka.terbilang import write_banyaknya
from kinerja_desktop.domain.laporan.kop import Penandatangan, Tanda
from kinerja_desktop.domain.laporan.surat import ButirKiriman, TandaTerima
from kinerja_desktop.domain.penerimaan.ringkas import BerkasMasuk, RingkasPaket, ringkas_from_data
from kinerja_desktop.domain.penerimaan.segel import UnreadableFileError
from kinerja_desktop.domain.penerimaan.tanda_terima import (
    TandaTerimaPaket,
    read_receipt,
    write_receipt,
)
from kinerja_desktop.domain.surat.buku import KELUAR
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.package_paths import name_office
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kiriman.package_data import GAMBAR
from kinerja_desktop.services.kiriman.proof import Cara
from kinerja_desktop.services.kiriman.salinan import BERTANDA, TERTANDA
from kinerja_desktop.services.kiriman.tanda_terima import PREFIX
from kinerja_desktop.services.kiriman.transfer import BUKTI
from kinerja_desktop.services.penerimaan.kertas import letterhead_of
from kinerja_desktop.services.penerimaan.unit import name_unit, require_bappeda
from kinerja_desktop.services.surat.register import propose_nomor
from kinerja_desktop.store.records import Instansi, PaketMasuk, PerangkatDaerah, Surat

_LONGEST_UNIT = 40
_NUMBER = re.compile(r"^\d+_")


def write_tanda_terima(
    office: Office, paket_id: UUID, folder: Path, paket: str = ""
) -> tuple[Path, Path]:
    """Write the receipt of a package that is in: as PDF to sign, and as a file to be read.

    Args:
        office: the open office, one that receives.
        paket_id: the row of the package.
        folder: where it goes: beside the package.
        paket: the name of the package's folder, by which the sender's log knows it.

    Returns:
        The PDF and the file.

    Raises:
        KinerjaError: the place cannot be written, or is the data folder. The number stays with
            the package; to write it again takes no other.
    """
    require_output(office, folder, ())
    require_bappeda(office)
    _take_nomor(office, paket_id)
    isi, receipt = _read_receipt(office, paket_id, paket)
    pdf = render_pdf(_build(isi, receipt))
    content = write_receipt(receipt)
    stem = _choose_stem(folder, receipt, pdf, content)
    paper, file = folder / f"{stem}.pdf", folder / f"{stem}.json"
    write_file(paper, pdf)
    write_file(file, content)
    return paper, file


def compose_tanda_terima(office: Office, paket_id: UUID) -> Naskah:
    """Return the receipt of a package once more, as it was written when it got its number.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    return _build(*_read_receipt(office, paket_id, ""))


def _build(isi: TandaTerima, receipt: TandaTerimaPaket) -> Naskah:
    return replace(build_tanda_terima(isi), author=receipt.kantor, tanggal=receipt.tanggal)


def _read_receipt(
    office: Office, paket_id: UUID, paket: str
) -> tuple[TandaTerima, TandaTerimaPaket]:
    """Return what the paper and the file of a receipt say."""
    instansi = require_bappeda(office)
    with office.journal.reading() as session:
        row = session.get_one(PaketMasuk, paket_id)
        unit = session.get_one(PerangkatDaerah, row.perangkat_id)
    ringkas = ringkas_from_data(row.ringkas)
    receipt = TandaTerimaPaket(
        nomor=row.tanda_terima,
        kantor=f"{instansi.kecamatan} Kabupaten {instansi.kabupaten}",
        penerima=row.penerima,
        diterima=row.diterima,
        tanggal=local_date(row.diterima),
        kecamatan=ringkas.kecamatan,
        kabupaten=ringkas.kabupaten,
        tahun=row.tahun,
        triwulan=row.triwulan,
        kode=row.kode,
        kode_paket=row.kode_paket,
        paket=paket,
    )
    isi = _compose(office, instansi, unit, ringkas, receipt)
    tanda = replace(isi.tanda, contoh=instansi.contoh or row.contoh)
    return replace(isi, tanda=tanda, catatan=_tell_alasan(row)), receipt


def _tell_alasan(row: PaketMasuk) -> str:
    """Return why a package was taken in all the same; empty where nothing spoke against it."""
    sample = "Paket ini berisi DATA CONTOH, bukan data resmi. " if row.contoh else ""
    return f"{sample}Diterima dengan alasan: {row.alasan}" if row.alasan else sample.strip()


def _take_nomor(office: Office, paket_id: UUID) -> None:
    """Give a receipt its number from the book, if it has none yet."""
    with office.journal.reading() as session:
        row = session.get_one(PaketMasuk, paket_id)
        unit = name_unit(session.get_one(PerangkatDaerah, row.perangkat_id))
    if row.tanda_terima:
        return
    hal = f"Tanda terima paket {Periode(row.tahun, row.triwulan).label} {unit}"
    day = office.today()
    with office.journal.action(f"Menomori {hal}", undoable=False) as session:
        agenda, nomor = propose_nomor(session, KELUAR, day)
        session.add(
            Surat(
                arah=KELUAR, buku=KELUAR, tahun=day.year, tanggal=day, agenda=str(agenda),
                nomor=nomor, pihak=unit, hal=hal,
            )
        )  # fmt: skip
        session.get_one(PaketMasuk, paket_id).tanda_terima = nomor


def _choose_stem(folder: Path, receipt: TandaTerimaPaket, pdf: bytes, file: bytes) -> str:
    """Return a name that nothing else bears; the very same receipt is written over itself."""
    part = "TAHUNAN" if receipt.triwulan is None else f"TW{receipt.triwulan}"
    office = name_office(receipt.kecamatan)[:_LONGEST_UNIT].rstrip("._-")
    stem = first = f"{PREFIX}{office}_{receipt.tahun}_{part}"
    number = 1
    while not _is_same(folder / f"{stem}.json", receipt) and (
        not _is_free(folder / f"{stem}.json", file) or not _is_free(folder / f"{stem}.pdf", pdf)
    ):
        number += 1
        stem = f"{first}_{number}"
    return stem


def _is_same(path: Path, receipt: TandaTerimaPaket) -> bool:
    """Tell whether a file is this very receipt, of the package in another folder or ZIP."""
    try:
        there = read_receipt(path.read_bytes())
    except (OSError, UnreadableFileError):
        return False
    return replace(there, paket=receipt.paket) == receipt


def _is_free(path: Path, content: bytes) -> bool:
    if not path.exists():
        return True
    return path.is_file() and path.read_bytes() == content


def _compose(
    office: Office,
    instansi: Instansi,
    unit: PerangkatDaerah,
    ringkas: RingkasPaket,
    receipt: TandaTerimaPaket,
) -> TandaTerima:
    day = receipt.tanggal
    # Who sits at the program is no name to sign with.
    nama = "" if receipt.penerima == office.journal.pelaku else receipt.penerima
    return TandaTerima(
        kop=letterhead_of(office, instansi),
        dari=name_unit(unit),
        untuk=f"Pengukuran Kinerja {ringkas.periode.label}",
        kiriman=tuple(list_butir(ringkas)),
        # On Bappeda's own paper place, day and right side are its own.
        penyerah=Penandatangan((), nama=nama, peran="Penerima,", has_nip_line=True),
        penerima=Penandatangan((), peran="Yang menyerahkan,"),
        nomor=receipt.nomor,
        hari_tanggal=f"{HARI[day.weekday()]}, {format_tanggal(day)}",
        tempat_tanggal=f"{instansi.tempat or instansi.kabupaten}, {format_tanggal(day)}",
        tanda=Tanda(contoh=instansi.contoh, kertas=instansi.kertas or "F4"),
    )


def list_butir(ringkas: RingkasPaket) -> Iterator[ButirKiriman]:
    """List every paper, with the kode that it bears, the scans, the evidence, and the package."""
    one = write_banyaknya(1, "berkas")
    for dokumen in ringkas.dokumen:
        kode = f"Kode verifikasi {dokumen.kode}" if dokumen.tercetak else ""
        yield ButirKiriman(dokumen.judul, one, kode)
    for nama in sorted(_name(file.path) for file in ringkas.berkas if _is_other_paper(file)):
        yield ButirKiriman(nama, one)
    signed = Counter(_name(file.path) for file in ringkas.berkas if _is_scan(file))
    for nama, count in sorted(signed.items()):
        pages = write_banyaknya(count, "berkas")
        yield ButirKiriman(f"Pindaian yang ditandatangani: {nama}", pages)
    kinds = Counter(file.path.startswith(BUKTI) for file in ringkas.berkas)
    if kinds[True]:
        yield ButirKiriman("Bukti dukung kinerja", write_banyaknya(kinds[True], "berkas"))
    kode = f"Kode paket {ringkas.kode_paket}" if ringkas.kode_paket else ""
    yield ButirKiriman("Salinan elektronik pada flashdisk", write_banyaknya(1, "paket"), kode)


def _is_scan(file: BerkasMasuk) -> bool:
    return file.path.startswith(TERTANDA)


def _is_other_paper(file: BerkasMasuk) -> bool:
    """Tell whether a file is a paper that no document of the data speaks for, such as a letter."""
    return file.cara == Cara.PAKET.name and not file.path.startswith((TERTANDA, BUKTI, GAMBAR))


def _name(path: str) -> str:
    """Return what a paper of a package is called, from the name of its file."""
    words = _NUMBER.sub("", PurePosixPath(path).stem).split(BERTANDA)[0].replace("_", " ").strip()
    return words.title() if words.isupper() else words
