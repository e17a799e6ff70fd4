"""The signed paper comes back: a scan or photo of it, kept with the final that it is a print of.

`docs/sakip.md` §10: what was signed on paper is scanned here for others to upload. The final itself
stays what it is: a scan is kept beside it, and can be taken away again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.dokumen.final_mana import (
    find_by_kode,
    find_final_row,
    name_final,
    permintaan_of,
)
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.evidence_names import (
    ATTACHED_ALREADY,
    clean_name,
    require_document,
)
from kinerja_desktop.services.kantor.finals import Final
from kinerja_desktop.services.kantor.kept_papers import period_of
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.store.queries.lampiran import (
    MILIK_TERTANDA,
    find_lampiran,
    list_lampiran,
)
from kinerja_desktop.store.records import DokumenFinal, Lampiran

#: What such files end with.
ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")

_WHERE = "QR ada di kaki halaman terakhir, yang ditandatangani"
_OTHER_WAYS = (
    "Kertas yang ditandatangani: buka dokumennya di Dokumen, lalu lampirkan di sana. Bukti sebuah "
    "angka: jatuhkan di Pengukuran, pada indikatornya. Pindaian surat: jatuhkan di Surat, tab "
    "Register, pada suratnya."
)


class BelumPastiError(KinerjaError):
    """It is not proven that a scan is of the paper meant: a person must say so.

    No kode could be read though the paper bears one, or that of another final stands there too.
    """


@dataclass(frozen=True)
class Tujuan:
    """A final to which a scan belongs: what it is called, and what asks for it."""

    nama: str
    permintaan: Permintaan


class DokumenLainError(KinerjaError):
    """A scan is of other papers of this office; `tujuan` says of which."""

    def __init__(self, nama: str, judul: str, tujuan: Sequence[Tujuan]) -> None:
        self.tujuan = tuple(tujuan)
        names = ", ".join(item.nama for item in tujuan)
        super().__init__(
            f"{nama} adalah kertas {names}, bukan {judul}.",
            "Lampirkan pada dokumen itu, atau pindai kertas yang benar.",
        )


@dataclass(frozen=True)
class Tertanda:
    """A scan of a signed paper.

    Attributes:
        id: of its row.
        nama: of the file.
        sha256: of its content, under which it is kept.
        ukuran: bytes.
        ditambahkan: when it was attached.
        keterangan: whether its kode was read from its QR.
    """

    id: UUID
    nama: str
    sha256: str
    ukuran: int
    ditambahkan: datetime
    keterangan: str


def read_tertanda(office: Office, permintaan: Permintaan) -> list[Tertanda] | None:
    """Return the scans of a signed paper, the latest last; None while it is a draft."""
    with office.journal.reading() as session:
        final = find_final_row(session, permintaan)
        if final is None:
            return None
        rows = list_lampiran(session, MILIK_TERTANDA, final.id)
        return sorted(map(_describe, rows), key=lambda item: (item.ditambahkan, item.nama))


def list_tertanda(office: Office, permintaan: Permintaan) -> list[Tertanda]:
    """Return the scans of a signed paper, the latest last; none while it is a draft."""
    return read_tertanda(office, permintaan) or []


def attach_tertanda(
    office: Office,
    permintaan: Permintaan,
    source: Path,
    found: Pindaian,
    *,
    is_sure: bool = False,
    progress: Progress = silent,
) -> Tertanda:
    """Keep a scan with the final that it shows.

    Args:
        office: the open office.
        permintaan: which paper.
        source: the photo or scan.
        found: which kode were read in it.
        is_sure: whether a person has said that it is this paper, though nothing proves it.
        progress: told how far the copying is; what it raises ends it.

    Raises:
        DokumenLainError: it is the scan of other papers of this office.
        BelumPastiError: the paper bears a kode and none was read, or another final's is there
            too, and nobody is sure.
        KinerjaError: the paper is no final, the scan is of another one or attached already, or
            the file cannot be read.
    """
    with office.journal.reading() as session:
        final = find_final_row(session, permintaan)
    dokumen = get_dokumen(permintaan.kunci)
    judul = f"{dokumen.judul} {period_of(dokumen, permintaan).label}"
    if final is None:
        raise KinerjaError(
            f"{judul} belum final, jadi belum ada yang ditandatangani.", "Jadikan final dulu."
        )
    if found.kode and final.kode not in found.kode and _bears_kode(final):
        if rows := find_by_kode(office, found):
            raise DokumenLainError(source.name, judul, _name(rows))
        raise KinerjaError(
            f"Pindaian ini memuat kode {', '.join(found.kode)}, sedangkan {judul} berkode "
            f"{final.kode}.",
            "Pilih dokumen yang kodenya sama, atau pindai kertas yang benar.",
        )
    if not is_sure:
        _require_proof(office, final, judul, source.name, found)
    return _keep(office, [final], source, f"pindaian {judul}", found, progress)[0]


def attach_by_kode(
    office: Office, source: Path, found: Pindaian, progress: Progress = silent
) -> list[Tujuan]:
    """Keep a scan with every final in force whose kode stands in it; return which they are.

    What `progress` raises ends it.

    Raises:
        KinerjaError: no kode in it is of a final of this office, it is attached already, or the
            file cannot be read.
    """
    rows = find_by_kode(office, found)
    if not rows:
        raise KinerjaError(_tell_unknown(source.name, found), _OTHER_WAYS)
    tujuan = _name(rows)
    names = ", ".join(item.nama for item in tujuan)
    _keep(office, rows, source, f"pindaian {names}", found, progress)
    return tujuan


def _tell_unknown(nama: str, found: Pindaian) -> str:
    if found.kode:
        kode = ", ".join(found.kode)
        return f"Tidak ada dokumen final kantor ini dengan kode {kode}, yang terbaca pada {nama}."
    return f"Tidak ada kode QR yang terbaca pada {nama}. {_WHERE}."


def remove_tertanda(office: Office, tertanda_id: UUID) -> None:
    """Take a scan away from its final; the file itself stays, so that it can come back.

    Raises:
        KinerjaError: it is gone already, or no scan of a signed paper.
    """
    with office.journal.reading() as session:
        row = session.get(Lampiran, tertanda_id)
    if row is None or row.milik != MILIK_TERTANDA:
        raise KinerjaError("Pindaian ini sudah tidak ada.", "Muat ulang halamannya.")
    with office.journal.action(f"Melepas pindaian {clean_name(row.nama)}") as session:
        session.delete(session.get_one(Lampiran, tertanda_id))


def _name(rows: Iterable[Final]) -> list[Tujuan]:
    return [Tujuan(name_final(row), permintaan_of(row)) for row in rows]


def _bears_kode(row: Final) -> bool:
    """Tell whether the kode is printed: papers kept as they were signed have theirs in the data."""
    return not isinstance(row, DokumenFinal)


def _require_proof(office: Office, final: Final, judul: str, nama: str, found: Pindaian) -> None:
    if not found.kode and _bears_kode(final):
        raise BelumPastiError(
            f"Kode QR pada {nama} tidak terbaca, jadi tidak terbukti bahwa ini {judul}.",
            f"{_WHERE}: pindai halaman itu juga, terang dan rata. Atau lampirkan bila Anda sudah "
            "mencocokkannya sendiri.",
        )
    # The LKjIP, for one, has the Pengukuran in its annex.
    others = [name_final(row) for row in find_by_kode(office, found) if row.id != final.id]
    if others:
        raise BelumPastiError(
            f"{nama} memuat kode {', '.join(others)}.",
            f"Lampirkan di sini bila itu memang pindaian {judul} yang ditandatangani.",
        )


def _keep(
    office: Office,
    rows: Sequence[Final],
    source: Path,
    what: str,
    found: Pindaian,
    progress: Progress,
) -> list[Tertanda]:
    nama = require_document(source.name)
    if source.suffix.lower() not in ENDINGS:
        raise KinerjaError(
            f"{nama} bukan pindaian atau foto.", f"Pakai berkas {', '.join(ENDINGS)}."
        )
    digest, size = office.evidence.put(source, progress)
    with office.journal.action(f"Melampirkan {what}") as session:
        _require_new(session, rows, digest, nama)
        kept = [
            Lampiran(
                sha256=digest, nama=nama, ukuran=size, milik=MILIK_TERTANDA, milik_id=row.id,
                ditambahkan=office.now(), keterangan=_tell_kode(row, found),
            )
            for row in rows
        ]  # fmt: skip
        session.add_all(kept)
        session.flush()
        return list(map(_describe, kept))


def _require_new(session: Session, rows: Iterable[Final], digest: str, nama: str) -> None:
    for row in rows:
        if find_lampiran(session, row.id, digest):
            raise KinerjaError(
                f"Isi {nama} sama dengan pindaian yang sudah terlampir pada {name_final(row)}.",
                ATTACHED_ALREADY,
            )


def _tell_kode(row: Final, found: Pindaian) -> str:
    if not _bears_kode(row):
        return "dokumen ini memang tidak berkode"
    if row.kode not in found.kode:
        return "kode tidak terbaca"
    others = [kode for kode in found.kode if kode != row.kode]
    return f"kode {row.kode} terbaca" + (f", juga {', '.join(others)}" if others else "")


def _describe(row: Lampiran) -> Tertanda:
    return Tertanda(
        row.id, clean_name(row.nama), row.sha256, row.ukuran, row.ditambahkan, row.keterangan
    )
