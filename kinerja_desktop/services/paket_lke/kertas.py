"""The papers of the registry that serve a criterion: final bytes as kept, else the draft of now.

A paper serves many criteria: it is made once for a pack. Kinds that this version of the program
does not know are passed over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import BERPINDAIAN, DITANDATANGANI
from kinerja_desktop.services.dokumen.tertanda import list_tertanda
from kinerja_desktop.services.kantor.dokumen import (
    DRAF,
    PDF,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Subjek,
    read_kept,
)
from kinerja_desktop.services.kantor.kept_papers import describe_final, find_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.plan_states import DITANDAI
from kinerja_desktop.services.sop.library import list_attached

_PER_TRIWULAN = "@tw"
#: What is said of an agreement whose signed page goes along.
_DIPINDAI = f"{DITANDATANGANI}, {BERPINDAIAN}"
#: Of an SOP that ships for another kecamatan nothing is proved here.
_SOP = frozenset({"sop", "sop-dirapikan", "sop-catatan"})


@dataclass(frozen=True)
class KertasBukti:
    """A printed paper: what its file is called, what it is, and its bytes with their hash."""

    nama: str
    keterangan: str
    isi: bytes
    sha256: str


@dataclass(frozen=True)
class HasilKertas:
    """The papers that serve a criterion, and what is missing of them, in words."""

    ada: tuple[KertasBukti, ...]
    kurang: tuple[str, ...]


class Percetakan:
    """Prints the papers of a year, each once."""

    def __init__(self, office: Office, tahun: int, check: Callable[[str], None]) -> None:
        """Make it ready.

        Args:
            office: the open office.
            tahun: the year of the self-check.
            check: told what is printed next; may raise to stop.
        """
        self._office = office
        self._tahun = tahun
        self._check = check
        self._own_sop = {item.id for item in list_attached(office)}
        self._known: dict[tuple[str, Periode], HasilKertas] = {}

    def print_for(self, dokumen: tuple[str, ...]) -> HasilKertas:
        """Print the kinds of papers that a criterion names, such as ``evaluasi-renja@tw``."""
        found = [
            self._print(DOKUMEN[kunci], periode)
            for kunci, periode in self._list_wanted(dokumen)
            if kunci in DOKUMEN
        ]
        return HasilKertas(
            tuple(item for each in found for item in each.ada),
            tuple(dict.fromkeys(text for each in found for text in each.kurang)),
        )

    def _list_wanted(self, dokumen: tuple[str, ...]) -> Iterator[tuple[str, Periode]]:
        for name in dokumen:
            kunci = name.removesuffix(_PER_TRIWULAN)
            if name == kunci:
                yield kunci, Periode(self._tahun)
            else:
                yield from ((kunci, Periode(self._tahun, tw)) for tw in TRIWULAN)

    def _print(self, dokumen: Dokumen, periode: Periode) -> HasilKertas:
        key = (dokumen.kunci, periode)
        if key not in self._known:
            self._check(f"{dokumen.judul} {periode.label}")
            self._known[key] = self._make(dokumen, periode)
        return self._known[key]

    def _make(self, dokumen: Dokumen, periode: Periode) -> HasilKertas:
        try:
            keadaan = dokumen.describe(self._office, periode)
        except KinerjaError as error:
            return HasilKertas((), (f"{dokumen.judul}: {error.message}",))
        subjects = self._list_subjects(dokumen, periode, keadaan)
        if not subjects:
            told = keadaan.kosong or "belum ada"
            is_named = dokumen.judul.casefold() in told.casefold()
            return HasilKertas((), (told if is_named else f"{dokumen.judul}: {told}",))
        there: list[KertasBukti] = []
        missing: list[str] = []
        for item in subjects:
            self._check(f"{dokumen.judul} {item.nama}".strip())
            wanted = Permintaan(dokumen.kunci, periode, item.id)
            told = self._describe_kept(dokumen, wanted) or item.keadaan or keadaan.keadaan
            try:
                paper = self._of(dokumen, wanted, item, told)
                if told == DITANDAI and any(self._list_scans(wanted, paper)):
                    paper = replace(paper, keterangan=paper.keterangan.replace(told, _DIPINDAI))
                there += [paper, *self._list_scans(wanted, paper)]
            except KinerjaError as error:
                missing.append(f"{dokumen.judul} {item.nama}".strip() + f": {error.message}")
                continue
            if told == DRAF:
                label = f"{dokumen.judul} {periode.label if dokumen.berperiode else item.nama}"
                missing.append(f"{label} masih draf: jadikan final")
        return HasilKertas(tuple(there), tuple(missing))

    def _list_subjects(
        self, dokumen: Dokumen, periode: Periode, keadaan: KeadaanDokumen
    ) -> list[Subjek]:
        if dokumen.tentang is not None:
            own = self._own_sop if dokumen.kunci in _SOP else None
            return [item for item in keadaan.subjek if own is None or item.id in own]
        if keadaan.kosong and not self._describe_kept(dokumen, Permintaan(dokumen.kunci, periode)):
            return []
        return [Subjek(None, "")]

    def _of(self, dokumen: Dokumen, wanted: Permintaan, subjek: Subjek, told: str) -> KertasBukti:
        content = documents.build_pdf(self._office, wanted)
        periode = wanted.periode
        words = [dokumen.nama_berkas, subjek.nama]
        if dokumen.berperiode:
            words.append(str(periode.tahun) if dokumen.is_tahunan else periode.kode)
        nama = "_".join(word for word in words if word)
        keterangan = ", ".join(part for part in (dokumen.judul, subjek.nama, told) if part)
        return KertasBukti(f"{nama}.{PDF}", keterangan, content, sha256(content).hexdigest())

    def _list_scans(self, wanted: Permintaan, kertas: KertasBukti) -> Iterator[KertasBukti]:
        """Yield the scans of a paper as it was signed; one that is lost is no evidence."""
        for number, scan in enumerate(list_tertanda(self._office, wanted), start=1):
            content = read_kept(self._office, scan.sha256)
            if content is not None:
                path = PurePath(scan.nama)
                nama = f"{PurePath(kertas.nama).stem}_bertanda_tangan_{number}{path.suffix.lower()}"
                about = f"{kertas.keterangan}, pindaian bertanda tangan"
                yield KertasBukti(nama, about, content, scan.sha256)

    def _describe_kept(self, dokumen: Dokumen, wanted: Permintaan) -> str:
        """Say that a paper is final as it was printed; empty while it is not."""
        if not dokumen.is_signed:
            return ""
        with self._office.journal.reading() as session:
            row = find_paper(session, dokumen, wanted)
        return describe_final(row) if row else ""
