"""Compose the evidence pack of a year's LKE: files by criterion, and the listing of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sqlmodel import Session

from kinerja_desktop.documents.papers.lke_bukti import build_daftar_bukti
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.xlsx.lke import render_bukti_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.lke import BuktiKriteria, DaftarBukti
from kinerja_desktop.domain.lke.lembar import Kriteria
from kinerja_desktop.domain.lke.petunjuk import REALISASI, REKOMENDASI, Petunjuk
from kinerja_desktop.exchange.evidence_pack import BerkasPaket, PackStoppedError
from kinerja_desktop.exchange.package_paths import safe_name
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import tanda_of, with_properties
from kinerja_desktop.services.lke.baca import IsiLke, read_lke
from kinerja_desktop.services.paket_lke.kertas import Percetakan
from kinerja_desktop.store.queries import kiriman
from kinerja_desktop.store.queries import lke as queries
from kinerja_desktop.store.records import Lampiran

Progress = Callable[[int, int, str], None]

#: Letters of a folder's words, and of a file's name: a path stays below what Windows takes.
_FOLDER, _FILE = 32, 70
_ENDING = re.compile(r"[A-Za-z0-9]{1,8}")
_LAYAR = "Tangkapan layar Kinerja Desktop"


@dataclass(frozen=True)
class IsiPaketLke:
    """What a pack holds.

    Attributes:
        berkas: the files, each by its path below ``data/``.
        daftar: the listing.
        beside: the listing as files for the top of the pack.
    """

    tahun: int
    berkas: tuple[BerkasPaket, ...]
    daftar: DaftarBukti
    beside: Mapping[str, bytes]

    @property
    def ukuran(self) -> int:
        """Bytes of all files."""
        return sum(item.size for item in self.berkas)


def compose_paket(
    office: Office,
    tahun: int,
    gambar: Mapping[str, bytes] | None = None,
    *,
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> IsiPaketLke:
    """Gather the evidence of a year by criterion; papers are printed on the way.

    Args:
        office: the open office.
        tahun: the year of the self-check.
        gambar: screenshots as PNG by the key of their page, made by who has the window.
        progress: called with the step, the number of steps, and what is being done.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        KinerjaError: the office is not set up.
        PackStoppedError: the clerk stopped it.
    """
    instansi = office.require_instansi()
    isi = read_lke(office, tahun)
    kriteria = list(isi.berlaku.lembar.list_kriteria())
    rows: list[BuktiKriteria] = []

    def check(text: str) -> None:
        if cancelled():
            raise PackStoppedError
        progress(len(rows), len(kriteria), f"Menyiapkan {text}")

    gatherer = _Gatherer(office, isi, gambar or {}, Percetakan(office, tahun, check))
    for item in kriteria:
        check(f"kriteria {item.kode}")
        rows.append(gatherer.gather(item))
    daftar = DaftarBukti(
        f"Kecamatan {instansi.kecamatan}", tahun, isi.berlaku.lembar.nama, tuple(rows)
    )
    naskah = with_properties(office, build_daftar_bukti(daftar, tanda_of(instansi)), None)
    beside = {
        "daftar_bukti.pdf": render_pdf(naskah),
        "daftar_bukti.xlsx": render_bukti_xlsx(daftar, naskah),
    }
    return IsiPaketLke(tahun, tuple(gatherer.files), daftar, beside)


@dataclass
class _Gatherer:
    """Puts files into the folders of their criteria."""

    office: Office
    isi: IsiLke
    gambar: Mapping[str, bytes]
    percetakan: Percetakan
    files: list[BerkasPaket] = field(default_factory=list)
    _attached: dict[str, list[Lampiran]] = field(default_factory=dict)

    def gather(self, item: Kriteria) -> BuktiKriteria:
        """Gather what proves a criterion, and say what is missing."""
        petunjuk = self.isi.buku.of(item)
        folder = _Folder(item, self.files)
        papers = self.percetakan.print_for(petunjuk.dokumen)
        for paper in papers.ada:
            folder.add(paper.nama, paper.keterangan, paper.isi, paper.sha256, len(paper.isi))
        lost = self._add_attached(folder, item, petunjuk)
        for halaman in petunjuk.layar:
            if picture := self.gambar.get(halaman):
                digest = sha256(picture).hexdigest()
                folder.add(f"Layar_{halaman}.png", _LAYAR, picture, digest, len(picture))
        missing = [*papers.kurang, *lost]
        if petunjuk.pembuktian and not folder.has_attached:
            missing.append(f"belum dilampirkan: {petunjuk.pembuktian}")
        answer = self.isi.berlaku.skala.find(self.isi.isian_of(item.kode).jawaban)
        return BuktiKriteria(
            item.kode, item.uraian, answer.kode if answer else "", tuple(folder.ada),
            tuple(missing), petunjuk.pemasok,
        )  # fmt: skip

    def _add_attached(self, folder: "_Folder", item: Kriteria, petunjuk: Petunjuk) -> list[str]:
        lost = []
        for row in self._list_attached(item, petunjuk):
            path = self.office.evidence.path_of(row.sha256)
            nama = clean_name(row.nama)
            if path.exists() and path.stat().st_size == row.ukuran:
                folder.add(nama, "bukti yang dilampirkan", path, row.sha256, row.ukuran)
                folder.has_attached = True
            else:
                lost.append(f"{nama} hilang atau rusak di folder data: lampirkan lagi")
        return lost

    def _list_attached(self, item: Kriteria, petunjuk: Petunjuk) -> Iterable[Lampiran]:
        """Return the evidence of a criterion, and of the rows that serve it; the same file once."""
        with self.office.journal.reading() as session:
            rows = self._of_answers(session).get(item.kode, [])
            rows = [*rows, *self._of_rows(session, petunjuk.lampiran)]
        found: dict[str, Lampiran] = {}
        for row in rows:
            found.setdefault(row.sha256, row)
        return found.values()

    def _of_answers(self, session: Session) -> dict[str, list[Lampiran]]:
        if not self._attached:
            for kode, row in queries.list_bukti_jawaban(session, self.isi.tahun):
                self._attached.setdefault(kode, []).append(row)
        return self._attached

    def _of_rows(self, session: Session, whose: str) -> list[Lampiran]:
        if whose == REALISASI:
            return [row for _, row in kiriman.list_bukti(session, Periode(self.isi.tahun))]
        if whose == REKOMENDASI:
            advice = queries.list_rekomendasi(session, self.isi.tahun - 1)
            return queries.list_bukti_rekomendasi(session, [row.id for row in advice])
        return []


class _Folder:
    """The folder of a criterion: names are short, plain and numbered, so that none meet."""

    def __init__(self, item: Kriteria, files: list[BerkasPaket]) -> None:
        self._path = f"{item.kode}_{_shorten_words(safe_name(item.uraian))}"
        self._files = files
        self.ada: list[tuple[str, str]] = []
        self.has_attached = False

    def add(
        self, nama: str, keterangan: str, content: bytes | Path, digest: str, size: int
    ) -> None:
        """Put a file there."""
        short = _shorten(nama)
        name = f"{len(self.ada) + 1:02}_{short}"
        self._files.append(BerkasPaket(f"{self._path}/{name}", content, digest, size))
        self.ada.append((name, keterangan))


def _shorten(nama: str) -> str:
    """Return a plain, short name that keeps its ending, whatever script the rest is written in."""
    stem, dot, ending = nama.strip().rpartition(".")
    if not dot or not _ENDING.fullmatch(ending):
        return safe_name(nama)[:_FILE].rstrip("._-")
    return f"{safe_name(stem)[: _FILE - len(ending)].rstrip('._-')}.{ending}"


def _shorten_words(words: str) -> str:
    cut = words[:_FOLDER]
    whole = cut if len(words) == len(cut) else words[: _FOLDER + 1].rpartition("_")[0]
    return (whole or cut).rstrip("._-")
