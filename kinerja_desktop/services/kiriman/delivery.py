"""What the page *Kirim ke Bappeda* shows before anything is written: contents, gaps, sticks."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.exchange.bags import BAGIT
from kinerja_desktop.exchange.drives import Drive, list_drives
from kinerja_desktop.exchange.package import WriteCancelledError
from kinerja_desktop.services.dokumen.tertanda import list_tertanda
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.kiriman.salinan import find_gaps
from kinerja_desktop.services.kiriman.transfer import BUKTI, IsiPaket
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.store.queries.pengukuran import find_final

__all__ = [
    "BerkasPaket", "Drive", "Kesiapan", "Terkirim", "WriteCancelledError", "is_paket",
    "list_drives", "list_terkirim", "read_kesiapan",
]  # fmt: skip


@dataclass(frozen=True)
class BerkasPaket:
    """A file that goes into the package: its path there, what it is, and its size in bytes."""

    path: str
    keterangan: str
    ukuran: int

    @property
    def nama(self) -> str:
        """Its name without the folder."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Kesiapan:
    """Whether a period can be sent.

    Attributes:
        periode: year or triwulan.
        kode: kode verifikasi of what would be sent; empty while it cannot be.
        files: what the package would hold.
        halangan: why it cannot be sent; None when it can.
        is_final: whether the Pengukuran Kinerja is final.
        peringatan: what is missing or odd; it can be sent all the same.
    """

    periode: Periode
    kode: str = ""
    files: tuple[BerkasPaket, ...] = ()
    halangan: KinerjaError | None = None
    is_final: bool = False
    peringatan: tuple[Problem, ...] = ()

    @property
    def ukuran(self) -> int:
        """Bytes of all files together."""
        return sum(file.ukuran for file in self.files)


@dataclass(frozen=True)
class Terkirim:
    """A delivery of the log."""

    id: UUID
    waktu: datetime
    periode: Periode
    nama: str
    tempat: str
    berkas: int
    ukuran: int
    kode: str
    penerima: str

    @property
    def path(self) -> Path:
        """Where the package was written."""
        return Path(self.tempat) / self.nama


def read_kesiapan(office: Office, periode: Periode) -> Kesiapan:
    """Compose the package of a period, without writing it, and say what is missing."""
    with office.journal.reading() as session:
        is_final = find_final(session, periode, None) is not None
    nothing = Kesiapan(periode, is_final=is_final)
    try:
        isi = transfer.compose_package(office, periode)
    except KinerjaError as error:
        return replace(nothing, halangan=error)
    files = tuple(
        BerkasPaket(path, isi.sebutan[path], _measure(content))
        for path, content in sorted(isi.files.items())
    )
    return replace(
        nothing,
        kode=isi.kode,
        files=files,
        peringatan=(*_find_superseded(office, isi), *isi.problems, *_find_gaps(office, isi)),
    )


def is_paket(path: Path) -> bool:
    """Tell whether a folder looks like a package: it is a bag (`docs/sakip.md` §10)."""
    return (path / BAGIT).is_file()


def list_terkirim(office: Office) -> list[Terkirim]:
    """Return the log of deliveries, the newest first."""
    return [
        Terkirim(
            row.id, row.waktu, Periode(row.tahun, row.triwulan), row.nama, row.tempat,
            row.berkas, row.ukuran, row.kode, row.penerima,
        )
        for row in transfer.list_kiriman(office)
    ]  # fmt: skip


def _find_superseded(office: Office, isi: IsiPaket) -> list[Problem]:
    """Say that Bappeda holds figures that are no longer those in force."""
    sent = [item for item in list_terkirim(office) if item.periode == isi.periode]
    if not sent or any(item.kode in (isi.kode, "") for item in sent):
        return []
    day = format_tanggal(local_date(sent[0].waktu))
    text = (
        f"Paket yang dikirim {day} memuat angka lama, berkode {sent[0].kode}: kirim paket ini "
        "sebagai gantinya"
    )
    return [Problem(text, is_warning=True)]


def _find_gaps(office: Office, isi: IsiPaket) -> list[Problem]:
    gaps = find_gaps(office, isi.periode, isi.salinan.values())
    if not list_tertanda(office, Permintaan(PENGUKURAN.kunci, isi.periode)):
        text = (
            f"{PENGUKURAN.judul} {isi.periode.label} yang ditandatangani belum dilampirkan: "
            "lampirkan pindaian atau fotonya di Dokumen"
        )
        gaps.append(Problem(text, is_warning=True))
    if not any(path.startswith(BUKTI) for path in isi.files):
        text = f"Tidak ada berkas bukti {isi.periode.label}: lampirkan di Pengukuran bila diminta"
        gaps.append(Problem(text, is_warning=True))
    return gaps


def _measure(content: bytes | Path) -> int:
    return len(content) if isinstance(content, bytes) else content.stat().st_size
